//! The preview of an import: what will become of the file, and how to change that.

use super::{
    DiscardDialog,
    chapter_dialog::{ChapterDialog, dialogs},
    chapters::ChapterRows,
    details::DetailsFields,
    losses::losses,
};
use crate::{
    api::{
        StudioError,
        imports::{accept_import, change_import, get_import},
    },
    browser,
    components::{Button, ErrorMessage, Main, PageTitle, loaded, page::PageError, show},
    formatting,
    live::{LiveResource, PageNotice, Studio, SubmitAction, memo},
};
use domain::{ImportId, NoticeLevel};
use exchange::import::{ImportPatch, ImportPreview};
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};
use std::time::Duration;

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

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct ImportView {
    pub(super) preview: RwSignal<ImportPreview>,
    pub(super) dialog: RwSignal<Option<ChapterDialog>>,
    /// The one change under way.
    pub(super) action: SubmitAction,
    /// The chapter that gets the focus after a change.
    pub(super) focused: RwSignal<Option<u32>>,
    details: DetailsFields,
    /// What was done last, for people who do not see it.
    said: RwSignal<String>,
}

impl ImportView {
    fn new(preview: ImportPreview) -> Self {
        Self {
            details: DetailsFields::of(&preview),
            preview: RwSignal::new(preview),
            dialog: RwSignal::new(None),
            action: SubmitAction::new(),
            focused: RwSignal::new(None),
            said: RwSignal::new(String::new()),
        }
    }

    /// Changes something. The focus goes to the chapter that it was about.
    pub(super) fn change(self, patch: ImportPatch, said: String, chapter: Option<u32>) {
        self.change_and(patch, said, chapter, Callback::new(|_| ()));
    }

    /// The same; `then` gets the new version.
    pub(super) fn change_and(
        self,
        patch: ImportPatch,
        said: String,
        chapter: Option<u32>,
        then: Callback<i64>,
    ) {
        let (id, version) = self
            .preview
            .with_untracked(|preview| (preview.id, preview.version));
        self.action.run(async move {
            let now = match change_import(id, patch, version).await {
                Err(error) if error.is_stale() => {
                    // Another tab was first: it is shown, and the change can be made again.
                    self.take(get_import(id).await?);
                    return Err(error);
                }
                answer => answer?,
            };
            let version = now.version;
            self.take(now);
            self.said.try_set(said);
            then.run(version);
            self.focused.try_set(chapter);
            if let Some(chapter) = chapter {
                let focus = move || browser::focus(&format!("import-chapter-{chapter}"));
                set_timeout(focus, Duration::ZERO);
            }
            Ok(())
        });
    }

    fn take(self, now: ImportPreview) {
        self.details.follow(&now);
        self.preview.try_set(now);
    }

    /// Saves what was typed about the story as a whole.
    pub(super) fn save_details(self) {
        if let Some(patch) = self.details.change() {
            let (details, sent) = (self.details, self.details.typed());
            let saved = Callback::new(move |version| details.mark_saved(sent.clone(), version));
            self.change_and(patch, "Saved.".to_owned(), None, saved);
        }
    }
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
                {view.details.view(view)}
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
