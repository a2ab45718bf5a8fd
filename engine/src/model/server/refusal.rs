//! Why a server refuses: its own words, taken out of whatever they are wrapped in, and what they mean.

use super::{failure::Failure, overflow, wait};
use reqwest::{StatusCode, header::RETRY_AFTER};
use serde_json::Value;
use std::time::{Duration, SystemTime};
use tokio::time::timeout;

/// The most of a refusal that is read, in bytes.
const MOST: usize = 64 * 1024;

/// A refusal that is no JSON is read as words up to here: what is longer is a page.
const LONGEST_LINE: usize = 300;

/// What a server says about an error.
#[derive(Debug, Default)]
struct Words {
    message: String,
    /// The names it gives to what went wrong: type, code, status, reasons.
    kinds: Vec<String>,
    prompt: Option<u32>,
    context: Option<u32>,
    wait: Option<Duration>,
    /// What is used up comes back tomorrow.
    is_daily: bool,
}

impl Words {
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
        let error = match &value["error"] {
            Value::Null => value,
            error => error,
        };
        let text = |value: &Value| match value {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        };
        let message = match error {
            Value::String(message) => Some(message.clone()),
            Value::Object(_) => ["message", "detail", "msg", "error_message"]
                .iter()
                .find_map(|name| text(&error[*name])),
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
        let number = |name: &str| number(&error[name]);
        Self {
            message,
            kinds,
            prompt: number("n_prompt_tokens"),
            context: number("n_ctx").filter(|&context| context > 0),
            wait: wait::of_details(&error["details"]),
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

    fn overflow(&self) -> Option<Failure> {
        match overflow::read(&self.message, &self.kinds)? {
            // What is told as a number is better than what stands in a sentence.
            Failure::ContextTooSmall { prompt, context } => Some(Failure::ContextTooSmall {
                prompt: self.prompt.or(prompt),
                context: self.context.or(context),
            }),
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
pub(super) async fn of_response(response: reqwest::Response) -> Failure {
    let status = response.status();
    let wait = response
        .headers()
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| wait::of_header(value, SystemTime::now()));
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

/// An error that came with a status of success: inside the stream, or instead of one.
pub(super) fn of_error(value: &Value) -> Failure {
    let words = Words::of(value);
    if let Some(overflow) = words.overflow() {
        return overflow;
    }
    match words.message {
        message if Words::of_body(&message).is_loading() => Failure::Loading(message),
        message => Failure::Told(message),
    }
}

/// The same, where it came as words alone.
pub(super) fn of_words(said: String) -> Failure {
    of_error(&Value::String(said))
}

/// Whether this is an error at all.
pub(super) fn is_error(value: &Value) -> bool {
    match value {
        Value::Array(all) => all.first().is_some_and(is_error),
        value => {
            let is_answer = ["choices", "candidates", "message", "delta"]
                .iter()
                .any(|name| says_something(&value[*name]));
            says_something(&value["error"])
                || value["object"] == "error"
                || value["type"] == "error"
                || (!is_answer && says_something(&value["detail"]))
        }
    }
}

/// Whether a field of an error is more than a placeholder: `null`, `""`, `{}` or `{"code": 0}`.
fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::Bool(true) => true,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => items.iter().any(says_something),
        Value::Object(fields) => fields.values().any(says_something),
    }
}

/// A count, in whatever form a server puts it.
pub(super) fn number(value: &Value) -> Option<u32> {
    let number = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    (0.0..=f64::from(u32::MAX))
        .contains(&number)
        .then_some(number.round() as u32)
}

fn classify(status: StatusCode, wait: Option<Duration>, body: &str) -> Failure {
    let words = Words::of_body(body);
    let wait = wait.or(words.wait);
    if let Some(overflow) = words.overflow() {
        return overflow;
    }
    if status.is_server_error() && words.is_loading() {
        return Failure::Loading(words.message);
    }
    if status == StatusCode::PAYMENT_REQUIRED || (status.is_client_error() && words.is_spent()) {
        return Failure::Spent(words.message);
    }
    match status {
        StatusCode::UNAUTHORIZED => Failure::Key(words.message),
        StatusCode::BAD_REQUEST if words.is_about_the_key() => Failure::Key(words.message),
        StatusCode::FORBIDDEN if words.is_forbidden() => Failure::Forbidden(words.message),
        StatusCode::FORBIDDEN => Failure::Key(words.message),
        StatusCode::NOT_FOUND => Failure::Unknown(words.message),
        StatusCode::TOO_MANY_REQUESTS => Failure::TooMany(wait, words.message),
        StatusCode::REQUEST_TIMEOUT => Failure::Unavailable(status, wait, words.message),
        status if status.is_server_error() => Failure::Unavailable(status, wait, words.message),
        status if status.is_redirection() => {
            Failure::NoStream("the way to another address".to_owned())
        }
        status => Failure::Refused(status, words.message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ModelError;
    use serde_json::json;

    fn told(status: u16, wait: Option<u64>, body: &str) -> ModelError {
        let status = StatusCode::from_u16(status).expect("a status");
        classify(status, wait.map(Duration::from_secs), body).told("http://here/v1", "here", None)
    }

    #[test]
    fn a_key_that_a_server_repeats_is_not_told() {
        let body = r#"{"error":{"message":"Authentication Error, Received API Key = sk-abc-123, not known"}}"#;
        let failure = classify(StatusCode::UNAUTHORIZED, None, body);
        let told = failure.told("http://here/v1", "here", Some("sk-abc-123"));
        assert!(
            told.to_string().contains("Received API Key = …, not known"),
            "{told}"
        );
    }

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
            Failure::ContextTooSmall {
                context: Some(8192),
                ..
            }
        ));
        let ollama = r#"{"error":"model 'nothing' not found"}"#;
        assert_eq!(
            classify(StatusCode::NOT_FOUND, None, ollama),
            Failure::Unknown("model 'nothing' not found".to_owned())
        );
        let vllm =
            r#"{"object":"error","message":"top_p must be in (0, 1]","type":"BadRequestError"}"#;
        assert_eq!(
            classify(StatusCode::BAD_REQUEST, None, vllm),
            Failure::Refused(StatusCode::BAD_REQUEST, "top_p must be in (0, 1]".into())
        );
        assert_eq!(
            classify(StatusCode::FORBIDDEN, None, "<html>"),
            Failure::Key(String::new())
        );
        assert_eq!(
            classify(StatusCode::NOT_FOUND, None, "404 page not found\n"),
            Failure::Unknown("404 page not found".to_owned())
        );
    }

    #[test]
    fn a_model_that_is_being_loaded_is_worth_waiting_for() {
        let body = r#"{"error":{"message":"Loading model","type":"unavailable_error","code":503}}"#;
        let ModelError::Loading {
            reason,
            retry_after,
        } = told(503, None, body)
        else {
            panic!("it will answer before long");
        };
        assert!(reason.contains("Loading model"), "{reason}");
        // What will never be loaded is not waited for as if it were coming.
        let broken = r#"{"error":"llama runner process has terminated: error loading model: out of memory"}"#;
        assert!(matches!(
            told(500, None, broken),
            ModelError::Passing { .. }
        ));
        assert!(retry_after >= Duration::from_secs(2));
        assert_eq!(
            of_error(&json!({"error": "llm server loading model"})),
            Failure::Loading("llm server loading model".to_owned())
        );
    }

    #[test]
    fn an_error_in_a_list_of_one_is_read_as_gemini_sends_it() {
        let body = r#"[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}]"#;
        let told = told(400, None, body).to_string();
        assert!(
            told.contains("does not accept the key") && told.contains("API key not valid"),
            "{told}"
        );
    }

    #[test]
    fn a_server_that_has_enough_for_now_is_given_the_pause_it_wants() {
        let rate = r#"{"error":{"message":"Rate limit reached","type":"tokens"}}"#;
        let gemini = r#"[{"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing details.","status":"RESOURCE_EXHAUSTED","details":[{"retryDelay":"34s"}]}}]"#;
        for (wait, body, heard) in [
            (None, rate, Some(10)),
            (Some(7), rate, Some(7)),
            (Some(600), rate, Some(600)),
            (None, gemini, Some(34)),
        ] {
            let ModelError::Passing {
                reason,
                retry_after,
            } = told(429, wait, body)
            else {
                panic!("{body}");
            };
            assert_eq!(retry_after, heard.map(Duration::from_secs));
            assert!(reason.contains("in Settings"), "{reason}");
        }
        // Nobody waits for three hours: when it can be tried again is said.
        for status in [429, 503] {
            let long = told(status, Some(10_800), rate);
            assert!(matches!(long, ModelError::Lasting(_)));
            let long = long.to_string();
            assert!(
                long.contains("in 3 hours") && long.contains("Rate limit reached"),
                "{long}"
            );
        }
    }

    #[test]
    fn an_account_with_nothing_left_is_not_asked_again() {
        for (status, body) in [
            (
                429,
                r#"{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","code":"insufficient_quota"}}"#,
            ),
            (
                429,
                r#"[{"error":{"message":"You exceeded your current quota.","details":[{"violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]},{"retryDelay":"34s"}]}}]"#,
            ),
            (
                402,
                r#"{"error":{"message":"Insufficient credits. Add more.","code":402}}"#,
            ),
            (
                400,
                r#"{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}"#,
            ),
        ] {
            let told = told(status, None, body);
            assert!(matches!(told, ModelError::Lasting(_)), "{told}");
            let told = told.to_string();
            assert!(
                told.contains("plan and billing") && told.contains('“'),
                "{told}"
            );
        }
    }

    #[test]
    fn what_is_not_allowed_is_no_wrong_key() {
        for (body, is_key) in [
            (
                r#"{"error":{"code":"unsupported_country_region_territory","message":"Country, region, or territory not supported"}}"#,
                false,
            ),
            (
                r#"{"error":{"code":403,"message":"Your input was flagged by moderation"}}"#,
                false,
            ),
            (
                r#"{"error":{"type":"permission_error","message":"Your API key does not have permission to use the specified resource."}}"#,
                true,
            ),
            ("", true),
        ] {
            let told = told(403, None, body).to_string();
            assert_eq!(told.contains("accept the key"), is_key, "{told}");
        }
        let wrong = r#"{"error":{"message":"Incorrect API key provided: sk-…"}}"#;
        let told = told(401, None, wrong).to_string();
        assert!(told.contains("Incorrect API key provided"), "{told}");
    }

    #[test]
    fn an_error_that_is_a_plain_sentence_is_heard() {
        let error = json!({"error": "Cannot truncate prompt with n_keep: 6094 >= n_ctx: 4096"});
        assert!(is_error(&error));
        assert_eq!(
            of_error(&error),
            Failure::ContextTooSmall {
                prompt: Some(6_094),
                context: Some(4_096)
            }
        );
        assert_eq!(
            of_error(&json!({"error": "The model has crashed"})),
            Failure::Told("The model has crashed".to_owned())
        );
        for none in [
            json!(null),
            json!(""),
            json!({}),
            json!([]),
            json!({"code": 0, "message": null}),
        ] {
            assert!(!is_error(&json!({"choices": [], "error": none})));
        }
    }
}
