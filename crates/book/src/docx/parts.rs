//! The small parts of a Word document: what it consists of, its properties, its running head and foot.

use super::DocumentStyle;
use super::document::{NAMESPACE, XML};
use crate::contents::PreparedBook;
use crate::markup::escaped;

pub(crate) const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>\
<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>\
<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
</Types>";

pub(crate) const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
</Relationships>";

pub(crate) const DOCUMENT_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" Target=\"settings.xml\"/>\
<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>\
<Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>\
</Relationships>";

/// Title, author and date.
pub(crate) fn properties(contents: &PreparedBook<'_>) -> String {
    let title = escaped(&contents.title);
    let author = escaped(&contents.author);
    let language = escaped(contents.language.as_deref().unwrap_or_default());
    let seconds = contents.book.modified.millis().div_euclid(1000);
    let at = domain::Timestamp(seconds.saturating_mul(1000)).to_rfc3339();
    format!(
        "{XML}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>{language}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:modified></cp:coreProperties>"
    )
}

/// How Word treats the document.
pub(crate) fn settings(look: &DocumentStyle<'_>) -> String {
    let (margins, hyphens) = match look.is_manuscript {
        true => ("", ""),
        false => ("<w:mirrorMargins/>", "<w:autoHyphenation/>"),
    };
    format!(
        "{XML}<w:settings {NAMESPACE}>{margins}<w:defaultTabStop w:val=\"720\"/>{hyphens}\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:doNotExpandShiftReturn/>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat></w:settings>"
    )
}

/// The running head of a manuscript: surname, title in capitals, and the page's number. A book for reading has the
/// title alone.
pub(crate) fn header(look: &DocumentStyle<'_>) -> String {
    let contents = look.contents;
    let text = match look.is_manuscript {
        true => {
            let surname = surname(&contents.author);
            let title = contents.title.to_uppercase();
            let parts = [surname, title.as_str()];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            format!("{} / ", parts.join(" / "))
        }
        false => contents.title.clone(),
    };
    let number = if look.is_manuscript { PAGE } else { "" };
    format!(
        "{XML}<w:hdr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>{number}</w:p></w:hdr>",
        escaped(&text)
    )
}

/// The foot of a page: its number, where the head does not have it.
pub(crate) fn footer(look: &DocumentStyle<'_>) -> String {
    let number = if look.is_manuscript { "" } else { PAGE };
    format!(
        "{XML}<w:ftr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{number}</w:p></w:ftr>"
    )
}

/// The number of the page.
const PAGE: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
    <w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

/// The last word of a name, or what stands before a comma.
fn surname(author: &str) -> &str {
    match author.split_once(',') {
        Some((surname, _)) => surname.trim(),
        None => author.split_whitespace().next_back().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::surname;

    #[test]
    fn a_surname_is_found() {
        assert_eq!(surname("Virginia Woolf"), "Woolf");
        assert_eq!(surname("Woolf, Virginia"), "Woolf");
        assert_eq!(surname("Colette"), "Colette");
        assert_eq!(surname(""), "");
    }
}
