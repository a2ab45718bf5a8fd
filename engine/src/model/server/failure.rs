//! What went wrong with a call, and how it is told: what is wrong and what can be done about it.

use crate::model::ModelError;
use reqwest::{StatusCode, header::RETRY_AFTER};
use serde::Deserialize;
use std::{fmt, time::Duration};
use tokio::time::timeout;

/// The most of a refusal that is read, in bytes.
const MOST: usize = 64 * 1024;

/// A server's wish to wait is heard up to here.
const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// Why a call brought no answer, or only a part of one.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Failure {
    /// No connection, or it broke before an answer began.
    Unreachable,
    /// Several calls in a row found nobody; the next is made after this time.
    Resting(Duration),
    /// The connection was not accepted within these seconds.
    NoConnection(f64),
    /// It took longer than it may: what, and the limit in seconds.
    TooSlow(&'static str, f64),
    /// 401 or 403.
    Key,
    /// 404: no such address, or no such model.
    Unknown(String),
    /// 429.
    TooMany(Option<Duration>),
    /// 503, or another 5xx.
    Unavailable(StatusCode, Option<Duration>, String),
    /// The prompt has more tokens than the model takes.
    ContextTooSmall {
        /// What was sent.
        prompt: Option<u32>,
        /// What fits.
        context: Option<u32>,
    },
    /// 400 and the like: the request itself was not understood.
    Refused(StatusCode, String),
    /// A page, or anything else that is no stream of events.
    NoStream(String),
    /// An event that can't be read.
    Garbled,
    /// The stream ended without saying that it is done.
    Cut,
    /// An error told inside the stream.
    Told(String),
}

impl Failure {
    /// Whether nobody answered at all: what counts towards resting.
    pub(super) const fn is_unreachable(&self) -> bool {
        matches!(self, Self::Unreachable | Self::NoConnection(_))
    }

    /// For the author, with the server's address and its short name.
    pub(super) fn told(&self, address: &str, id: &str) -> ModelError {
        let passing = |reason: String, retry_after: Option<Duration>| ModelError::Passing {
            reason,
            retry_after: retry_after.map(|wait| wait.min(LONGEST_WAIT)),
        };
        let said = |text: &str| Said(text.to_owned());
        match self {
            Self::Unreachable => passing(
                format!(
                    "The model server at {address} does not answer. Start it, or change its address in Settings."
                ),
                None,
            ),
            Self::Resting(wait) => passing(
                format!(
                    "The model server at {address} did not answer several times in a row. Start it, or change its address in Settings."
                ),
                Some(*wait),
            ),
            Self::NoConnection(limit) => passing(
                format!(
                    "The model server at {address} did not accept a connection within {limit} s. Start it, or change its address in Settings."
                ),
                None,
            ),
            Self::TooSlow(what, limit) => passing(
                format!(
                    "The model server at {address} took longer than {limit} s {what}. A slow model may need a longer limit in Settings."
                ),
                None,
            ),
            Self::Key => ModelError::Lasting(format!(
                "The model server at {address} does not accept the key. Set the right one in Settings (server “{id}”), then retry."
            )),
            Self::Unknown(text) => ModelError::Lasting(format!(
                "The model server at {address} does not know this model or this address{}. Choose another model in Settings; an address usually ends in /v1.",
                said(text)
            )),
            Self::TooMany(wait) => passing(
                format!("The model server at {address} takes no more requests for now (too many)."),
                Some(wait.unwrap_or(Duration::from_secs(5))),
            ),
            Self::Unavailable(status, wait, text) => passing(
                format!(
                    "The model server at {address} can’t answer now ({}{}).",
                    status.as_u16(),
                    said(text)
                ),
                *wait,
            ),
            Self::ContextTooSmall { prompt, context } => {
                let sizes = match (prompt, context) {
                    (Some(prompt), Some(context)) => {
                        format!(" ({prompt} tokens were sent, {context} fit)")
                    }
                    _ => String::new(),
                };
                passing(
                    format!(
                        "The prompt is longer than the model’s context{sizes}. Start the server with a larger context, or set the right one in Settings (server “{id}”)."
                    ),
                    None,
                )
            }
            Self::Refused(status, text) => ModelError::Lasting(format!(
                "The model server at {address} refused the request ({}{}).",
                status.as_u16(),
                said(text)
            )),
            Self::NoStream(kind) => ModelError::Lasting(format!(
                "At {address} something answers that is no model server: it sent {kind}. Look at the address in Settings, and whether a proxy stands in between."
            )),
            Self::Garbled => passing(
                format!("The model server at {address} sent what can’t be read."),
                None,
            ),
            Self::Cut => passing("The model’s answer broke off.".to_owned(), None),
            Self::Told(text) => passing(
                format!("The model server at {address} broke off{}.", said(text)),
                None,
            ),
        }
    }
}

/// What a server said, in brackets of its own: one line, not too long, nothing that could be markup.
struct Said(String);

impl fmt::Display for Said {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line: String = self
            .0
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .take(200)
            .collect();
        match line.trim().trim_end_matches('.') {
            "" => Ok(()),
            line => write!(out, ": “{line}”"),
        }
    }
}

