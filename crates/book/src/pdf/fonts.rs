//! Fonts: those in the binary for Latin, Greek and Cyrillic, those of the machine for what they lack.

use fontique::{Blob, Collection, CollectionOptions, FontInfo, SourceCache};
use krilla::text::Font;
use parley::{FontContext, FontData};
use std::collections::HashMap;
use std::sync::Arc;

/// The family in the binary.
pub(crate) const FAMILY: &str = "Libertinus Serif";

/// Its faces; the build script says where they are from.
static FACES: [&[u8]; 4] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/regular.otf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/italic.otf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/bold.otf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/bold-italic.otf")),
];

/// Families with the look of a book for languages that the binary's font does not write, best first. What none of
/// them has comes from whatever font the machine has for its script.
const FAMILIES: [(&str, &[&str]); 7] = [
    (
        "ja",
        &[
            "Noto Serif CJK JP",
            "Hiragino Mincho ProN",
            "Yu Mincho",
            "MS Mincho",
        ],
    ),
    (
        "zh-Hant zh-TW zh-HK",
        &["Noto Serif CJK TC", "Songti TC", "PMingLiU"],
    ),
    ("zh", &["Noto Serif CJK SC", "Songti SC", "SimSun"]),
    ("ko", &["Noto Serif CJK KR", "AppleMyungjo", "Batang"]),
    (
        "ar fa ur ps",
        &[
            "Noto Naskh Arabic",
            "Amiri",
            "Scheherazade New",
            "Times New Roman",
        ],
    ),
    (
        "he yi",
        &["Noto Serif Hebrew", "Frank Ruehl CLM", "Times New Roman"],
    ),
    (
        "hi mr ne",
        &["Noto Serif Devanagari", "Kohinoor Devanagari", "Nirmala UI"],
    ),
];

/// The families of a language, given its tag.
pub(crate) fn families(tag: &str) -> &'static [&'static str] {
    let begins = |known: &str| {
        tag.strip_prefix(known)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let found = FAMILIES
        .iter()
        .find(|(tags, _)| tags.split(' ').any(begins));
    found.map_or(&[], |(_, families)| families)
}

/// The fonts for a text. The machine is asked only if the text has characters that the binary has not, so that most
/// books look the same everywhere.
pub(crate) fn context(mut texts: impl Iterator<Item = String>) -> FontContext {
    let mut fonts = FontContext {
        collection: Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        }),
        source_cache: SourceCache::default(),
    };
    for face in FACES {
        fonts
            .collection
            .register_fonts(Blob::new(Arc::new(face)), None);
    }
    if !texts.all(|text| has_all(&mut fonts.collection, &text)) {
        fonts.collection.load_system_fonts();
    }
    fonts
}

/// Whether the binary's own font has every character of a text.
fn has_all(collection: &mut Collection, text: &str) -> bool {
    let Some(family) = collection.family_by_name(FAMILY) else {
        return false;
    };
    let index = family.default_font().map(FontInfo::charmap_index);
    let Some(charmap) = index.as_ref().and_then(|index| index.charmap(FACES[0])) else {
        return false;
    };
    let mut known = text
        .chars()
        .filter(|c| !c.is_ascii() && !c.is_control() && *c != '\u{ad}');
    known.all(|c| charmap.map(c).is_some_and(|glyph| glyph != 0))
}

/// The fonts of a PDF, each read once.
#[derive(Default)]
pub(crate) struct EmbeddedFonts {
    fonts: HashMap<(u64, u32), Option<Font>>,
}

impl EmbeddedFonts {
    /// The font as the PDF has it; `None` if its glyphs can't be printed.
    pub(crate) fn get(&mut self, font: &FontData) -> Option<Font> {
        let key = (font.data.id(), font.index);
        let entry = self.fonts.entry(key).or_insert_with(|| {
            if !has_outlines(font.data.as_ref(), font.index) {
                return None;
            }
            let (data, _) = font.data.clone().into_raw_parts();
            Font::new(data.into(), font.index)
        });
        entry.clone()
    }
}

/// Whether a font draws its glyphs with outlines alone: pictures in it would be printed as nothing.
fn has_outlines(font: &[u8], index: u32) -> bool {
    let tables = || {
        let number = |at: usize| Some(u32::from_be_bytes(font.get(at..at + 4)?.try_into().ok()?));
        let start = match font.get(..4)? {
            // A collection of fonts: its head says where each begins.
            b"ttcf" => usize::try_from(number(12 + usize::try_from(index).ok()? * 4)?).ok()?,
            _ => 0,
        };
        let count = font.get(start + 4..start + 6)?;
        let count = usize::from(u16::from_be_bytes(count.try_into().ok()?));
        font.get(start + 12..start + 12 + 16 * count)
    };
    let tables = tables().unwrap_or_default();
    let has = |tag: &[u8; 4]| tables.chunks_exact(16).any(|table| table.starts_with(tag));
    (has(b"glyf") || has(b"CFF ") || has(b"CFF2")) && !has(b"CBDT") && !has(b"sbix")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_binary_has_latin_greek_and_cyrillic() {
        let mut fonts = context(std::iter::empty());
        for text in [
            "Zażółć gęślą jaźń – “quotes” «so» … ’",
            "Άνοιξε την πόρτα",
            "Она открыла дверь",
            "½ № €",
        ] {
            assert!(has_all(&mut fonts.collection, text), "{text}");
        }
        assert!(!has_all(&mut fonts.collection, "夜"));
    }

    #[test]
    fn a_font_without_outlines_is_known() {
        assert!(FACES.iter().all(|face| has_outlines(face, 0)));
        let mut picture = b"\0\x01\0\0\0\x01\0\0\0\0\0\0CBDT".to_vec();
        picture.extend([0; 12]);
        assert!(!has_outlines(&picture, 0));
        assert!(!has_outlines(b"", 0) && !has_outlines(b"ttcf\0\0\0\0", 9));
    }
}
