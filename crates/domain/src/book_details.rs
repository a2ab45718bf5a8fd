//! What a book says of itself besides its chapters.

use serde::{Deserialize, Serialize};

/// What a book says of itself besides its chapters. Every part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct BookDetails {
    /// Who wrote it, as printed.
    pub author: String,
    /// The author's name and address, one line each, for the first page of a manuscript.
    pub contact: String,
    /// To whom it is dedicated.
    pub dedication: String,
    /// The copyright notice.
    pub copyright: String,
    /// What comes before the first chapter, such as an epigraph.
    pub front_matter: String,
    /// What comes after the last chapter, such as thanks.
    pub back_matter: String,
}

impl BookDetails {
    /// Each part with its name for a person, and the most characters that it may have.
    pub fn parts_mut(&mut self) -> [(&'static str, &mut String, usize); 6] {
        [
            ("The author's name", &mut self.author, 200),
            ("The contact", &mut self.contact, 2_000),
            ("The dedication", &mut self.dedication, 5_000),
            ("The copyright notice", &mut self.copyright, 20_000),
            ("The front matter", &mut self.front_matter, 100_000),
            ("The back matter", &mut self.back_matter, 100_000),
        ]
    }
}
