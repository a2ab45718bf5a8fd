//! Lines before a scene that are no part of it, each known by more than one sign.

use super::lines::{has_word, plain, starts_with_word};
use super::words::{ANNOUNCED, FOR_YOU, POLITE, WORK};
use text::prose;

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
    let has_colon = line.trim_end_matches(['*', '_']).ends_with([':', '：']);
    if is_of_task(&plain, has_colon)
        || announced && FOR_YOU.iter().any(|words| rest.contains(words))
    {
        return true;
    }
    let of_work = WORK.iter().any(|word| has_word(rest, word));
    match (polite.is_some(), announced) {
        // "All right, here's the story: my mother never learned to swim." is the story.
        (true, true) => has_colon || of_work && is_assistants(rest),
        (true, false) => of_work && has_colon,
        // "Here is the story of my life:" may be the story.
        (false, true) => has_colon && of_work && !has_word(rest, "my") && !has_word(rest, "our"),
        (false, false) => has_colon && is_praise_and_announced(&plain),
    }
}

/// "Here we go:", "I'd be happy to write this scene for you!"
fn is_of_task(plain: &str, has_colon: bool) -> bool {
    const ALONE: &[&str] = &["here we go", "here goes", "here you go", "here it is"];
    const BEGUN: &[&str] = &["let's begin", "let's go"];
    const WILLING: &[&str] = &[
        "i'd be happy to ",
        "i would be happy to ",
        "i'm happy to ",
        "i'd be glad to ",
        "i'd be delighted to ",
        "i'd love to ",
    ];
    const TASKS: &[&str] = &["write", "continue", "draft", "craft", "help"];
    let task = WILLING.iter().find_map(|words| plain.strip_prefix(words));
    ALONE.contains(&plain)
        || has_colon && BEGUN.contains(&plain)
        || task.is_some_and(|task| {
            let is_task = TASKS.iter().any(|word| task.starts_with(word));
            is_task && WORK.iter().any(|word| has_word(task, word))
        })
}

/// "What a wonderful premise! Here is my attempt at the scene"
fn is_praise_and_announced(plain: &str) -> bool {
    const PRAISED: &[&str] = &[
        "premise",
        "prompt",
        "idea",
        "request",
        "outline",
        "beat",
        "brief",
        "challenge",
        "thank",
        "setup",
        "concept",
    ];
    let Some((praise, rest)) = plain.rsplit_once(['!', '.']) else {
        return false;
    };
    let rest = rest.trim_start();
    is_assistants(rest)
        && PRAISED.iter().any(|word| has_word(praise, word))
        && ANNOUNCED.iter().any(|words| rest.starts_with(words))
        && WORK.iter().any(|word| has_word(rest, word))
}

/// Whether "my" is an assistant's: of the work, and of nobody in a story.
fn is_assistants(text: &str) -> bool {
    const OURS: &[&str] = &["my attempt", "my version", "my take", "my draft", "my try"];
    !(has_word(text, "my") || has_word(text, "our"))
        || OURS.iter().any(|words| text.contains(words))
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
    let is_field = is_short && is_field(bare);
    if is_role(line) || is_name_of_work(bare) || is_beat(bare) {
        return true;
    }
    is_label || ((is_bold || is_boxed || is_short) && (is_field || is_title && !is_sentence))
}

/// "Title: The Light", "- Goal: to hear him".
fn is_field(bare: &str) -> bool {
    const FIELDS: &[&str] = &[
        "title:",
        "scene:",
        "chapter:",
        "setting:",
        "pov:",
        "titel:",
        "point of view:",
        "scene plan:",
        "scene goal:",
    ];
    const OF_PLANS: &[&str] = &[
        "goal:",
        "conflict:",
        "beats:",
        "present:",
        "place:",
        "characters:",
        "outline:",
    ];
    let lower = bare.to_lowercase();
    let listed = lower
        .strip_prefix("- ")
        .map(|rest| rest.trim_matches(['*', ' ']));
    let is_one = |of: &[&str], text: &str| of.iter().any(|name| text.starts_with(name));
    is_one(FIELDS, &lower)
        || listed.is_some_and(|text| is_one(OF_PLANS, text) || is_one(FIELDS, text))
}

/// "assistant", which templates put before an answer.
fn is_role(line: &str) -> bool {
    matches!(
        line.trim_end_matches(':'),
        "assistant" | "Assistant" | "ASSISTANT" | "model"
    )
}

/// "Output:", "Draft 1:", "Revised version:".
pub(super) fn is_name_of_work(bare: &str) -> bool {
    const NAMES: &[&str] = &[
        "output",
        "answer",
        "response",
        "result",
        "draft",
        "first draft",
        "final draft",
        "revised draft",
        "revised",
        "revised version",
        "revised scene",
        "final version",
        "rewritten version",
        "rewritten scene",
        "version",
        "scene",
        "chapter",
        "story",
        "prose",
        "text",
        "continuation",
        "ausgabe",
        "antwort",
        "entwurf",
        "fassung",
        "überarbeitete fassung",
        "réponse",
        "version révisée",
        "respuesta",
        "versión revisada",
        "risposta",
    ];
    let Some(name) = bare.trim().strip_suffix([':', '：']) else {
        return false;
    };
    let lower = name.to_lowercase();
    let name = lower.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '#'));
    NAMES.contains(&name)
}

/// "Beat 1: Mara climbs the stairs."
fn is_beat(bare: &str) -> bool {
    let lower = bare.to_lowercase();
    let rest = lower.strip_prefix("beat ");
    rest.and_then(|rest| rest.split_once(':'))
        .is_some_and(|(number, _)| is_number(number.trim_matches(['*', ' '])))
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
        "rozdział ",
        "глава ",
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
    // Those of other languages, and what is no number to count with.
    const WORDS: &[&str] = &[
        "first",
        "second",
        "third",
        "eins",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "premier",
        "première",
        "deuxième",
        "second",
        "troisième",
        "uno",
        "dos",
        "tres",
        "primero",
        "primer",
        "segundo",
        "tercero",
        "primo",
        "secondo",
        "terzo",
        "один",
        "первая",
    ];
    prose::number(word).is_some()
        || word.parse::<u32>().is_ok()
        || WORDS.contains(&word)
        || (!word.is_empty() && word.chars().all(|c| "ivxl".contains(c)))
}

/// "(continued)", "Continuing:".
pub(super) fn is_continued(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "continued",
        "continuing",
        "cont'd",
        "cont",
        "continuation",
        "scene continued",
        "scene continues",
        "chapter continued",
        "continued from above",
        "fortsetzung",
        "suite",
        "continuación",
        "continuazione",
        "续",
        "続き",
    ];
    let line = line.trim();
    let is_marked =
        line.starts_with(['(', '[', '*', '_', '.', '…', '（']) || line.ends_with([':', '：']);
    is_marked && WORDS.contains(&plain(line).as_str())
}
