//! A replacement over all parts of a story.

use crate::{
    choice::{Chosen, part_id, place_id},
    fields,
    place::{PartField, PlaceBudget, PlaceSearch, TextPlace, replaced, sentence_around},
};
use domain::{
    NameForm, PartValue, PlaceChoice, Refusal, ReplaceMatch, ReplacePart, ReplacePreview,
    StoryPart, text,
};
use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash as _, Hasher as _},
};

/// The most places that a preview shows at once.
const SHOWN: usize = 500;

/// About how much of its sentence is shown with a place, in characters.
const SENTENCE: usize = 300;

/// The places that were found in a story.
#[derive(Clone, Debug, Default)]
pub struct FoundPlaces {
    parts: Vec<FoundPart>,
}

/// A part of a story and the places in its texts.
#[derive(Clone, Debug)]
pub(crate) struct FoundPart {
    pub(crate) part: StoryPart,
    /// The text, its number among those of the part and its label.
    fields: Vec<FoundField>,
}

#[derive(Clone, Debug)]
struct FoundField {
    number: usize,
    label: String,
    text: String,
    places: Vec<TextPlace>,
}

/// What a replacement changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartChanges {
    /// The parts as they become.
    pub parts: Vec<StoryPart>,
    /// How many places change.
    pub places: u32,
}

/// The parts that have places, in the order in which they come.
///
/// # Errors
///
/// A [`Refusal`] where there are too many places, or what takes their place is too long.
pub fn find(parts: Vec<StoryPart>, finder: &impl PlaceSearch) -> Result<FoundPlaces, Refusal> {
    let mut budget = PlaceBudget::default();
    let mut found = Vec::new();
    for mut part in parts {
        let texts = fields::of(&mut part).into_iter().enumerate();
        let texts: Vec<_> = texts
            .map(|(number, field)| (number, field.label, field.text.clone()))
            .collect();
        let mut with_places = Vec::new();
        for (number, label, text) in texts {
            let field = PartField {
                part: &part,
                number,
                text: &text,
            };
            let places = finder.places(&field, &mut budget)?;
            if !places.is_empty() {
                with_places.push(FoundField {
                    number,
                    label: label.into_owned(),
                    text,
                    places,
                });
            }
        }
        if !with_places.is_empty() {
            let fields = with_places;
            found.push(FoundPart { part, fields });
        }
    }
    Ok(FoundPlaces { parts: found })
}

impl FoundPart {
    fn places(&self) -> impl Iterator<Item = (&FoundField, &TextPlace)> {
        let fields = self.fields.iter();
        fields.flat_map(|field| field.places.iter().map(move |place| (field, place)))
    }

    fn shown(&self, id: &str, field: &FoundField, place: &TextPlace) -> ReplaceMatch {
        let (before, after) = sentence_around(&field.text, place, SENTENCE);
        ReplaceMatch {
            id: place_id(id, self.part.version, field.number, place),
            part: id.to_owned(),
            kind: self.part.kind,
            subject: self.part.subject,
            chapter: self.part.chapter,
            field: field.label.clone(),
            before,
            found: field
                .text
                .get(place.range.clone())
                .unwrap_or_default()
                .to_owned(),
            replacement: place.replacement.to_string(),
            after,
            doubt: place.doubt,
        }
    }
}

impl FoundPlaces {
    /// The first places after the one that is named, each with its sentence, and the parts that they are in.
    ///
    /// # Errors
    ///
    /// [`Refusal::PlacesGone`] where there is no place of that name.
    pub fn preview(
        &self,
        after: Option<&str>,
        names: Vec<NameForm>,
    ) -> Result<ReplacePreview, Refusal> {
        let mut preview = ReplacePreview {
            base: self.base(),
            names,
            ..ReplacePreview::default()
        };
        let mut is_after = after.is_none();
        for found in &self.parts {
            let id = part_id(&found.part);
            let (mut places, mut doubtful) = (0, 0);
            for (field, place) in found.places() {
                places += 1;
                doubtful += u32::from(place.doubt.is_some());
                if !is_after {
                    let key = place_id(&id, found.part.version, field.number, place);
                    is_after = after == Some(key.as_str());
                } else if preview.matches.len() < SHOWN {
                    preview.matches.push(found.shown(&id, field, place));
                } else {
                    preview.more += 1;
                }
            }
            preview.places += places;
            preview.doubtful += doubtful;
            preview.parts.push(ReplacePart {
                id,
                kind: found.part.kind,
                subject: found.part.subject,
                chapter: found.part.chapter,
                heading: found.part.heading.clone(),
                places,
                doubtful,
            });
        }
        match is_after {
            true => Ok(preview),
            false => Err(Refusal::PlacesGone),
        }
    }

    /// Changes with every part that has places.
    fn base(&self) -> String {
        let mut hasher = DefaultHasher::new();
        for found in &self.parts {
            part_id(&found.part).hash(&mut hasher);
            found.part.version.hash(&mut hasher);
            found.places().count().hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    }

    /// The parts that differ, as they are after the replacement of the chosen places.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] where nothing would change, and where what was chosen is not there as it was.
    pub fn changes(self, choice: &PlaceChoice) -> Result<PartChanges, Refusal> {
        let mut chosen = Chosen::new(choice);
        let is_base = |base: &String| *base == self.base();
        let is_changed = !choice.base.as_ref().is_none_or(is_base);
        let mut changes = PartChanges::default();
        for found in &self.parts {
            let id = part_id(&found.part);
            let mut part = found.part.clone();
            let mut texts = fields::of(&mut part);
            for field in &found.fields {
                let mut places = field.places.clone();
                places.retain(|place| {
                    let key = place_id(&id, found.part.version, field.number, place);
                    chosen.takes(&id, &key, place)
                });
                places.retain(|place| {
                    field.text.get(place.range.clone()) != Some(&*place.replacement)
                });
                changes.places += u32::try_from(places.len()).unwrap_or(u32::MAX);
                if let Some(text) = texts.get_mut(field.number) {
                    *text.text = replaced(&field.text, &places);
                }
            }
            drop(texts);
            if let (PartValue::Text(before), PartValue::Text(after)) =
                (&found.part.value, &mut part.value)
                && text::normalized(before) == *before
            {
                // A text that was not in the usual form stays as it is but for the places.
                *after = text::normalized(after);
            }
            if part.value != found.part.value {
                changes.parts.push(part);
            }
        }
        if choice.base.is_none() {
            // With a base, all places are as they were listed: an id that names none is left over from another list.
            chosen.check(self.parts.iter().map(|found| &found.part))?;
        }
        if is_changed {
            let story = "the story".to_owned();
            return Err(Refusal::ChangedSincePreview(vec![story]));
        }
        if self.parts.is_empty() {
            return Err(Refusal::NothingToReplace);
        }
        if changes.parts.is_empty() {
            return Err(Refusal::NothingReplaced);
        }
        Ok(changes)
    }
}
