//! The marks that models leave in their text: around thoughts, at the end of their turn, before somebody else's.
//! All in lower case; they are found in any.

use super::{
    found_mark::{FoundMark, Kind},
    named,
};

/// Thoughts, wherever they stand.
const PAIRS: [(&str, &[&str]); 33] = [
    ("<think>", &["</think>"]),
    ("<thinking>", &["</thinking>"]),
    ("<thought>", &["</thought>"]),
    ("<thoughts>", &["</thoughts>"]),
    ("<reasoning>", &["</reasoning>"]),
    ("<antthinking>", &["</antthinking>"]),
    ("<inner_monologue>", &["</inner_monologue>"]),
    ("<internal_monologue>", &["</internal_monologue>"]),
    ("<seed:think>", &["</seed:think>"]),
    ("<seed:cot_budget_reflect>", &["</seed:cot_budget_reflect>"]),
    ("<|think|>", &["<|/think|>", "</|think|>", "<|end_think|>"]),
    ("<|thinking|>", &["<|/thinking|>", "</|thinking|>"]),
    ("<|begin_of_thought|>", &["<|end_of_thought|>"]),
    ("<|start_thinking|>", &["<|end_thinking|>"]),
    ("<|inner_prefix|>", &["<|inner_suffix|>"]),
    ("<|channel|>analysis", &["<|channel|>final"]),
    ("<|channel|>commentary", &["<|channel|>final"]),
    ("<|channel>thought", &["<channel|>"]),
    ("<unused94>thought", &["<unused95>"]),
    ("[think]", &["[/think]"]),
    ("[thinking]", &["[/thinking]", "[end thinking]"]),
    ("<|begin_thought|>", &["<|end_thought|>"]),
    ("[reasoning]", &["[/reasoning]"]),
    ("◁think▷", &["◁/think▷"]),
    ("⟨think⟩", &["⟨/think⟩"]),
    ("⟨thinking⟩", &["⟨/thinking⟩"]),
    ("〈think〉", &["〈/think〉"]),
    ("＜think＞", &["＜/think＞"]),
    // Escaped on its way, as a web page has it.
    ("&lt;think&gt;", &["&lt;/think&gt;"]),
    ("&lt;thinking&gt;", &["&lt;/thinking&gt;"]),
    ("&lt;thought&gt;", &["&lt;/thought&gt;"]),
    ("&lt;reasoning&gt;", &["&lt;/reasoning&gt;"]),
    ("&lt;|think|&gt;", &["&lt;|/think|&gt;"]),
];

/// What a mark may begin with, beside the words that only stand at the very beginning.
const BEGINNINGS: [char; 7] = ['<', '[', '◁', '⟨', '〈', '＜', '&'];

/// Thoughts at the very beginning alone: elsewhere the same mark may stand in a story.
const FIRST: [(&str, &[&str]); 11] = [
    ("<reason>", &["</reason>"]),
    ("<reflection>", &["</reflection>"]),
    ("<scratchpad>", &["</scratchpad>"]),
    ("<analysis>", &["</analysis>"]),
    ("<planning>", &["</planning>"]),
    ("<cot>", &["</cot>"]),
    ("[thought]", &["[/thought]"]),
    ("thinking...\n", &["...done thinking."]),
    ("```thinking\n", &["\n```"]),
    ("here is my thought process:", &["here is my response:"]),
    ("here are my reasoning steps:", &["[begin final response]"]),
];

/// Of the template, and of what is put around an answer.
const TEMPLATE: [&str; 51] = [
    "<|end|>",
    "<|message|>",
    "<|call|>",
    "<|constrain|>json",
    "<|channel|>final",
    "<|start|>assistant",
    "<｜begin▁of▁sentence｜>",
    "<｜assistant｜>",
    "<turn|>",
    "<|turn>model",
    "<|im_start|>assistant",
    "<|start_header_id|>assistant<|end_header_id|>",
    "<start_of_turn>model",
    "<|assistant|>",
    "<|begin_of_text|>",
    "<|startoftext|>",
    "<bos>",
    "<pad>",
    "<unk>",
    "[pad]",
    "[unk]",
    "<|pad|>",
    "<|begin_of_solution|>",
    "<|end_of_solution|>",
    "<|start_response|>",
    "<|end_response|>",
    "<|begin_of_box|>",
    "<|end_of_box|>",
    "[begin final response]",
    "[end final response]",
    "[/inst]",
    "<answer>",
    "</answer>",
    "<response>",
    "</response>",
    "<output>",
    "</output>",
    "<final>",
    "</final>",
    "<final_answer>",
    "</final_answer>",
    "<story>",
    "</story>",
    "<chapter>",
    "</chapter>",
    "<scene>",
    "</scene>",
    "<prose>",
    "</prose>",
    "<draft>",
    "</draft>",
];

