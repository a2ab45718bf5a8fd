//! What went wrong with a call, and how it is told: what is wrong and what can be done about it.

use super::{connect_error::ConnectError, wait};
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
        let what = self.what(address, id, key);
        let told = match self.advice(address, id) {
            advice if advice.is_empty() => what.clone(),
            advice => format!("{what} {advice}"),
        };
        let retry_after = match self {
            Self::CircuitOpen(wait) => Some(*wait),
            // Most count by the minute: whoever does not say how long is given some of it.
            Self::TooMany(wait, _) => wait.or(Some(A_WHILE)),
            Self::Unavailable(_, wait, _) => *wait,
            _ => None,
        };
        match self {
            Self::Loading(_) => ModelError::Loading {
                reason: told,
                retry_after: LOADING,
            },
            Self::TooMany(Some(wait), _) | Self::Unavailable(_, Some(wait), _)
                if *wait > LONGEST_WAIT =>
            {
                ModelError::Lasting(format!(
                    "{what} It accepts requests again in {}. Retry then, or choose another model in Settings.",
                    wait::in_words(*wait)
                ))
            }
            failure if failure.is_lasting() => ModelError::Lasting(told),
            _ => ModelError::Passing {
                reason: told,
                retry_after,
            },
        }
    }

    /// Whether somebody has to change something first: then another try would be in vain.
    const fn is_lasting(&self) -> bool {
        match self {
            Self::Unreachable(error) => !error.may_pass(),
            Self::Key(_)
            | Self::Forbidden(_)
            | Self::Spent(_)
            | Self::Unknown(_)
            | Self::Refused(..)
            | Self::Moved(_)
            | Self::NoStream(_) => true,
            _ => false,
        }
    }

    /// What is wrong, in a sentence.
    fn what(&self, address: &str, id: &str, key: Option<&str>) -> String {
        let said = |text: &str| {
            Said(match key.filter(|key| !key.is_empty()) {
                Some(key) => text.replace(key, "…"),
                None => text.to_owned(),
            })
        };
        let server = format!("The model server at {address}");
        match self {
            Self::Unreachable(error) => error.to_message(address, id),
            Self::CircuitOpen(_) => format!("{server} did not answer several times in a row."),
            Self::NoConnection(limit) => {
                format!("{server} did not accept a connection within {limit} s.")
            }
            Self::TooSlow(what, limit) => format!("{server} took longer than {limit} s {what}."),
            Self::Key(text) => format!("{server} does not accept the key{}.", said(text)),
            Self::Forbidden(text) => format!("{server} does not allow this{}.", said(text)),
            Self::Spent(text) => format!(
                "The account at the model server at {address} has no credit left{}.",
                said(text)
            ),
            Self::Unknown(text) => {
                format!(
                    "{server} can’t find this model or this address{}.",
                    said(text)
                )
            }
            Self::TooMany(_, text) => {
                format!("{server} accepts no more requests for now{}.", said(text))
            }
            Self::Loading(text) => format!("{server} is still loading the model{}.", said(text)),
            Self::Unavailable(status, _, text) => {
                format!(
                    "{server} can’t answer now ({}{}).",
                    status.as_u16(),
                    said(text)
                )
            }
            Self::ContextTooSmall {
                prompt: Some(prompt),
                context: Some(context),
            } => format!(
                "The prompt is longer than the model’s context ({prompt} tokens were sent, {context} fit)."
            ),
            Self::ContextTooSmall { .. } => {
                "The prompt is longer than the model’s context.".to_owned()
            }
            Self::Refused(status, text) => {
                format!(
                    "{server} rejected the request ({}{}).",
                    status.as_u16(),
                    said(text)
                )
            }
            Self::Moved(place) => format!(
                "{server} sends requests on to another address{}.",
                said(base_of(place))
            ),
            Self::NoStream(kind) => {
                format!("The address {address} does not belong to a model server: it sent {kind}.")
            }
            Self::OnlyThought => {
                format!("The model at {address} only thought and wrote nothing.")
            }
            Self::Garbled | Self::Marred => format!("{server} sent an answer that can’t be read."),
            Self::Endless => format!("{server} sent a line that does not end."),
            Self::Cut => "The model’s answer was cut off.".to_owned(),
            Self::Told(text) if text.trim().is_empty() => {
                format!("{server} stopped its answer without a reason.")
            }
            Self::Told(text) => format!("{server} stopped its answer{}.", said(text.trim())),
        }
    }

    /// What can be done about it.
    fn advice(&self, address: &str, id: &str) -> String {
        let advice = match self {
            // Its sentence has it.
            Self::Unreachable(_) => "",
            Self::CircuitOpen(_) | Self::NoConnection(_) => {
                "Start it, or change its address in Settings."
            }
            Self::TooSlow(..) => "A slow model may need a longer time limit in Settings.",
            Self::Key(_) => {
                return format!("Set the right one in Settings (server “{id}”), then retry.");
            }
            Self::Forbidden(_) => {
                "Choose another model or server in Settings, or change the request."
            }
            Self::Spent(_) => {
                "Check the plan and billing there, or choose another model in Settings."
            }
            Self::Unknown(_) => "Choose another model in Settings; an address usually ends in /v1.",
            Self::TooMany(..) => {
                return format!(
                    "Retry later, or allow fewer parallel calls in Settings (server “{id}”)."
                );
            }
            Self::Loading(_) => "Retry when it is ready.",
            Self::Unavailable(..) => {
                "Retry later. If that does not help, restart the server or read its log."
            }
            Self::ContextTooSmall { .. } => {
                return format!(
                    "Start the server with a larger context, or set the right one in Settings (server “{id}”)."
                );
            }
            Self::Refused(..) => "Choose another model in Settings, or read the server’s log.",
            Self::Moved(_) => {
                return format!(
                    "If that is the model server, set it in Settings (server “{id}”); otherwise check any proxy \
                     in between."
                );
            }
            Self::NoStream(_) => "Check the address in Settings, and any proxy in between.",
            Self::OnlyThought => {
                "Retry. If that does not help, turn its thinking off on its server, or choose another model in \
                 Settings."
            }
            Self::Garbled | Self::Marred => {
                "Check its address in Settings and any proxy in between, then retry."
            }
            Self::Endless => "Look at its address in Settings and at what it logs, then retry.",
            Self::Cut => {
                return format!("Check that the server at {address} is still running, then retry.");
            }
            Self::Told(_) => "Retry. If that does not help, read the server’s log.",
        };
        advice.to_owned()
    }
}

/// The address of a server in that of one of its pages.
fn base_of(place: &str) -> &str {
    ["/chat/completions", "/models"]
        .iter()
        .find_map(|path| place.split_once(path))
        .map_or(place, |(base, _)| base)
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
