//! What a person typed and did not save, kept in this browser: one record for each form (or chapter) and tab.
//!
//! Each tab has records of its own, so that two tabs with the same form do not take each other's text. What a tab
//! that is closed left behind, the next one finds.

use super::tabs;
use crate::browser;
use domain::{RevisionId, StoryId};
use serde::{Deserialize, Serialize};

/// How the records of chapters begin; the chapter's id follows.
pub const TEXT_PREFIX: &str = "fablewright-text-";

/// How the records of forms begin; the form's name follows.
pub const FORM_PREFIX: &str = "fablewright-form-";

/// How the records begin that a person discarded; when, and the record's own name follow.
const DISCARDED_PREFIX: &str = "fablewright-discarded-";

/// How long discarded records are kept, in milliseconds.
const DISCARDED_RETENTION_MS: i64 = 7 * 24 * 3600 * 1000;

/// The length of a tab's id.
const TAB_ID_LENGTH: usize = 36;

/// What something was when the typing began: what a save is checked against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseVersion {
    /// Its version.
    pub version: i64,
    /// The revision of a chapter.
    pub revision: Option<RevisionId>,
}

/// What a record is about, for a person who finds it in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftSubject {
    /// "Chapter 3: The Ferry · The Drowned Bell".
    pub what: String,
    /// The page with the form.
    pub link: String,
    /// The story it belongs to.
    pub story: Option<StoryId>,
}

/// The fields of a form with their names, in the order of the form.
pub type FieldValues = Vec<(String, String)>;

/// What was typed and not saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredDraft {
    /// When it was typed, in milliseconds since 1970.
    #[serde(default)]
    pub at: i64,
    /// What it is based on.
    #[serde(default)]
    pub base: BaseVersion,
    /// What it is about.
    #[serde(default)]
    pub about: DraftSubject,
    /// What was typed.
    pub fields: FieldValues,
    /// What the form began with, at the version of the base.
    #[serde(default)]
    pub began: FieldValues,
}

impl StoredDraft {
    /// Reads a record. Earlier versions kept the text of a chapter with its base, or alone.
    fn read(stored: &str) -> Self {
        #[derive(Deserialize)]
        struct Earlier {
            text: String,
            base: BaseVersion,
        }
        let text = |text: String, base| Self {
            base,
            fields: vec![("text".to_owned(), text)],
            ..Self::default()
        };
        serde_json::from_slice(stored.as_bytes()).unwrap_or_else(|_| {
            match serde_json::from_slice::<Earlier>(stored.as_bytes()) {
                Ok(earlier) => text(earlier.text, earlier.base),
                // Based on no version there is: a save of it is compared with what is there now.
                Err(_) => text(stored.to_owned(), BaseVersion::default()),
            }
        })
    }

    /// One of its fields.
    pub fn field(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(known, _)| known == name);
        field.map(|(_, value)| value.as_str())
    }
}

/// A record, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftEntry {
    /// The name of the record.
    pub name: String,
    /// The record.
    pub draft: StoredDraft,
}

/// Where a tab keeps the record of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftKey(String);

impl DraftKey {
    /// The place of a chapter's text.
    pub fn of_chapter(chapter: domain::ChapterId) -> Self {
        Self(format!("{TEXT_PREFIX}{chapter}"))
    }

    /// The place of a form with this name.
    pub fn of_form(name: &str) -> Self {
        Self(format!("{FORM_PREFIX}{name}"))
    }

    fn tab_key(&self) -> String {
        format!("{}-{}", self.0, tabs::id())
    }

    /// This tab's record.
    pub fn load(&self) -> Option<StoredDraft> {
        browser::get_item(&self.tab_key()).map(|stored| StoredDraft::read(&stored))
    }

    /// Keeps this tab's record. Answers whether the browser did.
    pub fn save(&self, draft: &StoredDraft) -> bool {
        let Ok(stored) = serde_json::to_string(draft) else {
            return false;
        };
        let own = self.tab_key();
        if browser::set_item(&own, Some(&stored)) {
            return true;
        }
        // What was discarded makes room for what is not.
        for (name, _) in discarded_keys() {
            browser::set_item(&name, None);
            if browser::set_item(&own, Some(&stored)) {
                return true;
            }
        }
        false
    }

    /// Forgets this tab's record: what was typed is saved.
    pub fn remove(&self) {
        browser::set_item(&self.tab_key(), None);
    }

    /// Moves this tab's record to the discarded ones. Answers whether the browser kept it.
    pub fn discard(&self, draft: &StoredDraft) -> bool {
        let own = self.tab_key();
        browser::set_item(&own, None);
        save_discarded(&own, draft)
    }

    /// The records of this place that tabs left behind which are closed now, newest first. Where the browser
    /// can't tell which tabs are open, those of all other tabs.
    pub async fn orphaned(&self) -> Vec<DraftEntry> {
        let open = tabs::open_tabs().await;
        let own = self.tab_key();
        let mut found: Vec<DraftEntry> = self
            .of_other_tabs()
            .filter(|(tab, _)| {
                let open = open.as_ref();
                !open.is_some_and(|open| open.contains(tab))
            })
            .map(|(_, found)| found)
            .filter(|found| found.name != own)
            .collect();
        found.sort_by_key(|found| -found.draft.at);
        found
    }

    /// Whether another tab that is open has a record of this place.
    pub async fn is_open_elsewhere(&self) -> bool {
        let open = tabs::open_tabs().await.unwrap_or_default();
        self.of_other_tabs().any(|(tab, _)| open.contains(&tab))
    }

