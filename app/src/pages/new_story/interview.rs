//! "Talk it over first": an idea becomes a brief, question by question. It can be left at any moment, and
//! whatever happens nothing that was typed is lost.

use super::{
    interview_session::{InterviewSession, SECTION},
    premises::AlternativePremise,
};
use crate::{
    browser,
    components::{Button, ErrorMessage, TextLanguage, show},
    formatting,
    live::memo,
    pages::usage::{CallLogButton, CallLogDialog},
};
use domain::{AnsweredQuestion, CallFilter};
use leptos::prelude::*;

/// The id of the field for the answer.
const FIELD: &str = "interview-answer";

/// The button that begins the interview, and the interview.
#[component]
pub(super) fn InterviewPanel(
    session: InterviewSession,
    /// Set where the premise is missing.
    missing: RwSignal<bool>,
) -> AnyView {
    let form = session.form;
    let log_open = RwSignal::new(false);
    let begin = move || {
        let empty = form
            .premise
            .with_untracked(|premise| premise.trim().is_empty());
        missing.set(empty);
        if empty {
            browser::focus("field-premise");
        } else {
            session.begin();
        }
    };
    let others = memo(move || session.others());
    view! {
        <div class="other-premises" aria-live="polite">
            {show(move || others.get().into_iter().map(|other| offer(session, other)).collect_view())}
        </div>
        {show(move || {
            (!session.open.get())
                .then(|| {
                    view! {
                        <div class="row">
                            <Button on_press=begin>"Talk it over first"</Button>
                            <span class="muted">
                                "Answer a few short questions to fill in the rest. You can stop at any time."
                            </span>
                        </div>
                    }
                })
        })}
        <p role="status" class="muted">
            {show(move || {
                session.over
                    .get()
                    .then_some(
                        "Your answers have been filled in below. Change anything you like.",
                    )
            })}
        </p>
        {show(move || session.open.get().then(|| conversation(session)))}
        {show(move || answers(session.all_answers()))}
        {show(move || {
            form
                .interview
                .get()
                .map(|id| {
                    view! {
                        <div class="row">
                            <CallLogButton open=log_open of="the interview"/>
                        </div>
                        <CallLogDialog of=CallFilter::Interview(id) open=log_open call_count=session.asked/>
                    }
                })
        })}
    }
    .into_any()
}

/// A text that the premise was, and the way back to it.
fn offer(session: InterviewSession, other: AlternativePremise) -> AnyView {
    let (what, button, text) = match other {
        AlternativePremise::Own(text) => ("Your idea: ", "Use my own text", text),
        AlternativePremise::Suggestion(text) => ("Suggested text: ", "Use the suggestion", text),
    };
    let shown = text.clone();
    // Several of them may stand one below the other.
    let beginning: String = text.chars().take(60).collect();
    view! {
        <div class="draft-status">
            <p>
                <b>{what}</b>
                <span lang=TextLanguage::get() dir="auto">
                    {shown}
                </span>
            </p>
            <Button
                kind="quiet"
                name=format!("{button}: {beginning}")
                on_press=move || session.use_premise(text.clone())
            >
                {button}
            </Button>
        </div>
    }
    .into_any()
}

/// What was answered so far.
fn answers(all: Vec<AnsweredQuestion>) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let pair = |answered: AnsweredQuestion| {
        view! { <dt>{answered.question}</dt> <dd>{answered.answer}</dd> }
    };
    Some(
        view! {
            <section class="answers" aria-label="Your answers">
                <h2>"Your answers"</h2>
                <dl>{all.into_iter().map(pair).collect_view()}</dl>
            </section>
        }
        .into_any(),
    )
}

fn conversation(session: InterviewSession) -> AnyView {
    let pending = session.asking.pending();
    let error = session.asking.error();
    let question = memo(move || session.questions.with(|all| all.first().cloned()));
    // What is typed is an answer: it is not dropped with its question.
    let typed = memo(move || session.answer.with(|answer| !answer.trim().is_empty()));
    let skip_off = Signal::derive(move || pending.get() || typed.get());
    let asked = memo(move || session.answers.with(Vec::len));
    Effect::new(move |_| {
        if question.with(Option::is_some) {
            browser::focus(FIELD);
        }
    });
    view! {
        <section id=SECTION class="interview stack" aria-label="Talk it over">
            <p role="status" class="muted">
                {show(move || {
                    match pending.get() {
                        true => "Preparing questions…".to_owned(),
                        false if asked.get() > 0 => {
                            format!("{} so far.", formatting::pluralize(asked.get() as u64, "answer"))
                        }
                        false => String::new(),
                    }
                })}
            </p>
            {show(move || question.get().map(|question| field(session, question)))}
            <ErrorMessage error/>
            <div class="row">
                {show(move || {
                    error
                        .with(Option::is_some)
                        .then(|| {
                            view! {
                                <Button kind="primary" disabled=pending on_press=move || session.ask(false)>
                                    "Try again"
                                </Button>
                                <Button on_press=move || session.finish_without_model()>
                                    "Continue without questions"
                                </Button>
                            }
                        })
                })}
                {show(move || {
                    question
                        .with(Option::is_some)
                        .then(|| {
                            view! {
                                <Button kind="primary" disabled=pending on_press=move || session.next(true)>
                                    "Answer"
                                </Button>
                                <Button kind="quiet" disabled=skip_off on_press=move || session.next(false)>
                                    "Skip this question"
                                </Button>
                            }
                        })
                })}
                {show(move || {
                    error
                        .with(Option::is_none)
                        .then(|| {
                            view! {
                                <Button kind="quiet" on_press=move || session.skip()>
                                    "Skip all questions"
                                </Button>
                            }
                        })
                })}
            </div>
        </section>
    }
    .into_any()
}

fn field(session: InterviewSession, question: String) -> AnyView {
    view! {
        <div class="field">
            <label for=FIELD>{question}</label>
            <input
                id=FIELD
                type="text"
                lang=TextLanguage::get()
                dir="auto"
                autocomplete="off"
                prop:value=move || session.answer.get()
                on:input=move |event| session.answer.set(event_target_value(&event))
                on:keydown=move |event| {
                    // Enter answers; it must not send the whole form.
                    if event.key() == "Enter" {
                        event.prevent_default();
                        session.next(true);
                    }
                }
            />
        </div>
    }
    .into_any()
}
