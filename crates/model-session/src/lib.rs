//! The session with the model: a step asks, the session makes calls until the answer is whole. Which call
//! follows which is decided by the retry policy; text goes into a [`Sink`], and from there to disk.

mod ask;
mod backoff;
mod converse;
mod draft;
mod meter;
mod model_call;
mod model_session;
mod retry_policy;
mod sink;
mod step_error;
mod stop;
mod stream;
mod unusable_answer;

pub use backoff::retry_write;
pub use draft::QUOTED;
pub use model_call::{CallEvent, ModelCall};
pub use model_session::ModelSession;
pub use sink::Sink;
pub use step_error::StepError;
pub use stop::Stop;
