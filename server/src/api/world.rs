//! A world, part by part: entities, relations, rules, facts.

use super::{
    history::{self, VersionResponse},
    if_match::IfMatch,
    part_schemas::{
        EntityPatch, FactPatch, NewEntity, NewFact, NewRelation, NewRule, RelationPatch, RulePatch,
    },
    resource::{Resource, ResourceResponse},
};
use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path, id},
};
use axum::{Json, extract::State, http::StatusCode, response::Response};
use domain::{Entity, Fact, Page, PartId, Relation, Rule, StoryId, VersionTarget, WorldPart};
use engine::{Engine, Error};
use serde_json::{Map, Value, json};

/// The engine gives a new part its own.
const NO_ID: &str = "00000000-0000-0000-0000-000000000000";

/// What a new part is where nothing is said; it names every field.
pub(super) fn blank(of: &str) -> Value {
    match of {
        "entity" => json!({
            "id": NO_ID, "kind": null, "name": "", "role": "", "description": "", "pronouns": "",
            "goal": "", "traits": [],
        }),
        "relation" => json!({"id": NO_ID, "from": null, "to": null, "label": ""}),
        "rule" => json!({"id": NO_ID, "text": ""}),
        _ => json!({"id": NO_ID, "text": "", "chapter": null}),
    }
}

/// The fields of a part with those of a change over them.
fn changed(of: &str, mut fields: Value, change: Map<String, Value>) -> Result<WorldPart, Error> {
    let invalid =
        |reason: String| Error::Invalid(format!("The JSON does not match this request: {reason}."));
    let known = blank(of);
    for (name, value) in change {
        if name == "id" || known.get(&name).is_none() {
            return Err(invalid(format!("unknown field `{name}`")));
        }
        fields[&name] = value;
    }
    serde_json::from_value(json!({ of: fields })).map_err(|error| invalid(error.to_string()))
}

impl From<(WorldPart, i64)> for ResourceResponse<Value> {
    fn from((part, version): (WorldPart, i64)) -> Self {
        let body = fields(&part);
        Self { version, body }
    }
}

impl Resource for (StoryId, PartId) {
    type Body = Value;

    async fn read(&self, engine: &Engine) -> Result<ResourceResponse<Value>, Error> {
        Ok(engine.part(self.0, self.1).await?.into())
    }
}

async fn add(
    engine: Engine,
    story: StoryId,
    of: &str,
    list: &str,
    new: Map<String, Value>,
) -> Result<Response, Problem> {
    let part = changed(of, blank(of), new)?;
    let part = ResourceResponse::from(engine.put_part(story, part, None).await?);
    let id = part.body["id"].as_str().unwrap_or_default();
    let location = format!("/api/v1/stories/{story}/world/{list}/{id}");
    Ok(part.made(StatusCode::CREATED, &location))
}

async fn change(
    engine: Engine,
    story: StoryId,
    id: PartId,
    based: IfMatch,
    change: Map<String, Value>,
) -> Result<ResourceResponse<Value>, Problem> {
    let put = |fields, version| {
        let engine = &engine;
        async move {
            let part = changed(id.as_str(), fields, change)?;
            engine.put_part(story, part, Some(version)).await
        }
    };
    Ok(based.change(&engine, &(story, id), put).await?.into())
}

async fn delete(
    engine: Engine,
    story: StoryId,
    id: PartId,
    based: IfMatch,
) -> Result<StatusCode, Problem> {
    let delete = |_, version| engine.delete_part(story, id, version);
    based.change(&engine, &(story, id), delete).await?;
    Ok(StatusCode::NO_CONTENT)
}

