//! A replacement over the chapters of a story.

use crate::{TextPattern, TextPlace, replaced, sentence_around};
use domain::{
    Chapter, ChapterId, NewReplacement, Refusal, ReplaceChapter, ReplacePlace, ReplacePreview, text,
};
use std::collections::{HashMap, HashSet};

/// The most places of one replacement.
pub const MAX_PLACES: usize = 20_000;

/// The most places that a preview shows.
const SHOWN: usize = 500;

/// About how much of its sentence is shown with a place, in characters.
const SENTENCE: usize = 300;

/// A chapter with its text and the places in it.
#[derive(Clone, Debug)]
pub struct ChapterPlaces {
    chapter: Chapter,
    text: String,
    places: Vec<TextPlace>,
}

/// The chapters that have places, in the order in which they come.
///
/// # Errors
///
/// [`Refusal::TooManyPlaces`] where there are more than [`MAX_PLACES`].
pub fn find(
    chapters: Vec<(Chapter, String)>,
    pattern: &TextPattern,
) -> Result<Vec<ChapterPlaces>, Refusal> {
    let (mut found, mut left) = (Vec::new(), MAX_PLACES);
    for (chapter, text) in chapters {
        let (places, more) = pattern.places(&text, left);
        if more > 0 {
            return Err(Refusal::TooManyPlaces(MAX_PLACES));
        }
        left -= places.len();
        if !places.is_empty() {
            found.push(ChapterPlaces {
                chapter,
                text,
                places,
            });
        }
    }
    Ok(found)
}

/// Names a place of a chapter as it is now.
fn key(chapter: ChapterId, place: &TextPlace) -> String {
    format!("{chapter}:{}-{}", place.range.start, place.range.end)
}

/// The first places, each with its sentence, and the chapters that they are in.
pub fn preview(found: &[ChapterPlaces]) -> ReplacePreview {
    let mut preview = ReplacePreview::default();
    for ChapterPlaces {
        chapter,
        text,
        places,
    } in found
    {
        for place in places {
            if preview.places.len() == SHOWN {
                preview.more += 1;
                continue;
            }
            let (before, after) = sentence_around(text, place, SENTENCE);
            preview.places.push(ReplacePlace {
                key: key(chapter.id, place),
                chapter: chapter.id,
                number: chapter.number,
                before,
                found: text[place.range.clone()].to_owned(),
                replacement: place.replacement.clone(),
                after,
            });
        }
        preview.chapters.push(ReplaceChapter {
            chapter: chapter.id,
            number: chapter.number,
            title: chapter.title.clone(),
            version: chapter.version,
            places: u32::try_from(places.len()).unwrap_or(u32::MAX),
        });
    }
    preview
}

/// The chapters that differ, each with its text after the replacement, in the form in which texts are kept.
///
/// # Errors
///
/// A [`Refusal`] where nothing would change, and where what was chosen is not there as it was.
pub fn changes(
    found: Vec<ChapterPlaces>,
    new: &NewReplacement,
) -> Result<Vec<(Chapter, String)>, Refusal> {
    if found.is_empty() {
        return Err(Refusal::NothingToReplace);
    }
    let versions = new.versions.iter().map(|base| (base.chapter, base.version));
    let versions: HashMap<ChapterId, i64> = versions.collect();
    let chosen = new.places.as_ref();
    let mut chosen: Option<HashSet<&str>> =
        chosen.map(|keys| keys.iter().map(String::as_str).collect());
    let (mut texts, mut others) = (Vec::new(), Vec::new());
    for ChapterPlaces {
        chapter,
        text,
        mut places,
    } in found
    {
        let is_based_on_it = versions.get(&chapter.id) == Some(&chapter.version);
        if let Some(chosen) = &mut chosen {
            // Keys of another version may name other places.
            let of_chapter = format!("{}:", chapter.id);
            let names_it = chosen.iter().any(|key| key.starts_with(&of_chapter));
            if !names_it {
                continue;
            }
            if is_based_on_it {
                places.retain(|place| chosen.remove(key(chapter.id, place).as_str()));
            } else {
                chosen.retain(|key| !key.starts_with(&of_chapter));
            }
        }
        if !is_based_on_it {
            others.push(chapter.number);
            continue;
        }
        let mut after = replaced(&text, &places);
        // A text that was not in the usual form stays as it is but for the places.
        if text::normalized(&text) == text {
            after = text::normalized(&after);
        }
        if after != text {
            texts.push((chapter, after));
        }
    }
    if !others.is_empty() {
        return Err(Refusal::ChangedSincePreview(others));
    }
    if chosen.is_some_and(|left| !left.is_empty()) {
        return Err(Refusal::PlacesGone);
    }
    if texts.is_empty() {
        return Err(Refusal::NothingReplaced);
    }
    Ok(texts)
}
