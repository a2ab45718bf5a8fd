//! What things look like, by what they are.

use super::nouns::NounClass;
use super::premise::Motif;

/// An adjective for a thing the premise leaves bare.
pub(crate) fn plain(motif: &Motif) -> &'static str {
    if motif.noun.contains(' ') {
        return "";
    }
    match motif.class {
        NounClass::Speaks | NounClass::Works => "old",
        NounClass::Read => "folded",
        NounClass::Light => "tall",
        NounClass::Holds => "locked",
        NounClass::Key => "small",
        NounClass::Sounds => "scarred",
        NounClass::Time => "slow",
        NounClass::Carries => "grey",
        NounClass::Shows => "faded",
        NounClass::Lives => "grey",
        NounClass::Grows => "crooked",
        NounClass::Kept => "worn",
    }
}

/// What a thing looks like, by what it is.
pub(crate) const fn look(class: NounClass) -> (&'static str, &'static str) {
    match class {
        NounClass::Speaks => (
            "a set that should not work any more",
            "The casing is cracked and one dial turns on nothing. It warms up slowly and hums before it speaks.",
        ),
        NounClass::Read => (
            "something written down",
            "The paper has been opened and closed so often that the creases have become holes.",
        ),
        NounClass::Light => (
            "a light that matters",
            "It is trimmed every evening, whether anyone needs it or not.",
        ),
        NounClass::Holds => (
            "something shut",
            "The hinges are newer than the rest of it.",
        ),
        NounClass::Key => (
            "a key without a lock",
            "Too good for any door in the neighbourhood.",
        ),
        NounClass::Sounds => (
            "something that sounds",
            "It goes out of tune before a change of weather, and once did so for no reason at all.",
        ),
        NounClass::Time => (
            "something that counts the hours",
            "It loses four minutes a day, and always the same four.",
        ),
        NounClass::Carries => (
            "something that carries people",
            "It has been repaired in so many places that only the name is original.",
        ),
        NounClass::Shows => (
            "something to be looked at",
            "Whoever looks at it for long begins to see what is missing.",
        ),
        NounClass::Lives => (
            "a creature with a mind of its own",
            "It came one evening and behaved as if it had been sent for.",
        ),
        NounClass::Works => (
            "something that works by itself",
            "It does what it was made for, and lately a little more.",
        ),
        NounClass::Grows => (
            "something that grows",
            "It flowers at the wrong time of year and is forgiven.",
        ),
        NounClass::Kept => (
            "a thing someone left",
            "It is warm from being held, or seems so.",
        ),
    }
}
