//! The texts of a part of a story, one after the other.

use domain::{
    Brief, ChapterSummary, Entity, Outline, PartValue, StoryPart, TitledBrief, VersionValue,
    WorldPart,
};
use std::borrow::Cow;

/// A text of a part, and what it is called.
pub(crate) struct Field<'v> {
    pub(crate) label: Cow<'static, str>,
    pub(crate) text: &'v mut String,
}

/// The texts of a part, in a fixed order. A language, pronouns and the like are none.
pub(crate) fn of(part: &mut StoryPart) -> Vec<Field<'_>> {
    match &mut part.value {
        PartValue::Text(text) => vec![field("", text)],
        PartValue::Summary(ChapterSummary { summary, threads }) => {
            let mut fields = vec![field("Summary", summary)];
            fields.extend(list("Open thread", threads));
            fields
        }
        PartValue::Version(VersionValue::Outline(Outline { title, outline })) => {
            let mut fields = vec![field("Title", title)];
            fields.extend(list("Beat", outline));
            fields
        }
        PartValue::Version(VersionValue::Brief(TitledBrief { title, brief })) => {
            let mut fields = vec![field("Title", title)];
            fields.extend(of_brief(brief));
            fields
        }
        PartValue::Version(VersionValue::Part(part)) => of_world(part),
        // A search does not look into these.
        PartValue::Version(VersionValue::Book(_)) => Vec::new(),
    }
}

fn of_brief(brief: &mut Brief) -> Vec<Field<'_>> {
    let mut fields = vec![
        field("Premise", &mut brief.premise),
        field("Genre", &mut brief.genre),
        field("Tone", &mut brief.tone),
        field("Setting", &mut brief.setting),
    ];
    fields.extend(list("Theme", &mut brief.themes));
    fields.extend(list("Must include", &mut brief.include));
    fields.extend(list("Must avoid", &mut brief.avoid));
    fields
}

fn of_world(part: &mut WorldPart) -> Vec<Field<'_>> {
    match part {
        WorldPart::Entity(Entity {
            name,
            role,
            description,
            goal,
            traits,
            ..
        }) => {
            let mut fields = vec![
                field("Name", name),
                field("Role", role),
                field("Description", description),
                field("Wants", goal),
            ];
            fields.extend(list("Trait", traits));
            fields
        }
        WorldPart::Relation(tie) => vec![field("Relation", &mut tie.label)],
        WorldPart::Rule(rule) => vec![field("Rule", &mut rule.text)],
        WorldPart::Fact(fact) => vec![field("Fact", &mut fact.text)],
    }
}

fn field<'v>(label: &'static str, text: &'v mut String) -> Field<'v> {
    Field {
        label: Cow::Borrowed(label),
        text,
    }
}

fn list<'v>(label: &'static str, texts: &'v mut [String]) -> impl Iterator<Item = Field<'v>> {
    let numbered = (1..).zip(texts);
    numbered.map(move |(number, text)| Field {
        label: Cow::Owned(format!("{label} {number}")),
        text,
    })
}
