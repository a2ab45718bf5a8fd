//! How a request names a chapter.

use crate::{Chapter, ChapterId};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A chapter of a story: by its place, or by its id.
///
/// A place is another chapter's as soon as one before it is deleted, inserted or moved. So whoever has a chapter at
/// hand, such as a page that shows it, names it by its id; a number is for those who choose a place.
///
/// In JSON, a number or the id's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged, expecting = "a chapter is named by its number or by its id")]
pub enum ChapterRef {
    /// The chapter at this place, from 1.
    Number(u32),
    /// This chapter, wherever it is.
    Id(ChapterId),
}

impl ChapterRef {
    /// Whether it names this chapter, among those of its story.
    pub fn names(self, chapter: &Chapter) -> bool {
        match self {
            Self::Number(number) => chapter.number == number,
            Self::Id(id) => chapter.id == id,
        }
    }
}

impl From<u32> for ChapterRef {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<ChapterId> for ChapterRef {
    fn from(id: ChapterId) -> Self {
        Self::Id(id)
    }
}

impl fmt::Display for ChapterRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Id(id) => id.fmt(f),
        }
    }
}

impl FromStr for ChapterRef {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(number) => Ok(Self::Number(number)),
            Err(_) => text.parse().map(Self::Id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ChapterRef;
    use crate::{ChapterId, NewRun};
    use serde_json::json;
    use uuid::Uuid;

    const ID: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

    fn id() -> ChapterId {
        ChapterId(Uuid::parse_str(ID).expect("an id"))
    }

    #[test]
    fn in_json_it_is_a_number_or_the_text_of_an_id() {
        for (name, sent) in [
            (ChapterRef::from(7), json!(7)),
            (ChapterRef::from(id()), json!(ID)),
        ] {
            assert_eq!(serde_json::to_value(name).expect("JSON"), sent);
            let read: ChapterRef = serde_json::from_value(sent).expect("a chapter");
            assert_eq!(read, name);
        }
        for sent in [
            json!(-1),
            json!(1.5),
            json!(u64::MAX),
            json!("7"),
            json!("seven"),
            json!(null),
            json!([7]),
            json!({"number": 7}),
        ] {
            let refused = serde_json::from_value::<ChapterRef>(sent.clone());
            let why = refused.expect_err("no chapter").to_string();
            assert!(why.contains("its number or by its id"), "{sent}: {why}");
        }
    }

    #[test]
    fn in_a_path_digits_are_a_number() {
        for (text, name) in [
            ("7", ChapterRef::Number(7)),
            ("0", ChapterRef::Number(0)),
            (ID, ChapterRef::Id(id())),
        ] {
            let read: ChapterRef = text.parse().expect("a chapter");
            assert_eq!((read, &*read.to_string()), (name, text));
        }
        for text in ["", "-1", "1.5", "seven", "99999999999", "7 "] {
            assert!(text.parse::<ChapterRef>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_request_for_a_run_names_its_chapter_either_way() {
        for (sent, new) in [
            (json!({"kind": "chapter", "chapter": 7}), NewRun::chapter(7)),
            (
                json!({"kind": "chapter", "chapter": ID}),
                NewRun::chapter(id()),
            ),
        ] {
            let read: NewRun = serde_json::from_value(sent).expect("a request");
            assert_eq!(read, new);
        }
    }
}
