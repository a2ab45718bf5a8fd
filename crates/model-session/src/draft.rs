//! From a sink to the draft on disk: pieces are appended, and what turns out to be no prose is cut.

use crate::{ModelSession, Sink, StepError};
use answers::chatter::{self, SceneRequest};
use domain::text::count_words;
use store::Append;
use writing::edits::common_prefix;

/// So much of what was left out is quoted, in characters.
pub const QUOTED: usize = 160;

impl ModelSession {
    /// Puts what waits on disk and in the open pages.
    pub async fn flush(&mut self, sink: &mut Sink) -> Result<(), StepError> {
        match sink.take_unflushed() {
            Some((at, text)) => {
                self.meter.words = sink.words_before + count_words(&sink.text);
                let append = Append {
                    offset: u64::try_from(at).unwrap_or(u64::MAX),
                    text,
                };
                let report = self.meter.report_if_due();
                self.store
                    .append(self.lease, self.step, append, report)
                    .await?;
            }
            None => self.report_progress().await?,
        }
        Ok(())
    }

    /// Lets the pages know how far the step is, now and then.
    pub(crate) async fn report_progress(&mut self) -> Result<(), StepError> {
        if let Some(report) = self.meter.report_if_due() {
            self.store.progress(self.lease, self.step, report).await?;
        }
        Ok(())
    }

    /// Drops what is in the sink from `keep` bytes on, but nothing of what the author wrote; where it is prose, it stays
    /// in the history.
    pub(crate) async fn cut(
        &mut self,
        sink: &mut Sink,
        keep: usize,
        prose: bool,
    ) -> Result<(), StepError> {
        let keep = keep.max(sink.author_bytes());
        if keep < sink.text.len() {
            if sink.is_draft() {
                let cut = sink.draft_end() - (sink.text.len() - keep);
                let offset = u64::try_from(cut).unwrap_or(u64::MAX);
                self.store
                    .cut_draft(self.lease, self.step, offset, prose)
                    .await?;
            }
            sink.truncate(keep);
        }
        Ok(())
    }

    /// Brings a finished scene into the form of texts, without what the model said around it; it was given these beats.
    pub async fn clean(&mut self, sink: &mut Sink, beats: &[String]) -> Result<(), StepError> {
        let (own, written) = sink.text.split_at(sink.author_bytes());
        let asked = SceneRequest {
            title: &sink.title,
            beats,
        };
        let cleaned = chatter::clean(written, asked);
        let text = format!("{own}{}", cleaned.text);
        self.leave_out(sink, &text, cleaned.left_out).await
    }

    /// Leaves out of a scene that is still written what the model said before it.
    pub(crate) async fn clean_opening(&mut self, sink: &mut Sink) -> Result<(), StepError> {
        let (own, written) = sink.text.split_at(sink.author_bytes());
        let cleaned = chatter::clean_opening(written, &sink.title);
        let text = format!("{own}{}", cleaned.text);
        self.leave_out(sink, &text, cleaned.left_out).await
    }

    /// Puts a text in the place of what is in the sink. What was left out of it is told in a finding; what is too long
    /// for one stays in the chapter's history.
    async fn leave_out(
        &mut self,
        sink: &mut Sink,
        text: &str,
        left_out: Vec<String>,
    ) -> Result<(), StepError> {
        let is_long = left_out.iter().any(|said| said.chars().count() > QUOTED);
        sink.left_out.extend(left_out);
        let keep = common_prefix(&sink.text, text);
        if keep == sink.text.len() && keep == text.len() {
            return Ok(());
        }
        self.flush(sink).await?;
        self.cut(sink, keep, is_long).await?;
        sink.push(&text[keep..]);
        self.flush(sink).await
    }
}
