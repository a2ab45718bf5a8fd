//! Proposals: committed with their step, proposed once, decided and taken back whole.

use crate::setting::{MODEL, chapter, save, story};
use domain::{
    EntityKind, NewRun, ProposalChoice, ProposalContent, ProposalFilter, ProposalKind,
    ProposalState, ProposedEntity, ProposedRelation, Refusal, RunKind, StoryId,
};
use reading::FoundProposal;
use store::{Claimed, Error, ReadProposals, Store};

/// A run that reads a story of two chapters; only the first has a text.
async fn reading(store: &impl Store) -> (StoryId, Claimed) {
    let id = story(store, 2).await;
    save(store, id, 1, "Odran came to Mara.").await;
    (id, read(store, id).await)
}

async fn read(store: &impl Store, id: StoryId) -> Claimed {
    let new = NewRun::of(RunKind::Read);
    store.insert_run(id, new, MODEL, None).await.unwrap();
    store.claim().await.unwrap().unwrap()
}

fn found(content: ProposalContent) -> FoundProposal {
    FoundProposal {
        content,
        same_as: String::new(),
        quote: "Odran came to Mara.".to_owned(),
    }
}

fn person(name: &str) -> FoundProposal {
    found(ProposalContent::Entity(ProposedEntity {
        kind: EntityKind::Person,
        name: name.to_owned(),
        aliases: Vec::new(),
        role: "ferryman".to_owned(),
        description: String::new(),
        pronouns: String::new(),
    }))
}

fn tie(from: &str, to: &str) -> FoundProposal {
    found(ProposalContent::Relation(ProposedRelation {
        from: from.to_owned(),
        to: to.to_owned(),
        label: "brother of".to_owned(),
    }))
}

/// What the first chapter tells: somebody the author has, somebody new, their tie, and everything about the chapter.
fn told() -> Vec<FoundProposal> {
    vec![
        person("Mara"),
        person("Odran"),
        tie("Odran", "Mara"),
        tie("Odran", "Nobody"),
        found(ProposalContent::Fact("Odran is dead.".to_owned())),
        found(ProposalContent::Thread("Who called?".to_owned())),
        found(ProposalContent::Summary("Odran comes.".to_owned())),
        found(ProposalContent::Beats(vec!["Odran comes.".to_owned()])),
    ]
}

async fn commit(store: &impl Store, id: StoryId, claimed: &Claimed, found: Vec<FoundProposal>) {
    let first = chapter(store, id, 1).await;
    let read = ReadProposals {
        chapter: first.id,
        revision: first.revision.unwrap(),
        is_whole: true,
        found,
    };
    let step = claimed.run.steps[0].id;
    let committed = store.commit_proposals(claimed.lease, step, Some(read));
    committed.await.unwrap();
    let outcome = store::RunOutcome::Succeeded;
    store.finish_run(claimed.lease, outcome).await.unwrap();
}

fn all_of(kind: ProposalKind) -> ProposalChoice {
    ProposalChoice {
        kind: Some(kind),
        ..ProposalChoice::default()
    }
}

/// What the author has is not proposed; what was read once is not read again, and not proposed again.
pub async fn are_committed_once(store: &impl Store) {
    let (id, claimed) = reading(store).await;
    assert_eq!(claimed.run.steps.len(), 1, "only what has a text");
    commit(store, id, &claimed, told()).await;
    let all = store.all_proposals(id).await.unwrap();
    assert_eq!(all.len(), 7, "Mara is the author’s");
    assert!(all.iter().all(|one| one.places.len() == 1));
    assert!(all.iter().all(|one| one.state == ProposalState::Open));
    let beats = all.iter().find(|one| one.kind == ProposalKind::Beats);
    assert!(beats.unwrap().is_beside, "the chapter has beats");
    let state = store.reading_state(id).await.unwrap();
    assert_eq!((state.chapters, state.read, state.open()), (1, 1, 7));
    let again = store.insert_run(id, NewRun::of(RunKind::Read), MODEL, None);
    let refused = again.await.unwrap_err();
    assert_eq!(refused.to_string(), Refusal::AllRead.to_string());

    // Another text is another reading; what it tells again is one proposal still.
    save(store, id, 1, "Odran came to Mara again.").await;
    let claimed = read(store, id).await;
    commit(store, id, &claimed, told()).await;
    assert_eq!(store.all_proposals(id).await.unwrap().len(), 7);
    let filter = ProposalFilter {
        kind: Some(ProposalKind::Relation),
        ..ProposalFilter::default()
    };
    let first = store.proposals(id, filter, 1, None).await.unwrap();
    let next = first.next.unwrap().parse().unwrap();
    let second = store.proposals(id, filter, 1, Some(next)).await.unwrap();
    assert!(second.items.len() == 1 && second.next.is_none());
    assert_ne!(first.items, second.items);
}

/// A worker that lost its lease proposes nothing.
pub async fn need_the_lease(store: &impl Store) {
    let (id, mut claimed) = reading(store).await;
    claimed.lease.fence += 1;
    let step = claimed.run.steps[0].id;
    let lost = store.commit_proposals(claimed.lease, step, None).await;
    assert!(matches!(lost, Err(Error::LeaseLost)));
    assert_eq!(store.all_proposals(id).await.unwrap(), []);
}

