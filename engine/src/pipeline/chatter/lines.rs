//! Lines that are no part of a story, each known by more than one sign.

/// How an assistant begins to speak, in lower case.
const POLITE: &[&str] = &[
    "sure",
    "certainly",
    "of course",
    "absolutely",
    "okay",
    "ok",
    "alright",
    "all right",
    "understood",
    "got it",
    "great",
    "gladly",
    "gerne",
    "natürlich",
    "selbstverständlich",
    "klar",
    "bien sûr",
    "d'accord",
    "certainement",
    "por supuesto",
    "claro",
    "certo",
    "certamente",
    "natuurlijk",
    "конечно",
    "好的",
    "当然",
    "はい",
    "承知",
    "물론",
];

/// How an answer is announced.
const ANNOUNCED: &[&str] = &[
    "here is",
    "here's",
    "here are",
    "below is",
    "the following is",
    "this is the",
    "let's write",
    "let us write",
    "let me write",
    "i'll write",
    "i will write",
    "i've written",
    "i have written",
    "i'll continue",
    "i will continue",
    "let me continue",
    "let's continue",
    "continuing from",
    "hier ist",
    "hier kommt",
    "voici",
    "aquí está",
    "aquí tienes",
    "ecco",
    "aqui está",
    "hier volgt",
    "hier is",
    "här är",
    "oto",
    "вот",
    "以下是",
    "这是",
    "以下は",
    "以下に",
    "こちらが",
    "다음은",
];

/// What is announced.
const WORK: &[&str] = &[
    "scene",
    "chapter",
    "draft",
    "passage",
    "continuation",
    "excerpt",
    "revised",
    "rewritten",
    "version",
    "story",
    "prose",
    "text",
    "szene",
    "kapitel",
    "fassung",
    "entwurf",
    "fortsetzung",
    "scène",
    "chapitre",
    "suite",
    "escena",
    "capítulo",
    "continuación",
    "scena",
    "capitolo",
    "cena",
    "hoofdstuk",
    "rozdział",
    "сцена",
    "глава",
    "章",
    "场景",
    "内容",
    "正文",
    "シーン",
    "本文",
    "장면",
];

/// What an assistant offers at the end.
const OFFERS: &[&str] = &[
    "would you like me to",
    "do you want me to",
    "shall i continue",
    "should i continue",
    "shall i go on",
    "let me know if you'd like",
    "let me know if you would like",
    "let me know if you want",
    "let me know if you need",
    "let me know if there",
    "let me know what you think",
    "let me know if this",
    "feel free to",
    "i hope you enjoy",
    "i hope this meets",
    "i hope this works",
    "i hope this helps",
    "i hope this scene",
    "i hope this captures",
    "if you'd like me to",
    "if you would like me to",
    "please let me know",
    "möchtest du, dass ich",
    "soll ich ",
    "souhaitez-vous que je",
    "¿quieres que",
    "¿te gustaría que",
    "vuoi che ",
];

/// Words one of which an offer has.
const OFFERED: &[&str] = &[
    "continue",
    "next",
    "scene",
    "chapter",
    "write",
    "revise",
    "adjust",
    "change",
    "version",
    "edit",
    "enjoy",
    "anything else",
    "proceed",
    "expand",
    "tweak",
    "think",
    "fortfahren",
    "weiter",
    "continu",
    "siguiente",
    "prossim",
];

/// What a text ends with that is over.
const ENDS: &[&str] = &[
    "the end",
    "end",
    "fin",
    "ende",
    "end of scene",
    "end of chapter",
    "end of the scene",
    "end of the chapter",
    "end of story",
    "end of the story",
    "to be continued",
    "fade to black",
    "ende der szene",
    "ende des kapitels",
    "fin de la scène",
    "fin du chapitre",
    "全文完",
    "本章完",
    "完",
    "終",
];

/// A line without case, marks and the form of its apostrophes.
pub(super) fn plain(line: &str) -> String {
    let marks = |c: char| !c.is_alphanumeric();
    let line = line.trim_matches(marks).to_lowercase();
    line.replace('’', "'")
}

