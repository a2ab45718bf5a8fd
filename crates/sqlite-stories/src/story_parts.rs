//! Every part of a story with its texts, its version and what it is called, for replacements.

use crate::{
    load_chapter as chapters, load_story as stories, load_world as world,
    version_history::{brief_of, outline_of},
};
use domain::{
    Chapter, ChapterSummary, PartId, PartValue, SearchKind, StoryId, StoryPart, VersionValue,
    World, WorldPart,
    notice::{UNREADABLE_OUTLINE, UNREADABLE_PREMISE},
};
use sqlite_rows::{readable::Lossy, rows, version_values::VersionSubject};
use sqlx::SqliteConnection;
use std::collections::HashMap;
use store::Result;
use uuid::Uuid;

/// A chapter's text and threads.
struct ChapterTexts {
    text: Option<String>,
    threads: Vec<String>,
}

/// All parts, in the order in which a search finds them. What can't be read is left out.
pub async fn load(sql: &mut SqliteConnection, id: StoryId) -> Result<Vec<StoryPart>> {
    let story = stories::load(&mut *sql, id).await?;
    let mut parts = Vec::new();
    if story.brief.premise != UNREADABLE_PREMISE {
        parts.push(StoryPart {
            kind: SearchKind::Story,
            subject: id.0,
            chapter: None,
            heading: story.title.clone(),
            version: story.version,
            value: PartValue::Version(brief_of(&story)),
        });
    }
    let mut texts = chapter_texts(sql, id).await?;
    for chapter in chapters::load_all(sql, id).await? {
        let texts = texts.remove(&chapter.id.to_string());
        parts.extend(of_chapter(&chapter, texts));
    }
    let world = world::load(sql, id).await?;
    let versions = part_versions(sql, id).await?;
    let entities = world.entities.iter().cloned().map(WorldPart::Entity);
    let relations = world.relations.iter().cloned().map(WorldPart::Relation);
    let rules = world.rules.iter().cloned().map(WorldPart::Rule);
    let facts = world.facts.iter().cloned().map(WorldPart::Fact);
    let all = entities.chain(relations).chain(rules).chain(facts);
    parts.extend(all.filter_map(|part| {
        let version = *versions.get(&VersionSubject::Part(part.id()).key())?;
        Some(of_world(&world, part, version))
    }));
    Ok(parts)
}

fn of_chapter(chapter: &Chapter, texts: Option<ChapterTexts>) -> Vec<StoryPart> {
    let part = |kind, value| StoryPart {
        kind,
        subject: chapter.id.0,
        chapter: Some(chapter.number),
        heading: chapter.title.clone(),
        version: chapter.version,
        value,
    };
    let mut parts = Vec::new();
    if chapter.outline != [UNREADABLE_OUTLINE] {
        let outline = PartValue::Version(outline_of(chapter));
        parts.push(part(SearchKind::Outline, outline));
    }
    let Some(ChapterTexts { text, threads }) = texts else {
        return parts;
    };
    parts.extend(text.map(|text| part(SearchKind::Text, PartValue::Text(text))));
    let summary = ChapterSummary {
        summary: chapter.summary.clone(),
        threads,
    };
    if summary != ChapterSummary::default() {
        parts.push(part(SearchKind::Summary, PartValue::Summary(summary)));
    }
    parts
}

/// What a part of a world is called, and where it belongs.
fn of_world(world: &World, part: WorldPart, version: i64) -> StoryPart {
    let name = |id| world.entity(id).map_or("", |entity| entity.name.as_str());
    let (kind, subject, chapter, heading) = match &part {
        WorldPart::Entity(entity) => (SearchKind::Entity, entity.id.0, None, entity.name.clone()),
        WorldPart::Relation(tie) => {
            let heading = format!("{} – {}", name(tie.from), name(tie.to));
            (SearchKind::Relation, tie.id.0, None, heading)
        }
        WorldPart::Rule(rule) => (SearchKind::Rule, rule.id.0, None, String::new()),
        WorldPart::Fact(fact) => (SearchKind::Fact, fact.id.0, fact.chapter, String::new()),
    };
    StoryPart {
        kind,
        subject,
        chapter,
        heading,
        version,
        value: PartValue::Version(VersionValue::Part(part)),
    }
}

async fn chapter_texts(
    sql: &mut SqliteConnection,
    story: StoryId,
) -> Result<HashMap<String, ChapterTexts>> {
    let texts: Vec<(String, Option<Lossy>, Lossy)> = sqlx::query_as(
        "SELECT c.id, r.text, c.threads FROM chapters c LEFT JOIN revisions r ON r.id = c.revision_id \
         WHERE c.story_id = ?",
    )
    .bind(story.to_string())
    .fetch_all(sql)
    .await?;
    let texts = texts.into_iter().map(|(id, text, threads)| {
        let texts = ChapterTexts {
            text: text.map(|text| text.0),
            threads: rows::from_json(&threads.0, "a chapter's threads").unwrap_or_default(),
        };
        (id, texts)
    });
    Ok(texts.collect())
}

async fn part_versions(sql: &mut SqliteConnection, story: StoryId) -> Result<HashMap<String, i64>> {
    let versions: Vec<(String, i64)> = sqlx::query_as(
        "SELECT id, version FROM entities WHERE story_id = ?1 \
         UNION ALL SELECT id, version FROM relations WHERE story_id = ?1 \
         UNION ALL SELECT id, version FROM rules WHERE story_id = ?1 \
         UNION ALL SELECT id, version FROM facts WHERE story_id = ?1",
    )
    .bind(story.to_string())
    .fetch_all(sql)
    .await?;
    Ok(versions.into_iter().collect())
}

/// The part of a world that a subject names.
pub fn part_id(kind: SearchKind, subject: Uuid) -> Option<PartId> {
    Some(match kind {
        SearchKind::Entity => PartId::Entity(domain::EntityId(subject)),
        SearchKind::Relation => PartId::Relation(domain::RelationId(subject)),
        SearchKind::Rule => PartId::Rule(domain::RuleId(subject)),
        SearchKind::Fact => PartId::Fact(domain::FactId(subject)),
        SearchKind::Story | SearchKind::Outline | SearchKind::Text | SearchKind::Summary => {
            return None;
        }
    })
}
