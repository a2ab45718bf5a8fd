//! After all rows are there: nothing refers to what is missing, chapters are numbered without gaps, and a story it is.

use crate::{load_book as books, load_chapter as chapters, load_story as stories};
use crate::{new_rows::RowLosses, story_tables::StoryTable};
use domain::{StoryId, story::MAX_CHAPTERS};
use exchange::import::{DraftChapter, Manuscript};
use sqlite_rows::{readable::Lossy, rows, tables::OnDelete};
use sqlx::{AssertSqlSafe, SqliteConnection};
use store::{Error, ImportedRows, Result};

/// What a story is called whose own row can't be read.
const TITLE: &str = "Imported story";

/// The story that was made, as it can be read now.
pub async fn story(
    sql: &mut SqliteConnection,
    tables: &[StoryTable],
    id: Option<String>,
    mut losses: RowLosses,
) -> Result<ImportedRows> {
    let Some(id) = id else {
        return Err(Error::Invalid(
            "The file says nothing of the story itself: its list “stories” has no entry that can be read. Export the \
             story again."
                .to_owned(),
        ));
    };
    let id: StoryId = rows::id(&id)?;
    remove_orphans(sql, tables, &mut losses).await?;
    number_chapters(sql, id, &mut losses).await?;
    unset_missing_texts(sql, id, &mut losses).await?;
    let story = stories::load(&mut *sql, id).await?;
    if story.title.trim().is_empty() {
        sqlx::query("UPDATE stories SET title = ? WHERE id = ?")
            .bind(TITLE)
            .bind(id.to_string())
            .execute(&mut *sql)
            .await?;
    }
    let manuscript = manuscript(sql, id).await?;
    let story = stories::load(&mut *sql, id).await?;
    Ok(ImportedRows {
        story,
        manuscript,
        losses: losses.listed,
        losses_not_listed: losses.not_listed,
    })
}

/// Removes rows whose parent is missing, parents first, as if it had been deleted.
async fn remove_orphans(
    sql: &mut SqliteConnection,
    tables: &[StoryTable],
    losses: &mut RowLosses,
) -> Result<()> {
    for StoryTable { table, .. } in tables {
        for one in &table.references {
            let (name, column, parent, target) =
                (&table.name, &one.column, &one.parent, &one.target);
            let orphans = format!(
                "WHERE \"{column}\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"{parent}\" p \
                 WHERE p.\"{target}\" = \"{name}\".\"{column}\")"
            );
            let statement = match one.deletes {
                OnDelete::Column => format!("UPDATE \"{name}\" SET \"{column}\" = NULL {orphans}"),
                OnDelete::Row | OnDelete::Nothing => format!("DELETE FROM \"{name}\" {orphans}"),
            };
            let done = sqlx::query(AssertSqlSafe(statement))
                .execute(&mut *sql)
                .await?;
            match (done.rows_affected(), one.deletes) {
                (0, _) => {}
                (count, OnDelete::Column) => losses.add(
                    name,
                    0,
                    format!("{count} of them referred to something in “{parent}” that is not in the file."),
                ),
                (count, _) => losses.add(
                    name,
                    0,
                    format!("{count} of them belong to something in “{parent}” that is not in the file."),
                ),
            }
        }
    }
    Ok(())
}

/// Numbers the chapters from 1 without gaps, in the order that they have.
async fn number_chapters(
    sql: &mut SqliteConnection,
    story: StoryId,
    losses: &mut RowLosses,
) -> Result<()> {
    let ids: Vec<(String, i64)> =
        sqlx::query_as("SELECT id, number FROM chapters WHERE story_id = ? ORDER BY number, id")
            .bind(story.to_string())
            .fetch_all(&mut *sql)
            .await?;
    let most = MAX_CHAPTERS as usize;
    for (id, _) in ids.iter().skip(most) {
        sqlx::query("DELETE FROM chapters WHERE id = ?")
            .bind(id)
            .execute(&mut *sql)
            .await?;
    }
    if ids.len() > most {
        let text = format!("A story can have {MAX_CHAPTERS} chapters; the others were left out.");
        losses.add("chapters", 0, text);
    }
    let is_gapless = (1_i64..).zip(&ids).all(|(is, (_, was))| is == *was);
    if is_gapless {
        return Ok(());
    }
    // Two steps: no number is there twice at any time.
    for sign in [-1_i64, 1] {
        for (number, (id, _)) in (1_i64..).zip(ids.iter().take(most)) {
            sqlx::query("UPDATE chapters SET number = ? WHERE id = ?")
                .bind(number * sign)
                .bind(id)
                .execute(&mut *sql)
                .await?;
        }
    }
    losses.add("chapters", 0, "They were numbered anew.".to_owned());
    Ok(())
}

/// A chapter whose text is not in the file has its newest one; without any, it is empty.
async fn unset_missing_texts(
    sql: &mut SqliteConnection,
    story: StoryId,
    losses: &mut RowLosses,
) -> Result<()> {
    let done = sqlx::query(
        "UPDATE chapters SET revision_id = (SELECT MAX(r.id) FROM revisions r \
           WHERE r.chapter_id = chapters.id AND r.kind <> 'candidate') \
         WHERE story_id = ?1 AND revision_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM revisions r \
           WHERE r.id = chapters.revision_id AND r.chapter_id = chapters.id)",
    )
    .bind(story.to_string())
    .execute(&mut *sql)
    .await?;
    if done.rows_affected() > 0 {
        let text = format!(
            "The present text of {} of them is not in the file; an earlier one takes its place.",
            done.rows_affected()
        );
        losses.add("chapters", 0, text);
    }
    sqlx::query(
        "UPDATE chapters SET state = 'empty', words = 0 WHERE story_id = ? AND revision_id IS NULL AND state <> 'empty'",
    )
    .bind(story.to_string())
    .execute(&mut *sql)
    .await?;
    sqlx::query("UPDATE books SET cover_id = NULL WHERE story_id = ?1 AND cover_id NOT IN (SELECT id FROM covers WHERE story_id = ?1)")
        .bind(story.to_string())
        .execute(&mut *sql)
        .await?;
    Ok(())
}

/// The chapters with their present texts, for a preview.
async fn manuscript(sql: &mut SqliteConnection, id: StoryId) -> Result<Manuscript> {
    let story = stories::load(&mut *sql, id).await?;
    let book = books::load(&mut *sql, id).await?;
    let mut read = Vec::new();
    for chapter in chapters::load_all(&mut *sql, id).await? {
        let text: Option<Lossy> = sqlx::query_scalar("SELECT text FROM revisions WHERE id = ?")
            .bind(chapter.revision.map(|revision| revision.to_string()))
            .fetch_optional(&mut *sql)
            .await?;
        read.push(DraftChapter {
            title: chapter.title,
            text: text.map(|text| text.0).unwrap_or_default(),
            left_out: false,
        });
    }
    Ok(Manuscript {
        title: story.title,
        author: book.details.author,
        language: Some(story.brief.language),
        chapters: read,
        ..Manuscript::default()
    })
}
