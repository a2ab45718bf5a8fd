use super::super::error_body::is_error;
use super::*;
use serde_json::json;
use writing::ModelError;

fn model_error(status: u16, wait: Option<u64>, body: &str) -> ModelError {
    let status = StatusCode::from_u16(status).expect("a status");
    classify(status, wait.map(Duration::from_secs), body).to_model_error(
        "http://here/v1",
        "here",
        None,
    )
}

#[test]
fn a_key_that_a_server_repeats_is_not_told() {
    let body =
        r#"{"error":{"message":"Authentication Error, Received API Key = sk-abc-123, not known"}}"#;
    let failure = classify(StatusCode::UNAUTHORIZED, None, body);
    let told = failure.to_model_error("http://here/v1", "here", Some("sk-abc-123"));
    assert!(
        told.to_string().contains("Received API Key = …, not known"),
        "{told}"
    );
}

#[test]
fn refusals_of_real_servers_are_understood() {
    let llama = r#"{"error":{"code":400,"message":"request (9022 tokens) exceeds the available context size (8192 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":9022,"n_ctx":8192}}"#;
    assert_eq!(
        classify(StatusCode::BAD_REQUEST, None, llama),
        CallFailure::ContextTooSmall {
            prompt: Some(9022),
            context: Some(8192)
        }
    );
    let openai = r#"{"error":{"message":"This model's maximum context length is 8192 tokens.","type":"invalid_request_error","code":"context_length_exceeded"}}"#;
    assert!(matches!(
        classify(StatusCode::BAD_REQUEST, None, openai),
        CallFailure::ContextTooSmall {
            context: Some(8192),
            ..
        }
    ));
    let ollama = r#"{"error":"model 'nothing' not found"}"#;
    assert_eq!(
        classify(StatusCode::NOT_FOUND, None, ollama),
        CallFailure::Unknown("model 'nothing' not found".to_owned())
    );
    let vllm = r#"{"object":"error","message":"top_p must be in (0, 1]","type":"BadRequestError"}"#;
    assert_eq!(
        classify(StatusCode::BAD_REQUEST, None, vllm),
        CallFailure::Refused(StatusCode::BAD_REQUEST, "top_p must be in (0, 1]".into())
    );
    // A page forbids, not a model server.
    assert!(matches!(
        classify(StatusCode::FORBIDDEN, None, "<html>"),
        CallFailure::NoStream(_)
    ));
    assert_eq!(
        classify(StatusCode::NOT_FOUND, None, "404 page not found\n"),
        CallFailure::Unknown("404 page not found".to_owned())
    );
}

#[test]
fn a_model_that_is_being_loaded_is_worth_waiting_for() {
    let body = r#"{"error":{"message":"Loading model","type":"unavailable_error","code":503}}"#;
    let ModelError::Loading {
        reason,
        retry_after,
    } = model_error(503, None, body)
    else {
        panic!("it will answer before long");
    };
    assert!(reason.contains("Loading model"), "{reason}");
    // What will never be loaded is not waited for as if it were coming.
    let broken =
        r#"{"error":"llama runner process has terminated: error loading model: out of memory"}"#;
    assert!(matches!(
        model_error(500, None, broken),
        ModelError::Passing { .. }
    ));
    assert!(retry_after >= Duration::from_secs(2));
    assert_eq!(
        of_error(&json!({"error": "llm server loading model"})),
        CallFailure::Loading("llm server loading model".to_owned())
    );
}

#[test]
fn an_error_in_a_list_of_one_is_read_as_gemini_sends_it() {
    let body = r#"[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}]"#;
    let told = model_error(400, None, body).to_string();
    assert!(
        told.contains("does not accept the key") && told.contains("API key not valid"),
        "{told}"
    );
}

#[test]
fn a_server_that_has_enough_for_now_is_given_the_pause_it_wants() {
    let rate = r#"{"error":{"message":"Rate limit reached","type":"tokens"}}"#;
    let gemini = r#"[{"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing details.","status":"RESOURCE_EXHAUSTED","details":[{"retryDelay":"34s"}]}}]"#;
    for (wait, body, heard) in [
        (None, rate, Some(10)),
        (Some(7), rate, Some(7)),
        (Some(600), rate, Some(600)),
        (None, gemini, Some(34)),
    ] {
        let ModelError::Passing {
            reason,
            retry_after,
        } = model_error(429, wait, body)
        else {
            panic!("{body}");
        };
        assert_eq!(retry_after, heard.map(Duration::from_secs));
        assert!(reason.contains("in Settings"), "{reason}");
    }
    // Nobody waits for three hours: when it can be tried again is said.
    for status in [429, 503] {
        let long = model_error(status, Some(10_800), rate);
        assert!(matches!(long, ModelError::Lasting(_)));
        let long = long.to_string();
        assert!(
            long.contains("in 3 hours") && long.contains("Rate limit reached"),
            "{long}"
        );
    }
}

