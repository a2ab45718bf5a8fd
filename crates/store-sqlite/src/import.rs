//! A manuscript becomes a story: one transaction.

use super::{
    SqliteStore, books, chapters, revisions, stories,
    tx::Durability,
    versions::{self, ChangeAuthor},
};
use async_trait::async_trait;
use domain::{BookDetails, ChapterId, Story, TextEdit};
use exchange::import::DraftChapter;
use sqlite_rows::version_values::VersionSubject;
use store::{ImportStore, Result, ids};

#[async_trait]
impl ImportStore for SqliteStore {
    async fn insert_imported(
        &self,
        story: &Story,
        book: &BookDetails,
        texts: &[DraftChapter],
    ) -> Result<Story> {
        let mut tx = self.begin(Durability::Durable).await?;
        stories::insert(tx.sql(), story).await?;
        for (number, draft) in (1_u32..).zip(texts) {
            let id = ChapterId(ids::new_id());
            sqlx::query("INSERT INTO chapters (id, story_id, number, title) VALUES (?, ?, ?, ?)")
                .bind(id.to_string())
                .bind(story.id.to_string())
                .bind(number)
                .bind(&draft.title)
                .execute(tx.sql())
                .await?;
            if draft.text.trim().is_empty() {
                continue;
            }
            let chapter = chapters::load_by_id(tx.sql(), id).await?;
            let edit = TextEdit {
                text: draft.text.clone(),
                finished: Some(true),
            };
            revisions::write(&mut tx, &chapter, &edit).await?;
        }
        if *book != BookDetails::default() {
            books::set_details(&mut tx, story.id, &BookDetails::default(), book).await?;
        }
        tx.touch_story(story.id).await?;
        let story = stories::load(tx.sql(), story.id).await?;
        versions::keep(
            &mut tx,
            story.id,
            VersionSubject::Brief(story.id),
            ChangeAuthor::Person,
            None,
            &versions::brief_of(&story),
        )
        .await?;
        tx.commit().await?;
        Ok(story)
    }
}
