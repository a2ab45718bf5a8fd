//! What is long ago: summed up when a part is whole, told to later chapters, made again when it is stale, and
//! never in the way of a chapter.

use crate::support::{ended, measured::measured, open, story, until};
use domain::{CallFilter, NewRun, Run, RunId, RunKind, Stage, Status, StoryId};
use engine::{
    Engine,
    model::{
        Assignment, Call, ModelError,
        assignment::{Layers, PART, PartMemory},
    },
};
use sqlx::{Connection as _, SqliteConnection};
use std::{path::Path, sync::Arc};
use tempfile::TempDir;
use test_support::scripted::{Script, ScriptedCall, ScriptedModel};

/// A story of so many chapters, outlined, of which the first are written; its model's calls are noted.
struct LongStory {
    folder: TempDir,
    engine: Engine,
    script: Script,
    story: StoryId,
}

impl LongStory {
    async fn new(chapters: u32, written: u32) -> Self {
        let (folder, _store, engine, script) = measured().await;
        let story = story(&engine, chapters).await.id;
        let shelf = Self {
            folder,
            engine,
            script,
            story,
        };
        shelf
            .sql(&[
                "UPDATE chapters SET outline = '[\"Mara finds the ledger.\"]', title = 'Night ' || number",
                "INSERT INTO rules (id, story_id, text) \
                 SELECT '0197a7c4-0000-7000-8000-000000000001', id, 'It rains.' FROM stories",
            ])
            .await;
        shelf.write_by_hand(1, written).await;
        shelf
    }

    /// Chapters that are written already, as a run leaves them.
    async fn write_by_hand(&self, from: u32, to: u32) {
        self.sql(&[&format!(
            "UPDATE chapters SET state = 'written', \
             summary = 'On night ' || number || ' the radio spoke. Mara did not answer it.' \
             WHERE number BETWEEN {from} AND {to}"
        )])
        .await;
    }

    async fn sql(&self, statements: &[&str]) {
        let file = self.folder.path().join("fablewright.db");
        let mut sql = SqliteConnection::connect(&format!("sqlite://{}", file.display()))
            .await
            .unwrap();
        for statement in statements {
            sqlx::query(sqlx::AssertSqlSafe((*statement).to_owned()))
                .execute(&mut sql)
                .await
                .unwrap();
        }
        sql.close().await.unwrap();
    }

    async fn start(&self, new: NewRun) -> RunId {
        let run = self.engine.start(self.story, new, None).await;
        run.unwrap().id
    }

    /// Runs to the end; every call is answered, and told in a word.
    async fn finish(&mut self, run: RunId) -> (Run, Vec<String>) {
        finish(&self.engine, &mut self.script, run).await
    }

    /// Writes a chapter; answers what was summed up for it and what its plan was told.
    async fn chapter(&mut self, number: u32) -> (Vec<String>, Layers) {
        let run = self.start(NewRun::chapter(number)).await;
        let mut asked = Vec::new();
        let plan = loop {
            let call = self.script.next_call().await;
            if let Assignment::Plan { chapter } = &call.call.assignment {
                let layers = chapter.layers.clone();
                call.play().await;
                break layers;
            }
            asked.push(requested(&call.call));
            answer(call).await;
        };
        let (run, rest) = self.finish(run).await;
        assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
        assert!(rest.iter().all(|call| call == "chapter"), "{rest:?}");
        (asked, plan)
    }
}

/// Answers a call: a summary with what it is of, everything else as the built-in writer does.
async fn answer(call: ScriptedCall) {
    match &call.call.assignment {
        Assignment::Part { .. } | Assignment::SoFar { .. } => {
            let summary = format!("This is {}.", requested(&call.call));
            call.write(&serde_json::json!({ "summary": summary }).to_string())
                .await;
            call.finish().await;
        }
        _ => call.play().await,
    }
}

/// What a call asks for: "part 1 to 10", "story 11 to 20 after 10", or "chapter".
fn requested(call: &Call) -> String {
    match &call.assignment {
        Assignment::Part { chapters } => {
            let [first, .., last] = chapters.as_slice() else {
                panic!("a part of {} chapters", chapters.len());
            };
            format!("part {} to {}", first.number, last.number)
        }
        Assignment::SoFar { before, parts } => {
            let after = before.as_ref().map_or(0, |before| before.to);
            let (from, to) = (parts[0].from, parts[parts.len() - 1].to);
            format!("story {from} to {to} after {after}")
        }
        _ => "chapter".to_owned(),
    }
}

