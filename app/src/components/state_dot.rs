//! A chapter's or run's state as a dot; the word beside it is for those who can't see colour.

use domain::{Chapter, ChapterState, Status};
use leptos::prelude::*;

/// The class that colours the dot of a chapter.
pub fn chapter_class(chapter: &Chapter, writing: bool) -> &'static str {
    match chapter.state {
        _ if writing => "dot alive",
        ChapterState::Written if chapter.stale.is_some() => "dot stale",
        ChapterState::Written => "dot done",
        ChapterState::NeedsReview => "dot review",
        ChapterState::Partial => "dot partial",
        ChapterState::Empty | ChapterState::Drafting => "dot",
    }
}

/// The class that colours the dot of a run.
pub const fn status_class(status: Status) -> &'static str {
    match status {
        Status::Running => "dot alive",
        Status::Queued => "dot",
        Status::Paused => "dot partial",
        Status::Succeeded => "dot done",
        Status::Failed => "dot failed",
        Status::Cancelled => "dot partial",
    }
}

/// A dot.
#[component]
pub fn StateDot(
    /// One of the classes above.
    #[prop(into)]
    class: Signal<&'static str>,
) -> AnyView {
    view! { <span class=class aria-hidden="true"></span> }.into_any()
}
