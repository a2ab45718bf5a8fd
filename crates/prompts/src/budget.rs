//! Filling a prompt: what must be there first, then what is worth most, until the context is full.

use super::TooSmall;
use domain::{PromptPart, Role};
use text::tokens::{beginning_within, end_within, estimate};

/// What a part costs beside its text: the line between it and the next.
const BETWEEN: u32 = 2;

/// Something that is left out alone where not all of its kind fit.
pub(super) struct PromptItem {
    /// Where it belongs among its kind when they are read.
    pub(super) place: usize,
    /// Its text.
    pub(super) text: String,
}

/// A prompt being filled.
pub(super) struct PromptBudget {
    context: u32,
    /// Kept free for the answer.
    answer: u32,
    left: u32,
    parts: Vec<(u8, PromptPart)>,
}

impl PromptBudget {
    /// Room for a prompt beside an answer of this size and what is there of it already.
    pub(super) fn new(context: u32, answer: u32, prefix: &str) -> Self {
        // Templates put marks around messages, and our counting is a guess: a tenth is for both.
        let usable = context - context / 10;
        Self {
            context,
            answer,
            left: usable
                .saturating_sub(answer)
                .saturating_sub(estimate(prefix)),
            parts: Vec::new(),
        }
    }

    /// A part without which there is nothing to ask.
    pub(super) fn must(
        &mut self,
        place: u8,
        role: Role,
        name: &str,
        text: String,
    ) -> Result<(), TooSmall> {
        let tokens = estimate(&text) + BETWEEN;
        if tokens > self.left {
            let so_far: u32 = self.parts.iter().map(|(_, part)| part.tokens).sum();
            let needed = (so_far + tokens + self.answer) * 10 / 9;
            return Err(TooSmall {
                context: self.context,
                needed,
                advised: needed.next_power_of_two().max(4_096),
            });
        }
        self.push(place, role, name, text, tokens, 0);
        Ok(())
    }

    /// A text of which the end is worth most: what does not fit is cut at its beginning, between
    /// paragraphs. At most this share of what is left. Answers whether something was cut.
    pub(super) fn end_of(
        &mut self,
        place: u8,
        name: &str,
        heading: &str,
        text: &str,
        share: f32,
    ) -> bool {
        if text.trim().is_empty() {
            return false;
        }
        let room = self.share(share).saturating_sub(estimate(heading));
        let mut from = text.len();
        let mut left_out = 0;
        let mut used = 0;
        for (at, paragraph) in paragraphs(text).into_iter().rev() {
            used += estimate(paragraph) + 1;
            if used > room {
                left_out = u32::try_from(paragraphs(&text[..from]).len()).unwrap_or(u32::MAX);
                break;
            }
            from = at;
        }
        if text[from..].trim().is_empty() {
            // Not even the last paragraph: its end is worth more than nothing.
            from = tail_at(text, room.saturating_sub(2 * BETWEEN));
        }
        let kept = text[from..].trim();
        if !kept.is_empty() {
            let text = format!("{heading}\n{kept}");
            let tokens = estimate(&text) + BETWEEN;
            self.push(place, Role::User, name, text, tokens, left_out);
        }
        left_out > 0
    }

    /// A text of which both ends are worth most: what does not fit is cut in its middle, between paragraphs. At
    /// most this share of what is left. Answers whether something was cut.
    pub(super) fn ends_of(
        &mut self,
        place: u8,
        name: &str,
        heading: &str,
        text: &str,
        share: f32,
    ) -> bool {
        let text = text.trim();
        let room = self
            .share(share)
            .saturating_sub(estimate(heading) + BETWEEN);
        let (kept, left_out) = if estimate(text) <= room {
            (text.to_owned(), 0)
        } else {
            middle_cut(text, room)
        };
        if !kept.is_empty() {
            let text = format!("{heading}\n{kept}");
            let tokens = estimate(&text) + BETWEEN;
            self.push(place, Role::User, name, text, tokens, left_out);
        }
        left_out > 0
    }

