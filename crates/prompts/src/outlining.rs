//! Outlining: a story's chapters, those of them that have no beats yet, or one of them again.

use super::{
    TooSmall,
    budget::{PromptBudget, PromptItem},
    making::wish,
    story_context::{brief, people_and_places, place, rules, task},
};
use domain::Role;
use std::fmt::Write as _;
use text::tokens::in_language;
use writing::{
    assignment::{
        ChapterMemory, ChapterOutlineRequest, KnownChapter, Neighbour, OutlineRequest, PART,
        StoryContext,
    },
    layers::{fallback_summary, first_sentence},
};

/// However large the context: what a model writes in one go gets thinner towards its end.
const MOST_AT_ONCE: u32 = 20;

/// Chapters so near to one that is outlined are told in full.
const NEAR: u32 = 5;

/// Chapters so near have a line of their own.
const IN_A_LINE: u32 = 25;

/// Tokens of an outline of so many chapters, in English.
pub(super) fn tokens(chapters: usize) -> u32 {
    let chapters = u32::try_from(chapters).unwrap_or(u32::MAX);
    chapters.saturating_mul(180).saturating_add(200)
}

/// How many chapters a model with this context outlines in one answer: at least one.
pub fn chapters_at_once(context: Option<u32>, language: &str) -> usize {
    let fits = |chapters: &u32| {
        let answer = in_language(tokens(*chapters as usize), language);
        context.is_none_or(|context| answer <= context / 3)
    };
    let most = (1..=MOST_AT_ONCE).take_while(fits).last().unwrap_or(1);
    most as usize
}

pub(super) fn outline(
    budget: &mut PromptBudget,
    story: &StoryContext,
    asked: &OutlineRequest,
) -> Result<(), TooSmall> {
    task(budget, question(asked))?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    budget.list(
        place::BEATS,
        "chapters there are",
        "The chapters there are:",
        known_chapters(asked),
        0.5,
    );
    structure(budget, story, asked);
    people_and_places(budget, story, None, 0.7);
    rules(budget, story, 0.5);
    told(budget, story, asked);
    Ok(())
}

/// What the written chapters say and leave open: the newest first, where not all of it fits.
fn told(budget: &mut PromptBudget, story: &StoryContext, asked: &OutlineRequest) {
    let newest = |texts: Vec<String>| {
        let items = texts.into_iter().enumerate().rev();
        items
            .map(|(place, text)| PromptItem { place, text })
            .collect()
    };
    budget.list(
        place::THREADS,
        "open threads",
        "Left open so far:",
        newest(asked.threads.clone()),
        0.3,
    );
    let facts = story.world.facts.iter().map(|fact| fact.text.clone());
    budget.list(
        place::FACTS,
        "facts",
        "What is true by now:",
        newest(facts.collect()),
        0.3,
    );
}

fn question(asked: &OutlineRequest) -> String {
    let (of, count) = (asked.of, asked.chapters.len());
    let (first, last) = (asked.asks_for(1), asked.asks_for(of));
    let mut text = if u32::try_from(count) == Ok(of) {
        format!("Outline the story in exactly {of} chapters. Give each")
    } else if count == 1 {
        format!(
            "Outline {} of the story’s {of} chapters, and no other. Give it",
            numbered(&asked.chapters)
        )
    } else {
        format!(
            "Outline {} of the story’s {of} chapters: these {count} and no others, in this order. Give each",
            numbered(&asked.chapters)
        )
    };
    text.push_str(
        " a title and three to five beats: what happens, who does it, what it changes; one plain sentence each, so \
         that somebody else could write the chapter from them. ",
    );
    if asked
        .known
        .iter()
        .any(|known| !asked.asks_for(known.number))
    {
        text.push_str(
            "The chapters there are stay as they are: go on from those before, lead to those after, contradict \
             none of them and tell nothing a second time. ",
        );
    }
    text.push_str(if first {
        "The first chapter begins in the middle of something, the stakes rise, what is planted is paid off"
    } else {
        "The stakes rise, what is planted is paid off"
    });
    let follow = of.saturating_sub(asked.chapters.last().copied().unwrap_or(of));
    if last {
        text.push_str(", and the last chapter answers the premise.");
    } else if follow == 1 {
        text.push_str("; the story does not end here, one chapter follows.");
    } else {
        let _ = write!(
            text,
            "; the story does not end here, {follow} chapters follow."
        );
    }
    text.push_str(" Answer in JSON.");
    text
}

/// "chapter 4", "chapters 2, 5 to 7 and 9".
fn numbered(chapters: &[u32]) -> String {
    let runs: Vec<String> = chapters
        .chunk_by(|one, next| one + 1 == *next)
        .flat_map(|run| match run {
            [] => Vec::new(),
            [one] => vec![one.to_string()],
            [one, next] => vec![one.to_string(), next.to_string()],
            [first, .., last] => vec![format!("{first} to {last}")],
        })
        .collect();
    let noun = if chapters.len() == 1 {
        "chapter"
    } else {
        "chapters"
    };
    match runs.split_last() {
        Some((last, before)) if !before.is_empty() => {
            format!("{noun} {} and {last}", before.join(", "))
        }
        _ => format!("{noun} {}", runs.concat()),
    }
}

