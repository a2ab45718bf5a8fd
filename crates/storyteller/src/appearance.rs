//! What things look like, by what they are.

use super::nouns::Class;
use super::premise::Motif;

/// An adjective for a thing the premise leaves bare.
pub(crate) fn plain(motif: &Motif) -> &'static str {
    if motif.noun.contains(' ') {
        return "";
    }
    match motif.class {
        Class::Speaks | Class::Works => "old",
        Class::Read => "folded",
        Class::Light => "tall",
        Class::Holds => "locked",
        Class::Key => "small",
        Class::Sounds => "scarred",
        Class::Time => "slow",
        Class::Carries => "grey",
        Class::Shows => "faded",
        Class::Lives => "grey",
        Class::Grows => "crooked",
        Class::Kept => "worn",
    }
}

/// What a thing looks like, by what it is.
pub(crate) const fn look(class: Class) -> (&'static str, &'static str) {
    match class {
        Class::Speaks => (
            "a set that should not work any more",
            "The casing is cracked and one dial turns on nothing. It warms up slowly and hums before it speaks.",
        ),
        Class::Read => (
            "something written down",
            "The paper has been opened and closed so often that the creases have become holes.",
        ),
        Class::Light => (
            "a light that matters",
            "It is trimmed every evening, whether anyone needs it or not.",
        ),
        Class::Holds => (
            "something shut",
            "The hinges are newer than the rest of it.",
        ),
        Class::Key => (
            "a key without a lock",
            "Too good for any door in the neighbourhood.",
        ),
        Class::Sounds => (
            "something that sounds",
            "It goes out of tune before a change of weather, and once did so for no reason at all.",
        ),
        Class::Time => (
            "something that counts the hours",
            "It loses four minutes a day, and always the same four.",
        ),
        Class::Carries => (
            "something that carries people",
            "It has been repaired in so many places that only the name is original.",
        ),
        Class::Shows => (
            "something to be looked at",
            "Whoever looks at it for long begins to see what is missing.",
        ),
        Class::Lives => (
            "a creature with a mind of its own",
            "It came one evening and behaved as if it had been sent for.",
        ),
        Class::Works => (
            "something that works by itself",
            "It does what it was made for, and lately a little more.",
        ),
        Class::Grows => (
            "something that grows",
            "It flowers at the wrong time of year and is forgiven.",
        ),
        Class::Kept => (
            "a thing someone left",
            "It is warm from being held, or seems so.",
        ),
    }
}
