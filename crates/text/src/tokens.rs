//! How many tokens a text is, without asking anybody.
//!
//! The weights are what prose takes with the tokenizers of GPT-4o, Llama 3 and Qwen 3, the worst of the three
//! where it is not far beyond the others, and a little more: a prompt that turns out smaller than was thought
//! costs nothing, one that is larger overflows. They differ most where a vocabulary has few words of an
//! alphabet: Greek and Hindi take twice the tokens with Qwen that they take with Llama, Hebrew the other way
//! round. Older tokenizers take more of everything but English; the tenth that is kept free is for them.

use domain::text::count_words;

/// Weights are in hundredths of a token.
const TOKEN: usize = 100;

/// How many tokens a text is, on the careful side for prose in any alphabet.
pub fn estimate(text: &str) -> u32 {
    let (mut ascii, mut other) = (0, 0);
    for c in text.chars() {
        if c.is_ascii() {
            ascii += 1;
        } else {
            other += weight(c);
        }
    }
    whole(ascii, other)
}

/// How much of a text's beginning is at most so many tokens, in bytes.
pub fn beginning_within(text: &str, tokens: u32) -> usize {
    let (mut ascii, mut other) = (0, 0);
    for (at, c) in text.char_indices() {
        if c.is_ascii() {
            ascii += 1;
        } else {
            other += weight(c);
        }
        if whole(ascii, other) > tokens {
            return at;
        }
    }
    text.len()
}

/// Where the end of a text begins that is at most so many tokens, in bytes.
pub fn end_within(text: &str, tokens: u32) -> usize {
    let (mut ascii, mut other) = (0, 0);
    let mut begins = text.len();
    for (at, c) in text.char_indices().rev() {
        if c.is_ascii() {
            ascii += 1;
        } else {
            other += weight(c);
        }
        if whole(ascii, other) > tokens {
            break;
        }
        begins = at;
    }
    begins
}

fn whole(ascii: usize, other: usize) -> u32 {
    u32::try_from(ascii * 10 / 36 + other.div_ceil(TOKEN) + 1).unwrap_or(u32::MAX)
}

/// What a character beyond ASCII takes. Four of ASCII are a token, or a bit more than one.
const fn weight(c: char) -> usize {
    match c {
        // Marks of punctuation are tokens of their own, or join one.
        '\u{a0}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => TOKEN,
        // Vietnamese is known well to all of them.
        '\u{1ea0}'..='\u{1eff}' => 60,
        // A word with such a letter in it falls into more pieces than one without.
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1e9f}' => 150,
        '\u{410}'..='\u{44f}' => 50,
        // Letters that Russian has not.
        '\u{400}'..='\u{52f}' => 125,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 100,
        '\u{590}'..='\u{5ff}' => 110,
        '\u{600}'..='\u{660}' => 65,
        // Letters that Arabic has not: Persian, Urdu.
        '\u{661}'..='\u{77f}' => 125,
        '\u{900}'..='\u{97f}' => 120,
        '\u{980}'..='\u{dff}' => 150,
        '\u{e00}'..='\u{e7f}' => 70,
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => 100,
        '\u{3040}'..='\u{30ff}' | '\u{ff00}'..='\u{ffef}' => 100,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => 110,
        // Alphabets of which some know next to nothing: a letter is its bytes.
        '\u{250}'..='\u{ffff}' => 200,
        _ => 300,
    }
}

/// What a language is written in, as far as it matters for how many tokens its words take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    English,
    Latin,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Indic,
    Hangul,
    /// Chinese and Japanese: asked for so many words, a model counts characters.
    Characters,
    Other,
}

impl Writing {
    /// Tokens a word takes, roughly.
    const fn tokens_a_word(self) -> f32 {
        match self {
            Self::English | Self::Characters => 1.5,
            Self::Latin => 2.5,
            Self::Cyrillic | Self::Arabic | Self::Hangul => 3.0,
            Self::Greek | Self::Indic => 4.5,
            Self::Hebrew | Self::Other => 5.0,
        }
    }

    const fn of_letter(c: char) -> Self {
        match c {
            'a'..='z' | 'A'..='Z' => Self::English,
            '\u{80}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Self::Latin,
            '\u{400}'..='\u{52f}' => Self::Cyrillic,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Self::Greek,
            '\u{590}'..='\u{5ff}' => Self::Hebrew,
            '\u{600}'..='\u{77f}' => Self::Arabic,
            '\u{900}'..='\u{dff}' => Self::Indic,
            '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => Self::Hangul,
            // Thai has no spaces either.
            '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' => {
                Self::Characters
            }
            _ => Self::Other,
        }
    }

