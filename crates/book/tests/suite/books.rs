//! Books to try exports on: ordinary ones, and those that break what was not thought of.

use book::{Book, BookChapter, Cover};
use domain::Timestamp;
use uuid::Uuid;

/// A title with all that formats have a meaning for.
pub(crate) const ODD_TITLE: &str = "Tom & \"Ann\" <draft> 夜/昼 🌙";

/// The smallest PNG: one transparent point.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\
    \xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

const SENTENCES: [&str; 8] = [
    "She rowed past the mole and the light, and did not look back at the town she was born in.",
    "“You said you would write,” he told her, and set the lamp down between them.",
    "It was *not* the wind.",
    "Nobody answered; the house had been empty since the autumn, and the stairs knew it.",
    "He counted the boats again and came to **seven**, as he had every evening for twenty-one years.",
    "The radio whispered.",
    "In 1986 the harbour froze, the ferries stood in the ice, and the children walked to the island and back before \
     anybody thought of forbidding it.",
    "‘Extraordinarily unprofessional,’ said the superintendent, whose handwriting nobody could decipher.",
];

/// A chapter.
pub(crate) fn chapter(number: u32, title: &str, text: &str) -> BookChapter {
    BookChapter {
        number,
        title: title.to_owned(),
        text: text.to_owned(),
        unfinished: false,
    }
}

/// Prose of about this many words, the same each time.
pub(crate) fn prose(words: usize) -> String {
    let mut text = String::new();
    let (mut written, mut at) = (0, 0);
    while written < words {
        for _ in 0..2 + at % 4 {
            let sentence = SENTENCES[(at * 5 + at / 7) % SENTENCES.len()];
            written += sentence.split_whitespace().count();
            text.push_str(sentence);
            text.push(' ');
            at += 1;
        }
        text = text.trim_end().to_owned();
        text.push_str(if at % 29 == 0 { "\n\n***\n\n" } else { "\n\n" });
    }
    text
}

/// An ordinary novel of chapters of 3,000 words.
pub(crate) fn novel(words: usize) -> Book {
    let count = words.div_ceil(3000).max(1);
    let mut chapters = Vec::new();
    for number in 1..=count {
        let title = ["The Lamp", "What the Ice Kept", "Seven Boats", ""][number % 4];
        let number = u32::try_from(number).unwrap_or(1);
        chapters.push(chapter(number, title, &prose(words / count)));
    }
    Book {
        id: Uuid::from_u128(0x0e02_b2c3_d479_4372_a567_f47a_c10b_58cc),
        title: "The Lighthouse Keeper".into(),
        author: "Nobody in Particular".into(),
        language: "en".into(),
        dedication: "For everyone who waits.".into(),
        copyright: "© 2026 Nobody in Particular\n\nAll rights reserved.".into(),
        front_matter: "*The sea gives back what it does not want.*\n\nAn old saying".into(),
        back_matter: "Thanks to the readers of the first draft.".into(),
        contact: "Nobody in Particular\n1 Harbour Lane\nnobody@example.org".into(),
        cover: None,
        modified: Timestamp(1_769_851_800_250),
        chapters,
    }
}

/// A short book in English.
pub(crate) fn short() -> Book {
    let mut book = novel(3000);
    book.chapters = vec![
        chapter(
            1,
            "The Lamp",
            "It *was* **so**.\n\n1986. A good year.\n\n***\n\n\"Don't,\" she said.",
        ),
        chapter(2, "", "One line\nand another.\n\n# no heading"),
        chapter(3, "Seven Boats", "The end."),
    ];
    book
}

/// All that is odd, in one book.
pub(crate) fn odd() -> Book {
    let mut book = short();
    book.title = ODD_TITLE.into();
    book.author = "O'Neill & <Sons> \u{7}".into();
    book.language = "the old tongue".into();
    book.cover = Some(Cover {
        media_type: "image/png".into(),
        bytes: PNG.to_vec(),
    });
    book.chapters = vec![
        chapter(
            1,
            ODD_TITLE,
            "]]> <script>alert(1)</script> &amp; &#0; \u{0}\u{1}\u{b}\u{fffe}\u{1b}[0m -- ok",
        ),
        chapter(2, "Twice", "**「夜」**と彼は*言った*。"),
        chapter(3, "Twice", ""),
        chapter(4, "\u{0}\u{1}", "\u{0}\n\n***\n\n***"),
        chapter(5, "One line", &"a line without any end ".repeat(4350)),
        chapter(6, "One word", &"x".repeat(100_000)),
    ];
    book
}

/// A book that runs from right to left.
pub(crate) fn arabic() -> Book {
    let mut book = short();
    book.title = "حارس المنارة".into();
    book.author = "لا أحد".into();
    book.language = "ar".into();
    book.dedication = "إلى كل من ينتظر".into();
    book.front_matter = String::new();
    book.back_matter = String::new();
    book.copyright = "© 2026".into();
    let text = "فتحت الباب قبل أن يطرق مرة أخرى، ودخل البرد معه. قالت له: «قلت إنك ستكتب»، ووضعت المصباح بينهما \
                كأنه يستطيع أن يجيب عنها. كان ذلك في عام 1986.";
    book.chapters = vec![
        chapter(1, "المصباح", &format!("{text}\n\n***\n\n{text} *نعم*.")),
        chapter(2, "", text),
    ];
    book
}

/// Every book of samples, with a name for its file.
pub(crate) fn all() -> Vec<(&'static str, Book)> {
    let mut german = short();
    german.title = "Der Leuchtturmwärter".into();
    german.language = "de".into();
    german.chapters = vec![chapter(
        1,
        "Wie die Leuchtturmwärterin einen Winter lang auf das Schiff aus Bremerhaven wartete",
        "Die Leuchtturmwärterin und der Hafenmeister beobachteten die Eisschollen, zwischen denen die \
         Fischerboote festlagen. *Niemand* sprach von den Versicherungsgesellschaften.\n\nSie öffnete die Tür, bevor er noch einmal klopfen konnte, und die Kälte kam mit ihm herein. \"Du wolltest \
         schreiben\", sagte sie und stellte die Lampe zwischen sie, als könne sie für sie antworten.",
    )];
    let mut japanese = short();
    japanese.title = "灯台守".into();
    japanese.language = "ja".into();
    japanese.chapters = vec![chapter(
        1,
        "灯り",
        "彼がもう一度ノックする前に彼女は扉を開け、冷気が彼と一緒に入ってきた。「手紙を書くと言ったじゃない」と彼女は言い、ランプを\
         二人のあいだに置いた。",
    )];
    let mut russian = short();
    russian.title = "Смотритель маяка".into();
    russian.author = "Никто".into();
    russian.language = "ru".into();
    russian.chapters = vec![chapter(
        1,
        "Лампа",
        "Она открыла дверь прежде, чем он успел постучать снова, и вместе с ним вошёл холод. *«Ты обещал писать»*, — \
         сказала она и поставила лампу между ними, словно та могла ответить за неё.",
    )];
    let mut bare = short();
    bare.title = String::new();
    bare.author = String::new();
    bare.language = String::new();
    for text in [
        &mut bare.dedication,
        &mut bare.copyright,
        &mut bare.front_matter,
        &mut bare.back_matter,
    ] {
        text.clear();
    }
    vec![
        ("short", short()),
        ("novel", novel(20_000)),
        ("odd", odd()),
        ("arabic", arabic()),
        ("german", german),
        ("japanese", japanese),
        ("russian", russian),
        ("bare", bare),
    ]
}
