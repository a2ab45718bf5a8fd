//! Search: what was just written is found, what was deleted is not.

use crate::setting::{chapter, commit, drafting, save, story, write};
use domain::{ChapterPatch, Fact, FactId, Rule, RuleId, SearchHit, SearchKind, StoryId, WorldPart};
use store::{ChapterCommit, Store, ids};
use text::find::Phrase;

/// All results, in pages of two.
async fn search(store: &impl Store, of: Option<StoryId>, typed: &str) -> Vec<SearchHit> {
    let phrase = Phrase::new(typed).unwrap();
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = store.search(of, &phrase, 2, after).await.unwrap();
        assert!(page.items.len() <= 2);
        all.extend(page.items);
        let Some(next) = page.next else { return all };
        let next = next.parse().unwrap();
        assert!(after < Some(next), "each page is after the one before");
        after = Some(next);
    }
}

async fn kinds(store: &impl Store, of: StoryId, typed: &str) -> Vec<SearchKind> {
    let found = search(store, Some(of), typed).await;
    found.iter().map(|hit| hit.kind).collect()
}

/// Every change is found at once, also by one or two characters.
pub async fn finds_what_was_just_written(store: &impl Store) {
    let id = story(store, 2).await;
    save(
        store,
        id,
        2,
        "The ferry left.\n\nNobody saw the FERRY again.",
    )
    .await;
    let found = search(store, Some(id), "  the   ferry ").await;
    assert_eq!(found.len(), 1);
    let (hit, saved) = (&found[0], chapter(store, id, 2).await);
    assert_eq!((hit.kind, hit.chapter), (SearchKind::Text, Some(2)));
    assert_eq!((hit.subject, hit.story), (saved.id.0, id));
    assert_eq!((hit.matches, hit.offset), (2, 0));
    assert_eq!(hit.story_title, "The Lighthouse");
    assert_eq!(hit.snippet.found, "The ferry");
    save(store, id, 2, "夜の海は静かだった。").await;
    assert_eq!(kinds(store, id, "ferry").await, []);
    for typed in ["海", "静か", "海は静か"] {
        assert_eq!(kinds(store, id, typed).await, [SearchKind::Text], "{typed}");
    }
    let patch = ChapterPatch {
        title: Some("Crossing".to_owned()),
        outline: Some(vec!["A café burns.".to_owned()]),
        ..ChapterPatch::default()
    };
    let version = chapter(store, id, 1).await.version;
    let changed = store.update_chapter(id, 1.into(), patch, version);
    changed.await.unwrap();
    assert_eq!(kinds(store, id, "crossing").await, [SearchKind::Outline]);
    assert_eq!(kinds(store, id, "CAFE").await, [SearchKind::Outline]);
    assert_eq!(kinds(store, id, "it rains").await, [SearchKind::Outline]);
    assert_eq!(kinds(store, id, "mara").await, [SearchKind::Entity]);
    assert_eq!(kinds(store, id, "dead brother").await, [SearchKind::Story]);
    let version = store.story(id).await.unwrap().version;
    let title = Some("Salt & “Smoke”".to_owned());
    let changed = store.update_story(id, title, None, None, version);
    changed.await.unwrap();
    let found = search(store, None, "& \"smoke\"").await;
    assert_eq!(found[0].story_title, "Salt & “Smoke”");
    assert_eq!(found[0].snippet.before, "Salt ");
    for nothing in ["lighthouse keeper AND radio", "*", "ferry OR", "100%", "_"] {
        assert_eq!(kinds(store, id, nothing).await, [], "{nothing}");
    }
}

