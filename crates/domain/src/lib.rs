//! The studio's words as plain data and pure rules.
//!
//! Architecture invariant: this crate does no I/O and knows no clock, no database and no browser. It
//! compiles unchanged for the server and for wasm32, so that both sides agree on every shape and rule.

pub mod actor;
pub mod autosave;
pub mod backup;
pub mod book_details;
pub mod call;
pub mod chapter;
pub mod chapter_details;
pub mod chapter_ref;
pub mod compare;
pub mod dismissal;
pub mod draft;
pub mod event;
pub mod event_frame;
pub mod ids;
pub mod interview;
pub mod language;
pub mod name_match;
pub mod notice;
pub mod pace;
pub mod page;
pub mod passage;
pub mod patch;
pub mod progress;
pub mod proposal;
pub mod proposal_content;
pub mod proposal_kind;
pub mod proposal_refusal;
pub mod refusal;
pub mod replace;
pub mod review;
pub mod run;
pub mod search;
pub mod settings;
pub mod state;
pub mod status;
pub mod step;
pub mod story;
pub mod structure;
pub mod timestamp;
pub mod title;
pub mod trash;
pub mod version;
pub mod world;

pub use actor::Actor;
pub use autosave::{Autosave, NewAutosave};
pub use backup::{
    BackupComparison, BackupContents, BackupFile, BackupReason, BackupRestored, BackupSelection,
    BackupStory,
};
pub use book_details::BookDetails;
pub use call::{
    AtLimit, Budget, CallEnd, CallFilter, CallRecord, PromptPart, Role, SentCall, Spent, StorySpent,
};
pub use chapter::{
    Chapter, ChapterPatch, ChapterState, Finding, NewChapter, Offer, Origin, Revision,
    RevisionKind, RevisionSummary, Severity, TextEdit,
};
pub use chapter_details::{ChapterDetails, StoppedRun};
pub use chapter_ref::ChapterRef;
pub use compare::{Comparison, DiffBlock, DiffSpan, Side};
pub use dismissal::Dismissal;
pub use draft::{Draft, Splice};
pub use event::{Event, EventBody, NoticeLevel};
pub use event_frame::{EVENT_NAMES, EventFrame, HEARTBEAT};
pub use ids::{
    CallId, ChapterId, CoverId, EntityId, FactId, ImportId, InterviewId, ProposalId, RelationId,
    ReplacementId, RevisionId, RuleId, RunId, StepId, StoryId, TrashId, VersionId,
};
pub use interview::{AnsweredQuestion, BegunInterview, Interview, NewInterview};
pub use name_match::{NameKind, NameMatch};
pub use notice::{
    BudgetOutcome, ConcurrentChange, Notice, Prerequisite, QueueWaitReason, RestoreNote,
    SkipReason, StaleReason,
};
pub use pace::{Pace, StagePace};
pub use page::Page;
pub use patch::{BriefPatch, Change, LimitsPatch, PreferencesPatch, StagesPatch};
pub use plain_text as text;
pub use progress::Progress;
pub use proposal::{
    Proposal, ProposalChoice, ProposalFilter, ProposalOutcome, ProposalPlace, ProposalState,
    ProposalTally, ReadingState, SkippedProposal,
};
pub use proposal_content::{ProposalContent, ProposedEntity, ProposedRelation};
pub use proposal_kind::ProposalKind;
pub use proposal_refusal::ProposalRefusal;
pub use refusal::{Refusal, RefusalKind};
pub use replace::{
    ChapterSummary, MatchDoubt, NameForm, NewName, PartValue, PlaceChoice, ReplaceMatch,
    ReplacePart, ReplacePattern, ReplacePreview, ReplacedPart, Replacement, StoryPart,
    UndoneReplacement,
};
pub use review::{Review, ReviewFinding, Tally};
pub use run::{ControlFlags, NewRun, Run, RunKind, RunPatch, WriteMode};
pub use search::{SearchCursor, SearchHit, SearchKind, Snippet};
pub use settings::{
    BUILTIN, ModelServer, ModelTest, Preferences, Price, ServerKind, ServerModels, Settings,
    SettingsChange, StageModels, TimeLimits,
};
pub use state::{AppState, Queue};
pub use status::{IllegalTransition, Status, Transition};
pub use step::{Stage, Step, StepKind, Subject};
pub use story::{Brief, NewStory, Story, StoryPatch, Template};
pub use structure::{Structure, StructureTemplate};
pub use timestamp::Timestamp;
pub use trash::{Restored, TrashContents, TrashKind, Trashed};
pub use version::{
    Author, ComparedField, Outline, TitledBrief, Version, VersionTarget, VersionValue,
};
pub use world::{Entity, EntityKind, Fact, PartId, Relation, Rule, World, WorldPart};
