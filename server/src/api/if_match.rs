//! `If-Match`: a change says which version it is based on, and is refused where that is not the current one.

use super::resource::{Resource, ResourceResponse};
use crate::{
    entity_tags::{EntityTags, MalformedTags},
    problem::Problem,
};
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, header::IF_MATCH, request::Parts},
};
use engine::{Engine, Error};

/// What a change says it is based on: `If-Match`, without which nothing is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct IfMatch(EntityTags);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        match EntityTags::of(&parts.headers, &IF_MATCH) {
            Some(Ok(tags)) => Ok(Self(tags)),
            Some(Err(MalformedTags)) => Err(Problem::new(
                StatusCode::BAD_REQUEST,
                "malformed_request",
                "If-Match is `*` or a list of tags in double quotes, as the ETag header has them.",
            )),
            None => Err(Problem::new(
                StatusCode::PRECONDITION_REQUIRED,
                "precondition_required",
                "Send the ETag of the version that you changed in an If-Match header.",
            )),
        }
    }
}

impl IfMatch {
    /// Changes a resource if its version is one of those that the client named. `change` gets the resource as it was
    /// read, and the version that the store is to check again when it writes. A change that comes too late is answered
    /// with the resource as it stands.
    pub(super) async fn change<R: Resource, T, F>(
        self,
        engine: &Engine,
        resource: &R,
        change: impl FnOnce(R::Body, i64) -> F,
    ) -> Result<T, Problem>
    where
        F: Future<Output = Result<T, Error>>,
    {
        let ResourceResponse { version, body } = resource.read(engine).await?;
        match change(body, self.version(version)).await {
            Err(error @ Error::StaleVersion { .. }) => {
                let problem = Problem::from(error);
                Err(match resource.current(engine).await {
                    Ok(current) => problem.with_current(&current),
                    Err(_) => problem,
                })
            }
            done => Ok(done?),
        }
    }

    /// The version to change: the current one where it is named, else one that is not current. A weak tag names none.
    fn version(&self, current: i64) -> i64 {
        let EntityTags::List(tags) = &self.0 else {
            return current;
        };
        let strong = tags.iter().filter(|(is_weak, _)| !is_weak);
        let mut versions = strong.map(|(_, tag)| match tag.parse::<i64>() {
            // A tag is compared letter by letter: "07" is not "7".
            Ok(version) if version.to_string() == *tag => version,
            _ => -1,
        });
        let first = versions.next().unwrap_or(-1);
        if versions.any(|version| version == current) {
            return current;
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn a_change_is_based_on_a_strong_tag_of_the_list() {
        let version = |text: &'static str, current| {
            let headers = HeaderMap::from_iter([(IF_MATCH, HeaderValue::from_static(text))]);
            let tags = EntityTags::of(&headers, &IF_MATCH).expect("a header");
            IfMatch(tags.expect("tags")).version(current)
        };
        assert_eq!(version("*", 7), 7);
        for matches in [
            "\"7\"",
            "\"3\", \"7\"",
            "\"7\", \"8\"",
            "\"x\", W/\"7\", \"7\"",
        ] {
            assert_eq!(version(matches, 7), 7, "{matches}");
        }
        for differs in [
            "W/\"7\"",
            "\"6\"",
            "\"6\", W/\"7\"",
            "\"x\"",
            "\"07\", \"+7\"",
            "\"\"",
        ] {
            assert_ne!(version(differs, 7), 7, "{differs}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_tag_of_a_version_names_it(version in 0..=i64::MAX, other in 0..=i64::MAX) {
            let tag = EntityTags::List(vec![(false, version.to_string())]);
            proptest::prop_assert_eq!(IfMatch(tag).version(other), version);
        }
    }
}
