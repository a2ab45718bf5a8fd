//! Beats that left no trace in the text: a hint, which finds less than half of what is missing.
//!
//! Prose shows a beat more often than it says it, in words of its own. So this claims little: that whoever a
//! beat is about does not come, or that next to none of its words do, nor any that tells of the same. Of a
//! beat with one or two words it says nothing. Where the people and the words are there but the deed is not,
//! only a reader can tell: of six such beats in the bench's corpus it finds one.
//!
//! Asking for more words found more on some stories, and accused each of six chapters that tell their beats
//! in other words. Similarity of word vectors told no better than stems and a thesaurus. Longer texts have
//! more words by chance, so those of a beat have to come together in one passage.

use super::word_set::{WordSet, has};
use super::{
    CheckInput, FindingList, annotated_text::AnnotatedText, entity_index::EntityIndex,
    stemmer::WordStemmer, thesaurus::Thesaurus, tokenized_text::TokenizedText,
};
use std::collections::{BTreeSet, HashMap};

const KIND: &str = "missing beat";

/// How many sentences a beat takes at most, as far as its words go.
const PASSAGE: usize = 24;

/// What a word counts that is there as it is, and one that is everyday or only tells of the same.
const WHOLE: usize = 2;
const HALF: usize = 1;

/// How long a stem must be that is known by its beginning: "photograph" and "photographer".
const ROOT: usize = 6;

/// What a text shows without saying it: talk, thought and small doings; and words that say next to nothing.
static SOFT: WordSet = WordSet::new(
    "tell tells say says ask asks speak speaks talk talks explain explains confess confesses admit \
     admits reveal reveals answer answers offer offers refuse refuses warn warns question questions \
     argue argues persuade persuades beg begs demand demands agree agrees propose proposes suggest \
     suggests promise promises decide decides think thinks remember remembers learn learns lie lies \
     pretend pretends realise realises realize realizes know knows believe believes imagine imagines \
     notice notices try tries want wants need needs bring brings fetch fetches meet meets see sees \
     look looks watch watches hear hears visit visits find finds show shows begin begins start starts \
     keep keeps let lets use uses stop stops catch catches fall falls turn turns stand stands lose \
     loses cannot own self part truth good new old right wrong early late too last alone together \
     side end place time way story both",
);

pub(crate) fn check<'t>(
    input: &'t CheckInput<'t>,
    annotated: &'t AnnotatedText<'t>,
    found: &mut FindingList,
) {
    if input.beats.is_empty() {
        return;
    }
    let text = TextIndex::of(input, annotated);
    for beat in input.beats {
        let plan = BeatPattern::of(annotated.index, &text, beat);
        if !plan.is_missing(&text) {
            continue;
        }
        let note = format!("The text does not mention this beat: {}", beat.trim());
        found.major(KIND, "", note);
    }
}

/// A text, by what can be found in it.
struct TextIndex<'t> {
    input: &'t CheckInput<'t>,
    annotated: &'t AnnotatedText<'t>,
    stems: WordStemmer,
    thesaurus: Thesaurus,
    english: bool,
    /// In which sentences each stem stands.
    sentences_by_stem: HashMap<String, BTreeSet<usize>>,
    /// In which sentences there is a word of each group of [`Thesaurus`].
    groups: HashMap<usize, BTreeSet<usize>>,
    /// The words for where the scenes are, which a text need not say.
    places: Vec<String>,
    /// Who and what comes by name, or as the one whose scene it is.
    here: BTreeSet<usize>,
}

