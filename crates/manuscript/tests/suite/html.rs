use crate::{PROSE, lost, read_plain, texts, titles};
use exchange::import::{ImportLossKind, Manuscript};

fn read(text: &str) -> Manuscript {
    read_plain("novel.html", text.as_bytes()).expect("a manuscript")
}

fn only(text: &str) -> String {
    read(text).chapters.remove(0).text
}

#[test]
fn headings_are_chapters() {
    let manuscript = read(&format!(
        "<!DOCTYPE html><html lang=de><head><title>The Boat</title><meta name=author content='A. Writer'></head><body><h1>The Boat</h1>\
         <h2>One</h2><p>{PROSE}</p><h2>Two<br>words</h2><p>{PROSE}"
    ));
    assert_eq!(titles(&manuscript), ["One", "Two words"]);
    assert_eq!(
        (manuscript.title.as_str(), manuscript.author.as_str()),
        ("The Boat", "A. Writer")
    );
    assert_eq!(
        (
            manuscript.language.as_deref(),
            manuscript.front_matter.as_str()
        ),
        (Some("de"), "")
    );
}

#[test]
fn white_space_is_one_space_and_breaks_are_lines() {
    assert_eq!(
        only("<p>  It\n  rained. </p><p>One<br>two<br><br>three &amp; four</p>"),
        "It rained.\n\nOne\ntwo\n\nthree & four"
    );
    assert_eq!(only("<p>海は\n静かだった。</p>"), "海は静かだった。");
    assert_eq!(only("<pre>One\n  two\n\nthree</pre>"), "One\ntwo\n\nthree");
}

#[test]
fn emphasis_comes_from_tags_styles_and_classes() {
    assert_eq!(
        only(
            "<style>.x, p.y { font-style: italic } .z{font-weight:700}</style><p>A <em>b</em> <b><i>c</i></b> <span class=x>d</span> \
              <span style='font-weight: bold'>e</span> <i>f <span style='font-style:normal'>g</span></i></p><p class=y>h</p><p class=z>k</p>"
        ),
        "A *b* ***c*** *d* **e** *f* g\n\n*h*\n\n**k**"
    );
}

#[test]
fn unclosed_and_crossed_tags_are_read() {
    assert_eq!(
        only("<p>One<p>Two <b>three <i>four</b> five</i> six</div></p><td>seven"),
        "One\n\nTwo **three** ***four*** five six\n\nseven"
    );
}

#[test]
fn what_is_no_text_is_left_out() {
    assert_eq!(
        only(
            "<nav><a href=x>Home</a></nav><script>if (a<b) { document.write('<p>no') }</script><p>Yes.</p><p hidden>No.</p><style>p{}</style><button>No</button>"
        ),
        "Yes."
    );
}

#[test]
fn losses_are_listed_and_their_text_is_kept() {
    let manuscript = read(
        "<p>She saw it<sup><a href='#n1'>1</a></sup> <del>gone</del><ruby>海<rt>うみ</rt></ruby> there.</p><table><tr><td>Mara</td></tr></table>\
         <img src=a alt='A boat'><ul><li>an oar</li><li>a rope</li></ul><hr><p>End.</p><aside id=n1>A bell.</aside>",
    );
    assert_eq!(
        texts(&manuscript),
        ["She saw it 海 there.\n\nMara\n\nan oar\n\na rope\n\n***\n\nEnd."]
    );
    for (kind, text) in [
        (ImportLossKind::Footnote, "A bell."),
        (ImportLossKind::Deletion, "gone"),
        (ImportLossKind::Ruby, ""),
        (ImportLossKind::Table, ""),
        (ImportLossKind::Picture, "A boat"),
        (ImportLossKind::List, ""),
    ] {
        let losses = lost(&manuscript, kind);
        assert_eq!(
            (losses.len(), losses[0].text.as_str()),
            (1, text),
            "{kind:?}"
        );
    }
    assert_eq!(
        lost(&manuscript, ImportLossKind::Footnote)[0].place.after,
        "She saw it"
    );
}
