//! How each kind of thing comes back.

use crate::{
    chapters, stories,
    tx::Tx,
    versions::{self, ChangeAuthor},
    world, world_edit,
};
use domain::{
    ChapterId, Entity, EntityId, EventBody, FactId, PartId, RestoreNote, Restored, StoryId,
    TrashKind, VersionValue, WorldPart,
};
use rules::{
    trash::{check_ends, free_name, restored_number},
    world::is_name_taken,
};
use sqlite_rows::{rows as read, version_values::VersionSubject};
use sqlite_stories::numbers;
use sqlite_stories::{trash_entry::EntryRow, trash_rows as rows};
use store::{Error, Result};

/// Brings an entry back, and tells what came of it.
pub(super) async fn restore(tx: &mut Tx<'_>, entry: &EntryRow) -> Result<Restored> {
    let kind = entry.kind()?;
    match kind {
        TrashKind::Story => {
            rows::put_back(tx, &entry.id).await?;
            let story = stories::load(tx.sql(), entry.story()?).await?;
            Ok(plain(kind, story.id, story.title))
        }
        TrashKind::Chapter => chapter(tx, entry).await,
        TrashKind::Entity => entity(tx, entry).await,
        TrashKind::Relation => relation(tx, entry).await,
        TrashKind::Rule => {
            rows::put_back(tx, &entry.id).await?;
            announce_world(tx, plain(kind, entry.story()?, entry.title.clone())).await
        }
        TrashKind::Fact => fact(tx, entry).await,
    }
}

fn plain(kind: TrashKind, story: StoryId, title: String) -> Restored {
    Restored {
        kind,
        story,
        title,
        chapter: None,
        entity: None,
        note: None,
    }
}

/// The same, and open pages hear that the world changed.
async fn announce_world(tx: &mut Tx<'_>, restored: Restored) -> Result<Restored> {
    let story = restored.story;
    tx.emit(EventBody::World { story }).await?;
    Ok(restored)
}

/// A chapter comes back at its number where the story still has that many, else at the end.
async fn chapter(tx: &mut Tx<'_>, entry: &EntryRow) -> Result<Restored> {
    let story = entry.story()?;
    let chapters = stories::load(tx.sql(), story).await?.chapters;
    let was: u32 = sqlx::query_scalar(
        "SELECT content ->> '$.number' FROM trash_rows WHERE trash_id = ? AND table_name = 'chapters'",
    )
    .bind(&entry.id)
    .fetch_one(tx.sql())
    .await?;
    let (number, note) = restored_number(was, chapters)?;
    numbers::shift(tx, story, number, 1).await?;
    // A version that no chapter had yet, as for those that moved.
    let version = numbers::fresh_version(tx.sql(), story).await?;
    sqlx::query(
        "UPDATE trash_rows SET content = json_set(content, '$.number', ?2, '$.version', ?3) \
         WHERE trash_id = ?1 AND table_name = 'chapters'",
    )
    .bind(&entry.id)
    .bind(number)
    .bind(version)
    .execute(tx.sql())
    .await?;
    rows::put_back(tx, &entry.id).await?;
    let id: ChapterId = read::id(&entry.subject_id)?;
    let chapter = chapters::emit_changed(tx, id).await?;
    tx.emit_runs_of_story(story).await?;
    let restored = Restored {
        chapter: Some(number),
        note: note.map(|note| note.to_string()),
        ..plain(TrashKind::Chapter, story, chapter.heading())
    };
    announce_world(tx, restored).await
}

/// An entity whose name another one has by now comes back under a name of its own.
async fn entity(tx: &mut Tx<'_>, entry: &EntryRow) -> Result<Restored> {
    let story = entry.story()?;
    let id: EntityId = read::id(&entry.subject_id)?;
    let world = world::load(tx.sql(), story).await?;
    rows::put_back(tx, &entry.id).await?;
    let (WorldPart::Entity(entity), _) =
        world_edit::load(tx.sql(), story, PartId::Entity(id)).await?
    else {
        return Err(Error::NotFound("entity"));
    };
    let is_taken = |name: &str| is_name_taken(&world.entities, name);
    let (name, was) = (free_name(&entity.name, is_taken), entity.name.clone());
    let mut restored = Restored {
        entity: Some(id),
        ..plain(TrashKind::Entity, story, name.clone())
    };
    if name != was {
        let renamed = Entity { name, ..entity };
        let is = renamed.name.clone();
        restored.note = Some(RestoreNote::OtherName { was, is }.to_string());
        world_edit::write(tx, story, &WorldPart::Entity(renamed), ChangeAuthor::Person).await?;
    }
    announce_world(tx, restored).await
}

async fn relation(tx: &mut Tx<'_>, entry: &EntryRow) -> Result<Restored> {
    let missing: Option<Option<String>> = sqlx::query_scalar(
        "SELECT (SELECT o.content ->> '$.name' FROM trash_rows o WHERE o.key = ends.id AND o.table_name = 'entities') \
         FROM (SELECT content ->> '$.from_id' AS id FROM trash_rows WHERE trash_id = ?1 AND key = ?2 \
           UNION ALL SELECT content ->> '$.to_id' FROM trash_rows WHERE trash_id = ?1 AND key = ?2) ends \
         WHERE NOT EXISTS (SELECT 1 FROM entities e WHERE e.id = ends.id) LIMIT 1",
    )
    .bind(&entry.id)
    .bind(&entry.subject_id)
    .fetch_optional(tx.sql())
    .await?;
    check_ends(missing)?;
    rows::put_back(tx, &entry.id).await?;
    let restored = plain(TrashKind::Relation, entry.story()?, entry.title.clone());
    announce_world(tx, restored).await
}

/// A fact whose chapter is deleted comes back as one of the whole story.
async fn fact(tx: &mut Tx<'_>, entry: &EntryRow) -> Result<Restored> {
    let story = entry.story()?;
    let alone = sqlx::query(
        "UPDATE trash_rows SET content = json_set(content, '$.chapter_id', NULL) WHERE trash_id = ?1 \
         AND key = ?2 AND content ->> '$.chapter_id' IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM chapters c WHERE c.id = trash_rows.content ->> '$.chapter_id')",
    )
    .bind(&entry.id)
    .bind(&entry.subject_id)
    .execute(tx.sql())
    .await?
    .rows_affected()
        > 0;
    rows::put_back(tx, &entry.id).await?;
    // It was not to come back with the text of its chapter.
    sqlx::query(
        "DELETE FROM withdrawn_facts WHERE (chapter_id, text) IN \
         (SELECT chapter_id, text FROM facts WHERE id = ?)",
    )
    .bind(&entry.subject_id)
    .execute(tx.sql())
    .await?;
    let restored = Restored {
        note: alone.then(|| RestoreNote::WithoutChapter.to_string()),
        ..plain(TrashKind::Fact, story, entry.title.clone())
    };
    if alone {
        let id = PartId::Fact(FactId(read::id(&entry.subject_id)?));
        let (part, _) = world_edit::load(tx.sql(), story, id).await?;
        let value = VersionValue::Part(part);
        versions::keep(
            tx,
            story,
            VersionSubject::Part(id),
            ChangeAuthor::Person,
            None,
            &value,
        )
        .await?;
    }
    announce_world(tx, restored).await
}
