//! What a replacement changed, part by part: how it is written, kept and given back.

use super::{
    autosaves, chapters, dismissed,
    revisions::{self, DecidedBy},
    stories,
    tx::Tx,
    versions::{self, ChangeAuthor},
    world_edit,
};
use domain::{
    Chapter, ChapterId, ChapterState, ChapterSummary, Outline, PartValue, ReplacementId,
    RevisionId, SearchKind, StoryId, StoryPart, TitledBrief, VersionValue, WorldPart,
};
use rules::revision::{kind_of, restored_state, state_of};
use sqlite_rows::{
    readable::Lossy,
    rows,
    version_values::{self, VersionRow, VersionSubject},
};
use sqlite_stories::story_parts;
use sqlx::FromRow;
use store::{Error, Result};
use uuid::Uuid;

/// A part that a replacement changed, as stored.
#[derive(FromRow)]
pub(super) struct ReplacedRow {
    kind: String,
    pub(super) subject_id: String,
    pub(super) heading: String,
    /// A revision, or a value as JSON.
    before: String,
    after: String,
}

impl ReplacedRow {
    pub(super) fn kind(&self) -> Result<SearchKind> {
        SearchKind::parse(&self.kind).ok_or(Error::Corrupt("a kind of text"))
    }

    pub(super) fn subject(&self) -> Result<Uuid> {
        rows::id(&self.subject_id)
    }
}

/// The parts of a replacement that are not taken back yet.
pub(super) async fn open(tx: &mut Tx<'_>, id: ReplacementId) -> Result<Vec<ReplacedRow>> {
    Ok(sqlx::query_as(
        "SELECT p.kind, p.subject_id, p.heading, \
         COALESCE(p.before, p.old_value, '') AS before, COALESCE(p.after, p.new_value, '') AS after FROM replaced_parts p \
         LEFT JOIN chapters c ON c.id = p.subject_id \
         WHERE p.replacement_id = ? AND NOT p.is_settled ORDER BY c.number NULLS LAST, p.kind, p.subject_id",
    )
    .bind(id.to_string())
    .fetch_all(tx.sql())
    .await?)
}

/// Notes that a part is not to be taken back again.
pub(super) async fn settle(tx: &mut Tx<'_>, id: ReplacementId, row: &ReplacedRow) -> Result<()> {
    sqlx::query(
        "UPDATE replaced_parts SET is_settled = 1 WHERE replacement_id = ? AND kind = ? AND subject_id = ?",
    )
    .bind(id.to_string())
    .bind(&row.kind)
    .bind(&row.subject_id)
    .execute(tx.sql())
    .await?;
    Ok(())
}

/// What something in the trash is called there; `None` where it is not in the trash.
pub(super) async fn heading_in_trash(tx: &mut Tx<'_>, subject: &str) -> Result<Option<String>> {
    let heading: Option<Lossy> = sqlx::query_scalar(
        "SELECT iif(t.subject_id = r.key, t.title, '') FROM trash_rows r JOIN trash t ON t.id = r.trash_id \
         WHERE r.key = ? LIMIT 1",
    )
    .bind(subject)
    .fetch_optional(tx.sql())
    .await?;
    Ok(heading.map(|heading| heading.0))
}

