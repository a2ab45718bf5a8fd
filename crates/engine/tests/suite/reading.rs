//! Reading what the author wrote: proposals chapter by chapter, kept whatever stops the run, and decided once.

use crate::support::{builtin, ended, measured::measured, open, played, scripted, story, until};
use domain::{
    NewChapter, NewRun, Proposal, ProposalChoice, ProposalContent, ProposalFilter, ProposalKind,
    ProposalState, ReadingState, Run, RunKind, Status, StoryId,
};
use engine::{Engine, model::Assignment};
use std::{path::Path, sync::Arc};
use tempfile::TempDir;
use test_support::scripted::{Script, ScriptedCall, ScriptedModel};

const FIRST: &str = "Mara Quinn rowed to Skarn. Mara’s brother Odran had died at Skarn in the winter. She \
                     wondered who had lit the lamp. Odran had been the keeper, and Mara knew it.";

async fn save(engine: &Engine, id: StoryId, number: u32, text: &str) {
    let version = engine.chapter(id, number).await.unwrap().version;
    let text = text.to_owned();
    engine.save_text(id, number, text, version).await.unwrap();
}

/// A story whose chapters tell of the same people.
async fn written(engine: &Engine, chapters: u32) -> StoryId {
    let id = story(engine, chapters).await.id;
    for number in 1..=chapters {
        let text = format!("{FIRST} On day {number} the ferry of Skarn was late, and Mara waited.");
        save(engine, id, number, &text).await;
    }
    id
}

async fn start(engine: &Engine, id: StoryId) -> Run {
    let new = NewRun::of(RunKind::Read);
    engine.start(id, new, None).await.unwrap()
}

/// The chapter and the part that a call is about.
fn asked(call: &ScriptedCall) -> (u32, u32) {
    match &call.call.assignment {
        Assignment::Read { part, .. } => (part.number, part.piece.0),
        other => panic!("{other:?}"),
    }
}

async fn answer(call: ScriptedCall, names: &[&str], fact: &str) {
    let entities: Vec<_> = names
        .iter()
        .map(|name| serde_json::json!({"kind": "person", "name": name, "quote": "Mara Quinn rowed to Skarn."}))
        .collect();
    let said = serde_json::json!({
        "entities": entities,
        "relations": [],
        "facts": [{"text": fact, "quote": "Nobody wrote this."}],
        "threads": [], "beats": [{"text": "Mara rows.", "quote": "Mara Quinn rowed to Skarn."}],
        "summary": format!("Mara rows. {fact}"),
    });
    call.write(&said.to_string()).await;
    call.finish().await;
}

async fn all(engine: &Engine, id: StoryId) -> Vec<Proposal> {
    let filter = ProposalFilter::default();
    engine.proposals(id, filter, 200, None).await.unwrap().items
}

fn lines(proposals: &[Proposal], kind: ProposalKind) -> Vec<String> {
    let of_kind = proposals.iter().filter(|one| one.kind == kind);
    of_kind.map(|one| one.content.line()).collect()
}

fn of_kind(kind: ProposalKind) -> ProposalChoice {
    ProposalChoice {
        kind: Some(kind),
        ..ProposalChoice::default()
    }
}

async fn state(engine: &Engine, id: StoryId) -> ReadingState {
    engine.reading_state(id).await.unwrap()
}

