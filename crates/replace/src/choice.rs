//! Which of the places that were found are to change.

use crate::place::TextPlace;
use domain::{PlaceChoice, Refusal, StoryPart};
use std::collections::{HashMap, HashSet};

/// Names a part: its kind and its subject.
pub(crate) fn part_id(part: &StoryPart) -> String {
    format!("{}:{}", part.kind.as_str(), part.subject.hyphenated())
}

/// Names a place of a part as it is now.
pub(crate) fn place_id(part: &str, version: i64, field: usize, place: &TextPlace) -> String {
    let (start, end) = (place.range.start, place.range.end);
    format!("{part}:{version}:{field}:{start}-{end}")
}

/// The id of the part in the id of a place.
fn part_of(id: &str) -> Option<&str> {
    let (at, _) = id.match_indices(':').nth(1)?;
    id.get(..at)
}

/// A choice, ready to be asked.
pub(crate) struct Chosen<'c> {
    only: Option<HashSet<&'c str>>,
    except: HashSet<&'c str>,
    also: HashSet<&'c str>,
    /// Ids of places that were not met yet, by their parts.
    named: HashMap<&'c str, HashSet<&'c str>>,
}

impl<'c> Chosen<'c> {
    pub(crate) fn new(choice: &'c PlaceChoice) -> Self {
        let mut named: HashMap<&str, HashSet<&str>> = HashMap::new();
        let only = choice.only.iter().flatten();
        for id in only.chain(&choice.except).chain(&choice.also) {
            if let Some(part) = part_of(id) {
                named.entry(part).or_default().insert(id);
            }
        }
        Self {
            only: choice.only.as_ref().map(|ids| set(ids)),
            except: set(&choice.except),
            also: set(&choice.also),
            named,
        }
    }

    /// Whether a place is to change.
    pub(crate) fn takes(&mut self, part: &str, id: &str, place: &TextPlace) -> bool {
        if let Some(named) = self.named.get_mut(part) {
            named.remove(id);
        }
        let is_sure = place.doubt.is_none();
        let only = |id: &str| self.only.as_ref().is_some_and(|only| only.contains(id));
        if self.except.contains(id) {
            return false;
        }
        if only(id) || self.also.contains(id) {
            return true;
        }
        if self.except.contains(part) {
            return false;
        }
        self.also.contains(part) || is_sure && (self.only.is_none() || only(part))
    }

    /// Fails where a place was named that is not there.
    pub(crate) fn check<'p>(
        &self,
        parts: impl Iterator<Item = &'p StoryPart>,
    ) -> Result<(), Refusal> {
        let mut left = self.named.iter().filter(|(_, ids)| !ids.is_empty());
        if left.next().is_none() {
            return Ok(());
        }
        let mut changed: Vec<String> = Vec::new();
        for part in parts {
            let named = self.named.get(part_id(part).as_str());
            let name = part.name();
            if named.is_some_and(|ids| !ids.is_empty()) && !changed.contains(&name) {
                changed.push(name);
            }
        }
        match changed.is_empty() {
            true => Err(Refusal::PlacesGone),
            false => Err(Refusal::ChangedSincePreview(changed)),
        }
    }
}

fn set(ids: &[String]) -> HashSet<&str> {
    ids.iter().map(String::as_str).collect()
}
