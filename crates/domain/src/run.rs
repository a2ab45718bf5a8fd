//! A run: one durable request to generate.

use crate::{
    Budget, ChapterId, ChapterRef, EntityId, IllegalTransition, Progress, RunId, Spent, Stage,
    Status, Step, StepKind, StoryId, Timestamp, Transition,
};
use serde::{Deserialize, Serialize};

/// What a run was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RunKind {
    /// Make the world from the brief.
    World,
    /// Make titles and beats from brief and world.
    Outline,
    /// Write one chapter.
    Chapter,
    /// Write every chapter that has no finished text yet.
    AllChapters,
    /// Write one chapter again, with the author's feedback.
    Rewrite,
    /// Read the whole story and say what is wrong with it. Writes no text.
    Review,
    /// Read what the author wrote and propose world, summaries and beats. Writes no text.
    Read,
}

impl RunKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::World,
        Self::Outline,
        Self::Chapter,
        Self::AllChapters,
        Self::Rewrite,
        Self::Review,
        Self::Read,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::Outline => "outline",
            Self::Chapter => "chapter",
            Self::AllChapters => "all_chapters",
            Self::Rewrite => "rewrite",
            Self::Review => "review",
            Self::Read => "read",
        }
    }

    /// Reads [`RunKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// What a run does with the text that its chapter has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WriteMode {
    /// Keep the text and write on from its end.
    Continue,
    /// Write the chapter from its beginning. The text that is there stays in the history.
    StartOver,
}

impl WriteMode {
    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::StartOver => "start_over",
        }
    }

    /// Reads [`WriteMode::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Continue, Self::StartOver]
            .into_iter()
            .find(|mode| mode.as_str() == word)
    }
}

/// Wishes on a run, and what follows from them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ControlFlags {
    /// A cancel was asked for and has not taken effect yet.
    pub cancel_requested: bool,
    /// A pause was asked for and has not taken effect yet.
    pub pause_requested: bool,
    /// The run stands still on request.
    pub is_paused: bool,
    /// A resume would be accepted now.
    pub can_resume: bool,
    /// The run will stand still once the chapter under way is finished.
    pub pause_after_chapter: bool,
}

/// One durable request to generate, as every surface shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Run {
    /// Its id.
    pub id: RunId,
    /// The story it writes for.
    pub story: StoryId,
    /// That story's title, so that a page can name it without asking again.
    pub story_title: String,
    /// What was asked for.
    pub kind: RunKind,
    /// Where it stands.
    pub status: Status,
    /// Wishes and what follows.
    pub control: ControlFlags,
    /// The stage of the step under way.
    pub stage: Option<Stage>,
    /// Every step, in order of work.
    pub steps: Vec<Step>,
    /// How far it is.
    pub progress: Progress,
    /// Which execution this is, from 1; 0 before the first.
    pub attempt: u32,
    /// Larger is sooner.
    pub priority: i32,
    /// The place among runs of the same priority: smaller is sooner.
    pub position: f64,
    /// The model that writes, by the name the author knows.
    pub model: String,
    /// Whether the run asked for this model by name; else it follows the settings.
    #[serde(default)]
    pub model_named: bool,
    /// What it may use up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Budget>,
    /// What its calls to models on servers took so far.
    #[serde(default)]
    pub spent: Spent,
    /// The author's feedback, where something is made again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<String>,
    /// What a queued run waits for, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_for: Option<String>,
    /// What a running run waits for at its model, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_up: Option<String>,
    /// Why it failed, in words a person can act on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Milliseconds the model took to fall silent after the last Cancel or Pause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_after_ms: Option<u64>,
    /// Grows when it is changed or its status changes; the `ETag`.
    pub version: i64,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When a worker first took it.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

impl Run {
    /// The step under way, or the next one to be; `None` when all are done.
    pub fn current_step(&self) -> Option<&Step> {
        self.steps
            .iter()
            .find(|step| step.status != Status::Succeeded)
    }

    /// Whether its current step writes this chapter.
    pub fn writes(&self, chapter: ChapterId) -> bool {
        self.current_step()
            .is_some_and(|step| step.kind == StepKind::Chapter && step.chapter_id == Some(chapter))
    }

    /// The number of the chapter under way, if the current step writes one.
    pub fn current_chapter(&self) -> Option<u32> {
        self.current_step()
            .filter(|step| step.kind == StepKind::Chapter)
            .and_then(|step| step.chapter)
    }

    /// What is going on, in one short sentence for the dock and the queue.
    pub fn describe(&self) -> String {
        let doing = || {
            self.current_step()
                .map_or_else(|| "Finishing".to_owned(), Step::describe)
        };
        match self.status {
            Status::Queued => match &self.waiting_for {
                Some(reason) => format!("{}: {reason}", self.title()),
                None => format!("{}: waiting", self.title()),
            },
            Status::Running if self.control.cancel_requested => "Stopping".to_owned(),
            Status::Running if self.control.pause_requested => "Pausing".to_owned(),
            Status::Running if self.control.pause_after_chapter => {
                format!("{}, then pausing", doing())
            }
            Status::Running => match &self.held_up {
                Some(_) => format!("{}, waiting", doing()),
                None => doing(),
            },
            Status::Paused => format!("Paused: {}", lower_first(&doing())),
            Status::Succeeded => format!("{}: finished", self.title()),
            Status::Failed => format!("{}: failed", self.title()),
            Status::Cancelled => format!("{}: cancelled", self.title()),
        }
    }

