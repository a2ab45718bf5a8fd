//! Imagines a world for a brief.

use super::names::NamePicker;
use super::nouns::{self, NounClass};
use super::premise::{self, BriefAnalysis, Mood, Motif, Relative, Setting};
use super::pronouns::Pronouns;
use super::seeded_rng::SeededRng;
use super::unwanted_words::UnwantedWords;
use super::{appearance, customs, stock_people, stock_places, words};
use domain::EntityKind;
use writing::assignment::{EntitySketch, StoryContext, WorldSketch};

/// The world a brief asks for.
pub(crate) fn sketch(story: &StoryContext) -> WorldSketch {
    let reading = premise::read(&story.brief);
    let mut maker = Maker {
        dice: SeededRng::new(
            story.seed,
            &["world", &story.brief.premise, &story.brief.genre],
        ),
        names: NamePicker::new(reading.setting),
        avoid: UnwantedWords::of(&story.brief),
        world: WorldSketch::default(),
        reading,
    };
    let hero = maker.hero();
    let gone = maker.gone(&hero);
    let near = maker.near(&hero);
    let others = maker.others();
    let places = maker.places();
    let things = maker.things();
    maker.ideas();
    maker.relations(&hero, gone.as_ref(), &near, &others, &places, &things);
    maker.rules(things.first().map(String::as_str));
    maker.world
}

mod relations;

/// What is at hand while a world is made.
struct Maker {
    dice: SeededRng,
    names: NamePicker,
    avoid: UnwantedWords,
    world: WorldSketch,
    reading: BriefAnalysis,
}

impl Maker {
    /// Adds an entity and returns its name.
    fn add(&mut self, kind: EntityKind, name: String, role: &str, description: &str) -> String {
        self.world.entities.push(EntitySketch {
            kind,
            name: name.clone(),
            role: self.avoid.strike_words(role),
            description: self.avoid.strike(description),
            pronouns: String::new(),
            goal: String::new(),
            traits: Vec::new(),
        });
        name
    }

    /// Adds a person.
    fn person(&mut self, pronouns: &Pronouns, role: &str, about: [&str; 3]) -> String {
        let mut name = self.names.person(pronouns, &mut self.dice);
        // A name can be unwanted too.
        for _ in 0..8 {
            if !self.avoid.hits(&name) {
                break;
            }
            name = self.names.person(pronouns, &mut self.dice);
        }
        let [description, goal, traits] = about;
        self.add(EntityKind::Person, name.clone(), role, description);
        if let Some(entity) = self.world.entities.last_mut() {
            entity.pronouns = pronouns.label();
            entity.goal = self.avoid.strike_words(goal);
            entity.traits = traits
                .split(", ")
                .filter(|word| !word.is_empty() && !self.avoid.hits(word))
                .map(str::to_owned)
                .collect();
        }
        name
    }

    /// Pronouns where nothing says which.
    fn any_pronouns(&mut self) -> Pronouns {
        match self.dice.below(9) {
            0..=3 => Pronouns::she(),
            4..=7 => Pronouns::he(),
            _ => Pronouns::they(),
        }
    }

    /// The protagonist.
    fn hero(&mut self) -> String {
        let pronouns = match self.reading.pronouns.clone() {
            Some(pronouns) => pronouns,
            None if self.dice.chance(50) => Pronouns::she(),
            None => Pronouns::he(),
        };
        let role = if self.reading.role.is_empty() {
            match self.reading.setting {
                Setting::Coast => "pilot’s clerk",
                Setting::City => "proofreader on the night shift",
                Setting::Country => "keeper of the parish accounts",
                Setting::Realm => "bearer of messages",
                Setting::Space => "second navigator",
            }
            .to_owned()
        } else {
            self.reading.role.clone()
        };
        let core = role.split(" of ").next().unwrap_or_default();
        let core = core.split(" on ").next().unwrap_or_default();
        let head = core.split(' ').next_back().unwrap_or("one").to_owned();
        let kin = self.reading.kin.first().map_or_else(String::new, |kin| {
            let noun = &kin.noun;
            match (kin.gone.as_str(), pronouns.possessive.as_str()) {
                ("dead", its) => format!(" Has not said {its} {noun}’s name aloud in years."),
                ("", its) => format!(" Everything that matters has begun with {its} {noun}."),
                (_, its) => format!(" Still keeps {its} {noun}’s letters, unread ones included."),
            }
        });
        let stay = self.dice.word(&[
            "Has done the work alone for longer than was ever intended, and does it well.",
            "Was supposed to do the work for one winter and never found the sentence to leave with.",
            "Keeps the hours, the tools and the silence of the work in equally good order.",
        ]);
        let goal = match self.reading.mood {
            Mood::Haunted => "to be told one thing, and to be able to bear it",
            Mood::Mystery => "to know what was done, and by whom, and why nobody says so",
            Mood::Romance => "not to be the one who looks away first, this time",
            Mood::Adventure => "to go as far as it takes and bring back what was taken",
            Mood::Quiet => "to put right what was left lying, without making a noise about it",
        };
        let traits = self.dice.word(&[
            "watchful, exact, slow to anger",
            "dry, faithful, bad at asking for help",
            "patient, proud, wakeful",
            "practical, tender in secret, stubborn",
        ]);
        let about = format!("The {head} at the centre of it. {stay}{kin}");
        self.person(&pronouns, &role, [&about, goal, traits])
    }

