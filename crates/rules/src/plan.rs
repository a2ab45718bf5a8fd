//! Which steps a request means, and whether it is open already.

use domain::{
    Chapter, ChapterId, Entity, EntityId, NewRun, Refusal, RevisionId, RunKind, StepKind, World,
};

/// A step that a new run will have.
#[derive(Clone, Copy, Debug)]
pub struct PlannedStep<'s> {
    /// What it makes.
    pub kind: StepKind,
    /// The chapter it is about.
    pub chapter: Option<&'s Chapter>,
    /// The entity it is about.
    pub entity: Option<&'s Entity>,
}

/// What identifies the work of a step: two steps with one key do the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepKey {
    /// What it makes.
    pub kind: StepKind,
    /// The chapter it is about.
    pub chapter: Option<ChapterId>,
    /// The entity it is about.
    pub entity: Option<EntityId>,
}

impl<'s> PlannedStep<'s> {
    const fn of(kind: StepKind) -> Self {
        Self {
            kind,
            chapter: None,
            entity: None,
        }
    }

    const fn on(kind: StepKind, chapter: &'s Chapter) -> Self {
        Self {
            chapter: Some(chapter),
            ..Self::of(kind)
        }
    }

    /// What it is about.
    pub fn subject(&self) -> StepKey {
        StepKey {
            kind: self.kind,
            chapter: self.chapter.map(|chapter| chapter.id),
            entity: self.entity.map(|entity| entity.id),
        }
    }
}

/// Which steps a request means in this story as it stands: the world and the outline are made first where
/// they are missing. `read` are the texts that were read already.
///
/// # Errors
///
/// A refusal where there is nothing to do, or what the request names is missing.
pub fn steps<'c>(
    request: &NewRun,
    world: &'c World,
    chapters: &'c [Chapter],
    read: &[RevisionId],
) -> Result<Vec<PlannedStep<'c>>, Refusal> {
    let targets = match request.kind {
        RunKind::World => return Ok(vec![world_step(request, world)?]),
        RunKind::Review => return review(chapters),
        RunKind::Read => return reading(request, chapters, read),
        RunKind::Outline if request.chapter.is_some() => {
            let chapter = named(request, chapters)?;
            return Ok(vec![PlannedStep::on(StepKind::Outline, chapter)]);
        }
        RunKind::Outline if chapters.iter().all(is_outlined) => return Err(Refusal::AllOutlined),
        RunKind::Outline => Vec::new(),
        RunKind::Chapter => vec![named(request, chapters)?],
        RunKind::Rewrite => {
            let chapter = named(request, chapters)?;
            if chapter.revision.is_none() {
                return Err(Refusal::NothingToRewrite(chapter.number));
            }
            vec![chapter]
        }
        RunKind::AllChapters => unwritten(request, chapters)?,
    };
    let mut steps = Vec::new();
    if world.is_empty() {
        steps.push(PlannedStep::of(StepKind::World));
    }
    if request.kind == RunKind::Outline || !targets.iter().all(|chapter| is_outlined(chapter)) {
        steps.push(PlannedStep::of(StepKind::Outline));
    }
    let on_chapter = |chapter| PlannedStep::on(StepKind::Chapter, chapter);
    steps.extend(targets.into_iter().map(on_chapter));
    Ok(steps)
}

fn is_outlined(chapter: &Chapter) -> bool {
    !chapter.outline.is_empty()
}

/// The chapter that a request names.
fn named<'c>(request: &NewRun, chapters: &'c [Chapter]) -> Result<&'c Chapter, Refusal> {
    let wanted = request.chapter.ok_or(Refusal::ChapterMissing)?;
    let mut chapters = chapters.iter();
    chapters
        .find(|chapter| wanted.names(chapter))
        .ok_or(Refusal::NotFound("chapter"))
}

fn world_step<'c>(request: &NewRun, world: &'c World) -> Result<PlannedStep<'c>, Refusal> {
    let entity = match request.entity {
        Some(id) => Some(world.entity(id).ok_or(Refusal::NotFound("entity"))?),
        None => None,
    };
    Ok(PlannedStep {
        entity,
        ..PlannedStep::of(StepKind::World)
    })
}

fn unwritten<'c>(request: &NewRun, chapters: &'c [Chapter]) -> Result<Vec<&'c Chapter>, Refusal> {
    let is_meant = |chapter: &&Chapter| request.include_written || !chapter.is_finished();
    let targets: Vec<_> = chapters.iter().filter(is_meant).collect();
    match (targets.is_empty(), chapters.is_empty()) {
        (false, _) => Ok(targets),
        (true, true) => Err(Refusal::NoChapters),
        (true, false) => Err(Refusal::AllWritten),
    }
}

/// Every chapter that has a text, and the whole.
fn review(chapters: &[Chapter]) -> Result<Vec<PlannedStep<'_>>, Refusal> {
    let mut steps: Vec<_> = chapters
        .iter()
        .filter(|chapter| chapter.revision.is_some())
        .map(|chapter| PlannedStep::on(StepKind::Review, chapter))
        .collect();
    if steps.is_empty() {
        return Err(Refusal::NothingToReview);
    }
    steps.push(PlannedStep::of(StepKind::Review));
    Ok(steps)
}

