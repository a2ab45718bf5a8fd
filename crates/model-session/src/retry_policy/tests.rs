//! Each rule of the policy, table by table.

use super::*;
use std::fmt::Write as _;

const SCENE: &str = "It rained. ";

/// Prose that began empty.
fn draft(text: &str) -> AnswerText<'_> {
    AnswerText {
        text,
        start: 0,
        is_draft: true,
        is_whole: false,
        is_short: false,
        is_endless: false,
    }
}

/// A structured answer.
fn structured(text: &str) -> AnswerText<'_> {
    AnswerText {
        is_draft: false,
        ..draft(text)
    }
}

fn timing() -> CallTiming {
    CallTiming {
        now: Instant::now(),
        took: Duration::ZERO,
        first_word_limit: 30.0,
    }
}

fn policy() -> RetryPolicy {
    RetryPolicy::new("tiny")
}

fn unusable(what: UnusableAnswer, keep: usize) -> AnswerEnd {
    AnswerEnd::Unusable(what, keep)
}

fn cut_connection(wish: Option<Duration>) -> AnswerEnd {
    AnswerEnd::Cut("The connection broke.".to_owned(), wish)
}

/// The decision in a word: what is done, and what is cut.
fn in_words(decision: &RetryDecision) -> String {
    let mut words = match &decision.next {
        RetryAction::Finish => "finish",
        RetryAction::Extend => "extend",
        RetryAction::Wait { .. } => "wait",
        RetryAction::Retry {
            pause: Duration::ZERO,
            ..
        } => "retry at once",
        RetryAction::Retry { .. } => "retry",
        RetryAction::GiveUp(StepError::Failed(_)) => "fail",
        RetryAction::GiveUp(StepError::UnusableAnswer(_)) => "review",
        RetryAction::GiveUp(_) => "break",
    }
    .to_owned();
    if let Some(Truncation { keep, is_prose }) = decision.cut {
        let kind = if is_prose { "prose" } else { "noise" };
        write!(words, ", {kind} after {keep}").expect("a string takes it");
    }
    words
}

/// A call: what it is, how it ended, its text, and what is decided.
type Case<'t> = (&'t str, AnswerEnd, AnswerText<'t>, &'t str);

fn assert_judged<'t>(cases: impl IntoIterator<Item = Case<'t>>) {
    for (name, ended, progress, expected) in cases {
        let decision = policy().next(ended, &progress, timing());
        assert_eq!(in_words(&decision), expected, "{name}");
    }
}

#[test]
fn one_call_is_judged_by_its_end_and_its_text() {
    assert_judged([
        ("complete", AnswerEnd::Whole, draft(SCENE), "finish"),
        (
            "prose at its limit continues at once",
            AnswerEnd::Length,
            draft(SCENE),
            "retry at once",
        ),
        (
            "JSON that is complete at its limit",
            AnswerEnd::Length,
            AnswerText {
                is_whole: true,
                ..structured("{}")
            },
            "finish",
        ),
        (
            "half a structured answer",
            AnswerEnd::Length,
            structured("{"),
            "retry, noise after 0",
        ),
        (
            "a limit without a word of prose",
            AnswerEnd::Length,
            AnswerText {
                start: SCENE.len(),
                ..draft(SCENE)
            },
            "retry, noise after 11",
        ),
        (
            "a cut connection behind new prose",
            cut_connection(None),
            draft(SCENE),
            "retry at once",
        ),
        (
            "a cut connection without a word",
            cut_connection(None),
            draft(""),
            "retry",
        ),
        (
            "a server that wishes a pause",
            cut_connection(Some(Duration::from_secs(2))),
            draft(SCENE),
            "retry",
        ),
    ]);
}

