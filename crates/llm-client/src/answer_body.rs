//! The body of an answer that is read whole.

/// The beginning of a body, at least `most` bytes where there are so many.
pub(super) async fn read(mut response: reqwest::Response, most: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while bytes.len() < most
        && let Ok(Some(chunk)) = response.chunk().await
    {
        bytes.extend_from_slice(&chunk);
    }
    bytes
}
