//! The trash: what was deleted, to restore or to delete forever.

use crate::{
    api::history::{delete_forever, list_trash, restore_trashed},
    components::{Button, Dialog, ErrorMessage, Main, PageTitle, RelativeTime, loaded, rows, show},
    formatting,
    live::{LiveResource, Studio, SubmitAction, memo},
    pages::undo,
};
use domain::{Page, TrashId, TrashKind, Trashed, trash::DAYS_IN_TRASH};
use leptos::prelude::*;

/// `/trash`
#[component]
pub fn TrashPage() -> AnyView {
    let studio = Studio::get();
    let first = LiveResource::new(move || studio.library.track(), || list_trash(None));
    view! {
        <PageTitle text="Trash · Fablewright"/>
        {loaded(move || first.outcome(), move || view! { <TrashList first=first.value()/> }.into_any())}
    }
    .into_any()
}

#[component]
fn TrashList(first: Memo<Page<Trashed>>) -> AnyView {
    // What "Show more" added. It is dropped when the first page changes, because the later ones moved too.
    let more = RwSignal::new(Vec::<Page<Trashed>>::new());
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
    let fetch = move || {
        let after = next.get_untracked();
        fetching.run(async move {
            let page = list_trash(after).await?;
            more.update(|more| more.push(page));
            Ok(())
        });
    };
    let entries = move || {
        let mut all = first.with(|page| page.items.clone());
        more.with(|more| all.extend(more.iter().flat_map(|page| page.items.clone())));
        all
    };
    let empty = memo(move || first.with(|page| page.items.is_empty()));
    view! {
        <Main>
            <header class="head">
                <h1 id="title">"Trash"</h1>
                <a class="button quiet" href="/">
                    "Back to the library"
                </a>
            </header>
            <p class="muted">
                {format!(
                    "What you delete stays here for {DAYS_IN_TRASH} days and can be restored. After that it is \
                     deleted forever.",
                )}
            </p>
            {show(move || {
                empty
                    .get()
                    .then(|| {
                        view! {
                            <div class="empty">
                                <p>
                                    "The trash is empty. Stories, chapters and world entries that you \
                                     delete will appear here."
                                </p>
                            </div>
                        }
                    })
            })}
            <ul class="trash" aria-label="Deleted items">
                {rows(entries, |entry| entry.id, |entry| view! { <TrashRow entry/> }.into_any())}
            </ul>
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

#[component]
fn TrashRow(entry: Trashed) -> AnyView {
    let studio = Studio::get();
    let asking = RwSignal::new(false);
    let restoring = SubmitAction::new();
    let (id, kept_until) = (entry.id, entry.kept_until);
    let restore = move || {
        restoring.run(async move {
            undo::show_restored(studio, restore_trashed(id).await?);
            Ok(())
        });
    };
    let lost = format!(
        "“{}”{} will be deleted forever. This can’t be undone.",
        entry.title,
        with_contents(&entry)
    );
    let place = (entry.kind != TrashKind::Story).then(|| format!(" in “{}”", entry.story_title));
    view! {
        <li>
            <div class="what">
                <h2>{entry.title.clone()}</h2>
                <p class="muted">
                    {entry.kind.label()} {place} " · deleted " <RelativeTime at=entry.deleted_at/>
                    {show(move || format!(" · will be deleted forever on {}", formatting::day(kept_until)))}
                </p>
                <p class="muted">{contents(&entry)}</p>
            </div>
            <div class="row">
                <Button
                    name=format!("Restore {}", entry.title)
                    disabled=restoring.pending()
                    on_press=restore
                >
                    "Restore"
                </Button>
                <Button
                    kind="quiet"
                    name=format!("Delete forever: {}", entry.title)
                    on_press=move || asking.set(true)
                >
                    "Delete forever…"
                </Button>
            </div>
            <ErrorMessage error=restoring.error()/>
            <DeleteForever id lost open=asking/>
        </li>
    }
    .into_any()
}

/// The dialog that asks before something is deleted forever; it is built when it is opened.
#[component]
fn DeleteForever(
    id: TrashId,
    /// What will be lost, as a sentence.
    lost: String,
    open: RwSignal<bool>,
) -> AnyView {
    let studio = Studio::get();
    let deleting = SubmitAction::new();
    let delete = move || {
        deleting.run(async move {
            delete_forever(id).await?;
            open.set(false);
            studio.library.update(|version| *version += 1);
            crate::browser::focus("main");
            Ok(())
        });
    };
    show(move || {
        let lost = lost.clone();
        open.get().then(|| {
            view! {
                <Dialog open title="Delete forever?">
                    <p>{lost}</p>
                    <ErrorMessage error=deleting.error()/>
                    <div class="row">
                        <Button kind="danger" disabled=deleting.pending() on_press=delete>
                            "Delete forever"
                        </Button>
                        <Button on_press=move || open.set(false)>"Cancel"</Button>
                    </div>
                </Dialog>
            }
        })
    })
}

/// "5 chapters, 2,140 words, 3 relations": what was deleted together with it, where there is anything.
fn contents(entry: &Trashed) -> String {
    let of = &entry.contents;
    // The deleted item does not count as its own content.
    let (chapters, entities, relations, facts) = match entry.kind {
        TrashKind::Story => (of.chapters, of.entities, of.relations, of.facts),
        TrashKind::Chapter => (0, 0, 0, of.facts),
        TrashKind::Entity => (0, 0, of.relations, 0),
        TrashKind::Relation | TrashKind::Rule | TrashKind::Fact => (0, 0, 0, 0),
    };
    let counted =
        |number: u64, word: &str| (number > 0).then(|| formatting::pluralize(number, word));
    let entries = match entities {
        0 => None,
        1 => Some("1 world entry".to_owned()),
        number => Some(format!("{} world entries", formatting::count(number))),
    };
    [
        counted(chapters, "chapter"),
        counted(of.words, "word"),
        counted(of.revisions, "version").map(|versions| format!("{versions} of the text")),
        entries,
        counted(relations, "relation"),
        counted(facts, "fact"),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

fn with_contents(entry: &Trashed) -> String {
    match contents(entry) {
        contents if contents.is_empty() => contents,
        contents => format!(" with {contents}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{contents, with_contents};
    use domain::{StoryId, Timestamp, TrashContents, TrashId, TrashKind, Trashed};

    fn entry(kind: TrashKind, contents: TrashContents) -> Trashed {
        Trashed {
            id: TrashId(uuid::Uuid::nil()),
            kind,
            title: "It".to_owned(),
            story: StoryId(uuid::Uuid::nil()),
            story_title: "A story".to_owned(),
            contents,
            deleted_at: Timestamp(0),
            kept_until: Timestamp(0),
        }
    }

    #[test]
    fn what_goes_with_it_is_named() {
        let all = TrashContents {
            chapters: 5,
            words: 2140,
            revisions: 1,
            entities: 1,
            relations: 3,
            facts: 0,
        };
        assert_eq!(
            contents(&entry(TrashKind::Story, all)),
            "5 chapters, 2,140 words, 1 version of the text, 1 world entry, 3 relations"
        );
        let one = TrashContents {
            entities: 1,
            relations: 2,
            ..TrashContents::default()
        };
        assert_eq!(
            with_contents(&entry(TrashKind::Entity, one)),
            " with 2 relations"
        );
        assert_eq!(
            with_contents(&entry(TrashKind::Rule, TrashContents::default())),
            ""
        );
    }
}
