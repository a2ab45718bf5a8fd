//! What went wrong, in words a person can act on.

use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// The one error of every server function. `code` is stable, `message` is one clear sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudioError {
    /// "not_found", "illegal_transition", "stale_version", "invalid", …
    pub code: String,
    /// For a person.
    #[serde(rename = "detail", alias = "message")]
    pub message: String,
}

impl StudioError {
    /// An error with this code and sentence.
    pub fn new(code: &str, message: &str) -> Self {
        Self {
            code: code.to_owned(),
            message: message.to_owned(),
        }
    }

    /// Whether what was asked for is not there.
    pub fn is_not_found(&self) -> bool {
        self.code == "not_found"
    }

    /// Whether no answer came at all.
    pub fn is_unreachable(&self) -> bool {
        self.code == "unreachable"
    }

    /// Whether somebody else changed the same thing first.
    pub fn is_stale(&self) -> bool {
        self.code == "stale_version"
    }
}

impl FromServerFnError for StudioError {
    type Encoder = JsonEncoding;

    // The causes are technical and stay in the console; the sentence says what a person can do.
    fn from_server_fn_error(cause: ServerFnErrorErr) -> Self {
        match cause {
            ServerFnErrorErr::Request(_) => Self::new(
                "unreachable",
                "The studio is not responding. Your text is safe. Try again in a moment.",
            ),
            // On the server, what could not be read is the request.
            cause @ (ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_))
                if cfg!(feature = "ssr")
                    || !matches!(cause, ServerFnErrorErr::Deserialization(_)) =>
            {
                Self::new(
                    "invalid",
                    "The studio could not read this request. Copy what you typed, then reload the page.",
                )
            }
            _ => Self::new(
                "protocol",
                "The studio’s answer could not be read. Reload the page and try again.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_of_rest_is_an_error_that_a_page_can_show() {
        let problem =
            r#"{"status":413,"title":"Payload Too Large","code":"too_large","detail":"Too long."}"#;
        let error: StudioError = serde_json::from_str(problem).expect("an error");
        assert_eq!(error, StudioError::new("too_large", "Too long."));
    }
}
