//! "Talk it over first": an idea becomes a brief, question by question. It can be left at any moment, and
//! whatever happens nothing that was typed is lost.

use super::Wishes;
use crate::{
    api::craft::{begin_talk, talk_over},
    browser,
    components::{Button, TextLanguage, Trouble, show},
    live::{Deed, memo},
    pages::accounts::{Sent, ShowSent},
    words,
};
use domain::{Answered, Brief, CallsOf, NewInterview};
use leptos::prelude::*;

/// The id of the field for the answer.
const FIELD: &str = "interview-answer";

/// The id of the conversation.
const SECTION: &str = "interview";

/// Where a conversation is.
#[derive(Clone, Copy)]
struct Talk {
    wishes: Wishes,
    /// The fields that most people never open.
    more: RwSignal<bool>,
    /// Whether it is under way.
    open: RwSignal<bool>,
    /// Whether it came to its end.
    over: RwSignal<bool>,
    /// The idea as it was when the talk began.
    idea: StoredValue<String>,
    /// The premise as it was worked out last, at first the idea: the author's own changes to it stay.
    worked_out: StoredValue<String>,
    /// What is still to be answered.
    questions: RwSignal<Vec<String>>,
    answers: RwSignal<Vec<Answered>>,
    /// How many of the answers stand in the fields.
    settled: StoredValue<usize>,
    answer: RwSignal<String>,
    /// The author wants no more questions.
    leaving: StoredValue<bool>,
    asking: Deed,
    /// How often a model was asked, whatever came of it.
    asked: RwSignal<u64>,
}

impl Talk {
    fn begin(self) {
        self.idea
            .set_value(self.wishes.premise.get_untracked().trim().to_owned());
        self.worked_out.set_value(self.idea.get_value());
        self.answers.set(Vec::new());
        self.questions.set(Vec::new());
        self.settled.set_value(0);
        self.answer.set(String::new());
        self.over.set(false);
        self.leaving.set_value(false);
        self.open.set(true);
        self.ask(false);
    }

    /// Asks for the next questions and fills in what is known; `last`: asks nothing more.
    fn ask(self, last: bool) {
        let mut new = NewInterview {
            id: None,
            idea: self.idea.get_value(),
            answers: self.answers.get_untracked(),
        };
        let known = self.wishes.interview;
        self.asking.run(async move {
            let count = new.answers.len();
            // All talks on this page are one: the story that comes of them counts what they took.
            new.id = known.get_untracked();
            if new.id.is_none() {
                new.id = Some(begin_talk().await?.id);
                known.try_set(new.id);
            }
            let next = talk_over(new).await;
            self.asked.try_update(|asked| *asked += 1);
            if next.as_ref().is_err_and(|error| error.code == "not_found") {
                // Left alone for so long that it was forgotten: another try begins another one.
                known.try_set(None);
            }
            let next = next?;
            self.fill(next.brief);
            self.settled.set_value(count);
            let last = last || self.leaving.get_value();
            if last || next.questions.is_empty() {
                self.close(true);
            } else if self.open.get_untracked() {
                self.questions.set(next.questions);
            }
            Ok(())
        });
    }

    /// Puts the question at hand behind us, with what is typed or with nothing.
    fn next(self, answered: bool) {
        let answer = self.answer.get_untracked().trim().to_owned();
        let Some(question) = self.questions.with_untracked(|all| all.first().cloned()) else {
            return;
        };
        let answer = if answered { answer } else { String::new() };
        self.answers
            .update(|all| all.push(Answered { question, answer }));
        self.answer.set(String::new());
        self.questions.update(|all| {
            all.remove(0);
        });
        if self.questions.with_untracked(Vec::is_empty) {
            self.ask(false);
        }
    }

    /// Ends it: what was answered goes into the fields, what was not stays open.
    fn skip(self) {
        if !self
            .answer
            .with_untracked(|answer| answer.trim().is_empty())
        {
            let question = self.questions.with_untracked(|all| all.first().cloned());
            let answer = self.answer.get_untracked().trim().to_owned();
            if let Some(question) = question {
                self.answers
                    .update(|all| all.push(Answered { question, answer }));
                self.answer.set(String::new());
            }
        }
        self.questions.set(Vec::new());
        self.leaving.set_value(true);
        if self.unsettled().is_empty() {
            self.close(false);
        } else {
            self.ask(true);
        }
    }

    /// Answers that do not stand in the fields yet.
    fn unsettled(self) -> Vec<Answered> {
        self.answers.with_untracked(|all| {
            all.iter()
                .skip(self.settled.get_value())
                .filter(|answered| !answered.answer.is_empty())
                .cloned()
                .collect()
        })
    }

    /// Goes on without a model: what was said joins the premise, where the author finds it.
    fn go_on_without(self) {
        let said: Vec<String> = self
            .unsettled()
            .into_iter()
            .map(|answered| format!("{} {}", answered.question, answered.answer))
            .collect();
        if !said.is_empty() {
            self.wishes.premise.update(|premise| {
                premise.push_str("\n\n");
                premise.push_str(&said.join("\n"));
            });
        }
        self.close(false);
    }