/// The chapters that have a text which was not read yet; or chosen ones, whether they were read or not.
fn reading<'c>(
    request: &NewRun,
    chapters: &'c [Chapter],
    read: &[RevisionId],
) -> Result<Vec<PlannedStep<'c>>, Refusal> {
    let chosen: Vec<_> = request.chapter.iter().chain(&request.chapters).collect();
    for wanted in &chosen {
        let chapter = chapters.iter().find(|chapter| wanted.names(chapter));
        let chapter = chapter.ok_or(Refusal::NotFound("chapter"))?;
        if chapter.revision.is_none() {
            return Err(Refusal::NoTextToRead(chapter.number));
        }
    }
    let texts = chapters.iter().filter(|chapter| chapter.revision.is_some());
    if texts.clone().next().is_none() {
        return Err(Refusal::NothingToRead);
    }
    let is_read = |chapter: &Chapter| chapter.revision.is_some_and(|text| read.contains(&text));
    let is_meant = |chapter: &&Chapter| match chosen.is_empty() {
        true => request.include_written || !is_read(chapter),
        false => chosen.iter().any(|wanted| wanted.names(chapter)),
    };
    let steps: Vec<_> = texts
        .filter(is_meant)
        .map(|chapter| PlannedStep::on(StepKind::Read, chapter))
        .collect();
    match steps.is_empty() {
        true => Err(Refusal::AllRead),
        false => Ok(steps),
    }
}

/// Whether an open run with these steps left does exactly what is wanted. For chapters, steps that make the world or the
/// outline do not count: they may be missing still, or be done by now.
pub fn is_same_work(kind: RunKind, left: &[StepKey], wanted: &[StepKey]) -> bool {
    if left.is_empty() {
        return false;
    }
    let counts = |step: &&StepKey| match kind {
        RunKind::Chapter | RunKind::AllChapters => step.chapter.is_some() || step.entity.is_some(),
        _ => true,
    };
    let left: Vec<_> = left.iter().filter(counts).collect();
    let wanted: Vec<_> = wanted.iter().filter(counts).collect();
    left.len() == wanted.len() && left.iter().all(|step| wanted.contains(step))
}

/// The options of a request, compared with those of an open run for the same work.
#[derive(Clone, Copy, Debug)]
pub struct RunOptions<B> {
    /// The priority wanted, where one is named, and the run's.
    pub priority: (Option<i32>, i32),
    /// The budget wanted, where one is named, and the run's.
    pub budget: (Option<B>, Option<B>),
}

