//! What contradicts the world, the facts and the chapters before.

mod days;
mod gone;
mod kin;
mod looks;
mod made_of;
mod numbers;
mod pronouns;
mod sides;

use super::{Findings, lore::Lore, told::Told};

/// The kind of every finding here.
const KIND: &str = "contradiction";

/// Looks for all kinds of contradiction.
pub fn check(told: &Told<'_>, lore: &Lore<'_>, found: &mut Findings) {
    looks::check(told, lore, found);
    sides::check(told, lore, found);
    numbers::check(told, lore, found);
    days::check(told, lore, found);
    kin::check(told, lore, found);
    made_of::check(told, lore, found);
    gone::check(told, lore, found);
    pronouns::check(told, found);
}
