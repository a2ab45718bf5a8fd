//! How many faults of continuity are found, and how often a clean chapter is accused:
//! `cargo xtask bench continuity`.
//!
//! The mechanical checks always; a model as well where `FABLEWRIGHT_MODEL` (`openai:NAME`, or `builtin`) and
//! `FABLEWRIGHT_MODEL_URL` name one; of its stories only those whose titles hold one of the words of
//! `FABLEWRIGHT_BENCH_STORIES`, divided by commas, where that is set.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints its table and stops at the first thing that goes wrong"
)]

use domain::TimeLimits;
use engine::model::{CommandLineServer, LanguageModel, Server};
use serde_json::{Value, json};
use std::{env, fs, path::Path, time::Duration};
use storyteller::BuiltIn;
use tests::continuity::{
    ALARMS, CorpusStory, HINTED, KindScore, RECALL, Score, Set, by_model, large, mechanical,
    stories, strangers,
};

/// The halves, and both together.
const SETS: [(&str, Option<Set>); 3] = [
    ("tuning", Some(Set::Tuning)),
    ("held out", Some(Set::HeldOut)),
    ("total", None),
];

#[tokio::main]
async fn main() {
    let stories = stories();
    let mut readers = vec![("mechanical checks".to_owned(), mechanically(&stories))];
    if let Some(model) = model() {
        let wanted = wanted(&stories);
        let name = match wanted.len() == stories.len() {
            true => model.name().to_owned(),
            // So that nobody compares what can't be compared.
            false => format!("{}, {} stories", model.name(), wanted.len()),
        };
        readers.push((name, asked(&wanted, &*model).await));
    }
    let mut missed = 0;
    let mut results = Vec::new();
    for (reader, scores) in &readers {
        print(reader, scores);
        // The goals are for what costs nothing; a model is only measured.
        let total = &scores[scores.len() - 1];
        if results.is_empty() {
            missed += usize::from(total.recall() < RECALL) + total.short().len();
            missed += usize::from(total.alarm_rate() > ALARMS);
        }
        results.push(to_row(reader, scores));
    }
    let foreign: String = SETS
        .iter()
        .map(|(_, set)| cell(strangers(&stories, *set)))
        .collect();
    println!("{:<28}{foreign}\n", "beats of other chapters");
    let took = ms(large(&stories));
    let build = if cfg!(debug_assertions) {
        "without optimisation"
    } else {
        "optimised"
    };
    println!("5,000 words, 2,000 entities, 2,000 facts: {took:.0} ms ({build})");
    results.push(
        json!({"what": "5,000 words, 2,000 entities, 2,000 facts", "ms": took, "build": build}),
    );
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
    fs::create_dir_all(&folder).unwrap();
    let text = serde_json::to_string_pretty(&results).unwrap();
    fs::write(folder.join("continuity.json"), text + "\n").unwrap();
    println!("{missed} missed; target/bench/continuity.json");
}

fn mechanically(stories: &[CorpusStory]) -> Vec<Score> {
    SETS.iter()
        .map(|(_, set)| mechanical(stories, *set))
        .collect()
}

/// The halves are asked for once; the total is their sum.
async fn asked(stories: &[CorpusStory], model: &dyn LanguageModel) -> Vec<Score> {
    let mut scores = Vec::new();
    let mut total = Score::default();
    for (_, set) in &SETS[..2] {
        let score = by_model(stories, *set, model).await.unwrap();
        total.add(&score);
        scores.push(score);
    }
    scores.push(total);
    scores
}

/// The stories that a model is asked about: a slow one takes a minute for a chapter, and there are a hundred.
fn wanted(stories: &[CorpusStory]) -> Vec<CorpusStory> {
    let titles = env::var("FABLEWRIGHT_BENCH_STORIES").unwrap_or_default();
    let titles: Vec<&str> = titles.split(',').map(str::trim).collect();
    let is_wanted = |story: &&CorpusStory| titles.iter().any(|title| story.title.contains(title));
    stories.iter().filter(is_wanted).cloned().collect()
}

