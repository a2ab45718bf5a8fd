//! Stock for a new world: who has power there, what is believed, what always holds.

use super::premise::{Mood, Setting};
use super::stock_places::Spot;

/// Factions: name, role, goal.
pub(crate) const fn factions(setting: Setting) -> &'static [Spot] {
    match setting {
        Setting::Coast => &[
            (
                "The Lights Board",
                "an office on the mainland that owns the lamps",
                "to save money on the dark",
            ),
            (
                "The Pilots’ Widows",
                "a society that meets on first Fridays",
                "to have the true list of the lost read out in public",
            ),
        ],
        Setting::City => &[
            (
                "The Tenants’ Committee",
                "everyone on the staircase who can write",
                "to keep the house standing and the rents where they are",
            ),
            (
                "Harker and Daughters",
                "a firm that buys up streets",
                "to own the corner by Christmas",
            ),
        ],
        Setting::Country => &[
            (
                "The Parish Council",
                "seven chairs and one opinion",
                "to leave what is buried where it is",
            ),
            (
                "The Bellringers",
                "a band that practises on Thursdays",
                "to be told first and asked last",
            ),
        ],
        Setting::Realm => &[
            (
                "The Order of the Ninth Lamp",
                "keepers of an old light",
                "to let no door be opened twice",
            ),
            (
                "The Free Carters",
                "those who know the passes",
                "to pay no toll and owe no lord",
            ),
        ],
        Setting::Space => &[
            (
                "The Meridian Company",
                "owners of the air",
                "to have the books balance by the end of the quarter",
            ),
            (
                "The Night Shift",
                "those who keep the place running",
                "to be asked before anything is switched off",
            ),
        ],
    }
}

/// An idea at the heart of a mood: name, role, description.
pub(crate) const fn idea(mood: Mood) -> Spot {
    match mood {
        Mood::Haunted => (
            "The Unfinished Watch",
            "a belief about the dead",
            "Whoever dies with something left to say is said to stand watch until it has been heard.",
        ),
        Mood::Mystery => (
            "The Common Silence",
            "what everyone agreed not to say",
            "Nobody remembers making the agreement, and nobody has broken it yet.",
        ),
        Mood::Romance => (
            "The Second Cup",
            "a custom of the place",
            "To set out a second cup is to say that one is expecting someone; nobody does it by accident.",
        ),
        Mood::Adventure => (
            "The Outward Road",
            "a saying among travellers",
            "One may turn back three times; after the third the road has chosen.",
        ),
        Mood::Quiet => (
            "The Open Account",
            "a way of thinking about kindness",
            "What is given here is written down by nobody and remembered by all.",
        ),
    }
}

/// What always holds, by mood; `%` is the motif with its article.
pub(crate) const fn rules(mood: Mood) -> &'static [&'static str] {
    match mood {
        Mood::Haunted => &[
            "The dead can ask, but they can’t insist.",
            "Nothing uncanny happens before dark, and nothing uncanny can be proved in the morning.",
            "No question is answered twice.",
            "Whoever hears the dead must decide alone whether to say so.",
        ],
        Mood::Mystery => &[
            "Nobody in this story is wholly innocent, and nobody is a monster.",
            "Every lie has left a trace in something that can be touched.",
            "Whoever asks a question here owes an answer in return.",
            "Nothing is explained by chance that was done by someone.",
        ],
        Mood::Romance => &[
            "Nobody is ever in the right place on the first attempt.",
            "A letter, once sent, can’t be called back.",
            "No one here is cruel on purpose.",
            "Every tenderness is noticed by somebody.",
        ],
        Mood::Adventure => &[
            "No road is as long on the way back.",
            "Help has to be asked for aloud.",
            "Whatever is carried out of its place will be missed there.",
            "Courage here is a practical matter.",
        ],
        Mood::Quiet => &[
            "Nothing happens here without somebody having put the kettle on first.",
            "What is promised is kept, though seldom in time.",
            "No one is beyond forgiving, but everyone has to be asked.",
            "The weather has a say in everything.",
        ],
    }
}
