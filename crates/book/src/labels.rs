//! The few words that an export adds to a book, in the book's language.

use domain::text::thousands;

/// Those words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BookLabels {
    /// The heading of a chapter without a title; `#` stands for its number.
    chapter: &'static str,
    /// The heading of the list of chapters.
    pub(crate) contents: &'static str,
    /// The page with title and author.
    pub(crate) title_page: &'static str,
    /// The page of the dedication.
    pub(crate) dedication: &'static str,
    /// The page of the copyright notice.
    pub(crate) copyright: &'static str,
    /// What stands before the first chapter.
    pub(crate) front_matter: &'static str,
    /// What stands after the last chapter.
    pub(crate) back_matter: &'static str,
    /// The image of the cover.
    pub(crate) cover: &'static str,
    /// Says that a chapter stops before its end.
    pub(crate) unfinished: &'static str,
    /// For a book without a title.
    pub(crate) untitled: &'static str,
    /// How long the book is; `#` stands for the number.
    words: &'static str,
}

impl BookLabels {
    /// The words of a language, given its tag; those of an unknown one are English.
    pub(crate) fn of(tag: &str) -> &'static Self {
        let primary = tag.split('-').next().unwrap_or_default();
        let found = ALL
            .iter()
            .find(|(tags, _)| tags.split(' ').any(|tag| tag.eq_ignore_ascii_case(primary)));
        found.map_or(&ENGLISH, |(_, labels)| labels)
    }

    /// The heading of a chapter without a title.
    pub(crate) fn chapter(&self, number: u32) -> String {
        self.chapter.replace('#', &number.to_string())
    }

    /// How long a book is, rounded as the first page of a manuscript has it.
    pub(crate) fn about(&self, words: u64) -> String {
        let step = match words {
            0..2_000 => 100,
            2_000..20_000 => 500,
            _ => 1_000,
        };
        let rounded = (words + step / 2) / step * step;
        let number = thousands(rounded.max(step));
        match self == &ENGLISH {
            true => self.words.replace('#', &number),
            false => self.words.replace('#', &number.replace(',', "\u{a0}")),
        }
    }
}

