//! What a model found, held against the text: a passage that it quotes has to stand there.

use crate::{
    model::shape::stands_in,
    prose::{normal, sentences},
};
use domain::Finding;

/// A sentence so like a quote is what was meant.
const ALIKE: f64 = 0.8;

/// A part of a quote is looked for alone from so many letters on.
const PART: usize = 12;

/// The findings that have a passage in the text, with the passage as it stands there. A beat that is missing has
/// none, and keeps its note. What quotes something else was read into the text.
pub fn grounded(findings: Vec<Finding>, text: &str) -> Vec<Finding> {
    let mut sentences: Option<Vec<(&str, String)>> = None;
    findings
        .into_iter()
        .filter_map(|mut finding| {
            let quote = finding.quote.trim().to_owned();
            let bare = quote.trim_matches(['"', '“', '”']);
            if stands_in(&quote, text) {
                return Some(finding);
            }
            if stands_in(bare, text) {
                finding.quote = bare.to_owned();
                return Some(finding);
            }
            if normal(&finding.kind).contains("beat") {
                if finding.note.trim().is_empty() {
                    finding.note = quote;
                }
                finding.quote.clear();
                return Some(finding);
            }
            // What was left out of a quote is marked in it.
            let parts = bare.split(['…']).flat_map(|part| part.split("..."));
            let longest = parts.map(str::trim).max_by_key(|part| part.len());
            if let Some(part) = longest.filter(|part| part.len() >= PART && part.len() < bare.len())
                && stands_in(part, text)
            {
                finding.quote = part.to_owned();
                return Some(finding);
            }
            let sentences = sentences.get_or_insert_with(|| {
                let all = self::sentences(text).into_iter();
                all.map(|sentence| (sentence, normal(sentence))).collect()
            });
            let wanted = normal(bare);
            let (_, nearest) = sentences
                .iter()
                .map(|(sentence, plain)| (strsim::normalized_levenshtein(plain, &wanted), sentence))
                .max_by(|(one, _), (other, _)| one.total_cmp(other))
                .filter(|(alike, _)| *alike >= ALIKE)?;
            finding.quote = (*nearest).to_owned();
            Some(finding)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Severity;

    const TEXT: &str = "Ines walked along the quay, and the ledger was heavy under her arm.\n\n“You are late,” said \
                        Odran. He did not look up from the nets.";

    fn quoted(kind: &str, quote: &str) -> Option<(String, String)> {
        let finding = Finding {
            severity: Severity::Major,
            kind: kind.to_owned(),
            quote: quote.to_owned(),
            note: String::new(),
        };
        let mut kept = grounded(vec![finding], TEXT);
        kept.pop().map(|finding| (finding.quote, finding.note))
    }

    fn passage(quote: &str) -> Option<String> {
        quoted("contradiction", quote).map(|(quote, _)| quote)
    }

    #[test]
    fn a_passage_that_stands_there_is_kept_and_one_nearly_so_is_put_right() {
        let there = "He did not look up from the nets.";
        assert_eq!(passage(there).as_deref(), Some(there));
        assert_eq!(passage("").as_deref(), Some(""), "about the whole chapter");
        assert_eq!(
            passage("\"You are late,\" said Odran.").as_deref(),
            Some("\"You are late,\" said Odran.")
        );
        assert_eq!(
            passage("“He did not look up from the nets.”").as_deref(),
            Some(there)
        );
        assert_eq!(
            passage("He didn't look up from the nets").as_deref(),
            Some(there)
        );
        assert_eq!(
            passage("Ines walked along the quay ... under her arm.").as_deref(),
            Some("Ines walked along the quay")
        );
    }

    #[test]
    fn what_stands_nowhere_was_read_into_it() {
        assert_eq!(
            passage("Ines finds that the company has entered the names."),
            None
        );
        assert_eq!(passage("..."), None);
    }

    #[test]
    fn a_missing_beat_has_no_passage() {
        let (quote, note) =
            quoted("missing beat", "She finds her father's name.").expect("it is kept");
        assert_eq!(
            (quote.as_str(), note.as_str()),
            ("", "She finds her father's name.")
        );
    }
}
