//! Structured answers: reading them, and saying what is wrong with one in words that a model can act on.
//!
//! An answer is read leniently: its JSON is mended, found under whatever key it was put, and taken part by part. What
//! had to be left out is counted and told; an answer of which nothing is left is none.

mod fields;
mod labels;
mod names;
mod parse;
mod place;

use super::{beat_coverage, lenient};
use fields::Dropped;
use parse::ParseAnswer;
use serde::{Serialize, de::DeserializeOwned};
use std::collections::HashSet;
use text::prose::occurs_in;
use writing::assignment::{
    Assessment, Assignment, ChapterReading, ChapterSketch, Edits, EntityRewrite, InterviewSketch,
    OutlineSketch, Plan, ReadSketch, RelationSketch, Report, StoryContext, Summary, WorldSketch,
};

/// What is wrong with an answer that can be read.
pub enum Defect {
    /// There is nothing to be done with it.
    Useless(String),
    /// The most of it can be used.
    Flawed(String),
}

/// An answer that does not fit.
pub struct InvalidAnswer<T> {
    /// What of it can be used all the same.
    pub usable: Option<ParsedAnswer<T>>,
    /// What is wrong, in a sentence or two.
    pub problem: String,
}

/// The type of a structured answer. The schema says what its JSON looks like; this says the rest.
pub trait Shape: ParseAnswer + Serialize + DeserializeOwned {
    /// Looks for what no schema can say.
    fn validate(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Defect> {
        Ok(())
    }

    /// Brings what was read together with what the story has.
    fn normalize(&mut self, _story: &StoryContext) {}

    /// How many parts that were read are of no use in this story.
    fn unusable_count(&self, _story: &StoryContext) -> u32 {
        0
    }

    /// What parts that could not be read mean: a chance to correct them, unless their number is told with the answer.
    fn validate_dropped(&self, dropped: &Dropped) -> Result<(), Defect> {
        Err(Defect::Flawed(format!(
            "These parts could not be read: {}.",
            dropped.named.join("; ")
        )))
    }
}

impl Shape for Edits {
    fn validate_dropped(&self, dropped: &Dropped) -> Result<(), Defect> {
        match self.edits.is_empty() {
            true => Err(Defect::Useless(format!(
                "None of its {} changes could be read: each needs `passage` and `replacement`.",
                dropped.count
            ))),
            false => Ok(()),
        }
    }
}

impl Shape for Report {
    /// A report that says nothing at all would let every fault pass.
    fn validate(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Defect> {
        let is_empty = blank(&self.summary)
            && self.findings.is_empty()
            && self.facts.is_empty()
            && self.open_threads.is_empty();
        match is_empty {
            true => Err(Defect::Useless(
                "It says nothing: `summary` and all lists are empty.".to_owned(),
            )),
            false => Ok(()),
        }
    }

    fn validate_dropped(&self, dropped: &Dropped) -> Result<(), Defect> {
        match self.findings.is_empty() {
            true => Err(Defect::Flawed(format!(
                "None of its {} findings could be read: each needs `severity`, `kind`, `quote` and `note`.",
                dropped.count
            ))),
            // Their number is told with the others.
            false => Ok(()),
        }
    }
}

impl Shape for InterviewSketch {
    fn validate(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Defect> {
        match self.questions.is_empty() && blank(&self.brief.premise) {
            true => Err(Defect::Useless(
                "It asks nothing and says nothing: `questions` and `brief` are empty.".to_owned(),
            )),
            false => Ok(()),
        }
    }
}

/// An answer that could be read, and how much of it could not.
#[derive(Debug)]
pub struct ParsedAnswer<T> {
    /// What was read.
    pub value: T,
    /// How many parts of it were left out.
    pub left_out: u32,
}

/// Reads an answer, also where a model has put words, a fence or a key around it.
pub fn read<T: Shape>(
    text: &str,
    story: &StoryContext,
    asked: &Assignment,
) -> Result<ParsedAnswer<T>, InvalidAnswer<T>> {
    let useless = |problem: &str| InvalidAnswer {
        usable: None,
        problem: problem.to_owned(),
    };
    let found = lenient::find(text).ok_or_else(|| useless("There is no JSON object in it."))?;
    let opened = place::opened(found.value);
    let place = place::place_of::<T>(&opened).ok_or_else(|| {
        let fields = T::FIELDS.iter().filter_map(|names| names.first());
        let fields: Vec<String> = fields.map(|name| format!("`{name}`")).collect();
        useless(&format!(
            "It is not the JSON that was asked for: it has none of the fields {}.",
            fields.join(", ")
        ))
    })?;
    let mut dropped = Dropped::default();
    let mut value = T::parse_answer(place, asked, &mut dropped);
    value.normalize(story);
    let answer = ParsedAnswer {
        left_out: dropped.count + value.unusable_count(story),
        value,
    };
    let validated = answer.value.validate(story, asked);
    let validated = match (validated, dropped.count) {
        (Ok(()), _) if !found.is_whole => Err(Defect::Flawed(
            "Its end is missing: it breaks off before its last bracket.".to_owned(),
        )),
        (Ok(()), 1..) => answer.value.validate_dropped(&dropped),
        (Err(Defect::Useless(problem)), 1..) => Err(Defect::Useless(format!(
            "{problem} These parts could not be read: {}.",
            dropped.named.join("; ")
        ))),
        (validated, _) => validated,
    };
    match validated {
        Ok(()) => Ok(answer),
        Err(Defect::Useless(problem)) => Err(useless(&problem)),
        Err(Defect::Flawed(problem)) => Err(InvalidAnswer {
            usable: Some(answer),
            problem,
        }),
    }
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
    fn normalize(&mut self, story: &StoryContext) {
        let new = self.entities.iter().map(|entity| entity.name.as_str());
        let old = story.world.entities.iter().map(|entity| &*entity.name);
        let known = names::NameIndex::of(new.chain(old));
        for relation in &mut self.relations {
            relation.from = known.meant(&relation.from);
            relation.to = known.meant(&relation.to);
        }
    }

    /// Relations of somebody who is not there.
    fn unusable_count(&self, story: &StoryContext) -> u32 {
        let relations = self.relations.iter();
        let unused = relations.filter(|relation| strangers(self, relation, story).next().is_some());
        u32::try_from(unused.count()).unwrap_or(u32::MAX)
    }

    fn validate(&self, story: &StoryContext, _asked: &Assignment) -> Result<(), Defect> {
        if self.entities.iter().all(|entity| blank(&entity.name)) {
            return Err(Defect::Useless(
                "It names nobody and nothing: `entities` needs entries with names.".to_owned(),
            ));
        }
        if self.entities.iter().any(|entity| blank(&entity.name)) {
            return Err(Defect::Flawed("An entity has no name.".to_owned()));
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
            return Err(Defect::Flawed(format!(
                "These names stand there more than once: {}. Every entity has a name of its own.",
                named(twice)
            )));
        }
        let relations = self.relations.iter();
        let strangers: Vec<&str> = relations
            .flat_map(|relation| strangers(self, relation, story))
            .collect();
        if !strangers.is_empty() {
            return Err(Defect::Flawed(format!(
                "`relations` names {}, who or what is not among the entities. `from` and `to` are names of \
                 entities, letter for letter.",
                named(strangers)
            )));
        }
        Ok(())
    }
}

/// Who of a relation is neither in the sketch nor in the story.
fn strangers<'t>(
    sketch: &WorldSketch,
    relation: &'t RelationSketch,
    story: &StoryContext,
) -> impl Iterator<Item = &'t str> {
    let key = |name: &str| name.trim().to_lowercase();
    let new = sketch.entities.iter().map(|entity| key(&entity.name));
    let old = story.world.entities.iter().map(|entity| key(&entity.name));
    let known: HashSet<String> = new.chain(old).collect();
    let both = [relation.from.as_str(), relation.to.as_str()].into_iter();
    both.filter(move |name| !known.contains(&key(name)))
}

impl Shape for OutlineSketch {
    fn validate(&self, _story: &StoryContext, asked: &Assignment) -> Result<(), Defect> {
        let bare = |chapter: &ChapterSketch| chapter.beats.iter().all(|beat| blank(beat));
        if self.chapters.iter().all(bare) {
            return Err(Defect::Useless("No chapter has any beats.".to_owned()));
        }
        if let Assignment::Outline { outline } = asked
            && self.chapters.len() != outline.chapters.len()
        {
            return Err(Defect::Flawed(format!(
                "It has {} chapters; it has to have exactly {}.",
                self.chapters.len(),
                outline.chapters.len()
            )));
        }
        if let Some(at) = self.chapters.iter().position(bare) {
            return Err(Defect::Flawed(format!("Chapter {} has no beats.", at + 1)));
        }
        Ok(())
    }
}

impl Shape for ChapterSketch {
    fn validate(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Defect> {
        if self.beats.iter().all(|beat| blank(beat)) {
            return Err(Defect::Useless("It has no beats.".to_owned()));
        }
        Ok(())
    }
}

impl Shape for Plan {
    fn validate(&self, _story: &StoryContext, asked: &Assignment) -> Result<(), Defect> {
        if self.scenes.is_empty() {
            return Err(Defect::Useless("It has no scenes.".to_owned()));
        }
        let again = beat_coverage::repeated(self);
        if !again.is_empty() {
            return Err(Defect::Flawed(format!(
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
        let left_out = beat_coverage::left_out(self, &chapter.beats);
        if !left_out.is_empty() {
            return Err(Defect::Flawed(format!(
                "No scene covers these beats: {}. `beats` has them word for word.",
                named(left_out)
            )));
        }
        Ok(())
    }
}

impl Shape for EntityRewrite {
    fn validate(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Defect> {
        if blank(&self.role) && blank(&self.description) {
            return Err(Defect::Useless(
                "It says nothing: `role` and `description` are empty.".to_owned(),
            ));
        }
        Ok(())
    }
}

impl Shape for ChapterReading {
    fn validate(&self, _story: &StoryContext, asked: &Assignment) -> Result<(), Defect> {
        if self.findings.is_empty() && blank(&self.notes) {
            return Err(Defect::Flawed(
                "It says nothing: `findings` and `notes` are empty.".to_owned(),
            ));
        }
        let Assignment::Review { part, .. } = asked else {
            return Ok(());
        };
        let invented: Vec<&str> = self
            .findings
            .iter()
            .map(|finding| finding.quote.as_str())
            .filter(|quote| !occurs_in(quote, &part.text))
            .collect();
        if !invented.is_empty() {
            return Err(Defect::Flawed(format!(
                "These quotes do not stand in the text: {}. A quote is word for word, or empty.",
                named(invented)
            )));
        }
        Ok(())
    }
}

impl Shape for ReadSketch {
    fn validate(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Defect> {
        let lists = [&self.facts, &self.threads, &self.beats];
        if self.entities.is_empty() && lists.iter().all(|list| list.is_empty()) {
            return Err(match blank(&self.summary) {
                true => Defect::Useless("It says nothing: all of it is empty.".to_owned()),
                false => Defect::Flawed("All its lists are empty.".to_owned()),
            });
        }
        if blank(&self.summary) {
            return Err(Defect::Flawed("`summary` is empty.".to_owned()));
        }
        Ok(())
    }

    /// Their number is told with the others.
    fn validate_dropped(&self, _: &Dropped) -> Result<(), Defect> {
        Ok(())
    }
}

impl Shape for Summary {
    fn validate(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Defect> {
        if blank(&self.summary) {
            return Err(Defect::Useless("The summary is empty.".to_owned()));
        }
        Ok(())
    }
}

impl Shape for Assessment {
    fn validate(&self, _story: &StoryContext, _asked: &Assignment) -> Result<(), Defect> {
        if blank(&self.assessment) {
            return Err(Defect::Useless("The assessment is empty.".to_owned()));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
