use crate::{PROSE, lost, read_plain, texts, titles, zip};
use exchange::import::{ImportLossKind, Manuscript};

const STYLES: &str = "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='de-DE'/></w:rPr></w:rPrDefault></w:docDefaults>\
    <w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>\
    <w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style>\
    <w:style w:type='paragraph' w:styleId='V1'><w:name w:val='toc 1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Quote'/><w:rPr><w:i/></w:rPr></w:style>\
    <w:style w:type='paragraph' w:styleId='Q2'><w:name w:val='Letter'/><w:basedOn w:val='Q'/></w:style>\
    <w:style w:type='character' w:styleId='E'><w:name w:val='Emphasis'/><w:rPr><w:i/></w:rPr></w:style></w:styles>";

fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        "<?xml version='1.0'?><w:document xmlns:w='w'><w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    let mut entries = vec![
        ("[Content_Types].xml", &b"<Types/>"[..]),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
    ];
    entries.extend(parts.iter().map(|(name, text)| (*name, text.as_bytes())));
    zip(&entries)
}

fn read_with(body: &str, parts: &[(&str, &str)]) -> Manuscript {
    read_plain("novel.docx", &docx(body, parts)).expect("a manuscript")
}

fn read(body: &str) -> Manuscript {
    read_with(body, &[])
}

fn styled(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn p(inner: &str) -> String {
    format!("<w:p>{inner}</w:p>")
}

fn t(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

fn prose() -> String {
    PROSE.split("\n\n").map(|text| p(&t(text))).collect()
}

#[test]
fn heading_styles_are_chapters_in_any_language() {
    let body = format!(
        "{}{}{}{}{}",
        styled("T", "The Boat"),
        styled("berschrift1", "One"),
        prose(),
        styled("berschrift1", "Two"),
        prose()
    );
    let core = "<cp:coreProperties><dc:title>draft7</dc:title><dc:creator>A. Writer</dc:creator></cp:coreProperties>";
    let manuscript = read_with(&body, &[("docProps/core.xml", core)]);
    assert_eq!(titles(&manuscript), ["One", "Two"]);
    assert_eq!(texts(&manuscript), [PROSE, PROSE]);
    assert_eq!(
        (manuscript.title.as_str(), manuscript.author.as_str()),
        ("The Boat", "A. Writer")
    );
    assert_eq!(manuscript.language.as_deref(), Some("de-DE"));
}

#[test]
fn italics_and_bold_come_from_runs_and_styles() {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>")
    };
    let body = p(&[
        t("It "),
        run("<w:i/>", "was "),
        run("<w:b/><w:i w:val='1'/>", "so"),
        run("<w:i w:val='0'/>", " far"),
        run("<w:rStyle w:val='E'/>", " away"),
        run("<w:rStyle w:val='E'/><w:i w:val='false'/>", "."),
    ]
    .concat());
    let letter = format!(
        "<w:p><w:pPr><w:pStyle w:val='Q2'/></w:pPr>{}{}</w:p>",
        t("Dear "),
        run("<w:rStyle w:val='E'/>", "Mara")
    );
    assert_eq!(
        texts(&read(&(body + &letter))),
        ["It *was* ***so*** far *away*.\n\n*Dear* Mara"]
    );
}

#[test]
fn insertions_are_taken_and_deletions_listed() {
    let body = format!(
        "<w:p>{}<w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>{}</w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>{}",
        t("A "),
        t("boat."),
        t("It "),
        p(&t("rained."))
    );
    let manuscript = read(&body);
    assert_eq!(texts(&manuscript), ["A new boat.\n\nIt rained."]);
    assert_eq!(lost(&manuscript, ImportLossKind::Deletion)[0].text, "old");
}

#[test]
fn notes_and_comments_are_listed_where_they_stand() {
    let body = p(&[
        t("She saw it"),
        "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:endnoteReference w:id='3'/></w:r><w:r><w:commentReference w:id='4'/></w:r>".to_owned(),
        t(" there."),
    ]
    .concat());
    let note = |kind: &str, id: u8, text: &str| {
        format!(
            "<w:x><w:{kind} w:id='{id}' w:author='Jon'><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}></w:x>"
        )
    };
    let parts = [
        note("footnote", 2, "A bell."),
        note("endnote", 3, "An end."),
        note("comment", 4, "Really?"),
    ];
    let manuscript = read_with(
        &body,
        &[
            ("word/footnotes.xml", &parts[0]),
            ("word/endnotes.xml", &parts[1]),
            ("word/comments.xml", &parts[2]),
        ],
    );
    assert_eq!(texts(&manuscript), ["She saw it there."]);
    for (kind, text) in [
        (ImportLossKind::Footnote, "Jon: A bell."),
        (ImportLossKind::Endnote, "Jon: An end."),
        (ImportLossKind::Comment, "Jon: Really?"),
    ] {
        let loss = lost(&manuscript, kind)[0];
        assert_eq!(
            (
                loss.text.as_str(),
                loss.place.after.as_str(),
                loss.place.number
            ),
            (text, "She saw it", 1)
        );
    }
}

#[test]
fn tables_pictures_and_boxes_are_listed_and_their_text_is_kept() {
    let drawing = |within: &str| {
        format!("<w:r><w:drawing><wp:docPr descr='A boat'/>{within}</w:drawing></w:r>")
    };
    let boxed = format!(
        "<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>",
        p(&t("A sign.")),
        p(&t("A sign."))
    );
    let body = format!(
        "{}<w:tbl><w:tblPr/><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl><w:p>{}<w:r>{boxed}</w:r>{}</w:p>",
        p(&(t("See") + &drawing("") + &t("."))),
        p(&t("Mara")),
        p(&t("keeper")),
        t("Before"),
        t(" and behind.")
    );
    let manuscript = read(&body);
    assert_eq!(
        texts(&manuscript),
        ["See.\n\nMara\n\nkeeper\n\nBefore and behind.\n\nA sign."]
    );
    assert_eq!(lost(&manuscript, ImportLossKind::Picture)[0].text, "A boat");
    assert_eq!(
        (
            lost(&manuscript, ImportLossKind::Table).len(),
            lost(&manuscript, ImportLossKind::TextBox).len()
        ),
        (1, 1)
    );
}

#[test]
fn a_table_of_contents_is_left_out() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let contents = format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>{}{}",
        p(&t("One 3")),
        styled("V1", "Two 17"),
        p(&[
            field("begin"),
            "<w:r><w:instrText> TOC \\o </w:instrText></w:r>".to_owned(),
            field("separate"),
            t("Three 40"),
            field("end")
        ]
        .concat())
    );
    let manuscript = read(&format!("{contents}{}", prose()));
    assert_eq!(texts(&manuscript), [PROSE]);
    assert!(!lost(&manuscript, ImportLossKind::Contents).is_empty());
}

