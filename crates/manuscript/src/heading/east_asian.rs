//! Headings in Chinese, Japanese and Korean: "第十二章", "第3話", "제 1 장".

use super::heading_kind::{Heading, HeadingKind, Titled};
use crate::heading::numbers;

/// The longest title behind a number, in characters.
const MOST_TITLE: usize = 40;

/// Reads a line that is short and trimmed.
pub(super) fn parsed(line: &str) -> Option<Heading> {
    let line = line.trim_matches([
        '【', '】', '「', '」', '《', '》', '［', '］', ' ', '\u{3000}',
    ]);
    let first = line.chars().next()?;
    let (rest, korean) = match first {
        '第' => (&line[first.len_utf8()..], false),
        '제' => (&line[first.len_utf8()..], true),
        // "1장" and "12화" alone.
        c if numbers::figure(c).is_some() => (line, true),
        _ => return None,
    };
    let is_marked = rest.len() < line.len();
    let rest = rest.trim_start();
    let end = rest
        .char_indices()
        .take(16)
        .find(|(_, c)| !is_numeral(*c))
        .map(|(at, _)| at)?;
    let number = value(&rest[..end])?;
    let behind = rest[end..].trim_start();
    let unit = behind.chars().next()?;
    let title = &behind[unit.len_utf8()..];
    let kind = kind(unit, korean)?;
    let title_of = title.trim_start_matches([
        ' ', '\u{3000}', '：', ':', '、', '-', '—', '－', '.', '．', '|',
    ]);
    let is_parted = title_of.len() < title.len();
    let titled = match title_of.is_empty() {
        true => Titled::No,
        false => Titled::Yes,
    };
    let is_sentence = title_of.contains(['。', '，', ','])
        || title_of.ends_with(['、', '다', '.'])
        || (title_of.contains('、') && !is_parted);
    let is_title = title_of.is_empty()
        || (!is_sentence
            && title_of.chars().count() <= MOST_TITLE
            && (is_parted || (is_marked && !korean)));
    // "1장" is a heading only alone.
    let stands = is_marked || title_of.is_empty();
    (is_title && stands).then_some(Heading {
        kind,
        number: Some(number),
        titled,
    })
}

const fn kind(unit: char, korean: bool) -> Option<HeadingKind> {
    match (unit, korean) {
        ('章' | '话' | '話' | '回' | '节' | '節' | '集' | '幕' | '夜', false)
        | ('장' | '화' | '회', true) => Some(HeadingKind::Chapter),
        ('部' | '卷' | '篇' | '編' | '编' | '巻', false) | ('부' | '편' | '권' | '막', true) => {
            Some(HeadingKind::Part)
        }
        _ => None,
    }
}

fn is_numeral(c: char) -> bool {
    numbers::figure(c).is_some() || digit(c).is_some() || unit(c).is_some()
}

const fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壱' | '壹' => 1,
        '二' | '弐' | '贰' | '两' => 2,
        '三' | '参' | '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

const fn unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// The value of a short run of figures or of Chinese numerals.
pub(super) fn value(run: &str) -> Option<u32> {
    if run.is_empty() || run.chars().count() > 10 {
        return None;
    }
    if let Some(value) = numbers::figures(run) {
        return Some(value);
    }
    let (mut value, mut digits) = (0_u32, None);
    for c in run.chars() {
        if let Some(unit) = unit(c) {
            value = value.checked_add(unit * digits.take().unwrap_or(1))?;
        } else {
            let figure = digit(c).or_else(|| numbers::figure(c))?;
            digits = Some(
                digits
                    .unwrap_or(0_u32)
                    .checked_mul(10)?
                    .checked_add(figure)?,
            );
            if digits > Some(9999) {
                return None;
            }
        }
    }
    value.checked_add(digits.unwrap_or(0))
}
