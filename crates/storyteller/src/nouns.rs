//! Nouns a premise may hold, and what each of them is.

use super::setting::Setting;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What kind of thing a thing is: decides what one can do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NounClass {
    /// It speaks or rings: radio, telephone.
    Speaks,
    /// It can be read: letter, map.
    Read,
    /// It shines: lamp, lantern.
    Light,
    /// It opens or holds: box, suitcase, door.
    Holds,
    /// It is a key or opens others.
    Key,
    /// It sounds: violin, bell.
    Sounds,
    /// It measures time: clock, watch.
    Time,
    /// It carries: boat, train, ship.
    Carries,
    /// It shows: photograph, mirror, painting.
    Shows,
    /// It lives and moves: dog, fox, dragon.
    Lives,
    /// It works: machine, robot.
    Works,
    /// It grows: tree, garden.
    Grows,
    /// It is worn or carried: ring, coat, sword, and everything else.
    Kept,
}

impl NounClass {
    /// The deck that speaks of such things.
    pub(crate) const fn deck(self) -> &'static str {
        match self {
            Self::Speaks => "thing speaks",
            Self::Read => "thing read",
            Self::Light => "thing light",
            Self::Holds => "thing holds",
            Self::Key | Self::Kept => "thing kept",
            Self::Sounds => "thing sounds",
            Self::Time => "thing time",
            Self::Carries => "thing carries",
            Self::Shows => "thing shows",
            Self::Lives => "thing lives",
            Self::Works => "thing works",
            Self::Grows => "thing grows",
        }
    }

    /// Whether a person can have it along.
    pub(crate) const fn portable(self) -> bool {
        matches!(self, Self::Read | Self::Key | Self::Kept | Self::Lives)
    }
}

/// What each thing is.
const THINGS: &[(NounClass, &str)] = &[
    (
        NounClass::Speaks,
        "radio wireless telephone phone transmitter transceiver gramophone phonograph recorder \
         answerphone intercom television loudspeaker walkie-talkie telegraph tape cassette jukebox",
    ),
    (
        NounClass::Read,
        "letter letters diary journal book notebook map manuscript ledger logbook postcard telegram \
         note newspaper scroll recipe will poem poems dictionary atlas chart novel cookbook message \
         codex grimoire spellbook inscription contract ticket",
    ),
    (
        NounClass::Light,
        "lamp lantern candle beacon torch lightbulb flame fire star comet candlestick",
    ),
    (
        NounClass::Holds,
        "box chest suitcase trunk door safe coffin cupboard drawer bottle jar bag wardrobe cabinet \
         basket urn vault well gate casket envelope parcel package briefcase",
    ),
    (NounClass::Key, "key keys padlock lockpick keycard"),
    (
        NounClass::Sounds,
        "violin piano bell guitar cello flute song organ harp accordion drum trumpet fiddle bells \
         melody lullaby saxophone clarinet whistle horn music harmonica concertina",
    ),
    (
        NounClass::Time,
        "clock watch hourglass sundial metronome calendar clocks pocketwatch",
    ),
    (
        NounClass::Carries,
        "boat ship train tram bus car ferry truck bicycle balloon submarine airship zeppelin caravan \
         taxi plane aeroplane rocket starship spaceship shuttle yacht sailboat trawler raft wagon \
         motorcycle lift elevator barge",
    ),
    (
        NounClass::Shows,
        "photograph photo mirror painting portrait camera picture film sketch drawing telescope \
         mural postcards photographs snapshot icon statue doll puppet sculpture crystal",
    ),
    (
        NounClass::Lives,
        "dog cat fox horse wolf dragon raven crow bird parrot whale bear owl hare rabbit donkey goat \
         pony hound kitten puppy falcon hawk gull seal octopus snake tortoise turtle goose hen cow \
         deer stag unicorn phoenix griffin bee bees pigeon",
    ),
    (
        NounClass::Works,
        "machine robot engine computer android automaton typewriter printer loom reactor satellite \
         drone mill turbine generator telescope program algorithm server probe sewing-machine",
    ),
    (
        NounClass::Grows,
        "tree garden rose orchard flower flowers seed seeds apple vine plant roses oak willow \
         orchid tulip bonsai mushroom",
    ),
    (
        NounClass::Kept,
        "ring coat sword knife crown coin necklace stone gem jewel dress hat scarf glove gloves \
         umbrella dagger locket compass shoe shoes boots blanket pearl amulet medal cup teapot bowl \
         spoon needle thread shawl mask glasses spectacles feather shell chess kite bread pistol \
         anchor wand staff shield bow arrow cloak quilt button marble bracelet",
    ),
];

