use super::*;

/// What these pieces are, texts joined, and what was learned.
fn of(held: bool, at_limit: bool, pieces: &[&str]) -> (Vec<ThinkingPart>, Option<bool>) {
    let (mut thinking, mut out) = (Thinking::new(held), Vec::new());
    for piece in pieces {
        thinking.read(piece, &mut out);
    }
    thinking.end(at_limit, &mut out);
    let mut joined: Vec<ThinkingPart> = Vec::new();
    for part in out {
        match (joined.last_mut(), part) {
            (Some(ThinkingPart::Text(text)), ThinkingPart::Text(more)) => text.push_str(&more),
            (Some(ThinkingPart::Thought), ThinkingPart::Thought) => {}
            (_, part) => joined.push(part),
        }
    }
    (joined, thinking.begins())
}

fn text(text: &str) -> ThinkingPart {
    ThinkingPart::Text(text.to_owned())
}

#[test]
fn thinking_between_its_marks_is_no_text() {
    let pieces = ["<th", "ink>Rain", "? Yes.</th", "ink>", "\n\n", "It rains."];
    assert_eq!(
        of(false, false, &pieces),
        (vec![ThinkingPart::Thought, text("It rains.")], None)
    );
    assert_eq!(of(false, false, &["<th"]), (vec![text("<th")], None));
    assert_eq!(
        of(false, false, &["A < b, a <", "/i> c"]),
        (vec![text("A < b, a </i> c")], None)
    );
}

#[test]
fn an_end_without_a_beginning_makes_all_before_it_a_thought() {
    let pieces = ["Rain? ", "Yes. </th", "ink>", "\n\n", "It rains."];
    assert_eq!(
        of(false, false, &pieces),
        (
            vec![
                text("Rain? Yes. "),
                ThinkingPart::WasThought,
                text("It rains.")
            ],
            Some(true)
        )
    );
    // Alone it says nothing of the model.
    let (parts, begins) = of(false, false, &["</think>\n", "It rains."]);
    assert_eq!((parts.last(), begins), (Some(&text("It rains.")), None));
    // In the middle of a long answer it means nothing.
    let long = "x".repeat(NEAR + 1);
    let (parts, begins) = of(false, false, &[&long, " </think> y"]);
    assert_eq!((parts.len(), begins), (1, None));
}

#[test]
fn a_model_that_begins_in_thought_is_held_back_until_it_is_done() {
    let pieces = ["Rain? ", "Yes. </th", "ink>\n", "\nIt ", "rains."];
    assert_eq!(
        of(true, false, &pieces),
        (vec![ThinkingPart::Thought, text("It rains.")], Some(true))
    );
    // It did not think this time.
    assert_eq!(
        of(true, false, &["It ", "rains."]),
        (vec![ThinkingPart::Thought, text("It rains.")], Some(false))
    );
    assert_eq!(
        of(true, false, &["{\"scenes\"", ": []}"]),
        (vec![text("{\"scenes\": []}")], None)
    );
    // It came to no end of its thoughts.
    assert_eq!(
        of(true, true, &["Rain? "]),
        (vec![ThinkingPart::Thought], Some(false))
    );
}

#[test]
fn thoughts_in_each_dialect_are_no_text() {
    for (open, close) in [
        ("<thinking>", "</thinking>"),
        ("<THINK>", "</THINK>"),
        ("[THINK]", "[/THINK]"),
        ("<reasoning>", "</reasoning>"),
        ("<scratchpad>", "</scratchpad>"),
        ("◁think▷", "◁/think▷"),
        ("⟨think⟩", "⟨/think⟩"),
        ("＜think＞", "＜/think＞"),
        ("&lt;think&gt;", "&lt;/think&gt;"),
        ("&lt;Thinking&gt;", "&lt;/Thinking&gt;"),
        ("<seed:think>", "</seed:think>"),
        (
            "<|begin_of_thought|>",
            "<|end_of_thought|><|begin_of_solution|>",
        ),
        ("<|START_THINKING|>", "<|END_THINKING|><|START_RESPONSE|>"),
        (
            "<|channel|>analysis<|message|>",
            "<|end|><|start|>assistant<|channel|>final<|message|>",
        ),
        ("<|channel>thought\n", "<channel|>"),
        ("<unused94>thought\n", "<unused95>"),
        ("analysisWe need rain. ", "assistantfinal"),
        ("Here is my thought process:", "Here is my response:"),
        ("<plan>", "</plan>"),
        ("<brainstorming>", "</brainstorming>"),
        ("<my_thoughts>", "</my_thoughts>"),
        ("<think type=\"plan\">", "</think>"),
        ("< think >", "</ think >"),
        ("<details><summary>Thinking</summary>", "</details>"),
        ("<details type=\"reasoning\" done=\"true\">", "</details>"),
        ("Thinking...\n", "...done thinking."),
        ("[Thinking]", "[End thinking]"),
        ("<|begin_thought|>", "<|end_thought|>"),
        ("```thinking\n", "```"),
    ] {
        let whole = format!("{open}\nRain? Yes.\n{close}\n\nIt rains. “Now,” she said.");
        let letters: Vec<String> = whole.chars().map(String::from).collect();
        for pieces in [
            vec![whole.as_str()],
            letters.iter().map(String::as_str).collect(),
        ] {
            let expected = [ThinkingPart::Thought, text("It rains. “Now,” she said.")];
            let (mut parts, begins) = of(false, false, &pieces);
            parts.retain(|part| pieces.len() > 1 || *part != ThinkingPart::Thought);
            let from = usize::from(pieces.len() == 1);
            assert_eq!((&parts[..], begins), (&expected[from..], None), "{open}");
        }
    }
}

