//! Trying a model: one sentence, with a stopwatch.

use super::{Call, LanguageModel, ModelError, Piece, StoryContext, Tuning};
use crate::model::assignment::{Assignment, ChapterContext, Plan, Scene};
use futures::StreamExt as _;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// Nobody watches a test for longer.
const PATIENCE: Duration = Duration::from_secs(120);

/// The most tokens it may take.
const ENOUGH: u32 = 60;

/// What came of it.
pub(crate) struct Wrote {
    pub(crate) sentence: String,
    pub(crate) tokens_per_second: Option<f64>,
    pub(crate) first_token_ms: u64,
}

/// Has the model write a sentence.
pub(crate) async fn sentence(model: &dyn LanguageModel) -> Result<Wrote, ModelError> {
    let slow = || ModelError::Passing {
        reason: format!(
            "The model did not write a sentence within {} s.",
            PATIENCE.as_secs()
        ),
        retry_after: None,
    };
    tokio::time::timeout(PATIENCE, write(model))
        .await
        .map_err(|_| slow())?
}

async fn write(model: &dyn LanguageModel) -> Result<Wrote, ModelError> {
    let chapter = ChapterContext {
        number: 1,
        of: 1,
        beats: vec!["Rain comes to the harbour.".to_owned()],
        ..ChapterContext::default()
    };
    let call = Call {
        story: StoryContext {
            title: "A test".to_owned(),
            ..StoryContext::default()
        },
        assignment: Assignment::Draft {
            chapter,
            plan: Plan {
                scenes: vec![Scene::default()],
            },
            scene: 0,
            before: String::new(),
        },
        prefix: String::new(),
        repair: None,
        tuning: Tuning {
            chapter_words: 100,
            ..Tuning::default()
        },
        prompt: None,
    };
    let asked = Instant::now();
    let mut answer = model.answer(call, CancellationToken::new()).await?;
    let (mut sentence, mut tokens, mut first) = (String::new(), 0, None);
    while let Some(piece) = answer.next().await {
        match piece? {
            Piece::Text { text, tokens: more } => {
                first.get_or_insert_with(Instant::now);
                sentence.push_str(&text);
                tokens += more;
            }
            Piece::Thinking { tokens: more } => {
                first.get_or_insert_with(Instant::now);
                tokens += more;
            }
            Piece::Usage(_) => {}
            Piece::End(_) => break,
        }
        let whole = sentence.trim_end().ends_with(['.', '!', '?', '”']);
        if (whole && tokens > 8) || tokens >= ENOUGH {
            break;
        }
    }
    let Some(first) = first else {
        return Err(ModelError::Passing {
            reason: "The model answered with nothing.".to_owned(),
            retry_after: None,
        });
    };
    let seconds = first.elapsed().as_secs_f64();
    Ok(Wrote {
        sentence: sentence.trim().to_owned(),
        // The first token is the clock's start, not among what it measures.
        tokens_per_second: (tokens > 1 && seconds > 0.0).then(|| f64::from(tokens - 1) / seconds),
        first_token_ms: u64::try_from((first - asked).as_millis()).unwrap_or(u64::MAX),
    })
}
