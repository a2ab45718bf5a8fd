//! Words that tell of one thing, so that a beat is found although the text puts it another way.
//!
//! A small thesaurus of what novels are full of, written from general knowledge of English, by meaning and
//! not by any story: verbs with their irregular forms, then things, then people.

use super::stemmer::WordStemmer;
use std::collections::{HashMap, HashSet};

/// Groups of words, divided by spaces; a word may be in several.
const GROUPS: &[&str] = &[
    // Deeds.
    "find found discover uncover unearth spot",
    "search hunt rummage ransack comb searched",
    "steal stole stolen rob robbed thief theft pocketed filch pilfer swipe",
    "hide hid hidden conceal bury tuck stow hiding stash",
    "leave left depart farewell goodbye departure",
    "arrive arrival reach pull",
    "return home homecoming returned",
    "flee fled escape bolt ran run running flight",
    "chase pursue hunt follow tail shadow trail",
    "fight fought brawl blow punch struggle wrestle fist struck",
    "quarrel argue argument row dispute shout shouted snap bicker yell",
    "anger angry rage fury furious temper shout roar slam",
    "attack ambush assault strike struck charge",
    "kill killed murder slay stab strangle shot poison die dead body corpse",
    "die died dying dead death breath corpse body",
    "wound hurt injure injury bleed blood bandage cut gash bruise",
    "heal bandage stitch dress bind splint tend nurse cure salve",
    "bury buried burial grave funeral coffin mourn cemetery churchyard headstone tomb",
    "marry married marriage wedding bride groom vow ring wed",
    "kiss kissed lips mouth embrace",
    "embrace hug arms held hold",
    "weep wept cry cried tears sob",
    "laugh laughed joke grin smile giggle chuckle",
    "sing sang sung song hum hymn tune melody voice chorus",
    "play played piano fiddle violin guitar tune music keys strings",
    "dance danced waltz step partner floor",
    "play game cards deal dealt dice chess board move bet hand",
    "win won beat victory prize",
    "lose lost defeat beaten",
    "bet wager gamble stake",
    "buy bought purchase price pay paid sell shop",
    "sell sold sale auction bid bidder price buyer",
    "trade swap exchange barter bargain swapped",
    "pay paid money coin coins cash note notes bill bills purse wallet fee price",
    "savings money account bank deposit",
    "bribe money coin purse slip",
    "sign signed signature pen ink",
    "write wrote written pen ink pencil paper page letter scribble scrawl",
    "read page book aloud",
    "draw drew drawn sketch pencil paint",
    "teach taught lesson learn pupil practise practice repeat",
    "cook cooked bake fry stove oven pot pan kitchen boil stir",
    "eat ate eaten meal supper dinner breakfast lunch food plate bread chew",
    "food meal soup bread meat potatoes stew porridge ate eat",
    "drink drank drunk glass cup bottle beer wine whisky sip swallow",
    "sleep slept asleep bed dream doze nap pillow",
    "awake woke waken wake wakes sleep slept bed ceiling",
    "dream dreamt nightmare sleep woke",
    "wash washed scrub soap rinse bath clean basin",
    "clean cleaned scrub sweep wipe mop dust polish rag cloth brush tidy",
    "dust cloth duster wipe polish rag",
    "sew sewed stitch needle thread mend hem",
    "repair mend fix fixed tool screw spanner hammer patch solder",
    "build built construct hammer nail plank",
    "break broke broken shatter crack smash snap split",
    "burn burnt burned fire flame flames ash ashes smoke blaze match lit",
    "light lit candle lamp lantern match torch",
    "cut sliced slice chop scissors knife shears blade",
    "dig dug spade shovel hole earth",
    "plant sow seed grow soil garden sprout",
    "harvest pick reap crop basket",
    "climb climbed ladder stairs steps stair up rung ascend scramble",
    "descend down ladder stairs steps lower",
    "fall fell fallen tumble slip stumble trip splash",
    "jump leap leapt sprang",
    "swim swam float stroke drown water",
    "drown drowned sank sink water under",
    "ride rode ridden saddle horse rein mount stirrup trot gallop",
    "drive drove wheel car engine road steer truck",
    "sail sailed sea boat ship wind helm deck",
    "row rowed oar oars boat",
    "walk walked stroll path steps pace",
    "cross crossed across over other far",
    "visit visited call called knock knocked",
    "knock knocked door rap tap",
    "lock locked key bolt latch",
    "open opened unlock latch lid",
    "wait waited bench queue turn hour sat",
    "sit sat seat chair bench",
    "stay stayed remain remained",
    "watch watched stared peer gaze window",
    "inspect examine check study look over peer lens",
    "listen listened ear heard",
    "play listen recording tape record voice",
    "record recorded recording tape microphone message",
    "phone telephone call rang ring line receiver",
    "offer offered price pounds dollars give",
    "refuse refused no shook decline",
    "threaten threat warn knife gun",
    "warn warned warning careful danger beware",
    "promise promised swear swore oath vow word",
    "apologise apologize sorry apology forgive",
    "forgive forgave sorry pardon",
    "thank thanked thanks grateful gratitude",
    "lie lied untrue invent false true",
    "confess confessed admit did true guilty sorry",
    "betray betrayed traitor told sold",
    "arrest arrested handcuffs police cell officer",
    "capture caught seized prisoner bound rope",
    "rescue rescued save saved pull pulled haul",
    "free freed release untie unlock loose",
    "pray prayed prayer knelt kneel amen god",
    "preach sermon pulpit",
    "dress dressed clothes gown skirt coat costume bonnet shirt put wear wore robe",
    "wear wore worn dressed",
    "undress bare took shirt",
    "shave razor barber beard chin soap",
    "shoot shot gun rifle pistol bullet fired trigger",
    "search look looked turned drawers emptied",
    "travel journey road train miles",
    "pack packed suitcase bag trunk case fold",
    "carry carried bore hauled lug",
    "give gave given hand handed",
    "fetch brought bring came",
    "send sent post posted mail letter",
    "receive received letter came got",
    "throw threw thrown toss tossed hurl fling flung",
    "drop dropped let fell",
    "lift lifted raise raised hoist",
    "push pushed shove",
    "pull pulled drag haul tug",
    "feed fed food hay oats crumbs",
    "beg begged please",
    "complain complained grumble cold disgusting awful",
    "celebrate party toast cheers feast birthday",
    "report reported news",
    "faint fainted collapse collapsed knees",
    "fade faint faded thin distant dim",
    "haunt ghost spirit apparition",
    "vote voted hands ballot",
    "test exam trial",
    "rehearse rehearsal stage lines script",
    "perform performance stage audience applause curtain",
    "work worked job",
    // Things and places.
    "letter note message envelope postcard page",
    "photograph photo picture snapshot portrait",
    "book volume page pages",
    "diary journal log entry notebook",
    "script page pages lines",
    "map chart",
    "clock watch hour hands tick",
    "gun rifle pistol revolver shot barrel",
    "knife blade dagger",
    "sword blade steel hilt",
    "boat ship vessel hull deck sail",
    "car engine wheel road truck",
    "train carriage platform station rails",
    "horse mare stallion gelding colt pony saddle hooves",
    "dog hound puppy bark",
    "cat kitten purr",
    "house home door roof",
    "kitchen stove sink kettle table",
    "church chapel altar pew priest",
    "hospital ward bed nurse doctor",
    "prison cell jail bars gaol",
    "shop store counter till",
    "inn tavern pub bar saloon",
    "school teacher desk lesson class",
    "ruin ruins rubble bricks wall burned",
    "tower top steps stair",
    "cellar basement below steps",
    "attic loft roof beam",
    "garden flowers bed hedge lawn",
    "orchard apple tree trees",
    "forest wood woods tree trees",
    "sea ocean wave waves shore tide",
    "coast sea shore beach border",
    "river stream bank water current",
    "water drink drank wet cup river canteen well",
    "storm thunder lightning rain gale wind",
    "snow ice frost cold white",
    "rain wet umbrella puddle drops",
    "night dark darkness midnight evening star stars moon",
    "morning dawn sunrise daybreak breakfast",
    "evening dusk sunset supper",
    "summer heat hot sun",
    "winter snow cold frost ice",
    "camp tent fire",
    "fire flame flames hearth ash ashes smoke",
    "money coin coins cash purse notes dollars pounds",
    "jewel necklace ring brooch diamond pearl gem",
    "crown king queen throne",
    "hair curl curls braid plait wig comb scissors",
    "haircut hair scissors barber",
    "tea kettle cup pot",
    "illness ill sick fever cough hot forehead pale shiver",
    "medicine pill tablets dose bottle spoon",
    "blood vein needle bleed red",
    "baby infant cradle newborn child",
    "birth born newborn midwife",
    "music tune song piano violin melody",
    "game play board move",
    "chess pawn bishop knight rook queen king mate board",
    "song sing sang tune hymn verse",
    "story tale told once",
    "secret whisper nobody tell",
    "signal light beacon sound",
    "sign mark signal",
    "footprint footprints tracks track print prints trail",
    "window pane glass sill",
    "voice voices sound speak spoke",
    "land acres field fields farm",
    "papers document documents deed contract",
    "war battle soldier soldiers army front",
    // People.
    "father dad papa daddy",
    "mother mum mama mom",
    "brother sister twin sibling",
    "nephew niece aunt uncle",
    "husband wife married widow",
    "child children boy girl kid",
    "doctor nurse surgeon physician",
    "police policeman constable officer detective sheriff",
    "soldier soldiers sentry guard guards troops uniform rifle",
    "priest vicar parson pastor",
    "crowd people everyone",
    "party company men group",
    "patient patients bed beds ward",
    "audience house seats applause rows",
    "rider riders rode horses hooves",
];