#[test]
fn an_account_with_nothing_left_is_not_asked_again() {
    for (status, body) in [
        (
            429,
            r#"{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","code":"insufficient_quota"}}"#,
        ),
        (
            429,
            r#"[{"error":{"message":"You exceeded your current quota.","details":[{"violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]},{"retryDelay":"34s"}]}}]"#,
        ),
        (
            402,
            r#"{"error":{"message":"Insufficient credits. Add more.","code":402}}"#,
        ),
        (
            400,
            r#"{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}"#,
        ),
    ] {
        let told = model_error(status, None, body);
        assert!(matches!(told, ModelError::Lasting(_)), "{told}");
        let told = told.to_string();
        assert!(
            told.contains("plan and billing") && told.contains('“'),
            "{told}"
        );
    }
}

#[test]
fn what_is_not_allowed_is_no_wrong_key() {
    for (body, is_key) in [
        (
            r#"{"error":{"code":"unsupported_country_region_territory","message":"Country, region, or territory not supported"}}"#,
            false,
        ),
        (
            r#"{"error":{"code":403,"message":"Your input was flagged by moderation"}}"#,
            false,
        ),
        (
            r#"{"error":{"type":"permission_error","message":"Your API key does not have permission to use the specified resource."}}"#,
            true,
        ),
        ("", true),
    ] {
        let told = model_error(403, None, body).to_string();
        assert_eq!(told.contains("accept the key"), is_key, "{told}");
    }
    let wrong = r#"{"error":{"message":"Incorrect API key provided: sk-…"}}"#;
    let told = model_error(401, None, wrong).to_string();
    assert!(told.contains("Incorrect API key provided"), "{told}");
}

#[test]
fn an_error_that_is_a_plain_sentence_is_heard() {
    let error = json!({"error": "Cannot truncate prompt with n_keep: 6094 >= n_ctx: 4096"});
    assert!(is_error(&error));
    assert_eq!(
        of_error(&error),
        CallFailure::ContextTooSmall {
            prompt: Some(6_094),
            context: Some(4_096)
        }
    );
    assert_eq!(
        of_error(&json!({"error": "The model has crashed"})),
        CallFailure::Told("The model has crashed".to_owned())
    );
    for none in [
        json!(null),
        json!(""),
        json!({}),
        json!([]),
        json!({"code": 0, "message": null}),
    ] {
        assert!(!is_error(&json!({"choices": [], "error": none})));
    }
}

#[test]
fn what_is_about_the_moment_is_tried_again() {
    for status in [408, 409, 423, 425, 499, 502] {
        let told = model_error(status, None, r#"{"error":"busy"}"#);
        assert!(
            matches!(told, ModelError::Passing { .. }),
            "{status} {told}"
        );
    }
    // Only a request that was read can be refused for a part of it.
    for (status, is_refused) in [
        (400, true),
        (422, true),
        (413, false),
        (409, false),
        (405, false),
    ] {
        let status = StatusCode::from_u16(status).expect("a status");
        let failure = classify(status, None, "no");
        assert_eq!(failure.refused().is_some(), is_refused, "{status}");
    }
}

#[test]
fn too_many_tokens_in_a_minute_are_no_long_prompt() {
    let of = |said: &str| {
        let body = json!({"error": {"message": said}}).to_string();
        classify(StatusCode::TOO_MANY_REQUESTS, None, &body)
    };
    let pace = of("Too many tokens, please slow down.");
    assert!(matches!(pace, CallFailure::TooMany(..)), "{pace:?}");
    let long = of(
        "Request too large for gpt-4o on tokens per min (TPM): Limit 30000, Requested 35000. The input or output tokens \
         must be reduced in order to run successfully.",
    );
    assert_eq!(
        long,
        CallFailure::ContextTooSmall {
            prompt: Some(35_000),
            context: Some(30_000)
        }
    );
    let later = of("Rate limit reached. Please try again in 1.2s.");
    assert!(
        matches!(later, CallFailure::TooMany(Some(wait), _) if wait == Duration::from_millis(1_200)),
        "{later:?}"
    );
    let never = classify(
        StatusCode::TOO_MANY_REQUESTS,
        wait::of_header("99999999999999", SystemTime::now()),
        "",
    );
    let never = never.to_model_error("http://here/v1", "here", None);
    assert!(matches!(never, ModelError::Lasting(_)), "{never}");
}

#[test]
fn a_wrong_scheme_and_a_proxy_are_told_from_the_request() {
    for (status, body, told) in [
        (
            400,
            "<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>",
            "Change http:// to https://",
        ),
        (
            400,
            "Client sent an HTTP request to an HTTPS server.\n",
            "Change http:// to https://",
        ),
        (407, "<html>", "asks for a name and a password"),
        (403, "<!doctype html><h1>Forbidden</h1>", "proxy in between"),
    ] {
        let said = model_error(status, None, body).to_string();
        assert!(said.contains(told), "{said}");
    }
    let moved = CallFailure::Moved("https://there/v1/chat/completions?x=1".to_owned());
    let moved = moved
        .to_model_error("http://here/v1", "here", None)
        .to_string();
    assert!(moved.contains("“https://there/v1”"), "{moved}");
}
