//! The event stream: one line to the server for all tabs of a browser.
//!
//! A browser opens six connections to one host. So the tabs agree, by a lock that they share, on one that holds
//! the line and passes on what comes. When it closes, the next one takes over after the last event it has. An
//! event says which one came before it: a tab that missed one asks for it. Where a browser has no locks or no
//! channel between tabs, each tab has a line of its own.

use super::{
    Connection, Studio,
    connection::{CHECK_INTERVAL, ConnectionEvent, EventConnection, HEARTBEAT_TIMEOUT},
    locks::{self, Lock},
    relay::{EventBuffer, RelayAction, TabMessage, next_action},
};
use crate::browser;
use domain::EventFrame;
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, Event, MessageEvent};

/// The channel between tabs, and the lock of the one that holds the line.
const CHANNEL_NAME: &str = "fablewright-stream";

/// How long a tab waits for an answer of the tab with the line before it takes the line over.
const FIRST_ANSWER_TIMEOUT: i64 = 6_000;

/// Not more often than this a tab asks for what it missed.
const REQUEST_INTERVAL: i64 = 500;

/// Opens the stream once the page is alive and keeps it open for as long as the tab lives.
pub fn open(studio: Studio) {
    let opened = StoredValue::new(false);
    Effect::new(move |_| {
        if let Some(seq) = studio.begin()
            && !opened.get_value()
        {
            opened.set_value(true);
            let stream = Rc::new(Stream::new(studio, seq));
            stream.join();
            stream.watch_page_lifecycle();
        }
    });
}

/// This tab's part in the stream.
struct Stream {
    studio: Studio,
    /// The number of the last event this tab has.
    cursor: Cell<i64>,
    /// The line, where this tab holds it.
    connection: RefCell<Option<EventConnection>>,
    buffer: RefCell<EventBuffer>,
    lock: RefCell<Option<Lock>>,
    channel: RefCell<Option<Channel>>,
    /// Until when the tab with the line has to give a sign of life.
    leader_deadline: Cell<i64>,
    last_request: Cell<i64>,
    watchdog: RefCell<Option<Interval>>,
}

struct Channel {
    channel: BroadcastChannel,
    _on_message: Closure<dyn Fn(MessageEvent)>,
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

impl Stream {
    fn new(studio: Studio, cursor: i64) -> Self {
        Self {
            studio,
            cursor: Cell::new(cursor),
            connection: RefCell::default(),
            buffer: RefCell::default(),
            lock: RefCell::default(),
            channel: RefCell::default(),
            leader_deadline: Cell::new(0),
            last_request: Cell::new(0),
            watchdog: RefCell::default(),
        }
    }

    /// Joins the other tabs; or holds a line of its own where the browser can't connect them.
    fn join(self: &Rc<Self>) {
        let channel = locks::are_supported()
            .then(|| BroadcastChannel::new(CHANNEL_NAME).ok())
            .flatten();
        let Some(channel) = channel else {
            self.become_leader();
            return;
        };
        let stream = Rc::downgrade(self);
        let on_message = Closure::new(move |event: MessageEvent| {
            let message = event.data().as_string();
            if let (Some(stream), Some(message)) = (stream.upgrade(), message) {
                stream.handle_message(&message);
            }
        });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        self.channel.replace(Some(Channel {
            channel,
            _on_message: on_message,
        }));
        self.leader_deadline
            .set(browser::now() + FIRST_ANSWER_TIMEOUT);
        self.request_leadership(false);
        self.request_missed();
        let stream = Rc::downgrade(self);
        let watchdog = Interval::new(CHECK_INTERVAL, move || {
            if let Some(stream) = stream.upgrade() {
                stream.check_leader();
            }
        });
        self.watchdog.replace(Some(watchdog));
    }

    fn leave(&self) {
        self.watchdog.take();
        self.connection.take();
        self.lock.take();
        self.channel.take();
    }

    /// Waits for the line, or takes it over.
    fn request_leadership(self: &Rc<Self>, steal: bool) {
        let (held, lost) = (Rc::downgrade(self), Rc::downgrade(self));
        let lock = Lock::request(
            CHANNEL_NAME,
            steal,
            move || {
                if let Some(stream) = held.upgrade() {
                    stream.become_leader();
                }
            },
            move || {
                if let Some(stream) = lost.upgrade()
                    && stream.connection.take().is_some()
                {
                    // Another tab took over, since it heard nothing from here.
                    stream
                        .leader_deadline
                        .set(browser::now() + HEARTBEAT_TIMEOUT + i64::from(CHECK_INTERVAL));
                    stream.request_leadership(false);
                }
            },
        );
        self.lock.replace(lock);
    }

    /// Holds the line from here on.
    fn become_leader(self: &Rc<Self>) {
        self.buffer.borrow_mut().clear();
        let stream = Rc::downgrade(self);
        let connection = EventConnection::open(self.cursor.get(), move |event| {
            if let Some(stream) = stream.upgrade() {
                stream.forward(event);
            }
        });
        self.connection.replace(Some(connection));
    }