#[test]
fn an_answer_of_no_use_is_judged_by_what_of_it_is_prose() {
    let long = SCENE.repeat(60);
    assert_judged([
        (
            "a refusal is no prose",
            unusable(UnusableAnswer::Refused, 0),
            draft("I can't write this."),
            "retry, noise after 0",
        ),
        (
            "a scene that a filter cut off is",
            unusable(UnusableAnswer::Refused, 0),
            draft(SCENE),
            "retry, prose after 0",
        ),
        (
            "a long loop is prose, and what came before it is kept",
            unusable(UnusableAnswer::Looped, 11),
            draft(&long),
            "retry at once, prose after 11",
        ),
        (
            "an answer without an end",
            AnswerEnd::Length,
            AnswerText {
                is_endless: true,
                ..draft(&long)
            },
            "review",
        ),
        (
            "a long answer that ends",
            AnswerEnd::Whole,
            AnswerText {
                is_endless: true,
                ..draft(&long)
            },
            "finish",
        ),
    ]);
}

#[test]
fn three_unusable_answers_in_a_row_are_enough() {
    let mut policy = policy();
    let mut next = |start: usize| {
        policy.begin_call(start);
        let text = "x".repeat(start);
        let progress = AnswerText {
            start,
            ..draft(&text)
        };
        let ended = unusable(UnusableAnswer::Empty, start);
        in_words(&policy.next(ended, &progress, timing()))
    };
    assert_eq!(next(0), "retry, noise after 0");
    assert_eq!(next(0), "retry, noise after 0");
    assert_eq!(next(5), "retry, noise after 5", "there was progress");
    assert_eq!(next(5), "retry, noise after 5");
    assert_eq!(next(5), "review, noise after 5");
}

#[test]
fn the_author_is_told_about_one_answer_and_then_about_all() {
    let mut policy = policy();
    let mut next = || {
        let ended = unusable(UnusableAnswer::Refused, 0);
        policy.next(ended, &structured("No."), timing()).next
    };
    let RetryAction::Retry { reason, notice, .. } = next() else {
        panic!("a try is left");
    };
    assert_eq!(notice, "tiny refused to write this.");
    assert!(
        reason.starts_with("tiny refuses to write this."),
        "{reason}"
    );
    next();
    match next() {
        RetryAction::GiveUp(StepError::UnusableAnswer(said)) => assert_eq!(said, reason),
        other => panic!("{other:?}"),
    }
}

#[test]
fn loops_are_hinted_at_and_limited_in_spite_of_progress() {
    let mut policy = policy();
    let mut hints = Vec::new();
    let mut calls = 0;
    let last = loop {
        calls += 1;
        let text = SCENE.repeat(calls);
        let start = text.len() - SCENE.len();
        policy.begin_call(start);
        hints.push(policy.hints().looped);
        let progress = AnswerText {
            start,
            ..draft(&text)
        };
        // Each one brings something new.
        let ended = unusable(UnusableAnswer::Looped, text.len() - 1);
        match policy.next(ended, &progress, timing()).next {
            RetryAction::Retry { .. } => {}
            last => break last,
        }
    };
    assert_eq!(hints, [0, 1, 2, 2, 2, 2, 2, 2]);
    assert!(matches!(
        last,
        RetryAction::GiveUp(StepError::UnusableAnswer(_))
    ));
    assert_eq!(calls as u32, MAX_LOOPS);
}

#[test]
fn a_loop_hint_ends_with_an_answer_that_does_not_loop() {
    let mut policy = policy();
    policy.next(unusable(UnusableAnswer::Looped, 0), &draft(""), timing());
    assert_eq!(policy.hints().looped, 1);
    policy.next(cut_connection(None), &draft(""), timing());
    assert_eq!(policy.hints(), PromptHints::default());
}

#[test]
fn a_cramped_answer_may_be_longer_each_time() {
    let mut policy = policy();
    for cramped in 0..MAX_UNUSABLE {
        assert_eq!(policy.hints().cramped, cramped);
        let decision = policy.next(AnswerEnd::Length, &structured("{"), timing());
        let expected = match cramped {
            2 => "review, noise after 0",
            _ => "retry, noise after 0",
        };
        assert_eq!(in_words(&decision), expected);
    }
}

