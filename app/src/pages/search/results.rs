//! The results of a search: how many, each with its place, and more of them.

use super::{
    groups::{HitGroup, StoryGroup, address, grouped, label},
    query::{Answer, Query, phrase_address},
};
use crate::{
    api::search::search,
    components::{Button, ErrorMessage, TextLanguage, hash_of, rows, show},
    formatting,
    live::{SubmitAction, memo},
    scroll,
};
use domain::{Page, SearchHit};
use leptos::prelude::*;

/// The key under which is kept how many pages of which search were shown.
const SHOWN_KEY: &str = "search-shown";

/// Back shows at most so many pages again at once.
const MOST_PAGES: usize = 40;

/// The hits that are loaded: the first page, and what "Show more" added. Copies share everything.
#[derive(Clone, Copy)]
struct LoadedHits {
    query: Query,
    first: Memo<Answer>,
    more: RwSignal<Vec<Page<SearchHit>>>,
    next: Memo<Option<String>>,
    count: Memo<usize>,
    fetching: SubmitAction,
}

impl LoadedHits {
    fn new(query: Query, first: Memo<Answer>) -> Self {
        let more = RwSignal::new(Vec::<Page<SearchHit>>::new());
        Effect::new(move |last: Option<()>| {
            first.track();
            if last.is_some() {
                more.set(Vec::new());
            }
        });
        let first_page = move |read: fn(&Page<SearchHit>) -> Option<String>| {
            first.with(|answer| answer.found.as_ref().ok().and_then(read))
        };
        let next = memo(move || {
            more.with(|more| match more.last() {
                Some(page) => page.next.clone(),
                None => first_page(|page| page.next.clone()),
            })
        });
        let count = memo(move || {
            let of_first = first.with(|a| a.found.as_ref().map_or(0, |page| page.items.len()));
            of_first + more.with(|more| more.iter().map(|page| page.items.len()).sum::<usize>())
        });
        Self {
            query,
            first,
            more,
            next,
            count,
            fetching: SubmitAction::new(),
        }
    }

    /// Loads so many pages more. An answer to an earlier phrase is left out.
    fn fetch(self, pages: usize) {
        self.fetching.run(async move {
            let phrase = self.first.with_untracked(|answer| answer.phrase.clone());
            for _ in 0..pages {
                let after = self.next.get_untracked();
                if after.is_none() {
                    break;
                }
                let page = search(self.query.story, phrase.clone(), after).await?;
                let is_same = self
                    .first
                    .try_with_untracked(|answer| answer.phrase == phrase);
                if is_same != Some(true) {
                    break;
                }
                self.more.update(|more| more.push(page));
            }
            Ok(())
        });
    }

    /// A page of a search through very many texts may be empty: then the next one is asked for at once.
    fn fetch_until_found(self) {
        let pending = self.fetching.pending();
        Effect::new(move |_| {
            let is_searching = self.count.get() == 0 && self.next.with(Option::is_some);
            if is_searching
                && !pending.get()
                && self.fetching.error().with_untracked(Option::is_none)
            {
                self.fetch(1);
            }
        });
    }

    /// Back and a reload show as much as was shown before.
    fn keep_count(self) {
        let name = move |pages: usize| {
            let phrase = self.first.with(|answer| answer.phrase.clone());
            let place = self.query.story.map(|story| story.to_string());
            format!("{pages} {} {phrase}", place.unwrap_or_default())
        };
        Effect::new(move |shown: Option<()>| {
            let pages = self.more.with(Vec::len);
            if shown.is_some() {
                scroll::store(SHOWN_KEY, &name(pages));
                return;
            }
            let before = scroll::load(SHOWN_KEY).filter(|_| scroll::is_return());
            let before = before.unwrap_or_default();
            let pages = before
                .split(' ')
                .next()
                .and_then(|pages| pages.parse().ok());
            let pages: usize = pages.unwrap_or_default();
            if pages > 0 && before == name(pages) {
                self.fetch(pages.min(MOST_PAGES));
            }
        });
        Effect::new(move |_| {
            self.more.track();
            scroll::restore_rest();
        });
    }

    fn all(self) -> Vec<SearchHit> {
        let mut all = self.first.with(|answer| match &answer.found {
            Ok(page) => page.items.clone(),
            Err(_) => Vec::new(),
        });
        let later = |more: &Vec<Page<SearchHit>>| {
            all.extend(more.iter().flat_map(|page| page.items.clone()));
        };
        self.more.with(later);
        all
    }

    /// "31 matches in 12 places".
    fn summary(self) -> String {
        let hits = self.all();
        let matches = hits.iter().map(|hit| u64::from(hit.matches)).sum();
        let places = formatting::pluralize(hits.len() as u64, "place");
        let matches = match matches {
            1 => "1 match".to_owned(),
            many => format!("{} matches", formatting::count(many)),
        };
        match self.next.with(Option::is_some) {
            true => format!("The first {matches} in {places}."),
            false => format!("{matches} in {places}."),
        }
    }
}

