//! Errors as RFC 9457 problem details: the one error type at the HTTP boundary.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use engine::Error;
use serde::Serialize;
use std::borrow::Cow;

/// What every failed request answers.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// The status in words.
    pub title: String,
    /// Stable name for programs.
    #[schema(value_type = String)]
    pub code: Cow<'static, str>,
    /// One clear sentence that says what to do.
    pub detail: String,
    /// The resource as it stands, where the request was based on an older one; its `status`, where that does not allow
    /// the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub current: Option<Box<serde_json::Value>>,
}

impl Problem {
    /// A problem with this status and code.
    pub fn new(
        status: StatusCode,
        code: impl Into<Cow<'static, str>>,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            status: status.as_u16(),
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            code: code.into(),
            detail: detail.into(),
            current: None,
        }
    }

    /// The same with the resource as it stands.
    pub fn with_current<T: Serialize>(mut self, current: &T) -> Self {
        self.current = serde_json::to_value(current).ok().map(Box::new);
        self
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        app::log_failure(&error);
        let status = StatusCode::from_u16(app::error_class(error.code()).status)
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let problem = Self::new(status, error.code(), error.to_string());
        match &error {
            Error::IllegalTransition(illegal) => {
                problem.with_current(&serde_json::json!({ "status": illegal.status }))
            }
            _ => problem,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self)).into_response();
        response.headers_mut().insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        response
    }
}
