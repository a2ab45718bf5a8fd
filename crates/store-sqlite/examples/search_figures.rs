//! Measures search in a large library: `cargo run --release -p store-sqlite --example search_figures -- FOLDER STORIES`.
//! Each story has 100 chapters of 3,000 words. Prints the size of the index, the time that the migration takes which
//! makes it, and how long a search takes that follows every key.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a program for the person who measures"
)]

use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use store::{SearchStore as _, ids};
use store_sqlite::SqliteStore;
use text::find::Phrase;

const CHAPTERS: usize = 100;
const WORDS: usize = 3_000;

/// A generator that gives the same numbers in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap()
    }
}

const SYLLABLES: [&str; 40] = [
    "the", "a", "in", "er", "on", "ing", "and", "lamp", "sto", "ry", "wa", "ter", "light", "ma",
    "ra", "ven", "hold", "ed", "ly", "un", "re", "for", "mer", "sea", "ten", "ol", "ish", "gra",
    "ness", "com", "per", "sis", "tal", "qui", "et", "dor", "fen", "bri", "sha", "low",
];

fn vocabulary(dice: &mut Dice) -> Vec<String> {
    let word = |dice: &mut Dice| -> String {
        let parts = 1 + dice.below(3);
        (0..parts)
            .map(|_| SYLLABLES[dice.below(SYLLABLES.len())])
            .collect()
    };
    (0..20_000).map(|_| word(dice)).collect()
}

/// Few words are common and many are rare, as in prose.
fn chapter(dice: &mut Dice, words: &[String]) -> String {
    let mut text = String::new();
    for nth in 1..=WORDS {
        let rank = dice.below(words.len()).min(dice.below(words.len())) * dice.below(1_000) / 1_000;
        text.push_str(&words[rank * dice.below(1_000) / 1_000]);
        text.push_str(match nth {
            nth if nth % 90 == 0 => ".\n\n",
            nth if nth % 12 == 0 => ". ",
            _ => " ",
        });
    }
    text
}

async fn connect(file: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(file);
    SqliteConnection::connect_with(&options).await.unwrap()
}

async fn fill(file: &Path, stories: usize) {
    let mut sql = connect(file).await;
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'search_%'",
    )
    .fetch_all(&mut sql)
    .await
    .unwrap();
    for name in names {
        let statement = sqlx::AssertSqlSafe(format!("DROP TRIGGER {name}"));
        sqlx::raw_sql(statement).execute(&mut sql).await.unwrap();
    }
    sqlx::raw_sql(
        "DROP VIEW search_texts; DROP TABLE search_words; DROP TABLE search_docs; DROP TABLE search_stories; \
         DROP TABLE replaced_parts; DROP TABLE replacements; \
         DELETE FROM _sqlx_migrations WHERE version IN (15, 16, 19)",
    )
    .execute(&mut sql)
    .await
    .unwrap();
    let mut dice = Dice(42);
    let words = vocabulary(&mut dice);
    for _ in 0..stories {
        let mut tx = sql.begin().await.unwrap();
        let story = ids::new_id().hyphenated().to_string();
        sqlx::query("INSERT INTO stories (id, title, brief, created_at, updated_at) VALUES (?, 'A story', '{}', 1, 1)")
            .bind(&story)
            .execute(&mut *tx)
            .await
            .unwrap();
        for number in 1..=CHAPTERS {
            let (id, revision) = (
                ids::new_id().hyphenated().to_string(),
                ids::new_id().hyphenated().to_string(),
            );
            sqlx::query("INSERT INTO chapters (id, story_id, number, revision_id, state) VALUES (?, ?, ?, ?, 'written')")
                .bind(&id)
                .bind(&story)
                .bind(u32::try_from(number).unwrap())
                .bind(&revision)
                .execute(&mut *tx)
                .await
                .unwrap();
            sqlx::query("INSERT INTO revisions (id, chapter_id, kind, text, words, created_at) VALUES (?, ?, 'whole', ?, ?, 1)")
                .bind(&revision)
                .bind(&id)
                .bind(chapter(&mut dice, &words))
                .bind(u32::try_from(WORDS).unwrap())
                .execute(&mut *tx)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }
    sql.close().await.unwrap();
}

fn percentile(times: &mut [Duration], of: usize) -> f64 {
    times.sort_unstable();
    let at = (times.len() * of / 100).min(times.len() - 1);
    times[at].as_secs_f64() * 1_000.0
}

/// Phrases out of a text, and of words that stand nowhere.
fn phrases(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut all: Vec<String> = words
        .chunks(40)
        .take(12)
        .map(|part| part[..3].join(" "))
        .collect();
    all.extend(["the sea was quiet", "lampstory holdness", "zzyzx road"].map(str::to_owned));
    all
}

async fn measure(store: &SqliteStore, file: &Path) {
    let mut sql = connect(file).await;
    let (text, story): (String, String) = sqlx::query_as(
        "SELECT r.text, c.story_id FROM revisions r JOIN chapters c ON c.revision_id = r.id \
         ORDER BY c.story_id DESC, c.number LIMIT 1 OFFSET 50",
    )
    .fetch_one(&mut sql)
    .await
    .unwrap();
    for (name, of) in [("library", None), ("story", Some(story.parse().unwrap()))] {
        for (what, lengths) in [("1 or 2 characters", 1..=2), ("3 and more", 3..=20)] {
            let mut times = Vec::new();
            for typed in phrases(&text) {
                for length in lengths.clone() {
                    let typed: String = typed.chars().take(length).collect();
                    let Some(phrase) = Phrase::new(&typed) else {
                        continue;
                    };
                    let began = Instant::now();
                    store.search(of, &phrase, 50, None).await.unwrap();
                    times.push(began.elapsed());
                }
            }
            let (p50, p99) = (percentile(&mut times, 50), percentile(&mut times, 99));
            println!(
                "{name}, {what}: p50 {p50:.1} ms, p99 {p99:.1} ms ({} searches)",
                times.len()
            );
        }
    }
}

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap());
    let stories = args
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(10);
    let file = folder.join("fablewright.db");
    drop(SqliteStore::open(&folder).await.unwrap());
    fill(&file, stories).await;
    let before = fs::metadata(&file).unwrap().len();
    let began = Instant::now();
    let store = SqliteStore::open(&folder).await.unwrap();
    println!(
        "opened with a backup and the migration in {:.1} s",
        began.elapsed().as_secs_f64()
    );
    let mut sql = connect(&file).await;
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
        .execute(&mut sql)
        .await
        .unwrap();
    let texts: i64 = sqlx::query_scalar("SELECT SUM(length(CAST(text AS BLOB))) FROM revisions")
        .fetch_one(&mut sql)
        .await
        .unwrap();
    let index: i64 = sqlx::query_scalar("SELECT SUM(length(block)) FROM search_words_data")
        .fetch_one(&mut sql)
        .await
        .unwrap();
    let migration: i64 =
        sqlx::query_scalar("SELECT execution_time FROM _sqlx_migrations WHERE version = 19")
            .fetch_one(&mut sql)
            .await
            .unwrap();
    println!("the migration alone: {:.1} s", migration as f64 / 1e9);
    let after = fs::metadata(&file).unwrap().len();
    println!(
        "texts {} MB, index {} MB ({:.2} of the texts), file {} MB before, {} MB after",
        texts / 1_000_000,
        index / 1_000_000,
        index as f64 / texts as f64,
        before / 1_000_000,
        after / 1_000_000
    );
    measure(&store, &file).await;
}
