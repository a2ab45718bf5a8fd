//! What is said of the story as a whole: title, author, language, and how a text file was read.

use super::preview::ImportView;
use crate::{
    components::{
        DraftConflict, DraftStatus, TextField,
        select::{Combobox, Select},
    },
    live::{
        LocalDraft,
        draft_storage::{DraftSubject, FieldValues},
    },
};
use domain::language::{self, LANGUAGES, name_of, tag_of};
use exchange::import::{ENCODINGS, ImportKind, ImportPatch, ImportPreview};
use leptos::prelude::*;

/// The id of the list of languages.
const KNOWN: &str = "import-languages";

const TITLE: &str = "Title";
const AUTHOR: &str = "Author";
const LANGUAGE: &str = "Language";

/// The fields, and what is typed in them.
#[derive(Clone, Copy)]
pub(super) struct DetailsFields {
    title: RwSignal<String>,
    author: RwSignal<String>,
    language: RwSignal<String>,
    draft: LocalDraft,
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

    pub(super) fn view(self, view: ImportView) -> AnyView {
        let kind = view.preview.with_untracked(|preview| preview.kind);
        let languages = LANGUAGES.map(|(_, name, own)| {
            view! { <option value=name label=(own != name).then_some(own)></option> }
        });
        let of_manuscript = (kind == ImportKind::Manuscript).then(|| {
            view! {
                <TextField label="Author" value=self.author/>
                <Combobox
                    label="Language"
                    list=KNOWN
                    value=self.language
                    placeholder="English"
                    max_length=language::MAX
                />
                <datalist id=KNOWN>{languages.into_iter().collect_view()}</datalist>
            }
        });
        view! {
            <form
                class="stack"
                // Each field when it is left.
                on:change=move |_| view.save_details()
                on:submit=|event| event.prevent_default()
            >
                <DraftStatus draft=self.draft/>
                <TextField label="Title" value=self.title/>
                {of_manuscript}
                <DraftConflict draft=self.draft on_keep=move || view.save_details()/>
            </form>
            {encoding(view)}
        }
        .into_any()
    }
}

/// How the characters of a text file were read, with a choice.
fn encoding(view: ImportView) -> Option<AnyView> {
    let read = view.preview.with_untracked(|preview| {
        let name = preview.encoding.as_deref()?.to_lowercase();
        Some((name, preview.encoding_is_sure))
    });
    let (name, is_sure) = read?;
    let chosen = RwSignal::new(name.clone());
    let current = move || {
        let preview = view.preview.read();
        preview.encoding.as_deref().map(str::to_lowercase)
    };
    // Undo, or another tab, read it in another way.
    Effect::new(move |_| {
        if let Some(name) = current()
            && chosen.get_untracked() != name
        {
            chosen.set(name);
        }
    });
    Effect::new(move |before: Option<String>| {
        let name = chosen.get();
        if before.is_some() && untrack(current).as_deref() != Some(&name) {
            view.change(
                ImportPatch {
                    encoding: Some(name.clone()),
                    ..ImportPatch::default()
                },
                "The file was read again.".to_owned(),
                None,
            );
        }
        name
    });
    let mut options = ENCODINGS
        .map(|(name, label)| (name.to_owned(), label.to_owned()))
        .to_vec();
    if !options.iter().any(|(known, _)| *known == name) {
        options.push((name.clone(), name));
    }
    let hint = match is_sure {
        true => "Change this only if letters look wrong below.",
        false => {
            "The file does not say how its characters are written. If letters look wrong below, choose another encoding."
        }
    };
    Some(
        view! {
            <div class="stack">
                <Select label="Encoding" value=chosen options/>
                <p class=if is_sure { "muted" } else { "warning" }>{hint}</p>
            </div>
        }
        .into_any(),
    )
}
