//! Puts a plain present-tense beat into the past, where that is safe.

use super::cast::Cast;
use super::words;

/// Verbs as a beat uses them, and their past.
const VERBS: &str = "refuses:refused finds:found takes:took gives:gave tells:told asks:asked says:said \
    sees:saw hears:heard leaves:left comes:came goes:went returns:returned arrives:arrived \
    discovers:discovered learns:learned meets:met loses:lost steals:stole opens:opened closes:closed \
    breaks:broke burns:burned writes:wrote reads:read sends:sent receives:received buys:bought \
    sells:sold pays:paid kisses:kissed marries:married betrays:betrayed lies:lied admits:admitted \
    confesses:confessed promises:promised decides:decided agrees:agreed begins:began starts:started \
    stops:stopped ends:ended wakes:woke falls:fell runs:ran walks:walked follows:followed \
    escapes:escaped hides:hid searches:searched looks:looked watches:watched waits:waited \
    wants:wanted needs:needed tries:tried fails:failed wins:won fights:fought saves:saved \
    kills:killed dies:died meets:met sings:sang plays:played builds:built repairs:repaired \
    crosses:crossed enters:entered reaches:reached climbs:climbed swims:swam sails:sailed \
    drives:drove flies:flew lands:landed crashes:crashed remembers:remembered forgets:forgot \
    forgives:forgave accuses:accused warns:warned threatens:threatened helps:helped brings:brought \
    carries:carried keeps:kept holds:held throws:threw catches:caught drops:dropped picks:picked \
    puts:put turns:turned calls:called answers:answered speaks:spoke talks:talked shows:showed \
    reveals:revealed explains:explained notices:noticed realises:realised realizes:realized \
    understands:understood believes:believed doubts:doubted suspects:suspected proves:proved \
    cuts:cut digs:dug buries:buried draws:drew paints:painted cooks:cooked eats:ate drinks:drank \
    invites:invited visits:visited joins:joined quits:quit offers:offered accepts:accepted \
    rejects:rejected chooses:chose makes:made does:did has:had is:was gets:got lets:let sets:set \
    sits:sat stands:stood sleeps:slept dreams:dreamed cries:cried laughs:laughed smiles:smiled \
    hits:hit hurts:hurt heals:healed teaches:taught shares:shared trades:traded borrows:borrowed \
    unlocks:unlocked locks:locked knocks:knocked rings:rang moves:moved rescues:rescued \
    confronts:confronted interrupts:interrupted overhears:overheard inherits:inherited \
    destroys:destroyed abandons:abandoned surrenders:surrendered";

/// Words after which a clause has a verb of its own, and a conversion would tear the tenses apart.
const SUBCLAUSE: &str = "that who whom whose which what why how where when while because although \
    though if unless until as is are was were has have does do can can’t will won’t must may might \
    shall cannot isn’t aren’t doesn’t don’t hasn’t whether";

/// The beat in the past tense, without its full stop; `None` where it is not safe.
pub(crate) fn past(beat: &str, cast: &Cast) -> Option<String> {
    let beat = words::clean(beat, 40);
    if beat.contains(['!', '?', ':', ';']) || beat.contains(". ") {
        return None;
    }
    let subject = cast
        .people
        .iter()
        .flat_map(|person| [&person.name, &person.short])
        .filter(|name| beat.starts_with(format!("{name} ").as_str()))
        .max_by_key(|name| name.len())?;
    let rest: Vec<&str> = beat[subject.len()..].split_whitespace().collect();
    let mut out = vec![subject.clone()];
    let mut expects = true;
    for (at, word) in rest.iter().enumerate() {
        let bare = word.trim_end_matches(',');
        let tail = &word[bare.len()..];
        if at > 0
            && SUBCLAUSE
                .split_whitespace()
                .any(|own| own == bare.to_lowercase())
        {
            return None;
        }
        let verb = past_of(bare);
        if expects {
            // An adverb may come first: "quietly refuses".
            if bare.ends_with("ly") {
                out.push((*word).to_owned());
                continue;
            }
            out.push(format!("{}{tail}", verb?));
            expects = false;
            continue;
        }
        let before = at.checked_sub(1).map_or("", |before| rest[before]);
        if matches!(before, "and" | "but" | "then") && verb.is_some() {
            out.push(format!("{}{tail}", verb?));
        } else {
            out.push((*word).to_owned());
        }
    }
    (!expects).then(|| out.join(" "))
}

/// The past of a verb in the list.
fn past_of(verb: &str) -> Option<&'static str> {
    VERBS
        .split_whitespace()
        .filter_map(|pair| pair.split_once(':'))
        .find(|(present, _)| *present == verb)
        .map(|(_, past)| past)
}
