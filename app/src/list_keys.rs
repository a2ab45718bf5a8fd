//! The keys that move through a list, one table for every list and for the sheet that explains them.

use web_sys::KeyboardEvent;

/// A step in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListStep {
    Previous,
    Next,
    First,
    Last,
}

/// A key of a list, how a person calls it, and what it does.
pub struct ListKey {
    key: &'static str,
    pub shown: &'static str,
    pub does: &'static str,
    step: ListStep,
}

/// All of them.
pub const LIST_KEYS: [ListKey; 4] = [
    ListKey {
        key: "ArrowUp",
        shown: "↑",
        does: "Previous item",
        step: ListStep::Previous,
    },
    ListKey {
        key: "ArrowDown",
        shown: "↓",
        does: "Next item",
        step: ListStep::Next,
    },
    ListKey {
        key: "Home",
        shown: "Home",
        does: "First item",
        step: ListStep::First,
    },
    ListKey {
        key: "End",
        shown: "End",
        does: "Last item",
        step: ListStep::Last,
    },
];

impl ListStep {
    /// The step that a key means. With Ctrl, Alt, Shift or Cmd, keys are the browser's.
    pub fn of(event: &KeyboardEvent) -> Option<Self> {
        if event.ctrl_key() || event.alt_key() || event.shift_key() || event.meta_key() {
            return None;
        }
        Self::of_key(&event.key())
    }

    fn of_key(key: &str) -> Option<Self> {
        let found = LIST_KEYS.iter().find(|known| known.key == key)?;
        Some(found.step)
    }

    /// Where it leads from one of `count` items, or from none of them. There is no way out at the ends.
    pub fn from(self, at: Option<usize>, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        Some(match (self, at) {
            (Self::First, _) | (Self::Next, None) => 0,
            (Self::Last, _) | (Self::Previous, None) => last,
            (Self::Previous, Some(at)) => at.saturating_sub(1).min(last),
            (Self::Next, Some(at)) => (at + 1).min(last),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_through_a_list_and_not_out_of_it() {
        let step = |key, at| ListStep::of_key(key).and_then(|step| step.from(at, 3));
        assert_eq!(step("ArrowDown", None), Some(0));
        assert_eq!(step("ArrowDown", Some(1)), Some(2));
        assert_eq!(step("ArrowDown", Some(2)), Some(2));
        assert_eq!(step("ArrowUp", Some(0)), Some(0));
        assert_eq!(step("ArrowUp", None), Some(2));
        assert_eq!(
            (step("Home", Some(2)), step("End", None)),
            (Some(0), Some(2))
        );
        assert_eq!(step("a", Some(0)), None);
        assert_eq!(ListStep::Next.from(Some(7), 0), None);
        assert_eq!(ListStep::Previous.from(Some(7), 3), Some(2));
    }
}
