//! Numbers as headings have them: figures, Roman numerals, letters, words.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Numbers from one on as words: a list for each language and kind. A word may end in up to three letters more than
/// its entry has, for gender and case. The longest entry that fits counts.
const WORDS: &[&str] = &[
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
     eighteen nineteen twenty",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
     fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn \
     achtzehn neunzehn zwanzig",
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt \
     siebzehnt achtzehnt neunzehnt zwanzigst",
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit \
     dix-neuf vingt",
    "premi deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième \
     treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième",
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete \
     dieciocho diecinueve veinte",
    "primer segund tercer cuart quint sext séptim octav noven décim undécim duodécim",
    "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito \
     dezanove vinte",
    "primeir segund terceir quart quint sext sétim oitav non décim",
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici \
     diciassette diciotto diciannove venti",
    "prim second terz quart quint sest settim ottav non decim undicesim dodicesim tredicesim quattordicesim \
     quindicesim sedicesim diciassettesim diciottesim diciannovesim ventesim",
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать \
     пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать",
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат \
     шестнадцат семнадцат восемнадцат девятнадцат двадцат",
    "перш друг трет четверт п’ят шост сьом восьм дев’ят десят одинадцят дванадцят тринадцят чотирнадцят",
    "pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast \
     szesnast siedemnast osiemnast dziewiętnast dwudziest",
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien \
     achttien negentien twintig",
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende",
    "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo",
    "först andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte",
    "en to tre fire fem seks syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue",
    "første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte",
    "ensimmäinen toinen kolmas neljäs viides kuudes seitsemäs kahdeksas yhdeksäs kymmenes yhdestoista kahdestoista",
    "prvn druh třet čtvrt pát šest sedm osm devát desát jedenáct dvanáct",
    "prv drug treć četvrt pet šest sedm osm devet deset",
    "első második harmadik negyedik ötödik hatodik hetedik nyolcadik kilencedik tizedik tizenegyedik tizenkettedik",
    "birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu",
    "întâi doi trei patru cinci șase șapte opt nouă zece",
    "πρώτ δεύτερ τρίτ τέταρτ πέμπτ έκτ έβδομ όγδο ένατ δέκατ ενδέκατ δωδέκατ",
    "ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα",
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
    "اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم",
    "ראשון שני שלישי רביעי חמישי שישי שביעי שמיני תשיעי עשירי",
    "một hai ba bốn năm sáu bảy tám chín mười",
    "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
    "prim primus tertius quartus quintus",
];

/// Words for tens, from twenty on, in a few languages that write "twenty-one" with them.
const TENS: &[&str] = &[
    "twent thirt fort fift sixt sevent eight ninet",
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "vingt trente quarante cinquante soixante septante quatre-vingt nonante",
    "veinti treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
];

/// The number that a heading's word stands for.
pub(super) fn value(word: &str) -> Option<u32> {
    figures(word)
        .or_else(|| roman(word))
        .or_else(|| words(&word.to_lowercase()))
}

/// A number that is not made of letters of a word: "12", "3rd", "IV", "۷".
pub(super) fn plain(word: &str) -> Option<u32> {
    figures(word).or_else(|| roman(word))
}

/// Figures of any script that headings use, and what makes an ordinal of them: "3rd", "1er", "2ª".
pub(super) fn figures(word: &str) -> Option<u32> {
    let mut value = 0_u32;
    let mut count = 0;
    let mut rest = word.char_indices().peekable();
    let mut end = word.len();
    while let Some((at, c)) = rest.next() {
        let Some(figure) = figure(c) else {
            end = at;
            break;
        };
        count += 1;
        value = value.checked_mul(10)?.checked_add(figure)?;
        if rest.peek().is_none() {
            end = word.len();
        }
    }
    let tail = &word[end..];
    let is_ordinal = matches!(
        tail,
        "" | "st"
            | "nd"
            | "rd"
            | "th"
            | "er"
            | "ère"
            | "e"
            | "ème"
            | "º"
            | "ª"
            | "°"
            | "-я"
            | "-а"
            | "-й"
    );
    ((1..=4).contains(&count) && is_ordinal).then_some(value)
}

