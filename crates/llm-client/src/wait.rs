//! How long a server asks to be left alone.

use serde_json::Value;
use std::time::{Duration, SystemTime};

/// A wish in a `Retry-After` header: seconds, or a date. "At once" is no wish: whoever calls knows better how long
/// to wait than a server that takes no requests and wants another one now.
pub(super) fn of_header(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    let wait = match value.parse::<f64>() {
        Ok(seconds) => seconds_long(seconds)?,
        Err(_) => match httpdate::parse_http_date(value) {
            Ok(date) => date.duration_since(now).ok()?,
            Err(_) => spoken(&value.to_lowercase())?,
        },
    };
    (!wait.is_zero()).then_some(wait)
}

/// A wish in OpenAI's `retry-after-ms`.
pub(super) fn of_milliseconds(value: &str) -> Option<Duration> {
    let milliseconds: f64 = value.trim().parse().ok()?;
    seconds_long(milliseconds / 1_000.0).filter(|wait| !wait.is_zero())
}

/// A wish in the words of a server, in lower case: “Please try again in 7m12s”.
pub(super) fn of_words(said: &str) -> Option<Duration> {
    let marks = [
        "try again in ",
        "retry in ",
        "retry after ",
        "wait for ",
        "wait ",
    ];
    let told = marks
        .iter()
        .filter_map(|mark| said.split_once(mark))
        .find_map(|(_, after)| spoken(after))?;
    (!told.is_zero()).then_some(told)
}

/// A length of time at the beginning of a text: “1.2s”, “7m12s”, “20 seconds”.
fn spoken(mut text: &str) -> Option<Duration> {
    let mut seconds = None;
    loop {
        let rest = text.trim_start();
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.');
        let (number, rest) = rest.split_at(end.unwrap_or(rest.len()));
        let Ok(number) = number.parse::<f64>() else {
            return seconds.and_then(seconds_long);
        };
        let rest = rest.trim_start();
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let unit = match &rest[..end] {
            "ms" | "milliseconds" => 0.001,
            "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
            "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
            "h" | "hour" | "hours" => 3_600.0,
            "d" | "day" | "days" => 86_400.0,
            _ => return seconds.and_then(seconds_long),
        };
        seconds = Some(seconds.unwrap_or_default() + number * unit);
        text = &rest[end..];
    }
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

/// As a duration; what is longer than any is as good as for ever.
fn seconds_long(seconds: f64) -> Option<Duration> {
    (seconds.is_finite() && seconds >= 0.0).then(|| Duration::from_secs_f64(seconds.min(1e9)))
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
            ("1s", seconds(1)),
            ("7m12s", seconds(432)),
            ("20 seconds", seconds(20)),
            ("99999999999999", seconds(1_000_000_000)),
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
    fn a_wish_is_heard_in_the_words_of_a_server() {
        let of = |said: &str| of_words(said).map(|wait| wait.as_millis());
        for (said, wait) in [
            ("rate limit reached. please try again in 1.2s.", Some(1_200)),
            ("please try again in 7m12.5s. visit", Some(432_500)),
            ("try again in 250ms", Some(250)),
            ("try again in 1h2m", Some(3_720_000)),
            ("please wait 20 seconds before", Some(20_000)),
            ("please retry in 34.074824224s.", Some(34_074)),
            ("please wait before trying again in a while", None),
            ("try again in 5", None),
            ("try again later", None),
        ] {
            assert_eq!(of(said), wait, "{said}");
        }
        assert_eq!(of_milliseconds("1500"), Some(Duration::from_millis(1_500)));
        assert_eq!(of_milliseconds("soon"), None);
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
