//! Every version of beats, a brief or a part of the world: compared with the current one, and restored.

use super::write::compare::paragraph;
use crate::{
    api::history::{compare_version, list_versions, restore_version},
    components::{Button, Dialog, ErrorMessage, Prose, RelativeTime, rows, show},
    formatting,
    live::{Aspect, Studio, SubmitAction, memo},
};
use domain::{
    Author, ComparedField, DiffBlock, NoticeLevel, Side, StoryId, Version, VersionId,
    VersionTarget, VersionValue, WorldPart,
};
use leptos::prelude::*;

/// A button that opens the history.
#[component]
pub fn HistoryButton(
    /// The story it is of.
    story: StoryId,
    /// What has the history.
    #[prop(into)]
    of: Signal<VersionTarget>,
    /// What it is called: "chapter 2", a name.
    #[prop(into)]
    what: Signal<String>,
) -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <Button
            kind="quiet"
            name=format!("History of {}", what.get_untracked())
            on_press=move || open.set(true)
        >
            "History"
        </Button>
        // Built when it is opened: a long list would mean hundreds of dialogs.
        {show(move || {
            open.get()
                .then(|| {
                    let title = format!("History of {}", what.get_untracked());
                    view! { <VersionHistory story of=of.get_untracked() title open/> }
                })
        })}
    }
    .into_any()
}

/// A version, compared with the current one.
#[derive(Clone)]
struct Compared {
    id: VersionId,
    fields: Vec<ComparedField>,
}

/// The versions that are loaded, and what the author does with them. Copies share everything.
#[derive(Clone, Copy)]
struct Versions {
    story: StoryId,
    of: VersionTarget,
    studio: Studio,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    loaded: RwSignal<Option<Vec<Version>>>,
    /// Where the next page begins; none after the last one.
    next: RwSignal<Option<String>>,
    compared: RwSignal<Option<Compared>>,
    listing: SubmitAction,
    comparing: SubmitAction,
    restoring: SubmitAction,
}

impl Versions {
    fn new(story: StoryId, of: VersionTarget, open: RwSignal<bool>) -> Self {
        Self {
            story,
            of,
            studio: Studio::get(),
            open,
            loaded: RwSignal::new(None),
            next: RwSignal::new(None),
            compared: RwSignal::new(None),
            listing: SubmitAction::new(),
            comparing: SubmitAction::new(),
            restoring: SubmitAction::new(),
        }
    }

    /// Loads the next page of the list.
    fn list(self) {
        let after = self.next.get_untracked();
        self.listing.run(async move {
            let page = list_versions(self.story, self.of, after).await?;
            self.next.set(page.next);
            self.loaded
                .update(|all| all.get_or_insert_default().extend(page.items));
            Ok(())
        });
    }

    /// Compares a version with the current one.
    fn compare(self, id: VersionId) {
        self.comparing.run(async move {
            let fields = compare_version(self.story, self.of, id).await?;
            self.compared.set(Some(Compared { id, fields }));
            Ok(())
        });
    }

    /// Makes a version the current one, and closes the dialog.
    fn restore(self, id: VersionId) {
        let studio = self.studio;
        self.restoring.run(async move {
            restore_version(self.story, self.of, id).await?;
            let aspect = match self.of {
                VersionTarget::Outline(_) => Aspect::Chapters,
                VersionTarget::Brief | VersionTarget::Book => Aspect::Story,
                VersionTarget::Part(_) => Aspect::World,
            };
            studio.touch(self.story, aspect);
            studio.show_message(
                NoticeLevel::Info,
                "Version restored. The one before it stays in the history.",
            );
            self.open.set(false);
            Ok(())
        });
    }
}

