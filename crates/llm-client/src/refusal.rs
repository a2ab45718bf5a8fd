//! Why a server refuses: its own words, taken out of whatever they are wrapped in, and what they mean.

use super::{
    answer_body,
    connect_error::ConnectError,
    error_body::{MESSAGES, error_in, status_of},
    failure::CallFailure,
    json_numbers::number,
    overflow, wait,
};
use reqwest::StatusCode;
use serde_json::Value;
use std::time::{Duration, SystemTime};
use tokio::time::timeout;

/// The most of a refusal that is read, in bytes.
const MOST: usize = 64 * 1024;

/// A refusal that is no JSON is read as words up to here: what is longer is a page.
const LONGEST_LINE: usize = 300;

/// Refusals that are about the moment, not about the request: timeout, conflict, locked, too early, closed by a proxy.
const PASSING: [u16; 5] = [408, 409, 423, 425, 499];

/// What servers say whose port takes TLS alone: nginx, Go, Apache.
const NO_TLS: [&str; 3] = [
    "plain http request was sent to https port",
    "client sent an http request to an https server",
    "speaking plain http to an ssl-enabled server port",
];

/// What a server says about an error.
#[derive(Debug, Default)]
struct ErrorWords {
    message: String,
    /// The names it gives to what went wrong: type, code, status, reasons.
    kinds: Vec<String>,
    /// The status it would have had, where it is told among the words.
    status: Option<StatusCode>,
    prompt: Option<u32>,
    context: Option<u32>,
    wait: Option<Duration>,
    /// What is used up comes back tomorrow.
    is_daily: bool,
}

impl ErrorWords {
    fn of_body(body: &str) -> Self {
        match serde_json::from_str(body) {
            Ok(value) => Self::of(&value),
            Err(_) => {
                let line = body.trim();
                let is_words = line.len() <= LONGEST_LINE && !line.contains('<');
                Self {
                    message: if is_words { line } else { "" }.to_owned(),
                    ..Self::default()
                }
            }
        }
    }

    fn of(value: &Value) -> Self {
        // Gemini's compatible address puts its errors into a list of one.
        let value = match value {
            Value::Array(all) => all.first().unwrap_or(&Value::Null),
            value => value,
        };
        let error = error_in(value).unwrap_or(value);
        let text = |value: &Value| match value {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        };
        let message = match error {
            Value::String(message) => Some(message.clone()),
            Value::Object(_) => MESSAGES.iter().find_map(|name| text(&error[*name])),
            _ => None,
        };
        // A plain error may have its message beside it.
        let message = message
            .or_else(|| text(&value["message"]))
            .unwrap_or_default();
        let reasons = error["details"].as_array().into_iter().flatten();
        let kinds = ["type", "code", "status"]
            .iter()
            .filter_map(|name| text(&error[*name]))
            .chain(reasons.filter_map(|detail| text(&detail["reason"])))
            .collect();
        let status = status_of(error).or_else(|| status_of(value));
        let words = message.to_lowercase();
        let number = |name: &str| number(&error[name]);
        Self {
            message,
            kinds,
            status,
            prompt: number("n_prompt_tokens"),
            context: number("n_ctx").filter(|&context| context > 0),
            wait: wait::of_details(&error["details"]).or_else(|| wait::of_words(&words)),
            is_daily: error["details"].to_string().contains("PerDay"),
        }
    }

    fn is_named(&self, names: &[&str]) -> bool {
        self.kinds
            .iter()
            .any(|kind| names.iter().any(|name| kind.contains(name)))
    }

    fn says(&self, words: &[&str]) -> bool {
        let said = self.message.to_lowercase();
        words.iter().any(|word| said.contains(word))
    }

    fn overflow(&self) -> Option<CallFailure> {
        match overflow::read(&self.message, &self.kinds)? {
            // What is told as a number is better than what stands in a sentence.
            CallFailure::ContextTooSmall { prompt, context } => {
                Some(CallFailure::ContextTooSmall {
                    prompt: self.prompt.or(prompt),
                    context: self.context.or(context),
                })
            }
            other => Some(other),
        }
    }

    fn is_loading(&self) -> bool {
        // Ollama says “error loading model” of one that will never be there.
        let failed = self.says(&[
            "error loading",
            "fail",
            "terminated",
            "unable",
            "memory",
            "could not",
        ]);
        !failed
            && self.says(&[
                "loading model",
                "model is loading",
                "currently loading",
                "still loading",
            ])
    }

