//! What a text says becomes what its chapter says: the facts that change with a text.

/// The facts of a chapter after a report, and the first of them that it no longer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChanges<'f> {
    /// The facts that take the place of those a run found before.
    pub facts: Vec<&'f str>,
    /// The first fact that the chapter no longer says.
    pub gone: Option<String>,
}

/// Decides that for a chapter whose text is becoming the one with the facts `reported`; `None` where nothing changes.
/// `before` are the facts that a run found, in order; `decided` are those that a person has as facts of their own, or
/// corrected, or deleted: they do not come back.
pub fn fact_change<'f>(
    before: &[String],
    decided: &[String],
    reported: &'f [String],
) -> Option<FactChanges<'f>> {
    let facts: Vec<&str> = reported
        .iter()
        .filter(|fact| !decided.contains(fact))
        .map(String::as_str)
        .collect();
    if before.iter().map(String::as_str).eq(facts.iter().copied()) {
        return None;
    }
    let gone = before.iter().find(|fact| !reported.contains(fact)).cloned();
    Some(FactChanges { facts, gone })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(facts: &[&str]) -> Vec<String> {
        facts.iter().map(|fact| (*fact).to_owned()).collect()
    }

    #[test]
    fn what_a_person_decided_does_not_come_back() {
        let reported = facts(&["a", "b"]);
        let changed = fact_change(&facts(&["b", "c"]), &facts(&["a"]), &reported);
        let expected = FactChanges {
            facts: vec!["b"],
            gone: Some("c".to_owned()),
        };
        assert_eq!(changed, Some(expected));
    }

    #[test]
    fn nothing_changes_where_the_same_is_found() {
        let reported = facts(&["a", "b"]);
        assert_eq!(fact_change(&facts(&["a", "b"]), &[], &reported), None);
        let more = fact_change(&facts(&["a"]), &[], &reported).expect("a change");
        assert_eq!((more.facts, more.gone), (vec!["a", "b"], None));
    }
}
