//! Writes a chapter: its scenes, each from opening image to an ending that leans forward.

use super::avoid::Avoid;
use super::beats::{self, Match};
use super::cast::{Cast, Location, Person, Thing};
use super::dealer::{Dealer, Moment};
use super::dice;
use super::premise::{Mood, Setting};
use super::{check, frame, outline, plan, words};
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
    let avoid = Avoid::of(&story.brief);
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
    dealer: Dealer<'a>,
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
    known: Vec<(String, Option<Match>)>,
    /// The moments of the scenes written so far, for what has to be added later.
    moments: Vec<Moment>,
    step: usize,
}

impl<'a> ChapterWriter<'a> {
    fn new(
        story: &StoryContext,
        chapter: &'a ChapterContext,
        cast: &'a Cast,
        avoid: &'a Avoid,
    ) -> Self {
        let brief = &story.brief;
        let feedback = chapter.feedback.to_lowercase();
        let number = chapter.number.to_string();
        let beats = chapter.beats.join("\n");
        let base = dice::hash(story.seed, &[&brief.premise, &brief.genre]);
        // Other wishes, another deal.
        let deal = if feedback.is_empty() {
            base
        } else {
            dice::hash(base, &["again", &feedback])
        };
        let turn = dice::hash(deal, &["draft", &number, &chapter.title, &beats]);
        let mut dealer = Dealer::new(deal, turn, chapter.number, avoid);
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

    /// Writes a scene.
    fn write(&mut self, scene: &Scene, at: usize, count: usize) -> Vec<SceneFragment> {
        let cast = self.cast;
        let eyes: Person = cast
            .person(&scene.point_of_view)
            .filter(|person| person.gone.is_empty())
            .unwrap_or_else(|| cast.hero())
            .clone();
        let place: Location = cast.place(&scene.place).unwrap_or(&cast.places[0]).clone();
        let told: Vec<(String, Option<Match>)> = scene
            .beats
            .iter()
            .map(|beat| {
                let known = self.known.iter().find(|(own, _)| own == beat);
                (beat.clone(), known.and_then(|(_, found)| found.clone()))
            })
            .collect();
        let heard = cast.gone().is_some_and(|gone| {
            scene
                .beats
                .iter()
                .any(|beat| beats::finds(beat, &gone.short))
        });
        // Nobody remembers a voice that is in the room.
        self.mourns = self.grief && !heard;
        let present = scene
            .present
            .iter()
            .filter_map(|name| cast.person(name))
            .find(|person| person.gone.is_empty() && person.name != eyes.name)
            .cloned();
        let other = told
            .iter()
            .find_map(|(_, found)| found.as_ref().and_then(|found| found.other.clone()))
            .filter(|other| other.name != eyes.name)
            .or(present)
            // Talk needs someone to talk to.
            .or_else(|| {
                let others = cast.others();
                let turn = others.get((self.step + at) % others.len().max(1)).copied();
                turn.filter(|turn| self.talk && turn.name != eyes.name)
                    .cloned()
            });
        self.time = told
            .first()
            .and_then(|(_, found)| found.as_ref())
            .and_then(|found| time(&found.turn.time))
            .unwrap_or_else(|| self.next_time());
        let thing = self.thing(&told);
        let mut moment = self.moment(&eyes, None, &place, &thing);
        let mut parts = Vec::new();
        self.open(&mut parts, &moment, at);
        let opened = parts.len();
        let before = moment.clone();
        let mut met = false;
        for (nth, (beat, found)) in told.iter().enumerate() {
            if nth > 0 {
                let wanted = found.as_ref().and_then(|found| time(&found.turn.time));
                if let Some(wanted) = wanted.filter(|wanted| *wanted != self.time) {
                    self.time = wanted;
                    moment.time = wanted;
                    self.add(&mut parts, &["bridge time"], &moment, false);
                } else if found.is_some() {
                    self.add(&mut parts, &["bridge"], &moment, true);
                }
            }
            let drama = found
                .as_ref()
                .and_then(|found| found.other.clone())
                .or(other.clone());
            let mut here = self.moment(&eyes, drama.as_ref(), &place, &thing);
            met |= self.tell(&mut parts, beat, found.as_ref(), &mut here);
            if let Some(drama) = found.as_ref().and_then(|found| found.other.as_ref())
                && parts
                    .last()
                    .is_some_and(|part| part.text.contains(drama.short.as_str()))
            {
                met = true;
            }
            if nth == 0 && told.len() > 1 {
                self.interlude(&mut parts, &moment, true);
            }
        }
        let with = self.moment(&eyes, other.as_ref(), &place, &thing);
        if other.is_some() {
            let quotes: usize = parts
                .iter()
                .map(|part| part.text.matches('“').count())
                .sum();
            // Whoever has just had the scene's talk is not sent back for small talk.
            if (!met && quotes < 8) || self.talk {
                if !met {
                    self.add(&mut parts, &["arrival"], &with, false);
                }
                let exchange = mood_deck(cast, "exchange");
                self.add(&mut parts, &[&exchange, "exchange"], &with, !self.talk);
                if self.talk {
                    self.add(&mut parts, &["exchange", &exchange], &with, false);
                }
                met = true;
            }
        }
        let last = at + 1 == count;
        let after = if met { &with } else { &moment };
        let before_end = parts.len();
        self.close(&mut parts, after, last);
        // What is still missing goes in before the end, but for one look round before anything
        // happens.
        let share = self.target / count.max(1);
        let tail = parts.split_off(before_end);
        let tail_words = words::count(&join(&tail));
        let mut early = parts.split_off(opened.min(parts.len()));
        std::mem::swap(&mut parts, &mut early);
        for round in 0..12 {
            let have = words::count(&join(&early)) + words::count(&join(&parts)) + tail_words;
            if have + 25 >= share {
                break;
            }
            let dealt = if round == 0 && !told.is_empty() {
                self.interlude(&mut early, &before, false)
            } else {
                self.interlude(&mut parts, if met { &with } else { &moment }, true)
            };
            if !dealt {
                break;
            }
        }
        early.append(&mut parts);
        parts = early;
        parts.extend(tail);
        for beat in &scene.beats {
            if !check::covered(cast, beat, &join(&parts)) {
                let mut here = with.clone();
                frame::deck(beat, cast, &mut here.slots);
                let text = self
                    .dealer
                    .force("It came down to this: $beat.", &here.slots);
                let end = parts.len().saturating_sub(1);
                parts.splice(
                    end..end,
                    text.map(|text| SceneFragment { text, spare: false }),
                );
            }
        }
        self.moments.push(if met { with } else { moment });
        parts
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

    /// What the beats turn on, or the story's motif.
    fn thing(&self, told: &[(String, Option<Match>)]) -> Thing {
        let named = |thing: &&Thing| told.iter().any(|(beat, _)| beats::finds(beat, &thing.text));
        self.cast
            .things
            .iter()
            .find(named)
            .unwrap_or_else(|| self.cast.motif())
            .clone()
    }

    /// The time of day after the scene before.
    fn next_time(&mut self) -> &'static str {
        let night = self.cast.reading.mood == Mood::Haunted;
        match self.time {
            "dawn" => "day",
            "day" => "dusk",
            "dusk" => "night",
            "night" => "dawn",
            _ if night => self.dealer.dice().word(&["day", "dusk", "dusk"]),
            _ => self.dealer.dice().word(&["dawn", "day", "day", "dusk"]),
        }
    }

    /// A moment in a scene.
    fn moment(
        &self,
        eyes: &Person,
        other: Option<&Person>,
        place: &Location,
        thing: &Thing,
    ) -> Moment {
        let home = place.name == self.cast.places[0].name;
        let motif = self.cast.motif();
        Moment {
            time: self.time,
            weather: self.weather,
            indoor: place.indoor,
            stage: self.stage,
            home,
            thing: thing.text == motif.text && (home || motif.class.portable()),
            dead: self.cast.gone().is_some_and(|gone| gone.gone == "dead"),
            slots: self.cast.slots(eyes, other, place, thing),
        }
    }
}

/// The deck of the story's mood for a purpose.
fn mood_deck(cast: &Cast, purpose: &str) -> String {
    format!("{} {purpose}", cast.reading.mood.word())
}

/// A time of day as the decks know it.
fn time(word: &str) -> Option<&'static str> {
    ["dawn", "day", "dusk", "night"]
        .into_iter()
        .find(|own| *own == word)
}
