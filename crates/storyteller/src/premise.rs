//! Reads a brief: who it is about, what is in it, where and in what mood.

use super::nouns::{self, NounClass};
use super::pronouns::Pronouns;
pub(crate) use super::setting::{Mood, Setting};
use super::unwanted_words::UnwantedWords;
use super::{roles, signs, words};
use domain::Brief;

/// Someone near to the protagonist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Relative {
    /// "brother"
    pub noun: String,
    /// What the noun says of pronouns.
    pub pronouns: Option<Pronouns>,
    /// "dead", "missing"; empty for someone who is there.
    pub gone: String,
}

/// A thing of the premise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Motif {
    /// "radio", "letter about the war"
    pub noun: String,
    /// What the premise calls it: "broken"; may be empty.
    pub adjective: String,
    /// What it is.
    pub class: NounClass,
}

/// A brief, understood as far as simple means go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BriefAnalysis {
    /// "lighthouse keeper"; empty where nothing was found.
    pub role: String,
    /// What the premise says of the protagonist's pronouns.
    pub pronouns: Option<Pronouns>,
    /// Near ones.
    pub kin: Vec<Relative>,
    /// Things.
    pub things: Vec<Motif>,
    /// Nouns of places.
    pub places: Vec<String>,
    /// Where.
    pub setting: Setting,
    /// In what mood.
    pub mood: Mood,
    /// What the brief asks to be in it and no noun stands for: "a storm at sea".
    pub topics: Vec<String>,
    /// One word each.
    pub themes: Vec<String>,
}

/// Adjectives that can stay with their noun.
const ADJECTIVES: &str = "old broken golden silver stolen forgotten cursed silent wooden rusty empty \
    blue red green black white tiny giant hidden ancient haunted lost magic magical burnt last \
    talking brass copper glass iron paper strange secret singing locked sealed torn";

/// Words no heuristics should take for a thing.
const NOT_THINGS: &str = "truth end secret secrets past future life death time world story day night \
    year years way war love thing place person people man woman home name one others day morning \
    evening dark light same first last rest side family moment hour sea sky town money power magic \
    memory memories dream dreams problem case murder crime mystery voice voices idea fact chance \
    help work job king queen return more most good bad dead living rain snow wind storm winter \
    summer spring autumn middle edge heart mind night soul body something nothing everything \
    century village childhood earth universe next other";

/// Reads a brief.
pub(crate) fn read(brief: &Brief) -> BriefAnalysis {
    let avoid = UnwantedWords::of(brief);
    let premise: String = words::clean(&brief.premise, 400);
    let tokens = text::prose::lower_words(&premise);
    let wide = format!(
        "{} {} {} {} {}",
        brief.genre,
        premise,
        brief.setting,
        brief.themes.join(" "),
        brief.tone
    );
    let role = role(&premise)
        .filter(|role| !avoid.hits(role))
        .unwrap_or_default();
    let pronouns = stated(&tokens).or_else(|| roles::pronouns(&role));
    let mut kin = near(&tokens, &role);
    kin.retain(|kin| !avoid.hits(&kin.noun) && !avoid.hits(&kin.gone));
    let mut things = motifs(&tokens, &role);
    let mut topics = Vec::new();
    for item in &brief.include {
        let item = words::clean(item, 6);
        let found = motifs(&text::prose::lower_words(&item), "");
        if let Some(motif) = found.into_iter().next() {
            if !things.iter().any(|thing| thing.noun == motif.noun) {
                things.push(motif);
            }
        } else if item.chars().any(char::is_alphabetic) {
            topics.push(item);
        }
    }
    things.retain(|motif| !avoid.hits(&motif.noun));
    if things.is_empty() {
        things.extend(unknown(&premise).filter(|motif| !avoid.hits(&motif.noun)));
    }
    let mut places: Vec<String> = tokens
        .iter()
        .chain(&text::prose::lower_words(&brief.setting))
        .map(|word| singular(word))
        .filter(|word| nouns::place(word).is_some() && !avoid.hits(word))
        .collect();
    let mut seen: Vec<String> = Vec::new();
    places.retain(|place| {
        let fresh = !seen.contains(place);
        seen.push(place.clone());
        fresh
    });
    places.truncate(3);
    let themes = brief
        .themes
        .iter()
        .map(|theme| words::clean(theme, 5))
        .filter(|theme| !theme.is_empty() && !avoid.hits(theme))
        .take(2)
        .collect();
    BriefAnalysis {
        setting: signs::setting(&wide, &places),
        mood: signs::mood(&wide, kin.iter().any(|kin| kin.gone == "dead")),
        role,
        pronouns,
        kin,
        things,
        places,
        topics,
        themes,
    }
}

