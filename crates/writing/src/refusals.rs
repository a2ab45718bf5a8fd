//! Answers in which a model says that it would rather not.

/// Longer answers than this are prose, whatever they begin with, in bytes.
pub const SHORT: usize = 600;

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

/// Whether an answer is a refusal.
pub fn refuses(answer: &str) -> bool {
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
