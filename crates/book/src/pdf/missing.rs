//! Characters that no font has.

use crate::Warning;
use std::collections::HashMap;

/// More characters than these are counted: a book in a script without a font lacks thousands.
const MOST: usize = 20;

/// Collects them, in the order in which they are met.
#[derive(Default)]
pub(crate) struct MissingGlyphs {
    /// Where the text stands that is set now.
    place: String,
    paragraph: usize,
    found: Vec<Warning>,
    places: HashMap<char, usize>,
}

impl MissingGlyphs {
    /// From here on, text is that of a chapter or page, and its heading.
    pub(crate) fn begin(&mut self, place: &str) {
        place.clone_into(&mut self.place);
        self.paragraph = 0;
    }

    /// From here on, text is that of the next paragraph.
    pub(crate) fn next_paragraph(&mut self) {
        self.paragraph += 1;
    }

    /// Notes the first character of these that can be seen.
    pub(crate) fn add(&mut self, text: &str) {
        let is_seen = |c: &char| !c.is_whitespace() && !is_mark(*c);
        let Some(missing) = text.chars().find(is_seen) else {
            return;
        };
        if let Some(at) = self.places.get(&missing) {
            if let Some(Warning::MissingGlyph { count, .. }) = self.found.get_mut(*at) {
                *count += 1;
            }
            return;
        }
        self.places.insert(missing, self.found.len());
        self.found.push(Warning::MissingGlyph {
            character: missing,
            place: self.place.clone(),
            paragraph: self.paragraph,
            count: 1,
        });
    }

    /// All of them; of many, the first, and how many more there are.
    pub(crate) fn warnings(self) -> Vec<Warning> {
        let mut warnings = self.found;
        let more = warnings.len().saturating_sub(MOST);
        if more > 0 {
            warnings.truncate(MOST);
            warnings.push(Warning::MoreMissingGlyphs { count: more });
        }
        warnings
    }
}

/// Joiners, marks of direction and variants, which are drawn as nothing.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}
