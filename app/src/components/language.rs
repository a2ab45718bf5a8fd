//! In which language an author's words are: what spell-checks, hyphenates or reads them aloud has to know. The
//! studio's own words are English.

use leptos::prelude::*;

/// The language of the texts on a page, as programs call it.
#[derive(Clone, Copy)]
pub struct TextLanguage(Signal<Option<String>>);

impl TextLanguage {
    /// Makes the context for a page.
    pub fn provide(read: impl Fn() -> Option<String> + Send + Sync + 'static) {
        provide_context(Self(Signal::derive(read)));
    }

    /// The value of `lang` for the author's words below the context; none where it is not known.
    pub fn get() -> Signal<Option<String>> {
        use_context::<Self>().map_or_else(|| Signal::stored(None), |Self(language)| language)
    }
}
