//! What holds for whatever a server sends: nothing panics, nothing is lost, and how the bytes were cut changes nothing.

use super::{
    failure::CallFailure,
    overflow,
    reader::{Reader, StreamEnd},
    refusal,
    secrets::Secrets,
    sse::{SseEvent, SseParser},
    thinking::{Thinking, ThinkingPart},
    unsupported_params::UnsupportedParams,
    wait,
};
use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::{Value, json};
use std::{
    collections::VecDeque,
    time::{Duration, SystemTime},
};
use writing::{Finish, Piece};

/// Parts of streams, of errors and of what goes wrong with both.
const FRAGMENTS: &[&str] = &[
    "data: ",
    "data:",
    "event: error\n",
    "event: delta\n",
    "error: no room",
    ": ping\n\n",
    "id: 7\n",
    "retry: 3\n",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "[DONE]",
    "{\"choices\":[{\"delta\":{\"content\":\"It rains. \"}}]}",
    "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"Snow\"}}]}",
    "{\"choices\":[{\"delta\":{\"reasoning_content\":\"Rain?\"}}]}",
    "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}",
    "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":-1}}",
    "{\"message\":{\"content\":\"It rains.\"},\"done\":true}",
    "{\"error\":{\"code\":429,\"message\":\"Please try again in 7m12s.\"}}",
    "{\"error\":{\"message\":\"maximum context length is 8192 tokens\",\"code\":\"context_length_exceeded\"}}",
    "{\"detail\":[{\"loc\":[\"body\",\"temperature\"],\"msg\":\"extra fields\"}]}",
    "{\"data\":[{\"id\":\"m\",\"context_length\":\"4096\"},{\"id\":7}]}",
    "{\"a\":\"\\ud83d\"}",
    "{\"content\":\"\\ude00 caf\u{e9}",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    ",",
    ":",
    "null",
    "<html>",
    "unsupported parameter: 'temperature'",
    "max_tokens must be <= 4,096",
    "does not support stream_options",
    "only 99999999999999999999 tokens",
    "retry after ",
    "1.5.5s",
    "99999999999999999999999h",
    "\u{feff}",
    "\u{1f600}\u{10f800}",
    "İẞ",
];

fn foreign_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => proptest::sample::select(FRAGMENTS).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    vec(part, 0..14).prop_map(|parts| parts.concat())
}

fn foreign_bytes() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        6 => foreign_text().prop_map(String::into_bytes),
        1 => vec(any::<u8>(), 0..6),
    ];
    vec(part, 0..4).prop_map(|parts| parts.concat())
}

/// What models leave in their text, and what only looks like it.
const MARKED: &[&str] = &[
    "<think>",
    "</think>",
    "<thinking>",
    "</THINKING>",
    "<|channel|>analysis",
    "<|channel|>final",
    "<|message|>",
    "◁think▷",
    "◁/think▷",
    "[think]",
    "[/think]",
    "<my_thoughts>",
    "</my_thoughts>",
    "<details><summary>My plan</summary>",
    "</details>",
    "<reason>",
    "</reason>",
    "thinking...\n",
    "...done thinking.",
    "analysis",
    "assistantfinal",
    "<s>",
    "</s>",
    "<|im_end|>",
    "<|im_start|>user",
    "<story>",
    "</story>",
    "<",
    "&lt;think&gt;",
    "{\"a\": 1}",
    " ",
    "\n",
];

fn marked_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => proptest::sample::select(MARKED).prop_map(str::to_owned),
        2 => proptest::sample::select(&["It rains. ", "“Rain?” ", "Zoë\n\n", "a < b "][..]).prop_map(str::to_owned),
    ];
    vec(part, 0..8).prop_map(|parts| parts.concat())
}

fn cuts() -> impl Strategy<Value = Vec<Index>> {
    vec(any::<Index>(), 0..10)
}

/// The places that these cuts are at, in order.
fn places(cuts: &[Index], length: usize) -> Vec<usize> {
    let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(length + 1)).collect();
    places.extend([0, length]);
    places.sort_unstable();
    places
}

fn cut_bytes<'b>(bytes: &'b [u8], cuts: &[Index]) -> Vec<&'b [u8]> {
    let places = places(cuts, bytes.len());
    places.windows(2).map(|at| &bytes[at[0]..at[1]]).collect()
}