    /// What was asked for, in words: "Write chapter 4".
    pub fn title(&self) -> String {
        let chapter = self
            .steps
            .iter()
            .rev()
            .find_map(|step| step.chapter)
            .unwrap_or_default();
        match self.kind {
            RunKind::World => match self.steps.iter().find_map(|step| step.subject.as_ref()) {
                Some(subject) => format!("Regenerate {}", subject.name),
                None => "Generate world".to_owned(),
            },
            RunKind::Outline if chapter > 0 => format!("Regenerate beats of chapter {chapter}"),
            RunKind::Outline => "Generate outline".to_owned(),
            RunKind::Chapter => format!("Write chapter {chapter}"),
            RunKind::AllChapters => "Write all chapters".to_owned(),
            RunKind::Rewrite => format!("Rewrite chapter {chapter}"),
            RunKind::Review => "Review story".to_owned(),
            RunKind::Read if self.steps.len() == 1 && chapter > 0 => {
                format!("Read chapter {chapter}")
            }
            RunKind::Read => "Read story".to_owned(),
        }
    }

    /// Words written by all steps so far.
    pub fn words(&self) -> u64 {
        self.steps.iter().map(|step| step.words).sum()
    }

    /// Checks a person's wish against the status without changing anything.
    pub fn allows(&self, transition: Transition) -> Result<Status, IllegalTransition> {
        self.status.next(transition)
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

/// A request to generate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRun {
    /// What to do.
    pub kind: RunKind,
    /// Which chapter, for `chapter` and `rewrite`; for `outline` and `read`: outline or read this one alone, again.
    #[serde(default)]
    pub chapter: Option<ChapterRef>,
    /// For `read`: read these chapters alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chapters: Vec<ChapterRef>,
    /// For `world`: imagine this entity alone, again.
    #[serde(default)]
    pub entity: Option<EntityId>,
    /// What to do differently, where something is made again.
    #[serde(default)]
    pub feedback: Option<String>,
    /// Which model; that of the settings, also when they change, where it is missing or empty.
    #[serde(default)]
    pub model: Option<String>,
    /// −100 to 100, larger is sooner; 0 where it is missing.
    #[serde(default)]
    pub priority: Option<i32>,
    /// For `all_chapters`: write the finished ones again too. For `read`: read again what was read already.
    #[serde(default)]
    pub include_written: bool,
    /// For `chapter`: what to do with the text that is there. Where it is missing, an unfinished text is continued
    /// and a finished one is written again.
    #[serde(default)]
    pub mode: Option<WriteMode>,
    /// What it may use up.
    #[serde(default)]
    pub budget: Option<Budget>,
}

impl NewRun {
    /// A request of this kind with nothing else set.
    pub const fn of(kind: RunKind) -> Self {
        Self {
            kind,
            chapter: None,
            chapters: Vec::new(),
            entity: None,
            feedback: None,
            model: None,
            priority: None,
            include_written: false,
            mode: None,
            budget: None,
        }
    }

    /// The model that is asked for by name, if one is.
    pub fn named_model(&self) -> Option<&str> {
        self.model.as_deref().filter(|model| !model.is_empty())
    }

    /// Whether it asks for a model by name; else it follows the settings.
    pub fn names_model(&self) -> bool {
        self.named_model().is_some()
    }

    /// A request to write this chapter.
    pub fn chapter(chapter: impl Into<ChapterRef>) -> Self {
        Self {
            chapter: Some(chapter.into()),
            ..Self::of(RunKind::Chapter)
        }
    }

    /// A request to write this chapter, and what to do with the text it has.
    pub fn chapter_in_mode(chapter: impl Into<ChapterRef>, mode: WriteMode) -> Self {
        Self {
            mode: Some(mode),
            ..Self::chapter(chapter)
        }
    }
}

/// A change to a run that waits, is paused, failed or was cancelled.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RunPatch {
    /// New priority, −100 to 100.
    #[serde(default)]
    pub priority: Option<i32>,
    /// Move it right before this run, taking over that one's priority.
    #[serde(default)]
    pub before: Option<RunId>,
    /// Move it right after this run, taking over that one's priority.
    #[serde(default)]
    pub after: Option<RunId>,
    /// New feedback.
    #[serde(default)]
    pub feedback: Option<String>,
    /// New model.
    #[serde(default)]
    pub model: Option<String>,
    /// New budget, counted from the run's first call; one without limits takes the old one away.
    #[serde(default)]
    pub budget: Option<Budget>,
}
