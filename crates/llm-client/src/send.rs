//! Sending a call until its answer begins: what a model refuses is left out, and the call made again.

use super::{
    failure::CallFailure,
    probe,
    probe_result::ProbeResult,
    request,
    server_model::ServerModel,
    stream::{self, SentRequest},
    unsupported_params::{RetryHint, UnsupportedParams},
};
use prompts as prompt;
use reqwest::Response;
use serde_json::Value;
use std::time::Duration;
use writing::{Call, ModelError, Prompt};

/// After a refusal that names nothing the same call is made once more, this much later: it may have been about
/// something else than the call.
const ONCE_MORE: Duration = Duration::from_millis(500);

/// An answer that has begun.
pub(super) struct StartedAnswer {
    pub(super) response: Response,
    /// The beginning of it that was sent.
    pub(super) prefill: String,
    pub(super) asked: SentRequest,
    /// Whether it is to be JSON.
    pub(super) is_structured: bool,
}

/// What trying has shown.
enum TrialOutcome {
    /// Without this the call is answered.
    Answered(Box<Response>, UnsupportedParams),
    /// Without this it would be answered; what is sent has to be written anew for it.
    Rewrite(UnsupportedParams),
}

/// What a refused call comes to.
enum RetryOutcome {
    /// An answer, to this body.
    Answered(Box<Response>, Value),
    /// It has to be written anew, without this.
    Rewrite(UnsupportedParams),
}

impl ServerModel {
    /// Sends a call and answers with the beginning of its answer. What the model
    /// does not take is left out and the call sent again; it comes back as one to be made again at once where
    /// the prompt that was given has to be another one for that.
    pub(super) async fn send(
        &self,
        call: &Call,
        given: Option<Prompt>,
    ) -> Result<StartedAnswer, ModelError> {
        let server = &self.server;
        let mut has_tried = false;
        loop {
            let known = probe::known(server, &self.id, true).await;
            let mut unsupported = self.unsupported().await;
            let prompt = match &given {
                Some(prompt) => prompt.clone(),
                None => prompt::prepared(call, &self.abilities_of(known, unsupported))
                    .map_err(|too_small| ModelError::Lasting(too_small.to_string()))?
                    .unwrap_or_default(),
            };
            let begun = |response, unsupported: UnsupportedParams, body| StartedAnswer {
                response,
                prefill: prompt.prefill.clone(),
                asked: SentRequest {
                    body,
                    context: unsupported.fitting(known.context),
                    unsupported,
                },
                is_structured: prompt.schema.is_some(),
            };
            let body = request::body(&self.id, &prompt, &known, unsupported);
            let cause = match self.attempt(&body, unsupported, has_tried).await {
                Ok(response) => {
                    self.acquit(|without| {
                        request::body(&self.id, &prompt, &known, without) != body
                    })
                    .await;
                    return Ok(begun(response, unsupported, body));
                }
                Err(cause) => cause,
            };
            if let CallFailure::ContextTooSmall { context, .. } = &cause {
                self.learn_context(unsupported.fitting(known.context), *context)
                    .await;
            }
            let mut hint = cause
                .refused()
                .and_then(|said| unsupported.learn(said, &body));
            if hint.is_none() && cause.refused().is_some() && !has_tried {
                if let Some(without) = self.take_suspected().await {
                    // Refused again, another call later: that was no fault which passes.
                    unsupported.add(without);
                    hint = Some(RetryHint::Resend);
                } else {
                    has_tried = true;
                    match self.find_cause(&prompt, &known, unsupported, &body).await {
                        Some(RetryOutcome::Answered(response, body)) => {
                            return Ok(begun(*response, unsupported, body));
                        }
                        Some(RetryOutcome::Rewrite(without)) => {
                            unsupported = without;
                            hint = Some(RetryHint::Rewrite);
                        }
                        None => {}
                    }
                }
            }
            let failure = server.failure(cause);
            let Some(hint) = hint else {
                return Err(failure);
            };
            tracing::info!(model = self.name, %failure, "asked otherwise from now on");
            self.update(|all| all.add(unsupported)).await;
            if hint == RetryHint::Rewrite && given.is_some() {
                return Err(ModelError::Passing {
                    reason: failure.to_string(),
                    retry_after: Some(Duration::ZERO),
                });
            }
        }
    }

