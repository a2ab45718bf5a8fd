//! A reader that believes only what it was told, and minds that nothing is missing and nothing comes twice.

use serde_json::Value;
use std::{collections::BTreeMap, time::Instant};

/// Everything told so far.
#[derive(Clone, Debug, Default)]
pub struct Mirror {
    /// The number of the last event.
    pub last: i64,
    /// The text so far, by run and chapter.
    pub drafts: BTreeMap<(String, u64), String>,
    /// Each run as it was last told.
    pub runs: BTreeMap<String, Value>,
    /// Notices in words.
    pub notices: Vec<String>,
    /// When the last text came and whose it was.
    pub newest_text: Option<(Instant, String)>,
}

impl Mirror {
    /// Takes the next event in.
    ///
    /// # Panics
    /// Where one is missing or comes twice, or where text does not go on where it ended.
    pub fn apply(&mut self, seq: i64, name: &str, data: &Value) {
        assert_eq!(seq, self.last + 1, "{name} after {}: {data}", self.last);
        self.last = seq;
        let run = || data["run"].as_str().unwrap().to_owned();
        match name {
            "run" => {
                let id = data["id"].as_str().unwrap().to_owned();
                self.runs.insert(id, data.clone());
            }
            "text" => {
                let draft = self.draft(data);
                assert_eq!(data["offset"].as_u64(), Some(draft.len() as u64), "{data}");
                draft.push_str(data["text"].as_str().unwrap());
                self.newest_text = Some((Instant::now(), run()));
            }
            "rewind" => {
                let offset = usize::try_from(data["offset"].as_u64().unwrap()).unwrap();
                let draft = self.draft(data);
                assert!(offset <= draft.len(), "a rewind goes back: {data}");
                draft.truncate(offset);
            }
            "notice" => self.notices.push(data["text"].as_str().unwrap().to_owned()),
            "reset" => panic!("a reader that missed nothing is told to begin again"),
            _ => {}
        }
    }

    /// Takes in what the disk has beyond what was told. A `run` event has no stored body.
    pub fn take_stored(&mut self, events: &[(i64, Option<String>)]) {
        for (seq, body) in events {
            let Some(body) = body else {
                assert_eq!(*seq, self.last + 1);
                self.last = *seq;
                continue;
            };
            let body: Value = serde_json::from_str(body).unwrap();
            let (name, data) = body.as_object().unwrap().iter().next().unwrap();
            self.apply(*seq, name, data);
        }
    }

    /// The text of a run's chapter.
    pub fn text(&self, run: &str, chapter: u64) -> &str {
        let key = (run.to_owned(), chapter);
        self.drafts.get(&key).map_or("", String::as_str)
    }

    fn draft(&mut self, data: &Value) -> &mut String {
        let run = data["run"].as_str().unwrap().to_owned();
        let chapter = data["chapter"].as_u64().unwrap();
        self.drafts.entry((run, chapter)).or_default()
    }
}
