//! Takes the fonts of PDF files out of a crate that has many more, so that the binary holds these alone.
//!
//! They are Libertinus Serif, under the SIL Open Font License, whose text is in `licences/libertinus-serif.txt`.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "pdf")]
    fonts::write()?;
    Ok(())
}

#[cfg(feature = "pdf")]
mod fonts {
    use std::error::Error;
    use std::path::Path;

    /// What is written, and the name that a font has in its data. “Bold” is found before “BoldItalic”.
    const FACES: [(&str, &str); 4] = [
        ("regular.otf", "LibertinusSerif-Regular"),
        ("bold.otf", "LibertinusSerif-Bold"),
        ("italic.otf", "LibertinusSerif-Italic"),
        ("bold-italic.otf", "LibertinusSerif-BoldItalic"),
    ];

    pub(crate) fn write() -> Result<(), Box<dyn Error>> {
        let folder = std::env::var("OUT_DIR")?;
        for (file, name) in FACES {
            let has_name = |font: &&[u8]| {
                let mut parts = font.windows(name.len());
                parts.any(|part| part == name.as_bytes())
            };
            let font = typst_assets::fonts().find(has_name);
            let font = font.ok_or_else(|| format!("typst-assets has no {name}"))?;
            std::fs::write(Path::new(&folder).join(file), font)?;
        }
        Ok(())
    }
}
