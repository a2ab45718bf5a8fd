//! Earlier replacements of a story, each with its undo.

use crate::{
    api::replace::{list_replacements, undo_replacement},
    components::{Button, ErrorMessage, RelativeTime, awaited, rows, show},
    formatting,
    live::{Aspect, LiveResource, Studio, SubmitAction, memo},
    pages::undo::undone_sentence,
};
use domain::{Page, Replacement, StoryId, text::quoted};
use leptos::prelude::*;

/// The list, newest first.
#[component]
pub(super) fn Replacements(story: StoryId) -> AnyView {
    let changed = Studio::get().changes(story, Aspect::Story);
    let first = LiveResource::new(
        move || changed.track(),
        move || list_replacements(story, None),
    );
    awaited(
        move || first.outcome().is_some(),
        move || view! { <ReplacementList story first/> }.into_any(),
    )
}

#[component]
fn ReplacementList(story: StoryId, first: LiveResource<Page<Replacement>>) -> AnyView {
    let latest = first.latest();
    let more = RwSignal::new(Vec::<Page<Replacement>>::new());
    Effect::new(move |last: Option<()>| {
        latest.track();
        if last.is_some() {
            more.set(Vec::new());
        }
    });
    let next = memo(move || {
        more.with(|more| match more.last() {
            Some(page) => page.next.clone(),
            None => latest.with(|page| page.as_ref().and_then(|page| page.next.clone())),
        })
    });
    let fetching = SubmitAction::new();
    let fetch = move || {
        let after = next.get_untracked();
        fetching.run(async move {
            let page = list_replacements(story, after).await?;
            more.update(|more| more.push(page));
            Ok(())
        });
    };
    let all = move || {
        let mut all = latest.with(|page| {
            page.as_ref()
                .map_or_else(Vec::new, |page| page.items.clone())
        });
        more.with(|more| all.extend(more.iter().flat_map(|page| page.items.clone())));
        all
    };
    let error = Signal::derive(move || first.outcome().and_then(Result::err));
    let is_empty = memo(move || {
        let none = latest.with(|page| page.as_ref().is_none_or(|page| page.items.is_empty()));
        none && error.with(Option::is_none)
    });
    let said = RwSignal::new(None::<String>);
    view! {
        <section aria-labelledby="earlier" hidden=is_empty>
            <h2 id="earlier">"Earlier replacements"</h2>
            <ErrorMessage error/>
            <p role="status">{show(move || said.get())}</p>
            <ul class="done">
                {rows(
                    all,
                    |done| (done.undo, done.undone_at),
                    move |done| view! { <ReplacementRow story done said/> }.into_any(),
                )}
            </ul>
            <ErrorMessage error=fetching.error()/>
            {show(move || {
                next.with(Option::is_some)
                    .then(|| {
                        view! {
                            <Button disabled=fetching.pending() on_press=fetch>
                                "Show more"
                            </Button>
                        }
                    })
            })}
        </section>
    }
    .into_any()
}

#[component]
fn ReplacementRow(
    story: StoryId,
    done: Replacement,
    /// What an undo did, for the whole list.
    said: RwSignal<Option<String>>,
) -> AnyView {
    let studio = Studio::get();
    let undoing = SubmitAction::new();
    let id = done.undo;
    let undo = move || {
        undoing.run(async move {
            let undone = undo_replacement(story, id).await?;
            said.try_set(Some(undone_sentence(&undone)));
            for aspect in [Aspect::Story, Aspect::Chapters, Aspect::World] {
                studio.touch(story, aspect);
            }
            Ok(())
        });
    };
    let what = match (done.find.is_empty(), done.replace.is_empty()) {
        (true, _) => "A replacement".to_owned(),
        (false, true) => format!("{} removed", quoted(&done.find)),
        (false, false) => format!("{} → {}", quoted(&done.find), quoted(&done.replace)),
    };
    let name = format!("Undo: {what}");
    let places = formatting::pluralize(done.changed.into(), "place");
    let state = match done.undone_at {
        Some(at) => view! { <span class="muted">"Undone " <RelativeTime at/></span> }.into_any(),
        None => view! {
            <Button name disabled=undoing.pending() on_press=undo>
                "Undo"
            </Button>
        }
        .into_any(),
    };
    view! {
        <li>
            <div>
                <p dir="auto">{what}</p>
                <p class="muted">{places} " · " <RelativeTime at=done.made_at/></p>
                <ErrorMessage error=undoing.error()/>
            </div>
            {state}
        </li>
    }
    .into_any()
}
