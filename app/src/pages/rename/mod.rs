//! Another name for somebody or something, everywhere in a story: a live preview of every place, and the way back.

mod fields;
mod preview;

use super::not_found::NotFound;
use crate::{
    api::world::get_part,
    components::{
        Button, ErrorMessage, Main, PageTitle, PlaceSelection, ReplacePreviewList, TextLanguage,
        loaded, page::all_loaded, show,
    },
    formatting,
    live::{Aspect, CurrentStory, LiveResource, Studio, memo, page_query},
};
use domain::{EntityId, PartId, Story, StoryId, WorldPart};
use fields::{NameFields, NameForms};
use leptos::prelude::*;
use preview::NamePreview;

/// `/stories/:id/rename?entity=…`
pub fn rename(id: StoryId) -> AnyView {
    let query = page_query();
    let entity = query.with_untracked(|query| query.get("entity"));
    let Some(entity) = entity.and_then(|entity| entity.parse::<EntityId>().ok()) else {
        return view! { <NotFound/> }.into_any();
    };
    let (studio, current_story) = (Studio::get(), CurrentStory::get());
    let changed = studio.changes(id, Aspect::World);
    let part = LiveResource::new(
        move || changed.track(),
        move || get_part(id, PartId::Entity(entity)),
    );
    loaded(
        move || all_loaded([current_story.outcome(id), part.outcome()]),
        move || {
            let (story, part) = (current_story.story(id), part.value());
            let name = memo(move || {
                part.with(|(part, _)| match part {
                    WorldPart::Entity(entity) => entity.name.clone(),
                    _ => String::new(),
                })
            });
            view! { <RenamePage id entity story name/> }.into_any()
        },
    )
}

#[component]
fn RenamePage(id: StoryId, entity: EntityId, story: Memo<Story>, name: Memo<String>) -> AnyView {
    let fields = NameFields::of_address(id, entity);
    let preview = NamePreview::new(id, entity, fields);
    fields.keep_in_address();
    let title = move || {
        story.with(|story| format!("Rename {} · {} · Fablewright", name.get(), story.title))
    };
    view! {
        <PageTitle text=title/>
        <Main class="replace-page">
            <header class="head">
                <h1 id="title">
                    "Rename "
                    <span dir="auto" lang=TextLanguage::get()>
                        {show(move || name.get())}
                    </span>
                </h1>
                <a class="button quiet" href=format!("/stories/{id}/world")>
                    "World"
                </a>
            </header>
            <NameForms fields preview/>
            <Preview preview fields/>
            <p class="muted">
                <a href=format!("/stories/{id}/replace")>"Earlier replacements and renamings"</a>
            </p>
        </Main>
    }
    .into_any()
}

/// The places, how many of them are chosen, and the button that renames.
#[component]
fn Preview(preview: NamePreview, fields: NameFields) -> AnyView {
    let selection: PlaceSelection = preview.selection;
    let chosen = memo(move || {
        preview
            .parts
            .with(|parts| preview.places.with(|places| selection.count(parts, places)))
    });
    let disabled = Signal::derive(move || {
        chosen.get() == 0 || preview.is_outdated() || preview.renaming.pending().get()
    });
    let has_places = memo(move || preview.places.with(|places| !places.is_empty()));
    let label = move || match chosen.get() {
        1 => "Rename in 1 place".to_owned(),
        chosen => format!("Rename in {} places", formatting::count(chosen.into())),
    };
    let more = move || {
        let more = preview.more.get();
        let says = format!(
            "{} more. They change with the others, unless you leave out their chapter.",
            formatting::count(more.into()),
        );
        (more > 0).then(|| {
            view! {
                <div class="row">
                    <Button
                        disabled=preview.fetching.pending()
                        on_press=move || preview.fetch_more()
                    >
                        "Show more places"
                    </Button>
                    <span class="muted">{says}</span>
                </div>
            }
        })
    };
    view! {
        <p class="muted summary" role="status">
            {show(move || preview.summary(chosen.get()))}
        </p>
        <ErrorMessage error=preview.other_error()/>
        {show(move || {
            preview
                .changed_meanwhile
                .get()
                .then(|| {
                    view! {
                        <p role="alert" class="error-message">
                            "The story changed meanwhile, and nothing was renamed. The places below are as \
                             they are now. Check them and rename again."
                        </p>
                    }
                })
        })}
        <ErrorMessage error=preview.rename_error()/>
        {show(move || {
            has_places
                .get()
                .then(|| {
                    view! {
                        <div class="row">
                            <Button kind="primary" disabled on_press=move || preview.rename(fields)>
                                {show(label)}
                            </Button>
                        </div>
                    }
                })
        })}
        <ReplacePreviewList parts=preview.parts places=preview.places selection/>
        <ErrorMessage error=preview.fetching.error()/>
        {show(more)}
    }
    .into_any()
}
