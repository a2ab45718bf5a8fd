//! Outlines: what is there is told, what is missing is asked for, bit by bit where it is much.

use crate::support::{
    ended,
    measured::{self, measured},
    scripted, story, until,
};
use domain::{ChapterPatch, NewChapter, NewRun, RunKind, Status, StoryId};
use engine::{
    Engine,
    model::{Assignment, assignment::OutlineRequest},
};
use test_support::scripted::{Script, ScriptedCall};

/// The next call for an outline; the world is made on the way.
async fn asked(script: &mut Script) -> ScriptedCall {
    script
        .play_until(|call| matches!(call.assignment, Assignment::Outline { .. }))
        .await
}

fn outline(call: &ScriptedCall) -> &OutlineRequest {
    match &call.call.assignment {
        Assignment::Outline { outline } => outline,
        other => panic!("{other:?}"),
    }
}

/// Answers with beats that name their chapters.
async fn answer(call: ScriptedCall) {
    let chapters: Vec<String> = outline(&call)
        .chapters
        .iter()
        .map(|number| {
            format!("{{\"title\": \"T{number}\", \"beats\": [\"B{number}.\", \"C{number}.\"]}}")
        })
        .collect();
    call.write(&format!("{{\"chapters\": [{}]}}", chapters.join(", ")))
        .await;
    call.finish().await;
}

async fn beats(engine: &Engine, id: StoryId) -> Vec<String> {
    let chapters = engine.chapters(id).await.unwrap();
    let beats = chapters.iter().map(|chapter| chapter.outline.join(" "));
    beats.collect()
}

#[tokio::test]
async fn chapters_that_are_added_continue_the_story_there_is() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 4).await.id;
    // The first has beats, the second a text and no beats, the third nothing, the fourth a title.
    let patch = |title: &str, beats: &[&str]| ChapterPatch {
        finished: None,
        title: Some(title.to_owned()),
        outline: Some(beats.iter().map(|&beat| beat.to_owned()).collect()),
    };
    engine
        .update_chapter(id, 1, patch("One", &["Mara lies."]), 1)
        .await
        .unwrap();
    engine
        .save_text(id, 2, "Odran swims ashore.".to_owned(), 1)
        .await
        .unwrap();
    engine
        .update_chapter(id, 4, patch("The Bell", &[]), 1)
        .await
        .unwrap();
    let added = NewChapter {
        title: "Coda".to_owned(),
        outline: vec!["The light goes out.".to_owned()],
    };
    engine.add_chapter(id, added).await.unwrap();
    let run = engine
        .start(id, NewRun::of(RunKind::Outline), None)
        .await
        .unwrap();
    let call = asked(&mut script).await;
    let told = outline(&call);
    assert_eq!((told.chapters.as_slice(), told.of), (&[2, 3, 4][..], 5));
    let known: Vec<(u32, &str, String, &str)> = told
        .known
        .iter()
        .map(|known| {
            let beats = known.beats.join(" ");
            (
                known.number,
                known.title.as_str(),
                beats,
                known.summary.as_str(),
            )
        })
        .collect();
    assert_eq!(
        known,
        [
            (1, "One", "Mara lies.".to_owned(), ""),
            (2, "", String::new(), "Odran swims ashore."),
            (4, "The Bell", String::new(), ""),
            (5, "Coda", "The light goes out.".to_owned(), ""),
        ]
    );
    answer(call).await;
    let run = ended(&engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    assert_eq!(
        beats(&engine, id).await,
        [
            "Mara lies.",
            "B2. C2.",
            "B3. C3.",
            "B4. C4.",
            "The light goes out."
        ]
    );
    let titles = engine.chapters(id).await.unwrap();
    let titles: Vec<&str> = titles
        .iter()
        .map(|chapter| chapter.title.as_str())
        .collect();
    assert_eq!(titles, ["One", "T2", "T3", "The Bell", "Coda"]);
}

#[tokio::test]
async fn a_large_outline_is_made_in_portions_and_none_is_paid_for_twice() {
    let (_folder, _store, engine, mut script) = measured().await;
    let id = story(&engine, 60).await.id;
    let run = measured::start(&engine, id, NewRun::of(RunKind::Outline)).await;
    let first = asked(&mut script).await;
    assert_eq!(outline(&first).chapters, (1..=14).collect::<Vec<u32>>());
    assert!(outline(&first).known.is_empty());
    answer(first).await;
    let second = asked(&mut script).await;
    assert_eq!(outline(&second).chapters, (15..=28).collect::<Vec<u32>>());
    // It is stopped in the second, and goes on with it.
    engine.request_pause(run).await.unwrap();
    second.dropped().await;
    until(&engine, run, |run| run.status == Status::Paused).await;
    engine.resume(run).await.unwrap();
    let mut from = 15;
    while from <= 60 {
        let call = asked(&mut script).await;
        let to = 60.min(from + 13);
        let told = outline(&call);
        assert_eq!(told.chapters, (from..=to).collect::<Vec<u32>>());
        assert_eq!(told.known.len(), usize::try_from(from - 1).unwrap());
        let prompt = call.call.prompt.as_ref().unwrap();
        assert!(prompt.tokens() + prompt.max_tokens <= 8_192);
        let part = |name: &str| prompt.parts.iter().find(|part| part.name == name);
        let before = part("chapters there are").unwrap();
        let near = format!(
            "Chapter {} “T{}”: B{}. C{}.",
            from - 1,
            from - 1,
            from - 1,
            from - 1
        );
        assert!(before.text.contains(&near), "{}", before.text);
        answer(call).await;
        from = to + 1;
    }
    let run = ended(&engine, run).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let made: Vec<String> = (1..=60)
        .map(|number| format!("B{number}. C{number}."))
        .collect();
    assert_eq!(beats(&engine, id).await, made);
}

#[tokio::test]
async fn a_portion_that_comes_short_leaves_its_last_chapters_open() {
    let (_folder, _store, engine, mut script) = measured().await;
    let id = story(&engine, 16).await.id;
    let run = measured::start(&engine, id, NewRun::of(RunKind::Outline)).await;
    let short = "{\"chapters\": [{\"title\": \"T1\", \"beats\": [\"B1.\", \" \"]}]}";
    for again in [false, true] {
        let call = asked(&mut script).await;
        assert_eq!(call.call.repair.is_some(), again);
        call.write(short).await;
        call.finish().await;
    }
    let last = asked(&mut script).await;
    assert_eq!(outline(&last).chapters, [15, 16]);
    answer(last).await;
    let run = ended(&engine, run).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    let beats = beats(&engine, id).await;
    assert_eq!(
        (beats[0].as_str(), beats[1].as_str(), beats[14].as_str()),
        ("B1.", "", "B15. C15.")
    );
}