/// Accepting makes what was proposed, and taking it back leaves everything as it was. What can't be made is said.
pub async fn are_accepted_and_taken_back(store: &impl Store) {
    let (id, claimed) = reading(store).await;
    commit(store, id, &claimed, told()).await;
    let (world, before) = (store.world(id).await.unwrap(), chapter(store, id, 1).await);
    let ties = all_of(ProposalKind::Relation);
    let early = store.accept_proposals(id, &ties).await.unwrap();
    assert_eq!(
        (early.changed.len(), early.left.len()),
        (0, 2),
        "no Odran yet"
    );
    let choice = ProposalChoice {
        chapter: Some(1.into()),
        ..ProposalChoice::default()
    };
    let outcome = store.accept_proposals(id, &choice).await.unwrap();
    assert_eq!((outcome.changed.len(), outcome.left.len()), (6, 1));
    assert!(outcome.left[0].reason.contains("“Nobody”"));
    assert_eq!(outcome.only_in_history, 1);
    let now = store.world(id).await.unwrap();
    assert_eq!(
        (now.entities.len(), now.relations.len(), now.facts.len()),
        (2, 1, 1)
    );
    assert_eq!(now.facts[0].chapter, Some(1));
    let told = chapter(store, id, 1).await;
    assert_eq!(told.summary, "Odran comes.");
    assert_eq!(told.outline, before.outline, "the author’s beats stay");
    let snapshot = store.story_snapshot(id).await.unwrap();
    assert_eq!(snapshot.threads[0], ["Who called?"]);
    assert_eq!(snapshot.accepted_threads, ["Who called?"]);

    let these = ProposalChoice {
        ids: outcome.changed,
        ..ProposalChoice::default()
    };
    let twice = store.accept_proposals(id, &these).await.unwrap();
    assert_eq!((twice.changed.len(), twice.left.len()), (0, 6));
    let back = store.reopen_proposals(id, &these).await.unwrap();
    assert_eq!((back.changed.len(), back.left.len()), (6, 0));
    assert_eq!(store.world(id).await.unwrap(), world);
    let after = chapter(store, id, 1).await;
    assert_eq!(
        (after.summary, after.outline),
        (before.summary, before.outline)
    );
    assert_eq!(store.reading_state(id).await.unwrap().open(), 7);
}

/// What a person changed since stays when a decision is taken back.
pub async fn leave_what_a_person_changed(store: &impl Store) {
    let (id, claimed) = reading(store).await;
    commit(store, id, &claimed, told()).await;
    let people = all_of(ProposalKind::Person);
    let accepted = store.accept_proposals(id, &people).await.unwrap().changed;
    let odran = store.world(id).await.unwrap().entities.remove(1);
    let changed = domain::WorldPart::Entity(domain::Entity {
        role: "my own word".to_owned(),
        ..odran
    });
    store.put_part(id, changed, None).await.unwrap();
    let these = ProposalChoice {
        ids: accepted,
        ..ProposalChoice::default()
    };
    let back = store.reopen_proposals(id, &these).await.unwrap();
    assert_eq!((back.changed.len(), back.left.len()), (0, 1));
    let odran = store.world(id).await.unwrap().entities.remove(1);
    assert_eq!(odran.role, "my own word");
}

/// A proposal fills in an entry of the author only where the author says so, and only what is empty.
pub async fn fill_in_an_entry_on_request(store: &impl Store) {
    let (id, claimed) = reading(store).await;
    commit(store, id, &claimed, vec![person("Mara Quinn")]).await;
    let mara = store.world(id).await.unwrap().entities.remove(0);
    let proposal = store.all_proposals(id).await.unwrap().remove(0);
    let choice = ProposalChoice {
        ids: vec![proposal.id],
        into: Some(mara.id),
        ..ProposalChoice::default()
    };
    store.accept_proposals(id, &choice).await.unwrap();
    let now = store.world(id).await.unwrap().entities;
    assert_eq!(now.len(), 1);
    assert_eq!((&*now[0].name, &*now[0].role), ("Mara", "ferryman"));
    assert_eq!(now[0].description, "(Mara Quinn)");
    let these = ProposalChoice {
        into: None,
        ..choice
    };
    store.reopen_proposals(id, &these).await.unwrap();
    assert_eq!(store.world(id).await.unwrap().entities, [mara]);
}

/// They go to the trash with their chapter and their story, come back with them, and a copy has them, too.
pub async fn follow_their_story(store: &impl Store) {
    let (id, claimed) = reading(store).await;
    commit(store, id, &claimed, told()).await;
    let first = chapter(store, id, 1).await;
    let entry = store.delete_chapter(id, 1.into(), first.version);
    let entry = entry.await.unwrap();
    let left = store.all_proposals(id).await.unwrap();
    assert_eq!(left.len(), 3, "a person and two ties belong to no chapter");
    assert!(left.iter().all(|one| one.places.is_empty()));
    store.restore_trashed(entry).await.unwrap();
    let all = store.all_proposals(id).await.unwrap();
    assert_eq!(all.len(), 7);
    assert!(all.iter().all(|one| one.places.len() == 1));
    let copy = store.duplicate_story(id).await.unwrap().id;
    let copied = store.all_proposals(copy).await.unwrap();
    let contents = |all: &[domain::Proposal]| {
        let contents = all.iter().map(|one| one.content.clone());
        contents.collect::<Vec<_>>()
    };
    assert_eq!(contents(&copied), contents(&all));
    assert_eq!(store.reading_state(copy).await.unwrap().read, 1);
    let version = store.story(id).await.unwrap().version;
    let entry = store.delete_story(id, version).await.unwrap();
    store.restore_trashed(entry).await.unwrap();
    assert_eq!(store.all_proposals(id).await.unwrap().len(), 7);
}