/// Whether somebody announces a scene: as an assistant does, of the work, with a colon; or in two of these ways, where
/// no people in a story do.
pub(super) fn is_preamble(line: &str) -> bool {
    let line = line.trim();
    if line.chars().count() > 300 || line.starts_with(['“', '"', '«', '„', '「', '—', '–'])
    {
        return false;
    }
    let plain = plain(line);
    let polite = POLITE.iter().find(|word| starts_with_word(&plain, word));
    let rest = polite.map_or(plain.as_str(), |word| {
        plain[word.len()..].trim_start_matches(|c: char| !c.is_alphanumeric())
    });
    let announced = ANNOUNCED.iter().any(|words| rest.starts_with(words));
    let of_work = WORK.iter().any(|word| has_word(rest, word));
    let has_colon = line.trim_end_matches(['*', '_']).ends_with([':', '：']);
    match (polite.is_some(), announced) {
        (true, true) => of_work || has_colon,
        (true, false) => of_work && has_colon,
        // "Here is the story of my life:" may be the story.
        (false, true) => has_colon && of_work && !has_word(rest, "my") && !has_word(rest, "our"),
        (false, false) => false,
    }
}

/// Whether a line is a heading or a label, and no sentence.
pub(super) fn is_heading(line: &str, title: &str) -> bool {
    let line = line.trim();
    let hashes = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') {
        return true;
    }
    let is_bold = line.len() > 4 && line.starts_with("**") && line.ends_with("**");
    let is_boxed = line.starts_with('[') && line.ends_with(']');
    let bare = line.trim_matches(['*', '_', '[', ']', ' ']);
    let is_short = bare.chars().count() < 80;
    let is_sentence = bare.ends_with(['.', '”', '"', '?', '!', '…']);
    let is_title = !title.is_empty() && plain(line) == plain(title);
    let is_label = is_short && !is_sentence && is_labelled(bare);
    let named = ["title:", "scene:", "chapter:", "setting:", "pov:", "titel:"];
    let is_field = is_short
        && named
            .iter()
            .any(|name| bare.to_lowercase().starts_with(name));
    is_label || ((is_bold || is_boxed || is_short) && (is_field || is_title && !is_sentence))
}

/// "Scene 4: The quay", "chapter two", "第一章".
fn is_labelled(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words = [
        "chapter ",
        "scene ",
        "kapitel ",
        "szene ",
        "chapitre ",
        "scène ",
        "capítulo ",
        "escena ",
        "capitolo ",
        "scena ",
        "hoofdstuk ",
        "prologue",
        "epilogue",
    ];
    let asian = lower.starts_with('第') && lower.contains(['章', '场', '幕', '話']);
    let named = words.iter().any(|word| {
        let Some(rest) = lower.strip_prefix(word) else {
            return false;
        };
        if !word.ends_with(' ') {
            return rest.is_empty() || rest.starts_with([':', ' ']);
        }
        let end = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let (number, rest) = rest.split_at(end);
        let ends = rest.is_empty()
            || rest
                .trim_start()
                .starts_with([':', '.', '-', '–', '—', '|']);
        ends && is_number(number)
    });
    named || (asian && line.chars().count() < 30)
}

fn is_number(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "eins", "zwei", "drei", "un", "deux", "trois", "uno", "dos", "tres",
    ];
    word.parse::<u32>().is_ok()
        || WORDS.contains(&word)
        || (!word.is_empty() && word.chars().all(|c| "ivxl".contains(c)))
}

/// Whether a line divides, and says nothing.
pub(super) fn is_rule(line: &str) -> bool {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    line.len() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '-' | '*' | '_' | '=' | '~' | '#' | '⁂'))
}

/// Whether a last line is said about the text, and not in it.
pub(super) fn is_closing(line: &str) -> bool {
    let trimmed = line.trim();
    if trimmed.starts_with("```") {
        return true;
    }
    let starts_spoken = trimmed.starts_with(['“', '"', '«', '„', '「', '‘', '\'']);
    if starts_spoken || trimmed.chars().count() > 600 {
        return false;
    }
    let plain = plain(trimmed);
    is_end(trimmed, &plain)
        || is_count(trimmed, &plain)
        || is_note(&plain)
        || is_teaser(trimmed, &plain)
        || is_turn(trimmed)
        || (OFFERS.iter().any(|offer| plain.starts_with(offer))
            && OFFERED.iter().any(|word| plain.contains(word)))
}

