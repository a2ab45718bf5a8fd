//! The past of a chapter in whole parts: which summaries of it hold, and which one is to be made next.

use store::{StoredSummary, SummaryLevel};
use writing::{
    Assignment,
    assignment::{ChapterMemory, Layers, PART, PartMemory},
    layers::fallback_summary,
};

/// A model that had no answer so many times for the same chapters is not asked again.
const MAX_FAILURES: u32 = 3;

/// With less than this known of a part, its chapters' own summaries say it all.
const LEAST: usize = 2;

/// All that lies before a chapter, in parts.
pub(super) struct SummaryPlan<'c> {
    parts: Vec<ChapterGroup<'c>>,
}

/// One part of it.
struct ChapterGroup<'c> {
    /// Those of its chapters of which something is known.
    chapters: Vec<&'c ChapterMemory>,
    from: u32,
    to: u32,
    /// Whether every chapter of it is written.
    is_whole: bool,
    /// What a summary of it is made from, as a hash.
    made_from: String,
    /// The same for the story up to its end.
    story_from: String,
}

/// A summary to be made.
pub(super) struct PendingSummary {
    pub(super) level: SummaryLevel,
    pub(super) part: u32,
    pub(super) made_from: String,
    /// How often it was asked for in vain.
    pub(super) failures: u32,
    pub(super) assignment: Assignment,
}

impl<'c> SummaryPlan<'c> {
    /// What lies before a chapter: `earlier` are all chapters before it, in order, and `written` says which of
    /// the story's are. The part that the chapter itself belongs to is not past.
    pub(super) fn new(earlier: &'c [ChapterMemory], written: &[bool]) -> Self {
        let size = usize::try_from(PART).unwrap_or(usize::MAX);
        let mut all = Hash::new();
        let parts = earlier
            .chunks_exact(size)
            .enumerate()
            .map(|(at, chapters)| {
                let mut own = Hash::new();
                for chapter in chapters {
                    own.add(chapter);
                    all.add(chapter);
                }
                ChapterGroup {
                    from: chapters.first().map_or(0, |chapter| chapter.number),
                    to: chapters.last().map_or(0, |chapter| chapter.number),
                    is_whole: written
                        .get(at * size..(at + 1) * size)
                        .is_some_and(|written| written.iter().all(|&is| is)),
                    chapters: chapters
                        .iter()
                        .filter(|chapter| !chapter.summary.is_empty())
                        .collect(),
                    made_from: own.to_hex(),
                    story_from: all.to_hex(),
                }
            })
            .collect();
        Self { parts }
    }

    /// How many parts there are.
    pub(super) fn parts(&self) -> u32 {
        u32::try_from(self.parts.len()).unwrap_or(u32::MAX)
    }

    /// What of the kept summaries holds, as a writer is told it.
    pub(super) fn layers(&self, kept: &[StoredSummary]) -> Layers {
        Layers {
            parts: self
                .numbered()
                .filter_map(|(number, part)| part.summary(number, kept))
                .collect(),
            so_far: self.so_far(kept),
        }
    }

    /// The summary that is to be made next; none where all that can be had is there.
    ///
    /// The parts nearest to the chapter come first, then the story, out of what is known of its parts by then.
    pub(super) fn next_pending(
        &self,
        kept: &[StoredSummary],
        model: &str,
    ) -> Option<PendingSummary> {
        let part = self.numbered().rev().find_map(|(number, part)| {
            if !part.is_whole || part.chapters.len() < LEAST {
                return None;
            }
            let failures = failures(kept, SummaryLevel::Part, number, &part.made_from, model)?;
            Some(PendingSummary {
                level: SummaryLevel::Part,
                part: number,
                made_from: part.made_from.clone(),
                failures,
                assignment: Assignment::Part {
                    chapters: part
                        .chapters
                        .iter()
                        .map(|&chapter| chapter.clone())
                        .collect(),
                },
            })
        });
        part.or_else(|| self.next_pending_of_story(kept, model))
    }