/// The model that the environment names, if it names one.
fn model() -> Option<Box<dyn LanguageModel>> {
    let name = env::var("FABLEWRIGHT_MODEL")
        .ok()
        .filter(|name| !name.is_empty())?;
    if name == BuiltIn::NAME {
        return Some(Box::new(BuiltIn::new(0.0)));
    }
    let url = env::var("FABLEWRIGHT_MODEL_URL").ok();
    let key = env::var("FABLEWRIGHT_MODEL_KEY").ok();
    let given = CommandLineServer::from_name(&name, url.as_deref(), key)
        .unwrap_or_else(|| panic!("{name} is no model: openai:NAME, with FABLEWRIGHT_MODEL_URL"));
    let server = Server::new(given.settings, given.key, TimeLimits::default()).unwrap();
    let (_, model) = name.split_once(':').unwrap();
    Some(Box::new(server.model(model)))
}

/// One table: a row for each kind, a column for each half.
fn print(reader: &str, scores: &[Score]) {
    let heads: String = SETS.iter().map(|(name, _)| format!("{name:>20}")).collect();
    println!("{reader:<28}{heads}");
    let total = &scores[scores.len() - 1];
    for kind in total.kinds.keys() {
        let row: String = scores
            .iter()
            .map(|score| cell(score.kinds.get(kind).copied().unwrap_or_default()))
            .collect();
        let mark = match kind.as_str() {
            kind if HINTED.contains(&kind) => "   a hint, no goal".to_owned(),
            kind if total.short().contains(&kind) => format!("   goal {RECALL} MISSED"),
            _ => format!("   goal {RECALL}"),
        };
        println!("{kind:<28}{row}{mark}");
    }
    let all: String = scores.iter().map(|score| cell(score.total())).collect();
    let mark = if total.recall() < RECALL {
        " MISSED"
    } else {
        ""
    };
    println!("{:<28}{all}   goal {RECALL}{mark}", "all kinds");
    let alarms: String = scores
        .iter()
        .map(|score| {
            format!(
                "{:>20}",
                format!("{} of {}", score.alarms.len(), score.clean)
            )
        })
        .collect();
    let mark = if total.alarm_rate() > ALARMS {
        " MISSED"
    } else {
        ""
    };
    println!(
        "{:<28}{alarms}   goal {ALARMS} a chapter{mark}",
        "false alarms, clean chapters"
    );
    let extra: String = scores
        .iter()
        .map(|score| format!("{:>20}", score.extra.len()))
        .collect();
    println!("{:<28}{extra}", "not planted, other chapters");
    let times: String = scores
        .iter()
        .map(|score| {
            let (median, worst) = times(score);
            format!("{:>20}", format!("{:.1} ({:.1})", ms(median), ms(worst)))
        })
        .collect();
    println!("{:<28}{times}", "ms a chapter (the slowest)");
    if env::var("FABLEWRIGHT_BENCH_DETAILS").is_ok() {
        println!(
            "missed: {:#?}\nfalse alarms: {:#?}\nnot planted: {:#?}",
            total.missed, total.alarms, total.extra
        );
    }
    println!();
}

fn cell(found: KindScore) -> String {
    let share = found.share();
    format!(
        "{:>20}",
        format!("{} of {}, {share:.2}", found.found, found.planted)
    )
}

fn times(score: &Score) -> (Duration, Duration) {
    let mut took = score.took.clone();
    took.sort();
    let at = |at: usize| took.get(at).copied().unwrap_or_default();
    (at(took.len() / 2), at(took.len().saturating_sub(1)))
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// For programs.
fn to_row(reader: &str, scores: &[Score]) -> Value {
    let sets: Vec<Value> = SETS
        .iter()
        .zip(scores)
        .map(|((name, _), score)| {
            let kinds: Vec<Value> = score
                .kinds
                .iter()
                .map(|(kind, found)| json!({"kind": kind, "planted": found.planted, "found": found.found}))
                .collect();
            let (median, worst) = times(score);
            json!({
                "set": name, "kinds": kinds, "recall": score.recall(), "clean": score.clean,
                "false_alarms": score.alarms, "missed": score.missed, "extra": score.extra,
                "ms_median": ms(median), "ms_worst": ms(worst),
            })
        })
        .collect();
    json!({"reader": reader, "recall_goal": RECALL, "alarm_goal": ALARMS, "sets": sets})
}
