//! A cover for a book that has none: its title and author, drawn as SVG.

use crate::contents::PreparedBook;
use crate::markup::escaped;

const WIDTH: usize = 1600;
const HEIGHT: usize = 2400;

/// The most lines of a title.
const MOST_LINES: usize = 8;

/// Backgrounds; the book's id chooses one.
const COLOURS: [&str; 8] = [
    "#1f3a4d", "#4a2338", "#2f4632", "#5a3a1e", "#33305a", "#5b1f24", "#1d4a4a", "#3b3b3b",
];

/// Draws it.
pub(crate) fn drawn(contents: &PreparedBook<'_>) -> String {
    let bytes = contents.book.id.as_bytes();
    let colour = usize::from(bytes.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte)));
    let colour = COLOURS[colour % COLOURS.len()];
    let mut svg = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" \
         height=\"{HEIGHT}\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{colour}\"/>\n\
         <rect x=\"80\" y=\"80\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"6\"/>\n",
        WIDTH - 160,
        HEIGHT - 160
    );
    let title = lines(&contents.title, 14);
    text(&title, 900, 190, contents.direction(), &mut svg);
    if !contents.author.is_empty() {
        let author = lines(&contents.author, 26);
        text(&author, 1950, 100, contents.direction(), &mut svg);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Lines of text around a height.
fn text(lines: &[String], middle: usize, largest: usize, direction: &str, svg: &mut String) {
    let widest = lines.iter().map(|line| width(line)).max().unwrap_or(1);
    // Half the type's height is the width of a letter, a little more in capitals.
    let size = largest.min((WIDTH - 320) * 100 / (58 * widest.max(1)));
    let step = size * 5 / 4;
    let top = middle.saturating_sub(step * lines.len().saturating_sub(1) / 2);
    for (at, line) in lines.iter().enumerate() {
        svg.push_str(&format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{size}\" font-family=\"Georgia, 'Times New Roman', serif\" \
             fill=\"#ffffff\" text-anchor=\"middle\" direction=\"{direction}\">{}</text>\n",
            WIDTH / 2,
            top + step * at,
            escaped(line)
        ));
    }
}

/// How wide a text is about, in letters of the Latin alphabet.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| if u32::from(c) >= 0x1100 { 2 } else { 1 })
        .sum()
}

/// A text in lines of about this width; what is beyond the last one goes.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        for part in parts(word, most * 2) {
            let last = lines.last().map_or(0, |line| width(line));
            match lines.last_mut() {
                Some(line) if line.is_empty() => line.push_str(&part),
                Some(line) if last + 1 + width(&part) <= most => {
                    line.push(' ');
                    line.push_str(&part);
                }
                _ => lines.push(part),
            }
        }
    }
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        if let Some(line) = lines.last_mut() {
            line.push('…');
        }
    }
    lines
}

/// A word that is too long for any line, in pieces.
fn parts(word: &str, most: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in word.chars() {
        let full = parts.last().is_some_and(|part| width(part) >= most);
        if full {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_set_in_lines() {
        assert_eq!(
            lines("The Lighthouse Keeper", 14),
            ["The Lighthouse", "Keeper"]
        );
        assert_eq!(lines("", 14), [""]);
        assert_eq!(lines(&"x".repeat(60), 14).len(), 3);
        assert_eq!(lines(&"夜 ".repeat(200), 14).len(), MOST_LINES);
    }
}
