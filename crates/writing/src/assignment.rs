//! What a writer is asked for, as data.
//!
//! A language model gets it rendered as messages; the built-in writer reads it as it is.

pub use super::{
    chapter_memory::ChapterMemory,
    layers::{Layers, PART, PartMemory, Summary},
    outlines::{
        ChapterOutlineRequest, ChapterSketch, KnownChapter, Neighbour, OutlineRequest,
        OutlineSketch,
    },
    reading::{ChapterPart, KnownName, ReadEntity, ReadRelation, ReadSentence, ReadSketch},
};

use domain::{Brief, Finding, World};
use serde::{Deserialize, Serialize};

/// Everything a writer may know about the story it works on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StoryContext {
    /// The story's title.
    pub title: String,
    /// What the author wants.
    pub brief: Brief,
    /// The world as it stands.
    pub world: World,
    /// Seed for writers that roll dice: the same story and seed give the same text.
    pub seed: u64,
}

/// A chapter to be written, and what stands around it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChapterContext {
    /// Its number, from 1.
    pub number: u32,
    /// How many chapters the story has.
    pub of: u32,
    /// Its title.
    pub title: String,
    /// What has to happen, in order.
    pub beats: Vec<String>,
    /// The chapters before it, in order.
    pub earlier: Vec<ChapterMemory>,
    /// What was summed up of them, part by part and all together.
    pub layers: Layers,
    /// Plot threads the chapters before it leave open, the oldest first.
    pub threads: Vec<String>,
    /// The end of the previous chapter, a few hundred words; empty for the first.
    pub previous_ending: String,
    /// The author's wishes for this writing of it; empty where there are none.
    pub feedback: String,
    /// The text that stands, where it is to be written again with those wishes.
    pub existing_text: ExistingText,
    /// The text that the chapter has already, where it is to be kept and continued.
    #[serde(default)]
    pub opening: String,
}

/// A chapter's text that is to be written again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExistingText {
    /// The text; empty where the chapter is written freely.
    pub text: String,
    /// What happens in it; empty where nobody has said.
    pub summary: String,
}

/// One scene of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scene {
    /// What its central person wants here.
    pub goal: String,
    /// What stands against it.
    pub conflict: String,
    /// Whose eyes it is seen through, by name.
    pub point_of_view: String,
    /// Where it is, by name.
    pub place: String,
    /// Who else is there, by name.
    pub present: Vec<String>,
    /// The beats it covers.
    pub beats: Vec<String>,
}

/// A chapter's plan: the answer to [`Assignment::Plan`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// In order; at least one.
    pub scenes: Vec<Scene>,
}

/// The answer to [`Assignment::World`]. Relations name entities by their names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorldSketch {
    /// Cast, places, things, factions, ideas.
    pub entities: Vec<EntitySketch>,
    /// Ties between them.
    pub relations: Vec<RelationSketch>,
    /// What always holds, a sentence each.
    pub rules: Vec<String>,
}

/// An entity as a writer names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntitySketch {
    /// Person, place, thing, faction, idea.
    pub kind: domain::EntityKind,
    /// Its name.
    pub name: String,
    /// One line.
    #[serde(default)]
    pub role: String,
    /// A few sentences.
    #[serde(default)]
    pub description: String,
    /// "she/her", "he/him", "they/them" for persons.
    #[serde(default)]
    pub pronouns: String,
    /// What it wants.
    #[serde(default)]
    pub goal: String,
    /// Short.
    #[serde(default)]
    pub traits: Vec<String>,
}

/// A tie as a writer names it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RelationSketch {
    /// A name from the entities.
    pub from: String,
    /// Another name from the entities.
    pub to: String,
    /// "sister of".
    pub label: String,
}

/// The answer to [`Assignment::Entity`]: what is new of somebody or something; name and kind stay.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntityRewrite {
    /// One line.
    pub role: String,
    /// A few sentences.
    pub description: String,
    /// What it wants.
    pub goal: String,
    /// Short.
    pub traits: Vec<String>,
}

/// The answer to [`Assignment::Interview`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InterviewSketch {
    /// What is still worth asking; none where the brief says enough.
    pub questions: Vec<String>,
    /// What was said, as a brief.
    pub brief: BriefSketch,
}

/// The parts of a brief that an interview can fill.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BriefSketch {
    /// The idea.
    pub premise: String,
    /// "ghost story".
    pub genre: String,
    /// "quiet, uneasy".
    pub tone: String,
    /// Where and when.
    pub setting: String,
    /// "grief".
    pub themes: Vec<String>,
    /// What must be in it.
    pub include: Vec<String>,
    /// What must not.
    pub avoid: Vec<String>,
}

