//! Labels that models put before titles and beats: the studio numbers chapters and beats itself.

use text::prose;
/// What a chapter is called before its number, in lower case.
const CHAPTER: [&str; 12] = [
    "chapter",
    "chap.",
    "part",
    "kapitel",
    "chapitre",
    "capítulo",
    "capitulo",
    "capitolo",
    "hoofdstuk",
    "rozdział",
    "глава",
    "episode",
];

/// A title without marks around it and without the number of its chapter, which is one of `numbers`. One that is
/// nothing but a number is empty.
pub(super) fn title(written: &str, numbers: &[u32]) -> String {
    let line = written.lines().find(|line| !line.trim().is_empty());
    let bare = unmarked(line.unwrap_or_default());
    let lower = bare.to_lowercase();
    let named = CHAPTER.iter().find_map(|word| {
        let rest = lower.strip_prefix(word)?;
        // Lower case may have another length: what is left is cut off the end.
        let rest = bare.get(bare.len().checked_sub(rest.len())?..)?;
        after_number(rest.strip_prefix(' ')?, None)
    });
    let asian = || {
        let (number, rest) = bare.strip_prefix('第')?.split_once('章')?;
        (number.chars().count() <= 4).then_some(rest)
    };
    let named = named.or_else(asian);
    let rest = match named {
        // "Part 2" alone is a title where nothing else is said; "Chapter 2" is none.
        Some(rest) if separated(rest).is_empty() => match lower.starts_with("part") {
            true => bare,
            false => "",
        },
        Some(rest) if rest.starts_with(SEPARATORS) || rest.starts_with(char::is_whitespace) => {
            match has_separator(rest) {
                true => separated(rest),
                false => bare,
            }
        }
        Some(_) => bare,
        None => after_number(bare, Some(numbers))
            .filter(|rest| has_separator(rest))
            .map(separated)
            .filter(|rest| !rest.is_empty())
            .unwrap_or(bare),
    };
    unmarked(rest).to_owned()
}

const SEPARATORS: [char; 9] = [':', '.', ')', '-', '–', '—', '|', '：', '、'];

fn has_separator(rest: &str) -> bool {
    rest.trim_start().starts_with(SEPARATORS)
}

/// What stands behind the separator.
fn separated(rest: &str) -> &str {
    rest.trim_start_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(&c))
        .trim()
}

/// The text behind a number: figures, a Roman number or a word. Bare figures have to be one of those that are meant.
fn after_number<'t>(text: &'t str, only: Option<&[u32]>) -> Option<&'t str> {
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let figures = number.parse::<u32>().ok();
    let is_number = match only {
        Some(numbers) => figures.is_some_and(|number| numbers.contains(&number)),
        None => {
            let lower = number.to_lowercase();
            let roman = |number: &str| number.chars().all(|c| "IVXLC".contains(c));
            figures.is_some()
                || prose::number(&lower).is_some()
                || (!number.is_empty() && number.len() <= 7 && roman(number))
        }
    };
    is_number.then_some(rest)
}

/// Beats without the numbers and dashes before them.
pub(super) fn beats(written: Vec<String>) -> Vec<String> {
    let written: Vec<String> = match written.len() {
        // All of them on one line: "1. … 2. …"
        1 => divided(&written[0]),
        _ => written,
    };
    let numbered = |(at, beat): (usize, &String)| after_place(beat, at + 1).is_some();
    let all_numbered = written.iter().enumerate().all(numbered);
    let beats = written.iter().enumerate().map(|(at, beat)| {
        let beat = beat.trim();
        let beat = ["- ", "* ", "• ", "– ", "— ", "+ "]
            .iter()
            .find_map(|mark| beat.strip_prefix(mark))
            .unwrap_or(beat);
        let beat = lettered(beat).unwrap_or(beat);
        let beat = match after_place(beat, at + 1) {
            Some(rest) if all_numbered || written.len() > 1 => rest,
            _ => beat,
        };
        unmarked(labelled(beat).or_else(|| named(beat)).unwrap_or(beat)).to_owned()
    });
    beats.filter(|beat| !beat.is_empty()).collect()
}

/// What stands behind "2." or "2)", where that is its place.
fn after_place(beat: &str, place: usize) -> Option<&str> {
    let beat = beat.trim_start();
    let rest = beat
        .trim_start_matches(['(', '['])
        .strip_prefix(&place.to_string())?
        .strip_prefix(['.', ')', ':', ']'])?;
    rest.starts_with(char::is_whitespace)
        .then(|| rest.trim_start())
}

/// What stands behind "a) " or "(a) ".
fn lettered(beat: &str) -> Option<&str> {
    let beat = beat.strip_prefix('(').unwrap_or(beat);
    let rest = beat.strip_prefix(|c: char| c.is_ascii_alphabetic())?;
    rest.strip_prefix(") ").map(str::trim_start)
}

