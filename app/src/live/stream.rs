//! The event stream: one `EventSource` per tab, resumed where it was left.

use super::{Connection, Studio, backoff};
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventSource, MessageEvent};

/// Every event the studio listens to.
const NAMES: [&str; 9] = [
    "run", "text", "rewind", "chapter", "story", "world", "queue", "notice", "reset",
];

/// A lost connection is told of only after this long: most come back before anyone would notice.
const QUIET: Duration = Duration::from_millis(1500);

/// Opens the stream once the page is alive and keeps it open for as long as the tab lives.
pub fn open(studio: Studio) {
    let opened = StoredValue::new(false);
    Effect::new(move |_| {
        if studio.begin().is_some() && !opened.get_value() {
            opened.set_value(true);
            let stream = Stream::new(studio);
            stream.connect();
            stream.mind_the_page();
        }
    });
}

struct Stream {
    studio: Studio,
    source: RefCell<Option<EventSource>>,
    failures: Cell<u32>,
    /// Counts connections, so that a timer of an earlier one does nothing.
    generation: Cell<u32>,
    on_message: Closure<dyn Fn(MessageEvent)>,
    on_open: Closure<dyn Fn()>,
    on_error: Closure<dyn Fn()>,
}

impl Stream {
    fn new(studio: Studio) -> Rc<Self> {
        Rc::new_cyclic(|weak: &std::rc::Weak<Self>| {
            let (opened, failed) = (weak.clone(), weak.clone());
            Self {
                studio,
                source: RefCell::new(None),
                failures: Cell::new(0),
                generation: Cell::new(0),
                on_message: Closure::new(move |event: MessageEvent| receive(studio, &event)),
                on_open: Closure::new(move || {
                    if let Some(stream) = opened.upgrade() {
                        stream.failures.set(0);
                        stream.generation.set(stream.generation.get() + 1);
                        stream.studio.connection.set(Connection::Open);
                    }
                }),
                on_error: Closure::new(move || {
                    if let Some(stream) = failed.upgrade() {
                        stream.failed();
                    }
                }),
            }
        })
    }

    fn connect(&self) {
        let address = format!("/api/v1/events?after={}", self.studio.seq());
        let Ok(source) = EventSource::new(&address) else {
            return;
        };
        for name in NAMES {
            // Fails only for a listener that is no function.
            let _ = source
                .add_event_listener_with_callback(name, self.on_message.as_ref().unchecked_ref());
        }
        source.set_onopen(Some(self.on_open.as_ref().unchecked_ref()));
        source.set_onerror(Some(self.on_error.as_ref().unchecked_ref()));
        self.source.replace(Some(source));
    }

    /// The browser reconnects by itself unless it gave up; then it is for us to try again.
    fn failed(self: Rc<Self>) {
        let generation = self.generation.get() + 1;
        self.generation.set(generation);
        let still = {
            let stream = Rc::clone(&self);
            move || stream.generation.get() == generation
        };
        let closed = self
            .source
            .borrow()
            .as_ref()
            .is_none_or(|source| source.ready_state() == EventSource::CLOSED);
        if closed {
            let (stream, still) = (Rc::clone(&self), still.clone());
            let failures = self.failures.get();
            self.failures.set(failures + 1);
            set_timeout(
                move || {
                    if still() {
                        stream.connect();
                    }
                },
                backoff::delay(failures),
            );
        }
        if self.studio.connection.get_untracked() != Connection::Lost {
            let connection = self.studio.connection;
            let stream = Rc::clone(&self);
            set_timeout(
                move || {
                    let open = stream
                        .source
                        .borrow()
                        .as_ref()
                        .is_some_and(|source| source.ready_state() == EventSource::OPEN);
                    if !open {
                        connection.set(Connection::Lost);
                    }
                },
                QUIET,
            );
        }
    }

    fn close(&self) {
        self.generation.set(self.generation.get() + 1);
        if let Some(source) = self.source.take() {
            source.close();
        }
    }

    /// Lets go when the page is left, and takes up again when it comes back from the browser's
    /// memory.
    fn mind_the_page(self: &Rc<Self>) {
        let stream = Rc::clone(self);
        window_event_listener_untyped("pagehide", move |_: Event| stream.close());
        let stream = Rc::clone(self);
        window_event_listener_untyped("pageshow", move |_: Event| {
            if stream.source.borrow().is_none() {
                stream.connect();
            }
        });
    }
}

fn receive(studio: Studio, event: &MessageEvent) {
    let (Some(data), Ok(seq)) = (event.data().as_string(), event.last_event_id().parse()) else {
        return;
    };
    // Name and data together are the event as `domain` writes it.
    match serde_json::from_slice(format!("{{\"{}\":{data}}}", event.type_()).as_bytes()) {
        Ok(body) => studio.receive(seq, body),
        Err(error) => leptos::logging::warn!("an event could not be read: {error}"),
    }
}
