//! Find and replace over the chapters of a story.

use crate::{
    support::{builtin, ended, open, scripted, story, until},
    trash::delete_chapter,
};
use domain::{
    BriefPatch, ChapterPatch, Entity, EntityId, EntityKind, NewName, NewRun, Origin, PlaceChoice,
    Relation, RelationId, ReplacePattern, ReplacePreview, ReplacementId, Rule, RuleId, SearchKind,
    StoryId, StoryPatch, VersionTarget, WorldPart,
};
use engine::{Engine, Error};
use std::sync::Arc;
use storyteller::BuiltIn;
use uuid::Uuid;

pub(crate) async fn save(engine: &Engine, id: StoryId, number: u32, text: &str) {
    let version = engine.chapter(id, number).await.unwrap().version;
    let saved = engine.save_text(id, number, text.to_owned(), version);
    saved.await.unwrap();
}

async fn text(engine: &Engine, id: StoryId, number: u32) -> String {
    let revision = engine.current_revision(id, number).await.unwrap();
    revision.unwrap().text
}

async fn texts(engine: &Engine, id: StoryId) -> Vec<String> {
    let mut all = Vec::new();
    for chapter in engine.chapters(id).await.unwrap() {
        all.push(text(engine, id, chapter.number).await);
    }
    all
}

/// Three chapters about Mara.
async fn marastory(engine: &Engine) -> StoryId {
    let id = story(engine, 3).await.id;
    save(engine, id, 1, "Mara lit the lamp. Mara’s hand shook.").await;
    save(engine, id, 2, "Nobody came. Tamara slept.").await;
    save(engine, id, 3, "At dawn, Mara left.").await;
    id
}

fn pattern() -> ReplacePattern {
    ReplacePattern {
        find: "Mara".to_owned(),
        replace: "Ines".to_owned(),
        whole_words: true,
        match_case: true,
        regex: false,
    }
}

async fn preview(engine: &Engine, id: StoryId, pattern: &ReplacePattern) -> ReplacePreview {
    engine.preview_replacement(id, pattern, None).await.unwrap()
}

/// All that a preview found.
fn all_of(preview: &ReplacePreview) -> PlaceChoice {
    PlaceChoice {
        base: Some(preview.base.clone()),
        ..PlaceChoice::default()
    }
}

pub(crate) fn sentence<T: std::fmt::Debug>(refused: Result<T, Error>, code: &str) -> String {
    let error = refused.unwrap_err();
    assert_eq!(error.code(), code, "{error}");
    error.to_string()
}

async fn put(engine: &Engine, id: StoryId, part: WorldPart) -> WorldPart {
    engine.put_part(id, part, None).await.unwrap().0
}

pub(crate) async fn person(engine: &Engine, id: StoryId, name: &str) -> EntityId {
    let entity = Entity {
        id: EntityId(Uuid::nil()),
        kind: EntityKind::Person,
        name: name.to_owned(),
        role: String::new(),
        description: format!("{name} keeps the lamp."),
        pronouns: String::new(),
        goal: String::new(),
        traits: Vec::new(),
    };
    match put(engine, id, WorldPart::Entity(entity)).await {
        WorldPart::Entity(entity) => entity.id,
        other => unreachable!("{other:?}"),
    }
}

/// The same with Mara in the brief, in an outline and in the world.
pub(crate) async fn full_story(engine: &Engine) -> (StoryId, EntityId) {
    let id = marastory(engine).await;
    let (mara, peter) = (
        person(engine, id, "Mara").await,
        person(engine, id, "Peter").await,
    );
    let tie = Relation {
        id: RelationId(Uuid::nil()),
        from: peter,
        to: mara,
        label: "Mara’s brother".to_owned(),
    };
    put(engine, id, WorldPart::Relation(tie)).await;
    let rule = Rule {
        id: RuleId(Uuid::nil()),
        text: "Mara never lies.".to_owned(),
    };
    put(engine, id, WorldPart::Rule(rule)).await;
    let outline = ChapterPatch {
        title: Some("Mara alone".to_owned()),
        outline: Some(vec!["It rains.".to_owned(), "Mara waits.".to_owned()]),
        ..ChapterPatch::default()
    };
    let version = engine.chapter(id, 2).await.unwrap().version;
    engine
        .update_chapter(id, 2, outline, version)
        .await
        .unwrap();
    let brief = StoryPatch {
        brief: Some(BriefPatch {
            premise: domain::Change::To("Mara keeps a lighthouse.".to_owned()),
            ..BriefPatch::default()
        }),
        ..StoryPatch::default()
    };
    let version = engine.story(id).await.unwrap().version;
    engine.update_story(id, brief, version).await.unwrap();
    (id, mara)
}

