//! Stock for a new world: who else lives there.

use super::premise::Setting;

/// Someone for the cast: role, pronouns (empty: anyone's), description, goal, traits.
pub(crate) type CastTemplate = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const COAST: &[CastTemplate] = &[
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

const CITY: &[CastTemplate] = &[
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

const COUNTRY: &[CastTemplate] = &[
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

const REALM: &[CastTemplate] = &[
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

const SPACE: &[CastTemplate] = &[
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
pub(crate) const fn parts(setting: Setting) -> &'static [CastTemplate] {
    match setting {
        Setting::Coast => COAST,
        Setting::City => CITY,
        Setting::Country => COUNTRY,
        Setting::Realm => REALM,
        Setting::Space => SPACE,
    }
}
