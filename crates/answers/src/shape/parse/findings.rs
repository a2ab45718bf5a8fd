//! Findings, in whatever form a report has them: none of them is lost unsaid.

use super::super::fields::{Dropped, get, has, text, text_in};
use super::{FieldNames, below};
use domain::{Finding, Severity};
use serde_json::Value;

pub(super) const FINDINGS: FieldNames = &[
    "findings",
    "finding",
    "issues",
    "problems",
    "faults",
    "befunde",
    "problèmes",
    "problemas",
    "problemi",
];
const FINDING: FieldNames = &["note", "quote", "severity", "kind"];
const QUOTE: FieldNames = &["quote", "passage", "excerpt", "text"];
const NOTE: FieldNames = &[
    "note",
    "description",
    "message",
    "problem",
    "issue",
    "explanation",
    "comment",
    "reason",
    "suggestion",
    "detail",
    "details",
    "finding",
];
const SEVERITY: FieldNames = &["severity", "level", "weight", "importance", "priority"];
const KIND: FieldNames = &["kind", "type", "category"];

/// What the list that a finding stands in says of it.
#[derive(Clone, Copy, Default)]
struct FindingDefaults<'k> {
    severity: Option<Severity>,
    kind: Option<&'k str>,
}

/// The findings of a report, also of one that has them further down, or that is their list.
pub(super) fn findings(report: &Value, dropped: &mut Dropped) -> Vec<Finding> {
    let mut found = Vec::new();
    match below(report, FINDINGS) {
        Some(list) => collect(list, FindingDefaults::default(), &mut found, dropped),
        None if report.is_array() => {
            collect(report, FindingDefaults::default(), &mut found, dropped);
        }
        None => {}
    }
    found
}

fn collect(
    value: &Value,
    known: FindingDefaults<'_>,
    found: &mut Vec<Finding>,
    dropped: &mut Dropped,
) {
    match value {
        Value::Null | Value::Bool(false) => {}
        Value::Array(items) => items
            .iter()
            .for_each(|item| collect(item, known, found, dropped)),
        Value::String(note) if says_nothing(note) => {}
        Value::String(note) => found.push(Finding {
            severity: known.severity.unwrap_or(Severity::Major),
            kind: known.kind.unwrap_or("style").to_owned(),
            quote: String::new(),
            note: note.trim().to_owned(),
        }),
        Value::Object(fields) if fields.is_empty() => {}
        Value::Object(fields) if is_one(value) => match finding(value, known) {
            Some(finding) => found.push(finding),
            None if fields.values().all(is_nothing) || get(value, NOTE).is_some_and(is_nothing) => {
            }
            None => dropped.add("a finding"),
        },
        // By weight, by kind, or by number; or below a key of its own.
        Value::Object(fields) => {
            for (name, value) in fields {
                collect(value, known_by(name, known), found, dropped);
            }
        }
        Value::Number(_) | Value::Bool(true) => dropped.add("a finding"),
    }
}

/// Whether an object is a finding, and no list of them.
fn is_one(value: &Value) -> bool {
    let has_text = |names: FieldNames| get(value, names).is_some_and(|value| !value.is_array());
    has(value, FINDING) || has_text(QUOTE) || has_text(NOTE)
}

fn is_nothing(field: &Value) -> bool {
    match field {
        Value::Null => true,
        Value::String(text) => says_nothing(text),
        _ => false,
    }
}

/// "major", "style", "1", "list".
fn known_by<'n>(name: &'n str, known: FindingDefaults<'n>) -> FindingDefaults<'n> {
    const WEIGHTS: &[&str] = &[
        "major",
        "critical",
        "serious",
        "severe",
        "high",
        "important",
        "error",
        "errors",
    ];
    const KINDS: &[&str] = &[
        "contradiction",
        "continuity",
        "style",
        "repetition",
        "beat",
        "pov",
        "plot",
        "language",
        "character",
    ];
    let lower = name.to_lowercase();
    let weight = severity_of(&lower);
    if weight == Severity::Minor || WEIGHTS.iter().any(|word| lower.contains(word)) {
        return FindingDefaults {
            severity: Some(weight),
            ..known
        };
    }
    let kind = KINDS.iter().find(|kind| lower.contains(*kind));
    FindingDefaults {
        kind: kind.copied().or(known.kind),
        ..known
    }
}

