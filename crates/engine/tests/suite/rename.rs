//! Another name for somebody, everywhere in a story.

use crate::{
    replace::{full_story, person, said, save, sentence},
    support::builtin,
};
use domain::{EntityId, NameForm, NewName, PlaceChoice};
use engine::Error;
use uuid::Uuid;

#[tokio::test]
async fn somebody_gets_another_name_everywhere_and_it_back_again() {
    let (_folder, engine) = builtin().await;
    let (id, _) = full_story(&engine).await;
    let holm = person(&engine, id, "Tamara Holm").await;
    person(&engine, id, "Erik Holm").await;
    save(
        &engine,
        id,
        1,
        "Mara saw Tamara Holm. Tamara’s brother, Erik Holm, slept. Tam woke.",
    )
    .await;
    let before = said(&engine, id).await;
    let new = NewName {
        name: " Elsa Berg\n".to_owned(),
        aliases: vec![NameForm {
            name: "Tam".to_owned(),
            becomes: None,
        }],
    };
    let found = engine
        .preview_rename(id, holm, new.clone(), None)
        .await
        .unwrap();
    let names: Vec<_> = found
        .names
        .iter()
        .map(|form| (&*form.name, form.becomes.as_deref()))
        .collect();
    assert_eq!(
        names,
        [
            ("Tamara Holm", Some("Elsa Berg")),
            ("Tamara", Some("Elsa")),
            ("Holm", Some("Berg")),
            ("Tam", Some("Elsa"))
        ]
    );
    let doubtful: Vec<_> = found
        .matches
        .iter()
        .filter(|one| one.doubt.is_some())
        .collect();
    assert!(
        doubtful.iter().all(|one| one.found == "Holm"),
        "{doubtful:?}"
    );
    assert_eq!(
        (found.doubtful as usize, doubtful.len()),
        (doubtful.len(), doubtful.len())
    );
    let choice = PlaceChoice {
        base: Some(found.base.clone()),
        ..PlaceChoice::default()
    };
    let done = engine.rename(id, holm, new, choice).await.unwrap();
    assert_eq!((&*done.find, &*done.replace), ("Tamara Holm", "Elsa Berg"));
    let now = said(&engine, id).await;
    assert!(
        now.contains("Mara saw Elsa Berg. Elsa’s brother, Erik Holm, slept. Elsa woke."),
        "{now}"
    );
    assert!(now.contains("Nobody came. Elsa slept."), "{now}");
    assert!(
        now.contains("Elsa Berg keeps the lamp.") && now.contains("name: \"Elsa Berg\""),
        "{now}"
    );
    assert!(!now.contains("Tamara"), "{now}");
    engine.undo_replacement(id, done.undo).await.unwrap();
    assert_eq!(said(&engine, id).await, before);
}

#[tokio::test]
async fn a_new_name_needs_words_and_somebody_who_has_it() {
    let (_folder, engine) = builtin().await;
    let (id, mara) = full_story(&engine).await;
    let empty = engine
        .preview_rename(id, mara, NewName::default(), None)
        .await;
    assert!(sentence(empty, "invalid").contains("A name is missing"));
    let nobody = EntityId(Uuid::nil());
    let new = NewName {
        name: "Elsa".to_owned(),
        ..NewName::default()
    };
    let missing = engine.preview_rename(id, nobody, new, None).await;
    assert!(matches!(missing, Err(Error::NotFound("entity"))));
}
