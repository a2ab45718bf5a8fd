//! A story in the library.

use super::LibraryContext;
use crate::{
    components::{Button, Icon, RelativeTime, show},
    formatting,
    last_open::{self, StoryPlace},
    live::{Studio, memo},
};
use domain::{Status, Story, language::bcp47};
use leptos::prelude::*;

/// How many colours drawn covers have.
const COLOURS: u8 = 6;

/// A story: its cover, how far it is, the way to where its author left off.
#[component]
pub(super) fn StoryCard(
    story: Story,
    context: LibraryContext,
    /// How many words a chapter is to have.
    target: u32,
) -> AnyView {
    let (id, written, of) = (story.id, story.chapters_written, story.chapters);
    let language = bcp47(&story.brief.language);
    let genre = (!story.brief.genre.is_empty()).then(|| format!("{} · ", story.brief.genre));
    let place = last_open::remembered().place(id);
    let address = format!("/stories/{id}");
    let overview = (place != StoryPlace::Overview).then(|| {
        let name = format!("Overview of {}", story.title);
        view! { <a class="overview" href=address.clone() aria-label=name>"Overview"</a> }
    });
    let planned = u64::from(of) * u64::from(target);
    let words = story.words;
    let length = move || match words < planned {
        true => {
            let planned = formatting::pluralize(planned, "word");
            format!("{} of {planned}", formatting::count(words))
        }
        false => formatting::pluralize(words, "word"),
    };
    let title = story.title.clone();
    view! {
        <li class="book" class:archived=story.archived_at.is_some()>
            {cover(&story, language.clone())}
            <h2 lang=language.clone() dir="auto">
                <a href=format!("{address}{}", place.path())>{title.clone()}</a>
            </h2>
            <p class="premise" lang=language dir="auto">
                {story.brief.premise}
            </p>
            <p class="facts">
                {genre} {show(length)} " · " <RelativeTime at=story.updated_at/>
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
            {generating(story.id)}
            <div class="more">
                {overview}
                <Button
                    kind="quiet bare"
                    icon=Icon::More
                    name=format!("Manage {title}")
                    on_press=move || context.managed.set(Some(id))
                >
                    ""
                </Button>
            </div>
            {select_box(context, id, title)}
        </li>
    }
    .into_any()
}

/// The cover: the author's own, over one that is drawn of title and author, which is seen until the other is there.
fn cover(story: &Story, language: Option<String>) -> AnyView {
    let colour = story.id.0.as_bytes()[15] % COLOURS;
    let own = story.cover.map(|cover| {
        view! {
            <img
                src=format!("/api/v1/stories/{}/book/covers/{cover}/thumbnail", story.id)
                alt=format!("Cover of {}", story.title)
                width="160"
                height="240"
                loading="lazy"
                decoding="async"
            />
        }
    });
    view! {
        <div class=format!("cover c{colour}")>
            <div aria-hidden="true" lang=language dir="auto">
                <b>{story.title.clone()}</b>
                <span>{story.author.clone()}</span>
            </div>
            {own}
        </div>
    }
    .into_any()
}

/// What is generated for the story now, and how far it is.
fn generating(story: domain::StoryId) -> AnyView {
    let studio = Studio::get();
    let doing = memo(move || {
        studio.with_state(|state| {
            let mut runs = state.runs.iter().filter(|run| run.story == story);
            let run = runs.next()?;
            Some(match run.status {
                Status::Running => {
                    let percent = formatting::percent(run.progress.fraction);
                    format!("{} · {percent}%", run.describe())
                }
                _ => run.describe(),
            })
        })
    });
    show(move || {
        doing
            .get()
            .map(|doing| view! { <p class="doing">{doing}</p> })
    })
}

/// What selects the story, while stories are being selected.
fn select_box(context: LibraryContext, id: domain::StoryId, title: String) -> AnyView {
    let selected = context.selected;
    show(move || {
        context.is_selecting.get().then(|| {
            let toggle = move |_| {
                selected.update(|selected| {
                    if !selected.remove(&id) {
                        selected.insert(id);
                    }
                });
            };
            view! {
                <label class="pick">
                    <input
                        type="checkbox"
                        aria-label=format!("Select {title}")
                        prop:checked=move || selected.with(|selected| selected.contains(&id))
                        on:change=toggle
                    />
                </label>
            }
        })
    })
}
