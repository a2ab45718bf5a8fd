//! What the form of a new story holds, and what fills it in: the author, a template, an interview.

use super::{
    AudienceFields,
    prefilled::{FilledBy, PrefilledFields},
};
use crate::{api::ApiResult, formatting, numbers};
use domain::{Brief, InterviewId, NewStory, Structure, Template};
use leptos::prelude::*;

/// What the form holds.
#[derive(Clone, Copy)]
pub(super) struct NewStoryForm {
    pub premise: RwSignal<String>,
    pub title: RwSignal<String>,
    pub genre: RwSignal<String>,
    pub tone: RwSignal<String>,
    pub setting: RwSignal<String>,
    pub themes: RwSignal<String>,
    pub chapters: RwSignal<String>,
    pub structure: RwSignal<String>,
    pub include: RwSignal<String>,
    pub avoid: RwSignal<String>,
    /// The author's alone: neither a template nor an interview touches them.
    pub audience: AudienceFields,
    pub template: RwSignal<Option<String>>,
    /// The interview that filled it in, once one began.
    pub interview: RwSignal<Option<InterviewId>>,
    /// What a template or an interview put into each field: what a person typed instead is not replaced.
    pub prefilled: StoredValue<PrefilledFields>,
}

impl NewStoryForm {
    /// Nothing is wished for yet.
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        let mut prefilled = PrefilledFields::default();
        let chapters = Brief::default().chapters.to_string();
        prefilled.put("chapters", FilledBy::Template, chapters.clone());
        let structure = Structure::default().as_str().to_owned();
        prefilled.put("structure", FilledBy::Template, structure.clone());
        Self {
            premise: empty(),
            title: empty(),
            genre: empty(),
            tone: empty(),
            setting: empty(),
            themes: empty(),
            chapters: RwSignal::new(chapters),
            structure: RwSignal::new(structure),
            include: empty(),
            avoid: empty(),
            audience: AudienceFields::of(&Brief::default()),
            template: RwSignal::new(None),
            interview: RwSignal::new(None),
            prefilled: StoredValue::new(prefilled),
        }
    }

    /// The fields, by their labels.
    pub fn labelled(&self) -> Vec<(&'static str, RwSignal<String>)> {
        let [language, rating] = self.audience.labelled();
        vec![
            ("Premise", self.premise),
            ("Title", self.title),
            ("Genre", self.genre),
            ("Tone", self.tone),
            ("Setting", self.setting),
            ("Themes", self.themes),
            ("Chapters", self.chapters),
            ("Structure", self.structure),
            ("Must include", self.include),
            ("Must avoid", self.avoid),
            language,
            rating,
        ]
    }

    /// Whether something is typed into a field that is folded away.
    pub fn has_more(&self) -> bool {
        let more = [
            self.genre,
            self.tone,
            self.setting,
            self.themes,
            self.include,
            self.avoid,
        ];
        let [language, rating] = AudienceFields::of(&Brief::default()).labelled();
        let [own_language, own_rating] = self.audience.labelled();
        let differs = |one: RwSignal<String>, other: RwSignal<String>| {
            one.with_untracked(|one| other.with_untracked(|other| one != other))
        };
        more.iter()
            .any(|field| field.with_untracked(|text| !text.trim().is_empty()))
            || differs(language.1, own_language.1)
            || differs(rating.1, own_rating.1)
    }

    /// Fills in what the template sets, over nothing that a person typed or said.
    pub fn apply_template(&self, template: &Template) {
        let chapters = template.brief.chapters.to_string();
        self.fill("chapters", self.chapters, chapters, FilledBy::Template);
        let structure = template.brief.structure.as_str().to_owned();
        self.fill("structure", self.structure, structure, FilledBy::Template);
        for (name, field, value) in self.fields(&template.brief) {
            self.fill(name, field, value, FilledBy::Template);
        }
        self.template.set(Some(template.id.clone()));
    }

    /// The fields that a template or an interview fills in, each with what the brief has for it.
    pub fn fields(&self, brief: &Brief) -> [(&'static str, RwSignal<String>, String); 7] {
        [
            ("premise", self.premise, brief.premise.clone()),
            ("genre", self.genre, brief.genre.clone()),
            ("tone", self.tone, brief.tone.clone()),
            ("setting", self.setting, brief.setting.clone()),
            ("themes", self.themes, brief.themes.join("\n")),
            ("include", self.include, brief.include.join("\n")),
            ("avoid", self.avoid, brief.avoid.join("\n")),
        ]
    }

    /// Puts a value into a field where it replaces nothing of the author's.
    pub fn fill(&self, name: &'static str, field: RwSignal<String>, value: String, by: FilledBy) {
        self.prefilled.update_value(|prefilled| {
            if field.with_untracked(|now| prefilled.is_free(name, now, by)) {
                field.set(value.clone());
                prefilled.put(name, by, value);
            }
        });
    }

    /// How many chapters are asked for; or that it is no number.
    pub fn chapter_count(&self) -> ApiResult<u32> {
        self.chapters.with_untracked(|text| numbers::chapters(text))
    }

    /// The story that is asked for, with so many chapters.
    pub fn story(&self, chapters: u32) -> NewStory {
        let text = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let list = |field: RwSignal<String>| field.with_untracked(|text| formatting::lines(text));
        let mut brief = Brief {
            premise: text(self.premise),
            genre: text(self.genre),
            tone: text(self.tone),
            themes: list(self.themes),
            setting: text(self.setting),
            chapters,
            structure: Structure::parse(&text(self.structure)).unwrap_or_default(),
            include: list(self.include),
            avoid: list(self.avoid),
            ..Brief::default()
        };
        self.audience.write_to(&mut brief);
        NewStory {
            title: text(self.title),
            brief,
            // It is in the fields already. The studio would fill in once more what the author emptied, or put back
            // to the usual.
            template: None,
            interview: self.interview.get_untracked(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(id: &str, genre: &str, tone: &str) -> Template {
        Template {
            id: id.to_owned(),
            name: String::new(),
            description: String::new(),
            brief: Brief {
                genre: genre.to_owned(),
                tone: tone.to_owned(),
                setting: "a harbour".to_owned(),
                chapters: 7,
                structure: Structure::ThreeActs,
                ..Brief::default()
            },
        }
    }

    #[test]
    fn a_story_is_what_the_form_shows_whatever_template_filled_it() {
        let _owner = Owner::new_root(None);
        let form = NewStoryForm::new();
        form.apply_template(&template("one", "ghost story", "uneasy"));
        let asked = || form.chapter_count().map(|count| form.story(count));
        let prefilled = asked().expect("a story").brief;
        assert_eq!((prefilled.chapters, prefilled.tone.as_str()), (7, "uneasy"));
        assert_eq!(prefilled.structure, Structure::ThreeActs);

        // Back to what a new story has anyway.
        form.chapters.set(Brief::default().chapters.to_string());
        form.tone.set(String::new());
        form.structure.set(Structure::Free.as_str().to_owned());
        let story = asked().expect("a story");
        assert_eq!(story.template, None);
        assert_eq!(story.brief.chapters, Brief::default().chapters);
        assert_eq!(story.brief.structure, Structure::Free);
        assert_eq!(
            [story.brief.genre.as_str(), story.brief.tone.as_str()],
            ["ghost story", ""]
        );
    }

    #[test]
    fn a_number_of_chapters_that_is_none_makes_no_story() {
        let _owner = Owner::new_root(None);
        let form = NewStoryForm::new();
        for wrong in ["", "0", "12x", "7.5", "1001"] {
            form.chapters.set(wrong.to_owned());
            assert!(form.chapter_count().is_err(), "{wrong}");
        }
        form.chapters.set("1,000".to_owned());
        assert_eq!(form.chapter_count(), Ok(1000));
    }

    #[test]
    fn a_template_leaves_what_was_typed_and_what_a_talk_put_in() {
        let _owner = Owner::new_root(None);
        let form = NewStoryForm::new();
        let shown = || {
            let fields = [form.genre, form.tone, form.setting, form.themes];
            fields.map(|field| field.get_untracked())
        };
        form.apply_template(&template("one", "ghost story", "uneasy"));
        assert_eq!(shown(), ["ghost story", "uneasy", "a harbour", ""]);
        assert_eq!(form.chapters.get_untracked(), "7");

        let said = |name, field, value: &str| {
            form.fill(name, field, value.to_owned(), FilledBy::Interview);
        };
        said("genre", form.genre, "a mystery");
        said("themes", form.themes, "debt");
        form.setting.set("a ferry".to_owned());
        form.apply_template(&template("two", "science fiction", ""));
        assert_eq!(shown(), ["a mystery", "", "a ferry", "debt"]);
    }
}
