//! What a model says around a scene: that it begins to write, headings, labels, what it thinks of its work. What is so
//! for certain is left out and told; what may be the story's is for the checks.

use domain::text::normalized;

mod after;
mod ahead;
mod before;
mod boxed;
mod echo;
mod lines;
mod thoughts;
mod words;

use after::{is_closing, is_heading_of_notes, is_item};
pub use ahead::{AnswerStart, ahead};
use before::{is_continued, is_heading, is_preamble};
use boxed::{Unwrapped, unwrapped};
use lines::is_rule;

/// A scene without what is around it.
#[derive(Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The scene.
    pub text: String,
    /// What was left out, in the order of the text.
    pub left_out: Vec<String>,
}

/// A paragraph that is so long, in bytes, is not said twice in a row on purpose.
const TWICE: usize = 80;

/// So many lines at each end are looked at.
const MOST: usize = 8;

/// What is known of a scene.
#[derive(Clone, Copy, Debug, Default)]
pub struct SceneRequest<'a> {
    /// The title of its chapter.
    pub title: &'a str,
    /// The beats that its model was given.
    pub beats: &'a [String],
}

/// A whole scene.
pub fn clean(text: &str, asked: SceneRequest<'_>) -> Cleaned {
    let boxed = normalized(text);
    let Unwrapped {
        text: plain,
        mut left_out,
    } = unwrapped(&boxed);
    let plain = match plain == boxed {
        true => plain,
        false => normalized(&plain),
    };
    let mut opening = Vec::new();
    let rest = without_opening(&plain, asked.title, Some(asked.beats), &mut opening);
    left_out.extend(opening);
    let mut closing = Vec::new();
    let rest = without_closing(rest, &mut closing);
    let mut twice = Vec::new();
    let rest = without_doubles(rest, &mut twice);
    if rest.trim().is_empty() {
        // All of it: whatever that is, it is not for us to judge.
        return Cleaned {
            text: text.to_owned(),
            left_out: Vec::new(),
        };
    }
    left_out.extend(twice);
    closing.reverse();
    left_out.extend(closing);
    // White space alone at its end is no difference.
    let text = match rest == text.trim_end() {
        true => text.to_owned(),
        false => rest,
    };
    Cleaned { text, left_out }
}

/// The beginning of a scene that is still written: a line counts once the next one was begun.
pub fn clean_opening(text: &str, title: &str) -> Cleaned {
    let mut left_out = Vec::new();
    let whole = text.trim_end().rfind('\n').map_or(0, |at| at + 1);
    let (lines, last) = text.split_at(whole);
    let rest = without_opening(lines, title, None, &mut left_out);
    let text = match rest.len() == lines.len() {
        true => text.to_owned(),
        false => format!("{rest}{last}").trim_start().to_owned(),
    };
    Cleaned { text, left_out }
}

/// A scene without what its model said before it; the `beats` are there where the scene is whole.
fn without_opening<'t>(
    text: &'t str,
    title: &str,
    beats: Option<&[String]>,
    left_out: &mut Vec<String>,
) -> &'t str {
    let (mut rest, mut is_changed) = (text, false);
    for _ in 0..MOST {
        let begun = rest.trim_start_matches('\n');
        let (line, after) = begun.split_once('\n').unwrap_or((begun, ""));
        let is_first = left_out.is_empty();
        let is_title = !title.is_empty() && lines::plain(line) == lines::plain(title);
        let is_after_heading = is_rule(line) || !is_first && is_title;
        let is_blank = line.trim().is_empty() && !begun.is_empty();
        let end = beats.and_then(|beats| thoughts::end(begun).or_else(|| echo::end(begun, beats)));
        if is_blank {
            rest = after;
        } else if let Some(end) = end {
            is_changed = true;
            left_out.push(begun[..end].trim().to_owned());
            rest = &begun[end..];
        } else if beats.is_none() && thoughts::begins_with_heading(begun) {
            // Where they end is seen once the scene is whole; without their heading it never is.
            break;
        } else if is_preamble(line)
            || is_heading(line, title)
            || is_continued(line)
            || is_after_heading
        {
            is_changed = true;
            if !is_rule(line) {
                left_out.push(line.trim().to_owned());
            }
            rest = after;
        } else {
            break;
        }
    }
    match is_changed {
        true => rest.trim_start(),
        false => text,
    }
}

fn without_closing<'t>(text: &'t str, left_out: &mut Vec<String>) -> &'t str {
    let mut rest = without_notes(text.trim_end(), left_out);
    for _ in 0..MOST {
        let (before, line) = rest.rsplit_once('\n').unwrap_or(("", rest));
        if before.trim().is_empty() || !(is_closing(line) || is_rule(line)) {
            break;
        }
        if !is_rule(line) {
            left_out.push(line.trim().to_owned());
        }
        rest = before.trim_end();
    }
    rest
}

/// A text without a list of notes at its end; what is left out stands backwards, as the rest of the closing does.
fn without_notes<'t>(text: &'t str, left_out: &mut Vec<String>) -> &'t str {
    let mut rest = text;
    for _ in 0..MOST {
        let Some((before, line)) = rest.rsplit_once('\n') else {
            return text;
        };
        if is_heading_of_notes(line) && rest.len() < text.len() && !before.trim().is_empty() {
            let notes = text[before.len()..].trim();
            left_out.push(notes.to_owned());
            return before.trim_end();
        }
        if !is_item(line) && !line.trim().is_empty() {
            return text;
        }
        rest = before;
    }
    text
}

fn without_doubles(text: &str, left_out: &mut Vec<String>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for paragraph in text.split("\n\n") {
        let again = kept
            .last()
            .is_some_and(|last| paragraph.len() >= TWICE && last.trim() == paragraph.trim());
        match again {
            true => left_out.push(paragraph.trim().to_owned()),
            false => kept.push(paragraph),
        }
    }
    kept.join("\n\n")
}

#[cfg(test)]
mod tests;
