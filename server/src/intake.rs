//! Taking a request's body in: whole, within a time, and up to a size. Handlers get bytes and never wait for a client.

use crate::problem::Problem;
use axum::{
    body::Body,
    extract::Request,
    http::{StatusCode, header::CONTENT_LENGTH},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use futures::StreamExt as _;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// The largest request, in bytes: a very long chapter is one.
pub(crate) const MAX_BODY: usize = 8 * 1024 * 1024;

/// The largest manuscript, in bytes: pictures make a document large.
const MAX_MANUSCRIPT: usize = 64 * 1024 * 1024;

/// The addresses of what takes in manuscripts.
const IMPORT: &str = "/api/v1/import";

/// What is too large is read on for so much, so that the answer reaches a browser that sends first and listens then.
const MAX_DRAINED: usize = 128 * 1024 * 1024;

/// How long a client may pause while it sends a body, and how long all of it may take.
const BETWEEN_PIECES: Duration = Duration::from_secs(20);
const WHOLE_BODY: Duration = Duration::from_secs(300);

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads the body before anything else is done.
pub(crate) async fn take_in(request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let most = match parts.uri.path().starts_with(IMPORT) {
        true => MAX_MANUSCRIPT,
        false => MAX_BODY,
    };
    match read(body, most, Instant::now() + WHOLE_BODY).await {
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

async fn read(body: Body, most: usize, until: Instant) -> Result<Vec<u8>, Problem> {
    let mut pieces = body.into_data_stream();
    let (mut bytes, mut size) = (Vec::new(), 0);
    loop {
        let deadline = until.min(Instant::now() + BETWEEN_PIECES);
        let piece = match timeout_at(deadline, pieces.next()).await {
            Ok(None) => break,
            Ok(Some(Ok(piece))) => piece,
            Ok(Some(Err(error))) => {
                tracing::debug!(%error, "a request broke off");
                return Err(Problem::new(
                    StatusCode::BAD_REQUEST,
                    "malformed_request",
                    "The request's body could not be read to its end. Send it again.",
                ));
            }
            Err(_) => {
                return Err(Problem::new(
                    StatusCode::REQUEST_TIMEOUT,
                    "timeout",
                    "The request's body did not come in time. Send it again.",
                ));
            }
        };
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
        let advice = match most {
            MAX_MANUSCRIPT => "Remove its pictures, or import it in parts.",
            _ => "Split the text into several chapters.",
        };
        let most = most / (1024 * 1024);
        return Err(Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            format!("The request is larger than {most} MB. {advice}"),
        ));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Bytes;
    use futures::stream;

    fn in_pieces(size: usize, of: usize) -> Body {
        let piece = Bytes::from(vec![b'x'; of]);
        let pieces = (0..size / of).map(move |_| Ok::<_, std::io::Error>(piece.clone()));
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
            status(Body::from_stream(
                stream::pending::<std::io::Result<Bytes>>()
            ))
            .await,
            Err(408)
        );
        let broken = stream::iter([Err::<Bytes, _>(std::io::Error::other("gone"))]);
        assert_eq!(status(Body::from_stream(broken)).await, Err(400));
        // A byte now and then is no sign of life for ever.
        let drip = stream::unfold((), |()| async {
            tokio::time::sleep(BETWEEN_PIECES / 2).await;
            Some((Ok::<_, std::io::Error>(Bytes::from_static(b"x")), ()))
        });
        assert_eq!(status(Body::from_stream(drip)).await, Err(408));
    }
}