/// What servers put around the reason of a refusal.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Refusal {
    error: Option<Reason>,
    detail: Option<serde_json::Value>,
    message: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Reason {
    Text(String),
    Object(Details),
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Details {
    message: String,
    #[serde(rename = "type")]
    kind: Option<String>,
    code: Option<serde_json::Value>,
    n_prompt_tokens: Option<u32>,
    n_ctx: Option<u32>,
}

/// Reads why a response is no answer.
pub(super) async fn of_response(response: reqwest::Response) -> Failure {
    let status = response.status();
    let wait = response
        .headers()
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.trim().parse().ok())
        .filter(|seconds: &f64| (0.0..1e9).contains(seconds))
        .map(Duration::from_secs_f64);
    // A server that refuses and then says nothing is not waited for.
    let body = timeout(Duration::from_secs(5), body(response, MOST)).await;
    let body = String::from_utf8_lossy(&body.unwrap_or_default()).into_owned();
    classify(status, wait, &body)
}

/// The beginning of a body, at least `most` bytes where there are so many.
pub(super) async fn body(mut response: reqwest::Response, most: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while bytes.len() < most
        && let Ok(Some(chunk)) = response.chunk().await
    {
        bytes.extend_from_slice(&chunk);
    }
    bytes
}

fn classify(status: StatusCode, wait: Option<Duration>, body: &str) -> Failure {
    let refusal: Refusal = serde_json::from_str(body).unwrap_or_default();
    let details = match refusal.error {
        Some(Reason::Object(details)) => details,
        Some(Reason::Text(message)) => Details {
            message,
            ..Details::default()
        },
        None => Details {
            message: refusal
                .message
                .or_else(|| refusal.detail.map(|detail| detail.to_string()))
                .unwrap_or_default(),
            ..Details::default()
        },
    };
    let named = |word: &str| {
        details
            .kind
            .as_deref()
            .is_some_and(|kind| kind.contains(word))
            || details
                .code
                .as_ref()
                .is_some_and(|code| code.to_string().contains(word))
    };
    let too_long = named("exceed_context_size")
        || named("context_length_exceeded")
        || (status == StatusCode::BAD_REQUEST
            && details.message.contains("maximum context length"));
    if too_long {
        return Failure::ContextTooSmall {
            prompt: details.n_prompt_tokens,
            context: details.n_ctx,
        };
    }
    let message = details.message;
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Failure::Key,
        StatusCode::NOT_FOUND => Failure::Unknown(message),
        StatusCode::TOO_MANY_REQUESTS => Failure::TooMany(wait),
        StatusCode::REQUEST_TIMEOUT => Failure::Unavailable(status, wait, message),
        status if status.is_server_error() => Failure::Unavailable(status, wait, message),
        status if status.is_redirection() => {
            Failure::NoStream("the way to another address".to_owned())
        }
        status => Failure::Refused(status, message),
    }
}

/// Why `reqwest` could not send.
pub(super) fn of_send(error: &reqwest::Error, connect: f64) -> Failure {
    if error.is_timeout() && error.is_connect() {
        Failure::NoConnection(connect)
    } else {
        Failure::Unreachable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_of_real_servers_are_understood() {
        let llama = r#"{"error":{"code":400,"message":"request (9022 tokens) exceeds the available context size (8192 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":9022,"n_ctx":8192}}"#;
        assert_eq!(
            classify(StatusCode::BAD_REQUEST, None, llama),
            Failure::ContextTooSmall {
                prompt: Some(9022),
                context: Some(8192)
            }
        );
        let openai = r#"{"error":{"message":"This model's maximum context length is 8192 tokens.","type":"invalid_request_error","code":"context_length_exceeded"}}"#;
        assert!(matches!(
            classify(StatusCode::BAD_REQUEST, None, openai),
            Failure::ContextTooSmall { .. }
        ));
        let loading =
            r#"{"error":{"message":"Loading model","type":"unavailable_error","code":503}}"#;
        let failure = classify(StatusCode::SERVICE_UNAVAILABLE, None, loading);
        let told = failure.told("http://here/v1", "here").to_string();
        assert!(told.contains("Loading model"), "{told}");
        let ollama = r#"{"error":"model 'nothing' not found"}"#;
        assert_eq!(
            classify(StatusCode::NOT_FOUND, None, ollama),
            Failure::Unknown("model 'nothing' not found".to_owned())
        );
        assert_eq!(
            classify(StatusCode::FORBIDDEN, None, "<html>"),
            Failure::Key
        );
    }

    #[test]
    fn what_a_server_says_is_one_short_line() {
        let long = format!("line\n<b>{}", "x".repeat(1_000));
        let told = Failure::Told(long)
            .told("http://here/v1", "here")
            .to_string();
        assert!(!told.contains('\n') && told.len() < 400, "{told}");
    }

    #[test]
    fn a_wish_to_wait_is_heard_within_reason() {
        let failure = Failure::TooMany(Some(Duration::from_secs(86_400)));
        assert!(matches!(
            failure.told("a", "b"),
            ModelError::Passing { retry_after: Some(wait), .. } if wait == LONGEST_WAIT
        ));
    }
}
