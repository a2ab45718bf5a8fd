use super::*;
use serde_json::json;

fn found(text: &str) -> Value {
    let found = find(text).unwrap_or_else(|| panic!("no JSON in {text}"));
    assert!(found.is_whole, "{text}");
    found.value
}

#[test]
fn what_models_do_to_json_is_undone() {
    let plain = json!({"name": "Mara", "traits": ["stubborn", "kind"], "age": 40});
    for text in [
        r#"{"name": "Mara", "traits": ["stubborn", "kind"], "age": 40}"#,
        "Here you are:\n```json\n{\"name\": \"Mara\", \"traits\": [\"stubborn\", \"kind\"], \"age\": 40}\n```\nEnjoy!",
        r#"{"name": "Mara", "traits": ["stubborn", "kind",], "age": 40,}"#,
        "{\"name\": \"Mara\", // the keeper\n \"traits\": [\"stubborn\", /* very */ \"kind\"], # years\n \"age\": 40}",
        "{'name': 'Mara', 'traits': ['stubborn', 'kind'], 'age': 40}",
        "{“name”: “Mara”, “traits”: [“stubborn”, “kind”], “age”: 40}",
        r#"{name: "Mara", traits: ["stubborn", "kind"], age: 40}"#,
        "{\"name\": \"Mara\"\n \"traits\": [\"stubborn\"\n \"kind\"]\n \"age\": 40}",
        "{\"name\": \"Mara\", \"traits\": (\"stubborn\", \"kind\"), \"age\": +40}",
        "I thought of {her} and [him].\n{\"name\": \"Mara\", \"traits\": [\"stubborn\", \"kind\"], \"age\": 40}",
        "\"{\\\"name\\\": \\\"Mara\\\", \\\"traits\\\": [\\\"stubborn\\\", \\\"kind\\\"], \\\"age\\\": 40}\"",
        "{\"name\"： \"Mara\"，\"traits\"： [\"stubborn\"，\"kind\"]，\"age\"： 40}",
        "\"name\": \"Mara\", \"age\": 40, \"traits\": [\"stubborn\", \"kind\"]",
        "```json\n\"name\": \"Mara\",\n\"traits\": [\"stubborn\", \"kind\"],\n\"age\": 40\n}\n```",
        "{\"name\": \"\"\"Mara\"\"\", \"traits\": [\"stubborn\", \"kind\", ...], \"age\": 40}",
        "\u{feff}{\"name\" = \"Mara\", \"traits\" => [\"stubborn\", \"kind\"]; \"age\": 40}",
    ] {
        assert_eq!(found(text), plain, "{text}");
    }
}

#[test]
fn strings_keep_what_should_have_been_escaped() {
    for (text, value) in [
        (
            "{\"a\": \"On the rock.\nFar\tout.\"}",
            "On the rock.\nFar\tout.",
        ),
        (
            r#"{"a": "On the keeper\'s rock."}"#,
            "On the keeper's rock.",
        ),
        (
            r#"{"a": "She said "no" and left."}"#,
            "She said \"no\" and left.",
        ),
        (r#"{"a": "“No”, she said", "b": 1}"#, "“No”, she said"),
        (
            r#"{"a": "He said "no", and left", "b": 1}"#,
            "He said \"no\", and left",
        ),
        ("{'a': 'On the keeper's rock.'}", "On the keeper's rock."),
        (r#"{"a": "\ud83d\ude00 \u00e9"}"#, "😀 é"),
        (r#"{"a": "lone \ud83d half"}"#, "lone \u{fffd} half"),
    ] {
        assert_eq!(found(text)["a"], value, "{text}");
    }
}

#[test]
fn literals_of_other_languages_are_read() {
    let read = found("{a: None, b: True, c: False, d: NaN, e: undefined, f: -1.5, g: 1_000}");
    assert_eq!(
        read,
        json!({"a": null, "b": true, "c": false, "d": null, "e": null, "f": -1.5, "g": 1000})
    );
}

#[test]
fn an_end_that_is_missing_costs_what_was_cut_and_no_more() {
    for (text, value) in [
        (r#"{"a": [1, 2]"#, json!({"a": [1, 2]})),
        (r#"{"a": ["x", "y""#, json!({"a": ["x", "y"]})),
        (r#"{"a": "x", "b": "half of"#, json!({"a": "x"})),
        (r#"{"a": "x", "b"#, json!({"a": "x"})),
        (
            r#"{"a": [{"b": "x"}, {"b": "y", "c": "ha"#,
            json!({"a": [{"b": "x"}, {"b": "y"}]}),
        ),
    ] {
        let found = find(text).expect("an object");
        assert!(!found.is_closed, "{text}");
        assert_eq!(found.is_whole, text.ends_with(']'), "{text}");
        assert_eq!(found.value, value, "{text}");
    }
}

#[test]
fn words_are_no_json() {
    for none in [
        "",
        "It rains.",
        "} and {not",
        "42",
        "[sic] he said",
        "\"It rains.\"",
    ] {
        let value = find(none).map(|found| found.value);
        assert!(
            value.as_ref().is_none_or(|value| value["not"].is_null()),
            "{none}: {value:?}"
        );
    }
    let deep = "[".repeat(100_000);
    assert!(find(&deep).is_none_or(|found| !found.is_closed));
}

#[test]
fn an_event_is_whole_or_none() {
    assert_eq!(event(r#"{"a": 1}"#), Some(json!({"a": 1})));
    assert_eq!(event("null"), Some(Value::Null));
    for none in [r#"{"a": "#, r#"{"a": {"con"#, r#"{"a": "x"#, "{} {}"] {
        assert_eq!(event(none), None, "{none}");
    }
}

#[test]
fn halves_of_a_letter_find_each_other() {
    let half = |escape: &str| {
        let value = event(&format!(r#"{{"a": "{escape}"}}"#)).expect("an event");
        value["a"].as_str().expect("text").to_owned()
    };
    let (mut high, low) = (half(r"x\ud83d"), half(r"\ude00y"));
    let kept = takes_half(&mut high).expect("a half");
    assert_eq!(high, "x");
    assert_eq!(joined(&format!("{kept}{low}")), "😀y");
    assert_eq!(joined(&low), "\u{fffd}y");
    assert_eq!(takes_half(&mut "plain".to_owned()), None);
}
