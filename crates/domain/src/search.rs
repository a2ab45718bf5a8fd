//! What a search finds.

use crate::StoryId;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// The most characters of a query.
pub const MAX_QUERY: usize = 200;

/// What was found: a text of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SearchKind {
    /// A story's title and brief.
    Story,
    /// A chapter's title and beats.
    Outline,
    /// A chapter's current text.
    Text,
    /// The summary of a chapter, and the plot threads that it leaves open.
    Summary,
    /// Someone or something of the world.
    Entity,
    /// A tie between two of them.
    Relation,
    /// A rule of the world.
    Rule,
    /// A fact of the world.
    Fact,
}

impl SearchKind {
    /// All of them, in the order in which a story's results come; those of a chapter come chapter by chapter.
    pub const ALL: [Self; 8] = [
        Self::Story,
        Self::Outline,
        Self::Text,
        Self::Summary,
        Self::Entity,
        Self::Relation,
        Self::Rule,
        Self::Fact,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Outline => "outline",
            Self::Text => "text",
            Self::Summary => "summary",
            Self::Entity => "entity",
            Self::Relation => "relation",
            Self::Rule => "rule",
            Self::Fact => "fact",
        }
    }

    /// Reads [`SearchKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// The words around a match, in three parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Snippet {
    /// What stands before the match. It begins with “…” where more stands before it.
    pub before: String,
    /// The match as the text has it.
    pub found: String,
    /// What stands after the match. It ends with “…” where more follows.
    pub after: String,
}

/// A text in which a query was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchHit {
    /// What it is.
    pub kind: SearchKind,
    /// The story that it belongs to.
    pub story: StoryId,
    /// The title of that story.
    pub story_title: String,
    /// The id of the story, the chapter or the part of the world.
    pub subject: Uuid,
    /// The number of the chapter, where it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chapter: Option<u32>,
    /// Its title or name; empty where it has none.
    pub heading: String,
    /// The first match with the words around it.
    pub snippet: Snippet,
    /// Where the first match begins, in bytes of the text in UTF-8. A title, beats and other fields are lines of one
    /// text.
    pub offset: u64,
    /// How many matches there are in it.
    pub matches: u32,
}

/// The place of a text in the order of all results: by story, then by chapter, then the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SearchCursor {
    /// The story.
    pub story: StoryId,
    /// The place in the story: 0 for the story itself, then the chapters, then the world.
    pub place: u32,
    /// The id of the subject.
    pub subject: Uuid,
}

impl fmt::Display for SearchCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}.{}.{}",
            self.story,
            self.place,
            self.subject.hyphenated()
        )
    }
}

/// A text that is no cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a place in a list of results")]
pub struct CursorError;

impl FromStr for SearchCursor {
    type Err = CursorError;

    fn from_str(text: &str) -> Result<Self, CursorError> {
        let mut parts = text.splitn(3, '.');
        let mut next = || parts.next().ok_or(CursorError);
        Ok(Self {
            story: next()?.parse().map_err(|_| CursorError)?,
            place: next()?.parse().map_err(|_| CursorError)?,
            subject: next()?.parse().map_err(|_| CursorError)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_back() {
        let cursor = SearchCursor {
            story: StoryId(Uuid::from_u128(1)),
            place: 12,
            subject: Uuid::from_u128(7),
        };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for wrong in ["", "1", "1.2.3", "a.b", "é.1.é"] {
            assert_eq!(wrong.parse::<SearchCursor>(), Err(CursorError), "{wrong}");
        }
    }

    #[test]
    fn kinds_are_read_back() {
        for kind in SearchKind::ALL {
            assert_eq!(SearchKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(SearchKind::parse("beat"), None);
    }
}
