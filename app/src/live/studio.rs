//! The one live context of a tab.

use super::{
    LiveDraft, LiveResource, PageNotice, SubmitAction, Undo, background_tab, clock, memo, notices,
};
use crate::{
    api::{self, StudioError, runs::RunCommand},
    formatting,
};
use domain::{
    AppState, ChapterId, EventBody, NewRun, NoticeLevel, Run, RunId, Status, StoryId, Timestamp,
};
use leptos::{prelude::*, task::spawn_local};
use std::collections::{HashMap, HashSet};

/// What of a story changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Title, brief, counts.
    Story,
    /// Its chapters, their states and texts.
    Chapters,
    /// Its world.
    World,
}

/// How the event stream is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// Not open yet.
    Opening,
    /// Open: what the page shows is what is.
    Open,
    /// Lost for more than a moment; it is being opened again.
    Lost,
}

/// What a tab knows: the runs, the notices, the clock, and who follows which draft.
#[derive(Clone, Copy)]
pub struct Studio {
    seed: LiveResource<AppState>,
    live: RwSignal<Option<AppState>>,
    seq: StoredValue<i64>,
    seen: StoredValue<HashSet<RunId>>,
    /// Where runs that ended lead: their notices come after their last events.
    endings: StoredValue<HashMap<RunId, notices::NoticeLink>>,
    changes: StoredValue<HashMap<(StoryId, Aspect), ArcRwSignal<u32>>>,
    live_draft: StoredValue<Option<LiveDraft>>,
    starting_key: StoredValue<Option<String>>,
    next_notice: StoredValue<u32>,
    /// The event stream.
    pub connection: RwSignal<Connection>,
    /// Notices on the page, oldest first.
    pub notices: RwSignal<Vec<PageNotice>>,
    /// The browser's time; `None` before hydration.
    pub now: RwSignal<Option<Timestamp>>,
    /// What stands before the title while the tab is in the background.
    pub badge: RwSignal<Option<String>>,
    /// Any story was made, changed or deleted.
    pub library: RwSignal<u32>,
    /// Starts runs. One at a time, so that a double click starts one.
    pub starting: SubmitAction,
}

impl Studio {
    /// Makes the context. Once per tab (or per page the server renders).
    pub fn provide() -> Self {
        let studio = Self {
            seed: LiveResource::new(|| (), api::runs::get_state),
            live: RwSignal::new(None),
            seq: StoredValue::new(0),
            seen: StoredValue::default(),
            endings: StoredValue::default(),
            changes: StoredValue::default(),
            live_draft: StoredValue::new(None),
            starting_key: StoredValue::new(None),
            next_notice: StoredValue::new(0),
            connection: RwSignal::new(Connection::Opening),
            notices: RwSignal::new(Vec::new()),
            now: RwSignal::new(None),
            badge: RwSignal::new(None),
            library: RwSignal::new(0),
            starting: SubmitAction::new(),
        };
        provide_context(studio);
        clock::start(studio.now);
        let percent = memo(move || {
            studio.with_live_state(|state| {
                let state = state.filter(|state| !state.runs.is_empty())?;
                Some(formatting::percent(state.fraction()))
            })
        });
        background_tab::watch(studio.badge, percent);
        studio
    }

    /// The context.
    pub fn get() -> Self {
        expect_context()
    }

    /// Reads the runs. Only below a `Suspense`: the server waits there for the seed.
    pub fn with_state<R>(&self, read: impl FnOnce(&AppState) -> R) -> R {
        // Tracking the seed no longer than needed keeps it from gathering readers.
        let live = self.live.read();
        match &*live {
            Some(state) => read(state),
            None => self.seed.read_or_default(read),
        }
    }

    /// Whether there is anything to be read of the runs, be it an error.
    pub fn is_seeded(&self) -> bool {
        // First the live state: see above.
        self.live.read().is_some() || self.seed.outcome().is_some()
    }

    /// Reads the runs as the stream keeps them; `None` before hydration. For what is no part of a page.
    pub fn with_live_state<R>(&self, read: impl FnOnce(Option<&AppState>) -> R) -> R {
        self.live.with(|live| read(live.as_ref()))
    }

