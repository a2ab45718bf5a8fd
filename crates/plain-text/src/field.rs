//! The form of what stands in a field: a title, a name, a rule.

use super::normalized;

/// What was entered in a field, in the form of texts (see [`normalized()`]) and without white space around it. Characters
/// that nobody sees are nothing where they stand alone.
pub fn field(entered: &str) -> String {
    let kept = normalized(entered);
    match kept.chars().any(is_seen) {
        true => kept.trim().to_owned(),
        false => String::new(),
    }
}

/// The same for a title or a name, which has one line: a break or a tab in it is a space.
pub fn line(entered: &str) -> String {
    let kept = field(entered);
    let parts = kept.split(['\n', '\t']).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// The entries of a list, each in the form of fields; empty ones go.
pub fn fields(entered: &[String]) -> Vec<String> {
    let kept = entered.iter().map(|entry| field(entry));
    kept.filter(|entry| !entry.is_empty()).collect()
}

/// Whether a character alone is more than nothing: no white space, and none that Unicode draws as nothing.
fn is_seen(c: char) -> bool {
    let is_drawn = !matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    );
    is_drawn && !c.is_whitespace() && !c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_nothing() {
        for entered in [
            "",
            " \n\t",
            "\u{200b}",
            "\u{2060}\u{200d}",
            "\u{200e}\u{202e}",
            "\u{0}\u{7}",
            "\u{feff} \u{ad}",
            "\u{3164}\u{2800}",
            "\u{fe0f}",
            "\u{e0020}",
        ] {
            assert_eq!(field(entered), "", "{entered:?}");
            assert_eq!(line(entered), "", "{entered:?}");
        }
    }

    #[test]
    fn what_is_seen_stays_without_what_is_not() {
        for (entered, kept) in [
            (" The Light ", "The Light"),
            ("The\u{0} Li\u{200b}ght", "The Light"),
            ("The Light\r\n of\tElin", "The Light of Elin"),
            ("❤\u{fe0f}", "❤\u{fe0f}"),
            ("\u{200f}שלום", "\u{200f}שלום"),
            ("…", "…"),
        ] {
            assert_eq!(line(entered), kept, "{entered:?}");
        }
        assert_eq!(
            field("It rains.\n\nIt\u{0} pours. "),
            "It rains.\n\nIt pours."
        );
        let entries = ["\u{200b}".to_owned(), " It rains.".to_owned()];
        assert_eq!(fields(&entries), ["It rains."]);
    }
}
