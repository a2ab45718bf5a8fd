//! Outlines and plans.

use super::super::{
    fields::{
        Dropped, digits, get, has, items, number_in, text, text_in, texts, texts_in, words_in,
    },
    labels,
};
use super::{FieldNames, ParseAnswer, list_in};
use serde_json::Value;
use writing::assignment::{Assignment, ChapterSketch, OutlineSketch, Plan, Scene};

const CHAPTERS: FieldNames = &[
    "chapters",
    "outline",
    "chapter_list",
    "chapter_outlines",
    "acts",
    "parts",
    "kapitel",
    "chapitres",
    "capítulos",
    "capitoli",
    "hoofdstukken",
    "главы",
    "章节",
    "章",
];
const TITLE: FieldNames = &[
    "title",
    "chapter_title",
    "name",
    "heading",
    "titel",
    "titre",
    "título",
    "titolo",
    "название",
    "标题",
];
const BEATS: FieldNames = &[
    "beats",
    "plot_points",
    "points",
    "events",
    "beat",
    "outline",
    "what_happens",
    "scenes",
    "plot",
    "ereignisse",
    "handlung",
    "événements",
    "eventos",
    "eventi",
    "gebeurtenissen",
    "события",
    "情节",
    "summary",
    "description",
];
const NUMBER: FieldNames = &[
    "number",
    "chapter_number",
    "chapter",
    "index",
    "no",
    "id",
    "nummer",
    "numéro",
    "número",
];

impl ParseAnswer for OutlineSketch {
    const FIELDS: &'static [FieldNames] = &[CHAPTERS];
    const IS_LIST: bool = true;

    /// `{"Chapter 1": {…}, "Chapter 2": {…}}`
    fn is_bare(value: &Value) -> bool {
        let fields = value.as_object();
        fields.is_some_and(|fields| fields.iter().any(|(name, value)| is_chapter(name, value)))
    }

