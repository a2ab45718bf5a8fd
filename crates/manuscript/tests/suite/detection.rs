use super::*;

#[test]
fn chapters_are_found_by_their_headings() {
    let text = format!(
        "The Boat\n\nby A. Writer\n\nPrologue\n\n{PROSE}\n\nChapter One\n\n{PROSE}\n\n***\n\n{PROSE}\n\nChapter Two: The Storm\n\n{PROSE}\n"
    );
    let manuscript = read_text(&text);
    assert_eq!(
        titles(&manuscript),
        ["Prologue", "Chapter One", "Chapter Two: The Storm"]
    );
    assert_eq!(
        (manuscript.title.as_str(), manuscript.author.as_str()),
        ("The Boat", "A. Writer")
    );
    assert_eq!(manuscript.front_matter, "The Boat\n\nby A. Writer");
    assert_eq!(lost(&manuscript, ImportLossKind::FrontMatter).len(), 1);
    assert_eq!(texts(&manuscript)[1], format!("{PROSE}\n\n***\n\n{PROSE}"));
}

#[test]
fn prose_before_the_first_heading_is_a_chapter() {
    let manuscript = read_text(&format!(
        "{PROSE}\n\nChapter 1\n\n{PROSE}\n\nChapter 2\n\n{PROSE}"
    ));
    assert_eq!(titles(&manuscript), ["", "Chapter 1", "Chapter 2"]);
    assert!(manuscript.front_matter.is_empty());
}

#[test]
fn numbers_alone_are_headings_if_they_count_up() {
    let manuscript = read_text(&format!("1\n\n{PROSE}\n\n2\n\n{PROSE}\n\n3\n\n{PROSE}"));
    assert_eq!(titles(&manuscript), ["1", "2", "3"]);
    let manuscript = read_text(&format!("I.\n\n{PROSE}\n\nII.\n\n{PROSE}"));
    assert_eq!(titles(&manuscript), ["I", "II"]);
    let manuscript = read_text(&format!("{PROSE}\n\n12\n\n{PROSE}\n\n7\n\n{PROSE}"));
    assert_eq!(manuscript.chapters.len(), 1);
    assert!(texts(&manuscript)[0].contains("\n\n12\n\n"));
}

#[test]
fn numbers_within_chapters_are_text() {
    let manuscript = read_text(&format!(
        "Chapter 1\n\n1\n\n{PROSE}\n\n2\n\n{PROSE}\n\nChapter 2\n\n1\n\n{PROSE}\n\n2\n\n{PROSE}"
    ));
    assert_eq!(titles(&manuscript), ["Chapter 1", "Chapter 2"]);
    assert!(texts(&manuscript)[0].starts_with("1\n\nShe"));
}

#[test]
fn a_part_stands_in_the_title_of_its_first_chapter() {
    let manuscript = read_text(&format!(
        "Part One\n\nChapter 1\n\n{PROSE}\n\nChapter 2\n\n{PROSE}\n\nPart Two\n\nA saying.\n\nChapter 3\n\n{PROSE}"
    ));
    assert_eq!(
        titles(&manuscript),
        ["Part One – Chapter 1", "Chapter 2", "Part Two – Chapter 3"]
    );
    assert!(texts(&manuscript)[2].starts_with("A saying.\n\nShe"));
}

#[test]
fn parts_alone_are_chapters() {
    let manuscript = read_text(&format!("Part One\n\n{PROSE}\n\nPart Two\n\n{PROSE}"));
    assert_eq!(titles(&manuscript), ["Part One", "Part Two"]);
}

#[test]
fn a_title_in_the_line_below_belongs_to_the_number() {
    let text = format!(
        "Chapter 1\n\nThe Storm\n\n{PROSE}\n\nChapter 2\n\nThe Calm\n\n{PROSE}\n\nCHAPTER III.\nThe Harbour\n\n{PROSE}"
    );
    assert_eq!(
        titles(&read_text(&text)),
        [
            "Chapter 1: The Storm",
            "Chapter 2: The Calm",
            "CHAPTER III. The Harbour"
        ]
    );
}

#[test]
fn a_table_of_contents_is_skipped() {
    for contents in [
        "Contents\n\nChapter 1\n\nChapter 2\n\nChapter 3\n\n",
        "CONTENTS\n\nChapter 1 ..... 3\nChapter 2 ..... 17\nChapter 3 ..... 40\n\n",
        "Chapter 1\nChapter 2\nChapter 3\n\n",
    ] {
        let text = format!(
            "{contents}Chapter 1\n\n{PROSE}\n\nChapter 2\n\n{PROSE}\n\nChapter 3\n\n{PROSE}"
        );
        let manuscript = read_text(&text);
        assert_eq!(
            titles(&manuscript),
            ["Chapter 1", "Chapter 2", "Chapter 3"],
            "{contents}"
        );
        assert_eq!(
            lost(&manuscript, ImportLossKind::Contents).len(),
            1,
            "{contents}"
        );
        assert!(
            texts(&manuscript).iter().all(|text| *text == PROSE),
            "{contents}"
        );
    }
}

#[test]
fn chapters_that_are_not_written_yet_stay() {
    let text = format!("Chapter 1\n\n{PROSE}\n\nChapter 2\n\nChapter 3\n\nChapter 4\n\nChapter 5");
    let manuscript = read_text(&text);
    assert_eq!(manuscript.chapters.len(), 5);
    assert_eq!(texts(&manuscript)[4], "");
}

#[test]
fn one_heading_or_none_is_one_chapter() {
    let manuscript = read_text(PROSE);
    assert_eq!(
        (titles(&manuscript), texts(&manuscript)),
        (vec![""], vec![PROSE])
    );
    let manuscript = read_text(&format!("Chapter 1\n\n{PROSE}"));
    assert_eq!(
        (titles(&manuscript), texts(&manuscript)),
        (vec!["Chapter 1"], vec![PROSE])
    );
}

#[test]
fn a_heading_within_a_sentence_is_none() {
    let text = format!(
        "{PROSE}\n\nChapter 1 was the hardest to write.\n\n{PROSE}\n\nShe had read chapter 2 twice, and chapter 3 never."
    );
    assert_eq!(read_text(&text).chapters.len(), 1);
}

#[test]
fn headings_of_other_languages_divide() {
    for (one, two) in [
        ("Erstes Kapitel", "Zweites Kapitel"),
        ("Chapitre premier", "Chapitre II"),
        ("Глава первая", "Глава вторая"),
        ("第一章 归乡", "第二章 远行"),
        ("第１話", "第２話"),
        ("제 1 장", "제 2 장"),
        ("الفصل الأول", "الفصل الثاني"),
        ("פרק א", "פרק ב"),
    ] {
        let manuscript = read_text(&format!("{one}\n\n{PROSE}\n\n{two}\n\n{PROSE}"));
        assert_eq!(titles(&manuscript), [one, two]);
    }
}

#[test]
fn a_place_says_what_stands_before() {
    let manuscript = read_plain(
        "a.md",
        "It rained in the town.\n\nShe saw it ![a boat](b.png) there.".as_bytes(),
    )
    .expect("a manuscript");
    let loss = &manuscript.losses[0];
    assert_eq!(
        (
            loss.place.number,
            loss.place.after.as_str(),
            loss.text.as_str()
        ),
        (3, "She saw it", "a boat")
    );
}
