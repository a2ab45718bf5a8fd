//! A conversation about an idea: where it is, and how it fills in the form. It is kept with the form's draft.

mod ending;

use super::{
    form::NewStoryForm,
    interview_draft::InterviewDraft,
    prefilled::FilledBy,
    premises::{AlternativePremise, PremiseHistory},
};
use crate::{
    api::interviews::{begin_interview, continue_interview},
    browser,
    live::SubmitAction,
};
use domain::{AnsweredQuestion, Brief, NewInterview};
use leptos::prelude::*;

/// The id of the conversation on the page.
pub(super) const SECTION: &str = "interview";

/// Where a conversation is.
#[derive(Clone, Copy)]
pub(super) struct InterviewSession {
    pub form: NewStoryForm,
    /// The fields that most people never open.
    more: RwSignal<bool>,
    /// Whether it is under way.
    pub open: RwSignal<bool>,
    /// Whether it came to its end.
    pub over: RwSignal<bool>,
    /// The idea as it was when the interview began.
    idea: StoredValue<String>,
    /// What is still to be answered.
    pub questions: RwSignal<Vec<String>>,
    pub answers: RwSignal<Vec<AnsweredQuestion>>,
    /// Those of talks that were begun before.
    earlier: RwSignal<Vec<AnsweredQuestion>>,
    /// How many of the answers stand in the fields.
    settled: StoredValue<usize>,
    /// What the premise was, in the author's words and in those of the interview.
    premises: RwSignal<PremiseHistory>,
    pub answer: RwSignal<String>,
    /// The author wants no more questions.
    leaving: StoredValue<bool>,
    pub asking: SubmitAction,
    /// How often a model was asked, whatever came of it.
    pub asked: RwSignal<u64>,
}

impl InterviewSession {
    /// Nothing was said yet.
    pub fn new(form: NewStoryForm, more: RwSignal<bool>) -> Self {
        Self {
            form,
            more,
            open: RwSignal::new(false),
            over: RwSignal::new(false),
            idea: StoredValue::new(String::new()),
            questions: RwSignal::new(Vec::new()),
            answers: RwSignal::new(Vec::new()),
            earlier: RwSignal::new(Vec::new()),
            settled: StoredValue::new(0),
            premises: RwSignal::default(),
            answer: RwSignal::new(String::new()),
            leaving: StoredValue::new(false),
            asking: SubmitAction::new(),
            asked: RwSignal::new(0),
        }
    }

    /// The interview so far, to be kept; empty before one began.
    pub fn write(self) -> String {
        let stored = InterviewDraft {
            interview: self.form.interview.get(),
            open: self.open.get(),
            over: self.over.get(),
            idea: self.idea.get_value(),
            questions: self.questions.get(),
            answers: self.answers.get(),
            earlier: self.earlier.get(),
            settled: self.settled.get_value(),
            premises: self.premises.get(),
            answer: self.answer.get(),
        };
        match stored.idea.is_empty() {
            true => String::new(),
            false => serde_json::to_string(&stored).unwrap_or_default(),
        }
    }

    /// Takes up an interview that was kept.
    pub fn read(self, stored: &str) {
        let stored = InterviewDraft::read(stored);
        self.form.interview.set(stored.interview);
        self.premises.set(stored.premises);
        self.idea.set_value(stored.idea);
        self.settled.set_value(stored.settled);
        self.leaving.set_value(false);
        self.answers.set(stored.answers);
        self.earlier.set(stored.earlier);
        self.answer.set(stored.answer);
        // The answer of the studio may have been on its way when the page was left.
        let waits = stored.open && stored.questions.is_empty();
        self.questions.set(stored.questions);
        self.over.set(stored.over);
        self.open.set(stored.open);
        if waits {
            self.ask(false);
        }
    }

    /// All answers that were given, those of earlier talks first.
    pub fn all_answers(self) -> Vec<AnsweredQuestion> {
        let mut all = self.earlier.get();
        all.extend(self.answers.get());
        all.retain(|answered| !answered.answer.is_empty());
        all
    }