#[tokio::test]
async fn the_built_in_writer_reads_what_is_there() {
    let (_folder, engine) = builtin().await;
    let id = written(&engine, 3).await;
    assert_eq!(state(&engine, id).await.read, 0);
    let run = ended(&engine, start(&engine, id).await.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!((run.title(), run.steps.len()), ("Read story".to_owned(), 3));
    let proposals = all(&engine, id).await;
    let people = lines(&proposals, ProposalKind::Person);
    assert!(people.contains(&"Mara Quinn".to_owned()), "{people:?}");
    assert!(people.contains(&"Odran".to_owned()), "{people:?}");
    assert_eq!(lines(&proposals, ProposalKind::Place), ["Skarn"]);
    let mara = proposals
        .iter()
        .find(|one| one.content.line() == "Mara Quinn");
    assert_eq!(
        mara.unwrap().places.len(),
        3,
        "one proposal, three chapters"
    );
    assert_eq!(
        lines(&proposals, ProposalKind::Relation),
        ["Odran – brother of – Mara Quinn"]
    );
    assert_eq!(lines(&proposals, ProposalKind::Summary).len(), 3);
    // Each quote is in its chapter, word for word.
    for proposal in &proposals {
        for place in &proposal.places {
            let text = engine.current_revision(id, place.chapter).await.unwrap();
            assert!(text.unwrap().text.contains(&place.quote), "{place:?}");
        }
    }
    let now = state(&engine, id).await;
    assert_eq!((now.chapters, now.read), (3, 3));
    let again = engine.start(id, NewRun::of(RunKind::Read), None).await;
    let refused = again.unwrap_err().to_string();
    assert!(
        refused.starts_with("Every chapter was read already"),
        "{refused}"
    );
    // The whole is undecided: nothing of the story has changed.
    assert!(engine.world(id).await.unwrap().is_empty());
    assert!(engine.chapter(id, 1).await.unwrap().summary.is_empty());
}

#[tokio::test]
async fn a_stop_keeps_what_was_read_and_a_resume_goes_on_with_the_next_chapter() {
    let (_folder, engine, mut script) = scripted().await;
    let id = written(&engine, 3).await;
    let run = start(&engine, id).await.id;
    let first = script.next_call().await;
    assert_eq!(asked(&first), (1, 1));
    answer(first, &["Mara Quinn"], "The lamp is lit.").await;
    let second = script.next_call().await;
    assert_eq!(asked(&second), (2, 1));
    // What was proposed is known to the next chapter.
    match &second.call.assignment {
        Assignment::Read { known, .. } => assert_eq!(known[0].name, "Mara Quinn"),
        other => panic!("{other:?}"),
    }
    engine.request_cancel(run).await.unwrap();
    second.dropped().await;
    until(&engine, run, |run| run.status == Status::Cancelled).await;
    let kept = all(&engine, id).await;
    assert_eq!(lines(&kept, ProposalKind::Fact), ["The lamp is lit."]);
    assert_eq!(state(&engine, id).await.read, 1);

    engine.resume(run).await.unwrap();
    let second = script.next_call().await;
    assert_eq!(asked(&second), (2, 1), "the first is not read again");
    answer(second, &["Mara", "Odran"], "The lamp is lit.").await;
    let third = script.next_call().await;
    assert_eq!(asked(&third), (3, 1));
    answer(third, &["Odran"], "The sea is calm.").await;
    let run = until(&engine, run, |run| run.status.is_ended()).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let read = all(&engine, id).await;
    assert_eq!(lines(&read, ProposalKind::Person), ["Mara Quinn", "Odran"]);
    assert_eq!(
        lines(&read, ProposalKind::Fact),
        ["The lamp is lit.", "The sea is calm."]
    );
    let fact = read.iter().find(|one| one.kind == ProposalKind::Fact);
    assert_eq!(
        fact.unwrap().places[0].quote,
        "",
        "an invented sentence is none"
    );
}

/// The files of a process that was killed: nothing is written while a call to the model is under way.
fn as_if_killed(folder: &Path) -> TempDir {
    let left = tempfile::tempdir().unwrap();
    for file in ["fablewright.db", "fablewright.db-wal"] {
        std::fs::copy(folder.join(file), left.path().join(file)).unwrap();
    }
    left
}

#[tokio::test]
async fn after_a_kill_no_chapter_is_read_twice() {
    let (folder, engine, mut script) = scripted().await;
    let id = written(&engine, 2).await;
    let run = start(&engine, id).await.id;
    answer(script.next_call().await, &["Mara"], "The lamp is lit.").await;
    let second = script.next_call().await;
    second.write("{\"entities\": [").await;
    let left = as_if_killed(folder.path());

    let (model, mut script) = ScriptedModel::new();
    let engine = open(left.path(), Arc::new(model), 1).await;
    assert_eq!(all(&engine, id).await.len(), 4);
    let second = script.next_call().await;
    assert_eq!(asked(&second), (2, 1));
    answer(second, &["Odran"], "The sea is calm.").await;
    let run = ended(&engine, run).await;
    assert_eq!((run.status, run.attempt), (Status::Succeeded, 2));
    let people = lines(&all(&engine, id).await, ProposalKind::Person);
    assert_eq!(people, ["Mara", "Odran"]);
}

#[tokio::test]
async fn a_bad_answer_costs_its_part_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (model, mut script) = ScriptedModel::new();
    let model = model.named("local:double").with_context(4_096);
    let engine = open(folder.path(), Arc::new(model), 1).await;
    let id = story(&engine, 2).await.id;
    // Three parts of about a thousand tokens.
    let paragraph = "Mara Quinn rowed to Skarn. The tide went out and came in again. ".repeat(40);
    save(&engine, id, 1, &vec![paragraph; 4].join("\n\n")).await;
    save(&engine, id, 2, FIRST).await;
    let run = start(&engine, id).await.id;
    let (mut bad, mut good) = (0, Vec::new());
    let play = async {
        loop {
            let call = script.next_call().await;
            match asked(&call) {
                (1, 2) => {
                    bad += 1;
                    call.write("I would rather talk about the weather.").await;
                    call.finish().await;
                }
                place => {
                    good.push(place);
                    answer(call, &["Mara"], &format!("Fact {place:?} is so.")).await;
                }
            }
        }
    };
    let run = tokio::select! {
        run = ended(&engine, run) => run,
        () = play => unreachable!(),
    };
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(bad, 4, "asked twice, corrected twice");
    assert!(
        good.len() >= 3 && good.contains(&(1, 3)) && good.contains(&(2, 1)),
        "{good:?}"
    );
    let facts = lines(&all(&engine, id).await, ProposalKind::Fact);
    assert_eq!(facts.len(), good.len());
    // It counts as not read, and can be read again.
    let now = state(&engine, id).await;
    assert_eq!((now.chapters, now.read), (2, 1));
    let again = start(&engine, id).await;
    assert_eq!(again.steps.len(), 1);
    assert_eq!(again.steps[0].chapter, Some(1));
}