/// Words that stand in almost any chapter: that one of them occurs says little.
const EVERYDAY: &str = "hand hands head face eyes door room house day night time man men woman women people \
    way side place table chair window light water voice word words thing part end old new good long \
    little great small big bad dark cold white black right left own last next few two three hour \
    year years home street road floor wall bed world name mother father go goes went gone come came take took put \
    get got make made know knew think thought see saw look looked turn turned stand stood sit sat run ran walk \
    walked hold held leave keep kept let ask asked tell told say said speak spoke call called give gave find found \
    work feel felt hear heard open opened move moved stop stopped wait waited try tried want wanted need \
    read begin began fall fell lie lay bring brought set play show";

/// The thesaurus, by stems.
pub(crate) struct Thesaurus {
    groups: HashMap<String, Vec<usize>>,
    everyday: HashSet<String>,
}

impl Thesaurus {
    /// For one language; it is an English thesaurus, and empty for any other.
    pub(crate) fn of(language: &str, stems: &WordStemmer) -> Self {
        let mut alike = Self {
            groups: HashMap::new(),
            everyday: HashSet::new(),
        };
        if super::story_language::is_english(language) {
            for (at, group) in GROUPS.iter().enumerate() {
                for word in group.split(' ') {
                    alike.groups.entry(stems.stem(word)).or_default().push(at);
                }
            }
            alike.everyday = EVERYDAY
                .split_whitespace()
                .map(|word| stems.stem(word))
                .collect();
        }
        alike
    }

    /// The groups in which a stem is.
    pub(crate) fn groups(&self, stem: &str) -> &[usize] {
        self.groups.get(stem).map_or(&[], Vec::as_slice)
    }

    /// Whether a stem stands in almost any chapter.
    pub(crate) fn everyday(&self, stem: &str) -> bool {
        self.everyday.contains(stem)
    }
}
