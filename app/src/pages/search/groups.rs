//! What was found, by story, and in it by chapter or part of the world; and where each hit leads.

use crate::pages::{
    entry_address::{brief_address, entry_address},
    write::hit_address,
};
use domain::{SearchHit, SearchKind, StoryId};
use std::hash::{Hash, Hasher};

/// The hits of one story.
pub(super) struct StoryGroup {
    pub story: StoryId,
    pub title: String,
    pub groups: Vec<HitGroup>,
}

/// Hits below one heading.
pub(super) struct HitGroup {
    pub heading: String,
    pub hits: Vec<SearchHit>,
}

impl Hash for StoryGroup {
    fn hash<H: Hasher>(&self, to: &mut H) {
        self.story.hash(to);
        for group in &self.groups {
            group.heading.hash(to);
            for hit in &group.hits {
                (hit.kind, hit.subject, hit.matches, &hit.heading).hash(to);
                (&hit.snippet.before, &hit.snippet.found, &hit.snippet.after).hash(to);
            }
        }
    }
}

/// Puts hits, which come in the order of stories and their parts, below headings.
pub(super) fn grouped(hits: impl IntoIterator<Item = SearchHit>) -> Vec<StoryGroup> {
    let mut stories: Vec<StoryGroup> = Vec::new();
    for hit in hits {
        if stories.last().is_none_or(|last| last.story != hit.story) {
            stories.push(StoryGroup {
                story: hit.story,
                title: hit.story_title.clone(),
                groups: Vec::new(),
            });
        }
        let Some(story) = stories.last_mut() else {
            continue;
        };
        let heading = heading(&hit);
        match story
            .groups
            .last_mut()
            .filter(|last| last.heading == heading)
        {
            Some(last) => last.hits.push(hit),
            None => story.groups.push(HitGroup {
                heading,
                hits: vec![hit],
            }),
        }
    }
    stories
}

fn heading(hit: &SearchHit) -> String {
    match (hit.kind, hit.chapter) {
        (SearchKind::Story, _) => "Brief".to_owned(),
        (SearchKind::Entity, _) => "People, places and things".to_owned(),
        (SearchKind::Relation, _) => "Relations".to_owned(),
        (SearchKind::Rule, _) => "Rules".to_owned(),
        (SearchKind::Fact, _) => "Facts".to_owned(),
        (_, Some(number)) if hit.heading.is_empty() => format!("Chapter {number}"),
        (_, Some(number)) => format!("Chapter {number} · {}", hit.heading),
        (_, None) => hit.heading.clone(),
    }
}

/// What a hit is in, below its heading.
pub(super) fn label(hit: &SearchHit) -> String {
    match hit.kind {
        SearchKind::Story => "Title and brief".to_owned(),
        SearchKind::Outline => "Title and beats".to_owned(),
        SearchKind::Text => "Text".to_owned(),
        SearchKind::Summary => "Summary".to_owned(),
        SearchKind::Entity => hit.heading.clone(),
        SearchKind::Relation => "Relation".to_owned(),
        SearchKind::Rule => "Rule".to_owned(),
        SearchKind::Fact => match hit.chapter {
            Some(number) => format!("From chapter {number}"),
            None => "Fact".to_owned(),
        },
    }
}

/// Where a hit leads.
pub(super) fn address(hit: &SearchHit, phrase: &str) -> String {
    let story = hit.story;
    match (hit.kind, hit.chapter) {
        (SearchKind::Text, Some(number)) => hit_address(story, number, &hit.snippet.found, phrase),
        (SearchKind::Story, _) => brief_address(story),
        // What a summary says is in the notes beside the chapter.
        (SearchKind::Summary, Some(number)) => format!("/stories/{story}/write/{number}"),
        (SearchKind::Outline | SearchKind::Text | SearchKind::Summary, _) => {
            entry_address(story, "outline", hit.subject)
        }
        _ => entry_address(story, "world", hit.subject),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Snippet;
    use uuid::Uuid;

    fn hit(story: u128, kind: SearchKind, chapter: Option<u32>) -> SearchHit {
        SearchHit {
            kind,
            story: StoryId(Uuid::from_u128(story)),
            story_title: format!("Story {story}"),
            subject: Uuid::from_u128(9),
            chapter,
            heading: String::new(),
            snippet: Snippet {
                found: "the lamp".to_owned(),
                ..Snippet::default()
            },
            offset: 0,
            matches: 1,
        }
    }

    #[test]
    fn hits_are_below_the_heading_of_their_chapter_or_kind() {
        let hits = [
            hit(1, SearchKind::Story, None),
            hit(1, SearchKind::Outline, Some(3)),
            hit(1, SearchKind::Text, Some(3)),
            hit(1, SearchKind::Text, Some(4)),
            hit(1, SearchKind::Rule, None),
            hit(2, SearchKind::Rule, None),
        ];
        let stories = grouped(hits);
        let shape: Vec<Vec<(&str, usize)>> = stories
            .iter()
            .map(|story| {
                let groups = story.groups.iter();
                groups
                    .map(|group| (group.heading.as_str(), group.hits.len()))
                    .collect()
            })
            .collect();
        let first = vec![
            ("Brief", 1),
            ("Chapter 3", 2),
            ("Chapter 4", 1),
            ("Rules", 1),
        ];
        assert_eq!(shape, [first, vec![("Rules", 1)]]);
    }

    #[test]
    fn each_hit_leads_to_its_place() {
        let to = |kind, chapter| address(&hit(1, kind, chapter), "LAMP");
        let text = to(SearchKind::Text, Some(3));
        assert!(
            text.contains("/write/3?passage=the%20lamp&q=LAMP"),
            "{text}"
        );
        assert!(to(SearchKind::Outline, Some(3)).contains("/outline?entry=0000"));
        assert!(to(SearchKind::Entity, None).contains("/world?entry=0000"));
        assert!(to(SearchKind::Fact, Some(2)).contains("/world?entry=0000"));
        assert!(to(SearchKind::Story, None).ends_with("?entry=brief"));
    }
}
