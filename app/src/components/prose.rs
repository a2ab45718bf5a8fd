//! The manuscript. Model text is shown as text, never as HTML.

use super::{TextLanguage, rows};
use crate::live::Following;
use domain::text::{emphasis, paragraphs};
use leptos::prelude::*;

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
        <div class="prose" lang=TextLanguage::here()>
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
) -> AnyView {
    paragraphs(&text)
        .map(paragraph_view)
        .collect_view()
        .into_any()
}

/// A text that is being written. A token touches the last text node and nothing else.
#[component]
pub fn LiveProse(
    /// The draft.
    following: Following,
    /// Whether it is being written at this moment.
    #[prop(into)]
    writing: Signal<bool>,
) -> AnyView {
    let Following {
        paragraphs, tail, ..
    } = following;
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
    if class.is_some() || !text.contains('*') {
        return view! {
            <p class=class dir="auto">
                {text.to_owned()}
            </p>
        }
        .into_any();
    }
    let pieces = emphasis(text).into_iter().map(|(emphasised, text)| {
        let text = text.to_owned();
        if emphasised {
            view! { <em>{text}</em> }.into_any()
        } else {
            text.into_any()
        }
    });
    view! { <p dir="auto">{pieces.collect_view()}</p> }.into_any()
}
