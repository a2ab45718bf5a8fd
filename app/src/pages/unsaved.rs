//! What was typed in this browser and not saved, and what was discarded lately: to read, to copy, to go on with.

use crate::{
    browser,
    components::{Button, Main, PageTitle, draft::is_hidden, show},
    live::draft_storage::{self, DraftEntry, FieldValues},
    pages::new_story::interview_lines,
};
use leptos::{html, prelude::*};

/// `/unsaved`
#[component]
pub fn UnsavedPage() -> AnyView {
    let lists = RwSignal::new(None::<(Vec<DraftEntry>, Vec<DraftEntry>)>);
    let read = move || lists.set(Some((draft_storage::all(), draft_storage::discarded())));
    Effect::new(move |_| read());
    let unsaved = move |found: DraftEntry| {
        let draft = found.clone();
        let discard = move || {
            draft_storage::discard(&draft);
            read();
        };
        let link = found.draft.about.link.clone();
        let actions = view! {
            {(!link.is_empty())
                .then(|| {
                    view! {
                        <a class="button" href=link>
                            "Open"
                        </a>
                    }
                })}
            <Button kind="quiet" on_press=discard>
                "Discard"
            </Button>
        };
        entry(&found, actions.into_any())
    };
    let discarded = move |found: DraftEntry| {
        let draft = found.clone();
        let undo = move || {
            draft_storage::restore_discarded(&draft);
            read();
        };
        let actions = view! {
            <Button kind="quiet" on_press=undo>
                "Undo discard"
            </Button>
        };
        entry(&found, actions.into_any())
    };
    let unsaved = move || {
        let (all, _) = lists.get()?;
        Some(match all.is_empty() {
            true => view! { <p class="muted">"Everything you typed in this browser is saved."</p> }
                .into_any(),
            false => view! {
                <section>
                    <h2 class="unseen">"Not saved"</h2>
                    <ul class="unsaved">{all.into_iter().map(unsaved).collect_view()}</ul>
                </section>
            }
            .into_any(),
        })
    };
    let discarded = move || {
        let (_, all) = lists.get()?;
        (!all.is_empty()).then(|| {
            view! {
                <section>
                    <h2>"Discarded in the last 7 days"</h2>
                    <ul class="unsaved">{all.into_iter().map(discarded).collect_view()}</ul>
                </section>
            }
        })
    };
    view! {
        <PageTitle text="Unsaved texts · Fablewright"/>
        <Main>
            <header class="head">
                <h1 id="title">"Unsaved texts"</h1>
            </header>
            <p class="muted">
                "What you typed in this browser and have not saved. It stays here until you save or discard it, \
                 even if its story was deleted."
            </p>
            {show(unsaved)}
            {show(discarded)}
        </Main>
    }
    .into_any()
}

/// One text: what it is about, when it was typed, what it says.
fn entry(found: &DraftEntry, actions: AnyView) -> AnyView {
    let node = NodeRef::<html::Textarea>::new();
    let copied = RwSignal::new(false);
    let draft = &found.draft;
    let what = match draft.about.what.is_empty() {
        true => "Text of a chapter".to_owned(),
        false => draft.about.what.clone(),
    };
    let text = text_of(&draft.fields);
    let name = format!("Text: {what}");
    let copy = move || {
        let area = node.get_untracked();
        copied.set(area.is_some_and(|area| browser::copy_all(&area)));
    };
    view! {
        <li>
            <h3>{what}</h3>
            <p class="muted">{browser::time_of_day(draft.at)}</p>
            <textarea node_ref=node readonly rows="5" aria-label=name prop:value=text></textarea>
            <div class="row">
                {actions}
                <Button kind="quiet" on_press=copy>
                    "Copy text"
                </Button>
                <span role="status" class="muted">
                    {show(move || copied.get().then_some("Copied."))}
                </span>
            </div>
        </li>
    }
    .into_any()
}

/// Everything a person typed in these fields, to read and to copy: where there is one alone, without its name.
fn text_of(fields: &FieldValues) -> String {
    let typed: Vec<&(String, String)> = fields
        .iter()
        .filter(|(name, value)| !is_hidden(name) && !value.trim().is_empty())
        .collect();
    let interview = interview_lines(fields);
    match typed.as_slice() {
        [(_, text)] if interview.is_empty() => text.clone(),
        some => {
            let lines = some.iter().map(|(name, value)| format!("{name}: {value}"));
            lines.chain(interview).collect::<Vec<_>>().join("\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_field_stands_alone_and_what_was_said_in_a_talk_is_shown() {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut fields = vec![
            field("Premise", "A drowned bell rings."),
            field("Title", " "),
            field("_template", "ghost-story"),
        ];
        assert_eq!(text_of(&fields), "A drowned bell rings.");
        let talk = r#"{"idea":"a bell","own":["a bell"],"worked_out":"A drowned bell rings.",
            "answers":[{"question":"Whose?","answer":"Odran’s"}]}"#;
        fields.push(field("_talk", talk));
        fields[1] = field("Title", "The Bell");
        assert_eq!(
            text_of(&fields),
            "Premise: A drowned bell rings.\nTitle: The Bell\nYour idea: a bell\nWhose? Odran’s"
        );
    }
}
