//! The preview of an import: what will become of the file, and how to change that.

use super::{
    DiscardDialog, chapter_dialog::dialogs, chapters::ChapterRows, details_form::details_form,
    import_view::ImportView, losses::losses,
};
use crate::{
    api::{
        StudioError,
        imports::{accept_import, change_import, get_import},
    },
    components::{Button, ErrorMessage, Main, PageTitle, loaded, page::PageError, show},
    formatting,
    live::{LiveResource, PageNotice, Studio, SubmitAction, memo},
};
use domain::{ImportId, NoticeLevel};
use exchange::import::ImportPreview;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};

/// `/import/:id`
#[component]
pub fn ImportPreviewPage() -> AnyView {
    let id = use_params_map().with_untracked(|params| params.get("id"));
    let Some(id) = id.and_then(|id| id.parse::<ImportId>().ok()) else {
        let error = StudioError::new("not_found", "This import does not exist.");
        return view! { <PageError error/> }.into_any();
    };
    let import = LiveResource::new(|| (), move || get_import(id));
    loaded(
        move || import.outcome(),
        move || view! { <Preview preview=import.value().get_untracked()/> }.into_any(),
    )
}

#[component]
fn Preview(preview: ImportPreview) -> AnyView {
    let name = preview.file_name.clone();
    let title = format!("Import of {name} · Fablewright");
    let view = ImportView::new(preview);
    let said = view.said;
    view! {
        <PageTitle text=title/>
        <Main class="import">
            <header class="head">
                <h1 id="title" dir="auto">{format!("Import “{name}”")}</h1>
                <a class="button quiet" href="/import">
                    "All imports"
                </a>
            </header>
            {show(move || view.preview.with(overview))}
            <div class="unseen" role="status">
                {show(move || said.get())}
            </div>
            <section class="stack narrow" aria-labelledby="import-story">
                <h2 id="import-story">"Story"</h2>
                {details_form(view)}
            </section>
            <ChapterRows view/>
            {show(move || view.preview.with(losses))}
            <ErrorMessage error=view.action.error()/>
            <Accept view/>
            {dialogs(view)}
        </Main>
    }
    .into_any()
}

/// How much it is, and that nothing has happened yet.
fn overview(preview: &ImportPreview) -> AnyView {
    let included = preview.chapters.iter().filter(|it| !it.left_out);
    let words = included.map(|chapter| chapter.words).sum();
    let chapters = formatting::pluralize(preview.included() as u64, "chapter");
    let front = (!preview.front_matter.is_empty()).then(|| {
        view! {
            <details class="losses">
                <summary>"Pages before the first chapter (they become the book’s front matter)"</summary>
                <p class="pre" dir="auto">{preview.front_matter.clone()}</p>
            </details>
        }
    });
    view! {
        <p class="muted">
            {format!("{chapters}, {}. ", formatting::pluralize(words, "word"))}
            "Nothing is in your library yet. "
            {format!("This preview is kept until {}.", formatting::day(preview.kept_until))}
        </p>
        {front}
    }
    .into_any()
}

/// The one thing to do in the end, and the other one.
#[component]
fn Accept(view: ImportView) -> AnyView {
    let (accepting, asking) = (SubmitAction::new(), RwSignal::new(false));
    let studio = Studio::get();
    let (navigate, leave) = (use_navigate(), use_navigate());
    let (id, title) = view
        .preview
        .with_untracked(|preview| (preview.id, preview.title.clone()));
    let accept = move || {
        let navigate = navigate.clone();
        let unsaved = view.details.change().zip(Some(view.details.typed()));
        let version = view.preview.with_untracked(|preview| preview.version);
        accepting.run(async move {
            if let Some((patch, sent)) = unsaved {
                let now = change_import(id, patch, version).await?;
                view.details.mark_saved(sent, now.version);
                view.take(now);
            }
            let story = accept_import(id).await?;
            let chapters = formatting::pluralize(story.chapters.into(), "chapter");
            let said = format!("“{}” was imported with {chapters}.", story.title);
            studio.show_notice(PageNotice::new(NoticeLevel::Info, said));
            studio.library.update(|version| *version += 1);
            navigate(&format!("/stories/{}", story.id), Default::default());
            Ok(())
        });
    };
    let count = memo(move || view.preview.with(ImportPreview::included));
    let entry = Signal::derive(move || view.preview.with(|preview| (preview.id, preview.version)));
    let busy = Signal::derive(move || accepting.pending().get() || view.action.pending().get());
    let pending = accepting.pending();
    view! {
        <ErrorMessage error=accepting.error()/>
        <div role="status">
            {show(move || pending.get().then_some("Importing…"))}
        </div>
        <div class="row actions">
            <Button kind="primary" disabled=busy on_press=accept>
                {show(move || {
                    format!("Import {}", formatting::pluralize(count.get() as u64, "chapter"))
                })}
            </Button>
            <Button kind="quiet" on_press=move || asking.set(true)>
                "Discard…"
            </Button>
        </div>
        <DiscardDialog
            entry
            title
            open=asking
            on_discard=Callback::new(move |()| leave("/import", Default::default()))
        />
    }
    .into_any()
}