/// What was found.
#[component]
pub(super) fn Results(
    query: Query,
    /// The answer to the phrase that was asked for last and answered.
    first: Memo<Answer>,
    /// Asks again.
    look: Callback<()>,
) -> AnyView {
    let hits = LoadedHits::new(query, first);
    hits.keep_count();
    hits.fetch_until_found();
    let error = Signal::derive(move || first.with(|answer| answer.found.clone().err()));
    // The first answer to a new phrase is not there yet.
    let is_outdated = memo(move || first.with(|answer| answer.phrase != query.asked.get()));
    let status = move || {
        let phrase = query.asked.get();
        if error.with(Option::is_some) || phrase.is_empty() {
            return None;
        }
        let is_searching =
            is_outdated.get() || (hits.count.get() == 0 && hits.next.with(Option::is_some));
        match (is_searching, hits.count.get()) {
            (true, _) => Some("Searching…".to_owned()),
            (false, 0) => Some(format!("Nothing found for “{phrase}”.")),
            (false, _) => Some(hits.summary()),
        }
    };
    view! {
        <p class="muted summary" role="status">
            {show(status)}
        </p>
        <ErrorMessage error/>
        {show(move || {
            error.with(Option::is_some)
                .then(|| view! { <Button on_press=look>"Try again"</Button> })
        })}
        <Hint query hits is_outdated/>
        <div id="results" aria-busy=move || is_outdated.get().to_string() lang=TextLanguage::get()>
            {rows(
                move || grouped(hits.all()),
                hash_of,
                move |group| story_view(query, first, group),
            )}
        </div>
        <ErrorMessage error=hits.fetching.error()/>
        {show(move || {
            (hits.next.with(Option::is_some) && hits.count.get() > 0)
                .then(|| {
                    view! {
                        <div class="row">
                            <Button disabled=hits.fetching.pending() on_press=move || hits.fetch(1)>
                                "Show more"
                            </Button>
                        </div>
                    }
                })
        })}
    }
    .into_any()
}

/// What can be searched, and what to do where nothing was found.
#[component]
fn Hint(query: Query, hits: LoadedHits, is_outdated: Memo<bool>) -> AnyView {
    let nothing = memo(move || {
        let found = hits.first.with(|answer| answer.found.is_ok());
        found && !is_outdated.get() && hits.count.get() == 0 && hits.next.with(Option::is_none)
    });
    show(move || {
        let phrase = query.asked.get();
        let searched = match query.story {
            Some(_) => {
                "Searched are the title and brief of this story, its outline, the current text of its \
                 chapters, and its world."
            }
            None => {
                "Searched are titles, briefs, outlines, the current texts of chapters, and worlds of all \
                 stories."
            }
        };
        let left_out = "Earlier versions and the trash are not searched. Capital letters and accents make no \
                        difference.";
        if !phrase.is_empty() && !nothing.get() {
            return None;
        }
        let elsewhere = (query.story.is_some() && !phrase.is_empty()).then(|| {
            view! {
                <a class="button" href=phrase_address(None, &phrase)>
                    "Search all stories"
                </a>
            }
        });
        Some(view! {
            <div class="search-hint">
                <p class="muted">{searched} " " {left_out}</p>
                {elsewhere}
            </div>
        })
    })
}

fn story_view(query: Query, first: Memo<Answer>, story: StoryGroup) -> AnyView {
    let phrase = first.with_untracked(|answer| answer.phrase.clone());
    let of_all = query.story.is_none();
    let heading = of_all.then(|| {
        view! {
            <h2 dir="auto">
                <a href=format!("/stories/{}", story.story)>{story.title}</a>
            </h2>
        }
    });
    let groups = story.groups.into_iter();
    let groups = groups.map(|group| group_view(group, &phrase, of_all));
    view! {
        <section class="found-in">
            {heading}
            {groups.collect_view()}
        </section>
    }
    .into_any()
}

fn group_view(group: HitGroup, phrase: &str, is_below: bool) -> AnyView {
    let heading = match is_below {
        true => view! { <h3 dir="auto">{group.heading}</h3> }.into_any(),
        false => view! { <h2 dir="auto">{group.heading}</h2> }.into_any(),
    };
    let hits = group.hits.into_iter().map(|hit| hit_view(hit, phrase));
    view! {
        {heading}
        <ul>{hits.collect_view()}</ul>
    }
    .into_any()
}

fn hit_view(hit: SearchHit, phrase: &str) -> AnyView {
    let (to, label) = (address(&hit, phrase), label(&hit));
    let count =
        (hit.matches > 1).then(|| format!("{} matches", formatting::count(hit.matches.into())));
    let snippet = hit.snippet;
    view! {
        <li>
            <a class="hit" href=to>
                <span class="what" dir="auto">
                    {label}
                </span>
                " "
                <i>{count}</i>
                <span class="snippet" dir="auto">
                    {snippet.before}
                    <mark>{snippet.found}</mark>
                    {snippet.after}
                </span>
            </a>
        </li>
    }
    .into_any()
}
