//! Numbers and times as people read them.

use domain::Timestamp;

/// A time in UTC, to the minute.
pub(crate) fn time(at: Timestamp) -> String {
    let text = at.to_rfc3339();
    match text.get(..16) {
        Some(minute) => minute.replace('T', " "),
        None => text,
    }
}

/// A span of time, in two units at most.
pub(crate) fn span(seconds: f64) -> String {
    let seconds = seconds.max(0.0).round() as u64;
    match (seconds / 3_600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds:02} s"),
        (hours, minutes, _) => format!("{hours} h {minutes:02} min"),
    }
}

/// A size in bytes.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// So many of something: `1 word`, `2 words`.
pub(crate) fn count(number: u64, of: &str) -> String {
    match number {
        1 => format!("1 {of}"),
        _ => format!("{number} {of}s"),
    }
}

/// How much is done.
pub(crate) fn percent(fraction: f64) -> String {
    // 100 is for what is finished.
    let percent = (fraction * 100.0).floor().clamp(0.0, 100.0);
    format!("{percent:.0} %")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_have_two_units() {
        for (seconds, text) in [
            (-1.0, "0 s"),
            (59.4, "59 s"),
            (61.0, "1 min 01 s"),
            (3_600.0, "1 h 00 min"),
            (100_000.0, "27 h 46 min"),
        ] {
            assert_eq!(span(seconds), text);
        }
    }

    #[test]
    fn numbers_are_written_for_people() {
        assert_eq!(time(Timestamp(1_769_851_800_250)), "2026-01-31 09:30");
        assert_eq!(
            (size(999), size(1_500)),
            ("999 B".to_owned(), "1.5 kB".to_owned())
        );
        assert_eq!(size(2_340_000), "2.3 MB");
        assert_eq!(
            (count(1, "word"), count(0, "word")),
            ("1 word".to_owned(), "0 words".to_owned())
        );
        assert_eq!(
            (percent(0.999), percent(1.0)),
            ("99 %".to_owned(), "100 %".to_owned())
        );
    }
}
