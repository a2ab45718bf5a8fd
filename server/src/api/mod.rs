//! REST under `/api/v1`, and what operators ask at the root.

mod autosave;
mod calls;
mod chapters;
mod dismissed;
mod health;
mod history;
mod live;
mod queue;
mod reviews;
mod runs;
mod settings;
mod stories;
mod studio;
mod world;

use crate::{problem::Problem, request::nothing_at};
use axum::{
    Router,
    extract::Request,
    http::StatusCode,
    routing::{delete, get, post},
};
use domain::Actor;
use engine::Engine;

/// Whoever asks: on this machine there is one.
const ACTOR: &Actor = &Actor::Owner;

/// All of it.
pub fn router(engine: Engine) -> Router {
    let v1 = Router::new()
        .route("/stories", get(stories::list).post(stories::create))
        .route(
            "/stories/{id}",
            get(stories::show)
                .patch(stories::change)
                .delete(stories::delete),
        )
        .route("/stories/{id}/duplicate", post(stories::duplicate))
        .route("/templates", get(stories::templates))
        .route("/structures", get(reviews::structures))
        .route("/interview", post(reviews::interview))
        .route("/interviews", post(reviews::begin_interview))
        .route("/interviews/{id}/calls", get(calls::of_interview))
        .route("/stories/{id}/reviews", get(reviews::reviews))
        .route("/stories/{id}/brief/versions", get(history::briefs))
        .route(
            "/stories/{id}/brief/versions/{vid}/restore",
            post(history::restore_brief),
        )
        .route(
            "/stories/{id}/chapters/{number}/outlines",
            get(history::outlines),
        )
        .route(
            "/stories/{id}/chapters/{number}/outlines/{vid}/restore",
            post(history::restore_outline),
        )
        .route("/trash", get(history::trash))
        .route("/trash/{entry}", delete(history::delete_forever))
        .route("/trash/{entry}/restore", post(history::restore))
        .route(
            "/stories/{id}/chapters",
            get(chapters::list).post(chapters::add),
        )
        .route(
            "/stories/{id}/chapters/{number}",
            get(chapters::show)
                .patch(chapters::change)
                .delete(chapters::delete),
        )
        .route(
            "/stories/{id}/chapters/{number}/autosave",
            get(autosave::list)
                .put(autosave::keep)
                .delete(autosave::discard),
        )
        .route("/stories/{id}/chapters/{number}/text", get(chapters::text))
        .route(
            "/stories/{id}/chapters/{number}/revisions",
            get(chapters::revisions).post(chapters::write),
        )
        .route(
            "/stories/{id}/chapters/{number}/revisions/{rid}",
            get(chapters::revision),
        )
        .route(
            "/stories/{id}/chapters/{number}/revisions/{rid}/restore",
            post(chapters::restore),
        )
        .route(
            "/stories/{id}/chapters/{number}/revisions/{rid}/drop",
            post(chapters::drop_candidate),
        )
        .route(
            "/stories/{id}/chapters/{number}/compare",
            get(chapters::compare),
        )
        .route(
            "/stories/{id}/chapters/{number}/dismissed",
            get(dismissed::list)
                .post(dismissed::add)
                .delete(dismissed::take_back),
        )
        .route(
            "/stories/{id}/chapters/{number}/calls",
            get(calls::of_chapter),
        )
        .route(
            "/stories/{id}/world/entities",
            get(world::entities::list).post(world::entities::add),
        )
        .route(
            "/stories/{id}/world/entities/{part}",
            get(world::entities::show)
                .patch(world::entities::change)
                .delete(world::entities::delete),
        )
        .route(
            "/stories/{id}/world/entities/{part}/versions",
            get(world::entities::versions),
        )
        .route(
            "/stories/{id}/world/entities/{part}/versions/{vid}/restore",
            post(world::entities::restore),
        )
        .route(
            "/stories/{id}/world/relations",
            get(world::relations::list).post(world::relations::add),
        )
        .route(
            "/stories/{id}/world/relations/{part}",
            get(world::relations::show)
                .patch(world::relations::change)
                .delete(world::relations::delete),
        )
        .route(
            "/stories/{id}/world/relations/{part}/versions",
            get(world::relations::versions),
        )
        .route(
            "/stories/{id}/world/relations/{part}/versions/{vid}/restore",
            post(world::relations::restore),
        )
        .route(
            "/stories/{id}/world/rules",
            get(world::rules::list).post(world::rules::add),
        )
        .route(
            "/stories/{id}/world/rules/{part}",
            get(world::rules::show)
                .patch(world::rules::change)
                .delete(world::rules::delete),
        )
        .route(
            "/stories/{id}/world/rules/{part}/versions",
            get(world::rules::versions),
        )
        .route(
            "/stories/{id}/world/rules/{part}/versions/{vid}/restore",
            post(world::rules::restore),
        )
        .route(
            "/stories/{id}/world/facts",
            get(world::facts::list).post(world::facts::add),
        )
        .route(
            "/stories/{id}/world/facts/{part}",
            get(world::facts::show)
                .patch(world::facts::change)
                .delete(world::facts::delete),
        )
        .route(
            "/stories/{id}/world/facts/{part}/versions",
            get(world::facts::versions),
        )
        .route(
            "/stories/{id}/world/facts/{part}/versions/{vid}/restore",
            post(world::facts::restore),
        )
        .route("/stories/{id}/runs", post(runs::start))
        .route("/queue", get(queue::show))
        .route("/queue/pause", post(queue::pause))
        .route("/queue/resume", post(queue::resume))
        .route("/runs", get(runs::list))
        .route("/runs/cancel", post(queue::cancel_many))
        .route("/runs/{id}", get(runs::show).patch(runs::change))
        .route("/runs/{id}/cancel", post(runs::cancel))
        .route(
            "/runs/{id}/pause",
            post(runs::pause).delete(runs::keep_going),
        )
        .route("/runs/{id}/resume", post(runs::resume))
        .route("/runs/{id}/retry", post(runs::retry))
        .route("/runs/{id}/draft", get(runs::draft))
        .route("/runs/{id}/events", get(live::of_run))
        .route("/events", get(live::all))
        .route("/state", get(studio::state))
        .route("/models", get(settings::models))
        .route("/models/test", post(settings::test))
        .route("/models/test/calls", get(calls::of_trials))
        .route("/settings", get(settings::show).put(settings::change))
        .route("/runs/{id}/calls", get(calls::of_run))
        .route("/calls/{id}", get(calls::show))
        .route("/stories/{id}/spent", get(calls::of_story))
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed);
    Router::new()
        .nest("/api/v1", v1)
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .with_state(engine)
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