/// What stands behind "**Opening:** ".
fn named(beat: &str) -> Option<&str> {
    const MOST_WORDS: usize = 4;
    let (name, rest) = beat.strip_prefix("**")?.split_once("**")?;
    let is_short = name.split_whitespace().count() <= MOST_WORDS;
    let behind = match name.ends_with([':', '：']) {
        true => rest,
        false => rest.strip_prefix([':', '：', '–', '—'])?,
    };
    let behind = behind.trim_start();
    (is_short && !behind.is_empty()).then_some(behind)
}

/// What stands behind "Beat 2:" or "Scene 2 -".
fn labelled(beat: &str) -> Option<&str> {
    let plain = beat.trim_start_matches('*');
    let lower = plain.to_lowercase();
    let label = ["beat ", "scene ", "step ", "szene "]
        .iter()
        .find(|label| lower.starts_with(**label))?;
    let rest = plain.get(label.len()..)?;
    let rest = after_number(rest, None)?;
    has_separator(rest)
        .then(|| separated(rest).trim_start_matches('*').trim_start())
        .filter(|rest| !rest.is_empty())
}

/// One text with several numbered beats in a row.
fn divided(text: &str) -> Vec<String> {
    let (mut beats, mut rest, mut place) = (Vec::new(), text.trim(), 1);
    if after_place(rest, 1).is_none() {
        return vec![text.to_owned()];
    }
    loop {
        place += 1;
        let next = [format!(" {place}. "), format!(" {place}) ")]
            .iter()
            .filter_map(|mark| rest.find(mark.as_str()))
            .min();
        let Some(at) = next else {
            beats.push(rest.to_owned());
            return beats;
        };
        let (beat, after) = rest.split_at(at);
        beats.push(beat.to_owned());
        rest = after.trim_start();
    }
}

/// A line without the marks of headings, emphasis and quotation around it.
pub(super) fn unmarked(line: &str) -> &str {
    let mut line = line.trim().trim_start_matches('#').trim();
    loop {
        let pairs = [
            ("**", "**"),
            ("__", "__"),
            ("*", "*"),
            ("_", "_"),
            ("\"", "\""),
            ("“", "”"),
            ("„", "“"),
            ("«", "»"),
        ];
        let inner = pairs.iter().find_map(|(open, close)| {
            let inner = line.strip_prefix(open)?.strip_suffix(close)?;
            let plain = !inner.contains(open) && !inner.contains(close);
            (plain && !inner.is_empty()).then(|| inner.trim())
        });
        match inner {
            Some(inner) => line = inner,
            None => return line,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_loses_the_number_of_its_chapter() {
        for (written, kept) in [
            ("Chapter 3: The Light", "The Light"),
            ("CHAPTER THREE — The Light", "The Light"),
            ("Chapter III. The Light", "The Light"),
            ("**Chapter 3: The Light**", "The Light"),
            ("# Chapter 3 - \"The Light\"", "The Light"),
            ("3. The Light", "The Light"),
            ("3) The Light", "The Light"),
            ("03: The Light", "The Light"),
            ("**The Light**", "The Light"),
            ("“The Light”", "The Light"),
            ("Kapitel 3: Das Licht", "Das Licht"),
            ("第三章：光", "光"),
            ("Chapter 3", ""),
            ("Part 3", "Part 3"),
            ("The Light", "The Light"),
            ("1984", "1984"),
            ("7. Juli", "7. Juli"),
            ("3 Sisters", "3 Sisters"),
            ("Chapter and Verse", "Chapter and Verse"),
            ("Part of the Sea", "Part of the Sea"),
            ("The “Light” and the “Dark”", "The “Light” and the “Dark”"),
            ("Chapter 3: The Light\nIn which she climbs", "The Light"),
            ("", ""),
        ] {
            assert_eq!(title(written, &[3]), kept, "{written}");
        }
    }

    #[test]
    fn beats_lose_their_numbers_and_keep_their_words() {
        let kept = |beats_: &[&str]| beats(beats_.iter().map(|beat| (*beat).to_owned()).collect());
        let plain = ["Mara climbs.", "The radio speaks."];
        for written in [
            ["1. Mara climbs.", "2. The radio speaks."],
            ["1) Mara climbs.", "2) The radio speaks."],
            ["- Mara climbs.", "• The radio speaks."],
            ["Beat 1: Mara climbs.", "**Beat 2:** The radio speaks."],
            ["(1) Mara climbs.", "b) The radio speaks."],
            [
                "**Opening:** Mara climbs.",
                "**The turn**: The radio speaks.",
            ],
            ["*Mara climbs.*", "Scene 2 – The radio speaks."],
        ] {
            assert_eq!(kept(&written), plain, "{written:?}");
        }
        assert_eq!(kept(&["1. Mara climbs. 2. The radio speaks."]), plain);
        assert_eq!(
            kept(&["1914. War comes.", " ", "3 men leave."]),
            ["1914. War comes.", "3 men leave."]
        );
        assert_eq!(
            kept(&["Scene and counter-scene."]),
            ["Scene and counter-scene."]
        );
    }
}
