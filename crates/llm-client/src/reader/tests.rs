use super::*;
use serde_json::{Value, json};

/// What a reader makes of these events, and how it ends.
fn read(events: Vec<SseEvent>, over: StreamEnd) -> (Vec<Piece>, Result<(), CallFailure>) {
    let (mut reader, mut out) = (Reader::after("", "", false), VecDeque::new());
    let mut over = over;
    for event in events {
        match reader.read(event, &mut out) {
            Ok(None) => {}
            Ok(Some(said)) => {
                over = said;
                break;
            }
            Err(failure) => return (out.into(), Err(failure)),
        }
    }
    let ended = reader.end(over, "", &mut out);
    (out.into(), ended)
}

fn event(text: &str, reason: Value) -> SseEvent {
    SseEvent::Json(json!({"choices": [{"delta": {"content": text}, "finish_reason": reason}]}))
}

/// An event with these choices, each with its number and text.
fn choices(all: &[(u32, &str)]) -> SseEvent {
    let all = all.iter();
    let all = all.map(|(index, text)| json!({"index": index, "delta": {"content": text}}));
    SseEvent::Json(json!({"choices": all.collect::<Vec<_>>()}))
}

#[test]
fn a_second_choice_is_not_mixed_in() {
    let over = |index: u32| {
        let over = json!({"index": index, "delta": {}, "finish_reason": "stop"});
        SseEvent::Json(json!({"choices": [over]}))
    };
    for events in [
        vec![
            choices(&[(0, "It "), (1, "Snow")]),
            choices(&[(1, " fell."), (0, "rains")]),
        ],
        vec![
            choices(&[(0, "It ")]),
            choices(&[(1, "Snow")]),
            over(1),
            choices(&[(0, "rains")]),
        ],
        // The only one, whatever its number.
        vec![choices(&[(1, "It ")]), choices(&[(1, "rains")])],
        vec![
            choices(&[(0, "It ")]),
            SseEvent::Json(json!([
                {"choices": [{"index": 1, "delta": {"content": "Snow"}}]},
                {"choices": [{"index": 0, "delta": {"content": "rains"}}]},
            ])),
        ],
        vec![choices(&[(0, "It ")]), event("rains", Value::Null)],
    ] {
        let (pieces, ended) = read(events, StreamEnd::Closed);
        assert_eq!(text_of(&pieces), "It rains");
        assert_eq!(ended, Err(CallFailure::Cut), "nothing has ended it");
    }
}

fn ends(events: Vec<SseEvent>, over: StreamEnd) -> Result<Finish, CallFailure> {
    let (pieces, read) = read(events, over);
    read.map(|()| match pieces.last() {
        Some(Piece::End(finish)) => *finish,
        other => panic!("{other:?}"),
    })
}

