//! The undo of a deletion or a dismissal, and the notice about it.

use crate::{
    api::{findings::restore_finding, history::restore_trashed},
    live::{Aspect, PageNotice, Studio, Undo},
};
use domain::{ChapterId, Dismissal, NoticeLevel, Restored, StoryId, TrashId, TrashKind};

/// Brings something back from the trash.
pub fn deletion(studio: Studio, entry: TrashId) -> Undo {
    Undo::new(move || async move {
        show_restored(studio, restore_trashed(entry).await?);
        Ok(())
    })
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