/// Lets a request join an open run that does the same work.
///
/// # Errors
///
/// [`Refusal::QueuedOtherwise`] where it wants a budget or a priority that the open run does not have.
pub fn check_terms<B: PartialEq>(terms: &RunOptions<B>) -> Result<(), Refusal> {
    let (priority, budget) = (&terms.priority, &terms.budget);
    let other_priority = priority.0.is_some_and(|wanted| wanted != priority.1);
    let other_budget = budget.0.is_some() && budget.0 != budget.1;
    match other_priority || other_budget {
        true => Err(Refusal::QueuedOtherwise),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{chapter, entity, revision};
    use domain::ChapterState::{Empty, Written};

    fn world() -> World {
        World {
            entities: vec![entity(1, "Mara")],
            ..World::default()
        }
    }

    fn outlined(mut chapter: Chapter) -> Chapter {
        chapter.outline = vec!["It rains.".to_owned()];
        chapter
    }

    fn kinds(steps: &[PlannedStep<'_>]) -> Vec<(StepKind, Option<u32>)> {
        let chapter = |step: &PlannedStep<'_>| step.chapter.map(|chapter| chapter.number);
        steps
            .iter()
            .map(|step| (step.kind, chapter(step)))
            .collect()
    }

    #[test]
    fn world_and_outline_are_made_first_where_they_are_missing() {
        let bare = [chapter(1, Empty, None), chapter(2, Empty, None)];
        let request = NewRun::chapter(2);
        let empty = World::default();
        let planned = steps(&request, &empty, &bare, &[]).expect("a plan");
        let expected = [
            (StepKind::World, None),
            (StepKind::Outline, None),
            (StepKind::Chapter, Some(2)),
        ];
        assert_eq!(kinds(&planned), expected);
        let ready = bare.map(outlined);
        let world = world();
        let planned = steps(&request, &world, &ready, &[]).expect("a plan");
        assert_eq!(kinds(&planned), [(StepKind::Chapter, Some(2))]);
    }

    #[test]
    fn all_chapters_are_those_without_a_finished_text() {
        let chapters = [
            outlined(chapter(1, Written, Some(1))),
            outlined(chapter(2, Empty, None)),
        ];
        let mut request = NewRun::of(RunKind::AllChapters);
        let world = world();
        let planned = steps(&request, &world, &chapters, &[]).expect("a plan");
        assert_eq!(kinds(&planned), [(StepKind::Chapter, Some(2))]);
        let refused = |request, chapters| steps(request, &world, chapters, &[]).map(|_| ());
        assert_eq!(refused(&request, &chapters[..1]), Err(Refusal::AllWritten));
        assert_eq!(refused(&request, &[]), Err(Refusal::NoChapters));
        request.include_written = true;
        let planned = steps(&request, &world, &chapters, &[]).expect("a plan");
        assert_eq!(planned.len(), 2);
    }

    #[test]
    fn a_request_that_means_nothing_is_refused() {
        let chapters = [outlined(chapter(1, Empty, None))];
        let refused =
            |request: NewRun| steps(&request, &world(), &chapters, &[]).map(|steps| steps.len());
        assert_eq!(
            refused(NewRun::of(RunKind::Chapter)),
            Err(Refusal::ChapterMissing)
        );
        assert_eq!(
            refused(NewRun::chapter(2)),
            Err(Refusal::NotFound("chapter"))
        );
        assert_eq!(
            refused(NewRun::of(RunKind::Outline)),
            Err(Refusal::AllOutlined)
        );
        assert_eq!(
            refused(NewRun::of(RunKind::Review)),
            Err(Refusal::NothingToReview)
        );
        let rewrite = NewRun {
            kind: RunKind::Rewrite,
            ..NewRun::chapter(1)
        };
        assert_eq!(refused(rewrite), Err(Refusal::NothingToRewrite(1)));
    }

    #[test]
    fn a_review_reads_every_text_and_ends_with_the_whole() {
        let chapters = [chapter(1, Written, Some(1)), chapter(2, Empty, None)];
        let world = World::default();
        let request = NewRun::of(RunKind::Review);
        let planned = steps(&request, &world, &chapters, &[]).expect("a plan");
        let expected = [(StepKind::Review, Some(1)), (StepKind::Review, None)];
        assert_eq!(kinds(&planned), expected);
    }

    #[test]
    fn a_reading_passes_over_what_was_read_as_it_is_now() {
        let chapters = [
            chapter(1, Written, Some(1)),
            chapter(2, Empty, None),
            chapter(3, Written, Some(3)),
        ];
        let (world, request) = (World::default(), NewRun::of(RunKind::Read));
        let read = |request: &NewRun, read: &[u128]| {
            let read: Vec<_> = read.iter().copied().map(revision).collect();
            steps(request, &world, &chapters, &read).map(|steps| kinds(&steps))
        };
        let step = |number| (StepKind::Read, Some(number));
        assert_eq!(read(&request, &[]), Ok(vec![step(1), step(3)]));
        assert_eq!(read(&request, &[1]), Ok(vec![step(3)]));
        assert_eq!(read(&request, &[1, 3]), Err(Refusal::AllRead));
        let again = NewRun {
            include_written: true,
            ..request.clone()
        };
        assert_eq!(read(&again, &[1, 3]), Ok(vec![step(1), step(3)]));
        let one = |number: u32| NewRun {
            chapter: Some(number.into()),
            ..request.clone()
        };
        assert_eq!(read(&one(3), &[3]), Ok(vec![step(3)]));
        assert_eq!(read(&one(2), &[]), Err(Refusal::NoTextToRead(2)));
        let both = NewRun {
            chapters: vec![3.into(), 1.into()],
            ..request.clone()
        };
        assert_eq!(read(&both, &[1, 3]), Ok(vec![step(1), step(3)]));
        let none = steps(&request, &world, &chapters[1..2], &[]).map(|_| ());
        assert_eq!(none, Err(Refusal::NothingToRead));
    }

    #[test]
    fn the_same_work_is_the_same_chapters_in_any_order() {
        let subject = |kind, number| StepKey {
            kind,
            chapter: Some(chapter(number, Empty, None).id),
            entity: None,
        };
        let world = StepKey {
            kind: StepKind::World,
            chapter: None,
            entity: None,
        };
        let (one, two) = (subject(StepKind::Chapter, 1), subject(StepKind::Chapter, 2));
        let same = |left: &[_], wanted: &[_]| is_same_work(RunKind::AllChapters, left, wanted);
        assert!(same(&[one, two], &[two, one]));
        assert!(same(&[world, one], &[one]));
        assert!(!same(&[one], &[one, two]));
        assert!(!same(&[], &[]));
        assert!(is_same_work(RunKind::World, &[world], &[world]));
        assert!(!is_same_work(RunKind::World, &[world], &[world, one]));
    }

    #[test]
    fn other_terms_are_refused() {
        let check = |wanted, budget| {
            check_terms(&RunOptions {
                priority: (wanted, 3),
                budget: (budget, Some("a")),
            })
        };
        assert_eq!(check(None, None), Ok(()));
        assert_eq!(check(Some(3), Some("a")), Ok(()));
        assert_eq!(check(Some(4), None), Err(Refusal::QueuedOtherwise));
        assert_eq!(check(None, Some("b")), Err(Refusal::QueuedOtherwise));
    }
}
