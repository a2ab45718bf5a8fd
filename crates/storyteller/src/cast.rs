//! The world as a scene sees it: who can be there, who is gone, which thing, which place.

use super::grammar::{PatternSlots, Referent};
use super::nouns::{self, NounClass};
use super::premise::{self, BriefAnalysis};
use super::pronouns::Pronouns;
use super::{roles, words, world};
use domain::EntityKind;
use writing::assignment::StoryContext;

/// Someone of the cast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// The whole name.
    pub name: String,
    /// As the text calls them.
    pub short: String,
    /// Their pronouns.
    pub pronouns: Pronouns,
    /// What they are.
    pub role: String,
    /// "dead", "missing", "gone"; empty for someone who is there.
    pub gone: &'static str,
    /// "brother", where their role says so.
    pub kin: String,
}

impl Person {
    /// For a pattern.
    pub(crate) fn voice(&self) -> Referent {
        Referent {
            name: self.short.clone(),
            pronouns: self.pronouns.clone(),
        }
    }
}

/// Somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    /// The whole name.
    pub name: String,
    /// As it stands within a sentence.
    pub text: String,
    /// Whether one is indoors there, where that is known.
    pub indoor: Option<bool>,
}

/// An object that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoryObject {
    /// As it stands within a sentence.
    pub text: String,
    /// What it is.
    pub class: NounClass,
}

/// The world, ready for telling.
#[derive(Clone, Debug)]
pub(crate) struct Cast {
    /// Never empty; the first who is not gone is the protagonist.
    pub people: Vec<Person>,
    /// Never empty; the first is home.
    pub places: Vec<Location>,
    /// Never empty; the first is the motif.
    pub things: Vec<StoryObject>,
    /// The brief.
    pub reading: BriefAnalysis,
}

impl Cast {
    /// Out of the story's world; out of the one it would have got where it has none.
    pub(crate) fn of(story: &StoryContext) -> Self {
        let reading = premise::read(&story.brief);
        let mut cast = Self {
            people: Vec::new(),
            places: Vec::new(),
            things: Vec::new(),
            reading,
        };
        for entity in &story.world.entities {
            let about = format!("{} {}", entity.role, entity.traits.join(" "));
            cast.take(
                entity.kind,
                &entity.name,
                &about,
                &entity.pronouns,
                &entity.description,
            );
        }
        if !cast.people.iter().any(|person| person.gone.is_empty())
            || cast.places.is_empty()
            || cast.things.is_empty()
        {
            cast.fill(story);
        }
        cast.shorten();
        cast
    }

    /// Takes from the sketch what the world lacks.
    fn fill(&mut self, story: &StoryContext) {
        let people = !self.people.iter().any(|person| person.gone.is_empty());
        let places = self.places.is_empty();
        let things = self.things.is_empty();
        for entity in &world::sketch(story).entities {
            let wanted = match entity.kind {
                EntityKind::Person => people,
                EntityKind::Place => places,
                EntityKind::Thing => things,
                _ => false,
            };
            if wanted {
                let about = format!("{} {}", entity.role, entity.traits.join(" "));
                self.take(
                    entity.kind,
                    &entity.name,
                    &about,
                    &entity.pronouns,
                    &entity.description,
                );
            }
        }
    }

    /// Takes one entity in.
    fn take(&mut self, kind: EntityKind, name: &str, about: &str, pronouns: &str, more: &str) {
        let name = words::clean(name, 6);
        if !name.chars().any(char::is_alphabetic) {
            return;
        }
        let role = words::clean(about, 20);
        let known = text::prose::lower_words(&role);
        match kind {
            EntityKind::Person => {
                if self.people.iter().any(|person| person.name == name) {
                    return;
                }
                let kin = known
                    .iter()
                    .take(6)
                    .find(|word| roles::kin(word).is_some())
                    .cloned()
                    .unwrap_or_default();
                let pronouns = Pronouns::read(pronouns)
                    .or_else(|| Pronouns::guess(&role))
                    .or_else(|| roles::kin(&kin).flatten())
                    .or_else(|| Pronouns::guess(&words::clean(more, 40)))
                    .unwrap_or_else(Pronouns::they);
                self.people.push(Person {
                    short: name.clone(),
                    name,
                    pronouns,
                    role,
                    gone: gone(&known),
                    kin,
                });
            }
            EntityKind::Place => {
                if self.places.iter().any(|place| place.name == name) {
                    return;
                }
                let mut about = text::prose::lower_words(&name);
                about.reverse();
                about.extend(known);
                self.places.push(Location {
                    text: within(&name, false),
                    indoor: nouns::indoor(&about),
                    name,
                });
            }
            EntityKind::Thing => {
                let text = within(&name, true);
                if self.things.iter().any(|thing| thing.text == text) {
                    return;
                }
                let class = text::prose::lower_words(&name)
                    .iter()
                    .rev()
                    .chain(&known)
                    .find_map(|word| nouns::thing(word))
                    .unwrap_or(NounClass::Kept);
                self.things.push(StoryObject { text, class });
            }
            _ => {}
        }
    }