#[test]
fn cut_connections_use_up_the_tries_until_there_is_progress() {
    let calls_until_failure = |policy: &mut RetryPolicy, start: usize| {
        let mut calls = 0;
        loop {
            policy.begin_call(start);
            calls += 1;
            match policy.next(cut_connection(None), &draft(""), timing()).next {
                RetryAction::Retry { .. } => {}
                RetryAction::GiveUp(StepError::Failed(reason)) => {
                    assert_eq!(reason, "The connection broke.");
                    return calls;
                }
                other => panic!("{other:?}"),
            }
        }
    };
    let mut policy = policy();
    assert_eq!(calls_until_failure(&mut policy, 0), 7);
    assert_eq!(calls_until_failure(&mut policy, 0), 1);
    assert_eq!(calls_until_failure(&mut policy, 9), 7, "there was progress");
    policy.begin_call(4);
    assert_eq!(
        calls_until_failure(&mut policy, 4),
        1,
        "further back is no progress"
    );
}

#[test]
fn a_server_without_an_answer_about_its_model_is_asked_seven_times() {
    let mut policy = policy();
    let mut pauses = 0;
    while let RetryAction::Wait { .. } = policy.postpone("Unknown.".to_owned()).next {
        pauses += 1;
    }
    assert_eq!(pauses, 6);
}

#[test]
fn a_model_may_be_loaded_for_a_minute_or_for_its_limit() {
    let begin = Instant::now();
    let pause = Duration::from_secs(5);
    for (limit, longest) in [(5.0, 60), (300.0, 300)] {
        let mut policy = policy();
        let mut after = |seconds: u64| {
            let timing = CallTiming {
                now: begin + Duration::from_secs(seconds),
                first_word_limit: limit,
                ..timing()
            };
            let ended = AnswerEnd::Loading("It is loading.".to_owned(), pause);
            in_words(&policy.next(ended, &draft(""), timing))
        };
        assert_eq!(after(0), "wait");
        assert_eq!(after(longest), "wait");
        assert_eq!(after(longest + 1), "fail");
    }
}

#[test]
fn the_time_for_loading_begins_anew_after_another_end() {
    let begin = Instant::now();
    let mut policy = policy();
    let mut next = |seconds: u64, ended: AnswerEnd| {
        let timing = CallTiming {
            now: begin + Duration::from_secs(seconds),
            ..timing()
        };
        in_words(&policy.next(ended, &draft(""), timing))
    };
    let loading = || AnswerEnd::Loading("It is loading.".to_owned(), Duration::from_secs(5));
    assert_eq!(next(0, loading()), "wait");
    assert_eq!(next(50, cut_connection(None)), "retry");
    assert_eq!(next(100, loading()), "wait");
    assert_eq!(next(160, loading()), "wait");
    assert_eq!(next(161, loading()), "fail");
}

#[test]
fn a_scene_that_is_too_short_is_extended_twice() {
    let mut policy = policy();
    let mut next = |start: usize, text: &str| {
        policy.begin_call(start);
        let progress = AnswerText {
            start,
            is_short: true,
            ..draft(text)
        };
        let decision = policy.next(AnswerEnd::Whole, &progress, timing());
        (in_words(&decision), policy.hints().short)
    };
    assert_eq!(next(0, "It rained."), ("extend".to_owned(), true));
    let longer = "It rained.\n\nShe sat.";
    assert_eq!(next(12, longer), ("extend".to_owned(), true));
    let longest = "It rained.\n\nShe sat.\n\nHe went.";
    let (decision, _) = next(22, longest);
    assert_eq!(decision, "finish, noise after 30");
}

#[test]
fn a_short_scene_to_which_nothing_is_added_is_complete() {
    let text = "It rained.\n\n";
    let long = format!("{text}{}", "Again. ".repeat(100));
    let cases = [
        // Silence: the empty paragraph is dropped.
        (AnswerEnd::Whole, text, "finish, noise after 10"),
        (
            unusable(UnusableAnswer::Empty, 12),
            text,
            "finish, noise after 10",
        ),
        // What was added in a loop stays in the history, if it is long.
        (
            unusable(UnusableAnswer::Looped, 12),
            &long,
            "finish, prose after 10",
        ),
    ];
    for (ended, text, expected) in cases {
        let mut policy = policy();
        let short = AnswerText {
            is_short: true,
            ..draft("It rained.")
        };
        policy.next(AnswerEnd::Whole, &short, timing());
        let progress = AnswerText {
            start: 12,
            is_short: true,
            ..draft(text)
        };
        let decision = policy.next(ended, &progress, timing());
        assert_eq!(in_words(&decision), expected);
    }
}