#[test]
fn pages_begun_by_hand_divide_where_no_heading_does() {
    let page = "<w:p><w:r><w:br w:type='page'/></w:r></w:p>";
    let body = format!(
        "{}{}{page}{}{}",
        p(&t("The Lamp")),
        prose(),
        p(&t("Seven Boats")),
        prose()
    );
    let manuscript = read(&body);
    assert_eq!(titles(&manuscript), ["The Lamp", "Seven Boats"]);
    assert_eq!(texts(&manuscript), [PROSE, PROSE]);
}

#[test]
fn fields_tabs_breaks_and_hidden_text() {
    let body = p(&[
        "<w:r><w:tab/></w:r>".to_owned(),
        t("See "),
        "<w:fldSimple w:instr='PAGE'><w:r><w:t>7</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>here</w:t></w:r></w:hyperlink>".to_owned(),
        "<w:r><w:br/><w:t>and</w:t><w:noBreakHyphen/><w:t>on &amp; on</w:t><w:sym w:char='2022'/></w:r>".to_owned(),
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>".to_owned(),
    ]
    .concat());
    let manuscript = read(&body);
    assert_eq!(texts(&manuscript), ["See here\nand\u{2011}on & on•"]);
    assert_eq!(
        lost(&manuscript, ImportLossKind::HiddenText)[0].text,
        "secret"
    );
}

#[test]
fn a_chapter_that_was_not_styled_is_found_among_those_that_were() {
    let body = [
        styled("berschrift1", "Kapitel 1"),
        prose(),
        styled("berschrift1", "Kapitel 2"),
        prose(),
        p(&t("Kapitel 3")),
        prose(),
    ];
    let manuscript = read(&body.concat());
    assert_eq!(titles(&manuscript), ["Kapitel 1", "Kapitel 2", "Kapitel 3"]);
}

#[test]
fn headings_that_are_only_numbered_have_their_number() {
    let heading = "<w:p><w:pPr><w:pStyle w:val='berschrift1'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>";
    let manuscript = read(&format!("{heading}{}{heading}{}", prose(), prose()));
    assert_eq!(titles(&manuscript), ["1", "2"]);
}

#[test]
fn bold_lines_divide_where_nothing_else_does() {
    let bold = |text: &str| {
        p(&format!(
            "<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>"
        ))
    };
    let manuscript = read(
        &[
            bold("The Lamp"),
            prose(),
            bold("Stop!"),
            bold("Seven Boats"),
            prose(),
        ]
        .concat(),
    );
    assert_eq!(titles(&manuscript), ["The Lamp", "Seven Boats"]);
    assert!(texts(&manuscript)[0].ends_with("**Stop!**"));
    let manuscript = read(
        &[
            styled("berschrift1", "One"),
            bold("A sign"),
            prose(),
            styled("berschrift1", "Two"),
            prose(),
        ]
        .concat(),
    );
    assert_eq!(titles(&manuscript), ["One", "Two"]);
    assert!(texts(&manuscript)[0].starts_with("**A sign**"));
}
