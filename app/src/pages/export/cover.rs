//! The cover: shown, replaced, removed.

use crate::{
    api::{ApiResult, StudioError, books::remove_cover},
    components::{Button, ErrorMessage, show},
    live::SubmitAction,
};
use domain::{StoryId, export::BookSettings};
use gloo_net::http::Request;
use leptos::{html, prelude::*};
use send_wrapper::SendWrapper;

/// The cover with what can be done to it. `version` is the one of the book's settings.
#[component]
pub(super) fn CoverField(
    story: StoryId,
    has_cover: RwSignal<bool>,
    #[prop(into)] version: Signal<i64>,
    /// Takes the settings after a change.
    on_change: Callback<BookSettings>,
) -> AnyView {
    let (uploading, removing) = (SubmitAction::new(), SubmitAction::new());
    let input = NodeRef::<html::Input>::new();
    let upload = move |_| {
        let Some(field) = input.get_untracked() else {
            return;
        };
        let Some(file) = field.files().and_then(|files| files.get(0)) else {
            return;
        };
        // What belongs to the browser never leaves its one thread.
        uploading.run(SendWrapper::new(async move {
            let sent = send_cover(story, file, version.get_untracked()).await;
            // The same file can be chosen again.
            field.set_value("");
            on_change.run(sent?);
            Ok(())
        }));
    };
    let remove = move || {
        removing.run(async move {
            on_change.run(remove_cover(story, version.get_untracked()).await?);
            Ok(())
        });
    };
    view! {
        <div class="cover-field">
            {show(move || preview(story, has_cover.get(), version.get()))}
            <div class="field">
                <label for="cover">"Cover image"</label>
                <small id="cover-hint">"PNG, JPEG or GIF, at most 5 MB."</small>
                <input
                    id="cover"
                    type="file"
                    accept="image/png,image/jpeg,image/gif"
                    aria-describedby="cover-hint"
                    node_ref=input
                    on:change=upload
                    disabled=uploading.pending()
                />
            </div>
            <ErrorMessage error=uploading.error()/>
            {show(move || {
                has_cover
                    .get()
                    .then(|| {
                        view! {
                            <Button kind="quiet" disabled=removing.pending() on_press=remove>
                                "Remove the cover"
                            </Button>
                        }
                    })
            })}
            <ErrorMessage error=removing.error()/>
        </div>
    }
    .into_any()
}

/// The cover, or what takes its place.
fn preview(story: StoryId, has_cover: bool, version: i64) -> AnyView {
    if has_cover {
        // A new version is another address: the browser shows no old image.
        let address = format!("/api/v1/stories/{story}/book/cover?v={version}");
        return view! { <img class="cover" src=address alt="The cover"/> }.into_any();
    }
    view! {
        <p class="muted">
            "There is no cover yet. An EPUB gets one that is drawn from the title."
        </p>
    }
    .into_any()
}

/// Uploads over REST, since an image is no JSON.
async fn send_cover(story: StoryId, file: web_sys::File, version: i64) -> ApiResult<BookSettings> {
    let lost = |_| {
        StudioError::new(
            "unreachable",
            "The cover could not be sent. Check that the studio is running, then try again.",
        )
    };
    let address = format!("/api/v1/stories/{story}/book/cover");
    let request = Request::put(&address)
        .header("if-match", &format!("\"{version}\""))
        .header("content-type", "application/octet-stream")
        .body(file)
        .map_err(lost)?;
    let answer = request.send().await.map_err(lost)?;
    let bytes = answer.binary().await.map_err(lost)?;
    if answer.ok() {
        let read = serde_json::from_slice(&bytes);
        return read.map_err(|error| StudioError::new("protocol", &error.to_string()));
    }
    let problem: serde_json::Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let of = |name: &str| problem[name].as_str().unwrap_or_default().to_owned();
    Err(StudioError::new(&of("code"), &of("detail")))
}
