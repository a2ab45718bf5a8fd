//! What every open page mirrors: one [`Studio`] per tab, seeded by the server, kept up to date by
//! one event stream.

pub mod away;
pub mod backoff;
pub mod clock;
pub mod deed;
pub mod difference;
pub mod drafts;
pub mod following;
pub mod here;
mod json;
mod line;
pub mod load;
pub mod local_draft;
mod locks;
pub mod memo;
pub mod notices;
mod relay;
pub mod stream;
pub mod studio;
pub mod tabs;
pub mod text;
pub mod work;

pub use deed::Deed;
pub use following::Following;
pub use here::Here;
pub use load::Live;
pub use local_draft::{DraftState, LocalDraft};
pub use memo::memo;
pub use notices::{Notice, Undo};
pub use studio::{Aspect, Connection, Studio};
pub use text::Paragraph;
pub use work::{preparing_run, run_towards, writing_run};
