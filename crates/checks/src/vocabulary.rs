//! The English words the checks listen for.

use super::gender::Gender;
use super::word_set::{WordSet, has};

/// What stands before a name and is no part of it.
pub(crate) static TITLES: WordSet = WordSet::new(
    "mr mrs ms miss dr doctor sir lady lord king queen prince princess captain major \
     colonel general sergeant inspector sheriff father mother brother sister uncle aunt old \
     young professor saint st the of von van de madame detective constable judge count",
);

/// What makes a common noun a certain one.
pub(crate) static DEFINITE: WordSet = WordSet::new("the this that her his their our my its your");

/// Forms of "to be" in the present of a story.
pub(crate) static BE: WordSet = WordSet::new("is was are were");

/// Plain adjectives that may stand between an article and a noun, besides colours and materials.
static ADJECTIVES: WordSet = WordSet::new(
    "old new great big little small tall long short broad narrow heavy light dark pale \
     bright deep thin thick fine curly straight wavy cropped close wild wet dry tired \
     broken dented battered dead tangled matted soft cold warm own good bad large tiny \
     strange beautiful ugly ancient rusty dusty shining gleaming faded startling wide round \
     sharp cracked empty famous last only very huge cool",
);

/// Whether a word may stand between an article and its noun.
pub(crate) fn adjective(word: &str) -> bool {
    has(&ADJECTIVES, word) || colour(word) != 0 || material(word) != 0
}

/// Colours as bits: two words go together where they share one.
pub(crate) fn colour(word: &str) -> u32 {
    const GREY: u32 = 1;
    const BROWN: u32 = 1 << 1;
    const BLACK: u32 = 1 << 2;
    const BLOND: u32 = 1 << 3;
    const RED: u32 = 1 << 4;
    const GREEN: u32 = 1 << 5;
    const BLUE: u32 = 1 << 6;
    const WHITE: u32 = 1 << 7;
    const AMBER: u32 = 1 << 8;
    const VIOLET: u32 = 1 << 9;
    const ORANGE: u32 = 1 << 10;
    match word {
        "grey" | "gray" | "slate" | "ashen" => GREY,
        "silver" | "silvery" => GREY | WHITE,
        "greying" | "graying" => GREY | WHITE,
        "brown" | "chestnut" | "mousy" => BROWN,
        "hazel" => BROWN | GREEN,
        "dark" => BROWN | BLACK,
        "black" | "raven" | "jet" => BLACK,
        "blond" | "blonde" | "fair" | "flaxen" | "straw" | "yellow" => BLOND,
        "sandy" => BLOND | RED | BROWN,
        "golden" => BLOND | AMBER,
        "red" | "auburn" | "ginger" | "copper" | "coppery" | "scarlet" | "crimson" => RED,
        "green" | "emerald" => GREEN,
        "blue" | "azure" | "sapphire" | "indigo" => BLUE,
        "white" | "snowy" | "ivory" => WHITE,
        "amber" => AMBER | BROWN,
        "violet" | "purple" | "lilac" => VIOLET,
        "orange" => ORANGE,
        "pink" => RED | WHITE,
        _ => 0,
    }
}

/// Materials as bits; a kind of wood goes with "wooden" and with no other kind.
pub(crate) fn material(word: &str) -> u32 {
    const WOODS: [&str; 12] = [
        "oak", "oaken", "walnut", "cherry", "pine", "ash", "larch", "elm", "mahogany", "ebony",
        "teak", "cedar",
    ];
    const ANY_WOOD: u32 = 0xfff << 16;
    match word {
        "iron" => 1,
        "steel" => 1 << 1,
        "bronze" => 1 << 2,
        "brass" => 1 << 3,
        "copper" => 1 << 4,
        "gold" | "golden" | "gilt" => 1 << 5,
        "silver" => 1 << 6,
        "tin" | "pewter" => 1 << 7,
        "lead" | "leaden" => 1 << 8,
        "glass" | "crystal" => 1 << 9,
        "stone" | "granite" | "marble" | "sandstone" => 1 << 10,
        "brick" => 1 << 11,
        "bone" | "ivory" => 1 << 12,
        "leather" => 1 << 13,
        "paper" | "cardboard" => 1 << 14,
        "clay" | "porcelain" | "china" => 1 << 15,
        "wood" | "wooden" | "timber" => ANY_WOOD,
        "metal" => 0x1ff,
        _ => WOODS
            .iter()
            .position(|wood| *wood == word)
            .map_or(0, |at| 1 << (16 + if at == 1 { 0 } else { at })),
    }
}

