//! Manuscripts from outside: read for a preview, then stored as a story.

use super::{Engine, at_most, chapters::MAX_TEXT, stories};
use crate::{Error, Result};
use domain::{BookDetails, Brief, Story, StoryId, story::MAX_CHAPTERS, text};
use exchange::import::{DraftChapter, ImportedStory, MAX_CHAPTER_TITLE, Manuscript};
use manuscript::ReadOptions;
use store::{clock, ids};

/// The most characters of an imported text that stand in for a premise.
const PREMISE: usize = 300;

impl Engine {
    /// Reads a manuscript for a preview; nothing is stored. `encoding` names the one of a text file, where the author
    /// knows it.
    pub async fn read_manuscript(
        &self,
        file_name: String,
        bytes: Vec<u8>,
        encoding: Option<String>,
    ) -> Result<Manuscript> {
        let _turn = self.inner.heavy_work.acquire().await;
        let read = tokio::task::spawn_blocking(move || {
            let options = ReadOptions {
                encoding: encoding.as_deref(),
                ..ReadOptions::default()
            };
            manuscript::read(&file_name, &bytes, &options)
        });
        match read.await {
            Ok(read) => read.map_err(|error| Error::Invalid(sentence(&error.to_string()))),
            Err(error) => {
                tracing::error!(%error, "reading a manuscript panicked");
                Err(Error::Invalid(
                    "This file could not be read. Save it as .docx, .md or .txt and try again."
                        .to_owned(),
                ))
            }
        }
    }

    /// Makes a story of a manuscript, with all of its texts.
    pub async fn import_story(&self, imported: ImportedStory) -> Result<Story> {
        let count = imported.chapters.len();
        if count == 0 || count > MAX_CHAPTERS as usize {
            return Err(Error::Invalid(format!(
                "A story can have 1 to {MAX_CHAPTERS} chapters, not {count}. Merge chapters or import the \
                 manuscript in parts."
            )));
        }
        let mut chapters = imported.chapters;
        for chapter in &mut chapters {
            chapter.title = text::line(&chapter.title);
            at_most("A chapter’s title", &chapter.title, MAX_CHAPTER_TITLE)?;
            chapter.text = text::normalized(&chapter.text);
            at_most("A chapter’s text", &chapter.text, MAX_TEXT)?;
        }
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
            chapters: u32::try_from(count).unwrap_or(MAX_CHAPTERS),
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
            author: String::new(),
            cover: None,
            archived_at: None,
            version: 1,
            created_at: now,
            updated_at: now,
        };
        self.store().insert_imported(&story, &book, &chapters).await
    }
}

/// A sentence with a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    format!("{}{}.", first.collect::<String>(), letters.as_str())
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
                    title: String::new(),
                    text: text.to_owned(),
                },
            ])
        };
        assert_eq!(of(" She rows.\n\nHe waits. "), "She rows. He waits.");
        let long = of(&"word ".repeat(100));
        assert!(long.ends_with("word …") && long.chars().count() <= PREMISE + 2);
        assert_eq!(of(&"夜".repeat(1_000)).chars().count(), PREMISE);
        assert_eq!(of(" \n"), "An imported manuscript without a text.");
        assert_eq!(sentence("élan is empty"), "Élan is empty.");
    }
}
