//! Where a story plays and what it feels like, as far as the words of a brief tell.

use super::{
    nouns,
    setting::{Mood, Setting},
};

/// Where: words of the brief vote.
pub(crate) fn setting(wide: &str, places: &[String]) -> Setting {
    const SIGNS: &[(Setting, &str)] = &[
        (
            Setting::Space,
            "space science sci-fi scifi starship spaceship orbit moon mars planet galaxy astronaut \
             robot android alien colony asteroid interstellar cyberpunk spacecraft probe satellite",
        ),
        (
            Setting::Realm,
            "fantasy kingdom dragon wizard witch sorcerer magic magical sword knight princess realm \
             castle elf throne quest prophecy mage spell medieval fairy fairytale wyrm apprentice",
        ),
        (
            Setting::Coast,
            "sea ocean coast harbour harbor lighthouse sailor ship boat island fisherman tide pirate \
             ferry ferryman maritime whale beach diver fishing port coastal",
        ),
        (
            Setting::City,
            "city urban detective noir street apartment office subway metropolis hotel theatre \
             newspaper berlin paris london york tokyo lisbon vienna police taxi skyscraper café cafe \
             tram trams bus hotel neon landlord tenant",
        ),
        (
            Setting::Country,
            "village farm forest valley mountain garden rural countryside cottage orchard shepherd \
             beekeeper moor woods farmhouse",
        ),
    ];
    let tokens = text::prose::lower_words(wide);
    let mut best = (0, Setting::Country);
    for (setting, signs) in SIGNS {
        let mut votes = tokens
            .iter()
            .filter(|word| signs.split_whitespace().any(|sign| sign == word.as_str()))
            .count();
        votes += places
            .iter()
            .filter_map(|place| nouns::place(place))
            .filter(|place| place.setting == *setting)
            .count();
        if votes > best.0 {
            best = (votes, *setting);
        }
    }
    best.1
}

/// In what mood: words of the brief vote, and the dead have a voice.
pub(crate) fn mood(wide: &str, dead: bool) -> Mood {
    const SIGNS: &[(Mood, &str)] = &[
        (
            Mood::Haunted,
            "ghost ghosts haunted haunting horror uncanny eerie gothic spirit spirits dead séance \
             seance supernatural grief",
        ),
        (
            Mood::Mystery,
            "mystery detective murder murdered crime thriller noir whodunit missing vanished clue \
             secret secrets investigates disappearance theft stolen spy",
        ),
        (
            Mood::Romance,
            "romance romantic love lovers falls wedding marriage kiss heart affair sweetheart",
        ),
        (
            Mood::Adventure,
            "adventure quest war journey voyage treasure escape pirate battle survive survival \
             expedition dragon race hunt smuggler smugglers rebellion",
        ),
    ];
    let tokens = text::prose::lower_words(wide);
    let mut best = (0, Mood::Quiet);
    for (mood, signs) in SIGNS {
        let mut votes = tokens
            .iter()
            .filter(|word| signs.split_whitespace().any(|sign| sign == word.as_str()))
            .count();
        if *mood == Mood::Haunted && dead {
            votes += 1;
        }
        if votes > best.0 {
            best = (votes, *mood);
        }
    }
    best.1
}
