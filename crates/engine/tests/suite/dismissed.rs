//! Findings that the author dismissed: gone for good, until they are wanted again.

use crate::support::{all_events, ended, scripted, story};
use domain::{
    Chapter, ChapterPatch, ChapterState, Dismissal, EventBody, Finding, NewRun, RunId, RunKind,
    Severity, Status, StoryId,
};
use engine::{
    Engine, Error,
    model::{Assignment, assignment::Report},
};
use test_support::scripted::Script;

fn finding(severity: Severity, quote: &str, note: &str) -> Finding {
    Finding {
        severity,
        kind: "contradiction".to_owned(),
        quote: quote.to_owned(),
        note: note.to_owned(),
    }
}

fn report(findings: Vec<Finding>) -> Report {
    Report {
        findings,
        summary: "What happens.".to_owned(),
        ..Report::default()
    }
}

/// Has a chapter written; each check reports this, each revision changes nothing. Answers how often it was
/// asked for passages to mend.
async fn written(
    engine: &Engine,
    script: &mut Script,
    story: StoryId,
    new: NewRun,
    report: &Report,
) -> (RunId, u32) {
    let run = engine.start(story, new, None).await.unwrap().id;
    let mut mended = 0;
    let all = async {
        loop {
            let call = script.next_call().await;
            match call.call.assignment {
                Assignment::Check { .. } => {
                    call.write(&serde_json::to_string(report).unwrap()).await;
                    call.finish().await;
                }
                Assignment::Revise { .. } => {
                    mended += 1;
                    call.write("{\"edits\": []}").await;
                    call.finish().await;
                }
                _ => call.play().await,
            }
        }
    };
    tokio::select! {
        run = ended(engine, run) => assert_eq!(run.status, Status::Succeeded, "{:?}", run.error),
        () = all => unreachable!(),
    }
    (run, mended)
}

fn again() -> NewRun {
    NewRun {
        chapter: Some(1.into()),
        feedback: Some("Colder.".to_owned()),
        ..NewRun::of(RunKind::Rewrite)
    }
}

async fn chapter(engine: &Engine, story: StoryId) -> Chapter {
    engine.chapter(story, 1).await.unwrap()
}

async fn dismiss(engine: &Engine, story: StoryId, finding: &Finding) -> Chapter {
    engine
        .dismiss_finding(story, 1, Dismissal::of(finding))
        .await
        .unwrap()
}

async fn show_again(engine: &Engine, story: StoryId, finding: &Finding) -> Chapter {
    engine
        .restore_finding(story, 1, Dismissal::of(finding))
        .await
        .unwrap()
}

async fn findings(engine: &Engine, story: StoryId) -> Vec<Finding> {
    let revision = engine.current_revision(story, 1).await.unwrap();
    revision.unwrap().findings
}

#[tokio::test]
async fn a_dismissed_finding_is_not_reported_again_and_the_chapter_ends_written() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let grey = finding(Severity::Major, "her grey eyes", "They were blue.");
    let found = report(vec![grey.clone()]);
    let (_, mended) = written(&engine, &mut script, story, NewRun::chapter(1), &found).await;
    assert!(mended > 0);
    assert_eq!(
        chapter(&engine, story).await.state,
        ChapterState::NeedsReview
    );
    assert_eq!(findings(&engine, story).await, std::slice::from_ref(&grey));
    dismiss(&engine, story, &grey).await;

    // In other words, as models have them: the passage is the same.
    let reworded = finding(Severity::Major, "her grey eyes", "Chapter 1 says blue.");
    let style = finding(Severity::Minor, "very, very", "Twice.");
    let found = report(vec![reworded, style.clone()]);
    let (run, mended) = written(&engine, &mut script, story, again(), &found).await;
    assert_eq!(mended, 0, "there is nothing to mend");
    assert_eq!(chapter(&engine, story).await.state, ChapterState::Written);
    assert_eq!(findings(&engine, story).await, [style]);
    let told = all_events(&engine).await.into_iter().any(|event| {
        matches!(event.body, EventBody::Notice { text, run: Some(of), .. }
            if of == run && text.contains("needs review: the check"))
    });
    assert!(!told);

    // Wanted again, it is reported again.
    show_again(&engine, story, &grey).await;
    let found = report(vec![grey.clone()]);
    written(&engine, &mut script, story, again(), &found).await;
    assert_eq!(
        chapter(&engine, story).await.state,
        ChapterState::NeedsReview
    );
    assert_eq!(findings(&engine, story).await, [grey]);
}