/// One figure.
pub(super) fn figure(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '๐'..='๙' => '๐',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// A Roman numeral, all in one case; up to "CXCIX".
pub(super) fn roman(word: &str) -> Option<u32> {
    if word.is_empty() || word.len() > 10 {
        return None;
    }
    let is_upper = word.bytes().all(|c| b"IVXLC".contains(&c));
    let is_lower = word.bytes().all(|c| b"ivxlc".contains(&c));
    if !(is_upper || is_lower) {
        return None;
    }
    let digit = |c: u8| match c.to_ascii_uppercase() {
        b'I' => 1,
        b'V' => 5,
        b'X' => 10,
        b'L' => 50,
        _ => 100,
    };
    let digits: Vec<u32> = word.bytes().map(digit).collect();
    let mut value = 0;
    for (at, digit) in digits.iter().enumerate() {
        let next = digits.get(at + 1).copied().unwrap_or(0);
        match next > *digit {
            true => value -= *digit as i32,
            false => value += *digit as i32,
        }
    }
    let value = u32::try_from(value).ok()?;
    (written_roman(value) == word.to_ascii_uppercase()).then_some(value)
}

fn written_roman(mut value: u32) -> String {
    const SIGNS: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (worth, sign) in SIGNS {
        while value >= worth && out.len() < 16 {
            out.push_str(sign);
            value -= worth;
        }
    }
    out
}

/// A number as a word in small letters, alone or behind a ten: "twelve", "twenty-one", "drittes".
pub(super) fn words(word: &str) -> Option<u32> {
    if word.len() > 40 {
        return None;
    }
    if let Some(value) = listed(word) {
        return Some(value);
    }
    let (first, last) = word.split_once(['-', ' '])?;
    let ten = ten(first)?;
    let last = last.trim_start_matches("et-").trim_start_matches("et ");
    let unit = listed(last).filter(|unit| *unit < 20)?;
    Some(ten + unit)
}

/// A word of a list, its length in characters, and its value.
type Entry = (&'static str, usize, u32);

/// The words of all lists by their first letter.
static BY_LETTER: LazyLock<HashMap<char, Vec<Entry>>> = LazyLock::new(|| {
    let mut all: HashMap<char, Vec<Entry>> = HashMap::new();
    for list in WORDS {
        for (at, word) in list.split_whitespace().enumerate() {
            let entry = (word, word.chars().count(), at as u32 + 1);
            all.entry(word.chars().next().unwrap_or(' '))
                .or_default()
                .push(entry);
        }
    }
    all
});

static TENS_BY_WORD: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let lists = TENS.iter().map(|list| list.split_whitespace().enumerate());
    lists
        .flatten()
        .map(|(at, word)| (word, (at as u32 + 2) * 10))
        .collect()
});

fn ten(word: &str) -> Option<u32> {
    TENS_BY_WORD.get(word).copied()
}

fn listed(word: &str) -> Option<u32> {
    let known = BY_LETTER.get(&word.chars().next()?)?;
    let letters = word.chars().count();
    let fits = |(known, length, _): &&Entry| {
        // Short ones are the beginning of too many words.
        let most = if *length < 3 { *length } else { length + 3 };
        letters <= most && word.starts_with(known)
    };
    let best = known
        .iter()
        .filter(fits)
        .max_by_key(|(_, length, _)| length);
    best.map(|(.., value)| *value).or_else(|| ten(word))
}

/// A Greek or Hebrew letter that counts, as in "Κεφάλαιο Α΄" or "פרק י״ב".
pub(super) fn letters(word: &str) -> Option<u32> {
    const HEBREW: [(char, u32); 19] = [
        ('א', 1),
        ('ב', 2),
        ('ג', 3),
        ('ד', 4),
        ('ה', 5),
        ('ו', 6),
        ('ז', 7),
        ('ח', 8),
        ('ט', 9),
        ('י', 10),
        ('כ', 20),
        ('ל', 30),
        ('מ', 40),
        ('נ', 50),
        ('ס', 60),
        ('ע', 70),
        ('פ', 80),
        ('צ', 90),
        ('ק', 100),
    ];
    const GREEK: [(char, u32); 11] = [
        ('α', 1),
        ('β', 2),
        ('γ', 3),
        ('δ', 4),
        ('ε', 5),
        ('ϛ', 6),
        ('ζ', 7),
        ('η', 8),
        ('θ', 9),
        ('ι', 10),
        ('κ', 20),
    ];
    let bare = word.trim_end_matches(['΄', 'ʹ', '\'', '’', '´', '׳']);
    let mut value = 0;
    let mut count = 0;
    for c in bare.chars().filter(|c| !matches!(c, '״' | '"')) {
        let small = c.to_lowercase().next().unwrap_or(c);
        let all = HEBREW.iter().chain(&GREEK);
        value += all.clone().find(|(letter, _)| *letter == small)?.1;
        count += 1;
    }
    (1..=3).contains(&count).then_some(value)
}
