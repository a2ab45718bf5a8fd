//! Sums a chapter up, with the faults that [`::checks`] finds in it.

use super::beats;
use super::cast::Cast;
use super::grammar::{self, PatternSlots};
use super::seeded_rng::SeededRng;
use super::words;
use ::checks::{self as checks, CheckInput};
use std::collections::BTreeSet;
use writing::assignment::{ChapterContext, Report, StoryContext};

/// The report on a chapter's text.
pub(crate) fn report(story: &StoryContext, chapter: &ChapterContext, text: &str) -> Report {
    let cast = Cast::of(story);
    let mut findings = checks::run(&CheckInput {
        world: &story.world,
        beats: &chapter.beats,
        scenes: &[],
        earlier: &chapter.earlier,
        language: &story.brief.language,
        text,
    });
    findings.extend(checks::openings(text));
    let (facts, open_threads) = outcome(&cast, chapter);
    Report {
        findings,
        summary: summary(chapter, text),
        facts,
        open_threads,
    }
}

/// Whether the writer has told a beat: one of its longer words is there, or a name.
pub(crate) fn covered(cast: &Cast, beat: &str, text: &str) -> bool {
    let content = words::content(beat);
    if content.iter().any(|word| words::mentions(text, word)) {
        return true;
    }
    let one = [beat.to_owned()];
    let named = beats::named(cast, &one);
    let names: Vec<&String> = named.people.iter().chain(&named.places).collect();
    let shorts = names
        .iter()
        .filter_map(|name| cast.person(name))
        .map(|person| &person.short);
    if names
        .iter()
        .copied()
        .chain(shorts)
        .any(|name| beats::finds(text, name))
    {
        return true;
    }
    // A beat of small words only: there is nothing to look for but the words themselves.
    content.is_empty()
        && names.is_empty()
        && text::prose::lower_words(beat)
            .iter()
            .any(|word| words::mentions(text, word))
        || text::prose::lower_words(beat).is_empty()
}

/// What happens, out of the beats; out of the text where there are none.
fn summary(chapter: &ChapterContext, text: &str) -> String {
    let mut told: Vec<String> = chapter
        .beats
        .iter()
        .map(|beat| words::clean(beat, 40))
        .filter(|beat| !beat.is_empty())
        .collect();
    let mut seen = BTreeSet::new();
    told.retain(|beat| seen.insert(beat.to_lowercase()));
    if told.is_empty() {
        let sentences = text::prose::sentences(text);
        let first = sentences.first().map(|first| words::clean(first, 40));
        let last = sentences.last().map(|last| words::clean(last, 40));
        return match (first, last) {
            (Some(first), Some(last)) => format!(
                "The chapter opens on this: {}. It ends here: {}.",
                words::capital(&first),
                words::capital(&last)
            ),
            _ => "The chapter has no text yet. Nothing has happened in it.".to_owned(),
        };
    }
    let mut sentences: Vec<String> = Vec::new();
    let count = told.len();
    for (at, beat) in told.into_iter().enumerate() {
        if at < 4 {
            sentences.push(format!("{}.", words::capital(&beat)));
        } else if let Some(last) = sentences.last_mut() {
            // Never more than four sentences: what is left joins the last.
            last.pop();
            last.push_str(&format!("; {beat}."));
        }
    }
    if count == 1 {
        sentences.push("Everything else in the chapter turns on that.".to_owned());
    }
    sentences.join(" ")
}

/// What is true afterwards, and what is left open.
fn outcome(cast: &Cast, chapter: &ChapterContext) -> (Vec<String>, Vec<String>) {
    let mut facts: Vec<String> = Vec::new();
    let mut threads: Vec<String> = Vec::new();
    let mut fixed = SeededRng::new(0, &["outcome"]);
    for beat in &chapter.beats {
        let Some(found) = beats::recognise(cast, beat) else {
            continue;
        };
        let mut slots: PatternSlots = cast.slots(
            cast.hero(),
            found.other.as_ref(),
            &cast.places[0],
            cast.motif(),
        );
        for (slot, word) in &found.words {
            slots.set(slot, word);
        }
        let mut fill = |patterns: &[String], into: &mut Vec<String>| {
            for pattern in patterns {
                if let Some(text) = grammar::render(pattern, &slots, &mut fixed)
                    && !into.contains(&text)
                {
                    into.push(text);
                }
            }
        };
        fill(&found.strand.facts, &mut facts);
        fill(&found.strand.threads, &mut threads);
    }
    facts.truncate(4);
    for beat in &chapter.beats {
        let text = words::clean(beat, 40);
        if facts.len() >= 2 || text.is_empty() {
            break;
        }
        facts.push(format!("{}.", words::capital(&text)));
    }
    let hero = &cast.hero().short;
    let place = &cast.places[0].text;
    if facts.is_empty() {
        facts.push(format!("{hero} is still at the centre of it."));
    }
    if facts.len() == 1 {
        facts.push(format!("It began at {place}, and everyone there knows it."));
    }
    threads.truncate(2);
    if threads.is_empty() {
        threads.push(format!(
            "What {hero} will do next, and who will stand in the way."
        ));
    }
    (facts, threads)
}