    fn parse_answer(value: &Value, asked: &Assignment, dropped: &mut Dropped) -> Self {
        let wanted: Vec<u32> = match asked {
            Assignment::Outline { outline } => outline.chapters.clone(),
            _ => Vec::new(),
        };
        let all = chapters_in(value);
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

fn is_chapter(name: &str, value: &Value) -> bool {
    let has_beats = has(value, BEATS)
        || value
            .as_array()
            .is_some_and(|all| all.iter().any(Value::is_string));
    digits(name).is_some() && has_beats
}

/// The chapters, also those of several acts.
fn chapters_in(value: &Value) -> Vec<(Option<&str>, &Value)> {
    let list = list_in(value, CHAPTERS);
    // Beside its chapters, an object may have a title of its own.
    let is_named =
        |(name, value): &(Option<&str>, &Value)| name.is_some_and(|name| is_chapter(name, value));
    let mut named = items(list, &[]);
    named.retain(is_named);
    if list.is_object() && std::ptr::eq(list, value) && !named.is_empty() {
        return named;
    }
    let all = items(list, &["title", "beats"]);
    // The outline of a chapter is a list of texts.
    let is_act = |act: &Value| {
        let within = list_in(act, CHAPTERS).as_array();
        has(act, CHAPTERS) && within.is_some_and(|all| all.iter().any(|one| has(one, BEATS)))
    };
    all.into_iter()
        .flat_map(|(name, act)| match is_act(act) {
            true => items(list_in(act, CHAPTERS), &[]),
            false => vec![(name, act)],
        })
        .collect()
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
    let (title, beats) = match value {
        Value::Object(_) => match get(value, BEATS) {
            Some(beats) => (title, beats_of(beats)),
            None => guessed(value, title),
        },
        other => (title, beats_of(other)),
    };
    ChapterSketch {
        title: labels::title(&title, numbers),
        beats: labels::beats(beats),
    }
}

/// Title and beats under names that nobody knows: the first short text, and the first list of texts.
fn guessed(value: &Value, title: String) -> (String, Vec<String>) {
    const SHORT: usize = 80;
    let fields = || value.as_object().into_iter().flatten();
    let is_list = |value: &&Value| {
        value
            .as_array()
            .is_some_and(|all| all.iter().any(Value::is_string))
    };
    let beats = fields()
        .map(|(_, value)| value)
        .find(is_list)
        .map(beats_of)
        .unwrap_or_default();
    let is_number = |name: &str| {
        NUMBER
            .iter()
            .any(|number| number.eq_ignore_ascii_case(name))
    };
    let short = fields().find_map(|(name, value)| {
        let text = value
            .as_str()
            .filter(|text| text.chars().count() <= SHORT)?;
        (!is_number(name)).then(|| text.to_owned())
    });
    let title = match title.is_empty() && !beats.is_empty() {
        true => short.unwrap_or_default(),
        false => title,
    };
    (title, beats)
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

impl ParseAnswer for ChapterSketch {
    const FIELDS: &'static [FieldNames] = &[
        &[
            "title",
            "chapter_title",
            "titel",
            "titre",
            "título",
            "titolo",
        ],
        &[
            "beats",
            "plot_points",
            "events",
            "points",
            "ereignisse",
            "événements",
            "eventos",
            "eventi",
        ],
    ];
    const IS_LIST: bool = true;

    fn parse_answer(value: &Value, asked: &Assignment, _: &mut Dropped) -> Self {
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

const SCENES: FieldNames = &[
    "scenes",
    "scene",
    "plan",
    "scene_list",
    "szenen",
    "scènes",
    "escenas",
    "cenas",
];
const GOAL: FieldNames = &[
    "goal",
    "purpose",
    "objective",
    "title",
    "ziel",
    "but",
    "objectif",
    "objetivo",
    "obiettivo",
];
const CONFLICT: FieldNames = &[
    "conflict",
    "obstacle",
    "tension",
    "against",
    "konflikt",
    "conflit",
    "conflicto",
    "conflitto",
    "conflito",
];
const VIEW: FieldNames = &[
    "point_of_view",
    "pov",
    "viewpoint",
    "perspektive",
    "point_de_vue",
    "punto_de_vista",
];
const PLACE: FieldNames = &[
    "place", "location", "setting", "where", "ort", "lieu", "lugar", "luogo", "local",
];
const PRESENT: FieldNames = &[
    "present",
    "characters",
    "cast",
    "who",
    "figuren",
    "anwesend",
    "personnages",
    "personajes",
];
const SCENE_BEATS: FieldNames = &[
    "beats",
    "beat",
    "events",
    "what_happens",
    "ereignisse",
    "handlung",
    "événements",
    "eventos",
    "eventi",
    "summary",
    "description",
];
const SCENE: FieldNames = &["goal", "beats", "point_of_view", "place"];

impl ParseAnswer for Plan {
    const FIELDS: &'static [FieldNames] = &[SCENES];
    const IS_LIST: bool = true;

    /// A single scene.
    fn is_bare(value: &Value) -> bool {
        has(value, SCENE_BEATS)
            && [GOAL, CONFLICT, VIEW, PLACE]
                .iter()
                .any(|names| has(value, names))
    }

    fn parse_answer(value: &Value, _: &Assignment, dropped: &mut Dropped) -> Self {
        let list = list_in(value, SCENES);
        let list = match Self::is_bare(list) {
            true => vec![(None, list)],
            false => items(list, SCENE),
        };
        let mut scenes = Vec::new();
        for (_, scene) in list {
            let scene = match scene {
                Value::Object(_) => Scene {
                    goal: text_in(scene, GOAL),
                    conflict: text_in(scene, CONFLICT),
                    point_of_view: text_in(scene, VIEW),
                    place: text_in(scene, PLACE),
                    present: words_in(scene, PRESENT),
                    beats: labels::beats(texts_in(scene, SCENE_BEATS)),
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
