//! Which pronouns somebody goes by.

use domain::Entity;

/// Which pronouns somebody goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Gender {
    /// she/her
    She,
    /// he/him
    He,
    /// they/them
    They,
    /// it/its, ones of the author's own, or unknown.
    Other,
}

impl Gender {
    /// Of a pronoun in any of its forms.
    pub(crate) fn of_pronoun(word: &str) -> Option<Self> {
        match word {
            "she" | "her" | "hers" | "herself" => Some(Self::She),
            "he" | "him" | "his" | "himself" => Some(Self::He),
            "they" | "them" | "their" | "theirs" | "themself" | "themselves" => Some(Self::They),
            _ => None,
        }
    }

    /// Of an entity's pronouns as the author wrote them.
    pub(crate) fn of_entity(entity: &Entity) -> Self {
        let first = entity.pronouns.split(['/', ',', ' ']).next().unwrap_or("");
        Self::of_pronoun(&first.trim().to_lowercase()).unwrap_or(Self::Other)
    }
}
