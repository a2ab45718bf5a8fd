//! Numbers, times and lengths as a person reads them.

use crate::locale;
use domain::{Timestamp, text::thousands};

/// "31,480", or as the reader's browser writes it.
pub fn count(number: u64) -> String {
    locale::number(number as f64, 0).unwrap_or_else(|| thousands(number))
}

/// "3.25", with so many digits after the mark.
fn decimal(number: f64, digits: u32) -> String {
    locale::number(number, digits).unwrap_or_else(|| format!("{number:.*}", digits as usize))
}

/// "1 word", "2,140 words": the word in its singular, an "s" makes the plural.
pub fn pluralize(number: u64, word: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{} {word}{s}", count(number))
}

/// "812 bytes", "4.2 MB": the size of a file.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => pluralize(bytes, "byte"),
        1_000..1_000_000 => format!("{} kB", decimal(bytes as f64 / 1e3, 0)),
        1_000_000..1_000_000_000 => format!("{} MB", decimal(bytes as f64 / 1e6, 1)),
        _ => format!("{} GB", decimal(bytes as f64 / 1e9, 1)),
    }
}

/// "1:48", "1:02:05".
pub fn clock(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// How long something took: "0.4 s", "41 s", "1:48".
pub fn duration(seconds: f64) -> String {
    if seconds < 9.95 {
        format!("{} s", decimal(seconds, 1))
    } else if seconds < 59.5 {
        format!("{} s", decimal(seconds, 0))
    } else {
        clock(seconds.round() as i64)
    }
}

/// "95 tokens/s"; slow ones with a digit more.
pub fn rate(rate: f64) -> String {
    if rate < 9.95 {
        format!("{} tokens/s", decimal(rate, 1))
    } else {
        format!("{} tokens/s", decimal(rate, 0))
    }
}

/// A cost in whatever currency: "3.10"; what is small keeps the digits that tell it from nothing.
pub fn cost(cost: f64) -> String {
    if cost >= 1.0 || cost <= 0.0 {
        decimal(cost, 2)
    } else if cost >= 0.0001 {
        decimal(cost, 4)
    } else {
        format!("under {}", decimal(0.0001, 4))
    }
}

/// Whole percent of a fraction. 100 means done: what is nearly done is 99.
pub fn percent(fraction: f64) -> u32 {
    if fraction >= 1.0 {
        100
    } else {
        ((fraction * 100.0) as u32).min(99)
    }
}

/// "31 Jan 2026": in UTC until the page is alive, then in the reader's time zone and as the reader writes it.
pub fn day(at: Timestamp) -> String {
    locale::date(at, false).unwrap_or_else(|| day_in_utc(at))
}

fn day_in_utc(at: Timestamp) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let text = at.to_rfc3339();
    let mut parts = text.get(..10).unwrap_or_default().split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month
        .and_then(|month| month.parse::<usize>().ok())
        .and_then(|month| MONTHS.get(month.wrapping_sub(1)))
        .unwrap_or(&"");
    let day = day.unwrap_or_default().trim_start_matches('0');
    format!("{day} {month} {}", year.unwrap_or_default())
}

/// "31 Jan 2026, 09:30 UTC", or the reader's own time as with [`day`].
pub fn moment(at: Timestamp) -> String {
    locale::date(at, true).unwrap_or_else(|| {
        let text = at.to_rfc3339();
        let time = text.get(11..16).unwrap_or_default();
        format!("{}, {time} UTC", day_in_utc(at))
    })
}

/// What lies ahead by no more than this is now: clocks differ a little.
const CLOCK_TOLERANCE: i64 = 60;

/// "just now", "5 minutes ago", "yesterday"; the day itself after a week. What lies ahead by more than a moment
/// shows that a clock is wrong: then the time itself.
pub fn relative_time(now: Timestamp, then: Timestamp) -> String {
    if then.seconds_since(now) > CLOCK_TOLERANCE {
        return moment(then);
    }
    let seconds = now.seconds_since(then);
    let some = |number: i64, unit: &str| format!("{} ago", pluralize(number.unsigned_abs(), unit));
    match seconds {
        ..60 => "just now".to_owned(),
        60..3_600 => some(seconds / 60, "minute"),
        3_600..86_400 => some(seconds / 3_600, "hour"),
        86_400..172_800 => "yesterday".to_owned(),
        172_800..604_800 => some(seconds / 86_400, "day"),
        _ => day(then),
    }
}

