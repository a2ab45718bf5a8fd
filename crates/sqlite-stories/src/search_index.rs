//! The index of the search.

use sqlx::SqlitePool;
use store::Result;

/// Makes the index again from the texts, as the migration made it.
pub async fn rebuild_index(writer: &SqlitePool) -> Result<()> {
    let mut tx = writer.begin().await?;
    for statement in [
        "DROP TABLE search_words",
        "CREATE VIRTUAL TABLE search_words USING fts5 (body, content = '', contentless_delete = 1, detail = none, \
         tokenize = 'trigram remove_diacritics 1')",
        "DELETE FROM search_docs",
        "INSERT INTO search_docs (story_id, kind, subject_id) \
         SELECT t.story_id, t.kind, t.subject_id FROM search_texts t",
    ] {
        sqlx::query(statement).execute(&mut *tx).await?;
    }
    tx.commit().await?;
    Ok(())
}
