//! Finding and replacing in everything that a story says.

use crate::{
    problem::Problem,
    request::{Body, Paging, Params, Path, id},
};
use axum::{Json, extract::State};
use domain::{
    NameForm, NewName, Page, PlaceChoice, ReplacePattern, ReplacePreview, Replacement,
    UndoneReplacement,
};
use engine::Engine;
use serde::{Deserialize, Serialize};

/// What to find, what takes its place, and where.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReplaceRequest {
    /// A text, or a regular expression. At most 500 characters.
    #[schema(min_length = 1, max_length = 500)]
    find: String,
    /// What takes its place, at most 2,000 characters. For a regular expression, `$1` is its first group and `$$` a dollar
    /// sign.
    #[serde(default)]
    #[schema(max_length = 2000)]
    replace: String,
    /// Finds whole words alone. Means nothing where a script has no spaces between words.
    #[serde(default)]
    whole_words: bool,
    /// Tells upper case from lower case.
    #[serde(default)]
    match_case: bool,
    /// Reads `find` as a regular expression.
    #[serde(default)]
    regex: bool,
    /// Ids of matches or of parts: nothing else changes.
    #[serde(default)]
    only: Option<Vec<String>>,
    /// Ids of matches or of parts that stay as they are.
    #[serde(default)]
    except: Vec<String>,
    /// Ids of matches that change although their part is excepted.
    #[serde(default)]
    also: Vec<String>,
    /// `base` of a preview: where what it found is not the same any more, nothing is replaced.
    #[serde(default)]
    base: Option<String>,
    /// Lists the places and changes nothing.
    #[serde(default)]
    preview: bool,
    /// Of a preview, the places after the match with this id.
    #[serde(default)]
    after: Option<String>,
}

/// A new name, and where it takes the place of the old one.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RenameRequest {
    /// The new name.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// Other names by which the story calls them, and parts of the name that become something else than the new name says.
    #[serde(default)]
    #[schema(max_items = 20)]
    aliases: Vec<RenameForm>,
    /// Ids of matches or of parts: nothing else changes.
    #[serde(default)]
    only: Option<Vec<String>>,
    /// Ids of matches or of parts that stay as they are.
    #[serde(default)]
    except: Vec<String>,
    /// Ids of matches that change although they have a `doubt`, or their part is excepted.
    #[serde(default)]
    also: Vec<String>,
    /// `base` of a preview: where what it found is not the same any more, nothing is replaced.
    #[serde(default)]
    base: Option<String>,
    /// Lists the places and changes nothing.
    #[serde(default)]
    preview: bool,
    /// Of a preview, the places after the match with this id.
    #[serde(default)]
    after: Option<String>,
}

/// Another name: alone, or with what it becomes.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(untagged)]
pub(super) enum RenameForm {
    /// It becomes what the new name says.
    Name(String),
    /// It becomes this.
    Form(NameForm),
}

/// What a replacement would change, or what it changed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(untagged)]
pub(super) enum ReplaceAnswer {
    /// With `preview`.
    Preview(ReplacePreview),
    /// Without it.
    Made(Replacement),
}

/// Finds and replaces in chapters, outline, summaries, world and brief. With `preview`, the answer lists the places, at
/// most 500 at once, and nothing changes. Without it, the chosen places change, all of them or none: each chapter gets a
/// new revision and everything else a new version. The answer’s `undo` takes all of it back.
#[utoipa::path(
    post,
    path = "/stories/{id}/replace",
    request_body = ReplaceRequest,
    responses((status = 200, body = ReplaceAnswer), (status = 409, body = Problem))
)]
pub(super) async fn replace(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Body(new): Body<ReplaceRequest>,
) -> Result<Json<ReplaceAnswer>, Problem> {
    let story = id(&story, "story")?;
    let pattern = ReplacePattern {
        find: new.find,
        replace: new.replace,
        whole_words: new.whole_words,
        match_case: new.match_case,
        regex: new.regex,
    };
    let choice = PlaceChoice {
        only: new.only,
        except: new.except,
        also: new.also,
        base: new.base,
    };
    Ok(Json(match new.preview {
        true => ReplaceAnswer::Preview(
            engine
                .preview_replacement(story, &pattern, new.after)
                .await?,
        ),
        false => ReplaceAnswer::Made(engine.replace(story, &pattern, choice).await?),
    }))
}

/// Gives somebody or something of the world another name everywhere in the story: the name, its parts, other names and
/// what is made of them (“Anna’s”, “Annas”). A place that may mean something else has a `doubt` and changes only if `also`
/// or `only` names it. Previews, choices and the undo are those of `replace`.
#[utoipa::path(
    post,
    path = "/stories/{id}/world/entities/{part}/rename",
    request_body = RenameRequest,
    responses((status = 200, body = ReplaceAnswer), (status = 409, body = Problem))
)]
pub(super) async fn rename(
    State(engine): State<Engine>,
    Path((story, entity)): Path<(String, String)>,
    Body(new): Body<RenameRequest>,
) -> Result<Json<ReplaceAnswer>, Problem> {
    let (story, entity) = (id(&story, "story")?, id(&entity, "entity")?);
    let name = NewName {
        name: new.name,
        aliases: new.aliases.into_iter().map(NameForm::from).collect(),
    };
    let choice = PlaceChoice {
        only: new.only,
        except: new.except,
        also: new.also,
        base: new.base,
    };
    Ok(Json(match new.preview {
        true => ReplaceAnswer::Preview(
            engine
                .preview_rename(story, entity, name, new.after)
                .await?,
        ),
        false => ReplaceAnswer::Made(engine.rename(story, entity, name, choice).await?),
    }))
}

impl From<RenameForm> for NameForm {
    fn from(alias: RenameForm) -> Self {
        match alias {
            RenameForm::Name(name) => Self {
                name,
                becomes: None,
            },
            RenameForm::Form(form) => form,
        }
    }
}

/// Replacements of a story, newest first. One without `undone_at` can be taken back.
#[utoipa::path(
    get,
    path = "/stories/{id}/replace",
    params(Paging),
    responses((status = 200, body = Page<Replacement>))
)]
pub(super) async fn list(
    State(engine): State<Engine>,
    Path(story): Path<String>,
    Params(paging): Params<Paging>,
) -> Result<Json<Page<Replacement>>, Problem> {
    let story = id(&story, "story")?;
    let limit = paging.limit()?;
    Ok(Json(engine.replacements(story, limit, paging.after).await?))
}

/// Takes a replacement back. What was changed since stays as it is and is named in the answer; so is what is in the trash,
/// which the same request takes back once it is restored.
#[utoipa::path(
    post,
    path = "/stories/{id}/replace/{replacement}/undo",
    responses((status = 200, body = UndoneReplacement), (status = 409, body = Problem))
)]
pub(super) async fn undo(
    State(engine): State<Engine>,
    Path((story, replacement)): Path<(String, String)>,
) -> Result<Json<UndoneReplacement>, Problem> {
    let (story, replacement) = (id(&story, "story")?, id(&replacement, "replacement")?);
    Ok(Json(engine.undo_replacement(story, replacement).await?))
}
