//! Letters that came in two halves: `\ud83d` in one piece of a stream, `\ude00` in the next.
//!
//! A `String` can't hold half a letter. Until its other half comes, it is kept as a character of the last private
//! plane, which no text uses.

/// Where the halves are kept: U+10F800 to U+10FFFF stand for the surrogates U+D800 to U+DFFF.
const KEPT: u32 = 0x10_f800;
const SURROGATES: u32 = 0xd800;

/// A half as it is kept, or the letter itself where the number is one.
pub(super) fn kept(unit: u32) -> char {
    char::from_u32(unit)
        .or_else(|| char::from_u32(unit.checked_sub(SURROGATES)? + KEPT))
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The surrogate that a kept half stands for.
fn surrogate(c: char) -> Option<u16> {
    let offset = u32::from(c).checked_sub(KEPT)?;
    u16::try_from(SURROGATES + offset).ok()
}

const fn is_high(unit: u16) -> bool {
    matches!(unit, 0xd800..=0xdbff)
}

/// A text with its halves joined; one whose other half is missing becomes U+FFFD.
pub fn joined(text: &str) -> String {
    if !text.chars().any(|c| surrogate(c).is_some()) {
        return text.to_owned();
    }
    let mut units = Vec::with_capacity(text.len());
    for c in text.chars() {
        match surrogate(c) {
            Some(unit) => units.push(unit),
            None => units.extend_from_slice(c.encode_utf16(&mut [0; 2])),
        }
    }
    String::from_utf16_lossy(&units)
}

/// Takes a first half off the end of a text, to be put before the next piece.
pub fn takes_half(text: &mut String) -> Option<char> {
    let last = text.chars().next_back()?;
    surrogate(last).filter(|&unit| is_high(unit))?;
    text.pop()
}
