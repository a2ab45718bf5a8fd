use super::*;
use proptest::prelude::*;

fn set(text: &str, tag: &str) -> String {
    let mut read = crate::blocks(text);
    smart(&mut read, tag);
    read.iter().map(ProseBlock::plain).collect()
}

#[test]
fn english_quotes_and_apostrophes() {
    for (text, printed) in [
        ("\"Go,\" she said.", "“Go,” she said."),
        ("\"He said 'no'.\"", "“He said ‘no’.”"),
        ("\"'No,'\" she said", "“‘No,’” she said"),
        ("Don't. The boys' boat.", "Don’t. The boys’ boat."),
        ("'Tis the '90s, 'twas '68.", "’Tis the ’90s, ’twas ’68."),
        ("rock 'n' roll, get 'em", "rock ’n’ roll, get ’em"),
        ("'1984 is a book'", "‘1984 is a book’"),
        ("(\"Why?\") [\"x\"]", "(“Why?”) [“x”]"),
        ("\"I--\" He stopped.", "“I—” He stopped."),
        ("a--b and a -- b and a - b", "a—b and a — b and a – b"),
        ("\"*Go*,\" she said.", "“Go,” she said."),
        ("*\"Go,\"* she said.", "“Go,” she said."),
        ("Wait... what....", "Wait… what...."),
        ("1914--1918, well-known", "1914–1918, well-known"),
        ("6'2\" tall", "6’2″ tall"),
        ("\"I am 6\"", "“I am 6”"),
        ("“Kept” and ‘kept’ – so—", "“Kept” and ‘kept’ – so—"),
        ("\"One.\n\"Two.\"", "“One.\n“Two.”"),
        ("x------", "x------"),
    ] {
        assert_eq!(set(text, "en"), printed);
        assert_eq!(set(text, ""), printed);
    }
}

#[test]
fn each_language_has_its_own() {
    for (tag, text, printed) in [
        (
            "de",
            "\"Geh\", sagte er. \"Das 'Haus' ist's\"",
            "„Geh“, sagte er. „Das ‚Haus‘ ist’s“",
        ),
        ("de-AT", "Er ging -- endlich.", "Er ging – endlich."),
        ("de-CH", "\"Geh\"", "«Geh»"),
        (
            "fr",
            "\"Oui!\" dit-il: l'eau ?",
            "«\u{a0}Oui\u{202f}!\u{a0}» dit-il\u{a0}: l’eau\u{202f}?",
        ),
        (
            "fr",
            "« Oui »; à 10:30 http://x",
            "«\u{a0}Oui\u{a0}»\u{202f}; à 10:30 http://x",
        ),
        ("fr", "- Viens.\n- Non.", "— Viens.\n— Non."),
        ("fr-CA", "\"Oui!\"", "«\u{a0}Oui!\u{a0}»"),
        ("es", "\"Ven\"", "«Ven»"),
        ("es", "- ¿Qué?", "— ¿Qué?"),
        ("es-MX", "¿\"Ven\"?", "¿“Ven”?"),
        ("it", "\"Vieni\", l'ora", "«Vieni», l’ora"),
        ("pl", "\"Idź\" -- rzekł", "„Idź” – rzekł"),
        ("ru", "\"Иди\" - сказал", "«Иди» — сказал"),
        ("ru", "- Иди.", "— Иди."),
        ("uk", "\"Йди\", м'ята", "«Йди», м’ята"),
        ("sv", "\"Gå\" -- sade", "”Gå” – sade"),
        ("nl", "'s avonds \"ga\"", "’s avonds “ga”"),
        ("da", "\"Gå\"", "»Gå«"),
        ("nb", "\"Gå\"", "«Gå»"),
        ("fi", "\"Mene\" -- hän", "”Mene” – hän"),
        ("cs", "\"Jdi\"", "„Jdi“"),
        ("hu", "\"Menj\"", "„Menj”"),
        ("pt-BR", "\"Vai\"", "“Vai”"),
        ("el", "\"Πήγαινε\"", "«Πήγαινε»"),
        ("ar", "\"اذهب\"", "«اذهب»"),
        ("tr", "\"Git\", Ali'nin", "“Git”, Ali’nin"),
        ("he", "צה\"ל \"בוא\"", "צה״ל ”בוא”"),
        ("ja", "彼は\"夜\"と言った", "彼は「夜」と言った"),
        ("zh-Hans", "他说\"夜\"--", "他说“夜”——"),
        ("en", "- not speech", "- not speech"),
    ] {
        assert_eq!(set(text, tag), printed, "{tag}");
    }
}

#[test]
fn the_text_that_was_read_is_not_changed() {
    let text = String::from("\"Go.\"");
    let mut read = crate::blocks(&text);
    smart(&mut read, "de");
    assert_eq!(text, "\"Go.\"");
    assert_eq!(smart_line("Tom's \"Way\"", "en"), "Tom’s “Way”");
}

#[test]
fn a_long_line_takes_no_time() {
    for part in ["\"", "'", "-", "'a ", "a\" ", "--a", ". "] {
        let line = format!("x{}", part.repeat(100_000 / part.len()));
        assert!(!set(&line, "fr").is_empty(), "{part}");
    }
}

proptest! {
    #[test]
    fn letters_stay_and_no_straight_quote_does(text in "[a-zé\"'. ,!?\\-«»夜0-9]{0,60}") {
        for tag in ["en", "fr", "de", "ja"] {
            let once = set(&text, tag);
            let letters = |text: &str| -> String {
                text.chars().filter(|c| c.is_alphanumeric()).collect()
            };
            prop_assert_eq!(letters(&once), letters(&text));
            let signs = ['"', '\''];
            prop_assert!(!once.contains(signs));
        }
    }
}
