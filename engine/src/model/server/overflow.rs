//! Refusals of a prompt that is longer than the model's context, in the words of the servers that say so.

use super::failure::Failure;

/// How such a refusal is worded, in lower case; all of a row.
const WORDINGS: [&[&str]; 12] = [
    // OpenAI, vLLM, OpenRouter.
    &["maximum context length"],
    // llama.cpp.
    &["exceeds the available context size"],
    // Anthropic.
    &["prompt is too long"],
    &["exceed context limit"],
    // Gemini.
    &["exceeds the maximum number of tokens"],
    // LM Studio.
    &["n_keep", "n_ctx"],
    &["loaded with context length"],
    &["greater than the context length"],
    // Ollama, and what stands behind it.
    &["exceeds the context length"],
    &["exceeds context length"],
    &["exceeds the context window"],
    &["exceeds the model", "context"],
];

/// What stands before the number of tokens that fit.
const FITS: [&str; 9] = [
    "maximum context length is",
    "available context size",
    "n_ctx",
    "context length of only",
    "number of tokens allowed",
    "context window of",
    "context length of",
    "context limit:",
    " > ",
];

/// What stands before the number of tokens that were sent.
const SENT: [&str; 8] = [
    "prompt is too long:",
    "input token count",
    "resulted in",
    "requested about",
    "requested",
    "request has",
    "n_keep",
    "request (",
];

/// What the refusal `said` says about a prompt that is too long, where it is about that. `kinds` are the names the
/// server gives to what went wrong.
pub(super) fn read(said: &str, kinds: &[String]) -> Option<Failure> {
    let said = said.to_lowercase();
    let is_named = kinds.iter().any(|kind| {
        ["exceed_context_size", "context_length_exceeded"]
            .iter()
            .any(|name| kind.contains(name))
    });
    let is_worded = || {
        WORDINGS
            .iter()
            .any(|words| words.iter().all(|word| said.contains(word)))
    };
    if !is_named && !is_worded() {
        return None;
    }
    let first = |marks: &[&str]| marks.iter().find_map(|mark| number_after(&said, mark));
    // “188240 + 21333 > 200000”: the limit is what the sum is compared with.
    let context = match said.contains("exceed context limit") {
        true => number_after(&said, " > "),
        false => first(&FITS),
    };
    Some(Failure::ContextTooSmall {
        prompt: first(&SENT),
        context,
    })
}

/// The number that stands close behind some words.
fn number_after(text: &str, words: &str) -> Option<u32> {
    let (_, after) = text.split_once(words)?;
    let begin = after.find(|c: char| c.is_ascii_digit())?;
    // Another sentence is about something else.
    if begin > 12 || after[..begin].contains(|c: char| c.is_alphanumeric() && c != 's') {
        return None;
    }
    let digits: String = after[begin..]
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .filter(|c| *c != ',')
        .collect();
    digits.parse().ok().filter(|&number| number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_server_says_it_in_its_own_words() {
        for (said, prompt, context) in [
            (
                "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens. \
                 Please reduce the length of the messages.",
                Some(9_000),
                Some(8_192),
            ),
            (
                "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (4000 in the \
                 messages, 1000 in the completion).",
                Some(5_000),
                Some(4_096),
            ),
            (
                "'max_tokens' or 'max_completion_tokens' is too large: 5000. This model's maximum context length is \
                 4096 tokens and your request has 100 input tokens (5000 > 4096 - 100).",
                Some(100),
                Some(4_096),
            ),
            (
                "This endpoint's maximum context length is 131072 tokens. However, you requested about 140000 tokens",
                Some(140_000),
                Some(131_072),
            ),
            (
                "request (9022 tokens) exceeds the available context size (8192 tokens), try increasing it",
                Some(9_022),
                Some(8_192),
            ),
            (
                "the request exceeds the available context size. try increasing the context size",
                None,
                None,
            ),
            (
                "prompt is too long: 208310 tokens > 200000 maximum",
                Some(208_310),
                Some(200_000),
            ),
            (
                "input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000, decrease input length",
                None,
                Some(200_000),
            ),
            (
                "The input token count (1196265) exceeds the maximum number of tokens allowed (1048575).",
                Some(1_196_265),
                Some(1_048_575),
            ),
            (
                "The input token count exceeds the maximum number of tokens allowed 1,048,576.",
                None,
                Some(1_048_576),
            ),
            (
                "Cannot truncate prompt with n_keep: 6094 >= n_ctx: 4096",
                Some(6_094),
                Some(4_096),
            ),
            (
                "Cannot truncate prompt with n_keep (6094) >= n_ctx (4096)",
                Some(6_094),
                Some(4_096),
            ),
            (
                "Trying to keep the first 6094 tokens when context the overflows. However, the model is loaded with \
                 context length of only 4096 tokens, which is not enough.",
                None,
                Some(4_096),
            ),
            ("the input length exceeds the context length", None, None),
        ] {
            assert_eq!(
                read(said, &[]),
                Some(Failure::ContextTooSmall { prompt, context }),
                "{said}"
            );
        }
        let named = ["context_length_exceeded".to_owned()];
        assert!(read("Too long.", &named).is_some());
    }

    #[test]
    fn other_refusals_are_about_something_else() {
        for said in [
            "",
            "max_tokens is too large: 20000. This model supports at most 16384 completion tokens",
            "Rate limit reached: Limit 6000, Requested 9000. Please try again in 7m12s.",
            "model 'nothing' not found",
            "Loading model",
        ] {
            assert_eq!(read(said, &[]), None, "{said}");
        }
    }
}
