//! The event stream: one line to the server for all tabs of a browser.
//!
//! A browser opens six connections to one host. So the tabs agree, by a lock that they share, on one that holds
//! the line and passes on what comes. When it closes, the next one takes over after the last event it has. An
//! event says which one came before it: a tab that missed one asks for it. Where a browser has no locks or no
//! channel between tabs, each tab has a line of its own.

use super::{
    Connection, Studio,
    line::{LOOK, Line, SILENCE, Told},
    locks::{self, Lock},
    relay::{Log, Step, Word, step},
};
use crate::browser;
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, Event, MessageEvent};

/// The channel between tabs, and the lock of the one that holds the line.
const NAME: &str = "fablewright-stream";

/// How long a tab waits for an answer of the tab with the line before it takes the line over.
const FIRST_ANSWER: i64 = 6_000;

/// Not more often than this a tab asks for what it missed.
const ASK: i64 = 500;

/// Opens the stream once the page is alive and keeps it open for as long as the tab lives.
pub fn open(studio: Studio) {
    let opened = StoredValue::new(false);
    Effect::new(move |_| {
        if let Some(seq) = studio.begin()
            && !opened.get_value()
        {
            opened.set_value(true);
            let stream = Rc::new(Stream::new(studio, seq));
            stream.begin();
            stream.mind_the_page();
        }
    });
}

