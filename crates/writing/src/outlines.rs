//! Outlines: what is asked for, and what is answered.

use serde::{Deserialize, Serialize};

/// Chapters that are to be outlined, and what is known of the story's others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OutlineRequest {
    /// Their numbers, in order; at least one.
    pub chapters: Vec<u32>,
    /// How many chapters the story has.
    pub of: u32,
    /// The chapters of which something is known, in order. Those that are to be outlined are among them where
    /// they have a title or a text.
    pub known: Vec<KnownChapter>,
    /// What the chapters before leave open, the oldest first.
    #[serde(default)]
    pub threads: Vec<String>,
}

impl OutlineRequest {
    /// All of a story of which nothing is known but how many chapters it has.
    pub fn all(of: u32) -> Self {
        Self {
            chapters: (1..=of).collect(),
            of,
            known: Vec::new(),
            threads: Vec::new(),
        }
    }

    /// Whether this chapter is to be outlined.
    pub fn asks_for(&self, number: u32) -> bool {
        self.chapters.contains(&number)
    }
}

/// What is known of a chapter where others are outlined.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KnownChapter {
    /// Its number.
    pub number: u32,
    /// Its title; may be empty.
    pub title: String,
    /// Its beats; none where nobody has said.
    pub beats: Vec<String>,
    /// What happens in it as it is written; empty where it is not.
    pub summary: String,
}

/// The answer to `Assignment::Outline`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OutlineSketch {
    /// One for each chapter asked for, in order.
    pub chapters: Vec<ChapterSketch>,
}

/// One chapter of an outline.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChapterSketch {
    /// Its title.
    pub title: String,
    /// What has to happen, a short sentence each, in order.
    pub beats: Vec<String>,
}

/// A chapter that is outlined again, and the outline around it. It is answered with a [`ChapterSketch`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChapterOutlineRequest {
    /// Its number, from 1.
    pub number: u32,
    /// How many chapters the story has.
    pub of: u32,
    /// Its title; may be empty.
    pub title: String,
    /// The beats that are to be replaced.
    pub beats: Vec<String>,
    /// The chapters around it, in order.
    pub neighbours: Vec<Neighbour>,
    /// The author's wish for the new beats; empty where there is none.
    pub feedback: String,
}

/// A chapter beside the one at hand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Its number.
    pub number: u32,
    /// Its title; may be empty.
    pub title: String,
    /// Its beats.
    pub beats: Vec<String>,
}
