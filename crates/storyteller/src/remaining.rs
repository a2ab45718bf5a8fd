//! Beats for the chapters of a story that have none, the others staying as they are.

use super::{outline, regenerate};
use writing::assignment::{
    ChapterOutlineRequest, ChapterSketch, KnownChapter, Neighbour, OutlineRequest, OutlineSketch,
    StoryContext,
};

/// The chapters asked for, as they are in an outline of the whole. Asked for bit by bit it is the same outline; where
/// the story has chapters from elsewhere, nothing of theirs happens again.
pub(crate) fn sketch(story: &StoryContext, asked: &OutlineRequest) -> OutlineSketch {
    let whole = outline::sketch(story, asked.of).chapters;
    let nth = |number: u32| {
        let at = usize::try_from(number.saturating_sub(1)).unwrap_or_default();
        whole[at % whole.len().max(1)].clone()
    };
    let mut others: Vec<Neighbour> = asked
        .known
        .iter()
        .filter(|known| !known.beats.is_empty() && nth(known.number).beats != known.beats)
        .map(neighbour)
        .collect();
    let mut chapters = Vec::new();
    for &number in &asked.chapters {
        let own = nth(number);
        let is_told = |beat: &String| others.iter().any(|other| other.beats.contains(beat));
        if !own.beats.iter().any(is_told) {
            chapters.push(own);
            continue;
        }
        let new = regenerate::chapter(
            story,
            &ChapterOutlineRequest {
                number,
                of: asked.of,
                neighbours: others.clone(),
                ..ChapterOutlineRequest::default()
            },
        );
        // It may have thought of nothing else.
        let new = if new.beats.is_empty() { own } else { new };
        others.push(made(number, &new));
        chapters.push(new);
    }
    OutlineSketch { chapters }
}

fn neighbour(known: &KnownChapter) -> Neighbour {
    Neighbour {
        number: known.number,
        title: known.title.clone(),
        beats: known.beats.clone(),
    }
}

fn made(number: u32, chapter: &ChapterSketch) -> Neighbour {
    Neighbour {
        number,
        title: chapter.title.clone(),
        beats: chapter.beats.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Brief;

    fn story() -> StoryContext {
        StoryContext {
            brief: Brief {
                premise: "a lighthouse keeper who hears her dead brother on the radio".to_owned(),
                ..Brief::default()
            },
            seed: 7,
            ..StoryContext::default()
        }
    }

    fn outlined(number: u32, chapter: &ChapterSketch) -> KnownChapter {
        KnownChapter {
            number,
            title: chapter.title.clone(),
            beats: chapter.beats.clone(),
            summary: String::new(),
        }
    }

    #[test]
    fn asked_for_bit_by_bit_it_is_the_same_outline() {
        let whole = sketch(&story(), &OutlineRequest::all(60)).chapters;
        let mut known = Vec::new();
        let mut bits = Vec::new();
        for from in [1, 21, 41] {
            let asked = OutlineRequest {
                chapters: (from..from + 20).collect(),
                of: 60,
                known: known.clone(),
                threads: Vec::new(),
            };
            let made = sketch(&story(), &asked).chapters;
            known.extend(
                (from..)
                    .zip(&made)
                    .map(|(number, made)| outlined(number, made)),
            );
            bits.extend(made);
        }
        assert_eq!(bits, whole);
    }

    #[test]
    fn what_happens_in_chapters_that_are_there_happens_no_second_time() {
        let five = sketch(&story(), &OutlineRequest::all(5)).chapters;
        let known: Vec<KnownChapter> = (1..)
            .zip(&five)
            .map(|(number, made)| outlined(number, made))
            .collect();
        let asked = OutlineRequest {
            chapters: vec![6, 7, 8],
            of: 8,
            known: known.clone(),
            threads: Vec::new(),
        };
        let rest = sketch(&story(), &asked).chapters;
        assert_eq!(rest.len(), 3);
        for chapter in &rest {
            assert!(chapter.beats.len() >= 2, "{chapter:?}");
            let again = |beat: &String| known.iter().any(|known| known.beats.contains(beat));
            assert!(!chapter.beats.iter().any(again), "{chapter:?}");
        }
    }
}
