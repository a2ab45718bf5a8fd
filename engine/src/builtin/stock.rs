//! Stock for a new world: who else lives there, where, by which customs.

use super::premise::{Mood, Setting};

/// Someone for the cast: role, pronouns (empty: anyone's), description, goal, traits.
pub type Part = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const COAST: &[Part] = &[
    (
        "boatman",
        "he",
        "Brings the post, the paraffin and the gossip across the sound, and has never been heard to hurry a sentence.",
        "to stop being the one who carries bad news",
        "patient, dry, weather-wise",
    ),
    (
        "harbour postmistress",
        "she",
        "Knows the handwriting of everyone within forty miles, and what it looks like when they lie.",
        "to see one old debt settled before retirement",
        "sharp, kind by stealth, unhurried",
    ),
    (
        "inspector of lights",
        "",
        "Arrives twice a year with a clean collar and a list, and this year the list is longer.",
        "to close the station by the end of the winter",
        "correct, tired, not as cold as it seems",
    ),
    (
        "schoolteacher",
        "",
        "Came to the coast for one year and has been here for eleven.",
        "to find out what the village agreed never to mention",
        "curious, stubborn, quick to laugh",
    ),
    (
        "net-mender",
        "she",
        "Sits in the lee of the sheds with a needle of bone and sees everything that lands.",
        "to keep a promise made on a night of bad weather",
        "blunt, loyal, superstitious on weekdays",
    ),
    (
        "ship’s cook, ashore for good",
        "he",
        "Cooks for a crew that no longer exists and is hurt when nobody comes.",
        "to be forgiven for a watch he did not keep",
        "generous, talkative, afraid of silence",
    ),
];

const CITY: &[Part] = &[
    (
        "night porter",
        "he",
        "Holds the keys of nine buildings and the secrets of about seven.",
        "to be left out of it, whatever it is",
        "courteous, watchful, sleepless",
    ),
    (
        "archivist at the records office",
        "she",
        "Believes that everything is somewhere, and has so far been right.",
        "to find the file that was taken out in spring",
        "exact, ironical, brave in small ways",
    ),
    (
        "landlady",
        "she",
        "Counts the stairs aloud as she climbs them and forgets nothing in between.",
        "to sell the house to the right person",
        "suspicious, warm, incorrigible",
    ),
    (
        "newspaper stringer",
        "",
        "Writes four hundred words a day about other people’s trouble and lives off the change.",
        "to get one story right",
        "quick, untidy, honest when cornered",
    ),
    (
        "owner of the corner café",
        "he",
        "Has served the same eleven people for twenty years and would lie for nine of them.",
        "to keep the place open until the lease is up",
        "gruff, tender-hearted, bad at sums",
    ),
    (
        "tram conductor",
        "",
        "Sees the whole city twice a day and has opinions about each stop.",
        "to leave, one of these mornings, by the last stop on the line",
        "observant, restless, funny",
    ),
];

const COUNTRY: &[Part] = &[
    (
        "district nurse",
        "she",
        "Cycles twelve miles a day in every weather and is told everything by the third cup of tea.",
        "to get people to say things before it is too late",
        "brisk, tender, tireless",
    ),
    (
        "keeper of the village shop",
        "he",
        "Writes what people owe in a book and what they have suffered in his head.",
        "to be rid of the book one day",
        "slow, fair, stubborn",
    ),
    (
        "schoolteacher",
        "",
        "Has taught three generations to spell and none of them to apologise.",
        "to understand what happened in the year of the flood",
        "precise, amused, lonely",
    ),
    (
        "carpenter",
        "",
        "Makes doors and coffins and is careful to talk only about the doors.",
        "to mend one thing that can’t be mended with glue",
        "quiet, skilled, easily moved",
    ),
    (
        "surveyor from the county town",
        "",
        "Came to measure the lower fields and has begun, against advice, to ask about them.",
        "to finish the map and go home",
        "polite, thorough, out of place",
    ),
    (
        "widow from the last house",
        "she",
        "Keeps a lamp in the north window and has never told anyone for whom.",
        "to hand on what she knows",
        "frank, proud, wakeful",
    ),
];

const REALM: &[Part] = &[
    (
        "captain of the gate",
        "",
        "Has opened the gate for two kings and closed it on a third.",
        "to keep the city out of one more war",
        "steady, scarred, sparing with words",
    ),
    (
        "court archivist",
        "she",
        "Reads eleven dead languages and trusts none of the living ones.",
        "to find the page that was cut from the oldest book",
        "learned, sly, unafraid",
    ),
    (
        "hedge-witch",
        "she",
        "Sells charms against toothache and says truer things for nothing.",
        "to see an old bargain undone",
        "merry, shrewd, barefoot",
    ),
    (
        "sworn rider",
        "he",
        "Rode out with nine companions and came back alone with the banner.",
        "to learn why he was spared",
        "loyal, haunted, reckless",
    ),
    (
        "lantern-bearer of the old order",
        "",
        "Carries a light that was lit before the walls were built.",
        "to pass the flame to someone worthy of it",
        "gentle, solemn, curious",
    ),
    (
        "glass merchant",
        "",
        "Has crossed the pass eighteen times and lost only two of the loads.",
        "to buy back a name that was sold",
        "worldly, generous, vain about boots",
    ),
];