/// Begins an answer; elsewhere it strikes letters through.
pub(super) const BEGIN: &str = "<s>";

/// Ends of a turn.
const ENDS: [&str; 19] = [
    "<|im_end|>",
    "</s>",
    "<|eot_id|>",
    "<|eom_id|>",
    "<|eos|>",
    "<eos>",
    "[eos]",
    "<|end_of_text|>",
    "<|endoftext|>",
    "<|return|>",
    "<end_of_turn>",
    "<end_of_utterance>",
    "<|end_of_turn|>",
    "<|end_of_turn_token|>",
    "<|end_of_sentence|>",
    "<｜end▁of▁sentence｜>",
    "[|endofturn|]",
    "<seed:eos>",
    "[e~[",
];

/// Whose turn it is not.
const OTHERS: [&str; 14] = [
    "<|im_start|>user",
    "<|im_start|>system",
    "<|im_start|>tool",
    "<|start_header_id|>user",
    "<|start_header_id|>system",
    "<start_of_turn>user",
    "<|turn>user",
    "<|start|>user",
    "<|start|>system",
    "<|user|>",
    "<|system|>",
    "<|human|>",
    "[inst]",
    "<｜user｜>",
];

/// The first mark of a text; `first` where nothing was said before it.
pub(super) fn first_in(text: &str, first: bool) -> Option<FoundMark> {
    let begins = text.trim_start();
    let start = text.len() - begins.len();
    if first && !begins.is_empty() {
        for (mark, close) in FIRST {
            match place(begins, mark) {
                MarkMatch::There => {
                    let kind = Kind::Open(close);
                    return Some(FoundMark::Whole(start, start + mark.len(), kind));
                }
                MarkMatch::Begun => return Some(FoundMark::Begun(start)),
                MarkMatch::Elsewhere => {}
            }
        }
        match place(begins, BEGIN) {
            MarkMatch::There => {
                return Some(FoundMark::Whole(start, start + BEGIN.len(), Kind::Template));
            }
            MarkMatch::Begun => return Some(FoundMark::Begun(start)),
            MarkMatch::Elsewhere => {}
        }
        let is_known = matches!(at_place(text, start), Some(FoundMark::Whole(..)));
        if !is_known && let Some(found) = named::first(text, start) {
            return Some(found);
        }
    }
    text.match_indices(BEGINNINGS)
        .find_map(|(at, _)| at_place(text, at))
}

fn at_place(text: &str, at: usize) -> Option<FoundMark> {
    let rest = &text[at..];
    let mut begun = false;
    let opens = PAIRS.iter().map(|(mark, close)| (*mark, Kind::Open(close)));
    let closes = PAIRS
        .iter()
        .flat_map(|(_, close)| close.iter())
        .map(|mark| (*mark, Kind::Close));
    let template = TEMPLATE.iter().map(|mark| (*mark, Kind::Template));
    let ends = ENDS.iter().map(|mark| (*mark, Kind::End));
    let others = OTHERS.iter().map(|mark| (*mark, Kind::Others));
    for (mark, kind) in opens
        .chain(closes)
        .chain(template)
        .chain(ends)
        .chain(others)
    {
        match place(rest, mark) {
            MarkMatch::There => return Some(FoundMark::Whole(at, at + mark.len(), kind)),
            MarkMatch::Begun => begun = true,
            MarkMatch::Elsewhere => {}
        }
    }
    begun.then_some(FoundMark::Begun(at))
}

/// The first of these marks: where it begins and ends.
pub(super) fn first_of<M: AsRef<str>>(marks: &[M], text: &str) -> Option<(usize, usize)> {
    text.char_indices().find_map(|(at, _)| {
        let mut marks = marks.iter().map(AsRef::as_ref);
        let mark = marks.find(|mark| place(&text[at..], mark) == MarkMatch::There)?;
        Some((at, at + mark.len()))
    })
}

/// The first end of any thought.
pub(super) fn first_close(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(at) = text[from..].find(BEGINNINGS).map(|at| from + at) {
        if let Some(FoundMark::Whole(at, end, Kind::Close)) = at_place(text, at) {
            return Some((at, end));
        }
        from = at + 1;
        while !text.is_char_boundary(from) {
            from += 1;
        }
    }
    None
}

#[derive(PartialEq, Eq)]
enum MarkMatch {
    There,
    Begun,
    Elsewhere,
}

/// Whether a text begins with a mark, or is the beginning of one.
fn place(text: &str, mark: &str) -> MarkMatch {
    let (text, mark) = (text.as_bytes(), mark.as_bytes());
    let length = text.len().min(mark.len());
    match text[..length].eq_ignore_ascii_case(&mark[..length]) {
        true if length == mark.len() => MarkMatch::There,
        true => MarkMatch::Begun,
        false => MarkMatch::Elsewhere,
    }
}
