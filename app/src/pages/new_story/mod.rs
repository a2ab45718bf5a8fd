//! A new story: one sentence is enough.

mod audience;
mod draft;
mod form;
mod interview;
mod interview_draft;
mod interview_session;
mod prefilled;
mod premises;

use crate::{
    api::stories::{create_story, list_templates},
    browser,
    components::{
        DraftStatus, ErrorMessage, Main, PageTitle, TextArea, TextField, TextLanguage, loaded,
        select::Select, show,
    },
    live::{LiveResource, LocalDraft, PageNotice, Studio, SubmitAction, memo},
};
pub use audience::AudienceFields;
use domain::{NewRun, NoticeLevel, RunKind, Structure, Template, title};
use draft::form_draft;
use form::NewStoryForm;
use interview::InterviewPanel;
pub use interview_draft::interview_lines;
use interview_session::InterviewSession;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// `/stories/new`
#[component]
pub fn NewStoryPage() -> AnyView {
    let templates = LiveResource::new(|| (), list_templates);
    view! {
        <PageTitle text="New story · Fablewright"/>
        {loaded(
            move || templates.outcome(),
            move || view! { <Form templates=templates.value().get_untracked()/> }.into_any(),
        )}
    }
    .into_any()
}

#[component]
fn Form(templates: Vec<Template>) -> AnyView {
    let form = NewStoryForm::new();
    TextLanguage::provide(move || form.audience.tag());
    let creating = SubmitAction::new();
    let missing = RwSignal::new(false);
    let more = RwSignal::new(false);
    let session = InterviewSession::new(form, more);
    let draft = form_draft(form, session, more);
    let create = story_creation(form, session, draft, missing, creating);
    let create_and_write = create.clone();
    Effect::new(move |_| {
        if form.premise.with(|premise| !premise.trim().is_empty()) {
            missing.set(false);
        }
    });
    view! {
        <Main class="narrow">
            <h1 id="title">"New story"</h1>
            <p class="muted">
                "Have you already written something? " <a href="/import">"Import a manuscript"</a>
            </p>
            <form
                class="stack"
                on:submit=move |event| {
                    event.prevent_default();
                    create(false);
                }
            >
                <DraftStatus draft/>
                <PremiseField premise=form.premise missing/>
                <InterviewPanel session missing/>
                <TitleField form/>
                <Templates templates form/>
                <ChapterCount value=form.chapters/>
                <MoreOptions form open=more/>
                <ErrorMessage error=creating.error()/>
                <CreateButtons creating create_and_write=move || create_and_write(true)/>
            </form>
        </Main>
    }
    .into_any()
}

/// Creates the story as the form says, and goes there; with `true`, all its chapters are written at once.
fn story_creation(
    form: NewStoryForm,
    session: InterviewSession,
    draft: LocalDraft,
    missing: RwSignal<bool>,
    creating: SubmitAction,
) -> impl Fn(bool) + Clone + Send + Sync + 'static {
    let studio = Studio::get();
    let navigate = use_navigate();
    move |write: bool| {
        let empty = form
            .premise
            .with_untracked(|premise| premise.trim().is_empty());
        missing.set(empty);
        if empty {
            browser::focus("field-premise");
            return;
        }
        let chapters = match form.chapter_count() {
            Ok(count) => count,
            Err(error) => {
                browser::focus("field-chapters");
                creating.run(async move { Err(error) });
                return;
            }
        };
        session.end();
        let new = form.story(chapters);
        let says_more = session.says_more_than(&new.brief);
        let navigate = navigate.clone();
        let sent = draft.fields();
        creating.run(async move {
            let story = create_story(new).await?.id;
            if says_more {
                draft.move_to_discarded();
                studio.show_notice(kept_answers_notice());
            }
            draft.mark_saved(sent, 0);
            if write {
                studio.start(story, NewRun::of(RunKind::AllChapters));
            }
            let place = if write { "/write" } else { "" };
            navigate(&format!("/stories/{story}{place}"), Default::default());
            Ok(())
        });
    }
}

/// The premise, and what is said where it is missing.
#[component]
fn PremiseField(premise: RwSignal<String>, missing: RwSignal<bool>) -> AnyView {
    let error_id = Signal::derive(move || missing.get().then_some("premise-missing"));
    view! {
        <TextArea
            label="Premise"
            hint="What is the story about? One sentence is enough, but you can write more."
            value=premise
            rows=4
            autofocus=true
            error_id=error_id
        />
        {show(move || {
            missing
                .get()
                .then(|| {
                    view! {
                        <p id="premise-missing" class="error-message" role="alert">
                            "Enter a premise. One sentence about what happens is enough."
                        </p>
                    }
                })
        })}
    }
    .into_any()
}

