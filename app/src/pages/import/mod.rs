//! A manuscript comes in: its file is chosen and sent, and looked at before a story is made of it.

mod chapter_dialog;
mod chapters;
mod details;
mod details_form;
mod dropped;
mod import_view;
mod losses;
mod preview;
mod send;

pub use preview::ImportPreviewPage;

use crate::{
    api::imports::{discard_import, list_imports},
    browser,
    components::{Button, Dialog, ErrorMessage, Main, PageTitle, RelativeTime, loaded, rows, show},
    formatting,
    live::{LiveResource, SubmitAction, memo},
};
use domain::Page;
use dropped::{chosen, dropped};
use exchange::import::{DAYS_KEPT, ImportEntry, MAX_UPLOAD};
use leptos::{ev::DragEvent, html, prelude::*};
use leptos_router::hooks::use_navigate;
use send::{FileTransport, NamedFile, SendState};
use send_wrapper::SendWrapper;

/// What the dialog for files shows first. Anything else can be chosen, too: content says what a file is.
const ACCEPTED: &str = ".docx,.epub,.md,.markdown,.txt,.html,.htm,.xhtml,.zip,.json";

/// `/import`
#[component]
pub fn ImportPage() -> AnyView {
    let waiting = LiveResource::new(|| (), || list_imports(None));
    view! {
        <PageTitle text="Import a manuscript · Fablewright"/>
        {loaded(move || waiting.outcome(), move || view! { <ChooseFiles waiting/> }.into_any())}
    }
    .into_any()
}

#[component]
fn ChooseFiles(waiting: LiveResource<Page<ImportEntry>>) -> AnyView {
    let (sending, action) = (FileTransport::new(), SubmitAction::new());
    let navigate = use_navigate();
    let send = Callback::new(move |files: SendWrapper<Vec<NamedFile>>| {
        let navigate = navigate.clone();
        // What belongs to the browser never leaves its one thread.
        action.run(SendWrapper::new(async move {
            if let Some(import) = sending.send(files.take()).await? {
                navigate(&format!("/import/{import}"), Default::default());
            }
            Ok(())
        }));
    });
    view! {
        <Main class="narrow import">
            <header class="head">
                <h1 id="title">"Import a manuscript"</h1>
                <a class="button quiet" href="/">
                    "Back to the library"
                </a>
            </header>
            <p class="muted">
                "Bring in a book you have already written. You will see its chapters first and can change how it is \
                 divided. Your file stays as it is."
            </p>
            <DropZone send action/>
            <Progress sending/>
            <ErrorMessage error=action.error()/>
            <Waiting waiting/>
        </Main>
    }
    .into_any()
}

/// Where files are chosen or dropped.
#[component]
fn DropZone(send: Callback<SendWrapper<Vec<NamedFile>>>, action: SubmitAction) -> AnyView {
    let over = RwSignal::new(false);
    let busy = action.pending();
    let drag_over = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if busy.get_untracked() {
            return;
        }
        let files = SendWrapper::new(dropped(&event));
        leptos::task::spawn_local(async move {
            send.run(SendWrapper::new(files.take().await));
        });
    };
    let hint = format!(
        "Word (DOCX), EPUB, Markdown, plain text, HTML, a zip file of chapters, or a story that Fablewright exported as \
         JSON. At most {} MB.",
        MAX_UPLOAD >> 20
    );
    view! {
        <div
            class="drop-zone"
            data-over=move || over.get().then_some("")
            on:dragover=drag_over
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <p>"Drop files or a folder here, or choose them:"</p>
            <FileField id="import-files" label="Manuscript file" folder=false send busy/>
            <FileField id="import-folder" label="Folder of chapters" folder=true send busy/>
            <small id="import-hint">{hint}</small>
        </div>
    }
    .into_any()
}

#[component]
fn FileField(
    id: &'static str,
    label: &'static str,
    /// Whether a whole folder is chosen.
    folder: bool,
    send: Callback<SendWrapper<Vec<NamedFile>>>,
    busy: Signal<bool>,
) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = input.get().filter(|_| folder) {
            let _ = field.set_attribute("webkitdirectory", "");
        }
    });
    let choose = move |_| {
        let Some(field) = input.get_untracked() else {
            return;
        };
        let files = chosen(&field);
        // The same file can be chosen again.
        field.set_value("");
        if !files.is_empty() {
            send.run(SendWrapper::new(files));
        }
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type="file"
                multiple=!folder
                accept=(!folder).then_some(ACCEPTED)
                aria-describedby="import-hint"
                node_ref=input
                on:change=choose
                disabled=busy
            />
        </div>
    }
    .into_any()
}

