//! A scene of a chapter: what it is, and what of the chapter is written already.

use super::{
    TooSmall,
    budget::{PromptBudget, PromptItem},
    chapter::{add_background, what_must_happen},
    existing_text,
    story_context::{place, task},
};
use std::{fmt::Write as _, ops::Range};
use writing::{
    Call, Tuning,
    assignment::{ChapterContext, Plan, Scene},
};

fn scene_lines(scene: &Scene) -> String {
    let mut text = String::new();
    for (name, value) in [
        ("Seen through", &scene.point_of_view),
        ("Where", &scene.place),
        ("Wants", &scene.goal),
        ("Against it", &scene.conflict),
    ] {
        if !value.is_empty() {
            let _ = write!(text, "\n{name}: {value}");
        }
    }
    if !scene.present.is_empty() {
        let _ = write!(text, "\nAlso there: {}", scene.present.join(", "));
    }
    for beat in &scene.beats {
        let _ = write!(text, "\n- {beat}");
    }
    text
}

/// How long a scene of a plan is meant to be.
pub(super) fn words(tuning: Tuning, plan: &Plan) -> u32 {
    let scenes = u32::try_from(plan.scenes.len()).unwrap_or(u32::MAX);
    tuning.chapter_words / scenes.max(1)
}

pub(super) fn draft(
    budget: &mut PromptBudget,
    call: &Call,
    chapter: &ChapterContext,
    plan: &Plan,
    number: usize,
    before: &str,
) -> Result<(), TooSmall> {
    let nothing = Scene::default();
    let scene = plan.scenes.get(number).unwrap_or(&nothing);
    task(budget, what_to_write(call, chapter, plan, number))?;
    what_must_happen(budget, &call.story, chapter)?;
    existing_text::at_scene(budget, &chapter.existing_text, plan.scenes.len(), number);
    let about = [
        scene.point_of_view.as_str(),
        scene.place.as_str(),
        scene.goal.as_str(),
        scene.conflict.as_str(),
    ];
    let present: Vec<&str> = scene.present.iter().map(String::as_str).collect();
    let about: Vec<&str> = about
        .into_iter()
        .chain(present)
        .chain(scene.beats.iter().map(String::as_str))
        .collect();
    let told = tell_before(budget, plan, number, before);
    add_background(budget, &call.story, chapter, &about, number == 0);
    let others = (0..plan.scenes.len())
        .filter(|at| *at != number && !told.contains(at))
        .filter_map(|place| in_a_line(place, &plan.scenes[place]))
        .collect();
    budget.list(
        place::PLAN,
        "other scenes",
        "The other scenes of the chapter, which are not told here:",
        others,
        0.5,
    );
    Ok(())
}

/// The task itself: which scene, how long, where it ends, and what to do otherwise than last time.
fn what_to_write(call: &Call, chapter: &ChapterContext, plan: &Plan, number: usize) -> String {
    let count = plan.scenes.len().max(1);
    let words = words(call.tuning, plan);
    let end = match plan.scenes.get(number + 1) {
        Some(next) => format!(
            "Stop where the scene ends; the next one ({}) is written afterwards.",
            if next.goal.is_empty() {
                "which follows"
            } else {
                &next.goal
            }
        ),
        None if chapter.number == chapter.of => {
            "It is the last scene of the story: end it so that nothing has to follow.".to_owned()
        }
        None => "It ends the chapter: on something that makes one read on.".to_owned(),
    };
    let mut text = format!(
        "Write scene {} of {count} of this chapter now, about {words} words of prose in paragraphs. \
         Dialogue where people meet. No heading, no list, no notes; the text alone. {end}",
        number + 1
    );
    if let Some(scene) = plan.scenes.get(number) {
        text.push_str(&scene_lines(scene));
    }
    if call.looped > 0 {
        text.push_str(
            "\nThe last try told again what stands there already. Go on with what has not been told yet, in \
             sentences that are not there yet; where nothing is left to happen, end the scene.",
        );
    }
    if call.short {
        text.push_str(
            "\nWhat is written of this scene is far shorter than that. Go on from its end and tell it at length: \
             what is seen, said and done.",
        );
    }
    if !chapter.existing_text.text.is_empty() {
        text.push_str(existing_text::DRAFT_REWRITE);
    }
    text
}

/// The text before the scene. Where only its end fits, the scenes before it are told as they were planned; answers
/// which ones those are.
fn tell_before(
    budget: &mut PromptBudget,
    plan: &Plan,
    number: usize,
    before: &str,
) -> Range<usize> {
    if before.is_empty() {
        return 0..0;
    }
    let is_cut = budget.end_of(
        place::SO_FAR,
        "the chapter so far",
        "The chapter so far; go on from its end without repeating any of it:",
        before,
        0.5,
    );
    if !is_cut {
        return 0..0;
    }
    // Nobody has summed up scenes of a chapter that is under way: their plan stands for them. What is read for its text
    // again does no harm.
    let told = 0..number.min(plan.scenes.len());
    let items = told
        .clone()
        .rev()
        .filter_map(|place| in_a_line(place, &plan.scenes[place]))
        .collect();
    budget.list(
        place::PLAN,
        "earlier scenes",
        "The scenes of the chapter before this one, as they were planned; of their text, only the end \
         follows:",
        items,
        0.2,
    );
    told
}

/// A scene as it was planned: what was wanted, and what was to happen.
fn in_a_line(place: usize, scene: &Scene) -> Option<PromptItem> {
    let said: Vec<&str> = [&scene.goal]
        .into_iter()
        .chain(&scene.beats)
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    (!said.is_empty()).then(|| PromptItem {
        place,
        text: format!("Scene {}: {}", place + 1, said.join(" — ")),
    })
}
