//! The history of what was decided: every version of beats, briefs and parts of a world is kept and comes back.

use crate::support::{builtin, ended, scripted, story};
use domain::{
    Author, Brief, ChapterPatch, Entity, EntityId, EntityKind, Fact, FactId, NewRun, Outline,
    PartId, Relation, RelationId, Rule, RuleId, RunKind, Status, StoryId, StoryPatch, Version,
    VersionTarget, VersionValue, WorldPart,
};
use engine::{Engine, Error, model::Assignment};
use test_support::scripted::{Script, ScriptedCall};
use uuid::Uuid;

async fn outline(engine: &Engine, id: StoryId, number: u32, title: &str, beats: &[&str]) {
    let version = engine.chapter(id, number).await.unwrap().version;
    let patch = ChapterPatch {
        finished: None,
        title: Some(title.to_owned()),
        outline: Some(beats.iter().map(|beat| (*beat).to_owned()).collect()),
    };
    engine
        .update_chapter(id, number, patch, version)
        .await
        .unwrap();
}

async fn versions(engine: &Engine, id: StoryId, of: VersionTarget) -> Vec<Version> {
    let page = engine.versions(id, of, 200, None).await.unwrap();
    assert_eq!(page.next, None);
    page.items
}

fn beats(version: &Version) -> Vec<&str> {
    let VersionValue::Outline(Outline { outline, .. }) = &version.value else {
        panic!("{version:?}")
    };
    outline.iter().map(String::as_str).collect()
}

async fn answer(script: &mut Script, wanted: fn(&Assignment) -> bool, text: &str) {
    let call: ScriptedCall = script.play_until(|call| wanted(&call.assignment)).await;
    call.write(text).await;
    call.finish().await;
}

/// Outlines a chapter again, with the answer of the model.
async fn outline_again(engine: &Engine, script: &mut Script, id: StoryId, text: &str) {
    let again = NewRun {
        chapter: Some(1.into()),
        ..NewRun::of(RunKind::Outline)
    };
    let run = engine.start(id, again, None).await.unwrap();
    answer(
        script,
        |assignment| matches!(assignment, Assignment::ChapterOutline { .. }),
        text,
    )
    .await;
    let run = ended(engine, run.id).await;
    assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
}

#[tokio::test]
async fn beats_made_again_twice_leave_the_authors_to_be_restored() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 1).await.id;
    outline(&engine, id, 1, "Night", &["Mine."]).await;
    for beat in ["First run’s.", "Second run’s."] {
        let text = format!("{{\"title\": \"\", \"beats\": [\"{beat}\"]}}");
        outline_again(&engine, &mut script, id, &text).await;
    }
    let of = VersionTarget::Outline(1.into());
    let all = versions(&engine, id, of).await;
    let said: Vec<_> = all
        .iter()
        .map(|version| (version.by, beats(version)))
        .collect();
    assert_eq!(
        said,
        [
            (Author::Run, vec!["Second run’s."]),
            (Author::Run, vec!["First run’s."]),
            (Author::Person, vec!["Mine."]),
        ]
    );
    assert!(all[0].run.is_some() && all[2].run.is_none());
    let current: Vec<_> = all.iter().map(|version| version.current).collect();
    assert_eq!(current, [true, false, false]);

    let mine = all[2].id;
    let compared = engine.compare_version(id, of, mine).await.unwrap();
    let changed: Vec<_> = compared
        .iter()
        .map(|field| (field.label.as_str(), field.comparison.changes()))
        .collect();
    assert_eq!(changed, [("Title", 0), ("Beats", 1)]);

    let version = engine.chapter(id, 1).await.unwrap().version;
    let stale = engine.restore_version(id, of, mine, version - 1).await;
    assert!(
        matches!(stale, Err(Error::StaleVersion { .. })),
        "{stale:?}"
    );
    engine.restore_version(id, of, mine, version).await.unwrap();
    let chapter = engine.chapter(id, 1).await.unwrap();
    assert_eq!(chapter.outline, ["Mine."]);
    // Restoring is a version of its own: nothing is lost by it.
    let all = versions(&engine, id, of).await;
    assert_eq!(all.len(), 4);
    assert_eq!((all[0].by, all[0].current), (Author::Person, true));
    assert_eq!(beats(&all[1]), ["Second run’s."]);
}

