//! Server functions by resource. They are thin: every rule lives behind the engine.
//!
//! On the server a body reaches the engine through [`server`]; in the browser only the call is left.

pub mod autosave;
pub mod backups;
pub mod books;
pub mod calls;
pub mod chapters;
pub mod compare;
pub mod error;
#[cfg(feature = "ssr")]
pub mod error_class;
pub mod findings;
pub mod history;
pub mod imports;
pub mod interviews;
pub mod proposals;
pub mod replace;
pub mod reviews;
pub mod runs;
pub mod search;
pub mod settings;
pub mod stories;
pub mod world;

pub use error::StudioError;
#[cfg(feature = "ssr")]
pub use error_class::{ERROR_CLASSES, ErrorClass, error_class, log_failure};

/// What a server function answers.
pub type ApiResult<T> = Result<T, StudioError>;

/// The server's half of every server function.
#[cfg(feature = "ssr")]
pub(crate) mod server {
    use super::{ApiResult, StudioError};
    use domain::RunId;
    use http::StatusCode;
    use leptos::prelude::{expect_context, use_context};
    use leptos_axum::ResponseOptions;
    use tracing::Span;

    /// The studio's one façade, given as context by the server.
    pub(crate) fn engine() -> engine::Engine {
        expect_context()
    }

    /// The same for a call about a run: the request's lines in the log have its id.
    pub(crate) fn engine_for(run: RunId) -> engine::Engine {
        request_span().record("run", tracing::field::display(run));
        engine()
    }

    /// The span of the request: given as context, because a task that renders a part of a page has none of its own.
    fn request_span() -> Span {
        use_context().unwrap_or_else(Span::current)
    }

    /// Turns the engine's error into the browser's, and into the status of the response.
    ///
    /// A page that is rendered from a failed answer gets the status too, so that an unknown story
    /// is a 404 and not a polite 200.
    pub(crate) fn api_result<T>(result: engine::Result<T>) -> ApiResult<T> {
        result.map_err(|error| {
            request_span().in_scope(|| super::log_failure(&error));
            refuse(StudioError::new(error.code(), &error.to_string()))
        })
    }

    /// An error of the studio itself, with its status.
    pub(crate) fn refuse(error: StudioError) -> StudioError {
        if let Some(response) = use_context::<ResponseOptions>() {
            let status = StatusCode::from_u16(super::error_class(&error.code).status);
            response.set_status(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
        }
        error
    }
}
