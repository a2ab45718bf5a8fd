//! What must be so after each move, and in the end.

use super::{Move, World};
use domain::{EventBody, Run, Status, StepKind, Transition};
use engine::store::{EventLog as _, RunStore as _};

impl World {
    pub(super) async fn check(&mut self) {
        for believed in &self.runs {
            let run = self.run(believed.id).await;
            assert_eq!(run.status, believed.status, "{:?}", run.error);
            assert_eq!(
                run.control.can_resume,
                run.status.next(Transition::Resume).is_ok()
            );
            assert_eq!(run.control.cancel_requested, believed.cancel);
            assert_eq!(run.control.pause_requested, believed.pause);
            if let Some(step) = run.current_step()
                && step.kind == StepKind::Chapter
            {
                let draft = self.store.draft_text(step.id).await.unwrap();
                assert_eq!(draft, believed.draft, "text of a draft is lost or made up");
            }
        }
        // Numbers follow each other, and none was ever told before.
        for event in self.store.events(self.seq, 10_000).await.unwrap() {
            assert_eq!(event.seq, self.seq + 1);
            self.seq = event.seq;
            assert!(!matches!(event.body, EventBody::Reset(_)));
        }
    }

    /// Everything can still come to a good end.
    pub(super) async fn drain(&mut self) {
        self.make(Move::Hold(false)).await;
        for n in 0..self.runs.len() {
            if self.runs[n].status.next(Transition::Resume).is_ok() {
                self.make(Move::Resume(n)).await;
            }
        }
        for _ in 0..200 {
            self.make(Move::Claim).await;
            let Some(n) = self.workers.iter().position(|worker| worker.1) else {
                break;
            };
            self.make(Move::Obey(n)).await;
            if self.workers[n].1 {
                self.make(Move::FinishStep(n)).await;
            }
        }
        for n in 0..self.runs.len() {
            // A wish that was pending when the draining began was obeyed on the way.
            if !matches!(self.runs[n].status, Status::Succeeded) {
                self.make(Move::Resume(n)).await;
            }
        }
        for _ in 0..200 {
            self.make(Move::Claim).await;
            let Some(n) = self.workers.iter().position(|worker| worker.1) else {
                break;
            };
            self.make(Move::FinishStep(n)).await;
        }
        for run in &self.runs {
            assert_eq!(run.status, Status::Succeeded, "a run is stuck");
        }
        for ((story, chapter), texts) in &self.kept {
            let mut found = Vec::new();
            for revision in self.engine.revisions(*story, *chapter).await.unwrap() {
                let whole = self
                    .engine
                    .revision(*story, *chapter, revision.id)
                    .await
                    .unwrap();
                found.push(whole.text);
            }
            for text in texts {
                assert!(found.contains(text), "a kept text is gone");
            }
        }
    }
}

/// What the design says: chapters of one story collide where they are the same or next to each other; the
/// making of world or outline collides with everything.
pub(super) fn collide(a: &Run, b: &Run) -> bool {
    let open = |run: &Run| -> Vec<(StepKind, u32)> {
        run.steps
            .iter()
            .filter(|step| step.status != Status::Succeeded)
            .map(|step| (step.kind, step.chapter.unwrap_or_default()))
            .collect()
    };
    open(a).iter().any(|(kind, number)| {
        open(b).iter().any(|(other_kind, other)| {
            *kind != StepKind::Chapter
                || *other_kind != StepKind::Chapter
                || number.abs_diff(*other) <= 1
        })
    })
}
