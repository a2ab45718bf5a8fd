use crate::{PROSE, lost, read_plain, texts, titles};
use exchange::import::{ImportLossKind, Manuscript};

fn read(text: &str) -> Manuscript {
    read_plain("novel.md", text.as_bytes()).expect("a manuscript")
}

#[test]
fn headings_of_the_level_that_occurs_several_times_are_chapters() {
    let manuscript = read(&format!(
        "---\ntitle: The Boat\nauthor: A. Writer\nlang: en\n---\n\n# The Boat\n\n## One\n\n{PROSE}\n\n### Later\n\nIt rained.\n\n## Two\n\n{PROSE}"
    ));
    assert_eq!(titles(&manuscript), ["One", "Two"]);
    assert_eq!(
        (manuscript.title.as_str(), manuscript.author.as_str()),
        ("The Boat", "A. Writer")
    );
    assert_eq!(manuscript.language.as_deref(), Some("en"));
    assert!(texts(&manuscript)[0].ends_with("**Later**\n\nIt rained."));
}

#[test]
fn parts_are_the_level_above() {
    let manuscript = read(&format!(
        "# Spring\n\n## One\n\n{PROSE}\n\n## Two\n\n{PROSE}\n\n# Autumn\n\n## Three\n\n{PROSE}"
    ));
    assert_eq!(
        titles(&manuscript),
        ["Spring – One", "Two", "Autumn – Three"]
    );
}

#[test]
fn a_title_below_the_number_is_joined() {
    let manuscript = read(&format!(
        "# Chapter 1\n\n## The Storm\n\n{PROSE}\n\n# Chapter 2\n\n## The Calm\n\n{PROSE}"
    ));
    assert_eq!(
        titles(&manuscript),
        ["Chapter 1: The Storm", "Chapter 2: The Calm"]
    );
}

#[test]
fn emphasis_is_taken_over_and_asterisks_stay() {
    let manuscript = read(
        "It was *so* **very** ***far***, _they_ said: 2 \\* 3 = 6.\nIt rained.  \nStill.\n\n* * *\n\nEnd.",
    );
    assert_eq!(
        texts(&manuscript),
        [
            "It was *so* **very** ***far***, *they* said: 2 * 3 = 6. It rained.\nStill.\n\n***\n\nEnd."
        ]
    );
}

#[test]
fn prose_that_looks_like_markup_stays() {
    let text = "1986. A good year.\n\n- Bonjour, dit-il.\n\n- Bonsoir.\n\n    Indented like a book.\n\nThe end.";
    assert_eq!(
        texts(&read(text)),
        [
            "1986. A good year.\n\n- Bonjour, dit-il.\n\n- Bonsoir.\n\nIndented like a book.\n\nThe end."
        ]
    );
}

#[test]
fn a_long_paragraph_above_dashes_is_no_heading() {
    let manuscript = read(
        "She rowed past the mole and the light and did not look back at the town.\n---\nIt rained.",
    );
    assert_eq!(
        texts(&manuscript),
        [
            "She rowed past the mole and the light and did not look back at the town.\n\n***\n\nIt rained."
        ]
    );
}

#[test]
fn what_a_novel_can_not_take_is_listed_with_its_place() {
    let manuscript = read(
        "She saw it[^1] there.\n\n[^1]: A *boat*.\n\n| Mara | keeper |\n|---|---|\n| Jon | brother |\n\n```\nlet x = 1;\n```\n\n![The boat](b.png)\n\n\
         A [link](http://a.example) and <span>markup</span>.<br>And more.\n\n<!-- remember -->\n\n<div>In a box.</div>",
    );
    assert_eq!(
        texts(&manuscript),
        [
            "She saw it there.\n\nMara\n\nkeeper\n\nJon\n\nbrother\n\nlet x = 1;\n\nA link and markup.\nAnd more.\n\nIn a box."
        ]
    );
    for (kind, line, text) in [
        (ImportLossKind::Footnote, 1, "A *boat*."),
        (ImportLossKind::Table, 5, ""),
        (ImportLossKind::Code, 9, ""),
        (ImportLossKind::Picture, 13, "The boat"),
        (ImportLossKind::Link, 15, "http://a.example"),
        (ImportLossKind::Markup, 15, ""),
        (ImportLossKind::Comment, 17, " remember "),
    ] {
        let loss = lost(&manuscript, kind)[0];
        assert_eq!(
            (loss.place.number, loss.text.as_str()),
            (line, text.trim()),
            "{kind:?}"
        );
    }
}