/// The protagonist's role: what stands before "who", or the first role named.
fn role(premise: &str) -> Option<String> {
    let tokens: Vec<String> = premise
        .split_whitespace()
        .map(|word| {
            word.to_lowercase()
                .trim_matches(|letter: char| !letter.is_alphabetic())
                .to_owned()
        })
        .collect();
    let fits = |word: &String| {
        (3..=14).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    for (at, word) in tokens.iter().enumerate() {
        if !matches!(word.as_str(), "who" | "whose" | "that") {
            continue;
        }
        let start = tokens[..at]
            .iter()
            .rposition(|word| matches!(word.as_str(), "a" | "an" | "the" | "one"));
        let Some(phrase) = start.map(|start| &tokens[start + 1..at]) else {
            continue;
        };
        if (1..=3).contains(&phrase.len())
            && phrase.iter().all(fits)
            && phrase.last().is_some_and(|head| roles::plausible(head))
        {
            return Some(phrase.join(" "));
        }
    }
    // "A young dragon rider steals …"
    if tokens
        .first()
        .is_some_and(|word| matches!(word.as_str(), "a" | "an" | "the"))
    {
        for length in 1..=3 {
            let (Some(phrase), Some(verb)) = (tokens.get(1..=length), tokens.get(length + 1))
            else {
                break;
            };
            let acts = verb.ends_with('s') && verb.len() > 3;
            let head = phrase.last().is_some_and(|head| roles::plausible(head));
            if acts && head && phrase.iter().all(fits) {
                return Some(phrase.join(" "));
            }
        }
    }
    let at = tokens.iter().position(|word| roles::known(word))?;
    // "lighthouse keeper" and "retired detective", but no more of the sentence than that.
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let kept = before.filter(|word| {
        nouns::place(word).is_some()
            || [
                "retired",
                "young",
                "old",
                "night",
                "disgraced",
                "train",
                "ship",
            ]
            .contains(&word.as_str())
    });
    Some(kept.map_or_else(
        || tokens[at].clone(),
        |word| format!("{word} {}", tokens[at]),
    ))
}

/// The pronouns a premise uses most.
fn stated(tokens: &[String]) -> Option<Pronouns> {
    let count = |forms: &[&str]| {
        tokens
            .iter()
            .filter(|word| forms.contains(&word.as_str()))
            .count()
    };
    let she = count(&["she", "her", "hers", "herself"]);
    let he = count(&["he", "him", "his", "himself"]);
    let they = count(&["they", "their", "them", "themself", "themselves"]);
    if she == 0 && he == 0 && they == 0 {
        None
    } else if she >= he && she >= they {
        Some(Pronouns::she())
    } else if he >= they {
        Some(Pronouns::he())
    } else {
        Some(Pronouns::they())
    }
}

/// Near ones, and whether they are gone.
fn near(tokens: &[String], role: &str) -> Vec<Relative> {
    const GONE: &[(&str, &str)] = &[
        ("dead", "dead"),
        ("late", "dead"),
        ("drowned", "dead"),
        ("deceased", "dead"),
        ("murdered", "dead"),
        ("ghost", "dead"),
        ("missing", "missing"),
        ("lost", "missing"),
        ("vanished", "missing"),
        ("estranged", "estranged"),
    ];
    let mut found: Vec<Relative> = Vec::new();
    for (at, word) in tokens.iter().enumerate() {
        let Some(pronouns) = roles::kin(word) else {
            continue;
        };
        let owned = at > 0
            && tokens[at.saturating_sub(3)..at].iter().any(|before| {
                matches!(
                    before.as_str(),
                    "her" | "his" | "their" | "my" | "its" | "dead" | "late"
                )
            });
        if !owned || role.ends_with(word.as_str()) || found.iter().any(|kin| kin.noun == *word) {
            continue;
        }
        let around = tokens[at.saturating_sub(3)..]
            .iter()
            .take(6)
            .find_map(|near| GONE.iter().find(|(sign, _)| sign == near));
        found.push(Relative {
            noun: word.clone(),
            pronouns,
            gone: around.map_or_else(String::new, |(_, gone)| (*gone).to_owned()),
        });
    }
    found.truncate(2);
    found
}

/// Known things, with an adjective that can stay.
fn motifs(tokens: &[String], role: &str) -> Vec<Motif> {
    let mut found: Vec<Motif> = Vec::new();
    for (at, word) in tokens.iter().enumerate() {
        let noun = if nouns::thing(word).is_some() {
            word.clone()
        } else {
            singular(word)
        };
        let Some(class) = nouns::thing(&noun) else {
            continue;
        };
        let worn = role.split(' ').any(|part| part == noun) && class != NounClass::Lives;
        if worn || found.iter().any(|own| own.noun == noun) {
            continue;
        }
        // "will" and "watch" are verbs more often than not.
        let before = at
            .checked_sub(1)
            .map_or("", |before| tokens[before].as_str());
        let adjective = if ADJECTIVES.split_whitespace().any(|own| own == before) {
            before
        } else {
            ""
        };
        let article = matches!(
            before,
            "a" | "an" | "the" | "her" | "his" | "their" | "on" | "of"
        );
        let shaky = matches!(
            noun.as_str(),
            "will"
                | "watch"
                | "note"
                | "film"
                | "book"
                | "seal"
                | "bow"
                | "light"
                | "well"
                | "fire"
                | "mill"
                | "hold"
                | "bear"
                | "star"
                | "plant"
                | "drum"
                | "ring"
                | "map"
                | "program"
        );
        if shaky && !article && adjective.is_empty() {
            continue;
        }
        found.push(Motif {
            noun,
            adjective: adjective.to_owned(),
            class,
        });
    }
    found.truncate(3);
    found
}

/// A noun nobody knows, made safe: whatever it is, there can be a letter about it.
fn unknown(premise: &str) -> Option<Motif> {
    let tokens: Vec<&str> = premise.split_whitespace().collect();
    let mut best = None;
    for (at, raw) in tokens.iter().enumerate() {
        let word = raw.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let ends = word.len() < raw.len() || at + 1 == tokens.len();
        let article = at > 0 && matches!(tokens[at - 1], "a" | "an" | "the" | "The" | "A");
        let plain =
            (4..=12).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let bare = !["ing", "ed", "ly", "ful", "ous", "ive", "ness", "ion", "est"]
            .iter()
            .any(|end| word.ends_with(end));
        let free = !NOT_THINGS.split_whitespace().any(|own| own == word)
            && !roles::known(word)
            && roles::kin(word).is_none()
            && nouns::place(word).is_none();
        if article && ends && plain && bare && free {
            best = Some(word);
        }
    }
    best.map(|noun| Motif {
        noun: format!("letter about the {noun}"),
        adjective: String::new(),
        class: NounClass::Read,
    })
}

/// "letters" is "letter", where the lists know it so.
fn singular(word: &str) -> String {
    let short = word.strip_suffix('s').unwrap_or(word);
    if nouns::thing(short).is_some() || nouns::place(short).is_some() {
        short.to_owned()
    } else {
        word.to_owned()
    }
}
