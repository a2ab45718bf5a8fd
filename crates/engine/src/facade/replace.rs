//! Finding and replacing in everything that a story says.

use super::{
    Engine, MAX_LIMIT, after, at_most,
    chapters::{self, MAX_TEXT},
    stories, world_edit,
};
use crate::{Error, Result};
use ::replace::{FoundPlaces, NameSearch, PartChanges, PlaceSearch, TextPattern};
use domain::{
    EntityId, EntityKind, NameForm, NewName, Page, PartValue, PlaceChoice, Refusal, ReplacePattern,
    ReplacePreview, Replacement, ReplacementId, StoryId, StoryPart, UndoneReplacement,
    VersionValue, WorldPart, text,
};
use store::NewReplacement;

/// The most other names that somebody has.
const MAX_ALIASES: usize = 20;

impl Engine {
    /// Every place that a replacement would change, each with its sentence: the first ones after the place with the id
    /// `after`, and how many more there are.
    pub async fn preview_replacement(
        &self,
        story: StoryId,
        pattern: &ReplacePattern,
        after: Option<String>,
    ) -> Result<ReplacePreview> {
        let _turn = self.inner.heavy_work.acquire().await;
        let finder = finder(pattern)?;
        let parts = self.store().story_parts(story).await?;
        in_background(move || preview(parts, &finder, after.as_deref(), Vec::new())).await
    }

    /// Replaces the chosen places of a story, all of them or none: each chapter gets a new revision, and everything else
    /// a new version in its history.
    pub async fn replace(
        &self,
        story: StoryId,
        pattern: &ReplacePattern,
        choice: PlaceChoice,
    ) -> Result<Replacement> {
        let _turn = self.inner.heavy_work.acquire().await;
        let finder = finder(pattern)?;
        let parts = self.store().story_parts(story).await?;
        let changes = in_background(move || changes(parts, &finder, &choice)).await?;
        self.carry_out(story, &pattern.find, &pattern.replace, changes)
            .await
    }

    /// Every place that has the name of an entity, or a part of it, with what it becomes under a new name.
    pub async fn preview_rename(
        &self,
        story: StoryId,
        entity: EntityId,
        new: NewName,
        after: Option<String>,
    ) -> Result<ReplacePreview> {
        let _turn = self.inner.heavy_work.acquire().await;
        let new = checked(new)?;
        let parts = self.store().story_parts(story).await?;
        in_background(move || {
            let (kind, old) = named(&parts, entity)?;
            let finder = NameSearch::new(&parts, entity, &new)?;
            let names: Vec<NameForm> = ::replace::forms(kind, &old, &new);
            preview(parts, &finder, after.as_deref(), names)
        })
        .await
    }

    /// Gives an entity another name in the chosen places of its story, all of them or none.
    pub async fn rename(
        &self,
        story: StoryId,
        entity: EntityId,
        new: NewName,
        choice: PlaceChoice,
    ) -> Result<Replacement> {
        let _turn = self.inner.heavy_work.acquire().await;
        let new = checked(new)?;
        let name = new.name.clone();
        let parts = self.store().story_parts(story).await?;
        let (old, changes) = in_background(move || {
            let (_, old) = named(&parts, entity)?;
            let finder = NameSearch::new(&parts, entity, &new)?;
            Ok((old, changes(parts, &finder, &choice)?))
        })
        .await?;
        self.carry_out(story, &old, &name, changes).await
    }

    /// Takes a replacement back, in every part of the story that still says what it left.
    pub async fn undo_replacement(
        &self,
        story: StoryId,
        id: ReplacementId,
    ) -> Result<UndoneReplacement> {
        self.store().undo_replacement(story, id).await
    }

    /// Replacements of a story, newest first.
    pub async fn replacements(
        &self,
        story: StoryId,
        limit: u32,
        from: Option<String>,
    ) -> Result<Page<Replacement>> {
        let limit = limit.clamp(1, MAX_LIMIT);
        self.store().replacements(story, limit, after(from)?).await
    }

    async fn carry_out(
        &self,
        story: StoryId,
        find: &str,
        replace: &str,
        changes: PartChanges,
    ) -> Result<Replacement> {
        let new = NewReplacement {
            find: find.to_owned(),
            replace: replace.to_owned(),
            places: changes.places,
            parts: changes.parts,
        };
        self.store().replace_parts(story, &new).await
    }
}

fn finder(pattern: &ReplacePattern) -> Result<TextPattern> {
    TextPattern::new(pattern).map_err(|error| Error::Invalid(error.to_string()))
}

fn preview(
    parts: Vec<StoryPart>,
    finder: &impl PlaceSearch,
    after: Option<&str>,
    names: Vec<NameForm>,
) -> Result<ReplacePreview> {
    let found: FoundPlaces = ::replace::find(parts, finder)?;
    Ok(found.preview(after, names)?)
}

/// What changes, in the form in which each part is kept.
fn changes(
    parts: Vec<StoryPart>,
    finder: &impl PlaceSearch,
    choice: &PlaceChoice,
) -> Result<PartChanges> {
    let mut changes = ::replace::find(parts, finder)?.changes(choice)?;
    for part in &mut changes.parts {
        check(part).map_err(|error| match error {
            Error::Invalid(reason) => Error::Invalid(format!(
                "Nothing was replaced, since {} can’t be changed like this. {reason}",
                part.name()
            )),
            other => other,
        })?;
    }
    Ok(changes)
}

/// Brings a part into the form in which it is kept, and refuses what it can't say.
fn check(part: &mut StoryPart) -> Result<()> {
    match &mut part.value {
        PartValue::Text(text) => at_most("A chapter with the replacements", text, MAX_TEXT),
        PartValue::Summary(summary) => {
            summary.summary = text::field(&summary.summary);
            summary.threads = text::fields(&summary.threads);
            at_most("The summary", &summary.summary, MAX_TEXT)
        }
        PartValue::Version(VersionValue::Outline(outline)) => chapters::check_outline(outline),
        PartValue::Version(VersionValue::Brief(titled)) => {
            stories::check_title(&mut titled.title)?;
            titled.brief = stories::checked(std::mem::take(&mut titled.brief))?;
            Ok(())
        }
        PartValue::Version(VersionValue::Part(part)) => world_edit::check(part),
        PartValue::Version(VersionValue::Book(_)) => Ok(()),
    }
}

/// What an entity is, and its name now.
fn named(parts: &[StoryPart], id: EntityId) -> Result<(EntityKind, String)> {
    let entity = parts.iter().find_map(|part| match &part.value {
        PartValue::Version(VersionValue::Part(WorldPart::Entity(entity))) => {
            (entity.id == id).then_some(entity)
        }
        _ => None,
    });
    let entity = entity.ok_or(Refusal::NotFound("entity"))?;
    Ok((entity.kind, entity.name.clone()))
}

/// A new name in the form of names.
fn checked(mut new: NewName) -> Result<NewName> {
    world_edit::needed_name(&mut new.name)?;
    if new.aliases.len() > MAX_ALIASES {
        return Err(Error::Invalid(format!(
            "At most {MAX_ALIASES} other names can be replaced at once. Leave some out."
        )));
    }
    for alias in &mut new.aliases {
        world_edit::needed_name(&mut alias.name)?;
        if let Some(becomes) = &mut alias.becomes {
            world_edit::line_of_name(becomes)?;
        }
    }
    Ok(new)
}

/// Long stories take a while.
async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|panic| std::panic::resume_unwind(panic.into_panic()))
}
