//! Outlines and plans.

use super::super::{
    fields::{
        Dropped, digits, get, has, items, number_in, text, text_in, texts, texts_in, words_in,
    },
    labels,
};
use super::{Names, Taken, list_in};
use crate::model::assignment::{Assignment, ChapterSketch, OutlineSketch, Plan, Scene};
use serde_json::Value;

const CHAPTERS: Names = &["chapters", "outline", "chapter_list", "chapter_outlines"];
const TITLE: Names = &["title", "chapter_title", "name", "heading"];
const BEATS: Names = &[
    "beats",
    "plot_points",
    "points",
    "events",
    "beat",
    "outline",
    "what_happens",
    "scenes",
    "plot",
    "summary",
    "description",
];
const NUMBER: Names = &["number", "chapter_number", "chapter", "index", "no", "id"];

impl Taken for OutlineSketch {
    const FIELDS: &'static [Names] = &[CHAPTERS];
    const IS_LIST: bool = true;

    fn take(value: &Value, asked: &Assignment, dropped: &mut Dropped) -> Self {
        let wanted: Vec<u32> = match asked {
            Assignment::Outline { outline } => outline.chapters.clone(),
            _ => Vec::new(),
        };
        let list = list_in(value, CHAPTERS);
        let all: Vec<(Option<&str>, &Value)> = items(list, &["title", "beats"]);
        let mut found = Vec::new();
        for (at, (key, chapter)) in all.into_iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            let number = number_in(chapter, NUMBER).or_else(|| key.and_then(digits));
            let place = wanted.get(at as usize).copied().unwrap_or(at + 1);
            match chapter.is_object() || chapter.is_array() || chapter.is_string() {
                true => found.push((number, chapter_of(chapter, key, &[place, at + 1]))),
                false => dropped.add(format!("chapter {place}")),
            }
        }
        Self {
            chapters: placed(found, &wanted),
        }
    }
}

/// Chapters in their places, where all say theirs; else as they came.
fn placed(mut found: Vec<(Option<u32>, ChapterSketch)>, wanted: &[u32]) -> Vec<ChapterSketch> {
    let as_they_came = |found: Vec<(Option<u32>, ChapterSketch)>| {
        found.into_iter().map(|(_, chapter)| chapter).collect()
    };
    let numbers: Option<Vec<u32>> = found.iter().map(|(number, _)| *number).collect();
    let Some(mut numbers) = numbers else {
        return as_they_came(found);
    };
    // Some count from 0, some from 1 in each portion.
    let from_zero = numbers.contains(&0);
    let are_asked = |numbers: &[u32]| numbers.iter().all(|number| wanted.contains(number));
    for number in &mut numbers {
        *number += u32::from(from_zero);
    }
    let count = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
    if !are_asked(&numbers) && numbers.iter().all(|number| (1..=count).contains(number)) {
        let place = |number: u32| wanted.get(number as usize - 1).copied();
        numbers = numbers.into_iter().filter_map(place).collect();
    }
    let mut distinct = numbers.clone();
    distinct.sort_unstable();
    distinct.dedup();
    if !are_asked(&numbers) || distinct.len() != found.len() || found.is_empty() {
        return as_they_came(found);
    }
    let last = distinct.last().copied().unwrap_or_default();
    wanted
        .iter()
        .take_while(|number| **number <= last)
        .map(|number| {
            let at = numbers.iter().position(|known| known == number);
            at.map(|at| std::mem::take(&mut found[at].1))
                .unwrap_or_default()
        })
        .collect()
}

fn chapter_of(value: &Value, key: Option<&str>, numbers: &[u32]) -> ChapterSketch {
    let title = match (get(value, TITLE).and_then(text), key) {
        (Some(title), _) => title,
        (None, Some(key)) if digits(key).is_none() => key.to_owned(),
        _ => String::new(),
    };
    let beats = match value {
        Value::Object(_) => get(value, BEATS).map(beats_of).unwrap_or_default(),
        other => beats_of(other),
    };
    ChapterSketch {
        title: labels::title(&title, numbers),
        beats: labels::beats(beats),
    }
}

/// Beats in any form; of scenes, their beats.
fn beats_of(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) if items.iter().any(|item| has(item, &["beats"])) => items
            .iter()
            .flat_map(|item| texts_in(item, &["beats"]))
            .collect(),
        other => texts(other),
    }
}

impl Taken for ChapterSketch {
    const FIELDS: &'static [Names] = &[
        &["title", "chapter_title"],
        &["beats", "plot_points", "events", "points"],
    ];
    const IS_LIST: bool = true;

    fn take(value: &Value, asked: &Assignment, _: &mut Dropped) -> Self {
        let numbers = match asked {
            Assignment::ChapterOutline { chapter } => vec![chapter.number],
            _ => Vec::new(),
        };
        // A list of one chapter, or of its beats.
        match value.as_array().map(Vec::as_slice) {
            Some([one]) if has(one, BEATS) => chapter_of(one, None, &numbers),
            _ => chapter_of(value, None, &numbers),
        }
    }
}

const SCENES: Names = &["scenes", "scene", "plan", "scene_list"];
const SCENE: Names = &["goal", "beats", "point_of_view", "place"];

impl Taken for Plan {
    const FIELDS: &'static [Names] = &[SCENES];
    const IS_LIST: bool = true;

    fn take(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        let list = list_in(value, SCENES);
        let mut scenes = Vec::new();
        for (_, scene) in items(list, SCENE) {
            let scene = match scene {
                Value::Object(_) => Scene {
                    goal: text_in(scene, &["goal", "purpose", "objective", "title"]),
                    conflict: text_in(scene, &["conflict", "obstacle", "tension", "against"]),
                    point_of_view: text_in(scene, &["point_of_view", "pov", "viewpoint"]),
                    place: text_in(scene, &["place", "location", "setting", "where"]),
                    present: words_in(scene, &["present", "characters", "cast", "who"]),
                    beats: labels::beats(texts_in(
                        scene,
                        &[
                            "beats",
                            "beat",
                            "events",
                            "what_happens",
                            "summary",
                            "description",
                        ],
                    )),
                },
                other => Scene {
                    beats: text(other).into_iter().collect(),
                    ..Scene::default()
                },
            };
            match scene == Scene::default() {
                true => dropped.add("a scene of which nothing is said"),
                false => scenes.push(scene),
            }
        }
        Self { scenes }
    }
}
