//! What a comparison shows, and that it loses no letter.

use super::*;
use domain::Side;
use proptest::prelude::*;

/// A comparison in letters: what is the same as it is, `[left|right]` where it differs, the changed words of a
/// side in `{}`.
fn shown(left: &str, right: &str) -> String {
    let side = |pieces: &[DiffSpan]| -> String {
        pieces
            .iter()
            .map(|piece| match piece.changed {
                true => format!("{{{}}}", piece.text.trim_end_matches('\n')),
                false => piece.text.trim_end_matches('\n').to_owned(),
            })
            .collect()
    };
    let comparison = compare_within(left, right, Duration::from_secs(60));
    assert!(!comparison.coarse);
    assert_eq!(comparison.merged(&[]), left);
    comparison
        .parts
        .iter()
        .map(|part| match part {
            DiffBlock::Same(text) => text.trim_end_matches('\n').replace("\n\n", " / "),
            DiffBlock::Changed { left, right } => format!("[{}|{}]", side(left), side(right)),
        })
        .collect::<Vec<_>>()
        .join(" / ")
}

#[test]
fn changed_words_are_marked_and_nothing_else() {
    assert_eq!(
        shown(
            "One.\n\nThe old ferry did not cross.\n\nThree.",
            "One.\n\nThe new ferry did not cross!\n\nThree.",
        ),
        "One. / [The {old} ferry did not cross{.}|The {new} ferry did not cross{!}] / Three."
    );
    assert_eq!(
        shown(
            "She don't know the two men.",
            "She don't see any other men."
        ),
        "[She don't {know the two} men.|She don't {see any other} men.]"
    );
    assert_eq!(shown("The same.", "The same."), "The same.");
}

#[test]
fn a_paragraph_of_one_side_stands_alone() {
    assert_eq!(
        shown("One.\n\nTwo.\n\nThree.", "One.\n\nThree."),
        "One. / [{Two.}|] / Three."
    );
    assert_eq!(shown("One.", "One.\n\nAnd two."), "One. / [|{And two.}]");
    assert_eq!(shown("", "All new."), "[|{All new.}]");
}

#[test]
fn paragraphs_that_are_alike_stand_beside_each_other() {
    assert_eq!(
        shown(
            "Mara took the ferry at noon.\n\nOdran kept his cap on.",
            "It rained.\n\nMara took the ferry at dusk.\n\nOdran kept his old cap on.",
        ),
        "[|{It rained.}] / [Mara took the ferry at {noon}.|Mara took the ferry at {dusk}.] / \
         [Odran kept his cap on.|Odran kept his {old }cap on.]"
    );
}

#[test]
fn paragraphs_with_nothing_in_common_are_marked_whole() {
    assert_eq!(
        shown("The bell rang at noon.", "Nobody came, for it was late."),
        "[{The bell rang at noon.}|{Nobody came, for it was late.}]"
    );
}

#[test]
fn blank_lines_alone_are_no_change() {
    let comparison = compare("One.\n\n\n\nTwo.\n", "One.\n\nTwo.");
    assert_eq!(comparison.changes(), 0);
    assert_eq!(comparison.merged(&[]), "One.\n\n\n\nTwo.\n");
}

#[test]
fn texts_without_time_are_still_compared_rightly() {
    let paragraph = |at: usize, word: &str| format!("Paragraph {at} of {word} and more.\n\n");
    let text = |word: &str| -> String { (0..500).map(|at| paragraph(at, word)).collect() };
    let (left, right) = (text("one"), text("another"));
    let comparison = compare_within(&left, &right, Duration::ZERO);
    assert!(comparison.coarse);
    assert_eq!(comparison.merged(&[]), left);
    let all = vec![Side::Right; comparison.changes()];
    assert_eq!(comparison.merged(&all), right.trim_end());
}

#[test]
fn two_megabytes_do_not_hang() {
    let text = |salt: usize| -> String {
        let word = |at: usize| (at * 7_919 + at / 9 * salt) % 5_003;
        let paragraph = |at: usize| -> String {
            (0..60)
                .map(|of| format!("word{} ", word(at * 60 + of)))
                .collect()
        };
        (0..4_000).map(paragraph).collect::<Vec<_>>().join("\n\n")
    };
    for (left, right) in [
        (text(1), text(2)),
        // One paragraph each, and not a blank line to go by.
        (text(1).replace('\n', ""), text(2).replace('\n', "")),
    ] {
        assert!(left.len() > 2_000_000);
        let start = Instant::now();
        let comparison = compare(&left, &right);
        // Many times what it may take: this machine may be busy, and nothing here is optimised.
        assert!(start.elapsed() < Duration::from_secs(20));
        assert_eq!(comparison.merged(&[]), left);
    }
}

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("One two three. "),
        Just("two three"),
        Just("Zoë’s — cap"),
        Just(" "),
        Just("\n"),
        Just("\n\n"),
        Just("\n\n\n"),
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_letter_is_lost_on_either_side(left in texts(), right in texts()) {
        let comparison = compare_within(&left, &right, Duration::from_secs(60));
        let picks = vec![Side::Right; comparison.changes()];
        let said = |text: &str| -> Vec<String> {
            text::paragraphs(text).map(str::to_owned).collect()
        };
        if !left.trim().is_empty() {
            prop_assert_eq!(comparison.merged(&[]), left.clone());
        }
        prop_assert_eq!(said(&comparison.merged(&[])), said(&left));
        prop_assert_eq!(said(&comparison.merged(&picks)), said(&right));
    }
}