    /// Of a brief's language: a tag or a name, in English or in the language itself.
    fn of_language(language: &str) -> Self {
        let language = language.trim().to_lowercase();
        let word = language
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        match word {
            "" | "en" | "eng" | "english" => Self::English,
            "ru" | "uk" | "be" | "bg" | "sr" | "mk" | "kk" | "ky" | "mn" | "tg" | "russian"
            | "ukrainian" | "belarusian" | "bulgarian" | "serbian" | "macedonian" | "kazakh"
            | "kyrgyz" | "mongolian" | "tajik" => Self::Cyrillic,
            "el" | "greek" => Self::Greek,
            "he" | "iw" | "yi" | "hebrew" | "yiddish" => Self::Hebrew,
            "ar" | "fa" | "ur" | "ps" | "arabic" | "persian" | "farsi" | "urdu" | "pashto" => {
                Self::Arabic
            }
            "hi" | "mr" | "ne" | "sa" | "bn" | "pa" | "gu" | "ta" | "te" | "kn" | "ml" | "si"
            | "hindi" | "marathi" | "nepali" | "sanskrit" | "bengali" | "bangla" | "punjabi"
            | "gujarati" | "tamil" | "telugu" | "kannada" | "malayalam" | "sinhala" => Self::Indic,
            "ko" | "korean" => Self::Hangul,
            "zh" | "ja" | "th" | "chinese" | "mandarin" | "cantonese" | "japanese" | "thai" => {
                Self::Characters
            }
            "ka" | "hy" | "am" | "km" | "lo" | "my" | "georgian" | "armenian" | "amharic"
            | "khmer" | "lao" | "burmese" => Self::Other,
            // A name that is not English says by its letters what it is written in.
            own => match own.chars().next().map(Self::of_letter) {
                Some(Self::English) | None => Self::Latin,
                Some(writing) => writing,
            },
        }
    }

    /// Of a text: what the most of its letters belong to.
    fn of_text(text: &str) -> Self {
        let mut counted: Vec<(Self, usize)> = Vec::new();
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            let writing = Self::of_letter(c);
            match counted.iter_mut().find(|(known, _)| *known == writing) {
                Some((_, count)) => *count += 1,
                None => counted.push((writing, 1)),
            }
        }
        let most = counted.into_iter().max_by_key(|(_, count)| *count);
        most.map_or(Self::English, |(writing, _)| writing)
    }
}

/// How many tokens so many words of prose in a brief's language are: rather more than fewer.
pub fn tokens_for_words(words: u32, language: &str) -> u32 {
    (words as f32 * Writing::of_language(language).tokens_a_word()) as u32
}

/// The same for an answer of a fixed length, that was measured in English.
pub fn in_language(tokens: u32, language: &str) -> u32 {
    let more = Writing::of_language(language).tokens_a_word() / Writing::English.tokens_a_word();
    (tokens as f32 * more) as u32
}

