//! Files that are sent to be imported: written to the disk while they come, and refused early where they are too large.

use crate::{intake, problem::Problem};
use axum::{
    body::Body,
    extract::{FromRequest, Multipart, Request, multipart::Field},
    http::{HeaderMap, StatusCode, header::CONTENT_LENGTH, header::CONTENT_TYPE},
};
use engine::SentFile;
use exchange::import::MAX_UPLOAD;
use std::{
    io::{self, Seek as _, Write as _},
    sync::{Arc, OnceLock},
};
use tempfile::SpooledTempFile;

/// The most files of a folder.
const MAX_FILES: usize = 10_000;

/// Smaller files stay in memory.
const IN_MEMORY: usize = 256 * 1024;

/// The longest name of a field's value that is no file, in bytes.
const MAX_VALUE: usize = 1_000;

/// The files of a form, and how their texts are to be read.
pub(crate) struct SentForm {
    pub(crate) files: Vec<SentFile>,
    pub(crate) encoding: Option<String>,
}

/// Why the body ended before its end, if it did.
type Ended = Arc<OnceLock<Problem>>;

impl<S: Send + Sync> FromRequest<S> for SentForm {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_form(request.headers()) {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "Send a form (multipart/form-data) with the manuscript in its field “file”.",
            ));
        }
        // Who says how much comes is answered before it does.
        if announced(request.headers()).is_some_and(|size| size > intake::MAX_DRAINED) {
            return Err(intake::too_large());
        }
        let ended = Ended::default();
        let (parts, body) = request.into_parts();
        let why = Arc::clone(&ended);
        let body = intake::limited(body, MAX_UPLOAD as usize, move |problem| {
            let _ = why.set(problem);
        });
        let request = Request::from_parts(parts, Body::from_stream(body));
        let form = Multipart::from_request(request, state).await;
        let read = match form {
            Ok(form) => read(form).await,
            Err(error) => Err(malformed(&error.body_text())),
        };
        read.map_err(|problem| ended.get().cloned().unwrap_or(problem))
    }
}

async fn read(mut form: Multipart) -> Result<SentForm, Problem> {
    let mut upload = SentForm {
        files: Vec::new(),
        encoding: None,
    };
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name() {
            Some("file") => {
                let file = receive(field).await?;
                // A form in which no file was chosen sends one without a name.
                if !file.name.is_empty() || file.size > 0 {
                    upload.files.push(file);
                }
            }
            Some("encoding") => {
                let name = value(field).await?;
                upload.encoding = Some(name).filter(|name| !name.is_empty());
            }
            other => {
                let name: String = other.unwrap_or_default().chars().take(50).collect();
                return Err(invalid(format!(
                    "The form has a field “{name}”. Send “file”, once for each file, and “encoding” if you know it."
                )));
            }
        }
        if upload.files.len() > MAX_FILES {
            return Err(invalid(format!(
                "There are more than {MAX_FILES} files. Choose fewer."
            )));
        }
    }
    Ok(upload)
}

/// Writes a file to the disk as it comes.
async fn receive(mut field: Field<'_>) -> Result<SentFile, Problem> {
    let name = field.file_name().unwrap_or_default().replace('\\', "/");
    let mut file = SpooledTempFile::new(IN_MEMORY);
    let mut size = 0;
    while let Some(piece) = field.chunk().await.map_err(broken)? {
        size += piece.len() as u64;
        file.write_all(&piece).map_err(|error| unwritten(&error))?;
    }
    file.rewind().map_err(|error| unwritten(&error))?;
    Ok(SentFile {
        name,
        size,
        content: Box::new(file),
    })
}

async fn value(mut field: Field<'_>) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(broken)? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > MAX_VALUE {
            return Err(invalid("The name of the encoding is too long."));
        }
    }
    Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("multipart/form-data"))
}

fn announced(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn broken(error: axum::extract::multipart::MultipartError) -> Problem {
    malformed(&error.body_text())
}

fn malformed(why: &str) -> Problem {
    tracing::debug!(why, "a form can't be read");
    Problem::new(
        StatusCode::BAD_REQUEST,
        "malformed_request",
        "The form could not be read to its end. Send it again.",
    )
}

fn invalid(detail: impl Into<String>) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", detail)
}

fn unwritten(error: &io::Error) -> Problem {
    tracing::warn!(%error, "an upload can't be written");
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => engine::Error::NoRoom.into(),
        _ => Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "unusable",
            "The file could not be written to the disk for temporary files. Check that disk, then try again.",
        ),
    }
}
