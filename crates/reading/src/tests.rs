//! Readings against what is known.

use super::*;
use domain::{
    Chapter, ChapterId, ChapterState, Entity, EntityId, EntityKind, Proposal, ProposalContent,
    ProposalId, ProposalPlace, ProposalState, ProposedEntity, ProposedRelation, StoryId, World,
};
use uuid::Uuid;
use writing::assignment::{ReadEntity, ReadSentence, ReadSketch};

fn chapter(number: u32) -> Chapter {
    Chapter {
        id: ChapterId(Uuid::from_u128(number.into())),
        story: StoryId(Uuid::nil()),
        number,
        title: String::new(),
        outline: Vec::new(),
        state: ChapterState::Written,
        revision: None,
        words: 0,
        summary: String::new(),
        stale: None,
        version: 1,
    }
}

fn person(name: &str, aliases: &[&str]) -> ProposedEntity {
    ProposedEntity {
        kind: EntityKind::Person,
        name: name.to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        role: String::new(),
        description: String::new(),
        pronouns: String::new(),
    }
}

fn found_person(name: &str, same_as: &str) -> FoundProposal {
    FoundProposal {
        content: ProposalContent::Entity(person(name, &[])),
        same_as: same_as.to_owned(),
        quote: format!("{name} came."),
    }
}

fn said(content: ProposalContent) -> FoundProposal {
    FoundProposal {
        content,
        same_as: String::new(),
        quote: String::new(),
    }
}

fn fact(text: &str) -> FoundProposal {
    said(ProposalContent::Fact(text.to_owned()))
}

/// A proposal that was read in the first chapter.
fn proposal(id: u128, state: ProposalState, content: ProposalContent) -> Proposal {
    Proposal {
        id: ProposalId(Uuid::from_u128(id)),
        story: StoryId(Uuid::nil()),
        run: None,
        kind: content.kind(),
        state,
        content,
        places: vec![ProposalPlace {
            chapter_id: chapter(1).id,
            chapter: 1,
            quote: String::new(),
        }],
        is_beside: false,
        version: 1,
    }
}

/// What is new of a reading of a chapter.
fn new_in(
    number: u32,
    world: &World,
    proposals: &[Proposal],
    read: Vec<FoundProposal>,
) -> Vec<ProposalChange> {
    let chapter = chapter(number);
    let known = KnownStory {
        world,
        chapter: &chapter,
        threads: &[],
        unwanted: &["Mara can’t swim in the sea.".to_owned()],
        proposals,
    };
    merge(known, read)
}

fn added(changes: &[ProposalChange]) -> Vec<String> {
    let added = changes.iter().filter_map(|change| match change {
        ProposalChange::Add { content, .. } => Some(content.line()),
        ProposalChange::Seen { .. } => None,
    });
    added.collect()
}

#[test]
fn the_same_person_is_one_proposal_with_other_names() {
    let none = World::default();
    let once = new_in(
        1,
        &none,
        &[],
        vec![
            found_person("Mara", ""),
            found_person("Mara Quinn", ""),
            found_person("the keeper", "Mara"),
            found_person("Odran", ""),
        ],
    );
    assert_eq!(added(&once), ["Mara Quinn", "Odran"]);
    let ProposalChange::Add { content, quote } = &once[0] else {
        panic!("{once:?}");
    };
    let ProposalContent::Entity(mara) = content else {
        panic!("{content:?}");
    };
    assert_eq!(mara.aliases, ["Mara", "the keeper"]);
    assert_eq!(quote, "Mara came.", "the first sentence");
    // In another chapter it is one place more.
    let known = [proposal(7, ProposalState::Open, content.clone())];
    let again = new_in(2, &none, &known, vec![found_person("Mara", "")]);
    let seen = ProposalChange::Seen {
        id: known[0].id,
        content: None,
        quote: "Mara came.".to_owned(),
    };
    assert_eq!(again, [seen]);
}

#[test]
fn a_name_that_can_mean_two_means_neither() {
    let both = [
        proposal(
            1,
            ProposalState::Open,
            ProposalContent::Entity(person("Tom Quinn", &[])),
        ),
        proposal(
            2,
            ProposalState::Open,
            ProposalContent::Entity(person("Mara Quinn", &[])),
        ),
    ];
    let changes = new_in(2, &World::default(), &both, vec![found_person("Quinn", "")]);
    assert_eq!(added(&changes), ["Quinn"]);
    assert!(is_same_name("the Keeper", "Keeper") && !is_same_name("Quinn", "Mara Quinn"));
}

#[test]
fn what_the_author_has_or_dropped_is_not_proposed() {
    let mut world = World::default();
    world.entities.push(Entity {
        id: EntityId(Uuid::from_u128(9)),
        kind: EntityKind::Person,
        name: "Odran".to_owned(),
        role: String::new(),
        description: String::new(),
        pronouns: String::new(),
        goal: String::new(),
        traits: Vec::new(),
    });
    let dropped = [
        proposal(
            1,
            ProposalState::Dropped,
            ProposalContent::Entity(person("Mara", &["Em"])),
        ),
        proposal(
            2,
            ProposalState::Dropped,
            ProposalContent::Fact("The light went out in the storm.".to_owned()),
        ),
    ];
    let changes = new_in(
        2,
        &world,
        &dropped,
        vec![
            found_person("Odran", ""),
            found_person("Em", ""),
            fact("The light went out in the storm!"),
            fact("Mara can't swim in the sea."),
            fact("The light never went out in the storm."),
        ],
    );
    assert_eq!(added(&changes), ["The light never went out in the storm."]);
    assert_eq!(changes.len(), 1, "{changes:?}");
}