/// Everything that a story says.
pub(crate) async fn said(engine: &Engine, id: StoryId) -> String {
    let (brief, world) = (
        engine.story(id).await.unwrap().brief,
        engine.world(id).await.unwrap(),
    );
    let chapters = engine.chapters(id).await.unwrap();
    let outlines: Vec<_> = chapters
        .iter()
        .map(|chapter| (&chapter.title, &chapter.outline))
        .collect();
    let texts = texts(engine, id).await;
    format!("{} {world:?} {outlines:?} {texts:?}", brief.premise)
}

#[tokio::test]
async fn everything_that_a_story_says_is_replaced_and_taken_back_at_once() {
    use SearchKind::{Entity, Outline, Relation, Rule, Story, Text};
    let (_folder, engine) = builtin().await;
    let (id, mara) = full_story(&engine).await;
    let before = said(&engine, id).await;
    let preview = preview(&engine, id, &pattern()).await;
    let parts: Vec<_> = preview
        .parts
        .iter()
        .map(|part| (part.kind, part.chapter, part.places))
        .collect();
    assert_eq!(
        parts,
        [
            (Story, None, 1),
            (Text, Some(1), 2),
            (Outline, Some(2), 2),
            (Text, Some(3), 1),
            (Entity, None, 2),
            (Relation, None, 1),
            (Rule, None, 1)
        ]
    );
    assert_eq!(
        (preview.matches.len(), preview.more, preview.places),
        (10, 0, 10)
    );
    let fields: Vec<_> = preview
        .matches
        .iter()
        .map(|one| one.field.as_str())
        .collect();
    assert_eq!(
        fields,
        [
            "Premise",
            "",
            "",
            "Title",
            "Beat 2",
            "",
            "Name",
            "Description",
            "Relation",
            "Rule"
        ]
    );
    let done = engine
        .replace(id, &pattern(), all_of(&preview))
        .await
        .unwrap();
    assert_eq!((done.changed, done.chapters, done.others), (10, 3, 4));
    let after = said(&engine, id).await;
    assert_eq!(after, before.replace("Mara", "Ines"));
    let chapter = engine.revisions(id, 1).await.unwrap();
    assert_eq!((chapter.len(), chapter[0].origin), (2, Origin::Person));
    for of in [
        VersionTarget::Brief,
        VersionTarget::Outline(2.into()),
        VersionTarget::Part(domain::PartId::Entity(mara)),
    ] {
        let history = engine.versions(id, of, 10, None).await.unwrap().items;
        assert!(
            history[0].current && history[0].by == domain::Author::Person,
            "{history:?}"
        );
    }
    let found = engine.search(Some(id), "ines", 20, None).await.unwrap();
    assert_eq!(found.items.len(), 7);

    let undone = engine.undo_replacement(id, done.undo).await.unwrap();
    assert_eq!(
        (undone.restored, undone.kept.len(), undone.in_trash.len()),
        (7, 0, 0)
    );
    assert_eq!(said(&engine, id).await, before);
    let again = sentence(engine.undo_replacement(id, done.undo).await, "conflict");
    assert!(again.contains("already undone"), "{again}");
}

