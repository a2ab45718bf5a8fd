//! What an author changes in the preview, before anything is stored.

use super::{DraftChapter, MAX_CHAPTER_TITLE, Manuscript};
use thiserror::Error;

/// Why a preview can't be changed like this.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// No chapter is there.
    #[error("there is no chapter {}: the manuscript has {count}", chapter.wrapping_add(1))]
    NoChapter {
        /// The place that was asked for, from 0.
        chapter: usize,
        /// How many chapters there are.
        count: usize,
    },
    /// No chapter follows.
    #[error("chapter {} is the last one: nothing follows that it could be merged with", chapter + 1)]
    NothingFollows {
        /// The chapter's place, from 0.
        chapter: usize,
    },
    /// No chapter comes before it.
    #[error("chapter 1 is the first one: nothing comes before that it could be merged with")]
    NothingBefore,
    /// A story file is imported as it is.
    #[error("this file holds a whole story: import it first, then change its chapters")]
    WholeStory,
    /// A chapter can't be split there.
    #[error("chapter {} can’t be split before paragraph {}: choose one from 2 to {count}", chapter + 1, paragraph.wrapping_add(1))]
    NoParagraph {
        /// The chapter's place, from 0.
        chapter: usize,
        /// The paragraph that was asked for, from 0.
        paragraph: usize,
        /// How many paragraphs the chapter has.
        count: usize,
    },
    /// The chapter has one paragraph.
    #[error("chapter {} has only one paragraph and can’t be split", chapter + 1)]
    OneParagraph {
        /// The chapter's place, from 0.
        chapter: usize,
    },
    /// The title is too long.
    #[error("the title has more than {MAX_CHAPTER_TITLE} characters: shorten it")]
    LongTitle,
    /// A manuscript keeps one chapter.
    #[error("all other chapters are left out: at least one has to stay")]
    OnlyChapter,
}

/// Merges a chapter with the one that follows it. The first title stays; where it is empty, the second. The chapter is
/// left out only if both were.
pub fn merge_with_next(manuscript: &mut Manuscript, chapter: usize) -> Result<(), EditError> {
    check(manuscript, chapter)?;
    if chapter + 1 >= manuscript.chapters.len() {
        return Err(EditError::NothingFollows { chapter });
    }
    let next = manuscript.chapters.remove(chapter + 1);
    let first = &mut manuscript.chapters[chapter];
    if first.title.is_empty() {
        first.title = next.title;
    }
    if !first.text.is_empty() && !next.text.is_empty() {
        first.text.push_str("\n\n");
    }
    first.text.push_str(&next.text);
    first.left_out &= next.left_out;
    Ok(())
}

/// Splits a chapter before a paragraph, counted from 0; the second half gets this title. A scene break between the
/// halves goes.
pub fn split(
    manuscript: &mut Manuscript,
    chapter: usize,
    paragraph: usize,
    title: &str,
) -> Result<(), EditError> {
    check(manuscript, chapter)?;
    let title = checked(title)?;
    let text = &manuscript.chapters[chapter].text;
    let all: Vec<&str> = domain::text::paragraphs(text).collect();
    let count = all.len();
    if count < 2 {
        return Err(EditError::OneParagraph { chapter });
    }
    if paragraph == 0 || paragraph >= count {
        return Err(EditError::NoParagraph {
            chapter,
            paragraph,
            count,
        });
    }
    let (mut before, mut behind) = all.split_at(paragraph);
    while let [rest @ .., "***"] = before {
        before = rest;
    }
    while let ["***", rest @ ..] = behind {
        behind = rest;
    }
    if before.is_empty() || behind.is_empty() {
        return Err(EditError::NoParagraph {
            chapter,
            paragraph,
            count,
        });
    }
    let (first, second) = (before.join("\n\n"), behind.join("\n\n"));
    manuscript.chapters[chapter].text = first;
    let new = DraftChapter {
        title,
        text: second,
        left_out: manuscript.chapters[chapter].left_out,
    };
    manuscript.chapters.insert(chapter + 1, new);
    Ok(())
}

/// Gives a chapter another title; an empty one takes it away.
pub fn rename(manuscript: &mut Manuscript, chapter: usize, title: &str) -> Result<(), EditError> {
    check(manuscript, chapter)?;
    manuscript.chapters[chapter].title = checked(title)?;
    Ok(())
}

