//! The words that headings are made of, in the languages that novels are mostly written in.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words to look up.
type Words = HashSet<&'static str>;

/// A chapter, in small letters.
static CHAPTER: LazyLock<Words> = LazyLock::new(|| {
    listed(
        "chapter chap kapitel chapitre capítulo capitulo capitolo глава розділ раздел rozdział rozdzial \
    hoofdstuk κεφάλαιο κεφαλαιο κεφάλαιον الفصل فصل פרק kapittel luku kapitola fejezet bölüm capitolul poglavlje \
    поглавље peatükk nodaļa skyrius kafli chương บทที่ अध्याय bab capítol caibidil pennod роздзел caput",
    )
});

/// What chapters are gathered in.
static PART: LazyLock<Words> = LazyLock::new(|| {
    listed(
        "part book volume teil buch band partie livre tome parte libro livro часть книга частина część \
    księga tom том deel boek μέρος βιβλίο μεροσ الجزء جزء بخش חלק ספר del bok osa část diel kniha rész könyv kısım \
    kitap partea cartea dio део knjiga daļa dalis phần ภาค भाग bagian act akt acte acto atto pars liber",
    )
});

/// What stands beside chapters and has no number.
static SPECIAL: LazyLock<Words> = LazyLock::new(|| {
    listed(
        "prologue prolog epilogue epilog interlude preface foreword afterword introduction postscript \
    vorwort nachwort zwischenspiel einleitung préface postface avant-propos épilogue intermède prólogo epílogo \
    prefacio prefácio interludio interlúdio posfácio prologo epilogo prefazione postfazione interludio пролог эпилог \
    епілог епилог предисловие послесловие интерлюдия передмова післямова proloog epiloog voorwoord nawoord πρόλογος \
    επίλογος προλογοσ επιλογοσ πρόλογοσ επίλογοσ المقدمة مقدمة تمهيد الخاتمة خاتمة פרולוג אפילוג הקדמה prologi \
    epilogi esipuhe előszó utószó prológus epilógus önsöz sonsöz prológ epilóg předmluva doslov przedmowa posłowie \
    förord efterord forord etterord efterskrift předehra dohra 序章 序 序言 楔子 引子 前言 尾声 尾聲 后记 後記 番外 \
    終章 终章 エピローグ プロローグ 幕間 あとがき 프롤로그 에필로그 서장 종장 머리말 서문",
    )
});

/// What a table of contents is called.
static CONTENTS: LazyLock<Words> = LazyLock::new(|| {
    listed(
        "contents inhalt inhaltsverzeichnis sommaire índice indice содержание оглавление зміст \
    spis obsah sisällys innehåll indhold innhold inhoud περιεχόμενα περιεχομενα المحتويات الفهرس תוכן tartalom \
    içindekiler cuprins sadržaj садржај 目录 目錄 目次 차례 목차",
    )
});

fn listed(words: &'static str) -> Words {
    words.split_whitespace().collect()
}

/// Whether a word in small letters names a chapter.
pub(super) fn is_chapter(word: &str) -> bool {
    CHAPTER.contains(word)
}

/// Whether a word in small letters names what chapters are gathered in.
pub(super) fn is_part(word: &str) -> bool {
    PART.contains(word)
}

/// Whether a word in small letters is a heading alone.
pub(super) fn is_special(word: &str) -> bool {
    SPECIAL.contains(word)
}

/// Whether a line is the heading of a table of contents.
pub(crate) fn is_contents(line: &str) -> bool {
    let plain = line.trim_matches(|c: char| !c.is_alphanumeric());
    let mut words = plain.split_whitespace();
    let is_short = line.len() < 80;
    let named = |word: &str| CONTENTS.contains(word.to_lowercase().as_str());
    match (words.next(), words.next(), words.next(), words.next()) {
        (Some(one), None, ..) => is_short && named(one),
        // "Table of Contents", "Table des matières", "Spis treści", "Contents of the book".
        (Some(one), Some(_), Some(last), None) => {
            is_short && one.to_lowercase() == "table" && (named(last) || last.starts_with("mati"))
        }
        (Some(one), Some(last), None, _) => {
            is_short && (one.to_lowercase() == "spis" || last.to_lowercase() == "ענינים")
        }
        _ => false,
    }
}
