//! What is typed in a chapter and not saved yet, as the studio keeps it.

use super::Answer;
use domain::{Autosave, ChapterRef, NewAutosave, StoryId, Timestamp};
use leptos::{prelude::*, server_fn::codec::Json};

/// The unsaved texts of a chapter, newest first.
#[server(prefix = "/api/studio", endpoint = "autosaves", input = Json)]
pub async fn list_autosaves(story: StoryId, chapter: ChapterRef) -> Answer<Vec<Autosave>> {
    use super::server::{Owner, answer, engine};
    answer(engine().autosaves(&Owner, story, chapter).await)
}

/// Keeps what is typed in this tab; answers when.
#[server(prefix = "/api/studio", endpoint = "keep_autosave", input = Json)]
pub async fn keep_autosave(
    story: StoryId,
    chapter: ChapterRef,
    new: NewAutosave,
) -> Answer<Timestamp> {
    use super::server::{Owner, answer, engine};
    let kept = engine().keep_autosave(&Owner, story, chapter, new).await;
    answer(kept.map(|kept| kept.saved_at))
}

/// Forgets what a tab kept.
#[server(prefix = "/api/studio", endpoint = "discard_autosave", input = Json)]
pub async fn discard_autosave(story: StoryId, chapter: ChapterRef, device: String) -> Answer<()> {
    use super::server::{Owner, answer, engine};
    let gone = engine()
        .discard_autosave(&Owner, story, chapter, &device)
        .await;
    answer(gone)
}