/// What kind of thing a noun names, if it is known.
pub(crate) fn thing(word: &str) -> Option<NounClass> {
    static KNOWN: LazyLock<BTreeMap<&str, NounClass>> = LazyLock::new(|| {
        let words = THINGS
            .iter()
            .rev()
            .flat_map(|(class, words)| words.split_whitespace().map(|word| (word, *class)));
        words.collect()
    });
    KNOWN.get(word).copied()
}

/// Places: the noun, whether one is indoors there, and the setting it speaks for.
const PLACES: &[(Setting, bool, &str)] = &[
    (
        Setting::Coast,
        true,
        "lighthouse boathouse cannery shipyard submarine",
    ),
    (
        Setting::Coast,
        false,
        "harbour harbor island beach shore coast pier quay cliff cliffs bay lagoon reef port cove \
         estuary dock docks atoll",
    ),
    (
        Setting::City,
        true,
        "library hotel theatre theater museum cinema apartment flat office hospital bakery cafe café \
         restaurant bar nightclub courthouse prison archive opera bookshop laundromat subway \
         newsroom gallery warehouse skyscraper pharmacy casino",
    ),
    (
        Setting::City,
        false,
        "city street alley rooftop market square boulevard suburb canal metro",
    ),
    (
        Setting::Country,
        true,
        "house cottage farmhouse school inn church chapel barn monastery convent manor mansion \
         kitchen attic cellar shop greenhouse sanatorium orphanage mill pub tavern post-office \
         observatory clinic cabin",
    ),
    (
        Setting::Country,
        false,
        "village farm forest valley mountain mountains field river lake meadow orchard moor desert \
         hill bridge graveyard cemetery swamp marsh road crossroads town vineyard prairie garden \
         woods quarry pass",
    ),
    (
        Setting::Realm,
        true,
        "castle palace tower temple dungeon fortress citadel throne abbey crypt",
    ),
    (
        Setting::Realm,
        false,
        "kingdom realm empire labyrinth ruins",
    ),
    (
        Setting::Space,
        true,
        "station starship spaceship spacecraft laboratory lab colony habitat bunker outpost dome",
    ),
    (Setting::Space, false, "moon mars planet asteroid orbit"),
];

/// A noun of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlaceNoun {
    /// The setting it speaks for.
    pub setting: Setting,
    /// Whether one is indoors there.
    pub indoor: bool,
}

/// What a noun of a place says, if it is known.
pub(crate) fn place(word: &str) -> Option<PlaceNoun> {
    static KNOWN: LazyLock<BTreeMap<&str, PlaceNoun>> = LazyLock::new(|| {
        let words = PLACES.iter().rev().flat_map(|(setting, indoor, words)| {
            let noun = PlaceNoun {
                setting: *setting,
                indoor: *indoor,
            };
            words.split_whitespace().map(move |word| (word, noun))
        });
        words.collect()
    });
    KNOWN.get(word).copied()
}

/// Whether a place of this name or role is indoors, where its words tell.
pub(crate) fn indoor(words: &[String]) -> Option<bool> {
    const IN: &str = "room hall loft office parlour parlor corridor bunk deck cabin ward studio \
                      cells shed stables galley hold vestry reading-room stacks pantry workshop \
                      store stores bookshop teahouse washhouse registry rooms";
    const OUT: &str = "steps yard path lane point head rocks sands wharf gardens park terrace gap \
                       ford common green fields slip stairs jetty causeway heath wood walls";
    words.iter().find_map(|word| {
        place(word).map(|known| known.indoor).or_else(|| {
            if IN.split_whitespace().any(|own| own == word) {
                Some(true)
            } else if OUT.split_whitespace().any(|own| own == word) {
                Some(false)
            } else {
                None
            }
        })
    })
}
