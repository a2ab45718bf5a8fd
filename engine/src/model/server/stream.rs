//! Sending a call and reading its answer, piece by piece, within the time limits.

use super::{
    Server, ServerModel,
    failure::{self, Failure},
    gate::Turn,
    refusal,
    thinking::{Part, Thinking},
};
use crate::model::{Answer, Finish, ModelError, Piece, Usage};
use eventsource_stream::Eventsource as _;
use futures::{StreamExt as _, stream};
use reqwest::{Method, Response, header::CONTENT_TYPE};
use serde::Deserialize;
use serde_json::Value;
use std::{collections::VecDeque, time::Duration};
use tokio::time::{Instant, timeout, timeout_at};

/// An answer that is no stream is not waited for longer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Sends a call and waits for the answer to begin.
pub(super) async fn send(server: &Server, body: &Value) -> Result<Response, Failure> {
    let limits = server.0.limits;
    let request = server.request(Method::POST, "chat/completions").json(body);
    let sent = timeout(Duration::from_secs_f64(limits.first_token), request.send()).await;
    let response = sent
        .map_err(|_| Failure::TooSlow("to begin its answer", limits.first_token))?
        .map_err(|error| failure::of_send(&error, limits.connect))?;
    if !response.status().is_success() {
        return Err(refusal::of_response(response).await);
    }
    let kind = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("no content type");
    if kind.starts_with("text/event-stream") {
        return Ok(response);
    }
    let kind: String = kind.chars().take(60).collect();
    // Some servers say that all is well, and then what is wrong.
    if kind.starts_with("application/json") {
        let body = timeout(PATIENCE, refusal::body(response, LONGEST_EVENT)).await;
        let told = serde_json::from_slice(&body.unwrap_or_default()).unwrap_or(Value::Null);
        if refusal::is_error(&told) {
            return Err(refusal::of_error(&told));
        }
    }
    Err(Failure::NoStream(kind))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Chunk {
    choices: Vec<Choice>,
    usage: Option<Counted>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Choice {
    delta: Delta,
    finish_reason: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Delta {
    content: Option<String>,
    /// llama.cpp, vLLM, DeepSeek.
    reasoning_content: Option<String>,
    /// Ollama, OpenRouter.
    reasoning: Option<String>,
    refusal: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Counted {
    prompt_tokens: u32,
    completion_tokens: u32,
    prompt_tokens_details: Option<Details>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Details {
    cached_tokens: Option<u32>,
}

/// What a finish reason means. One that is not known (vLLM's “abort”, an empty one) proves nothing: the answer then
/// counts as cut, and is gone on with.
fn finish_of(reason: &str) -> Option<Finish> {
    let reason = reason.to_ascii_lowercase();
    match reason.as_str() {
        "stop" | "eos" | "eos_token" | "end_turn" | "stop_sequence" | "complete" | "completed"
        | "tool_calls" | "function_call" => Some(Finish::Stop),
        "length" | "max_tokens" | "model_length" => Some(Finish::Length),
        _ => ["content_filter", "safety", "refusal"]
            .iter()
            .any(|word| reason.starts_with(word))
            .then_some(Finish::Refused),
    }
}

/// Turns events into pieces; knows no network, so that recordings can be replayed through it.
pub(super) struct Reader {
    finish: Option<Finish>,
    /// The text that is continued has white space at its end: it is not to be said twice.
    swallow_space: bool,
    thinking: Thinking,
    /// `[DONE]` or all that comes after a finish reason was read.
    done: bool,
}

impl Reader {
    /// A reader of an answer that goes on after `prefix`, whose end the model saw as `seen`; `thinks` where the model
    /// is known to begin in thought. Whoever goes on from a given text is past its thoughts.
    pub(super) fn after(prefix: &str, seen: &str, thinks: bool) -> Self {
        Self {
            finish: None,
            swallow_space: !seen.is_empty() && prefix.ends_with(char::is_whitespace),
            thinking: Thinking::new(thinks && seen.is_empty()),
            done: false,
        }
    }

    /// Takes in the data of one event.
    pub(super) fn read(&mut self, data: &str, out: &mut VecDeque<Piece>) -> Result<(), Failure> {
        if data.trim() == "[DONE]" {
            self.done = true;
            return Ok(());
        }
        let event: Value = serde_json::from_str(data).map_err(|_| Failure::Garbled)?;
        if refusal::is_error(&event) {
            return Err(refusal::of_error(&event));
        }
        let chunk: Chunk = serde_json::from_value(event).map_err(|_| Failure::Garbled)?;
        for choice in chunk.choices.into_iter().take(1) {
            let delta = choice.delta;
            let thought = delta.reasoning_content.or(delta.reasoning);
            if thought.is_some_and(|thought| !thought.is_empty()) {
                out.push_back(Piece::Thinking { tokens: 1 });
            }
            if let Some(text) = delta.content.filter(|text| !text.is_empty()) {
                let mut parts = Vec::new();
                self.thinking.read(&text, &mut parts);
                self.say(parts, out);
            }
            if delta.refusal.is_some_and(|refusal| !refusal.is_empty()) {
                self.finish = Some(Finish::Refused);
            }
            if self.finish.is_none() {
                self.finish = choice.finish_reason.as_deref().and_then(finish_of);
            }
        }
        if let Some(counted) = chunk.usage {
            let cached = counted.prompt_tokens_details.and_then(|d| d.cached_tokens);
            out.push_back(Piece::Usage(Usage {
                prompt: counted.prompt_tokens,
                cached: cached.unwrap_or_default(),
                answer: counted.completion_tokens,
            }));
        }
        Ok(())
    }

    fn say(&mut self, parts: Vec<Part>, out: &mut VecDeque<Piece>) {
        for part in parts {
            let text = match part {
                Part::Thought => {
                    out.push_back(Piece::Thinking { tokens: 1 });
                    continue;
                }
                Part::WasThought => {
                    out.push_back(Piece::WasThinking);
                    continue;
                }
                Part::Text(text) if self.swallow_space => text.trim_start().to_owned(),
                Part::Text(text) => text,
            };
            if !text.is_empty() {
                self.swallow_space = false;
                out.push_back(Piece::Text { text, tokens: 1 });
            }
        }
    }

    /// What the end of the stream means: only a finish reason proves that an answer is whole.
    pub(super) fn end(&mut self, out: &mut VecDeque<Piece>) -> Result<(), Failure> {
        let finish = self.finish.ok_or(Failure::Cut)?;
        let mut parts = Vec::new();
        self.thinking.end(finish == Finish::Length, &mut parts);
        self.say(parts, out);
        out.push_back(Piece::End(finish));
        Ok(())
    }
}

struct Reading<S> {
    model: ServerModel,
    /// The tokens that the prompt was made for.
    context: u32,
    events: S,
    reader: Reader,
    ready: VecDeque<Piece>,
    ended: bool,
    begun: bool,
    until: Instant,
    // The next call is let through when this answer is over or dropped.
    _turn: Turn,
}

/// The pieces of a response. Dropping them closes the connection: the server stops working.
pub(super) fn pieces(
    model: ServerModel,
    context: u32,
    response: Response,
    turn: Turn,
    reader: Reader,
) -> Answer {
    let limits = model.server.0.limits;
    let reading = Reading {
        reader,
        events: Box::pin(bounded(response).eventsource()),
        ready: VecDeque::new(),
        ended: false,
        begun: false,
        until: Instant::now() + Duration::from_secs_f64(limits.whole_call),
        model,
        context,
        _turn: turn,
    };
    stream::unfold(reading, |mut reading| async {
        let piece = next(&mut reading).await?;
        Some((piece, reading))
    })
    .boxed()
}

/// An event is not longer than this, in bytes, …
const LONGEST_EVENT: usize = 1024 * 1024;

/// … and an answer not than this.
const LONGEST_ANSWER: usize = 64 * 1024 * 1024;

/// Why the bytes of a response ended before it did.
#[derive(Debug)]
struct Broken;

/// The bytes of a response, as long as there are not absurdly many: a server can't fill our memory.
fn bounded(response: Response) -> impl futures::Stream<Item = Result<Vec<u8>, Broken>> {
    let (mut all, mut event) = (0, 0);
    response.bytes_stream().map(move |bytes| {
        let bytes = bytes.map_err(|_| Broken)?.to_vec();
        all += bytes.len();
        // An empty line ends an event.
        event = match bytes
            .windows(2)
            .rposition(|pair| pair == b"\n\n" || pair == b"\n\r")
        {
            Some(at) => bytes.len() - at,
            None => event + bytes.len(),
        };
        if all > LONGEST_ANSWER || event > LONGEST_EVENT {
            return Err(Broken);
        }
        Ok(bytes)
    })
}

async fn next<S, E>(reading: &mut Reading<S>) -> Option<Result<Piece, ModelError>>
where
    S: futures::Stream<Item = Result<eventsource_stream::Event, E>> + Unpin,
{
    loop {
        if let Some(piece) = reading.ready.pop_front() {
            reading.begun = true;
            return Some(Ok(piece));
        }
        if reading.ended {
            return None;
        }
        let limits = reading.model.server.0.limits;
        let (what, limit) = if reading.begun {
            ("between words", limits.between_tokens)
        } else {
            ("to write its first word", limits.first_token)
        };
        let by = Instant::now() + Duration::from_secs_f64(limit);
        let event = timeout_at(by.min(reading.until), reading.events.next()).await;
        let failure = match event {
            Err(_) if by > reading.until => Failure::TooSlow("for one answer", limits.whole_call),
            Err(_) => Failure::TooSlow(what, limit),
            Ok(Some(Ok(event))) => match reading.reader.read(&event.data, &mut reading.ready) {
                Ok(()) if reading.reader.done => match end(reading).await {
                    Ok(()) => continue,
                    Err(failure) => failure,
                },
                Ok(()) => continue,
                Err(failure) => failure,
            },
            // What is no event, or no UTF-8.
            Ok(Some(Err(_))) if !reading.begun => Failure::Garbled,
            Ok(Some(Err(_)) | None) => match end(reading).await {
                Ok(()) => continue,
                Err(failure) => failure,
            },
        };
        reading.ended = true;
        if let Failure::ContextTooSmall { context, .. } = failure {
            reading.model.learn_context(reading.context, context).await;
        }
        return Some(Err(reading.model.server.failure(failure)));
    }
}

async fn end<S>(reading: &mut Reading<S>) -> Result<(), Failure> {
    reading.reader.end(&mut reading.ready)?;
    reading.ended = true;
    if let Some(begins) = reading.reader.thinking.begins() {
        reading
            .model
            .update(|it| {
                it.thoughts = if begins {
                    it.thoughts.saturating_add(1)
                } else {
                    0
                }
            })
            .await;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// What a reader makes of these events, and how it ends.
    fn read(events: &[Value]) -> (Vec<Piece>, Result<(), Failure>) {
        let (mut reader, mut out) = (Reader::after("", "", false), VecDeque::new());
        let read = events
            .iter()
            .try_for_each(|event| reader.read(&event.to_string(), &mut out))
            .and_then(|()| reader.end(&mut out));
        (out.into(), read)
    }

    fn ends(reason: &str) -> Result<Finish, Failure> {
        let event = |text: &str, reason: Value| json!({"choices": [{"delta": {"content": text}, "finish_reason": reason}]});
        let (pieces, read) = read(&[event("It rains.", Value::Null), event("", json!(reason))]);
        read.map(|()| match pieces.last() {
            Some(Piece::End(finish)) => *finish,
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn only_a_finish_reason_that_is_known_makes_an_answer_whole() {
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
            assert_eq!(ends(reason), Err(Failure::Cut), "{reason}");
        }
    }

    #[test]
    fn an_empty_reason_does_not_hide_the_one_that_follows() {
        let event = |reason: &str| json!({"choices": [{"delta": {}, "finish_reason": reason}]});
        let (pieces, read) = read(&[event(""), event("length")]);
        assert_eq!(read, Ok(()));
        assert_eq!(pieces, [Piece::End(Finish::Length)]);
    }

    #[test]
    fn an_error_in_the_stream_keeps_its_words() {
        let of = |event: Value| read(&[event]).1.expect_err("an error");
        assert_eq!(
            of(json!({"error": {"message": "out of memory"}})),
            Failure::Told("out of memory".to_owned())
        );
        assert_eq!(
            of(json!({"error": "n_keep: 6094 >= n_ctx: 4096"})),
            Failure::ContextTooSmall {
                prompt: Some(6_094),
                context: Some(4_096)
            }
        );
        assert_eq!(
            of(json!([{"error": {"message": "internal"}}])),
            Failure::Told("internal".to_owned())
        );
    }
}
