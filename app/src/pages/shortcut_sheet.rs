//! The sheet of keyboard shortcuts: what the table says that the handler uses.

use crate::{
    browser,
    commands::{CommandDialogs, plain_keys_are_on, turn_plain_keys},
    components::{Button, Dialog},
    list_keys::LIST_KEYS,
    shortcuts::{Keys, SHORTCUTS, Shortcut},
};
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn ShortcutSheet() -> AnyView {
    let open = CommandDialogs::get().shortcuts;
    let anywhere = SHORTCUTS.iter().filter(|one| !one.command.is_of_story());
    let of_story = SHORTCUTS.iter().filter(|one| one.command.is_of_story());
    let in_lists = LIST_KEYS
        .iter()
        .map(|key| row(vec![key.shown], key.does))
        .collect();
    let plain_keys = RwSignal::new(plain_keys_are_on());
    let turn = move |event| {
        let on = event_target_checked(&event);
        turn_plain_keys(on);
        plain_keys.set(on);
    };
    view! {
        <Dialog open title="Keyboard shortcuts" wide=true>
            <div class="shortcuts" tabindex="-1" autofocus>
                {group("Anywhere", anywhere.map(shortcut_row).collect())}
                {group("In a story", of_story.map(shortcut_row).collect())}
                {group("In lists and results", in_lists)}
            </div>
            <label class="choice">
                <input type="checkbox" prop:checked=move || plain_keys.get() on:change=turn/>
                "Use shortcuts without Ctrl or ⌘. They never act while you type."
            </label>
            <div class="row">
                <Button on_press=move || open.set(false)>"Close"</Button>
            </div>
        </Dialog>
    }
    .into_any()
}

fn group(heading: &'static str, rows: Vec<AnyView>) -> AnyView {
    view! {
        <section>
            <h3>{heading}</h3>
            <dl>{rows}</dl>
        </section>
    }
    .into_any()
}

fn shortcut_row(shortcut: &'static Shortcut) -> AnyView {
    let keys = match shortcut.keys {
        Keys::WithControl(key) => vec![if browser::is_mac() { "⌘" } else { "Ctrl" }, key],
        Keys::Alone(key) => vec![key],
        Keys::AfterG(key) => vec!["g", key],
    };
    row(keys, shortcut.does)
}

fn row(keys: Vec<&'static str>, does: &'static str) -> AnyView {
    let shown = |key: &'static str| match key.len() {
        1 => key.to_uppercase(),
        _ => key.to_owned(),
    };
    view! {
        <div>
            <dt>
                {keys
                    .into_iter()
                    .map(|key| view! { <kbd>{shown(key)}</kbd> " " })
                    .collect_view()}
            </dt>
            <dd>{does}</dd>
        </div>
    }
    .into_any()
}