/// Gives a part what it is to say, and keeps what it said before for the undo.
pub(super) async fn write(
    tx: &mut Tx<'_>,
    story: StoryId,
    id: ReplacementId,
    before: &StoryPart,
    after: &StoryPart,
) -> Result<()> {
    let (mut revisions, mut values) = ((None, None), (None, None));
    match &after.value {
        PartValue::Text(text) => {
            let chapter = chapters::load_by_id(tx.sql(), ChapterId(after.subject)).await?;
            let now = write_text(tx, &chapter, text).await?;
            let former = chapter.revision.ok_or(Error::Corrupt("a chapter's text"))?;
            revisions = (Some(former.to_string()), Some(now.to_string()));
        }
        value => {
            let former = encode(tx, story, &before.value).await?;
            values = (Some(former), Some(encode(tx, story, value).await?));
            write_value(tx, story, before, value).await?;
        }
    }
    sqlx::query(
        "INSERT INTO replaced_parts (replacement_id, kind, subject_id, heading, before, after, old_value, new_value) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(after.kind.as_str())
    .bind(after.subject.hyphenated().to_string())
    .bind(&before.heading)
    .bind(revisions.0)
    .bind(revisions.1)
    .bind(values.0)
    .bind(values.1)
    .execute(tx.sql())
    .await?;
    Ok(())
}

async fn encode(tx: &mut Tx<'_>, story: StoryId, value: &PartValue) -> Result<String> {
    match value {
        PartValue::Text(text) => Ok(text.clone()),
        PartValue::Summary(summary) => Ok(rows::to_json(summary)),
        PartValue::Version(value) => version_values::encode(tx.sql(), story, value).await,
    }
}

/// Gives a chapter its new text; answers the revision.
async fn write_text(tx: &mut Tx<'_>, chapter: &Chapter, text: &str) -> Result<RevisionId> {
    autosaves::forget_saved(tx, chapter.id, text).await?;
    let stored = revisions::stored_state(tx.sql(), chapter.clone()).await?;
    let state = state_of(stored.is_finished(), text, None);
    let after = revisions::insert(tx, chapter.id, kind_of(state), None, text, &[]).await?;
    let by = DecidedBy::ByPerson;
    revisions::point_at(tx, chapter.id, after, text, state, by).await?;
    Ok(after)
}

/// Gives a part that is no text another value.
async fn write_value(
    tx: &mut Tx<'_>,
    story: StoryId,
    before: &StoryPart,
    after: &PartValue,
) -> Result<()> {
    match after {
        PartValue::Text(_) | PartValue::Version(VersionValue::Book(_)) => Ok(()),
        PartValue::Summary(summary) => write_summary(tx, before, summary).await,
        PartValue::Version(VersionValue::Outline(Outline { title, outline })) => {
            let chapter = chapters::load_by_id(tx.sql(), ChapterId(before.subject)).await?;
            let (title, outline) = (title.clone(), outline.clone());
            chapters::set_outline(tx, &chapter, title, outline, ChangeAuthor::Person).await
        }
        PartValue::Version(VersionValue::Brief(TitledBrief { title, brief })) => {
            let now = stories::load(tx.sql(), story).await?;
            stories::set_brief(tx, &now, title.clone(), Some(brief.clone())).await
        }
        PartValue::Version(VersionValue::Part(part)) => {
            write_part(tx, story, part).await?;
            let former = match &before.value {
                PartValue::Version(former) => Some(former),
                _ => None,
            };
            let of = VersionSubject::Part(part.id());
            let value = VersionValue::Part(part.clone());
            versions::keep(tx, story, of, ChangeAuthor::Person, former, &value).await
        }
    }
}

/// A fact that a run found stays the run's: it goes when the chapter is written again.
async fn write_part(tx: &mut Tx<'_>, story: StoryId, part: &WorldPart) -> Result<()> {
    let WorldPart::Fact(fact) = part else {
        return world_edit::write_row(tx, story, part).await;
    };
    sqlx::query("UPDATE facts SET text = ?, version = version + 1 WHERE id = ?")
        .bind(&fact.text)
        .bind(fact.id.to_string())
        .execute(tx.sql())
        .await?;
    Ok(())
}

async fn write_summary(
    tx: &mut Tx<'_>,
    before: &StoryPart,
    summary: &ChapterSummary,
) -> Result<()> {
    let is_former = |former: &ChapterSummary| former.threads == summary.threads;
    let same = matches!(&before.value, PartValue::Summary(former) if is_former(former));
    let threads = (!same).then(|| rows::to_json(&summary.threads));
    sqlx::query(
        "UPDATE chapters SET summary = ?, threads = COALESCE(?, threads), version = version + 1 WHERE id = ?",
    )
    .bind(&summary.summary)
    .bind(threads)
    .bind(before.subject.hyphenated().to_string())
    .execute(tx.sql())
    .await?;
    Ok(())
}

/// What a part said before a replacement; `None` where it says something else by now than what the replacement left.
pub(super) async fn former(
    tx: &mut Tx<'_>,
    story: StoryId,
    now: &StoryPart,
    row: &ReplacedRow,
) -> Result<Option<PartValue>> {
    if now.kind == SearchKind::Text {
        let chapter = chapters::load_by_id(tx.sql(), ChapterId(now.subject)).await?;
        let is_same = chapter.revision == Some(rows::id(&row.after)?);
        return Ok(is_same.then(|| PartValue::Text(String::new())));
    }
    if now.kind == SearchKind::Summary {
        let after: ChapterSummary = rows::from_json(&row.after, "a summary")?;
        let is_same = now.value == PartValue::Summary(after);
        let before = rows::from_json(&row.before, "a summary")?;
        return Ok(is_same.then_some(PartValue::Summary(before)));
    }
    let subject = match (now.kind, story_parts::part_id(now.kind, now.subject)) {
        (_, Some(part)) => VersionSubject::Part(part),
        (SearchKind::Outline, None) => VersionSubject::Outline(ChapterId(now.subject)),
        _ => VersionSubject::Brief(story),
    };
    let read = |value: &str| VersionRow::of(subject, value);
    let after = version_values::decode(tx.sql(), &read(&row.after)).await?;
    if now.value != PartValue::Version(after) {
        return Ok(None);
    }
    let before = version_values::decode(tx.sql(), &read(&row.before)).await?;
    Ok(Some(PartValue::Version(before)))
}

/// Gives a part back what it said before.
pub(super) async fn give_back(
    tx: &mut Tx<'_>,
    story: StoryId,
    now: &StoryPart,
    before: &PartValue,
    row: &ReplacedRow,
) -> Result<()> {
    if now.kind != SearchKind::Text {
        return write_value(tx, story, now, before).await;
    }
    let chapter = chapters::load_by_id(tx.sql(), ChapterId(now.subject)).await?;
    let before: RevisionId = rows::id(&row.before)?;
    let revision = revisions::read(tx.sql(), chapter.id, before).await?;
    let doubtful = dismissed::is_doubtful(tx.sql(), chapter.id, before).await? == Some(true);
    let stored = revisions::stored_state(tx.sql(), chapter.clone()).await?;
    // What the author called finished stays so.
    let state = match restored_state(revision.summary.kind, &revision.text, doubtful) {
        ChapterState::Partial if stored.is_finished() => ChapterState::Written,
        state => state,
    };
    let by = DecidedBy::ByPerson;
    revisions::point_at(tx, chapter.id, before, &revision.text, state, by).await
}
