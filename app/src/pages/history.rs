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
        // Made when it is asked for: a long list would mean hundreds of dialogs.
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

/// What is shown of a version.
#[derive(Clone)]
struct Compared {
    id: VersionId,
    fields: Vec<ComparedField>,
}

/// The dialog.
#[component]
fn VersionHistory(
    story: StoryId,
    of: VersionTarget,
    title: String,
    open: RwSignal<bool>,
) -> AnyView {
    let studio = Studio::get();
    let versions = RwSignal::new(None::<Vec<Version>>);
    let next = RwSignal::new(None::<String>);
    let compared = RwSignal::new(None::<Compared>);
    let (listing, comparing, restoring) = (
        SubmitAction::new(),
        SubmitAction::new(),
        SubmitAction::new(),
    );
    let compare = move |id: VersionId| {
        comparing.run(async move {
            let fields = compare_version(story, of, id).await?;
            compared.set(Some(Compared { id, fields }));
            Ok(())
        });
    };
    let list = move || {
        let after = next.get_untracked();
        listing.run(async move {
            let page = list_versions(story, of, after).await?;
            next.set(page.next);
            versions.update(|all| all.get_or_insert_default().extend(page.items));
            Ok(())
        });
    };
    list();
    let restore = move |id: VersionId| {
        restoring.run(async move {
            restore_version(story, of, id).await?;
            let aspect = match of {
                VersionTarget::Outline(_) => Aspect::Chapters,
                VersionTarget::Brief => Aspect::Story,
                VersionTarget::Part(_) => Aspect::World,
            };
            studio.touch(story, aspect);
            studio.show_message(
                NoticeLevel::Info,
                "Version restored. The one before it stays in the history.",
            );
            open.set(false);
            Ok(())
        });
    };
    let selected = memo(move || compared.with(|seen| seen.as_ref().map(|seen| seen.id)));
    let disabled = restoring.pending();
    let row = move |version: Version| row_view(version, selected, disabled, compare, restore);
    let pending = listing.pending();
    view! {
        <Dialog open title wide=true>
            <ErrorMessage error=listing.error()/>
            <ErrorMessage error=comparing.error()/>
            <ErrorMessage error=restoring.error()/>
            {show(move || {
                let none = versions.with(|all| all.as_ref().map(Vec::is_empty));
                match none {
                    None if pending.get() => {
                        view! { <p class="muted" role="status">"Loading…"</p> }.into_any()
                    }
                    Some(true) => {
                        view! {
                            <p class="muted">
                                "No earlier versions. Every change from now on is kept here."
                            </p>
                        }
                            .into_any()
                    }
                    _ => ().into_any(),
                }
            })}
            <div class="versions">
                <div>
                    <ul aria-label="Versions">
                        {rows(move || versions.get().unwrap_or_default(), |version| version.id, row)}
                    </ul>
                    {show(move || {
                        next.with(Option::is_some)
                            .then(|| {
                                view! {
                                    <Button kind="quiet" disabled=pending on_press=list>
                                        "Show more"
                                    </Button>
                                }
                            })
                    })}
                </div>
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

fn row_view(
    version: Version,
    selected: Memo<Option<VersionId>>,
    disabled: Signal<bool>,
    compare: impl Fn(VersionId) + Send + Sync + 'static,
    restore: impl Fn(VersionId) + Send + Sync + 'static,
) -> AnyView {
    let id = version.id;
    let end = match version.current {
        true => view! { <span class="muted">"current"</span> }.into_any(),
        false => view! {
            <Button disabled on_press=move || restore(id)>
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
                on:click=move |_| compare(id)
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
