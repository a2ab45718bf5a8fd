use super::line::{Alignment, SetLine};
use super::setting::{Capitals, ParagraphLook, Typesetter};
use crate::contents::PreparedBook;
use crate::{Book, BookChapter, ExportError, ExportOptions, ProseBlock, ProseSpan, blocks};
use domain::Timestamp;
use uuid::Uuid;

const LOOK: ParagraphLook = ParagraphLook {
    size: 10.0,
    width: 220.0,
    indent: 13.0,
    alignment: Alignment::Justified,
    is_hyphenated: true,
    is_italic: false,
    capitals: Capitals::No,
};

const TEXT: &str = "The superintendent, whose *extraordinary* handwriting nobody could decipher, had \
    **unprofessionally** congratulated the representatives of the neighbouring municipality upon their \
    incomprehensible determination, and nobody remembered afterwards why.";

/// Sets in the fonts of a book that has this text.
fn setter(text: &str, language: &str) -> Result<Typesetter, ExportError> {
    let book = Book {
        id: Uuid::nil(),
        title: "Title".into(),
        author: String::new(),
        language: language.into(),
        dedication: String::new(),
        copyright: String::new(),
        front_matter: String::new(),
        back_matter: String::new(),
        contact: String::new(),
        cover: None,
        modified: Timestamp(0),
        chapters: vec![BookChapter {
            number: 1,
            text: text.into(),
            ..BookChapter::default()
        }],
    };
    let contents = PreparedBook::of(&book, &ExportOptions::default())?;
    Ok(Typesetter::new(&contents))
}

/// The lines of a text.
fn set(text: &str, language: &str, look: &ParagraphLook) -> Result<Vec<SetLine>, ExportError> {
    let mut setter = setter(text, language)?;
    let mut lines = Vec::new();
    for block in blocks(text) {
        if let ProseBlock::Paragraph(spans) = block {
            lines.extend(setter.paragraph(&spans, look));
        }
    }
    assert!(setter.missing.warnings().is_empty(), "{text}");
    Ok(lines)
}

/// Where a line begins and ends.
fn edges(line: &SetLine) -> (f32, f32) {
    let begin = line.runs.first().map_or(0.0, |run| run.x);
    let end = line.runs.last().map_or(0.0, |run| {
        let advances = run.glyphs.iter().map(|glyph| glyph.x_advance);
        run.x + advances.sum::<f32>() * run.size
    });
    (begin, end)
}

/// What a line prints, as a reader would copy it.
fn printed(line: &SetLine) -> String {
    let glyphs = line.runs.iter().flat_map(|run| &run.glyphs);
    let ranges = glyphs.filter_map(|glyph| line.text.get(glyph.text_range.clone()));
    ranges.collect::<String>().replace('\u{ad}', "-")
}

fn near(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.5
}

#[test]
fn lines_reach_both_edges_but_for_the_last() -> Result<(), ExportError> {
    let lines = set(TEXT, "en", &LOOK)?;
    assert!(lines.len() > 4, "{}", lines.len());
    for (at, line) in lines.iter().enumerate() {
        let (begin, end) = edges(line);
        let indent = if at == 0 { LOOK.indent } else { 0.0 };
        assert!(near(begin, indent), "line {at} begins at {begin}");
        match at + 1 == lines.len() {
            true => assert!(end < LOOK.width, "the last line ends at {end}"),
            false => assert!(
                near(end, LOOK.width),
                "line {at} ends at {end}: {}",
                printed(line)
            ),
        }
    }
    Ok(())
}

#[test]
fn long_words_are_divided_with_a_hyphen() -> Result<(), ExportError> {
    let shown = |language: &str| -> Result<Vec<String>, ExportError> {
        Ok(set(TEXT, language, &LOOK)?.iter().map(printed).collect())
    };
    let divided = shown("en")?;
    let ends = divided.iter().filter(|line| line.ends_with('-')).count();
    assert!(ends > 0, "{divided:?}");
    let text: String = divided
        .iter()
        .map(|line| match line.strip_suffix('-') {
            Some(line) => line.to_owned(),
            None => format!("{line} "),
        })
        .collect();
    assert_eq!(text.trim_end(), TEXT.replace('*', ""));
    // Without the rules of a language, no word is.
    assert!(!shown("tlh")?.iter().any(|line| line.ends_with('-')));
    Ok(())
}

