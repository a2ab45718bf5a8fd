//! Headings that nothing marks as such: "Chapter One", "Erstes Kapitel", "第十二章", "IV".
//!
//! A line is looked at once, and only if it is short. What it says alone is decided here; whether it is a heading among
//! the others, for instance because bare numbers count up, is decided by whoever sees all of them.

mod east_asian;
mod heading_kind;
mod numbers;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use heading_kind::{Heading, HeadingKind, Titled};
pub(crate) use words::is_contents;

/// The longest heading, in bytes.
const LONGEST: usize = 360;

/// The longest title behind a number, in characters; behind a mark of punctuation, and without one.
const LONG_TITLE: usize = 140;
const SHORT_TITLE: usize = 60;

/// Reads a line, without emphasis.
pub(crate) fn parsed(line: &str) -> Option<Heading> {
    let line = bare(line);
    if line.is_empty() || line.len() > LONGEST {
        return None;
    }
    east_asian::parsed(line)
        .or_else(|| special(line))
        .or_else(|| with_word(line))
        .or_else(|| ordinal_first(line))
        .or_else(|| number(line))
}

/// A line without the marks that a person draws around a heading.
pub(crate) fn bare(line: &str) -> &str {
    let around = |c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '#' | '=' | '~' | '-' | '–' | '—' | '•')
    };
    line.trim_matches(around)
}

/// Whether a line alone may be a title: short, beginning like one, and no sentence.
pub(crate) fn is_title(text: &str) -> bool {
    let line = bare(text);
    let begins = line
        .chars()
        .next()
        .is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase());
    let ends = line.ends_with([
        '.', ',', ';', ':', '!', '?', '…', '”', '"', '»', '—', '–', '。', '」', '！', '？',
    ]);
    let is_short = line.len() <= LONGEST && line.chars().count() <= SHORT_TITLE;
    begins && !ends && is_short && !line.contains('\n')
}

fn special(line: &str) -> Option<Heading> {
    let lower = line.to_lowercase();
    let end = lower.find(|c: char| !(c.is_alphanumeric() || c == '-'));
    let word = lower[..end.unwrap_or(lower.len())].trim_end_matches('-');
    if !words::is_special(word) {
        return None;
    }
    let (is_title, titled) = title(&lower[word.len()..], &lower[word.len()..]);
    // "Introduction to the case" and "prologue of a war" are words of a sentence.
    let stands =
        titled == Titled::No || lower[word.len()..].starts_with([':', '.', '–', '—', '-', ' ']);
    let parted = lower[word.len()..]
        .trim_start()
        .starts_with([':', '.', '–', '—', '-']);
    (is_title && stands && (titled == Titled::No || parted)).then_some(Heading {
        kind: HeadingKind::Special,
        number: None,
        titled,
    })
}

/// "Chapter One", "CHAPTER IV. The Storm", "Глава пятая", "פרק א".
fn with_word(line: &str) -> Option<Heading> {
    let (word, rest) = first_word(line);
    let kind = kind(word.trim_end_matches('.'))?;
    let rest = rest.trim_start();
    let (second, behind) = first_word(rest);
    // "Chapter the First", "Chapter No. 3".
    let is_filler = matches!(
        second.to_lowercase().as_str(),
        "the" | "no." | "nr." | "n°" | "№" | "số"
    );
    let (second, behind) = match is_filler {
        true => first_word(behind.trim_start()),
        false => (second, behind),
    };
    let trimmed = second.trim_end_matches([':', '.', ',', ')', '|', '–', '—', '。']);
    let behind_number = &rest[rest.len() - behind.len() - (second.len() - trimmed.len())..];
    let trimmed = trimmed.trim_start_matches(['(', '[', '#']);
    let named = numbers::value(trimmed).or_else(|| numbers::letters(trimmed));
    match named {
        Some(value) => {
            let (value, behind) = with_unit(value, trimmed, behind_number);
            let (is_title, titled) = title(behind, line);
            is_title.then_some(Heading {
                kind,
                number: Some(value),
                titled,
            })
        }
        None => unknown_number(kind, line, rest),
    }
}

/// "Twenty One": a ten in one word and a unit in the next.
fn with_unit<'l>(value: u32, word: &str, behind: &'l str) -> (u32, &'l str) {
    let is_ten = (20..100).contains(&value)
        && value.is_multiple_of(10)
        && !word.starts_with(|c: char| c.is_ascii_digit());
    let (next, after) = first_word(behind.trim_start());
    let trimmed = next.trim_end_matches([':', '.', '–', '—']);
    let unit = numbers::words(&trimmed.to_lowercase()).filter(|unit| (1..10).contains(unit));
    match unit {
        Some(unit) if is_ten && behind.starts_with(' ') => {
            let left = after.len() + next.len() - trimmed.len();
            (value + unit, &behind[behind.len() - left..])
        }
        _ => (value, behind),
    }
}

