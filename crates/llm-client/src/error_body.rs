//! Errors that come with a status of success, inside a stream or instead of one: how they are told from answers.

use super::json_numbers::number;
use reqwest::StatusCode;
use serde_json::Value;

/// Fields that the words of an error are in, the best first.
pub(super) const MESSAGES: [&str; 9] = [
    "message",
    "detail",
    "msg",
    "error_message",
    "error_msg",
    "status_msg",
    "Message",
    "text",
    "reason",
];

/// Fields that the number of an error is in.
const NUMBERS: [&str; 6] = [
    "code",
    "status",
    "statusCode",
    "status_code",
    "error_code",
    "Code",
];

/// Whether an event is an error at all.
pub(super) fn is_error(value: &Value) -> bool {
    if let Value::Array(all) = value {
        return all.first().is_some_and(is_error);
    }
    error_in(value).is_some()
        || value["object"] == "error"
        || value["type"] == "error"
        || (!is_answer(value) && (says_something(&value["detail"]) || fails(value)))
}

/// The part of an event that tells of an error and of nothing else.
pub(super) fn error_in(value: &Value) -> Option<&Value> {
    let base = &value["base_resp"];
    let places = [
        &value["error"],
        &value["Error"],
        &value["errors"][0],
        &value["choices"][0]["error"],
        &value["response"]["error"],
    ];
    let mut places = places.into_iter();
    places
        .find(|error| says_something(error))
        .or_else(|| (number(&base["status_code"]).is_some_and(|code| code > 0)).then_some(base))
}

/// The status an error would have had, where it names one.
pub(super) fn status_of(error: &Value) -> Option<StatusCode> {
    let mut numbers = NUMBERS.iter().filter_map(|name| number(&error[*name]));
    let code = numbers.find(|code| (400..600).contains(code))?;
    StatusCode::from_u16(u16::try_from(code).ok()?).ok()
}

/// Whether it has any of the fields that answers have.
fn is_answer(value: &Value) -> bool {
    let has = ["choices", "candidates", "delta", "output", "response"]
        .iter()
        .any(|name| says_something(&value[*name]));
    has || (value["message"].is_object() && says_something(&value["message"]))
}

/// Whether an event that is no answer says that something went wrong.
fn fails(value: &Value) -> bool {
    let has_words = MESSAGES.iter().any(|name| is_words(&value[*name]));
    let is_number = NUMBERS.iter().any(|name| {
        let code = &value[*name];
        let word = code.as_str().unwrap_or_default().to_ascii_lowercase();
        let least = if *name == "error_code" { 1 } else { 400 };
        number(code).is_some_and(|code| code >= least)
            || code.as_f64().is_some_and(|code| code < 0.0)
            || ["error", "fail", "failed", "failure"].contains(&word.as_str())
            || (*name == "code" && has_words && is_name(&word))
    });
    let is_no = value["success"] == false || value["ok"] == false;
    // What has words and no answer, and says that it would have one.
    let is_alone = is_words(&value["message"])
        && (value["choices"].is_array() || value.as_object().is_some_and(|all| all.len() == 1));
    is_number || is_no || is_alone
}

/// Whether a code is the name of an error, as “InvalidApiKey” is.
fn is_name(code: &str) -> bool {
    code.contains(char::is_alphabetic) && !["ok", "success", "succeeded"].contains(&code)
}

fn is_words(value: &Value) -> bool {
    value.as_str().is_some_and(|words| !words.trim().is_empty())
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

#[cfg(test)]
mod tests {
    use super::{
        super::{failure::CallFailure, refusal::of_error},
        *,
    };
    use serde_json::json;

    #[test]
    fn an_error_under_a_status_of_success_is_one() {
        let said = "The upstream server had an error.";
        for event in [
            json!({"code": 500, "message": said}),
            json!({"code": "500", "msg": said}),
            json!({"success": false, "message": said, "data": null}),
            json!({"status": "error", "message": said}),
            json!({"statusCode": 503, "message": said}),
            json!({"choices": [], "message": said}),
            json!({"message": said}),
            json!({"ok": false, "text": said}),
            json!({"errors": [{"message": said}], "success": false, "result": null, "messages": []}),
            json!({"Error": {"Code": "X", "Message": said}}),
            json!({"base_resp": {"status_code": 1013, "status_msg": said}, "choices": null}),
            json!({"error_code": 17, "error_msg": said}),
            json!({"code": "ServiceUnavailable", "message": said, "request_id": "x"}),
            json!({"type": "response.failed", "response": {"error": {"message": said}}}),
            json!({"choices": [{"delta": {"content": ""}, "finish_reason": "error", "error": {"message": said}}]}),
        ] {
            assert!(is_error(&event), "{event}");
            let told = of_error(&event).to_model_error("http://here/v1", "here", None);
            assert!(
                told.to_string().contains(said.trim_end_matches('.')),
                "{event}: {told}"
            );
        }
        for event in [
            json!({"choices": [{"delta": {"content": "It"}}], "code": 500, "base_resp": {"status_code": 0}}),
            json!({"message": {"role": "assistant", "content": "It"}, "status": "error"}),
            json!({"code": 0, "message": "", "choices": []}),
            json!({"code": 200, "message": "ok", "data": {}}),
            json!({"code": "Success", "message": "ok"}),
            json!({"status": "processing", "message": "queued"}),
            json!({"status": "success", "total": 900}),
            json!({"choices": [], "usage": {"total_tokens": 900}}),
            json!({"type": "ping"}),
            json!(null),
            json!(500),
        ] {
            assert!(!is_error(&event), "{event}");
        }
    }

    #[test]
    fn the_code_of_an_error_in_a_stream_means_what_it_means_as_a_status() {
        let of = |code, said: &str| of_error(&json!({"error": {"code": code, "message": said}}));
        assert_eq!(
            of(401, "No auth credentials found"),
            CallFailure::Key("No auth credentials found".to_owned())
        );
        assert_eq!(
            of(402, "None left"),
            CallFailure::Spent("None left".to_owned())
        );
        assert_eq!(
            of(404, "No endpoints found for m."),
            CallFailure::Unknown("No endpoints found for m.".to_owned())
        );
        assert_eq!(
            of(429, "Rate limit exceeded"),
            CallFailure::TooMany(None, "Rate limit exceeded".to_owned())
        );
        let spent =
            json!({"base_resp": {"status_code": 1008, "status_msg": "insufficient balance"}});
        assert_eq!(
            of_error(&spent),
            CallFailure::Spent("insufficient balance".to_owned())
        );
        let refused = of(400, "Unsupported parameter: temperature");
        assert_eq!(
            refused.refused(),
            Some("Unsupported parameter: temperature")
        );
        assert_eq!(
            of_error(&json!({"statusCode": 401, "message": "Access denied"})),
            CallFailure::Key("Access denied".to_owned())
        );
    }
}
