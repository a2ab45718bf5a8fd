//! What the author wants of the story: to read and to change.

use crate::{
    api::{
        ApiResult,
        stories::{get_story, update_story},
    },
    components::{
        Button, DraftConflict, DraftStatus, ErrorMessage, TextArea, TextField, TextLanguage, show,
    },
    formatting,
    live::{
        Aspect, LocalDraft, Studio, SubmitAction,
        draft_storage::{DraftKey, DraftSubject, FieldValues},
    },
    numbers,
    pages::{
        entry_address::BRIEF,
        history::HistoryButton,
        new_story::{AudienceFields, StructureField},
    },
};
use domain::{
    Brief, Story, StoryId, StoryPatch, Structure, VersionTarget, language::name_of,
    story::rating_shown,
};
use leptos::prelude::*;

/// Title and brief as they are.
#[component]
pub(super) fn BriefView(story: Memo<Story>, editing: RwSignal<bool>) -> AnyView {
    let wishes = move || {
        let brief = story.with(|story| story.brief.clone());
        let structure = match brief.structure {
            Structure::Free => String::new(),
            structure => structure.label().to_owned(),
        };
        // What every story begins with says nothing of this one.
        let usual = Brief::default();
        let unless_usual = |own: &str, usual: &str, shown: String| match own == usual {
            true => String::new(),
            false => shown,
        };
        let language = unless_usual(&brief.language, &usual.language, name_of(&brief.language));
        let rating = unless_usual(&brief.rating, &usual.rating, rating_shown(&brief.rating));
        let rows = [
            ("Genre", brief.genre),
            ("Tone", brief.tone),
            ("Setting", brief.setting),
            ("Themes", brief.themes.join(", ")),
            ("Structure", structure),
            ("Must include", brief.include.join(", ")),
            ("Must avoid", brief.avoid.join(", ")),
            ("Language", language),
            ("Audience", rating),
        ];
        rows.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(label, value)| {
                view! {
                    <dt>{label}</dt>
                    <dd lang=TextLanguage::get() dir="auto">
                        {value}
                    </dd>
                }
            })
            .collect_view()
    };
    view! {
        <header class="head">
            <h1 id="title" lang=TextLanguage::get() dir="auto">
                {show(move || story.with(|story| story.title.clone()))}
            </h1>
            <div class="row">
                <Button kind="quiet" on_press=move || editing.set(true)>
                    "Edit"
                </Button>
                <HistoryButton
                    story=story.with_untracked(|story| story.id)
                    of=VersionTarget::Brief
                    what="the brief"
                />
            </div>
        </header>
        <p class="premise" lang=TextLanguage::get() dir="auto" data-entry=BRIEF>
            {show(move || story.with(|story| story.brief.premise.clone()))}
        </p>
        <dl class="plain">{wishes}</dl>
    }
    .into_any()
}

/// Whether the brief was changed in this tab and not saved.
pub(super) fn has_draft(story: StoryId) -> bool {
    DraftKey::of_form(&draft_name(story)).load().is_some()
}

fn draft_name(story: StoryId) -> String {
    format!("brief-{story}")
}

/// The fields of a brief, with the story's title.
#[derive(Clone, Copy)]
struct BriefFields {
    title: RwSignal<String>,
    premise: RwSignal<String>,
    genre: RwSignal<String>,
    tone: RwSignal<String>,
    setting: RwSignal<String>,
    themes: RwSignal<String>,
    chapters: RwSignal<String>,
    structure: RwSignal<String>,
    include: RwSignal<String>,
    avoid: RwSignal<String>,
    audience: AudienceFields,
}

impl BriefFields {
    fn of(story: &Story) -> Self {
        let brief = &story.brief;
        let text = |value: &str| RwSignal::new(value.to_owned());
        let list = |value: &[String]| RwSignal::new(value.join("\n"));
        Self {
            title: text(&story.title),
            premise: text(&brief.premise),
            genre: text(&brief.genre),
            tone: text(&brief.tone),
            setting: text(&brief.setting),
            themes: list(&brief.themes),
            chapters: RwSignal::new(brief.chapters.to_string()),
            structure: text(brief.structure.as_str()),
            include: list(&brief.include),
            avoid: list(&brief.avoid),
            audience: AudienceFields::of(brief),
        }
    }

    fn labelled(self) -> Vec<(&'static str, RwSignal<String>)> {
        let [language, rating] = self.audience.labelled();
        vec![
            ("Title", self.title),
            ("Premise", self.premise),
            ("Genre", self.genre),
            ("Tone", self.tone),
            ("Setting", self.setting),
            ("Chapters", self.chapters),
            ("Structure", self.structure),
            ("Themes", self.themes),
            ("Must include", self.include),
            ("Must avoid", self.avoid),
            language,
            rating,
        ]
    }

