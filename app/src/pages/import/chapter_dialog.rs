//! The dialogs about one chapter: another title, and where it is split.

use super::import_view::{ChapterDialog, ImportView};
use crate::{
    api::imports::get_import_chapter,
    components::{Button, Dialog, DraftStatus, ErrorMessage, TextField, show},
    live::{LocalDraft, SubmitAction, draft_storage::DraftSubject},
};
use exchange::import::{ChapterPlace, ImportPatch, TitledChapter};
use leptos::prelude::*;

/// So many paragraphs are shown at once.
const SHOWN: usize = 200;

/// The dialog, while one is open.
pub(super) fn dialogs(view: ImportView) -> AnyView {
    show(move || {
        view.dialog.get().map(|which| {
            let open = RwSignal::new(true);
            Effect::new(move |_| {
                if !open.get() {
                    view.dialog.set(None);
                }
            });
            match which {
                ChapterDialog::Rename(chapter) => rename(view, chapter, open),
                ChapterDialog::Split(chapter) => split(view, chapter, open),
            }
        })
    })
}

fn rename(view: ImportView, chapter: u32, open: RwSignal<bool>) -> AnyView {
    let (import, version, title) = view.preview.with_untracked(|preview| {
        let found = preview.chapters.get(chapter as usize - 1);
        let title = found.map(|chapter| chapter.title.clone());
        (preview.id, preview.version, title.unwrap_or_default())
    });
    let title = RwSignal::new(title);
    let about = DraftSubject {
        what: format!("Title of chapter {chapter} of an import"),
        link: format!("/import/{import}"),
        story: None,
    };
    let name = format!("import-{import}-chapter-{chapter}");
    let draft = LocalDraft::new(&name, about, version, vec![("Title", title)]);
    let action = view.action;
    let save = move || {
        let sent = draft.fields();
        let patch = ImportPatch {
            rename: Some(TitledChapter {
                chapter,
                title: title.get_untracked(),
            }),
            ..ImportPatch::default()
        };
        let saved = Callback::new(move |version| {
            draft.mark_saved(sent.clone(), version);
            open.set(false);
        });
        view.change_and(
            patch,
            format!("Chapter {chapter} was renamed."),
            Some(chapter),
            saved,
        );
    };
    view! {
        <Dialog open title=format!("Rename chapter {chapter}")>
            <form
                class="stack"
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <DraftStatus draft/>
                <TextField
                    label="Chapter title"
                    hint="Leave it empty for a chapter without a title."
                    value=title
                />
                <ErrorMessage error=action.error()/>
                <div class="row">
                    <Button kind="primary" disabled=action.pending() on_press=save>
                        "Save"
                    </Button>
                    <Button on_press=move || open.set(false)>"Cancel"</Button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

fn split(view: ImportView, chapter: u32, open: RwSignal<bool>) -> AnyView {
    let import = view.preview.with_untracked(|preview| preview.id);
    let paragraphs = RwSignal::new(Vec::<String>::new());
    let from = RwSignal::new(0_usize);
    let loading = SubmitAction::new();
    loading.run(async move {
        paragraphs.try_set(get_import_chapter(import, chapter).await?);
        Ok(())
    });
    let action = view.action;
    let at = Callback::new(move |paragraph: u32| {
        let patch = ImportPatch {
            split: Some(ChapterPlace {
                chapter,
                paragraph,
                title: String::new(),
            }),
            ..ImportPatch::default()
        };
        view.change_and(
            patch,
            format!(
                "Chapter {chapter} was split. Chapter {} is new.",
                chapter + 1
            ),
            Some(chapter + 1),
            Callback::new(move |_| open.set(false)),
        );
    });
    let list = move || {
        let from = from.get();
        paragraphs.with(|all| {
            let some = all.iter().enumerate().skip(from).take(SHOWN);
            some.map(|(place, text)| paragraph(place, text, action, at))
                .collect_view()
        })
    };
    let count = move || paragraphs.with(Vec::len);
    let pending = loading.pending();
    view! {
        <Dialog open wide=true title=format!("Split chapter {chapter}")>
            <p>"Choose the paragraph with which the new chapter begins. You can name it afterwards."</p>
            {show(move || {
                pending.get().then(|| view! { <p class="muted" role="status">"Loading…"</p> })
            })}
            <ErrorMessage error=loading.error()/>
            <ErrorMessage error=action.error()/>
            <ol class="split-places" start="1">{show(list)}</ol>
            <div class="row">
                {show(move || {
                    (from.get() > 0)
                        .then(|| {
                            view! {
                                <Button on_press=move || from.update(|from| *from -= SHOWN)>
                                    "Earlier paragraphs"
                                </Button>
                            }
                        })
                })}
                {show(move || {
                    (from.get() + SHOWN < count())
                        .then(|| {
                            view! {
                                <Button on_press=move || from.update(|from| *from += SHOWN)>
                                    "Later paragraphs"
                                </Button>
                            }
                        })
                })} <Button on_press=move || open.set(false)>"Cancel"</Button>
            </div>
        </Dialog>
    }
    .into_any()
}

fn paragraph(place: usize, text: &str, action: SubmitAction, at: Callback<u32>) -> AnyView {
    let number = u32::try_from(place + 1).unwrap_or_default();
    // A chapter can't begin before its first paragraph, nor with a scene break.
    let can_begin = place > 0 && text != "***";
    let button = can_begin.then(|| {
        view! {
            <Button
                kind="quiet"
                name=format!("Start a new chapter at paragraph {number}")
                disabled=action.pending()
                on_press=move || at.run(number)
            >
                "Start a new chapter here"
            </Button>
        }
    });
    view! { <li>{button} <p dir="auto">{text.to_owned()}</p></li> }.into_any()
}