    /// Nothing left on the account: no use to try again soon.
    fn is_spent(&self) -> bool {
        self.is_daily
            || self.is_named(&["insufficient_quota", "billing"])
            || self.says(&[
                "credit balance",
                "insufficient credits",
                "insufficient balance",
                "insufficient_quota",
            ])
            // Gemini says so, too, where only a minute's share is used up, and then how long that is.
            || (self.wait.is_none() && self.says(&["exceeded your current quota"]))
    }

    fn is_about_the_key(&self) -> bool {
        self.is_named(&["API_KEY_INVALID", "invalid_api_key"])
            || self.says(&["api key not valid", "invalid api key"])
    }

    /// A place, or what was to be written: another key changes nothing.
    fn is_forbidden(&self) -> bool {
        self.is_named(&["unsupported_country"])
            || self.says(&[
                "region",
                "country",
                "territory",
                "location is not supported",
                "flagged",
                "moderation",
                "policy",
                "policies",
                "safety",
            ])
    }
}

/// Reads why a response is no answer.
pub(super) async fn of_response(response: reqwest::Response) -> CallFailure {
    let status = response.status();
    let header = |name: &str| response.headers().get(name)?.to_str().ok();
    let wait = header("retry-after-ms")
        .and_then(wait::of_milliseconds)
        .or_else(|| wait::of_header(header("retry-after")?, SystemTime::now()));
    if status.is_redirection()
        && let Some(place) = header("location")
    {
        return CallFailure::Moved(place.to_owned());
    }
    // A server that refuses and then says nothing is not waited for.
    let body = timeout(Duration::from_secs(5), answer_body::read(response, MOST)).await;
    let body = String::from_utf8_lossy(&body.unwrap_or_default()).into_owned();
    classify(status, wait, &body)
}

/// An error that came with a status of success: inside the stream, or instead of one. Where it names the status it
/// would have had otherwise, it means the same.
pub(super) fn of_error(value: &Value) -> CallFailure {
    let words = ErrorWords::of(value);
    if let Some(status) = words.status {
        return of_status(status, None, words);
    }
    if let Some(overflow) = words.overflow() {
        return overflow;
    }
    if words.is_spent() {
        return CallFailure::Spent(words.message);
    }
    if words.is_about_the_key() {
        return CallFailure::Key(words.message);
    }
    match words.message {
        message if ErrorWords::of_body(&message).is_loading() => CallFailure::Loading(message),
        message => CallFailure::Told(message),
    }
}

/// The same, where it came as words alone.
pub(super) fn of_words(said: String) -> CallFailure {
    of_error(&Value::String(said))
}

fn classify(status: StatusCode, wait: Option<Duration>, body: &str) -> CallFailure {
    let said = body.to_lowercase();
    if status.is_client_error() && NO_TLS.iter().any(|words| said.contains(words)) {
        return CallFailure::Unreachable(ConnectError::WantsTls);
    }
    if status == StatusCode::FORBIDDEN && said.trim_start().starts_with('<') {
        return CallFailure::NoStream("a web page that forbids access (403)".to_owned());
    }
    of_status(status, wait, ErrorWords::of_body(body))
}

fn of_status(status: StatusCode, wait: Option<Duration>, words: ErrorWords) -> CallFailure {
    let wait = wait.or(words.wait);
    // Too many tokens in a minute are none of the prompt's, unless it alone is too large for one.
    let is_pace = status == StatusCode::TOO_MANY_REQUESTS;
    if let Some(overflow) = words.overflow()
        && (!is_pace || words.says(&["too large", "context"]))
    {
        return overflow;
    }
    if status.is_server_error() && words.is_loading() {
        return CallFailure::Loading(words.message);
    }
    if status == StatusCode::PAYMENT_REQUIRED || (status.is_client_error() && words.is_spent()) {
        return CallFailure::Spent(words.message);
    }
    match status {
        StatusCode::UNAUTHORIZED => CallFailure::Key(words.message),
        StatusCode::BAD_REQUEST if words.is_about_the_key() => CallFailure::Key(words.message),
        StatusCode::FORBIDDEN if words.is_forbidden() => CallFailure::Forbidden(words.message),
        StatusCode::FORBIDDEN => CallFailure::Key(words.message),
        StatusCode::NOT_FOUND => CallFailure::Unknown(words.message),
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
            CallFailure::Unreachable(ConnectError::ProxyKey)
        }
        StatusCode::TOO_MANY_REQUESTS => CallFailure::TooMany(wait, words.message),
        status if status.is_server_error() || PASSING.contains(&status.as_u16()) => {
            CallFailure::Unavailable(status, wait, words.message)
        }
        status if status.is_redirection() => {
            CallFailure::NoStream("the way to another address".to_owned())
        }
        status => CallFailure::Refused(status, words.message),
    }
}

#[cfg(test)]
mod tests;
