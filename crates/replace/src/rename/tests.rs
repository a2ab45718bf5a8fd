use super::*;
use crate::{find, forms};
use domain::{Brief, NameForm, PlaceChoice, TitledBrief};
use uuid::Uuid;

fn part(kind: SearchKind, number: u128, value: PartValue) -> StoryPart {
    StoryPart {
        kind,
        subject: Uuid::from_u128(number),
        chapter: None,
        heading: String::new(),
        version: 1,
        value,
    }
}

fn brief(language: &str) -> StoryPart {
    let brief = Brief {
        premise: "A story.".to_owned(),
        language: language.to_owned(),
        ..Brief::default()
    };
    let titled = TitledBrief {
        title: "A title".to_owned(),
        brief,
    };
    part(
        SearchKind::Story,
        1,
        PartValue::Version(VersionValue::Brief(titled)),
    )
}

fn someone(number: u128, kind: EntityKind, name: &str) -> StoryPart {
    let entity = Entity {
        id: EntityId(Uuid::from_u128(number)),
        kind,
        name: name.to_owned(),
        role: String::new(),
        description: String::new(),
        pronouns: String::new(),
        goal: String::new(),
        traits: Vec::new(),
    };
    let value = VersionValue::Part(WorldPart::Entity(entity));
    part(SearchKind::Entity, number, PartValue::Version(value))
}

fn text(text: &str) -> StoryPart {
    part(SearchKind::Text, 2, PartValue::Text(text.to_owned()))
}

/// A story with this text about an entity of this name, which gets another one.
struct Case {
    language: &'static str,
    kind: EntityKind,
    old: &'static str,
    new: &'static str,
    others: &'static [&'static str],
}

const ANNA: Case = Case {
    language: "en",
    kind: EntityKind::Person,
    old: "Anna Holm",
    new: "Elsa Berg",
    others: &[],
};

impl Case {
    fn parts(&self, said: &str) -> Vec<StoryPart> {
        let mut parts = vec![
            brief(self.language),
            text(said),
            someone(10, self.kind, self.old),
        ];
        for (number, other) in (20..).zip(self.others) {
            parts.push(someone(number, EntityKind::Person, other));
        }
        parts
    }

    /// The text with what is sure replaced, and each doubtful place in brackets.
    fn apply(&self, said: &str) -> String {
        let parts = self.parts(said);
        let new = NewName {
            name: self.new.to_owned(),
            aliases: Vec::new(),
        };
        let id = EntityId(Uuid::from_u128(10));
        let renaming = NameSearch::new(&parts, id, &new).expect("a person");
        let field = PartField {
            part: &parts[1],
            number: 0,
            text: said,
        };
        let places = renaming
            .places(&field, &mut PlaceBudget::default())
            .expect("a short text");
        let shown: Vec<TextPlace> = places
            .into_iter()
            .map(|place| match place.doubt {
                None => place,
                Some(_) => TextPlace {
                    replacement: format!("[{}]", &said[place.range.clone()]).into(),
                    ..place
                },
            })
            .collect();
        crate::replaced(said, &shown)
    }

    fn check(&self, cases: &[(&str, &str)]) {
        for (said, expected) in cases {
            assert_eq!(self.apply(said), *expected, "{said}");
        }
    }
}

#[test]
fn a_name_is_found_in_all_its_forms() {
    ANNA.check(&[
        ("Anna Holm lit the lamp.", "Elsa Berg lit the lamp."),
        ("“Anna!” cried Mrs. Holm.", "“Elsa!” cried Mrs. Berg."),
        (
            "Anna’s coat, Anna's hat, ANNA’S HOUSE.",
            "Elsa’s coat, Elsa's hat, ELSA’S HOUSE.",
        ),
        (
            "ANNA HOLM! Anna\u{a0}Holm. Anna\nHolm.",
            "ELSA BERG! Elsa Berg. Elsa Berg.",
        ),
        ("*Anna* and **Holm**, (Anna)", "*Elsa* and **Berg**, (Elsa)"),
        (
            "‘Where is Anna?’ ‘Here, Anna’ he said.",
            "‘Where is Elsa?’ ‘Here, Elsa’ he said.",
        ),
    ]);
}

#[test]
fn words_that_only_contain_the_name_stay() {
    let text = "Hannah, Annabel and Holmes went to Holmgard. Joanna saw annals.";
    assert_eq!(ANNA.apply(text), text);
    ANNA.check(&[(
        "Anna-Lena and the post-Anna days",
        "[Anna]-Lena and the post-[Anna] days",
    )]);
}