#[test]
fn a_relation_has_the_names_of_the_proposals_and_comes_once() {
    let known = [proposal(
        1,
        ProposalState::Accepted,
        ProposalContent::Entity(person("Mara Quinn", &["Mara"])),
    )];
    let tie = |from: &str| {
        said(ProposalContent::Relation(ProposedRelation {
            from: from.to_owned(),
            to: "Odran".to_owned(),
            label: "sister of".to_owned(),
        }))
    };
    let changes = new_in(
        2,
        &World::default(),
        &known,
        vec![tie("Mara"), tie("Mara Quinn")],
    );
    assert_eq!(added(&changes), ["Mara Quinn – sister of – Odran"]);
}

#[test]
fn an_open_summary_is_replaced_and_a_decided_one_stays() {
    let summary = |text: &str| ProposalContent::Summary(text.to_owned());
    let none = World::default();
    let open = [proposal(1, ProposalState::Open, summary("It rains."))];
    let changes = new_in(1, &none, &open, vec![said(summary("It snows."))]);
    let seen = ProposalChange::Seen {
        id: open[0].id,
        content: Some(summary("It snows.")),
        quote: String::new(),
    };
    assert_eq!(changes, [seen]);
    let dropped = [proposal(1, ProposalState::Dropped, summary("It rains."))];
    let again = new_in(1, &none, &dropped, vec![said(summary("It rains."))]);
    assert_eq!(again, []);
    let other = new_in(1, &none, &dropped, vec![said(summary("It snows."))]);
    assert_eq!(added(&other), ["It snows."]);
}

const TEXT: &str =
    "Mara rowed out. “Who  is there?” she asked — and nobody  answered.\n\nThe light went out.";

#[test]
fn a_quote_is_the_sentence_of_the_text() {
    assert_eq!(
        sentence("the light WENT out", TEXT).as_deref(),
        Some("The light went out.")
    );
    assert_eq!(
        sentence("\"Who is there?\"", TEXT).as_deref(),
        Some("“Who  is there?” she asked — and nobody  answered.")
    );
    assert_eq!(sentence("She sank.", TEXT), None);
    assert_eq!(sentence("", TEXT), None);
}

#[test]
fn the_parts_of_a_chapter_become_one_summary_and_one_list_of_beats() {
    let part = |summary: &str, beat: &str, quote: &str| ReadSketch {
        summary: summary.to_owned(),
        beats: vec![ReadSentence {
            text: beat.to_owned(),
            quote: quote.to_owned(),
        }],
        entities: vec![ReadEntity {
            kind: EntityKind::Person,
            name: "Mara".to_owned(),
            same_as: String::new(),
            aliases: vec!["mara".to_owned(), " ".to_owned()],
            role: String::new(),
            description: String::new(),
            pronouns: String::new(),
            quote: "Invented by the model.".to_owned(),
        }],
        ..ReadSketch::default()
    };
    let all = found(
        &[
            part("She rows.", "Mara rows out.", "Mara rowed out."),
            part("It is dark.", "The light goes out.", "Nowhere."),
        ],
        TEXT,
    );
    let lines: Vec<_> = all.iter().map(|one| one.content.line()).collect();
    let expected = [
        "Mara",
        "Mara",
        "She rows. It is dark.",
        "Mara rows out. The light goes out.",
    ];
    assert_eq!(lines, expected);
    // A name that was quoted wrongly has the first sentence with that name; a statement has none.
    assert_eq!(all[0].quote, "Mara rowed out.");
    assert_eq!(
        (all[2].quote.as_str(), all[3].quote.as_str()),
        ("", "Mara rowed out.")
    );
    assert_eq!(found(&[ReadSketch::default()], TEXT), []);
}

#[test]
fn names_of_the_text_are_told_first() {
    let proposals = [
        proposal(
            1,
            ProposalState::Open,
            ProposalContent::Entity(person("Odran", &[])),
        ),
        proposal(
            2,
            ProposalState::Accepted,
            ProposalContent::Entity(person("Mara Quinn", &["Mara"])),
        ),
        proposal(
            3,
            ProposalState::Dropped,
            ProposalContent::Entity(person("Nobody", &[])),
        ),
    ];
    let names = known_names(&World::default(), &proposals, TEXT);
    let names: Vec<_> = names.iter().map(|known| known.name.as_str()).collect();
    assert_eq!(names, ["Mara Quinn", "Odran"]);
}

#[test]
fn an_entry_keeps_what_the_author_has() {
    let proposed = ProposedEntity {
        role: "keeper".to_owned(),
        description: "She counts.".to_owned(),
        ..person("Mara Quinn", &["Em"])
    };
    let new = new_entity(EntityId(Uuid::nil()), &proposed);
    assert_eq!(new.description, "She counts. (Em)");
    let own = Entity {
        name: "Em".to_owned(),
        role: "my role".to_owned(),
        description: String::new(),
        ..new
    };
    let merged = merged_entity(&own, &proposed);
    assert_eq!(
        (merged.name.as_str(), merged.role.as_str()),
        ("Em", "my role")
    );
    assert_eq!(merged.description, "She counts. (Mara Quinn)");
}
