//! The places that a replacement would change: each with its sentence before and after, to choose one by one or part
//! by part.

use super::{TextLanguage, hash_of, rows, show};
use crate::{formatting, live::memo};
use domain::{PlaceChoice, ReplaceMatch, ReplacePart, SearchKind};
use leptos::prelude::*;
use std::collections::HashSet;

/// Which places are to change: all but those with a doubt, until somebody chooses otherwise. Copies share everything.
#[derive(Clone, Copy)]
pub struct PlaceSelection {
    /// Parts and places that stay.
    except: RwSignal<HashSet<String>>,
    /// Parts and places that change in spite of a doubt, or though their part stays.
    also: RwSignal<HashSet<String>>,
}

/// Whether all, some or none of the places of a part are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartState {
    All,
    Some,
    None,
}

impl PlaceSelection {
    /// Nothing is chosen otherwise yet.
    pub fn new() -> Self {
        Self {
            except: RwSignal::new(HashSet::new()),
            also: RwSignal::new(HashSet::new()),
        }
    }

    /// Forgets what was chosen.
    pub fn clear(self) {
        self.except.set(HashSet::new());
        self.also.set(HashSet::new());
    }

    /// What is asked of the server, for places as they were when `base` was the state of the story.
    pub fn choice(self, base: &str) -> PlaceChoice {
        let sorted = |ids: RwSignal<HashSet<String>>| {
            let mut ids: Vec<String> = ids.with_untracked(|ids| ids.iter().cloned().collect());
            ids.sort_unstable();
            ids
        };
        PlaceChoice {
            only: None,
            except: sorted(self.except),
            also: sorted(self.also),
            base: Some(base.to_owned()),
        }
    }

    /// Whether places of a part change that nobody chose one by one.
    fn has_part(self, part: &str, is_doubtful: bool) -> bool {
        !self.except.with(|except| except.contains(part))
            && (!is_doubtful || self.also.with(|also| also.contains(part)))
    }

    /// Whether a place changes.
    fn has(self, place: &ReplaceMatch) -> bool {
        if self.also.with(|also| also.contains(&place.id)) {
            return true;
        }
        !self.except.with(|except| except.contains(&place.id))
            && self.has_part(&place.part, place.doubt.is_some())
    }

    /// How many of the places of a part change. Places that are not listed yet follow their part.
    fn count_in(self, part: &ReplacePart, listed: &[ReplaceMatch]) -> u32 {
        let of = |is_doubtful: bool, count: u32| match self.has_part(&part.id, is_doubtful) {
            true => count,
            false => 0,
        };
        let by_part = of(false, part.places - part.doubtful) + of(true, part.doubtful);
        let listed = listed.iter().filter(|place| place.part == part.id);
        listed.fold(by_part, |count, place| {
            match (
                self.has_part(&part.id, place.doubt.is_some()),
                self.has(place),
            ) {
                (false, true) => count + 1,
                (true, false) => count.saturating_sub(1),
                _ => count,
            }
        })
    }

    /// How many places change.
    pub fn count(self, parts: &[ReplacePart], listed: &[ReplaceMatch]) -> u32 {
        let of = |part: &ReplacePart| self.count_in(part, listed);
        parts.iter().map(of).sum()
    }

    fn state_of(self, part: &ReplacePart, listed: &[ReplaceMatch]) -> PartState {
        match self.count_in(part, listed) {
            0 => PartState::None,
            count if count == part.places => PartState::All,
            _ => PartState::Some,
        }
    }

    /// Chooses all places of a part, or none.
    fn turn_part(self, part: &ReplacePart, listed: &[ReplaceMatch], on: bool) {
        let places: Vec<&String> = listed
            .iter()
            .filter(|place| place.part == part.id)
            .map(|place| &place.id)
            .collect();
        let turn = |ids: RwSignal<HashSet<String>>, has_part: bool| {
            ids.update(|ids| {
                for place in &places {
                    ids.remove(*place);
                }
                ids.remove(&part.id);
                if has_part {
                    ids.insert(part.id.clone());
                }
            });
        };
        turn(self.except, !on);
        turn(self.also, on && part.doubtful > 0);
    }

