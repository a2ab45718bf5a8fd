//! What the author wants of the story: to read and to change.

use crate::{
    api::stories::update_story,
    components::{Area, Button, Field, TextLanguage, Trouble, show},
    live::{Aspect, Deed, Studio},
    pages::new_story::{Readers, StructureField},
    words,
};
use domain::{
    Brief, Story, StoryPatch, Structure, language::name_of, story::MAX_CHAPTERS,
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
        let told = |own: &str, usual: &str, shown: String| match own == usual {
            true => String::new(),
            false => shown,
        };
        let language = told(&brief.language, &usual.language, name_of(&brief.language));
        let rating = told(&brief.rating, &usual.rating, rating_shown(&brief.rating));
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
                    <dd lang=TextLanguage::here() dir="auto">
                        {value}
                    </dd>
                }
            })
            .collect_view()
    };
    view! {
        <header class="head">
            <h1 id="title" lang=TextLanguage::here() dir="auto">
                {show(move || story.with(|story| story.title.clone()))}
            </h1>
            <Button kind="quiet" on_press=move || editing.set(true)>
                "Edit"
            </Button>
        </header>
        <p class="premise" lang=TextLanguage::here() dir="auto">
            {show(move || story.with(|story| story.brief.premise.clone()))}
        </p>
        <dl class="plain">{wishes}</dl>
    }
    .into_any()
}

/// Title and brief to change. What was typed stays when somebody else was faster.
#[component]
pub(super) fn EditBrief(story: Story, editing: RwSignal<bool>) -> AnyView {
    let studio = Studio::here();
    let (id, version, brief) = (story.id, story.version, story.brief);
    let title = RwSignal::new(story.title);
    let premise = RwSignal::new(brief.premise.clone());
    let genre = RwSignal::new(brief.genre.clone());
    let tone = RwSignal::new(brief.tone.clone());
    let setting = RwSignal::new(brief.setting.clone());
    let themes = RwSignal::new(brief.themes.join("\n"));
    let chapters = RwSignal::new(brief.chapters.to_string());
    let structure = RwSignal::new(brief.structure.word().to_owned());
    let include = RwSignal::new(brief.include.join("\n"));
    let avoid = RwSignal::new(brief.avoid.join("\n"));
    let readers = Readers::of(&brief);
    let saving = Deed::new();
    let save = move || {
        let text = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let list = |field: RwSignal<String>| field.with_untracked(|text| words::lines(text));
        let mut brief = Brief {
            premise: text(premise),
            genre: text(genre),
            tone: text(tone),
            setting: text(setting),
            themes: list(themes),
            chapters: text(chapters)
                .parse()
                .unwrap_or(brief.chapters)
                .clamp(1, MAX_CHAPTERS),
            structure: Structure::from_word(&text(structure)).unwrap_or(brief.structure),
            include: list(include),
            avoid: list(avoid),
            ..brief.clone()
        };
        readers.put(&mut brief);
        let patch = StoryPatch {
            title: Some(text(title)),
            brief: Some(brief),
        };
        saving.run(async move {
            update_story(id, patch, version).await?;
            studio.touch(id, Aspect::Story);
            editing.set(false);
            Ok(())
        });
    };
    view! {
        <form class="stack" on:submit=|event| event.prevent_default()>
            <h1 id="title" class="unseen">
                {title.get_untracked()}
            </h1>
            <Field label="Title" value=title/>
            <Area label="Premise" value=premise rows=4/>
            <Field label="Genre" value=genre/>
            <Field label="Tone" value=tone/>
            <Field label="Setting" value=setting/>
            <Field label="Chapters" value=chapters kind="number"/>
            <StructureField value=structure/>
            <Area label="Themes" hint="One per line." value=themes/>
            <Area label="Must include" hint="One per line." value=include/>
            <Area label="Must avoid" hint="One per line." value=avoid/>
            {readers.view()}
            <Trouble error=saving.error()/>
            <div class="row">
                <Button kind="primary" off=saving.pending() on_press=save>
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
