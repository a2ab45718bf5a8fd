//! Steps and stages: what a run walks through.

use crate::{ChapterId, EntityId, Status, StepId};
use serde::{Deserialize, Serialize};

/// What one step produces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// The world: cast, places, things, factions, relations, rules.
    World,
    /// Titles and beats for every chapter.
    Outline,
    /// The text of one chapter.
    Chapter,
    /// What a reader has to say: of one chapter or, without one, of the whole.
    Review,
    /// What a chapter tells of the world: proposals for the author.
    Read,
}

/// A named part of a step. The order of the variants is the order of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Parts of the story that are long ago, summed up. Only where there is a part that was not summed up as it
    /// is now.
    Recall,
    /// Scenes with goal, conflict, point of view and place.
    Plan,
    /// The text, scene by scene, streamed.
    Draft,
    /// Passages replaced for style.
    Edit,
    /// Findings: contradictions, missing beats, repetition.
    Check,
    /// Passages replaced because of findings.
    Revise,
    /// One transaction: revision, summary, facts, progress, event.
    Commit,
}

impl StepKind {
    /// The stages this kind of step always walks, in order. A chapter is now and then begun with
    /// [`Stage::Recall`]: that is rare, so nobody expects it and progress does not count on it.
    pub const fn stages(self) -> &'static [Stage] {
        match self {
            Self::World | Self::Outline => &[Stage::Draft, Stage::Commit],
            Self::Chapter => &[
                Stage::Plan,
                Stage::Draft,
                Stage::Edit,
                Stage::Check,
                Stage::Revise,
                Stage::Commit,
            ],
            Self::Review | Self::Read => &[Stage::Check, Stage::Commit],
        }
    }

    /// For a person.
    pub const fn label(self) -> &'static str {
        match self {
            Self::World => "World",
            Self::Outline => "Outline",
            Self::Chapter => "Chapter",
            Self::Review => "Review",
            Self::Read => "Read",
        }
    }

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::Outline => "outline",
            Self::Chapter => "chapter",
            Self::Review => "review",
            Self::Read => "read",
        }
    }

    /// Reads [`StepKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [
            Self::World,
            Self::Outline,
            Self::Chapter,
            Self::Review,
            Self::Read,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == word)
    }
}

impl Stage {
    /// All stages in the order of work.
    pub const ALL: [Self; 7] = [
        Self::Recall,
        Self::Plan,
        Self::Draft,
        Self::Edit,
        Self::Check,
        Self::Revise,
        Self::Commit,
    ];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Recall => "recall",
            Self::Plan => "plan",
            Self::Draft => "draft",
            Self::Edit => "edit",
            Self::Check => "check",
            Self::Revise => "revise",
            Self::Commit => "commit",
        }
    }

    /// Reads [`Stage::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == word)
    }

    /// What is going on, for a person: "Planning", "Writing", …
    pub const fn doing(self) -> &'static str {
        match self {
            Self::Recall => "Summarising what comes before",
            Self::Plan => "Planning",
            Self::Draft => "Writing",
            Self::Edit => "Editing",
            Self::Check => "Checking",
            Self::Revise => "Revising",
            Self::Commit => "Saving",
        }
    }
}

/// Someone or something of the world that a step is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Subject {
    /// Its id.
    pub id: EntityId,
    /// Its name when the run was started.
    pub name: String,
}

/// One chapter (or the world, or the outline) within a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Step {
    /// The step's own id.
    pub id: StepId,
    /// What it produces.
    pub kind: StepKind,
    /// The chapter it writes, outlines again or reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chapter_id: Option<ChapterId>,
    /// That chapter's number when the run was started.
    pub chapter: Option<u32>,
    /// Who or what of the world it imagines again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// Where the step stands.
    pub status: Status,
    /// The stage under way or, after the end, the last one entered.
    pub stage: Option<Stage>,
    /// The scene being drafted, counted from 1, and how many there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<(u32, u32)>,
    /// 0 to 1; exactly 1 when it succeeded.
    pub fraction: f64,
    /// Tokens the model wrote for this step, all stages together.
    pub tokens: u64,
    /// Words in the text so far.
    pub words: u64,
    /// The model thinks and has not begun to write.
    #[serde(default)]
    pub is_thinking: bool,
}

impl Step {
    /// What this step is doing, in words: "Writing chapter 4, scene 2 of 3".
    pub fn describe(&self) -> String {
        let doing = self.stage.unwrap_or(self.kind.stages()[0]).doing();
        match (self.kind, self.chapter) {
            (StepKind::World, _) => match self.stage {
                Some(Stage::Commit) => "Saving the world".to_owned(),
                _ => match &self.subject {
                    Some(subject) => format!("Regenerating {}", subject.name),
                    None => "Generating the world".to_owned(),
                },
            },
            (StepKind::Outline, chapter) => match (self.stage, chapter) {
                (Some(Stage::Commit), _) => "Saving the outline".to_owned(),
                (_, Some(number)) => format!("Regenerating beats of chapter {number}"),
                (_, None) => "Generating the outline".to_owned(),
            },
            (StepKind::Review, chapter) => match (self.stage, chapter) {
                (Some(Stage::Commit), _) => "Saving the review".to_owned(),
                (_, Some(number)) => format!("Reading chapter {number}"),
                (_, None) => "Summarising the review".to_owned(),
            },
            (StepKind::Read, number) => {
                let number = number.unwrap_or_default();
                match self.stage {
                    Some(Stage::Commit) => format!("Saving what chapter {number} tells"),
                    _ => format!("Reading chapter {number}"),
                }
            }
            (StepKind::Chapter, number) => {
                let number = number.unwrap_or_default();
                if self.is_thinking && self.status == Status::Running {
                    return format!("Thinking about chapter {number}");
                }
                match (self.stage, self.scene) {
                    (Some(Stage::Draft), Some((scene, scenes))) => {
                        format!("{doing} chapter {number}, scene {scene} of {scenes}")
                    }
                    _ => format!("{doing} chapter {number}"),
                }
            }
        }
    }
}
