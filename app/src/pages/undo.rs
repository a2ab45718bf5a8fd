//! The undo of a deletion or a dismissal, and the notice about it.

use crate::{
    api::{findings::restore_finding, history::restore_trashed, replace::undo_replacement},
    components::part_name,
    formatting,
    live::{Aspect, PageNotice, Studio, Undo},
};
use domain::{
    ChapterId, Dismissal, NoticeLevel, ReplacedPart, ReplacementId, Restored, StoryId, TrashId,
    TrashKind, UndoneReplacement,
};

/// Brings something back from the trash.
pub fn deletion(studio: Studio, entry: TrashId) -> Undo {
    Undo::new(move || async move {
        show_restored(studio, restore_trashed(entry).await?);
        Ok(())
    })
}

/// Takes a replacement back, also somebody's new name.
pub fn replacement(studio: Studio, story: StoryId, id: ReplacementId) -> Undo {
    Undo::new(move || async move {
        let undone = undo_replacement(story, id).await?;
        for aspect in [Aspect::Story, Aspect::Chapters, Aspect::World] {
            studio.touch(story, aspect);
        }
        studio.show_message(NoticeLevel::Info, &undone_sentence(&undone));
        Ok(())
    })
}

/// What the undo of a replacement did, and what it left as it is.
pub fn undone_sentence(undone: &UndoneReplacement) -> String {
    let names = |parts: &[ReplacedPart]| {
        const MOST: usize = 5;
        let named = parts.iter().take(MOST);
        let named = named.map(|part| part_name(part.kind, part.chapter, &part.heading));
        let mut named: Vec<String> = named.collect();
        if parts.len() > MOST {
            named.push(format!(
                "{} more",
                formatting::count((parts.len() - MOST) as u64)
            ));
        }
        named.join(", ")
    };
    let mut said = vec![match undone.restored {
        0 => "Nothing was undone.".to_owned(),
        1 => "Undone: 1 part of the story is as it was before.".to_owned(),
        parts => format!(
            "Undone: {} parts of the story are as they were before.",
            formatting::count(parts.into())
        ),
    }];
    if !undone.kept.is_empty() {
        said.push(format!(
            "Changed since, so left as it is: {}.",
            names(&undone.kept)
        ));
    }
    if !undone.in_trash.is_empty() {
        let parts = names(&undone.in_trash);
        said.push(format!(
            "In the trash: {parts}. Restore it, then undo again."
        ));
    }
    if undone.gone > 0 {
        let parts = formatting::pluralize(undone.gone.into(), "part");
        said.push(format!("Deleted forever: {parts}."));
    }
    said.join(" ")
}

/// Shows a dismissed finding of a chapter again.
pub fn dismissal(studio: Studio, story: StoryId, chapter: ChapterId, finding: Dismissal) -> Undo {
    Undo::new(move || {
        let finding = finding.clone();
        async move {
            restore_finding(story, chapter.into(), finding).await?;
            studio.touch(story, Aspect::Chapters);
            studio.touch(story, Aspect::Story);
            Ok(())
        }
    })
}

/// Where something is that came back from the trash.
fn restored_link(what: &Restored) -> (String, &'static str) {
    let story = format!("/stories/{}", what.story);
    let to = match (what.kind, what.chapter) {
        (TrashKind::Story, _) => story,
        (TrashKind::Chapter, Some(number)) => format!("{story}/write/{number}"),
        (TrashKind::Chapter, None) => format!("{story}/outline"),
        (TrashKind::Entity, _) => format!("{story}/world"),
        (TrashKind::Relation, _) => format!("{story}/world?show=relations"),
        (TrashKind::Rule, _) => format!("{story}/world?show=rules"),
        (TrashKind::Fact, _) => format!("{story}/world?show=facts"),
    };
    (to, "Open")
}

/// Says what came back from the trash, and reads again what it belongs to.
pub fn show_restored(studio: Studio, restored: Restored) {
    for aspect in [Aspect::Story, Aspect::Chapters, Aspect::World] {
        studio.touch(restored.story, aspect);
    }
    let link = Some(restored_link(&restored));
    let Restored { title, note, .. } = restored;
    let note = note.map(|note| format!(" {note}")).unwrap_or_default();
    studio.show_notice(PageNotice {
        key: 0,
        level: NoticeLevel::Info,
        text: format!("“{title}” was restored.{note}"),
        link,
        undo: None,
    });
}
