//! One event of an answer, read field by field: what can't be read is left out, and never ends the answer.
//!
//! The names are those of OpenAI's chat completions, and of what servers behind the same address send instead: whole
//! messages, plain completions, the forms of Ollama, Anthropic and Gemini.

use super::json_numbers::number;
use serde_json::Value;
use writing::{Finish, Usage};

/// What an event says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Chunk {
    /// Text, and whether it may be all of it so far: a message instead of what is new.
    pub(super) text: String,
    pub(super) is_message: bool,
    /// Whether something was thought, and what.
    pub(super) thought: bool,
    pub(super) thoughts: String,
    /// Why it ends, where it says so.
    pub(super) finish: Option<FinishReason>,
    /// Whether it says that nothing follows.
    pub(super) done: bool,
    pub(super) usage: Option<Usage>,
    /// The number of the choice that all of this is of, where it has one.
    pub(super) choice: Option<u32>,
}

/// What a finish reason means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FinishReason {
    /// A proper end.
    Known(Finish),
    /// It broke off: whatever else is said, the answer is not whole.
    Broken,
}

/// Fields that text is in, the best first.
const TEXT: [&str; 7] = [
    "content",
    "text",
    "value",
    "parts",
    "response",
    "output_text",
    "output",
];

/// Fields that thoughts are in.
const THOUGHTS: [&str; 9] = [
    "reasoning_content",
    "reasoning",
    "thinking",
    "thinking_content",
    "reasoning_text",
    "reasoning_details",
    "thought",
    "thoughts",
    "reasoning_summary",
];

/// Fields whose words say what something is.
const NO_TEXT: [&str; 4] = ["type", "role", "id", "format"];

/// What a finish reason means; `None` where it proves nothing.
pub(super) fn ending(reason: &str) -> Option<FinishReason> {
    let reason = reason.trim().to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| reason.contains(word));
    match reason.as_str() {
        "stop"
        | "eos"
        | "eos_token"
        | "end_turn"
        | "end"
        | "stop_sequence"
        | "complete"
        | "completed"
        | "finish"
        | "finished"
        | "done"
        | "tool_calls"
        | "function_call"
        | "tool_use"
        | "stop_sequence_reached"
        | "eos_found" => Some(FinishReason::Known(Finish::Stop)),
        "length" | "max_tokens" | "model_length" | "max_output_tokens" | "max_length"
        | "token_limit" | "limit" | "incomplete" | "maximum_tokens" => {
            Some(FinishReason::Known(Finish::Length))
        }
        _ if has(&[
            "content_filter",
            "safety",
            "refusal",
            "prohibited",
            "blocklist",
            "recitation",
            "spii",
        ]) =>
        {
            Some(FinishReason::Known(Finish::Refused))
        }
        _ if has(&[
            "abort",
            "error",
            "cancel",
            "fail",
            "timeout",
            "interrupt",
            "unload",
        ]) =>
        {
            Some(FinishReason::Broken)
        }
        _ => None,
    }
}

impl Chunk {
    /// Reads an event of an answer whose choice is `first`, where that is known. An answer has one choice; what a server
    /// sends of another one is left out.
    pub(super) fn of(event: &Value, first: Option<u32>) -> Self {
        let mut chunk = Self::default();
        if let Value::Array(items) = event {
            for item in items {
                chunk.add(Self::of(item, first.or(chunk.choice)));
            }
            return chunk;
        }
        chunk.usage = usage(event);
        let choices = ["choices", "candidates", "output"].map(|name| &event[name]);
        match choices.into_iter().find_map(|all| the_one(all, first)) {
            Some(choice) => {
                if chunk.usage.is_none() {
                    chunk.usage = usage(choice);
                }
                let number = number_of(choice);
                if first.is_none() || number.is_none() || number == first {
                    chunk.choice = number;
                    chunk.read_choice(choice);
                }
            }
            None => chunk.bare(event),
        }
        chunk
    }

    fn add(&mut self, other: Self) {
        self.choice = self.choice.or(other.choice);
        self.text.push_str(&other.text);
        self.is_message |= other.is_message;
        self.thought |= other.thought;
        self.thoughts.push_str(&other.thoughts);
        self.finish = self.finish.or(other.finish);
        self.done |= other.done;
        self.usage = other.usage.or(self.usage);
    }

    fn read_choice(&mut self, choice: &Value) {
        let delta = &choice["delta"];
        self.said(delta);
        if self.text.is_empty() {
            let others = ["message", "content", "text"].map(|name| &choice[name]);
            for other in others {
                if self.text.is_empty() {
                    self.said(other);
                    self.is_message = !self.text.is_empty();
                }
            }
        }
        self.thoughts_of(choice);
        self.finish = finish(choice).or_else(|| finish(delta));
        if has_text(&delta["refusal"]) || has_text(&choice["message"]["refusal"]) {
            self.finish = Some(FinishReason::Known(Finish::Refused));
        }
    }