/// About how many words a text has, in the sense in which a model is asked for so many: where there are spaces
/// they divide words, else each character is one.
pub fn words_of(text: &str) -> u32 {
    let words = match Writing::of_text(text) {
        Writing::Characters => text.chars().filter(|c| c.is_alphanumeric()).count() as u64,
        _ => count_words(text),
    };
    u32::try_from(words).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same sentences, and the most tokens that the tokenizers of GPT-4o, Llama 3 and Qwen 3 make of them.
    const MEASURED: [(&str, &str, u32); 17] = [
        (
            "en",
            "She opened the door before he could knock again, and the cold came in with him. “You said you \
             would write,” she told him, and set the lamp down between them as if it might answer for her.",
            44,
        ),
        (
            "de",
            "Sie öffnete die Tür, bevor er noch einmal klopfen konnte, und die Kälte kam mit ihm herein. „Du \
             wolltest schreiben“, sagte sie und stellte die Lampe zwischen sie, als könne sie für sie antworten.",
            56,
        ),
        (
            "fr",
            "Elle ouvrit la porte avant qu’il ne frappe de nouveau, et le froid entra avec lui. « Tu avais dit \
             que tu écrirais », lui dit-elle en posant la lampe entre eux comme si elle pouvait répondre à sa \
             place.",
            60,
        ),
        (
            "pl",
            "Otworzyła drzwi, zanim zdążył zapukać ponownie, a wraz z nim weszło zimno. „Mówiłeś, że napiszesz”, \
             powiedziała i postawiła lampę między nimi, jakby mogła odpowiedzieć za nią.",
            72,
        ),
        (
            "fi",
            "Hän avasi oven ennen kuin mies ehti koputtaa uudestaan, ja kylmyys tuli hänen mukanaan sisään. \
             ”Sinähän lupasit kirjoittaa”, hän sanoi ja laski lampun heidän väliinsä aivan kuin se voisi vastata \
             hänen puolestaan.",
            81,
        ),
        (
            "vi",
            "Cô mở cửa trước khi anh kịp gõ lần nữa, và cái lạnh ùa vào theo anh. “Anh nói là anh sẽ viết thư,” cô \
             bảo anh, rồi đặt chiếc đèn xuống giữa hai người như thể nó có thể trả lời thay cô.",
            61,
        ),
        (
            "ru",
            "Она открыла дверь прежде, чем он успел постучать снова, и вместе с ним вошёл холод. «Ты обещал \
             писать», — сказала она и поставила лампу между ними, словно та могла ответить за неё.",
            69,
        ),
        (
            "uk",
            "Вона відчинила двері, перш ніж він устиг постукати знову, і разом із ним увійшов холод. «Ти обіцяв \
             писати», — сказала вона й поставила лампу між ними, ніби та могла відповісти за неї.",
            95,
        ),
        (
            "el",
            "Άνοιξε την πόρτα πριν προλάβει να χτυπήσει ξανά, και το κρύο μπήκε μαζί του. «Είπες πως θα έγραφες», \
             του είπε, κι ακούμπησε τη λάμπα ανάμεσά τους σαν να μπορούσε να απαντήσει εκείνη.",
            150,
        ),
        (
            "ar",
            "فتحت الباب قبل أن يطرق مرة أخرى، ودخل البرد معه. قالت له: «قلت إنك ستكتب»، ووضعت المصباح بينهما كأنه \
             يستطيع أن يجيب عنها.",
            54,
        ),
        (
            "fa",
            "پیش از آنکه دوباره در بزند در را باز کرد و سرما همراه او به درون آمد. گفت: «گفته بودی که نامه \
             می‌نویسی» و چراغ را میان خودشان گذاشت.",
            81,
        ),
        (
            "he",
            "היא פתחה את הדלת לפני שהספיק לדפוק שוב, והקור נכנס איתו. „אמרת שתכתוב”, אמרה לו, והניחה את המנורה \
             ביניהם כאילו היא יכולה לענות במקומה.",
            127,
        ),
        (
            "hi",
            "इससे पहले कि वह फिर दस्तक देता, उसने दरवाज़ा खोल दिया, और उसके साथ ठंड भी भीतर आ गई। “तुमने कहा था कि \
             तुम लिखोगे,” उसने कहा, और दीपक को उनके बीच रख दिया।",
            145,
        ),
        (
            "zh",
            "他还没来得及再敲门，她就把门打开了，寒气随他一起涌了进来。“你说过会写信的。”她对他说，把灯放在两人中间，仿佛灯能替她回答。",
            57,
        ),
        (
            "ja",
            "彼がもう一度ノックする前に彼女は扉を開け、冷気が彼と一緒に入ってきた。「手紙を書くと言ったじゃない」と彼女は言い、ランプを\
             二人のあいだに置いた。",
            59,
        ),
        (
            "ko",
            "그가 다시 문을 두드리기 전에 그녀는 문을 열었고, 찬 공기가 그와 함께 들어왔다. “편지를 쓰겠다고 했잖아요.” 그녀는 그렇게 \
             말하고 등불을 두 사람 사이에 내려놓았다.",
            60,
        ),
        (
            "th",
            "เธอเปิดประตูก่อนที่เขาจะเคาะอีกครั้ง และความหนาวก็เข้ามาพร้อมกับเขา เธอบอกเขาว่าเขาเคยสัญญาว่าจะเขียนจดหมาย \
             แล้ววางตะเกียงลงระหว่างทั้งสอง",
            67,
        ),
    ];

    #[test]
    fn no_language_is_counted_short_and_none_twice() {
        for (language, text, measured) in MEASURED {
            let counted = estimate(text);
            // A tenth of every context is kept free beside.
            assert!(
                counted * 10 >= measured * 9 && counted * 2 <= measured * 3,
                "{language}: {counted} for {measured}"
            );
        }
    }

    #[test]
    fn words_of_every_language_have_room_in_an_answer() {
        for (language, text, measured) in MEASURED {
            let words = words_of(text);
            let room = tokens_for_words(words, language);
            assert!(
                room * 10 >= measured * 9,
                "{language}: {room} for {words} words, which are {measured} tokens"
            );
        }
    }

    #[test]
    fn a_language_is_known_by_its_tag_and_by_its_name() {
        for (language, tokens) in [
            ("", 150),
            ("en-GB", 150),
            ("English", 150),
            ("Deutsch", 250),
            ("pl", 250),
            ("ru-RU", 300),
            ("Russian", 300),
            ("русский", 300),
            ("ελληνικά", 450),
            ("हिन्दी", 450),
            ("עברית", 500),
            ("العربية", 300),
            ("zh-Hans", 150),
            ("日本語", 150),
            ("한국어", 300),
        ] {
            assert_eq!(tokens_for_words(100, language), tokens, "{language}");
        }
    }

    #[test]
    fn a_text_is_cut_where_its_tokens_end() {
        for text in [
            "It rained. ".repeat(40),
            "Шёл дождь. ".repeat(40),
            "雨".repeat(90),
            "é".repeat(90),
        ] {
            for tokens in [2, 10, 33] {
                let beginning = &text[..beginning_within(&text, tokens)];
                let end = &text[end_within(&text, tokens)..];
                for part in [beginning, end] {
                    let counted = estimate(part);
                    assert!(
                        counted <= tokens && counted + 2 >= tokens,
                        "{counted} of {tokens}: {part}"
                    );
                }
            }
            assert_eq!(
                (beginning_within(&text, 999), end_within(&text, 999)),
                (text.len(), 0)
            );
        }
    }
}
