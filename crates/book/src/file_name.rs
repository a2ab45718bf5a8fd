//! Names of files: safe ones, and the header that gives one to a browser.

/// The most characters of a name without its extension.
const LONGEST: usize = 80;

/// For a title without a letter that could be kept.
const UNNAMED: &str = "book";

/// The value of `Content-Disposition` for a file that is named after a title: a name in ASCII for old programs, and
/// the whole name as RFC 5987 writes it.
///
/// ```
/// assert_eq!(
///     book::content_disposition("Ça ira", "epub"),
///     "attachment; filename=\"Ca ira.epub\"; filename*=UTF-8''%C3%87a%20ira.epub"
/// );
/// ```
pub fn content_disposition(title: &str, extension: &str) -> String {
    format!(
        "attachment; filename=\"{}\"; filename*=UTF-8''{}",
        ascii(title, extension),
        percent_encoded(&readable(title, extension))
    )
}

/// A title as a file's name, with letters of all scripts.
pub fn readable(title: &str, extension: &str) -> String {
    named(&title.chars().map(kept).collect::<String>(), extension)
}

/// The same in ASCII.
fn ascii(title: &str, extension: &str) -> String {
    let mut name = String::new();
    for c in title.chars().map(kept) {
        match c {
            // Both have a meaning within the header's quotes.
            '%' | '\\' => name.push(' '),
            c if c.is_ascii() => name.push(c),
            c => name.push_str(plain(c)),
        }
    }
    named(&name, extension)
}

/// A part of a name in small letters and figures of ASCII, with hyphens between its words; may be empty.
pub(crate) fn slug(title: &str) -> String {
    let mut slug = String::new();
    let mut push = |c: char| {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.ends_with('-') && !matches!(c, '\'' | '’') {
            slug.push('-');
        }
    };
    for c in title.chars() {
        match plain(c) {
            "" => push(c),
            letters => letters.chars().for_each(&mut push),
        }
    }
    let slug: String = slug.trim_matches('-').chars().take(LONGEST / 2).collect();
    slug.trim_end_matches('-').to_owned()
}

/// A character as it may stand in a name; what has a meaning to a file system, or can't be seen, is a space.
fn kept(c: char) -> char {
    match c {
        '"' => '\'',
        '/' | '\\' | ':' | '*' | '?' | '<' | '>' | '|' => ' ',
        '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{ffff}' => ' ',
        c if c.is_control() => ' ',
        c => c,
    }
}

/// The name with its spaces in order, not too long, and none that Windows keeps for itself.
fn named(name: &str, extension: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(LONGEST).collect();
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let lower = name.to_ascii_lowercase();
    let device = lower.split('.').next().unwrap_or_default();
    let is_device = matches!(device, "con" | "prn" | "aux" | "nul")
        || (device.len() == 4
            && (device.starts_with("com") || device.starts_with("lpt"))
            && device.ends_with(|c: char| c.is_ascii_digit()));
    if !name.chars().any(char::is_alphanumeric) {
        format!("{UNNAMED}.{extension}")
    } else if is_device {
        format!("{UNNAMED} {name}.{extension}")
    } else {
        format!("{name}.{extension}")
    }
}

