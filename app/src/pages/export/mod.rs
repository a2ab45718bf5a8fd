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
use cover::CoverField;
use domain::{Story, StoryId, VersionTarget, export::BookSettings};
use fields::ExportFields;
use leptos::prelude::*;

/// `/stories/:id/export`
pub fn export(id: StoryId) -> AnyView {
    let current_story = CurrentStory::get();
    let book = LiveResource::new(|| (), move || get_book(id));
    loaded(
        move || all_loaded([current_story.outcome(id), book.outcome()]),
        move || {
            let story = current_story.story(id);
            let book = book.value().get_untracked();
            view! { <ExportPage story book/> }.into_any()
        },
    )
}

#[component]
fn ExportPage(story: Memo<Story>, book: BookSettings) -> AnyView {
    let studio = Studio::get();
    let id = story.with_untracked(|story| story.id);
    let fields = ExportFields::of(&book);
    let about = DraftSubject {
        what: format!(
            "Export of {}",
            story.with_untracked(|story| story.title.clone())
        ),
        link: format!("/stories/{id}/export"),
        story: Some(id),
    };
    let draft = LocalDraft::new(
        &format!("export-{id}"),
        about,
        book.version,
        fields.labelled(),
    );
    let version = RwSignal::new(book.version);
    let has_cover = RwSignal::new(book.has_cover);
    let warnings = RwSignal::new(None::<Vec<String>>);
    let saving = SubmitAction::new();
    let save = move |then_export: bool| {
        let sent = draft.fields();
        warnings.set(None);
        saving.run(async move {
            loop {
                let change = fields.change()?;
                match save_book(id, change, draft.version()).await {
                    Err(error) if error.is_stale() => {
                        let now = get_book(id).await?;
                        has_cover.set(now.has_cover);
                        if !draft.try_rebase(ExportFields::values(&now), now.version) {
                            return Ok(());
                        }
                    }
                    answer => {
                        let saved = answer?;
                        draft.mark_saved(sent, saved.version);
                        version.set(saved.version);
                        studio.touch(id, Aspect::Story);
                        break;
                    }
                }
            }
            if then_export {
                warnings.set(Some(check_export(id).await?));
                browser::go_to(&format!("/api/v1/stories/{id}/export"));
            }
            Ok(())
        });
    };
    let cover_changed = Callback::new(move |now: BookSettings| {
        has_cover.set(now.has_cover);
        version.set(now.version);
        draft.try_rebase(ExportFields::values(&now), now.version);
    });
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
                <DraftStatus draft/>
                <section class="stack" aria-labelledby="export-file">
                    <h2 id="export-file">"File"</h2>
                    {fields.file_view()}
                </section>
                <section class="stack" aria-labelledby="export-book">
                    <h2 id="export-book">"Book"</h2>
                    {fields.details_view()}
                </section>
                <section class="stack" aria-labelledby="export-cover">
                    <h2 id="export-cover">"Cover"</h2>
                    <CoverField story=id has_cover version on_change=cover_changed/>
                </section>
                <DraftConflict draft on_keep=move || save(false)/>
                <ErrorMessage error=saving.error()/>
                <Warnings warnings/>
                <div class="row">
                    <Button kind="primary" disabled=saving.pending() on_press=move || save(true)>
                        "Export"
                    </Button>
                    <Button kind="quiet" disabled=saving.pending() on_press=move || save(false)>
                        "Save"
                    </Button>
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