#[test]
fn the_last_word_is_not_divided() -> Result<(), ExportError> {
    for width in 90_u8..150 {
        let look = ParagraphLook {
            width: f32::from(width),
            ..LOOK
        };
        let lines = set(
            "Nobody remembered afterwards the superintendent.",
            "en",
            &look,
        )?;
        let last = lines.last().map(printed).unwrap_or_default();
        assert!(last.ends_with("superintendent."), "{last}");
    }
    Ok(())
}

#[test]
fn a_glyph_of_two_letters_is_not_divided() -> Result<(), ExportError> {
    // Every pair of letters within a word: either two glyphs, or no place to divide it.
    let letters = "abcdefghijklmnopqrstuvwxyzäöüßéèêëçñøœæāąčćďěğģįķłńőřşšťůűźż";
    let faces = [(false, false), (true, false), (false, true), (true, true)];
    let mut setter = setter(letters, "en")?;
    for (one, (emphasis, strong)) in letters
        .chars()
        .flat_map(|one| faces.map(|face| (one, face)))
    {
        let pairs: String = letters
            .chars()
            .map(|other| format!("n{one}\u{ad}{other}n "))
            .collect();
        let spans = [ProseSpan {
            text: pairs.clone(),
            emphasis,
            strong,
        }];
        let look = ParagraphLook {
            width: 10_000.0,
            ..LOOK
        };
        let lines = setter.paragraph(&spans, &look);
        for glyph in lines
            .iter()
            .flat_map(|line| &line.runs)
            .flat_map(|run| &run.glyphs)
        {
            let text = pairs.get(glyph.text_range.clone()).unwrap_or_default();
            let is_divided = text.chars().count() > 1 && text.contains('\u{ad}');
            assert!(!is_divided || is_ligature_of(text), "{text:?}");
        }
    }
    Ok(())
}

/// Whether the rules of hyphenation leave this place out.
fn is_ligature_of(text: &str) -> bool {
    match text.split_once('\u{ad}') {
        Some((before, after)) => super::hyphenation::is_ligature(before, after),
        None => false,
    }
}

#[test]
fn emphasis_has_a_face_of_its_own() -> Result<(), ExportError> {
    let lines = set("one *two* **three** ***four***", "en", &LOOK)?;
    let fonts: Vec<_> = lines[0].runs.iter().map(|run| run.font.clone()).collect();
    let mut kinds = fonts.clone();
    kinds.dedup();
    assert_eq!(
        kinds.len(),
        6,
        "upright, italic, upright, bold, upright, bold italic"
    );
    assert!(fonts[1] != fonts[3] && fonts[3] != fonts[5] && fonts[1] != fonts[5]);
    Ok(())
}

#[test]
fn a_line_that_is_ended_by_hand_is_not_stretched() -> Result<(), ExportError> {
    let lines = set("Rose leaf\nfalls here\nand there", "en", &LOOK)?;
    let ends: Vec<f32> = lines.iter().map(|line| edges(line).1).collect();
    assert_eq!(ends.len(), 3);
    assert!(ends.iter().all(|end| *end < LOOK.width / 2.0), "{ends:?}");
    Ok(())
}

#[test]
fn a_word_without_an_end_is_broken_anywhere() -> Result<(), ExportError> {
    let lines = set(&"x".repeat(2_000), "en", &LOOK)?;
    let letters: usize = lines.iter().map(|line| printed(line).len()).sum();
    assert_eq!(letters, 2_000);
    assert!(lines.iter().all(|line| edges(line).1 <= LOOK.width + 0.5));
    Ok(())
}

#[test]
fn greek_and_cyrillic_are_in_the_binary() -> Result<(), ExportError> {
    for (language, text) in [
        ("el", "Άνοιξε την πόρτα πριν προλάβει να χτυπήσει ξανά."),
        (
            "ru",
            "Она открыла дверь прежде, чем он успел постучать снова.",
        ),
        ("pl", "Otworzyła drzwi, zanim zdążył zapukać ponownie."),
    ] {
        let lines = set(text, language, &LOOK)?;
        let first = &lines[0].runs[0].font;
        let runs = lines.iter().flat_map(|line| &line.runs);
        assert!(runs.into_iter().all(|run| run.font == *first), "{text}");
    }
    Ok(())
}