    /// Sends a call, once more where nothing can be learned from its refusal, and records whether the server is there.
    async fn attempt(
        &self,
        body: &Value,
        unsupported: UnsupportedParams,
        has_tried: bool,
    ) -> Result<Response, CallFailure> {
        let mut sent = stream::send(&self.server, body).await;
        // What passes by itself teaches nothing.
        if let Err(cause) = &sent
            && !has_tried
            && is_unexplained(cause, unsupported, body)
        {
            tokio::time::sleep(ONCE_MORE).await;
            sent = stream::send(&self.server, body).await;
        }
        let is_there = !matches!(&sent, Err(cause) if cause.is_unreachable());
        self.server.0.limiter.record(is_there);
        sent
    }

    /// Finds out by trying what a call was refused for, and keeps what helped for the next call.
    async fn find_cause(
        &self,
        prompt: &Prompt,
        known: &ProbeResult,
        unsupported: UnsupportedParams,
        body: &Value,
    ) -> Option<RetryOutcome> {
        match self.try_without(prompt, known, unsupported).await? {
            TrialOutcome::Answered(response, without) => {
                self.suspect(without).await;
                let body = request::body(&self.id, prompt, known, without);
                Some(RetryOutcome::Answered(response, body))
            }
            TrialOutcome::Rewrite(without) => {
                // The call as it was once more: a fault may have passed meanwhile.
                Some(match stream::send(&self.server, body).await {
                    Ok(response) => RetryOutcome::Answered(Box::new(response), body.clone()),
                    Err(_) => RetryOutcome::Rewrite(without),
                })
            }
        }
    }

    /// Keeps what helped for the next call: that one is sent as it is first, and refused where the lesson is right.
    async fn suspect(&self, without: UnsupportedParams) {
        let mut all = self.server.0.suspected.lock().await;
        all.retain(|(model, _)| *model != self.id);
        all.push((self.id.clone(), without));
    }

    /// What helped once, where no call has shown since that it is taken.
    async fn take_suspected(&self) -> Option<UnsupportedParams> {
        let mut all = self.server.0.suspected.lock().await;
        let at = all.iter().position(|(model, _)| *model == self.id)?;
        Some(all.swap_remove(at).1)
    }

    /// Forgets what helped once, where a call was taken that `has` it.
    async fn acquit(&self, has: impl Fn(UnsupportedParams) -> bool) {
        let mut all = self.server.0.suspected.lock().await;
        all.retain(|(model, without)| *model != self.id || !has(*without));
    }

    /// Finds out by trying what of a refused call it was refused for, where its words do not say so: each part alone
    /// is left out, then more and more of them together. A refusal costs nothing and comes at once.
    async fn try_without(
        &self,
        prompt: &Prompt,
        known: &ProbeResult,
        unsupported: UnsupportedParams,
    ) -> Option<TrialOutcome> {
        let sent = request::body(&self.id, prompt, known, unsupported);
        for (without, hint) in unsupported.suspects(&sent) {
            let body = request::trial(&self.id, prompt, known, without);
            match stream::send(&self.server, &body).await {
                Ok(response) if hint == RetryHint::Resend => {
                    return Some(TrialOutcome::Answered(Box::new(response), without));
                }
                // Dropping the answer closes it.
                Ok(_) => return Some(TrialOutcome::Rewrite(without)),
                // Other words about something else are no answer to this question.
                Err(cause) if cause.refused().is_some() => {}
                Err(_) => return None,
            }
        }
        None
    }
}

/// Whether a call was refused, and nothing can be learned from the words.
fn is_unexplained(cause: &CallFailure, mut unsupported: UnsupportedParams, body: &Value) -> bool {
    match cause.refused() {
        Some(said) => unsupported.learn(said, body).is_none(),
        None => matches!(cause, CallFailure::Refused(..)),
    }
}
