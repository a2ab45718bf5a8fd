//! What the palette offers: pages, actions, and what the server found by name; and in which order.

use super::palette_action::PaletteAction;
use crate::{commands::search_address, pages::entry_address::entry_address};
use domain::{
    EntityKind, NameKind, NameMatch, StoryId,
    name_match::{bonus, fit, fit_chapter},
};
use leptos_router::location::Url;
use std::cmp::Reverse;

/// The most entries that are shown.
const MOST: usize = 50;

/// How well a name fits that the server found and this page would not have: without accents, for example.
const FOUND_ELSEWHERE: u32 = 400;

/// A line of the palette.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PaletteEntry {
    /// Tells it from the others; the same each time.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// What it is: "Page", "Person".
    pub kind: &'static str,
    /// What choosing it does.
    pub action: PaletteAction,
    /// Other words by which it is found.
    also: &'static str,
}

impl PaletteEntry {
    fn new(
        key: &str,
        kind: &'static str,
        label: &str,
        also: &'static str,
        action: PaletteAction,
    ) -> Self {
        Self {
            key: key.to_owned(),
            label: label.to_owned(),
            kind,
            action,
            also,
        }
    }

    /// A page.
    pub(super) fn page(label: &str, also: &'static str, to: String) -> Self {
        Self::new(
            &format!("page {label}"),
            "Page",
            label,
            also,
            PaletteAction::Go(to),
        )
    }

    /// Something to do.
    pub(super) fn action(
        key: &str,
        label: &str,
        also: &'static str,
        action: PaletteAction,
    ) -> Self {
        Self::new(&format!("action {key}"), "Action", label, also, action)
    }
}

/// The pages that are there from here.
pub(super) fn pages(story: Option<StoryId>) -> Vec<PaletteEntry> {
    let mut pages = Vec::new();
    if let Some(story) = story {
        let of = |part: &str| format!("/stories/{story}{part}");
        pages.extend([
            PaletteEntry::page("Story", "overview brief", of("")),
            PaletteEntry::page("Write", "chapter text", of("/write")),
            PaletteEntry::page("World", "people places cast", of("/world")),
            PaletteEntry::page("Outline", "beats plan chapters", of("/outline")),
            PaletteEntry::page("Proposals", "read findings", of("/proposals")),
            PaletteEntry::page("Export", "epub word pdf download book", of("/export")),
            PaletteEntry::page("Find and replace", "change rename", of("/replace")),
            PaletteEntry::page("Search this story", "find", of("/search")),
        ]);
    }
    pages.extend([
        PaletteEntry::page("Library", "stories home", "/".to_owned()),
        PaletteEntry::page("Search all stories", "find", "/search".to_owned()),
        PaletteEntry::page(
            "Import a manuscript",
            "upload book file",
            "/import".to_owned(),
        ),
        PaletteEntry::page("Queue", "runs", "/queue".to_owned()),
        PaletteEntry::page(
            "Settings",
            "model server preferences",
            "/settings".to_owned(),
        ),
        PaletteEntry::page(
            "Backups",
            "restore copy safety",
            "/settings/backups".to_owned(),
        ),
        PaletteEntry::page("Trash", "deleted restore", "/trash".to_owned()),
        PaletteEntry::page("Unsaved texts", "recover drafts", "/unsaved".to_owned()),
    ]);
    pages
}

/// What was found by its name.
pub(super) fn named(found: &NameMatch) -> PaletteEntry {
    let story = found.story;
    let (label, kind, to) = match (found.kind, found.number) {
        (NameKind::Chapter, Some(number)) => {
            let label = match found.name.is_empty() {
                true => format!("Chapter {number}"),
                false => format!("{number} · {}", found.name),
            };
            (label, "Chapter", format!("/stories/{story}/write/{number}"))
        }
        (NameKind::Entity, _) => {
            let kind = match found.entity.unwrap_or(EntityKind::Idea) {
                EntityKind::Person => "Person",
                EntityKind::Place => "Place",
                EntityKind::Thing => "Thing",
                EntityKind::Faction => "Faction",
                EntityKind::Idea => "Idea",
            };
            let to = entry_address(story, "world", found.id);
            (found.name.clone(), kind, to)
        }
        _ => (found.name.clone(), "Story", format!("/stories/{story}")),
    };
    PaletteEntry {
        key: found.id.to_string(),
        label,
        kind,
        action: PaletteAction::Go(to),
        also: "",
    }
}

