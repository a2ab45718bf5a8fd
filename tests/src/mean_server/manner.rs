//! What a model can be asked for, and how it can be answered.

use std::time::Duration;

/// What a request asks for: the name of its JSON schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    World,
    Outline,
    Plan,
    Edits,
    Report,
    /// No schema.
    Prose,
    /// A schema this server does not know.
    Other,
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
}
