//! What the check found, and what the author does not want to see again.

use super::{chapter_view::ChapterView, passage_link::QuoteLink};
use crate::{
    api::findings::{dismiss_finding, restore_finding},
    browser,
    components::{Button, ErrorMessage, TextLanguage, show},
    formatting,
    live::{Aspect, SubmitAction, memo},
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

/// Dismisses findings and shows them again. Copies share everything.
#[derive(Clone, Copy)]
struct FindingActions {
    view: ChapterView,
    changing: SubmitAction,
    /// What a screen reader is told.
    announced: RwSignal<&'static str>,
}

impl FindingActions {
    fn dismiss(self, finding: Dismissal) {
        let ChapterView {
            studio,
            story,
            chapter,
            ..
        } = self.view;
        self.changing.run(async move {
            dismiss_finding(story, chapter.into(), finding.clone()).await?;
            let text = format!("Finding dismissed: {}.", finding.kind);
            studio.show_undoable(text, undo::dismissal(studio, story, chapter, finding));
            self.announce("Dismissed.");
            Ok(())
        });
    }

    fn show_again(self, finding: Dismissal) {
        let ChapterView { story, chapter, .. } = self.view;
        self.changing.run(async move {
            restore_finding(story, chapter.into(), finding).await?;
            self.announce("Shown again.");
            Ok(())
        });
    }

    /// Says what was done, moves the focus, and reads the chapter and the story again.
    fn announce(self, text: &'static str) {
        let ChapterView { studio, story, .. } = self.view;
        self.announced.try_set(text);
        browser::focus(HEADING);
        studio.touch(story, Aspect::Chapters);
        studio.touch(story, Aspect::Story);
    }
}

/// The list; empty if nothing was found.
#[component]
pub(super) fn Findings(
    view: ChapterView,
    open_findings: Memo<Vec<Finding>>,
    dismissed: Memo<Vec<Dismissal>>,
) -> AnyView {
    let actions = FindingActions {
        view,
        changing: SubmitAction::new(),
        announced: RwSignal::new(""),
    };
    let card = move |finding| open_finding(actions, &finding);
    let any = memo(move || !open_findings.with(Vec::is_empty) || !dismissed.with(Vec::is_empty));
    view! {
        {show(move || {
            any.get()
                .then(|| {
                    view! {
                        <h2 id=HEADING tabindex="-1">
                            "Findings"
                        </h2>
                        {show(move || open_findings.get().into_iter().map(card).collect_view())}
                        <DismissedFindings actions dismissed/>
                    }
                })
        })}
        <ErrorMessage error=actions.changing.error()/>
        <p class="unseen" role="status">
            {show(move || actions.announced.get())}
        </p>
    }
    .into_any()
}

/// The dismissed findings, folded.
#[component]
fn DismissedFindings(actions: FindingActions, dismissed: Memo<Vec<Dismissal>>) -> AnyView {
    let count = memo(move || dismissed.with(Vec::len));
    // Apart from the number, so that the unfolded list stays open while the number changes.
    let some = memo(move || count.get() > 0);
    let card = move |finding| dismissed_finding(actions, finding);
    show(move || {
        some.get().then(|| {
            view! {
                <details class="dismissed">
                    <summary>
                        {show(move || {
                            let n = formatting::count(count.get() as u64);
                            format!("{n} dismissed · show again")
                        })}
                    </summary>
                    {show(move || dismissed.get().into_iter().map(card).collect_view())}
                </details>
            }
        })
    })
}

fn open_finding(actions: FindingActions, finding: &Finding) -> AnyView {
    let dismissal = Dismissal::of(finding);
    let class = match finding.severity {
        Severity::Minor => "card finding minor",
        Severity::Major => "card finding",
    };
    view! {
        <div class=class>
            {finding_view(actions.view, &dismissal)}
            <Button
                kind="quiet bare"
                name=format!("Dismiss: {}", finding.kind)
                disabled=actions.changing.pending()
                on_press=move || actions.dismiss(dismissal.clone())
            >
                "Dismiss"
            </Button>
        </div>
    }
    .into_any()
}

fn dismissed_finding(actions: FindingActions, finding: Dismissal) -> AnyView {
    view! {
        <div class="card finding minor">
            {finding_view(actions.view, &finding)}
            <Button
                kind="quiet bare"
                name=format!("Show again: {}", finding.kind)
                disabled=actions.changing.pending()
                on_press=move || actions.show_again(finding.clone())
            >
                "Show again"
            </Button>
        </div>
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