/// Everything that fits what is typed, best first: pages and actions, then names; what was chosen lately before what
/// fits as well. Names that the server found for `found_for` fit that.
pub(super) fn fitting(
    typed: &str,
    fixed: Vec<PaletteEntry>,
    (found_for, names): (Option<&str>, &[NameMatch]),
    recent: &[String],
    story: Option<StoryId>,
) -> Vec<PaletteEntry> {
    let fit_fixed = |entry: &PaletteEntry| {
        let by_label = fit(typed, &entry.label);
        let by_other = fit(typed, entry.also).filter(|_| !entry.also.is_empty());
        by_label.max(by_other.map(|fit| fit / 2))
    };
    let fixed = fixed
        .into_iter()
        .filter_map(|entry| Some((fit_fixed(&entry)?, entry)));
    let otherwise = (found_for == Some(typed)).then_some(FOUND_ELSEWHERE);
    let names = names.iter().filter_map(|found| {
        let fit = match found.number {
            Some(number) => fit_chapter(typed, number, &found.name),
            None => fit(typed, &found.name),
        };
        Some((fit.or(otherwise)?, named(found)))
    });
    let mut all: Vec<(u32, PaletteEntry)> = fixed
        .chain(names)
        .map(|(fit, entry)| {
            let rank = recent.iter().position(|key| *key == entry.key);
            (fit + rank.map_or(0, bonus), entry)
        })
        .collect();
    all.sort_by_key(|(fit, _)| Reverse(*fit));
    all.truncate(MOST);
    let mut all: Vec<_> = all.into_iter().map(|(_, entry)| entry).collect();
    all.extend(text_searches(typed, story));
    all
}

/// At the end: looking for what is typed in the texts.
fn text_searches(typed: &str, story: Option<StoryId>) -> Vec<PaletteEntry> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let search = |story: Option<StoryId>, place: &str| {
        let to = format!("{}?q={}", search_address(story), Url::escape(typed));
        PaletteEntry {
            key: format!("search {place}"),
            label: format!("Search {place} for “{typed}”"),
            kind: "Search",
            action: PaletteAction::Go(to),
            also: "",
        }
    };
    let of_story = story.map(|story| search(Some(story), "this story"));
    of_story
        .into_iter()
        .chain([search(None, "all stories")])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn labels(typed: &str, names: &[NameMatch], recent: &[&str]) -> Vec<String> {
        let story = Some(StoryId(Uuid::nil()));
        let recent: Vec<String> = recent.iter().map(|key| (*key).to_owned()).collect();
        let all = fitting(typed, pages(story), (Some(typed), names), &recent, story);
        all.into_iter().map(|entry| entry.label).collect()
    }

    fn chapter(number: u32, name: &str) -> NameMatch {
        NameMatch {
            kind: NameKind::Chapter,
            id: Uuid::from_u128(number.into()),
            story: StoryId(Uuid::nil()),
            name: name.to_owned(),
            number: Some(number),
            entity: None,
        }
    }

    #[test]
    fn pages_are_found_by_their_name_and_by_other_words() {
        assert_eq!(labels("outl", &[], &[])[0], "Outline");
        assert_eq!(labels("epub", &[], &[])[0], "Export");
        assert_eq!(labels("fr", &[], &[])[0], "Find and replace");
        let nothing = labels("zzz", &[], &[]);
        let searches = [
            "Search this story for “zzz”",
            "Search all stories for “zzz”",
        ];
        assert_eq!(nothing, searches);
    }

    #[test]
    fn a_number_is_a_chapter_and_what_was_used_lately_is_first() {
        let names = [chapter(12, ""), chapter(3, "Queue at the Pier")];
        assert_eq!(labels("12", &names, &[])[0], "Chapter 12");
        assert_eq!(labels("que", &names, &[])[0], "Queue");
        assert_eq!(
            labels("", &names, &["page Trash", "page Queue"])[..2],
            ["Trash", "Queue"]
        );
        assert_eq!(labels("", &names, &[])[0], "Story");
    }

    #[test]
    fn what_only_the_server_finds_is_shown() {
        let names = [NameMatch {
            kind: NameKind::Entity,
            number: None,
            entity: Some(EntityKind::Person),
            ..chapter(1, "Zoë")
        }];
        let found = labels("zoe", &names, &[]);
        assert_eq!(found[0], "Zoë");
        let before = fitting("zor", Vec::new(), (Some("zoe"), &names), &[], None);
        assert_eq!(before.len(), 1, "but not for what was not asked");
    }
}
