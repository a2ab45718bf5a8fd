//! Putting waiting runs in another order: by dragging, or with the arrow keys on a run's handle.

use crate::{
    api::{StudioError, runs::change_run},
    browser,
    components::{Icon, show},
    list_keys::ListStep,
    live::{Studio, SubmitAction},
};
use domain::{Run, RunId, RunPatch};
use leptos::prelude::*;

/// Moves waiting runs. Copies share everything.
#[derive(Clone, Copy)]
pub struct QueueOrder {
    waiting: Memo<Vec<Run>>,
    /// The run under the mouse button.
    dragged: StoredValue<Option<RunId>>,
    /// The run whose handle takes the focus back once it is in its new place.
    moved: StoredValue<Option<RunId>>,
    said: RwSignal<String>,
    action: SubmitAction,
}

impl QueueOrder {
    /// For these runs, in the order in which they will run.
    pub fn new(waiting: Memo<Vec<Run>>) -> Self {
        let order = Self {
            waiting,
            dragged: StoredValue::new(None),
            moved: StoredValue::new(None),
            said: RwSignal::new(String::new()),
            action: SubmitAction::new(),
        };
        // An element that is moved in the document loses the focus.
        Effect::new(move |_| {
            waiting.track();
            if let Some(run) = order.moved.get_value() {
                request_animation_frame(move || browser::focus(&handle_id(run)));
            }
        });
        order
    }

    /// What went wrong the last time.
    pub fn error(&self) -> Signal<Option<StudioError>> {
        self.action.error()
    }

    /// Says where a run went, for those who can't see it.
    pub fn announcement(&self) -> AnyView {
        let said = self.said;
        view! {
            <p class="unseen" role="status">
                {show(move || said.get())}
            </p>
        }
        .into_any()
    }

    /// Puts a run next to the one at `index`: after it on the way down, before it on the way up.
    fn to(&self, run: RunId, index: usize) {
        let order = *self;
        let Some((version, from, by, title, of)) = self.waiting.with_untracked(|runs| {
            let from = runs.iter().position(|known| known.id == run)?;
            let by = runs.get(index).filter(|by| by.id != run)?.id;
            let moved = &runs[from];
            Some((moved.version, from, by, moved.title(), runs.len()))
        }) else {
            return;
        };
        let patch = if index > from {
            RunPatch {
                after: Some(by),
                ..RunPatch::default()
            }
        } else {
            RunPatch {
                before: Some(by),
                ..RunPatch::default()
            }
        };
        self.action.run(async move {
            change_run(run, patch, version).await?;
            order
                .said
                .set(format!("{title} is now number {} of {of}.", index + 1));
            Ok(())
        });
    }

    /// Moves a run up (−1) or down (1).
    fn shift(&self, run: RunId, by: isize) {
        let index = self.waiting.with_untracked(|runs| {
            let from = runs.iter().position(|known| known.id == run)?;
            from.checked_add_signed(by)
        });
        if let Some(index) = index {
            self.moved.set_value(Some(run));
            self.to(run, index);
        }
    }

    /// A run begins to be dragged.
    pub fn drag(&self, run: RunId) {
        self.moved.set_value(None);
        self.dragged.set_value(Some(run));
    }

    /// Whether one of these runs is being dragged.
    pub fn is_dragging(&self) -> bool {
        self.dragged.with_value(Option::is_some)
    }

    /// The dragged run is let go over another.
    pub fn drop_on(&self, target: RunId) {
        let Some(run) = self.dragged.get_value() else {
            return;
        };
        self.dragged.set_value(None);
        let index = self
            .waiting
            .with_untracked(|runs| runs.iter().position(|known| known.id == target));
        if let Some(index) = index {
            self.to(run, index);
        }
    }

    /// Nothing is dragged any more.
    pub fn let_go(&self) {
        self.dragged.set_value(None);
    }

    /// The handle of a run: arrow keys move it; Home and End bring it to the front and the end.
    pub fn handle(self, run: RunId, title: &str) -> AnyView {
        let alive = Studio::get().now;
        let key = move |event: leptos::ev::KeyboardEvent| {
            let last = self.waiting.with_untracked(Vec::len).saturating_sub(1);
            match ListStep::of(&event) {
                Some(ListStep::Previous) => self.shift(run, -1),
                Some(ListStep::Next) => self.shift(run, 1),
                Some(ListStep::First) => {
                    self.moved.set_value(Some(run));
                    self.to(run, 0);
                }
                Some(ListStep::Last) => {
                    self.moved.set_value(Some(run));
                    self.to(run, last);
                }
                None => return,
            }
            event.prevent_default();
        };
        view! {
            <button
                type="button"
                class="quiet handle"
                id=handle_id(run)
                aria-label=format!("Move: {title}. Use the arrow keys to move it up or down.")
                title="Drag, or use the arrow keys"
                disabled=move || alive.with(Option::is_none)
                on:keydown=key
            >
                {Icon::Grip.view()}
            </button>
        }
        .into_any()
    }
}

fn handle_id(run: RunId) -> String {
    format!("handle-{run}")
}