    /// The one who is gone: whom the premise names, or someone every life has.
    fn gone(&mut self, hero: &str) -> Option<String> {
        let kin = self
            .reading
            .kin
            .iter()
            .find(|kin| !kin.gone.is_empty())
            .cloned();
        let kin = kin.unwrap_or_else(|| {
            let haunted = self.reading.mood == Mood::Haunted;
            Relative {
                noun: self.dice.word(&["friend", "teacher", "cousin"]).to_owned(),
                pronouns: None,
                gone: if haunted { "dead" } else { "gone away" }.to_owned(),
            }
        });
        let role = if kin.gone == "dead" {
            format!("{hero}’s {}, dead these nine years", kin.noun)
        } else if kin.gone == "gone away" {
            format!("{hero}’s {}, gone these nine years", kin.noun)
        } else {
            format!("{hero}’s {}, {} these nine years", kin.noun, kin.gone)
        };
        if self.avoid.hits(&role) {
            return None;
        }
        let pronouns = kin.pronouns.clone().unwrap_or_else(|| self.any_pronouns());
        let about = if kin.gone == "dead" {
            "Went out on an ordinary evening and did not come back. Whistled through the teeth, \
             counted steps, could not pass a locked door without trying it. What was last said \
             between the two of them has never been repeated."
        } else {
            "Left on an ordinary evening with one bag and did not write. Whistled through the \
             teeth, counted steps, could not pass a locked door without trying it."
        };
        let traits = "quick, teasing, brave to a fault";
        Some(self.person(
            &pronouns,
            &role,
            [about, "to be heard out, for once, to the end", traits],
        ))
    }

    /// Near ones who are there.
    fn near(&mut self, hero: &str) -> Vec<(String, String)> {
        let kin: Vec<Relative> = self.reading.kin.clone();
        kin.into_iter()
            .filter(|kin| kin.gone.is_empty())
            .map(|kin| {
                let pronouns = kin.pronouns.clone().unwrap_or_else(|| self.any_pronouns());
                let role = format!("{hero}’s {}", kin.noun);
                let about = format!("Has known {hero} longer than anyone and uses it sparingly.");
                let goal = format!("to keep {hero} from doing it alone");
                let name =
                    self.person(&pronouns, &role, [&about, &goal, "warm, nosy, unshakeable"]);
                (name, kin.noun)
            })
            .collect()
    }

    /// Who else lives there.
    fn others(&mut self) -> Vec<String> {
        let mut parts = stock_people::parts(self.reading.setting).to_vec();
        self.dice.shuffle(&mut parts);
        let role = self.reading.role.clone();
        let have = self.world.entities.len();
        let want = (5 + self.dice.below(2)).saturating_sub(have).max(2);
        let chosen: Vec<stock_people::CastTemplate> = parts
            .into_iter()
            .filter(|part| !self.avoid.hits(part.0) && !role.contains(part.0))
            .take(want)
            .collect();
        chosen
            .into_iter()
            .map(|(role, pronouns, about, goal, traits)| {
                let pronouns = Pronouns::read(pronouns).unwrap_or_else(|| self.any_pronouns());
                self.person(&pronouns, role, [about, goal, traits])
            })
            .collect()
    }