    /// Takes the seed over as the live state and answers the number to follow from.
    pub(super) fn begin(&self) -> Option<i64> {
        if self.live.with_untracked(Option::is_none) {
            // An error is no reason to stay deaf: the stream tells what there is.
            let _answered = self.seed.outcome()?;
            let state = self.seed.read_or_default(AppState::clone);
            self.seq.set_value(state.seq);
            self.live.set(Some(state));
        }
        Some(self.seq.get_value())
    }

    /// A number that grows whenever this aspect of the story changes: a source for resources.
    pub fn changes(&self, story: StoryId, aspect: Aspect) -> ArcRwSignal<u32> {
        self.changes
            .try_update_value(|changes| changes.entry((story, aspect)).or_default().clone())
            .unwrap_or_default()
    }

    /// Says that this aspect of the story changed.
    pub fn touch(&self, story: StoryId, aspect: Aspect) {
        self.changes(story, aspect).update(|version| *version += 1);
        if aspect == Aspect::Story {
            self.library.update(|version| *version += 1);
        }
    }

    /// Follows a chapter's draft until the page that asked is left.
    pub fn follow(&self, chapter: ChapterId, live_draft: LiveDraft) {
        let slot = self.live_draft;
        slot.set_value(Some(live_draft));
        on_cleanup(move || {
            slot.try_update_value(|slot| {
                // The next page may have come before this one went.
                if slot.is_some_and(|live_draft| live_draft.is_for(chapter)) {
                    *slot = None;
                }
            });
        });
    }

    /// Shows a notice.
    pub fn show_notice(&self, mut notice: PageNotice) {
        let already = self.notices.with_untracked(|all| {
            all.iter().any(|known| {
                PageNotice {
                    key: known.key,
                    ..notice.clone()
                } == *known
            })
        });
        if already {
            return;
        }
        notice.key = self.next_notice.get_value();
        self.next_notice.set_value(notice.key + 1);
        self.notices.update(|all| {
            all.push(notice);
            let surplus = all.len().saturating_sub(4);
            all.drain(..surplus);
        });
    }

    /// Shows an error that has no better place.
    pub fn show_error(&self, error: &StudioError) {
        self.show_message(NoticeLevel::Error, &error.message);
    }

    /// Shows a sentence.
    pub fn show_message(&self, level: NoticeLevel, text: &str) {
        self.show_notice(PageNotice::new(level, text.to_owned()));
    }

    /// Says what was done and lets it be undone.
    pub fn show_undoable(&self, text: String, undo: Undo) {
        self.show_notice(PageNotice {
            undo: Some(undo),
            ..PageNotice::new(NoticeLevel::Info, text)
        });
    }

    /// Takes a notice away.
    pub fn dismiss(&self, key: u32) {
        self.notices
            .update(|all| all.retain(|notice| notice.key != key));
    }

    /// Starts a run. The key is kept until an answer comes, so that trying again after a lost
    /// answer finds the run that was started.
    pub fn start(&self, story: StoryId, new: NewRun) {
        let studio = *self;
        let key = self
            .starting_key
            .get_value()
            .unwrap_or_else(crate::browser::random_uuid);
        self.starting_key.set_value(Some(key.clone()));
        self.starting.run(async move {
            let answer = api::runs::start_run(story, new, key).await;
            if !matches!(&answer, Err(error) if error.is_unreachable()) {
                studio.starting_key.set_value(None);
            }
            studio.insert_run(answer?);
            Ok(())
        });
    }

    /// Does what follows from a start that was asked for here, once it succeeded. What was typed for it is kept
    /// until then.
    pub fn on_started(&self, asked: RwSignal<bool>, then: impl Fn() + 'static) {
        let (pending, error) = (self.starting.pending(), self.starting.error());
        Effect::new(move |_| {
            if asked.get() && !pending.get() {
                asked.set(false);
                if error.with_untracked(Option::is_none) {
                    then();
                }
            }
        });
    }