impl<'t> TextIndex<'t> {
    fn of(input: &'t CheckInput<'t>, annotated: &'t AnnotatedText<'t>) -> Self {
        let stems = WordStemmer::of(input.language);
        let thesaurus = Thesaurus::of(input.language, &stems);
        let scenes = input.scenes.iter();
        let mut text = Self {
            input,
            annotated,
            english: super::language::is_english(input.language),
            places: scenes
                .clone()
                .flat_map(|scene| text::prose::lower_words(&scene.place))
                .collect(),
            sentences_by_stem: HashMap::new(),
            groups: HashMap::new(),
            here: scenes
                .filter_map(|scene| annotated.index.person(&scene.point_of_view))
                .chain(annotated.mentions.iter().map(|mention| mention.entity))
                .collect(),
            stems,
            thesaurus,
        };
        for word in &annotated.reading.words {
            text.add_word(&word.lower, word.sentence);
        }
        // The Alhambra is a cinema.
        for mention in &annotated.mentions {
            let sentence = annotated.reading.words[mention.start].sentence;
            for word in
                text::prose::lower_words(&annotated.index.entities[mention.entity].entity.role)
            {
                text.add_word(&word, sentence);
            }
        }
        text
    }

    fn add_word(&mut self, word: &str, sentence: usize) {
        let stem = self.stems.stem(word);
        for group in self.thesaurus.groups(&stem) {
            self.groups.entry(*group).or_default().insert(sentence);
        }
        self.sentences_by_stem
            .entry(stem)
            .or_default()
            .insert(sentence);
    }

    /// Whether somebody or something comes, by any name.
    fn has(&self, entity: usize) -> bool {
        self.here.contains(&entity) || self.comes_without_name(entity)
    }

    /// "The sheriff", "her mother"; a name with another ending; or "she", where nobody knows whose scene it is.
    fn comes_without_name(&self, entity: usize) -> bool {
        let known = &self.annotated.index.entities[entity];
        if !known.is_person() {
            return false;
        }
        let relations = self.input.world.relations.iter();
        let labels = relations
            .filter(|relation| relation.from == known.entity.id)
            .flat_map(|relation| text::prose::lower_words(&relation.label));
        let mut called = text::prose::lower_words(&known.entity.role)
            .into_iter()
            .chain(labels)
            .filter(|word| WordStemmer::tells(word));
        let inflected = || {
            super::entity_index::name_words(&known.entity.name)
                .iter()
                .any(|part| {
                    let mut letters = part.chars();
                    letters.next_back();
                    let root = letters.as_str();
                    root.len() > 3 && self.annotated.reading.text.contains(root)
                })
        };
        let teller =
            || {
                self.input.scenes.is_empty()
                    && self.annotated.reading.words.iter().any(|word| {
                        !word.spoken && matches!(word.lower.as_str(), "i" | "she" | "he")
                    })
            };
        called.any(|word| self.points_of(&word).iter().any(|points| *points > 0))
            || inflected()
            || teller()
    }

    /// What a word counts in each sentence.
    fn points_of(&self, word: &str) -> Vec<usize> {
        let stem = self.stems.stem(word);
        let mut points = vec![0; self.annotated.reading.sentences.len()];
        if self.places.iter().any(|place| place == word) {
            points.fill(HALF);
        }
        for group in self.thesaurus.groups(&stem) {
            for sentence in self.groups.get(group).into_iter().flatten() {
                points[*sentence] = HALF;
            }
        }
        let whole = match self.thesaurus.everyday(&stem) {
            true => HALF,
            false => WHOLE,
        };
        let root: String = stem.chars().take(ROOT).collect();
        let long = root.chars().count() == ROOT;
        for (other, sentences) in &self.sentences_by_stem {
            if *other == stem || long && other.starts_with(&root) {
                sentences.iter().for_each(|at| points[*at] = whole);
            }
        }
        points
    }
}

/// A beat, by what a text would have to have.
struct BeatPattern {
    /// Whether the one it is about does not come.
    absent: bool,
    /// How many words and names there are to find; each counts [`WHOLE`].
    units: usize,
    /// What the best passage has of them.
    points: usize,
}

