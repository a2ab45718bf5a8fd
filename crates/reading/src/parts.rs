//! A long text in parts.

use text::tokens::{beginning_within, estimate};

/// A text in pieces of at most this many tokens, divided between paragraphs. A paragraph that is longer is
/// divided between sentences, or where it must be.
pub fn pieces(text: &str, most: u32) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut piece = String::new();
    for paragraph in text.split_inclusive("\n\n") {
        for part in shorter(paragraph, most) {
            if !piece.is_empty() && estimate(&piece) + estimate(part) > most {
                pieces.push(std::mem::take(&mut piece));
            }
            piece.push_str(part);
        }
    }
    if !piece.trim().is_empty() || pieces.is_empty() {
        pieces.push(piece);
    }
    pieces
}

/// A paragraph in parts that are no longer than this.
fn shorter(paragraph: &str, most: u32) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut left = paragraph;
    while estimate(left) > most {
        let cut = beginning_within(left, most);
        let at = left[..cut]
            .rfind(". ")
            .or_else(|| left[..cut].rfind(' '))
            .map_or(cut, |at| at + 1)
            .max(1);
        let at = (at..=left.len())
            .find(|at| left.is_char_boundary(*at))
            .unwrap_or(left.len());
        let (part, rest) = left.split_at(at);
        parts.push(part);
        left = rest;
    }
    parts.push(left);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_text_again_and_none_is_too_long() {
        let text = format!(
            "{}\n\n{}\n\nThe end.",
            "It rained. ".repeat(300).trim(),
            "Zoë came, saw, and went. ".repeat(40)
        );
        for most in [40, 200, 1_000, u32::MAX] {
            let pieces = pieces(&text, most);
            assert_eq!(pieces.concat(), text);
            for piece in &pieces {
                assert!(estimate(piece) <= most, "{} > {most}", estimate(piece));
            }
        }
        assert_eq!(pieces(&text, u32::MAX).len(), 1);
        assert_eq!(pieces("", 100), [""]);
    }
}
