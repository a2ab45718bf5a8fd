//! What every page has: the main landmark, a loading state, an error state, an empty state.

use super::title::PageTitle;
use super::{UnsavedLink, show, show::server_safe_memo};
use crate::{
    api::StudioError,
    browser, focus,
    live::{CurrentStory, Studio, resource::LoadState},
    scroll,
};
use leptos::{html, prelude::*};

/// The path on which the focus was set last: a new page takes the focus, a first one does not.
#[derive(Clone, Copy)]
pub struct FocusedPath(pub StoredValue<String>);

/// The main landmark, named by the heading with the id "title".
#[component]
pub fn Main(
    /// Classes.
    #[prop(optional)]
    class: &'static str,
    /// Under which name its scroll position is kept, where the path is no name for what it shows.
    #[prop(optional, into)]
    scroll_key: Option<String>,
    /// The element, for a page that scrolls it.
    #[prop(optional)]
    node: NodeRef<html::Main>,
    /// Told when it was scrolled.
    #[prop(optional, into)]
    on_scroll: Option<Callback<()>>,
    /// The page.
    children: Children,
) -> AnyView {
    let (path, focused_path) = (CurrentStory::get().path, expect_context::<FocusedPath>().0);
    let scroll_key = StoredValue::new(scroll_key.unwrap_or_else(|| path.get_untracked()));
    // Once for each page that is made: the one that is left must not take the focus of the one that comes.
    Effect::new(move |made: Option<bool>| {
        if made == Some(true) {
            return true;
        }
        let Some(main) = node.get() else {
            return false;
        };
        let path = path.get_untracked();
        // The story's own address leads to where the reader left off.
        let returns = scroll::is_return() || path.ends_with("/write");
        let is_new = focused_path.get_value() != path;
        focused_path.set_value(path);
        scroll::when_on_page(main, move |main| {
            let restored = returns
                && scroll_key.try_with_value(|scroll_key| scroll::restore(scroll_key, main))
                    == Some(true);
            if is_new {
                if !restored {
                    // The next chapter's page is made in the element of the last one.
                    main.set_scroll_top(0);
                }
                focus::to_heading();
            }
        });
        true
    });
    view! {
        <main
            id="main"
            class=format!("page {class}")
            tabindex="-1"
            aria-labelledby="title"
            data-place=scroll_key.get_value()
            node_ref=node
            on:scroll=move |_| {
                if let Some(main) = node.get_untracked() {
                    scroll_key.with_value(|scroll_key| scroll::save(scroll_key, &main));
                }
                if let Some(on_scroll) = on_scroll {
                    on_scroll.run(());
                }
            }
        >
            {children()}
        </main>
    }
    .into_any()
}

/// Shows `render` once everything the page can't do without is there.
///
/// `ready` says what became of it; later changes and failures leave the page in place.
pub fn loaded(
    ready: impl Fn() -> LoadState + Send + Sync + 'static,
    render: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    loaded_boxed(Box::new(ready), Box::new(render))
}

fn loaded_boxed(
    ready: Box<dyn Fn() -> LoadState + Send + Sync>,
    render: Box<dyn Fn() -> AnyView + Send + Sync>,
) -> AnyView {
    let studio = Studio::get();
    // Every page reads what runs.
    let ready = move || if studio.is_seeded() { ready() } else { None };
    let outcome = server_safe_memo(move |last: Option<&LoadState>| match (ready(), last) {
        (Some(Err(error)), Some(Some(Ok(())))) if !error.is_not_found() => Some(Ok(())),
        (None, Some(Some(Ok(())))) => Some(Ok(())),
        (outcome, _) => outcome,
    });
    view! {
        <Transition fallback=|| view! { <div class="page" aria-busy="true"></div> }>
            {move || match outcome() {
                None => ().into_any(),
                Some(Ok(())) => render(),
                Some(Err(error)) => view! { <PageError error/> }.into_any(),
            }}
        </Transition>
    }
    .into_any()
}

/// What becomes of several things: the first error, or `Ok` once all are there.
pub fn all_loaded<const N: usize>(outcomes: [LoadState; N]) -> LoadState {
    let mut all = Some(Ok(()));
    for outcome in outcomes {
        match outcome {
            Some(Err(error)) => return Some(Err(error)),
            None => all = None,
            Some(Ok(())) => {}
        }
    }
    all
}

/// A page that can't be shown, and the ways on.
#[component]
pub fn PageError(
    /// Why.
    error: StudioError,
) -> AnyView {
    let missing = error.is_not_found();
    let heading = if missing {
        "Page not found"
    } else {
        "This page can’t be shown right now"
    };
    view! {
        <PageTitle text=format!("{heading} · Fablewright")/>
        <Main class="narrow">
            <h1 id="title">{heading}</h1>
            <p role="alert">{error.message}</p>
            <div class="row">
                {(!missing)
                    .then(|| {
                        view! {
                            <button type="button" class="primary" on:click=|_| browser::reload()>
                                "Try again"
                            </button>
                        }
                    })} <a class="button" href="/">"Back to the library"</a>
            </div>
            <UnsavedLink/>
        </Main>
    }
    .into_any()
}

/// An empty state: what this place is for, and the one thing to do.
#[component]
pub fn EmptyState(
    /// What this place is for.
    #[prop(into)]
    text: String,
    /// The one button.
    children: Children,
) -> AnyView {
    view! {
        <div class="empty">
            <p>{text}</p>
            {children()}
        </div>
    }
    .into_any()
}

/// The sentence of an error, where the action was taken.
#[component]
pub fn ErrorMessage(
    /// The error, while there is one.
    #[prop(into)]
    error: Signal<Option<StudioError>>,
) -> AnyView {
    show(move || {
        error
            .get()
            .map(|error| view! { <p role="alert" class="error-message">{error.message}</p> })
    })
}

#[cfg(test)]
mod tests {
    use super::all_loaded;
    use crate::api::StudioError;

    #[test]
    fn an_error_wins_over_waiting_and_waiting_over_success() {
        let error = || Some(Err(StudioError::new("not_found", "Gone.")));
        assert_eq!(all_loaded([None, error(), Some(Ok(()))]), error());
        assert_eq!(all_loaded([Some(Ok(())), None]), None);
        assert_eq!(all_loaded([Some(Ok(())), Some(Ok(()))]), Some(Ok(())));
    }
}
