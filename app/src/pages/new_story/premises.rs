//! What the author typed as the premise, and what an interview made of it: neither is lost when the other takes its
//! place.

use serde::{Deserialize, Serialize};

/// The texts that the premise had.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct PremiseHistory {
    /// The author's: what an interview began with, and what was changed by hand and then left. Oldest first.
    own: Vec<String>,
    /// As it was worked out last, at first the idea: the author's own changes to it stay.
    worked_out: String,
}

/// A text that can take the place of the premise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AlternativePremise {
    /// The author's.
    Own(String),
    /// The interview's.
    Suggestion(String),
}

impl PremiseHistory {
    /// Those of an interview that an earlier version kept, which knew its idea.
    pub fn or_from_idea(mut self, idea: &str) -> Self {
        if self.own.is_empty() {
            self.record_own(idea);
        }
        self
    }

    /// An interview begins with this premise.
    pub fn begin(&mut self, premise: &str) {
        self.record_own(premise);
        premise.trim().clone_into(&mut self.worked_out);
    }

    /// The author's texts, oldest first.
    pub fn own(&self) -> &[String] {
        &self.own
    }

    /// Whether an interview may put its text in the place of this premise: nobody changed it by hand since.
    pub fn may_replace(&self, premise: &str) -> bool {
        let premise = premise.trim();
        premise.is_empty() || premise == self.worked_out
    }

    /// An interview made this text of it, which may take its place or not.
    pub fn record_suggestion(&mut self, text: &str) {
        text.trim().clone_into(&mut self.worked_out);
    }

    /// Keeps the premise, where it is the author's.
    pub fn record_own(&mut self, premise: &str) {
        let premise = premise.trim();
        let is_known = self.own.iter().any(|own| own == premise);
        if !is_known && !premise.is_empty() && premise != self.worked_out {
            self.own.push(premise.to_owned());
        }
    }

    /// What else the premise could be: the author's own texts; and the one that was worked out, where the author
    /// went back from it.
    pub fn others(&self, premise: &str) -> Vec<AlternativePremise> {
        let premise = premise.trim();
        let is_own = |text: &str| self.own.iter().any(|own| own == text);
        let own = self.own.iter().filter(|own| *own != premise).cloned();
        let mut others: Vec<AlternativePremise> = own.map(AlternativePremise::Own).collect();
        if is_own(premise) && !self.worked_out.is_empty() && !is_own(&self.worked_out) {
            others.push(AlternativePremise::Suggestion(self.worked_out.clone()));
        }
        others
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(text: &str) -> AlternativePremise {
        AlternativePremise::Own(text.to_owned())
    }

    fn worked_out(text: &str) -> AlternativePremise {
        AlternativePremise::Suggestion(text.to_owned())
    }

    #[test]
    fn the_authors_text_is_reachable_after_a_talk_replaced_it_and_so_is_the_talks() {
        let mut premises = PremiseHistory::default();
        assert_eq!(premises.others("a bell"), []);
        premises.begin(" a bell\n");
        assert_eq!(premises.others("a bell"), []);
        assert!(premises.may_replace("a bell"));
        premises.record_suggestion("A drowned bell rings.");
        assert_eq!(premises.others("A drowned bell rings."), [own("a bell")]);
        // The author went back: the interview's text is offered, and the interview does not replace this one again.
        assert_eq!(
            premises.others("a bell "),
            [worked_out("A drowned bell rings.")]
        );
        assert!(!premises.may_replace("a bell"));
        premises.record_suggestion("Two bells.");
        assert_eq!(premises.others("a bell"), [worked_out("Two bells.")]);
    }

    #[test]
    fn what_the_author_made_of_the_talks_text_is_kept_when_it_is_left() {
        let mut premises = PremiseHistory::default();
        premises.begin("a bell");
        premises.record_suggestion("A drowned bell rings.");
        let edited = "A drowned bell rings twice.";
        assert!(!premises.may_replace(edited));
        assert_eq!(premises.others(edited), [own("a bell")]);
        premises.record_own(edited);
        assert_eq!(
            premises.others("a bell"),
            [own(edited), worked_out("A drowned bell rings.")]
        );
        // Another interview begins with it: the first idea stays.
        premises.begin(edited);
        premises.record_suggestion("Two bells.");
        assert_eq!(premises.others("Two bells."), [own("a bell"), own(edited)]);
    }

    #[test]
    fn a_talk_that_begins_with_the_text_of_another_one_keeps_the_authors_idea() {
        let mut premises = PremiseHistory::default();
        premises.begin("a bell");
        premises.record_suggestion("A drowned bell rings.");
        premises.begin("A drowned bell rings.");
        premises.record_suggestion("Two bells.");
        assert_eq!(premises.others("Two bells."), [own("a bell")]);
    }

    #[test]
    fn an_idea_of_an_earlier_version_is_the_authors_text() {
        let premises = PremiseHistory {
            worked_out: "A drowned bell rings.".to_owned(),
            ..PremiseHistory::default()
        };
        let premises = premises.or_from_idea("a bell");
        assert_eq!(premises.others("A drowned bell rings."), [own("a bell")]);
    }
}
