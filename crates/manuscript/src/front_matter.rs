//! What stands before the first chapter: prose, or a title page and its like.

use crate::block::{BlockKind, ManuscriptContent, TextBlock};
use text::prose::ends_like_a_sentence;

/// Words of an imprint.
const IMPRINT: &[&str] = &[
    "all rights reserved",
    "copyright",
    "©",
    "isbn",
    "work of fiction",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "todos los derechos",
    "todos os direitos",
    "tutti i diritti",
    "все права защищены",
    "wszelkie prawa",
    "alle rechten voorbehouden",
    "no part of this",
    "版权所有",
    "著作権",
    "published by",
    "produced by",
    "printed in",
    "first edition",
    "typeset",
];

/// Words before the name of an author.
const BY: &[&str] = &[
    "by ",
    "By ",
    "BY ",
    "von ",
    "par ",
    "por ",
    "di ",
    "door ",
    "av ",
    "written by ",
];

/// Whether blocks are prose: sentences, enough of them, and no imprint.
pub(crate) fn is_prose(blocks: &[TextBlock]) -> bool {
    let (mut words, mut sentences) = (0, 0);
    for block in blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
    {
        let count = domain::text::count_words(&block.text);
        if count >= 5 && ends_like_a_sentence(&block.text) && !is_imprint(&block.text) {
            words += count;
            sentences += 1;
        }
    }
    words >= 80 || (sentences >= 2 && words >= 30)
}

/// Whether a paragraph belongs to an imprint.
pub(crate) fn is_imprint(text: &str) -> bool {
    if text.len() > 3_000 {
        return false;
    }
    let lower = text.to_lowercase();
    IMPRINT.iter().any(|words| lower.contains(words))
}

/// Takes the title and the author from a title page, where the file does not tell them.
pub(crate) fn read_title_page(content: &mut ManuscriptContent, lines: &[&str]) {
    let plain = |line: &str| {
        line.trim()
            .trim_matches(['*', '#', '_', '“', '”', '"'])
            .trim()
            .to_owned()
    };
    let is_name = |line: &str| {
        let words = line.split_whitespace().count();
        (1..=5).contains(&words)
            && line.chars().next().is_some_and(char::is_uppercase)
            && !line.ends_with('.')
    };
    let all = || {
        lines
            .iter()
            .take(12)
            .map(|line| plain(line))
            .filter(|line| !line.is_empty())
    };
    // "by" may stand in a line of its own.
    let behind = all().skip_while(|line| line.to_lowercase() != "by").nth(1);
    let behind = behind.filter(|name| is_name(name));
    let author = all().find_map(|line| {
        let name = BY
            .iter()
            .find_map(|by| line.strip_prefix(by))?
            .trim()
            .to_owned();
        is_name(&name).then_some(name)
    });
    let author = author.or(behind);
    let first = all().next().filter(|line| {
        let is_by = BY.iter().any(|by| line.starts_with(by));
        line.chars().count() <= 80
            && !is_by
            && !is_imprint(line)
            && !crate::heading::is_contents(line)
    });
    if content.author.is_empty()
        && let Some(author) = author
    {
        content.author = author;
    }
    if content.title.is_empty()
        && let Some(first) = first
    {
        content.title = first;
    }
}
