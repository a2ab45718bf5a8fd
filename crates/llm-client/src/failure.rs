//! What went wrong with a call, and how it is told: what is wrong and what can be done about it.

use super::{connect::ConnectError, wait};
use domain::text::quoted;
use reqwest::StatusCode;
use std::{fmt, time::Duration};
use writing::ModelError;

/// A server's wish to wait is heard up to here. What wants to be left alone for longer is given up, and a person
/// told when to come back: sooner would be in vain.
const LONGEST_WAIT: Duration = Duration::from_secs(600);

/// How often a server that loads a model is asked whether it has it.
const LOADING: Duration = Duration::from_secs(3);

/// Why a call brought no answer, or only a part of one.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CallFailure {
    /// No connection, or it broke before an answer began.
    Unreachable(ConnectError),
    /// Several calls in a row found nobody; the next is made after this time.
    CircuitOpen(Duration),
    /// The connection was not accepted within these seconds.
    NoConnection(f64),
    /// It took longer than it may: what, and the limit in seconds.
    TooSlow(&'static str, f64),
    /// 401, or what else is about the key.
    Key(String),
    /// 403 that another key would not change: a region, a moderator.
    Forbidden(String),
    /// The account has nothing left.
    Spent(String),
    /// 404: no such address, or no such model.
    Unknown(String),
    /// 429.
    TooMany(Option<Duration>, String),
    /// The model is being loaded.
    Loading(String),
    /// 503, or another 5xx.
    Unavailable(StatusCode, Option<Duration>, String),
    /// The prompt has more tokens than the model takes.
    ContextTooSmall {
        /// What was sent.
        prompt: Option<u32>,
        /// What fits.
        context: Option<u32>,
    },
    /// Another address, which the studio does not follow by itself.
    Moved(String),
    /// 400 and the like: the request itself was not understood.
    Refused(StatusCode, String),
    /// A page, or anything else that is no stream of events.
    NoStream(String),
    /// An event that can't be read.
    Garbled,
    /// An event whose text has letters that can't be read.
    Marred,
    /// The model thought, and wrote nothing.
    OnlyThought,
    /// A line or an answer that is longer than any answer is.
    Endless,
    /// The stream ended without saying that it is done.
    Cut,
    /// An error told inside the stream.
    Told(String),
}

/// The pause after “too many requests” where the server wishes for none.
const A_WHILE: Duration = Duration::from_secs(10);