/// A piece of a story to be read with a critic's eye.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReviewPart {
    /// The chapter's number.
    pub number: u32,
    /// How many chapters the story has.
    pub of: u32,
    /// Its title; may be empty.
    pub title: String,
    /// What was meant to happen in it.
    pub beats: Vec<String>,
    /// Which piece of the chapter it is, from 1, and how many it has.
    pub piece: (u32, u32),
    /// The text.
    pub text: String,
}

/// What was noted of a chapter on the way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadingNote {
    /// The chapter's number.
    pub number: u32,
    /// A few sentences.
    pub notes: String,
    /// What was found in it.
    pub findings: Vec<Finding>,
}

/// The answer to [`Assignment::Review`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChapterReading {
    /// What was found; empty where all is well.
    pub findings: Vec<Finding>,
    /// What to remember for what comes after, in two to four sentences.
    pub notes: String,
}

/// The answer to [`Assignment::Assess`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assessment {
    /// Of the whole, in a short paragraph or two.
    pub assessment: String,
}

/// The answer to [`Assignment::Edit`] and [`Assignment::Revise`]: passages to replace.
///
/// Passages instead of a whole new text: a model can't lose what it does not touch, and it costs a
/// tenth of the tokens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edits {
    /// Each is applied where its passage stands exactly once in the text.
    pub edits: Vec<Edit>,
    /// Why some or all were not made; for the author. Empty where all were.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub not_made: String,
}

/// One passage to replace.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// The passage, word for word as it stands in the text.
    pub passage: String,
    /// What to put in its place; empty to strike it.
    pub replacement: String,
}

/// The answer to [`Assignment::Check`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// What was found; empty where all is well.
    pub findings: Vec<Finding>,
    /// What happens in the chapter, in two to four sentences.
    pub summary: String,
    /// What became true in it that later chapters must respect, a sentence each.
    pub facts: Vec<String>,
    /// Plot threads it leaves open, a sentence each.
    pub open_threads: Vec<String>,
}

/// What a writer is asked for. All but `Draft` are answered in JSON of the named type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assignment {
    /// Imagine the world: a [`WorldSketch`].
    World,
    /// Title and beats for chapters that have none: an [`OutlineSketch`].
    Outline {
        /// Which, and what is known of the others.
        outline: OutlineRequest,
    },
    /// Outline one chapter again, the others staying as they are: a [`ChapterSketch`].
    ChapterOutline {
        /// Which, and what stands around it.
        chapter: ChapterOutlineRequest,
    },
    /// Imagine one of the world again: an [`EntityRewrite`].
    Entity {
        /// Whom or what, as it is.
        entity: domain::Entity,
        /// The author's wish; empty where there is none.
        feedback: String,
    },
    /// Turn an idea into a brief, by asking: an [`InterviewSketch`].
    Interview {
        /// The idea, as it was typed.
        idea: String,
        /// What was asked and answered so far.
        answers: Vec<domain::AnsweredQuestion>,
    },
    /// Read a piece of the story: a [`ChapterReading`].
    Review {
        /// The piece.
        part: ReviewPart,
        /// What was noted of what came before.
        notes: Vec<ReadingNote>,
    },
    /// Read a part of what the author wrote, and note what it tells: a [`ReadSketch`].
    Read {
        /// The part.
        part: ChapterPart,
        /// Names that are known already, those of the part first.
        known: Vec<KnownName>,
        /// What happened in the chapter before this part.
        before: String,
    },
    /// Sum up what was read: an [`Assessment`].
    Assess {
        /// What was noted, chapter by chapter.
        notes: Vec<ReadingNote>,
    },
    /// Sum up a part of the story: a [`Summary`].
    Part {
        /// Its chapters, in order; those of which nothing is known are missing.
        chapters: Vec<ChapterMemory>,
    },
    /// Sum up the story so far: a [`Summary`].
    SoFar {
        /// The story up to these parts, where that was summed up before and still holds.
        before: Option<PartMemory>,
        /// The parts after that, in order.
        parts: Vec<PartMemory>,
    },
    /// Divide a chapter into scenes: a [`Plan`].
    Plan {
        /// Which.
        chapter: ChapterContext,
    },
    /// Write one scene: prose in Markdown paragraphs, nothing around it.
    Draft {
        /// Of which chapter.
        chapter: ChapterContext,
        /// All its scenes.
        plan: Plan,
        /// Which of them, from 0.
        scene: usize,
        /// The chapter's finished scenes before this one.
        before: String,
    },
    /// Improve passages: [`Edits`].
    Edit {
        /// Which chapter.
        chapter: ChapterContext,
        /// Its text.
        text: String,
    },
    /// Look for faults and sum up: a [`Report`].
    Check {
        /// Which chapter.
        chapter: ChapterContext,
        /// Its text.
        text: String,
    },
    /// Mend what was found: [`Edits`].
    Revise {
        /// Which chapter.
        chapter: ChapterContext,
        /// Its text.
        text: String,
        /// What to mend.
        findings: Vec<Finding>,
    },
}