    /// A text of which the beginning is worth most: what does not fit is cut at its end. At most this share
    /// of what is left.
    pub(super) fn beginning_of(
        &mut self,
        place: u8,
        name: &str,
        heading: &str,
        text: &str,
        share: f32,
    ) {
        let room = self
            .share(share)
            .saturating_sub(estimate(heading) + BETWEEN);
        let kept = &text[..beginning_within(text, room)];
        if kept.is_empty() {
            return;
        }
        let cut = if kept.len() < text.len() { " …" } else { "" };
        let left_out = u32::from(!cut.is_empty());
        let text = format!("{heading}\n{kept}{cut}");
        let tokens = estimate(&text) + BETWEEN;
        self.push(place, Role::User, name, text, tokens, left_out);
    }

    /// A list of which as many items are taken as fit into this share of what is left, the first ones
    /// first; they are read in the order of their places.
    pub(super) fn list(
        &mut self,
        place: u8,
        name: &str,
        heading: &str,
        items: Vec<PromptItem>,
        share: f32,
    ) {
        let room = self.share(share);
        let mut used = estimate(heading) + BETWEEN;
        let all = items.len();
        let mut taken = Vec::new();
        for item in items {
            let tokens = estimate(&item.text) + 1;
            // A shorter one may still fit where this one does not.
            if used + tokens <= room {
                used += tokens;
                taken.push(item);
            }
        }
        if taken.is_empty() {
            return;
        }
        let left_out = u32::try_from(all - taken.len()).unwrap_or(u32::MAX);
        taken.sort_by_key(|item| item.place);
        let mut text = heading.to_owned();
        for item in &taken {
            text.push_str("\n- ");
            text.push_str(&item.text);
        }
        self.push(place, Role::User, name, text, used, left_out);
    }

    fn share(&self, share: f32) -> u32 {
        (self.left as f32 * share) as u32
    }

    fn push(
        &mut self,
        place: u8,
        role: Role,
        name: &str,
        text: String,
        tokens: u32,
        left_out: u32,
    ) {
        self.left = self.left.saturating_sub(tokens);
        let part = PromptPart {
            name: name.to_owned(),
            role,
            text,
            tokens,
            left_out,
        };
        self.parts.push((place, part));
    }

    /// What is left for a longer answer than was asked for.
    pub(super) fn room(&self) -> u32 {
        self.left + self.answer
    }

    /// The parts in reading order.
    pub(super) fn parts(mut self) -> Vec<PromptPart> {
        self.parts.sort_by_key(|(place, _)| *place);
        self.parts.into_iter().map(|(_, part)| part).collect()
    }
}

/// The beginning and the end of a text that is too long, and how many paragraphs are left out between them.
fn middle_cut(text: &str, room: u32) -> (String, u32) {
    const GAP: &str = "\n\n…\n\n";
    let half = room.saturating_sub(estimate(GAP)) / 2;
    let all = paragraphs(text);
    let fits = |at: usize| estimate(&text[..at]) <= half;
    let ends = all.iter().map(|(at, paragraph)| at + paragraph.len());
    let mut to = ends.take_while(|&end| fits(end)).last().unwrap_or(0);
    let begins = all.iter().rev().map(|(at, _)| *at);
    let mut from = begins
        .take_while(|&at| at >= to && estimate(&text[at..]) <= half)
        .last()
        .unwrap_or(text.len());
    // Not even one paragraph: what of it fits is worth more than nothing.
    if to == 0 {
        to = beginning_within(text, half);
    }
    if from == text.len() {
        from = tail_at(text, half).max(to);
    }
    let (beginning, end) = (text[..to].trim_end(), text[from..].trim_start());
    if beginning.is_empty() || end.is_empty() {
        return (format!("{beginning}{end}"), 1);
    }
    let left_out = paragraphs(&text[to..from]).len().max(1);
    (
        format!("{beginning}{GAP}{end}"),
        u32::try_from(left_out).unwrap_or(u32::MAX),
    )
}

/// Where the end of a text begins that is at most so many tokens: at a sentence where one begins there, else
/// between two words, else between two letters.
pub(super) fn tail_at(text: &str, most: u32) -> usize {
    let text = text.trim_end();
    let from = end_within(text, most);
    if from == 0 {
        return 0;
    }
    let tail = &text[from..];
    let sentence = tail
        .char_indices()
        .zip(tail.chars().skip(1))
        .find(|((_, c), next)| matches!(c, '.' | '!' | '?' | '…' | '”') && next.is_whitespace())
        .map(|((at, c), _)| at + c.len_utf8());
    let word = tail.find(char::is_whitespace);
    from + sentence
        .filter(|&at| at < tail.len() / 2)
        .or(word)
        .unwrap_or_default()
}

