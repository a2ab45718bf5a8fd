//! The library: every story.

use crate::{
    api::stories::list_stories,
    components::{
        Button, EmptyState, ErrorMessage, Main, PageTitle, RelativeTime, UnsavedLink, loaded, rows,
        show,
    },
    formatting,
    live::{LiveResource, Studio, SubmitAction, memo},
    scroll,
};
use domain::{Page, Story, language::bcp47};
use leptos::prelude::*;

/// Under which name it is kept how much of the shelf is shown.
const SHOWN_KEY: &str = "library-shown";

/// `/`
#[component]
pub fn LibraryPage() -> AnyView {
    let studio = Studio::get();
    let first = LiveResource::new(move || studio.library.track(), || list_stories(None));
    view! {
        <PageTitle text="Library · Fablewright"/>
        {loaded(move || first.outcome(), move || view! { <StoryGrid first=first.value()/> }.into_any())}
    }
    .into_any()
}

#[component]
fn StoryGrid(first: Memo<Page<Story>>) -> AnyView {
    // What "Show more" brought; given up whenever the first page changes, as the rest moved too.
    let more = RwSignal::new(Vec::<Page<Story>>::new());
    Effect::new(move |last: Option<()>| {
        first.track();
        if last.is_some() {
            more.set(Vec::new());
        }
    });
    let next = memo(move || {
        more.with(|more| match more.last() {
            Some(page) => page.next.clone(),
            None => first.with(|page| page.next.clone()),
        })
    });
    let fetching = SubmitAction::new();
    // Back and a reload show as much of the shelf as was shown before.
    Effect::new(move |shown: Option<()>| {
        let count = more.with(Vec::len);
        if shown.is_some() {
            scroll::store(SHOWN_KEY, &count.to_string());
            return;
        }
        let before = scroll::load(SHOWN_KEY).filter(|_| scroll::is_return());
        let before: usize = before
            .and_then(|text| text.parse().ok())
            .unwrap_or_default();
        if before > 0 {
            fetching.run(async move {
                let mut pages = Vec::new();
                let mut after = first.with_untracked(|page| page.next.clone());
                while pages.len() < before && after.is_some() {
                    let page = list_stories(after).await?;
                    after = page.next.clone();
                    pages.push(page);
                }
                more.try_set(pages);
                scroll::restore_rest();
                Ok(())
            });
        }
    });
    let fetch = move || {
        let after = next.get_untracked();
        fetching.run(async move {
            let page = list_stories(after).await?;
            more.update(|more| more.push(page));
            Ok(())
        });
    };
    let stories = move || {
        let mut all = first.with(|page| page.items.clone());
        more.with(|more| all.extend(more.iter().flat_map(|page| page.items.clone())));
        all
    };
    let empty = memo(move || first.with(|page| page.items.is_empty()));
    view! {
        <Main>
            <header class="head">
                <h1 id="title">"Library"</h1>
                <div class="row">
                    <a class="button quiet" href="/trash">
                        "Trash"
                    </a>
                    {show(move || (!empty.get()).then(new_story))}
                </div>
            </header>
            <UnsavedLink/>
            {show(move || {
                if empty.get() {
                    view! {
                        <EmptyState text="Your stories will appear here. One sentence about what happens is \
                                     enough to start.">
                            {new_story()}
                        </EmptyState>
                    }
                        .into_any()
                } else {
                    view! {
                        <ul class="story-grid">
                            {rows(
                                stories,
                                |story| (story.id, story.version, story.words, story.updated_at),
                                |story| view! { <StoryCard story/> }.into_any(),
                            )}
                        </ul>
                    }
                        .into_any()
                }
            })}
            <ErrorMessage error=fetching.error()/>
            {show(move || {
                next.with(Option::is_some)
                    .then(|| {
                        view! {
                            <div class="row">
                                <Button disabled=fetching.pending() on_press=fetch>
                                    "Show more"
                                </Button>
                            </div>
                        }
                    })
            })}
        </Main>
    }
    .into_any()
}

fn new_story() -> impl IntoView {
    view! { <a class="button primary" href="/stories/new">"New story"</a> }
}

#[component]
fn StoryCard(story: Story) -> AnyView {
    let (written, of) = (story.chapters_written, story.chapters);
    let genre = (!story.brief.genre.is_empty()).then(|| format!("{} · ", story.brief.genre));
    let language = bcp47(&story.brief.language);
    view! {
        <li class="book">
            <h2 lang=language.clone() dir="auto">
                <a href=format!("/stories/{}", story.id)>{story.title}</a>
            </h2>
            <p class="premise" lang=language dir="auto">
                {story.brief.premise}
            </p>
            <p class="facts">
                {genre} {show(move || formatting::pluralize(story.words, "word"))} " · " <RelativeTime at=story.updated_at/>
            </p>
            <div class="far">
                <progress
                    max=of.max(1).to_string()
                    value=written.to_string()
                    aria-label="Chapters written"
                ></progress>
                <span>
                    {show(move || format!("{written} of {} written", formatting::pluralize(of.into(), "chapter")))}
                </span>
            </div>
        </li>
    }
    .into_any()
}
