//! What each kind of error is over HTTP and in the log: one table for REST and server functions.

use tracing::Level;

/// A kind of error: its stable code, its HTTP status, and the level of its line in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorClass {
    /// The stable name for programs.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The level at which the cause is logged; `None` where the client alone is at fault.
    pub level: Option<Level>,
}

/// The client sent what can't be done: the log has nothing to say of it.
const fn refused(code: &'static str, status: u16) -> ErrorClass {
    ErrorClass {
        code,
        status,
        level: None,
    }
}

/// The machine can't do it now.
const fn unavailable(code: &'static str, status: u16) -> ErrorClass {
    ErrorClass {
        code,
        status,
        level: Some(Level::WARN),
    }
}

/// The studio or its database is at fault.
const fn failed(code: &'static str) -> ErrorClass {
    ErrorClass {
        code,
        status: 500,
        level: Some(Level::ERROR),
    }
}

/// What is not in the table.
const UNKNOWN: ErrorClass = failed("failed");

/// Every code, by its status.
pub const ERROR_CLASSES: [ErrorClass; 31] = [
    refused("malformed_json", 400),
    refused("malformed_request", 400),
    refused("foreign_host", 403),
    refused("foreign_origin", 403),
    refused("not_found", 404),
    refused("method_not_allowed", 405),
    refused("timeout", 408),
    refused("illegal_transition", 409),
    refused("conflict", 409),
    refused("stale_version", 412),
    refused("too_large", 413),
    refused("unsupported_media_type", 415),
    refused("invalid", 422),
    refused("idempotency_mismatch", 422),
    refused("precondition_required", 428),
    failed("store"),
    failed("corrupt"),
    failed("damaged"),
    failed("lease_lost"),
    failed("protocol"),
    UNKNOWN,
    // The page shows why, and the call is recorded with it.
    refused("model", 502),
    unavailable("locked", 503),
    unavailable("restoring", 503),
    unavailable("read_only", 503),
    unavailable("gone", 503),
    unavailable("unusable", 503),
    unavailable("workers", 503),
    unavailable("ending", 503),
    unavailable("unreachable", 503),
    unavailable("disk_full", 507),
];

/// The class of a code; an unknown code is a failure of the studio.
pub fn error_class(code: &str) -> ErrorClass {
    let known = ERROR_CLASSES.iter().find(|class| class.code == code);
    known.copied().unwrap_or(UNKNOWN)
}

/// Logs the cause of what is the studio's or the machine's failure, once; people get the sentence alone. The span of the
/// request adds its id.
pub fn log_failure(error: &engine::Error) {
    match error_class(error.code()).level {
        Some(Level::ERROR) => tracing::error!(cause = ?error, "request failed"),
        Some(_) => tracing::warn!(cause = ?error, "request refused"),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::Error;

    #[test]
    fn a_code_is_in_the_table_once_and_only_failures_are_logged() {
        for (place, class) in ERROR_CLASSES.iter().enumerate() {
            let first = ERROR_CLASSES
                .iter()
                .position(|other| other.code == class.code);
            assert_eq!(first, Some(place), "{}", class.code);
            let logged = match class.status {
                500 => Some(Level::ERROR),
                503 | 507 => Some(Level::WARN),
                _ => None,
            };
            assert_eq!(class.level, logged, "{}", class.code);
        }
    }

    #[test]
    fn errors_of_the_engine_have_their_class() {
        for (error, status) in [
            (Error::NotFound("story"), 404),
            (Error::Invalid(String::new()), 422),
            (Error::Conflict(String::new()), 409),
            (Error::StaleVersion { current: 1 }, 412),
            (Error::KeyReused, 422),
            (Error::NoWorker, 503),
            (Error::Model(String::new()), 502),
            (Error::Gone, 503),
            (Error::NoRoom, 507),
            (Error::Corrupt("brief"), 500),
            (Error::LeaseLost, 500),
            (Error::Damaged(String::new()), 500),
        ] {
            let class = error_class(error.code());
            assert_eq!((class.code, class.status), (error.code(), status));
        }
        assert_eq!(error_class("never heard of").status, 500);
    }
}