    fn next_pending_of_story(&self, kept: &[StoredSummary], model: &str) -> Option<PendingSummary> {
        let (number, last) = self.numbered().next_back()?;
        // The summary of a single part is all there is to say, and one out of clipped sentences says no more
        // than they do.
        if number < 2 || part_text(last, number, kept).is_none() {
            return None;
        }
        let failures = failures(kept, SummaryLevel::Story, number, &last.story_from, model)?;
        let before = self.so_far(kept);
        let parts = self
            .numbered()
            .filter(|(_, part)| before.as_ref().is_none_or(|before| part.from > before.to))
            .filter_map(|(number, part)| {
                part.summary(number, kept)
                    .or_else(|| fallback_summary(&part.chapters))
            })
            .collect();
        Some(PendingSummary {
            level: SummaryLevel::Story,
            part: number,
            made_from: last.story_from.clone(),
            failures,
            assignment: Assignment::SoFar { before, parts },
        })
    }

    /// The story so far, as far as it was summed up and still holds.
    fn so_far(&self, kept: &[StoredSummary]) -> Option<PartMemory> {
        self.numbered().rev().find_map(|(number, part)| {
            Some(PartMemory {
                from: 1,
                to: part.to,
                summary: valid(kept, SummaryLevel::Story, number, &part.story_from)?.to_owned(),
            })
        })
    }

    /// The parts with their numbers, from 1.
    fn numbered(&self) -> impl DoubleEndedIterator<Item = (u32, &ChapterGroup<'c>)> {
        self.parts.iter().enumerate().map(|(at, part)| {
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            (number, part)
        })
    }
}

impl ChapterGroup<'_> {
    /// What a model has summed up of it.
    fn summary(&self, number: u32, kept: &[StoredSummary]) -> Option<PartMemory> {
        Some(PartMemory {
            from: self.from,
            to: self.to,
            summary: part_text(self, number, kept)?.to_owned(),
        })
    }
}

fn part_text<'k>(
    part: &ChapterGroup<'_>,
    number: u32,
    kept: &'k [StoredSummary],
) -> Option<&'k str> {
    valid(kept, SummaryLevel::Part, number, &part.made_from)
}

fn find<'k>(
    kept: &'k [StoredSummary],
    level: SummaryLevel,
    part: u32,
    made_from: &str,
) -> Option<&'k StoredSummary> {
    kept.iter()
        .find(|known| known.level == level && known.part == part)
        .filter(|known| known.made_from == made_from)
}

/// A summary that was made from what is there now.
fn valid<'k>(
    kept: &'k [StoredSummary],
    level: SummaryLevel,
    part: u32,
    made_from: &str,
) -> Option<&'k str> {
    find(kept, level, part, made_from)
        .map(|known| known.text.as_str())
        .filter(|text| !text.is_empty())
}

/// How often a summary was asked for in vain. `None` where it is there, or asking again is no use.
fn failures(
    kept: &[StoredSummary],
    level: SummaryLevel,
    part: u32,
    made_from: &str,
    model: &str,
) -> Option<u32> {
    match find(kept, level, part, made_from) {
        Some(known) if !known.text.is_empty() => None,
        Some(known) if known.model == model => {
            (known.failures < MAX_FAILURES).then_some(known.failures)
        }
        _ => Some(0),
    }
}

/// FNV-1a over what is known of chapters. It is stored, so it has to be the same in every version; nobody
/// gains anything by making two texts meet in it.
struct Hash(u64);

impl Hash {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, chapter: &ChapterMemory) {
        let number = chapter.number.to_le_bytes();
        // No summary has this byte: it is no UTF-8.
        for byte in number
            .iter()
            .chain(chapter.summary.as_bytes())
            .chain(&[0xff])
        {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn to_hex(&self) -> String {
        format!("{:016x}", self.0)
    }
}