#[tokio::test]
async fn what_is_dismissed_while_a_run_writes_counts_too() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let grey = finding(Severity::Major, "her grey eyes", "They were blue.");
    let run = engine.start(story, NewRun::chapter(1), None).await.unwrap();
    let check = script
        .play_until(|call| matches!(call.assignment, Assignment::Check { .. }))
        .await;
    dismiss(&engine, story, &grey).await;
    let found = report(vec![grey]);
    check.write(&serde_json::to_string(&found).unwrap()).await;
    check.finish().await;
    assert_eq!(ended(&engine, run.id).await.status, Status::Succeeded);
    assert_eq!(chapter(&engine, story).await.state, ChapterState::Written);
}

#[tokio::test]
async fn the_state_follows_what_is_left_at_once() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let grey = finding(Severity::Major, "her grey eyes", "They were blue.");
    let beat = finding(Severity::Major, "", "The ferry is missing.");
    let style = finding(Severity::Minor, "very, very", "Twice.");
    let found = report(vec![grey.clone(), beat.clone(), style.clone()]);
    written(&engine, &mut script, story, NewRun::chapter(1), &found).await;
    let before = chapter(&engine, story).await;
    assert_eq!(before.state, ChapterState::NeedsReview);

    // One of two major ones is left.
    let one = dismiss(&engine, story, &grey).await;
    assert_eq!(
        (one.state, one.version),
        (ChapterState::NeedsReview, before.version)
    );
    let both = dismiss(&engine, story, &beat).await;
    assert_eq!(
        (both.state, both.version),
        (ChapterState::Written, before.version + 1)
    );
    let mut last = all_events(&engine).await.into_iter().rev();
    let told = last.find_map(|event| match event.body {
        EventBody::Chapter { state, .. } => Some(state),
        _ => None,
    });
    assert_eq!(told, Some(ChapterState::Written));
    assert_eq!(
        findings(&engine, story).await.len(),
        3,
        "the revision keeps them"
    );

    // A second time nothing happens, and nothing is told.
    let seq = engine.state().await.unwrap().seq;
    assert_eq!(dismiss(&engine, story, &beat).await, both);
    let reworded = finding(Severity::Major, "her grey eyes", "In other words.");
    assert_eq!(dismiss(&engine, story, &reworded).await, both);
    assert_eq!(show_again(&engine, story, &style).await, both);
    assert_eq!(engine.state().await.unwrap().seq, seq);
    let listed = engine.dismissed(story, 1).await.unwrap();
    assert_eq!(listed, [Dismissal::of(&beat), Dismissal::of(&grey)]);

    // A copy of the story has them too.
    let copy = engine.duplicate_story(story).await.unwrap().id;
    assert_eq!(chapter(&engine, copy).await.state, ChapterState::Written);
    assert_eq!(engine.dismissed(copy, 1).await.unwrap(), listed);

    let back = show_again(&engine, story, &reworded).await;
    assert_eq!(back.state, ChapterState::NeedsReview);
    assert_eq!(
        engine.dismissed(story, 1).await.unwrap(),
        [Dismissal::of(&beat)]
    );
}

