//! What is known of a model and of the program that serves it.

/// What is known of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ProbeResult {
    /// Tokens of prompt and answer together.
    pub(super) context: u32,
    /// Whether it goes on in mid-sentence from a given text.
    pub(super) continues_text: bool,
    /// Which program serves it.
    pub(super) program: Program,
    /// Whether the server was asked; else all of this is a guess.
    pub(super) is_sure: bool,
}

/// Programs that want to be asked in their own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Program {
    LlamaCpp,
    Vllm,
    Ollama,
    Other,
}