/// What a run says of a chapter is found as long as it says so.
pub async fn finds_what_a_run_sums_up(store: &impl Store) {
    let (id, lease, step) = drafting(store).await;
    write(store, lease, step, 0, "The sea rose.").await;
    let new = ChapterCommit {
        summary: "A comet.".to_owned(),
        threads: vec!["Whose comet?".to_owned()],
        ..commit("The sea rose.")
    };
    store.commit_chapter(lease, step, new).await.unwrap();
    let found = search(store, Some(id), "comet").await;
    let found: Vec<_> = found
        .iter()
        .map(|hit| (hit.kind, hit.chapter, hit.matches))
        .collect();
    assert_eq!(found, [(SearchKind::Summary, Some(1), 2)]);
    let version = chapter(store, id, 1).await.version;
    let gone = store.delete_chapter(id, 1.into(), version).await.unwrap();
    assert_eq!(kinds(store, id, "comet").await, []);
    store.restore_trashed(gone).await.unwrap();
    assert_eq!(kinds(store, id, "comet").await, [SearchKind::Summary]);
}

/// What is in the trash is not found, and found again when it comes back.
pub async fn passes_over_what_was_deleted(store: &impl Store) {
    let id = story(store, 2).await;
    save(store, id, 1, "A comet fell.").await;
    save(store, id, 2, "The comet rose.").await;
    let rule = Rule {
        id: RuleId(ids::new_id()),
        text: "No comet returns.".to_owned(),
    };
    let rule = store.put_part(id, WorldPart::Rule(rule), None).await;
    let all = [SearchKind::Text, SearchKind::Text, SearchKind::Rule];
    assert_eq!(kinds(store, id, "comet").await, all);
    let version = chapter(store, id, 1).await.version;
    let gone = store.delete_chapter(id, 1.into(), version).await.unwrap();
    let found = search(store, Some(id), "comet").await;
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].chapter, Some(1), "the later chapter moved up");
    store.restore_trashed(gone).await.unwrap();
    assert_eq!(kinds(store, id, "comet").await, all);
    let (part, version) = rule.unwrap();
    store.delete_part(id, part.id(), version).await.unwrap();
    assert_eq!(kinds(store, id, "comet").await, all[..2]);
    let version = store.story(id).await.unwrap().version;
    let gone = store.delete_story(id, version).await.unwrap();
    assert_eq!(search(store, None, "comet").await, []);
    store.restore_trashed(gone).await.unwrap();
    assert_eq!(kinds(store, id, "comet").await, all[..2]);
    let earlier = store.revisions(id, 1.into()).await.unwrap()[0].id;
    save(store, id, 1, "A meteor fell.").await;
    assert_eq!(kinds(store, id, "comet").await.len(), 1);
    let version = chapter(store, id, 1).await.version;
    let restored = store.restore(id, 1.into(), earlier, version);
    restored.await.unwrap();
    assert_eq!(kinds(store, id, "comet").await.len(), 2);
}

/// One story or all of them, in a stable order and without gaps.
pub async fn is_ordered_and_paged(store: &impl Store) {
    let (first, second) = (story(store, 3).await, story(store, 1).await);
    for number in [3, 1, 2] {
        save(store, first, number, "A lantern swung.").await;
    }
    save(store, second, 1, "Another lantern.").await;
    let fact = |story| {
        let fact = Fact {
            id: FactId(ids::new_id()),
            text: "The lantern is green.".to_owned(),
            chapter: Some(1),
        };
        store.put_part(story, WorldPart::Fact(fact), None)
    };
    fact(first).await.unwrap();
    for typed in ["lantern", "la"] {
        let found = search(store, Some(first), typed).await;
        let found: Vec<_> = found
            .iter()
            .filter(|hit| hit.snippet.found == typed && hit.snippet.after.starts_with(['n', ' ']))
            .map(|hit| (hit.kind, hit.chapter))
            .collect();
        let text = |number| (SearchKind::Text, Some(number));
        let expected = [text(1), text(2), text(3), (SearchKind::Fact, Some(1))];
        assert_eq!(found, expected, "{typed}");
    }
    let found = search(store, None, "lantern").await;
    let stories: Vec<_> = found.iter().map(|hit| hit.story).collect();
    assert_eq!(stories, [first, first, first, first, second]);
    let nowhere = StoryId(ids::new_id());
    let phrase = Phrase::new("lantern").unwrap();
    let refused = store.search(Some(nowhere), &phrase, 2, None).await;
    assert_eq!(refused.unwrap_err().code(), "not_found");
}
