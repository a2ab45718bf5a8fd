//! Structured answers: reading them, and saying what is wrong with one in words that a model can act on.

use super::{
    assignment::{
        Assessment, Assignment, ChapterSketch, Edits, EntityAnew, InterviewSketch, OutlineSketch,
        Plan, Reading, Report, StoryContext, Summary, WorldSketch,
    },
    shares,
};
use serde::{Serialize, de::DeserializeOwned};
use std::collections::HashSet;

/// What is wrong with an answer that can be read.
pub(crate) enum Fault {
    /// There is nothing to be done with it.
    Useless(String),
    /// The most of it can be used.
    Flawed(String),
}

/// An answer that does not fit.
pub(crate) struct Misfit<T> {
    /// What of it can be used all the same.
    pub(crate) usable: Option<T>,
    /// What is wrong, in a sentence or two.
    pub(crate) problem: String,
}

/// The type of a structured answer. The schema says what its JSON looks like; this says the rest.
pub(crate) trait Shape: Serialize + DeserializeOwned {
    /// Looks for what no schema can say.
    fn look(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Fault> {
        Ok(())
    }
}

impl Shape for Edits {}
impl Shape for Report {}
impl Shape for InterviewSketch {}

/// Reads an answer, also where a model has put words or a fence around it.
pub(crate) fn read<T: Shape>(
    text: &str,
    story: &StoryContext,
    asked: &Assignment,
) -> Result<T, Misfit<T>> {
    let answer: T = parse(text).map_err(|problem| Misfit {
        usable: None,
        problem,
    })?;
    match answer.look(story, asked) {
        Ok(()) => Ok(answer),
        Err(Fault::Useless(problem)) => Err(Misfit {
            usable: None,
            problem,
        }),
        Err(Fault::Flawed(problem)) => Err(Misfit {
            usable: Some(answer),
            problem,
        }),
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let text = text.trim();
    if let Ok(answer) = serde_json::from_str(text) {
        return Ok(answer);
    }
    let inside = text
        .find('{')
        .zip(text.rfind('}'))
        .and_then(|(from, to)| text.get(from..=to))
        .ok_or("There is no JSON object in it.")?;
    serde_json::from_str(inside)
        .map_err(|error| format!("It is not the JSON that was asked for: {error}."))
}

/// "“Mara”, “Odran”": the first few.
fn named<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<String> = names
        .into_iter()
        .take(6)
        .map(|name| format!("“{name}”"))
        .collect();
    names.join(", ")
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

impl Shape for WorldSketch {
    fn look(&self, story: &StoryContext, _asked: &Assignment) -> Result<(), Fault> {
        if self.entities.iter().all(|entity| blank(&entity.name)) {
            return Err(Fault::Useless(
                "It names nobody and nothing: `entities` needs entries with names.".to_owned(),
            ));
        }
        if self.entities.iter().any(|entity| blank(&entity.name)) {
            return Err(Fault::Flawed("An entity has no name.".to_owned()));
        }
        let key = |name: &str| name.trim().to_lowercase();
        let mut known: HashSet<String> = HashSet::new();
        let twice: Vec<&str> = self
            .entities
            .iter()
            .map(|entity| entity.name.trim())
            .filter(|name| !known.insert(key(name)))
            .collect();
        if !twice.is_empty() {
            return Err(Fault::Flawed(format!(
                "These names stand there more than once: {}. Every entity has a name of its own.",
                named(twice)
            )));
        }
        known.extend(story.world.entities.iter().map(|entity| key(&entity.name)));
        let strangers: Vec<&str> = self
            .relations
            .iter()
            .flat_map(|tie| [tie.from.as_str(), tie.to.as_str()])
            .filter(|name| !known.contains(&key(name)))
            .collect();
        if !strangers.is_empty() {
            return Err(Fault::Flawed(format!(
                "`relations` names {}, who or what is not among the entities. `from` and `to` are names of \
                 entities, letter for letter.",
                named(strangers)
            )));
        }
        Ok(())
    }
}

impl Shape for OutlineSketch {
    fn look(&self, _story: &StoryContext, asked: &Assignment) -> Result<(), Fault> {
        let bare = |chapter: &ChapterSketch| chapter.beats.iter().all(|beat| blank(beat));
        if self.chapters.iter().all(bare) {
            return Err(Fault::Useless("No chapter has any beats.".to_owned()));
        }
        if let Assignment::Outline { outline } = asked
            && self.chapters.len() != outline.chapters.len()
        {
            return Err(Fault::Flawed(format!(
                "It has {} chapters; it has to have exactly {}.",
                self.chapters.len(),
                outline.chapters.len()
            )));
        }
        if let Some(at) = self.chapters.iter().position(bare) {
            return Err(Fault::Flawed(format!("Chapter {} has no beats.", at + 1)));
        }
        Ok(())
    }
}

impl Shape for ChapterSketch {
    fn look(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Fault> {
        if self.beats.iter().all(|beat| blank(beat)) {
            return Err(Fault::Useless("It has no beats.".to_owned()));
        }
        Ok(())
    }
}

impl Shape for Plan {
    fn look(&self, _story: &StoryContext, asked: &Assignment) -> Result<(), Fault> {
        let again = shares::repeated(self);
        if !again.is_empty() {
            return Err(Fault::Flawed(format!(
                "These beats stand in more than one scene: {}. A beat happens once, in one scene.",
                named(again)
            )));
        }
        let Assignment::Plan { chapter } = asked else {
            return Ok(());
        };
        // Some of them may be told in the text that is there.
        if !chapter.opening.is_empty() {
            return Ok(());
        }
        let left_out = shares::left_out(self, &chapter.beats);
        if !left_out.is_empty() {
            return Err(Fault::Flawed(format!(
                "No scene covers these beats: {}. `beats` has them word for word.",
                named(left_out)
            )));
        }
        Ok(())
    }
}

impl Shape for EntityAnew {
    fn look(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Fault> {
        if blank(&self.role) && blank(&self.description) {
            return Err(Fault::Useless(
                "It says nothing: `role` and `description` are empty.".to_owned(),
            ));
        }
        Ok(())
    }
}

impl Shape for Reading {
    fn look(&self, _story: &StoryContext, asked: &Assignment) -> Result<(), Fault> {
        let Assignment::Review { part, .. } = asked else {
            return Ok(());
        };
        let invented: Vec<&str> = self
            .findings
            .iter()
            .map(|finding| finding.quote.as_str())
            .filter(|quote| !stands_in(quote, &part.text))
            .collect();
        if !invented.is_empty() {
            return Err(Fault::Flawed(format!(
                "These quotes do not stand in the text: {}. A quote is word for word, or empty.",
                named(invented)
            )));
        }
        Ok(())
    }
}

impl Shape for Summary {
    fn look(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Fault> {
        if blank(&self.summary) {
            return Err(Fault::Useless("The summary is empty.".to_owned()));
        }
        Ok(())
    }
}

impl Shape for Assessment {
    fn look(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Fault> {
        if blank(&self.assessment) {
            return Err(Fault::Useless("The assessment is empty.".to_owned()));
        }
        Ok(())
    }
}

/// Whether a quote stands in a text; nobody minds the form of its quotation marks or its white space. An
/// empty one stands everywhere.
pub(crate) fn stands_in(quote: &str, text: &str) -> bool {
    let plain = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words
            .join(" ")
            .replace(['“', '”', '„', '«', '»'], "\"")
            .replace(['‘', '’'], "'")
    };
    let quote = plain(quote);
    quote.is_empty() || plain(text).contains(&quote)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        builtin,
        model::assignment::{ChapterContext, ReviewPart, ToOutline},
    };
    use domain::{Brief, Finding, Severity};

    fn problem<T: Shape>(text: &str, asked: &Assignment) -> (bool, String) {
        match read::<T>(text, &StoryContext::default(), asked) {
            Ok(_) => panic!("it fits: {text}"),
            Err(misfit) => (misfit.usable.is_some(), misfit.problem),
        }
    }

    #[test]
    fn json_is_found_inside_words_and_fences() {
        let asked = Assignment::World;
        let story = StoryContext::default();
        let fenced = "Here you are:\n```json\n{\"edits\": []}\n```";
        assert!(read::<Edits>(fenced, &story, &asked).is_ok());
        assert!(read::<Edits>("{\"edits\": []}", &story, &asked).is_ok());
        let (_, cut) = problem::<Edits>("{\"edits\": [", &asked);
        assert_eq!(cut, "There is no JSON object in it.");
        let (_, other) = problem::<Edits>("{\"passages\": []}", &asked);
        assert!(other.contains("missing field `edits`"), "{other}");
        assert!(read::<Edits>("} and {", &story, &asked).is_err());
    }

    #[test]
    fn a_world_has_names_of_its_own_and_relations_among_them() {
        let asked = Assignment::World;
        let (usable, said) = problem::<WorldSketch>("{}", &asked);
        assert!(!usable && said.contains("nobody"), "{said}");
        let twice = r#"{"entities": [{"kind": "person", "name": "Mara"}, {"kind": "place", "name": "mara "}]}"#;
        let (usable, said) = problem::<WorldSketch>(twice, &asked);
        assert!(usable && said.contains("“mara”"), "{said}");
        let stranger = r#"{"entities": [{"kind": "person", "name": "Mara"}],
            "relations": [{"from": "Mara", "to": "Odran", "label": "fears"}]}"#;
        let (usable, said) = problem::<WorldSketch>(stranger, &asked);
        assert!(usable && said.contains("“Odran”"), "{said}");
        let (_, said) =
            problem::<WorldSketch>(r#"{"entities": [{"kind": "ghost", "name": "M"}]}"#, &asked);
        assert!(said.contains("unknown variant `ghost`"), "{said}");
    }

    #[test]
    fn an_outline_has_as_many_chapters_as_were_asked_for_and_beats_in_each() {
        let asked = Assignment::Outline {
            outline: ToOutline::all(2),
        };
        let (usable, said) = problem::<OutlineSketch>(r#"{"chapters": []}"#, &asked);
        assert!(!usable && said.contains("No chapter"), "{said}");
        let one = r#"{"chapters": [{"title": "A", "beats": ["It rains."]}]}"#;
        let (usable, said) = problem::<OutlineSketch>(one, &asked);
        assert!(usable && said.contains("exactly 2"), "{said}");
        let bare = r#"{"chapters": [{"title": "A", "beats": ["It rains."]}, {"title": "B", "beats": [" "]}]}"#;
        let (usable, said) = problem::<OutlineSketch>(bare, &asked);
        assert!(usable && said.contains("Chapter 2"), "{said}");
    }

    #[test]
    fn a_plan_has_each_beat_in_one_scene() {
        let asked = Assignment::Plan {
            chapter: ChapterContext {
                beats: vec!["It rains.".to_owned(), "The dam breaks.".to_owned()],
                ..ChapterContext::default()
            },
        };
        let twice =
            r#"{"scenes": [{"beats": ["It rains.", "The dam breaks."]}, {"beats": ["it rains"]}]}"#;
        let (usable, said) = problem::<Plan>(twice, &asked);
        assert!(
            usable && said.contains("“it rains”") && !said.contains("dam"),
            "{said}"
        );
        let short = r#"{"scenes": [{"beats": ["It rains."]}]}"#;
        let (usable, said) = problem::<Plan>(short, &asked);
        assert!(usable && said.contains("“The dam breaks.”"), "{said}");
    }

    #[test]
    fn a_quote_stands_in_the_text_whatever_its_marks() {
        assert!(stands_in(
            "\"The ledger,\" said Ilse.",
            "She came.\n“The ledger,” said\nIlse."
        ));
        assert!(!stands_in("The book", "The ledger"));
        let part = ReviewPart {
            text: "It rained.".to_owned(),
            ..ReviewPart::default()
        };
        let asked = Assignment::Review {
            part,
            notes: Vec::new(),
        };
        let reading = Reading {
            findings: vec![Finding {
                severity: Severity::Minor,
                kind: "style".to_owned(),
                quote: "It snowed.".to_owned(),
                note: "Cold.".to_owned(),
            }],
            notes: String::new(),
        };
        let text = serde_json::to_string(&reading).expect("JSON");
        let (usable, said) = problem::<Reading>(&text, &asked);
        assert!(usable && said.contains("It snowed."), "{said}");
    }

    #[test]
    fn what_the_built_in_writer_makes_needs_no_repair() {
        for premise in [
            "a lighthouse keeper who hears her dead brother on the radio",
            "a mapmaker's apprentice who draws a street that was not there in the morning",
            "two thieves and a bell",
            "war",
        ] {
            for seed in 0..20 {
                let story = StoryContext {
                    brief: Brief {
                        premise: premise.to_owned(),
                        themes: vec!["debt".to_owned()],
                        ..Brief::default()
                    },
                    seed,
                    ..StoryContext::default()
                };
                let world = builtin::compose(&story, &Assignment::World);
                if let Err(misfit) = read::<WorldSketch>(&world, &story, &Assignment::World) {
                    panic!("{premise}, {seed}: {}", misfit.problem);
                }
                for chapters in [1, 3, 60] {
                    let asked = Assignment::Outline {
                        outline: ToOutline::all(chapters),
                    };
                    let outline = builtin::compose(&story, &asked);
                    if let Err(misfit) = read::<OutlineSketch>(&outline, &story, &asked) {
                        panic!("{premise}, {seed}: {}", misfit.problem);
                    }
                }
            }
        }
    }
}