/// "Chapter Forty-Two and a Half": a number that no list has. Such a line is short and begins like a heading.
fn unknown_number(kind: HeadingKind, line: &str, rest: &str) -> Option<Heading> {
    let is_capital = line.chars().next().is_some_and(|c| !c.is_lowercase());
    let words = rest.split_whitespace().count();
    let next_is_capital = rest
        .chars()
        .next()
        .is_some_and(|c| !c.is_lowercase() && c.is_alphabetic());
    let is_short = (1..=3).contains(&words) && !ends_like_speech(rest) && !rest.ends_with('.');
    (kind == HeadingKind::Chapter && is_capital && next_is_capital && is_short).then_some(Heading {
        kind,
        number: None,
        titled: Titled::Yes,
    })
}

/// "Erstes Kapitel", "3. fejezet", "Первая глава", "The First Chapter".
fn ordinal_first(line: &str) -> Option<Heading> {
    let line = line
        .strip_prefix("The ")
        .or_else(|| line.strip_prefix("THE "))
        .unwrap_or(line);
    let (first, rest) = first_word(line);
    let rest = rest.trim_start();
    let (second, behind) = first_word(rest);
    let word = second.trim_end_matches(['.', ':', '–', '—', ',']);
    let kind = kind(word)?;
    let trimmed = first.trim_end_matches(['.', ')']);
    let value = numbers::value(trimmed)?;
    let behind = &rest[rest.len() - behind.len() - (second.len() - word.len())..];
    let (is_title, titled) = title(behind, line);
    // "One book" is a part of a sentence; "Book" beside a figure needs to be alone.
    let is_sure = kind == HeadingKind::Chapter || titled == Titled::No;
    (is_title && is_sure).then_some(Heading {
        kind,
        number: Some(value),
        titled,
    })
}

/// "12", "IV.", "十二", "Seven", "3. The Storm".
fn number(line: &str) -> Option<Heading> {
    let around = |c: char| matches!(c, '(' | ')' | '[' | ']' | '.' | ':' | '<' | '>' | ' ');
    let alone = line.trim_matches(around);
    let is_word = |text: &str| {
        text.chars()
            .all(|c| c.is_alphabetic() || c == '-' || c == ' ')
            && text.len() <= 24
    };
    let value = numbers::plain(alone)
        .or_else(|| east_asian::value(alone))
        .or_else(|| {
            is_word(alone)
                .then(|| numbers::words(&alone.to_lowercase()))
                .flatten()
        });
    if let Some(value) = value {
        return Some(Heading {
            kind: HeadingKind::Number,
            number: Some(value),
            titled: Titled::No,
        });
    }
    let (first, rest) = first_word(line);
    let trimmed = first.trim_end_matches(['.', ':', ')']);
    let value = numbers::plain(trimmed)?;
    let is_parted =
        trimmed.len() < first.len() || rest.trim_start().starts_with(['-', '–', '—', '|']);
    let (is_title, titled) = title(&line[trimmed.len()..], line);
    let title = rest.trim_start_matches([' ', '-', '–', '—', '|', '\t']);
    let is_short = title.chars().count() <= SHORT_TITLE && !title.ends_with(['.', ',', ';', '。']);
    let begins = title
        .chars()
        .next()
        .is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase());
    // "I Am a Cat" is a sentence; "7 Days" is a heading among others that count up.
    let is_figure = trimmed.starts_with(|c: char| numbers::figure(c).is_some());
    (is_title && is_short && begins && (is_parted || is_figure)).then_some(Heading {
        kind: HeadingKind::Number,
        number: Some(value),
        titled,
    })
}

/// What a word is the heading of.
fn kind(word: &str) -> Option<HeadingKind> {
    if word.len() > 32 || !word.chars().next().is_some_and(char::is_alphabetic) {
        return None;
    }
    let lower = word.to_lowercase();
    match () {
        () if words::is_chapter(&lower) => Some(HeadingKind::Chapter),
        () if words::is_part(&lower) => Some(HeadingKind::Part),
        () => None,
    }
}

/// Whether what stands behind a number may be a title, and whether anything does. Behind punctuation it may be long;
/// without, it has to begin like a title, or else the line is a sentence: "Chapter 1 was the hardest."
fn title(behind: &str, line: &str) -> (bool, Titled) {
    let marks = |c: char| {
        matches!(
            c,
            '.' | ':' | ',' | ')' | ']' | '|' | '-' | '–' | '—' | '\t' | '。' | '：'
        )
    };
    let after = behind.trim_start_matches(|c: char| marks(c) || c.is_whitespace());
    if after.is_empty() {
        return (true, Titled::No);
    }
    let mut lead = behind[..behind.len() - after.len()].chars();
    let is_parted = lead.any(marks);
    let length = after.chars().count();
    if is_parted {
        return (
            length <= LONG_TITLE && !behind.starts_with(','),
            Titled::Yes,
        );
    }
    let begins = after.chars().next().is_some_and(|c| !c.is_lowercase());
    let is_parted_by_space = lead.count() > 0 || behind.starts_with(char::is_whitespace);
    let is_sentence = after.ends_with('.') && line.split_whitespace().count() > 5;
    (
        begins
            && is_parted_by_space
            && length <= SHORT_TITLE
            && !is_sentence
            && !ends_like_speech(after),
        Titled::Yes,
    )
}

fn ends_like_speech(text: &str) -> bool {
    text.ends_with(['”', '"', '»', ',', ';', '…'])
}

/// The first word, and what follows it.
fn first_word(line: &str) -> (&str, &str) {
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    line.split_at(end)
}
