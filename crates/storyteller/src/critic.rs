//! Reading a story: what can be found mechanically, and how much of it there is.

use super::check;
use domain::Tally;
use writing::assignment::{
    Assessment, ChapterContext, ChapterReading, ReadingNote, ReviewPart, StoryContext,
};

/// What is found in a piece.
pub(crate) fn read(story: &StoryContext, part: &ReviewPart) -> ChapterReading {
    let chapter = ChapterContext {
        number: part.number,
        of: part.of,
        title: part.title.clone(),
        // A piece need not hold every beat of its chapter.
        beats: if part.piece.1 > 1 {
            Vec::new()
        } else {
            part.beats.clone()
        },
        ..ChapterContext::default()
    };
    let report = check::report(story, &chapter, &part.text);
    ChapterReading {
        findings: report.findings,
        notes: report.summary,
    }
}

/// The whole in numbers: it can count, not judge, and says so.
pub(crate) fn assess(notes: &[ReadingNote]) -> Assessment {
    let all = notes.iter().flat_map(|note| &note.findings);
    let tally = Tally::of(all.map(|finding| finding.severity));
    let mut text = tally.summary_line(notes.len() as u64);
    text.push('.');
    let worst = notes
        .iter()
        .filter(|note| !note.findings.is_empty())
        .max_by_key(|note| (note.findings.len(), std::cmp::Reverse(note.number)));
    if let Some(worst) = worst {
        text.push_str(&format!(
            " Chapter {} has the most: start there.",
            worst.number
        ));
    }
    text.push_str(
        " The built-in demonstration finds only repeated passages, missing beats and monotonous openings. \
         Whether the story works, only a reader or a language model can tell.",
    );
    Assessment { assessment: text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Finding, Severity};

    #[test]
    fn the_whole_is_told_in_numbers() {
        let note = |number: u32, found: usize| ReadingNote {
            number,
            notes: String::new(),
            findings: vec![
                Finding {
                    severity: Severity::Major,
                    kind: "repetition".to_owned(),
                    quote: String::new(),
                    note: String::new(),
                };
                found
            ],
        };
        let text = assess(&[note(1, 1), note(2, 3)]).assessment;
        assert!(
            text.starts_with("4 serious issues in 2 chapters."),
            "{text}"
        );
        assert!(text.contains("Chapter 2"), "{text}");
        assert!(
            assess(&[note(1, 0)])
                .assessment
                .starts_with("No issues in 1 chapter.")
        );
    }
}