    /// Where it all happens; the premise's own place first.
    fn places(&mut self) -> Vec<String> {
        let mut names = Vec::new();
        for noun in self.reading.places.clone() {
            let proper = self.names.place(&mut self.dice);
            let title = words::capital(&noun);
            let name = format!("{proper} {title}");
            if !self.names_fit(&name) {
                continue;
            }
            let about = if nouns::place(&noun).is_some_and(|place| place.indoor) {
                "Thick walls, worn thresholds, and a smell of damp stone that belongs to it as a \
                 voice belongs to a person. Somebody has always been awake here."
            } else {
                "It looks different from every side, and people tend to know only the side they \
                 arrived by."
            };
            names.push(self.add(EntityKind::Place, name, &format!("the {noun}"), about));
        }
        let mut spots = stock_places::spots(self.reading.setting).to_vec();
        self.dice.shuffle(&mut spots);
        if names.is_empty() {
            // One lives under a roof: home is the first place.
            spots.sort_by_key(|spot| {
                let mut about = text::prose::lower_words(spot.0);
                about.reverse();
                about.extend(text::prose::lower_words(spot.1));
                nouns::indoor(&about) != Some(true)
            });
        }
        let want = (3 + self.dice.below(2)).saturating_sub(names.len()).max(1);
        let mut added = 0;
        for (pattern, role, about) in spots {
            if added == want {
                break;
            }
            // The premise's own harbour needs no second one beside it.
            let noun = pattern
                .rsplit(' ')
                .next()
                .unwrap_or_default()
                .to_lowercase();
            if self.reading.places.contains(&noun) || self.avoid.hits(pattern) {
                continue;
            }
            let proper = self.names.place(&mut self.dice);
            let name = words::capital(&pattern.replace('%', &proper));
            if !self.names_fit(&name) {
                continue;
            }
            names.push(self.add(EntityKind::Place, name, role, about));
            added += 1;
        }
        names
    }

    /// Whether no name of the world is part of this one, nor the other way about.
    fn names_fit(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.world.entities.iter().all(|entity| {
            let own = entity.name.to_lowercase();
            !own.contains(&name) && !name.contains(&own)
        })
    }

    /// The things of the premise, then one or two of the setting.
    fn things(&mut self) -> Vec<String> {
        let mut motifs = self.reading.things.clone();
        let spare = match self.reading.setting {
            Setting::Coast => [
                ("brass", "compass", NounClass::Kept),
                ("tin", "box", NounClass::Holds),
            ],
            Setting::City => [
                ("blue", "notebook", NounClass::Read),
                ("spare", "key", NounClass::Key),
            ],
            Setting::Country => [
                ("black", "ledger", NounClass::Read),
                ("mantel", "clock", NounClass::Time),
            ],
            Setting::Realm => [
                ("pale", "lantern", NounClass::Light),
                ("iron", "key", NounClass::Key),
            ],
            Setting::Space => [
                ("sealed", "logbook", NounClass::Read),
                ("dead", "beacon", NounClass::Light),
            ],
        };
        let first = self.dice.below(2);
        for offset in 0..2 {
            let (adjective, noun, class) = spare[(first + offset) % 2];
            if motifs.len() < 2
                && !motifs.iter().any(|motif| motif.noun == noun)
                && !self.avoid.hits(&format!("{adjective} {noun}"))
            {
                motifs.push(Motif {
                    noun: noun.to_owned(),
                    adjective: adjective.to_owned(),
                    class,
                });
            }
        }
        let mut names = Vec::new();
        for motif in motifs {
            let adjective = if motif.adjective.is_empty() {
                appearance::plain(&motif)
            } else {
                &motif.adjective
            };
            let name = format!("The {adjective} {}", motif.noun).replace("  ", " ");
            if !self.names_fit(&name) {
                continue;
            }
            let (role, about) = appearance::look(motif.class);
            names.push(self.add(EntityKind::Thing, name, role, about));
        }
        names
    }

    /// Factions and what people believe.
    fn ideas(&mut self) {
        let factions = customs::factions(self.reading.setting);
        let first = self.dice.below(factions.len());
        let (name, role, goal) = factions[first];
        if !self.avoid.hits(name) {
            self.add(
                EntityKind::Faction,
                name.to_owned(),
                role,
                "People speak of it as of weather.",
            );
            if let Some(entity) = self.world.entities.last_mut() {
                entity.goal = goal.to_owned();
            }
        }
        let (name, role, about) = customs::idea(self.reading.mood);
        self.add(EntityKind::Idea, name.to_owned(), role, about);
        if let Some(theme) = self.reading.themes.first().cloned() {
            let name = words::capital(&theme);
            if self.names_fit(&name) {
                let about = "Nobody here talks about it, and it is in everything they say.";
                self.add(
                    EntityKind::Idea,
                    name,
                    "what the story keeps coming back to",
                    about,
                );
            }
        }
    }
}