async fn finish(engine: &Engine, script: &mut Script, run: RunId) -> (Run, Vec<String>) {
    let mut asked = Vec::new();
    let all = async {
        loop {
            let call = script.next_call().await;
            asked.push(requested(&call.call));
            answer(call).await;
        }
    };
    let run = tokio::select! {
        run = ended(engine, run) => run,
        () = all => unreachable!(),
    };
    (run, asked)
}

fn is_part(call: &Call) -> bool {
    matches!(call.assignment, Assignment::Part { .. })
}

fn memory(from: u32, to: u32, summary: &str) -> PartMemory {
    PartMemory {
        from,
        to,
        summary: summary.to_owned(),
    }
}

#[tokio::test]
async fn a_part_is_summed_up_once_when_it_is_whole_and_the_story_goes_on() {
    let mut shelf = LongStory::new(PART + 2, PART - 1).await;
    let run = shelf.start(NewRun::of(RunKind::AllChapters)).await;
    let part = shelf.script.play_until(is_part).await;
    assert_eq!(requested(&part.call), "part 1 to 10");
    // The chapter that completes it is the author's already.
    let whole = shelf.engine.chapter(shelf.story, PART).await;
    assert!(whole.unwrap().is_finished());
    let looking = shelf.engine.run(run).await.unwrap();
    assert_eq!(
        looking.describe(),
        "Summarising what comes before chapter 11"
    );
    answer(part).await;
    let plan = shelf.script.next_call().await;
    let planning = shelf.engine.run(run).await.unwrap();
    assert_eq!(planning.describe(), "Planning chapter 11");
    assert!(planning.progress.fraction >= looking.progress.fraction);
    // It is so rare that the bar hardly moves for it.
    assert!(planning.progress.fraction - looking.progress.fraction < 0.001);
    plan.play().await;
    let (run, asked) = shelf.finish(run).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(run.progress.fraction, 1.0);
    assert!(asked.iter().all(|call| call == "chapter"), "{asked:?}");

    // It stands in the log of calls, with what was sent.
    let calls = shelf.engine.calls(CallFilter::Run(run.id), 100, None);
    let calls = calls.await.unwrap().items;
    let call = calls.iter().find(|call| call.stage == Some(Stage::Recall));
    let call = call.unwrap();
    assert_eq!(call.chapter, Some(PART + 1));
    assert_eq!(call.describe(), "Summarising what comes before chapter 11");
    assert!(call.spent.prompt_tokens > 0 && call.spent.answer_tokens > 0);
    let sent = shelf.engine.call(call.id).await.unwrap();
    let names: Vec<&str> = sent.parts.iter().map(|part| &*part.name).collect();
    assert_eq!(names, ["instructions", "brief", "chapters", "task"]);
}

#[tokio::test]
async fn of_a_story_that_is_finished_nothing_is_summed_up() {
    let mut shelf = LongStory::new(PART, PART - 1).await;
    let (asked, layers) = shelf.chapter(PART).await;
    assert_eq!((asked, layers), (Vec::new(), Layers::default()));
}

