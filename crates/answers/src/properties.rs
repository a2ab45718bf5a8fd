//! What holds for whatever a model answers: nothing panics, JSON that is whole is read as it is, words are kept or told,
//! and how an answer was cut changes nothing.

use crate::{
    beat_coverage,
    chatter::{self, SceneRequest},
    lenient,
    resumed::{ResumeAction, ResumeMatcher},
    shape::{self, Shape},
};
use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use writing::assignment::{
    Assessment, Assignment, ChapterContext, ChapterReading, ChapterSketch, Edits, EntityRewrite,
    InterviewSketch, OutlineRequest, OutlineSketch, Plan, Report, StoryContext, Summary,
    WorldSketch,
};

/// Parts of JSON, and of what models make of it.
const JSON: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ":",
    ",",
    "：",
    "，",
    "\"",
    "'",
    "“",
    "”",
    "\\",
    "\\u",
    "\\ud83d",
    "\\ude00",
    "\\x4",
    "\n",
    " ",
    "//",
    "/*",
    "*/",
    "#",
    "...",
    "```json\n",
    "```",
    "\"\"\"",
    "True",
    "null",
    "nan",
    "-1e999",
    "0x1f",
    "scenes",
    "\"beats\"",
    "chapters",
    "entities",
    "name",
    "edits",
    "passage",
    "summary",
    "findings",
    "kind",
    "It rains.",
    "\u{feff}",
    "\u{10f800}",
    "İ",
];

/// What models say around a scene, and scenes.
const SAID: &[&str] = &[
    "Sure! Here is the scene:",
    "Of course.",
    "Continuing from where we left off:",
    "# Chapter 1",
    "**Chapter One: The Lamp**",
    "Scene 2",
    "(continued)",
    "---",
    "***",
    "Let me think about the scene.",
    "Thought process:",
    "1. It rains.",
    "- The dam breaks.",
    "Mara climbs the stairs of the lighthouse with the lamp in her left hand.",
    "“Who is there?” she asks. The radio speaks with the voice of her brother.",
    "It rains.",
    "The End",
    "[End of scene]",
    "Word count: 812",
    "Notes:",
    "I hope you like this scene! Let me know if I should change anything.",
    "Would you like me to continue?",
    "第一章",
];

fn parts(all: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    vec(proptest::sample::select(all), 0..most)
}

fn broken_json() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        8 => proptest::sample::select(JSON).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(part, 0..24).prop_map(|parts| parts.concat())
}

fn scene() -> impl Strategy<Value = String> {
    let gap = proptest::sample::select(&["\n\n", "\n", " "][..]);
    vec((proptest::sample::select(SAID), gap), 0..8).prop_map(|lines| {
        lines
            .into_iter()
            .map(|(line, gap)| format!("{line}{gap}"))
            .collect()
    })
}

/// Sentences of a story, of which some come again.
fn prose() -> impl Strategy<Value = String> {
    let sentence = proptest::sample::select(
        &[
            "Mara climbs the stairs of the lighthouse with the lamp in her left hand.",
            "“Who is there?” she asks.",
            "The radio speaks with the voice of her brother, low and patient, as if he had waited",
            "It rains.",
            "No, no, no,",
            "海は静かだった。",
        ][..],
    );
    let gap = proptest::sample::select(&["\n\n", " ", ""][..]);
    vec((sentence, gap), 0..6).prop_map(|all| {
        let all = all.into_iter();
        all.map(|(sentence, gap)| format!("{sentence}{gap}"))
            .collect()
    })
}

/// Any value; its words are what fields are named after, too.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(Value::from),
        "[a-zé“”\"'\\\\{}\n,: ]{0,12}".prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            vec((name(), inner), 0..4).prop_map(|fields| Value::Object(Map::from_iter(fields))),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    proptest::sample::select(
        &[
            "scenes",
            "beats",
            "title",
            "chapters",
            "entities",
            "relations",
            "rules",
            "name",
            "kind",
            "from",
            "to",
            "edits",
            "passage",
            "replacement",
            "summary",
            "findings",
            "severity",
            "quote",
            "note",
            "notes",
            "facts",
            "questions",
            "brief",
            "premise",
            "role",
            "description",
            "assessment",
            "data",
            "x",
        ][..],
    )
    .prop_map(str::to_owned)
}

fn object() -> impl Strategy<Value = Value> {
    vec((name(), value()), 1..5).prop_map(|fields| Value::Object(Map::from_iter(fields)))
}

fn cut_text<'t>(text: &'t str, cuts: &[Index]) -> Vec<&'t str> {
    let at = |cut: &Index| text.floor_char_boundary(cut.index(text.len() + 1));
    let mut places: Vec<usize> = cuts.iter().map(at).collect();
    places.extend([0, text.len()]);
    places.sort_unstable();
    places.windows(2).map(|at| &text[at[0]..at[1]]).collect()
}

fn read_as<T: Shape>(text: &str, asked: &Assignment) {
    if let Err(invalid) = shape::read::<T>(text, &StoryContext::default(), asked) {
        assert!(!invalid.problem.is_empty());
    }
}

/// Reads an answer as each of the structured answers.
fn read_as_all(text: &str) {
    let chapter = ChapterContext {
        beats: vec!["It rains.".to_owned(), "The dam breaks.".to_owned()],
        ..ChapterContext::default()
    };
    let plan = Assignment::Plan { chapter };
    let outline = Assignment::Outline {
        outline: OutlineRequest::all(2),
    };
    read_as::<WorldSketch>(text, &Assignment::World);
    read_as::<OutlineSketch>(text, &outline);
    read_as::<ChapterSketch>(text, &outline);
    read_as::<Plan>(text, &plan);
    read_as::<Edits>(text, &plan);
    read_as::<Report>(text, &plan);
    read_as::<InterviewSketch>(text, &plan);
    read_as::<EntityRewrite>(text, &plan);
    read_as::<ChapterReading>(text, &plan);
    read_as::<Summary>(text, &plan);
    read_as::<Assessment>(text, &plan);
}