#[tokio::test]
async fn only_chosen_places_are_replaced() {
    let (_folder, engine) = builtin().await;
    let id = marastory(&engine).await;
    let ids = |ids: &[&String]| ids.iter().map(|id| (*id).clone()).collect::<Vec<_>>();
    let mut stale = None;
    for (case, expected) in [
        ["Mara lit", "Ines’s", "Mara left"],
        ["Mara lit", "Mara’s", "Ines left"],
        ["Mara lit", "Ines’s", "Mara left"],
        ["Mara lit", "Ines’s", "Ines left"],
        ["Ines lit", "Mara’s", "Ines left"],
    ]
    .into_iter()
    .enumerate()
    {
        let found = preview(&engine, id, &pattern()).await;
        let [first, second, third] = &found.matches[..] else {
            panic!("{found:?}")
        };
        assert_eq!(
            (&*second.before, &*second.found, &*second.after),
            ("", "Mara", "’s hand shook.")
        );
        let all = PlaceChoice::default();
        let choice = match case {
            0 => PlaceChoice {
                only: Some(ids(&[&second.id])),
                ..all
            },
            1 => PlaceChoice {
                only: Some(ids(&[&third.part])),
                ..all
            },
            2 => PlaceChoice {
                only: Some(ids(&[&first.part])),
                except: ids(&[&first.id]),
                ..all
            },
            3 => PlaceChoice {
                except: ids(&[&first.id]),
                ..all
            },
            _ => PlaceChoice {
                except: ids(&[&first.part]),
                also: ids(&[&first.id]),
                ..all
            },
        };
        let done = engine
            .replace(id, &pattern(), choice.clone())
            .await
            .unwrap();
        let now = texts(&engine, id).await.join(" ");
        for part in expected {
            assert!(now.contains(part), "{choice:?}: {now}");
        }
        engine.undo_replacement(id, done.undo).await.unwrap();
        stale.get_or_insert((choice, first.id.clone()));
    }
    // The chapter has another version by now: ids of its places mean nothing.
    let (choice, id_then) = stale.unwrap();
    let refused = sentence(engine.replace(id, &pattern(), choice).await, "conflict");
    assert!(refused.starts_with("Chapter 1 changed"), "{refused}");
    let page = engine
        .preview_replacement(id, &pattern(), Some(id_then))
        .await;
    let refused = sentence(page, "conflict");
    assert!(refused.contains("not there any more"), "{refused}");
    let nothing = PlaceChoice {
        only: Some(Vec::new()),
        ..PlaceChoice::default()
    };
    let refused = sentence(engine.replace(id, &pattern(), nothing).await, "invalid");
    assert!(refused.contains("Nothing would be changed"), "{refused}");
}

#[tokio::test]
async fn what_changed_since_the_preview_keeps_all_as_it_is() {
    let (_folder, engine) = builtin().await;
    let id = marastory(&engine).await;
    let found = preview(&engine, id, &pattern()).await;
    save(&engine, id, 3, "At dusk, Mara came back.").await;
    let before = texts(&engine, id).await;
    let refused = sentence(
        engine.replace(id, &pattern(), all_of(&found)).await,
        "conflict",
    );
    assert!(refused.starts_with("The story changed"), "{refused}");
    // A chapter that had no place then has one now.
    let found = preview(&engine, id, &pattern()).await;
    save(&engine, id, 2, "Mara slept.").await;
    sentence(
        engine.replace(id, &pattern(), all_of(&found)).await,
        "conflict",
    );
    let now = texts(&engine, id).await;
    assert_eq!((&now[0], &now[2]), (&before[0], &before[2]));
    assert_eq!(engine.revisions(id, 1).await.unwrap().len(), 1);
    // What has no place may change.
    let found = preview(&engine, id, &pattern()).await;
    person(&engine, id, "Peter").await;
    engine
        .replace(id, &pattern(), all_of(&found))
        .await
        .unwrap();
}

#[tokio::test]
async fn what_was_changed_since_is_not_taken_back_and_the_trash_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path(), Arc::new(BuiltIn::new(0.0)), 0).await;
    let id = marastory(&engine).await;
    let all = PlaceChoice::default();
    let done = engine.replace(id, &pattern(), all.clone()).await.unwrap();
    save(&engine, id, 3, "Ines stayed.").await;
    let entry = delete_chapter(&engine, id, 1).await;
    let undone = engine.undo_replacement(id, done.undo).await.unwrap();
    let kept: Vec<_> = undone.kept.iter().map(|part| part.chapter).collect();
    assert_eq!((undone.restored, kept), (0, vec![Some(2)]));
    assert_eq!(undone.in_trash[0].heading, "Chapter 1");
    let listed = engine.replacements(id, 10, None).await.unwrap().items;
    assert_eq!(listed[0].undone_at, None, "the rest can be taken back");
    let nothing = engine
        .undo_replacement(id, ReplacementId(Uuid::nil()))
        .await;
    assert!(matches!(nothing, Err(Error::NotFound("replacement"))));
    engine.restore_trashed(entry).await.unwrap();
    let undone = engine.undo_replacement(id, done.undo).await.unwrap();
    assert_eq!((undone.restored, undone.kept.len()), (1, 0));
    assert_eq!(
        text(&engine, id, 1).await,
        "Mara lit the lamp. Mara’s hand shook."
    );
    assert_eq!(text(&engine, id, 3).await, "Ines stayed.");
    engine.shut_down().await;
}

