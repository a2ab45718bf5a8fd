//! The palette: goes anywhere and does anything by its name.

mod actions;
mod entries;
mod palette_action;
mod recent;

use crate::{
    api::{chapters::load_chapter, search::find_names},
    browser,
    commands::{CommandDialogs, chapter_in},
    components::{Dialog, show},
    formatting,
    list_keys::ListStep,
    live::{CurrentStory, Studio, memo},
};
use actions::actions;
use domain::{ChapterDetails, ChapterRef, NameMatch, name_match::MAX_TYPED};
use entries::{PaletteEntry, fitting, pages};
use leptos::{
    ev::KeyboardEvent, html, leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local,
};
use leptos_router::hooks::use_navigate;
use std::time::Duration;
use uuid::Uuid;

const FIELD: &str = "palette-field";
const LIST: &str = "palette-list";

/// After the last letter it takes so long until the server is asked.
const TYPING_PAUSE: Duration = Duration::from_millis(80);

/// The state of the palette. Copies share everything.
#[derive(Clone, Copy)]
struct PaletteState {
    typed: RwSignal<String>,
    /// What the server found, and for which typed text.
    found: RwSignal<(Option<String>, Vec<NameMatch>)>,
    /// Whether the server could not be asked.
    failed: RwSignal<bool>,
    /// The line that Enter chooses.
    active: RwSignal<usize>,
    /// Enter was pressed before the answer came: the best line is chosen then.
    awaited: StoredValue<bool>,
    entries: Memo<Vec<PaletteEntry>>,
    choose: Callback<PaletteEntry>,
}

impl PaletteState {
    fn new() -> Self {
        let (studio, current_story) = (Studio::get(), CurrentStory::get());
        let dialogs = CommandDialogs::get();
        let typed = RwSignal::new(String::new());
        let found = RwSignal::new((None::<String>, Vec::new()));
        let recent = recent::load();
        let chapter = open_chapter(current_story);
        let entries = memo(move || {
            let story = current_story.rail_id.get();
            let mut fixed = pages(story);
            fixed.extend(chapter.with(|chapter| actions(studio, current_story, chapter.as_ref())));
            found.with(|(of, names)| {
                typed.with(|typed| fitting(typed, fixed, (of.as_deref(), names), &recent, story))
            })
        });
        let navigate = use_navigate();
        let choose = Callback::new(move |entry: PaletteEntry| {
            recent::remember(&entry.key);
            dialogs.palette.set(false);
            if let Some(to) = entry.action.run(studio, dialogs) {
                navigate(&to, Default::default());
            }
        });
        Self {
            typed,
            found,
            failed: RwSignal::new(false),
            active: RwSignal::new(0),
            awaited: StoredValue::new(false),
            entries,
            choose,
        }
    }

    /// Asks the server with each pause in the typing; the last answer counts.
    fn ask_as_one_types(self) {
        let story = CurrentStory::get().rail_id;
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(Some(timer)) = timer.try_update_value(Option::take) {
                timer.clear();
            }
        };
        on_cleanup(stop);
        let ask = move |typed: String| {
            spawn_local(async move {
                let recent = recent::load();
                let recent: Vec<Uuid> = recent.iter().filter_map(|key| key.parse().ok()).collect();
                let answer = find_names(story.get_untracked(), typed.clone(), recent).await;
                if self.typed.try_get_untracked().as_ref() != Some(&typed) {
                    return;
                }
                self.failed.set(answer.is_err());
                // Without an answer, pages and actions are still there.
                self.found.set((Some(typed), answer.unwrap_or_default()));
                if self.awaited.get_value() {
                    self.choose_active();
                }
            });
        };
        Effect::new(move |before: Option<String>| {
            let typed = self.typed.get();
            stop();
            match before {
                None => ask(typed.clone()),
                Some(before) if before != typed => {
                    self.active.set(0);
                    self.awaited.set_value(false);
                    let asked = typed.clone();
                    let handle = set_timeout_with_handle(move || ask(asked.clone()), TYPING_PAUSE);
                    timer.set_value(handle.ok());
                }
                Some(_) => {}
            }
            typed
        });
    }

    fn is_waiting(self) -> bool {
        self.found.with_untracked(|(of, _)| {
            self.typed
                .with_untracked(|typed| of.as_ref() != Some(typed))
        })
    }

    fn choose_active(self) {
        let at = self.active.get_untracked();
        let entry = self.entries.with_untracked(|all| all.get(at).cloned());
        if let Some(entry) = entry {
            self.choose.run(entry);
        }
    }

    fn press(self, event: &KeyboardEvent) {
        // Home and End are for the text in the field.
        let step =
            ListStep::of(event).filter(|step| matches!(step, ListStep::Previous | ListStep::Next));
        if let Some(step) = step {
            let count = self.entries.with_untracked(Vec::len);
            if let Some(to) = step.from(Some(self.active.get_untracked()), count) {
                self.active.set(to);
            }
        } else if event.key() == "Enter" {
            match self.active.get_untracked() == 0 && self.is_waiting() {
                true => self.awaited.set_value(true),
                false => self.choose_active(),
            }
        } else {
            return;
        }
        event.prevent_default();
    }
}