const SPACE: &[Part] = &[
    (
        "chief engineer",
        "",
        "Can tell by the sound of the pumps which of them wants attention and which is merely complaining.",
        "to bring everyone home in the ship they came in",
        "gruff, inventive, superstitious about bolts",
    ),
    (
        "medical officer",
        "she",
        "Keeps two sets of records, one of which is kind.",
        "to find out why the crew has stopped dreaming",
        "calm, candid, insomniac",
    ),
    (
        "relief pilot",
        "",
        "Flies by instruments and lives by instinct, and would prefer it the other way about.",
        "to make one landing that nobody has to forgive",
        "quick, proud, homesick",
    ),
    (
        "hydroponics hand",
        "he",
        "Talks to the tomatoes and is understood.",
        "to taste rain again",
        "dreamy, stubborn, kind",
    ),
    (
        "auditor from the company",
        "",
        "Came aboard with one case and a sealed order, and has not unpacked the order.",
        "to decide something that was already decided",
        "courteous, guarded, ashamed",
    ),
    (
        "communications officer",
        "",
        "Has listened to the dark for nine years and can tell its silences apart.",
        "to get an answer",
        "patient, precise, wry",
    ),
];

/// The cast a setting offers.
pub const fn parts(setting: Setting) -> &'static [Part] {
    match setting {
        Setting::Coast => COAST,
        Setting::City => CITY,
        Setting::Country => COUNTRY,
        Setting::Realm => REALM,
        Setting::Space => SPACE,
    }
}

/// Somewhere: name (`%` is a proper name), role, description.
pub type Spot = (&'static str, &'static str, &'static str);

const COAST_SPOTS: &[Spot] = &[
    (
        "% Harbour",
        "the harbour",
        "Two stone arms and a bad anchorage; every boat that lives here knows its own ring in the wall.",
    ),
    (
        "the Slate Chapel",
        "a chapel above the landing",
        "Its north wall is carved with the names of the drowned, and there is room left for more.",
    ),
    (
        "% Sands",
        "the beach at low water",
        "Three miles of grey sand that belong to the land for six hours and to the sea for the rest.",
    ),
    (
        "the Net Lofts",
        "sheds along the quay",
        "Tar, twine and talk; the ladders are worn hollow in the middle.",
    ),
    (
        "the Customs House",
        "an office on the quay",
        "Closed for twenty years, and dusted every Friday by someone who has kept the key.",
    ),
];

const CITY_SPOTS: &[Spot] = &[
    (
        "% Street",
        "a street of tall houses",
        "Narrow enough that neighbours can pass the salt, and sometimes do.",
    ),
    (
        "the Records Office",
        "a municipal archive",
        "Nine floors of paper under a roof that leaks on the letter M.",
    ),
    (
        "the Café Aurelia",
        "a corner café",
        "The clock has been ten minutes fast since the war, and the regulars live by it.",
    ),
    (
        "% Bridge",
        "an iron bridge",
        "People cross it to think, and slow down at the third lamp.",
    ),
    (
        "the Winter Gardens",
        "glasshouses in the park",
        "Palms under dirty panes; it is always the same warm afternoon in there.",
    ),
];

const COUNTRY_SPOTS: &[Spot] = &[
    (
        "% Mill",
        "a mill on the river",
        "The wheel has not turned in thirty years, but the race still talks under the floor.",
    ),
    (
        "the Long Orchard",
        "an orchard above the village",
        "Old trees in crooked rows, and bees that are told of every death.",
    ),
    (
        "% Bridge",
        "a stone bridge",
        "It was built by a man who could not swim and is twice as thick as it needs to be.",
    ),
    (
        "the Reading Room",
        "a room beside the church",
        "Forty chairs, one stove, and a portrait that nobody will admit to having painted.",
    ),
    (
        "% Wood",
        "a wood on the hill",
        "There is a path through it that gets longer in the evening.",
    ),
];

const REALM_SPOTS: &[Spot] = &[
    (
        "the Hall of % Stair",
        "a hall in the upper city",
        "Four hundred steps lead up to it, one for each year it has stood.",
    ),
    (
        "the Salt Gate",
        "the city’s western gate",
        "Caravans come in by it, and exiles go out.",
    ),
    (
        "% Wood",
        "a forest older than the kingdom",
        "The trees stand in rows, though nobody planted them.",
    ),
    (
        "the Drowned Library",
        "an archive under the water-line",
        "The lower shelves are read by touch.",
    ),
    (
        "% Pass",
        "the road over the mountains",
        "Cairns mark the way, and some of them move.",
    ),
];

const SPACE_SPOTS: &[Spot] = &[
    (
        "% Station",
        "an old relay station",
        "Built for sixty people and ten years; nineteen are left, and it is the twenty-third.",
    ),
    (
        "the Long Corridor",
        "the spine of the habitat",
        "Four hundred metres of strip light, of which one always flickers.",
    ),
    (
        "the Green Deck",
        "the hydroponic gardens",
        "The only place aboard where anything smells of anything.",
    ),
    (
        "% Bay",
        "the docking bay",
        "Cold enough to see one’s breath, and every footstep comes back twice.",
    ),
    (
        "the Observation Blister",
        "a dome of scratched glass",
        "One comes here to look out, or not to be looked at.",
    ),
];

/// The places a setting offers.
pub const fn spots(setting: Setting) -> &'static [Spot] {
    match setting {
        Setting::Coast => COAST_SPOTS,
        Setting::City => CITY_SPOTS,
        Setting::Country => COUNTRY_SPOTS,
        Setting::Realm => REALM_SPOTS,
        Setting::Space => SPACE_SPOTS,
    }
}

