//! Which encoding a text file has.

use crate::error::ReadError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE,
};

/// How much of a page of HTML may tell its encoding, in bytes.
const HEAD: usize = 2_048;

/// So many characters beyond ASCII leave no doubt about an encoding of several bytes.
const ENOUGH: usize = 40;

/// A text, and how it was decoded.
#[derive(Debug)]
pub(crate) struct DecodedText {
    /// The text, without a byte order mark.
    pub text: String,
    /// The usual name of the encoding.
    pub name: &'static str,
    /// Whether it is beyond doubt.
    pub is_sure: bool,
    /// How many characters could not be decoded.
    pub replaced: usize,
}

impl DecodedText {
    /// Whether this is no text at all: control characters all over.
    pub(crate) fn looks_binary(&self) -> bool {
        let is_odd = |c: &char| matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{19}' | '\u{1c}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffd}');
        let (mut all, mut odd) = (0_usize, 0_usize);
        for c in self.text.chars().take(1 << 16) {
            all += 1;
            odd += usize::from(is_odd(&c));
        }
        odd * 20 > all
    }
}

/// Decodes a text file: as the caller says, by its byte order mark, as UTF-8, as UTF-16, or as what is most likely.
pub(crate) fn decoded(bytes: &[u8], named: Option<&str>) -> Result<DecodedText, ReadError> {
    if let Some(name) = named {
        let encoding = Encoding::for_label(name.trim().as_bytes())
            .ok_or_else(|| ReadError::UnknownEncoding(name.to_owned()))?;
        return Ok(with(encoding, bytes, true));
    }
    Ok(found(bytes).unwrap_or_else(|| guessed(bytes)))
}

/// The same for HTML and XML, which may name their encoding.
pub(crate) fn decoded_html(bytes: &[u8], named: Option<&str>) -> Result<DecodedText, ReadError> {
    if named.is_some() {
        return decoded(bytes, named);
    }
    if let Some(found) = found(bytes) {
        return Ok(found);
    }
    match declared(&bytes[..bytes.len().min(HEAD)]) {
        Some(encoding) => Ok(with(encoding, bytes, true)),
        None => Ok(guessed(bytes)),
    }
}

/// What leaves no doubt.
fn found(bytes: &[u8]) -> Option<DecodedText> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(with(encoding, bytes, true));
    }
    if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) {
        return Some(with(UTF_8, bytes, true));
    }
    utf_16(bytes).map(|encoding| with(encoding, bytes, true))
}

/// UTF-16 without a byte order mark: one byte of most characters is 0, or line ends and spaces say so.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1 << 16)];
    if !bytes.len().is_multiple_of(2) || sample.len() < 4 {
        return None;
    }
    let pairs = || sample.chunks_exact(2);
    let count = pairs().count();
    let small = |high: usize| {
        let is_small =
            |pair: &&[u8]| pair[high] == 0 && matches!(pair[1 - high], b'\n' | b'\r' | b' '..=b'~');
        pairs().filter(is_small).count()
    };
    let (little, big) = (small(1), small(0));
    let (most, encoding) = match little > big {
        true => (little, UTF_16LE),
        false => (big, UTF_16BE),
    };
    // A text in Chinese has at least its line ends.
    let is_clear = most * 2 > count || (most * 100 > count && most > 8 * little.min(big).max(1));
    if !is_clear {
        return None;
    }
    let (text, _) = encoding.decode_without_bom_handling(sample);
    (text.chars().filter(|c| *c == '\u{fffd}').count() <= 1).then_some(encoding)
}

/// The encoding that `<meta charset>` or `<?xml encoding?>` names.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let name = |from: &str| {
        let rest = &head[head.find(from)? + from.len()..];
        let rest = rest.trim_start_matches([' ', '=', '"', '\'']);
        let end = rest.find(['"', '\'', ' ', ';', '>', '?', '/']);
        Encoding::for_label(&rest.as_bytes()[..end?])
    };
    // A page that could be read as far as this is not in UTF-16, and `found` knows UTF-8.
    let told = name("charset").or_else(|| name("encoding"));
    told.filter(|encoding| ![UTF_16LE, UTF_16BE, UTF_8].contains(encoding))
}

