//! The wire form of events: the fields of a server-sent event, written by the server and read by pages.

use crate::{Event, EventBody};

/// The event by which the server shows that the connection is alive. It has no number and no data to read.
pub const HEARTBEAT: &str = "heartbeat";

/// The name of the event that starts over, at whatever number.
const RESET: &str = "reset";

/// The names of all events; a reader listens to these and to [`HEARTBEAT`].
pub const EVENT_NAMES: [&str; 9] = [
    "run", "text", "rewind", "chapter", "story", "world", "queue", "notice", RESET,
];

/// A server-sent event: its fields `id`, `event` and `data`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventFrame {
    /// The event's number: the field `id`.
    pub seq: i64,
    /// The name of the event: the field `event`.
    pub name: String,
    /// What the event says, as JSON: the field `data`.
    pub data: String,
}

impl EventFrame {
    /// An event as it is sent.
    ///
    /// # Errors
    /// Where the event can't be written as JSON.
    pub fn encode(event: &Event) -> serde_json::Result<Self> {
        let name = event.body.name();
        debug_assert!(EVENT_NAMES.contains(&name), "no reader listens to {name}");
        // serde puts the data of a variant under the variant's name, which has a field of its own here.
        let mut body = serde_json::to_value(&event.body)?;
        Ok(Self {
            seq: event.seq,
            name: name.to_owned(),
            data: body[name].take().to_string(),
        })
    }

    /// The event that was sent; `None` where this version of the studio does not know its name. A field that is not
    /// known is passed over.
    ///
    /// # Errors
    /// Where the data does not fit the name. A reader goes on with the next event.
    pub fn decode(&self) -> serde_json::Result<Option<Event>> {
        if !EVENT_NAMES.contains(&self.name.as_str()) {
            return Ok(None);
        }
        let body = format!("{{\"{}\":{}}}", self.name, self.data);
        // From bytes, as answers of server functions are read: pages carry one reader of JSON.
        let body: EventBody = serde_json::from_slice(body.as_bytes())?;
        let seq = self.seq;
        Ok(Some(Event { seq, body }))
    }

    /// Whether it starts over, at whatever number.
    pub fn is_reset(&self) -> bool {
        self.name == RESET
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        AppState, ChapterState, NoticeLevel, Queue, RevisionId, RunId, Status, StoryId,
        state::tests::run,
    };
    use uuid::Uuid;

    /// One event of each name, and the variants of those that can leave something out.
    fn every_event() -> Vec<EventBody> {
        let (of, story) = (RunId(Uuid::from_u128(7)), StoryId(Uuid::from_u128(8)));
        let open = run(1, Status::Running, 0.1, Some(2.5));
        let chapter = |revision, state| EventBody::Chapter {
            story,
            chapter: 2,
            revision,
            state,
        };
        let notice = |run| EventBody::Notice {
            level: NoticeLevel::Warn,
            text: "a \"quoted\" word\nand a line, 🜁".to_owned(),
            run,
        };
        vec![
            EventBody::Run(Box::new(open.clone())),
            EventBody::Text {
                run: of,
                story,
                chapter: 3,
                offset: 1 << 40,
                text: "{\"run\":1}\r\n\n\u{2028}".to_owned(),
            },
            EventBody::Rewind {
                run: of,
                chapter: 3,
                offset: 0,
            },
            chapter(None, ChapterState::Empty),
            chapter(
                Some(RevisionId(Uuid::from_u128(9))),
                ChapterState::NeedsReview,
            ),
            EventBody::Story { story },
            EventBody::World { story },
            EventBody::Queue(Queue {
                is_held: true,
                workers: 2,
                ended_tokens: 0.3,
            }),
            notice(None),
            notice(Some(of)),
            EventBody::Reset(AppState {
                seq: 5,
                runs: vec![open],
                queue: Queue::default(),
            }),
        ]
    }

    fn frame(name: &str, data: &str) -> EventFrame {
        EventFrame {
            seq: 1,
            name: name.to_owned(),
            data: data.to_owned(),
        }
    }

    #[test]
    fn every_event_is_read_back_as_it_was_sent() -> serde_json::Result<()> {
        let bodies = every_event();
        for name in EVENT_NAMES {
            assert!(bodies.iter().any(|body| body.name() == name), "{name}");
        }
        for (seq, body) in (1..).zip(bodies) {
            let event = Event { seq, body };
            let sent = EventFrame::encode(&event)?;
            assert_eq!((sent.seq, sent.name.as_str()), (seq, event.body.name()));
            // One line: a server-sent event ends at an empty one.
            assert!(!sent.data.contains(['\n', '\r']), "{}", sent.data);
            assert!(sent.data.starts_with('{'), "{}", sent.data);
            assert_eq!(sent.decode()?, Some(event));
        }
        Ok(())
    }

    #[test]
    fn the_data_of_an_event_is_its_fields_alone() -> serde_json::Result<()> {
        let story = StoryId(Uuid::nil());
        let event = Event {
            seq: 1,
            body: EventBody::Story { story },
        };
        let data = format!("{{\"story\":\"{}\"}}", Uuid::nil());
        assert_eq!(EventFrame::encode(&event)?, frame("story", &data));
        Ok(())
    }

    #[test]
    fn an_unknown_event_is_none_and_an_unknown_field_is_passed_over() -> serde_json::Result<()> {
        for name in ["comet", HEARTBEAT, "", "story\":{},\"world"] {
            assert_eq!(frame(name, "{}").decode()?, None, "{name}");
        }
        let id = Uuid::nil();
        let data = format!("{{\"story\":\"{id}\",\"colour\":[1]}}");
        let known = frame("story", &data).decode()?;
        let story = StoryId(id);
        assert_eq!(
            known.map(|event| event.body),
            Some(EventBody::Story { story })
        );
        // What every event of a version to come has beside the known fields.
        for body in every_event() {
            let event = Event { seq: 1, body };
            let mut sent = EventFrame::encode(&event)?;
            sent.data.insert_str(1, "\"colour\":\"green\",");
            assert_eq!(sent.decode()?, Some(event));
        }
        Ok(())
    }

    #[test]
    fn data_that_does_not_fit_is_an_error() {
        for (name, data) in [
            ("story", ""),
            ("story", "{}"),
            ("story", "{\"story\":7}"),
            ("text", "[]"),
            ("story", "{}}"),
        ] {
            assert!(frame(name, data).decode().is_err(), "{name}: {data}");
        }
    }
}
