//! Writes a chapter: its scenes, each from opening image to an ending that leans forward.

use super::beats::{self, BeatMatch};
use super::cast::Cast;
use super::paragraph_picker::{ParagraphContext, ParagraphPicker};
use super::premise::{Mood, Setting};
use super::seeded_rng;
use super::unwanted_words::UnwantedWords;
use super::{outline, plan, words};
use writing::assignment::{ChapterContext, Plan, Scene, StoryContext};

/// One scene of a chapter, as prose.
pub(crate) fn scene(
    story: &StoryContext,
    chapter: &ChapterContext,
    plan: &Plan,
    index: usize,
) -> String {
    let mut scenes = whole(story, chapter, plan);
    let at = index.min(scenes.len().saturating_sub(1));
    if scenes.is_empty() {
        String::new()
    } else {
        scenes.swap_remove(at)
    }
}

/// All scenes. Each call writes the whole chapter and the caller keeps one scene: that way no
/// sentence can come twice, though nobody passes anything from scene to scene.
pub(crate) fn whole(story: &StoryContext, chapter: &ChapterContext, plan: &Plan) -> Vec<String> {
    let cast = Cast::of(story);
    let avoid = UnwantedWords::of(&story.brief);
    let mut author = ChapterWriter::new(story, chapter, &cast, &avoid);
    let scenes = author.scenes(story, plan);
    let all: Vec<String> = scenes
        .iter()
        .flat_map(|scene| scene.beats.clone())
        .collect();
    author.known = beats::recognise_all(&cast, &all);
    let mut written: Vec<Vec<SceneFragment>> = Vec::new();
    let count = scenes.len();
    for (at, scene) in scenes.iter().enumerate() {
        written.push(author.write(scene, at, count));
    }
    author.fit(&mut written);
    written.into_iter().map(|parts| join(&parts)).collect()
}

mod passages;
mod scene;

/// A stretch of a scene.
struct SceneFragment {
    text: String,
    /// Whether the scene can do without it.
    spare: bool,
}

/// The parts as one text.
fn join(parts: &[SceneFragment]) -> String {
    let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    texts.join("\n\n")
}

/// Whoever writes a chapter, and what is known while writing.
struct ChapterWriter<'a> {
    chapter: &'a ChapterContext,
    cast: &'a Cast,
    dealer: ParagraphPicker<'a>,
    weather: &'static str,
    time: &'static str,
    stage: u32,
    /// Words the chapter should have.
    target: usize,
    talk: bool,
    /// Whether the one who is gone belongs to what the story is about.
    grief: bool,
    /// Whether this scene may remember them.
    mourns: bool,
    /// All beats, and what they were made from.
    known: Vec<(String, Option<BeatMatch>)>,
    /// The moments of the scenes written so far, for what has to be added later.
    moments: Vec<ParagraphContext>,
    step: usize,
}

