//! A whole story as rows: which tables belong to a story, the database says itself, so that none can be forgotten.

use super::{SqliteStore, import, stories, tx::Durability};
use async_trait::async_trait;
use domain::StoryId;
use futures::TryStreamExt as _;
use sqlite_rows::readable::Lossy;
use sqlite_stories::{
    new_rows::NewRows,
    repair,
    story_tables::{COLUMNS_LEFT_OUT, StoryTable, fields_of, story_tables},
};
use sqlx::{AssertSqlSafe, Row as _};
use std::collections::{BTreeSet, HashMap};
use store::{ExportedRow, ImportedRows, Result, RowsPurpose, StoryRowStore};
use tokio::sync::mpsc;

#[async_trait]
impl StoryRowStore for SqliteStore {
    async fn send_story_rows(&self, story: StoryId, to: mpsc::Sender<ExportedRow>) -> Result<()> {
        let mut tx = self.database.readers.begin().await?;
        stories::load(&mut tx, story).await?;
        for StoryTable { mut table, rows } in story_tables(&mut tx).await? {
            let name = table.name.clone();
            table
                .columns
                .retain(|column| !COLUMNS_LEFT_OUT.contains(&(name.as_str(), column.as_str())));
            let keys: Vec<String> = (1..=table.columns.len()).map(|at| at.to_string()).collect();
            let order = match &table.key {
                Some(key) => format!("\"{key}\""),
                None => keys.join(", "),
            };
            let columns: Vec<_> = table.columns.iter().map(|it| format!("\"{it}\"")).collect();
            let statement = format!(
                "SELECT {} FROM (SELECT {} FROM \"{name}\" WHERE {rows} ORDER BY {order})",
                table.as_json(),
                columns.join(", "),
            );
            let query = sqlx::query(AssertSqlSafe(statement)).bind(story.to_string());
            let mut found = query.fetch(&mut *tx);
            while let Some(row) = found.try_next().await? {
                let Lossy(stored) = row.try_get(0)?;
                let row = ExportedRow {
                    table: name.clone(),
                    fields: fields_of(&name, &stored)?,
                };
                if to.send(row).await.is_err() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    async fn receive_story_rows(
        &self,
        mut rows: mpsc::Receiver<ExportedRow>,
        ids: BTreeSet<String>,
        purpose: RowsPurpose,
    ) -> Result<ImportedRows> {
        let mut tx = self.begin(Durability::Durable).await?;
        if let RowsPurpose::Accept { import, .. } = &purpose {
            import::check_version(&mut tx, import.0, import.1).await?;
        }
        // Rows may come before those that they refer to; what is missing in the end is found then.
        sqlx::query("PRAGMA defer_foreign_keys = ON")
            .execute(tx.sql())
            .await?;
        let fresh: HashMap<String, String> = ids
            .into_iter()
            .map(|old| (old, store::ids::new_id().to_string()))
            .collect();
        let tables = story_tables(tx.sql()).await?;
        let mut inserter = NewRows::new(&tables, fresh);
        while let Some(row) = rows.recv().await {
            inserter.insert(&mut tx, &row).await?;
        }
        let (story, losses) = inserter.finish();
        let made = repair::story(&mut tx, &tables, story, losses).await?;
        let RowsPurpose::Accept { import, title } = purpose else {
            return Ok(made);
        };
        if let Some(title) = title {
            sqlx::query("UPDATE stories SET title = ? WHERE id = ?")
                .bind(title)
                .bind(made.story.id.to_string())
                .execute(tx.sql())
                .await?;
        }
        import::finish(&mut tx, import.0, made.story.id).await?;
        tx.touch_story(made.story.id).await?;
        let story = stories::load(tx.sql(), made.story.id).await?;
        tx.commit().await?;
        Ok(ImportedRows { story, ..made })
    }
}