    /// Begins with the premise as the idea.
    pub fn begin(self) {
        let idea = self.form.premise.get_untracked().trim().to_owned();
        self.premises.update(|premises| premises.begin(&idea));
        self.idea.set_value(idea);
        let before = self.answers.get_untracked();
        self.earlier.update(|earlier| earlier.extend(before));
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
    pub fn ask(self, last: bool) {
        let mut new = NewInterview {
            id: None,
            idea: self.idea.get_value(),
            answers: self.answers.get_untracked(),
        };
        let known = self.form.interview;
        self.asking.run(async move {
            let count = new.answers.len();
            // All talks on this page are one: the story that comes of them counts what they took.
            new.id = known.get_untracked();
            if new.id.is_none() {
                new.id = Some(begin_interview().await?.id);
                known.try_set(new.id);
            }
            let next = continue_interview(new).await;
            if self.asked.try_update(|asked| *asked += 1).is_none() {
                // The page was left, and its draft says that an answer is awaited.
                return Ok(());
            }
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
    pub fn next(self, answered: bool) {
        let answer = self.answer.get_untracked().trim().to_owned();
        let Some(question) = self.questions.with_untracked(|all| all.first().cloned()) else {
            return;
        };
        let answer = if answered { answer } else { String::new() };
        self.answers
            .update(|all| all.push(AnsweredQuestion { question, answer }));
        self.answer.set(String::new());
        self.questions.update(|all| {
            all.remove(0);
        });
        if self.questions.with_untracked(Vec::is_empty) {
            self.ask(false);
        }
    }

    /// What else the premise could be.
    pub fn others(self) -> Vec<AlternativePremise> {
        self.form
            .premise
            .with(|premise| self.premises.with(|premises| premises.others(premise)))
    }

    /// Takes another text as the premise. What the author made of the one that is there stays reachable.
    pub fn use_premise(self, text: String) {
        let premise = self.form.premise;
        self.premises.update(|premises| {
            premise.with_untracked(|premise| premises.record_own(premise));
        });
        premise.set(text);
    }

    /// What is typed is an answer, also where nobody pressed "Answer".
    fn record_typed_answer(self) {
        let answer = self.answer.get_untracked().trim().to_owned();
        let question = self.questions.with_untracked(|all| all.first().cloned());
        if let Some(question) = question.filter(|_| !answer.is_empty()) {
            self.answers
                .update(|all| all.push(AnsweredQuestion { question, answer }));
            self.answer.set(String::new());
        }
    }

    /// Ends it: what was answered goes into the fields, what was not stays open.
    pub fn skip(self) {
        self.record_typed_answer();
        self.questions.set(Vec::new());
        self.leaving.set_value(true);
        if self.unapplied_answers().is_empty() {
            self.close(false);
        } else {
            self.ask(true);
        }
    }

    /// Answers that do not stand in the fields yet.
    fn unapplied_answers(self) -> Vec<AnsweredQuestion> {
        self.answers.with_untracked(|all| {
            all.iter()
                .skip(self.settled.get_value())
                .filter(|answered| !answered.answer.is_empty())
                .cloned()
                .collect()
        })
    }

    fn close(self, over: bool) {
        self.asking.clear_error();
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
        for (name, field, value) in self.form.fields(&brief) {
            if name != "premise" && !value.is_empty() {
                self.form.fill(name, field, value, FilledBy::Interview);
            }
        }
        // The idea was typed by hand: it is worked out here, and no template replaces it.
        let premise = self.form.premise;
        if !brief.premise.trim().is_empty() {
            let is_free = premise
                .with_untracked(|now| self.premises.with_untracked(|all| all.may_replace(now)));
            self.premises
                .update(|all| all.record_suggestion(&brief.premise));
            if is_free {
                premise.set(brief.premise.clone());
            }
        }
        let said_more =
            !brief.genre.is_empty() || !brief.tone.is_empty() || !brief.setting.is_empty();
        let listed = [&brief.themes, &brief.include, &brief.avoid];
        if said_more || listed.iter().any(|list| !list.is_empty()) {
            self.more.set(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> InterviewSession {
        InterviewSession::new(NewStoryForm::new(), RwSignal::new(false))
    }

    #[test]
    fn the_idea_that_a_talk_replaced_is_kept_over_a_reload_also_where_nothing_was_asked() {
        let _owner = Owner::new_root(None);
        let before = session();
        assert_eq!(before.write(), "");
        before.idea.set_value("a bell".to_owned());
        before.premises.update(|all| all.begin("a bell"));
        before.form.premise.set("a bell".to_owned());
        before.fill(Brief {
            premise: "A drowned bell rings.".to_owned(),
            ..Brief::default()
        });
        let premise = before.form.premise.get_untracked();
        assert_eq!(premise, "A drowned bell rings.");

        let after = session();
        after.read(&before.write());
        after.form.premise.set(premise);
        let own = || AlternativePremise::Own("a bell".to_owned());
        assert_eq!(after.others(), [own()]);
        after.use_premise("a bell".to_owned());
        let worked_out = AlternativePremise::Suggestion("A drowned bell rings.".to_owned());
        assert_eq!(after.others(), [worked_out]);

        // As an earlier version kept it.
        let earlier = session();
        earlier.read(r#"{"idea":"a bell","worked_out":"A drowned bell rings.","answers":[]}"#);
        earlier.form.premise.set("A drowned bell rings.".to_owned());
        assert_eq!(earlier.others(), [own()]);
    }
}