    fn close(self, over: bool) {
        self.asking.forget();
        self.questions.set(Vec::new());
        self.open.set(false);
        self.over.set(over);
        // The fields are what comes next, and the button that was pressed is gone.
        if browser::has_focus_in(SECTION) {
            browser::focus("field-premise");
        }
    }

    /// Fills the form's fields where the author has not typed something else into them.
    fn fill(self, brief: Brief) {
        for (name, field, value) in self.wishes.fields(&brief) {
            if name != "premise" && !value.is_empty() {
                self.wishes.put(name, field, value);
            }
        }
        // The idea was typed by hand: it is worked out here, and no template replaces it.
        let premise = self.wishes.premise;
        let is_ours = premise
            .with_untracked(|now| self.worked_out.with_value(|ours| now.trim() == ours))
            || premise.with_untracked(|now| now.trim().is_empty());
        if is_ours && !brief.premise.is_empty() {
            premise.set(brief.premise.clone());
            self.worked_out.set_value(brief.premise.trim().to_owned());
        }
        let said_more =
            !brief.genre.is_empty() || !brief.tone.is_empty() || !brief.setting.is_empty();
        let listed = [&brief.themes, &brief.include, &brief.avoid];
        if said_more || listed.iter().any(|list| !list.is_empty()) {
            self.more.set(true);
        }
    }
}

/// The button that begins the talk, and the talk.
#[component]
pub(super) fn Interview(
    wishes: Wishes,
    /// Set where the premise is missing.
    missing: RwSignal<bool>,
    /// Set where fields that are folded away were filled in.
    more: RwSignal<bool>,
) -> AnyView {
    let talk = Talk {
        wishes,
        more,
        open: RwSignal::new(false),
        over: RwSignal::new(false),
        idea: StoredValue::new(String::new()),
        worked_out: StoredValue::new(String::new()),
        questions: RwSignal::new(Vec::new()),
        answers: RwSignal::new(Vec::new()),
        settled: StoredValue::new(0),
        answer: RwSignal::new(String::new()),
        leaving: StoredValue::new(false),
        asking: Deed::new(),
        asked: RwSignal::new(0),
    };
    let looking = RwSignal::new(false);
    let begin = move || {
        let empty = wishes
            .premise
            .with_untracked(|premise| premise.trim().is_empty());
        missing.set(empty);
        if empty {
            browser::focus("field-premise");
        } else {
            talk.begin();
        }
    };
    view! {
        {show(move || {
            (!talk.open.get())
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
                talk.over
                    .get()
                    .then_some(
                        "Your answers have been filled in below. Change anything you like.",
                    )
            })}
        </p>
        {show(move || talk.open.get().then(|| conversation(talk)))}
        {show(move || {
            wishes
                .interview
                .get()
                .map(|id| {
                    view! {
                        <div class="row">
                            <ShowSent open=looking of="the interview"/>
                        </div>
                        <Sent of=CallsOf::Interview(id) open=looking made=talk.asked/>
                    }
                })
        })}
    }
    .into_any()
}

fn conversation(talk: Talk) -> AnyView {
    let pending = talk.asking.pending();
    let error = talk.asking.error();
    let question = memo(move || talk.questions.with(|all| all.first().cloned()));
    let asked = memo(move || talk.answers.with(Vec::len));
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
                            format!("{} so far.", words::counted(asked.get() as u64, "answer"))
                        }
                        false => String::new(),
                    }
                })}
            </p>
            {show(move || question.get().map(|question| field(talk, question)))}
            <Trouble error/>
            <div class="row">
                {show(move || {
                    error
                        .with(Option::is_some)
                        .then(|| {
                            view! {
                                <Button kind="primary" off=pending on_press=move || talk.ask(false)>
                                    "Try again"
                                </Button>
                                <Button on_press=move || talk.go_on_without()>
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
                                <Button kind="primary" off=pending on_press=move || talk.next(true)>
                                    "Answer"
                                </Button>
                                <Button kind="quiet" off=pending on_press=move || talk.next(false)>
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
                                <Button kind="quiet" on_press=move || talk.skip()>
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

fn field(talk: Talk, question: String) -> AnyView {
    view! {
        <div class="field">
            <label for=FIELD>{question}</label>
            <input
                id=FIELD
                type="text"
                lang=TextLanguage::here()
                dir="auto"
                autocomplete="off"
                prop:value=move || talk.answer.get()
                on:input=move |event| talk.answer.set(event_target_value(&event))
                on:keydown=move |event| {
                    // Enter answers; it must not send the whole form.
                    if event.key() == "Enter" {
                        event.prevent_default();
                        talk.next(true);
                    }
                }
            />
        </div>
    }
    .into_any()
}