#[tokio::test]
async fn what_cannot_be_replaced_is_told_in_a_sentence() {
    let (_folder, engine) = builtin().await;
    let id = marastory(&engine).await;
    let typed = |find: &str, replace: &str, regex| ReplacePattern {
        find: find.to_owned(),
        replace: replace.to_owned(),
        match_case: true,
        regex,
        whole_words: false,
    };
    let all = PlaceChoice::default();
    let premise = engine.story(id).await.unwrap().brief.premise;
    let mara = person(&engine, id, "Mara").await;
    person(&engine, id, "Ines").await;
    for (pattern, says) in [
        (typed("", "x", false), "Enter what to find"),
        (typed("(", "x", true), "unclosed group"),
        (typed(&"x".repeat(501), "", false), "at most 500"),
        (typed("Mara", "Mara", false), "Nothing would be changed"),
        (typed("zebra", "x", false), "found nowhere"),
        (
            typed(&premise, "", false),
            "the brief can’t be changed like this. Enter a premise",
        ),
        (
            typed("Mara", "", false),
            "“Mara” can’t be changed like this. A name is missing",
        ),
        (
            typed("Mara", "Ines", false),
            "already has an entry named “Ines”",
        ),
    ] {
        let refused = engine.replace(id, &pattern, all.clone()).await;
        let refused = sentence(refused, "invalid");
        assert!(refused.contains(says), "{refused}");
    }
    let taken = NewName {
        name: "ines".to_owned(),
        ..NewName::default()
    };
    let refused = engine.rename(id, mara, taken, all.clone()).await;
    assert!(sentence(refused, "invalid").contains("already has an entry"));
    save(&engine, id, 2, &"ab ".repeat(20_001)).await;
    let many = typed("ab", "x", false);
    let refused = sentence(engine.preview_replacement(id, &many, None).await, "invalid");
    assert!(refused.contains("more than 20,000 times"), "{refused}");
    let huge = typed("(?s).+", &"$0".repeat(1_000), true);
    let refused = sentence(engine.preview_replacement(id, &huge, None).await, "invalid");
    assert!(refused.contains("much too long"), "{refused}");
    save(&engine, id, 2, &"ab ".repeat(600)).await;
    let first = preview(&engine, id, &many).await;
    assert_eq!((first.matches.len(), first.more), (500, 100));
    assert_eq!((first.parts[0].places, first.places), (600, 600));
    let after = first.matches.last().map(|last| last.id.clone());
    let second = engine.preview_replacement(id, &many, after).await.unwrap();
    assert_eq!(
        (second.matches.len(), second.more, second.places),
        (100, 0, 600)
    );
    let groups = typed(r"(\w+) lit (the \w+)", "$2 lit $1", true);
    engine.replace(id, &groups, all).await.unwrap();
    assert!(text(&engine, id, 1).await.starts_with("the lamp lit Mara."));
}

#[tokio::test]
async fn a_run_that_writes_the_chapter_offers_its_text_beside_the_replacement() {
    let (_folder, engine, mut script) = scripted().await;
    let id = marastory(&engine).await;
    let run = NewRun {
        mode: Some(domain::WriteMode::StartOver),
        ..NewRun::chapter(3)
    };
    let run = engine.start(id, run, None).await.unwrap();
    // The steps before the chapter's are played, until the run has begun to write it.
    let is_drafting = until(&engine, run.id, |run| {
        run.steps
            .iter()
            .any(|step| step.chapter == Some(3) && step.stage.is_some())
    });
    tokio::select! {
        _ = is_drafting => {}
        () = async { loop { script.next_call().await.play().await } } => unreachable!(),
    }
    let all = PlaceChoice::default();
    let done = engine.replace(id, &pattern(), all).await.unwrap();
    assert_eq!(done.chapters, 2);
    let play = async {
        loop {
            script.next_call().await.play().await;
        }
    };
    tokio::select! {
        run = ended(&engine, run.id) => assert_eq!(run.status, domain::Status::Succeeded),
        () = play => unreachable!(),
    }
    assert_eq!(text(&engine, id, 3).await, "At dawn, Ines left.");
    let history = engine.revisions(id, 3).await.unwrap();
    assert!(
        history
            .iter()
            .any(|revision| revision.kind == domain::RevisionKind::Candidate)
    );
    engine.shut_down().await;
}
