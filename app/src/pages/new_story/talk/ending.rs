//! How a talk ends before its questions do: what was said is in the premise, or is found again.

use super::Talk;
use domain::{Answered, Brief};
use leptos::prelude::*;

impl Talk {
    /// Goes on without a model: what was said joins the premise, where the author finds it.
    pub fn go_on_without(self) {
        self.settle();
        self.close(false);
    }

    /// What was said and stands in no field yet joins the premise, once.
    fn settle(self) {
        self.take_typed();
        let premise = self.wishes.premise;
        let now = premise.get_untracked();
        let joined = joined(&now, &self.unsettled());
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
        if is_typed || !self.unsettled().is_empty() {
            self.go_on_without();
        }
    }

    /// Whether the author said something here that is nowhere in this brief: an idea or an answer.
    pub fn says_more_than(self, brief: &Brief) -> bool {
        let single = [&brief.premise, &brief.genre, &brief.tone, &brief.setting];
        let listed = [&brief.themes, &brief.include, &brief.avoid];
        let told: Vec<&str> = single
            .into_iter()
            .chain(listed.into_iter().flatten())
            .map(String::as_str)
            .collect();
        let is_told = |text: &str| told.iter().any(|told| told.contains(text.trim()));
        let answers = untrack(|| self.all_answers());
        answers.iter().any(|answered| !is_told(&answered.answer))
            || self
                .premises
                .with_untracked(|all| all.own().iter().any(|own| !is_told(own)))
    }
}

/// The premise with these answers below it; what it says already is not said twice.
fn joined(premise: &str, said: &[Answered]) -> String {
    let lines: Vec<String> = said
        .iter()
        .map(|answered| format!("{} {}", answered.question, answered.answer))
        .filter(|line| !premise.contains(line))
        .collect();
    match lines.is_empty() {
        true => premise.to_owned(),
        false => format!("{premise}\n\n{}", lines.join("\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::NewStoryForm, *};

    fn talk() -> Talk {
        Talk::new(NewStoryForm::new(), RwSignal::new(false))
    }

    fn answered(question: &str, answer: &str) -> Answered {
        Answered {
            question: question.to_owned(),
            answer: answer.to_owned(),
        }
    }

    #[test]
    fn a_story_that_is_made_in_the_middle_of_a_talk_takes_what_was_said_along_once() {
        let _owner = Owner::new_root(None);
        let talk = talk();
        talk.wishes.premise.set("a bell".to_owned());
        talk.premises.update(|all| all.begin("a bell"));
        talk.end();
        assert_eq!(talk.wishes.premise.get_untracked(), "a bell");

        // One stands in the fields, one was skipped, one was given and another one is half typed.
        talk.answers.set(vec![
            answered("What kind?", "a mystery"),
            answered("Where?", ""),
            answered("Whose?", "Odran’s"),
        ]);
        talk.settled.set_value(1);
        talk.questions
            .set(vec!["How long?".to_owned(), "And?".to_owned()]);
        talk.answer.set(" not lo".to_owned());
        let whole = "a bell\n\nWhose? Odran’s\nHow long? not lo";
        for _ in 0..2 {
            talk.settle();
            assert_eq!(talk.wishes.premise.get_untracked(), whole);
        }
        // Also where a talk that an earlier version kept does not know what it joined.
        talk.settled.set_value(0);
        talk.wishes
            .premise
            .set(format!("{whole}\nWhat kind? a mystery"));
        talk.settle();
        assert_eq!(joined("a", &[]), "a");
        let premise = talk.wishes.premise.get_untracked();
        assert_eq!(premise, format!("{whole}\nWhat kind? a mystery"));
    }

    #[test]
    fn a_talk_says_more_than_a_brief_that_lacks_an_idea_or_an_answer() {
        let _owner = Owner::new_root(None);
        let talk = talk();
        let mut brief = Brief {
            premise: "A drowned bell rings.".to_owned(),
            ..Brief::default()
        };
        assert!(!talk.says_more_than(&brief));
        talk.premises.update(|all| all.begin("a bell"));
        assert!(talk.says_more_than(&brief), "the idea");
        brief.premise.push_str("\n\nIt was: a bell");
        assert!(!talk.says_more_than(&brief));
        talk.answers.set(vec![
            answered("What kind?", "a mystery"),
            answered("Where?", ""),
        ]);
        assert!(talk.says_more_than(&brief), "an answer");
        brief.themes = vec!["debt".to_owned(), "a mystery".to_owned()];
        assert!(!talk.says_more_than(&brief));
        talk.earlier.set(vec![answered("Whose?", "Odran’s")]);
        assert!(talk.says_more_than(&brief), "an earlier answer");
    }
}
