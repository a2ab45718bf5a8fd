//! Finding and replacing in the texts of a story's chapters.

use crate::{ChapterId, ReplacementId, RevisionId};
use serde::{Deserialize, Serialize};

/// What to find in the chapters of a story, and what takes its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReplacePattern {
    /// A text, or a regular expression.
    pub find: String,
    /// What takes its place. For a regular expression, `$1` is its first group and `$$` a dollar sign.
    #[serde(default)]
    pub replace: String,
    /// Finds whole words alone. Means nothing where a script has no spaces between words.
    #[serde(default)]
    pub whole_words: bool,
    /// Tells upper case from lower case.
    #[serde(default)]
    pub match_case: bool,
    /// Reads `find` as a regular expression.
    #[serde(default)]
    pub regex: bool,
}

/// A place that would be replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplacePlace {
    /// Names the place for as long as its chapter is not changed.
    pub key: String,
    /// The chapter that it is in.
    pub chapter: ChapterId,
    /// The number of that chapter.
    pub number: u32,
    /// What stands before it in its sentence.
    pub before: String,
    /// What is found.
    pub found: String,
    /// What would stand there.
    pub replacement: String,
    /// What stands after it in its sentence.
    pub after: String,
}

/// A chapter with places that would be replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplaceChapter {
    /// Its id.
    pub chapter: ChapterId,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Its version: a replacement says which one it is based on.
    pub version: i64,
    /// How many places it has.
    pub places: u32,
}

/// What a replacement would change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplacePreview {
    /// The first places, in the order of the story.
    pub places: Vec<ReplacePlace>,
    /// How many more there are.
    pub more: u32,
    /// Every chapter that has places.
    pub chapters: Vec<ReplaceChapter>,
}

/// The version of a chapter that a replacement is based on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReplaceBase {
    /// The chapter.
    pub chapter: ChapterId,
    /// Its version when its places were looked at.
    pub version: i64,
}

/// A replacement to carry out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewReplacement {
    /// A text, or a regular expression.
    pub find: String,
    /// What takes its place. For a regular expression, `$1` is its first group and `$$` a dollar sign.
    #[serde(default)]
    pub replace: String,
    /// Finds whole words alone. Means nothing where a script has no spaces between words.
    #[serde(default)]
    pub whole_words: bool,
    /// Tells upper case from lower case.
    #[serde(default)]
    pub match_case: bool,
    /// Reads `find` as a regular expression.
    #[serde(default)]
    pub regex: bool,
    /// The keys of the chosen places; all places where it is missing.
    #[serde(default)]
    pub places: Option<Vec<String>>,
    /// The versions of all chapters that are to change.
    pub versions: Vec<ReplaceBase>,
}

impl NewReplacement {
    /// What to find.
    pub fn pattern(&self) -> ReplacePattern {
        ReplacePattern {
            find: self.find.clone(),
            replace: self.replace.clone(),
            whole_words: self.whole_words,
            match_case: self.match_case,
            regex: self.regex,
        }
    }
}

/// A chapter that a replacement changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplacedChapter {
    /// Its id.
    pub chapter: ChapterId,
    /// Its number now.
    pub number: u32,
    /// The text that it had before.
    pub before: RevisionId,
    /// The text with the replacements.
    pub after: RevisionId,
    /// Its version now.
    pub version: i64,
}

/// A replacement that was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Replacement {
    /// Its id: with it, the replacement is taken back.
    pub id: ReplacementId,
    /// The chapters that it changed, in order.
    pub chapters: Vec<ReplacedChapter>,
}

/// A replacement that was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UndoneReplacement {
    /// Chapters that have their former text again.
    pub restored: Vec<ReplacedChapter>,
    /// Chapters that were changed since: they keep the text that they have.
    pub kept: Vec<ReplacedChapter>,
}
