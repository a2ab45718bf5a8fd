//! Paragraphs as lines: shaping, line breaks, hyphens and justification.

use super::fonts::{self, EmbeddedFonts};
use super::hyphenation::{self, SOFT_HYPHEN};
use super::line::{Alignment, LineFrame, LineGlyph, SetLine};
use super::missing::MissingGlyphs;
use crate::ProseSpan;
use crate::contents::PreparedBook;
use hypher::Lang;
use krilla::text::Font;
use parley::layout::{BreakReason, Cluster, Layout, Line};
use parley::style::{
    FontFamily, FontFamilyName, FontFeature, FontFeatures, FontStyle, FontWeight, OverflowWrap,
    StyleProperty,
};
use parley::{
    BaseDirection, FontContext, GenericFamily, IndentOptions, Language, LayoutContext, LineHeight,
};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// Characters between which a line may be widened: those of scripts without spaces.
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ff00}'..='\u{ff65}' | '\u{20000}'..='\u{323af}')
}

/// One range added to another that may not be there.
fn joined(later: Option<Range<usize>>, range: Range<usize>) -> Range<usize> {
    match later {
        Some(later) => later.start.min(range.start)..later.end.max(range.end),
        None => range,
    }
}

/// The look of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ParagraphLook {
    pub(crate) size: f32,
    pub(crate) width: f32,
    /// Of its first line.
    pub(crate) indent: f32,
    pub(crate) alignment: Alignment,
    pub(crate) is_hyphenated: bool,
    pub(crate) is_italic: bool,
    /// Whether it is printed in capitals, a little apart from each other.
    pub(crate) capitals: Capitals,
}

/// Capitals instead of small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Capitals {
    /// Letters as they are written.
    No,
    /// Small capitals, which the font has for the Latin alphabet.
    Small,
    /// Capitals, where the font has no small ones.
    Full,
}

impl Capitals {
    /// Those that a text can be printed in. Scripts without capitals stay as they are: their letters may be joined.
    fn of(text: &str) -> Self {
        let last = text.chars().filter(|c| c.is_alphabetic()).max();
        match last.unwrap_or_default() {
            ..'\u{250}' => Self::Small,
            ..'\u{530}' | '\u{1e00}'..'\u{2000}' => Self::Full,
            _ => Self::No,
        }
    }
}

/// How hyphens are looked up.
const HYPHEN: ParagraphLook = ParagraphLook {
    size: 10.0,
    width: 100.0,
    indent: 0.0,
    alignment: Alignment::Ragged,
    is_hyphenated: false,
    is_italic: false,
    capitals: Capitals::No,
};

/// Sets paragraphs of one book.
pub(crate) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    embedded: EmbeddedFonts,
    /// Those beside the binary's own.
    families: &'static [&'static str],
    language: Option<Language>,
    hyphens: Option<Lang>,
    direction: BaseDirection,
    /// Hyphens of this size: upright, italic, bold, bold italic.
    hyphen_glyphs: Vec<Option<LineGlyph>>,
    pub(crate) missing: MissingGlyphs,
}

impl Typesetter {
    pub(crate) fn new(contents: &PreparedBook<'_>) -> Self {
        let tag = contents.language.as_deref().unwrap_or_default();
        let mut setter = Self {
            fonts: fonts::context(contents.texts()),
            layouts: LayoutContext::new(),
            embedded: EmbeddedFonts::default(),
            families: fonts::families(tag),
            language: Language::parse(tag).ok(),
            hyphens: hyphenation::language(tag),
            direction: match contents.is_right_to_left {
                true => BaseDirection::Rtl,
                false => BaseDirection::Auto,
            },
            hyphen_glyphs: Vec::new(),
            missing: MissingGlyphs::default(),
        };
        for (emphasis, strong) in [(false, false), (true, false), (false, true), (true, true)] {
            let mut layout = setter.layout("-", &[(0..1, emphasis, strong)], &HYPHEN);
            layout.break_all_lines(None);
            let line = layout.lines().next();
            let glyph = line.and_then(|line| setter.glyphs(&line, "-").pop());
            setter.hyphen_glyphs.push(glyph);
        }
        setter
    }

    /// The hyphen at the end of a line, which stands for the soft one in the text.
    fn hyphen(
        &self,
        is_italic: bool,
        is_bold: bool,
        size: f32,
        range: Range<usize>,
    ) -> Option<LineGlyph> {
        let at = usize::from(is_italic) + 2 * usize::from(is_bold);
        let hyphen = self.hyphen_glyphs.get(at)?.as_ref()?;
        Some(LineGlyph {
            font: hyphen.font.clone(),
            size,
            advance: hyphen.advance * size / HYPHEN.size,
            range,
            ..*hyphen
        })
    }

    /// Sets a line of plain text, such as a heading; it may become several.
    pub(crate) fn plain(&mut self, text: &str, look: &ParagraphLook) -> Vec<SetLine> {
        let capitals = match look.capitals {
            Capitals::No => Capitals::No,
            _ => Capitals::of(text),
        };
        let span = ProseSpan {
            text: match capitals {
                Capitals::Full => text.to_uppercase(),
                _ => text.to_owned(),
            },
            ..ProseSpan::default()
        };
        self.paragraph(&[span], &ParagraphLook { capitals, ..*look })
    }

