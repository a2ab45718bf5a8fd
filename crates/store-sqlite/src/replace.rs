//! Replacing texts in many parts of a story in one transaction, and taking it back.

use super::{
    SqliteStore, chapters,
    replaced_parts::{self, ReplacedRow},
    stories,
    tx::{Durability, Tx},
    world_edit,
};
use async_trait::async_trait;
use domain::{
    Page, PartValue, Refusal, ReplacedPart, Replacement, ReplacementId, SearchKind, StoryId,
    StoryPart, Timestamp, UndoneReplacement, VersionValue, World,
};
use rules::world::check_part;
use sqlite_rows::{
    paging::{page, rows_for},
    rows,
};
use sqlite_stories::story_parts;
use sqlx::FromRow;
use std::collections::{HashMap, HashSet};
use store::{Error, NewReplacement, ReplaceStore, Result, clock, ids};
use uuid::Uuid;

/// The parts of a story as they are now, by what names them.
struct Present {
    parts: HashMap<(SearchKind, Uuid), StoryPart>,
    world: World,
}

impl Present {
    async fn load(tx: &mut Tx<'_>, story: StoryId) -> Result<Self> {
        let parts = story_parts::load(tx.sql(), story).await?;
        let world = world_of(&parts);
        let parts = parts.into_iter();
        Ok(Self {
            parts: parts
                .map(|part| ((part.kind, part.subject), part))
                .collect(),
            world,
        })
    }

    /// What is there now in the place of each of these parts.
    fn before(&self, new: &[StoryPart]) -> Result<Vec<&StoryPart>> {
        let mut befores = Vec::with_capacity(new.len());
        let mut others: Vec<String> = Vec::new();
        for part in new {
            match self.parts.get(&(part.kind, part.subject)) {
                Some(before) if before.version == part.version => befores.push(before),
                _ if others.contains(&part.name()) => {}
                _ => others.push(part.name()),
            }
        }
        match others.is_empty() {
            true => Ok(befores),
            false => Err(Refusal::ChangedSincePreview(others).into()),
        }
    }

    /// Lets a part of the world become another. Two entries can exchange their names.
    fn check(&self, new: &[StoryPart]) -> Result<()> {
        let mut world = self.world.clone();
        let changed = |part: &StoryPart| match &part.value {
            PartValue::Version(VersionValue::Part(part)) => Some(part.clone()),
            _ => None,
        };
        let changed: Vec<_> = new.iter().filter_map(changed).collect();
        for part in &changed {
            if let domain::WorldPart::Entity(entity) = part
                && let Some(known) = world
                    .entities
                    .iter_mut()
                    .find(|known| known.id == entity.id)
            {
                known.clone_from(entity);
            }
        }
        Ok(changed
            .iter()
            .try_for_each(|part| check_part(&world, part))?)
    }
}

fn world_of(parts: &[StoryPart]) -> World {
    let mut world = World::default();
    for part in parts {
        let PartValue::Version(VersionValue::Part(part)) = &part.value else {
            continue;
        };
        match part.clone() {
            domain::WorldPart::Entity(entity) => world.entities.push(entity),
            domain::WorldPart::Relation(tie) => world.relations.push(tie),
            domain::WorldPart::Rule(rule) => world.rules.push(rule),
            domain::WorldPart::Fact(fact) => world.facts.push(fact),
        }
    }
    world
}

/// Tells of every chapter and of the world that changed.
async fn announce(tx: &mut Tx<'_>, story: StoryId, changed: &[(SearchKind, Uuid)]) -> Result<()> {
    let mut chapters_told = HashSet::new();
    let mut is_world = false;
    for (kind, subject) in changed {
        match kind {
            SearchKind::Outline | SearchKind::Text | SearchKind::Summary => {
                if chapters_told.insert(*subject) {
                    let id = domain::ChapterId(*subject);
                    let chapter = chapters::load_by_id(tx.sql(), id).await?;
                    let (number, revision) = (chapter.number, chapter.revision);
                    tx.emit_chapter(story, number, revision, chapter.state)
                        .await?;
                }
            }
            SearchKind::Story => {}
            _ => is_world = true,
        }
    }
    match is_world {
        true => world_edit::emit_world(tx, story).await,
        false => tx.touch_story(story).await,
    }
}

#[derive(FromRow)]
struct ReplacementRow {
    id: String,
    find: String,
    replacement: String,
    places: u32,
    chapters: u32,
    others: u32,
    made_at: i64,
    undone_at: Option<i64>,
}

impl ReplacementRow {
    fn read(self) -> Result<Replacement> {
        Ok(Replacement {
            undo: rows::id(&self.id)?,
            find: self.find,
            replace: self.replacement,
            changed: self.places,
            chapters: self.chapters,
            others: self.others,
            made_at: Timestamp(self.made_at),
            undone_at: self.undone_at.map(Timestamp),
        })
    }
}

macro_rules! select_replacement {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.find, r.replacement, r.places, r.made_at, r.undone_at, \
             (SELECT COUNT(DISTINCT p.subject_id) FROM replaced_parts p WHERE p.replacement_id = r.id \
               AND p.kind IN ('outline', 'text', 'summary')) AS chapters, \
             (SELECT COUNT(*) FROM replaced_parts p WHERE p.replacement_id = r.id \
               AND p.kind NOT IN ('outline', 'text', 'summary')) AS others \
             FROM replacements r ",
            $rest
        )
    };
}

