//! The rail: where am I, and what else is there.

use super::{Button, Icon, awaited, show};
use crate::{
    commands::{CommandDialogs, search_address},
    formatting,
    live::{Connection, CurrentStory, Studio, memo},
};
use domain::{StoryId, language::bcp47};
use leptos::prelude::*;

/// The studio's navigation.
#[component]
pub fn Rail() -> AnyView {
    let current_story = CurrentStory::get();
    // Away from the story's own pages they are shown once it is known that the story is still there.
    let of_last = awaited(
        move || current_story.is_known(),
        move || {
            let story = current_story.story_or_none();
            let id = memo(move || match current_story.id.get() {
                Some(_) => None,
                None => {
                    let rail_id = current_story.rail_id.get();
                    story.with(|story| {
                        story
                            .as_ref()
                            .map(|story| story.id)
                            .filter(|id| rail_id == Some(*id))
                    })
                }
            });
            show(move || id.get().map(story_links))
        },
    );
    view! {
        <nav class="rail" aria-label="Studio">
            <span class="brand">"Fablewright"</span>
            <GoToButton/>
            {nav_link("/".to_owned(), "Library", Icon::Library, false)}
            {show(move || nav_link(search_address(current_story.id.get()), "Search", Icon::Search, false))}
            {show(move || current_story.id.get().map(story_links))}
            {of_last}
            {nav_link("/queue".to_owned(), "Queue", Icon::Queue, true)}
            {nav_link("/settings".to_owned(), "Settings", Icon::Settings, false)}
            <div class="foot">
                <ConnectionStatus/>
                <StorySummary/>
            </div>
        </nav>
    }
    .into_any()
}

/// The places of a story.
fn story_links(id: StoryId) -> AnyView {
    let of = |part: &str| format!("/stories/{id}{part}");
    [
        nav_link(of(""), "Story", Icon::Story, false),
        nav_link(of("/write"), "Write", Icon::Write, false),
        nav_link(of("/world"), "World", Icon::World, false),
        nav_link(of("/outline"), "Outline", Icon::Outline, false),
        nav_link(of("/proposals"), "Proposals", Icon::Notes, false),
    ]
    .into_any()
}

/// Opens the palette.
#[component]
fn GoToButton() -> AnyView {
    let open = CommandDialogs::get().palette;
    view! {
        <Button
            kind="place go-to"
            icon=Icon::GoTo
            title="Go to a page, story, chapter or action: Ctrl+K, on a Mac ⌘K"
            on_press=move || open.set(true)
        >
            "Go to…"
        </Button>
    }
    .into_any()
}

fn nav_link(to: String, label: &'static str, icon: Icon, counted: bool) -> AnyView {
    let path = CurrentStory::get().path;
    let target = to.clone();
    let current = memo(move || {
        path.with(|path| is_current(path, &target))
            .then_some("page")
    });
    view! {
        <a class="place" href=to aria-current=current>
            {icon.view()}
            <span>{label}</span>
            {counted.then(|| view! { <QueueCount/> })}
        </a>
    }
    .into_any()
}

/// Whether the link leads to where the reader is: a chapter is part of Write.
fn is_current(path: &str, to: &str) -> bool {
    let path = if path.len() > 1 {
        path.trim_end_matches('/')
    } else {
        path
    };
    path == to
        || (to == "/" && matches!(path, "/stories/new" | "/trash"))
        || (to == "/settings" && path.starts_with("/settings/"))
        || (to.ends_with("/write")
            && path
                .strip_prefix(to)
                .is_some_and(|rest| rest.starts_with('/')))
}

/// How many runs are in flight or waiting.
#[component]
fn QueueCount() -> AnyView {
    let studio = Studio::get();
    awaited(
        move || studio.is_seeded(),
        move || {
            let count = memo(move || studio.with_state(|state| state.runs.len()));
            show(move || {
                let count = count.get();
                (count > 0).then(|| {
                    let s = if count == 1 { "" } else { "s" };
                    view! {
                        <span class="count">
                            {count.to_string()} <span class="unseen">{format!(" run{s} open")}</span>
                        </span>
                    }
                    .into_any()
                })
            })
        },
    )
}

/// The story at hand and its words.
#[component]
fn StorySummary() -> AnyView {
    let current_story = CurrentStory::get();
    awaited(
        move || current_story.is_known(),
        move || {
            let story = current_story.story_or_none();
            show(move || {
                story.get().map(|story| {
                    view! {
                        <b lang=bcp47(&story.brief.language) dir="auto">
                            {story.title}
                        </b>
                        <span>{formatting::pluralize(story.words, "word")}</span>
                    }
                    .into_any()
                })
            })
        },
    )
}

/// Says that the connection is lost, while it is.
#[component]
fn ConnectionStatus() -> AnyView {
    let connection = Studio::get().connection;
    view! {
        <span class="connection" aria-live="polite">
            {show(move || (connection.get() == Connection::Lost).then_some("Connection lost. Reconnecting…"))}
        </span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::is_current;

    #[test]
    fn a_chapter_is_part_of_write() {
        assert!(is_current("/stories/1/write/4", "/stories/1/write"));
        assert!(is_current("/stories/1/write", "/stories/1/write"));
        assert!(!is_current("/stories/1/write", "/stories/1"));
        assert!(is_current("/stories/new", "/"));
        assert!(is_current("/queue/", "/queue"));
        assert!(is_current("/settings/backups", "/settings"));
        assert!(!is_current("/queue", "/"));
    }
}
