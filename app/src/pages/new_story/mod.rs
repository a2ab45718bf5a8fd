//! A new story: one sentence is enough.

mod draft;
mod filled;
mod interview;
mod kept;
mod premises;
mod readers;
mod talk;
mod wishes;

use crate::{
    api::stories::{create_story, list_templates},
    browser,
    components::{
        Area, DraftLine, Field, Main, PageTitle, TextLanguage, Trouble, loaded, pick::Pick, show,
    },
    live::{Deed, Live, Notice, Studio, memo},
};
use domain::{NewRun, NoticeLevel, RunKind, Structure, Template, title};
use draft::draft_of;
use interview::Interview;
pub use kept::said;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
pub use readers::Readers;
use talk::Talk;
use wishes::NewStoryForm;

/// `/stories/new`
#[component]
pub fn NewStoryPage() -> AnyView {
    let templates = Live::new(|| (), list_templates);
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
    let studio = Studio::here();
    let wishes = NewStoryForm::new();
    TextLanguage::provide(move || wishes.readers.tag());
    let creating = Deed::new();
    let missing = RwSignal::new(false);
    let more = RwSignal::new(false);
    let talk = Talk::new(wishes, more);
    let draft = draft_of(wishes, talk, more);
    let navigate = use_navigate();
    let submit = move |write: bool| {
        let empty = wishes
            .premise
            .with_untracked(|premise| premise.trim().is_empty());
        missing.set(empty);
        if empty {
            browser::focus("field-premise");
            return;
        }
        let chapters = match wishes.chapter_count() {
            Ok(count) => count,
            Err(error) => {
                browser::focus("field-chapters");
                creating.run(async move { Err(error) });
                return;
            }
        };
        talk.end();
        let new = wishes.story(chapters);
        let says_more = talk.says_more_than(&new.brief);
        let navigate = navigate.clone();
        let sent = draft.fields();
        creating.run(async move {
            let story = create_story(new).await?.id;
            if says_more {
                draft.set_aside();
                studio.tell(kept_aside());
            }
            draft.is_saved(sent, 0);
            if write {
                studio.start(story, NewRun::of(RunKind::AllChapters));
            }
            let place = if write { "/write" } else { "" };
            navigate(&format!("/stories/{story}{place}"), Default::default());
            Ok(())
        });
    };
    let submit_and_write = submit.clone();
    Effect::new(move |_| {
        if wishes.premise.with(|premise| !premise.trim().is_empty()) {
            missing.set(false);
        }
    });
    let asleep = move || studio.now.with(Option::is_none);
    // One at a time; the button keeps the focus meanwhile.
    let waits = move || creating.pending().get().then_some("true");
    // What the studio calls it if the author does not.
    let suggested_title = Signal::derive(move || {
        let language = wishes.readers.language_tag();
        wishes.premise.with(|premise| match premise.trim() {
            "" => String::new(),
            premise => title::suggested(premise, &language),
        })
    });
    let told = Signal::derive(move || missing.get().then_some("premise-missing"));
    view! {
        <Main class="narrow">
            <h1 id="title">"New story"</h1>
            <form
                class="stack"
                on:submit=move |event| {
                    event.prevent_default();
                    submit(false);
                }
            >
                <DraftLine draft/>
                <Area
                    label="Premise"
                    hint="What is the story about? One sentence is enough, but you can write more."
                    value=wishes.premise
                    rows=4
                    autofocus=true
                    trouble=told
                />
                {show(move || {
                    missing
                        .get()
                        .then(|| {
                            view! {
                                <p id="premise-missing" class="trouble" role="alert">
                                    "Enter a premise. One sentence about what happens is enough."
                                </p>
                            }
                        })
                })}
                <Interview talk missing/>
                <Field
                    label="Title"
                    hint="Leave empty to use the suggested title."
                    value=wishes.title
                    placeholder=suggested_title
                />
                <Templates templates wishes/>
                <ChapterCount value=wishes.chapters/>
                <details open=move || more.get()>
                    <summary>"More options"</summary>
                    <div class="stack">
                        <StructureField value=wishes.structure/>
                        <Field label="Genre" hint="“ghost story”, “space opera”" value=wishes.genre/>
                        <Field label="Tone" hint="“quiet, uneasy”" value=wishes.tone/>
                        <Field label="Setting" hint="Place and time." value=wishes.setting/>
                        <Area label="Themes" hint="One per line." value=wishes.themes/>
                        <Area
                            label="Must include"
                            hint="One per line."
                            value=wishes.include
                        />
                        <Area label="Must avoid" hint="One per line." value=wishes.avoid/>
                        {wishes.readers.view()}
                    </div>
                </details>
                <Trouble error=creating.error()/>
                <div class="row actions">
                    <button type="submit" class="primary" disabled=asleep aria-disabled=waits>
                        "Create"
                    </button>
                    <button
                        type="button"
                        disabled=asleep
                        aria-disabled=waits
                        on:click=move |_| submit_and_write(true)
                    >
                        "Create and write all chapters"
                    </button>
                </div>
            </form>
        </Main>
    }
    .into_any()
}

/// Where to find what was said in a talk and is not in the story.
fn kept_aside() -> Notice {
    Notice {
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
            <Field label="Chapters" value numeric=true/>
            <span class="chips">{usual.into_iter().collect_view()}</span>
        </div>
    }
    .into_any()
}

/// The shape the chapters are laid out in, and what that means.
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
            <Pick label="Structure" value options/>
            <p class="muted">{show(move || chosen().description())}</p>
        </div>
    }
    .into_any()
}

#[component]
fn Templates(templates: Vec<Template>, wishes: NewStoryForm) -> AnyView {
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
            let chosen = move || wishes.template.with(|chosen| chosen.as_ref() == Some(&id));
            view! {
                <button
                    type="button"
                    class="template"
                    aria-pressed=memo(move || chosen().to_string())
                    on:click=move |_| wishes.take(&template)
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
