//! The language of a manuscript, where its file does not say it.

use domain::language::{LANGUAGES, tag_of};
use exchange::import::Manuscript;

/// How much text is looked at, in characters.
const SAMPLE: usize = 4_000;

/// The least that says something.
const LEAST: usize = 200;

/// The tag of the language that the chapters are in, where that is beyond doubt and the studio knows the language.
pub fn language_of(manuscript: &Manuscript) -> Option<String> {
    let mut sample = String::new();
    // The longest chapter is most likely prose.
    let mut chapters: Vec<&str> = manuscript
        .chapters
        .iter()
        .map(|chapter| &*chapter.text)
        .collect();
    chapters.sort_by_key(|text| std::cmp::Reverse(text.len()));
    for text in chapters {
        let left = SAMPLE.saturating_sub(sample.chars().count());
        if left == 0 {
            break;
        }
        sample.extend(text.chars().take(left));
        sample.push('\n');
    }
    if sample.chars().count() < LEAST {
        return None;
    }
    let found = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
    let name = match found.lang() {
        whatlang::Lang::Cmn => "Chinese",
        whatlang::Lang::Nob => "Norwegian",
        other => other.eng_name(),
    };
    let tag = tag_of(name);
    let is_known = LANGUAGES.iter().any(|(known, ..)| *known == tag);
    is_known.then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use exchange::import::DraftChapter;

    #[test]
    fn a_language_is_known_by_its_words() {
        let of = |text: &str| {
            language_of(&Manuscript {
                chapters: vec![DraftChapter {
                    text: text.to_owned(),
                    ..DraftChapter::default()
                }],
                ..Manuscript::default()
            })
        };
        let german = "Der Leuchtturmwärter hörte seinen toten Bruder im Radio, und er wusste nicht, ob er die \
            Stimme oder das Meer fürchten sollte. In der Nacht ging er noch einmal hinaus auf den Steg und \
            wartete, bis das Licht über das Wasser kam und wieder verschwand.";
        assert_eq!(of(german).as_deref(), Some("de"));
        let english = "The keeper heard her dead brother on the radio, and she did not know whether to fear the \
            voice or the sea. At night she went out to the pier once more and waited until the light came over \
            the water and was gone again.";
        assert_eq!(of(english).as_deref(), Some("en"));
        assert_eq!(of("Hm."), None);
    }
}
