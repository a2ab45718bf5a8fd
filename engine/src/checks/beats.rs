//! Beats that left no trace in the text.

use super::listen::{Words, has};
use super::{Findings, Matter, known::Known, reading::Reading, stems::Stems, told::Told};
use std::collections::{BTreeSet, HashSet};

const KIND: &str = "missing beat";

/// Words that tell of one thing: the plan says "letter", the text says "note".
const ALIKE: &[&str] = &[
    "letter note message paper envelope page write wrote written",
    "find found discover uncover notice come upon",
    "steal stole stolen thief rob take took",
    "fire burn burnt burned flame ash smoke",
    "leave left depart go went gone away",
    "fight fought quarrel argue argument struggle shout anger angry row cracked",
    "temper anger angry rage shout shouted furious roar",
    "night dark darkness midnight evening",
    "awake woke sleep slept bed",
    "die dead death kill killed died",
    "money bribe coin cash pay paid savings dollars takings bundle bill",
    "sell sold buy bought bid auction trade",
    "read book page",
    "dream sleep slept",
    "hide hid hidden",
    "sing sang song hum hymn",
    "hair plait braid curl wig shears scissors",
    "cut shears scissors knife",
    "water drink drank cup canteen river sea lake swim",
    "drown lake river sea water",
    "log entry entries record recording diary journal tape",
    "grave buried bury headstone cemetery coffin",
    "dress clothes gown skirt bonnet petticoat costume coat",
    "father dad papa",
    "mother mum mama",
    "brother sister twin",
    "play played cards poker piano tune",
    "doctor nurse bag",
    "gun shot fired rifle pistol bullet",
    "house room door",
    "boat ship hull oars sail ferry",
    "food supper bread soup ate eat",
    "horse mare gelding saddle",
    "photograph picture photo",
    "sign signature signed",
    "climb ladder stairs steps stair",
    "tower top",
    "follow followed behind",
    "break broke broken snap smash",
    "wait waited bench",
    "ill sick fever chill cold basin hot forehead shiver pale",
    "excuse reason errand",
    "voice voices sound speak spoke speaker hear heard",
    "faint fade faded fading thin distant far",
    "game chess board pawn mate cards dice",
    "teach teaches taught lesson learn show",
    "harmony tune note music voice sing sang song",
    "camp tent tents fire ashes",
    "rider riders rode horse horses hooves hoofs",
    "party company men people",
    "win won wins",
    "search searched looked",
];

/// Verbs that a text shows rather than says: talk, thought, small doings.
static SOFT: Words = Words::new(
    "watch watches amiss too late early alone together beg begs directly grow grows tell tells say says ask asks speak speaks talk talks explain explains confess \
     confesses admit admits reveal reveals answer answers offer offers refuse refuses warn \
     warns question questions decide decides think thinks remember remembers learn learns \
     lie lies propose proposes suggest suggests promise promises pretend pretends realise \
     realises realize realizes know knows believe believes try tries want wants need needs \
     bring brings fetch fetches meet meets see sees look looks hear hears visit visits \
     begin begins start starts keep keeps let lets use uses demand demands agree agrees \
     argue argues persuade persuades imagine imagines lose loses story show shows cannot \
     finds find her about herself part truth own poor promised elsewhere stop stops last \
     catch catches fall falls good new old turn turns wrong right side end place time way \
     kept stand stands party",
);

pub fn check(matter: &Matter<'_>, told: &Told<'_>, found: &mut Findings) {
    let stems = Stems::of(matter.language);
    let text: HashSet<String> = text_stems(told.known, &told.reading, &stems);
    let places: String = matter
        .scenes
        .iter()
        .map(|scene| format!(" {}", scene.place))
        .collect();
    for beat in matter.beats {
        if !traced(told.known, beat, &places, &told.reading, &text, &stems) {
            let note = format!("Nothing in the text speaks of this beat: {}", beat.trim());
            // Two words may both have been said in another way: that is worth a look, no more.
            match content(told.known, beat).len() {
                0..=2 => found.minor(KIND, "", note),
                _ => found.major(KIND, "", note),
            }
        }
    }
}

/// The stems of a text, and of what it calls by name: the Alhambra is a cinema.
fn text_stems(known: &Known<'_>, reading: &Reading<'_>, stems: &Stems) -> HashSet<String> {
    let named: BTreeSet<usize> = known
        .mentions(reading)
        .iter()
        .map(|mention| mention.being)
        .collect();
    let roles = named
        .iter()
        .flat_map(|being| crate::prose::lower_words(&known.beings[*being].entity.role))
        .collect::<Vec<String>>();
    let words = reading.words.iter().map(|word| word.lower.as_str());
    words
        .chain(roles.iter().map(String::as_str))
        .map(|word| stems.stem(word))
        .collect()
}

/// Whether enough of what a beat is about is in the text.
fn traced(
    known: &Known<'_>,
    beat: &str,
    places: &str,
    text: &Reading<'_>,
    heard: &HashSet<String>,
    stems: &Stems,
) -> bool {
    let content = content(known, beat);
    let plan = Reading::of(beat);
    let named: BTreeSet<usize> = known
        .mentions(&plan)
        .iter()
        .map(|mention| mention.being)
        .collect();
    let here: BTreeSet<usize> = known
        .mentions(text)
        .iter()
        .map(|mention| mention.being)
        .collect();
    // A place or a thing is a trace; people are there for other beats too.
    let shown = named
        .iter()
        .any(|being| here.contains(being) && !known.beings[*being].is_person());
    let met = content
        .iter()
        .filter(|word| told_of(word, places, heard, stems))
        .count();
    match content.len() {
        // A single word has too many names, and none at all can't be looked for: then it is about people.
        0 | 1 => met > 0 || named.is_empty() || named.iter().any(|being| here.contains(being)),
        2 | 3 => shown || met > 0,
        all => shown || met * 4 >= all,
    }
}

/// The words a beat is about, names and what a text shows without saying left out.
fn content(known: &Known<'_>, beat: &str) -> BTreeSet<String> {
    let plan = Reading::of(beat);
    let mentions = known.mentions(&plan);
    let in_name = |at: usize| {
        mentions
            .iter()
            .any(|mention| (mention.start..mention.end).contains(&at))
    };
    // Of a word with a hyphen the last part.
    let goes_on = |at: usize| plan.words.get(at + 1).is_some_and(|next| next.joined);
    plan.words
        .iter()
        .enumerate()
        .filter(|(at, word)| {
            !in_name(*at) && !goes_on(*at) && Stems::tells(&word.lower) && !has(&SOFT, &word.lower)
        })
        .map(|(_, word)| word.lower.clone())
        .collect()
}

/// Whether the text has a word, or one that tells of the same; where a scene is need not be said.
fn told_of(word: &str, places: &str, heard: &HashSet<String>, stems: &Stems) -> bool {
    let stem = stems.stem(word);
    if heard.contains(&stem)
        || crate::prose::lower_words(places)
            .iter()
            .any(|place| place == word)
    {
        return true;
    }
    // Long words with another ending: "photograph" and "photographer".
    let root: String = stem.chars().take(6).collect();
    if root.chars().count() == 6 && heard.iter().any(|other| other.starts_with(&root)) {
        return true;
    }
    ALIKE
        .iter()
        .filter(|group| {
            group
                .split(' ')
                .any(|other| other == word || stems.stem(other) == stem)
        })
        .any(|group| {
            group
                .split(' ')
                .any(|other| heard.contains(&stems.stem(other)))
        })
}
