//! REST under `/api/v1`, and what operators ask at the root.

mod autosave;
mod backups;
mod books;
mod calls;
mod chapters;
mod dismissed;
mod document;
mod examples;
mod health;
mod history;
mod if_match;
mod import;
mod live;
mod names;
mod parameters;
mod part_fields;
mod part_schemas;
mod proposals;
mod queue;
mod replace;
mod resource;
mod reviews;
mod runs;
mod search;
mod settings;
mod stories;
mod studio;
mod world;

use crate::{problem::Problem, request::nothing_at};
use axum::{Extension, Router, extract::Request, http::StatusCode};
use document::{ApiDocument, DocumentSource};
use engine::Engine;
use std::sync::LazyLock;
use utoipa::OpenApi as _;
use utoipa_axum::{router::OpenApiRouter, routes};

/// All of it.
pub fn router(engine: Engine) -> Router {
    let (router, _) = documented().split_for_parts();
    router
        .method_not_allowed_fallback(method_not_allowed)
        .layer(Extension(DocumentSource(document)))
        .with_state(engine)
}

/// The OpenAPI document as JSON.
pub fn document() -> &'static str {
    static TEXT: LazyLock<String> =
        LazyLock::new(|| document::text(&documented().split_for_parts().1));
    &TEXT
}

/// Every route with its documentation.
fn documented() -> OpenApiRouter<Engine> {
    let v1 = stories_and_chapters()
        .merge(world())
        .merge(runs_and_settings())
        .fallback(not_found);
    OpenApiRouter::with_openapi(ApiDocument::openapi())
        .nest("/api/v1", v1)
        .routes(routes!(document::show))
        .routes(routes!(health::alive))
        .routes(routes!(health::ready))
}

fn stories_and_chapters() -> OpenApiRouter<Engine> {
    OpenApiRouter::new()
        .routes(routes!(stories::list, stories::create))
        .routes(routes!(import::list, import::begin))
        .routes(routes!(import::show, import::change, import::discard))
        .routes(routes!(import::chapter))
        .routes(routes!(import::accept))
        .routes(routes!(stories::show, stories::change, stories::delete))
        .routes(routes!(stories::duplicate))
        .routes(routes!(books::show, books::change))
        .routes(routes!(books::cover, books::set_cover, books::remove_cover))
        .routes(routes!(books::one_cover))
        .routes(routes!(books::restore_cover))
        .routes(routes!(books::export))
        .routes(routes!(books::warnings))
        .routes(routes!(names::list))
        .routes(routes!(search::library))
        .routes(routes!(search::of_story))
        .routes(routes!(replace::list, replace::replace))
        .routes(routes!(replace::undo))
        .routes(routes!(stories::templates))
        .routes(routes!(reviews::structures))
        .routes(routes!(reviews::interview))
        .routes(routes!(reviews::begin_interview))
        .routes(routes!(calls::of_interview))
        .routes(routes!(reviews::reviews))
        .routes(routes!(proposals::list))
        .routes(routes!(proposals::state))
        .routes(routes!(proposals::accept))
        .routes(routes!(proposals::drop_open))
        .routes(routes!(proposals::reopen))
        .routes(routes!(proposals::show, proposals::change))
        .routes(routes!(history::books))
        .routes(routes!(history::restore_book))
        .routes(routes!(history::briefs))
        .routes(routes!(history::restore_brief))
        .routes(routes!(history::outlines))
        .routes(routes!(history::restore_outline))
        .routes(routes!(history::trash))
        .routes(routes!(history::delete_forever))
        .routes(routes!(history::restore))
        .routes(routes!(chapters::list, chapters::add))
        .routes(routes!(chapters::show, chapters::change, chapters::delete))
        .routes(routes!(autosave::list, autosave::keep, autosave::discard))
        .routes(routes!(chapters::details))
        .routes(routes!(chapters::text))
        .routes(routes!(chapters::revisions, chapters::write))
        .routes(routes!(chapters::revision))
        .routes(routes!(chapters::restore))
        .routes(routes!(chapters::drop_candidate))
        .routes(routes!(chapters::compare))
        .routes(routes!(
            dismissed::list,
            dismissed::add,
            dismissed::take_back
        ))
        .routes(routes!(calls::of_chapter))
}

fn world() -> OpenApiRouter<Engine> {
    OpenApiRouter::new()
        .routes(routes!(world::entities::list, world::entities::add))
        .routes(routes!(
            world::entities::show,
            world::entities::change,
            world::entities::delete
        ))
        .routes(routes!(world::entities::versions))
        .routes(routes!(world::entities::restore))
        .routes(routes!(replace::rename))
        .routes(routes!(world::relations::list, world::relations::add))
        .routes(routes!(
            world::relations::show,
            world::relations::change,
            world::relations::delete
        ))
        .routes(routes!(world::relations::versions))
        .routes(routes!(world::relations::restore))
        .routes(routes!(world::rules::list, world::rules::add))
        .routes(routes!(
            world::rules::show,
            world::rules::change,
            world::rules::delete
        ))
        .routes(routes!(world::rules::versions))
        .routes(routes!(world::rules::restore))
        .routes(routes!(world::facts::list, world::facts::add))
        .routes(routes!(
            world::facts::show,
            world::facts::change,
            world::facts::delete
        ))
        .routes(routes!(world::facts::versions))
        .routes(routes!(world::facts::restore))
}

fn runs_and_settings() -> OpenApiRouter<Engine> {
    OpenApiRouter::new()
        .routes(routes!(runs::start))
        .routes(routes!(queue::show))
        .routes(routes!(queue::pause))
        .routes(routes!(queue::resume))
        .routes(routes!(runs::list))
        .routes(routes!(queue::cancel_many))
        .routes(routes!(runs::show, runs::change))
        .routes(routes!(runs::cancel))
        .routes(routes!(runs::pause, runs::keep_going))
        .routes(routes!(runs::resume))
        .routes(routes!(runs::retry))
        .routes(routes!(runs::draft))
        .routes(routes!(live::of_run))
        .routes(routes!(live::all))
        .routes(routes!(studio::state))
        .routes(routes!(backups::list, backups::make))
        .routes(routes!(backups::show))
        .routes(routes!(backups::restore))
        .routes(routes!(backups::file))
        .routes(routes!(settings::models))
        .routes(routes!(settings::test))
        .routes(routes!(calls::of_trials))
        .routes(routes!(settings::show, settings::change))
        .routes(routes!(calls::of_run))
        .routes(routes!(calls::show))
        .routes(routes!(calls::of_story))
}

async fn not_found(request: Request) -> Problem {
    nothing_at(request.uri(), request.extensions())
}

async fn method_not_allowed() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "This address does not accept this method. The Allow header lists the methods that it accepts.",
    )
}