/// The chapter that is open behind the palette, once it is known.
fn open_chapter(current_story: CurrentStory) -> RwSignal<Option<ChapterDetails>> {
    let chapter = RwSignal::new(None);
    let number = current_story.path.with_untracked(|path| chapter_in(path));
    if let (Some(story), Some(number)) = (current_story.id.get_untracked(), number) {
        spawn_local(async move {
            // Without it the palette lacks an action, and the page behind tells what is wrong.
            if let Ok(details) = load_chapter(story, Some(ChapterRef::Number(number))).await {
                chapter.try_set(details);
            }
        });
    }
    chapter
}

/// The dialog.
#[component]
pub fn Palette() -> AnyView {
    let open = CommandDialogs::get().palette;
    let state = PaletteState::new();
    state.ask_as_one_types();
    let PaletteState {
        typed,
        entries,
        active,
        ..
    } = state;
    let count = memo(move || entries.with(Vec::len));
    Effect::new(move |_| {
        // A shorter list has no line that far down.
        if active.get() >= count.get().max(1) {
            active.set(0);
        }
        browser::show(&option_id(active.get()));
    });
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let active_id = memo(move || (count.get() > 0).then(|| option_id(active.get())));
    view! {
        <Dialog open title="Go to" class="palette">
            <input
                id=FIELD
                node_ref=field
                type="text"
                role="combobox"
                aria-label="Page, story, chapter, world entry or action"
                aria-expanded="true"
                aria-autocomplete="list"
                aria-controls=LIST
                aria-activedescendant=active_id
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                maxlength=MAX_TYPED.to_string()
                placeholder="Page, story, chapter, person or action"
                on:input=move |event| typed.set(event_target_value(&event))
                on:keydown=move |event| state.press(&event)
            />
            <ul id=LIST role="listbox" aria-label="Results">
                {show(move || {
                    let all = entries.get().into_iter().enumerate();
                    all.map(|(at, entry)| option(state, at, entry)).collect_view()
                })}
            </ul>
            {show(move || {
                state
                    .failed
                    .get()
                    .then(|| {
                        view! {
                            <p class="error-message" role="alert">
                                "The studio is not responding: stories, chapters and world entries are \
                                 missing here."
                            </p>
                        }
                    })
            })}
            <p class="unseen" role="status">
                {show(move || formatting::pluralize(count.get() as u64, "result"))}
            </p>
        </Dialog>
    }
    .into_any()
}

fn option_id(at: usize) -> String {
    format!("palette-option-{at}")
}

fn option(state: PaletteState, at: usize, entry: PaletteEntry) -> AnyView {
    let PaletteEntry { label, kind, .. } = entry.clone();
    let selected = memo(move || (state.active.get() == at).to_string());
    view! {
        <li
            id=option_id(at)
            role="option"
            aria-selected=selected
            on:mousemove=move |_| {
                if state.active.get_untracked() != at {
                    state.active.set(at);
                }
            }
            // The field keeps the focus.
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| state.choose.run(entry.clone())
        >
            <span dir="auto">{label}</span>
            " "
            <i>{kind}</i>
        </li>
    }
    .into_any()
}
