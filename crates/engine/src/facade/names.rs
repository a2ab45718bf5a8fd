//! Going somewhere by its name.

use super::{Engine, MAX_LIMIT, at_most};
use crate::Result;
use domain::{
    NameKind, NameMatch, StoryId,
    name_match::{MAX_TYPED, NameId, best, fit, fit_chapter},
};
use text::find::folded_name;

impl Engine {
    /// The stories, and the chapters and entities of one story, whose names fit what is typed, best first; where
    /// nothing is typed, any. Those in `recent` come before others that fit as well.
    pub async fn names(
        &self,
        story: Option<StoryId>,
        typed: &str,
        recent: &[NameId],
        limit: u32,
    ) -> Result<Vec<NameMatch>> {
        at_most("What is looked for", typed, MAX_TYPED)?;
        let typed = folded_name(typed);
        let named = self.store().names(story).await?;
        let fit_of = |one: &NameMatch| {
            let name = folded_name(&one.name);
            match (one.kind, one.number) {
                (NameKind::Chapter, Some(number)) => fit_chapter(&typed, number, &name),
                _ => fit(&typed, &name),
            }
        };
        let limit = limit.clamp(1, MAX_LIMIT) as usize;
        Ok(best(named, limit, recent, fit_of))
    }
}
