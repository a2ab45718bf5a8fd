//! Decisions about proposals, and what the author is told of them.

use crate::{
    api::{
        ApiResult,
        proposals::{accept_proposals, drop_proposals, reopen_proposals},
    },
    formatting,
    live::{Aspect, Studio, SubmitAction, Undo},
};
use domain::{NoticeLevel, ProposalChoice, ProposalId, ProposalOutcome, StoryId};

/// What is decided.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    Accept,
    Drop,
    Reopen,
}

/// Decides about the proposals of a story, for the buttons of its page.
#[derive(Clone, Copy)]
pub(super) struct DecisionAction {
    pub(super) story: StoryId,
    pub(super) studio: Studio,
    pub(super) action: SubmitAction,
}

impl DecisionAction {
    /// Decides, tells what came of it, and offers the way back. `line` is the proposal in a line, where it is one.
    pub(super) fn decide(self, decision: Decision, choice: ProposalChoice, line: Option<String>) {
        let Self { story, studio, .. } = self;
        self.action.run(async move {
            let outcome = match decision {
                Decision::Accept => accept_proposals(story, choice).await?,
                Decision::Drop => drop_proposals(story, choice).await?,
                Decision::Reopen => reopen_proposals(story, choice).await?,
            };
            tell(studio, story, decision, outcome, line);
            Ok(())
        });
    }
}

/// These proposals.
pub(super) fn these(ids: Vec<ProposalId>) -> ProposalChoice {
    ProposalChoice {
        ids,
        ..ProposalChoice::default()
    }
}

/// Reads again what a decision changed.
pub(super) fn touch(studio: Studio, story: StoryId) {
    for aspect in [Aspect::Story, Aspect::World, Aspect::Chapters] {
        studio.touch(story, aspect);
    }
}

/// Says what came of a decision.
pub(super) fn tell(
    studio: Studio,
    story: StoryId,
    decision: Decision,
    outcome: ProposalOutcome,
    line: Option<String>,
) {
    touch(studio, story);
    if !outcome.left.is_empty() {
        studio.show_message(NoticeLevel::Warn, &left(&outcome));
    }
    if outcome.changed.is_empty() {
        return;
    }
    let text = done(decision, &outcome, line);
    if decision == Decision::Reopen {
        studio.show_message(NoticeLevel::Info, &text);
        return;
    }
    let ids = outcome.changed;
    let undo = Undo::new(move || {
        let choice = these(ids.clone());
        async move { take_back(studio, story, choice).await }
    });
    studio.show_undoable(text, undo);
}

async fn take_back(studio: Studio, story: StoryId, choice: ProposalChoice) -> ApiResult<()> {
    let outcome = reopen_proposals(story, choice).await?;
    tell(studio, story, Decision::Reopen, outcome, None);
    Ok(())
}

/// "“Mara” was accepted.", "14 proposals were dropped."
fn done(decision: Decision, outcome: &ProposalOutcome, line: Option<String>) -> String {
    let verb = match decision {
        Decision::Accept => "accepted",
        Decision::Drop => "dropped",
        Decision::Reopen => "opened again",
    };
    let count = outcome.changed.len() as u64;
    let mut text = match line {
        Some(line) => format!("“{}” was {verb}.", shortened(&line)),
        None if count == 1 => format!("1 proposal was {verb}."),
        None => format!("{} were {verb}.", formatting::pluralize(count, "proposal")),
    };
    if outcome.only_in_history > 0 {
        let beats = match outcome.only_in_history {
            1 => "The chapter already has beats, so these went".to_owned(),
            count => format!("{count} chapters already have beats, so theirs went"),
        };
        text.push_str(&format!(" {beats} to the history of the outline."));
    }
    text
}

/// Why some stay as they are: the first reasons.
fn left(outcome: &ProposalOutcome) -> String {
    const SHOWN: usize = 3;
    let mut text = match outcome.left.len() {
        1 => "1 proposal stays as it is.".to_owned(),
        count => format!("{count} proposals stay as they are."),
    };
    for left in outcome.left.iter().take(SHOWN) {
        text.push_str(&format!(" “{}”: {}", shortened(&left.line), left.reason));
    }
    text
}

/// The beginning of a line.
pub(super) fn shortened(line: &str) -> String {
    const LONGEST: usize = 60;
    match line.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", line[..cut].trim_end()),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::SkippedProposal;

    #[test]
    fn a_decision_says_what_came_of_it() {
        let id = ProposalId(uuid::Uuid::nil());
        let outcome = ProposalOutcome {
            changed: vec![id, id],
            left: vec![SkippedProposal {
                id,
                line: "Odran".to_owned(),
                reason: "This was accepted already.".to_owned(),
            }],
            only_in_history: 1,
        };
        assert_eq!(
            done(Decision::Accept, &outcome, None),
            "2 proposals were accepted. The chapter already has beats, so these went to the history of the outline."
        );
        assert_eq!(
            left(&outcome),
            "1 proposal stays as it is. “Odran”: This was accepted already."
        );
        assert_eq!(shortened(&"é".repeat(80)).chars().count(), 61);
    }
}
