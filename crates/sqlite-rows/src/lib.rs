//! Rows of the studio's tables as values of [`domain`], and what a row needs to become one: text that is no UTF-8, JSON
//! of which a part can't be read, pages of a list, the tables as the database itself describes them,
//! and rows taken over from another database.

pub mod calls;
pub mod contents;
pub mod copied_rows;
pub mod paging;
pub mod proposals;
pub mod readable;
pub mod reports;
pub mod rows;
pub mod tables;
pub mod version_values;
pub mod world;
