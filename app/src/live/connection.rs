//! One connection to the event stream: opened again when it breaks, and when it falls silent.

use super::backoff;
use crate::browser;
use domain::{EVENT_NAMES, EventFrame, HEARTBEAT};
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
    time::Duration,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventSource, MessageEvent};

/// Two missed heartbeats of the 15 seconds between them, and a little: then the line is dead, whatever the browser believes.
pub const HEARTBEAT_TIMEOUT: i64 = 32_000;

/// How often the silence is measured.
pub const CHECK_INTERVAL: u32 = 4_000;

/// A lost connection is told of only after this long: most come back before anyone would notice.
const LOST_DELAY: Duration = Duration::from_millis(1500);

/// What comes over the line.
pub enum ConnectionEvent {
    /// An event, and the number of the one before it on this line.
    Event { frame: EventFrame, after: i64 },
    /// The line is open.
    Open,
    /// A sign of life.
    Heartbeat,
    /// It has been broken, or silent, for more than a moment.
    Lost,
}

/// A line. It is closed when this is dropped.
pub struct EventConnection(Rc<Inner>);

struct Inner {
    on_event: Box<dyn Fn(ConnectionEvent)>,
    source: RefCell<Option<EventSource>>,
    /// The number of the last event.
    cursor: Cell<i64>,
    failures: Cell<u32>,
    /// Counts connections, so that a timer of an earlier one does nothing.
    generation: Cell<u32>,
    /// When there was a sign of life.
    last_activity: Cell<i64>,
    lost: Cell<bool>,
    watchdog: RefCell<Option<Interval>>,
    on_message: Closure<dyn Fn(MessageEvent)>,
    on_open: Closure<dyn Fn()>,
    on_error: Closure<dyn Fn()>,
}

impl EventConnection {
    /// Opens a line that tells all events after number `after`.
    pub fn open(after: i64, on_event: impl Fn(ConnectionEvent) + 'static) -> Self {
        let inner = Rc::new_cyclic(|weak: &Weak<Inner>| {
            let (message, opened, failed) = (weak.clone(), weak.clone(), weak.clone());
            Inner {
                on_event: Box::new(on_event),
                source: RefCell::new(None),
                cursor: Cell::new(after),
                failures: Cell::new(0),
                generation: Cell::new(0),
                last_activity: Cell::new(browser::now()),
                lost: Cell::new(false),
                watchdog: RefCell::new(None),
                on_message: Closure::new(move |event: MessageEvent| {
                    if let Some(connection) = message.upgrade() {
                        connection.receive(&event);
                    }
                }),
                on_open: Closure::new(move || {
                    if let Some(connection) = opened.upgrade() {
                        connection.opened();
                    }
                }),
                on_error: Closure::new(move || {
                    if let Some(connection) = failed.upgrade() {
                        connection.failed();
                    }
                }),
            }
        });
        let weak = Rc::downgrade(&inner);
        let watchdog = Interval::new(CHECK_INTERVAL, move || {
            if let Some(connection) = weak.upgrade() {
                connection.check_liveness();
            }
        });
        inner.watchdog.replace(Some(watchdog));
        inner.connect();
        Self(inner)
    }

    /// The number of the last event that came over it.
    pub fn cursor(&self) -> i64 {
        self.0.cursor.get()
    }

    /// Whether it is, as far as is known, in order.
    pub fn is_open(&self) -> bool {
        !self.0.lost.get() && self.0.is_connected()
    }

    /// Tells all events after number `after` once more.
    pub fn replay_from(&self, after: i64) {
        if after < self.0.cursor.get() {
            self.0.cursor.set(after);
            self.0.connect();
        }
    }
}

impl Drop for EventConnection {
    fn drop(&mut self) {
        self.0.close();
        self.0.watchdog.take();
    }
}

impl Inner {
    fn connect(&self) {
        self.close();
        self.last_activity.set(browser::now());
        let address = format!("/api/v1/events?after={}", self.cursor.get());
        let Ok(source) = EventSource::new(&address) else {
            return;
        };
        for name in EVENT_NAMES.into_iter().chain([HEARTBEAT]) {
            // Fails only for a listener that is no function.
            let _ = source
                .add_event_listener_with_callback(name, self.on_message.as_ref().unchecked_ref());
        }
        source.set_onopen(Some(self.on_open.as_ref().unchecked_ref()));
        source.set_onerror(Some(self.on_error.as_ref().unchecked_ref()));
        self.source.replace(Some(source));
    }

    fn close(&self) {
        self.generation.set(self.generation.get() + 1);
        if let Some(source) = self.source.take() {
            source.set_onopen(None);
            source.set_onerror(None);
            source.close();
        }
    }

    fn is_connected(&self) -> bool {
        self.source
            .borrow()
            .as_ref()
            .is_some_and(|source| source.ready_state() == EventSource::OPEN)
    }

    fn opened(&self) {
        self.failures.set(0);
        self.generation.set(self.generation.get() + 1);
        self.last_activity.set(browser::now());
        self.lost.set(false);
        (self.on_event)(ConnectionEvent::Open);
    }

    fn receive(&self, event: &MessageEvent) {
        self.last_activity.set(browser::now());
        let name = event.type_();
        if name == HEARTBEAT {
            (self.on_event)(ConnectionEvent::Heartbeat);
            return;
        }
        if let (Some(data), Ok(seq)) = (event.data().as_string(), event.last_event_id().parse()) {
            let after = self.cursor.replace(seq);
            let frame = EventFrame { seq, name, data };
            (self.on_event)(ConnectionEvent::Event { frame, after });
        }
    }

    /// A line may die without a word: then nothing comes, and the browser waits for ever.
    fn check_liveness(&self) {
        if browser::now() - self.last_activity.get() > HEARTBEAT_TIMEOUT {
            self.mark_lost();
            self.connect();
        }
    }

    fn mark_lost(&self) {
        if !self.lost.replace(true) {
            (self.on_event)(ConnectionEvent::Lost);
        }
    }

    /// The browser reconnects by itself unless it gave up; then it is for us to try again.
    fn failed(self: &Rc<Self>) {
        let generation = self.generation.get() + 1;
        self.generation.set(generation);
        let closed = self
            .source
            .borrow()
            .as_ref()
            .is_none_or(|source| source.ready_state() == EventSource::CLOSED);
        if closed {
            let failures = self.failures.get();
            self.failures.set(failures + 1);
            let connection = Rc::downgrade(self);
            set_timeout(
                move || {
                    if let Some(connection) = connection.upgrade()
                        && connection.generation.get() == generation
                    {
                        connection.connect();
                    }
                },
                backoff::delay(failures),
            );
        }
        let connection = Rc::downgrade(self);
        set_timeout(
            move || {
                if let Some(connection) = connection.upgrade()
                    && connection.source.borrow().is_some()
                    && !connection.is_connected()
                {
                    connection.mark_lost();
                }
            },
            LOST_DELAY,
        );
    }
}
