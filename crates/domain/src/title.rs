//! A title to begin with, out of the premise.

/// The most characters of a suggested title.
const LONGEST: usize = 48;

/// The most words of one, its article not counted.
const MOST_WORDS: usize = 5;

/// For a premise of no use.
const UNTITLED: &str = "Untitled";

const ARTICLES: [&str; 3] = ["a", "an", "the"];

/// Where the one a sentence is about ends: what follows says what happens to them, and where.
const ENDS: &str = "who whom whose which that where when while whilst until because as if is are was were has have \
    had must can can't cannot could will would should may might does did gets get finds find discovers discover \
    learns learn wants want tries try takes take makes make loses lose meets meet falls fall returns return \
    goes go comes come begins begin keeps keep hears hear sees see receives receive inherits inherit wakes wake \
    moves move lives live works work travels travel leaves leave becomes become needs need hides hide saves save \
    in on at from with without by for to into onto over under between across against after before during \
    through near behind beyond about along around inside outside toward towards upon via trapped stuck lost sent \
    trying living working looking searching hoping facing haunted";

/// What a first sentence may begin with and a title does not.
const BEGINS: &str = "when while after before in on at as if because since until during once where for with from \
    about into under";

/// Says too little alone.
const VAGUE: &str = "man woman boy girl person people someone somebody child couple family group stranger one story \
    tale novel book world day night";

/// Small words keep their small letters within a title.
const SMALL: &str = "a an the and or but nor of in on at to for by with from";

/// What begins a clause that says more about the word before, in languages whose words stand between spaces.
const RELATIVE: &str = "que qui quien dont où che cui der die das dem den dessen deren welche welcher welches wo som \
    dat wie die który która które kto kdo který která jenž ki aki amely joka jonka";

/// What may not end a title.
const DANGLING: &str = "and or of the a an in on at with et y e und oder og och en de del di da du des la le los las \
    el il der die das ein eine un une una";

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// The most telling words of a premise as a title: "a lighthouse keeper who hears her dead brother on the radio"
/// is "The Lighthouse Keeper". In languages other than English the beginning of its first clause.
///
/// ```
/// let premise = "a lighthouse keeper who hears her dead brother on the radio";
/// assert_eq!(domain::title::suggested(premise, "en"), "The Lighthouse Keeper");
/// ```
pub fn suggested(premise: &str, language: &str) -> String {
    let clauses = clauses(premise);
    let is_english = language.is_empty() || language == "en" || language.starts_with("en-");
    let title = match is_english {
        true => clauses.iter().find_map(|clause| english(clause)),
        false => None,
    };
    title
        .or_else(|| clauses.first().and_then(|clause| beginning(clause)))
        .unwrap_or_else(|| UNTITLED.to_owned())
}

/// The words of each clause of the first line.
fn clauses(premise: &str) -> Vec<Vec<&str>> {
    let line = premise
        .lines()
        .find(|line| line.chars().any(char::is_alphanumeric))
        .unwrap_or_default();
    let ends = |c: char| ",.;:!?…—–()[]{}，。、；：！？「」『』\"“”„«»।؟،".contains(c);
    line.split(ends)
        .map(|clause| clause.split_whitespace().collect::<Vec<_>>())
        .filter(|clause| {
            clause
                .iter()
                .any(|word| word.chars().any(char::is_alphanumeric))
        })
        .collect()
}

/// The first telling noun with what belongs to it.
fn english(clause: &[&str]) -> Option<String> {
    if !clause.iter().all(|word| is_latin(word)) {
        return None;
    }
    let lower: Vec<String> = clause.iter().map(|word| word.to_lowercase()).collect();
    let mut from = usize::from(lower.first().is_some_and(|first| has(BEGINS, first)));
    while from < clause.len() {
        let has_article = ARTICLES.contains(&lower[from].as_str());
        let start = from + usize::from(has_article);
        let mut end = start;
        while end < clause.len() && !has(ENDS, &lower[end]) {
            end += 1;
        }
        let phrase = shortened(&clause[start..end], &lower[start..end]);
        let is_vague = phrase.len() == 1 && has(VAGUE, &phrase[0].to_lowercase());
        let next = (end..clause.len()).find(|at| ARTICLES.contains(&lower[*at].as_str()));
        if !phrase.is_empty() && (!is_vague || next.is_none()) {
            return Some(in_title_case(phrase, has_article));
        }
        from = next?;
    }
    None
}

fn is_latin(word: &str) -> bool {
    word.chars().all(|c| !c.is_alphabetic() || c < '\u{250}')
}

