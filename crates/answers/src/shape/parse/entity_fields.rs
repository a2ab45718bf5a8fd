//! What models call the fields of what is in a world.

use super::FieldNames;

pub(super) const NAME: FieldNames = &["name", "title", "full_name"];
pub(super) const ROLE: FieldNames = &["role", "occupation", "function", "tagline"];
pub(super) const DESCRIPTION: FieldNames = &["description", "desc", "details", "summary", "about"];
pub(super) const GOAL: FieldNames = &["goal", "goals", "motivation", "wants", "want", "desire"];
pub(super) const TRAITS: FieldNames = &["traits", "features", "characteristics", "personality"];
