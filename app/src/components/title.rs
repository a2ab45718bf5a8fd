//! The document's title.

use crate::live::Studio;
use leptos::{prelude::*, text_prop::TextProp};
use leptos_meta::Title;

/// Sets the document's title.
#[component]
pub fn PageTitle(
    /// The title, plain text.
    #[prop(into)]
    text: TextProp,
) -> impl IntoView {
    // The server writes titles down after the page is rendered, when the signals behind them may be gone:
    // there it is read now. And it writes them word for word, so there it has to be escaped.
    let text: TextProp = if cfg!(feature = "ssr") {
        escaped(&text.get()).into()
    } else {
        let badge = Studio::get().badge;
        let badged = move || match badge.get() {
            Some(badge) => format!("{badge} · {}", text.get()),
            None => text.get().to_string(),
        };
        badged.into()
    };
    view! { <Title text/> }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    #[test]
    fn markup_is_escaped() {
        assert_eq!(
            super::escaped("<b> & </title>"),
            "&lt;b&gt; &amp; &lt;/title&gt;"
        );
    }
}