#[tokio::test]
async fn what_was_summed_up_is_told_and_made_again_where_it_is_stale() {
    let mut shelf = LongStory::new(40, 21).await;
    let run = shelf.start(NewRun::chapter(22)).await;
    for expected in ["part 11 to 20", "part 1 to 10", "story 1 to 20 after 0"] {
        let call = shelf.script.next_call().await;
        assert_eq!(requested(&call.call), expected);
        answer(call).await;
    }
    // The plan is told it, in the words that are sent.
    let plan = shelf.script.next_call().await;
    let sent = plan.call.prompt.as_ref().unwrap();
    let before = &sent
        .parts
        .iter()
        .find(|part| part.name == "earlier chapters");
    let before = &before.unwrap().text;
    let lines: Vec<&str> = before.lines().skip(1).take(3).collect();
    assert_eq!(
        lines,
        [
            "- The story up to chapter 20: This is story 1 to 20 after 0.",
            "- Chapters 1 to 10: This is part 1 to 10.",
            "- Chapter 2 “Night 2”: On night 2 the radio spoke."
        ]
    );
    plan.play().await;
    let (run, _) = shelf.finish(run).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);

    // A chapter of the first part gets another text, and so another summary. Its own past is nobody's part.
    let (asked, _) = shelf.chapter(3).await;
    assert!(asked.is_empty(), "{asked:?}");
    // What stands on it is made again: the story anew, since what was said of it before holds no more.
    let (asked, layers) = shelf.chapter(23).await;
    assert_eq!(asked, ["part 1 to 10", "story 1 to 20 after 0"]);
    assert_eq!(layers.parts.len(), 2);
    // Then all of it is there.
    let (asked, again) = shelf.chapter(24).await;
    assert!(asked.is_empty(), "{asked:?}");
    assert_eq!(again, layers);

    // The next part is added to what was told before.
    shelf.write_by_hand(25, 30).await;
    let (asked, layers) = shelf.chapter(31).await;
    assert_eq!(asked, ["part 21 to 30", "story 21 to 30 after 20"]);
    let so_far = memory(1, 30, "This is story 21 to 30 after 20.");
    assert_eq!(layers.so_far, Some(so_far));
    assert_eq!(layers.parts[2], memory(21, 30, "This is part 21 to 30."));

    // An earlier chapter is not told what comes after it.
    let (asked, layers) = shelf.chapter(15).await;
    assert!(asked.is_empty(), "{asked:?}");
    assert_eq!(layers.parts, [memory(1, 10, "This is part 1 to 10.")]);
    assert_eq!(layers.so_far, None);
}

#[tokio::test]
async fn a_long_story_that_has_none_yet_gets_them_bit_by_bit() {
    let mut shelf = LongStory::new(1_000, 998).await;
    let (asked, layers) = shelf.chapter(999).await;
    // The nearest first, so many that nobody waits for long.
    let nearest = ["981 to 990", "971 to 980", "961 to 970", "951 to 960"];
    assert_eq!(asked, nearest.map(|part| format!("part {part}")));
    assert_eq!(layers.parts.len(), 4);
    assert_eq!(layers.so_far, None);
    let (asked, layers) = shelf.chapter(1_000).await;
    assert_eq!((asked.len(), layers.parts.len()), (4, 8));
    assert_eq!(asked[0], "part 941 to 950");
}

#[tokio::test]
async fn a_copy_of_a_story_need_not_be_summed_up_again() {
    let mut shelf = LongStory::new(13, 10).await;
    let (asked, _) = shelf.chapter(11).await;
    assert_eq!(asked, ["part 1 to 10"]);
    let copy = shelf.engine.duplicate_story(shelf.story).await;
    shelf.story = copy.unwrap().id;
    let (asked, layers) = shelf.chapter(12).await;
    assert!(asked.is_empty(), "{asked:?}");
    assert_eq!(layers.parts, [memory(1, 10, "This is part 1 to 10.")]);
}