fn cut_text<'t>(text: &'t str, cuts: &[Index]) -> Vec<&'t str> {
    let mut places = places(cuts, text.len());
    places
        .iter_mut()
        .for_each(|at| *at = text.floor_char_boundary(*at));
    let pieces = places.windows(2).map(|at| &text[at[0]..at[1]]);
    pieces.filter(|piece| !piece.is_empty()).collect()
}

fn events_of(packets: &[&[u8]]) -> Vec<SseEvent> {
    let (mut events, mut out) = (SseParser::default(), VecDeque::new());
    for bytes in packets {
        events.feed(bytes, &mut out).expect("not too long");
    }
    events.end(&mut out);
    out.into()
}

/// What is left of an answer: its text, without what turned out to be thought, and how it ended.
fn outcome_of(
    events: impl IntoIterator<Item = SseEvent>,
    starts_held: bool,
    is_structured: bool,
    over: StreamEnd,
) -> (String, Result<Option<Finish>, CallFailure>) {
    let (mut reader, mut out) = (Reader::after("", "", starts_held), VecDeque::new());
    reader.is_structured = is_structured;
    let mut over = Ok(over);
    for event in events {
        match reader.read(event, &mut out) {
            Ok(None) => {}
            Ok(Some(said)) => {
                over = Ok(said);
                break;
            }
            Err(failure) => {
                over = Err(failure);
                break;
            }
        }
    }
    let ended = over.and_then(|over| reader.end(over, "", &mut out));
    let (mut text, mut finish) = (String::new(), None);
    for piece in out {
        match piece {
            Piece::Text { text: more, .. } => text.push_str(&more),
            Piece::WasThinking => text.clear(),
            Piece::End(end) => finish = Some(end),
            Piece::Thinking { .. } | Piece::Usage(_) => {}
        }
    }
    (text, ended.map(|()| finish))
}

/// The text of an answer that comes in these pieces, and what was learned of its model.
fn thought_through(
    pieces: &[&str],
    starts_held: bool,
    at_limit: bool,
) -> (String, Option<bool>, bool) {
    let (mut thinking, mut out) = (Thinking::new(starts_held), Vec::new());
    for piece in pieces {
        thinking.read(piece, &mut out);
    }
    let has_ended = thinking.has_ended();
    thinking.end(at_limit, &mut out);
    let mut text = String::new();
    for part in out {
        match part {
            ThinkingPart::Text(more) => text.push_str(&more),
            ThinkingPart::Thought => {}
            ThinkingPart::WasThought => text.clear(),
        }
    }
    (text, thinking.begins(), has_ended)
}

fn delta(text: &str) -> SseEvent {
    SseEvent::Json(json!({"choices": [{"delta": {"content": text}}]}))
}

