//! Asking for structured answers.

use super::{Halt, Work, sink::Sink};
use crate::model::Assignment;
use domain::Stage;
use serde::{Serialize, de::DeserializeOwned};

/// How often an answer that is not in the asked-for shape is asked for again.
const MAX_ASKS: u32 = 3;

impl Work {
    /// The output of a stage that answers in JSON: the stored one, or asked for and stored.
    pub(super) async fn stage<T: Serialize + DeserializeOwned>(
        &mut self,
        stage: Stage,
        assignment: Assignment,
    ) -> Result<T, Halt> {
        if let Some(output) = self.finished(stage, 0) {
            return Ok(output);
        }
        self.enter(stage).await?;
        let output = self.ask(assignment).await?;
        self.keep(stage, 0, &output, None).await?;
        Ok(output)
    }

    /// Asks for JSON of a type.
    pub(super) async fn ask<T: DeserializeOwned>(
        &mut self,
        assignment: Assignment,
    ) -> Result<T, Halt> {
        for _ in 0..MAX_ASKS {
            let mut sink = Sink::memory();
            self.converse(assignment.clone(), &mut sink).await?;
            match read(&sink.text) {
                Some(answer) => return Ok(answer),
                None => {
                    tracing::warn!(run = %self.lease.run, "the answer was not in the asked-for shape")
                }
            }
        }
        Err(Halt::Failed(format!(
            "The model {} did not answer in the asked-for shape, three times in a row. Try again, or \
             choose another model.",
            self.model()?.name()
        )))
    }
}

/// Reads JSON, also where a model has put words or a fence around it.
fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let text = text.trim();
    serde_json::from_str(text).ok().or_else(|| {
        let from = text.find('{')?;
        let to = text.rfind('}')?;
        serde_json::from_str(text.get(from..=to)?).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::model::assignment::Edits;

    #[test]
    fn json_is_found_inside_words_and_fences() {
        let fenced = "Here you are:\n```json\n{\"edits\": []}\n```";
        assert_eq!(read::<Edits>(fenced), Some(Edits::default()));
        assert_eq!(read::<Edits>("{\"edits\": ["), None);
        assert_eq!(read::<Edits>("} and {"), None);
    }
}
