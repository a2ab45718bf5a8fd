//! Stock for a new world: where it plays.

use super::premise::Setting;

/// Somewhere: name (`%` is a proper name), role, description.
pub(crate) type Spot = (&'static str, &'static str, &'static str);

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
pub(crate) const fn spots(setting: Setting) -> &'static [Spot] {
    match setting {
        Setting::Coast => COAST_SPOTS,
        Setting::City => CITY_SPOTS,
        Setting::Country => COUNTRY_SPOTS,
        Setting::Realm => REALM_SPOTS,
        Setting::Space => SPACE_SPOTS,
    }
}