proptest! {
    #[test]
    fn events_do_not_depend_on_packets(bytes in foreign_bytes(), cuts in cuts()) {
        let whole = events_of(&[&bytes]);
        prop_assert_eq!(&events_of(&cut_bytes(&bytes, &cuts)), &whole);
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        prop_assert_eq!(&events_of(&single), &whole);
    }

    #[test]
    fn any_stream_comes_to_an_end(bytes in foreign_bytes(), held: bool, structured: bool) {
        for over in [StreamEnd::Closed, StreamEnd::Broken, StreamEnd::Left] {
            outcome_of(events_of(&[&bytes]), held, structured, over).1.ok();
        }
    }

    #[test]
    fn thoughts_do_not_depend_on_pieces(
        text in marked_text(), cuts in cuts(), held: bool, at_limit: bool
    ) {
        let whole = thought_through(&[&text], held, at_limit);
        let cut = cut_text(&text, &cuts);
        prop_assert_eq!(&thought_through(&cut, held, at_limit), &whole, "{:?}", cut);
    }

    #[test]
    fn an_answer_does_not_depend_on_pieces(
        text in marked_text(), cuts in cuts(), held: bool, structured: bool
    ) {
        let of = |pieces: &[&str]| {
            outcome_of(pieces.iter().map(|piece| delta(piece)), held, structured, StreamEnd::Said)
        };
        let cut = cut_text(&text, &cuts);
        prop_assert_eq!(of(&cut), of(&[&text]), "{:?}", cut);
    }

    #[test]
    fn prose_comes_through_letter_by_letter(
        text in "[A-Za-z“”’…—.,;!?é\n ]{1,80}", cuts in cuts()
    ) {
        let pieces = cut_text(&text, &cuts);
        let read = outcome_of(pieces.into_iter().map(delta), false, false, StreamEnd::Said);
        prop_assert_eq!(read, (text, Ok(Some(Finish::Stop))));
    }

    #[test]
    fn a_letter_in_halves_is_whole_wherever_it_was_cut(
        before in "[a-z ]{0,8}", letter in proptest::char::range('\u{10000}', '\u{1ffff}'), after in "[a-z ]{0,8}"
    ) {
        let mut units = [0; 2];
        letter.encode_utf16(&mut units);
        let body = format!(
            "data: {{\"choices\":[{{\"delta\":{{\"content\":\"{before}\\u{:04x}\"}}}}]}}\n\n\
             data: {{\"choices\":[{{\"delta\":{{\"content\":\"\\u{:04x}{after}\"}}}}]}}\n\ndata: [DONE]\n\n",
            units[0], units[1],
        );
        let (said, ..) = outcome_of(events_of(&[body.as_bytes()]), false, false, StreamEnd::Closed);
        prop_assert_eq!(said, format!("{before}{letter}{after}"));
    }

    #[test]
    fn a_failure_is_a_sentence_and_never_tells_the_key(
        before in foreign_text(), after in foreign_text(), key in "sk-[A-Za-z0-9]{8,20}"
    ) {
        let said = format!("{before}{key}{after}");
        let parsed = serde_json::from_str(&said).unwrap_or(Value::String(said.clone()));
        let wrapped = json!({"error": {"message": said, "code": 401}});
        for failure in [
            refusal::of_error(&parsed),
            refusal::of_error(&wrapped),
            refusal::of_words(said.clone()),
            CallFailure::Moved(said.clone()),
        ] {
            let told = failure.to_model_error("http://here/v1", "here", Some(&key)).to_string();
            prop_assert!(!told.contains(&key), "{}", told);
            prop_assert!(!told.contains('\n') && told.chars().count() < 600, "{}", told);
        }
    }

    #[test]
    fn any_refusal_is_learned_from_or_not(said in foreign_text(), kinds in vec(foreign_text(), 0..3)) {
        overflow::read(&said, &kinds);
        let sent = json!({
            "max_tokens": 5_000, "temperature": 0.7, "stream": true, "stream_options": {"include_usage": true},
            "response_format": {"type": "json_schema"}, "dry_multiplier": 0.8, "cache_prompt": true,
            "messages": [{"role": "system"}, {"role": "assistant"}],
        });
        let mut unsupported = UnsupportedParams::default();
        // Each lesson is learned once: what a server says again and again comes to an end.
        let lessons = (0..30).take_while(|_| {
            let before = unsupported;
            unsupported.learn(&said, &sent).is_some() && unsupported != before
        });
        prop_assert!(lessons.count() < 30);
    }

    #[test]
    fn a_wait_is_never_nothing_and_never_too_long_for_a_clock(
        said in prop_oneof![foreign_text(), "[0-9a-z., :-]{0,24}", "[0-9]{1,30}(\\.[0-9]{1,4})? ?(ms|s|m|h|d)"]
    ) {
        let details = json!([{"retryDelay": said}]);
        let lower = said.to_lowercase();
        let waits = [
            wait::of_header(&said, SystemTime::UNIX_EPOCH),
            wait::of_milliseconds(&said),
            wait::of_words(&lower),
            wait::of_words(&format!("try again in {lower}")),
            wait::of_details(&details),
        ];
        for wait in waits.into_iter().flatten() {
            prop_assert!(!wait.is_zero());
            wait::in_words(wait);
            prop_assert!(tokio::time::Instant::now().checked_add(wait).is_some());
            prop_assert!(wait <= Duration::from_secs(300_000_000_000), "{:?}", wait);
        }
    }

    #[test]
    fn keys_are_read_back_and_a_broken_file_is_told_without_them(
        keys in proptest::collection::btree_map("[a-z]{1,8}", "[!-~é]{1,20}", 0..4), broken in foreign_text()
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        Secrets::open(folder.path()).expect("none yet").keep(&keys).expect("kept");
        let secrets = Secrets::open(folder.path()).expect("kept");
        for (server, key) in &keys {
            prop_assert_eq!(secrets.key(server), Some(key.trim().to_owned()));
        }
        let file = folder.path().join("secrets.toml");
        std::fs::write(&file, format!("[keys]\nlocal = \"sk-12345678\"\n{broken}")).expect("written");
        match Secrets::open(folder.path()) {
            Ok(secrets) => prop_assert_eq!(secrets.key("local"), Some("sk-12345678".to_owned())),
            Err(error) => prop_assert!(!error.to_string().contains("12345678"), "{}", error),
        }
    }
}
