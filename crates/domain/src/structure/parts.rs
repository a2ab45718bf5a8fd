//! The parts of each structure, in order.

use super::structure_part::StructurePart;

const fn part(name: &'static str, from: u32, to: u32, does: &'static str) -> StructurePart {
    StructurePart {
        name,
        does,
        from,
        to,
    }
}

/// The parts that last follow on each other without a gap; the turns stand inside them.
pub(super) const THREE_ACTS: [StructurePart; 6] = [
    part(
        "Setup",
        0,
        250,
        "Show the central person in the life that is about to end, and what is missing from it.",
    ),
    part(
        "First turn",
        240,
        240,
        "Something happens that can't be taken back: from here on there is only the way forward.",
    ),
    part(
        "Confrontation",
        250,
        750,
        "What is wanted is fought for and gets harder to reach; every gain costs more than the last.",
    ),
    part(
        "Midpoint",
        500,
        500,
        "A discovery or a defeat shows the whole matter in another light and raises the stakes.",
    ),
    part(
        "Second turn",
        740,
        740,
        "The worst comes true and the last way out is closed, except for the one that was avoided.",
    ),
    part(
        "Resolution",
        750,
        1_000,
        "The decisive choice is made, its price is paid, and the new state of things is seen.",
    ),
];

pub(super) const HEROS_JOURNEY: [StructurePart; 12] = [
    part(
        "Everyday life",
        0,
        80,
        "Show home as it is, and the want in it that nobody speaks of.",
    ),
    part(
        "The call",
        80,
        140,
        "Something from outside asks for more than this life has ever asked.",
    ),
    part(
        "The refusal",
        140,
        200,
        "The central person says no, for reasons one can understand.",
    ),
    part(
        "The guide",
        200,
        260,
        "Someone or something gives what is needed to go: a skill, an object, a truth.",
    ),
    part(
        "Over the threshold",
        260,
        330,
        "Home is left behind, and other rules begin to hold.",
    ),
    part(
        "Tests and companions",
        330,
        450,
        "The new world tries the traveller, who learns whom to trust.",
    ),
    part(
        "Toward the centre",
        450,
        530,
        "They come near to what is feared most, and prepare for it.",
    ),
    part(
        "The ordeal",
        530,
        610,
        "The greatest fear is faced, and something of the old self does not survive it.",
    ),
    part(
        "The reward",
        610,
        690,
        "What was sought is in hand, and what it means becomes clear.",
    ),
    part(
        "The way back",
        690,
        790,
        "The way home is no safer: what was left behind comes after.",
    ),
    part(
        "The last test",
        790,
        910,
        "Everything learned is needed at once, and the highest price is asked.",
    ),
    part(
        "Home, changed",
        910,
        1_000,
        "The traveller is back, and what was brought along changes home too.",
    ),
];

pub(super) const SAVE_THE_CAT: [StructurePart; 15] = [
    part(
        "First picture",
        0,
        0,
        "One image holds the whole life as it is before.",
    ),
    part(
        "What it is about",
        50,
        50,
        "Somebody says, as if in passing, what will have to be learned.",
    ),
    part(
        "The life before",
        0,
        110,
        "Show everyone who matters, and all that needs mending.",
    ),
    part(
        "The knock",
        110,
        110,
        "News or an event ends that life from one moment to the next.",
    ),
    part(
        "Hesitation",
        110,
        200,
        "Shall it be dared? Doubts, preparations, one last try to keep everything as it was.",
    ),
    part(
        "The step across",
        200,
        200,
        "A choice of one's own: into the other world, without the way back.",
    ),
    part(
        "The second thread",
        220,
        220,
        "Someone new comes in, who carries what the story is truly about.",
    ),
    part(
        "The promise kept",
        200,
        490,
        "What a reader took up the book for: the new world at play, its delights and dangers.",
    ),
    part(
        "The middle",
        500,
        500,
        "A false victory or a false defeat: the stakes rise and the clock begins to run.",
    ),
    part(
        "The net closes",
        490,
        750,
        "Trouble presses from outside, doubt from inside; what held together comes apart.",
    ),
    part(
        "All is lost",
        740,
        740,
        "The opposite of the middle: something or someone dies, if only a hope.",
    ),
    part(
        "The dark hour",
        750,
        800,
        "Stillness after the loss: what is left, and what was it all for?",
    ),
    part(
        "The way out",
        800,
        800,
        "The second thread gives the answer that the first one lacked.",
    ),
    part(
        "The last stand",
        800,
        1_000,
        "The plan, its failure, and the deed that only the changed person can do.",
    ),
    part(
        "Last picture",
        999,
        999,
        "The first picture's counterpart: one image that proves the change.",
    ),
];