/// The paragraphs of a text and where they begin.
fn paragraphs(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    text.split_inclusive("\n\n")
        .map(|paragraph| {
            let begins = at;
            at += paragraph.len();
            (begins, paragraph)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(place: usize, text: &str) -> PromptItem {
        PromptItem {
            place,
            text: text.to_owned(),
        }
    }

    #[test]
    fn the_first_items_are_taken_and_read_in_their_places() {
        let mut budget = PromptBudget::new(100, 20, "");
        let long = "word ".repeat(60);
        budget.list(
            1,
            "facts",
            "Facts:",
            vec![item(3, "third"), item(1, "first"), item(2, &long)],
            1.0,
        );
        let parts = budget.parts();
        assert_eq!(parts[0].text, "Facts:\n- first\n- third");
        assert_eq!(parts[0].left_out, 1);
    }

    #[test]
    fn the_end_of_a_text_is_kept_between_paragraphs() {
        let mut budget = PromptBudget::new(100, 50, "");
        let text = format!(
            "{}\n\nThe end is near.\n\nIt is here.",
            "long ago ".repeat(50)
        );
        budget.end_of(1, "before", "So far:", &text, 1.0);
        let parts = budget.parts();
        assert_eq!(parts[0].text, "So far:\nThe end is near.\n\nIt is here.");
        assert_eq!(parts[0].left_out, 1);
    }

    #[test]
    fn of_one_long_paragraph_the_end_is_kept() {
        for text in [
            "The rain came over the wall again and again. ".repeat(200),
            "word ".repeat(1_000),
            "雨".repeat(2_000),
        ] {
            let mut budget = PromptBudget::new(400, 100, "");
            budget.end_of(1, "before", "So far:", &text, 1.0);
            let parts = budget.parts();
            let kept = parts[0].text.strip_prefix("So far:\n").expect("the end");
            assert!(
                kept.len() > 100 && text.trim_end().ends_with(kept),
                "{kept}"
            );
            assert!(parts[0].tokens <= 260, "{}", parts[0].tokens);
        }
        assert_eq!(tail_at("short", 100), 0);
        assert_eq!(tail_at("", 100), 0);
    }

    #[test]
    fn of_a_long_text_both_ends_are_kept() {
        let line = "The rain came over the wall again.\n\n".repeat(60);
        let text = format!("It begins here.\n\n{line}It ends here.");
        let unbroken = format!("It begins {} it ends here.", "word ".repeat(900));
        for text in [text, unbroken, "雨".repeat(2_000)] {
            for context in [120, 400] {
                let mut budget = PromptBudget::new(context, 50, "");
                assert!(budget.ends_of(1, "text", "It says:", &text, 1.0));
                let part = budget.parts().remove(0);
                let kept = part.text.strip_prefix("It says:\n").expect("some of it");
                let (beginning, end) = kept.split_once("\n\n…\n\n").expect("a gap");
                assert!(text.starts_with(beginning) && text.ends_with(end), "{kept}");
                assert!(part.left_out > 0 && part.tokens <= context - 50);
            }
        }
        let mut budget = PromptBudget::new(400, 50, "");
        assert!(!budget.ends_of(1, "text", "It says:", "Short.", 1.0));
        assert_eq!(budget.parts()[0].text, "It says:\nShort.");
        let mut budget = PromptBudget::new(60, 50, "");
        budget.ends_of(1, "text", "It says:", "word ".repeat(90).as_str(), 1.0);
        assert!(budget.parts().iter().all(|part| part.tokens <= 10));
    }

    #[test]
    fn what_must_be_there_and_does_not_fit_says_what_is_needed() {
        let mut budget = PromptBudget::new(1_000, 500, "");
        let error = budget
            .must(0, Role::User, "beats", "beat ".repeat(2_000))
            .expect_err("too small");
        assert!(error.needed > 3_000 && error.advised == 4_096, "{error}");
        assert!(error.to_string().contains("-c 4096"));
    }
}
