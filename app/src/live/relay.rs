//! What the tabs of a browser tell each other about the event stream, which one of them holds for all.

use domain::EventFrame;
use std::collections::VecDeque;

/// One tab's word to the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TabMessage {
    /// From the tab with the line: an event, and the number of the event before it.
    Event { frame: EventFrame, after: i64 },
    /// From the tab with the line: whether it is open, and the number of the last event.
    Status { open: bool, cursor: i64 },
    /// From another tab: I have all events up to this number.
    Hello { cursor: i64 },
}

impl TabMessage {
    /// As it is sent.
    pub fn encode(&self) -> String {
        match self {
            Self::Event {
                frame: EventFrame { seq, name, data },
                after,
            } => format!("event\n{seq}\n{after}\n{name}\n{data}"),
            Self::Status { open, cursor } => format!("line\n{open}\n{cursor}"),
            Self::Hello { cursor } => format!("hello\n{cursor}"),
        }
    }

    /// Reads what was sent; nothing where another version of the studio sent something else.
    pub fn decode(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once('\n')?;
        let mut parts = rest.splitn(4, '\n');
        let mut next = || parts.next();
        match kind {
            "event" => {
                let (seq, after) = (next()?.parse().ok()?, next()?.parse().ok()?);
                let (name, data) = (next()?.to_owned(), next()?.to_owned());
                let frame = EventFrame { seq, name, data };
                Some(Self::Event { frame, after })
            }
            "line" => Some(Self::Status {
                open: next()?.parse().ok()?,
                cursor: next()?.parse().ok()?,
            }),
            "hello" => Some(Self::Hello {
                cursor: next()?.parse().ok()?,
            }),
            _ => None,
        }
    }
}

/// What a tab does with an event that another tab passes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelayAction {
    /// It is the next one.
    Apply,
    /// This tab has it already.
    Skip,
    /// One in between did not arrive: ask for it.
    Request,
}

/// Whether an event that comes after number `after` is the next for a tab that has all up to `cursor`.
pub fn next_action(cursor: i64, seq: i64, after: i64) -> RelayAction {
    if seq <= cursor {
        RelayAction::Skip
    } else if after <= cursor {
        RelayAction::Apply
    } else {
        RelayAction::Request
    }
}

/// The latest events, for a tab that comes later.
#[derive(Debug, Default)]
pub struct EventBuffer {
    messages: VecDeque<(i64, i64, String)>,
    bytes: usize,
}

impl EventBuffer {
    /// What it holds at most.
    const BYTES: usize = 256 * 1024;

    /// Adds an event as it is sent.
    pub fn add(&mut self, seq: i64, after: i64, message: String) {
        self.bytes += message.len();
        self.messages.push_back((seq, after, message));
        while self.bytes > Self::BYTES
            && let Some((_, _, message)) = self.messages.pop_front()
        {
            self.bytes -= message.len();
        }
    }

    /// The events after number `cursor`; `None` where some of them are not held any more.
    pub fn after(&self, cursor: i64) -> Option<impl Iterator<Item = &str>> {
        let (_, after, _) = self.messages.front()?;
        (*after <= cursor).then(|| {
            let newer = self.messages.iter().filter(move |(seq, ..)| *seq > cursor);
            newer.map(|(_, _, message)| message.as_str())
        })
    }

    /// Forgets all: what comes next does not follow what came before.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_as_they_were_sent() {
        let messages = [
            TabMessage::Event {
                frame: EventFrame {
                    seq: 7,
                    name: "text".to_owned(),
                    data: "{\"text\":\"a\"}\nb".to_owned(),
                },
                after: 5,
            },
            TabMessage::Status {
                open: true,
                cursor: 7,
            },
            TabMessage::Hello { cursor: -1 },
        ];
        for message in messages {
            assert_eq!(TabMessage::decode(&message.encode()), Some(message));
        }
        for strange in ["", "event", "event\n1", "line\nperhaps\n1", "bye\n1"] {
            assert_eq!(TabMessage::decode(strange), None);
        }
    }

    #[test]
    fn nothing_is_taken_twice_and_nothing_is_left_out() {
        assert_eq!(next_action(5, 6, 5), RelayAction::Apply);
        // Numbers may jump.
        assert_eq!(next_action(5, 9, 5), RelayAction::Apply);
        assert_eq!(next_action(5, 5, 4), RelayAction::Skip);
        assert_eq!(next_action(5, 7, 6), RelayAction::Request);
        // A line that went back tells some again.
        assert_eq!(next_action(5, 6, 2), RelayAction::Apply);
    }

    #[test]
    fn the_log_fills_a_gap_or_says_that_it_can_not() {
        let mut buffer = EventBuffer::default();
        assert!(buffer.after(0).is_none());
        buffer.add(4, 3, "four".to_owned());
        buffer.add(6, 4, "six".to_owned());
        let after = |buffer: &EventBuffer, cursor| -> Option<Vec<String>> {
            Some(buffer.after(cursor)?.map(str::to_owned).collect())
        };
        assert_eq!(after(&buffer, 3), Some(vec!["four".into(), "six".into()]));
        assert_eq!(after(&buffer, 4), Some(vec!["six".into()]));
        assert_eq!(after(&buffer, 6), Some(vec![]));
        assert_eq!(after(&buffer, 2), None);
        buffer.add(7, 6, "x".repeat(EventBuffer::BYTES));
        assert_eq!(after(&buffer, 3), None);
    }
}
