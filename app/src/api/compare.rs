//! Two texts of a chapter: comparing them, saving what was made of both, and what becomes of a candidate.

use super::ApiResult;
use domain::{Chapter, ChapterRef, Comparison, RevisionId, StoryId};
use leptos::{prelude::*, server_fn::codec::Json};
use serde::{Deserialize, Serialize};

/// A text that is not saved beside the one the chapter has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparedText {
    /// The chapter as it was when the texts were compared.
    pub chapter: Chapter,
    /// Left the text that is not saved, right the one that stands.
    pub comparison: Comparison,
}

/// How one revision differs from another.
#[server(prefix = "/api/studio", endpoint = "compare", input = Json)]
pub async fn compare_revisions(
    story: StoryId,
    chapter: ChapterRef,
    from: RevisionId,
    to: RevisionId,
) -> ApiResult<Comparison> {
    use super::server::{api_result, engine};
    api_result(engine().compare(story, chapter, from, to).await)
}

/// How a text that is not saved differs from the one that stands.
#[server(prefix = "/api/studio", endpoint = "compare_text", input = Json)]
pub async fn compare_text(
    story: StoryId,
    chapter: ChapterRef,
    text: String,
) -> ApiResult<ComparedText> {
    use super::server::{api_result, engine};
    let compared = engine().compare_with_current(story, chapter, text).await;
    api_result(compared.map(|(chapter, comparison)| ComparedText {
        chapter,
        comparison,
    }))
}

/// Keeps what a person made out of the chapter's text and a candidate, which is settled by it.
#[server(prefix = "/api/studio", endpoint = "merge_text", input = Json)]
pub async fn merge_text(
    story: StoryId,
    chapter: ChapterRef,
    text: String,
    candidate: RevisionId,
    version: i64,
) -> ApiResult<Chapter> {
    use super::server::{api_result, engine};
    api_result(
        engine()
            .merge_text(story, chapter, text, candidate, version)
            .await,
    )
}

/// Keeps a text in the history, beside the one the chapter has.
#[server(prefix = "/api/studio", endpoint = "save_to_history", input = Json)]
pub async fn save_to_history(
    story: StoryId,
    chapter: ChapterRef,
    text: String,
    version: i64,
) -> ApiResult<()> {
    use super::server::{api_result, engine};
    let kept = engine().set_aside(story, chapter, text, version).await;
    api_result(kept.map(|_| ()))
}

/// No longer offers a candidate; its text stays in the history.
#[server(prefix = "/api/studio", endpoint = "drop_candidate", input = Json)]
pub async fn drop_candidate(
    story: StoryId,
    chapter: ChapterRef,
    candidate: RevisionId,
    version: i64,
) -> ApiResult<Chapter> {
    use super::server::{api_result, engine};
    api_result(
        engine()
            .drop_candidate(story, chapter, candidate, version)
            .await,
    )
}
