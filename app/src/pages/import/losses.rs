//! What could not be taken over, by kind, each with its place.

use crate::{components::show, formatting};
use exchange::import::{ImportLoss, ImportLossKind, ImportPreview, Place, PlaceUnit};
use leptos::prelude::*;

/// So many of a kind are listed at first.
const LISTED: usize = 100;

/// Everything that could not be taken over.
pub(super) fn losses(preview: &ImportPreview) -> Option<AnyView> {
    if preview.dropped.is_empty() {
        return None;
    }
    let mut kinds: Vec<(ImportLossKind, Vec<ImportLoss>)> = Vec::new();
    for loss in &preview.dropped {
        match kinds.iter_mut().find(|(kind, _)| *kind == loss.kind) {
            Some((_, of_kind)) => of_kind.push(loss.clone()),
            None => kinds.push((loss.kind, vec![loss.clone()])),
        }
    }
    let lists = kinds.into_iter().map(|(kind, of_kind)| list(kind, of_kind));
    let rest = (preview.dropped_not_listed > 0).then(|| {
        let more = formatting::count(preview.dropped_not_listed as u64);
        view! { <p class="muted">{format!("{more} more are not listed.")}</p> }
    });
    Some(
        view! {
            <section class="stack" aria-labelledby="import-losses">
                <h2 id="import-losses">"Not taken over"</h2>
                <p class="muted">
                    "A story in the studio is plain prose with emphasis. Your own file keeps all of this."
                </p>
                {lists.collect_view()}
                {rest}
            </section>
        }
        .into_any(),
    )
}

fn list(kind: ImportLossKind, of_kind: Vec<ImportLoss>) -> AnyView {
    let (one, several) = kind.labels();
    let count = of_kind.len();
    let name = match count {
        1 => format!("1 {one}"),
        count => format!("{} {several}", formatting::count(count as u64)),
    };
    let kept = kind.keeps_text().then_some(" (the text is in the chapter)");
    let shown = RwSignal::new(LISTED);
    let of_kind = StoredValue::new(of_kind);
    let items = move || {
        of_kind.with_value(|of_kind| of_kind.iter().take(shown.get()).map(item).collect_view())
    };
    view! {
        <details class="losses">
            <summary>{name} {kept}</summary>
            <ul>{show(items)}</ul>
            {show(move || {
                (shown.get() < count)
                    .then(|| {
                        view! {
                            <button type="button" on:click=move |_| shown.set(count)>
                                "Show all"
                            </button>
                        }
                    })
            })}
        </details>
    }
    .into_any()
}

fn item(loss: &ImportLoss) -> AnyView {
    let text = (!loss.text.is_empty())
        .then(|| view! { <blockquote dir="auto">{loss.text.clone()}</blockquote> });
    view! { <li><span dir="auto">{place(&loss.place)}</span> {text}</li> }.into_any()
}

/// "02.txt, line 12, after “the lamp was out”."
fn place(place: &Place) -> String {
    let mut parts = Vec::new();
    if !place.file.is_empty() {
        parts.push(place.file.clone());
    }
    if place.number > 0 {
        let unit = match place.unit {
            PlaceUnit::Line => "line",
            PlaceUnit::Paragraph => "paragraph",
            PlaceUnit::Entry => "entry",
        };
        parts.push(format!("{unit} {}", formatting::count(place.number as u64)));
    }
    if !place.after.is_empty() {
        parts.push(format!("after “{}”", place.after));
    }
    match parts.is_empty() {
        true => "In the file.".to_owned(),
        false => formatting::sentence(&parts.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_in_words() {
        let told = place(&Place {
            file: String::new(),
            unit: PlaceUnit::Paragraph,
            number: 1_200,
            after: "the lamp".to_owned(),
        });
        assert_eq!(told, "Paragraph 1,200, after “the lamp”.");
        assert_eq!(place(&Place::default()), "In the file.");
    }
}
