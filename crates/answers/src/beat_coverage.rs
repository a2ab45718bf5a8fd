//! How the scenes of a plan share the beats of their chapter: each beat in one scene, none left out.

use std::collections::HashSet;
use text::prose::normal;
use writing::assignment::{Plan, Scene};

/// A beat in a plan that has so many of the words of one of the chapter stands for it, in a hundred.
const ALIKE: usize = 60;

/// Beats that stand in more than one scene, each once.
pub fn repeated(plan: &Plan) -> Vec<&str> {
    let (mut seen, mut again) = (HashSet::new(), Vec::new());
    for scene in &plan.scenes {
        let mut here = HashSet::new();
        for beat in &scene.beats {
            let key = normal(beat);
            if !key.is_empty() && here.insert(key.clone()) && !seen.insert(key.clone()) {
                again.push((key, beat.as_str()));
            }
        }
    }
    let mut told = HashSet::new();
    again.retain(|(key, _)| told.insert(key.clone()));
    again.into_iter().map(|(_, beat)| beat).collect()
}

/// Beats of the chapter that no scene covers. A plan that has as many as the chapter has put them in its own
/// words.
pub fn left_out<'b>(plan: &Plan, beats: &'b [String]) -> Vec<&'b str> {
    let wanted = beats.iter().filter(|beat| !normal(beat).is_empty());
    let planned: usize = plan.scenes.iter().map(|scene| scene.beats.len()).sum();
    if planned >= wanted.clone().count() {
        return Vec::new();
    }
    wanted
        .map(String::as_str)
        .filter(|beat| covering_scene(plan, beat).is_none())
        .collect()
}

/// The scene that covers a beat.
fn covering_scene(plan: &Plan, beat: &str) -> Option<usize> {
    let wanted = normal(beat);
    let wanted: HashSet<&str> = wanted.split_whitespace().collect();
    plan.scenes.iter().position(|scene| {
        scene.beats.iter().any(|beat| {
            let beat = normal(beat);
            let there: HashSet<&str> = beat.split_whitespace().collect();
            wanted.intersection(&there).count() * 100 >= wanted.len() * ALIKE
        })
    })
}

/// What a plan is in the end, whatever the model made of it: a beat that was told is not told again in a later
/// scene, a scene that has nothing of its own is none, and a beat that was forgotten comes after the one before
/// it.
pub fn normalize(plan: &mut Plan, beats: &[String]) {
    let mut seen = HashSet::new();
    for scene in &mut plan.scenes {
        scene.beats.retain(|beat| {
            let key = normal(beat);
            !key.is_empty() && seen.insert(key)
        });
    }
    let mut goals = HashSet::new();
    plan.scenes.retain(|scene| {
        let goal = normal(&scene.goal);
        let new = !goal.is_empty() && goals.insert(goal);
        new || !scene.beats.is_empty()
    });
    if plan.scenes.is_empty() {
        plan.scenes.push(Scene::default());
    }
    let left_out = left_out(plan, beats);
    let (mut last, mut added) = (0, HashSet::new());
    for beat in beats {
        if left_out.contains(&beat.as_str()) {
            // A chapter may name a beat twice; a plan tells it once.
            if added.insert(normal(beat)) {
                plan.scenes[last].beats.push(beat.clone());
            }
        } else {
            last = covering_scene(plan, beat).unwrap_or(last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEARS: &str = "Ines hears a noise on the company’s ship.";
    const LOOKS: &str = "She goes aboard to look.";
    const FINDS: &str = "She finds her father’s name in the ledger.";

    fn beats() -> Vec<String> {
        [HEARS, LOOKS, FINDS].map(str::to_owned).to_vec()
    }

    fn plan(scenes: &[(&str, &[&str])]) -> Plan {
        let scene = |(goal, beats): &(&str, &[&str])| Scene {
            goal: (*goal).to_owned(),
            beats: beats.iter().map(|&beat| beat.to_owned()).collect(),
            ..Scene::default()
        };
        Plan {
            scenes: scenes.iter().map(scene).collect(),
        }
    }

    fn settled(mut plan: Plan) -> Vec<(String, Vec<String>)> {
        normalize(&mut plan, &beats());
        let scenes = plan.scenes.into_iter();
        scenes.map(|scene| (scene.goal, scene.beats)).collect()
    }

    #[test]
    fn a_plan_that_shares_them_is_left_alone() {
        let good = plan(&[("to know", &[HEARS, LOOKS]), ("to get away", &[FINDS])]);
        assert!(repeated(&good).is_empty() && left_out(&good, &beats()).is_empty());
        let mut same = good.clone();
        normalize(&mut same, &beats());
        assert_eq!(same, good);
        // Not word for word, and a scene without a beat that wants something of its own.
        let free = plan(&[
            (
                "to know",
                &[
                    "Ines hears a noise on the ship of the company",
                    "She goes aboard to look",
                ],
            ),
            ("to rest", &[]),
            (
                "to get away",
                &["Below deck she finds her father's name in the ledger."],
            ),
        ]);
        assert!(left_out(&free, &beats()).is_empty());
        let mut same = free.clone();
        normalize(&mut same, &beats());
        assert_eq!(same, free);
    }

    #[test]
    fn a_beat_is_told_once_and_a_scene_without_any_is_none() {
        let all: &[&str] = &[HEARS, LOOKS, FINDS];
        let again = plan(&[
            ("to know", all),
            ("to know", all),
            ("To know.", &[LOOKS, LOOKS]),
        ]);
        assert_eq!(repeated(&again), all);
        assert_eq!(settled(again), [("to know".to_owned(), beats())]);
    }

    #[test]
    fn a_beat_that_was_forgotten_comes_after_the_one_before_it() {
        let short = plan(&[("to know", &[HEARS]), ("to get away", &[FINDS])]);
        assert_eq!(left_out(&short, &beats()), [LOOKS]);
        assert_eq!(settled(short)[0].1, [HEARS, LOOKS]);
        assert_eq!(
            settled(plan(&[]))[0].1,
            beats(),
            "one scene with all of them is a plan too"
        );
    }

    #[test]
    fn a_beat_that_its_chapter_names_twice_is_told_once() {
        let mut short = plan(&[("to know", &[]), ("to get away", &[FINDS])]);
        let beats = [HEARS, FINDS, HEARS].map(str::to_owned);
        normalize(&mut short, &beats);
        assert!(repeated(&short).is_empty(), "{short:?}");
        assert_eq!(short.scenes[0].beats, [HEARS]);
    }
}
