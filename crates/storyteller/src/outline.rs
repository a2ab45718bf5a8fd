//! Titles and beats for a whole story: an arc of strands.

use super::cast::{Cast, Person};
use super::grammar::{self, PatternSlots};
use super::nouns::NounClass;
use super::premise::Setting;
use super::seeded_rng::SeededRng;
use super::storyline::Storyline;
use super::titles::ChapterTitles;
use super::unwanted_words::UnwantedWords;
use super::{lexicon, words};
use domain::{Structure, story::MAX_CHAPTERS};
use writing::assignment::{ChapterSketch, OutlineSketch, StoryContext};

/// An outline of this many chapters.
pub(crate) fn sketch(story: &StoryContext, chapters: u32) -> OutlineSketch {
    let chapters = chapters.clamp(1, MAX_CHAPTERS);
    let cast = Cast::of(story);
    let avoid = UnwantedWords::of(&story.brief);
    let mut dice = SeededRng::new(
        story.seed,
        &["outline", &story.brief.premise, &chapters.to_string()],
    );
    let mut titles = ChapterTitles::new(&avoid);
    let mut decks: Vec<Vec<&'static Storyline>> = (0..=5)
        .map(|stage| eligible(&cast, stage, &mut dice))
        .collect();
    let mut loose: Vec<(&'static str, &'static Storyline)> = Vec::new();
    let mut topics = cast.reading.topics.clone();
    topics.reverse();
    let mut out = Vec::new();
    // One person goes through the story with the protagonist: what is said in one chapter must hold
    // of the same person in the next. The loose beats are for the others.
    let companion = dice.below(cast.others().len());
    for number in 1..=chapters {
        let stage = shaped(story.brief.structure, number, chapters);
        let deck = &mut decks[usize::try_from(stage).unwrap_or(0)];
        let strand = (!deck.is_empty()).then(|| deck.remove(0));
        let slots = binding(&cast, companion, number, &mut dice);
        let mut beats: Vec<String> = Vec::new();
        let mut given: &[String] = &[];
        if let Some(strand) = strand {
            given = &strand.titles;
            for turn in &strand.turns {
                beats.extend(beat(&turn.beat, &slots, &avoid));
            }
        }
        while beats.len() < 3 {
            if loose.is_empty() {
                loose = loose_beats(&cast, &mut dice);
            }
            let Some((pattern, _)) = loose.pop() else {
                break;
            };
            // Each loose beat may meet someone else.
            let turn = usize::try_from(number).unwrap_or(0) + beats.len();
            let slots = binding(&cast, turn, number, &mut dice);
            if let Some(beat) = beat(pattern, &slots, &avoid)
                && !beats.contains(&beat)
            {
                beats.push(beat);
            }
        }
        if let Some(topic) = topics.pop() {
            let mut slots = slots.clone();
            slots.set("topic", &topic);
            let pattern = "$Q will not stop talking about “$topic”";
            if let Some(beat) = beat(pattern, &slots, &avoid) {
                beats.truncate(3);
                beats.insert(beats.len().min(1), beat);
            }
        }
        out.push(ChapterSketch {
            title: titles.next(given, &slots, &mut dice),
            beats,
        });
    }
    OutlineSketch { chapters: out }
}

/// The part of the arc a chapter is in where the story has a structure: its turns stand at fixed places.
fn shaped(structure: Structure, number: u32, of: u32) -> u32 {
    if structure == Structure::Free || of < 2 || number <= 1 || number >= of {
        return stage(number, of);
    }
    let middle = u64::from(2 * number - 1) * 500 / u64::from(of);
    match middle {
        ..250 => 1,
        250..470 => 2,
        470..600 => 3,
        600..800 => 4,
        _ => 5,
    }
}

/// Which part of the arc a chapter is in: setup, complications, midpoint, crisis, resolution.
pub(crate) fn stage(number: u32, of: u32) -> u32 {
    let of = of.max(1);
    let number = number.clamp(1, of);
    match (number, of) {
        (_, 1) => 3,
        (1, _) => 1,
        (number, of) if number == of => 5,
        (number, of) => {
            // The chapters between are shared out over the middle three, the longer ones giving
            // setup and resolution their part too.
            let share = f64::from(number - 1) / f64::from(of - 1);
            match share {
                share if of > 8 && share < 0.14 => 1,
                share if share < 0.42 => 2,
                share if share < 0.62 => 3,
                share if of <= 8 || share < 0.88 => 4,
                _ => 5,
            }
        }
    }
}

/// Whether the cast has what a strand needs.
pub(crate) fn suits(cast: &Cast, strand: &Storyline) -> bool {
    strand.needs.iter().all(|need| match need.as_str() {
        "dead" => cast.gone().is_some_and(|gone| gone.gone == "dead"),
        "gone" => cast.gone().is_some(),
        "speaks" => cast.motif().class == NounClass::Speaks,
        "ground" => cast.reading.setting != Setting::Space,
        "modern" => !matches!(cast.reading.setting, Setting::Space | Setting::Realm),
        _ => true,
    })
}

/// The strands for a stage, those of the story's mood first.
fn eligible(cast: &Cast, stage: u32, dice: &mut SeededRng) -> Vec<&'static Storyline> {
    let mood = cast.reading.mood.word();
    let mut own: Vec<&Storyline> = Vec::new();
    let mut voice: Vec<&Storyline> = Vec::new();
    let mut any: Vec<&Storyline> = Vec::new();
    for strand in lexicon::strands() {
        if strand.stage != stage || strand.mood == "loose" || !suits(cast, strand) {
            continue;
        }
        if strand.mood == "voice" {
            voice.push(strand);
        } else if strand.mood == mood {
            own.push(strand);
        } else if strand.mood.is_empty() {
            any.push(strand);
        }
    }
    // The voice's own chapters tell one story and keep their order; the rest may come as they like.
    dice.shuffle(&mut own);
    dice.shuffle(&mut any);
    voice.extend(own);
    voice.extend(any);
    voice
}

/// Beats that need no strand around them.
fn loose_beats(cast: &Cast, dice: &mut SeededRng) -> Vec<(&'static str, &'static Storyline)> {
    let mut beats: Vec<(&str, &Storyline)> = lexicon::strands()
        .iter()
        .filter(|strand| strand.mood == "loose" && suits(cast, strand))
        .flat_map(|strand| {
            strand
                .turns
                .iter()
                .map(move |turn| (turn.beat.as_str(), strand))
        })
        .collect();
    dice.shuffle(&mut beats);
    beats
}

/// Who and what a chapter's beats are about.
fn binding(cast: &Cast, other: usize, number: u32, dice: &mut SeededRng) -> PatternSlots {
    let others = cast.others();
    let turn = usize::try_from(number).unwrap_or(0);
    let other: Option<&Person> = others.get(other % others.len().max(1)).copied();
    let places = cast.places.len().min(12);
    let mut slots = cast.slots(cast.hero(), other, &cast.places[0], cast.motif());
    if places > 1 {
        let place = &cast.places[1 + (turn + dice.below(2)) % (places - 1)];
        slots.set("place2", &place.text);
    }
    slots
}

/// A beat as a sentence; `None` where the cast lacks someone or the brief does not want it.
fn beat(pattern: &str, slots: &PatternSlots, avoid: &UnwantedWords) -> Option<String> {
    let mut fixed = SeededRng::new(0, &["beat"]);
    let text = grammar::render(pattern, slots, &mut fixed)?;
    (!avoid.hits(&text)).then(|| format!("{}.", words::capital(&text)))
}
