//! Why a file is refused.

use thiserror::Error;

/// Why a file can't be read as a manuscript, as a sentence for its author.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The file has too many bytes.
    #[error("“{name}” is larger than {} MB: split it, or remove its pictures", most / (1 << 20))]
    TooLarge {
        /// The file's name.
        name: String,
        /// The most bytes that are read.
        most: usize,
    },
    /// Nothing is in it.
    #[error("“{0}” has no text: choose another file")]
    Empty(String),
    /// It is something that no manuscript is in, or in a form that is not read.
    #[error(
        "“{name}” is {what}, not a manuscript: save your text as .docx, .epub, .md, .html or .txt"
    )]
    NotAManuscript {
        /// The file's name.
        name: String,
        /// What it is, with its article.
        what: &'static str,
    },
    /// It can't be opened without a key.
    #[error("“{0}” is encrypted or copy-protected: save it without protection and try again")]
    Encrypted(String),
    /// It is damaged.
    #[error("“{name}” is damaged ({why}): save it again, or choose a copy")]
    Damaged {
        /// The file's name.
        name: String,
        /// What is wrong.
        why: String,
    },
    /// Unpacked, it would be far larger than any manuscript.
    #[error("“{name}” unpacks to {what}: it is no manuscript, or choose smaller parts of it")]
    Unpacks {
        /// The file's name.
        name: String,
        /// To how much.
        what: String,
    },
    /// There are too many files.
    #[error("“{name}” holds more than {most} files: choose fewer")]
    TooManyFiles {
        /// The archive's name.
        name: String,
        /// The most files that are looked at.
        most: usize,
    },
    /// No encoding has this name.
    #[error("there is no encoding “{0}”: choose one of the list, such as utf-8 or windows-1252")]
    UnknownEncoding(String),
}

/// The kind of a refusal: what a server chooses its status by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// Too much, packed or unpacked.
    Size,
    /// Nothing in it.
    Emptiness,
    /// Something that is not read here.
    Form,
    /// A key is missing.
    Encryption,
    /// Bytes that make no sense.
    Damage,
    /// What the caller said about it.
    Options,
}

impl ReadError {
    /// What kind of refusal it is.
    pub fn kind(&self) -> ReadErrorKind {
        match self {
            Self::TooLarge { .. } | Self::Unpacks { .. } | Self::TooManyFiles { .. } => {
                ReadErrorKind::Size
            }
            Self::Empty(_) => ReadErrorKind::Emptiness,
            Self::NotAManuscript { .. } => ReadErrorKind::Form,
            Self::Encrypted(_) => ReadErrorKind::Encryption,
            Self::Damaged { .. } => ReadErrorKind::Damage,
            Self::UnknownEncoding(_) => ReadErrorKind::Options,
        }
    }
}