    /// An event without choices: Ollama's and Anthropic's own forms, and those of responses.
    fn bare(&mut self, event: &Value) {
        let kind = event["type"].as_str().unwrap_or_default();
        let is_thought = ["reasoning", "thinking"]
            .iter()
            .any(|word| kind.contains(word));
        // What sums up an answer says nothing new.
        let sums_up = kind.ends_with(".done") || kind.ends_with(".completed");
        if is_thought {
            self.thought = has_text(&event["delta"]) || has_text(&event["text"]);
            words_in(&event["delta"], &mut self.thoughts);
        } else if !sums_up {
            for name in [
                "delta",
                "content_block",
                "message",
                "content",
                "response",
                "text",
            ] {
                // Words under the name of a message alone are about something else.
                let is_notice = name == "message" && !event[name].is_object();
                if self.text.is_empty() && !is_notice {
                    self.said(&event[name]);
                    self.is_message = !self.text.is_empty() && name == "message";
                }
            }
        }
        self.thoughts_of(event);
        self.done = event["done"] == true || kind == "message_stop" || kind == "response.completed";
        self.finish = finish(event)
            .or_else(|| finish(&event["delta"]))
            .or_else(|| self.done.then_some(FinishReason::Known(Finish::Stop)));
    }

    /// Text and thoughts of a delta, a message, or what stands in their place.
    fn said(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.text.push_str(text),
            Value::Array(parts) => parts.iter().for_each(|part| self.said(part)),
            Value::Object(fields) => {
                let kind = value["type"].as_str().unwrap_or_default().to_lowercase();
                let thinks = ["think", "reason", "thought", "analysis"]
                    .iter()
                    .any(|word| kind.contains(word));
                if thinks || value["thought"] == true {
                    self.thought = true;
                    words_in(value, &mut self.thoughts);
                    return;
                }
                self.thoughts_of(value);
                let text = TEXT.iter().filter_map(|name| fields.get(*name));
                if let Some(text) = text.into_iter().find(|value| has_text(value)) {
                    self.said(text);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn thoughts_of(&mut self, value: &Value) {
        let thoughts = THOUGHTS.iter().map(|name| &value[*name]);
        // The same thought may stand under two names.
        if let Some(thought) = thoughts.into_iter().find(|thought| has_text(thought)) {
            self.thought = true;
            words_in(thought, &mut self.thoughts);
        }
    }
}

/// Adds all text of a value.
fn words_in(value: &Value, to: &mut String) {
    match value {
        Value::String(text) => to.push_str(text),
        Value::Array(items) => items.iter().for_each(|item| words_in(item, to)),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !NO_TEXT.contains(&name.as_str()))
            .for_each(|(_, value)| words_in(value, to)),
        _ => {}
    }
}

/// The choice that is read: that with this number, the first of a list, or the only one.
fn the_one(value: &Value, number: Option<u32>) -> Option<&Value> {
    match value {
        Value::Array(all) => {
            let number = number.unwrap_or(0);
            let mut objects = all.iter().filter(|choice| choice.is_object());
            let wanted = |choice: &&Value| number_of(choice) == Some(number);
            objects.clone().find(wanted).or_else(|| objects.next())
        }
        Value::Object(_) => Some(value),
        _ => None,
    }
}

fn number_of(choice: &Value) -> Option<u32> {
    number(&choice["index"])
}

fn has_text(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => items.iter().any(has_text),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !NO_TEXT.contains(&name.as_str()))
            .any(|(_, value)| has_text(value)),
        _ => false,
    }
}

fn finish(value: &Value) -> Option<FinishReason> {
    let names = [
        "finish_reason",
        "finishReason",
        "stop_reason",
        "done_reason",
    ];
    names.iter().find_map(|name| match &value[*name] {
        Value::String(reason) => ending(reason),
        Value::Object(reason) => reason.values().find_map(|part| ending(part.as_str()?)),
        _ => None,
    })
}

fn usage(event: &Value) -> Option<Usage> {
    let places = [
        &event["usage"],
        &event["usageMetadata"],
        &event["x_groq"]["usage"],
        &event["message"]["usage"],
        &event["response"]["usage"],
        event,
    ];
    places.into_iter().find_map(counted)
}

fn counted(value: &Value) -> Option<Usage> {
    let any = |names: &[&str]| names.iter().find_map(|name| number(&value[*name]));
    let prompt = any(&[
        "prompt_tokens",
        "input_tokens",
        "prompt_eval_count",
        "promptTokenCount",
    ]);
    let answer = any(&[
        "completion_tokens",
        "output_tokens",
        "eval_count",
        "candidatesTokenCount",
        "generated_tokens",
    ]);
    if prompt.is_none() && answer.is_none() {
        return None;
    }
    let cached = number(&value["prompt_tokens_details"]["cached_tokens"])
        .or_else(|| number(&value["input_tokens_details"]["cached_tokens"]))
        .or_else(|| {
            any(&[
                "cached_tokens",
                "cache_read_input_tokens",
                "prompt_cache_hit_tokens",
            ])
        });
    Some(Usage {
        prompt: prompt.unwrap_or_default(),
        cached: cached.unwrap_or_default(),
        answer: answer.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests;