/// Days of the week.
pub(crate) const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The day a word names, from 0; "Mondays" as well.
pub(crate) fn day(word: &str) -> Option<usize> {
    let word = word.strip_suffix('s').unwrap_or(word);
    DAYS.iter().position(|day| *day == word)
}

/// Units of time and length: what is counted in them is measured.
pub(crate) static UNITS: WordSet = WordSet::new(
    "second minute hour day night week month year century mile league yard foot feet inch \
     metre meter kilometre pound dollar penny acre o'clock time step pace",
);

/// Words that tell of what is not so, or not now: what stands near them proves nothing.
pub(crate) static UNREAL: WordSet = WordSet::new(
    "if unless suppose supposing imagine imagined imagining would wouldn't could've might \
     perhaps maybe pretend pretended wish wished wishes dream dreamed dreamt dreams \
     dreaming nightmare vision story tale legend song rumour rumor lie lied whether",
);

/// Words that open a memory, or hold what is past.
pub(crate) static PAST: WordSet = WordSet::new(
    "remember remembered remembers remembering recall recalled recalling memory memories \
     once ago formerly used before earlier childhood back when had hadn't he'd she'd they'd \
     photograph photo picture portrait painting recording tape log loudspeaker radio \
     wireless letter letters diary journal wrote written labels headstone gravestone grave \
     tomb funeral ghost spirit statue mask always day year summer winter spring autumn last \
     late dead voice margin",
);

/// Words that put the clause around them into an earlier time.
pub(crate) static EARLIER: WordSet = WordSet::new("used once ago formerly would when until");

/// Words after which a sentence tells of a memory.
pub(crate) static MEMORY: WordSet = WordSet::new(
    "remember remembered remembers remembering recall recalled recalling memory memories \
     childhood if",
);

/// Words that deny.
pub(crate) static NEGATION: WordSet = WordSet::new(
    "not no never nobody nothing none neither nor without didn't wasn't isn't don't doesn't \
     couldn't can't cannot weren't aren't hadn't won't hardly barely longer instead almost \
     nearly",
);

/// Words for people that are nobody's name. The third part of each: "f", "m" or "" for either.
pub(crate) fn person_noun(word: &str) -> Option<Gender> {
    static WOMEN: WordSet = WordSet::new(
        "woman women girl lady mother sister daughter aunt wife widow queen grandmother \
         niece maid nun waitress priestess landlady granny mrs miss ms granddaughter \
         countess princess mum mama",
    );
    static MEN: WordSet = WordSet::new(
        "man men boy gentleman father brother son uncle husband king grandfather nephew \
         fellow priest waiter monk mr boys lad dad papa prince sir groom drover herald \
         minister",
    );
    static EITHER: WordSet = WordSet::new(
        "somebody someone stranger child baby doctor constable soldier clerk driver guard \
         sentry nurse teacher cousin friend neighbour neighbor builder buyer barber officer \
         policeman prisoner horse dog cat mare bird captain major lawyer auctioneer \
         projectionist pedlar",
    );
    if has(&WOMEN, word) {
        Some(Gender::She)
    } else if has(&MEN, word) {
        Some(Gender::He)
    } else if has(&EITHER, word) {
        Some(Gender::Other)
    } else {
        None
    }
}