    /// Calls people by their first names where that is clear.
    fn shorten(&mut self) {
        const TITLES: &str = "the a an mr mrs ms miss dr doctor captain old young lady lord sir dame \
            father mother brother sister uncle aunt king queen prince princess saint st professor \
            sergeant inspector constable mister madame monsieur don doña señor big little black red";
        let firsts: Vec<String> = self
            .people
            .iter()
            .map(|person| person.name.split(' ').next().unwrap_or_default().to_owned())
            .collect();
        let places: Vec<String> = self
            .places
            .iter()
            .flat_map(|place| text::prose::lower_words(&place.name))
            .collect();
        for (at, person) in self.people.iter_mut().enumerate() {
            let first = &firsts[at];
            let bare = first.trim_end_matches('.').to_lowercase();
            let alone = firsts.iter().filter(|other| *other == first).count() == 1;
            let titled = TITLES.split_whitespace().any(|title| title == bare);
            if alone && !titled && first.chars().count() > 1 && !places.contains(&bare) {
                person.short = first.clone();
            } else {
                person.short = within(&person.name, false);
            }
        }
    }

    /// The protagonist.
    pub(crate) fn hero(&self) -> &Person {
        self.people
            .iter()
            .find(|person| person.gone.is_empty())
            .unwrap_or(&self.people[0])
    }

    /// Someone by name, whole or short.
    pub(crate) fn person(&self, name: &str) -> Option<&Person> {
        let name = words::clean(name, 6).to_lowercase();
        self.people.iter().find(|person| {
            person.name.to_lowercase() == name || person.short.to_lowercase() == name
        })
    }

    /// A place by name.
    pub(crate) fn place(&self, name: &str) -> Option<&Location> {
        let name = words::clean(name, 6).to_lowercase();
        self.places
            .iter()
            .find(|place| place.name.to_lowercase() == name || place.text.to_lowercase() == name)
    }

    /// The one who is gone, if there is one.
    pub(crate) fn gone(&self) -> Option<&Person> {
        self.people.iter().find(|person| !person.gone.is_empty())
    }

    /// Who can be met, the protagonist left out.
    pub(crate) fn others(&self) -> Vec<&Person> {
        let hero = &self.hero().name;
        self.people
            .iter()
            .filter(|person| person.gone.is_empty() && person.name != *hero)
            .take(24)
            .collect()
    }

    /// The thing the story turns on.
    pub(crate) fn motif(&self) -> &StoryObject {
        &self.things[0]
    }

    /// Slots for a scene.
    pub(crate) fn slots(
        &self,
        eyes: &Person,
        other: Option<&Person>,
        place: &Location,
        thing: &StoryObject,
    ) -> PatternSlots {
        let mut slots = PatternSlots {
            eyes: Some(eyes.voice()),
            other: other.map(Person::voice),
            gone: self
                .gone()
                .filter(|gone| gone.name != eyes.name)
                .map(Person::voice),
            words: Vec::new(),
        };
        let rel = self.gone().map_or("", |gone| {
            if gone.kin.is_empty() {
                "friend"
            } else {
                gone.kin.as_str()
            }
        });
        slots.set("rel", rel);
        slots.set("place", &place.text);
        slots.set("thing", &thing.text);
        slots.set("role", &Self::role(eyes));
        let second = self.places.iter().find(|other| other.name != place.name);
        slots.set("place2", second.map_or("", |place| place.text.as_str()));
        let second = self.things.iter().find(|other| other.text != thing.text);
        slots.set("thing2", second.map_or("", |thing| thing.text.as_str()));
        let home = &self.places[0];
        slots.set("home", &home.text);
        let third = self.others().into_iter().find(|person| {
            Some(&person.name) != other.map(|other| &other.name) && person.name != eyes.name
        });
        slots.set("r", third.map_or("", |person| person.short.as_str()));
        slots.set(
            "theme",
            &self.reading.themes.first().cloned().unwrap_or_default(),
        );
        slots
    }

    /// A role that can stand in a sentence: a noun or two that the lists know.
    fn role(person: &Person) -> String {
        let tokens: Vec<&str> = person.role.split(' ').take(4).collect();
        let head = tokens
            .iter()
            .position(|word| roles::plausible(&word.to_lowercase()));
        let plain = |word: &&&str| {
            word.chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '’')
        };
        match head {
            Some(at) if tokens[..=at].iter().filter(plain).count() == at + 1 => {
                let text = tokens[..=at].join(" ");
                text.trim_start_matches("the ")
                    .trim_start_matches("a ")
                    .to_owned()
            }
            _ => String::new(),
        }
    }
}

/// Whether someone is gone, out of what they are said to be.
fn gone(role: &[String]) -> &'static str {
    const SIGNS: &[(&str, &str)] = &[
        ("dead", "dead"),
        ("died", "dead"),
        ("drowned", "dead"),
        ("deceased", "dead"),
        ("murdered", "dead"),
        ("missing", "missing"),
        ("vanished", "missing"),
        ("disappeared", "missing"),
        ("estranged", "gone"),
        ("gone", "gone"),
    ];
    SIGNS
        .iter()
        .find(|(sign, _)| role.iter().any(|word| word == sign))
        .map_or("", |(_, state)| state)
}

/// A name as it stands within a sentence: a leading article small; things in sentence case.
fn within(name: &str, thing: bool) -> String {
    for article in ["The ", "A ", "An "] {
        if let Some(rest) = name.strip_prefix(article) {
            return format!("{}{rest}", article.to_lowercase());
        }
    }
    let lower = name.to_lowercase();
    let plain = thing
        && text::prose::lower_words(name)
            .iter()
            .any(|word| nouns::thing(word).is_some());
    if plain && !lower.starts_with("the ") && !lower.contains('’') && name.split(' ').count() == 1
    {
        return format!("the {lower}");
    }
    name.to_owned()
}
