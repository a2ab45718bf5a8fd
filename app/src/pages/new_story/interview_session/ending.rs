//! How an interview ends before its questions do: what was said is in the premise, or is found again.

use super::InterviewSession;
use domain::{AnsweredQuestion, Brief};
use leptos::prelude::*;

/// An answer of fewer letters can stand in a text that says something else: "two", "her sister".
const TELLING: usize = 20;

impl InterviewSession {
    /// Goes on without a model: what was said joins the premise, where the author finds it.
    pub fn finish_without_model(self) {
        self.append_to_premise();
        self.close(false);
    }

    /// What was said and stands in no field yet joins the premise, once.
    fn append_to_premise(self) {
        self.record_typed_answer();
        let premise = self.form.premise;
        let now = premise.get_untracked();
        let joined = joined(&now, &self.unapplied_answers());
        if joined != now {
            premise.set(joined);
        }
        self.settled
            .set_value(self.answers.with_untracked(Vec::len));
    }

    /// The story is made now: what was said and stands in no field yet goes along.
    pub fn end(self) {
        let is_typed = self
            .answer
            .with_untracked(|answer| !answer.trim().is_empty());
        if is_typed || !self.unapplied_answers().is_empty() {
            self.finish_without_model();
        }
    }

    /// Whether the author said something here that is nowhere in this brief: an idea or an answer.
    pub fn says_more_than(self, brief: &Brief) -> bool {
        let single = [&brief.premise, &brief.genre, &brief.tone, &brief.setting];
        let listed = [&brief.themes, &brief.include, &brief.avoid];
        let stated: Vec<&str> = single
            .into_iter()
            .chain(listed.into_iter().flatten())
            .map(String::as_str)
            .collect();
        let has_words = |words: &str| {
            let is_edge = |c: char| !c.is_alphanumeric();
            stated
                .iter()
                .any(|stated| occurs_in(stated, words, is_edge))
        };
        let is_stated = |answered: &AnsweredQuestion| {
            let answer = answered.answer.trim();
            stated.iter().any(|stated| stated.trim() == answer)
                || has_line(&brief.premise, &line(answered))
                || (answer.chars().count() >= TELLING && has_words(answer))
        };
        let answers = untrack(|| self.all_answers());
        answers.iter().any(|answered| !is_stated(answered))
            || self
                .premises
                .with_untracked(|all| all.own().iter().any(|own| !has_words(own.trim())))
    }
}

/// An answer as it stands in the premise.
fn line(answered: &AnsweredQuestion) -> String {
    format!("{} {}", answered.question, answered.answer.trim())
}

/// Whether these lines stand in a text, and are all of them.
fn has_line(text: &str, lines: &str) -> bool {
    occurs_in(text, lines, |c| c == '\n')
}

/// Whether a part stands in a text with edges around it.
fn occurs_in(text: &str, part: &str, is_edge: impl Fn(char) -> bool) -> bool {
    text.match_indices(part).any(|(at, part)| {
        let before = text[..at].chars().next_back();
        let after = text[at + part.len()..].chars().next();
        before.is_none_or(&is_edge) && after.is_none_or(&is_edge)
    })
}