#[test]
fn what_may_be_somebody_else_has_a_doubt() {
    let family = Case {
        others: &["Erik Holm", "Anna Karenina", "Annas"],
        ..ANNA
    };
    family.check(&[
        ("Anna Holm met Erik Holm.", "Elsa Berg met Erik [Holm]."),
        ("She read Anna Karenina.", "She read [Anna] Karenina."),
        ("Mr. Holm came in.", "Mr. [Holm] came in."),
        ("Annas came.", "[Annas] came."),
    ]);
    ANNA.check(&[
        ("She wrote to Anna Schmidt.", "She wrote to [Anna] Schmidt."),
        ("He knew Peter Holm.", "He knew Peter [Holm]."),
        (
            "When Holm came, Captain Holm left.",
            "When Berg came, Captain Berg left.",
        ),
        ("Two Annas. anna slept.", "Two [Annas]. [anna] slept."),
        (
            "Thank you, Anna. He left. Anna I know.",
            "Thank you, Elsa. He left. Elsa I know.",
        ),
    ]);
    // The new name has no last name.
    let short = Case {
        new: "Elsa",
        ..ANNA
    };
    short.check(&[("Anna saw Mrs. Holm.", "Elsa saw Mrs. [Holm].")]);
}

#[test]
fn a_name_that_is_a_word_is_taken_where_it_is_certain() {
    let will = Case {
        old: "Will",
        new: "Tom",
        ..ANNA
    };
    will.check(&[(
        "I will go, you will stay, he will run. Will she come? She asked Will. “Will you?” said Will.",
        "I will go, you will stay, he will run. [Will] she come? She asked Tom. “[Will] you?” said Tom.",
    )]);
    let rose = Case {
        old: "Rose",
        new: "Lily",
        ..ANNA
    };
    rose.check(&[(
        "Rose picked a rose. A Rose fell; the Rose stayed with Rose: a rose is a rose.",
        "[Rose] picked a rose. A [Rose] fell; the [Rose] stayed with Lily: a rose is a rose.",
    )]);
}

#[test]
fn german_names_have_a_genitive_and_nouns_have_capitals() {
    let german = Case {
        language: "de",
        ..ANNA
    };
    german.check(&[
        (
            "Annas Mantel. Er gab Anna Geld.",
            "Elsas Mantel. Er gab Elsa Geld.",
        ),
        ("Frau Holms Haus; der Holm.", "Frau Bergs Haus; der [Holm]."),
    ]);
    let thomas = Case {
        language: "de",
        old: "Thomas",
        new: "Anna",
        ..ANNA
    };
    thomas.check(&[("Thomas’ Mantel.", "Annas Mantel.")]);
    let to_s = Case {
        language: "de",
        old: "Anna",
        new: "Thomas",
        ..ANNA
    };
    to_s.check(&[("Annas Mantel.", "Thomas’ Mantel.")]);
    let english = Case {
        old: "Thomas",
        new: "Anna",
        ..ANNA
    };
    english.check(&[("Thomas’ coat, Thomas’s hat.", "Anna’s coat, Anna’s hat.")]);
}

#[test]
fn places_keep_their_articles_and_scripts_without_spaces_are_searched() {
    let quarter = Case {
        kind: EntityKind::Place,
        old: "The Drowned Quarter",
        new: "The Salt Quarter",
        ..ANNA
    };
    quarter.check(&[(
        "The Drowned Quarter slept. In the Drowned Quarter’s lanes.",
        "The Salt Quarter slept. In the Salt Quarter’s lanes.",
    )]);
    let beacon = Case {
        kind: EntityKind::Place,
        old: "Lantern",
        new: "The Beacon",
        ..ANNA
    };
    beacon.check(&[(
        "To the Lantern, to Lantern.",
        "To the Beacon, to The Beacon.",
    )]);
    let japanese = Case {
        language: "ja",
        old: "アンナ",
        new: "エルサ",
        ..ANNA
    };
    japanese.check(&[(
        "夜、アンナは海へ。ハンナとスアンナ。",
        "夜、エルサは海へ。ハンナとス[アンナ]。",
    )]);
}

#[test]
fn the_entry_itself_gets_the_new_name_and_other_names_are_replaced() {
    let parts = ANNA.parts("Annie slept. Holm woke.");
    let alias = |name: &str, becomes: &str| NameForm {
        name: name.to_owned(),
        becomes: Some(becomes.to_owned()),
    };
    let new = NewName {
        name: "Elsa Berg".to_owned(),
        aliases: vec![alias("Annie", "Elsie"), alias("Holm", "")],
    };
    let id = EntityId(Uuid::from_u128(10));
    let renaming = NameSearch::new(&parts, id, &new).expect("a person");
    let found = find(parts.clone(), &renaming).expect("a short story");
    let names = forms(EntityKind::Person, "Anna Holm", &new);
    let preview = found.preview(None, names).expect("a preview");
    let shown: Vec<_> = preview
        .matches
        .iter()
        .map(|place| (place.kind, &*place.found, &*place.replacement))
        .collect();
    assert_eq!(
        shown,
        [
            (SearchKind::Text, "Annie", "Elsie"),
            (SearchKind::Entity, "Anna Holm", "Elsa Berg")
        ]
    );
    let choice = PlaceChoice::default();
    let changes = find(parts, &renaming)
        .and_then(|found| found.changes(&choice))
        .expect("two changes");
    assert_eq!((changes.places, changes.parts.len()), (2, 2));
    let nobody = EntityId(Uuid::from_u128(99));
    let missing = NameSearch::new(&ANNA.parts(""), nobody, &new).err();
    assert_eq!(missing, Some(Refusal::NotFound("entity")));
}