/// Leaves a chapter out of the story, or takes it in again. One chapter at least stays in.
pub fn leave_out(
    manuscript: &mut Manuscript,
    chapter: usize,
    left_out: bool,
) -> Result<(), EditError> {
    check(manuscript, chapter)?;
    let stays = |(place, it): (usize, &DraftChapter)| place != chapter && !it.left_out;
    if left_out && !manuscript.chapters.iter().enumerate().any(stays) {
        return Err(EditError::OnlyChapter);
    }
    manuscript.chapters[chapter].left_out = left_out;
    Ok(())
}

/// Refuses a chapter that is not there.
pub(super) fn check(manuscript: &Manuscript, chapter: usize) -> Result<(), EditError> {
    let count = manuscript.chapters.len();
    match chapter < count {
        true => Ok(()),
        false => Err(EditError::NoChapter { chapter, count }),
    }
}

/// A title in one line.
fn checked(title: &str) -> Result<String, EditError> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let title = words.join(" ");
    match title.chars().count() <= MAX_CHAPTER_TITLE {
        true => Ok(title),
        false => Err(EditError::LongTitle),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manuscript {
        let chapter = |title: &str, text: &str| DraftChapter {
            title: title.to_owned(),
            text: text.to_owned(),
            left_out: false,
        };
        Manuscript {
            chapters: vec![
                chapter("One", "A.\n\nB.\n\n***\n\nC."),
                chapter("Two", "D."),
            ],
            ..Manuscript::default()
        }
    }

    fn titles(manuscript: &Manuscript) -> Vec<&str> {
        manuscript
            .chapters
            .iter()
            .map(|chapter| chapter.title.as_str())
            .collect()
    }

    #[test]
    fn a_chapter_is_merged_with_the_next() -> Result<(), EditError> {
        let mut manuscript = sample();
        merge_with_next(&mut manuscript, 0)?;
        assert_eq!(titles(&manuscript), ["One"]);
        assert_eq!(manuscript.chapters[0].text, "A.\n\nB.\n\n***\n\nC.\n\nD.");
        assert_eq!(
            merge_with_next(&mut manuscript, 0),
            Err(EditError::NothingFollows { chapter: 0 })
        );
        Ok(())
    }

    #[test]
    fn a_chapter_is_split_before_a_paragraph() -> Result<(), EditError> {
        let mut manuscript = sample();
        split(&mut manuscript, 0, 3, " One  and a half ")?;
        assert_eq!(titles(&manuscript), ["One", "One and a half", "Two"]);
        assert_eq!(manuscript.chapters[0].text, "A.\n\nB.");
        assert_eq!(manuscript.chapters[1].text, "C.");
        Ok(())
    }

    #[test]
    fn a_place_that_is_not_there_is_named() {
        let mut manuscript = sample();
        let error = rename(&mut manuscript, 2, "x")
            .err()
            .map(|error| error.to_string());
        assert_eq!(
            error.as_deref(),
            Some("there is no chapter 3: the manuscript has 2")
        );
        let error = split(&mut manuscript, 0, 9, "")
            .err()
            .map(|error| error.to_string());
        assert_eq!(
            error.as_deref(),
            Some("chapter 1 can’t be split before paragraph 10: choose one from 2 to 4")
        );
        assert!(
            split(&mut manuscript, 0, 0, "").is_err() && split(&mut manuscript, 1, 1, "").is_err()
        );
        assert_eq!(manuscript, sample());
        manuscript.chapters[0].text = "***\n\nA.".to_owned();
        assert!(split(&mut manuscript, 0, 1, "").is_err());
    }

    #[test]
    fn a_chapter_is_renamed_and_left_out_but_one_stays() -> Result<(), EditError> {
        let mut manuscript = sample();
        rename(&mut manuscript, 1, "Last")?;
        assert_eq!(
            rename(&mut manuscript, 1, &"x".repeat(201)),
            Err(EditError::LongTitle)
        );
        leave_out(&mut manuscript, 0, true)?;
        assert_eq!(titles(&manuscript), ["One", "Last"]);
        assert_eq!(
            leave_out(&mut manuscript, 1, true),
            Err(EditError::OnlyChapter)
        );
        leave_out(&mut manuscript, 0, false)?;
        leave_out(&mut manuscript, 1, true)?;
        let mut both = manuscript.clone();
        merge_with_next(&mut both, 0)?;
        assert!(!both.chapters[0].left_out);
        Ok(())
    }
}
