//! Finding a phrase.

use super::{Engine, MAX_LIMIT, after, at_most};
use crate::{Error, Result};
use domain::{Page, SearchHit, StoryId, search::MAX_QUERY};
use text::find::Phrase;

impl Engine {
    /// Texts that have this phrase, in one story or in all of them. A page may be short, or empty, and still name a
    /// next one: see [`store::SearchStore::search`].
    pub async fn search(
        &self,
        story: Option<StoryId>,
        query: &str,
        limit: u32,
        from: Option<String>,
    ) -> Result<Page<SearchHit>> {
        at_most("The search", query, MAX_QUERY)?;
        let phrase = Phrase::new(query)
            .ok_or_else(|| Error::Invalid("Enter at least one character to find.".to_owned()))?;
        self.store()
            .search(story, &phrase, limit.clamp(1, MAX_LIMIT), after(from)?)
            .await
    }
}