fn text_of(pieces: &[Piece]) -> String {
    let texts = pieces.iter().filter_map(|piece| match piece {
        Piece::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn a_finish_reason_that_is_known_makes_an_answer_whole() {
    let ends = |reason: &str| {
        let events = vec![event("It rains", Value::Null), event("", json!(reason))];
        ends(events, StreamEnd::Closed)
    };
    for reason in [
        "stop",
        "eos",
        "eos_token",
        "end_turn",
        "STOP",
        "tool_calls",
        "complete",
    ] {
        assert_eq!(ends(reason), Ok(Finish::Stop), "{reason}");
    }
    for reason in ["length", "max_tokens"] {
        assert_eq!(ends(reason), Ok(Finish::Length), "{reason}");
    }
    for reason in [
        "content_filter",
        "content_filter: PROHIBITED_CONTENT",
        "safety",
        "refusal",
    ] {
        assert_eq!(ends(reason), Ok(Finish::Refused), "{reason}");
    }
    for reason in ["abort", "", "error", "unknown"] {
        assert_eq!(ends(reason), Err(CallFailure::Cut), "{reason}");
    }
}

#[test]
fn done_or_a_whole_text_is_an_end_too() {
    let said = |text: &str, reason: Value, over| ends(vec![event(text, reason)], over);
    assert_eq!(
        said("It rains", Value::Null, StreamEnd::Said),
        Ok(Finish::Stop)
    );
    assert_eq!(
        said("It rains.", Value::Null, StreamEnd::Closed),
        Ok(Finish::Stop)
    );
    assert_eq!(
        said("{\"a\": [1]}", json!(""), StreamEnd::Closed),
        Ok(Finish::Stop)
    );
    assert_eq!(
        said("It rains", json!(7), StreamEnd::Left),
        Err(CallFailure::Cut)
    );
    for (text, reason, over) in [
        ("It rains", Value::Null, StreamEnd::Closed),
        ("It rains.", Value::Null, StreamEnd::Broken),
        ("It rains.", json!("abort"), StreamEnd::Said),
        ("{\"a\": [1]", Value::Null, StreamEnd::Closed),
        ("", Value::Null, StreamEnd::Closed),
    ] {
        assert_eq!(said(text, reason, over), Err(CallFailure::Cut), "{text}");
    }
}

#[test]
fn an_empty_reason_does_not_hide_the_one_that_follows() {
    let events = vec![event("", json!("")), event("", json!("length"))];
    let (pieces, read) = read(events, StreamEnd::Closed);
    assert_eq!(read, Ok(()));
    assert_eq!(pieces, [Piece::End(Finish::Length)]);
}

#[test]
fn a_reason_with_each_word_is_no_end() {
    let mut reader = Reader::after("", "", false);
    let mut out = VecDeque::new();
    for text in ["It ", "rains."] {
        reader
            .read(event(text, json!("stop")), &mut out)
            .expect("text");
    }
    assert!(!reader.is_finished(), "more words may come");
    assert_eq!(text_of(out.make_contiguous()), "It rains.");
}

#[test]
fn an_error_in_the_stream_keeps_its_words() {
    let of = |event: Value| {
        read(vec![SseEvent::Json(event)], StreamEnd::Closed)
            .1
            .expect_err("an error")
    };
    assert_eq!(
        of(json!({"error": {"message": "out of memory"}})),
        CallFailure::Told("out of memory".to_owned())
    );
    assert_eq!(
        of(json!({"error": "n_keep: 6094 >= n_ctx: 4096"})),
        CallFailure::ContextTooSmall {
            prompt: Some(6_094),
            context: Some(4_096)
        }
    );
    assert_eq!(
        of(json!([{"error": {"message": "internal"}}])),
        CallFailure::Told("internal".to_owned())
    );
    let told = read(vec![SseEvent::Error("gone".to_owned())], StreamEnd::Closed).1;
    assert_eq!(told, Err(CallFailure::Told("gone".to_owned())));
}

#[test]
fn a_letter_in_two_halves_is_one() {
    let halves = [r"It \ud83d", r"\ude00 rains.", r" \ud83d", " x"].map(|text| {
        let json = format!(r#"{{"choices": [{{"delta": {{"content": "{text}"}}}}]}}"#);
        SseEvent::Json(lenient::event(&json).expect("an event"))
    });
    let (pieces, _) = read(halves.into(), StreamEnd::Said);
    assert_eq!(text_of(&pieces), "It 😀 rains. \u{fffd} x");
}

#[test]
fn a_message_that_sums_up_says_nothing_twice() {
    let message = |text: &str| {
        SseEvent::Json(json!({"choices": [{"message": {"content": text}, "finish_reason": null}]}))
    };
    let first = "The harbour lay still under the first snow of the year.";
    let whole = format!("{first} Nobody rowed.");
    let (pieces, _) = read(vec![message(first), message(&whole)], StreamEnd::Said);
    assert_eq!(text_of(&pieces), whole);
    let (pieces, _) = read(
        vec![event(first, Value::Null), message(first)],
        StreamEnd::Said,
    );
    assert_eq!(text_of(&pieces), first);
    // What is new under the same name is new.
    let (pieces, _) = read(vec![message("No. "), message("No. ")], StreamEnd::Said);
    assert_eq!(text_of(&pieces), "No. No. ");
}

#[test]
fn what_is_no_event_at_all_is_no_model_server() {
    for event in [SseEvent::Page, SseEvent::Noise] {
        let read = read(vec![event], StreamEnd::Closed).1;
        assert!(matches!(read, Err(CallFailure::NoStream(_))), "{read:?}");
    }
}

#[test]
fn letters_that_are_none_are_text_only_of_a_model_that_always_sends_them() {
    let marred = |text: &str| SseEvent::Marred(json!({"choices": [{"delta": {"content": text}}]}));
    let (_, ended) = read(vec![marred("It \u{fffd}")], StreamEnd::Said);
    assert_eq!(ended, Err(CallFailure::Marred));
    // Where they are not in the text they do no harm.
    let (pieces, ended) = read(vec![marred("It rains.")], StreamEnd::Said);
    assert_eq!((text_of(&pieces).as_str(), ended), ("It rains.", Ok(())));
    let (mut reader, mut out) = (Reader::after("", "", false), VecDeque::new());
    reader.takes_marred = true;
    let took = reader.read(marred("It \u{fffd}"), &mut out);
    assert_eq!(took, Ok(None));
}

#[test]
fn behind_a_finish_reason_nothing_broken_does_harm() {
    let events = vec![event("It rains.", json!("stop")), SseEvent::Broken];
    assert_eq!(ends(events, StreamEnd::Closed), Ok(Finish::Stop));
    let events = vec![event("It rains.", Value::Null), SseEvent::Broken];
    assert_eq!(ends(events, StreamEnd::Closed), Err(CallFailure::Garbled));
}

#[test]
fn what_runs_on_behind_its_end_is_whole() {
    let text = "It rains.<|im_end|>\nOnce upon a time";
    for reason in [json!("length"), Value::Null] {
        let (pieces, ended) = read(vec![event(text, reason)], StreamEnd::Closed);
        assert_eq!(ended, Ok(()));
        assert_eq!(text_of(&pieces), "It rains.");
        assert_eq!(pieces.last(), Some(&Piece::End(Finish::Stop)));
    }
}

#[test]
fn who_goes_on_from_a_text_may_have_nothing_to_add() {
    let thought = SseEvent::Json(
        json!({"choices": [{"delta": {"reasoning": "hm"}, "finish_reason": "stop"}]}),
    );
    let mut out = VecDeque::new();
    let mut reader = Reader::after("It rains.", "", false);
    reader.read(thought, &mut out).expect("an event");
    assert_eq!(reader.end(StreamEnd::Closed, "", &mut out), Ok(()));
}