/// The premise with these answers below it; what it says already is not said twice.
fn joined(premise: &str, said: &[AnsweredQuestion]) -> String {
    let lines: Vec<String> = said
        .iter()
        .map(line)
        .filter(|line| !has_line(premise, line))
        .collect();
    match lines.is_empty() {
        true => premise.to_owned(),
        false => format!("{premise}\n\n{}", lines.join("\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::NewStoryForm, *};

    fn session() -> InterviewSession {
        InterviewSession::new(NewStoryForm::new(), RwSignal::new(false))
    }

    fn answered(question: &str, answer: &str) -> AnsweredQuestion {
        AnsweredQuestion {
            question: question.to_owned(),
            answer: answer.to_owned(),
        }
    }

    #[test]
    fn a_story_that_is_made_in_the_middle_of_a_talk_takes_what_was_said_along_once() {
        let _owner = Owner::new_root(None);
        let session = session();
        session.form.premise.set("a bell".to_owned());
        session.premises.update(|all| all.begin("a bell"));
        session.end();
        assert_eq!(session.form.premise.get_untracked(), "a bell");

        // One stands in the fields, one was skipped, one was given and another one is half typed.
        session.answers.set(vec![
            answered("What kind?", "a mystery"),
            answered("Where?", ""),
            answered("Whose?", "Odran’s"),
        ]);
        session.settled.set_value(1);
        session
            .questions
            .set(vec!["How long?".to_owned(), "And?".to_owned()]);
        session.answer.set(" not lo".to_owned());
        let whole = "a bell\n\nWhose? Odran’s\nHow long? not lo";
        for _ in 0..2 {
            session.append_to_premise();
            assert_eq!(session.form.premise.get_untracked(), whole);
        }
        // Also where an interview that an earlier version kept does not know what it joined.
        session.settled.set_value(0);
        session
            .form
            .premise
            .set(format!("{whole}\nWhat kind? a mystery"));
        session.append_to_premise();
        assert_eq!(joined("a", &[]), "a");
        // Another answer that begins with the same letters is not this one.
        let no = [answered("Is it?", "no")];
        assert_eq!(
            joined("a\n\nIs it? nobody knows", &no),
            "a\n\nIs it? nobody knows\n\nIs it? no"
        );
        let premise = session.form.premise.get_untracked();
        assert_eq!(premise, format!("{whole}\nWhat kind? a mystery"));
    }

    #[test]
    fn a_talk_says_more_than_a_brief_that_lacks_an_idea_or_an_answer() {
        let _owner = Owner::new_root(None);
        let session = session();
        let mut brief = Brief {
            premise: "A drowned bell rings.".to_owned(),
            ..Brief::default()
        };
        assert!(!session.says_more_than(&brief));
        session.premises.update(|all| all.begin("a bell"));
        assert!(session.says_more_than(&brief), "the idea");
        brief.premise.push_str("\n\nIt was: a bell");
        assert!(!session.says_more_than(&brief));
        session.answers.set(vec![
            answered("What kind?", "a mystery"),
            answered("Where?", ""),
        ]);
        assert!(session.says_more_than(&brief), "an answer");
        brief.themes = vec!["debt".to_owned(), "a mystery".to_owned()];
        assert!(!session.says_more_than(&brief));
        session.earlier.set(vec![answered("Whose?", "Odran’s")]);
        assert!(session.says_more_than(&brief), "an earlier answer");
    }

    #[test]
    fn a_short_answer_is_told_only_where_it_stands_with_its_question_or_alone() {
        let _owner = Owner::new_root(None);
        let session = session();
        let brief = |premise: &str| Brief {
            premise: premise.to_owned(),
            ..Brief::default()
        };
        let says_more = |answer: &str, brief: &Brief| {
            session
                .answers
                .set(vec![answered("Does she tell?", answer)]);
            session.says_more_than(brief)
        };
        assert!(says_more("no", &brief("A keeper knows.")), "in a word");
        assert!(says_more("no", &brief("There is no light.")), "a word");
        assert!(says_more("no", &brief("a\nDoes she tell? nothing")));
        assert!(!says_more(
            "no ",
            &brief("A keeper knows.\n\nDoes she tell? no")
        ));
        let mut alone = brief("A keeper knows.");
        alone.avoid = vec!["no".to_owned()];
        assert!(!says_more("no", &alone));
        // Nobody says this by chance.
        let long = "only to her dead brother";
        assert!(!says_more(
            long,
            &brief("She tells it only to her dead brother.")
        ));
        assert!(says_more(
            long,
            &brief("She tells it only to her dead brothers.")
        ));
    }
}
