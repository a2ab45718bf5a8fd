//! What holds for whatever a person pastes or a program sends: nothing panics, and no letter is lost.

use domain::{
    ChapterRef, RunId,
    language::{bcp47, name_of, tag_of},
    passage,
    text::{
        beginning, chunks, count_words, emphasis, ending, field, last_whole_paragraph, line,
        normalized, paragraphs, quoted,
    },
    title,
};
use proptest::{collection::vec, prelude::*};

/// Any letters, and those that the rules about prose know.
fn pasted() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(
        &[
            "It rains. ",
            "Zoë’s cap",
            "„Regen?“",
            "\"",
            "“",
            "”",
            "*",
            "**",
            " ",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "\u{a0}",
            "\u{2028}",
            "\u{2029}",
            "\u{c}",
            "\u{feff}",
            "\u{ad}",
            "\u{200d}",
            "\u{200f}",
            "👩\u{200d}🚀",
            "שלום",
            "海は静か",
            "İ",
            "ẞ",
            "« ",
            "7\u{202f}000",
            "\u{0}",
            "\u{fdd0}",
        ][..],
    );
    let part = prop_oneof![
        4 => known.prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(part, 0..20).prop_map(|parts| parts.concat())
}

/// What of a text can be seen.
fn seen(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn a_text_in_the_form_of_chapters_stays_as_it_is_and_keeps_its_letters(text in pasted()) {
        let kept = normalized(&text);
        prop_assert_eq!(normalized(&kept), kept.clone());
        prop_assert_eq!(seen(&kept), seen(&text));
        let hidden = ['\r', '\u{0}', '\u{feff}'];
        prop_assert!(!kept.contains(hidden));
    }

    #[test]
    fn the_parts_of_a_text_are_the_text(text in pasted()) {
        if !text.trim().is_empty() {
            prop_assert_eq!(chunks(&text).concat(), text.clone());
        }
        let (whole, rest) = last_whole_paragraph(&text);
        prop_assert_eq!(format!("{whole}{rest}"), text.clone());
        prop_assert_eq!(paragraphs(&text).map(seen).collect::<String>(), seen(&text));
        prop_assert!(seen(&text).ends_with(&seen(&ending(&text))));
        prop_assert!(seen(&text).starts_with(&seen(&beginning(&text))));
        let pieces = emphasis(&text);
        prop_assert_eq!(pieces.iter().map(|piece| seen(piece.text)).collect::<String>(), seen(&text));
    }

    #[test]
    fn quotation_marks_stand_around_a_passage_once(text in pasted()) {
        let quoted = quoted(&text);
        let inner = quoted.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
        prop_assert!(inner.is_some_and(|inner| !inner.contains(['“', '”', '"'])), "{}", quoted);
        prop_assert_eq!(seen(&quoted), seen(&text));
    }

    #[test]
    fn a_quote_is_found_where_it_stands(before in pasted(), quote in pasted(), after in pasted()) {
        let text = format!("{before}{quote}{after}");
        for range in passage::find(&quote, &text) {
            prop_assert!(text.get(range).is_some());
        }
        passage::find(&text, &quote);
    }

    #[test]
    fn a_field_is_what_it_was_made_and_a_line_has_no_other(text in pasted()) {
        let (made, once) = (field(&text), line(&text));
        prop_assert_eq!(field(&made), made.clone());
        prop_assert!(!once.contains('\n'));
        prop_assert_eq!(line(&once), once.clone());
        count_words(&text);
    }

    #[test]
    fn a_title_is_one_short_line(premise in pasted(), language in "(en|de|ja|[a-z]{0,3})") {
        let title = title::suggested(&premise, &language);
        prop_assert!(!title.trim().is_empty() && !title.contains('\n'), "{:?}", title);
        prop_assert!(title.chars().count() <= 60, "{:?}", title);
    }

    #[test]
    fn a_language_is_read_back_from_its_name(text in prop_oneof![pasted(), "[a-zA-Z]{2,3}([-_][a-zA-Z]{2,4})?"]) {
        let name = name_of(&text);
        prop_assert_eq!(name_of(&tag_of(&name)), name.clone(), "{:?}", name);
        if let Some(tag) = bcp47(&text) {
            prop_assert!(tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
        }
    }

    #[test]
    fn an_id_is_read_back_from_its_text(text in prop_oneof![pasted(), "[0-9]{1,12}", "[0-9a-f-]{30,38}"]) {
        if let Ok(chapter) = text.parse::<ChapterRef>() {
            prop_assert_eq!(chapter.to_string().parse(), Ok(chapter));
        }
        if let Ok(run) = text.parse::<RunId>() {
            prop_assert_eq!(run.to_string().parse(), Ok(run));
        }
    }
}
