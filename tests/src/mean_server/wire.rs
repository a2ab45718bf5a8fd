//! HTTP/1.1 by hand: what a library would never send can be sent.

use serde_json::{Value, json};
use std::io;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// A request as it came.
pub(super) struct Request {
    pub(super) path: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Value,
}

impl Request {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Reads a request; `None` where the client sent none.
pub(super) async fn read(stream: &mut TcpStream) -> io::Result<Option<Request>> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(&mut bytes).await? == 0 {
            return Ok(None);
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let mut lines = text.lines();
    let path = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .unwrap_or_default()
        .to_owned();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length: usize = length.map_or(0, |(_, value)| value.parse().unwrap_or_default());
    while bytes.len() < head + length {
        if stream.read_buf(&mut bytes).await? == 0 {
            return Ok(None);
        }
    }
    let body = serde_json::from_slice(&bytes[head..head + length]).unwrap_or(Value::Null);
    Ok(Some(Request {
        path,
        headers,
        body,
    }))
}

/// A whole answer.
pub(super) async fn answer(
    stream: &mut TcpStream,
    status: &str,
    headers: &str,
    content_type: &str,
    body: &str,
) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\nServer: mean\r\n{headers}Content-Type: {content_type}\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes()).await?;
    stream.shutdown().await
}

/// Begins a streamed answer.
pub(super) async fn begin(stream: &mut TcpStream) -> io::Result<()> {
    let head = "HTTP/1.1 200 OK\r\nServer: mean\r\nContent-Type: text/event-stream\r\n\
                Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    stream.write_all(head.as_bytes()).await
}

/// An HTTP chunk.
pub(super) fn chunk(bytes: &[u8]) -> Vec<u8> {
    let mut framed = format!("{:x}\r\n", bytes.len()).into_bytes();
    framed.extend_from_slice(bytes);
    framed.extend_from_slice(b"\r\n");
    framed
}

/// The last HTTP chunk.
pub(super) const LAST_CHUNK: &[u8] = b"0\r\n\r\n";

/// A server-sent event with a piece of a completion.
pub(super) fn event(delta: &Value, finish: Option<&str>) -> Vec<u8> {
    let choices = json!([{"finish_reason": finish, "index": 0, "delta": delta}]);
    data(
        &json!({"choices": choices, "created": 1, "id": "chatcmpl-mean", "model": "mean",
                 "object": "chat.completion.chunk"})
        .to_string(),
    )
}

/// A server-sent event with what was used, as it comes last.
pub(super) fn usage(tokens: usize) -> Vec<u8> {
    let usage =
        json!({"completion_tokens": tokens, "prompt_tokens": 50, "total_tokens": 50 + tokens});
    data(
        &json!({"choices": [], "created": 1, "id": "chatcmpl-mean", "model": "mean",
                 "object": "chat.completion.chunk", "usage": usage})
        .to_string(),
    )
}

/// A server-sent event.
pub(super) fn data(line: &str) -> Vec<u8> {
    format!("data: {line}\n\n").into_bytes()
}
