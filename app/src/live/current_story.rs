//! The story the address is about: read once, shared by the rail and the page.

use super::{Aspect, LiveResource, Studio, memo, resource::LoadState};
use crate::{api::stories, last_open};
use domain::{Story, StoryId, language::bcp47};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct CurrentStory {
    /// The path of the address.
    pub path: Memo<String>,
    /// The story the path is about.
    pub id: Memo<Option<StoryId>>,
    /// The story whose places the rail shows: the path's, and on pages of the whole studio the one open last.
    pub rail_id: Memo<Option<StoryId>>,
    story: LiveResource<Option<Story>>,
}

impl CurrentStory {
    /// Makes the context; below the router.
    pub fn provide(studio: Studio) -> Self {
        let path = use_location().pathname;
        let id = memo(move || path.with(|path| story_id_in(path)));
        // As the server read it from the request, so that the browser takes over the same page.
        let last = SharedValue::new_str(|| {
            let last = last_open::remembered().story();
            last.map(|id| id.to_string()).unwrap_or_default()
        });
        let last = RwSignal::new(last.into_inner().parse::<StoryId>().ok());
        Effect::new(move |_| {
            if let Some(id) = id.get() {
                path.with(|path| last_open::remember(id, path, None));
                last.set(Some(id));
            }
        });
        let rail_id = memo(move || match id.get() {
            Some(id) => Some(id),
            None => last
                .get()
                .filter(|_| path.with(|path| keeps_story_in_rail(path))),
        });
        let follow = move || {
            if let Some(id) = rail_id.get() {
                studio.changes(id, Aspect::Story).track();
            }
        };
        let story = LiveResource::new(follow, move || {
            let (id, rail_id) = (id.get_untracked(), rail_id.get_untracked());
            async move {
                match (id, rail_id) {
                    (Some(id), _) => stories::get_story(id).await.map(Some),
                    // It may be deleted since: no fault of the page that is shown.
                    (None, Some(rail_id)) => stories::find_story(rail_id).await,
                    (None, None) => Ok(None),
                }
            }
        });
        // What could not be started on one page is no news on the next.
        Effect::new(move |_| {
            path.track();
            studio.starting.clear_error();
        });
        let current_story = Self {
            path,
            id,
            rail_id,
            story,
        };
        provide_context(current_story);
        current_story
    }

    /// The context.
    pub fn get() -> Self {
        expect_context()
    }

    /// What became of loading this story.
    pub fn outcome(&self, id: StoryId) -> LoadState {
        match self.story.outcome()? {
            Ok(()) => {
                let arrived = self.story.latest().with(|story| {
                    story
                        .as_ref()
                        .is_some_and(|story| story.as_ref().is_some_and(|s| s.id == id))
                });
                arrived.then_some(Ok(()))
            }
            Err(error) => Some(Err(error)),
        }
    }

    /// The story, for views shown once [`CurrentStory::outcome`] was `Ok`.
    pub fn story(&self, id: StoryId) -> Memo<Story> {
        let latest = self.story.latest();
        let story = Memo::new(move |last: Option<&Story>| match latest.get().flatten() {
            Some(story) if story.id == id => story,
            _ => last.cloned().expect("shown only once it was loaded"),
        });
        story.with_untracked(|_| ());
        story
    }

    /// The language of the story at hand, as programs call it, once it is known.
    pub fn language(&self) -> Option<String> {
        self.story
            .read_or_default(|story| bcp47(&story.as_ref()?.brief.language))
    }

    /// How many chapters the story at hand has, once it is known.
    pub fn chapters(&self) -> Option<u32> {
        untrack(|| {
            self.story
                .read_or_default(|story| story.as_ref().map(|story| story.chapters))
        })
    }

    /// Whether the story at hand is known and has chapters to write.
    pub fn has_unwritten(&self) -> bool {
        self.story.read_or_default(|story| {
            let story = story.as_ref();
            story
                .is_some_and(|story| story.chapters == 0 || story.chapters_written < story.chapters)
        })
    }

    /// Whether it is known by now which story it is, if any.
    pub fn is_known(&self) -> bool {
        self.story.outcome().is_some()
    }

    /// The story, or nothing where there is none; for views made once [`CurrentStory::is_known`].
    pub fn story_or_none(&self) -> Memo<Option<Story>> {
        let latest = self.story.latest();
        memo(move || latest.get().flatten())
    }
}

/// Whether a page of the whole studio keeps the places of the story at hand in reach. The library and the form for
/// a new story are where one leaves a story.
fn keeps_story_in_rail(path: &str) -> bool {
    path != "/" && !path.starts_with("/stories/")
}

/// The story id in "/stories/{id}/…".
pub fn story_id_in(path: &str) -> Option<StoryId> {
    path.strip_prefix("/stories/")?
        .split('/')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::{keeps_story_in_rail, story_id_in};

    #[test]
    fn queue_and_settings_keep_the_story_in_reach() {
        assert!(keeps_story_in_rail("/queue") && keeps_story_in_rail("/settings"));
        assert!(!keeps_story_in_rail("/") && !keeps_story_in_rail("/stories/new"));
    }

    #[test]
    fn the_story_is_read_from_the_path() {
        let id = "0197f3a0-0000-7000-8000-000000000000";
        assert!(story_id_in(&format!("/stories/{id}/write/4")).is_some());
        assert!(story_id_in(&format!("/stories/{id}")).is_some());
        assert!(story_id_in("/stories/new").is_none());
        assert!(story_id_in("/queue").is_none());
    }
}
