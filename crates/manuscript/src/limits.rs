//! How much a file may hold: what no manuscript reaches, and what a hostile file is stopped by.

/// The most bytes of one file, unless the caller says otherwise.
pub const MOST_BYTES: usize = 64 << 20;

/// The most bytes that are unpacked out of an archive, all its entries together, or read out of a folder.
pub const MOST_UNPACKED: u64 = 200 << 20;

/// The most entries of an archive, and the most files of a folder.
pub const MOST_ENTRIES: usize = 10_000;

/// How many times larger than packed an archive may become, once more than [`FREE_UNPACKED`] is unpacked.
pub const MOST_RATIO: u64 = 200;

/// What may be unpacked at any ratio: repeated text packs well.
pub const FREE_UNPACKED: u64 = 32 << 20;

/// How deep elements of XML may lie within each other.
pub const MOST_DEPTH: usize = 256;

/// The most losses that are listed; others are counted.
pub const MOST_LOSSES: usize = 2_000;

/// The longest text that is kept with a loss, in bytes.
pub const MOST_LOSS_TEXT: usize = 20_000;