impl<'a> ChapterWriter<'a> {
    fn new(
        story: &StoryContext,
        chapter: &'a ChapterContext,
        cast: &'a Cast,
        avoid: &'a UnwantedWords,
    ) -> Self {
        let brief = &story.brief;
        let feedback = chapter.feedback.to_lowercase();
        let number = chapter.number.to_string();
        let beats = chapter.beats.join("\n");
        let base = seeded_rng::hash(story.seed, &[&brief.premise, &brief.genre]);
        // Other wishes, another deal.
        let deal = if feedback.is_empty() {
            base
        } else {
            seeded_rng::hash(base, &["again", &feedback])
        };
        let turn = seeded_rng::hash(deal, &["draft", &number, &chapter.title, &beats]);
        let mut dealer = ParagraphPicker::new(deal, turn, chapter.number, avoid);
        let says = |words: &[&str]| words.iter().any(|word| feedback.contains(word));
        let tone = brief.tone.to_lowercase();
        if says(&["dark", "grim", "bleak", "scar"]) {
            dealer.shade = "dark";
        } else if says(&["light", "warm", "hope", "funn"])
            || ["warm", "light", "cosy", "cozy", "funny", "hopeful"]
                .iter()
                .any(|own| tone.contains(own))
        {
            dealer.shade = "light";
        }
        let target = if says(&["shorter", "too long", "tighter", "cut "]) {
            1050
        } else if says(&["longer", "too short", "more detail"]) {
            1600
        } else {
            1120 + dealer.dice().below(100)
        };
        let weathers: &[&str] = match (cast.reading.setting, dealer.shade) {
            (Setting::Space, _) => &["still"],
            (_, "dark") => &["rain", "fog", "wind"],
            (_, "light") => &["clear", "clear", "wind"],
            (Setting::Coast, _) => &["fog", "wind", "rain", "clear", "wind"],
            _ => &["rain", "clear", "wind", "fog", "clear", "snow"],
        };
        // In turn from a place of the story's own, so that neighbours differ.
        let first = usize::try_from(base % 97).unwrap_or(0);
        let at = first + usize::try_from(chapter.number).unwrap_or(0);
        Self {
            chapter,
            cast,
            dealer,
            weather: weathers[at % weathers.len()],
            time: "",
            stage: outline::stage(chapter.number, chapter.of.max(chapter.number)),
            target,
            talk: says(&["dialog", "talk", "conversation", "speak"]),
            grief: cast.reading.kin.iter().any(|kin| !kin.gone.is_empty())
                || matches!(cast.reading.mood, Mood::Haunted | Mood::Mystery),
            mourns: false,
            known: Vec::new(),
            moments: Vec::new(),
            step: at,
        }
    }

    /// The scenes to write: the plan's, or one's own where it has none, with every beat in one.
    fn scenes(&self, story: &StoryContext, plan: &Plan) -> Vec<Scene> {
        let mut scenes = plan.scenes.clone();
        if scenes.is_empty() {
            scenes = plan::sketch(story, self.chapter).scenes;
        }
        let key = |beat: &str| text::prose::normal(beat);
        let planned: Vec<String> = scenes
            .iter()
            .flat_map(|scene| &scene.beats)
            .map(|beat| key(beat))
            .collect();
        let missing: Vec<String> = self
            .chapter
            .beats
            .iter()
            .filter(|beat| !planned.contains(&key(beat)))
            .cloned()
            .collect();
        let count = scenes.len();
        for (scene, beats) in scenes.iter_mut().zip(plan::deal(&missing, count)) {
            scene.beats.extend(beats);
        }
        // What stands twice is told once, and what says nothing is not told at all.
        let mut seen: Vec<String> = Vec::new();
        for scene in &mut scenes {
            scene.beats.retain(|beat| {
                let key = key(beat);
                let fresh = !key.is_empty() && !seen.contains(&key);
                seen.push(key);
                fresh
            });
            scene.beats.truncate(12);
        }
        scenes
    }

    /// Brings the chapter within its bounds.
    fn fit(&mut self, scenes: &mut [Vec<SceneFragment>]) {
        const LEAST: usize = 930;
        const MOST: usize = 1740;
        let total = |scenes: &[Vec<SceneFragment>]| -> usize {
            scenes.iter().map(|parts| words::count(&join(parts))).sum()
        };
        let most = MOST.min(self.target + 220);
        while total(scenes) > most {
            let longest = (0..scenes.len())
                .filter(|at| scenes[*at].iter().any(|part| part.spare))
                .max_by_key(|at| words::count(&join(&scenes[*at])));
            let Some(longest) = longest else {
                break;
            };
            if let Some(spare) = scenes[longest].iter().rposition(|part| part.spare) {
                scenes[longest].remove(spare);
            }
        }
        for round in 0..60 {
            if total(scenes) >= LEAST.max(self.target.saturating_sub(200)) || scenes.is_empty() {
                break;
            }
            let at = round % scenes.len();
            let moment = self.moments[at].clone();
            let mut more = Vec::new();
            self.interlude(&mut more, &moment, true);
            let end = scenes[at].len().saturating_sub(1);
            scenes[at].splice(end..end, more);
        }
    }
}

/// The deck of the story's mood for a purpose.
fn mood_deck(cast: &Cast, purpose: &str) -> String {
    format!("{} {purpose}", cast.reading.mood.word())
}
