//! What a model found, held against the text: the passage that it quotes is to stand there.

use super::CheckInput;
use domain::Finding;
use text::prose::{normal, occurs_in};

/// A sentence so like a quote is what was meant.
const ALIKE: f64 = 0.8;

/// A part of a quote is looked for alone from so many letters on.
const PART: usize = 12;

/// The findings with their passages as they stand in the text, where they nearly do. One whose passage stands in
/// what the model was told beside the text (the beats, the world, what happened before) is none: small models
/// quote that as if it were the chapter. A missing beat is quoted from there rightly, and has no passage.
pub fn grounded(findings: Vec<Finding>, input: &CheckInput<'_>) -> Vec<Finding> {
    let (text, beside) = (input.text, input.beside());
    let mut sentences: Option<Vec<(&str, String)>> = None;
    let mut grounded = |mut finding: Finding| {
        let quote = finding.quote.trim().to_owned();
        let bare = quote.trim_matches(['"', '“', '”']);
        if occurs_in(&quote, text) {
            return Some(finding);
        }
        let sentences = sentences.get_or_insert_with(|| {
            let all = text::prose::sentences(text).into_iter();
            all.map(|sentence| (sentence, normal(sentence))).collect()
        });
        if let Some(passage) = nearly(bare, text, sentences) {
            finding.quote = passage;
            return Some(finding);
        }
        if normal(&finding.kind).contains("beat") {
            if !normal(&finding.note).contains(&normal(bare)) {
                finding.note = format!("{bare} {}", finding.note);
            }
            finding.note.truncate(finding.note.trim_end().len());
            finding.quote.clear();
            return Some(finding);
        }
        let plain = normal(bare);
        let is_beside = beside.iter().any(|told| {
            let told = normal(told);
            !told.is_empty() && (told.contains(&plain) || alike(&told, &plain))
        });
        let is_beside = is_beside && !plain.is_empty();
        (!is_beside).then_some(finding)
    };
    findings.into_iter().filter_map(&mut grounded).collect()
}

/// The passage that a quote means which does not stand in the text letter for letter.
fn nearly(quote: &str, text: &str, sentences: &[(&str, String)]) -> Option<String> {
    if !quote.is_empty() && occurs_in(quote, text) {
        return Some(quote.to_owned());
    }
    // What was left out of a quote is marked in it.
    let parts = quote.split('…').flat_map(|part| part.split("..."));
    let longest = parts.map(str::trim).max_by_key(|part| part.len())?;
    if longest.len() >= PART && longest.len() < quote.len() && occurs_in(longest, text) {
        return Some(longest.to_owned());
    }
    let wanted = normal(quote);
    let (_, nearest) = sentences
        .iter()
        .map(|(sentence, plain)| (strsim::normalized_levenshtein(plain, &wanted), sentence))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .filter(|(alike, _)| *alike >= ALIKE)?;
    Some((*nearest).to_owned())
}

fn alike(one: &str, other: &str) -> bool {
    strsim::normalized_levenshtein(one, other) >= ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Severity, World};

    const TEXT: &str = "Ines walked along the quay, and the ledger was heavy under her arm.\n\n“You are late,” said \
                        Odran. He did not look up from the nets.";

    const BESIDE: [&str; 2] = [
        "Ines finds that the company has entered the names of the drowned.",
        "She finds her father's name.",
    ];

    fn quoted(kind: &str, quote: &str) -> Option<(String, String)> {
        let finding = Finding {
            severity: Severity::Major,
            kind: kind.to_owned(),
            quote: quote.to_owned(),
            note: String::new(),
        };
        let beats = BESIDE.map(str::to_owned);
        let input = CheckInput {
            world: &World::default(),
            beats: &beats,
            scenes: &[],
            earlier: &[],
            language: "en",
            text: TEXT,
        };
        let mut kept = grounded(vec![finding], &input);
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
    fn what_stands_beside_the_text_is_no_finding_in_it() {
        assert_eq!(
            passage("Ines finds that the company has entered the names"),
            None
        );
        assert_eq!(passage("“She finds her father’s name.”"), None);
        assert_eq!(
            passage("...").as_deref(),
            Some("..."),
            "no words, which stand everywhere"
        );
        let nowhere = "The company was never in the town.";
        assert_eq!(
            passage(nowhere).as_deref(),
            Some(nowhere),
            "in the model's own words"
        );
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
