//! The form for what is said of the story as a whole, and how a text file was read.

use super::import_view::ImportView;
use crate::components::{
    DraftConflict, DraftStatus, TextField,
    select::{Combobox, Select},
};
use domain::language::{self, LANGUAGES};
use exchange::import::{ENCODINGS, ImportKind, ImportPatch};
use leptos::prelude::*;

/// The id of the list of languages.
const KNOWN: &str = "import-languages";

/// The fields, and how a text file was read.
pub(super) fn details_form(view: ImportView) -> AnyView {
    let fields = view.details;
    let kind = view.preview.with_untracked(|preview| preview.kind);
    let languages = LANGUAGES.map(|(_, name, own)| {
        view! { <option value=name label=(own != name).then_some(own)></option> }
    });
    let of_manuscript = (kind == ImportKind::Manuscript).then(|| {
        view! {
            <TextField label="Author" value=fields.author/>
            <Combobox
                label="Language"
                list=KNOWN
                value=fields.language
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
            <DraftStatus draft=fields.draft/>
            <TextField label="Title" value=fields.title/>
            {of_manuscript}
            <DraftConflict draft=fields.draft on_keep=move || view.save_details()/>
        </form>
        {encoding(view)}
    }
    .into_any()
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
