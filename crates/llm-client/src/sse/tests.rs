use super::*;
use serde_json::json;

/// The events of a body that comes in pieces of this many bytes.
fn of(body: &[u8], size: usize) -> Vec<SseEvent> {
    let (mut events, mut out) = (SseParser::default(), VecDeque::new());
    for bytes in body.chunks(size) {
        events.feed(bytes, &mut out).expect("not too long");
    }
    events.end(&mut out);
    out.into()
}

fn json_of(values: &[i32]) -> Vec<SseEvent> {
    let events = values.iter().map(|n| SseEvent::Json(json!({"n": n})));
    events.collect()
}

#[test]
fn events_are_known_by_their_content() {
    let mut done = json_of(&[1, 2]);
    done.push(SseEvent::Done);
    for body in [
        "data: {\"n\": 1}\n\ndata: {\"n\": 2}\n\ndata: [DONE]\n\n",
        "data:{\"n\":1}\r\n\r\ndata:{\"n\":2}\r\n\r\ndata:[DONE]\r\n\r\n",
        "data: {\"n\": 1}\r\rdata: {\"n\": 2}\r\rdata: [DONE]\r\r",
        // No blank lines, and no end of the last line.
        "data: {\"n\": 1}\ndata: {\"n\": 2}\ndata: [DONE]",
        "\u{feff}data: {\"n\": 1}\n\n: ping\n\nid: 7\nevent: x\ndata: {\"n\":\ndata: 2}\n\nDATA: [done]\n\n",
        "{\"n\": 1}\n{\"n\": 2}\n[DONE]\n",
        "{\"n\": 1}\ndata: {\"n\": 2}\n\ndata: [DONE]\n",
        "\n\n  {\n \"n\": 1\n}\n{\"n\": 2}[DONE]",
    ] {
        for size in [1, 3, 1_000] {
            assert_eq!(of(body.as_bytes(), size), done, "{size}: {body:?}");
        }
    }
}

#[test]
fn what_is_no_event_is_told_from_what_is_broken() {
    assert_eq!(of(b"<!doctype html><h1>It works</h1>", 5), [SseEvent::Page]);
    assert_eq!(of(b"data: keep-alive\n\n", 4), [SseEvent::Noise]);
    assert_eq!(of(b"data: {\"text\": \n\n", 4), [SseEvent::Broken]);
    assert_eq!(
        of(b"data: {\"usage\": {\"x\": \n\ndata: {\"n\": 1}\n\n", 4),
        [SseEvent::Noise, SseEvent::Json(json!({"n": 1}))]
    );
    // Cut off nobody knows what it was.
    assert_eq!(of(b"data: {\"n\": ", 4), [SseEvent::Broken]);
    assert_eq!(
        of(b"data: {\"n\": \"\xff\"}\n\ndata: {\"n\": 1}\n\n", 4),
        [
            SseEvent::Marred(json!({"n": "\u{fffd}"})),
            SseEvent::Json(json!({"n": 1}))
        ]
    );
    assert_eq!(of(b"{\"n\": {\"m", 4), [SseEvent::Broken]);
    assert_eq!(
        of(b"event: error\ndata: out of memory\n\n", 4),
        [SseEvent::Error("out of memory".to_owned())]
    );
    // llama.cpp's own.
    assert_eq!(
        of(
            b"error: {\"code\":500,\"message\":\"Compute error.\"}\n\ndata: [DONE]\n\n",
            4
        ),
        [
            SseEvent::Json(json!({"error": {"code": 500, "message": "Compute error."}})),
            SseEvent::Done
        ]
    );
    assert_eq!(
        of(b"error: out of memory\n", 4),
        [SseEvent::Error("out of memory".to_owned())]
    );
    assert_eq!(
        of(b"event: error\ndata: {\"error\": \"gone\"}\n\n", 4),
        [SseEvent::Json(json!({"error": "gone"}))]
    );
    assert_eq!(of(b"data: null\n\n", 4), [SseEvent::Json(Value::Null)]);
    assert_eq!(of(b"data:\n\n", 4), []);
    assert_eq!(of(b"", 4), []);
}

#[test]
fn a_line_without_an_end_is_bounded_and_a_long_answer_is_not() {
    let mut out = VecDeque::new();
    let feed =
        |events: &mut SseParser, bytes: &[u8], times: usize, out: &mut VecDeque<SseEvent>| {
            (0..times).try_for_each(|_| {
                out.clear();
                events.feed(bytes, out)
            })
        };
    let (x, event) = ([b'x'; 4_096], b"data: {\"n\": 1}\n");
    for begin in ["data: ", "{\"a\": \"", ": "] {
        let mut events = SseParser::default();
        events.feed(begin.as_bytes(), &mut out).expect("short");
        assert_eq!(feed(&mut events, &x, 4_096, &mut out), Err(TooLong));
        assert!(events.buffer.len() <= LONGEST_DOCUMENT + 1);
    }
    // The blank line in a packet of its own.
    let mut events = SseParser::default();
    for _ in 0..100_000 {
        events.feed(event, &mut out).expect("an event");
        events.feed(b"\n", &mut out).expect("its end");
        assert_eq!(out.pop_front(), Some(SseEvent::Json(json!({"n": 1}))));
    }
}