/// The dialog.
#[component]
fn VersionHistory(
    story: StoryId,
    of: VersionTarget,
    title: String,
    open: RwSignal<bool>,
) -> AnyView {
    let versions = Versions::new(story, of, open);
    versions.list();
    let compared = versions.compared;
    view! {
        <Dialog open title wide=true>
            <ErrorMessage error=versions.listing.error()/>
            <ErrorMessage error=versions.comparing.error()/>
            <ErrorMessage error=versions.restoring.error()/>
            <ListState versions/>
            <div class="versions">
                <VersionList versions/>
                {show(move || compared.get().map(|seen| comparison_view(&seen.fields)))}
            </div>
            <div class="row">
                <Button kind="quiet" on_press=move || open.set(false)>
                    "Close"
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// That the list is loading, or that it is empty.
#[component]
fn ListState(versions: Versions) -> AnyView {
    let pending = versions.listing.pending();
    show(move || {
        let none = versions.loaded.with(|all| all.as_ref().map(Vec::is_empty));
        match none {
            None if pending.get() => {
                view! { <p class="muted" role="status">"Loading…"</p> }.into_any()
            }
            Some(true) => view! {
                <p class="muted">
                    "No earlier versions. Every change from now on is kept here."
                </p>
            }
            .into_any(),
            _ => ().into_any(),
        }
    })
}

/// The versions, and the button that loads more of them.
#[component]
fn VersionList(versions: Versions) -> AnyView {
    let selected = memo(move || {
        let compared = versions.compared;
        compared.with(|seen| seen.as_ref().map(|seen| seen.id))
    });
    let row = move |version: Version| row_view(version, versions, selected);
    view! {
        <div>
            <ul aria-label="Versions">
                {rows(move || versions.loaded.get().unwrap_or_default(), |version| version.id, row)}
            </ul>
            {show(move || {
                versions.next.with(Option::is_some)
                    .then(|| {
                        view! {
                            <Button
                                kind="quiet"
                                disabled=versions.listing.pending()
                                on_press=move || versions.list()
                            >
                                "Show more"
                            </Button>
                        }
                    })
            })}
        </div>
    }
    .into_any()
}

fn row_view(version: Version, versions: Versions, selected: Memo<Option<VersionId>>) -> AnyView {
    let disabled = versions.restoring.pending();
    let id = version.id;
    let end = match version.current {
        true => view! { <span class="muted">"current"</span> }.into_any(),
        false => view! {
            <Button disabled on_press=move || versions.restore(id)>
                "Restore"
            </Button>
        }
        .into_any(),
    };
    view! {
        <li>
            <button
                type="button"
                class="quiet"
                aria-pressed=memo(move || (selected.get() == Some(id)).to_string())
                on:click=move |_| versions.compare(id)
            >
                <b>
                    <RelativeTime at=version.at/>
                </b>
                <span>{describe(&version)}</span>
            </button>
            {end}
        </li>
    }
    .into_any()
}

/// "edited by you · 5 beats"
fn describe(version: &Version) -> String {
    const ENOUGH: usize = 60;
    let who = match version.by {
        Author::Person => "edited by you",
        Author::Run => "generated",
        Author::Unknown => "earlier version",
    };
    let says = match &version.value {
        VersionValue::Outline(outline) => {
            formatting::pluralize(outline.outline.len() as u64, "beat")
        }
        VersionValue::Brief(brief) => brief.title.clone(),
        VersionValue::Book(details) => details.author.clone(),
        VersionValue::Part(WorldPart::Entity(entity)) => match entity.role.as_str() {
            "" => entity.name.clone(),
            role => format!("{}, {role}", entity.name),
        },
        VersionValue::Part(WorldPart::Relation(relation)) => relation.label.clone(),
        VersionValue::Part(WorldPart::Rule(rule)) => rule.text.clone(),
        VersionValue::Part(WorldPart::Fact(fact)) => fact.text.clone(),
    };
    let mut short: String = says.chars().take(ENOUGH).collect();
    if short.len() < says.len() {
        short.push('…');
    }
    format!("{who} · {short}")
}

/// Field by field, this version beside the current one.
fn comparison_view(fields: &[ComparedField]) -> AnyView {
    let differs = fields.iter().any(|field| field.comparison.changes() > 0);
    let remark = match differs {
        true => "Compared with the current version:",
        false => "Same as the current version.",
    };
    let says_something = |field: &&ComparedField| !field.comparison.parts.is_empty();
    let views = fields.iter().filter(says_something).map(|field| {
        let changed = field.comparison.changes() > 0;
        let names = changed.then(|| {
            view! {
                <div class="names" aria-hidden="true">
                    <span>"This version"</span>
                    <span>"Current version"</span>
                </div>
            }
        });
        let parts = field.comparison.parts.iter().map(|part| match part {
            DiffBlock::Same(text) => {
                view! { <div class="same"><Prose text=text.clone()/></div> }.into_any()
            }
            DiffBlock::Changed { left, right } => view! {
                <div class="change">
                    <div class="side">
                        <span class="name">"This version"</span>
                        {paragraph(Side::Left, left)}
                    </div>
                    <div class="side">
                        <span class="name">"Current version"</span>
                        {paragraph(Side::Right, right)}
                    </div>
                </div>
            }
            .into_any(),
        });
        view! {
            <section>
                <h3>{field.label.clone()}</h3>
                {names}
                {parts.collect::<Vec<_>>()}
            </section>
        }
    });
    view! {
        <div class="compare read" tabindex="0" role="region" aria-label="Text of this version">
            <p class="muted">{remark}</p>
            {views.collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}
