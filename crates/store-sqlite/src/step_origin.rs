//! A step as it was asked for, beside its chapter as it is now.

use super::SqliteStore;
use domain::{StepId, WriteMode};
use sqlite_rows::rows;
use store::ChapterStepState;
use store::Result;

/// A step's chapter, its revision and whether it was finished when the run was asked for, and the run's mode.
type OriginRow = (Option<String>, Option<String>, bool, Option<String>);

impl SqliteStore {
    pub(super) async fn step_origin_(&self, step: StepId) -> Result<Option<ChapterStepState>> {
        let mut tx = self.database.readers.begin().await?;
        let row: Option<OriginRow> = sqlx::query_as(
            "SELECT t.chapter_id, t.asked_revision, t.asked_finished, r.mode FROM steps t \
             JOIN runs r ON r.id = t.run_id WHERE t.id = ? AND t.kind = 'chapter'",
        )
        .bind(step.to_string())
        .fetch_optional(&mut *tx)
        .await?;
        let Some((Some(chapter), asked_revision, asked_finished, mode)) = row else {
            return Ok(None);
        };
        let text_by_person = sqlx::query_scalar("SELECT text_by_person FROM chapters WHERE id = ?")
            .bind(&chapter)
            .fetch_one(&mut *tx)
            .await?;
        let chapter = super::chapters::load_by_id(&mut tx, rows::id(&chapter)?).await?;
        let chapter = super::revisions::stored_state(&mut tx, chapter).await?;
        Ok(Some(ChapterStepState {
            asked_revision: asked_revision.as_deref().map(rows::id).transpose()?,
            asked_finished,
            text_by_person,
            mode: mode.as_deref().and_then(WriteMode::parse),
            chapter,
        }))
    }
}