impl CallFailure {
    /// Whether nobody answered at all: what counts towards resting.
    pub(super) const fn is_unreachable(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::NoConnection(_))
    }

    /// The words of a server that did not take the request itself: leaving out a part of it may help.
    pub(super) fn refused(&self) -> Option<&str> {
        match self {
            // Another status is about something else than what the request says.
            Self::Refused(StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY, said) => {
                Some(said)
            }
            // llama.cpp answers so where a template does not take what was sent.
            Self::Unavailable(status, None, said)
                if *status == StatusCode::INTERNAL_SERVER_ERROR
                    || *status == StatusCode::NOT_IMPLEMENTED =>
            {
                let words = [
                    "template",
                    "role",
                    "prefill",
                    "grammar",
                    "schema",
                    "jinja",
                    "parameter",
                    "unsupported",
                    "not supported",
                    "not implemented",
                ];
                let lower = said.to_lowercase();
                words
                    .iter()
                    .any(|word| lower.contains(word))
                    .then_some(said)
            }
            // OpenRouter's word for no provider that takes all of it.
            Self::Unknown(said) if said.to_lowercase().contains("parameter") => Some(said),
            _ => None,
        }
    }

    /// For the author, with the server's address and its short name. Where the server repeats the `key` it was
    /// given, that is not told.
    pub(super) fn to_model_error(&self, address: &str, id: &str, key: Option<&str>) -> ModelError {
        let passing = |reason: String, retry_after: Option<Duration>| ModelError::Passing {
            reason,
            retry_after,
        };
        let again = |reason: String, advice: String, wait: &Option<Duration>| match *wait {
            Some(wait) if wait > LONGEST_WAIT => ModelError::Lasting(format!(
                "{reason} It accepts requests again in {}. Retry then, or choose another model in Settings.",
                wait::in_words(wait)
            )),
            wait => passing(format!("{reason} {advice}"), wait),
        };
        let said = |text: &str| {
            Said(match key.filter(|key| !key.is_empty()) {
                Some(key) => text.replace(key, "…"),
                None => text.to_owned(),
            })
        };
        match self {
            Self::Unreachable(error) => match error.may_pass() {
                true => passing(error.to_message(address, id), None),
                false => ModelError::Lasting(error.to_message(address, id)),
            },
            Self::CircuitOpen(wait) => passing(
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
                    "The model server at {address} took longer than {limit} s {what}. A slow model may need \
                     a longer time limit in Settings."
                ),
                None,
            ),
            Self::Key(text) => ModelError::Lasting(format!(
                "The model server at {address} does not accept the key{}. Set the right one in Settings (server “{id}”), then retry.",
                said(text)
            )),
            Self::Forbidden(text) => ModelError::Lasting(format!(
                "The model server at {address} does not allow this{}. Choose another model or server in \
                 Settings, or change the request.",
                said(text)
            )),
            Self::Spent(text) => ModelError::Lasting(format!(
                "The account at the model server at {address} has no credit left{}. Check the plan and \
                 billing there, or choose another model in Settings.",
                said(text)
            )),
            Self::Unknown(text) => ModelError::Lasting(format!(
                "The model server at {address} can’t find this model or this address{}. Choose another \
                 model in Settings; an address usually ends in /v1.",
                said(text)
            )),
            // Most count by the minute: whoever does not say how long is given some of it.
            Self::TooMany(wait, text) => again(
                format!(
                    "The model server at {address} accepts no more requests for now{}.",
                    said(text)
                ),
                format!("Retry later, or allow fewer parallel calls in Settings (server “{id}”)."),
                &wait.or(Some(A_WHILE)),
            ),
            Self::Loading(text) => ModelError::Loading {
                reason: format!(
                    "The model server at {address} is still loading the model{}. Retry when it is ready.",
                    said(text)
                ),
                retry_after: LOADING,
            },
            Self::Unavailable(status, wait, text) => again(
                format!(
                    "The model server at {address} can’t answer now ({}{}).",
                    status.as_u16(),
                    said(text)
                ),
                "Retry later. If that does not help, restart the server or read its log."
                    .to_owned(),
                wait,
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
                "The model server at {address} rejected the request ({}{}). Choose another model in \
                 Settings, or read the server’s log.",
                status.as_u16(),
                said(text)
            )),
            Self::Moved(place) => {
                let place = ["/chat/completions", "/models"]
                    .iter()
                    .find_map(|path| place.split_once(path))
                    .map_or(place.as_str(), |(base, _)| base);
                ModelError::Lasting(format!(
                    "The model server at {address} sends requests on to another address{}. If that is the model \
                     server, set it in Settings (server “{id}”); otherwise check any proxy in between.",
                    said(place)
                ))
            }
            Self::NoStream(kind) => ModelError::Lasting(format!(
                "The address {address} does not belong to a model server: it sent {kind}. Check the address \
                 in Settings, and any proxy in between."
            )),
            Self::OnlyThought => passing(
                format!(
                    "The model at {address} only thought and wrote nothing. Retry. If that does not help, turn its \
                     thinking off on its server, or choose another model in Settings."
                ),
                None,
            ),
            Self::Garbled | Self::Marred => passing(
                format!(
                    "The model server at {address} sent an answer that can’t be read. Check its address in \
                     Settings and any proxy in between, then retry."
                ),
                None,
            ),
            Self::Endless => passing(
                format!(
                    "The model server at {address} sent a line that does not end. Look at its address in Settings and at what it logs, then retry."
                ),
                None,
            ),
            Self::Cut => passing(
                format!(
                    "The model’s answer was cut off. Check that the server at {address} is still running, \
                     then retry."
                ),
                None,
            ),
            Self::Told(text) => {
                let text = match text.trim() {
                    "" => " without a reason".to_owned(),
                    text => said(text).to_string(),
                };
                passing(
                    format!(
                        "The model server at {address} stopped its answer{text}. Retry. If that does not \
                         help, read the server’s log."
                    ),
                    None,
                )
            }
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
            line => write!(out, ": {}", quoted(line)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_says_is_one_short_line() {
        let long = format!("line\n<b>{}", "x".repeat(1_000));
        let told = CallFailure::Told(long)
            .to_model_error("http://here/v1", "here", None)
            .to_string();
        assert!(!told.contains('\n') && told.len() < 400, "{told}");
    }

    /// A sentence that says what is wrong alone leaves its reader helpless.
    #[test]
    fn each_failure_says_what_to_do() {
        let nothing = String::new;
        let status = StatusCode::BAD_GATEWAY;
        for failure in [
            CallFailure::Unreachable(ConnectError::Refused),
            CallFailure::CircuitOpen(Duration::from_secs(1)),
            CallFailure::NoConnection(5.0),
            CallFailure::TooSlow("to begin its answer", 5.0),
            CallFailure::Key(nothing()),
            CallFailure::Forbidden(nothing()),
            CallFailure::Spent(nothing()),
            CallFailure::Unknown(nothing()),
            CallFailure::TooMany(None, nothing()),
            CallFailure::TooMany(Some(Duration::from_secs(100_000)), nothing()),
            CallFailure::Loading(nothing()),
            CallFailure::Unavailable(status, None, nothing()),
            CallFailure::ContextTooSmall {
                prompt: None,
                context: None,
            },
            CallFailure::Refused(status, nothing()),
            CallFailure::NoStream(nothing()),
            CallFailure::Moved(nothing()),
            CallFailure::Garbled,
            CallFailure::OnlyThought,
            CallFailure::Endless,
            CallFailure::Cut,
            CallFailure::Told(nothing()),
        ] {
            let told = failure
                .to_model_error("http://here/v1", "here", None)
                .to_string();
            assert!(
                told.contains("Settings") || told.to_lowercase().contains("retry"),
                "{told}"
            );
        }
    }
}