async fn load(tx: &mut Tx<'_>, story: StoryId, id: ReplacementId) -> Result<Replacement> {
    sqlx::query_as::<_, ReplacementRow>(select_replacement!("WHERE r.id = ? AND r.story_id = ?"))
        .bind(id.to_string())
        .bind(story.to_string())
        .fetch_optional(tx.sql())
        .await?
        .ok_or(Error::NotFound("replacement"))?
        .read()
}

/// Gives one part back what it said before, where it still says what the replacement left.
async fn give_back(
    tx: &mut Tx<'_>,
    story: StoryId,
    present: &mut Present,
    row: &ReplacedRow,
    undone: &mut UndoneReplacement,
) -> Result<Option<(SearchKind, Uuid)>> {
    let (kind, subject) = (row.kind()?, row.subject()?);
    let Some(now) = present.parts.get(&(kind, subject)).cloned() else {
        let heading = replaced_parts::heading_in_trash(tx, &row.subject_id).await?;
        match heading {
            Some(heading) => undone.in_trash.push(ReplacedPart {
                kind,
                subject,
                chapter: None,
                heading: if heading.is_empty() {
                    row.heading.clone()
                } else {
                    heading
                },
            }),
            None => undone.gone += 1,
        }
        return Ok(None);
    };
    let before = replaced_parts::former(tx, story, &now, row).await?;
    let may_return = before.as_ref().is_some_and(|before| {
        let back = StoryPart {
            value: before.clone(),
            ..now.clone()
        };
        kind == SearchKind::Text || present.check(&[back]).is_ok()
    });
    let (Some(before), true) = (before, may_return) else {
        undone.kept.push(ReplacedPart {
            kind,
            subject,
            chapter: now.chapter,
            heading: now.heading,
        });
        return Ok(None);
    };
    replaced_parts::give_back(tx, story, &now, &before, row).await?;
    if let (PartValue::Version(VersionValue::Part(domain::WorldPart::Entity(entity))), known) =
        (&before, &mut present.world.entities)
        && let Some(known) = known.iter_mut().find(|known| known.id == entity.id)
    {
        known.clone_from(entity);
    }
    undone.restored += 1;
    Ok(Some((kind, subject)))
}

#[async_trait]
impl ReplaceStore for SqliteStore {
    async fn story_parts(&self, story: StoryId) -> Result<Vec<StoryPart>> {
        let mut tx = self.database.readers.begin().await?;
        story_parts::load(&mut tx, story).await
    }

    async fn replace_parts(&self, story: StoryId, new: &NewReplacement) -> Result<Replacement> {
        let mut tx = self.begin(Durability::Durable).await?;
        let present = Present::load(&mut tx, story).await?;
        let befores = present.before(&new.parts)?;
        present.check(&new.parts)?;
        let id = ReplacementId(ids::new_id());
        sqlx::query(
            "INSERT INTO replacements (id, story_id, find, replacement, places, made_at) VALUES (?, ?, ?, ?, ?, ?)",
        )
        .bind(id.to_string())
        .bind(story.to_string())
        .bind(&new.find)
        .bind(&new.replace)
        .bind(new.places)
        .bind(clock::now().millis())
        .execute(tx.sql())
        .await?;
        for (part, before) in new.parts.iter().zip(befores) {
            replaced_parts::write(&mut tx, story, id, before, part).await?;
        }
        let changed: Vec<_> = new
            .parts
            .iter()
            .map(|part| (part.kind, part.subject))
            .collect();
        announce(&mut tx, story, &changed).await?;
        let made = load(&mut tx, story, id).await?;
        tx.commit().await?;
        Ok(made)
    }

    async fn undo_replacement(
        &self,
        story: StoryId,
        id: ReplacementId,
    ) -> Result<UndoneReplacement> {
        let mut tx = self.begin(Durability::Durable).await?;
        stories::load(tx.sql(), story).await?;
        if load(&mut tx, story, id).await?.undone_at.is_some() {
            return Err(Refusal::ReplacementUndone.into());
        }
        let mut present = Present::load(&mut tx, story).await?;
        let (mut undone, mut changed) = (UndoneReplacement::default(), Vec::new());
        for row in replaced_parts::open(&mut tx, id).await? {
            let in_trash = undone.in_trash.len();
            changed.extend(give_back(&mut tx, story, &mut present, &row, &mut undone).await?);
            if undone.in_trash.len() == in_trash {
                replaced_parts::settle(&mut tx, id, &row).await?;
            }
        }
        if undone.in_trash.is_empty() {
            sqlx::query("UPDATE replacements SET undone_at = ? WHERE id = ?")
                .bind(clock::now().millis())
                .bind(id.to_string())
                .execute(tx.sql())
                .await?;
        }
        announce(&mut tx, story, &changed).await?;
        tx.commit().await?;
        Ok(undone)
    }

    async fn replacements(
        &self,
        story: StoryId,
        limit: u32,
        after: Option<ReplacementId>,
    ) -> Result<Page<Replacement>> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        let items = sqlx::query_as::<_, ReplacementRow>(select_replacement!(
            "WHERE r.story_id = ?1 AND (?2 IS NULL OR r.id < ?2) ORDER BY r.id DESC LIMIT ?3"
        ))
        .bind(story.to_string())
        .bind(after.map(|id| id.to_string()))
        .bind(rows_for(limit))
        .fetch_all(&mut *tx)
        .await?
        .into_iter()
        .map(ReplacementRow::read)
        .collect::<Result<Vec<_>>>()?;
        Ok(page(items, limit, |item| item.undo.to_string()))
    }
}
