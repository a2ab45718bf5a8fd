//! A story: the author's work.

use crate::{BriefPatch, CoverId, InterviewId, StoryId, Structure, Timestamp};
use serde::{Deserialize, Serialize};

/// The most chapters a brief may ask for.
pub const MAX_CHAPTERS: u32 = 1_000;

/// For whom a story can be written, as the pages offer it: the stored word, and how it is shown.
pub const RATINGS: [(&str, &str); 4] = [
    ("everyone", "Everyone"),
    ("children", "Children"),
    ("teens", "Teens"),
    ("adults", "Adults"),
];

/// How a rating is shown: a word that no page offers stands for itself.
pub fn rating_shown(rating: &str) -> String {
    RATINGS
        .iter()
        .find(|(word, _)| *word == rating)
        .map_or(rating, |(_, shown)| shown)
        .to_owned()
}

/// What the author wants: the seed of everything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Brief {
    /// The idea in a sentence or a page. The one thing that can't be empty.
    pub premise: String,
    /// "ghost story", "space opera"; empty: the writer's choice.
    pub genre: String,
    /// "quiet, uneasy"; empty: the writer's choice.
    pub tone: String,
    /// "grief", "what the dead owe the living".
    pub themes: Vec<String>,
    /// Where and when.
    pub setting: String,
    /// How many chapters.
    pub chapters: u32,
    /// The shape its parts are laid out in.
    pub structure: Structure,
    /// A BCP 47 tag or a name: "en", "Deutsch". The pages store the tag where there is one
    /// ([`tag_of`](crate::language::tag_of)).
    pub language: String,
    /// For whom, in words a model reads: one of [`RATINGS`], or any other.
    pub rating: String,
    /// What must be in it.
    pub include: Vec<String>,
    /// What must not.
    pub avoid: Vec<String>,
}

impl Default for Brief {
    fn default() -> Self {
        Self {
            premise: String::new(),
            genre: String::new(),
            tone: String::new(),
            themes: Vec::new(),
            setting: String::new(),
            chapters: 5,
            structure: Structure::Free,
            language: "en".to_owned(),
            rating: "everyone".to_owned(),
            include: Vec::new(),
            avoid: Vec::new(),
        }
    }
}

/// A story, as lists and overview show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Story {
    /// Its id.
    pub id: StoryId,
    /// Its title.
    pub title: String,
    /// What the author wants.
    pub brief: Brief,
    /// The template it was made from, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// How many chapters it has now.
    pub chapters: u32,
    /// How many of them are finished.
    pub chapters_written: u32,
    /// Words in all current revisions.
    pub words: u64,
    /// The author's name, as it is set for the book.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// The cover in use, if it can be shown as a small picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<CoverId>,
    /// When it was archived, if it is: then it is not in the library's usual list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<Timestamp>,
    /// Grows with every change; the `ETag`.
    pub version: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When anything in it last changed.
    pub updated_at: Timestamp,
}

/// A story to make.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewStory {
    /// Its title; made from the premise where it is empty.
    #[serde(default)]
    pub title: String,
    /// What the author wants.
    #[serde(default)]
    pub brief: Brief,
    /// A template's id: fills what the brief leaves empty.
    #[serde(default)]
    pub template: Option<String>,
    /// The interview that led to it: what that took counts as the story's. One that is not kept any more, or
    /// that led to another story already, changes nothing.
    #[serde(default)]
    pub interview: Option<InterviewId>,
}

/// A change to a story; what is missing stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StoryPatch {
    /// New title.
    #[serde(default)]
    pub title: Option<String>,
    /// What to change of the brief.
    #[serde(default)]
    pub brief: Option<BriefPatch>,
    /// Whether it is archived.
    #[serde(default)]
    pub archived: Option<bool>,
}

/// A story to begin from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Template {
    /// Stable name.
    pub id: String,
    /// For a person.
    pub name: String,
    /// One sentence about it.
    pub description: String,
    /// What it sets.
    pub brief: Brief,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_brief_is_for_one_of_the_offered_ratings() {
        let usual = Brief::default().rating;
        assert!(RATINGS.iter().any(|(word, _)| *word == usual));
        assert_eq!(rating_shown(&usual), "Everyone");
        assert_eq!(rating_shown("my aunt"), "my aunt");
    }
}
