//! A proposal in the author's words, and a proposal that is somebody known.

use super::decision::{Decision, DecisionAction, tell, these};
use crate::{
    api::proposals::{accept_edited, get_proposal},
    components::{
        Button, Dialog, DraftConflict, DraftStatus, ErrorMessage, TextArea, TextField,
        select::Select, show,
    },
    formatting,
    live::{
        LocalDraft, SubmitAction,
        draft_storage::{DraftSubject, FieldValues},
    },
};
use domain::{
    EntityId, EntityKind, Proposal, ProposalChoice, ProposalContent, ProposalKind, ProposalOutcome,
    ProposedEntity, ProposedRelation, World,
};
use leptos::prelude::*;

/// Reads the fields of a proposal back.
type ReadContent = Box<dyn Fn() -> ProposalContent + Send + Sync>;

/// The fields of a proposal.
struct ContentFields {
    view: AnyView,
    labelled: Vec<(&'static str, RwSignal<String>)>,
    read: ReadContent,
}

/// The dialog in which a proposal is edited, while there is one.
#[component]
pub(super) fn EditDialog(decider: DecisionAction, editing: RwSignal<Option<Proposal>>) -> AnyView {
    show(move || {
        editing.get().map(|proposal| {
            let open = closing(move || editing.set(None));
            let title = match proposal.kind {
                ProposalKind::Summary => "Edit summary".to_owned(),
                ProposalKind::Beats => "Edit beats".to_owned(),
                kind => format!("Edit {}", kind.as_str()),
            };
            view! {
                <Dialog open title>
                    {edit_form(decider, proposal, open)}
                </Dialog>
            }
        })
    })
}

/// An open dialog; `then` follows its end.
fn closing(then: impl Fn() + 'static) -> RwSignal<bool> {
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() {
            then();
        }
    });
    open
}

/// The form of a proposal, and what its button does. Copies share everything.
#[derive(Clone, Copy)]
struct ContentForm {
    decider: DecisionAction,
    proposal: StoredValue<Proposal>,
    open: RwSignal<bool>,
    draft: LocalDraft,
    read: StoredValue<ReadContent>,
    saving: SubmitAction,
}

impl ContentForm {
    /// Accepts what is typed.
    fn save(self) {
        let (content, sent) = (self.read.with_value(|read| read()), self.draft.fields());
        let (story, draft) = (self.decider.story, self.draft);
        let id = self.proposal.with_value(|proposal| proposal.id);
        self.saving.run(async move {
            loop {
                match accept_edited(story, id, content.clone(), draft.version()).await {
                    Err(error) if error.is_stale() => {
                        let now = get_proposal(story, id).await?;
                        if !draft.try_rebase(texts(&now.content), now.version) {
                            return Ok(());
                        }
                    }
                    answer => {
                        let accepted = answer?;
                        draft.mark_saved(sent, draft.version());
                        self.open.set(false);
                        let outcome = ProposalOutcome {
                            changed: vec![id],
                            ..ProposalOutcome::default()
                        };
                        let line = Some(accepted.content.line());
                        let studio = self.decider.studio;
                        tell(studio, story, Decision::Accept, outcome, line);
                        return Ok(());
                    }
                }
            }
        });
    }
}

fn edit_form(decider: DecisionAction, proposal: Proposal, open: RwSignal<bool>) -> AnyView {
    let ContentFields {
        view: fields,
        labelled,
        read,
    } = fields(&proposal.content);
    let about = DraftSubject {
        what: format!(
            "Proposal: {}",
            super::decision::shortened(&proposal.content.line())
        ),
        link: format!("/stories/{}/proposals", decider.story),
        story: Some(decider.story),
    };
    let name = format!("proposal-{}", proposal.id);
    let form = ContentForm {
        decider,
        draft: LocalDraft::new(&name, about, proposal.version, labelled),
        proposal: StoredValue::new(proposal),
        open,
        read: StoredValue::new(read),
        saving: SubmitAction::new(),
    };
    view! {
        <form class="stack" on:submit=|event| event.prevent_default()>
            <DraftStatus draft=form.draft/>
            {fields}
            <DraftConflict draft=form.draft on_keep=move || form.save()/>
            <ErrorMessage error=form.saving.error()/>
            <div class="row">
                <Button kind="primary" disabled=form.saving.pending() on_press=move || form.save()>
                    "Accept"
                </Button>
                <Button kind="quiet" on_press=move || form.open.set(false)>
                    "Cancel"
                </Button>
            </div>
        </form>
    }
    .into_any()
}

/// The texts of the fields.
fn texts(content: &ProposalContent) -> FieldValues {
    let own = |all: &[(&str, &str)]| -> FieldValues {
        all.iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    };
    match content {
        ProposalContent::Entity(entity) => own(&[
            ("Name", &entity.name),
            ("Kind", entity.kind.as_str()),
            ("Other names", &entity.aliases.join("\n")),
            ("Role", &entity.role),
            ("Pronouns", &entity.pronouns),
            ("Description", &entity.description),
        ]),
        ProposalContent::Relation(tie) => own(&[
            ("From", &tie.from),
            ("Relation", &tie.label),
            ("To", &tie.to),
        ]),
        ProposalContent::Fact(text) => own(&[("Fact", text)]),
        ProposalContent::Thread(text) => own(&[("Thread", text)]),
        ProposalContent::Summary(text) => own(&[("Summary", text)]),
        ProposalContent::Beats(beats) => own(&[("Beats", &beats.join("\n"))]),
    }
}

