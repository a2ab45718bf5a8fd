//! The tags of preconditions: what `If-Match` and `If-None-Match` have in common.

use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// The value of `If-Match` or `If-None-Match`: RFC 9110, 8.8.3 and 13.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EntityTags {
    /// `*`: whatever there is.
    Any,
    /// A list of tags: whether a tag is weak, and what is between its quotes.
    List(Vec<(bool, String)>),
}

impl EntityTags {
    /// Reads a header, all lines of it; `None` where it is missing.
    pub(crate) fn of(
        headers: &HeaderMap,
        name: &HeaderName,
    ) -> Option<Result<Self, MalformedTags>> {
        let mut lines = headers.get_all(name).iter().peekable();
        lines.peek()?;
        let lines: Result<Vec<&str>, _> = lines.map(HeaderValue::to_str).collect();
        let read = lines.ok().and_then(|lines| Self::parse(&lines.join(",")));
        Some(read.ok_or(MalformedTags))
    }

    /// `*`, or `"1", W/"2"`. Unlike the typed headers of `axum-extra`, it refuses what is neither, so that a client that
    /// forgets the quotes is told so, and not that its version is old.
    fn parse(text: &str) -> Option<Self> {
        let mut rest = text.trim();
        if rest == "*" {
            return Some(Self::Any);
        }
        let mut tags = Vec::new();
        loop {
            rest = rest.trim_start_matches([' ', '\t', ',']);
            if rest.is_empty() {
                break;
            }
            let (is_weak, tag) = match rest.strip_prefix("W/") {
                Some(tag) => (true, tag),
                None => (false, rest),
            };
            let (tag, after) = tag.strip_prefix('"')?.split_once('"')?;
            if tag.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
                return None;
            }
            let after = after.trim_start_matches([' ', '\t']);
            if !after.is_empty() && !after.starts_with(',') {
                return None;
            }
            tags.push((is_weak, tag.to_owned()));
            rest = after;
        }
        (!tags.is_empty()).then_some(Self::List(tags))
    }

    /// Whether a tag is among them, weak or not: what a reader of `If-None-Match` asks. `opaque` has no quotes.
    pub(crate) fn have(&self, opaque: &str) -> bool {
        match self {
            Self::Any => true,
            Self::List(tags) => tags.iter().any(|(_, tag)| tag == opaque),
        }
    }
}

/// A header that is neither `*` nor a list of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MalformedTags;

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::header::IF_MATCH;

    #[test]
    fn tags_are_read_as_the_rfc_has_them() {
        let tags = |tags: &[(bool, &str)]| {
            let owned = |(is_weak, tag): &(bool, &str)| (*is_weak, (*tag).to_owned());
            Some(EntityTags::List(tags.iter().map(owned).collect()))
        };
        for (text, read) in [
            ("*", Some(EntityTags::Any)),
            ("\"7\"", tags(&[(false, "7")])),
            (" \"7\" , \"9\"", tags(&[(false, "7"), (false, "9")])),
            ("\"7\",,\"9\",", tags(&[(false, "7"), (false, "9")])),
            ("W/\"7\"", tags(&[(true, "7")])),
            ("\"a,b\", W/\"3\"", tags(&[(false, "a,b"), (true, "3")])),
            ("\"\"", tags(&[(false, "")])),
            ("7", None),
            ("", None),
            (",", None),
            ("\"7", None),
            ("\"7\" \"8\"", None),
            ("w/\"7\"", None),
            ("*, \"7\"", None),
        ] {
            assert_eq!(EntityTags::parse(text), read, "{text}");
        }
    }

    #[test]
    fn lines_of_a_header_are_one_list() {
        let mut headers = HeaderMap::new();
        assert_eq!(EntityTags::of(&headers, &IF_MATCH), None);
        headers.append(IF_MATCH, HeaderValue::from_static("\"1\""));
        headers.append(IF_MATCH, HeaderValue::from_static("\"2\", W/\"3\""));
        let tags = EntityTags::of(&headers, &IF_MATCH).expect("a header");
        let tags = tags.expect("a list");
        assert!(tags.have("1") && tags.have("3") && !tags.have("4"));
        headers.append(IF_MATCH, HeaderValue::from_static("4"));
        assert_eq!(
            EntityTags::of(&headers, &IF_MATCH),
            Some(Err(MalformedTags))
        );
    }
}
