//! Parts that several pages share.

pub mod button;
pub mod chapter_list;
pub mod dialog;
pub mod dock;
pub mod field;
pub mod icon;
pub mod notices;
pub mod page;
pub mod pick;
pub mod prose;
pub mod rail;
pub mod run_controls;
pub mod show;
pub mod state_dot;
pub mod tell_me;
pub mod title;
pub mod when;
pub mod write_all;

pub use button::Button;
pub use chapter_list::ChapterList;
pub use dialog::Dialog;
pub use dock::Dock;
pub use field::{Area, Field};
pub use icon::Icon;
pub use notices::Notices;
pub use page::{Empty, Main, Trouble, loaded};
pub use prose::{LiveProse, Prose};
pub use rail::Rail;
pub use run_controls::RunControls;
pub use show::{awaited, rows, show};
pub use state_dot::StateDot;
pub use tell_me::TellMe;
pub use title::PageTitle;
pub use when::When;
pub use write_all::WriteAll;
