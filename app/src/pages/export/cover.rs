//! The cover: shown, replaced, removed, and brought back.

use crate::{
    api::{ApiResult, StudioError, books::use_cover},
    components::{Button, ErrorMessage, show},
    live::SubmitAction,
};
use domain::{CoverId, StoryId};
use exchange::export::BookSettings;
use gloo_net::http::Request;
use leptos::{html, prelude::*};
use send_wrapper::SendWrapper;

/// The covers of a book: the one in use, and all that were uploaded, newest first.
pub(super) type Covers = (Option<CoverId>, Vec<CoverId>);

/// The cover with what can be done to it. `version` is the one of the book's settings.
#[component]
pub(super) fn CoverField(
    story: StoryId,
    covers: RwSignal<Covers>,
    #[prop(into)] version: Signal<i64>,
    /// Takes the settings after a change.
    on_change: Callback<BookSettings>,
) -> AnyView {
    let (uploading, choosing) = (SubmitAction::new(), SubmitAction::new());
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
    let choose = Callback::new(move |cover: Option<CoverId>| {
        choosing.run(async move {
            on_change.run(use_cover(story, cover, version.get_untracked()).await?);
            Ok(())
        });
    });
    view! {
        <div class="cover-field">
            {show(move || preview(story, covers.with(|(current, _)| *current)))}
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
                covers.with(|(current, _)| current.is_some())
                    .then(|| {
                        view! {
                            <Button
                                kind="quiet"
                                disabled=choosing.pending()
                                on_press=move || choose.run(None)
                            >
                                "Remove the cover"
                            </Button>
                        }
                    })
            })}
            {show(move || earlier_covers(story, &covers.get(), choose))}
            <ErrorMessage error=choosing.error()/>
        </div>
    }
    .into_any()
}

fn address(story: StoryId, cover: CoverId) -> String {
    format!("/api/v1/stories/{story}/book/covers/{cover}")
}

/// The cover, or what takes its place.
fn preview(story: StoryId, cover: Option<CoverId>) -> AnyView {
    match cover {
        Some(cover) => {
            view! { <img class="cover" src=address(story, cover) alt="The cover"/> }.into_any()
        }
        None => view! {
            <p class="muted">
                "There is no cover. An EPUB gets one that is drawn from the title."
            </p>
        }
        .into_any(),
    }
}

/// Covers that are not in use, to be used again.
fn earlier_covers(
    story: StoryId,
    (current, all): &Covers,
    choose: Callback<Option<CoverId>>,
) -> Option<AnyView> {
    let earlier = all.iter().copied().filter(|id| Some(*id) != *current);
    let earlier: Vec<CoverId> = earlier.collect();
    if earlier.is_empty() {
        return None;
    }
    let count = earlier.len();
    let list = earlier
        .into_iter()
        .zip((1..=count).rev())
        .map(|(cover, number)| {
            let name = format!("Earlier cover {number}");
            view! {
                <li>
                    <img class="cover" src=address(story, cover) alt=name.clone() loading="lazy"/>
                    <Button
                        kind="quiet"
                        name=format!("Use {}", name.to_lowercase())
                        on_press=move || choose.run(Some(cover))
                    >
                        "Use this cover"
                    </Button>
                </li>
            }
        });
    let list = list.collect_view();
    Some(
        view! {
            <h3>"Earlier covers"</h3>
            <ul class="earlier-covers">{list}</ul>
        }
        .into_any(),
    )
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