/// The title; while it is empty, it shows the one that the studio would give.
#[component]
fn TitleField(form: NewStoryForm) -> AnyView {
    let suggested_title = Signal::derive(move || {
        let language = form.audience.language_tag();
        form.premise.with(|premise| match premise.trim() {
            "" => String::new(),
            premise => title::suggested(premise, &language),
        })
    });
    view! {
        <TextField
            label="Title"
            hint="Leave empty to use the suggested title."
            value=form.title
            placeholder=suggested_title
        />
    }
    .into_any()
}

/// The rest of the brief: structure, style, content, and for whom it is.
#[component]
fn MoreOptions(form: NewStoryForm, open: RwSignal<bool>) -> AnyView {
    view! {
        <details open=move || open.get()>
            <summary>"More options"</summary>
            <div class="stack">
                <StructureField value=form.structure/>
                <TextField label="Genre" hint="“ghost story”, “space opera”" value=form.genre/>
                <TextField label="Tone" hint="“quiet, uneasy”" value=form.tone/>
                <TextField label="Setting" hint="Place and time." value=form.setting/>
                <TextArea label="Themes" hint="One per line." value=form.themes/>
                <TextArea
                    label="Must include"
                    hint="One per line."
                    value=form.include
                />
                <TextArea label="Must avoid" hint="One per line." value=form.avoid/>
                {form.audience.view()}
            </div>
        </details>
    }
    .into_any()
}

/// The form's submit button, and the one that also has the chapters written.
#[component]
fn CreateButtons(
    creating: SubmitAction,
    create_and_write: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let studio = Studio::get();
    let asleep = move || studio.now.with(Option::is_none);
    // One at a time; the button keeps the focus meanwhile.
    let waits = move || creating.pending().get().then_some("true");
    view! {
        <div class="row actions">
            <button type="submit" class="primary" disabled=asleep aria-disabled=waits>
                "Create"
            </button>
            <button
                type="button"
                disabled=asleep
                aria-disabled=waits
                on:click=move |_| create_and_write()
            >
                "Create and write all chapters"
            </button>
        </div>
    }
    .into_any()
}

/// Says where answers of the interview are kept that did not go into the story.
fn kept_answers_notice() -> PageNotice {
    PageNotice {
        key: 0,
        level: NoticeLevel::Info,
        text: "Your answers and earlier ideas are kept under Unsaved texts for 7 days.".to_owned(),
        link: Some(("/unsaved".to_owned(), "Open")),
        undo: None,
    }
}

/// How many chapters: a usual number or any other.
#[component]
fn ChapterCount(value: RwSignal<String>) -> AnyView {
    let usual = ["3", "5", "10", "25"].map(|number| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=memo(move || value.with(|value| value == number).to_string())
                on:click=move |_| value.set(number.to_owned())
            >
                {number}
            </button>
        }
    });
    view! {
        <div class="chapter-count">
            <TextField label="Chapters" value numeric=true/>
            <span class="chips">{usual.into_iter().collect_view()}</span>
        </div>
    }
    .into_any()
}

/// The structure of the chapters, and what it means.
#[component]
pub fn StructureField(
    /// The structure's word.
    value: RwSignal<String>,
) -> AnyView {
    let options = Structure::ALL
        .map(|structure| (structure.as_str(), structure.label()))
        .to_vec();
    let chosen = move || {
        value
            .with(|word| Structure::parse(word))
            .unwrap_or_default()
    };
    view! {
        <div>
            <Select label="Structure" value options/>
            <p class="muted">{show(move || chosen().description())}</p>
        </div>
    }
    .into_any()
}

#[component]
fn Templates(templates: Vec<Template>, form: NewStoryForm) -> AnyView {
    if templates.is_empty() {
        return ().into_any();
    }
    let cards = templates
        .into_iter()
        .map(|template| {
            let (id, name, text) = (
                template.id.clone(),
                template.name.clone(),
                template.description.clone(),
            );
            let chosen = move || form.template.with(|chosen| chosen.as_ref() == Some(&id));
            view! {
                <button
                    type="button"
                    class="template"
                    aria-pressed=memo(move || chosen().to_string())
                    on:click=move |_| form.apply_template(&template)
                >
                    <b>{name}</b>
                    <span>{text}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <fieldset class="templates">
            <legend>"Or start from a template"</legend>
            {cards}
        </fieldset>
    }
    .into_any()
}
