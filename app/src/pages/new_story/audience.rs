//! In which language a story is written, and for whom.

use crate::components::select::{Combobox, Select};
use domain::{
    Brief,
    language::{self, LANGUAGES},
    story::RATINGS,
};
use leptos::prelude::*;

/// The id of the list of languages.
const KNOWN: &str = "languages";

/// Both wishes, as fields.
#[derive(Clone, Copy)]
pub struct AudienceFields {
    language: RwSignal<String>,
    rating: RwSignal<String>,
}

impl AudienceFields {
    /// As this brief has them.
    pub fn of(brief: &Brief) -> Self {
        Self {
            language: RwSignal::new(language::name_of(&brief.language)),
            rating: RwSignal::new(brief.rating.clone()),
        }
    }

    /// Both, by their labels.
    pub fn labelled(self) -> [(&'static str, RwSignal<String>); 2] {
        [("Language", self.language), ("Audience", self.rating)]
    }

    /// The language as programs call it.
    pub fn tag(self) -> Option<String> {
        self.language.with(|language| language::bcp47(language))
    }

    /// The language as its tag.
    pub fn language_tag(self) -> String {
        self.language.with(|text| language::tag_of(text))
    }

    /// Puts them into a brief; a language that is left empty is English, as in a new brief.
    pub fn write_to(self, brief: &mut Brief) {
        let language = self.language.with_untracked(|text| language::tag_of(text));
        brief.language = match language.is_empty() {
            true => Brief::default().language,
            false => language,
        };
        brief.rating = self.rating.get_untracked();
    }

    /// The fields.
    pub fn view(self) -> AnyView {
        let mut ratings = RATINGS
            .map(|(word, shown)| (word.to_owned(), shown.to_owned()))
            .to_vec();
        // A program may have asked for another one: it stays unless the author chooses.
        let own = self.rating.get_untracked();
        if !ratings.iter().any(|(word, _)| *word == own) {
            ratings.push((own.clone(), own));
        }
        let languages = LANGUAGES.map(|(_, name, own)| {
            // What is the same twice is said once.
            view! { <option value=name label=(own != name).then_some(own)></option> }
        });
        view! {
            <Combobox
                label="Language"
                hint="Any language. The built-in demonstration writes English only."
                list=KNOWN
                value=self.language
                placeholder="English"
                max_length=language::MAX
            />
            <datalist id=KNOWN>{languages.into_iter().collect_view()}</datalist>
            <Select label="Audience" value=self.rating options=ratings/>
        }
        .into_any()
    }
}