    /// Sets a paragraph.
    pub(crate) fn paragraph(&mut self, spans: &[ProseSpan], look: &ParagraphLook) -> Vec<SetLine> {
        let mut text = String::new();
        let mut ranges = Vec::new();
        let last = spans.len().saturating_sub(1);
        for (at, span) in spans.iter().enumerate() {
            let start = text.len();
            let hyphens = self.hyphens.filter(|_| look.is_hyphenated);
            // The last word stays whole: half of it would be a line of its own.
            let whole = match at == last {
                true => span.text.rfind(' ').unwrap_or(0),
                false => span.text.len(),
            };
            let (divided, whole) = span.text.split_at(whole);
            hyphenation::hyphenate(divided, hyphens, &mut text);
            text.push_str(whole);
            ranges.push((start..text.len(), span.emphasis, span.strong));
        }
        let mut layout = self.layout(&text, &ranges, look);
        layout.set_text_indent(look.indent, IndentOptions::default());
        layout.break_all_lines(Some(look.width));
        let text: Arc<str> = text.into();
        let last = layout.len().saturating_sub(1);
        let lines = layout.lines().enumerate();
        lines
            .map(|(at, line)| {
                let frame = LineFrame {
                    width: look.width,
                    indent: if at == 0 { look.indent } else { 0.0 },
                    alignment: look.alignment,
                    is_last: at == last || line.break_reason() == BreakReason::Explicit,
                    is_right_to_left: layout.is_rtl(),
                };
                let glyphs = self.glyphs(&line, &text);
                SetLine::new(Arc::clone(&text), glyphs, &frame)
            })
            .collect()
    }

    fn layout(
        &mut self,
        text: &str,
        ranges: &[(Range<usize>, bool, bool)],
        look: &ParagraphLook,
    ) -> Layout<()> {
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.set_base_direction(self.direction);
        let named = std::iter::once(fonts::FAMILY).chain(self.families.iter().copied());
        let families = named.map(|name| FontFamilyName::Named(Cow::Borrowed(name)));
        let serif = FontFamilyName::Generic(GenericFamily::Serif);
        let families: Vec<FontFamilyName<'_>> = families.chain([serif]).collect();
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(
            &families,
        ))));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(StyleProperty::Locale(self.language));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(look.size)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if look.capitals != Capitals::No {
            builder.push_default(StyleProperty::LetterSpacing(look.size * 0.06));
        }
        if look.capitals == Capitals::Small {
            let features = FontFeature::parse_css_list("\"smcp\" 1").flatten();
            let features: Vec<FontFeature> = features.collect();
            builder.push_default(StyleProperty::FontFeatures(FontFeatures::List(
                features.into(),
            )));
        }
        for (range, emphasis, strong) in ranges {
            // Emphasis within italics is upright.
            if *emphasis != look.is_italic {
                builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
            }
            if *strong {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
            }
        }
        builder.build(text)
    }

    /// The glyphs of a line, from left to right, without the space at its end.
    fn glyphs(&mut self, line: &Line<'_, ()>, text: &str) -> Vec<LineGlyph> {
        let range = line.text_range();
        let content = text.get(range.clone()).unwrap_or_default();
        let end = range.start + content.trim_end().len();
        let is_divided =
            line.break_reason() == BreakReason::Regular && text[..end].ends_with(SOFT_HYPHEN);
        let divided_at = is_divided.then(|| end - SOFT_HYPHEN.len_utf8());
        let mut glyphs = Vec::new();
        for run in line.runs() {
            let font = self.embedded.get(run.font());
            let size = run.font_size();
            // A ligature's later letters, which come first where text runs from right to left.
            let mut later: Option<Range<usize>> = None;
            for cluster in run.visual_clusters() {
                let range = cluster.text_range();
                if range.start >= end {
                    continue;
                }
                if Some(range.start) == divided_at {
                    let attributes = run.font_attrs();
                    let is_italic = attributes.style != FontStyle::Normal;
                    let is_bold = attributes.weight.value() > 550.0;
                    glyphs.extend(self.hyphen(is_italic, is_bold, size, range));
                    continue;
                }
                if cluster.is_ligature_continuation() {
                    match glyphs.last_mut() {
                        Some(LineGlyph { range: known, .. }) if !run.is_rtl() => {
                            known.end = known.end.max(range.end);
                        }
                        _ => later = Some(joined(later, range)),
                    }
                    continue;
                }
                let range = joined(later.take(), range);
                let font = font.as_ref();
                self.missing_or(cluster, font, size, text, range, &mut glyphs);
            }
        }
        glyphs
    }

    /// Adds the glyphs of a cluster, or notes that they are missing.
    fn missing_or(
        &mut self,
        cluster: Cluster<'_, ()>,
        font: Option<&Font>,
        size: f32,
        text: &str,
        range: Range<usize>,
        glyphs: &mut Vec<LineGlyph>,
    ) {
        let content = text.get(range.clone()).unwrap_or_default();
        let first = content.chars().next().unwrap_or(SOFT_HYPHEN);
        if first == SOFT_HYPHEN || first.is_control() {
            return;
        }
        let is_missing = font.is_none() || cluster.glyphs().any(|glyph| glyph.id == 0);
        let Some(font) = font.filter(|_| !is_missing) else {
            self.missing.add(content);
            return;
        };
        let stretches = matches!(first, ' ' | '\u{a0}') || is_wide(first);
        let count = cluster.glyphs().count();
        for (at, glyph) in cluster.glyphs().enumerate() {
            glyphs.push(LineGlyph {
                font: font.clone(),
                size,
                id: glyph.id,
                advance: glyph.advance,
                x: glyph.x,
                y: glyph.y,
                range: range.clone(),
                stretches: stretches && at + 1 == count,
            });
        }
    }
}
