//! Events: append-only notices with a growing number. They inform people; the store decides.

use crate::{AppState, ChapterState, Queue, RevisionId, Run, RunId, StoryId};
use serde::{Deserialize, Serialize};

/// One event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Event {
    /// Grows, is never used twice.
    pub seq: i64,
    /// What happened.
    pub body: EventBody,
}

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoticeLevel {
    /// Good to know.
    Info,
    /// Wants a look.
    Warn,
    /// Something went wrong.
    Error,
}

/// What happened. The variant's name in snake case is the SSE event's name, the fields its data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum EventBody {
    /// The run changed: status, flags, stage or progress.
    Run(Box<Run>),
    /// Text was added to the draft of a step.
    Text {
        /// The run that writes.
        run: RunId,
        /// Its story.
        story: StoryId,
        /// The chapter's number.
        chapter: u32,
        /// Where the text begins, in UTF-8 bytes of the draft.
        offset: u64,
        /// The added text.
        text: String,
    },
    /// The draft goes on from `offset`; drop what came after.
    Rewind {
        /// The run that writes.
        run: RunId,
        /// The chapter's number.
        chapter: u32,
        /// In UTF-8 bytes of the draft.
        offset: u64,
    },
    /// A chapter's state or current revision changed.
    Chapter {
        /// Its story.
        story: StoryId,
        /// Its number.
        chapter: u32,
        /// The current revision.
        revision: Option<RevisionId>,
        /// The state.
        state: ChapterState,
    },
    /// The story changed: fetch it again.
    Story {
        /// Which.
        story: StoryId,
    },
    /// The world changed: fetch it again.
    World {
        /// Whose.
        story: StoryId,
    },
    /// The queue was held, let go on, or its sum changed.
    Queue(Queue),
    /// Something a person should know.
    Notice {
        /// How much it matters.
        level: NoticeLevel,
        /// One or two sentences.
        text: String,
        /// The run it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        run: Option<RunId>,
    },
    /// The asked-for number is too old (or from another database): fetch state and drafts again.
    Reset(AppState),
}

impl EventBody {
    /// The SSE event's name.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Run(_) => "run",
            Self::Text { .. } => "text",
            Self::Rewind { .. } => "rewind",
            Self::Chapter { .. } => "chapter",
            Self::Story { .. } => "story",
            Self::World { .. } => "world",
            Self::Queue(_) => "queue",
            Self::Notice { .. } => "notice",
            Self::Reset(_) => "reset",
        }
    }

    /// The run this event belongs to, if any.
    pub fn run(&self) -> Option<RunId> {
        match self {
            Self::Run(run) => Some(run.id),
            Self::Text { run, .. } | Self::Rewind { run, .. } => Some(*run),
            Self::Notice { run, .. } => *run,
            Self::Chapter { .. }
            | Self::Story { .. }
            | Self::World { .. }
            | Self::Queue(_)
            | Self::Reset(_) => None,
        }
    }
}
