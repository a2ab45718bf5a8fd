//! A modal question, as the browser does it: focus stays inside, Escape closes.

use crate::focus;
use leptos::{html, prelude::*};

/// A dialog that is shown while `open` is true.
#[component]
pub fn Dialog(
    /// Shown while true; closing it in any way sets it to false.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// Wider, for text to read.
    #[prop(optional)]
    wide: bool,
    /// Classes.
    #[prop(optional)]
    class: &'static str,
    /// Everything below the heading.
    children: Children,
) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    // What had the focus before gets it back, also where the dialog is taken away while it is open.
    let is_shown = StoredValue::new(false);
    let restore_focus = move || {
        if is_shown.try_update_value(std::mem::take) == Some(true) {
            focus::restore();
        }
    };
    on_cleanup(restore_focus);
    Effect::new(move |_| {
        let open = open.get();
        if let Some(dialog) = node.get()
            && dialog.open() != open
        {
            if open {
                focus::save();
                is_shown.set_value(true);
                // Fails only where it is shown already.
                let _ = dialog.show_modal();
            } else {
                dialog.close();
            }
        }
    });
    let name = title.clone();
    view! {
        <dialog
            node_ref=node
            class=if wide { "wide" } else { class }
            aria-label=name
            on:close=move |_| {
                open.set(false);
                restore_focus();
            }
        >
            <h2>{title}</h2>
            {children()}
        </dialog>
    }
    .into_any()
}
