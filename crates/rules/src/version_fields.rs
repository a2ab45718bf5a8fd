//! What a version says, as named fields a person can read.

use domain::{Brief, Outline, TitledBrief, VersionValue, World, WorldPart, story::rating_shown};

/// The fields of a value in a fixed order, the same for all values of a kind. The entries of a list are paragraphs.
pub fn of(value: &VersionValue, world: &World) -> Vec<(&'static str, String)> {
    let list = |items: &[String]| items.join("\n\n");
    match value {
        VersionValue::Outline(Outline { title, outline }) => {
            vec![("Title", title.clone()), ("Beats", list(outline))]
        }
        VersionValue::Brief(TitledBrief { title, brief }) => {
            let mut fields = vec![("Title", title.clone())];
            fields.extend(brief_fields(brief));
            fields
        }
        VersionValue::Book(details) => vec![
            ("Author", details.author.clone()),
            ("Contact", details.contact.clone()),
            ("Dedication", details.dedication.clone()),
            ("Copyright", details.copyright.clone()),
            ("Front matter", details.front_matter.clone()),
            ("Back matter", details.back_matter.clone()),
        ],
        VersionValue::Part(WorldPart::Entity(entity)) => vec![
            ("Name", entity.name.clone()),
            ("Kind", entity.kind.as_str().to_owned()),
            ("Role", entity.role.clone()),
            ("Pronouns", entity.pronouns.clone()),
            ("Description", entity.description.clone()),
            ("Wants", entity.goal.clone()),
            ("Traits", list(&entity.traits)),
        ],
        VersionValue::Part(WorldPart::Relation(tie)) => {
            let name = |id| {
                let entity = world.entity(id);
                entity.map_or_else(|| "(deleted)".to_owned(), |entity| entity.name.clone())
            };
            vec![
                ("From", name(tie.from)),
                ("Relation", tie.label.clone()),
                ("To", name(tie.to)),
            ]
        }
        VersionValue::Part(WorldPart::Rule(rule)) => vec![("Rule", rule.text.clone())],
        VersionValue::Part(WorldPart::Fact(fact)) => {
            let chapter = fact.chapter.map(|number| format!("Chapter {number}"));
            vec![
                ("Fact", fact.text.clone()),
                ("Chapter", chapter.unwrap_or_default()),
            ]
        }
    }
}

fn brief_fields(brief: &Brief) -> Vec<(&'static str, String)> {
    let list = |items: &[String]| items.join("\n\n");
    vec![
        ("Premise", brief.premise.clone()),
        ("Genre", brief.genre.clone()),
        ("Tone", brief.tone.clone()),
        ("Themes", list(&brief.themes)),
        ("Setting", brief.setting.clone()),
        ("Chapters", brief.chapters.to_string()),
        ("Structure", brief.structure.template().name.to_string()),
        ("Language", brief.language.clone()),
        ("Rating", rating_shown(&brief.rating)),
        ("Must include", list(&brief.include)),
        ("Must avoid", list(&brief.avoid)),
    ]
}
