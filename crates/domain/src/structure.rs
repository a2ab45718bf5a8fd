//! Structures: how a story's parts are laid over its chapters.

mod parts;
mod structure_part;

pub use structure_part::StructurePart;

use parts::{HEROS_JOURNEY, SAVE_THE_CAT, THREE_ACTS};
use serde::{Deserialize, Serialize};

/// A shape that a story can be given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Structure {
    /// None: the story finds its own.
    #[default]
    Free,
    /// Setup, confrontation, resolution, and the turns between them.
    ThreeActs,
    /// A journey out and back, in twelve stages.
    HerosJourney,
    /// Fifteen beats, from the first picture to the last.
    SaveTheCat,
}

/// A structure as a list of choices shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StructureTemplate {
    /// What a brief says: "three_acts".
    pub id: Structure,
    /// For a person.
    pub name: &'static str,
    /// One sentence about it.
    pub description: &'static str,
    /// Its parts in order; none for a free one.
    pub parts: &'static [StructurePart],
}

impl Structure {
    /// All of them, in the order a page shows them.
    pub const ALL: [Self; 4] = [
        Self::Free,
        Self::ThreeActs,
        Self::HerosJourney,
        Self::SaveTheCat,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::ThreeActs => "three_acts",
            Self::HerosJourney => "heros_journey",
            Self::SaveTheCat => "save_the_cat",
        }
    }

    /// Reads [`Structure::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|structure| structure.as_str() == word)
    }

    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Free => "Free",
            Self::ThreeActs => "Three acts",
            Self::HerosJourney => "Hero’s journey",
            Self::SaveTheCat => "Fifteen beats (Save the Cat)",
        }
    }

    /// One sentence about it.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Free => "No fixed shape: the story finds its own.",
            Self::ThreeActs => {
                "Setup, confrontation and resolution, with a turn between each and one in the middle."
            }
            Self::HerosJourney => "Twelve stages out into the unknown and home again, changed.",
            Self::SaveTheCat => {
                "Fifteen beats at fixed places, from the first picture to its counterpart at the end."
            }
        }
    }

    /// Its parts in order; none for a free one.
    pub const fn parts(self) -> &'static [StructurePart] {
        match self {
            Self::Free => &[],
            Self::ThreeActs => &THREE_ACTS,
            Self::HerosJourney => &HEROS_JOURNEY,
            Self::SaveTheCat => &SAVE_THE_CAT,
        }
    }

    /// What a list of choices shows of it.
    pub const fn template(self) -> StructureTemplate {
        StructureTemplate {
            id: self,
            name: self.label(),
            description: self.description(),
            parts: self.parts(),
        }
    }

    /// The parts each of this many chapters serves, in order. Every part is served, and where there are
    /// parts at all every chapter serves one: a short story's chapters serve several, a long one's share.
    pub fn distribute(self, chapters: u32) -> Vec<Vec<&'static StructurePart>> {
        let mut laid = vec![Vec::new(); usize::try_from(chapters).unwrap_or_default()];
        for part in self.parts() {
            let lasts = part.to > part.from;
            // A chapter serves the part that its middle lies in; in whole numbers, so that every machine
            // agrees.
            let inside = (0..chapters).filter(|chapter| {
                let middle = u64::from(2 * chapter + 1) * 1_000;
                let at = |thousandths: u32| u64::from(thousandths) * 2 * u64::from(chapters);
                lasts && (at(part.from)..at(part.to)).contains(&middle)
            });
            let mut served: Vec<u32> = inside.collect();
            if served.is_empty() {
                // A turn, or a part shorter than a chapter: one chapter takes it with its own.
                let at = u64::from(part.from + part.to) * u64::from(chapters) / 2_000;
                let last = u64::from(chapters.saturating_sub(1));
                served.extend(u32::try_from(at.min(last)));
            }
            for chapter in served {
                if let Some(serves) = laid.get_mut(usize::try_from(chapter).unwrap_or(usize::MAX)) {
                    serves.push(part);
                }
            }
        }
        laid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(structure: Structure, chapters: u32) -> Vec<Vec<&'static str>> {
        let laid = structure.distribute(chapters);
        laid.into_iter()
            .map(|parts| parts.into_iter().map(|part| part.name).collect())
            .collect()
    }

    #[test]
    fn words_read_back_and_the_default_is_free() {
        for structure in Structure::ALL {
            assert_eq!(Structure::parse(structure.as_str()), Some(structure));
            assert!(structure.description().ends_with('.'));
        }
        assert_eq!(Structure::default(), Structure::Free);
        assert_eq!(Structure::parse("seven_acts"), None);
    }

    #[test]
    fn the_lasting_parts_leave_no_gap() {
        for structure in Structure::ALL {
            let mut end = 0;
            for part in structure.parts().iter().filter(|part| part.to > part.from) {
                assert_eq!(part.from, end, "{}", part.name);
                end = part.to;
            }
            assert!(structure.parts().is_empty() || end == 1_000);
        }
        assert_eq!(Structure::HerosJourney.parts().len(), 12);
        assert_eq!(Structure::SaveTheCat.parts().len(), 15);
    }

    #[test]
    fn every_part_is_served_and_every_chapter_serves_one() {
        for structure in [
            Structure::ThreeActs,
            Structure::HerosJourney,
            Structure::SaveTheCat,
        ] {
            for chapters in (1..=40).chain([100, 333, 500]) {
                let laid = structure.distribute(chapters);
                assert_eq!(laid.len(), chapters as usize);
                assert!(
                    laid.iter().all(|parts| !parts.is_empty()),
                    "{structure:?} {chapters}"
                );
                for part in structure.parts() {
                    let serving: Vec<usize> = laid
                        .iter()
                        .enumerate()
                        .filter(|(_, parts)| parts.contains(&part))
                        .map(|(at, _)| at)
                        .collect();
                    assert!(
                        !serving.is_empty(),
                        "{structure:?} {chapters} {}",
                        part.name
                    );
                    let apart = serving.windows(2).any(|pair| pair[1] != pair[0] + 1);
                    assert!(!apart, "{structure:?} {chapters} {}", part.name);
                    if part.from == part.to {
                        assert_eq!(serving.len(), 1, "a turn belongs to one chapter");
                    }
                }
            }
        }
    }

    #[test]
    fn one_chapter_serves_everything() {
        for structure in Structure::ALL {
            assert_eq!(structure.distribute(1)[0].len(), structure.parts().len());
        }
        assert!(Structure::ThreeActs.distribute(0).is_empty());
    }

    #[test]
    fn three_chapters_are_three_acts() {
        assert_eq!(
            names(Structure::ThreeActs, 3),
            [
                vec!["Setup", "First turn"],
                vec!["Confrontation", "Midpoint"],
                vec!["Second turn", "Resolution"],
            ]
        );
    }

    #[test]
    fn ten_chapters_turn_where_the_acts_meet() {
        let laid = names(Structure::ThreeActs, 10);
        assert_eq!(laid[0], ["Setup"]);
        assert_eq!(laid[2], ["First turn", "Confrontation"]);
        assert_eq!(laid[5], ["Confrontation", "Midpoint"]);
        assert_eq!(laid[7], ["Second turn", "Resolution"]);
        assert_eq!(laid[9], ["Resolution"]);
    }

    #[test]
    fn twenty_five_chapters_share_the_long_parts() {
        let laid = names(Structure::SaveTheCat, 25);
        assert_eq!(laid[0], ["First picture", "The life before"]);
        assert_eq!(laid[1], ["What it is about", "The life before"]);
        assert_eq!(laid[12], ["The middle", "The net closes"]);
        assert_eq!(laid[24], ["The last stand", "Last picture"]);
        let journey = names(Structure::HerosJourney, 25);
        assert_eq!(journey[0], ["Everyday life"]);
        assert_eq!(journey[24], ["Home, changed"]);
    }

    #[test]
    fn five_hundred_chapters_have_each_turn_once() {
        let laid = names(Structure::ThreeActs, 500);
        let count = |name: &str| laid.iter().filter(|parts| parts.contains(&name)).count();
        assert_eq!(count("Setup"), 125);
        assert_eq!(count("Confrontation"), 250);
        assert_eq!(count("Resolution"), 125);
        assert_eq!(count("Midpoint"), 1);
        assert_eq!(laid[120], ["Setup", "First turn"]);
        assert!(Structure::Free.distribute(500).iter().all(Vec::is_empty));
    }
}
