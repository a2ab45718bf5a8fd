//! What the check found, and what the author does not want to see again.

use super::{chapter_view::ChapterView, passage_link::QuoteLink};
use crate::{
    api::findings::{dismiss_finding, restore_finding},
    browser,
    components::{Button, ErrorMessage, TextLanguage, show},
    formatting,
    live::{Aspect, Studio, SubmitAction, memo},
    pages::undo,
};
use domain::{Dismissal, Finding, Severity, dismissal::is_dismissed};
use leptos::prelude::*;

/// The heading takes the focus when a finding leaves: the button that had it is gone.
const HEADING: &str = "found";

/// What was found in the chapter's text and is not dismissed.
pub(super) fn open_findings(view: ChapterView) -> Memo<Vec<Finding>> {
    memo(move || {
        view.details.with(|details| {
            let found = details.revision.iter().flat_map(|text| &text.findings);
            found
                .filter(|finding| !is_dismissed(finding, &details.dismissed))
                .cloned()
                .collect()
        })
    })
}

/// What was dismissed in the chapter.
pub(super) fn dismissed(view: ChapterView) -> Memo<Vec<Dismissal>> {
    memo(move || view.details.with(|details| details.dismissed.clone()))
}

/// The list; nothing where nothing was ever found.
#[component]
pub(super) fn Findings(
    view: ChapterView,
    open_findings: Memo<Vec<Finding>>,
    dismissed: Memo<Vec<Dismissal>>,
) -> AnyView {
    let studio = Studio::get();
    let (story, chapter) = (view.story, view.chapter);
    let changing = SubmitAction::new();
    let disabled = changing.pending();
    let said = RwSignal::new("");
    let change = move |finding: Dismissal, gone: bool| {
        changing.run(async move {
            if gone {
                dismiss_finding(story, chapter.into(), finding.clone()).await?;
                let text = format!("Finding dismissed: {}.", finding.kind);
                studio.show_undoable(text, undo::dismissal(studio, story, chapter, finding));
            } else {
                restore_finding(story, chapter.into(), finding).await?;
            }
            said.try_set(if gone { "Dismissed." } else { "Shown again." });
            browser::focus(HEADING);
            studio.touch(story, Aspect::Chapters);
            studio.touch(story, Aspect::Story);
            Ok(())
        });
    };
    let card = move |finding: Finding| {
        let dismissal = Dismissal::of(&finding);
        let class = match finding.severity {
            Severity::Minor => "card finding minor",
            Severity::Major => "card finding",
        };
        view! {
            <div class=class>
                {finding_view(view, &dismissal)}
                <Button
                    kind="quiet bare"
                    name=format!("Dismiss: {}", finding.kind)
                    disabled
                    on_press=move || change(dismissal.clone(), true)
                >
                    "Dismiss"
                </Button>
            </div>
        }
        .into_any()
    };
    let gone = move |finding: Dismissal| {
        view! {
            <div class="card finding minor">
                {finding_view(view, &finding)}
                <Button
                    kind="quiet bare"
                    name=format!("Show again: {}", finding.kind)
                    disabled
                    on_press=move || change(finding.clone(), false)
                >
                    "Show again"
                </Button>
            </div>
        }
        .into_any()
    };
    let any = memo(move || !open_findings.with(Vec::is_empty) || !dismissed.with(Vec::is_empty));
    let count = memo(move || dismissed.with(Vec::len));
    // Apart from the number, so that the list of the dismissed stays open while it changes.
    let some = memo(move || count.get() > 0);
    view! {
        {show(move || {
            any.get()
                .then(|| {
                    view! {
                        <h2 id=HEADING tabindex="-1">
                            "Findings"
                        </h2>
                        {show(move || open_findings.get().into_iter().map(card).collect_view())}
                        {show(move || {
                            some.get()
                                .then(|| {
                                    view! {
                                        <details class="dismissed">
                                            <summary>
                                                {show(move || {
                                                    let n = formatting::count(count.get() as u64);
                                                    format!("{n} dismissed · show again")
                                                })}
                                            </summary>
                                            {show(move || {
                                                dismissed.get().into_iter().map(gone).collect_view()
                                            })}
                                        </details>
                                    }
                                })
                        })}
                    }
                })
        })}
        <ErrorMessage error=changing.error()/>
        <p class="unseen" role="status">
            {show(move || said.get())}
        </p>
    }
    .into_any()
}

/// The kind, the passage, what is wrong with it: as text. The passage appears as it is written, without further
/// quotation marks around those it may have.
fn finding_view(view: ChapterView, finding: &Dismissal) -> AnyView {
    let quote = (!finding.quote.is_empty()).then(|| {
        view! {
            <blockquote lang=TextLanguage::get() dir="auto">
                <QuoteLink view quote=finding.quote.clone()/>
            </blockquote>
        }
    });
    view! {
        <b>{finding.kind.clone()}</b>
        {quote}
        <p dir="auto">{finding.note.clone()}</p>
    }
    .into_any()
}
