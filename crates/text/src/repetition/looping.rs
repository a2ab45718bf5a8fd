//! Noticing that a model repeats itself.

/// How much of the end is looked at, in characters: three times the longest unit.
const WINDOW: usize = 1_200;

/// So often a unit stands in a row before it is a loop.
const TIMES: usize = 3;

/// The least that a loop in prose repeats, in characters: "no, no, no" is none.
pub const PROSE: usize = 90;

/// The same of a structured answer, whose shape repeats itself.
pub const STRUCTURED: usize = 800;

/// No text within a structured answer is longer, in bytes: several times the longest passage that is replaced.
const FIELD: usize = 6_000;

/// Where a text within a structured answer begins that has no end, in bytes: small models fill one field with
/// variations of what they said, up to the length limit.
pub fn has_no_end(json: &str) -> Option<usize> {
    let (mut open, mut escaped) = (None, false);
    for (at, c) in json.bytes().enumerate() {
        match c {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' if open.is_some() => open = None,
            b'"' => open = Some(at),
            _ => {}
        }
    }
    open.filter(|at| json.len() - at > FIELD)
}

/// Where the second copy of a unit begins that the text ends with again and again, in bytes; `None` where
/// the text goes on as texts do. The last copy may be cut anywhere. `least` is [`PROSE`] or [`STRUCTURED`].
pub fn loop_start(text: &str, least: usize) -> Option<usize> {
    let end: Vec<(usize, char)> = text.char_indices().rev().take(WINDOW).collect();
    // The shortest period of every beginning of the reversed end, by its prefix function.
    let mut border = vec![0; end.len()];
    let mut found = None;
    for at in 1..end.len() {
        let mut known: usize = border[at - 1];
        while known > 0 && end[at].1 != end[known].1 {
            known = border[known - 1];
        }
        border[at] = known + usize::from(end[at].1 == end[known].1);
        let length = at + 1;
        let period = length - border[at];
        if length >= least.max(period * TIMES) && border[at] > 0 {
            found = Some((length, period));
        }
    }
    let (length, period) = found?;
    let unit = &end[..period];
    if !unit.iter().any(|(_, c)| c.is_alphanumeric()) {
        // Rows of dashes or dots divide scenes; a loop of them is caught all the same when it is long.
        (length >= least.max(WINDOW / 2)).then_some(())?;
    }
    // Keep the first copy, and where a sentence ends within the second, up to there: what came before
    // the loop may have ended as the unit does.
    let (at, c) = end[length - period];
    let at = at + c.len_utf8();
    let second: String = text[at..].chars().take(period).collect();
    let ends = second
        .char_indices()
        .zip(second.chars().skip(1))
        .find(|((_, c), next)| matches!(c, '.' | '!' | '?' | '”') && next.is_whitespace())
        .map_or(0, |((at, c), _)| at + c.len_utf8());
    // With the white space after it, so that the next sentence may begin.
    let rest = &text[at + ends..];
    let gap = if ends > 0 {
        rest.len() - rest.trim_start().len()
    } else {
        0
    };
    Some(at + ends + gap).filter(|&at| at < text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "Mara listened. The set was warm. Outside, the light turned. ";

    #[test]
    fn a_repeated_sentence_is_cut_after_its_first_copy() {
        let unit = "She turned the dial once more and waited for him. ";
        let looping = format!("{START}{}", unit.repeat(4));
        let at = loop_start(&looping, PROSE).expect("a loop");
        assert_eq!(
            looping[..at].trim_end(),
            format!("{START}{unit}").trim_end()
        );
    }

    #[test]
    fn a_repeated_paragraph_is_found_within_two_hundred_tokens_of_repeating() {
        let unit = "The sea was grey and the sky was grey, and between them stood the tower, white and \
                    alone, as it had stood in her father’s time and in his father’s before him.\n\n";
        let mut text = START.to_owned();
        let mut spent = 0;
        let mut found = None;
        for word in unit.repeat(9).split_inclusive(' ') {
            text.push_str(word);
            spent += 1;
            if loop_start(&text, PROSE).is_some() {
                found = Some(spent);
                break;
            }
        }
        let first = unit.split_inclusive(' ').count();
        assert!(found.expect("a loop") - first <= 200, "{found:?} words");
    }

    #[test]
    fn a_field_without_an_end_is_found_and_a_long_answer_is_none() {
        let mut json = r#"{"findings": [], "summary": ""#.to_owned();
        let begins = json.len() - 1;
        for number in 0..600 {
            json.push_str(&format!(r#"The noise \"{number}\" is not in the town. "#));
            assert_eq!(
                has_no_end(&json),
                (json.len() - begins > FIELD).then_some(begins)
            );
        }
        let fields = "\"a line of it\", ".repeat(1_000);
        assert_eq!(has_no_end(&format!("[{fields}\"and")), None);
    }

    #[test]
    fn what_people_write_is_no_loop() {
        for text in [
            "“No,” she said. “No, no, no. No, no, no, no.” And then nothing at all for a long time, nothing.",
            "* * *\n\nHe rowed. He rowed and he did not look back, and he rowed until the light was small.",
            "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.",
            "Rain. Rain on the roof, rain on the sea, rain on the rain that had fallen all week long.",
            "----------------------------------------------------------------------------------------",
        ] {
            assert_eq!(loop_start(&format!("{START}{text}"), PROSE), None, "{text}");
        }
    }

    #[test]
    fn a_loop_of_one_letter_and_one_cut_in_a_letter_are_found() {
        assert!(loop_start(&format!("{START}{}", "a".repeat(200)), PROSE).is_some());
        assert!(loop_start(&format!("{START}{}", "ö é ".repeat(40)), PROSE).is_some());
    }
}
