//! One line of type: glyphs with their places, spread over its width.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use std::ops::Range;
use std::sync::Arc;

/// How the lines of a paragraph fill their width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alignment {
    /// To both edges, but for its last line.
    Justified,
    /// In the middle.
    Centred,
    /// From the edge where reading begins.
    Ragged,
}

/// A finished line.
pub(crate) struct SetLine {
    /// The text of its paragraph, which the glyphs name ranges of.
    pub(crate) text: Arc<str>,
    /// Its parts, from left to right.
    pub(crate) runs: Vec<GlyphRun>,
}

/// Neighbouring glyphs of one font.
pub(crate) struct GlyphRun {
    pub(crate) font: Font,
    pub(crate) size: f32,
    /// From the left edge of the line.
    pub(crate) x: f32,
    pub(crate) glyphs: Vec<KrillaGlyph>,
}

/// A glyph whose place is not known yet.
pub(crate) struct LineGlyph {
    pub(crate) font: Font,
    pub(crate) size: f32,
    pub(crate) id: u32,
    pub(crate) advance: f32,
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) range: Range<usize>,
    /// Whether the line may be widened behind it.
    pub(crate) stretches: bool,
}

/// What a line has to fill.
pub(crate) struct LineFrame {
    pub(crate) width: f32,
    /// Free at the edge where reading begins.
    pub(crate) indent: f32,
    pub(crate) alignment: Alignment,
    /// Whether it ends its paragraph, or is ended by a break.
    pub(crate) is_last: bool,
    pub(crate) is_right_to_left: bool,
}

/// A space grows by no more than this part of the type's size: a line of two words is not torn apart.
const MOST_STRETCH: f32 = 1.3;

/// A space shrinks by no more than this part of the type's size.
const MOST_SHRINK: f32 = 0.08;

impl SetLine {
    /// Gives each glyph its place.
    pub(crate) fn new(text: Arc<str>, mut glyphs: Vec<LineGlyph>, frame: &LineFrame) -> Self {
        if let Some(last) = glyphs.last_mut() {
            last.stretches = false;
        }
        let natural: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        let free = frame.width - frame.indent - natural;
        let stretch = stretch(&glyphs, free, frame);
        let is_filled = stretch.is_some();
        let x = match frame.alignment {
            Alignment::Centred => (frame.width - natural) / 2.0,
            _ if frame.is_right_to_left && is_filled => 0.0,
            _ if frame.is_right_to_left => free,
            _ => frame.indent,
        };
        let stretch = stretch.unwrap_or(0.0);
        let mut runs: Vec<GlyphRun> = Vec::new();
        let mut place = x;
        for glyph in glyphs {
            let advance = match glyph.stretches {
                true => glyph.advance + stretch,
                false => glyph.advance,
            };
            let size = glyph.size;
            let set = KrillaGlyph::new(
                GlyphId::new(glyph.id),
                advance / size,
                glyph.x / size,
                glyph.y / size,
                0.0,
                glyph.range,
                None,
            );
            match runs.last_mut() {
                Some(run) if run.font == glyph.font && same(run.size, size) => run.glyphs.push(set),
                _ => runs.push(GlyphRun {
                    font: glyph.font,
                    size,
                    x: place,
                    glyphs: vec![set],
                }),
            }
            place += advance;
        }
        Self { text, runs }
    }
}

/// By how much each glyph that stretches does; `None` if the line is not filled.
fn stretch(glyphs: &[LineGlyph], free: f32, frame: &LineFrame) -> Option<f32> {
    if frame.alignment != Alignment::Justified || frame.is_last {
        return None;
    }
    let count = glyphs.iter().filter(|glyph| glyph.stretches).count();
    let size = glyphs.first()?.size;
    // At most a few hundred glyphs stand in a line.
    let each = free / (count as f32);
    (count > 0 && each <= size * MOST_STRETCH).then(|| each.max(-size * MOST_SHRINK))
}

fn same(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.01
}
