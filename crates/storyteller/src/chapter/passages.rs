//! The passages of a scene: how it opens, tells its beats, pauses and ends.

use super::{ChapterWriter, SceneFragment, mood_deck};
use crate::beats::BeatMatch;
use crate::frame;
use crate::paragraph_picker::ParagraphContext;

impl ChapterWriter<'_> {
    /// The opening: where, when, in what weather, and what is on one's mind.
    pub(super) fn open(
        &mut self,
        parts: &mut Vec<SceneFragment>,
        moment: &ParagraphContext,
        at: usize,
    ) {
        let setting = format!("{} opening", self.cast.reading.setting.word());
        let mut text = self
            .dealer
            .deal(&[setting.as_str(), "opening"], moment)
            .unwrap_or_default();
        if (at == 0 || self.dealer.dice().chance(40))
            && let Some(weather) = self.dealer.deal(&["weather"], moment)
        {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&weather);
        }
        if !text.is_empty() {
            parts.push(SceneFragment { text, spare: false });
        }
        if self.chapter.number == 1 && at == 0 {
            self.add(parts, &["intro"], moment, false);
        } else {
            let mood = mood_deck(self.cast, "state");
            let decks: [&str; 2] = if self.dealer.dice().chance(50) {
                [&mood, "state"]
            } else {
                ["state", &mood]
            };
            self.add(parts, &decks, moment, true);
        }
    }

    /// Tells a beat; whether the other person came into it.
    pub(super) fn tell(
        &mut self,
        parts: &mut Vec<SceneFragment>,
        beat: &str,
        found: Option<&BeatMatch>,
        moment: &mut ParagraphContext,
    ) -> bool {
        if let Some(found) = found {
            for (slot, word) in &found.words {
                moment.slots.set(slot, word);
            }
            if let Some(text) = self.dealer.force(&found.turn.telling, &moment.slots) {
                parts.push(SceneFragment { text, spare: false });
                return found.turn.telling.contains("$Q");
            }
        }
        let deck = frame::deck(beat, self.cast, &mut moment.slots);
        let text = self
            .dealer
            .deal(&[deck], moment)
            .or_else(|| {
                self.dealer.force(
                    "So it was written down, and so it stayed: $beat.",
                    &moment.slots,
                )
            })
            .or_else(|| self.dealer.force("$beat.", &moment.slots));
        parts.extend(text.map(|text| SceneFragment { text, spare: false }));
        false
    }

    /// Something between the beats: the thing, a memory, the senses, the other person.
    pub(super) fn interlude(
        &mut self,
        parts: &mut Vec<SceneFragment>,
        moment: &ParagraphContext,
        after: bool,
    ) -> bool {
        let setting = format!("{} detail", self.cast.reading.setting.word());
        let class = self.cast.motif().class.deck();
        let mood = mood_deck(self.cast, "thought");
        for _ in 0..6 {
            self.step += 1;
            // Before anything has happened there is nothing to think about but the place itself.
            let decks: [&str; 2] = match self.step % 6 {
                0 | 2 | 5 if !after => [&setting, "detail"],
                0 if moment.thing => [class, &setting],
                3 if moment.thing && self.moments.is_empty() => [class, &setting],
                1 if self.mourns && moment.slots.gone.is_some() => ["memory gone", "memory"],
                2 if moment.slots.other.is_some() => ["people", "detail"],
                4 => ["memory", "detail"],
                5 => [&mood, "thought"],
                _ => [&setting, "detail"],
            };
            if self.add(parts, &decks, moment, true) {
                return true;
            }
        }
        false
    }

    /// A thought, then the end.
    pub(super) fn close(
        &mut self,
        parts: &mut Vec<SceneFragment>,
        moment: &ParagraphContext,
        last: bool,
    ) {
        let thought = mood_deck(self.cast, "thought");
        self.add(parts, &[&thought, "thought"], moment, true);
        let mood = mood_deck(self.cast, "closing");
        if last && self.chapter.number >= self.chapter.of {
            self.add(parts, &["ending"], moment, false);
        } else if last {
            self.add(parts, &[&mood, "chapter closing", "closing"], moment, false);
        } else {
            self.add(parts, &["closing", &mood], moment, false);
        }
    }

    /// Deals a paragraph, if there is one.
    pub(super) fn add(
        &mut self,
        parts: &mut Vec<SceneFragment>,
        decks: &[&str],
        moment: &ParagraphContext,
        spare: bool,
    ) -> bool {
        let text = self.dealer.deal(decks, moment);
        let dealt = text.is_some();
        parts.extend(text.map(|text| SceneFragment { text, spare }));
        dealt
    }
}
