//! Files on their way to the studio: with their progress, and a way to stop.

use crate::api::{ApiResult, StudioError};
use domain::ImportId;
use exchange::import::{ImportPreview, MAX_UPLOAD};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FormData, ProgressEvent, XmlHttpRequest};

/// A file, and its name with its folder.
pub(super) type NamedFile = (String, File);

/// How far an upload is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum SendState {
    /// Nothing is sent.
    #[default]
    Idle,
    /// This part of the bytes is there.
    Sending(f64),
    /// All of them are, and the studio reads them.
    Reading,
}

/// The one upload of a page.
#[derive(Clone, Copy)]
pub(super) struct FileTransport {
    pub(super) state: RwSignal<SendState>,
    request: StoredValue<Option<SendWrapper<XmlHttpRequest>>>,
}

impl FileTransport {
    pub(super) fn new() -> Self {
        let sending = Self {
            state: RwSignal::new(SendState::Idle),
            request: StoredValue::new(None),
        };
        // Whoever leaves the page waits no longer.
        on_cleanup(move || sending.cancel());
        sending
    }

    /// Stops it. What was not read by then leaves nothing behind.
    pub(super) fn cancel(self) {
        if let Some(Some(request)) = self.request.try_update_value(Option::take) {
            let _ = request.abort();
        }
    }

    /// Sends the files. Answers the import that they became; none if it was cancelled.
    pub(super) async fn send(self, files: Vec<NamedFile>) -> ApiResult<Option<ImportId>> {
        check(&files)?;
        let sent = self.exchange(files).await;
        self.request.try_set_value(None);
        self.state.try_set(SendState::Idle);
        sent
    }

    async fn exchange(self, files: Vec<NamedFile>) -> ApiResult<Option<ImportId>> {
        let request = XmlHttpRequest::new().map_err(lost)?;
        let form = FormData::new().map_err(lost)?;
        for (name, file) in &files {
            form.append_with_blob_and_filename("file", file, name)
                .map_err(lost)?;
        }
        request.open("POST", "/api/v1/imports").map_err(lost)?;
        let state = self.state;
        let progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            let (loaded, total) = (event.loaded(), event.total());
            state.try_set(match loaded < total {
                true => SendState::Sending(loaded / total),
                false => SendState::Reading,
            });
        });
        let on_progress: &Function = progress.as_ref().unchecked_ref();
        if let Ok(upload) = request.upload() {
            upload.set_onprogress(Some(on_progress));
            upload.set_onload(Some(on_progress));
        }
        let ended = Promise::new(&mut |resolve, _| request.set_onloadend(Some(&resolve)));
        self.state.set(SendState::Sending(0.0));
        request.send_with_opt_form_data(Some(&form)).map_err(lost)?;
        self.request
            .set_value(Some(SendWrapper::new(request.clone())));
        JsFuture::from(ended).await.map_err(lost)?;
        // Taken away by whoever cancelled it.
        let was_cancelled = self.request.try_with_value(Option::is_none) != Some(false);
        let status = request.status().unwrap_or_default();
        if was_cancelled && status == 0 {
            return Ok(None);
        }
        let text = request.response_text().ok().flatten().unwrap_or_default();
        answer(status, &text).map(Some)
    }
}

/// Refuses what is too large before it is sent.
fn check(files: &[NamedFile]) -> ApiResult<()> {
    let all: f64 = files.iter().map(|(_, file)| file.size()).sum();
    let refused = |text: &str| Err(StudioError::new("too_large", text));
    if files.is_empty() {
        return refused(
            "There is no file in it. Choose a manuscript, or a folder with its chapters.",
        );
    }
    if all > MAX_UPLOAD as f64 {
        return refused(&format!(
            "This is larger than {} MB. Remove its pictures, or import the manuscript in parts.",
            MAX_UPLOAD >> 20
        ));
    }
    Ok(())
}

fn answer(status: u16, text: &str) -> ApiResult<ImportId> {
    if status == 201 {
        let read = serde_json::from_str::<ImportPreview>(text).map(|preview| preview.id);
        return read.map_err(|error| StudioError::new("protocol", &error.to_string()));
    }
    let problem: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    match (problem["code"].as_str(), problem["detail"].as_str()) {
        (Some(code), Some(detail)) => Err(StudioError::new(code, detail)),
        _ => Err(lost(JsValue::NULL)),
    }
}

fn lost(_: JsValue) -> StudioError {
    StudioError::new(
        "unreachable",
        "The file could not be sent. Check that the studio is running and that the file still exists, then try again.",
    )
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn a_refusal_is_told_as_the_studio_says_it() {
        let refused = r#"{"status": 422, "code": "invalid", "detail": "“a.docx” is damaged."}"#;
        let said = answer(422, refused).map_err(|error| (error.code, error.message));
        assert_eq!(
            said,
            Err(("invalid".to_owned(), "“a.docx” is damaged.".to_owned()))
        );
        let said = answer(0, "").map_err(|error| error.code);
        assert_eq!(said, Err("unreachable".to_owned()));
    }
}
