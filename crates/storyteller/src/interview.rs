//! Asking an author about an idea: a fixed set of questions, of which only those are asked that the idea leaves
//! open.

use super::premise;
use domain::{AnsweredQuestion, Brief};
use writing::assignment::{BriefSketch, InterviewSketch};

/// How many questions come at once.
const AT_ONCE: usize = 3;

const GENRE: &str =
    "What kind of story is it: a ghost story, a mystery, a romance, something else?";
const TONE: &str = "How should it feel to read: quiet, tense, funny, dark?";
const SETTING: &str = "Where and when does it happen?";
const PERSON: &str = "Whose story is it, and what does that person want most?";
const AVOID: &str = "What must not be in it?";

/// Words that say what kind of story it is.
const GENRES: [&str; 22] = [
    "ghost",
    "haunted",
    "mystery",
    "murder",
    "detective",
    "crime",
    "thriller",
    "romance",
    "fantasy",
    "magic",
    "dragon",
    "wizard",
    "fairy",
    "spaceship",
    "space",
    "planet",
    "robot",
    "horror",
    "historical",
    "western",
    "adventure",
    "comedy",
];

/// Words that say how it feels.
const TONES: [&str; 20] = [
    "quiet",
    "uneasy",
    "tense",
    "funny",
    "comic",
    "dark",
    "grim",
    "warm",
    "playful",
    "wry",
    "hopeful",
    "melancholy",
    "gentle",
    "bleak",
    "scary",
    "light",
    "sad",
    "slow",
    "fast",
    "tender",
];

/// What is still open, and the brief so far.
pub(crate) fn sketch(idea: &str, answers: &[AnsweredQuestion]) -> InterviewSketch {
    let asked = |question: &str| answers.iter().any(|answered| answered.question == question);
    let open = [
        (GENRE, !says_one_of(idea, &GENRES)),
        (TONE, !says_one_of(idea, &TONES)),
        (SETTING, !says_where(idea)),
        (PERSON, !says_who(idea)),
        (AVOID, true),
    ];
    InterviewSketch {
        questions: open
            .into_iter()
            .filter(|(question, is_open)| *is_open && !asked(question))
            .map(|(question, _)| question.to_owned())
            .take(AT_ONCE)
            .collect(),
        brief: brief(idea, answers),
    }
}

fn says_one_of(idea: &str, known: &[&str]) -> bool {
    text::prose::lower_words(idea)
        .iter()
        .any(|word| known.contains(&word.as_str()))
}

fn reading(idea: &str) -> premise::BriefAnalysis {
    premise::read(&Brief {
        premise: idea.to_owned(),
        ..Brief::default()
    })
}

fn says_where(idea: &str) -> bool {
    !reading(idea).places.is_empty()
}

fn says_who(idea: &str) -> bool {
    !reading(idea).role.is_empty()
}

/// Everything that was said, in its place. An answer to a question that is not one of these joins the premise:
/// nothing that was typed is lost.
fn brief(idea: &str, answers: &[AnsweredQuestion]) -> BriefSketch {
    let mut brief = BriefSketch {
        premise: idea.trim().to_owned(),
        ..BriefSketch::default()
    };
    for AnsweredQuestion { question, answer } in answers {
        let answer = answer.trim();
        if answer.is_empty() {
            continue;
        }
        match question.as_str() {
            GENRE => brief.genre = answer.to_owned(),
            TONE => brief.tone = answer.to_owned(),
            SETTING => brief.setting = answer.to_owned(),
            AVOID => brief.avoid.extend(
                answer
                    .split([',', ';', '\n'])
                    .map(str::trim)
                    .filter(|item| !item.is_empty())
                    .map(str::to_owned),
            ),
            _ => {
                brief.premise.push_str("\n\n");
                brief.premise.push_str(answer);
            }
        }
    }
    brief
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(question: &str, answer: &str) -> AnsweredQuestion {
        AnsweredQuestion {
            question: question.to_owned(),
            answer: answer.to_owned(),
        }
    }

    #[test]
    fn only_what_the_idea_leaves_open_is_asked_and_nothing_twice() {
        let first = sketch("something about time", &[]);
        assert_eq!(first.questions, [GENRE, TONE, SETTING]);
        let passed: Vec<AnsweredQuestion> = first
            .questions
            .iter()
            .map(|question| answered(question, ""))
            .collect();
        let second = sketch("something about time", &passed);
        assert_eq!(second.questions, [PERSON, AVOID]);
        let rich = sketch(
            "a quiet ghost story about a lighthouse keeper in a lighthouse",
            &[],
        );
        assert_eq!(rich.questions, [AVOID]);
    }

    #[test]
    fn answers_find_their_places_and_none_is_lost() {
        let said = [
            answered(GENRE, "a mystery"),
            answered(TONE, " wry "),
            answered(PERSON, "Odran, who wants his ferry back"),
            answered(AVOID, "gore, talking animals"),
            answered("What is the weather like?", "It rains."),
        ];
        let brief = sketch("a ferry", &said).brief;
        assert_eq!(
            (brief.genre.as_str(), brief.tone.as_str()),
            ("a mystery", "wry")
        );
        assert_eq!(brief.avoid, ["gore", "talking animals"]);
        assert_eq!(
            brief.premise,
            "a ferry\n\nOdran, who wants his ferry back\n\nIt rains."
        );
    }
}
