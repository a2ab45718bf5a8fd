//! The names of stories, and of the chapters and the entities of one of them.

use super::{SqliteStore, stories};
use async_trait::async_trait;
use domain::{EntityKind, NameKind, NameMatch, StoryId};
use sqlite_rows::{readable::Lossy, rows};
use sqlx::FromRow;
use store::{NameStore, Result};

#[derive(FromRow)]
struct NameRow {
    id: String,
    story_id: String,
    name: Lossy,
    number: Option<u32>,
    entity: Option<String>,
}

impl NameRow {
    fn read(self) -> Result<NameMatch> {
        let kind = match (&self.number, &self.entity) {
            (Some(_), _) => NameKind::Chapter,
            (None, Some(_)) => NameKind::Entity,
            (None, None) => NameKind::Story,
        };
        Ok(NameMatch {
            kind,
            id: rows::id(&self.id)?,
            story: rows::id(&self.story_id)?,
            name: self.name.0,
            number: self.number,
            entity: self
                .entity
                .map(|kind| EntityKind::parse(&kind).unwrap_or(EntityKind::Idea)),
        })
    }
}

#[async_trait]
impl NameStore for SqliteStore {
    async fn names(&self, story: Option<StoryId>) -> Result<Vec<NameMatch>> {
        let mut tx = self.database.readers.begin().await?;
        let mut named: Vec<NameRow> = Vec::new();
        if let Some(story) = story {
            stories::load(&mut tx, story).await?;
            for of_story in [
                "SELECT id, story_id, title AS name, number, NULL AS entity FROM chapters \
                 WHERE story_id = ? ORDER BY number",
                "SELECT id, story_id, name, NULL AS number, kind AS entity FROM entities \
                 WHERE story_id = ? ORDER BY id",
            ] {
                let found = sqlx::query_as(of_story).bind(story.to_string());
                named.extend(found.fetch_all(&mut *tx).await?);
            }
        }
        let stories = sqlx::query_as(
            "SELECT id, id AS story_id, title AS name, NULL AS number, NULL AS entity FROM stories WHERE copying = 0 \
             ORDER BY updated_at DESC, id DESC",
        );
        named.extend(stories.fetch_all(&mut *tx).await?);
        named.into_iter().map(NameRow::read).collect()
    }
}
