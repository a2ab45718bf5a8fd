//! What is said of the story as a whole: title, author, language.

use crate::live::{
    LocalDraft,
    draft_storage::{DraftSubject, FieldValues},
};
use domain::language::{name_of, tag_of};
use exchange::import::{ImportKind, ImportPatch, ImportPreview};
use leptos::prelude::*;

const TITLE: &str = "Title";
const AUTHOR: &str = "Author";
const LANGUAGE: &str = "Language";

/// The fields, and what is typed in them.
#[derive(Clone, Copy)]
pub(super) struct DetailsFields {
    pub(super) title: RwSignal<String>,
    pub(super) author: RwSignal<String>,
    pub(super) language: RwSignal<String>,
    pub(super) draft: LocalDraft,
}

fn values(preview: &ImportPreview) -> FieldValues {
    let language = preview.language.as_deref().map(name_of);
    [
        (TITLE, preview.title.clone()),
        (AUTHOR, preview.author.clone()),
        (LANGUAGE, language.unwrap_or_default()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

impl DetailsFields {
    pub(super) fn of(preview: &ImportPreview) -> Self {
        let [title, author, language] = [TITLE, AUTHOR, LANGUAGE].map(|name| {
            let all = values(preview);
            let found = all.into_iter().find(|(known, _)| known == name);
            RwSignal::new(found.map(|(_, value)| value).unwrap_or_default())
        });
        let about = DraftSubject {
            what: format!("Import of {}", preview.title),
            link: format!("/import/{}", preview.id),
            story: None,
        };
        let fields = match preview.kind {
            ImportKind::Manuscript => {
                vec![(TITLE, title), (AUTHOR, author), (LANGUAGE, language)]
            }
            ImportKind::Story => vec![(TITLE, title)],
        };
        let name = format!("import-{}", preview.id);
        Self {
            title,
            author,
            language,
            draft: LocalDraft::new(&name, about, preview.version, fields),
        }
    }

    /// Takes what is stored by now, unless something else is typed here.
    pub(super) fn follow(self, now: &ImportPreview) {
        let mut current = values(now);
        let typed = self.draft.fields();
        current.retain(|(name, _)| typed.iter().any(|(known, _)| known == name));
        if typed == self.draft.base().0 {
            for (name, value) in &current {
                let field = match name.as_str() {
                    TITLE => self.title,
                    AUTHOR => self.author,
                    _ => self.language,
                };
                field.set(value.clone());
            }
            self.draft.mark_saved(current, now.version);
        } else {
            self.draft.try_rebase(current, now.version);
        }
    }

    /// What was typed and is not saved yet.
    pub(super) fn change(self) -> Option<ImportPatch> {
        let (base, now) = (self.draft.base().0, self.draft.fields());
        let changed = |name: &str| {
            let value = |of: &FieldValues| {
                let found = of.iter().find(|(known, _)| known == name);
                found.map(|(_, value)| value.trim().to_owned())
            };
            value(&now).filter(|now| Some(now) != value(&base).as_ref())
        };
        let patch = ImportPatch {
            title: changed(TITLE),
            author: changed(AUTHOR),
            language: changed(LANGUAGE).map(|name| tag_of(&name)),
            ..ImportPatch::default()
        };
        (patch != ImportPatch::default()).then_some(patch)
    }

    /// What was sent is saved.
    pub(super) fn mark_saved(self, sent: FieldValues, version: i64) {
        self.draft.mark_saved(sent, version);
    }

    pub(super) fn typed(self) -> FieldValues {
        self.draft.fields()
    }
}
