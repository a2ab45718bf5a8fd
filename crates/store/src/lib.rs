//! The ports to what is kept, and their contract: SQLite today, PostgreSQL as a second set of the same operations.
//!
//! # The contract
//!
//! `store-tests` has this contract as tests; every store passes them.
//!
//! **Transactions.** Every method is one transaction: all that it changes, and the events that tell of it, are there
//! together or not at all. A method that reads sees one snapshot. What a method decides, it decides inside its
//! transaction, as the crate `rules` says.
//!
//! **Durability.** A method that returns `Ok` has survived the death of the process. It has survived a power cut, too,
//! but for the quick methods, each of which says so: after a power cut, the last of them may be missing, never one of
//! several that came before a later one. In order: nothing that is missing is followed by something that is there.
//!
//! **Versions.** What a person changes has a version, which grows with each change. A method that takes a `version`
//! answers [`Error::StaleVersion`] with the present one where another change came first, and changes nothing.
//!
//! **Leases.** A method that takes a [`Lease`] checks first that the run is running and that its fence is the lease's;
//! else it answers [`Error::LeaseLost`] and changes nothing. The check prolongs the lease to [`LEASE_MS`] from now.
//!
//! **Pages.** A method that takes `limit` and `after` answers at most `limit` items, from right after the item with the
//! id `after`. Ids grow, so what is added later comes on no later page of a list that is sorted by them.
//!
//! **One process.** Today, a store belongs to one process, which holds it alone. This rests on it:
//! [`AbandonedRuns::All`] at the start takes every running run for abandoned; [`hub::Hub`] tells only listeners of this
//! process; workers are woken by the engine in this process, and find out about other work only when they look for it
//! themselves, which they do every few seconds; ids grow within a process, and beyond its end because the store
//! continues after the largest one. A store that is shared needs other means for these four, and no other method.

mod autosaves;
mod books;
mod calls;
pub mod clock;
mod data_folder_error;
mod dismissals;
pub mod error;
pub mod hub;
pub mod ids;
mod import;
mod maintenance;
mod names;
mod proposals;
mod regenerate;
mod replace;
mod run_store;
mod search;
mod story_rows;
mod summaries;
mod trash;
mod versions;

pub use autosaves::AutosaveStore;
pub use books::{BookStore, CoverImage, StoryBook};
pub use calls::{CallLog, FinishedCall, OneShotPurpose};
pub use dismissals::DismissalStore;
pub use import::{ImportFile, ImportStore, ImportUpdate, StoredImport, StoryContent};
pub use maintenance::{MaintenanceStore, StartupNotice, UnreadableValue};
pub use names::NameStore;
pub use proposals::{ProposalStore, ReadProposals};
pub use regenerate::{ReadChapter, RegenerateStore, ReviewStore, WorldStore};
pub use replace::{NewReplacement, ReplaceStore};
pub use run_store::{
    Append, CancelScope, ChapterCommit, Checkpoint, Claimed, Lease, RunFilter, RunOutcome,
    RunStore, StageTiming, StepProgress,
};
pub use search::SearchStore;
pub use story_rows::{ExportedRow, ImportedRows, RowsPurpose, StoryRowStore};
pub use summaries::{StoredSummary, SummaryLevel, SummaryStore};
pub use trash::TrashStore;
pub use versions::VersionStore;

pub use data_folder_error::{DataFolderError, LOCK_FILE_NOTE, LatestBackup, OpenFailure};
pub use error::{Error, Result};
pub use rules::{AbandonedRuns, ChapterStepState, StopCause};
pub use run_store::LEASE_MS;

use crate::hub::Hub;
use async_trait::async_trait;
use domain::{
    Brief, Chapter, ChapterDetails, ChapterPatch, ChapterRef, Event, InterviewId, NewChapter, Page,
    Preferences, Revision, RevisionId, RevisionSummary, Story, StoryId, TextEdit, Timestamp,
    TrashId, World,
};

/// What a step needs to know of the story around it.
#[derive(Clone, Debug)]
pub struct StorySnapshot {
    /// The story.
    pub story: Story,
    /// Its world.
    pub world: World,
    /// Its chapters in order.
    pub chapters: Vec<Chapter>,
    /// The plot threads each of them leaves open, in the same order.
    pub threads: Vec<Vec<String>>,
    /// Those of them that the author accepted out of a reading.
    pub accepted_threads: Vec<String>,
}

/// Stories and chapters: what the author owns. Every change is durable.
///
/// Texts are only ever added: no method changes or removes the text of a revision, but for what is deleted from the trash
/// for good. Chapters are numbered from 1 without gaps.
#[async_trait]
pub trait StoryStore: Send + Sync {
    /// Adds a story with this many empty chapters. The interview that led to it becomes its own, where it is
    /// kept and nobody else's.
    async fn insert_story(&self, story: &Story, interview: Option<InterviewId>) -> Result<Story>;
    /// Stories, newest change first, after the one with id `after`.
    async fn stories(&self, limit: u32, after: Option<StoryId>) -> Result<Page<Story>>;
    /// One story.
    async fn story(&self, id: StoryId) -> Result<Story>;
    /// Changes title and brief, where they are given.
    async fn update_story(
        &self,
        id: StoryId,
        title: Option<String>,
        brief: Option<Brief>,
        version: i64,
    ) -> Result<Story>;
    /// Moves a story to the trash with all that belongs to it; its open runs end as cancelled.
    async fn delete_story(&self, id: StoryId, version: i64) -> Result<TrashId>;
    /// A copy with world, chapters and current texts, without runs.
    async fn duplicate_story(&self, id: StoryId) -> Result<Story>;

