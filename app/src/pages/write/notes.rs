//! What helps now: who is in this scene, what the check found, what happens; and what was sent for it.

use super::{
    chapter_view::{ChapterView, WriteContext},
    findings::{self, Findings},
};
use crate::{
    components::{TextLanguage, show},
    live::{Studio, memo, writing_run},
    pages::usage::{CallLogButton, CallLogDialog},
};
use domain::{CallFilter, Entity, World};
use leptos::prelude::*;

/// The most cards of entities: more than these are no help.
const CARDS: usize = 12;

/// The notes beside the page.
#[component]
pub(super) fn Notes(context: WriteContext, view: ChapterView) -> AnyView {
    let story = context.id;
    let live_draft = view.live_draft;
    // Looked up anew with each finished paragraph, not with each word.
    let present = memo(move || {
        let mut text = view.details.with(|details| {
            let beats = details.chapter.outline.join("\n");
            let text = details
                .revision
                .as_ref()
                .map_or("", |revision| revision.text.as_str());
            format!("{beats}\n{text}")
        });
        live_draft.paragraphs.with(|paragraphs| {
            for paragraph in paragraphs {
                text.push('\n');
                text.push_str(&paragraph.text);
            }
        });
        context.world.with(|world| entities_in(world, &text))
    });
    let (open_findings, dismissed) = (findings::open_findings(view), findings::dismissed(view));
    let summary = memo(move || view.details.with(|details| details.chapter.summary.clone()));
    let studio = Studio::get();
    let log_open = RwSignal::new(false);
    let call_count = memo(move || {
        studio.with_state(|state| writing_run(state, view.chapter).map_or(0, |run| run.spent.calls))
    });
    let nothing = move || {
        present.with(Vec::is_empty)
            && open_findings.with(Vec::is_empty)
            && dismissed.with(Vec::is_empty)
            && summary.with(String::is_empty)
    };
    view! {
        <aside id="notes" class="notes sheet" aria-label="Chapter notes" popover="auto">
            {show(move || {
                (!present.with(Vec::is_empty))
                    .then(|| {
                        view! {
                            <h2>"In this scene"</h2>
                            {present.get().into_iter().map(|entity| card(story, entity)).collect_view()}
                        }
                    })
            })}
            <Findings view open_findings dismissed/>
            {show(move || {
                (!summary.with(String::is_empty))
                    .then(|| {
                        view! {
                            <h2>"Summary"</h2>
                            <p class="muted" lang=TextLanguage::get() dir="auto">
                                {summary.get()}
                            </p>
                        }
                    })
            })}
            {show(move || {
                nothing()
                    .then(|| {
                        view! {
                            <p class="muted">
                                "Characters, findings and a summary will appear here."
                            </p>
                        }
                    })
            })}
            <p class="call-log-link">
                <CallLogButton open=log_open bare=true/>
            </p>
        </aside>
        // Beside the notes: a dialog inside a sheet would go with the sheet.
        <CallLogDialog of=CallFilter::Chapter(story, view.chapter.into()) open=log_open call_count/>
    }
    .into_any()
}

fn card(story: domain::StoryId, entity: Entity) -> AnyView {
    let about = [entity.role, entity.goal]
        .into_iter()
        .find(|text| !text.is_empty());
    let to = format!("/stories/{story}/world?show={}", entity.kind.as_str());
    view! {
        <a class="card" href=to>
            <b lang=TextLanguage::get() dir="auto">
                {entity.name}
            </b>
            <p lang=TextLanguage::get() dir="auto">
                {about.unwrap_or(entity.description)}
            </p>
        </a>
    }
    .into_any()
}

/// The entities a text names, in the order of their first appearance.
fn entities_in(world: &World, text: &str) -> Vec<Entity> {
    let mut found: Vec<(usize, &Entity)> = world
        .entities
        .iter()
        .filter_map(|entity| Some((first_mention(text, &entity.name)?, entity)))
        .collect();
    found.sort_by_key(|(at, _)| *at);
    found
        .into_iter()
        .take(CARDS)
        .map(|(_, entity)| entity.clone())
        .collect()
}

/// Where the text names it first: by the whole name, or by its first word where that is long enough
/// to be a name and not an article.
fn first_mention(text: &str, name: &str) -> Option<usize> {
    let first = name.split_whitespace().next()?;
    let by_first = (first.chars().count() > 3)
        .then(|| word_at(text, first))
        .flatten();
    by_first.or_else(|| word_at(text, name))
}

/// Where `as_str` stands in the text as a whole word.
fn word_at(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::first_mention;

    #[test]
    fn names_are_found_as_whole_words() {
        let text = "The ferry waited. Odran sat; Marasmus is no name. Mara came to the Low Quay.";
        assert_eq!(first_mention(text, "Odran"), text.find("Odran"));
        assert_eq!(first_mention(text, "Mara Tollan"), text.find("Mara came"));
        assert_eq!(first_mention(text, "Low Quay"), text.find("Low Quay"));
        assert_eq!(first_mention(text, "The Lord"), None);
        assert_eq!(first_mention(text, ""), None);
    }
}
