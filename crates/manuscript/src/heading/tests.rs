use super::*;

fn kind_and_number(line: &str) -> Option<(HeadingKind, Option<u32>)> {
    parsed(line).map(|heading| (heading.kind, heading.number))
}

#[test]
fn chapters_are_known_in_many_languages() {
    for (line, number) in [
        ("Chapter One", 1),
        ("CHAPTER IV.", 4),
        ("Chapter Twenty-One", 21),
        ("CHAPTER TWENTY ONE", 21),
        ("Chapter the First", 1),
        ("Chapter 12: The Storm", 12),
        ("Chapter 3 The Storm", 3),
        ("CHAPTER I. In which our hero departs, and nobody weeps.", 1),
        ("*Chapter 7*", 7),
        ("# Chapter 7", 7),
        ("Kapitel 3", 3),
        ("Erstes Kapitel", 1),
        ("Zwölftes Kapitel", 12),
        ("3. Kapitel", 3),
        ("Kapitel 5 – Der Sturm", 5),
        ("Chapitre premier", 1),
        ("CHAPITRE II", 2),
        ("Chapitre vingt-et-un", 21),
        ("Capítulo 2", 2),
        ("Capítulo primero", 1),
        ("Capítulo Três", 3),
        ("Capitolo primo", 1),
        ("Capitolo undicesimo", 11),
        ("Глава 5", 5),
        ("Глава пятая", 5),
        ("Первая глава", 1),
        ("Розділ 3", 3),
        ("Rozdział pierwszy", 1),
        ("Rozdział 9", 9),
        ("Hoofdstuk 4", 4),
        ("Eerste hoofdstuk", 1),
        ("Κεφάλαιο 1", 1),
        ("Κεφάλαιο Β΄", 2),
        ("ΚΕΦΑΛΑΙΟ ΠΡΩΤΟ", 0),
        ("الفصل الأول", 1),
        ("الفصل ٣", 3),
        ("فصل ۷", 7),
        ("פרק א", 1),
        ("פרק י״ב", 12),
        ("פרק 3", 3),
        ("第十二章", 12),
        ("第一百二十三章 风起", 123),
        ("第3話", 3),
        ("第２話　帰り道", 2),
        ("第一回：归乡", 1),
        ("제 1 장", 1),
        ("제12화", 12),
        ("3화", 3),
        ("Kapittel 8", 8),
        ("Första kapitlet", 0),
        ("Luku 2", 2),
        ("Kapitola 6", 6),
        ("1. fejezet", 1),
        ("Első fejezet", 1),
        ("Birinci Bölüm", 1),
        ("Bölüm 3", 3),
        ("Capitolul 4", 4),
        ("Chương 2", 2),
        ("Bab 9", 9),
        ("บทที่ ๓", 3),
        ("अध्याय २", 2),
    ] {
        match number {
            // Not in the lists: a heading of no known number, or none.
            0 => assert_ne!(
                kind_and_number(line).and_then(|(_, number)| number),
                Some(0)
            ),
            number => assert_eq!(
                kind_and_number(line),
                Some((HeadingKind::Chapter, Some(number))),
                "{line}"
            ),
        }
    }
}

#[test]
fn parts_and_what_has_no_number_are_known() {
    for line in [
        "Part Two",
        "PART II",
        "Zweiter Teil",
        "Livre premier",
        "Часть первая",
        "第二部",
        "제 1 부",
        "BOOK ONE",
    ] {
        assert_eq!(
            parsed(line).map(|heading| heading.kind),
            Some(HeadingKind::Part),
            "{line}"
        );
    }
    for line in [
        "Prologue",
        "PROLOG",
        "Epilogue: Ten Years Later",
        "Prólogo",
        "Эпилог",
        "Πρόλογος",
        "المقدمة",
        "אפילוג",
        "序章",
        "エピローグ",
        "프롤로그",
        "Épilogue",
        "Vorwort",
        "Interlude",
    ] {
        assert_eq!(
            parsed(line).map(|heading| heading.kind),
            Some(HeadingKind::Special),
            "{line}"
        );
    }
}

#[test]
fn numbers_alone_may_be_headings() {
    for (line, number) in [
        ("12", 12),
        ("1.", 1),
        ("IV", 4),
        ("- 3 -", 3),
        ("Seven", 7),
        ("十二", 12),
        ("[5]", 5),
        ("xiv", 14),
    ] {
        assert_eq!(
            kind_and_number(line),
            Some((HeadingKind::Number, Some(number))),
            "{line}"
        );
    }
    let titled = parsed("3. The Storm").map(|heading| (heading.kind, heading.titled));
    assert_eq!(titled, Some((HeadingKind::Number, Titled::Yes)));
}

#[test]
fn sentences_are_no_headings() {
    for line in [
        "Chapter 1 was the hardest to write.",
        "Chapter and verse, he said.",
        "“Chapter One,” she read.",
        "Part of me wanted to go.",
        "Book a table for two.",
        "Prologue to a war that nobody wanted.",
        "1986. A good year.",
        "I Am a Cat",
        "I",
        "第一章写得很好，他说。",
        "One of them laughed.",
        "First, book a table.",
        "Two books lay there.",
        "***",
        "",
        "IIII",
        "Mix",
        "She had read chapter 1",
    ] {
        let found = parsed(line);
        let is_bare = found.is_some_and(|heading| {
            heading.kind == HeadingKind::Number && heading.titled == Titled::No
        });
        assert!(
            found.is_none() || (is_bare && line == "I"),
            "{line}: {found:?}"
        );
    }
}

#[test]
fn a_table_of_contents_is_known_by_its_name() {
    for line in [
        "Contents",
        "CONTENTS.",
        "Table of Contents",
        "Inhalt",
        "Table des matières",
        "目录",
        "Spis treści",
        "Содержание",
    ] {
        assert!(is_contents(line), "{line}");
    }
    assert!(!is_contents("The contents of the box"));
}

#[test]
fn a_long_line_is_left_at_once() {
    let line = "第".repeat(1 << 20);
    assert_eq!(parsed(&line), None);
}
