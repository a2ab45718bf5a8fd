//! What a proposal says.

use crate::{EntityKind, ProposalKind, text as prose};
use serde::{Deserialize, Serialize};

/// Somebody or something that was read about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProposedEntity {
    /// What it is.
    pub kind: EntityKind,
    /// Its name, as the text uses it most.
    pub name: String,
    /// Other names in the text: "Em", "the keeper".
    #[serde(default)]
    pub aliases: Vec<String>,
    /// One line.
    #[serde(default)]
    pub role: String,
    /// A few sentences.
    #[serde(default)]
    pub description: String,
    /// "she/her", "he/him", "they/them" for persons.
    #[serde(default)]
    pub pronouns: String,
}

/// A tie that was read about, between two names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProposedRelation {
    /// A name.
    pub from: String,
    /// Another name.
    pub to: String,
    /// "sister of".
    pub label: String,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProposalContent {
    /// An entry of the world.
    Entity(ProposedEntity),
    /// A tie between two entries.
    Relation(ProposedRelation),
    /// What became true, in a sentence.
    Fact(String),
    /// What a chapter leaves open, in a sentence.
    Thread(String),
    /// What happens in a chapter, in a few sentences.
    Summary(String),
    /// What happens in a chapter, a sentence for each beat.
    Beats(Vec<String>),
}

impl ProposalContent {
    /// What it is about.
    pub fn kind(&self) -> ProposalKind {
        match self {
            Self::Entity(entity) => entity.kind.into(),
            Self::Relation(_) => ProposalKind::Relation,
            Self::Fact(_) => ProposalKind::Fact,
            Self::Thread(_) => ProposalKind::Thread,
            Self::Summary(_) => ProposalKind::Summary,
            Self::Beats(_) => ProposalKind::Beats,
        }
    }

    /// In one line: a name, a tie, a sentence.
    pub fn line(&self) -> String {
        match self {
            Self::Entity(entity) => entity.name.clone(),
            Self::Relation(tie) => format!("{} – {} – {}", tie.from, tie.label, tie.to),
            Self::Fact(text) | Self::Thread(text) | Self::Summary(text) => text.clone(),
            Self::Beats(beats) => beats.join(" "),
        }
    }

    /// The same with tidy fields: no white space around them, no empty entries.
    pub fn tidied(&self) -> Self {
        match self {
            Self::Entity(entity) => Self::Entity(ProposedEntity {
                kind: entity.kind,
                name: prose::line(&entity.name),
                aliases: prose::fields(&entity.aliases),
                role: prose::field(&entity.role),
                description: prose::field(&entity.description),
                pronouns: prose::field(&entity.pronouns),
            }),
            Self::Relation(tie) => Self::Relation(ProposedRelation {
                from: prose::line(&tie.from),
                to: prose::line(&tie.to),
                label: prose::line(&tie.label),
            }),
            Self::Fact(text) => Self::Fact(prose::field(text)),
            Self::Thread(text) => Self::Thread(prose::field(text)),
            Self::Summary(text) => Self::Summary(prose::field(text)),
            Self::Beats(beats) => Self::Beats(prose::fields(beats)),
        }
    }

    /// What is missing in it, as a sentence for its author; of tidy fields.
    pub fn trouble(&self) -> Option<&'static str> {
        match self {
            Self::Entity(entity) if entity.name.is_empty() => Some("Enter a name."),
            Self::Relation(tie) if tie.from.is_empty() || tie.to.is_empty() => {
                Some("A relation needs two names.")
            }
            Self::Relation(tie) if tie.label.is_empty() => {
                Some("Enter what the relation is, such as “sister of”.")
            }
            Self::Fact(text) | Self::Thread(text) | Self::Summary(text) if text.is_empty() => {
                Some("Enter a text.")
            }
            Self::Beats(beats) if beats.is_empty() => Some("Enter at least one beat."),
            _ => None,
        }
    }

    /// Every text in it.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Entity(entity) => {
                let fields = [
                    &entity.name,
                    &entity.role,
                    &entity.description,
                    &entity.pronouns,
                ];
                let fields = fields.into_iter().chain(&entity.aliases);
                fields.map(String::as_str).collect()
            }
            Self::Relation(tie) => vec![&tie.from, &tie.to, &tie.label],
            Self::Fact(text) | Self::Thread(text) | Self::Summary(text) => vec![text],
            Self::Beats(beats) => beats.iter().map(String::as_str).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said() {
        let blank = ProposalContent::Beats(vec![" ".to_owned()]).tidied();
        assert_eq!(blank.trouble(), Some("Enter at least one beat."));
        let tie = ProposalContent::Relation(ProposedRelation {
            from: "Mara ".to_owned(),
            to: "Odran".to_owned(),
            label: String::new(),
        });
        assert!(tie.tidied().trouble().is_some());
        assert_eq!(
            ProposalContent::Fact(" It rains. ".to_owned()).tidied(),
            ProposalContent::Fact("It rains.".to_owned())
        );
    }
}
