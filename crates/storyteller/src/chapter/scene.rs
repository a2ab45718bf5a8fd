//! Writes one scene of a chapter: its opening, its beats, the talk in it, and its end.

use super::{ChapterWriter, SceneFragment, join, mood_deck};
use crate::beats::{self, BeatMatch};
use crate::cast::{Location, Person, StoryObject};
use crate::paragraph_picker::ParagraphContext;
use crate::premise::Mood;
use crate::{check, frame, words};
use writing::assignment::Scene;

/// A beat, and what it was made from.
type KnownBeat = (String, Option<BeatMatch>);

/// Who and what a scene is about.
struct SceneSetting {
    eyes: Person,
    /// Who is there besides.
    other: Option<Person>,
    place: Location,
    thing: StoryObject,
    told: Vec<KnownBeat>,
}

impl ChapterWriter<'_> {
    /// Writes a scene, the one `at` this place of so many.
    pub(super) fn write(&mut self, scene: &Scene, at: usize, count: usize) -> Vec<SceneFragment> {
        let setting = self.setting(scene, at);
        let mut moment = self.moment_of(&setting, None);
        let mut parts = Vec::new();
        self.open(&mut parts, &moment, at);
        let opened = parts.len();
        let before = moment.clone();
        let mut met = self.tell_all(&mut parts, &setting, &mut moment);
        let with = self.moment_of(&setting, setting.other.as_ref());
        if setting.other.is_some() {
            met |= self.exchange(&mut parts, &with, met);
        }
        let after = if met { &with } else { &moment };
        let mut tail = Vec::new();
        self.close(&mut tail, after, at + 1 == count);
        let mut early = parts;
        let mut late = early.split_off(opened.min(early.len()));
        // What is still missing goes in before the end, but for one look round before anything happens.
        let share = self.target / count.max(1);
        let tail_words = words::count(&join(&tail));
        for round in 0..12 {
            let have = words::count(&join(&early)) + words::count(&join(&late)) + tail_words;
            if have + 25 >= share {
                break;
            }
            let dealt = if round == 0 && !setting.told.is_empty() {
                self.interlude(&mut early, &before, false)
            } else {
                self.interlude(&mut late, after, true)
            };
            if !dealt {
                break;
            }
        }
        let mut parts = early;
        parts.append(&mut late);
        parts.append(&mut tail);
        self.cover(&mut parts, &scene.beats, &with);
        self.moments.push(if met { with } else { moment });
        parts
    }

    /// Chooses who and what a scene is about, and when it is.
    fn setting(&mut self, scene: &Scene, at: usize) -> SceneSetting {
        let cast = self.cast;
        let eyes: Person = cast
            .person(&scene.point_of_view)
            .filter(|person| person.gone.is_empty())
            .unwrap_or_else(|| cast.hero())
            .clone();
        let place: Location = cast.place(&scene.place).unwrap_or(&cast.places[0]).clone();
        let told: Vec<KnownBeat> = scene
            .beats
            .iter()
            .map(|beat| {
                let known = self.known.iter().find(|(own, _)| own == beat);
                (beat.clone(), known.and_then(|(_, found)| found.clone()))
            })
            .collect();
        let heard = cast.gone().is_some_and(|gone| {
            let mut beats = scene.beats.iter();
            beats.any(|beat| beats::finds(beat, &gone.short))
        });
        // Nobody remembers a voice that is in the room.
        self.mourns = self.grief && !heard;
        let other = self.other(scene, at, &eyes, &told);
        self.time = told
            .first()
            .and_then(|(_, found)| found.as_ref())
            .and_then(|found| time(&found.turn.time))
            .unwrap_or_else(|| self.next_time());
        let thing = self.thing(&told);
        SceneSetting {
            eyes,
            other,
            place,
            thing,
            told,
        }
    }

    /// Who is in a scene besides the one it is seen through.
    fn other(&self, scene: &Scene, at: usize, eyes: &Person, told: &[KnownBeat]) -> Option<Person> {
        let cast = self.cast;
        let present = scene
            .present
            .iter()
            .filter_map(|name| cast.person(name))
            .find(|person| person.gone.is_empty() && person.name != eyes.name)
            .cloned();
        told.iter()
            .find_map(|(_, found)| found.as_ref().and_then(|found| found.other.clone()))
            .filter(|other| other.name != eyes.name)
            .or(present)
            // Talk needs someone to talk to.
            .or_else(|| {
                let others = cast.others();
                let turn = others.get((self.step + at) % others.len().max(1)).copied();
                turn.filter(|turn| self.talk && turn.name != eyes.name)
                    .cloned()
            })
    }

    /// Tells the beats of a scene in order, and moves its moment on with their times; whether the other person came into
    /// it.
    fn tell_all(
        &mut self,
        parts: &mut Vec<SceneFragment>,
        setting: &SceneSetting,
        moment: &mut ParagraphContext,
    ) -> bool {
        let mut met = false;
        for (nth, (beat, found)) in setting.told.iter().enumerate() {
            let found = found.as_ref();
            if nth > 0 {
                let wanted = found.and_then(|found| time(&found.turn.time));
                if let Some(wanted) = wanted.filter(|wanted| *wanted != self.time) {
                    self.time = wanted;
                    moment.time = wanted;
                    self.add(parts, &["bridge time"], moment, false);
                } else if found.is_some() {
                    self.add(parts, &["bridge"], moment, true);
                }
            }
            let turned = found.and_then(|found| found.other.as_ref());
            let mut here = self.moment_of(setting, turned.or(setting.other.as_ref()));
            met |= self.tell(parts, beat, found, &mut here);
            met |= turned.is_some_and(|turned| {
                let last = parts.last();
                last.is_some_and(|part| part.text.contains(turned.short.as_str()))
            });
            if nth == 0 && setting.told.len() > 1 {
                self.interlude(parts, moment, true);
            }
        }
        met
    }

    /// Lets the two who are there talk, unless the scene's beats had enough of that; whether they do.
    fn exchange(
        &mut self,
        parts: &mut Vec<SceneFragment>,
        with: &ParagraphContext,
        met: bool,
    ) -> bool {
        let quotes: usize = parts
            .iter()
            .map(|part| part.text.matches('“').count())
            .sum();
        // Whoever has just had the scene's talk is not sent back for small talk.
        if (met || quotes >= 8) && !self.talk {
            return false;
        }
        if !met {
            self.add(parts, &["arrival"], with, false);
        }
        let exchange = mood_deck(self.cast, "exchange");
        self.add(parts, &[&exchange, "exchange"], with, !self.talk);
        if self.talk {
            self.add(parts, &["exchange", &exchange], with, false);
        }
        true
    }

    /// Tells each beat that a scene does not cover in so many words, before its end.
    fn cover(&mut self, parts: &mut Vec<SceneFragment>, beats: &[String], with: &ParagraphContext) {
        for beat in beats {
            if !check::covered(self.cast, beat, &join(parts)) {
                let mut here = with.clone();
                frame::deck(beat, self.cast, &mut here.slots);
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
    }

    /// What the beats turn on, or the story's motif.
    fn thing(&self, told: &[KnownBeat]) -> StoryObject {
        let named =
            |thing: &&StoryObject| told.iter().any(|(beat, _)| beats::finds(beat, &thing.text));
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

    /// A moment in a scene, with this other person.
    fn moment_of(&self, setting: &SceneSetting, other: Option<&Person>) -> ParagraphContext {
        let SceneSetting {
            eyes, place, thing, ..
        } = setting;
        let home = place.name == self.cast.places[0].name;
        let motif = self.cast.motif();
        ParagraphContext {
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

/// A time of day as the decks know it.
fn time(word: &str) -> Option<&'static str> {
    ["dawn", "day", "dusk", "night"]
        .into_iter()
        .find(|own| *own == word)
}
