//! Two texts side by side, paragraph beside paragraph, and what is picked from each.

use crate::{
    components::{Prose, TextLanguage, show},
    formatting,
};
use domain::{Comparison, DiffBlock, DiffSpan, Side, text::paragraphs};
use leptos::prelude::*;

/// More paragraphs than these in a row that are the same are folded away, but for the first and the last.
const UNFOLDED: usize = 3;

/// Two texts, and the side picked for each paragraph that differs.
#[derive(Clone, Copy)]
pub(crate) struct MergeSelection {
    comparison: RwSignal<Comparison>,
    picks: RwSignal<Vec<Side>>,
}

impl MergeSelection {
    /// Nothing to compare yet.
    pub fn new() -> Self {
        Self {
            comparison: RwSignal::new(Comparison::default()),
            picks: RwSignal::new(Vec::new()),
        }
    }

    /// Lays two texts side by side; the left one is picked throughout.
    pub fn set_comparison(&self, comparison: Comparison) {
        self.picks.set(vec![Side::default(); comparison.changes()]);
        self.comparison.set(comparison);
    }

    /// The text that is picked.
    pub fn merged(&self) -> String {
        self.comparison
            .with_untracked(|both| self.picks.with_untracked(|picks| both.merged(picks)))
    }
}

/// The two texts, to pick from.
#[component]
pub(crate) fn SideBySide(
    selection: MergeSelection,
    /// Whose the left text is.
    left: &'static str,
    /// Whose the right text is.
    right: &'static str,
) -> AnyView {
    let parts = move || {
        selection.comparison.with(|both| {
            let of = both.changes();
            let mut change = 0;
            let parts = both.parts.iter().map(|part| match part {
                DiffBlock::Same(text) => same(text),
                DiffBlock::Changed {
                    left: ours,
                    right: theirs,
                } => {
                    change += 1;
                    let position = ChangePosition {
                        change,
                        of,
                        group: left,
                        picks: selection.picks,
                    };
                    view! {
                        <fieldset class="change">
                            <legend class="unseen">{format!("Change {change} of {of}")}</legend>
                            {position.side(Side::Left, left, ours)} {position.side(Side::Right, right, theirs)}
                        </fieldset>
                    }
                    .into_any()
                }
            });
            parts.collect::<Vec<_>>()
        })
    };
    let remark = move || {
        selection.comparison.with(|both| match both.changes() {
            0 => Some("Both versions are identical."),
            _ if both.coarse => {
                Some("These versions are long, so some changed paragraphs are marked as a whole.")
            }
            _ => None,
        })
    };
    view! {
        {show(move || remark().map(|remark| view! { <p class="muted">{remark}</p> }))}
        <div class="compare" role="group" aria-label="The two versions" lang=TextLanguage::get()>
            <div class="names" aria-hidden="true" lang="en">
                <span>{left}</span>
                <span>{right}</span>
            </div>
            {show(parts)}
        </div>
    }
    .into_any()
}

/// Which of the changes.
#[derive(Clone, Copy)]
struct ChangePosition {
    /// From 1.
    change: usize,
    of: usize,
    /// Tells its buttons from those of another comparison in the page.
    group: &'static str,
    picks: RwSignal<Vec<Side>>,
}

impl ChangePosition {
    /// One side of a change: its paragraph, and the button that picks it.
    fn side(self, side: Side, name: &'static str, pieces: &[DiffSpan]) -> AnyView {
        let Self {
            change,
            of,
            group,
            picks,
        } = self;
        let picked = move || picks.with(|picks| picks.get(change - 1) == Some(&side));
        let pick = move || {
            picks.update(|picks| {
                if let Some(pick) = picks.get_mut(change - 1) {
                    *pick = side;
                }
            });
        };
        view! {
            <label class="side" class:picked=picked>
                <input
                    type="radio"
                    name=format!("{group} {change}")
                    aria-label=format!("{name}, change {change} of {of}")
                    prop:checked=picked
                    on:change=move |_| pick()
                />
                <span class="name" lang="en">
                    {name}
                </span>
                {paragraph(side, pieces)}
            </label>
        }
        .into_any()
    }
}

/// A paragraph with the words marked that the other side has otherwise.
pub(crate) fn paragraph(side: Side, pieces: &[DiffSpan]) -> AnyView {
    if pieces.is_empty() {
        return view! { <p class="muted">"(not in this version)"</p> }.into_any();
    }
    let last = pieces.len() - 1;
    let pieces = pieces.iter().enumerate().map(|(at, piece)| {
        let mut text = piece.text.as_str();
        if at == 0 {
            text = text.trim_start();
        }
        if at == last {
            text = text.trim_end();
        }
        let text = text.to_owned();
        match (piece.changed, side) {
            (false, _) => text.into_any(),
            (true, Side::Left) => view! { <del>{text}</del> }.into_any(),
            (true, Side::Right) => view! { <ins>{text}</ins> }.into_any(),
        }
    });
    view! { <p dir="auto">{pieces.collect::<Vec<_>>()}</p> }.into_any()
}

/// Paragraphs that both texts have. Long stretches of them are folded away.
fn same(text: &str) -> AnyView {
    let all: Vec<&str> = paragraphs(text).collect();
    let prose = |some: &[&str]| {
        let text = some.join("\n\n");
        view! { <Prose text/> }.into_any()
    };
    let inner = match all.as_slice() {
        [first, between @ .., last] if all.len() > UNFOLDED => {
            let count = between.len() as u64;
            let summary = format!("{} the same", formatting::pluralize(count, "paragraph"));
            view! {
                {prose(&[first])}
                <details>
                    <summary lang="en">{summary}</summary>
                    {prose(between)}
                </details>
                {prose(&[last])}
            }
            .into_any()
        }
        all => prose(all),
    };
    view! { <div class="same">{inner}</div> }.into_any()
}
