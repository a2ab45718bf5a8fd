//! Finding a phrase in everything the author has.

use crate::error::Result;
use async_trait::async_trait;
use domain::{Page, SearchCursor, SearchHit, StoryId};
use text::find::Phrase;

/// Search over the present texts: titles, briefs, beats, chapters and worlds. Earlier revisions and what is in the
/// trash are not found.
///
/// A change and what a search finds of it are one transaction: the next search knows it.
#[async_trait]
pub trait SearchStore: Send + Sync {
    /// Texts that have the phrase, one result for each, in one story or in all of them: in the order of the stories,
    /// within each the story itself, its chapters, then its world. At most `limit` after the one at `after`.
    ///
    /// A page may have fewer results than `limit`, or none, and still name a next page: a search through very many
    /// texts ends its page early. Only a page without `next` is the last one. A result is on no page twice, and none
    /// is left out that was there all the time.
    async fn search(
        &self,
        story: Option<StoryId>,
        phrase: &Phrase,
        limit: u32,
        after: Option<SearchCursor>,
    ) -> Result<Page<SearchHit>>;
}