#[tokio::test]
async fn a_runs_beats_go_to_the_history_where_the_author_was_faster() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 1).await.id;
    outline(&engine, id, 1, "Night", &["Mine."]).await;
    let again = NewRun {
        chapter: Some(1.into()),
        ..NewRun::of(RunKind::Outline)
    };
    let run = engine.start(id, again, None).await.unwrap();
    let call = script
        .play_until(|call| matches!(call.assignment, Assignment::ChapterOutline { .. }))
        .await;
    outline(&engine, id, 1, "Night", &["Mine, changed."]).await;
    call.write("{\"title\": \"\", \"beats\": [\"The run’s.\"]}")
        .await;
    call.finish().await;
    ended(&engine, run.id).await;
    let chapter = engine.chapter(id, 1).await.unwrap();
    assert_eq!(chapter.outline, ["Mine, changed."]);
    let all = versions(&engine, id, VersionTarget::Outline(1.into())).await;
    let said: Vec<_> = all.iter().map(beats).collect();
    assert_eq!(
        said,
        [vec!["The run’s."], vec!["Mine, changed."], vec!["Mine."]]
    );
    assert!(all[1].current && !all[0].current);
    // The next change does not keep twice what is kept already.
    outline(&engine, id, 1, "Night", &["Mine, again."]).await;
    assert_eq!(
        versions(&engine, id, VersionTarget::Outline(1.into()))
            .await
            .len(),
        4
    );
}

#[tokio::test]
async fn what_is_saved_unchanged_is_no_new_version_and_many_versions_are_paged() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 1).await.id;
    let of = VersionTarget::Outline(1.into());
    assert_eq!(versions(&engine, id, of).await, []);
    for beat in ["One.", "One.", "Two.", "One."] {
        outline(&engine, id, 1, "Night", &[beat]).await;
    }
    let all = versions(&engine, id, of).await;
    let said: Vec<_> = all.iter().map(|version| beats(version)[0]).collect();
    assert_eq!(said, ["One.", "Two.", "One."]);
    let current: Vec<_> = all.iter().map(|version| version.current).collect();
    assert_eq!(current, [true, false, false], "the newest that says so");

    let first = engine.versions(id, of, 2, None).await.unwrap();
    assert_eq!(first.items, all[..2]);
    let rest = engine.versions(id, of, 2, first.next).await.unwrap();
    assert_eq!((rest.items, rest.next), (all[2..].to_vec(), None));
    let elsewhere = story(&engine, 1).await.id;
    let foreign = engine.restore_version(elsewhere, of, all[0].id, 1).await;
    assert!(
        matches!(foreign, Err(Error::NotFound("version"))),
        "{foreign:?}"
    );
}

#[tokio::test]
async fn the_outline_and_the_world_of_a_run_have_it_as_their_author() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 2).await.id;
    let run = engine
        .start(id, NewRun::of(RunKind::Outline), None)
        .await
        .unwrap();
    ended(&engine, run.id).await;
    let world = engine.world(id).await.unwrap();
    let parts = [
        VersionTarget::Outline(2.into()),
        VersionTarget::Part(PartId::Entity(world.entities[0].id)),
        VersionTarget::Part(PartId::Relation(world.relations[0].id)),
        VersionTarget::Part(PartId::Rule(world.rules[0].id)),
    ];
    for of in parts {
        let all = versions(&engine, id, of).await;
        assert_eq!(all.len(), 1, "{of:?}");
        assert_eq!((all[0].by, all[0].run), (Author::Run, Some(run.id)));
        assert!(all[0].current);
    }
    // What the author of the story typed is the first version of its brief.
    let all = versions(&engine, id, VersionTarget::Brief).await;
    assert_eq!((all.len(), all[0].by), (1, Author::Person));
}

#[tokio::test]
async fn a_brief_comes_back_with_its_title() {
    let (_folder, engine) = builtin().await;
    let made = story(&engine, 1).await;
    let brief = Brief {
        premise: "something else".to_owned(),
        ..made.brief.clone()
    };
    let patch = StoryPatch {
        title: Some("Other".to_owned()),
        brief: Some(brief.into()),
        archived: None,
    };
    let changed = engine
        .update_story(made.id, patch, made.version)
        .await
        .unwrap();
    let all = versions(&engine, made.id, VersionTarget::Brief).await;
    assert_eq!(all.len(), 2);
    engine
        .restore_version(made.id, VersionTarget::Brief, all[1].id, changed.version)
        .await
        .unwrap();
    let back = engine.story(made.id).await.unwrap();
    assert_eq!((back.title, back.brief), (made.title, made.brief));
}

fn person(name: &str, description: &str) -> Entity {
    Entity {
        id: EntityId(Uuid::nil()),
        kind: EntityKind::Person,
        name: name.to_owned(),
        role: String::new(),
        description: description.to_owned(),
        pronouns: String::new(),
        goal: String::new(),
        traits: Vec::new(),
    }
}

async fn put(engine: &Engine, id: StoryId, part: WorldPart) -> WorldPart {
    engine.put_part(id, part, None).await.unwrap().0
}

