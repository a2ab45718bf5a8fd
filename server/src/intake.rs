//! Taking a request's body in: whole, within a time, and up to a size. Handlers get bytes and never wait for a client.

use crate::problem::Problem;
use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{Method, StatusCode, header::CONTENT_LENGTH},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use exchange::import::MAX_UPLOAD;
use futures::{Stream, StreamExt as _, stream};
use std::{io, time::Duration};
use tokio::time::{Instant, timeout_at};

/// The largest request, in bytes: a very long chapter is one.
pub(crate) const MAX_BODY: usize = 8 * 1024 * 1024;

/// The address that takes files in: it writes them to the disk while they come.
const IMPORTS: &str = "/api/v1/imports";

/// What is too large is read on for so much, so that the answer reaches a browser that sends first and listens then.
pub(crate) const MAX_DRAINED: usize = 384 * 1024 * 1024;

/// How long a client may pause while it sends a body, and how long all of it may take.
const BETWEEN_PIECES: Duration = Duration::from_secs(20);
const WHOLE_BODY: Duration = Duration::from_secs(300);

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads the body before anything else is done.
pub(crate) async fn take_in(request: Request, next: Next) -> Response {
    if request.method() == Method::POST && request.uri().path() == IMPORTS {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    match read(body, MAX_BODY, Instant::now() + WHOLE_BODY).await {
        Ok(mut bytes) => {
            // Editors and shells of Windows put one before a text; it is no part of it.
            if bytes.starts_with(BYTE_ORDER_MARK) {
                bytes.drain(..BYTE_ORDER_MARK.len());
            }
            // As it is now, whatever way it came.
            parts.headers.remove(CONTENT_LENGTH);
            next.run(Request::from_parts(parts, Body::from(bytes)))
                .await
        }
        Err(problem) => problem.into_response(),
    }
}

/// The next piece of a body, within its time; none at its end.
async fn next_piece(
    pieces: &mut (impl Stream<Item = Result<Bytes, axum::Error>> + Unpin),
    until: Instant,
) -> Result<Option<Bytes>, Problem> {
    let deadline = until.min(Instant::now() + BETWEEN_PIECES);
    match timeout_at(deadline, pieces.next()).await {
        Ok(None) => Ok(None),
        Ok(Some(Ok(piece))) => Ok(Some(piece)),
        Ok(Some(Err(error))) => {
            tracing::debug!(%error, "a request broke off");
            Err(Problem::new(
                StatusCode::BAD_REQUEST,
                "malformed_request",
                "The request's body could not be read to its end. Send it again.",
            ))
        }
        Err(_) => Err(Problem::new(
            StatusCode::REQUEST_TIMEOUT,
            "timeout",
            "The request's body did not come in time. Send it again.",
        )),
    }
}

async fn read(body: Body, most: usize, until: Instant) -> Result<Vec<u8>, Problem> {
    let mut pieces = body.into_data_stream();
    let (mut bytes, mut size) = (Vec::new(), 0);
    while let Some(piece) = next_piece(&mut pieces, until).await? {
        size += piece.len();
        if size <= most {
            bytes.extend_from_slice(&piece);
        } else {
            bytes = Vec::new();
        }
        if size > MAX_DRAINED {
            break;
        }
    }
    if size > most {
        let most = most / (1024 * 1024);
        return Err(Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            format!("The request is larger than {most} MB. Split the text into several chapters."),
        ));
    }
    Ok(bytes)
}

/// A body piece by piece, within its time and up to a size. What ends it early is told to `failed` first.
pub(crate) fn limited(
    body: Body,
    most: usize,
    failed: impl FnOnce(Problem) + Send + 'static,
) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    let until = Instant::now() + WHOLE_BODY;
    let begin = Some((body.into_data_stream(), 0, failed));
    stream::unfold(begin, move |state| async move {
        let (mut pieces, mut size, failed) = state?;
        let problem = loop {
            match next_piece(&mut pieces, until).await {
                Ok(Some(piece)) => {
                    size += piece.len();
                    if size <= most {
                        return Some((Ok(piece), Some((pieces, size, failed))));
                    }
                    if size > MAX_DRAINED {
                        break too_large();
                    }
                }
                Ok(None) if size > most => break too_large(),
                Ok(None) => return None,
                Err(problem) => break problem,
            }
        };
        failed(problem);
        Some((Err(io::Error::other("the body ended early")), None))
    })
}

/// What a form that is larger than this is told.
pub(crate) fn too_large() -> Problem {
    Problem::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        "too_large",
        format!(
            "The files are larger than {} MB. Remove their pictures, or import the manuscript in parts.",
            MAX_UPLOAD >> 20
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Bytes;
    use futures::stream;

    fn in_pieces(size: usize, of: usize) -> Body {
        let piece = Bytes::from(vec![b'x'; of]);
        let pieces = (0..size / of).map(move |_| Ok::<_, io::Error>(piece.clone()));
        Body::from_stream(stream::iter(pieces))
    }

    async fn status(body: Body) -> Result<usize, u16> {
        let until = Instant::now() + WHOLE_BODY;
        read(body, MAX_BODY, until)
            .await
            .map(|bytes| bytes.len())
            .map_err(|problem| problem.status)
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_is_read_whole_within_its_size_and_time() {
        assert_eq!(status(in_pieces(MAX_BODY, 1 << 16)).await, Ok(MAX_BODY));
        assert_eq!(
            status(in_pieces(MAX_BODY + (1 << 16), 1 << 16)).await,
            Err(413)
        );
        assert_eq!(
            status(Body::from_stream(stream::pending::<io::Result<Bytes>>())).await,
            Err(408)
        );
        let broken = stream::iter([Err::<Bytes, _>(io::Error::other("gone"))]);
        assert_eq!(status(Body::from_stream(broken)).await, Err(400));
        // A byte now and then is no sign of life for ever.
        let drip = stream::unfold((), |()| async {
            tokio::time::sleep(BETWEEN_PIECES / 2).await;
            Some((Ok::<_, io::Error>(Bytes::from_static(b"x")), ()))
        });
        assert_eq!(status(Body::from_stream(drip)).await, Err(408));
    }
}