#[tokio::test]
async fn a_chapter_that_the_author_called_finished_stays_finished() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let grey = finding(Severity::Major, "her grey eyes", "They were blue.");
    let beat = finding(Severity::Major, "", "The ferry is missing.");
    let found = report(vec![grey.clone(), beat]);
    written(&engine, &mut script, story, NewRun::chapter(1), &found).await;
    for finished in [false, true] {
        let patch = ChapterPatch {
            finished: Some(finished),
            ..ChapterPatch::default()
        };
        let version = chapter(&engine, story).await.version;
        engine
            .update_chapter(story, 1, patch, version)
            .await
            .unwrap();
    }
    assert_eq!(chapter(&engine, story).await.state, ChapterState::Written);
    // One of two is left.
    let now = dismiss(&engine, story, &grey).await;
    assert_eq!(now.state, ChapterState::Written);
    // And both again: what the author said of the chapter still holds.
    let now = show_again(&engine, story, &grey).await;
    assert_eq!(now.state, ChapterState::Written);
}

#[tokio::test]
async fn an_earlier_text_comes_back_without_what_was_dismissed() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let grey = finding(Severity::Major, "her grey eyes", "They were blue.");
    let found = report(vec![grey.clone()]);
    written(&engine, &mut script, story, NewRun::chapter(1), &found).await;
    let doubtful = chapter(&engine, story).await;
    let save = |version| engine.save_text(story, 1, "Mine.".to_owned(), version);
    let mine = save(doubtful.version).await.unwrap();
    // A text that a person wrote is not touched by it.
    let dismissed = dismiss(&engine, story, &grey).await;
    assert_eq!(
        (dismissed.state, dismissed.version),
        (ChapterState::Written, mine.version)
    );
    let back = engine
        .restore(story, 1, doubtful.revision.unwrap(), mine.version)
        .await
        .unwrap();
    assert_eq!(back.state, ChapterState::Written);
    assert_eq!(
        show_again(&engine, story, &grey).await.state,
        ChapterState::NeedsReview
    );
    let mine = save(chapter(&engine, story).await.version).await.unwrap();
    let back = engine
        .restore(story, 1, doubtful.revision.unwrap(), mine.version)
        .await
        .unwrap();
    assert_eq!(back.state, ChapterState::NeedsReview);
}

#[tokio::test]
async fn a_chapter_that_no_model_would_write_still_needs_review() {
    let (_folder, engine, mut script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let run = engine.start(story, NewRun::chapter(1), None).await.unwrap();
    let refuse = async {
        loop {
            let call = script.next_call().await;
            if crate::support::is_draft(&call.call) {
                call.write("I'm sorry, but I can't assist with that request.")
                    .await;
                call.finish().await;
            } else {
                call.play().await;
            }
        }
    };
    tokio::select! {
        run = ended(&engine, run.id) => assert_eq!(run.status, Status::Failed),
        () = refuse => unreachable!(),
    }
    let grey = finding(Severity::Major, "her grey eyes", "They were blue.");
    let dismissed = dismiss(&engine, story, &grey).await;
    assert_eq!(dismissed.state, ChapterState::NeedsReview);
}

#[tokio::test]
async fn what_is_no_finding_is_refused_in_words() {
    let (_folder, engine, _script) = scripted().await;
    let story = story(&engine, 1).await.id;
    let grey = finding(Severity::Major, "her grey eyes", "They were blue.");
    for (kind, quote) in [("", "a"), ("contradiction", "")] {
        let nothing = Dismissal {
            kind: kind.to_owned(),
            quote: quote.to_owned(),
            note: String::new(),
        };
        let refused = engine.dismiss_finding(story, 1, nothing).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    }
    let far = Dismissal {
        note: "x".repeat(10_001),
        ..Dismissal::of(&grey)
    };
    let refused = engine.dismiss_finding(story, 1, far).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    let nowhere = engine.dismiss_finding(story, 9, Dismissal::of(&grey)).await;
    assert!(
        matches!(nowhere, Err(Error::NotFound("chapter"))),
        "{nowhere:?}"
    );
}