/// As many words as a title may have, the last of them no small one.
fn shortened<'a>(words: &'a [&'a str], lower: &[String]) -> &'a [&'a str] {
    let mut end = words.len();
    if end > MOST_WORDS {
        let joint = (1..=MOST_WORDS.min(lower.len() - 1))
            .rev()
            .find(|at| has("of and or", &lower[*at]));
        end = joint.unwrap_or(MOST_WORDS);
    }
    while end > 0 && has(DANGLING, &lower[end - 1]) {
        end -= 1;
    }
    &words[..end]
}

fn in_title_case(words: &[&str], has_article: bool) -> String {
    let mut title = String::from(if has_article { "The" } else { "" });
    for (at, word) in words.iter().enumerate() {
        let is_small = (at > 0 || has_article) && has(SMALL, &word.to_lowercase());
        let word = match is_small {
            true => word.to_lowercase(),
            false => capital(word),
        };
        push(&mut title, &word);
    }
    title
}

/// The first words of a clause, as they are.
fn beginning(clause: &[&str]) -> Option<String> {
    let lower: Vec<String> = clause.iter().map(|word| word.to_lowercase()).collect();
    let relative = (1..clause.len()).find(|at| has(RELATIVE, &lower[*at]));
    let end = relative.unwrap_or(clause.len());
    let mut title = String::new();
    for word in shortened(&clause[..end], &lower[..end]) {
        push(&mut title, word);
    }
    (!title.is_empty()).then(|| capital(&title))
}

/// Adds a word, as far as the title may be long. Only a first word is ever cut.
fn push(title: &mut String, word: &str) {
    let length = title.chars().count();
    if title.is_empty() {
        title.extend(word.chars().take(LONGEST));
    } else if length + 1 + word.chars().count() <= LONGEST {
        title.push(' ');
        title.push_str(word);
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::suggested;

    #[test]
    fn an_english_premise_gives_whom_it_is_about() {
        for (premise, title) in [
            (
                "a lighthouse keeper who hears her dead brother on the radio",
                "The Lighthouse Keeper",
            ),
            (
                "a mapmaker's apprentice who draws a street that was not there in the morning",
                "The Mapmaker's Apprentice",
            ),
            (
                "a founder's widow who must find out who paid for the bell that drowned her husband",
                "The Founder's Widow",
            ),
            ("two thieves and a bell", "Two Thieves and a Bell"),
            ("A slow ship between two stars.", "The Slow Ship"),
            (
                "When a storm destroys the harbour, Mara must leave.",
                "The Storm Destroys the Harbour",
            ),
            ("a woman who finds a key in the snow", "The Key"),
            ("A man.", "The Man"),
            ("Ilse", "Ilse"),
            (
                "the keeper of the last lighthouse on the northern coast",
                "The Keeper of the Last Lighthouse",
            ),
            ("Élan vital in a small town", "Élan Vital"),
        ] {
            assert_eq!(suggested(premise, "en"), title, "{premise}");
        }
    }

    #[test]
    fn other_languages_give_their_first_words() {
        for (premise, language, title) in [
            (
                "eine Leuchtturmwärterin, die ihren toten Bruder im Radio hört",
                "de",
                "Eine Leuchtturmwärterin",
            ),
            ("un farero que oye a su hermano", "es", "Un farero"),
            (
                "le gardien du phare qui entend",
                "fr",
                "Le gardien du phare",
            ),
            (
                "灯台守の女は、死んだ弟の声をラジオで聞く。",
                "ja",
                "灯台守の女は",
            ),
            (
                "灯台守の女は、死んだ弟の声をラジオで聞く。",
                "en",
                "灯台守の女は",
            ),
            (
                "שומרת המגדלור ששומעת את אחיה",
                "he",
                "שומרת המגדלור ששומעת את אחיה",
            ),
        ] {
            assert_eq!(suggested(premise, language), title, "{premise}");
        }
    }

    #[test]
    fn a_title_is_never_empty_nor_long() {
        assert_eq!(suggested("", "en"), "Untitled");
        assert_eq!(suggested(" …\n—", "en"), "Untitled");
        for premise in ["of the", "who", "in the", "a", "a who in the"] {
            assert!(!suggested(premise, "en").is_empty(), "{premise}");
        }
        assert_eq!(suggested(&"x".repeat(300), "en").chars().count(), 48);
        assert_eq!(suggested(&"字".repeat(300), "zh").chars().count(), 48);
        let long = "unbelievably ".repeat(40);
        assert!(suggested(&long, "en").chars().count() <= 48);
    }
}
