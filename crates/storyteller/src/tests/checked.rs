//! The shared checks leave the built-in writer's chapters alone.

use super::support::*;
use ::checks::{self as checks, CheckInput};
use domain::{Fact, FactId, Finding, Severity};
use writing::assignment::{Assignment, ChapterMemory, Report};

/// What the checks say of a story's chapters, each told with the facts and summaries of those before it.
fn accused(premise: &str, genre: &str, seed: u64, of: u32) -> Vec<(Finding, String)> {
    let mut story = story(premise, genre, seed);
    add_world(&mut story);
    let mut earlier: Vec<ChapterMemory> = Vec::new();
    let mut accused = Vec::new();
    for mut chapter in chapters(&story, of) {
        chapter.earlier.clone_from(&earlier);
        let plan = plan(&story, &chapter);
        let text = crate::chapter::whole(&story, &chapter, &plan).join("\n\n");
        let found = checks::run(&CheckInput {
            world: &story.world,
            beats: &chapter.beats,
            scenes: &plan.scenes,
            earlier: &earlier,
            language: "en",
            text: &text,
        });
        accused.extend(
            found
                .into_iter()
                .map(|finding| (finding, premise.to_owned())),
        );
        let check = Assignment::Check {
            chapter: chapter.clone(),
            text,
        };
        let report: Report = ask(&story, &check);
        for text in report.facts {
            let at = story.world.facts.len();
            let id: FactId = serde_json::from_str(&format!("\"00000000-0000-7000-9000-{at:012}\""))
                .expect("an id");
            let chapter = Some(chapter.number);
            story.world.facts.push(Fact { id, text, chapter });
        }
        earlier.push(ChapterMemory {
            number: chapter.number,
            title: chapter.title,
            summary: report.summary,
        });
    }
    accused
}

#[test]
fn chapters_of_many_stories_are_not_accused() {
    let mut chapters = 0;
    let mut accused_of = Vec::new();
    // Their worlds have a house that has been closed for years, and stands.
    let closed = [
        ("a customs officer who finds a door in the harbour wall", ""),
        ("a cartographer on a slow ship between two stars", ""),
    ];
    for (at, (premise, genre)) in PREMISES.iter().chain(&closed).enumerate() {
        for seed in 0..2 {
            let of = 3 + (at as u32 + seed as u32 * 5) % 8;
            chapters += of;
            accused_of.extend(accused(premise, genre, seed * 104_729 + at as u64, of));
        }
    }
    assert!(chapters > 150);
    let major = accused_of
        .iter()
        .filter(|(finding, _)| finding.severity == Severity::Major)
        .count();
    assert_eq!(major, 0, "of {chapters}: {accused_of:#?}");
    assert!(
        accused_of.len() * 10 <= chapters as usize,
        "{accused_of:#?}"
    );
}