/// What is known of the chapters, in the order of its worth: those that are asked for, those beside them in full,
/// those further off in a line each, and those far off ten by ten.
fn known_chapters(asked: &OutlineRequest) -> Vec<PromptItem> {
    let away = |number: u32| {
        let distances = asked.chapters.iter().map(|one| one.abs_diff(number));
        distances.min().unwrap_or_default()
    };
    let mut ranked: Vec<(u32, PromptItem)> = Vec::new();
    let mut far: Vec<ChapterMemory> = Vec::new();
    for known in &asked.known {
        let away = away(known.number);
        let name = name(known);
        let text = match away {
            0 if !known.summary.is_empty() => format!(
                "{name} is written; its beats are what happens in it: {}",
                known.summary
            ),
            0 => format!("{name} is to be outlined, and keeps its title."),
            1..=NEAR if !known.summary.is_empty() => format!("{name}: {}", known.summary),
            1..=NEAR => format!("{name}: {}", known.beats.join(" ")),
            _ if away <= IN_A_LINE => format!("{name}: {}", line(known)),
            _ => {
                far.push(ChapterMemory {
                    number: known.number,
                    title: String::new(),
                    summary: line(known).to_owned(),
                });
                continue;
            }
        };
        ranked.push((away, item(known.number, text)));
    }
    let part = |chapter: &ChapterMemory| chapter.number.saturating_sub(1) / PART;
    for chapters in far.chunk_by(|one, next| part(one) == part(next)) {
        let chapters: Vec<&ChapterMemory> = chapters.iter().collect();
        if let Some(together) = fallback_summary(&chapters) {
            let away = away(together.from).min(away(together.to));
            ranked.push((away, item(together.from, together.to_line())));
        }
    }
    ranked.sort_by_key(|(away, _)| *away);
    ranked.into_iter().map(|(_, item)| item).collect()
}

fn item(number: u32, text: String) -> PromptItem {
    PromptItem {
        place: usize::try_from(number).unwrap_or_default(),
        text,
    }
}

fn name(known: &KnownChapter) -> String {
    if known.title.is_empty() {
        format!("Chapter {}", known.number)
    } else {
        format!("Chapter {} “{}”", known.number, known.title)
    }
}

/// A chapter in a sentence: how its summary begins, or the beat that it comes to.
fn line(known: &KnownChapter) -> &str {
    match known.beats.last() {
        Some(beat) if known.summary.is_empty() => beat,
        _ => first_sentence(&known.summary),
    }
}

/// What each chapter has to do in the story's structure; chapters that do the same stand together. Where not all of
/// it fits, what the chapters at hand have to do is worth most.
fn structure(budget: &mut PromptBudget, story: &StoryContext, asked: &OutlineRequest) {
    let laid = story.brief.structure.distribute(asked.of);
    let mut items: Vec<(bool, PromptItem)> = Vec::new();
    let mut from = 0;
    while let Some(parts) = laid.get(from).filter(|parts| !parts.is_empty()) {
        let until = laid[from..]
            .iter()
            .position(|other| other != parts)
            .map_or(laid.len(), |length| from + length);
        let which = if until == from + 1 {
            format!("Chapter {until}")
        } else {
            format!("Chapters {} to {until}", from + 1)
        };
        let does: Vec<String> = parts
            .iter()
            .map(|part| format!("{} — {}", part.name, part.does))
            .collect();
        let is_at_hand = asked
            .chapters
            .iter()
            .any(|&number| (from + 1..=until).contains(&(number as usize)));
        let item = PromptItem {
            place: from,
            text: format!("{which}: {}", does.join(" ")),
        };
        items.push((is_at_hand, item));
        from = until;
    }
    items.sort_by_key(|(is_at_hand, _)| !is_at_hand);
    budget.list(
        place::STRUCTURE,
        "structure",
        "What each chapter has to do for the shape of the whole:",
        items.into_iter().map(|(_, item)| item).collect(),
        0.5,
    );
}

pub(super) fn chapter_outline(
    budget: &mut PromptBudget,
    story: &StoryContext,
    chapter: &ChapterOutlineRequest,
) -> Result<(), TooSmall> {
    let mut text = format!(
        "Outline chapter {} of {} again, that one alone: the chapters around it stay as they are, and what \
         happens in it has to follow from the one before and lead to the one after. Three to five beats: \
         what happens, who does it, what it changes; one plain sentence each. ",
        chapter.number, chapter.of
    );
    if chapter.title.is_empty() {
        text.push_str("Give it a title.");
    } else {
        let _ = write!(text, "Its title is “{}” and stays.", chapter.title);
    }
    let at = usize::try_from(chapter.number.saturating_sub(1)).unwrap_or_default();
    for part in story
        .brief
        .structure
        .distribute(chapter.of)
        .get(at)
        .into_iter()
        .flatten()
    {
        let _ = write!(text, "\nIn the whole it is “{}”: {}", part.name, part.does);
    }
    if !chapter.beats.is_empty() {
        text.push_str("\nThe author wants other beats than these:");
        for beat in &chapter.beats {
            let _ = write!(text, "\n- {beat}");
        }
    }
    wish(&mut text, &chapter.feedback);
    text.push_str("\nAnswer in JSON.");
    task(budget, text)?;
    budget.must(place::BRIEF, Role::User, "brief", brief(story))?;
    // The nearest first: they matter most.
    let mut near: Vec<&Neighbour> = chapter.neighbours.iter().collect();
    near.sort_by_key(|other| other.number.abs_diff(chapter.number));
    let items = near
        .into_iter()
        .map(|other| PromptItem {
            place: usize::try_from(other.number).unwrap_or_default(),
            text: format!(
                "Chapter {} {}: {}",
                other.number,
                other.title,
                other.beats.join(" ")
            ),
        })
        .collect();
    budget.list(
        place::BEATS,
        "chapters around it",
        "What happens in the chapters around it:",
        items,
        0.5,
    );
    people_and_places(budget, story, None, 0.6);
    rules(budget, story, 0.5);
    Ok(())
}
