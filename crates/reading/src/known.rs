//! The names that a model is told before it reads on.

use domain::{Proposal, ProposalContent, ProposalState, World};
use text::prose::normal;
use writing::assignment::KnownName;

use crate::names::is_same_name;

/// The names that are known: those of the author's world, then those that were proposed and are not unwanted. What is in
/// the text comes first.
pub fn known_names(world: &World, proposals: &[Proposal], text: &str) -> Vec<KnownName> {
    let mut names: Vec<KnownName> = world
        .entities
        .iter()
        .map(|entity| KnownName {
            kind: entity.kind,
            name: entity.name.clone(),
            aliases: Vec::new(),
        })
        .collect();
    for proposal in proposals {
        let ProposalContent::Entity(entity) = &proposal.content else {
            continue;
        };
        if proposal.state == ProposalState::Dropped {
            continue;
        }
        let known = names
            .iter_mut()
            .find(|known| is_same_name(&known.name, &entity.name));
        match known {
            Some(known) => known.aliases.extend(entity.aliases.iter().cloned()),
            None => names.push(KnownName {
                kind: entity.kind,
                name: entity.name.clone(),
                aliases: entity.aliases.clone(),
            }),
        }
    }
    let text = format!(" {} ", normal(text));
    let is_here = |known: &KnownName| {
        let mut all = std::iter::once(&known.name).chain(&known.aliases);
        all.any(|name| text.contains(&format!(" {} ", normal(name))))
    };
    let (mut here, elsewhere): (Vec<_>, Vec<_>) = names.into_iter().partition(is_here);
    here.extend(elsewhere);
    here
}