    /// The tabs with a record of this place, and their records.
    fn of_other_tabs(&self) -> impl Iterator<Item = (String, DraftEntry)> {
        let place = self.0.clone();
        browser::keys_with_prefix(&self.0)
            .into_iter()
            .filter_map(move |name| {
                let (of, tab) = split_key(&name)?;
                if of != place {
                    return None;
                }
                let tab = tab.to_owned();
                let draft = StoredDraft::read(&browser::get_item(&name)?);
                Some((tab, DraftEntry { name, draft }))
            })
    }
}

/// "fablewright-form-settings-{tab}": the place and the tab.
fn split_key(name: &str) -> Option<(&str, &str)> {
    let at = name.len().checked_sub(TAB_ID_LENGTH + 1)?;
    let (place, tab) = (name.get(..at)?, name.get(at + 1..)?);
    Some((place, tab))
}

/// A tab took over what another one left behind. Where it is not known whether that one is closed, it keeps its
/// record.
pub fn mark_taken_over(name: &str) {
    if tabs::can_be_listed() {
        remove(name);
    }
}

/// Forgets a record by its name.
pub fn remove(name: &str) {
    browser::set_item(name, None);
}

/// Moves a record to the discarded ones.
pub fn discard(found: &DraftEntry) {
    if save_discarded(&found.name, &found.draft) {
        remove(&found.name);
    }
}

/// Takes a discarded record back to the unsaved ones.
pub fn restore_discarded(found: &DraftEntry) {
    let Some((place, _)) = split_key(original_key(&found.name)) else {
        return;
    };
    // A tab that there never was: the next form finds it, and none that is open writes over it.
    let to = format!("{place}-{}", browser::random_uuid());
    if let Ok(stored) = serde_json::to_string(&found.draft)
        && browser::set_item(&to, Some(&stored))
    {
        remove(&found.name);
    }
}

fn save_discarded(name: &str, draft: &StoredDraft) -> bool {
    let stored = serde_json::to_string(draft).unwrap_or_default();
    browser::set_item(
        &format!("{DISCARDED_PREFIX}{}-{name}", browser::now()),
        Some(&stored),
    )
}

/// "fablewright-discarded-1700000000000-fablewright-form-…": the name the record had.
fn original_key(discarded: &str) -> &str {
    let rest = discarded
        .strip_prefix(DISCARDED_PREFIX)
        .unwrap_or(discarded);
    rest.split_once('-').map_or(rest, |(_, name)| name)
}

/// The names of what was discarded, and when, oldest first.
fn discarded_keys() -> Vec<(String, i64)> {
    let mut names: Vec<(String, i64)> = browser::keys_with_prefix(DISCARDED_PREFIX)
        .into_iter()
        .map(|name| {
            let rest = name.strip_prefix(DISCARDED_PREFIX).unwrap_or_default();
            let at = rest.split('-').next().and_then(|at| at.parse().ok());
            (name, at.unwrap_or_default())
        })
        .collect();
    names.sort_by_key(|(_, at)| *at);
    names
}

/// Every record of this browser that is not saved, newest first.
pub fn all() -> Vec<DraftEntry> {
    let names = [TEXT_PREFIX, FORM_PREFIX].map(browser::keys_with_prefix);
    read_all(names.into_iter().flatten())
}

/// How many records there are.
pub fn count() -> usize {
    [TEXT_PREFIX, FORM_PREFIX]
        .map(|kind| browser::keys_with_prefix(kind).len())
        .iter()
        .sum()
}

/// What was discarded in the last days, newest first. What is older is forgotten.
pub fn discarded() -> Vec<DraftEntry> {
    let (old, names): (Vec<_>, Vec<_>) = discarded_keys()
        .into_iter()
        .partition(|(_, at)| browser::now() - at > DISCARDED_RETENTION_MS);
    for (name, _) in old {
        remove(&name);
    }
    read_all(names.into_iter().map(|(name, _)| name))
}

fn read_all(names: impl Iterator<Item = String>) -> Vec<DraftEntry> {
    let mut all: Vec<DraftEntry> = names
        .filter_map(|name| {
            let draft = StoredDraft::read(&browser::get_item(&name)?);
            Some(DraftEntry { name, draft })
        })
        .collect();
    all.sort_by_key(|found| -found.draft.at);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_back_with_what_it_was_based_on() {
        let draft = StoredDraft {
            at: 5,
            base: BaseVersion {
                version: 7,
                revision: Some(RevisionId(uuid::Uuid::from_u128(3))),
            },
            about: DraftSubject {
                what: "Chapter 1".to_owned(),
                ..DraftSubject::default()
            },
            fields: vec![("text".to_owned(), "“Mine”,\nnot saved.".to_owned())],
            began: FieldValues::new(),
        };
        let stored = serde_json::to_string(&draft).expect("plain data");
        assert_eq!(StoredDraft::read(&stored), draft);
    }

    #[test]
    fn texts_of_earlier_versions_are_read() {
        let with_base = r#"{"text":"Typed.","base":{"version":7,"revision":null}}"#;
        let draft = StoredDraft::read(with_base);
        assert_eq!(
            (draft.field("text"), draft.base.version),
            (Some("Typed."), 7)
        );
        let alone = StoredDraft::read("Typed {long} ago.");
        assert_eq!(alone.field("text"), Some("Typed {long} ago."));
        assert_eq!(alone.base.version, 0);
    }

    #[test]
    fn the_name_of_a_record_says_the_place_and_the_tab() {
        let tab = "0197f3a0-0000-7000-8000-000000000000";
        let name = format!("fablewright-form-rule-new-{tab}");
        assert_eq!(split_key(&name), Some(("fablewright-form-rule-new", tab)));
        assert_eq!(split_key("short"), None);
        assert_eq!(original_key(&format!("{DISCARDED_PREFIX}170-{name}")), name);
    }
}