    /// A story's chapters in order.
    async fn chapters(&self, story: StoryId) -> Result<Vec<Chapter>>;
    /// A chapter with everything its page shows.
    async fn chapter_details(&self, story: StoryId, chapter: ChapterRef) -> Result<ChapterDetails>;
    /// One chapter; the id of another story's is not found.
    async fn chapter(&self, story: StoryId, chapter: ChapterRef) -> Result<Chapter>;
    /// Adds a chapter at the end.
    async fn add_chapter(&self, story: StoryId, chapter: NewChapter) -> Result<Chapter>;
    /// Changes title and beats.
    async fn update_chapter(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        patch: ChapterPatch,
        version: i64,
    ) -> Result<Chapter>;
    /// Moves a chapter to the trash with its revisions and facts; later ones move up.
    async fn delete_chapter(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        version: i64,
    ) -> Result<TrashId>;

    /// The current revision of a chapter, if it has one.
    async fn current_revision(
        &self,
        story: StoryId,
        chapter: ChapterRef,
    ) -> Result<Option<Revision>>;
    /// All revisions of a chapter, newest first.
    async fn revisions(&self, story: StoryId, chapter: ChapterRef) -> Result<Vec<RevisionSummary>>;
    /// One revision.
    async fn revision(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        id: RevisionId,
    ) -> Result<Revision>;
    /// A person's text becomes the current revision. Whether the chapter is finished by it is the author's to say;
    /// where nothing is said, it stays as it is.
    async fn save_text(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        edit: TextEdit,
        version: i64,
    ) -> Result<Chapter>;

    /// A person's text that was made out of the current one and a candidate: saved like any other, and the
    /// candidate is no longer open.
    async fn merge_text(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        text: String,
        candidate: RevisionId,
        version: i64,
    ) -> Result<Chapter>;
    /// Adds a person's text to the history; the chapter keeps the text it has.
    async fn set_aside(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        text: String,
        version: i64,
    ) -> Result<RevisionSummary>;
    /// The author does not want a candidate that is open. Its text stays.
    async fn drop_candidate(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        id: RevisionId,
        version: i64,
    ) -> Result<Chapter>;

    /// Points a chapter at one of its earlier revisions (or takes a candidate). Summary, facts and threads
    /// follow the text, where a run reported on it.
    async fn restore(
        &self,
        story: StoryId,
        chapter: ChapterRef,
        id: RevisionId,
        version: i64,
    ) -> Result<Chapter>;

    /// Everything the author's world holds.
    async fn world(&self, story: StoryId) -> Result<World>;
    /// Story, world and chapters in one snapshot.
    async fn story_snapshot(&self, story: StoryId) -> Result<StorySnapshot>;
}

/// Which events to keep: a reader that missed more than those is told to fetch everything again.
#[derive(Clone, Copy, Debug)]
pub struct EventRetention {
    /// This many at most.
    pub at_most: u32,
    /// This many of the newest in any case.
    pub at_least: u32,
    /// Those that are no older than this.
    pub since: Timestamp,
}

/// Events: what informs people. They inform, and recover nothing: whoever missed some reads the state again.
///
/// Numbers begin at 1 and grow by 1 in the order of the commits, whoever writes. A transaction that fails uses none up. A
/// reader that has seen number `n` has missed nothing before it. No number is used twice, also after old events were
/// pruned or the process ended; but a power cut that takes the last quick changes takes their numbers, too. The event of a run is stored without its content and read with the run as it is now.
///
/// The hub tells an event after its transaction is committed, once, in the order of the numbers. A listener subscribes
/// first, then reads what it missed, then follows; where it falls behind, it reads again.
#[async_trait]
pub trait EventLog: Send + Sync {
    /// At most `limit` events after number `after`, in order.
    async fn events(&self, after: i64, limit: u32) -> Result<Vec<Event>>;
    /// The last number given out and the oldest still stored (the next one to come, where none is).
    async fn event_range(&self) -> Result<(i64, i64)>;
    /// Forgets old events, always the oldest, and gives their room on the disk back. Answers how many went. Quick.
    async fn prune_events(&self, keep: EventRetention) -> Result<u64>;
    /// Who tells about new ones.
    fn hub(&self) -> &Hub;
    /// Answers where the database can be read and written: it writes, and changes nothing. Quick.
    async fn ping(&self) -> Result<()>;
    /// Closes all connections; the write-ahead log is folded into the database.
    async fn close(&self);
}

/// Settings: what the author set. There is one revision at a time; a new one is based on its number.
#[async_trait]
pub trait SettingsStore: Send + Sync {
    /// What is set, and the number of its revision.
    async fn preferences(&self) -> Result<(Preferences, i64)>;
    /// Takes the place of revision `revision`; answers its own number.
    async fn save_preferences(&self, preferences: &Preferences, revision: i64) -> Result<i64>;
}

/// The whole store.
pub trait Store:
    StoryStore
    + AutosaveStore
    + BookStore
    + ImportStore
    + DismissalStore
    + RunStore
    + EventLog
    + SettingsStore
    + CallLog
    + NameStore
    + ProposalStore
    + RegenerateStore
    + ReplaceStore
    + ReviewStore
    + WorldStore
    + SearchStore
    + StoryRowStore
    + SummaryStore
    + VersionStore
    + TrashStore
    + MaintenanceStore
{
}

impl<
    T: StoryStore
        + AutosaveStore
        + BookStore
        + ImportStore
        + DismissalStore
        + RunStore
        + EventLog
        + SettingsStore
        + CallLog
        + NameStore
        + ProposalStore
        + RegenerateStore
        + ReplaceStore
        + ReviewStore
        + WorldStore
        + SearchStore
        + StoryRowStore
        + SummaryStore
        + VersionStore
        + TrashStore
        + MaintenanceStore,
> Store for T
{
}
