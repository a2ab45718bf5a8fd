//! Values for tests.

use domain::{Chapter, ChapterId, ChapterState, Entity, EntityId, EntityKind, RevisionId, StoryId};
use uuid::Uuid;

pub(crate) fn revision(number: u128) -> RevisionId {
    RevisionId(Uuid::from_u128(number))
}

/// A chapter; with a text that is the revision of this number.
pub(crate) fn chapter(number: u32, state: ChapterState, text: Option<u128>) -> Chapter {
    Chapter {
        id: ChapterId(Uuid::from_u128(number.into())),
        story: StoryId(Uuid::nil()),
        number,
        title: String::new(),
        outline: Vec::new(),
        state,
        revision: text.map(revision),
        words: 0,
        summary: String::new(),
        stale: None,
        version: 1,
    }
}

pub(crate) fn entity(number: u128, name: &str) -> Entity {
    Entity {
        id: EntityId(Uuid::from_u128(number)),
        kind: EntityKind::Person,
        name: name.to_owned(),
        role: String::new(),
        description: String::new(),
        pronouns: String::new(),
        goal: String::new(),
        traits: Vec::new(),
    }
}
