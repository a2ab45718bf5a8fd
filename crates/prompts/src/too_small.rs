//! A context that is too small for any prompt.

/// Even the smallest prompt is larger than the model's context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "The model’s context of {context} tokens is too small: this stage needs at least {needed}. Start the \
     model server with a larger context (llama.cpp: -c {advised}; Ollama: OLLAMA_CONTEXT_LENGTH={advised}), \
     or choose another model for this stage in Settings."
)]
pub struct TooSmall {
    /// What the model has.
    pub context: u32,
    /// What the smallest prompt and a useful answer need.
    pub needed: u32,
    /// The next round number.
    pub advised: u32,
}
