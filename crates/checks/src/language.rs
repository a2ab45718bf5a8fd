//! Text that is no prose of the story: another language, a model that talks about its work, marks of a
//! document, gaps left to be filled.

use super::{
    CheckInput,
    annotated_text::AnnotatedText,
    finding_list::{FindingList, LANGUAGE as KIND},
    leftovers,
    story_language::code,
    tokenized_text::TokenizedText,
};

pub(crate) use super::story_language::is_english;
use std::collections::HashSet;

mod foreign;

/// What a model says about its work, in lower case.
const TALK: &[&str] = &[
    "as an ai",
    "as a language model",
    "as a large language model",
    "i'm an ai",
    "i am an ai",
    "here is the chapter",
    "here's the chapter",
    "here is the scene",
    "here's the scene",
    "here is the revised",
    "here's the revised",
    "here is a revised",
    "here is your",
    "here's your",
    "here is the next",
    "here's the next",
    "i hope this works for you",
    "i hope this helps",
    "i hope you enjoy",
    "let me know if you",
    "would you like me to",
    "certainly! here",
    "sure! here",
    "sure, here",
    "of course! here",
    "i can't assist",
    "i cannot assist",
    "i can't help with",
    "i cannot fulfill",
    "i can't fulfill",
    "end of chapter",
    "end of scene",
    "to be continued",
    "word count",
    "i'm sorry, but i can",
    "[end",
    "(end of",
    "feel free to",
    "in this chapter, we",
    "note: ",
    "author's note",
    "per your request",
    "as you requested",
    "continue the scene",
    "continue the story",
];

pub(crate) fn check(
    input: &CheckInput<'_>,
    annotated: &AnnotatedText<'_>,
    found: &mut FindingList,
) {
    talk(&annotated.reading, found);
    marks(input.text, input.language, found);
    leftovers::check(input.text, found);
    scripts(input, &annotated.reading, found);
    foreign::check(input, &annotated.reading, found);
}

/// A model that talks to whoever asked.
fn talk(reading: &TokenizedText<'_>, found: &mut FindingList) {
    for (at, sentence) in reading.sentences.iter().enumerate() {
        let spoken = reading.words_of(at).iter().any(|word| word.spoken);
        // People may say any of it to each other.
        if spoken {
            continue;
        }
        let quote = reading.quote(at);
        let lower = quote.to_lowercase().replace('’', "'");
        let whole = &reading.paragraphs[sentence.paragraph];
        let before = if at > whole.start {
            reading.quote(at - 1).to_lowercase()
        } else {
            String::new()
        };
        let both = format!("{before} {lower}");
        if TALK
            .iter()
            .any(|phrase| lower.contains(phrase) || both.contains(phrase))
        {
            // From the sentence before on, where the phrase begins in it.
            let here = TALK.iter().any(|phrase| lower.contains(phrase));
            let start = if here {
                sentence.at.start
            } else {
                reading.sentences[at - 1].at.start
            };
            let passage = &reading.text[start..sentence.at.end];
            let note = "This is a comment about writing, not part of the story.".to_owned();
            found.major(KIND, passage, note);
        }
    }
}

/// Headings, lists, tables and fences.
fn marks(text: &str, language: &str, found: &mut FindingList) {
    let has_dashes = !["de", "en"].contains(&&*code(language)) && !is_english(language);
    for line in text.lines() {
        let shown = line.trim();
        let hashes = shown.chars().take_while(|mark| *mark == '#').count();
        let heading = (1..=6).contains(&hashes) && shown[hashes..].starts_with(' ');
        let bold = shown.starts_with("**") && shown.ends_with("**") && shown.len() > 4
            || shown.starts_with("**")
                && shown
                    .split_whitespace()
                    .next()
                    .is_some_and(|word| word.ends_with(":**"));
        let list = ["- ", "* ", "+ ", "• "]
            .iter()
            .any(|mark| shown.starts_with(mark))
            && shown.chars().any(char::is_alphanumeric)
            && !shown.ends_with('*')
            && !(has_dashes && is_dialogue(shown));
        let digits = shown.chars().take_while(char::is_ascii_digit).count();
        let numbered = (1..=2).contains(&digits)
            && (shown[digits..].starts_with(". ") || shown[digits..].starts_with(") "));
        let fence = shown.starts_with("```")
            || shown.starts_with('|') && shown.ends_with('|') && shown.len() > 1;
        let title =
            is_title(shown) && shown.chars().count() < 60 && !shown.ends_with(['.', '”', '?', '!']);
        // "**Scene 4: The quay.** She had been …"
        let run_in = shown.strip_prefix("**").is_some_and(is_title);
        if heading || bold || list || numbered || fence || title || run_in {
            let note = "This is formatted as a heading or a list, not as prose.".to_owned();
            found.major(KIND, shown, note);
        }
    }
}