/// In the order of the fields.
const fn labels(words: [&'static str; 11]) -> BookLabels {
    let [
        chapter,
        contents,
        title_page,
        dedication,
        copyright,
        front_matter,
        back_matter,
        cover,
        unfinished,
        untitled,
        words,
    ] = words;
    BookLabels {
        chapter,
        contents,
        title_page,
        dedication,
        copyright,
        front_matter,
        back_matter,
        cover,
        unfinished,
        untitled,
        words,
    }
}

#[rustfmt::skip]
static ENGLISH: BookLabels = labels([
    "Chapter #", "PreparedBook", "Title page", "Dedication", "Copyright", "Front matter", "Back matter", "Cover",
    "Unfinished", "Untitled", "about # words",
]);

#[rustfmt::skip]
static ALL: [(&str, BookLabels); 22] = [
    ("de", labels(["Kapitel #", "Inhalt", "Titelseite", "Widmung", "Impressum", "Vorspann", "Anhang", "Umschlag", "Unvollendet", "Ohne Titel", "ca. # Wörter"])),
    ("fr", labels(["Chapitre #", "Table des matières", "Page de titre", "Dédicace", "Copyright", "Avant-propos", "Annexes", "Couverture", "Inachevé", "Sans titre", "environ # mots"])),
    ("es", labels(["Capítulo #", "Índice", "Portada", "Dedicatoria", "Créditos", "Preliminares", "Anexos", "Cubierta", "Inacabado", "Sin título", "unas # palabras"])),
    ("it", labels(["Capitolo #", "Indice", "Frontespizio", "Dedica", "Copyright", "Pagine iniziali", "Appendice", "Copertina", "Incompiuto", "Senza titolo", "circa # parole"])),
    ("pt", labels(["Capítulo #", "Índice", "Folha de rosto", "Dedicatória", "Créditos", "Páginas iniciais", "Anexos", "Capa", "Inacabado", "Sem título", "cerca de # palavras"])),
    ("nl", labels(["Hoofdstuk #", "Inhoud", "Titelpagina", "Opdracht", "Copyright", "Voorwerk", "Nawerk", "Omslag", "Onvoltooid", "Zonder titel", "circa # woorden"])),
    ("sv", labels(["Kapitel #", "Innehåll", "Titelsida", "Dedikation", "Copyright", "Inledande sidor", "Avslutande sidor", "Omslag", "Oavslutat", "Utan titel", "cirka # ord"])),
    ("da", labels(["Kapitel #", "Indhold", "Titelblad", "Dedikation", "Copyright", "Indledende sider", "Afsluttende sider", "Omslag", "Ufuldendt", "Uden titel", "ca. # ord"])),
    ("nb no nn", labels(["Kapittel #", "Innhold", "Tittelside", "Dedikasjon", "Copyright", "Innledende sider", "Avsluttende sider", "Omslag", "Uferdig", "Uten tittel", "ca. # ord"])),
    ("fi", labels(["Luku #", "Sisällys", "Nimiösivu", "Omistus", "Tekijänoikeus", "Alkusivut", "Loppusivut", "Kansi", "Keskeneräinen", "Nimetön", "noin # sanaa"])),
    ("pl", labels(["Rozdział #", "Spis treści", "Strona tytułowa", "Dedykacja", "Prawa autorskie", "Strony wstępne", "Strony końcowe", "Okładka", "Niedokończone", "Bez tytułu", "około # słów"])),
    ("cs", labels(["Kapitola #", "Obsah", "Titulní strana", "Věnování", "Autorská práva", "Úvodní strany", "Závěrečné strany", "Obálka", "Nedokončeno", "Bez názvu", "asi # slov"])),
    ("hu", labels(["#. fejezet", "Tartalom", "Címlap", "Ajánlás", "Szerzői jog", "Bevezető oldalak", "Záró oldalak", "Borító", "Befejezetlen", "Cím nélkül", "kb. # szó"])),
    ("tr", labels(["Bölüm #", "İçindekiler", "Başlık sayfası", "İthaf", "Telif hakkı", "Ön sayfalar", "Son sayfalar", "Kapak", "Bitmemiş", "Başlıksız", "yaklaşık # kelime"])),
    ("el", labels(["Κεφάλαιο #", "Περιεχόμενα", "Σελίδα τίτλου", "Αφιέρωση", "Πνευματικά δικαιώματα", "Εισαγωγικές σελίδες", "Τελικές σελίδες", "Εξώφυλλο", "Ημιτελές", "Χωρίς τίτλο", "περίπου # λέξεις"])),
    ("ru", labels(["Глава #", "Содержание", "Титульный лист", "Посвящение", "Авторские права", "Вступительные страницы", "Заключительные страницы", "Обложка", "Не закончено", "Без названия", "около # слов"])),
    ("uk", labels(["Розділ #", "Зміст", "Титульна сторінка", "Присвята", "Авторські права", "Вступні сторінки", "Прикінцеві сторінки", "Обкладинка", "Не завершено", "Без назви", "близько # слів"])),
    ("ar", labels(["الفصل #", "المحتويات", "صفحة العنوان", "الإهداء", "حقوق النشر", "الصفحات الأولى", "الصفحات الأخيرة", "الغلاف", "غير مكتمل", "بلا عنوان", "حوالي # كلمة"])),
    ("he", labels(["פרק #", "תוכן העניינים", "עמוד השער", "הקדשה", "זכויות יוצרים", "עמודי פתיחה", "עמודי סיום", "כריכה", "לא גמור", "ללא שם", "כ־# מילים"])),
    ("ja", labels(["第#章", "目次", "扉", "献辞", "著作権", "前付", "後付", "表紙", "未完", "無題", "約#字"])),
    ("zh", labels(["第#章", "目录", "扉页", "献词", "版权", "前页", "后页", "封面", "未完成", "无题", "约#字"])),
    ("ko", labels(["제#장", "차례", "속표지", "헌사", "저작권", "앞부분", "뒷부분", "표지", "미완성", "제목 없음", "약 #단어"])),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_all_words() {
        for (tags, labels) in ALL
            .iter()
            .map(|(tags, labels)| (*tags, labels))
            .chain([("en", &ENGLISH)])
        {
            assert!(
                labels.chapter.contains('#') && labels.words.contains('#'),
                "{tags}"
            );
            assert!(
                !format!("{labels:?}").contains("\"\""),
                "{tags} lacks a word"
            );
        }
        assert_eq!(BookLabels::of("de-AT").chapter(3), "Kapitel 3");
        assert_eq!(BookLabels::of("nn").chapter(3), "Kapittel 3");
        assert_eq!(BookLabels::of("hu").chapter(3), "3. fejezet");
        assert_eq!(BookLabels::of(""), &ENGLISH);
        let english = BookLabels::of("en");
        for (words, about) in [
            (0, "about 100 words"),
            (1_260, "about 1,300 words"),
            (7_800, "about 8,000 words"),
            (85_499, "about 85,000 words"),
        ] {
            assert_eq!(english.about(words), about);
        }
        assert_eq!(BookLabels::of("de").about(85_499), "ca. 85\u{a0}000 Wörter");
        assert_eq!(BookLabels::of("tlh"), &ENGLISH);
    }
}
