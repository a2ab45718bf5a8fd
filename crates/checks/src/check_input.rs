//! What a chapter's text is checked against.

use domain::World;
use writing::assignment::{ChapterMemory, Scene};

/// What a chapter's text is checked against.
#[derive(Clone, Copy, Debug)]
pub struct CheckInput<'m> {
    /// The world as it stood before the chapter.
    pub world: &'m World,
    /// What has to happen, in order.
    pub beats: &'m [String],
    /// The scenes of the chapter's plan; none where it is not known.
    pub scenes: &'m [Scene],
    /// What is remembered of the chapters before it, in order.
    pub earlier: &'m [ChapterMemory],
    /// The language it is to be written in: a tag or a name.
    pub language: &'m str,
    /// The text.
    pub text: &'m str,
}

impl<'m> CheckInput<'m> {
    /// What a reader is told beside the text, a sentence or two each.
    pub(crate) fn beside(&self) -> Vec<&'m str> {
        let entities = self.world.entities.iter();
        let said = entities.flat_map(|one| [one.description.as_str(), one.goal.as_str()]);
        said.chain(self.world.facts.iter().map(|fact| fact.text.as_str()))
            .chain(self.world.rules.iter().map(|rule| rule.text.as_str()))
            .chain(self.earlier.iter().map(|chapter| chapter.summary.as_str()))
            .chain(self.beats.iter().map(String::as_str))
            .collect()
    }
}