/// Whether a line is what somebody says, where speech begins with a dash: "- Senti, ma non capisci?"
fn is_dialogue(line: &str) -> bool {
    let closes = |mark: char| "\"'»”’)".contains(mark);
    let said = line.trim_end_matches(closes);
    line.starts_with("- ") && said.ends_with(['.', '!', '?', '…', ',', ':', ';', '-', '–', '—'])
}

/// Whether a line begins as titles do: "Scene 4: The quay", "chapter two".
fn is_title(line: &str) -> bool {
    let lower = line.to_lowercase();
    let rest = lower
        .strip_prefix("chapter ")
        .or_else(|| lower.strip_prefix("scene "));
    rest.is_some_and(|rest| {
        let number = rest
            .split([':', '.', ' ', '-', '*'])
            .next()
            .unwrap_or_default();
        number.parse::<u32>().is_ok() || text::prose::number(number).is_some()
    })
}

/// The script of a letter: Latin, Greek, Cyrillic, Han and kana, Hangul, Arabic, Hebrew, others.
fn script(letter: char) -> Option<u8> {
    if !letter.is_alphabetic() {
        return None;
    }
    Some(match u32::from(letter) {
        0x41..=0x24f | 0x1e00..=0x1eff => 0,
        0x370..=0x3ff | 0x1f00..=0x1fff => 1,
        0x400..=0x52f => 2,
        0x3040..=0x30ff | 0x3400..=0x9fff | 0x20000..=0x2ffff => 3,
        0x1100..=0x11ff | 0xac00..=0xd7af => 4,
        0x600..=0x6ff | 0x750..=0x77f => 5,
        0x590..=0x5ff => 6,
        0x900..=0x97f => 7,
        0xe00..=0xe7f => 8,
        _ => return None,
    })
}

/// Sentences in another script than the rest, and words that mix two.
fn scripts(input: &CheckInput<'_>, reading: &TokenizedText<'_>, found: &mut FindingList) {
    let mut counts = [0_usize; 9];
    for letter in input.text.chars() {
        if let Some(script) = script(letter) {
            counts[usize::from(script)] += 1;
        }
    }
    let most = (0..counts.len())
        .max_by_key(|at| counts[*at])
        .unwrap_or_default();
    // Those that have a profile are written in Latin letters.
    let language = code(input.language);
    let expected = match foreign::has_profile(&language) {
        true => 0,
        false => most,
    };
    // Names of the world may be written in any script.
    let entities = input.world.entities.iter();
    let names = entities.map(|entity| entity.name.as_str());
    // The author's own words for the chapter may use them, too.
    let beats = input.beats.iter().map(String::as_str);
    let earlier = input.earlier.iter();
    let own = beats.chain(earlier.map(|chapter| chapter.summary.as_str()));
    let own: HashSet<char> = names.chain(own).flat_map(str::chars).collect();
    for at in 0..reading.sentences.len() {
        let quote = reading.quote(at);
        let foreign = quote
            .chars()
            .filter(|letter| script(*letter).is_some_and(|script| usize::from(script) != expected))
            .filter(|letter| !own.contains(letter))
            .count();
        let mixed = reading.words_of(at).iter().any(|word| {
            let mut scripts = word.text.chars().filter_map(script);
            let first = scripts.next();
            scripts.any(|other| Some(other) != first)
        });
        if foreign >= 4 || mixed && foreign > 0 {
            let note = "These letters are from a different script.".to_owned();
            found.major(KIND, quote, note);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::CheckInput;
    use domain::World;

    #[test]
    fn speech_that_begins_with_a_dash_is_no_list() {
        let world = World::default();
        let lists = |language, text| {
            let found = crate::run(&CheckInput {
                world: &world,
                beats: &[],
                scenes: &[],
                earlier: &[],
                language,
                text,
            });
            let is_list = |note: &str| note.contains("a heading or a list");
            found
                .iter()
                .filter(|it| it.kind == KIND && is_list(&it.note))
                .count()
        };
        let said = "- Senti, ma non capisci? - gridò Arturo.\n\n- No. - Si voltò.";
        assert_eq!(lists("it", said), 0);
        assert_eq!(lists("pl", "- Nie wiem - powiedziała."), 0);
        assert_eq!(lists("en", "- She goes to the quay.\n- He waits."), 2);
        assert_eq!(lists("it", "- Mara: la guardiana\n- il faro"), 2);
    }
}
