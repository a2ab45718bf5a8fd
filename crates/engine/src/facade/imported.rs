//! A manuscript becomes a story, all of it or nothing.

use super::{Engine, at_most, chapters::MAX_TEXT, stories};
use crate::{Error, Result};
use domain::{BookDetails, Brief, ImportId, Story, StoryId, story::MAX_CHAPTERS, text};
use exchange::import::{DraftChapter, ImportedStory, MAX_CHAPTER_TITLE};
use store::{StoryContent, clock, ids};

/// The most characters of an imported text that stand in for a premise.
const PREMISE: usize = 300;

/// The title of a chapter that is made of more front matter than a book can have.
const FRONT_MATTER: &str = "Front matter";

impl Engine {
    /// Makes a story of a manuscript, with all of its texts. The import that it was, and the version of it that was
    /// looked at, ends with this.
    pub(super) async fn import_story(
        &self,
        mut imported: ImportedStory,
        import: Option<(ImportId, i64)>,
    ) -> Result<Story> {
        move_long_front_matter(&mut imported);
        let chapters = checked_chapters(std::mem::take(&mut imported.chapters))?;
        let premise = match imported.premise.trim() {
            "" => beginning(&chapters),
            premise => premise.to_owned(),
        };
        let language = match imported.language.trim() {
            "" => Brief::default().language,
            language => language.to_owned(),
        };
        let brief = stories::checked(Brief {
            premise,
            language,
            chapters: u32::try_from(chapters.len()).unwrap_or(MAX_CHAPTERS),
            ..Brief::default()
        })?;
        let mut book = BookDetails {
            author: imported.author,
            front_matter: imported.front_matter,
            ..BookDetails::default()
        };
        for (name, part, most) in book.parts_mut() {
            *part = text::field(part);
            at_most(name, part, most)?;
        }
        let now = clock::now();
        let story = Story {
            id: StoryId(ids::new_id()),
            title: stories::titled(&imported.title, &brief)?,
            chapters: brief.chapters,
            brief,
            template: None,
            chapters_written: 0,
            words: 0,
            version: 1,
            created_at: now,
            updated_at: now,
        };
        let accepted = StoryContent {
            import,
            story,
            book,
            chapters,
        };
        self.store().insert_imported(&accepted).await
    }
}

/// More than a book's front matter can hold becomes a chapter: nothing is lost.
fn move_long_front_matter(imported: &mut ImportedStory) {
    let mut probe = BookDetails::default();
    let most = probe
        .parts_mut()
        .iter()
        .find(|(name, ..)| *name == "The front matter")
        .map_or(usize::MAX, |(.., most)| *most);
    if imported.front_matter.chars().count() > most {
        let chapter = DraftChapter {
            title: FRONT_MATTER.to_owned(),
            text: std::mem::take(&mut imported.front_matter),
            left_out: false,
        };
        imported.chapters.insert(0, chapter);
    }
}

/// The chapters as they are stored, or which of them can't be.
fn checked_chapters(mut chapters: Vec<DraftChapter>) -> Result<Vec<DraftChapter>> {
    let count = chapters.len();
    if count == 0 || count > MAX_CHAPTERS as usize {
        return Err(Error::Invalid(format!(
            "A story can have 1 to {MAX_CHAPTERS} chapters, not {count}. Merge chapters, leave some out, or import \
             the manuscript in parts."
        )));
    }
    for (number, chapter) in (1..).zip(&mut chapters) {
        chapter.title = text::line(&chapter.title);
        at_most(
            &format!("The title of chapter {number}"),
            &chapter.title,
            MAX_CHAPTER_TITLE,
        )?;
        chapter.text = text::normalized(&chapter.text);
        let length = chapter.text.chars().count();
        if length > MAX_TEXT {
            return Err(Error::Invalid(format!(
                "Chapter {number} has {length} characters, but at most {MAX_TEXT} are allowed. Split it and try again."
            )));
        }
    }
    Ok(chapters)
}

/// The beginning of the text, in whole words: what a brief says until the author writes a premise.
fn beginning(chapters: &[DraftChapter]) -> String {
    let mut written = chapters.iter().map(|chapter| chapter.text.trim());
    let first = written.find(|text| !text.is_empty()).unwrap_or_default();
    let mut premise = String::new();
    let mut length = 0;
    for word in first.split_whitespace() {
        length += word.chars().count() + 1;
        if length > PREMISE {
            return if premise.is_empty() {
                word.chars().take(PREMISE).collect()
            } else {
                premise + " …"
            };
        }
        if !premise.is_empty() {
            premise.push(' ');
        }
        premise.push_str(word);
    }
    match premise.is_empty() {
        true => "An imported manuscript without a text.".to_owned(),
        false => premise,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_premise_is_made_of_whole_words() {
        let of = |text: &str| {
            beginning(&[
                DraftChapter::default(),
                DraftChapter {
                    text: text.to_owned(),
                    ..DraftChapter::default()
                },
            ])
        };
        assert_eq!(of(" She rows.\n\nHe waits. "), "She rows. He waits.");
        let long = of(&"word ".repeat(100));
        assert!(long.ends_with("word …") && long.chars().count() <= PREMISE + 2);
        assert_eq!(of(&"夜".repeat(1_000)).chars().count(), PREMISE);
        assert_eq!(of(" \n"), "An imported manuscript without a text.");
    }
}
