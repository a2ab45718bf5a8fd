//! Which pages of a book are no part of its text.

use super::package::SpineItem;
use super::toc::Toc;
use crate::block::BlockKind;
use crate::divide::text_of;
use crate::front_matter::{is_imprint, is_prose};
use crate::heading;
use crate::html::HtmlPage;

/// What pages say they are, if they are none of the text.
const TYPES: &[&str] = &[
    "cover",
    "titlepage",
    "title-page",
    "halftitlepage",
    "toc",
    "landmarks",
    "loi",
    "lot",
    "copyright-page",
    "colophon",
    "imprint",
    "index",
    "other-credits",
    "nav",
];

/// How such pages are called in a table of contents, in small letters.
const TITLES: &[&str] = &[
    "cover",
    "title page",
    "half title",
    "copyright",
    "copyright page",
    "contents",
    "table of contents",
    "imprint",
    "colophon",
    "cover page",
    "titelseite",
    "impressum",
    "inhalt",
    "inhaltsverzeichnis",
    "umschlag",
    "cover image",
    "couverture",
    "page de titre",
    "sommaire",
    "table des matières",
    "mentions légales",
    "portada",
    "cubierta",
    "créditos",
    "índice",
    "copertina",
    "frontespizio",
    "colofon",
    "titelpagina",
    "обложка",
    "титульный лист",
    "содержание",
    "оглавление",
    "okładka",
    "strona tytułowa",
    "spis treści",
    "封面",
    "版权",
    "版权页",
    "目录",
    "表紙",
    "目次",
    "奥付",
];

/// What pages of the text say they are.
const BODY: &[&str] = &[
    "chapter",
    "part",
    "volume",
    "prologue",
    "epilogue",
    "bodymatter",
    "preface",
    "foreword",
    "introduction",
];

/// What pages before the text say they are.
const FRONT: &[&str] = &["dedication", "epigraph", "frontmatter"];

/// What pages behind the text say they are.
const BACK: &[&str] = &[
    "backmatter",
    "acknowledgments",
    "acknowledgements",
    "appendix",
    "contributors",
];

/// A page that was read.
#[derive(Debug)]
pub(super) struct ReadPage {
    /// Where it is in the archive.
    pub path: String,
    /// What is on it.
    pub page: HtmlPage,
    /// Its text, if it is left out.
    pub left_out: Option<String>,
    /// Whether it is a dedication or the like, before the text.
    pub is_front: bool,
    guide: Option<String>,
    is_aside: bool,
}

impl ReadPage {
    pub(super) fn of(item: &SpineItem, page: HtmlPage, guide: Option<String>) -> Self {
        Self {
            path: item.path.clone(),
            page,
            left_out: None,
            is_front: false,
            guide,
            is_aside: item.is_aside,
        }
    }

    /// Whether it is part of the text.
    pub(super) const fn is_kept(&self) -> bool {
        self.left_out.is_none()
    }

    fn is_prose(&self) -> bool {
        is_prose(&self.page.content.blocks)
    }

    /// Whether a sentence is on it.
    fn has_sentence(&self) -> bool {
        let mut blocks = self
            .page
            .content
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Paragraph);
        blocks.any(|block| {
            domain::text::count_words(&block.text) >= 3
                && text::prose::ends_like_a_sentence(&block.text)
        })
    }

    fn is_any(&self, kinds: &[&str]) -> bool {
        self.page
            .types
            .iter()
            .any(|kind| kinds.contains(&kind.as_str()))
    }

    fn says_it_is_none(&self) -> bool {
        let is_known = |kind: &str| TYPES.contains(&kind.trim_start_matches("other."));
        self.guide.as_deref().is_some_and(is_known)
            || self.page.types.iter().any(|kind| is_known(kind))
    }
}

/// Marks the pages that are no part of the text: those that say so, and those before and behind the text that have no
/// prose. A page of prose is always kept, whatever it says.
pub(super) fn leave_out(pages: &mut [ReadPage], toc: &Toc) {
    let reads_like_text = |page: &ReadPage| {
        let blocks = &page.page.content.blocks;
        let first = blocks.iter().find(|block| !block.text.is_empty());
        let own = first.and_then(|block| heading::parsed(&block.text));
        let mut titles = toc.of_file(&page.path);
        page.is_any(BODY)
            || own.is_some()
            || titles.any(|entry| heading::parsed(&entry.title).is_some())
    };
    let is_text = |page: &ReadPage| page.is_prose() || reads_like_text(page);
    let first = pages.iter().position(&is_text).unwrap_or(0);
    for (at, page) in pages.iter_mut().enumerate() {
        let blocks = &page.page.content.blocks;
        let is_empty = blocks.iter().all(|block| block.text.is_empty());
        let mut titles = toc.of_file(&page.path);
        let is_called = titles.any(|entry| TITLES.contains(&entry.title.to_lowercase().as_str()));
        let imprint = blocks.iter().any(|block| is_imprint(&block.text));
        let is_none = is_empty
            || (!page.is_prose()
                && (page.says_it_is_none()
                    || page.is_aside
                    || is_called
                    || (imprint && !reads_like_text(page))
                    || (at < first && !page.has_sentence() && !reads_like_text(page))
                    || is_list_of_links(page)));
        if is_none {
            page.left_out = Some(text_of(blocks));
        } else if !page.is_prose() && page.is_any(FRONT) {
            page.is_front = at < first;
        } else if !page.is_prose() && at > first && page.is_any(BACK) {
            page.left_out = Some(text_of(blocks));
        }
    }
}

/// A table of contents as a page of its own: many short lines, no sentence.
fn is_list_of_links(page: &ReadPage) -> bool {
    let blocks = &page.page.content.blocks;
    let first = blocks.iter().find(|block| !block.text.is_empty());
    first.is_some_and(|block| heading::is_contents(&block.text)) && !page.has_sentence()
}
