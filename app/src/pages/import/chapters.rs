//! The chapters of a preview, each with what can be done to it.

use super::import_view::{ChapterDialog, ImportView};
use crate::{
    components::{Button, rows, show},
    formatting,
    live::memo,
};
use exchange::import::{ImportKind, ImportPatch, NamedChapter, PreviewChapter};
use leptos::prelude::*;

/// So many chapters are shown at first, and with each "Show more".
const SHOWN: usize = 50;

/// The list, with undo and redo.
#[component]
pub(super) fn ChapterRows(view: ImportView) -> AnyView {
    let preview = view.preview;
    let shown = RwSignal::new(SHOWN);
    let count = memo(move || preview.with(|preview| preview.chapters.len()));
    let kind = preview.with_untracked(|preview| preview.kind);
    let chapters = move || {
        preview.with(|preview| {
            let some = preview.chapters.iter().take(shown.get()).cloned();
            (1..).zip(some).collect::<Vec<(u32, PreviewChapter)>>()
        })
    };
    // A chapter that was made or moved to is in sight.
    Effect::new(move |_| {
        if let Some(wanted) = view.focused.get()
            && wanted as usize > shown.get_untracked()
        {
            shown.set(wanted as usize);
        }
    });
    view! {
        <section class="stack" aria-labelledby="import-chapters">
            <div class="head">
                <h2 id="import-chapters">
                    {show(move || format!("Chapters ({})", formatting::count(count.get() as u64)))}
                </h2>
                {(kind == ImportKind::Manuscript).then(|| undo_and_redo(view))}
            </div>
            {show(move || {
                (count.get() == 1 && kind == ImportKind::Manuscript)
                    .then(|| {
                        view! {
                            <p class="muted">
                                "No chapter headings were found. Split the text by hand, or import it as one chapter."
                            </p>
                        }
                    })
            })}
            <ol class="import-chapters" role="list">
                {rows(
                    chapters,
                    |(number, chapter)| {
                        (*number, chapter.title.clone(), chapter.words, chapter.begins.clone(), chapter.left_out)
                    },
                    move |(number, chapter)| row(view, kind, number, chapter),
                )}
            </ol>
            {show(move || {
                let (shown_now, count) = (shown.get(), count.get());
                (shown_now < count)
                    .then(|| {
                        let more = format!("Show {} more", SHOWN.min(count - shown_now));
                        view! {
                            <div class="row">
                                <Button on_press=move || shown.set(shown_now + SHOWN)>{more}</Button>
                                <Button kind="quiet" on_press=move || shown.set(usize::MAX)>
                                    "Show all"
                                </Button>
                            </div>
                        }
                    })
            })}
        </section>
    }
    .into_any()
}

fn undo_and_redo(view: ImportView) -> AnyView {
    let preview = view.preview;
    let undo = move || {
        preview.with(|preview| preview.undo.clone()).map(|what| {
            let said = format!("Undone: {what}.");
            let patch = ImportPatch {
                undo: true,
                ..ImportPatch::default()
            };
            view! {
                <Button
                    kind="quiet"
                    name=format!("Undo {what}")
                    disabled=view.action.pending()
                    on_press=move || view.change(patch.clone(), said.clone(), None)
                >
                    "Undo"
                </Button>
            }
        })
    };
    let redo = move || {
        preview.with(|preview| preview.redo.clone()).map(|what| {
            let said = format!("Done again: {what}.");
            let patch = ImportPatch {
                redo: true,
                ..ImportPatch::default()
            };
            view! {
                <Button
                    kind="quiet"
                    name=format!("Redo {what}")
                    disabled=view.action.pending()
                    on_press=move || view.change(patch.clone(), said.clone(), None)
                >
                    "Redo"
                </Button>
            }
        })
    };
    view! { <div class="row" id="import-undo" tabindex="-1">{show(undo)} {show(redo)}</div> }
        .into_any()
}

fn row(view: ImportView, kind: ImportKind, number: u32, chapter: PreviewChapter) -> AnyView {
    let title = match chapter.title.as_str() {
        "" => view! { <span class="muted">"Without a title"</span> }.into_any(),
        title => view! { <span dir="auto">{title.to_owned()}</span> }.into_any(),
    };
    let can_split = chapter.paragraphs > 1;
    let left_out = chapter.left_out;
    let actions =
        (kind == ImportKind::Manuscript).then(|| actions(view, number, can_split, left_out));
    view! {
        <li id=format!("import-chapter-{number}") tabindex="-1" class:left-out=left_out>
            <span class="number">{number}</span>
            <div class="what">
                <h3>{title} {left_out.then_some(" (left out)")}</h3>
                <p class="muted">{formatting::pluralize(chapter.words, "word")}</p>
                <p class="begins" dir="auto">{chapter.begins}</p>
            </div>
            {actions}
        </li>
    }
    .into_any()
}

fn actions(view: ImportView, number: u32, can_split: bool, left_out: bool) -> AnyView {
    let pending = view.action.pending();
    let chapter = NamedChapter { chapter: number };
    let merge = move || {
        let patch = ImportPatch {
            merge: Some(chapter),
            ..ImportPatch::default()
        };
        let said = format!("Chapter {number} was merged into chapter {}.", number - 1);
        view.change(patch, said, Some(number - 1));
    };
    let leave_out = move || {
        let (patch, said) = match left_out {
            true => (
                ImportPatch {
                    take_in: Some(chapter),
                    ..ImportPatch::default()
                },
                format!("Chapter {number} will be imported."),
            ),
            false => (
                ImportPatch {
                    leave_out: Some(chapter),
                    ..ImportPatch::default()
                },
                format!("Chapter {number} is left out."),
            ),
        };
        view.change(patch, said, Some(number));
    };
    let rename = move || view.dialog.set(Some(ChapterDialog::Rename(number)));
    let split = move || view.dialog.set(Some(ChapterDialog::Split(number)));
    view! {
        <div class="row">
            <Button kind="quiet" name=format!("Rename chapter {number}") on_press=rename>
                "Rename…"
            </Button>
            {can_split
                .then(|| {
                    view! {
                        <Button kind="quiet" name=format!("Split chapter {number}") on_press=split>
                            "Split…"
                        </Button>
                    }
                })}
            {(number > 1)
                .then(|| {
                    view! {
                        <Button
                            kind="quiet"
                            name=format!("Merge chapter {number} with the previous one")
                            disabled=pending
                            on_press=merge
                        >
                            "Merge with previous"
                        </Button>
                    }
                })}
            <Button
                kind="quiet"
                name=format!("{} chapter {number}", if left_out { "Include" } else { "Leave out" })
                disabled=pending
                on_press=leave_out
            >
                {if left_out { "Include" } else { "Leave out" }}
            </Button>
        </div>
    }
    .into_any()
}
