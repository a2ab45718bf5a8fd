//! What holds for whatever a client sends: a request is read, or refused as the client's mistake.

use crate::{
    address::Listen,
    entity_tags::EntityTags,
    request::{Paging, Params, chapter, json_body},
};
use axum::{
    extract::FromRequestParts as _,
    http::{
        HeaderMap, HeaderValue, Request,
        header::{CONTENT_TYPE, IF_MATCH},
    },
};
use domain::{BriefPatch, NewRun, NewStory};
use futures::FutureExt as _;
use proptest::{collection::vec, prelude::*};
use serde::de::DeserializeOwned;

fn header() -> impl Strategy<Value = Vec<u8>> {
    let part = proptest::sample::select(
        &[
            "*",
            "\"7\"",
            "W/\"7\"",
            "\"-1\"",
            "\"99999999999999999999\"",
            "\"a,b\"",
            "\"",
            ",",
            " ",
            "\t",
            "W/",
            "é",
            ";",
            "q=0",
        ][..],
    );
    let part = prop_oneof![
        6 => part.prop_map(|part| part.as_bytes().to_vec()),
        1 => vec(0x20..=0xffu8, 0..4),
    ];
    vec(part, 0..8).prop_map(|parts| parts.concat())
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    let part = proptest::sample::select(
        &[
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"kind\"",
            "\"chapter\"",
            "\"premise\"",
            "\"title\"",
            "\"brief\"",
            "7",
            "-1",
            "1e400",
            "null",
            "\"\\ud83d\"",
            "\"\\u0000\"",
            "\u{feff}",
            " ",
        ][..],
    );
    let part = prop_oneof![
        8 => part.prop_map(|part| part.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..4),
    ];
    vec(part, 0..14).prop_map(|parts| parts.concat())
}

fn status_of<T: DeserializeOwned>(content_type: &[u8], body: &[u8]) -> u16 {
    let content_type = HeaderValue::from_bytes(content_type).ok();
    let headers = HeaderMap::from_iter(content_type.map(|value| (CONTENT_TYPE, value)));
    json_body::<T>(&headers, body).map_or_else(|problem| problem.status, |_| 200)
}

proptest! {
    #[test]
    fn tags_are_read_or_malformed(lines in vec(header(), 1..3)) {
        let mut headers = HeaderMap::new();
        for value in lines.iter().filter_map(|line| HeaderValue::from_bytes(line).ok()) {
            headers.append(IF_MATCH, value);
        }
        let read = EntityTags::of(&headers, &IF_MATCH);
        prop_assert_eq!(read.is_some(), headers.contains_key(IF_MATCH));
        if let Some(Ok(EntityTags::List(tags))) = read {
            prop_assert!(!tags.is_empty());
            for (_, tag) in &tags {
                prop_assert!(!tag.contains('"'));
                prop_assert!(EntityTags::List(tags.clone()).have(tag));
            }
        }
    }

    #[test]
    fn a_body_is_read_or_refused(body in body(), content_type in header()) {
        for status in [
            status_of::<NewStory>(b"application/json", &body),
            status_of::<NewRun>(b"application/json; charset=utf-8", &body),
            status_of::<BriefPatch>(b"application/merge-patch+json", &body),
        ] {
            prop_assert!([200, 400, 422].contains(&status), "{}", status);
        }
        prop_assert_eq!(status_of::<NewStory>(&content_type, &body), 415);
    }

    #[test]
    fn pages_are_the_list_in_order(length in 0..400u32, limit in 1..=200u32) {
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let uri = format!("/?limit={limit}{after}").parse::<axum::http::Uri>().expect("an address");
            let (mut parts, ()) = Request::builder().uri(uri).body(()).expect("a request").into_parts();
            let read = Params::<Paging>::from_request_parts(&mut parts, &()).now_or_never();
            let Some(Ok(Params(paging))) = read else { panic!("{after}") };
            let Ok(page) = paging.of((0..length).collect(), u32::to_string) else { panic!("{after}") };
            prop_assert!(page.items.len() <= limit as usize);
            seen.extend(page.items);
            match page.next {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        prop_assert_eq!(seen, (0..length).collect::<Vec<u32>>());
    }

    #[test]
    fn a_cursor_is_read_or_refused(query in "[ -~]{0,30}") {
        let sent = format!("/?after={query}&limit={query}");
        if let Ok(uri) = sent.parse::<axum::http::Uri>() {
            let (mut parts, ()) = Request::builder().uri(uri).body(()).expect("a request").into_parts();
            let read = Params::<Paging>::from_request_parts(&mut parts, &()).now_or_never();
            let page = read.expect("nothing is waited for").and_then(|Params(paging)| paging.of(vec![7], i32::to_string));
            if let Err(problem) = page {
                prop_assert_eq!(problem.status, 422);
            }
        }
        if let Err(problem) = chapter(&query) {
            prop_assert_eq!(problem.status, 404);
        }
    }

    #[test]
    fn an_address_to_listen_on_is_read_back(text in prop_oneof!["[0-9a-zA-Z.:\\[\\]-]{0,16}", "\\PC{0,8}"]) {
        if let Ok(listen) = text.parse::<Listen>() {
            prop_assert_eq!(listen.to_string().parse(), Ok(listen));
        }
    }
}
