//! Sentences in a row that begin with the same word.

use super::tokenized_text::TokenizedText;
use domain::{Finding, Severity, text::quoted};

/// The most findings: beyond them nobody reads on.
const MOST: usize = 6;

/// The same word opening three told sentences in a row, once for each place. What people say is no monotony of the
/// teller, least of all where they answer each other.
pub fn openings(text: &str) -> Vec<Finding> {
    let reading = TokenizedText::of(text);
    let mut findings = Vec::new();
    let mut row = 0;
    let mut before: Option<&str> = None;
    for at in 0..reading.sentences.len() {
        let first = reading.words_of(at).first();
        let first = first
            .filter(|word| !word.spoken)
            .map(|word| word.lower.as_str());
        row = match first {
            None => 0,
            Some(word) if before == Some(word) => row + 1,
            Some(_) => 1,
        };
        before = first;
        if let (3, Some(word)) = (row, first) {
            findings.push(Finding {
                severity: Severity::Minor,
                kind: "monotony".to_owned(),
                quote: reading.quote(at).to_owned(),
                note: format!(
                    "The third sentence in a row that begins with {}.",
                    quoted(word)
                ),
            });
            (row, before) = (0, None);
        }
    }
    findings.truncate(MOST);
    findings
}

#[cfg(test)]
mod tests {
    use super::openings;

    fn quotes(text: &str) -> Vec<String> {
        openings(text)
            .into_iter()
            .map(|found| found.quote)
            .collect()
    }

    #[test]
    fn the_third_sentence_in_a_row_is_told() {
        let text = "She sat down. She looked at the sea. She said nothing. She slept. He rowed.";
        assert_eq!(quotes(text), ["She said nothing."]);
        assert_eq!(
            openings(text)[0].note,
            "The third sentence in a row that begins with “she”."
        );
    }

    #[test]
    fn what_people_say_is_no_monotony() {
        for text in [
            "“I saw him,” said Mara.\n\n“I did too,” said Pim.\n\n“I did not,” said Ilse.",
            "“No.”\n\n“No?”\n\n“No.”",
            "“I know. I know him. I do not like him.”",
            "She sat down. She looked up. “She is late.” She slept.",
        ] {
            assert_eq!(openings(text), [], "{text}");
        }
    }
}
