//! Answers that came whole and are no use.

use super::sink::Sink;
use crate::prose::ends_like_a_sentence;

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Nothing was written.
    Empty,
    /// The model would not write it.
    Refused,
    /// It repeated itself.
    Looped,
    /// It does not come to an end.
    Endless,
    /// All it may write at once was used up, and nothing of use came of it.
    Cramped,
}

impl Doubt {
    /// For the author, while it is asked again.
    pub(super) fn seen(self, model: &str) -> String {
        let what = match self {
            Self::Empty => "sent an empty answer",
            Self::Refused => "refused to write this",
            Self::Looped => "stopped because it repeated itself",
            Self::Endless => "did not stop",
            Self::Cramped => "reached its output limit",
        };
        format!("{model} {what}.")
    }

    /// For the author.
    pub(super) fn told(self, model: &str) -> String {
        match self {
            Self::Empty => format!(
                "{model} sent an empty answer several times. Try again, or choose another model."
            ),
            Self::Refused => format!(
                "{model} refuses to write this. Change the beats or the brief, or choose another model, then try again."
            ),
            Self::Endless => format!(
                "{model} does not stop: it wrote many times the requested length. Shorten its text, or \
                 choose another model."
            ),
            Self::Cramped => format!(
                "{model} reached its output limit without an answer. Give it a larger context or less \
                 thinking on its server, or choose another model."
            ),
            Self::Looped => format!(
                "{model} repeats itself and was stopped each time. Try again, or choose another model."
            ),
        }
    }
}

/// Longer answers than this are prose, whatever they begin with, in bytes.
pub(super) const SHORT: usize = 600;

/// How refusals begin. A scene may begin so too, but not one this short.
const REFUSALS: &[&str] = &[
    "i'm sorry, but",
    "i am sorry, but",
    "i apologize, but",
    "i can't ",
    "i cannot ",
    "i'm unable to",
    "i am unable to",
    "i'm not able to",
    "i'm afraid i c",
    "unfortunately, i c",
    "i won't ",
    "as an ai",
    "sorry, i can",
    "sorry, but i can",
    "es tut mir leid, aber",
    "tut mir leid, aber",
    "entschuldigung, aber",
    "leider kann ich",
    "ich kann ",
    "als ki",
    "je suis désolé, mais",
    "je suis désolée, mais",
    "désolé, mais",
    "je ne peux pas",
    "je ne suis pas en mesure",
    "en tant qu'ia",
    "lo siento, pero",
    "lo lamento, pero",
    "no puedo ",
    "como ia",
    "mi dispiace, ma",
    "desculpe, mas",
    "抱歉",
    "很抱歉",
    "对不起",
    "非常抱歉",
    "我无法",
    "我不能",
    "作为ai",
    "作为一个ai",
    "作为人工智能",
];

/// Words one of which a refusal has: without them, somebody in the story is sorry.
const SUBJECTS: &[&str] = &[
    "request",
    "assist",
    "help with",
    "generate",
    "content",
    "write this",
    "continue this",
    "comply",
    "guidelines",
    "anfrage",
    "inhalt",
    "richtlinien",
    "dabei nicht helfen",
    "damit nicht helfen",
    "nicht schreiben",
    "nicht verfassen",
    "demande",
    "contenu",
    "vous aider",
    "écrire cette",
    "directives",
    "solicitud",
    "petición",
    "contenido",
    "ayudarte con",
    "ayudar con",
    "escribir esta",
    "directrices",
    "richiesta",
    "contenuti",
    "solicitação",
    "conteúdo",
    "请求",
    "要求",
    "内容",
    "协助",
    "创作",
    "生成",
    "撰写",
];

/// What is wrong with an answer that the model calls done; `before` is where it began in the sink.
pub(super) fn of_answer(sink: &Sink, before: usize) -> Option<Doubt> {
    if sink.text.trim().is_empty() {
        return Some(Doubt::Empty);
    }
    let answer = sink.text.get(before..).unwrap_or_default();
    // Nothing more to say is an answer where the text was cut at its very end, and none in mid-sentence.
    if answer.trim().is_empty() && !ends_like_a_sentence(&sink.text) {
        return Some(Doubt::Empty);
    }
    refuses(answer).then_some(Doubt::Refused)
}

pub(super) fn refuses(answer: &str) -> bool {
    if answer.len() > SHORT {
        return false;
    }
    let answer = answer.trim_start().to_lowercase().replace('’', "'");
    REFUSALS.iter().any(|start| answer.starts_with(start))
        && SUBJECTS.iter().any(|word| answer.contains(word))
}

#[cfg(test)]
mod tests {
    use super::refuses;

    #[test]
    fn refusals_are_told_from_people_who_are_sorry() {
        assert!(refuses("I'm sorry, but I can't assist with that request."));
        assert!(refuses(
            "I cannot write this scene, as it goes against my guidelines."
        ));
        for refusal in [
            "Es tut mir leid, aber ich kann bei dieser Anfrage nicht helfen.",
            "Ich kann diese Szene leider nicht schreiben.",
            "Je suis désolé, mais je ne peux pas répondre à cette demande.",
            "Lo siento, pero no puedo ayudarte con esa solicitud.",
            "抱歉，我无法协助您完成这个请求。",
        ] {
            assert!(refuses(refusal), "{refusal}");
        }
        for said in [
            "Es tut mir leid, aber das Boot ist fort, sagte er.",
            "Je ne peux pas dormir, pensa-t-elle.",
            "No puedo dormir, pensó.",
            "对不起，船已经走了。",
        ] {
            assert!(!refuses(said), "{said}");
        }
        assert!(!refuses(
            "I’m sorry, but the boat has left, he said, and meant it."
        ));
        assert!(!refuses("“I can’t,” she said."));
        assert!(!refuses(&format!(
            "I cannot help with the nets. {}",
            "She rowed. ".repeat(80)
        )));
    }
}