async fn say_nothing(call: ScriptedCall) {
    call.write(r#"{"summary": " "}"#).await;
    call.finish().await;
}

#[tokio::test]
async fn a_server_that_is_away_is_asked_again_each_time() {
    let mut shelf = LongStory::new(40, 11).await;
    for number in 12..=16 {
        let run = shelf.start(NewRun::chapter(number)).await;
        let part = shelf.script.next_call().await;
        assert_eq!(requested(&part.call), "part 1 to 10", "chapter {number}");
        if number < 16 {
            part.fail(ModelError::Lasting("Nobody answers.".to_owned()))
                .await;
        } else {
            answer(part).await;
        }
        let (run, _) = shelf.finish(run).await;
        assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    }
}

#[tokio::test]
async fn a_model_that_has_no_summary_to_give_is_in_no_chapters_way() {
    let mut shelf = LongStory::new(40, 21).await;
    for (number, refusals) in [(22, 1), (23, 1), (24, 1), (25, 0)] {
        let run = shelf.start(NewRun::chapter(number)).await;
        // One failure is enough for one chapter; after three, nobody asks again. Each is an answer that says
        // nothing, twice and corrected twice.
        for _ in 0..refusals {
            let part = shelf.script.next_call().await;
            assert_eq!(requested(&part.call), "part 11 to 20");
            say_nothing(part).await;
            for _ in 1..4 {
                say_nothing(shelf.script.next_call().await).await;
            }
        }
        if refusals == 0 {
            // The other part is asked for then.
            for _ in 0..4 {
                let part = shelf.script.next_call().await;
                assert_eq!(requested(&part.call), "part 1 to 10");
                say_nothing(part).await;
            }
        }
        // The plan is told what can be said without: how the first and the last chapter begin.
        let plan = shelf.script.next_call().await;
        let Assignment::Plan { chapter } = &plan.call.assignment else {
            panic!("{:?}", plan.call.assignment);
        };
        assert_eq!(chapter.layers, Layers::default());
        let sent = plan.call.prompt.as_ref().unwrap();
        let before = &sent
            .parts
            .iter()
            .find(|part| part.name == "earlier chapters");
        let before = &before.unwrap().text;
        let clipped = match number - 21 {
            1 => "Chapters 1 to 1: On night 1 the radio spoke. … On night 1 the radio spoke."
                .to_owned(),
            many => format!(
                "Chapters 1 to {many}: On night 1 the radio spoke. … On night {many} the radio spoke."
            ),
        };
        assert!(before.contains(&clipped), "{before}");
        plan.play().await;
        let (run, _) = shelf.finish(run).await;
        assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
        assert_eq!(run.progress.fraction, 1.0);
        let chapter = shelf.engine.chapter(shelf.story, number).await;
        assert!(chapter.unwrap().is_finished());
    }
}

#[tokio::test]
async fn pause_and_cancel_reach_it_between_two_tokens() {
    let mut shelf = LongStory::new(12, 10).await;
    let run = shelf.start(NewRun::chapter(11)).await;
    let part = shelf.script.next_call().await;
    part.write("{\"summary\": \"Mara").await;
    shelf.engine.request_pause(run).await.unwrap();
    part.dropped().await;
    let paused = until(&shelf.engine, run, |run| run.status == Status::Paused).await;
    assert_eq!(paused.stage, Some(Stage::Recall));
    assert_eq!(
        paused.describe(),
        "Paused: summarising what comes before chapter 11"
    );

    shelf.engine.resume(run).await.unwrap();
    let part = shelf.script.play_until(is_part).await;
    part.write("{\"summary\": \"Mara").await;
    shelf.engine.request_cancel(run).await.unwrap();
    part.dropped().await;
    until(&shelf.engine, run, |run| run.status == Status::Cancelled).await;

    shelf.engine.resume(run).await.unwrap();
    let (run, asked) = shelf.finish(run).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(asked[..2], ["part 1 to 10", "chapter"]);
    let again = asked.iter().filter(|call| *call != "chapter").count();
    assert_eq!(again, 1, "what is there is not asked for twice");
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
async fn after_a_crash_in_it_no_chapter_is_written_twice() {
    let mut shelf = LongStory::new(11, 9).await;
    let run = shelf.start(NewRun::of(RunKind::AllChapters)).await;
    let part = loop {
        let call = shelf.script.next_call().await;
        if is_part(&call.call) {
            break call;
        }
        answer(call).await;
    };
    part.write("{\"summary\": \"Mara").await;
    let left = as_if_killed(shelf.folder.path());

    let (model, mut script) = ScriptedModel::new();
    let model = model.named("local:double").with_context(8_192);
    let engine = open(left.path(), Arc::new(model), 1).await;
    let chapter = engine.chapter(shelf.story, 10).await.unwrap();
    assert!(chapter.is_finished(), "it was committed before");
    let (run, asked) = finish(&engine, &mut script, run).await;
    assert_eq!(
        (run.status, run.attempt),
        (Status::Succeeded, 2),
        "{:?}",
        run.error
    );
    assert_eq!(asked[0], "part 1 to 10");
    assert_eq!(asked.iter().filter(|call| *call != "chapter").count(), 1);
    for number in [10, 11] {
        let revisions = engine.revisions(shelf.story, number).await.unwrap();
        assert_eq!(revisions.len(), 1, "chapter {number}");
    }
}