#[test]
fn the_marks_of_a_template_are_no_text() {
    for (whole, said) in [
        ("It rains.<|im_end|>", "It rains."),
        ("It rains.</s>", "It rains."),
        (
            "<|im_start|>assistant\nIt rains.<|im_end|>\n<|im_start|>user\nGo on",
            "It rains.",
        ),
        ("It rains.<|endoftext|>Once upon a time", "It rains."),
        ("It rains.</s><s>Once upon a time", "It rains."),
        ("It rains.<end_of_turn>\nOnce", "It rains."),
        ("It rains.<｜end▁of▁sentence｜>Once", "It rains."),
        ("It rains.[|endofturn|] Once", "It rains."),
        ("It rains.<seed:eos>Once", "It rains."),
        ("<s> It rains.", "It rains."),
        ("<s>It pours.</s> It rains.", "It pours. It rains."),
        ("<|endoftext|>It rains.<|end|>", "It rains."),
        ("<answer>\nIt rains.\n</answer>", "It rains.\n"),
        (
            "It rains.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nGo on",
            "It rains.",
        ),
        ("She <s>ran</s> walked.", "She <s>ran</s> walked."),
        ("It read [sic]. A < b.", "It read [sic]. A < b."),
    ] {
        for pieces in [
            vec![whole],
            whole.split_inclusive(['<', 'i', '|']).collect(),
        ] {
            assert_eq!(of(false, false, &pieces).0, [text(said)], "{whole}");
        }
    }
}

#[test]
fn a_thought_in_the_middle_is_left_out_and_one_without_an_end_is_kept() {
    let pieces = ["It rains. ", "<think>More?", " Yes.</think> ", "It pours."];
    assert_eq!(
        of(false, false, &pieces).0,
        [text("It rains. "), ThinkingPart::Thought, text("It pours.")]
    );
    let pieces = ["It rains. ", "<think>More?"];
    assert_eq!(
        of(false, false, &pieces).0,
        [
            text("It rains. "),
            ThinkingPart::Thought,
            text("<think>More?")
        ]
    );
    let json = "{\"rules\": [\"<think>\", \"</s>\"]}";
    assert_eq!(of(false, false, &[json]).0, [text(json)]);
    assert_eq!(
        of(false, false, &["[", "\"a </s>\"]"]).0,
        [text("[\"a </s>\"]")]
    );
}

#[test]
fn a_thought_in_a_thought_ends_where_the_outer_one_does() {
    let whole = "<think>Rain? <think>Snow?</think> No.</think>It rains.";
    for pieces in [vec![whole], whole.split_inclusive(['<', 'k']).collect()] {
        let (parts, begins) = of(false, false, &pieces);
        assert_eq!(parts.last(), Some(&text("It rains.")));
        assert!(parts.contains(&ThinkingPart::WasThought), "{parts:?}");
        assert_eq!(begins, None);
    }
    // One that only speaks of the mark ends once.
    let pieces = ["<think>I must not write <think> again.</think>It rains."];
    assert_eq!(
        of(false, false, &pieces).0,
        [ThinkingPart::Thought, text("It rains.")]
    );
}

#[test]
fn a_thought_that_comes_in_one_piece_counts_as_one() {
    let whole = "<think>Rain?</think>";
    for pieces in [vec![whole], vec!["<th", "ink>Rain?", "</think>"]] {
        assert_eq!(
            of(false, false, &pieces).0,
            [ThinkingPart::Thought],
            "{pieces:?}"
        );
    }
}

#[test]
fn white_space_before_a_thought_is_no_text_wherever_it_was_cut() {
    for pieces in [vec![" <think>Rain?"], vec![" <", "think>Rain?"]] {
        assert_eq!(
            of(false, false, &pieces).0,
            [ThinkingPart::Thought],
            "{pieces:?}"
        );
    }
}

#[test]
fn a_tag_of_the_story_is_no_thought() {
    for whole in [
        "<letter>Dear Elin</letter>",
        "<i>Rain</i>, she said.",
        "<details><summary>The letter</summary>Dear Elin</details>",
        "Thinking... she rowed on.",
        "Thinking...\nShe rowed on.",
        "< and > are signs.",
        "Ferry &amp; Sons, &lt;the&gt; firm.",
        "⟨the mark of the guild⟩",
        "She has a <plan>for it</plan>.",
    ] {
        for pieces in [
            vec![whole],
            whole.split_inclusive(['<', 'i', '>']).collect(),
        ] {
            let (mut parts, _) = of(false, false, &pieces);
            parts.retain(|part| *part != ThinkingPart::Thought);
            assert_eq!(parts, [text(whole)], "{whole}");
        }
    }
    // One without an end is a thought all the same.
    assert_eq!(
        of(false, false, &["<plan>Rain?"]).0,
        [ThinkingPart::Thought]
    );
}

#[test]
fn a_mark_ends_the_answer_for_good() {
    let mut thinking = Thinking::new(false);
    thinking.read("<|im_end|>It rains.", &mut Vec::new());
    assert!(!thinking.has_ended());
    thinking.read("<|im_end|>", &mut Vec::new());
    assert!(thinking.has_ended());
}