    /// Chooses a place, or leaves it.
    fn turn(self, place: &ReplaceMatch, on: bool) {
        let by_part = untrack(|| self.has_part(&place.part, place.doubt.is_some()));
        let turn = |ids: RwSignal<HashSet<String>>, has: bool| {
            ids.update(|ids| {
                ids.remove(&place.id);
                if has {
                    ids.insert(place.id.clone());
                }
            });
        };
        turn(self.except, !on && by_part);
        turn(self.also, on && !by_part);
    }
}

/// "Chapter 3 · The Ferry", "Outline of chapter 3".
pub fn part_name(kind: SearchKind, chapter: Option<u32>, heading: &str) -> String {
    let number = chapter.unwrap_or_default();
    let with_heading = |what: String| match heading.is_empty() {
        true => what,
        false => format!("{what} · {heading}"),
    };
    match kind {
        SearchKind::Story => "Title and brief".to_owned(),
        SearchKind::Outline => format!("Outline of chapter {number}"),
        SearchKind::Summary => format!("Summary of chapter {number}"),
        SearchKind::Text => with_heading(format!("Chapter {number}")),
        SearchKind::Entity => with_heading("World".to_owned()),
        SearchKind::Relation => "Relation".to_owned(),
        SearchKind::Rule => "Rule".to_owned(),
        SearchKind::Fact => "Fact".to_owned(),
    }
}

/// The list of places, part by part.
#[component]
pub fn ReplacePreviewList(
    /// The parts of the story that have places.
    parts: Memo<Vec<ReplacePart>>,
    /// The places that are listed.
    places: Memo<Vec<ReplaceMatch>>,
    /// Which of them change.
    selection: PlaceSelection,
) -> AnyView {
    // A part appears with its first place: of a long list, only the beginning is listed.
    let listed = move || {
        places.with(|places| {
            let listed: HashSet<&String> = places.iter().map(|place| &place.part).collect();
            parts.with(|parts| {
                let listed = parts.iter().filter(|part| listed.contains(&part.id));
                listed.cloned().collect::<Vec<_>>()
            })
        })
    };
    let key = |part: &ReplacePart| (part.id.clone(), part.places, part.doubtful);
    view! {
        <div class="places" lang=TextLanguage::get()>
            {rows(listed, key, move |part| part_view(part, places, selection))}
        </div>
    }
    .into_any()
}

fn part_view(
    part: ReplacePart,
    places: Memo<Vec<ReplaceMatch>>,
    selection: PlaceSelection,
) -> AnyView {
    let name = part_name(part.kind, part.chapter, &part.heading);
    let label = name.clone();
    let count = formatting::pluralize(part.places.into(), "place");
    let id = part.id.clone();
    let of_part = memo(move || {
        let of_part = |place: &&ReplaceMatch| place.part == id;
        places.with(|places| places.iter().filter(of_part).cloned().collect::<Vec<_>>())
    });
    let turned = part.clone();
    let state = memo(move || of_part.with(|listed| selection.state_of(&part, listed)));
    view! {
        <div class="part" role="group" aria-label=label>
            <label>
                <input
                    type="checkbox"
                    prop:checked=move || state.get() == PartState::All
                    prop:indeterminate=move || state.get() == PartState::Some
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        of_part.with_untracked(|listed| selection.turn_part(&turned, listed, on));
                    }
                />
                <span>
                    <span dir="auto">{name}</span>
                    " "
                    <span class="about" lang="en">
                        {count}
                    </span>
                </span>
            </label>
            <ul>
                {rows(
                    move || of_part.get(),
                    |place| hash_of(&(&place.id, &place.replacement, &place.found)),
                    move |place| place_view(place, selection),
                )}
            </ul>
        </div>
    }
    .into_any()
}