fn field(text: &str) -> RwSignal<String> {
    RwSignal::new(text.to_owned())
}

fn typed(field: RwSignal<String>) -> String {
    field.with_untracked(|text| text.trim().to_owned())
}

fn fields(content: &ProposalContent) -> ContentFields {
    match content {
        ProposalContent::Entity(entity) => entity_fields(entity),
        ProposalContent::Relation(tie) => {
            let (from, label, to) = (field(&tie.from), field(&tie.label), field(&tie.to));
            ContentFields {
                view: view! {
                    <TextField label="From" value=from/>
                    <TextField label="Relation" hint="Such as “sister of”." value=label/>
                    <TextField label="To" value=to/>
                }
                .into_any(),
                labelled: vec![("From", from), ("Relation", label), ("To", to)],
                read: Box::new(move || {
                    ProposalContent::Relation(ProposedRelation {
                        from: typed(from),
                        to: typed(to),
                        label: typed(label),
                    })
                }),
            }
        }
        ProposalContent::Fact(text) => one("Fact", text, 3, ProposalContent::Fact),
        ProposalContent::Thread(text) => one("Thread", text, 3, ProposalContent::Thread),
        ProposalContent::Summary(text) => one("Summary", text, 6, ProposalContent::Summary),
        ProposalContent::Beats(beats) => one("Beats", &beats.join("\n"), 8, |text| {
            ProposalContent::Beats(formatting::lines(&text))
        }),
    }
}

/// One field with a text.
fn one(
    label: &'static str,
    text: &str,
    rows: u32,
    read: impl Fn(String) -> ProposalContent + Send + Sync + 'static,
) -> ContentFields {
    let value = field(text);
    let hint = if label == "Beats" {
        "One per line."
    } else {
        ""
    };
    ContentFields {
        view: view! { <TextArea label hint value rows/> }.into_any(),
        labelled: vec![(label, value)],
        read: Box::new(move || read(typed(value))),
    }
}

fn entity_fields(entity: &ProposedEntity) -> ContentFields {
    let (name, role) = (field(&entity.name), field(&entity.role));
    let (description, pronouns) = (field(&entity.description), field(&entity.pronouns));
    let (kind, aliases) = (
        field(entity.kind.as_str()),
        field(&entity.aliases.join("\n")),
    );
    let kinds = EntityKind::ALL
        .map(|kind| (kind.as_str(), kind.as_str()))
        .to_vec();
    let old_kind = entity.kind;
    ContentFields {
        view: view! {
            <TextField label="Name" value=name/>
            <Select label="Kind" value=kind options=kinds/>
            <TextArea label="Other names" hint="One per line." value=aliases rows=2/>
            <TextField label="Role" hint="One line." value=role/>
            <TextField label="Pronouns" value=pronouns/>
            <TextArea label="Description" value=description/>
        }
        .into_any(),
        labelled: vec![
            ("Name", name),
            ("Kind", kind),
            ("Other names", aliases),
            ("Role", role),
            ("Pronouns", pronouns),
            ("Description", description),
        ],
        read: Box::new(move || {
            ProposalContent::Entity(ProposedEntity {
                kind: EntityKind::parse(&typed(kind)).unwrap_or(old_kind),
                name: typed(name),
                aliases: aliases.with_untracked(|text| formatting::lines(text)),
                role: typed(role),
                description: typed(description),
                pronouns: typed(pronouns),
            })
        }),
    }
}

/// The dialog in which a proposal is merged with an entry of the world.
#[component]
pub(super) fn MergeDialog(
    decider: DecisionAction,
    world: Memo<World>,
    merging: RwSignal<Option<Proposal>>,
) -> AnyView {
    show(move || {
        merging.get().map(|proposal| {
            let open = closing(move || merging.set(None));
            let title = format!("Merge {}", proposal.content.line());
            let entries: Vec<(String, String)> = world.with_untracked(|world| {
                let entries = world.entities.iter();
                entries
                    .map(|entity| (entity.id.to_string(), entity.name.clone()))
                    .collect()
            });
            let chosen = field(entries.first().map_or("", |(id, _)| id));
            let merge = move || {
                let Ok(into) = chosen.get_untracked().parse::<EntityId>() else {
                    return;
                };
                let choice = ProposalChoice {
                    into: Some(into),
                    ..these(vec![proposal.id])
                };
                decider.decide(Decision::Accept, choice, Some(proposal.content.line()));
                open.set(false);
            };
            view! {
                <Dialog open title>
                    <p>
                        "What you wrote stays. Only empty fields are filled in, and the other names are added to the \
                         description."
                    </p>
                    <Select label="Entry of the world" value=chosen options=entries/>
                    <div class="row">
                        <Button kind="primary" disabled=decider.action.pending() on_press=merge>
                            "Merge"
                        </Button>
                        <Button kind="quiet" on_press=move || open.set(false)>
                            "Cancel"
                        </Button>
                    </div>
                </Dialog>
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_say_what_the_content_says() {
        let page = Owner::new();
        page.set();
        let contents = [
            ProposalContent::Fact("It rains.".to_owned()),
            ProposalContent::Beats(vec!["She rows.".to_owned(), "It rains.".to_owned()]),
            ProposalContent::Relation(ProposedRelation {
                from: "Mara".to_owned(),
                to: "Odran".to_owned(),
                label: "sister of".to_owned(),
            }),
        ];
        for content in contents {
            let texts = texts(&content);
            assert!(texts.iter().all(|(_, text)| !text.is_empty()), "{texts:?}");
        }
    }
}
