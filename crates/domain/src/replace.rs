//! Finding and replacing in everything that a story says: chapters, outline, world and brief.

use crate::{ReplacementId, SearchKind, Timestamp, VersionValue};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A part of a story with the texts in it that can be replaced.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryPart {
    /// What it is.
    pub kind: SearchKind,
    /// The id of the story, the chapter or the part of the world.
    pub subject: Uuid,
    /// The number of the chapter, where it belongs to one.
    pub chapter: Option<u32>,
    /// Its title or name; empty where it has none.
    pub heading: String,
    /// The version of the subject.
    pub version: i64,
    /// What it says.
    pub value: PartValue,
}

impl StoryPart {
    /// What a sentence calls it.
    pub fn name(&self) -> String {
        match self.kind {
            SearchKind::Story => "the brief".to_owned(),
            SearchKind::Outline | SearchKind::Text | SearchKind::Summary => {
                format!("chapter {}", self.chapter.unwrap_or_default())
            }
            SearchKind::Entity => format!("“{}”", self.heading),
            SearchKind::Relation => "a relation".to_owned(),
            SearchKind::Rule => "a rule".to_owned(),
            SearchKind::Fact => "a fact".to_owned(),
        }
    }
}

/// What a part of a story says.
#[derive(Clone, Debug, PartialEq)]
pub enum PartValue {
    /// A chapter's text.
    Text(String),
    /// What a run found a chapter to say.
    Summary(ChapterSummary),
    /// What has a history of versions.
    Version(VersionValue),
}

/// What a run found a chapter to say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChapterSummary {
    /// What happens in it.
    pub summary: String,
    /// The plot threads that it leaves open.
    pub threads: Vec<String>,
}

/// What to find in a story, and what takes its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// Which of the places that were found are to change. Without a choice, all of them are, but for those with a doubt.
///
/// A place is named by the id of its match. The id of a part stands for all of its places; the id of a match counts more
/// than that of its part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceChoice {
    /// Nothing but these places.
    #[serde(default)]
    pub only: Option<Vec<String>>,
    /// Not these.
    #[serde(default)]
    pub except: Vec<String>,
    /// These, too: places with a doubt, or some of a part that is excepted.
    #[serde(default)]
    pub also: Vec<String>,
    /// [`ReplacePreview::base`]. Where what was found is not the same any more, nothing is replaced.
    #[serde(default)]
    pub base: Option<String>,
}

/// Why a place may be something else. Such a place is replaced only if it is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MatchDoubt {
    /// The story has it as an ordinary word, too.
    CommonWord,
    /// Somebody else may be meant.
    OtherName,
    /// It is written with a small letter.
    LowerCase,
    /// It has an ending that may be a plural.
    Ending,
}

impl MatchDoubt {
    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::CommonWord => "may be an ordinary word",
            Self::OtherName => "may be somebody else",
            Self::LowerCase => "written with a small letter",
            Self::Ending => "may be a plural",
        }
    }
}

/// A place that can be replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplaceMatch {
    /// Names the place for as long as its part of the story does not change.
    pub id: String,
    /// The id of the part that it is in: one of [`ReplacePreview::parts`].
    pub part: String,
    /// What it is in.
    pub kind: SearchKind,
    /// The id of the story, the chapter or the part of the world.
    pub subject: Uuid,
    /// The number of the chapter, where it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chapter: Option<u32>,
    /// The field that it is in: "Premise", "Beat 2"; empty for the text of a chapter.
    #[serde(default)]
    pub field: String,
    /// What is before it in its sentence.
    pub before: String,
    /// What is found.
    #[serde(rename = "match")]
    pub found: String,
    /// What takes its place.
    pub replacement: String,
    /// What follows in its sentence.
    pub after: String,
    /// Why it may be something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<MatchDoubt>,
}

/// A part of a story with places that can be replaced: a chapter's text, its title and beats, an entry of the world …
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplacePart {
    /// Stands for all of its places in a choice.
    pub id: String,
    /// What it is.
    pub kind: SearchKind,
    /// The id of the story, the chapter or the part of the world.
    pub subject: Uuid,
    /// The number of the chapter, where it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chapter: Option<u32>,
    /// Its title or name; empty where it has none.
    pub heading: String,
    /// How many places it has.
    pub places: u32,
    /// How many of them have a doubt.
    pub doubtful: u32,
}

/// A name, and what it becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NameForm {
    /// As the story has it now.
    pub name: String,
    /// What takes its place. Where it is missing, the new name decides; where it is empty, the form stays as it is.
    #[serde(default)]
    pub becomes: Option<String>,
}

/// A new name for somebody or something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewName {
    /// The new name.
    pub name: String,
    /// Other names by which the story calls them, and parts of the name that are to become something else.
    #[serde(default)]
    pub aliases: Vec<NameForm>,
}

/// What a replacement would change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplacePreview {
    /// The first places, in the order of the story.
    pub matches: Vec<ReplaceMatch>,
    /// How many more follow. The id of the last match is where the next page begins.
    pub more: u32,
    /// Every part of the story that has places.
    pub parts: Vec<ReplacePart>,
    /// All places.
    pub places: u32,
    /// How many of them have a doubt.
    pub doubtful: u32,
    /// For somebody's new name: the forms that were looked for.
    #[serde(default)]
    pub names: Vec<NameForm>,
    /// Says what the story is like now: a replacement with it changes nothing where one of these parts changed meanwhile.
    pub base: String,
}

/// A replacement that was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Replacement {
    /// Its id: with it, the replacement is taken back.
    pub undo: ReplacementId,
    /// What was looked for. Empty for a replacement of an earlier version of the studio.
    pub find: String,
    /// What took its place.
    pub replace: String,
    /// How many places changed.
    pub changed: u32,
    /// How many chapters they are in.
    pub chapters: u32,
    /// How many other parts of the story they are in: entries, relations, rules and facts of the world, and the brief.
    pub others: u32,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone_at: Option<Timestamp>,
}

/// A part of a story that a replacement changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplacedPart {
    /// What it is.
    pub kind: SearchKind,
    /// The id of the story, the chapter or the part of the world.
    pub subject: Uuid,
    /// The number of the chapter, where it belongs to one that is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chapter: Option<u32>,
    /// Its title or name; empty where it has none.
    pub heading: String,
}

/// A replacement that was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UndoneReplacement {
    /// How many parts of the story are as before again.
    pub restored: u32,
    /// Parts that were changed since: they stay as they are.
    pub kept: Vec<ReplacedPart>,
    /// Parts in the trash. Once restored, they can be taken back by the same undo.
    pub in_trash: Vec<ReplacedPart>,
    /// How many parts were deleted for good.
    pub gone: u32,
}
