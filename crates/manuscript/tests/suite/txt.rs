use crate::{PROSE, lost, read_text, texts, titles};
use exchange::import::ImportLossKind;

fn only(text: &str) -> String {
    let manuscript = read_text(text);
    assert_eq!(manuscript.chapters.len(), 1, "{text}");
    manuscript.chapters[0].text.clone()
}

#[test]
fn wrapped_lines_become_paragraphs() {
    let text = "She rowed past the mole and the light, and did not look\nback at the town that she was born in and had never\nleft before that night.\n\n\
        Nobody saw her go. The harbour was dark, as it had been\nsince the storm, and the keeper slept in his chair by the\nwindow.\n";
    assert_eq!(
        only(text),
        "She rowed past the mole and the light, and did not look back at the town that she was born in and had never left before that night.\n\n\
         Nobody saw her go. The harbour was dark, as it had been since the storm, and the keeper slept in his chair by the window."
    );
}

#[test]
fn a_single_wide_line_does_not_hide_that_a_text_was_wrapped() {
    let wrapped = "She rowed past the mole and the light, and did not look\nback at the town that she was born in and had never\nleft before.\n\n";
    let text = format!("{}{}\n", wrapped.repeat(6), "https://".repeat(20));
    assert!(
        only(&text).starts_with(
            "She rowed past the mole and the light, and did not look back at the town"
        )
    );
}

#[test]
fn an_indented_line_begins_a_paragraph() {
    let text = "   She rowed past the mole and the light, and did not look\nback at the town that she was born in and had never\nleft.\n   \
        Nobody saw her go. The harbour was dark, as it had been\nsince the storm, and the keeper slept in his chair by the\nwindow.\n";
    let text = only(text);
    assert_eq!(text.matches("\n\n").count(), 1);
    assert!(text.contains("left.\n\nNobody"), "{text}");
}

#[test]
fn lines_of_paragraphs_that_are_not_wrapped_stay_paragraphs() {
    let text = "She rowed past the mole.\n“Where to?” he asked.\n“Nowhere,” she said, and pulled at the oars until the houses were small.\nIt rained.\n";
    assert_eq!(only(text).matches("\n\n").count(), 3);
    let indented = "\u{3000}彼女は窓を開けた。\n\u{3000}海は静かだった。\n\u{3000}誰もいなかった。";
    assert_eq!(
        only(indented),
        "彼女は窓を開けた。\n\n海は静かだった。\n\n誰もいなかった。"
    );
}

#[test]
fn verse_keeps_its_lines() {
    let text = format!("{PROSE}\n\nRose leaf\nfalls here\non stone\n\nShe read it twice.");
    assert!(only(&text).contains("Rose leaf\nfalls here\non stone"));
}

#[test]
fn chinese_is_joined_without_spaces_and_hyphens_stay() {
    let line = "她打开窗户看着平静的大海想起了很久以前的那个夏天";
    let text = format!("{line}\n{line}\n{line}\n{line}。\n");
    assert_eq!(only(&text), format!("{line}{line}{line}{line}。"));
    let text = "It was a well-known thing in that small town that the well-\nknown keeper never slept, and nobody in the town had ever\nasked him why that was.";
    assert!(only(text).contains("the well-known keeper"));
}

#[test]
fn text_is_no_markdown() {
    let text = "1986. A good year.\n\n# no heading at all\n\n2 * 3 * 4 is *24*.\n\n- a dash\n\n> quoted [link](x) `code`";
    assert_eq!(only(text), text);
}

#[test]
fn underscores_are_italics_where_they_can_be() {
    assert_eq!(
        only("She _did not_ look.\n\nsnake_case_name and __init__ stay, as does _ alone."),
        "She *did not* look.\n\nsnake_case_name and __init__ stay, as does _ alone."
    );
}

#[test]
fn a_licence_is_left_out_if_it_is_unmistakable() {
    let text = format!(
        "The Project Gutenberg eBook of The Boat\n\nTitle: The Boat\n\nAuthor: A. Writer\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE BOAT ***\n\n{PROSE}\n\n\
         *** END OF THE PROJECT GUTENBERG EBOOK THE BOAT ***\n\nMost people start here."
    );
    let manuscript = read_text(&text);
    assert_eq!(
        (manuscript.title.as_str(), manuscript.author.as_str()),
        ("The Boat", "A. Writer")
    );
    assert_eq!(texts(&manuscript), [PROSE]);
    let licence = lost(&manuscript, ImportLossKind::Licence);
    assert_eq!(licence.len(), 2);
    assert!(licence[1].text.contains("Most people start here."));
    let told = format!("He had read of Project Gutenberg.\n\n{PROSE}");
    assert!(lost(&read_text(&told), ImportLossKind::Licence).is_empty());
}

#[test]
fn lines_that_blank_lines_set_apart_are_headings_if_nothing_else_is() {
    let text = format!("THE BOAT\n\n\n\n\nThe Lamp\n\n{PROSE}\n\n\n\n\nSeven Boats\n\n{PROSE}\n");
    let manuscript = read_text(&text);
    assert_eq!(titles(&manuscript), ["The Lamp", "Seven Boats"]);
    assert_eq!(manuscript.title, "THE BOAT");
}