#[tokio::test]
async fn what_was_decided_is_not_proposed_again_and_can_be_taken_back() {
    let (_folder, engine, mut script) = scripted().await;
    let id = written(&engine, 1).await;
    let run = start(&engine, id).await.id;
    answer(
        script.next_call().await,
        &["Mara", "Odran"],
        "The lamp is lit.",
    )
    .await;
    ended(&engine, run).await;
    let proposals = all(&engine, id).await;
    let by_line = |line: &str| {
        proposals
            .iter()
            .find(|one| one.content.line() == line)
            .unwrap()
    };
    let (mara, odran) = (by_line("Mara"), by_line("Odran"));
    let these = |ids: &[&Proposal]| ProposalChoice {
        ids: ids.iter().map(|one| one.id).collect(),
        ..ProposalChoice::default()
    };
    engine.drop_proposals(id, these(&[odran])).await.unwrap();
    let ProposalContent::Entity(mut edited) = mara.content.clone() else {
        panic!("{mara:?}");
    };
    edited.name = "Mara Quinn".to_owned();
    edited.aliases = vec!["Mara".to_owned()];
    let content = ProposalContent::Entity(edited);
    let stale = engine.accept_edited(id, mara.id, content.clone(), 7).await;
    assert_eq!(stale.unwrap_err().code(), "stale_version");
    let accepted = engine
        .accept_edited(id, mara.id, content, mara.version)
        .await
        .unwrap();
    assert_eq!(accepted.state, ProposalState::Edited);
    for kind in [
        ProposalKind::Fact,
        ProposalKind::Summary,
        ProposalKind::Beats,
    ] {
        let outcome = engine.accept_proposals(id, of_kind(kind)).await.unwrap();
        assert_eq!(
            (outcome.changed.len(), outcome.left.len()),
            (1, 0),
            "{kind:?}"
        );
    }
    let world = engine.world(id).await.unwrap();
    assert_eq!(world.entities[0].name, "Mara Quinn");
    assert_eq!(world.facts[0].chapter, Some(1));
    let chapter = engine.chapter(id, 1).await.unwrap();
    assert_eq!(chapter.summary, "Mara rows. The lamp is lit.");
    assert_eq!(chapter.outline, ["Mara rows."]);

    // The chapter is read again and tells the same: nothing is open.
    let again = NewRun {
        chapter: Some(1.into()),
        ..NewRun::of(RunKind::Read)
    };
    let run = engine.start(id, again, None).await.unwrap();
    assert_eq!(run.title(), "Read chapter 1");
    answer(
        script.next_call().await,
        &["Mara", "Odran"],
        "The lamp is lit.",
    )
    .await;
    ended(&engine, run.id).await;
    assert_eq!(state(&engine, id).await.open(), 0);
    assert_eq!(all(&engine, id).await.len(), proposals.len());

    // Taken back, everything is as it was.
    let decided: Vec<&Proposal> = proposals.iter().collect();
    let outcome = engine.reopen_proposals(id, these(&decided)).await.unwrap();
    assert_eq!(outcome.left, []);
    assert!(engine.world(id).await.unwrap().entities.is_empty());
    assert!(engine.world(id).await.unwrap().facts.is_empty());
    let chapter = engine.chapter(id, 1).await.unwrap();
    assert!(chapter.summary.is_empty() && chapter.outline.is_empty());
    let open = all(&engine, id).await;
    assert!(open.iter().all(|one| one.state == ProposalState::Open));
    assert_eq!(lines(&open, ProposalKind::Person), ["Mara", "Odran"]);
}