fn is_end(line: &str, plain: &str) -> bool {
    let without_number = plain.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let is_known = ENDS.contains(&plain) || ENDS.contains(&without_number);
    // "End." alone may be said; "THE END", "[END]" and "The End" are none of the story.
    let is_sentence = line.ends_with(['.', '!', '?', '…', ',']);
    is_known && (plain.contains(' ') || !plain.is_ascii() || !is_sentence)
}

/// "(Word count: 95)", "[97 words]".
fn is_count(line: &str, plain: &str) -> bool {
    let boxed = line.starts_with(['(', '[', '*', '_', '~']);
    let digits = plain.chars().any(|c| c.is_ascii_digit());
    let counted = [
        "words", "wörter", "mots", "palabras", "parole", "字", "tokens",
    ]
    .iter()
    .any(|word| plain.ends_with(word));
    let named = [
        "word count",
        "wordcount",
        "words:",
        "total words",
        "wortzahl",
        "字数",
    ]
    .iter()
    .any(|name| plain.starts_with(name));
    digits && (named || (boxed && counted && plain.chars().count() < 40))
}

fn is_note(plain: &str) -> bool {
    [
        "author's note",
        "authors note",
        "writer's note",
        "note to the author",
        "note: this",
        "note: i ",
        "note: i'",
        "note: the scene",
        "notes on this",
        "a/n:",
        "anmerkung des autors",
        "anmerkung:",
        "note de l'auteur",
        "nota del autor",
    ]
    .iter()
    .any(|name| plain.starts_with(name))
}

/// "*Next: Mara goes down to the harbour.*"
fn is_teaser(line: &str, plain: &str) -> bool {
    let boxed = line.starts_with(['*', '_', '(', '[']);
    let named = [
        "next:",
        "next scene",
        "next chapter",
        "next time",
        "coming up",
        "up next",
    ]
    .iter()
    .any(|name| plain.starts_with(name));
    named && (boxed || plain.starts_with("next:") || plain.contains(':'))
}

/// "User: go on".
fn is_turn(line: &str) -> bool {
    let bare = line.trim_start_matches(['*', ' ']);
    [
        "User:",
        "Human:",
        "Assistant:",
        "USER:",
        "ASSISTANT:",
        "### User",
        "### Human",
        "### Instruction",
    ]
    .iter()
    .any(|name| bare.starts_with(name))
}

/// A text without the fence or the tags that are put around all of it.
pub(super) fn unboxed(text: &str) -> String {
    let mut text = text.to_owned();
    let begun = text.trim_start();
    if begun.starts_with("```")
        && let Some((_, inside)) = begun.split_once('\n')
    {
        let inside = inside.trim_end();
        text = inside.strip_suffix("```").unwrap_or(inside).to_owned();
    }
    let lower = text.to_ascii_lowercase();
    if !lower.contains("</p>") && !lower.contains("<br") {
        return text;
    }
    for (tag, put) in [
        ("<p>", ""),
        ("</p>", "\n\n"),
        ("<br>", "\n"),
        ("<br/>", "\n"),
        ("<br />", "\n"),
        ("<em>", "*"),
        ("</em>", "*"),
        ("<i>", "*"),
        ("</i>", "*"),
        ("<strong>", "**"),
        ("</strong>", "**"),
    ] {
        text = text.replace(tag, put).replace(&tag.to_uppercase(), put);
    }
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut text = lines.join("\n");
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    text.trim().to_owned()
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word)
        .is_some_and(|rest| !word.is_ascii() || !rest.starts_with(char::is_alphanumeric))
}

fn has_word(text: &str, word: &str) -> bool {
    match word
        .chars()
        .all(|c| c.is_ascii() || c.is_alphabetic() && (c as u32) < 0x500)
    {
        true => text
            .split(|c: char| !c.is_alphanumeric())
            .any(|part| part.trim_end_matches('s') == word.trim_end_matches('s')),
        false => text.contains(word),
    }
}
