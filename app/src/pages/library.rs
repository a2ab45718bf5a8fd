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

/// The key under which the number of shown pages is stored.
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

/// The stories that are loaded: the first page, and what "Show more" added. Copies share everything.
#[derive(Clone, Copy)]
struct LoadedStories {
    first: Memo<Page<Story>>,
    /// Dropped whenever the first page changes, because the later ones moved too.
    more: RwSignal<Vec<Page<Story>>>,
    /// Where the next page begins; none after the last one.
    next: Memo<Option<String>>,
    fetching: SubmitAction,
}

impl LoadedStories {
    fn new(first: Memo<Page<Story>>) -> Self {
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
        Self {
            first,
            more,
            next,
            fetching,
        }
    }

    /// Back and a reload show as many pages as were shown before.
    fn keep_count(self) {
        Effect::new(move |shown: Option<()>| {
            let count = self.more.with(Vec::len);
            if shown.is_some() {
                scroll::store(SHOWN_KEY, &count.to_string());
                return;
            }
            let before = scroll::load(SHOWN_KEY).filter(|_| scroll::is_return());
            let before: usize = before
                .and_then(|text| text.parse().ok())
                .unwrap_or_default();
            if before > 0 {
                self.fetch_many(before);
            }
        });
    }

    /// Loads so many pages after the first, and then restores the scroll position.
    fn fetch_many(self, count: usize) {
        let Self { first, more, .. } = self;
        self.fetching.run(async move {
            let mut pages = Vec::new();
            let mut after = first.with_untracked(|page| page.next.clone());
            while pages.len() < count && after.is_some() {
                let page = list_stories(after).await?;
                after = page.next.clone();
                pages.push(page);
            }
            more.try_set(pages);
            scroll::restore_rest();
            Ok(())
        });
    }

    /// Loads the next page.
    fn fetch(self) {
        let after = self.next.get_untracked();
        self.fetching.run(async move {
            let page = list_stories(after).await?;
            self.more.update(|more| more.push(page));
            Ok(())
        });
    }

    /// All of them, in order.
    fn all(self) -> Vec<Story> {
        let mut all = self.first.with(|page| page.items.clone());
        let later = |more: &Vec<Page<Story>>| {
            all.extend(more.iter().flat_map(|page| page.items.clone()));
        };
        self.more.with(later);
        all
    }
}

#[component]
fn StoryGrid(first: Memo<Page<Story>>) -> AnyView {
    let stories = LoadedStories::new(first);
    stories.keep_count();
    let empty = memo(move || first.with(|page| page.items.is_empty()));
    view! {
        <Main>
            <header class="head">
                <h1 id="title">"Library"</h1>
                <div class="row">
                    <a class="button quiet" href="/import">
                        "Import"
                    </a>
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
                                move || stories.all(),
                                |story| (story.id, story.version, story.words, story.updated_at),
                                |story| view! { <StoryCard story/> }.into_any(),
                            )}
                        </ul>
                    }
                        .into_any()
                }
            })}
            <ErrorMessage error=stories.fetching.error()/>
            {show(move || {
                stories.next.with(Option::is_some)
                    .then(|| {
                        view! {
                            <div class="row">
                                <Button
                                    disabled=stories.fetching.pending()
                                    on_press=move || stories.fetch()
                                >
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