/// Everything that a prompt says.
fn told(call: &ScriptedCall) -> String {
    let prompt = call.call.prompt.as_ref().unwrap();
    let parts = prompt.parts.iter().map(|part| part.text.as_str());
    parts.collect::<Vec<_>>().join("\n")
}

/// A book of 13 chapters that was read, with everything accepted, and chapters to be written after it.
async fn read_book(engine: &Engine, script: &mut Script, to_come: u32) -> StoryId {
    let id = written(engine, 13).await;
    for number in 1..=13 {
        let chapter = engine.chapter(id, number).await.unwrap();
        let done = domain::ChapterPatch {
            finished: Some(true),
            ..domain::ChapterPatch::default()
        };
        let finished = engine.update_chapter(id, number, done, chapter.version);
        finished.await.unwrap();
    }
    let run = start(engine, id).await.id;
    let run = played(engine, script, run).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    for kind in ProposalKind::ALL {
        if kind != ProposalKind::Beats {
            engine.accept_proposals(id, of_kind(kind)).await.unwrap();
        }
    }
    for _ in 0..to_come {
        engine.add_chapter(id, NewChapter::default()).await.unwrap();
    }
    id
}

#[tokio::test]
async fn chapter_14_of_a_book_that_was_read_knows_its_names_and_what_happened() {
    let (_folder, _store, engine, mut script) = measured().await;
    let id = read_book(&engine, &mut script, 1).await;
    let run = engine.start(id, NewRun::chapter(14), None).await.unwrap();
    // The world is there; the outline is asked for the new chapter alone.
    let call = script.next_call().await;
    match &call.call.assignment {
        Assignment::Outline { outline } => assert_eq!(outline.chapters, [14]),
        other => panic!("{other:?}"),
    }
    call.play().await;
    let plan = script
        .play_until(|call| matches!(call.assignment, Assignment::Plan { .. }))
        .await;
    let Assignment::Plan { chapter } = &plan.call.assignment else {
        unreachable!();
    };
    assert!(chapter.earlier.iter().all(|one| !one.summary.is_empty()));
    assert!(
        chapter
            .threads
            .iter()
            .any(|thread| thread.contains("lit the lamp"))
    );
    let told = told(&plan);
    for expected in [
        "Mara Quinn",
        "Odran",
        "Skarn",
        "brother of",
        "On day 13",
        "lit the lamp",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    engine.request_cancel(run.id).await.unwrap();
}

#[tokio::test]
async fn the_rest_is_outlined_with_what_was_told_and_nothing_that_exists_is_touched() {
    let (_folder, _store, engine, mut script) = measured().await;
    let id = read_book(&engine, &mut script, 3).await;
    let before = engine.chapters(id).await.unwrap();
    let new = NewRun::of(RunKind::Outline);
    let run = engine.start(id, new, None).await.unwrap();
    let call = script.next_call().await;
    match &call.call.assignment {
        Assignment::Outline { outline } => assert_eq!(outline.chapters, [14, 15, 16]),
        other => panic!("{other:?}"),
    }
    let told = told(&call);
    for expected in [
        "Mara Quinn",
        "On day 13",
        "Left open so far",
        "had died at Skarn",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    call.play().await;
    let run = played(&engine, &mut script, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let after = engine.chapters(id).await.unwrap();
    assert_eq!(after[..13], before[..13]);
    assert!(
        after[13..]
            .iter()
            .all(|chapter| !chapter.outline.is_empty())
    );
}
