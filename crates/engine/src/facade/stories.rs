//! Stories and templates.

use super::{Engine, at_most};
use crate::{Error, Result, templates};
use domain::{
    Brief, NewStory, Story, StoryId, StoryPatch, Template, TrashId, World, story::MAX_CHAPTERS,
    text, title,
};
use store::{clock, ids};

const MAX_TITLE: usize = 200;
const MAX_PREMISE: usize = 20_000;
const MAX_WISH: usize = 2_000;
const MAX_WISHES: usize = 100;

impl Engine {
    /// One story.
    pub async fn story(&self, id: StoryId) -> Result<Story> {
        self.store().story(id).await
    }

    /// Makes a story with empty chapters. Only the premise is needed.
    pub async fn create_story(&self, new: NewStory) -> Result<Story> {
        let brief = match &new.template {
            Some(id) => templates::fill(id, new.brief).ok_or_else(|| {
                Error::Invalid(format!(
                    "There is no template “{id}”. GET /templates lists them."
                ))
            })?,
            None => new.brief,
        };
        let brief = checked(brief)?;
        let title = titled(&new.title, &brief)?;
        let now = clock::now();
        self.store()
            .insert_story(
                &Story {
                    id: StoryId(ids::new_id()),
                    title,
                    chapters: brief.chapters,
                    brief,
                    template: new.template,
                    chapters_written: 0,
                    words: 0,
                    author: String::new(),
                    cover: None,
                    archived_at: None,
                    version: 1,
                    created_at: now,
                    updated_at: now,
                },
                new.interview,
            )
            .await
    }

    /// Changes title and brief, and whether it is archived, based on `version`.
    pub async fn update_story(
        &self,
        id: StoryId,
        mut patch: StoryPatch,
        version: i64,
    ) -> Result<Story> {
        if let Some(title) = &mut patch.title {
            check_title(title)?;
        }
        let brief = match patch.brief {
            None => None,
            Some(change) => {
                let story = self.store().story(id).await?;
                if story.version != version {
                    let current = story.version;
                    return Err(Error::StaleVersion { current });
                }
                Some(checked(change.apply(story.brief))?)
            }
        };
        self.store()
            .update_story(id, patch.title, brief, patch.archived, version)
            .await
    }

    /// Moves a story to the trash with everything in it. Its runs are cancelled.
    pub async fn delete_story(&self, id: StoryId, version: i64) -> Result<TrashId> {
        let trashed = self.store().delete_story(id, version).await?;
        // A worker that wrote for it notices at its next write that its lease is gone.
        self.ctx.wake.notify_waiters();
        Ok(trashed)
    }

    /// Stories to begin from.
    pub fn templates(&self) -> Vec<Template> {
        templates::all()
    }

    /// The world of a story.
    pub async fn world(&self, story: StoryId) -> Result<World> {
        self.store().world(story).await
    }
}

/// Brings a title into the form of titles and refuses an empty one.
pub(super) fn check_title(title: &mut String) -> Result<()> {
    *title = text::line(title);
    if title.is_empty() {
        return Err(Error::Invalid("Enter a title.".to_owned()));
    }
    at_most("The title", title, MAX_TITLE)
}

/// The title of a new story: as it was given, or suggested by its premise.
pub(super) fn titled(given: &str, brief: &Brief) -> Result<String> {
    let title = match text::line(given) {
        title if title.is_empty() => title::suggested(&brief.premise, &brief.language),
        title => title,
    };
    at_most("The title", &title, MAX_TITLE)?;
    Ok(title)
}

/// A brief as it is stored, or what is wrong with it.
pub(super) fn checked(mut brief: Brief) -> Result<Brief> {
    brief.premise = text::field(&brief.premise);
    if brief.premise.is_empty() {
        return Err(Error::Invalid(
            "Enter a premise: one sentence about what the story is about.".to_owned(),
        ));
    }
    at_most("The premise", &brief.premise, MAX_PREMISE)?;
    if !(1..=MAX_CHAPTERS).contains(&brief.chapters) {
        return Err(Error::Invalid(format!(
            "A story can have 1 to {MAX_CHAPTERS} chapters, not {}.",
            brief.chapters
        )));
    }
    for (what, said) in [
        ("The genre", &mut brief.genre),
        ("The tone", &mut brief.tone),
        ("The setting", &mut brief.setting),
        ("The language", &mut brief.language),
        ("The audience", &mut brief.rating),
    ] {
        *said = text::field(said);
        at_most(what, said, MAX_WISH)?;
    }
    for (what, wishes) in [
        ("A theme", &mut brief.themes),
        ("An entry of “Must include”", &mut brief.include),
        ("An entry of “Must avoid”", &mut brief.avoid),
    ] {
        *wishes = text::fields(wishes);
        if wishes.len() > MAX_WISHES {
            return Err(Error::Invalid(format!(
                "A list can have at most {MAX_WISHES} entries."
            )));
        }
        for wish in wishes {
            at_most(what, wish, MAX_WISH)?;
        }
    }
    Ok(brief)
}
