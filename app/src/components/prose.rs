//! The manuscript. Model text is shown as text, never as HTML.

use crate::live::{Following, Paragraph};
use domain::text::paragraphs;
use leptos::prelude::*;

/// The class of a paragraph: a line of asterisks or dashes alone divides scenes.
fn class_of(text: &str) -> Option<&'static str> {
    let divides = text
        .chars()
        .all(|c| matches!(c, '*' | '#' | '-' | '—' | '⁂' | '·' | ' '));
    divides.then_some("divider")
}

/// A finished text.
#[component]
pub fn Prose(
    /// The text, paragraphs divided by blank lines.
    text: String,
) -> AnyView {
    paragraphs(&text)
        .map(|paragraph| {
            view! { <p class=class_of(paragraph)>{paragraph.to_owned()}</p> }
        })
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
        <For each=move || paragraphs.get() key=|paragraph| paragraph.key let:paragraph>
            <Finished paragraph/>
        </For>
        <p class="tail">
            {move || tail.get()}
            <span class="caret" class:still=move || !writing.get() aria-hidden="true"></span>
        </p>
    }
    .into_any()
}

#[component]
fn Finished(paragraph: Paragraph) -> AnyView {
    view! { <p class=class_of(&paragraph.text)>{paragraph.text.to_string()}</p> }.into_any()
}
