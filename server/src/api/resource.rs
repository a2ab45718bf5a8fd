//! Resources with a version: each is answered with its `ETag`, and changed by [`IfMatch`](super::if_match::IfMatch).

use axum::{
    Json,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{ETAG, LOCATION},
    },
    response::{IntoResponse, Response},
};
use domain::{Chapter, ChapterRef, Proposal, Run, RunId, Settings, Story, StoryId};
use engine::{Engine, Error};
use exchange::{export::BookSettings, import::ImportPreview};
use serde::Serialize;
use serde_json::Value;

/// The `ETag` of a version.
pub(super) fn etag(version: i64) -> HeaderMap {
    let tag =
        HeaderValue::from_str(&format!("\"{version}\"")).expect("digits and quotes are a header");
    HeaderMap::from_iter([(ETAG, tag)])
}

/// A resource as it is answered: its body as JSON, and its version as the `ETag`.
pub(super) struct ResourceResponse<T> {
    pub(super) version: i64,
    pub(super) body: T,
}

impl<T: Serialize> IntoResponse for ResourceResponse<T> {
    fn into_response(self) -> Response {
        (etag(self.version), Json(self.body)).into_response()
    }
}

impl<T: Serialize> ResourceResponse<T> {
    /// The answer to a request that made the resource: a status, and the resource's address.
    pub(super) fn made(self, status: StatusCode, location: &str) -> Response {
        let mut response = (status, self).into_response();
        if let Ok(location) = location.parse() {
            response.headers_mut().insert(LOCATION, location);
        }
        response
    }
}

macro_rules! versioned {
    ($type:ty, $version:ident) => {
        impl From<$type> for ResourceResponse<$type> {
            fn from(body: $type) -> Self {
                let version = body.$version;
                Self { version, body }
            }
        }
    };
}

versioned!(Story, version);
versioned!(Chapter, version);
versioned!(Run, version);
versioned!(Settings, revision);
versioned!(BookSettings, version);
versioned!(Proposal, version);
versioned!(ImportPreview, version);

/// What names a resource.
pub(super) trait Resource: Sync {
    /// The resource as it is answered.
    type Body: Serialize + Send;

    /// Reads the resource.
    fn read(
        &self,
        engine: &Engine,
    ) -> impl Future<Output = Result<ResourceResponse<Self::Body>, Error>> + Send;

    /// The resource as it is shown to a client whose change comes too late.
    fn current(&self, engine: &Engine) -> impl Future<Output = Result<Value, Error>> + Send {
        async {
            let body = self.read(engine).await?.body;
            Ok(serde_json::to_value(body).unwrap_or_default())
        }
    }
}

impl Resource for StoryId {
    type Body = Story;

    async fn read(&self, engine: &Engine) -> Result<ResourceResponse<Story>, Error> {
        Ok(engine.story(*self).await?.into())
    }
}

impl Resource for RunId {
    type Body = Run;

    async fn read(&self, engine: &Engine) -> Result<ResourceResponse<Run>, Error> {
        Ok(engine.run(*self).await?.into())
    }
}

impl Resource for (StoryId, ChapterRef) {
    type Body = Chapter;

    async fn read(&self, engine: &Engine) -> Result<ResourceResponse<Chapter>, Error> {
        Ok(engine.chapter(self.0, self.1).await?.into())
    }

    /// With its text.
    async fn current(&self, engine: &Engine) -> Result<Value, Error> {
        let chapter = engine.chapter(self.0, self.1).await?;
        let revision = engine.current_revision(self.0, self.1).await?;
        let text = revision.map(|revision| revision.text).unwrap_or_default();
        let mut current = serde_json::to_value(chapter).unwrap_or_default();
        if let Some(fields) = current.as_object_mut() {
            fields.insert("text".to_owned(), text.into());
        }
        Ok(current)
    }
}
