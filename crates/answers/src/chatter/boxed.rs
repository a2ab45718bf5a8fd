//! What is put around all of a scene: fences, JSON, tags; and letters written as marks for machines.

use crate::lenient;
use serde_json::Value;

/// A scene taken out of what was around all of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unwrapped {
    pub(super) text: String,
    /// What stood beside it.
    pub(super) left_out: Vec<String>,
}

/// A text without the fence, the JSON or the tags that are put around all of it.
pub(super) fn unwrapped(text: &str) -> Unwrapped {
    let text = without_fence(text);
    let (text, left_out) = out_of_json(&text).unwrap_or((text, Vec::new()));
    let text = without_quotes(without_quotation(with_line_breaks(with_letters(text))));
    Unwrapped {
        text: without_tags(text),
        left_out,
    }
}

fn without_fence(text: &str) -> String {
    let begun = text.trim_start();
    let fence = ["```", "~~~"].iter().find(|mark| begun.starts_with(**mark));
    match fence.and_then(|fence| Some((fence, begun.split_once('\n')?.1.trim_end()))) {
        Some((fence, inside)) => inside.strip_suffix(*fence).unwrap_or(inside).to_owned(),
        None => text.to_owned(),
    }
}

/// A text without the mark of quotation before each of its lines.
fn without_quotation(text: String) -> String {
    let lines = || text.trim().lines();
    if lines().next().is_none()
        || !lines().all(|line| line.trim().is_empty() || line.starts_with('>'))
    {
        return text;
    }
    let bare = |line: &str| {
        line.strip_prefix('>')
            .unwrap_or(line)
            .trim_start()
            .to_owned()
    };
    lines().map(bare).collect::<Vec<String>>().join("\n")
}

/// Several paragraphs without the one pair of quotes around all of them: speech has one in each.
fn without_quotes(text: String) -> String {
    let bare = text.trim();
    let inner = [('"', '"'), ('“', '”')].iter().find_map(|&(open, close)| {
        let inner = bare.strip_prefix(open)?.strip_suffix(close)?;
        (inner.contains("\n\n") && !inner.contains([open, close])).then_some(inner)
    });
    inner.map_or_else(|| text.clone(), |inner| inner.trim().to_owned())
}

/// Of a hundred letters in the JSON, so many are the scene's: else it is none of ours.
const MOST_OF_IT: usize = 60;

/// The one long text of an object, or the paragraphs of its one long list, and what else it says.
fn out_of_json(text: &str) -> Option<(String, Vec<String>)> {
    let bare = text.trim();
    let is_object = bare.starts_with('{') && bare.ends_with('}');
    let is_list = bare.starts_with('[') && bare.ends_with(']');
    if !(is_object || is_list) {
        return None;
    }
    let found = lenient::find(bare).filter(|found| found.is_closed)?;
    let mut texts = Vec::new();
    gather("", &found.value, &mut texts);
    let all: usize = texts.iter().map(|(_, text)| text.len()).sum();
    let at = (0..texts.len()).max_by_key(|&at| texts[at].1.len())?;
    let (_, scene) = texts.remove(at);
    // "[She sleeps.]" may be the story's own: a list has its texts in quotes.
    let is_quoted = is_object || bare[1..].trim_start().starts_with(['"', '{', '“']);
    if !is_quoted || scene.len() * 100 < all * MOST_OF_IT || scene.len() * 2 < bare.len() {
        return None;
    }
    let left_out = texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(name, text)| format!("{name}: {text}"));
    Some((scene, left_out.collect()))
}

/// The texts in some JSON with the names of their fields; a list of texts is one of paragraphs.
fn gather(name: &str, value: &Value, texts: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => texts.push((name.to_owned(), text.clone())),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            let paragraphs: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            texts.push((name.to_owned(), paragraphs.join("\n\n")));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(name, item, texts)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, value)| gather(name, value, texts)),
        Value::Number(_) | Value::Bool(_) | Value::Null => {}
    }
}

