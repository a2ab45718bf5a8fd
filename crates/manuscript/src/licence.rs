//! The licence that a library of free books puts before and behind a text.

use crate::block::ManuscriptContent;
use exchange::import::ImportLossKind;

/// Takes the licence away, if it is unmistakable: its own marks say where the text begins and ends.
pub(crate) fn remove(content: &mut ManuscriptContent) {
    let starts = |text: &str| {
        is_mark(text, "START OF TH") || text.to_uppercase().contains("*END*THE SMALL PRINT")
    };
    let short = |at: &usize| content.blocks[*at].text.len() < 400;
    let found = |ends: bool| {
        let mut all = 0..content.blocks.len();
        all.rfind(|at| {
            short(at) && {
                let text = &content.blocks[*at].text;
                if ends {
                    is_mark(text, "END OF TH")
                } else {
                    starts(text)
                }
            }
        })
    };
    let (start, end) = (found(false), found(true));
    // Both, and a text between them.
    let from = start.map_or(0, |at| at + 1);
    let to = end.unwrap_or(content.blocks.len());
    if (start, end) == (None, None) || from >= to {
        return;
    }
    let behind = content.blocks.split_off(to);
    let before: Vec<_> = content.blocks.drain(..from).collect();
    for (name, field) in [
        ("Title:", &mut content.title),
        ("Author:", &mut content.author),
    ] {
        let mut lines = before.iter().flat_map(|block| block.text.lines());
        let value = lines.find_map(|line| line.trim().strip_prefix(name));
        if let (true, Some(value)) = (field.is_empty(), value) {
            // Joined lines: "Title: The Boat Author: Somebody".
            let end = value
                .find(" Author:")
                .or_else(|| value.find(" Release date:"));
            *field = value[..end.unwrap_or(value.len())].trim().to_owned();
        }
    }
    for part in [before, behind] {
        if let Some(first) = part.first() {
            let texts: Vec<&str> = part.iter().map(|block| block.text.as_str()).collect();
            content.losses.add_text(
                ImportLossKind::Licence,
                first.number,
                "",
                texts.join("\n\n"),
            );
        }
    }
}

fn is_mark(text: &str, words: &str) -> bool {
    let upper = text.to_uppercase();
    upper.trim_start().starts_with("***")
        && upper.contains(words)
        && upper.contains("PROJECT GUTENBERG")
}