impl BeatPattern {
    fn of(known: &EntityIndex<'_>, text: &TextIndex<'_>, beat: &str) -> Self {
        let reading = TokenizedText::of(beat);
        let mentions = known.mentions(&reading);
        let words = content(known, &reading);
        let met: Vec<Vec<usize>> = words.iter().map(|word| text.points_of(word)).collect();
        let last = text.annotated.reading.sentences.len();
        let best = (0..last)
            .map(|from| {
                let passage = from..last.min(from + PASSAGE);
                let best_of = |points: &Vec<usize>| points[passage.clone()].iter().max().copied();
                met.iter().filter_map(best_of).sum::<usize>()
            })
            .max();
        let mut plan = Self {
            absent: false,
            units: words.len(),
            points: best.unwrap_or(0),
        };
        let named: BTreeSet<usize> = mentions.iter().map(|mention| mention.entity).collect();
        // "Mara" or "Old Mara" opens the beat: it is about her.
        let about = mentions
            .first()
            .filter(|mention| mention.start < 2 && known.entities[mention.entity].is_person())
            .map(|mention| mention.entity);
        for entity in named {
            let here = text.has(entity);
            let person = known.entities[entity].is_person();
            plan.absent |= about == Some(entity) && !here;
            // People who are there are there for other beats too; a place or a thing is a trace.
            if about != Some(entity) && !(person && here) {
                plan.units += 1;
                plan.points += if here { WHOLE } else { 0 };
            }
        }
        plan
    }

    /// Whether too little of it is there.
    fn is_missing(&self, text: &TextIndex<'_>) -> bool {
        if self.absent {
            // Somebody may go by a name that no one wrote down, if all the rest is there.
            return self.points * 4 < self.units.max(1) * WHOLE * 3;
        }
        match self.units {
            // One or two words may well both have been said in another way.
            0..=2 => false,
            // Of three, or where nobody knows which words are alike, none at all.
            3 => self.points == 0,
            _ if !text.english => self.points == 0,
            // One by chance, and no more.
            _ => self.points <= WHOLE,
        }
    }
}

/// The words a beat is about, names and what a text shows without saying left out.
fn content(known: &EntityIndex<'_>, plan: &TokenizedText<'_>) -> BTreeSet<String> {
    let mentions = known.mentions(plan);
    let in_name = |at: usize| {
        mentions
            .iter()
            .any(|mention| (mention.start..mention.end).contains(&at))
    };
    // Of a word with a hyphen the last part.
    let goes_on = |at: usize| plan.words.get(at + 1).is_some_and(|next| next.joined);
    plan.words
        .iter()
        .enumerate()
        .filter(|(at, word)| {
            !in_name(*at)
                && !goes_on(*at)
                && WordStemmer::tells(&word.lower)
                && !has(&SOFT, &word.lower)
        })
        .map(|(_, word)| word.lower.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::{CheckInput, run};
    use domain::World;
    use writing::assignment::Scene;

    /// Whether a beat is missed in a text without a world.
    fn misses(beat: &str, text: &str, language: &str) -> bool {
        let found = run(&CheckInput {
            world: &World::default(),
            beats: &[beat.to_owned()],
            scenes: &[Scene::default()],
            earlier: &[],
            language,
            text,
        });
        found.iter().any(|finding| finding.kind == super::KIND)
    }

    #[test]
    fn a_beat_is_missing_where_nothing_tells_of_it() {
        let text = "She put on her coat and went down to the quay. The ferry was late.";
        assert!(misses(
            "The mayor steals a necklace from the museum",
            text,
            "en"
        ));
        assert!(misses("Der Bürgermeister stiehlt eine Kette", text, "de"));
        // Two words have too many names.
        assert!(!misses("The mayor laughs", text, "en"));
    }

    #[test]
    fn words_that_tell_of_the_same_are_a_trace() {
        let text = "She tore open the envelope. “He's robbed us,” she said, and her fury was cold.";
        assert!(!misses(
            "A letter about the theft makes her angry",
            text,
            "en"
        ));
    }

    #[test]
    fn words_that_never_come_together_are_no_trace() {
        let apart = format!(
            "The mayor sneezed. {}She passed the museum.",
            "It rained. ".repeat(2 * super::PASSAGE)
        );
        let beat = "The mayor steals a necklace from the museum";
        assert!(misses(beat, &apart, "en"));
        assert!(!misses(
            beat,
            "The mayor sneezed. She passed the museum.",
            "en"
        ));
    }
}
