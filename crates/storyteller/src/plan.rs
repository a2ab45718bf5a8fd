//! Divides a chapter into scenes.

use super::beats::{self, BeatMatch, BeatMentions};
use super::cast::Cast;
use super::seeded_rng::SeededRng;
use super::{outline, words};
use writing::assignment::{ChapterContext, Plan, Scene, StoryContext};

/// Two to four scenes that cover the beats in order.
pub(crate) fn sketch(story: &StoryContext, chapter: &ChapterContext) -> Plan {
    let cast = Cast::of(story);
    let mut dice = SeededRng::new(
        story.seed,
        &[
            "plan",
            &story.brief.premise,
            &chapter.number.to_string(),
            &chapter.feedback,
        ],
    );
    let count = match chapter.beats.len() {
        0..=2 => 2,
        3..=6 => 3,
        _ => 4,
    };
    let hero = cast.hero().clone();
    let others = cast.others();
    let known = beats::recognise_all(&cast, &chapter.beats);
    let mut scenes = Vec::new();
    let step = usize::try_from(chapter.number).unwrap_or(0);
    for (at, beats) in deal(&chapter.beats, count).into_iter().enumerate() {
        let named = beats::named(&cast, &beats);
        let found: Vec<&BeatMatch> = known
            .iter()
            .filter(|(beat, _)| beats.contains(beat))
            .filter_map(|(_, found)| found.as_ref())
            .collect();
        let mut present = those_named(&cast, &named, &found);
        let alone = cast
            .gone()
            .is_some_and(|gone| named.people.contains(&gone.name));
        // Someone comes in on every other scene that would be a person alone; not on one that
        // belongs to the dead.
        if present.is_empty() && !alone && !others.is_empty() && (at % 2 == 1 || dice.chance(35)) {
            present.push(others[(step * count + at) % others.len()].name.clone());
        }
        let place = place(&cast, &named, &found, step + at, at == 1 && !alone);
        let (goal, conflict) = stakes(
            &beats,
            &present,
            outline::stage(chapter.number, chapter.of),
            &mut dice,
        );
        scenes.push(Scene {
            goal,
            conflict,
            point_of_view: hero.name.clone(),
            place,
            present,
            beats,
        });
    }
    Plan { scenes }
}

/// Those whom the beats of a scene name and need, without the hero and the dead.
fn those_named(cast: &Cast, named: &BeatMentions, found: &[&BeatMatch]) -> Vec<String> {
    let hero = &cast.hero().name;
    let mut present: Vec<String> = named
        .people
        .iter()
        .filter(|name| *name != hero)
        .filter(|name| {
            cast.person(name)
                .is_some_and(|person| person.gone.is_empty())
        })
        .take(3)
        .cloned()
        .collect();
    for other in found.iter().filter_map(|found| found.other.as_ref()) {
        if !present.contains(&other.name) {
            present.push(other.name.clone());
        }
    }
    present
}

/// Where a scene is; `step` turns with the scenes, and `may_leave` is said of one that may be elsewhere without a
/// reason.
fn place(
    cast: &Cast,
    named: &BeatMentions,
    found: &[&BeatMatch],
    step: usize,
    may_leave: bool,
) -> String {
    let near = cast.places.len().min(6);
    let elsewhere = || &cast.places[1 + step % (near - 1)];
    let is_away = near > 1 && found.iter().any(|found| found.turn.away);
    let is_home = found.iter().any(|found| found.turn.home);
    if is_away {
        // On the way one is out of doors, if there is any such place.
        let out = cast.places[1..near]
            .iter()
            .find(|place| place.indoor == Some(false));
        out.unwrap_or_else(elsewhere).name.clone()
    } else if let Some(named) = named.places.first() {
        named.clone()
    } else if may_leave && !named.thing && !is_home && near > 1 {
        // At home with the motif and in the first scene, elsewhere now and then.
        elsewhere().name.clone()
    } else {
        cast.places[0].name.clone()
    }
}

/// Deals beats over scenes in order, the middle ones getting more where they don't come out even.
pub(crate) fn deal(beats: &[String], scenes: usize) -> Vec<Vec<String>> {
    let scenes = scenes.max(1);
    let mut sizes = vec![beats.len() / scenes; scenes];
    let extra = beats.len() % scenes;
    for step in 0..extra {
        // 3 scenes: the second, then the first, then the third.
        let at = if scenes > 2 {
            [1, 0, 2, 3][step % 4] % scenes
        } else {
            step % scenes
        };
        sizes[at] += 1;
    }
    let mut rest = beats.iter().cloned();
    sizes
        .into_iter()
        .map(|size| rest.by_ref().take(size).collect())
        .collect()
}

/// What is wanted in a scene and what stands against it.
fn stakes(
    beats: &[String],
    present: &[String],
    stage: u32,
    dice: &mut SeededRng,
) -> (String, String) {
    let beat = beats
        .last()
        .map(|beat| words::clean(beat, 30))
        .unwrap_or_default();
    let goal = if beat.is_empty() {
        dice.word(&[
            "to have one hour in which nothing is asked",
            "to think it through to the end, once",
            "to get as far as the truth and no further",
        ])
        .to_owned()
    } else {
        let frame = dice.word(&[
            "to come through this: %",
            "to be equal to what comes: %",
            "to get this far: %",
        ]);
        frame.replace('%', &beat)
    };
    let conflict = match (present.first(), stage) {
        (Some(name), 1 | 2) => format!("{name} sees more than was meant to be seen"),
        (Some(name), 3) => format!("{name} knows the other half and is not sure of saying it"),
        (Some(name), 4) => format!("{name} wants it stopped, for good reasons"),
        (Some(name), _) => format!("{name} has to be told, and there is no kind way"),
        (None, 1 | 2) => "nothing can be proved, and sleep would be so easy".to_owned(),
        (None, 3) => "what is found is not what was looked for".to_owned(),
        (None, _) => "there is no one left to put it off on".to_owned(),
    };
    (goal, conflict)
}
