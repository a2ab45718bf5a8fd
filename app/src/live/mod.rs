//! What every open page mirrors: one [`Studio`] per tab, seeded by the server, kept up to date by
//! one event stream.

pub mod background_tab;
pub mod backoff;
pub mod chapter_runs;
pub mod clock;
mod connection;
pub mod current_story;
pub mod difference;
pub mod draft_storage;
mod json;
pub mod live_draft;
pub mod local_draft;
mod locks;
pub mod memo;
pub mod notices;
pub mod page_query;
mod relay;
pub mod resource;
pub mod stream;
pub mod studio;
pub mod submit_action;
pub mod tabs;
pub mod text;

pub use chapter_runs::{preparing_run, run_for_chapter, writing_run};
pub use current_story::CurrentStory;
pub use live_draft::LiveDraft;
pub use local_draft::{DraftState, LocalDraft};
pub use memo::memo;
pub use notices::{PageNotice, Undo};
pub use page_query::{keep_address, page_query};
pub use resource::LiveResource;
pub use studio::{Aspect, Connection, Studio};
pub use submit_action::SubmitAction;
pub use text::Paragraph;
