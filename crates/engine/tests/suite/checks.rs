//! The mechanical checks in a run: what they find is there though the model finds nothing.

use crate::support::{ended, first_draft, is_draft, scripted, story};
use domain::{ChapterState, NewRun, RunKind, Status};
use engine::model::Assignment;

#[tokio::test]
async fn what_no_model_has_to_find_is_mended_or_needs_review() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await;
    let run = engine
        .start(story.id, NewRun::of(RunKind::AllChapters), None)
        .await
        .unwrap();
    let mut draft = first_draft(&mut script).await;
    draft
        .write("She met [NAME OF FRIEND] at the quay, and it rained.\n\n")
        .await;
    let mut told_of = 0;
    let play = async {
        loop {
            match &draft.call.assignment {
                // A model that notices nothing and mends nothing.
                Assignment::Check { .. } => {
                    draft
                        .write(r#"{"findings": [], "summary": "She met a friend."}"#)
                        .await;
                    draft.finish().await;
                }
                Assignment::Revise { findings, .. } => {
                    let found = findings
                        .iter()
                        .filter(|found| found.quote == "[NAME OF FRIEND]");
                    told_of += found.count();
                    draft.write(r#"{"edits": []}"#).await;
                    draft.finish().await;
                }
                _ if is_draft(&draft.call) => {
                    draft
                        .write("The rest of it is told in one more sentence.")
                        .await;
                    draft.finish().await;
                }
                _ => draft.play().await,
            }
            draft = script.next_call().await;
        }
    };
    let run = tokio::select! {
        () = play => unreachable!(),
        run = ended(&engine, run.id) => run,
    };
    assert_eq!(run.status, Status::Succeeded);
    assert!(told_of > 0, "whoever revises is told");
    let chapter = engine.chapter(story.id, 1).await.unwrap();
    assert_eq!(chapter.state, ChapterState::NeedsReview);
}