/// Line breaks that are written as two letters, in a text that has no others.
fn with_line_breaks(text: String) -> String {
    if text.trim().contains('\n') || !text.contains("\\n\\n") {
        return text;
    }
    text.replace("\\r", "")
        .replace("\\n", "\n")
        .replace("\\t", " ")
        .replace("\\\"", "\"")
}

/// The marks of tokenizers for bytes, spaces and line breaks, as the letters they stand for.
fn with_letters(text: String) -> String {
    let mut text = with_bytes(&text);
    for space in ['▁', 'Ġ'] {
        // More of them than spaces: there they stand for spaces.
        if text.matches(space).count() > text.matches(' ').count() {
            text = text.replace(space, " ").replace('Ċ', "\n");
        }
    }
    text
}

/// "<0x0A>" is a byte; several in a row are a letter.
fn with_bytes(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("<0x") {
        let (before, mark) = rest.split_at(at);
        out.extend(before.bytes());
        let byte = mark.get(3..5).filter(|_| mark[5..].starts_with('>'));
        let byte = byte.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let length = if byte.is_some() { 6 } else { 3 };
        match byte {
            Some(byte) => out.push(byte),
            None => out.extend(b"<0x"),
        }
        rest = &mark[length..];
    }
    out.extend(rest.bytes());
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

fn without_tags(mut text: String) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const SCENE: &str = "Mara climbs the stairs of the lighthouse.\n\n“Who is there?” she asks.";

    fn text(boxed: &str) -> String {
        unwrapped(boxed).text
    }

    #[test]
    fn a_scene_is_taken_out_of_json() {
        for boxed in [
            json!({"text": SCENE}),
            json!({"scene": SCENE, "word_count": 97}),
            json!({"result": {"chapter": 1, "scene": SCENE}}),
            json!([SCENE]),
            json!({"paragraphs": SCENE.split("\n\n").collect::<Vec<_>>()}),
            json!(SCENE.split("\n\n").collect::<Vec<_>>()),
        ] {
            assert_eq!(text(&boxed.to_string()), SCENE, "{boxed}");
            assert_eq!(text(&format!("```json\n{boxed:#}\n```")), SCENE, "{boxed}");
        }
        let noted = json!({"notes": "Quiet.", "scene": SCENE}).to_string();
        assert_eq!(unwrapped(&noted).left_out, ["notes: Quiet."]);
    }

    #[test]
    fn quotation_around_all_of_it_is_no_part_of_it() {
        assert_eq!(text(&format!("\"{SCENE}\"")), SCENE);
        let lines: Vec<String> = SCENE.lines().map(|line| format!("> {line}")).collect();
        assert_eq!(text(&lines.join("\n")), SCENE);
        for kept in [
            "“Who is there?”\n\n“Nobody.”",
            "“Nobody, nobody at all,” she said. “Go.”",
            "> He wrote this.\n\nShe read it.",
        ] {
            assert_eq!(text(kept), kept);
        }
    }

    #[test]
    fn what_is_no_box_stays() {
        for kept in [
            SCENE,
            "[She sleeps, and the sea is grey.]",
            "{ He wrote it like this. }\n\nIt rained.",
            r#"{"one": "It rained a little.", "two": "It snowed a little."}"#,
            "The file was in C:\\new and <0xZZ> was its mark.",
            "She typed \\n\\n.\n\nIt rained.",
        ] {
            assert_eq!(text(kept), kept);
        }
    }

    #[test]
    fn marks_for_machines_are_letters_again() {
        assert_eq!(text(&SCENE.replace('\n', "\\n")), SCENE);
        assert_eq!(text(&SCENE.replace('\n', "<0x0A>")), SCENE);
        assert_eq!(text("Zo<0xC3><0xAB> came."), "Zoë came.");
        assert_eq!(text(&SCENE.replace(' ', "▁")), SCENE);
        assert_eq!(text(&SCENE.replace(' ', "Ġ").replace('\n', "Ċ")), SCENE);
    }
}
