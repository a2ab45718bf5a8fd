//! How long a server asks to be left alone.

use serde_json::Value;
use std::time::{Duration, SystemTime};

/// A wish in a `Retry-After` header: seconds, or a date. "At once" is no wish: whoever calls knows better how long
/// to wait than a server that takes no requests and wants another one now.
pub(super) fn of_header(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    let wait = match value.parse::<f64>() {
        Ok(seconds) => seconds_long(seconds)?,
        Err(_) => httpdate::parse_http_date(value)
            .ok()?
            .duration_since(now)
            .ok()?,
    };
    (!wait.is_zero()).then_some(wait)
}

/// A wish among the details of an error, as Gemini says it: `"retryDelay": "34s"`.
pub(super) fn of_details(details: &Value) -> Option<Duration> {
    let said = details
        .as_array()?
        .iter()
        .find_map(|detail| detail["retryDelay"].as_str())?;
    let seconds = said.trim().strip_suffix('s')?.parse().ok()?;
    seconds_long(seconds).filter(|wait| !wait.is_zero())
}

fn seconds_long(seconds: f64) -> Option<Duration> {
    (0.0..1e9)
        .contains(&seconds)
        .then(|| Duration::from_secs_f64(seconds))
}

/// For a person, rounded up: whoever comes back then finds it open.
pub(super) fn in_words(wait: Duration) -> String {
    let seconds = wait.as_secs_f64();
    let (size, unit) = match seconds {
        ..120.0 => (1.0, "seconds"),
        ..7_200.0 => (60.0, "minutes"),
        ..172_800.0 => (3_600.0, "hours"),
        _ => (86_400.0, "days"),
    };
    format!("{} {unit}", (seconds / size).ceil())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_wish_is_a_number_of_seconds_or_a_date() {
        let now = httpdate::parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT").expect("a date");
        let seconds = |seconds| Some(Duration::from_secs(seconds));
        for (value, wait) in [
            ("7", seconds(7)),
            (" 0.5 ", Some(Duration::from_millis(500))),
            ("Sun, 06 Nov 1994 08:50:07 GMT", seconds(30)),
            ("Sunday, 06-Nov-94 09:49:37 GMT", seconds(3_600)),
            ("Sun, 06 Nov 1994 08:49:07 GMT", None),
            ("0", None),
            ("-3", None),
            ("inf", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(of_header(value, now), wait, "{value}");
        }
    }

    #[test]
    fn a_wish_is_found_among_the_details_of_an_error() {
        let details = json!([
            {"@type": "type.googleapis.com/google.rpc.Help", "links": []},
            {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34.5s"},
        ]);
        assert_eq!(of_details(&details), Some(Duration::from_millis(34_500)));
        for none in [
            json!(null),
            json!([]),
            json!([{"retryDelay": "0s"}]),
            json!([{"retryDelay": 3}]),
        ] {
            assert_eq!(of_details(&none), None, "{none}");
        }
    }

    #[test]
    fn a_wait_is_told_in_the_unit_that_fits() {
        for (seconds, told) in [
            (45, "45 seconds"),
            (660, "11 minutes"),
            (10_000, "3 hours"),
            (200_000, "3 days"),
        ] {
            assert_eq!(in_words(Duration::from_secs(seconds)), told);
        }
    }
}
