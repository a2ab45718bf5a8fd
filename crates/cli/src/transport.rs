//! How a command reaches the REST API: over HTTP where a studio runs on the data folder, else through the same router
//! in this process.

use crate::{
    address_file::{self, StudioAddress},
    error::CliError,
    folder::{DataFolder, OpenedFolder},
};
use axum::{
    Router,
    body::{Body, Bytes},
    http::{
        HeaderMap, Method, Request, StatusCode,
        header::{CONTENT_TYPE, HOST},
    },
};
use futures::{StreamExt as _, TryStreamExt as _, stream::BoxStream};
use serde_json::Value;
use std::{
    path::Path,
    process,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use tower::ServiceExt as _;

/// How long a studio may take to say that it is there.
const ANSWER_TIME: Duration = Duration::from_secs(2);

/// How long to wait for a studio that begins or ends, or for another command that has the folder open.
const FOLDER_TIME: Duration = Duration::from_secs(6);

/// How often to look again meanwhile.
const LOOK_AGAIN: Duration = Duration::from_millis(150);

/// Where the API begins.
const API: &str = "/api/v1";

/// The way to a studio.
pub(crate) enum Transport {
    /// A studio runs, at this address.
    Http {
        client: reqwest::Client,
        url: String,
    },
    /// None runs: the folder is open here.
    InProcess {
        folder: Box<dyn OpenedFolder>,
        router: Router,
    },
}

/// A request to the API.
pub(crate) struct ApiRequest {
    method: Method,
    /// Below `/api/v1`.
    path: String,
    body: RequestBody,
    last_event: Option<i64>,
}

/// What is sent with a request.
enum RequestBody {
    Nothing,
    Json(Value),
    Form(FormBody),
}

impl RequestBody {
    /// Its media type and its bytes.
    fn into_parts(self) -> Option<(String, Vec<u8>)> {
        match self {
            Self::Nothing => None,
            Self::Json(value) => Some((
                "application/json".to_owned(),
                value.to_string().into_bytes(),
            )),
            Self::Form(form) => Some(form.into_parts()),
        }
    }
}

/// A form with files (multipart/form-data).
pub(crate) struct FormBody {
    boundary: String,
    bytes: Vec<u8>,
}

impl FormBody {
    pub(crate) fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let nanos = now.unwrap_or_default().as_nanos();
        Self {
            // No line of a file is this: it was not known when the file was written.
            boundary: format!("fablewright-{}-{nanos}", process::id()),
            bytes: Vec::new(),
        }
    }

    /// Adds a value.
    pub(crate) fn add_value(&mut self, field: &str, value: &str) {
        self.add(&format!("name=\"{field}\""), value.as_bytes());
    }

    /// Adds a file.
    pub(crate) fn add_file(&mut self, field: &str, name: &str, content: &[u8]) {
        // As browsers do it.
        let name = name
            .replace('"', "%22")
            .replace('\r', "%0D")
            .replace('\n', "%0A");
        self.add(&format!("name=\"{field}\"; filename=\"{name}\""), content);
    }

    fn add(&mut self, disposition: &str, content: &[u8]) {
        let head = format!(
            "--{}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n",
            self.boundary
        );
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(content);
        self.bytes.extend_from_slice(b"\r\n");
    }

    fn into_parts(mut self) -> (String, Vec<u8>) {
        let end = format!("--{}--\r\n", self.boundary);
        self.bytes.extend_from_slice(end.as_bytes());
        let kind = format!("multipart/form-data; boundary={}", self.boundary);
        (kind, self.bytes)
    }
}

impl ApiRequest {
    /// Reads something.
    pub(crate) fn get(path: impl Into<String>) -> Self {
        Self {
            method: Method::GET,
            path: path.into(),
            body: RequestBody::Nothing,
            last_event: None,
        }
    }

    /// Asks for a change.
    pub(crate) fn post(path: impl Into<String>, body: Option<Value>) -> Self {
        Self {
            method: Method::POST,
            body: body.map_or(RequestBody::Nothing, RequestBody::Json),
            ..Self::get(path)
        }
    }

    /// Sends files.
    pub(crate) fn form(path: impl Into<String>, form: FormBody) -> Self {
        Self {
            method: Method::POST,
            body: RequestBody::Form(form),
            ..Self::get(path)
        }
    }

    /// Goes on after an event.
    pub(crate) fn after_event(mut self, seq: i64) -> Self {
        self.last_event = Some(seq);
        self
    }
}

/// An answer whose body still comes.
pub(crate) struct ApiAnswer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: BoxStream<'static, Result<Bytes, String>>,
}

impl ApiAnswer {
    /// The whole body.
    pub(crate) async fn bytes(self) -> Result<Vec<u8>, CliError> {
        let whole = self
            .body
            .try_fold(Vec::new(), |mut whole, piece| async move {
                whole.extend_from_slice(&piece);
                Ok(whole)
            });
        whole.await.map_err(|cause| {
            CliError::Unavailable(format!(
                "The studio's answer broke off ({cause}). Try again."
            ))
        })
    }
}

