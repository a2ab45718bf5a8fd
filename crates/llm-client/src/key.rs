//! A key as it is pasted, and as it is sent.

/// Signs that nobody sees: zero-width spaces and joiners, direction marks, a byte order mark.
const UNSEEN: [char; 9] = [
    '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}', '\u{ad}',
    '\u{180e}',
];

/// What people put around a key, or copy with it.
const QUOTES: [char; 10] = ['"', '\'', '`', '“', '”', '„', '‘', '’', '«', '»'];

/// A key without what only came along with it: signs that nobody sees, white space and quotes around it, and the
/// word before it in a header. `None` where nothing is left.
pub(super) fn cleaned(key: &str) -> Option<String> {
    let seen = key.replace(UNSEEN, "");
    let bare = |text: &str| {
        text.trim_matches(|c: char| c.is_whitespace() || QUOTES.contains(&c))
            .to_owned()
    };
    let key = bare(&seen);
    let word = key.split_whitespace().next().unwrap_or_default();
    let is_header = word.eq_ignore_ascii_case("bearer") && word.len() < key.len();
    let key = match is_header {
        true => bare(&key[word.len()..]),
        false => key,
    };
    (!key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pasted_with_a_key_is_not_sent() {
        for key in [
            "sk-1",
            "  sk-1 \r\n",
            "“sk-1”",
            "\"sk-1\"",
            "Bearer sk-1",
            "'bearer  sk-1'",
            "Bearer “sk-1”",
            "\u{feff}sk-1",
            "sk\u{200b}-1",
        ] {
            assert_eq!(cleaned(key).as_deref(), Some("sk-1"), "{key:?}");
        }
        // What stands within it is told, not guessed at.
        for key in ["a b", "sk\n1", "schlüssel", "bearer"] {
            assert_eq!(cleaned(key).as_deref(), Some(key));
        }
        for key in ["", " \n", "\u{200b}", "“”"] {
            assert_eq!(cleaned(key), None);
        }
    }
}