/// How far the upload is, and a way to stop it.
#[component]
fn Progress(sending: FileTransport) -> AnyView {
    let state = sending.state;
    let is_busy = memo(move || state.get() != SendState::Idle);
    let part = move || match state.get() {
        SendState::Sending(part) => Some(part.to_string()),
        SendState::Idle | SendState::Reading => None,
    };
    view! {
        <div role="status">
            {show(move || match state.get() {
                SendState::Idle => "",
                SendState::Sending(_) => "Sending the file…",
                SendState::Reading => "Reading the manuscript…",
            })}
        </div>
        {show(move || {
            is_busy
                .get()
                .then(|| {
                    view! {
                        <div class="row">
                            <progress max="1" value=part aria-label="Upload"></progress>
                            <Button on_press=move || sending.cancel()>"Cancel"</Button>
                        </div>
                    }
                })
        })}
    }
    .into_any()
}

/// Imports that wait to be looked at.
#[component]
fn Waiting(waiting: LiveResource<Page<ImportEntry>>) -> AnyView {
    let first = waiting.value();
    let more = RwSignal::new(Vec::<Page<ImportEntry>>::new());
    Effect::new(move |last: Option<()>| {
        first.track();
        if last.is_some() {
            more.set(Vec::new());
        }
    });
    let next = memo(move || {
        more.with(|more| match more.last() {
            Some(page) => page.next.clone(),
            None => first.with(|page| page.next.clone()),
        })
    });
    let fetching = SubmitAction::new();
    let fetch = move || {
        let after = next.get_untracked();
        fetching.run(async move {
            let page = list_imports(after).await?;
            more.update(|more| more.push(page));
            Ok(())
        });
    };
    let entries = move || {
        let mut all = first.with(|page| page.items.clone());
        more.with(|more| all.extend(more.iter().flat_map(|page| page.items.clone())));
        all
    };
    let any = memo(move || first.with(|page| !page.items.is_empty()));
    view! {
        {show(move || {
            any.get()
                .then(|| {
                    view! {
                        <h2 id="import-waiting">"Not imported yet"</h2>
                        <p class="muted">
                            {format!("They are kept for {DAYS_KEPT} days after your last change.")}
                        </p>
                    }
                })
        })}
        <ul class="trash" aria-label="Not imported yet">
            {rows(
                entries,
                |entry| (entry.id, entry.version),
                move |entry| view! { <WaitingRow entry waiting/> }.into_any(),
            )}
        </ul>
        <ErrorMessage error=fetching.error()/>
        {show(move || {
            next.with(Option::is_some)
                .then(|| {
                    view! {
                        <div class="row">
                            <Button disabled=fetching.pending() on_press=fetch>
                                "Show more"
                            </Button>
                        </div>
                    }
                })
        })}
    }
    .into_any()
}

#[component]
fn WaitingRow(entry: ImportEntry, waiting: LiveResource<Page<ImportEntry>>) -> AnyView {
    let asking = RwSignal::new(false);
    let (id, version) = (entry.id, entry.version);
    let title = entry.title.clone();
    let discarded = Callback::new(move |()| {
        waiting.refetch();
        browser::focus("main");
    });
    view! {
        <li>
            <div class="what">
                <h3>
                    <a href=format!("/import/{id}") dir="auto">{entry.title.clone()}</a>
                </h3>
                <p class="muted">
                    <span dir="auto">{entry.file_name}</span> " · "
                    {formatting::pluralize(entry.chapters, "chapter")} " · "
                    {formatting::pluralize(entry.words, "word")} " · read "
                    <RelativeTime at=entry.created_at/>
                </p>
            </div>
            <div class="row">
                <a class="button" href=format!("/import/{id}") aria-label=format!("Continue {title}")>
                    "Continue"
                </a>
                <Button
                    kind="quiet"
                    name=format!("Discard {title}")
                    on_press=move || asking.set(true)
                >
                    "Discard…"
                </Button>
            </div>
            <DiscardDialog entry=(id, version) title open=asking on_discard=discarded/>
        </li>
    }
    .into_any()
}

/// The dialog that asks before an import is discarded; it is built when it is opened.
#[component]
pub(super) fn DiscardDialog(
    /// The import and its version.
    #[prop(into)]
    entry: Signal<(domain::ImportId, i64)>,
    #[prop(into)] title: String,
    open: RwSignal<bool>,
    /// Told afterwards.
    on_discard: Callback<()>,
) -> AnyView {
    let discarding = SubmitAction::new();
    let discard = move || {
        let (id, version) = entry.get_untracked();
        discarding.run(async move {
            discard_import(id, version).await?;
            open.set(false);
            on_discard.run(());
            Ok(())
        });
    };
    show(move || {
        let lost = format!(
            "“{title}” will not be imported, and the changes you made here are deleted. Your own file stays as it is."
        );
        open.get().then(|| {
            view! {
                <Dialog open title="Discard this import?">
                    <p>{lost}</p>
                    <ErrorMessage error=discarding.error()/>
                    <div class="row">
                        <Button kind="danger" disabled=discarding.pending() on_press=discard>
                            "Discard"
                        </Button>
                        <Button on_press=move || open.set(false)>"Cancel"</Button>
                    </div>
                </Dialog>
            }
        })
    })
}
