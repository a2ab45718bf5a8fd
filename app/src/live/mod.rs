//! What every open page mirrors: one [`Studio`] per tab, seeded by the server, kept up to date by
//! one event stream.

pub mod away;
pub mod backoff;
pub mod clock;
pub mod deed;
pub mod following;
pub mod here;
mod json;
pub mod load;
pub mod memo;
pub mod notices;
pub mod stream;
pub mod studio;
pub mod text;
pub mod work;

pub use deed::Deed;
pub use following::Following;
pub use here::Here;
pub use load::Live;
pub use memo::memo;
pub use notices::Notice;
pub use studio::{Aspect, Connection, Studio};
pub use text::Paragraph;
pub use work::{preparing_run, run_towards, writing_run};