    fn forward(&self, event: ConnectionEvent) {
        match event {
            ConnectionEvent::Event { frame, after } => {
                self.receive(&frame);
                let seq = frame.seq;
                let message = TabMessage::Event { frame, after }.encode();
                self.post(&message);
                self.buffer.borrow_mut().add(seq, after, message);
            }
            ConnectionEvent::Open => {
                self.studio.connection.set(Connection::Open);
                self.post_status();
            }
            ConnectionEvent::Heartbeat => self.post_status(),
            ConnectionEvent::Lost => {
                self.studio.connection.set(Connection::Lost);
                self.post_status();
            }
        }
    }

    fn post_status(&self) {
        let message = self
            .connection
            .borrow()
            .as_ref()
            .map(|connection| TabMessage::Status {
                open: connection.is_open(),
                cursor: connection.cursor(),
            });
        if let Some(message) = message {
            self.post(&message.encode());
        }
    }

    fn post(&self, message: &str) {
        if let Some(channel) = &*self.channel.borrow() {
            // Fails only for a channel that is closed.
            let _ = channel.channel.post_message(&message.into());
        }
    }

    /// Says what this tab has, so that it gets what it has not.
    fn request_missed(&self) {
        let now = browser::now();
        if now - self.last_request.get() >= REQUEST_INTERVAL {
            self.last_request.set(now);
            let cursor = self.cursor.get();
            self.post(&TabMessage::Hello { cursor }.encode());
        }
    }

    fn handle_message(&self, message: &str) {
        let is_leader = self.connection.borrow().is_some();
        match TabMessage::decode(message) {
            Some(TabMessage::Hello { cursor }) if is_leader => self.send_missed(cursor),
            Some(TabMessage::Event { frame, after }) if !is_leader => {
                self.note_leader_activity();
                match next_action(self.cursor.get(), frame.seq, after) {
                    RelayAction::Apply => self.receive(&frame),
                    _ if frame.is_reset() => self.receive(&frame),
                    RelayAction::Skip => {}
                    RelayAction::Request => self.request_missed(),
                }
            }
            Some(TabMessage::Status { open, cursor }) if !is_leader => {
                self.note_leader_activity();
                let connection = match open {
                    true => Connection::Open,
                    false => Connection::Lost,
                };
                if self.studio.connection.get_untracked() != connection {
                    self.studio.connection.set(connection);
                }
                if cursor > self.cursor.get() {
                    self.request_missed();
                }
            }
            _ => {}
        }
    }

    /// Gives a tab what came after the last event it has.
    fn send_missed(&self, cursor: i64) {
        let connection = self.connection.borrow();
        let Some(connection) = &*connection else {
            return;
        };
        if cursor < connection.cursor() {
            let known = self
                .buffer
                .borrow()
                .after(cursor)
                .map(|messages| messages.for_each(|message| self.post(message)))
                .is_some();
            if !known {
                self.buffer.borrow_mut().clear();
                connection.replay_from(cursor);
            }
        }
        let (open, cursor) = (connection.is_open(), connection.cursor());
        self.post(&TabMessage::Status { open, cursor }.encode());
    }

    fn note_leader_activity(&self) {
        self.leader_deadline
            .set(browser::now() + HEARTBEAT_TIMEOUT + i64::from(CHECK_INTERVAL));
    }

    /// The tab with the line may be frozen: then another one takes it over.
    fn check_leader(self: &Rc<Self>) {
        if self.connection.borrow().is_none() && browser::now() > self.leader_deadline.get() {
            self.studio.connection.set(Connection::Lost);
            self.note_leader_activity();
            self.request_leadership(true);
        }
    }

    /// Lets go when the page is left, and takes up again when it comes back from the browser's
    /// memory.
    fn watch_page_lifecycle(self: &Rc<Self>) {
        let (stream, gone) = (Rc::clone(self), Rc::new(Cell::new(false)));
        let left = Rc::clone(&gone);
        window_event_listener_untyped("pagehide", move |_: Event| {
            left.set(true);
            stream.leave();
        });
        let stream = Rc::clone(self);
        window_event_listener_untyped("pageshow", move |_: Event| {
            if gone.replace(false) {
                stream.join();
            }
        });
    }

    /// Takes an event in. One that can't be read is passed over: the next one may be known.
    fn receive(&self, frame: &EventFrame) {
        self.cursor.set(match frame.is_reset() {
            true => frame.seq,
            false => frame.seq.max(self.cursor.get()),
        });
        match frame.decode() {
            Ok(Some(event)) => self.studio.receive(event.seq, event.body),
            Ok(None) => {}
            Err(error) => leptos::logging::warn!("an event could not be read: {error}"),
        }
    }
}
