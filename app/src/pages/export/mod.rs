//! The book as a file: what is in it, how it looks, and the download.

mod cover;
mod fields;

use crate::{
    api::books::{check_export, get_book, save_book},
    browser,
    components::{
        Button, DraftConflict, DraftStatus, ErrorMessage, Main, PageTitle, loaded,
        page::all_loaded, show,
    },
    live::{
        Aspect, CurrentStory, LiveResource, LocalDraft, Studio, SubmitAction,
        draft_storage::DraftSubject,
    },
    pages::history::HistoryButton,
};
use cover::{CoverField, Covers};
use domain::{Story, StoryId, VersionTarget};
use exchange::export::BookSettings;
use fields::ExportFields;
use leptos::prelude::*;

/// `/stories/:id/export`
pub fn export(id: StoryId) -> AnyView {
    let current_story = CurrentStory::get();
    let changed = Studio::get().changes(id, Aspect::Story);
    let book = LiveResource::new(move || changed.track(), move || get_book(id));
    loaded(
        move || all_loaded([current_story.outcome(id), book.outcome()]),
        move || {
            let story = current_story.story(id);
            let book = book.value();
            view! { <ExportPage story book/> }.into_any()
        },
    )
}

/// The form with its draft.
#[derive(Clone, Copy)]
struct ExportForm {
    story: StoryId,
    fields: ExportFields,
    draft: LocalDraft,
    /// The version of what is stored.
    version: RwSignal<i64>,
    covers: RwSignal<Covers>,
    warnings: RwSignal<Option<Vec<String>>>,
    saving: SubmitAction,
    exporting: SubmitAction,
}

impl ExportForm {
    fn of(story: &Story, book: &BookSettings) -> Self {
        let fields = ExportFields::of(book);
        let about = DraftSubject {
            what: format!("Export of {}", story.title),
            link: format!("/stories/{}/export", story.id),
            story: Some(story.id),
        };
        let name = format!("export-{}", story.id);
        Self {
            story: story.id,
            fields,
            draft: LocalDraft::new(&name, about, book.version, fields.labelled()),
            version: RwSignal::new(book.version),
            covers: RwSignal::new((book.cover, book.covers.clone())),
            warnings: RwSignal::new(None),
            saving: SubmitAction::new(),
            exporting: SubmitAction::new(),
        }
    }

    /// Takes what is stored by now; what is typed here stays. Whether nothing has to be decided first.
    fn rebase(self, now: &BookSettings) -> bool {
        self.covers.set((now.cover, now.covers.clone()));
        self.version.set(now.version);
        self.draft
            .try_rebase(ExportFields::values(now), now.version)
    }

    /// Saves and, if that is wanted, makes the file.
    fn save(self, then_export: bool) {
        let studio = Studio::get();
        let action = if then_export {
            self.exporting
        } else {
            self.saving
        };
        let sent = self.draft.fields();
        self.warnings.set(None);
        action.run(async move {
            loop {
                let change = self.fields.change()?;
                match save_book(self.story, change, self.draft.version()).await {
                    Err(error) if error.is_stale() => {
                        if !self.rebase(&get_book(self.story).await?) {
                            return Ok(());
                        }
                    }
                    answer => {
                        let version = answer?.version;
                        self.draft.mark_saved(sent, version);
                        self.version.set(version);
                        studio.touch(self.story, Aspect::Story);
                        break;
                    }
                }
            }
            if then_export {
                self.warnings.set(Some(check_export(self.story).await?));
                browser::go_to(&format!("/api/v1/stories/{}/export", self.story));
            }
            Ok(())
        });
    }
}

#[component]
fn ExportPage(story: Memo<Story>, book: Memo<BookSettings>) -> AnyView {
    let form = story.with_untracked(|story| ExportForm::of(story, &book.get_untracked()));
    let id = form.story;
    // An older version was restored, or another tab saved.
    Effect::new(move |_| {
        let now = book.get();
        if now.version > form.version.get_untracked() {
            form.rebase(&now);
        }
    });
    let cover_changed = Callback::new(move |now: BookSettings| {
        form.rebase(&now);
    });
    let (version, covers) = (form.version, form.covers);
    let busy =
        Signal::derive(move || form.saving.pending().get() || form.exporting.pending().get());
    view! {
        <PageTitle text=move || story.with(|story| format!("Export · {} · Fablewright", story.title))/>
        <Main class="export">
            <header class="head">
                <h1 id="title">"Export"</h1>
                <div class="row">
                    <a class="button quiet" href=format!("/stories/{id}")>
                        "Back to the story"
                    </a>
                    <HistoryButton story=id of=VersionTarget::Book what="the book’s details"/>
                </div>
            </header>
            <form class="stack" on:submit=|event| event.prevent_default()>
                <DraftStatus draft=form.draft/>
                <section class="stack" aria-labelledby="export-file">
                    <h2 id="export-file">"File"</h2>
                    {form.fields.file_view()}
                    <ErrorMessage error=form.exporting.error()/>
                    <Warnings warnings=form.warnings/>
                    <div class="row">
                        <Button kind="primary" disabled=busy on_press=move || form.save(true)>
                            "Export"
                        </Button>
                    </div>
                </section>
                <section class="stack" aria-labelledby="export-book">
                    <h2 id="export-book">"Book"</h2>
                    {form.fields.details_view()}
                </section>
                <section class="stack" aria-labelledby="export-cover">
                    <h2 id="export-cover">"Cover"</h2>
                    <CoverField story=id covers version on_change=cover_changed/>
                </section>
                <DraftConflict draft=form.draft on_keep=move || form.save(false)/>
                <ErrorMessage error=form.saving.error()/>
                <div class="row">
                    <Button disabled=busy on_press=move || form.save(false)>"Save"</Button>
                </div>
            </form>
        </Main>
    }
    .into_any()
}

/// What is not in the file as the author may expect.
#[component]
fn Warnings(warnings: RwSignal<Option<Vec<String>>>) -> AnyView {
    view! {
        <div role="status">
            {show(move || {
                warnings
                    .get()
                    .map(|said| {
                        let what = match said.len() {
                            0 => "The file is ready. Your browser downloads it now.",
                            _ => "The file is ready. Your browser downloads it now. Please note:",
                        };
                        view! {
                            <p>{what}</p>
                            <ul class="export-warnings">
                                {said
                                    .into_iter()
                                    .map(|text| view! { <li>{text}</li> })
                                    .collect_view()}
                            </ul>
                        }
                    })
            })}
        </div>
    }
    .into_any()
}