fn place_view(place: ReplaceMatch, selection: PlaceSelection) -> AnyView {
    let shown = place.clone();
    let turned = place.clone();
    let is_chosen = memo(move || selection.has(&place));
    let ReplaceMatch {
        field,
        before,
        found,
        replacement,
        after,
        doubt,
        ..
    } = shown;
    let about = (!field.is_empty() || doubt.is_some()).then(|| {
        view! {
            <span class="about" lang="en">
                {field}
                " "
                {doubt.map(|doubt| view! { <b>{doubt.label()}</b> })}
            </span>
        }
    });
    view! {
        <li class:unchosen=move || !is_chosen.get()>
            <label>
                <input
                    type="checkbox"
                    prop:checked=is_chosen
                    on:change=move |event| selection.turn(&turned, event_target_checked(&event))
                />
                <span>
                    <span class="sentence" dir="auto">
                        {before}
                        <del>{found}</del>
                        {show(move || {
                            let replacement = replacement.clone();
                            (!replacement.is_empty()).then(|| view! { <ins>{replacement}</ins> })
                        })}
                        {after}
                    </span>
                    " "
                    {about}
                </span>
            </label>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::MatchDoubt;
    use uuid::Uuid;

    fn place(id: &str, part: &str, doubt: Option<MatchDoubt>) -> ReplaceMatch {
        ReplaceMatch {
            id: id.to_owned(),
            part: part.to_owned(),
            kind: SearchKind::Text,
            subject: Uuid::nil(),
            chapter: Some(1),
            field: String::new(),
            before: String::new(),
            found: "x".to_owned(),
            replacement: "y".to_owned(),
            after: String::new(),
            doubt,
        }
    }

    fn part(id: &str, places: u32, doubtful: u32) -> ReplacePart {
        ReplacePart {
            id: id.to_owned(),
            kind: SearchKind::Text,
            subject: Uuid::nil(),
            chapter: Some(1),
            heading: String::new(),
            places,
            doubtful,
        }
    }

    #[test]
    fn places_with_a_doubt_are_left_until_they_are_chosen() {
        let _owner = Owner::new_root(None);
        let selection = PlaceSelection::new();
        let parts = [part("a", 3, 1), part("b", 5, 0)];
        let doubtful = place("a3", "a", Some(MatchDoubt::CommonWord));
        let listed = [
            place("a1", "a", None),
            place("a2", "a", None),
            doubtful.clone(),
            place("b1", "b", None),
        ];
        assert_eq!(selection.count(&parts, &listed), 7);
        assert_eq!(selection.state_of(&parts[0], &listed), PartState::Some);
        selection.turn(&doubtful, true);
        assert_eq!(selection.count(&parts, &listed), 8);
        assert_eq!(selection.choice("now").also, ["a3"]);
        selection.turn(&doubtful, false);
        let choice = selection.choice("now");
        assert!(choice.also.is_empty() && choice.except.is_empty());
        assert_eq!(choice.base.as_deref(), Some("now"));
    }

    #[test]
    fn a_part_is_turned_as_a_whole_also_where_not_all_of_it_is_listed() {
        let _owner = Owner::new_root(None);
        let selection = PlaceSelection::new();
        let (parts, first) = ([part("a", 3, 1), part("b", 5, 0)], place("b1", "b", None));
        let listed = [first.clone()];
        selection.turn_part(&parts[1], &listed, false);
        assert_eq!(selection.count(&parts, &listed), 2);
        selection.turn(&first, true);
        assert_eq!(selection.count(&parts, &listed), 3);
        assert_eq!(selection.state_of(&parts[1], &listed), PartState::Some);
        let choice = selection.choice("now");
        assert_eq!(
            (choice.except, choice.also),
            (vec!["b".to_owned()], vec!["b1".to_owned()])
        );
        selection.turn_part(&parts[1], &listed, true);
        assert_eq!(selection.state_of(&parts[1], &listed), PartState::All);
        let choice = selection.choice("now");
        assert!(choice.also.is_empty() && choice.except.is_empty());
        selection.turn_part(&parts[0], &listed, true);
        assert_eq!(selection.count(&parts, &listed), 8, "with the doubtful one");
        assert_eq!(selection.choice("now").also, ["a"]);
    }
}