/// This tab's part in the stream.
struct Stream {
    studio: Studio,
    /// The number of the last event this tab has.
    cursor: Cell<i64>,
    /// The line, where this tab holds it.
    line: RefCell<Option<Line>>,
    log: RefCell<Log>,
    lock: RefCell<Option<Lock>>,
    channel: RefCell<Option<Channel>>,
    /// Until when the tab with the line has to give a sign of life.
    patience: Cell<i64>,
    asked: Cell<i64>,
    watch: RefCell<Option<Interval>>,
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
            line: RefCell::default(),
            log: RefCell::default(),
            lock: RefCell::default(),
            channel: RefCell::default(),
            patience: Cell::new(0),
            asked: Cell::new(0),
            watch: RefCell::default(),
        }
    }

    /// Joins the other tabs; or holds a line of its own where the browser can't connect them.
    fn begin(self: &Rc<Self>) {
        let channel = locks::exist()
            .then(|| BroadcastChannel::new(NAME).ok())
            .flatten();
        let Some(channel) = channel else {
            self.lead();
            return;
        };
        let stream = Rc::downgrade(self);
        let on_message = Closure::new(move |event: MessageEvent| {
            let word = event.data().as_string();
            if let (Some(stream), Some(word)) = (stream.upgrade(), word) {
                stream.hear(&word);
            }
        });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        self.channel.replace(Some(Channel {
            channel,
            _on_message: on_message,
        }));
        self.patience.set(browser::now() + FIRST_ANSWER);
        self.queue_up(false);
        self.ask();
        let stream = Rc::downgrade(self);
        let watch = Interval::new(LOOK, move || {
            if let Some(stream) = stream.upgrade() {
                stream.mind_the_line();
            }
        });
        self.watch.replace(Some(watch));
    }

    fn end(&self) {
        self.watch.take();
        self.line.take();
        self.lock.take();
        self.channel.take();
    }

    /// Waits for the line, or takes it over.
    fn queue_up(self: &Rc<Self>, steal: bool) {
        let (held, lost) = (Rc::downgrade(self), Rc::downgrade(self));
        let lock = Lock::request(
            NAME,
            steal,
            move || {
                if let Some(stream) = held.upgrade() {
                    stream.lead();
                }
            },
            move || {
                if let Some(stream) = lost.upgrade()
                    && stream.line.take().is_some()
                {
                    // Another tab took over, since it heard nothing from here.
                    stream
                        .patience
                        .set(browser::now() + SILENCE + i64::from(LOOK));
                    stream.queue_up(false);
                }
            },
        );
        self.lock.replace(lock);
    }

    /// Holds the line from here on.
    fn lead(self: &Rc<Self>) {
        self.log.borrow_mut().clear();
        let stream = Rc::downgrade(self);
        let line = Line::open(self.cursor.get(), move |told| {
            if let Some(stream) = stream.upgrade() {
                stream.pass_on(told);
            }
        });
        self.line.replace(Some(line));
    }

    fn pass_on(&self, told: Told) {
        match told {
            Told::Event {
                name,
                data,
                seq,
                after,
            } => {
                self.receive(&name, &data, seq);
                let word = Word::Event {
                    seq,
                    after,
                    name,
                    data,
                };
                let word = word.write();
                self.post(&word);
                self.log.borrow_mut().add(seq, after, word);
            }
            Told::Open => {
                self.studio.connection.set(Connection::Open);
                self.say_how_it_is();
            }
            Told::Beat => self.say_how_it_is(),
            Told::Lost => {
                self.studio.connection.set(Connection::Lost);
                self.say_how_it_is();
            }
        }
    }

    fn say_how_it_is(&self) {
        let word = self.line.borrow().as_ref().map(|line| Word::Line {
            open: line.is_open(),
            cursor: line.cursor(),
        });
        if let Some(word) = word {
            self.post(&word.write());
        }
    }

    fn post(&self, word: &str) {
        if let Some(channel) = &*self.channel.borrow() {
            // Fails only for a channel that is closed.
            let _ = channel.channel.post_message(&word.into());
        }
    }

    /// Says what this tab has, so that it gets what it has not.
    fn ask(&self) {
        let now = browser::now();
        if now - self.asked.get() >= ASK {
            self.asked.set(now);
            let cursor = self.cursor.get();
            self.post(&Word::Hello { cursor }.write());
        }
    }

    fn hear(&self, word: &str) {
        let leads = self.line.borrow().is_some();
        match Word::read(word) {
            Some(Word::Hello { cursor }) if leads => self.fill(cursor),
            Some(Word::Event {
                seq,
                after,
                name,
                data,
            }) if !leads => {
                self.has_heard();
                match step(self.cursor.get(), seq, after) {
                    Step::Take => self.receive(&name, &data, seq),
                    // It begins anew, at whatever number.
                    _ if name == "reset" => self.receive(&name, &data, seq),
                    Step::Skip => {}
                    Step::Ask => self.ask(),
                }
            }
            Some(Word::Line { open, cursor }) if !leads => {
                self.has_heard();
                let connection = match open {
                    true => Connection::Open,
                    false => Connection::Lost,
                };
                if self.studio.connection.get_untracked() != connection {
                    self.studio.connection.set(connection);
                }
                if cursor > self.cursor.get() {
                    self.ask();
                }
            }
            _ => {}
        }
    }

    /// Gives a tab what came after the last event it has.
    fn fill(&self, cursor: i64) {
        let line = self.line.borrow();
        let Some(line) = &*line else {
            return;
        };
        if cursor < line.cursor() {
            let known = self
                .log
                .borrow()
                .after(cursor)
                .map(|words| words.for_each(|word| self.post(word)))
                .is_some();
            if !known {
                self.log.borrow_mut().clear();
                line.go_back(cursor);
            }
        }
        let (open, cursor) = (line.is_open(), line.cursor());
        self.post(&Word::Line { open, cursor }.write());
    }

    fn has_heard(&self) {
        self.patience
            .set(browser::now() + SILENCE + i64::from(LOOK));
    }

    /// The tab with the line may be frozen: then another one takes it over.
    fn mind_the_line(self: &Rc<Self>) {
        if self.line.borrow().is_none() && browser::now() > self.patience.get() {
            self.studio.connection.set(Connection::Lost);
            self.has_heard();
            self.queue_up(true);
        }
    }

    /// Lets go when the page is left, and takes up again when it comes back from the browser's
    /// memory.
    fn mind_the_page(self: &Rc<Self>) {
        let (stream, gone) = (Rc::clone(self), Rc::new(Cell::new(false)));
        let left = Rc::clone(&gone);
        window_event_listener_untyped("pagehide", move |_: Event| {
            left.set(true);
            stream.end();
        });
        let stream = Rc::clone(self);
        window_event_listener_untyped("pageshow", move |_: Event| {
            if gone.replace(false) {
                stream.begin();
            }
        });
    }

    fn receive(&self, name: &str, data: &str, seq: i64) {
        self.cursor.set(match name {
            "reset" => seq,
            _ => seq.max(self.cursor.get()),
        });
        // Name and data together are the event as `domain` writes it.
        match serde_json::from_slice(format!("{{\"{name}\":{data}}}").as_bytes()) {
            Ok(body) => self.studio.receive(seq, body),
            Err(error) => leptos::logging::warn!("an event could not be read: {error}"),
        }
    }
}
