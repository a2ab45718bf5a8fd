//! Stories to begin from.

use domain::{Brief, Template};

/// All templates, in the order a page shows them.
pub(crate) fn all() -> Vec<Template> {
    vec![
        template(
            "ghost-story",
            "A quiet ghost story",
            "One person, one haunted place, and something that was never said.",
            [
                "a lighthouse keeper who hears her dead brother on the radio",
                "ghost story",
                "quiet, uneasy",
                "a remote northern coast, before mobile phones",
            ],
            &["grief", "what the dead owe the living"],
            5,
        ),
        template(
            "harbour-mystery",
            "A harbour mystery",
            "A small town, an old debt, and a bell that rings on its own.",
            [
                "a founder's widow who must find out who paid for the bell that drowned her husband",
                "mystery",
                "patient, wry",
                "a walled harbour town of bell-founders and ferrymen",
            ],
            &["debt", "loyalty"],
            7,
        ),
        template(
            "long-voyage",
            "A long voyage",
            "A ship, a crew that keeps a secret, and a message that should not exist.",
            [
                "a navigator who finds her own handwriting in a log a hundred years old",
                "science fiction",
                "wondering, tense",
                "a slow ship between two stars",
            ],
            &["time", "trust"],
            10,
        ),
        template(
            "city-of-maps",
            "A city that changes",
            "Fantasy in a city whose streets move at night.",
            [
                "a mapmaker's apprentice who draws a street that was not there in the morning",
                "fantasy",
                "playful, then grave",
                "a river city where streets move at night",
            ],
            &["belonging", "the price of knowing"],
            10,
        ),
        template(
            "second-summer",
            "A second summer",
            "Two people, an orchard, and a letter that came too late.",
            [
                "an orchardist who gets a letter from the woman who left, ten years after it was posted",
                "romance",
                "warm, hesitant",
                "an orchard valley at the end of a railway line",
            ],
            &["forgiveness", "late courage"],
            5,
        ),
    ]
}

fn template(
    id: &str,
    name: &str,
    description: &str,
    [premise, genre, tone, setting]: [&str; 4],
    themes: &[&str],
    chapters: u32,
) -> Template {
    Template {
        id: id.to_owned(),
        name: name.to_owned(),
        description: description.to_owned(),
        brief: Brief {
            premise: premise.to_owned(),
            genre: genre.to_owned(),
            tone: tone.to_owned(),
            setting: setting.to_owned(),
            themes: themes.iter().map(|&theme| theme.to_owned()).collect(),
            chapters,
            ..Brief::default()
        },
    }
}

/// The brief with what it leaves open filled from a template; `None` where there is no such template.
pub(crate) fn fill(id: &str, brief: Brief) -> Option<Brief> {
    let template = all().into_iter().find(|template| template.id == id)?.brief;
    let standard = Brief::default();
    let text = |own: String, other: String| if own.trim().is_empty() { other } else { own };
    let list = |own: Vec<String>, other: Vec<String>| if own.is_empty() { other } else { own };
    Some(Brief {
        premise: text(brief.premise, template.premise),
        genre: text(brief.genre, template.genre),
        tone: text(brief.tone, template.tone),
        themes: list(brief.themes, template.themes),
        setting: text(brief.setting, template.setting),
        chapters: if brief.chapters == standard.chapters {
            template.chapters
        } else {
            brief.chapters
        },
        structure: if brief.structure == standard.structure {
            template.structure
        } else {
            brief.structure
        },
        language: brief.language,
        rating: brief.rating,
        include: list(brief.include, template.include),
        avoid: list(brief.avoid, template.avoid),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_fills_only_what_is_open() {
        let brief = Brief {
            tone: "funny".to_owned(),
            chapters: 3,
            ..Brief::default()
        };
        let filled = fill("ghost-story", brief).expect("the template exists");
        assert_eq!(filled.tone, "funny");
        assert_eq!(filled.chapters, 3);
        assert_eq!(filled.genre, "ghost story");
        assert!(fill("nothing", Brief::default()).is_none());
    }
}