impl Transport {
    /// Finds the studio of a data folder, or opens the folder.
    pub(crate) async fn reach(
        folder: &dyn DataFolder,
        executes_runs: bool,
    ) -> Result<Self, CliError> {
        let data = folder.path()?;
        let begun = tokio::time::Instant::now();
        loop {
            if let Some(found) = find(&data).await? {
                return Ok(found);
            }
            // Opened all the same in the end: that says who has it.
            if !address_file::is_locked(&data) || begun.elapsed() > FOLDER_TIME {
                let folder = folder.open(executes_runs).await?;
                address_file::forget(&data);
                let router = folder.router();
                return Ok(Self::InProcess { folder, router });
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// Whether this process has the folder open.
    pub(crate) const fn is_in_process(&self) -> bool {
        matches!(self, Self::InProcess { .. })
    }

    /// Ends in order: what runs here goes back to the queue.
    pub(crate) async fn close(self) {
        if let Self::InProcess { folder, .. } = self {
            folder.close().await;
        }
    }

    /// Sends a request; what was refused is an error with the studio's own sentence.
    pub(crate) async fn send(&self, request: ApiRequest) -> Result<ApiAnswer, CliError> {
        let answer = match self {
            Self::Http { client, url } => over_http(client, url, request).await?,
            Self::InProcess { router, .. } => in_process(router.clone(), request).await?,
        };
        if answer.status.is_success() {
            return Ok(answer);
        }
        let status = answer.status;
        let problem: Value = serde_json::from_slice(&answer.bytes().await?).unwrap_or_default();
        let sentence = match problem["detail"].as_str() {
            Some(sentence) => sentence.to_owned(),
            None => format!("The studio refused this with status {status}."),
        };
        Err(match status {
            StatusCode::SERVICE_UNAVAILABLE => CliError::Unavailable(sentence),
            _ => CliError::Failed(sentence),
        })
    }
}

/// The studio that runs on a data folder: its address is there, it answers, and the folder's lock is held.
pub(crate) async fn find(data: &Path) -> Result<Option<Transport>, CliError> {
    let Some(StudioAddress { url, .. }) = StudioAddress::read(data) else {
        return Ok(None);
    };
    let client = reqwest::Client::builder()
        .no_proxy()
        .connect_timeout(ANSWER_TIME)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .map_err(|error| CliError::failed(format!("No connection can be made ({error}).")))?;
    let health = client.get(format!("{url}/healthz")).timeout(ANSWER_TIME);
    let answers = health
        .send()
        .await
        .is_ok_and(|answer| answer.status().is_success());
    // Something else may have taken the port of a studio that was killed.
    let is_there = answers && address_file::is_locked(data);
    Ok(is_there.then_some(Transport::Http { client, url }))
}

async fn over_http(
    client: &reqwest::Client,
    url: &str,
    request: ApiRequest,
) -> Result<ApiAnswer, CliError> {
    let mut sent = client.request(request.method, format!("{url}{API}{}", request.path));
    if let Some((kind, bytes)) = request.body.into_parts() {
        sent = sent.header(CONTENT_TYPE, kind).body(bytes);
    }
    if let Some(seq) = request.last_event {
        sent = sent.header("last-event-id", seq);
    }
    let answer = sent.send().await.map_err(|error| {
        CliError::Unavailable(format!(
            "The studio at {url} does not answer ({}). Try again.",
            error.without_url()
        ))
    })?;
    Ok(ApiAnswer {
        status: answer.status(),
        headers: answer.headers().clone(),
        body: answer
            .bytes_stream()
            .map_err(|error| error.without_url().to_string())
            .boxed(),
    })
}

async fn in_process(router: Router, request: ApiRequest) -> Result<ApiAnswer, CliError> {
    let mut sent = Request::builder()
        .method(request.method)
        .uri(format!("{API}{}", request.path))
        .header(HOST, "localhost");
    let body = request.body.into_parts().map(|(kind, bytes)| {
        if let (Some(headers), Ok(kind)) = (sent.headers_mut(), kind.parse()) {
            headers.insert(CONTENT_TYPE, kind);
        }
        Body::from(bytes)
    });
    if let Some(seq) = request.last_event {
        sent = sent.header("last-event-id", seq);
    }
    let sent = sent
        .body(body.unwrap_or_else(Body::empty))
        .map_err(|error| CliError::failed(format!("This can't be asked for ({error}).")))?;
    let Ok(answer) = router.oneshot(sent).await;
    let (parts, body) = answer.into_parts();
    Ok(ApiAnswer {
        status: parts.status,
        headers: parts.headers,
        body: body
            .into_data_stream()
            .map_err(|error| error.to_string())
            .boxed(),
    })
}

/// A word as a part of a path or of a query, whatever is in it.
pub(crate) fn encoded(word: &str) -> String {
    let mut text = String::new();
    for byte in word.bytes() {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'_' => text.push(byte.into()),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

/// Asks, and ends in order whatever came of it.
pub(crate) async fn closing<T>(
    studio: Transport,
    ask: impl AsyncFnOnce(&Transport) -> Result<T, CliError>,
) -> Result<T, CliError> {
    let done = ask(&studio).await;
    studio.close().await;
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stays_in_its_place_of_an_address() {
        assert_eq!(encoded("0196f3a2-7c5e"), "0196f3a2-7c5e");
        assert_eq!(encoded("../a b?c#ç"), "%2E%2E%2Fa%20b%3Fc%23%C3%A7");
        assert_eq!(encoded("markdown_zip"), "markdown_zip");
    }
}
