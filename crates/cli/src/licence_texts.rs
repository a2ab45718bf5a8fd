//! The licences of the studio and of what its binary contains as a whole: a font, and the viewer of the API.

use crate::{error::CliError, output};

/// The licence of each, with its name; the texts are in `licences/` of the source.
const LICENCES: [(&str, &str); 3] = [
    ("Fablewright", include_str!("../../../LICENSE")),
    (
        "The font of PDF files",
        include_str!("../../../licences/libertinus-serif.txt"),
    ),
    (
        "Swagger UI, which shows the API",
        include_str!("../../../licences/swagger-ui.txt"),
    ),
];

/// All of them as one text.
pub fn licences() -> String {
    let texts = LICENCES.map(|(name, text)| {
        let line = "=".repeat(name.chars().count());
        format!("{name}\n{line}\n\n{}\n", text.trim_end())
    });
    texts.join("\n\n")
}

/// `fablewright licences`
pub(crate) fn print() -> Result<(), CliError> {
    output::print(&licences())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_each_licence_is_whole() {
        let all = licences();
        for words in [
            "MIT License",
            "The Libertinus Project Authors",
            "SIL OPEN FONT LICENSE Version 1.1",
            "OTHER DEALINGS IN THE FONT SOFTWARE.",
            "SmartBear",
            "Apache License",
        ] {
            assert!(all.contains(words), "{words}");
        }
    }
}