/// How often each word stands in some texts.
fn words<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for text in texts {
        for word in text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            *all.entry(word.to_owned()).or_default() += 1;
        }
    }
    all
}

/// What stands there after an answer that goes on with `before` came in these pieces.
fn after(before: &str, pieces: &[&str]) -> String {
    let mut whole = before.to_owned();
    let mut resumed = ResumeMatcher::new(before);
    let mut took: Vec<ResumeAction> = pieces.iter().map(|piece| resumed.take(piece)).collect();
    took.push(resumed.end());
    for took in took {
        match took {
            ResumeAction::Held => {}
            ResumeAction::Text(text) => whole.push_str(&text),
            ResumeAction::Restart(keep, text) => {
                whole.truncate(keep);
                whole.push_str(&text);
            }
        }
    }
    whole
}

proptest! {
    #[test]
    fn any_answer_is_read_or_refused_in_words(text in broken_json()) {
        lenient::event(&text);
        lenient::find(&text);
        read_as_all(&text);
    }

    #[test]
    fn json_of_any_shape_is_read_or_refused_in_words(value in value()) {
        read_as_all(&value.to_string());
    }

    #[test]
    fn json_that_is_whole_is_read_as_it_is(value in object()) {
        let text = value.to_string();
        prop_assert_eq!(lenient::event(&text), Some(value.clone()));
        let fenced = format!("Here you are:\n```json\n{}\n```\nI hope it helps.", serde_json::to_string_pretty(&value).expect("JSON"));
        for text in [text, fenced] {
            let found = lenient::find(&text).expect("it is there");
            prop_assert_eq!(&found.value, &value, "{}", text);
            prop_assert!(found.is_whole && found.is_closed, "{}", text);
        }
    }

    #[test]
    fn json_that_was_cut_is_not_taken_for_whole(value in object(), cut in any::<Index>()) {
        let text = value.to_string();
        let cut = &text[..text.floor_char_boundary(cut.index(text.len()))];
        prop_assert_eq!(lenient::event(cut), None);
        prop_assert!(lenient::find(cut).is_none_or(|found| !found.is_closed), "{}", cut);
        read_as_all(cut);
    }

    #[test]
    fn each_word_of_a_scene_is_kept_or_told(text in scene(), cuts in vec(any::<Index>(), 0..3)) {
        let beats = ["It rains.".to_owned(), "The dam breaks.".to_owned()];
        for asked in [SceneRequest::default(), SceneRequest { title: "The Lamp", beats: &beats }] {
            let cleaned = chatter::clean(&text, asked);
            let all = cleaned.left_out.iter().chain([&cleaned.text]).map(String::as_str);
            prop_assert_eq!(words(all), words([&*text]), "{:?}", cleaned);
            for piece in cut_text(&text, &cuts) {
                let cleaned = chatter::clean_opening(piece, asked.title);
                let all = cleaned.left_out.iter().chain([&cleaned.text]).map(String::as_str);
                prop_assert_eq!(words(all), words([piece]), "{:?}", cleaned);
            }
        }
    }

    #[test]
    fn any_text_is_cleaned(text in broken_json(), scene in scene()) {
        for text in [text.clone(), format!("{text}{scene}"), format!("{scene}{text}")] {
            let cleaned = chatter::clean(&text, SceneRequest::default());
            prop_assert!(text.trim().is_empty() || !cleaned.text.trim().is_empty());
            chatter::clean_opening(&text, "It rains.");
        }
    }

    #[test]
    fn how_a_text_goes_on_does_not_depend_on_pieces(
        before in prose(), from in any::<Index>(), said in scene(), new in prose(), cuts in vec(any::<Index>(), 0..8)
    ) {
        // It may tell the end of the text again, from a word on.
        let words: Vec<usize> = before.match_indices(' ').map(|(at, _)| at + 1).chain([before.len()]).collect();
        let again = &before[words[from.index(words.len())]..];
        for answer in [new.clone(), format!("{again}{new}"), format!("{said}\n\n{again}{new}")] {
            let whole = after(&before, &[&answer]);
            let cut = cut_text(&answer, &cuts);
            prop_assert_eq!(after(&before, &cut), whole, "{:?}", cut);
        }
    }

    #[test]
    fn a_plan_has_each_beat_of_its_chapter_in_the_end(
        scenes in vec(parts(SAID, 4), 0..5), beats in parts(SAID, 6)
    ) {
        let scenes: Vec<Value> = scenes.iter().map(|beats| json!({"beats": beats})).collect();
        let text = json!({"scenes": scenes}).to_string();
        let read = shape::read::<Plan>(&text, &StoryContext::default(), &Assignment::World);
        let plan = read.map_or_else(|invalid| invalid.usable, Some);
        let beats: Vec<String> = beats.into_iter().map(str::to_owned).collect();
        if let Some(mut plan) = plan.map(|plan| plan.value) {
            beat_coverage::normalize(&mut plan, &beats);
            prop_assert!(beat_coverage::repeated(&plan).is_empty());
            prop_assert!(beat_coverage::left_out(&plan, &beats).is_empty());
        }
    }
}