/// RFC 5987's `value-chars`.
fn percent_encoded(name: &str) -> String {
    let mut encoded = String::new();
    for byte in name.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte);
        match is_plain {
            true => encoded.push(char::from(byte)),
            false => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// A letter of the Latin alphabets, a quotation mark or a dash in ASCII; nothing for any other.
fn plain(c: char) -> &'static str {
    const LETTERS: [(&str, &str); 56] = [
        ("ÀÁÂÃÅĀĂĄ", "A"),
        ("àáâãåāăą", "a"),
        ("Ä", "Ae"),
        ("ä", "ae"),
        ("Æ", "AE"),
        ("æ", "ae"),
        ("ÇĆĈĊČ", "C"),
        ("çćĉċč", "c"),
        ("ĎĐÐ", "D"),
        ("ďđð", "d"),
        ("ÈÉÊËĒĔĖĘĚ", "E"),
        ("èéêëēĕėęě", "e"),
        ("ĜĞĠĢ", "G"),
        ("ĝğġģ", "g"),
        ("ĤĦ", "H"),
        ("ĥħ", "h"),
        ("ÌÍÎÏĨĪĬĮİ", "I"),
        ("ìíîïĩīĭįı", "i"),
        ("Ĵ", "J"),
        ("ĵ", "j"),
        ("Ķ", "K"),
        ("ķ", "k"),
        ("ĹĻĽĿŁ", "L"),
        ("ĺļľŀł", "l"),
        ("ÑŃŅŇ", "N"),
        ("ñńņň", "n"),
        ("ÒÓÔÕØŌŎŐ", "O"),
        ("òóôõøōŏő", "o"),
        ("Ö", "Oe"),
        ("ö", "oe"),
        ("Œ", "OE"),
        ("œ", "oe"),
        ("ŔŖŘ", "R"),
        ("ŕŗř", "r"),
        ("ŚŜŞŠȘ", "S"),
        ("śŝşšș", "s"),
        ("ŢŤŦȚ", "T"),
        ("ţťŧț", "t"),
        ("ÙÚÛŨŪŬŮŰŲ", "U"),
        ("ùúûũūŭůűų", "u"),
        ("Ü", "Ue"),
        ("ü", "ue"),
        ("Ŵ", "W"),
        ("ŵ", "w"),
        ("ÝŶŸ", "Y"),
        ("ýŷÿ", "y"),
        ("ŹŻŽ", "Z"),
        ("źżž", "z"),
        ("ẞ", "SS"),
        ("ß", "ss"),
        ("Þ", "Th"),
        ("þ", "th"),
        ("‘’‚", "'"),
        ("“”„«»", "'"),
        ("‐‑‒–—―", "-"),
        ("…", "..."),
    ];
    if c.is_ascii() {
        return "";
    }
    let found = LETTERS.iter().find(|(letters, _)| letters.contains(c));
    found.map_or("", |(_, plain)| *plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_header_has_both_names() {
        for (title, header) in [
            (
                "The Lamp",
                "attachment; filename=\"The Lamp.pdf\"; filename*=UTF-8''The%20Lamp.pdf",
            ),
            (
                "Straße – Łódź",
                "attachment; filename=\"Strasse - Lodz.pdf\"; \
                 filename*=UTF-8''Stra%C3%9Fe%20%E2%80%93%20%C5%81%C3%B3d%C5%BA.pdf",
            ),
            (
                "夜",
                "attachment; filename=\"book.pdf\"; filename*=UTF-8''%E5%A4%9C.pdf",
            ),
            (
                "a\"b\r\nc/d%41\\",
                "attachment; filename=\"a'b c d 41.pdf\"; filename*=UTF-8''a%27b%20c%20d%2541.pdf",
            ),
        ] {
            assert_eq!(content_disposition(title, "pdf"), header);
        }
    }

    #[test]
    fn names_are_safe_on_every_system() {
        for (title, name) in [
            ("", "book.md"),
            ("...", "book.md"),
            ("../../etc/passwd", "etc passwd.md"),
            ("CON", "book CON.md"),
            ("com1.x", "book com1.x.md"),
            (
                "Tom & \"Ann\" <draft> 夜/昼 🌙",
                "Tom & 'Ann' draft 夜 昼 🌙.md",
            ),
            ("\u{202e}fdp.exe", "fdp.exe.md"),
            ("?*|", "book.md"),
        ] {
            assert_eq!(readable(title, "md"), name, "{title}");
        }
        assert_eq!(readable(&"x".repeat(500), "md").len(), LONGEST + 3);
    }

    #[test]
    fn a_slug_is_plain() {
        assert_eq!(slug("Don’t – Açaí & Zürich!"), "dont-acai-zuerich");
        assert_eq!(slug("夜"), "");
        assert_eq!(slug(" --- "), "");
    }

    proptest! {
        #[test]
        fn a_header_is_one_line_of_ascii(title in any::<String>()) {
            let header = content_disposition(&title, "epub");
            prop_assert!(header.bytes().all(|byte| (0x20..0x7f).contains(&byte)));
            prop_assert_eq!(header.matches('"').count(), 2);
        }
    }
}