/// Changes a part and brings its first version back.
async fn there_and_back(engine: &Engine, id: StoryId, first: WorldPart, second: WorldPart) {
    let of = VersionTarget::Part(first.id());
    let (_, version) = engine.part(id, first.id()).await.unwrap();
    let (_, version) = engine.put_part(id, second, Some(version)).await.unwrap();
    let all = versions(engine, id, of).await;
    assert_eq!(all.len(), 2, "{all:?}");
    assert_eq!(all[1].value, VersionValue::Part(first.clone()));
    assert!(all.iter().all(|version| version.by == Author::Person));
    engine
        .restore_version(id, of, all[1].id, version)
        .await
        .unwrap();
    assert_eq!(engine.part(id, first.id()).await.unwrap().0, first);
    assert_eq!(versions(engine, id, of).await.len(), 3);
}

#[tokio::test]
async fn every_part_of_a_world_has_its_history() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 2).await.id;
    let mara = put(
        &engine,
        id,
        WorldPart::Entity(person("Mara", "Keeps the light.")),
    )
    .await;
    let iven = put(
        &engine,
        id,
        WorldPart::Entity(person("Iven", "Her brother.")),
    )
    .await;
    let (WorldPart::Entity(one), WorldPart::Entity(other)) = (&mara, &iven) else {
        unreachable!()
    };
    let tie = Relation {
        id: RelationId(Uuid::nil()),
        from: one.id,
        to: other.id,
        label: "sister of".to_owned(),
    };
    let tie = put(&engine, id, WorldPart::Relation(tie)).await;
    let rule = Rule {
        id: RuleId(Uuid::nil()),
        text: "The dead answer.".to_owned(),
    };
    let rule = put(&engine, id, WorldPart::Rule(rule)).await;
    let fact = Fact {
        id: FactId(Uuid::nil()),
        text: "The lamp is lit.".to_owned(),
        chapter: Some(2),
    };
    let fact = put(&engine, id, WorldPart::Fact(fact)).await;
    for part in [mara, tie, rule, fact] {
        let mut second = part.clone();
        match &mut second {
            WorldPart::Entity(entity) => entity.name = "Mara Tollan".to_owned(),
            WorldPart::Relation(tie) => std::mem::swap(&mut tie.from, &mut tie.to),
            WorldPart::Rule(rule) => rule.text.push_str(" Only questions."),
            WorldPart::Fact(fact) => {
                fact.text = "The lamp is out.".to_owned();
                fact.chapter = Some(1);
            }
        }
        there_and_back(&engine, id, part, second).await;
    }
}

#[tokio::test]
async fn a_facts_versions_follow_its_chapter_where_that_moves() {
    let (_folder, engine) = builtin().await;
    let id = story(&engine, 3).await.id;
    let fact = Fact {
        id: FactId(Uuid::nil()),
        text: "The lamp is lit.".to_owned(),
        chapter: Some(3),
    };
    let fact = put(&engine, id, WorldPart::Fact(fact)).await;
    let chapter = engine.chapter(id, 1).await.unwrap();
    engine.delete_chapter(id, 1, chapter.version).await.unwrap();
    let all = versions(&engine, id, VersionTarget::Part(fact.id())).await;
    let VersionValue::Part(WorldPart::Fact(kept)) = &all[0].value else {
        panic!("{all:?}")
    };
    assert_eq!(kept.chapter, Some(2));
    assert!(all[0].current);
}

#[tokio::test]
async fn somebody_imagined_again_twice_comes_back_as_the_author_had_them() {
    let (_folder, engine, mut script) = scripted().await;
    let id = story(&engine, 1).await.id;
    let mara = put(&engine, id, WorldPart::Entity(person("Mara", "Mine."))).await;
    let PartId::Entity(entity) = mara.id() else {
        unreachable!()
    };
    for text in ["First.", "Second."] {
        let again = NewRun {
            entity: Some(entity),
            ..NewRun::of(RunKind::World)
        };
        let run = engine.start(id, again, None).await.unwrap();
        let text = format!(
            "{{\"role\": \"\", \"description\": \"{text}\", \"goal\": \"\", \"traits\": []}}"
        );
        answer(
            &mut script,
            |assignment| matches!(assignment, Assignment::Entity { .. }),
            &text,
        )
        .await;
        let run = ended(&engine, run.id).await;
        assert_eq!(run.status, Status::Succeeded, "{:?}", run.error);
    }
    let of = VersionTarget::Part(mara.id());
    let all = versions(&engine, id, of).await;
    assert_eq!(all.len(), 3);
    let (now, version) = engine.entity(id, entity).await.unwrap();
    assert_eq!(now.description, "Second.");
    engine
        .restore_version(id, of, all[2].id, version)
        .await
        .unwrap();
    let (now, _) = engine.entity(id, entity).await.unwrap();
    assert_eq!(WorldPart::Entity(now), mara);
}