    /// The texts of the fields for a story as it is now.
    fn values(story: &Story) -> FieldValues {
        let labelled = Self::of(story).labelled();
        let value =
            |(name, field): (&str, RwSignal<String>)| (name.to_owned(), field.get_untracked());
        labelled.into_iter().map(value).collect()
    }

    /// What is to be changed in this brief; or what can't be.
    fn patch(self, brief: &Brief) -> ApiResult<StoryPatch> {
        let text = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let list = |field: RwSignal<String>| field.with_untracked(|text| formatting::lines(text));
        let mut brief = Brief {
            premise: text(self.premise),
            genre: text(self.genre),
            tone: text(self.tone),
            setting: text(self.setting),
            themes: list(self.themes),
            chapters: self
                .chapters
                .with_untracked(|text| numbers::chapters(text))?,
            structure: Structure::parse(&text(self.structure)).unwrap_or(brief.structure),
            include: list(self.include),
            avoid: list(self.avoid),
            ..brief.clone()
        };
        self.audience.write_to(&mut brief);
        Ok(StoryPatch {
            title: Some(text(self.title)),
            brief: Some(brief.into()),
            archived: None,
        })
    }
}

/// The form that changes title and brief. Typed text stays if somebody else saves first.
#[component]
pub(super) fn EditBrief(story: Story, editing: RwSignal<bool>) -> AnyView {
    let studio = Studio::get();
    let (id, version) = (story.id, story.version);
    let fields = BriefFields::of(&story);
    let about = DraftSubject {
        what: format!("Brief of {}", story.title),
        link: format!("/stories/{id}"),
        story: Some(id),
    };
    let draft = LocalDraft::new(&draft_name(id), about, version, fields.labelled());
    let brief = StoredValue::new(story.brief);
    let saving = SubmitAction::new();
    let save = move || {
        let sent = draft.fields();
        saving.run(async move {
            loop {
                let patch = brief.with_value(|brief| fields.patch(brief))?;
                match update_story(id, patch, draft.version()).await {
                    Err(error) if error.is_stale() => {
                        let now = get_story(id).await?;
                        let version = now.version;
                        let current = BriefFields::values(&now);
                        brief.set_value(now.brief);
                        if !draft.try_rebase(current, version) {
                            return Ok(());
                        }
                    }
                    answer => {
                        draft.mark_saved(sent, answer?.version);
                        studio.touch(id, Aspect::Story);
                        editing.set(false);
                        return Ok(());
                    }
                }
            }
        });
    };
    let title = fields.title;
    view! {
        <form class="stack" on:submit=|event| event.prevent_default()>
            <h1 id="title" class="unseen" data-entry=BRIEF>
                {title.get_untracked()}
            </h1>
            <DraftStatus draft/>
            <TextField label="Title" value=title/>
            <TextArea label="Premise" value=fields.premise rows=4/>
            <TextField label="Genre" value=fields.genre/>
            <TextField label="Tone" value=fields.tone/>
            <TextField label="Setting" value=fields.setting/>
            <TextField label="Chapters" value=fields.chapters numeric=true/>
            <StructureField value=fields.structure/>
            <TextArea label="Themes" hint="One per line." value=fields.themes/>
            <TextArea label="Must include" hint="One per line." value=fields.include/>
            <TextArea label="Must avoid" hint="One per line." value=fields.avoid/>
            {fields.audience.view()}
            <DraftConflict draft on_keep=save/>
            <ErrorMessage error=saving.error()/>
            <div class="row">
                <Button kind="primary" disabled=saving.pending() on_press=save>
                    "Save"
                </Button>
                <Button kind="quiet" on_press=move || editing.set(false)>
                    "Cancel"
                </Button>
            </div>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Timestamp;

    #[test]
    fn a_number_of_chapters_that_is_none_is_said_and_not_replaced() {
        let _owner = Owner::new_root(None);
        let story = Story {
            id: StoryId(uuid::Uuid::nil()),
            title: String::new(),
            brief: Brief::default(),
            template: None,
            chapters: 5,
            chapters_written: 0,
            words: 0,
            author: String::new(),
            cover: None,
            archived_at: None,
            version: 1,
            created_at: Timestamp(0),
            updated_at: Timestamp(0),
        };
        let fields = BriefFields::of(&story);
        let sent = |chapters: &str| {
            fields.chapters.set(chapters.to_owned());
            let patch = fields.patch(&story.brief)?;
            let brief = patch.brief.map(|patch| patch.apply(story.brief.clone()));
            ApiResult::Ok(brief.map(|brief| brief.chapters))
        };
        assert_eq!(sent(" 12 "), Ok(Some(12)));
        for wrong in ["", "0", "12x", "7.5", "1001"] {
            assert!(sent(wrong).is_err(), "{wrong}");
            assert_eq!(fields.chapters.get_untracked(), wrong);
        }
    }
}