/// Factions: name, role, goal.
pub const fn factions(setting: Setting) -> &'static [Spot] {
    match setting {
        Setting::Coast => &[
            (
                "The Lights Board",
                "an office on the mainland that owns the lamps",
                "to save money on the dark",
            ),
            (
                "The Pilots’ Widows",
                "a society that meets on first Fridays",
                "to have the true list of the lost read out in public",
            ),
        ],
        Setting::City => &[
            (
                "The Tenants’ Committee",
                "everyone on the staircase who can write",
                "to keep the house standing and the rents where they are",
            ),
            (
                "Harker and Daughters",
                "a firm that buys up streets",
                "to own the corner by Christmas",
            ),
        ],
        Setting::Country => &[
            (
                "The Parish Council",
                "seven chairs and one opinion",
                "to leave what is buried where it is",
            ),
            (
                "The Bellringers",
                "a band that practises on Thursdays",
                "to be told first and asked last",
            ),
        ],
        Setting::Realm => &[
            (
                "The Order of the Ninth Lamp",
                "keepers of an old light",
                "to let no door be opened twice",
            ),
            (
                "The Free Carters",
                "those who know the passes",
                "to pay no toll and owe no lord",
            ),
        ],
        Setting::Space => &[
            (
                "The Meridian Company",
                "owners of the air",
                "to have the books balance by the end of the quarter",
            ),
            (
                "The Night Shift",
                "those who keep the place running",
                "to be asked before anything is switched off",
            ),
        ],
    }
}

/// An idea at the heart of a mood: name, role, description.
pub const fn idea(mood: Mood) -> Spot {
    match mood {
        Mood::Haunted => (
            "The Unfinished Watch",
            "a belief about the dead",
            "Whoever dies with something left to say is said to stand watch until it has been heard.",
        ),
        Mood::Mystery => (
            "The Common Silence",
            "what everyone agreed not to say",
            "Nobody remembers making the agreement, and nobody has broken it yet.",
        ),
        Mood::Romance => (
            "The Second Cup",
            "a custom of the place",
            "To set out a second cup is to say that one is expecting someone; nobody does it by accident.",
        ),
        Mood::Adventure => (
            "The Outward Road",
            "a saying among travellers",
            "One may turn back three times; after the third the road has chosen.",
        ),
        Mood::Quiet => (
            "The Open Account",
            "a way of thinking about kindness",
            "What is given here is written down by nobody and remembered by all.",
        ),
    }
}

/// What always holds, by mood; `%` is the motif with its article.
pub const fn rules(mood: Mood) -> &'static [&'static str] {
    match mood {
        Mood::Haunted => &[
            "The dead can ask, but they can’t insist.",
            "Nothing uncanny happens before dark, and nothing uncanny can be proved in the morning.",
            "No question is answered twice.",
            "Whoever hears the dead must decide alone whether to say so.",
        ],
        Mood::Mystery => &[
            "Nobody in this story is wholly innocent, and nobody is a monster.",
            "Every lie has left a trace in something that can be touched.",
            "Whoever asks a question here owes an answer in return.",
            "Nothing is explained by chance that was done by someone.",
        ],
        Mood::Romance => &[
            "Nobody is ever in the right place on the first attempt.",
            "A letter, once sent, can’t be called back.",
            "No one here is cruel on purpose.",
            "Every tenderness is noticed by somebody.",
        ],
        Mood::Adventure => &[
            "No road is as long on the way back.",
            "Help has to be asked for aloud.",
            "Whatever is carried out of its place will be missed there.",
            "Courage here is a practical matter.",
        ],
        Mood::Quiet => &[
            "Nothing happens here without somebody having put the kettle on first.",
            "What is promised is kept, though seldom in time.",
            "No one is beyond forgiving, but everyone has to be asked.",
            "The weather has a say in everything.",
        ],
    }
}