    /// Wishes something of a run: seen at once, asked of the server in the same moment.
    pub fn control_run(&self, run: RunId, command: RunCommand) {
        self.live.update(|live| {
            let known = live
                .as_mut()
                .and_then(|live| live.runs.iter_mut().find(|r| r.id == run));
            if let Some(run) = known {
                match command {
                    RunCommand::Cancel => run.control.cancel_requested = true,
                    RunCommand::Pause => run.control.pause_requested = true,
                    RunCommand::PauseAfterChapter => run.control.pause_after_chapter = true,
                    RunCommand::ContinueAfterChapter => run.control.pause_after_chapter = false,
                    RunCommand::Resume | RunCommand::Retry => run.control.can_resume = false,
                }
            }
        });
        let studio = *self;
        spawn_local(async move {
            match api::runs::control_run(run, command).await {
                Err(error) => {
                    studio.show_error(&error);
                    studio.resync().await;
                }
                // While the stream is open the run's own events are newer than this answer.
                Ok(_) if studio.connection.get_untracked() == Connection::Open => {}
                Ok(_) => studio.resync().await,
            }
        });
    }

    /// Takes over a run that was just started, unless its events were faster than the answer.
    fn insert_run(&self, run: Run) {
        if !self.seen.with_value(|seen| seen.contains(&run.id)) {
            self.touch(run.story, Aspect::Chapters);
            self.live
                .update(|live| live.get_or_insert_default().apply(run));
        }
    }

    /// Fetches the runs again: what a failed wish painted too early is taken back.
    async fn resync(&self) {
        if let Ok(state) = api::runs::get_state().await
            && state.seq >= self.seq.get_value()
        {
            self.live.set(Some(state));
        }
    }

    /// Takes in one event.
    pub(super) fn receive(&self, seq: i64, body: EventBody) {
        if let EventBody::Reset(state) = body {
            self.reset(state);
            return;
        }
        if seq <= self.seq.get_value() {
            return;
        }
        self.seq.set_value(seq);
        match body {
            EventBody::Run(run) => self.receive_run(*run),
            EventBody::Text {
                run,
                story,
                chapter,
                offset,
                text,
            } => {
                if let Some(live_draft) = self.live_draft.get_value() {
                    live_draft.add(run, story, chapter, offset, &text);
                }
            }
            EventBody::Rewind {
                run,
                chapter,
                offset,
            } => {
                if let Some(live_draft) = self.live_draft.get_value() {
                    live_draft.rewind(run, chapter, offset);
                }
            }
            EventBody::Chapter { story, .. } => {
                self.touch(story, Aspect::Chapters);
                self.touch(story, Aspect::Story);
            }
            EventBody::Story { story } => {
                self.touch(story, Aspect::Story);
                self.touch(story, Aspect::Chapters);
            }
            EventBody::World { story } => self.touch(story, Aspect::World),
            EventBody::Queue(queue) => self.live.update(|live| {
                live.get_or_insert_default().queue = queue;
            }),
            EventBody::Notice { level, text, run } => {
                background_tab::notify(&text);
                let link = run.map(|run| {
                    self.endings
                        .with_value(|endings| endings.get(&run).cloned())
                        .unwrap_or_else(|| ("/queue".to_owned(), "Open queue"))
                });
                self.show_notice(PageNotice {
                    link,
                    ..PageNotice::new(level, text)
                });
            }
            EventBody::Reset(_) => {}
        }
    }

    fn receive_run(&self, run: Run) {
        self.seen.update_value(|seen| {
            seen.insert(run.id);
        });
        let before: Option<(Status, Option<u32>)> = self.live.with_untracked(|live| {
            let known = live.as_ref().and_then(|live| live.run(run.id));
            known.map(|known| (known.status, known.current_chapter()))
        });
        if run.status.is_ended() {
            self.endings.update_value(|endings| {
                endings.insert(run.id, notices::ended_run_link(&run));
            });
        }
        let (story, now) = (run.story, (run.status, run.current_chapter()));
        self.live
            .update(|live| live.get_or_insert_default().apply(run));
        // A run that begins, stands still, goes on to another chapter or ends changes what can be
        // read and what can be resumed there.
        if before != Some(now) {
            self.touch(story, Aspect::Chapters);
        }
    }

    fn reset(&self, state: AppState) {
        self.seq.set_value(state.seq);
        self.live.set(Some(state));
        let all: Vec<_> = self
            .changes
            .with_value(|changes| changes.values().cloned().collect());
        for version in all {
            version.update(|version| *version += 1);
        }
        self.library.update(|version| *version += 1);
        if let Some(live_draft) = self.live_draft.get_value()
            && let Some(run) = live_draft.run.get_untracked()
        {
            live_draft.fetch(run);
        }
    }
}