fn guessed(bytes: &[u8]) -> DecodedText {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Allow);
    let mut decoded = with(encoding, bytes, false);
    let is_of_several_bytes =
        [GB18030, GBK, BIG5, SHIFT_JIS, EUC_KR, EUC_JP, UTF_8].contains(&encoding);
    let foreign = decoded.text.chars().filter(|c| !c.is_ascii()).take(ENOUGH);
    decoded.is_sure = is_of_several_bytes && decoded.replaced == 0 && foreign.count() == ENOUGH;
    decoded
}

fn with(encoding: &'static Encoding, bytes: &[u8], is_sure: bool) -> DecodedText {
    // The text itself may have this character.
    let (text, used, had_errors) = encoding.decode(bytes);
    let replaced = match had_errors {
        true => text.chars().filter(|c| *c == '\u{fffd}').count(),
        false => 0,
    };
    DecodedText {
        text: text.into_owned(),
        name: used.name(),
        is_sure,
        replaced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: &str = "Über den Dächern lag noch Nebel, als Jörg die Tür öffnete und grüßte. ";
    const RUSSIAN: &str = "Она открыла окно и долго смотрела на море, которое не шумело. ";
    const CHINESE: &str = "她打开窗户，看着平静的大海，想起了很久以前的那个夏天。";
    const JAPANESE: &str = "彼女は窓を開けて、静かな海を長いあいだ見つめていた。";
    const KOREAN: &str = "그녀는 창문을 열고 조용한 바다를 오랫동안 바라보았다. ";

    #[test]
    fn the_encoding_is_found() -> Result<(), ReadError> {
        use encoding_rs::{WINDOWS_1251, WINDOWS_1252};
        for (encoding, text, is_sure) in [
            (UTF_8, GERMAN, true),
            (WINDOWS_1252, GERMAN, false),
            (WINDOWS_1251, RUSSIAN, false),
            (GB18030, CHINESE, true),
            (
                BIG5,
                "她打開窗戶，看著平靜的大海，想起了很久以前的那個夏天。",
                true,
            ),
            (SHIFT_JIS, JAPANESE, true),
            (EUC_KR, KOREAN, true),
        ] {
            let text = text.repeat(4);
            let (bytes, _, _) = encoding.encode(&text);
            let decoded = decoded(&bytes, None)?;
            assert_eq!(decoded.text, text, "{}", encoding.name());
            assert_eq!(decoded.is_sure, is_sure, "{}", encoding.name());
        }
        Ok(())
    }

    #[test]
    fn utf_16_is_found_with_and_without_a_mark() -> Result<(), ReadError> {
        let text = format!("{GERMAN}\n\n{RUSSIAN}\n");
        for (big, mark) in [(true, true), (true, false), (false, true), (false, false)] {
            let units = mark
                .then_some(0xfeff)
                .into_iter()
                .chain(text.encode_utf16());
            let bytes: Vec<u8> = units
                .flat_map(|unit| {
                    if big {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                })
                .collect();
            let decoded = decoded(&bytes, None)?;
            assert_eq!(
                (decoded.text.as_str(), decoded.is_sure),
                (text.as_str(), true),
                "{big} {mark}"
            );
        }
        Ok(())
    }

    #[test]
    fn a_caller_may_name_it() -> Result<(), ReadError> {
        assert_eq!(decoded(b"\xe4", Some("windows-1252"))?.text, "ä");
        assert_eq!(decoded(b"\xe4", Some("windows-1251"))?.text, "д");
        assert!(matches!(
            decoded(b"a", Some("latin-99")),
            Err(ReadError::UnknownEncoding(_))
        ));
        Ok(())
    }

    #[test]
    fn html_names_its_own() -> Result<(), ReadError> {
        let page = b"<html><meta charset='windows-1251'><p>\xe4\xe0</p>";
        let decoded = decoded_html(page, None)?;
        assert!(decoded.text.contains("да") && decoded.is_sure);
        Ok(())
    }

    #[test]
    fn what_can_not_be_decoded_is_counted() -> Result<(), ReadError> {
        assert_eq!(decoded(b"a\xff\xfeb", Some("utf-8"))?.replaced, 2);
        Ok(())
    }
}