macro_rules! part_of_world {
    ($name:ident, $of:literal, $type:ident, $new:ident, $patch:ident, $id:path) => {
        pub(super) mod $name {
            use super::*;

            #[utoipa::path(
                get,
                path = concat!("/stories/{id}/world/", stringify!($name), ""),
                summary = "The parts of a story's world that are of this kind.",
                params(Paging),
                responses((status = 200, body = Page<$type>))
            )]
            pub(in super::super) async fn list(
                State(engine): State<Engine>,
                Path(story): Path<String>,
                Params(paging): Params<Paging>,
            ) -> Result<Json<Page<$type>>, Problem> {
                let world = engine.world(id(&story, "story")?).await?;
                Ok(Json(paging.of(world.$name, |part| part.id.to_string())?))
            }

            #[utoipa::path(
                post,
                path = concat!("/stories/{id}/world/", stringify!($name), ""),
                summary = "Adds a part to a story's world.",
                request_body = $new,
                responses((status = 201, body = $type))
            )]
            pub(in super::super) async fn add(
                State(engine): State<Engine>,
                Path(story): Path<String>,
                Body(new): Body<Map<String, Value>>,
            ) -> Result<Response, Problem> {
                super::add(engine, id(&story, "story")?, $of, stringify!($name), new).await
            }

            #[utoipa::path(
                get,
                path = concat!("/stories/{id}/world/", stringify!($name), "/{part}"),
                summary = "A part of a story's world.",
                responses((status = 200, body = $type))
            )]
            pub(in super::super) async fn show(
                State(engine): State<Engine>,
                Path((story, part)): Path<(String, String)>,
            ) -> Result<ResourceResponse<Value>, Problem> {
                let (story, part) = (id(&story, "story")?, $id(id(&part, $of)?));
                Ok(engine.part(story, part).await?.into())
            }

            #[utoipa::path(
                patch,
                path = concat!("/stories/{id}/world/", stringify!($name), "/{part}"),
                summary = "Changes a part of a story's world. A field that is missing stays as it is.",
                params(IfMatch),
                request_body = $patch,
                responses((status = 200, body = $type))
            )]
            pub(in super::super) async fn change(
                State(engine): State<Engine>,
                Path((story, part)): Path<(String, String)>,
                based: IfMatch,
                Body(change): Body<Map<String, Value>>,
            ) -> Result<ResourceResponse<Value>, Problem> {
                let (story, part) = (id(&story, "story")?, $id(id(&part, $of)?));
                super::change(engine, story, part, based, change).await
            }

            #[utoipa::path(
                delete,
                path = concat!("/stories/{id}/world/", stringify!($name), "/{part}"),
                summary = "Moves a part of a story's world to the trash.",
                params(IfMatch),
                responses((status = 204))
            )]
            pub(in super::super) async fn delete(
                State(engine): State<Engine>,
                Path((story, part)): Path<(String, String)>,
                based: IfMatch,
            ) -> Result<StatusCode, Problem> {
                let (story, part) = (id(&story, "story")?, $id(id(&part, $of)?));
                super::delete(engine, story, part, based).await
            }

            #[utoipa::path(
                get,
                path = concat!("/stories/{id}/world/", stringify!($name), "/{part}/versions"),
                summary = "Every version of a part, the newest first.",
                params(Paging),
                responses((status = 200, body = Page<VersionResponse<$type>>))
            )]
            pub(in super::super) async fn versions(
                State(engine): State<Engine>,
                Path((story, part)): Path<(String, String)>,
                Params(paging): Params<Paging>,
            ) -> Result<Json<Page<VersionResponse<Value>>>, Problem> {
                let (story, part) = (id(&story, "story")?, $id(id(&part, $of)?));
                history::list(&engine, story, VersionTarget::Part(part), paging).await
            }

            #[utoipa::path(
                post,
                path = concat!("/stories/{id}/world/", stringify!($name), "/{part}/versions/{vid}/restore"),
                summary = "Restores a version of a part.",
                params(IfMatch),
                responses((status = 200, body = $type))
            )]
            pub(in super::super) async fn restore(
                State(engine): State<Engine>,
                Path((story, part, version)): Path<(String, String, String)>,
                based: IfMatch,
            ) -> Result<ResourceResponse<Value>, Problem> {
                let (story, part) = (id(&story, "story")?, $id(id(&part, $of)?));
                let version = id(&version, "version")?;
                history::restore_part(&engine, story, part, version, based).await
            }
        }
    };
}

part_of_world!(
    entities,
    "entity",
    Entity,
    NewEntity,
    EntityPatch,
    PartId::Entity
);
part_of_world!(
    relations,
    "relation",
    Relation,
    NewRelation,
    RelationPatch,
    PartId::Relation
);
part_of_world!(rules, "rule", Rule, NewRule, RulePatch, PartId::Rule);
part_of_world!(facts, "fact", Fact, NewFact, FactPatch, PartId::Fact);
