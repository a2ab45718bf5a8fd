//! The built-in writer behind the port: paced, stoppable between two tokens.

use crate as builtin;
use async_trait::async_trait;
use futures::StreamExt as _;
use std::time::Duration;
use tokio::{runtime::Handle, sync::mpsc, task::spawn_blocking};
use tokio_util::sync::CancellationToken;
use writing::{Abilities, AnswerStream, Call, Finish, LanguageModel, ModelError, Piece};

/// Pieces that may wait for a slow reader before the writer waits too.
const AHEAD: usize = 64;

/// Writes without any model: from patterns and dice, the same text for the same seed.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    pause: Option<Duration>,
}

impl BuiltIn {
    /// The name authors and the command line know it by.
    pub const NAME: &str = "builtin";

    /// Writes this many tokens (words) a second; 0: as fast as it can.
    pub fn new(tokens_per_second: f64) -> Self {
        let pause = (tokens_per_second > 0.0)
            .then(|| Duration::try_from_secs_f64(1.0 / tokens_per_second).ok())
            .flatten();
        Self { pause }
    }
}

#[async_trait]
impl LanguageModel for BuiltIn {
    fn name(&self) -> &str {
        Self::NAME
    }

    async fn abilities(&self) -> Abilities {
        Abilities {
            continues_text: true,
            context: None,
            takes_schema: true,
            is_sure: true,
        }
    }

    async fn answer(
        &self,
        call: Call,
        stop: CancellationToken,
    ) -> Result<AnswerStream, ModelError> {
        let (pieces, answer) = mpsc::channel(AHEAD);
        let pause = self.pause;
        // Composing and pacing keep a thread busy, never the runtime's own.
        spawn_blocking(move || {
            let text = builtin::compose(&call.story, &call.assignment);
            let handle = Handle::current();
            for token in tokens(rest(&text, &call.prefix)) {
                let piece = Piece::Text {
                    text: token.to_owned(),
                    tokens: 1,
                };
                let sent = handle.block_on(async {
                    tokio::select! {
                        biased;
                        () = stop.cancelled() => false,
                        sent = async {
                            if let Some(pause) = pause {
                                tokio::time::sleep(pause).await;
                            }
                            pieces.send(Ok(piece)).await.is_ok()
                        } => sent,
                    }
                });
                if !sent {
                    return;
                }
            }
            // Nobody listens any more: then nobody misses the end.
            drop(pieces.blocking_send(Ok(Piece::End(Finish::Stop))));
        });
        Ok(futures::stream::unfold(answer, |mut answer| async {
            answer.recv().await.map(|piece| (piece, answer))
        })
        .boxed())
    }
}

/// What of `text` comes after `prefix`. Where the two differ (the world was changed meanwhile), it goes on
/// with the next paragraph of the text.
fn rest<'t>(text: &'t str, prefix: &str) -> &'t str {
    text.strip_prefix(prefix).unwrap_or_else(|| {
        let mut from = prefix.len().min(text.len());
        while !text.is_char_boundary(from) {
            from += 1;
        }
        text[from..]
            .find("\n\n")
            .map_or("", |at| &text[from + at..])
    })
}

/// Words with the white space after them: together they are the text again.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut left = text;
    std::iter::from_fn(move || {
        let word = left.find(char::is_whitespace).unwrap_or(left.len());
        let gap = left[word..]
            .find(|c: char| !c.is_whitespace())
            .unwrap_or(left.len() - word);
        let (token, after) = left.split_at(word + gap);
        left = after;
        (!token.is_empty()).then_some(token)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_the_text_again() {
        let text = "The ferry\n\ndid not cross  at noon. ";
        assert_eq!(tokens(text).collect::<String>(), text);
        assert_eq!(tokens(text).count(), 7);
        assert_eq!(tokens("").count(), 0);
    }

    #[test]
    fn a_prefix_is_continued_in_mid_sentence() {
        assert_eq!(rest("One two.\n\nThree.", "One "), "two.\n\nThree.");
        assert_eq!(rest("One two.\n\nThree.", "One two.\n\nThree."), "");
    }

    #[test]
    fn another_prefix_goes_on_with_the_next_paragraph() {
        assert_eq!(rest("Aé two.\n\nThree.", "Ox"), "\n\nThree.");
        assert_eq!(rest("Short.", "Something much longer"), "");
    }
}
