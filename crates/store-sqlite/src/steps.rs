//! Which steps a request means.

use domain::{Chapter, Entity, NewRun, RunKind, StepKind, World};
use store::{Error, Result};

/// A step to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlannedStep<'s> {
    pub(super) kind: StepKind,
    pub(super) chapter: Option<&'s Chapter>,
    pub(super) entity: Option<&'s Entity>,
}

impl<'s> PlannedStep<'s> {
    const fn of(kind: StepKind) -> Self {
        Self {
            kind,
            chapter: None,
            entity: None,
        }
    }

    /// What makes two steps the same: kind, chapter, entity.
    pub(super) fn key(&self) -> (String, Option<String>, Option<String>) {
        (
            self.kind.as_str().to_owned(),
            self.chapter.map(|chapter| chapter.id.to_string()),
            self.entity.map(|entity| entity.id.to_string()),
        )
    }

    const fn on(kind: StepKind, chapter: &'s Chapter) -> Self {
        Self {
            chapter: Some(chapter),
            ..Self::of(kind)
        }
    }
}

/// Which steps a request means in this story as it stands: the world and the outline are made first where
/// they are missing.
pub(super) fn plan<'c>(
    request: &NewRun,
    world: &'c World,
    chapters: &'c [Chapter],
) -> Result<Vec<PlannedStep<'c>>> {
    let outlined = |chapter: &Chapter| !chapter.outline.is_empty();
    let one = || {
        let wanted = request.chapter.ok_or_else(|| {
            Error::Invalid("This request needs a chapter: its number or its id.".to_owned())
        })?;
        chapters
            .iter()
            .find(|chapter| wanted.names(chapter))
            .ok_or(Error::NotFound("chapter"))
    };
    let targets: Vec<&Chapter> = match request.kind {
        RunKind::World => {
            let entity = match request.entity {
                Some(id) => Some(world.entity(id).ok_or(Error::NotFound("entity"))?),
                None => None,
            };
            return Ok(vec![PlannedStep {
                entity,
                ..PlannedStep::of(StepKind::World)
            }]);
        }
        RunKind::Outline if request.chapter.is_some() => {
            return Ok(vec![PlannedStep::on(StepKind::Outline, one()?)]);
        }
        RunKind::Review => return review(chapters),
        RunKind::Outline => {
            if chapters.iter().all(outlined) {
                return Err(Error::Invalid(
                    "Every chapter already has beats. Choose a chapter to regenerate its beats."
                        .to_owned(),
                ));
            }
            Vec::new()
        }
        RunKind::Chapter => vec![one()?],
        RunKind::Rewrite => {
            let chapter = one()?;
            if chapter.revision.is_none() {
                return Err(Error::Invalid(format!(
                    "Chapter {} has no text yet. Write it first.",
                    chapter.number
                )));
            }
            vec![chapter]
        }
        RunKind::AllChapters => {
            let targets: Vec<_> = chapters
                .iter()
                .filter(|chapter| request.include_written || !chapter.is_finished())
                .collect();
            if targets.is_empty() {
                return Err(Error::Invalid(if chapters.is_empty() {
                    "This story has no chapters yet. Add one first.".to_owned()
                } else {
                    "Every chapter is written. Include finished chapters to start over.".to_owned()
                }));
            }
            targets
        }
    };
    let mut steps = Vec::new();
    if world.is_empty() {
        steps.push(PlannedStep::of(StepKind::World));
    }
    if request.kind == RunKind::Outline || !targets.iter().all(|chapter| outlined(chapter)) {
        steps.push(PlannedStep::of(StepKind::Outline));
    }
    steps.extend(
        targets
            .into_iter()
            .map(|chapter| PlannedStep::on(StepKind::Chapter, chapter)),
    );
    Ok(steps)
}

/// Every chapter that has a text, and the whole.
fn review(chapters: &[Chapter]) -> Result<Vec<PlannedStep<'_>>> {
    let mut steps: Vec<_> = chapters
        .iter()
        .filter(|chapter| chapter.revision.is_some())
        .map(|chapter| PlannedStep::on(StepKind::Review, chapter))
        .collect();
    if steps.is_empty() {
        return Err(Error::Invalid(
            "There is nothing to review yet: no chapter of this story has any text.".to_owned(),
        ));
    }
    steps.push(PlannedStep::of(StepKind::Review));
    Ok(steps)
}
