//! Whom a name means: people are called by a part of theirs.

use super::labels;

/// The names of a world, each once, and the words of each.
pub(super) struct NameIndex<'n>(Vec<(&'n str, Vec<String>)>);

impl<'n> NameIndex<'n> {
    pub(super) fn of(names: impl Iterator<Item = &'n str>) -> Self {
        let mut known: Vec<(&str, Vec<String>)> = Vec::new();
        for name in names {
            let words = words(name);
            if !words.is_empty() && known.iter().all(|(_, there)| *there != words) {
                known.push((name, words));
            }
        }
        Self(known)
    }

    /// The name that is meant: "Mara" is "Mara Voss" where no other has that word, in any part of the name.
    pub(super) fn meant(&self, said: &str) -> String {
        let said = labels::unmarked(said);
        let wanted = words(said);
        if let Some((name, _)) = self.0.iter().find(|(_, words)| *words == wanted) {
            return (*name).to_owned();
        }
        let mut alike = self
            .0
            .iter()
            .filter(|(_, words)| is_part(&wanted, words) || is_part(words, &wanted));
        match (alike.next(), alike.next()) {
            (Some((name, _)), None) => (*name).to_owned(),
            _ => said.to_owned(),
        }
    }
}

fn words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let words = lower
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_part(part: &[String], whole: &[String]) -> bool {
    !part.is_empty() && whole.windows(part.len()).any(|words| words == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_name_means_the_one_who_has_it() {
        let names = ["Mara Voss", "Tom Ferry", "mara voss", "Elin Voss"];
        let known = NameIndex::of(names.into_iter());
        for (said, meant) in [
            ("Ferry", "Tom Ferry"),
            ("**tom**", "Tom Ferry"),
            ("Tom Ferry, the keeper", "Tom Ferry"),
            ("old Tom Ferry", "Tom Ferry"),
            ("Mara", "Mara Voss"),
            ("mara voss", "Mara Voss"),
            // Two have it.
            ("Voss", "Voss"),
            ("Odran", "Odran"),
            ("", ""),
        ] {
            assert_eq!(known.meant(said), meant, "{said}");
        }
    }
}
