//! Fills a data folder with a library.

use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::path::Path;
use store_sqlite::SqliteStore;
use tests::SplitMix64;

/// A word that only the long story has, ten times in each chapter.
pub(crate) const MARK: &str = "Zanzibar";

const WORDS: usize = 3_000;

const SYLLABLES: [&str; 40] = [
    "the", "a", "in", "er", "on", "ing", "and", "lamp", "sto", "ry", "wa", "ter", "light", "ma",
    "ra", "ven", "hold", "ed", "ly", "un", "re", "for", "mer", "sea", "ten", "ol", "ish", "gra",
    "ness", "com", "per", "sis", "tal", "qui", "et", "dor", "fen", "bri", "sha", "low",
];

/// What was filled in. Stories are named by their addresses.
pub(crate) struct Filled {
    pub(crate) stories: Vec<String>,
    /// 34 chapters: 100,000 words.
    pub(crate) book: String,
    /// 100 chapters: 300,000 words.
    pub(crate) manuscript: String,
    /// 1,000 chapters, each with the mark.
    pub(crate) long: String,
    pub(crate) chapters: usize,
    pub(crate) words: usize,
    /// What somebody looks for.
    pub(crate) phrases: Vec<String>,
}

/// Makes texts in which few words are common and many are rare, as in prose.
struct Prose {
    dice: SplitMix64,
    words: Vec<String>,
}

impl Prose {
    fn new() -> Self {
        let mut dice = SplitMix64::new(42);
        let words = (0..20_000)
            .map(|_| {
                let parts = 1 + dice.below(3);
                (0..parts).map(|_| *dice.pick(&SYLLABLES)).collect()
            })
            .collect();
        Self { dice, words }
    }

    fn word(&mut self) -> &str {
        let most = self.words.len() as u64;
        let rank =
            self.dice.below(most).min(self.dice.below(most)) * self.dice.below(1_000) / 1_000;
        let rank = rank * self.dice.below(1_000) / 1_000;
        &self.words[usize::try_from(rank).unwrap()]
    }

    fn chapter(&mut self, marks: usize) -> String {
        let mut text = String::with_capacity(WORDS * 7);
        for nth in 1..=WORDS {
            let is_mark = marks > 0 && nth % (WORDS / marks) == 0;
            let word = if is_mark { MARK } else { self.word() };
            text.push_str(word);
            text.push_str(match nth {
                nth if nth % 90 == 0 => ".\n\n",
                nth if nth % 12 == 0 => ". ",
                _ => " ",
            });
        }
        text.truncate(text.trim_end().len());
        text
    }
}

/// A library of 200 stories with 50 chapters each, times `scale`, and three stories to work with.
pub(crate) async fn fill(data: &Path, scale: f64) -> Filled {
    drop(SqliteStore::open(data).await.unwrap());
    let options = SqliteConnectOptions::new().filename(data.join("fablewright.db"));
    let mut sql = SqliteConnection::connect_with(&options).await.unwrap();
    let scaled = |of: f64| ((of * scale).round() as usize).max(2);
    let mut prose = Prose::new();
    let mut filled = Filled {
        stories: Vec::new(),
        book: String::new(),
        manuscript: String::new(),
        long: String::new(),
        chapters: 0,
        words: 0,
        phrases: Vec::new(),
    };
    let count = scaled(200.0);
    for _ in 0..count {
        let story = story(&mut sql, &mut prose, &mut filled, 50, 0).await;
        filled.stories.push(story);
    }
    filled.book = story(&mut sql, &mut prose, &mut filled, 34, 0).await;
    filled.manuscript = story(&mut sql, &mut prose, &mut filled, 100, 0).await;
    filled.long = story(&mut sql, &mut prose, &mut filled, scaled(1_000.0), 10).await;
    let text = prose.chapter(0);
    let words: Vec<&str> = text.split_whitespace().collect();
    let phrases = words.chunks(40).take(12).map(|part| part[..3].join(" "));
    filled.phrases = phrases.collect();
    for nowhere in ["the sea was quiet", "lampstory holdness", "zzyzx road"] {
        filled.phrases.push(nowhere.to_owned());
    }
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
        .execute(&mut sql)
        .await
        .unwrap();
    sql.close().await.unwrap();
    filled
}

/// A story with its chapters in one transaction; its address.
async fn story(
    sql: &mut SqliteConnection,
    prose: &mut Prose,
    filled: &mut Filled,
    chapters: usize,
    marks: usize,
) -> String {
    let id = || engine::store::ids::new_id().hyphenated().to_string();
    let mut tx = sql.begin().await.unwrap();
    let story = id();
    let title = format!("Story {}", filled.stories.len() + 1);
    sqlx::query(
        "INSERT INTO stories (id, title, brief, created_at, updated_at) \
         VALUES (?, ?, '{\"premise\": \"a lighthouse keeper\"}', 1, unixepoch() * 1000)",
    )
    .bind(&story)
    .bind(title)
    .execute(&mut *tx)
    .await
    .unwrap();
    for number in 1..=chapters {
        let (chapter, revision) = (id(), id());
        sqlx::query(
            "INSERT INTO chapters (id, story_id, number, title, revision_id, words, state) \
             VALUES (?, ?, ?, ?, ?, ?, 'written')",
        )
        .bind(&chapter)
        .bind(&story)
        .bind(i64::try_from(number).unwrap())
        .bind(format!("Chapter {number}"))
        .bind(&revision)
        .bind(i64::try_from(WORDS).unwrap())
        .execute(&mut *tx)
        .await
        .unwrap();
        sqlx::query(
            "INSERT INTO revisions (id, chapter_id, kind, text, words, created_at) VALUES (?, ?, 'whole', ?, ?, 1)",
        )
        .bind(&revision)
        .bind(&chapter)
        .bind(prose.chapter(marks))
        .bind(i64::try_from(WORDS).unwrap())
        .execute(&mut *tx)
        .await
        .unwrap();
        filled.chapters += 1;
        filled.words += WORDS;
    }
    tx.commit().await.unwrap();
    format!("/api/v1/stories/{story}")
}