/// A finding; one whose weight is not said is one to look at.
fn finding(value: &Value, known: FindingDefaults<'_>) -> Option<Finding> {
    let quote = text_in(value, QUOTE);
    let note = get(value, NOTE).and_then(text).unwrap_or_default();
    if note.is_empty() && quote.is_empty() || quote.is_empty() && says_nothing(&note) {
        return None;
    }
    let severity = text_in(value, SEVERITY);
    let kind = text_in(value, KIND);
    Some(Finding {
        severity: match severity.as_str() {
            "" => known.severity.unwrap_or(Severity::Major),
            said => severity_of(said),
        },
        kind: match kind.as_str() {
            "" => known.kind.unwrap_or("style").to_owned(),
            kind => kind.to_lowercase().replace('_', " "),
        },
        quote,
        note,
    })
}

fn severity_of(word: &str) -> Severity {
    let word = word.to_lowercase();
    let is_minor = [
        "minor",
        "low",
        "small",
        "trivial",
        "info",
        "suggestion",
        "nit",
        "hint",
        "cosmetic",
        "gering",
        "leicht",
        "mineur",
        "menor",
        "minore",
    ]
    .iter()
    .any(|minor| word.contains(minor));
    match is_minor {
        true => Severity::Minor,
        false => Severity::Major,
    }
}

/// Whether a text says that nothing was found: "None.", "n/a", "No issues found."
fn says_nothing(text: &str) -> bool {
    const NOTHING: &[&str] = &[
        "",
        "none",
        "none found",
        "n/a",
        "na",
        "nil",
        "null",
        "nothing",
        "nothing found",
        "nothing to report",
        "all good",
        "ok",
        "keine",
        "keiner",
        "nichts",
        "aucun",
        "aucune",
        "rien",
        "ninguno",
        "ninguna",
        "nada",
        "nessuno",
        "nessuna",
        "nenhum",
        "nenhuma",
        "无",
        "没有",
        "なし",
        "없음",
    ];
    const WHAT: &[&str] = &[
        "issue",
        "finding",
        "problem",
        "contradiction",
        "error",
        "fault",
        "inconsistenc",
        "mistake",
        "fehler",
        "problème",
        "problema",
        "errore",
    ];
    let bare = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let words = bare.split_whitespace().count();
    let is_denied = ["no ", "keine ", "aucun ", "aucune ", "ningún ", "nessun "]
        .iter()
        .any(|no| bare.starts_with(no));
    NOTHING.contains(&bare.as_str())
        || is_denied
            && words <= 6
            && !bare.contains([',', '.', ';', ':'])
            && WHAT.iter().any(|what| bare.contains(what))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(report: Value) -> (Vec<(Severity, String)>, u32) {
        let mut dropped = Dropped::default();
        let found = findings(&report, &mut dropped).into_iter();
        (
            found.map(|it| (it.severity, it.note)).collect(),
            dropped.count,
        )
    }

    #[test]
    fn findings_are_read_in_each_of_their_forms() {
        let note = "The lamp was said to be broken.";
        for report in [
            json!({"findings": note, "summary": "S."}),
            json!({"findings": [note]}),
            json!({"analysis": {"findings": [{"note": note}]}, "summary": "S."}),
            json!({"findings": {"major": [{"kind": "contradiction", "note": note}], "minor": []}}),
            json!({"findings": {"contradictions": [note]}}),
            json!({"findings": {"1": {"issue": note}}}),
            json!({"findings": {"list": [[{"note": note}]]}}),
            json!({"issues": {"severity": "major", "note": note}}),
            json!([{"note": note}]),
        ] {
            let expected = vec![(Severity::Major, note.to_owned())];
            assert_eq!(found(report.clone()), (expected, 0), "{report}");
        }
        let (minor, _) = found(json!({"findings": {"minor": [note, {"note": note}]}}));
        assert!(
            minor
                .iter()
                .all(|(severity, _)| *severity == Severity::Minor)
                && minor.len() == 2
        );
    }

    #[test]
    fn nothing_found_is_no_finding_and_what_is_unread_is_counted() {
        for none in [
            json!("none"),
            json!("N/A"),
            json!(["None."]),
            json!(["No issues found."]),
            json!([{"severity": "minor", "note": "No contradictions."}]),
            json!({"major": [], "minor": "none"}),
            json!([{}]),
            json!(false),
            json!(null),
        ] {
            let (findings, _) = found(json!({"findings": none, "summary": "S."}));
            assert!(findings.is_empty(), "{none}: {findings:?}");
        }
        assert_eq!(found(json!({"findings": [7, {"kind": "style"}]})).1, 2);
        assert_eq!(found(json!({"findings": 3})).1, 1);
        let (real, _) = found(json!({"findings": ["No one lights the lamp, a problem."]}));
        assert_eq!(real.len(), 1);
    }
}
