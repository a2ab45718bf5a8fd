//! What a model can be asked for, and how it can be answered.

use serde_json::Value;
use std::time::Duration;

/// What a request asks for: the name of its JSON schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestKind {
    World,
    Outline,
    Plan,
    Edits,
    Report,
    /// Of what a chapter tells.
    Reading,
    /// Of a part, or of the story so far.
    Summary,
    /// No schema.
    Prose,
    /// A schema this server does not know.
    Other,
}

impl RequestKind {
    /// By the name of the schema; where there is none, by the fields of the one that is told in words.
    pub(super) fn of(body: &Value) -> Self {
        if let Some(name) = body["response_format"]["json_schema"]["name"].as_str() {
            return match name {
                "world" => Self::World,
                "outline" => Self::Outline,
                "plan" => Self::Plan,
                "edits" => Self::Edits,
                "report" => Self::Report,
                "reading" => Self::Reading,
                "summary" => Self::Summary,
                _ => Self::Other,
            };
        }
        let schema = schema(body);
        if schema.is_null() {
            return Self::Prose;
        }
        let fields = [
            ("threads", Self::Reading),
            ("entities", Self::World),
            ("chapters", Self::Outline),
            ("scenes", Self::Plan),
            ("edits", Self::Edits),
            ("findings", Self::Report),
            ("summary", Self::Summary),
        ];
        let properties = &schema["properties"];
        let found = fields
            .iter()
            .find(|(field, _)| properties.get(field).is_some());
        found.map_or(Self::Other, |(_, what)| *what)
    }
}

/// The schema of a request: as its format, or told at the end of its last message.
pub(super) fn schema(body: &Value) -> Value {
    let format = &body["response_format"]["json_schema"]["schema"];
    if !format.is_null() {
        return format.clone();
    }
    let messages = body["messages"].as_array();
    let last = messages.and_then(|all| all.last());
    let told = last.and_then(|last| last["content"].as_str()?.split_once("JSON schema"));
    let json = told.and_then(|(_, told)| told.split_once('\n'));
    json.and_then(|(_, json)| serde_json::from_str(json).ok())
        .unwrap_or_default()
}

/// How a call is answered. Counts are tokens.
#[derive(Clone, Debug)]
pub enum Manner {
    /// As it should be.
    Good,
    /// As it should be, with this long before each token.
    Slow(Duration),
    /// As it should be, torn into pieces of a few bytes that end in the middle of letters.
    Torn,
    /// The connection is closed without a word.
    CloseAtOnce,
    /// Not even a status.
    HangSilent,
    /// Nothing after some tokens; with 0, nothing after the headers.
    HangAfter(usize),
    /// Closed in the middle of a word: no last chunk, no `[DONE]`.
    CutAfter(usize),
    /// The body ends in order, but there is no finish reason and no `[DONE]`.
    EndAfter(usize),
    /// Events that are no JSON.
    GarbageAfter(usize),
    /// A letter that is not UTF-8.
    NotUtf8After(usize),
    /// A page for people, with status 200.
    Html,
    /// Done, and nothing said.
    Empty,
    /// `finish_reason: length`.
    LengthAfter(usize),
    /// 429 with `Retry-After`, in seconds.
    TooMany(u64),
    /// 503, as while a model is loaded.
    Loading,
    /// 401.
    Unauthorized,
    /// These bytes, whatever was asked.
    Raw(&'static [u8]),
    /// The same, and then the connection stays open without another word.
    RawOpen(&'static [u8]),
    /// As it should be, but for the beginning that was given: it is said again.
    Echo,
    /// As it should be, with this before and behind it.
    Around(&'static str, &'static str),
}
