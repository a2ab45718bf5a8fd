//! The manuscript. Model text is shown as text, never as HTML.

use super::{TextLanguage, rows};
use crate::live::LiveDraft;
use domain::text::{EmphasisSpan, emphasis, paragraphs};
use leptos::prelude::*;

/// The id of a marked passage's beginning.
pub const PASSAGE_ID: &str = "passage";

/// Where something is in a text, in bytes: from, to.
pub type TextRange = (usize, usize);

/// The class of a paragraph: a line of asterisks or dashes alone divides scenes.
fn class_of(text: &str) -> Option<&'static str> {
    let divides = text
        .chars()
        .all(|c| matches!(c, '*' | '#' | '-' | '—' | '⁂' | '·' | ' '));
    divides.then_some("divider")
}

/// Around the text of a chapter: in the story's language, each paragraph in the direction of its words.
#[component]
pub fn Manuscript(
    /// The text.
    children: Children,
) -> AnyView {
    view! {
        <div class="prose" lang=TextLanguage::get()>
            {children()}
        </div>
    }
    .into_any()
}

/// A finished text.
#[component]
pub fn Prose(
    /// The text, paragraphs divided by blank lines.
    text: String,
    /// A passage of it that is marked, in bytes.
    #[prop(optional_no_strip)]
    marked: Option<TextRange>,
) -> AnyView {
    let (from, to) = marked.unwrap_or_default();
    paragraphs(&text)
        .map(|paragraph| {
            let at = offset(&text, paragraph);
            let is_marked = from < at + paragraph.len() && at < to;
            if is_marked {
                marked_view(paragraph, (from.saturating_sub(at), to - at), from >= at)
            } else {
                paragraph_view(paragraph)
            }
        })
        .collect_view()
        .into_any()
}

/// Where a part of a text begins in it.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// A text that is being written. A token touches the last text node and nothing else.
#[component]
pub fn LiveProse(
    /// The draft.
    live_draft: LiveDraft,
    /// Whether it is being written at this moment.
    #[prop(into)]
    writing: Signal<bool>,
) -> AnyView {
    let LiveDraft {
        paragraphs, tail, ..
    } = live_draft;
    view! {
        {rows(
            move || paragraphs.get(),
            |paragraph| paragraph.key,
            |paragraph| paragraph_view(&paragraph.text),
        )}
        <p class="tail" dir="auto">
            {tail}
            <span class="caret" class:still=move || !writing.get() aria-hidden="true"></span>
        </p>
    }
    .into_any()
}

fn paragraph_view(text: &str) -> AnyView {
    let class = class_of(text);
    if class.is_some() || !text.contains(['*', '_']) {
        return view! {
            <p class=class dir="auto">
                {text.to_owned()}
            </p>
        }
        .into_any();
    }
    let pieces = emphasis(text)
        .into_iter()
        .map(|span| styled(span, span.text.to_owned().into_any()));
    view! { <p dir="auto">{pieces.collect_view()}</p> }.into_any()
}

/// What is shown of a piece, in its style.
fn styled(span: EmphasisSpan<'_>, shown: AnyView) -> AnyView {
    match (span.emphasis, span.strong) {
        (false, false) => shown,
        (true, false) => view! { <em>{shown}</em> }.into_any(),
        (false, true) => view! { <strong>{shown}</strong> }.into_any(),
        (true, true) => view! {
            <strong>
                <em>{shown}</em>
            </strong>
        }
        .into_any(),
    }
}

/// A paragraph with a marked passage; where the passage begins in it, its mark can be gone to.
fn marked_view(paragraph: &str, (from, to): TextRange, mut begins: bool) -> AnyView {
    let mut pieces = Vec::new();
    for span in emphasis(paragraph) {
        let piece = span.text;
        let at = offset(paragraph, piece);
        let within = |place: usize| place.saturating_sub(at).min(piece.len());
        let (start, end) = (within(from), within(to));
        let (before, rest) = piece.split_at(start);
        let (marked, after) = rest.split_at(end - start);
        let mut views = vec![before.to_owned().into_any()];
        if !marked.is_empty() {
            let id = begins.then_some(PASSAGE_ID);
            let tabindex = begins.then_some("-1");
            begins = false;
            let text = marked.to_owned();
            views.push(view! { <mark id=id tabindex=tabindex>{text}</mark> }.into_any());
        }
        views.push(after.to_owned().into_any());
        pieces.push(styled(span, views.into_any()));
    }
    view! {
        <p class=class_of(paragraph) dir="auto">
            {pieces}
        </p>
    }
    .into_any()
}