/// The model by the name an author knows.
pub fn model_name(model: &str) -> String {
    if model == "builtin" {
        "built-in demonstration".to_owned()
    } else {
        // "openai:gpt-oss" names its protocol first; the author cares for what comes after.
        model
            .split_once(':')
            .map_or(model, |(_, name)| name)
            .to_owned()
    }
}

/// A phrase as a sentence: "queue paused" becomes "Queue paused."
pub fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(char::to_uppercase);
    let mut sentence: String = first.into_iter().flatten().chain(letters).collect();
    if !sentence.ends_with(['.', '!', '?', '…']) {
        sentence.push('.');
    }
    sentence
}

/// One item per line, trimmed, none empty: how lists are typed.
pub fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_the_unit_that_fits() {
        assert_eq!(size(1), "1 byte");
        assert_eq!(size(412_300), "412 kB");
        assert_eq!(size(4_240_000), "4.2 MB");
        assert_eq!(size(1_500_000_000), "1.5 GB");
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(count(0), "0");
        assert_eq!(count(999), "999");
        assert_eq!(count(31_480), "31,480");
        assert_eq!(count(1_000_000), "1,000,000");
        assert_eq!(pluralize(1, "word"), "1 word");
        assert_eq!(pluralize(2_140, "word"), "2,140 words");
    }

    #[test]
    fn a_clock_shows_hours_only_when_there_are_some() {
        assert_eq!(clock(108), "1:48");
        assert_eq!(clock(5), "0:05");
        assert_eq!(clock(3_725), "1:02:05");
        assert_eq!(clock(-3), "0:00");
    }

    #[test]
    fn what_was_taken_is_told_with_the_digits_that_matter() {
        assert_eq!(
            [duration(0.04), duration(4.13), duration(41.2)],
            ["0.0 s", "4.1 s", "41 s"]
        );
        assert_eq!([duration(59.9), duration(108.0)], ["1:00", "1:48"]);
        assert_eq!([rate(3.25), rate(95.4)], ["3.2 tokens/s", "95 tokens/s"]);
        assert_eq!(
            [cost(3.1), cost(0.0021), cost(0.0)],
            ["3.10", "0.0021", "0.00"]
        );
        assert_eq!(cost(0.000_01), "under 0.0001");
    }

    #[test]
    fn nearly_done_is_not_done() {
        assert_eq!(percent(0.999_9), 99);
        assert_eq!(percent(1.0), 100);
        assert_eq!(percent(0.0), 0);
    }

    #[test]
    fn days_are_written_out() {
        let at = Timestamp::from_rfc3339("2026-01-05T09:30:00Z").expect("a time");
        assert_eq!(day(at), "5 Jan 2026");
        assert_eq!(moment(at), "5 Jan 2026, 09:30 UTC");
        assert_eq!(
            relative_time(Timestamp(at.0 + 300_000), at),
            "5 minutes ago"
        );
        assert_eq!(relative_time(at, Timestamp(at.0 + 5_000)), "just now");
        assert_eq!(
            relative_time(Timestamp(at.0 - 7_200_000), at),
            "5 Jan 2026, 09:30 UTC"
        );
    }

    #[test]
    fn phrases_become_sentences() {
        assert_eq!(sentence("queue paused"), "Queue paused.");
        assert_eq!(sentence("Paused here."), "Paused here.");
    }

    #[test]
    fn models_are_named_without_their_protocol() {
        assert_eq!(model_name("builtin"), "built-in demonstration");
        assert_eq!(model_name("ollama:llama3.1"), "llama3.1");
        assert_eq!(model_name("gpt-oss"), "gpt-oss");
    }
}
