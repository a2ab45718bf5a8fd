//! Changing a world by hand: one small dialog for whatever is added or changed.

use super::{
    field::{PartFields, ReadPart},
    fields::{fields, named, texts},
};
use crate::{
    api::{
        StudioError,
        world::{delete_part, get_part, put_part},
    },
    components::{Button, Dialog, DraftConflict, DraftStatus, ErrorMessage, show},
    live::{Aspect, LocalDraft, Studio, SubmitAction, draft_storage::DraftSubject, memo},
    pages::undo,
};
use domain::{
    Entity, EntityId, EntityKind, Fact, FactId, PartId, Relation, RelationId, Rule, RuleId,
    StoryId, World, WorldPart, trash::DAYS_IN_TRASH,
};
use leptos::prelude::*;
use uuid::Uuid;

/// What is being added or changed; one at a time.
#[derive(Clone, Copy)]
pub(super) struct WorldEdit(pub(super) RwSignal<Option<EditTarget>>);

/// What the dialog adds or changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum EditTarget {
    NewEntity(EntityKind),
    NewRelation,
    NewRule,
    NewFact,
    Part(PartId),
}

impl EditTarget {
    fn title(self, world: &World) -> String {
        let title = match self {
            Self::Part(PartId::Entity(id)) => {
                let name = world.entity(id).map_or("entry", |entity| &entity.name);
                return format!("Edit {name}");
            }
            Self::NewEntity(_) => "Add entry",
            Self::NewRelation => "Add relation",
            Self::NewRule => "Add rule",
            Self::NewFact => "Add fact",
            Self::Part(PartId::Relation(_)) => "Edit relation",
            Self::Part(PartId::Rule(_)) => "Edit rule",
            Self::Part(_) => "Edit fact",
        };
        title.to_owned()
    }

    /// The name of the draft of what is changed or added.
    fn draft_name(self, story: StoryId) -> String {
        match self {
            Self::NewEntity(kind) => format!("new-{}-{story}", kind.as_str()),
            Self::NewRelation => format!("new-relation-{story}"),
            Self::NewRule => format!("new-rule-{story}"),
            Self::NewFact => format!("new-fact-{story}"),
            Self::Part(PartId::Entity(id)) => format!("entity-{id}"),
            Self::Part(PartId::Relation(id)) => format!("relation-{id}"),
            Self::Part(PartId::Rule(id)) => format!("rule-{id}"),
            Self::Part(PartId::Fact(id)) => format!("fact-{id}"),
        }
    }

    /// An empty part of the kind that is added; the server gives it its id.
    fn new_part(self) -> Option<WorldPart> {
        let text = String::new;
        match self {
            Self::NewEntity(kind) => Some(WorldPart::Entity(Entity {
                id: EntityId(Uuid::nil()),
                kind,
                name: text(),
                role: text(),
                description: text(),
                pronouns: text(),
                goal: text(),
                traits: Vec::new(),
            })),
            Self::NewRelation => Some(WorldPart::Relation(Relation {
                id: RelationId(Uuid::nil()),
                from: EntityId(Uuid::nil()),
                to: EntityId(Uuid::nil()),
                label: text(),
            })),
            Self::NewRule => Some(WorldPart::Rule(Rule {
                id: RuleId(Uuid::nil()),
                text: text(),
            })),
            Self::NewFact => Some(WorldPart::Fact(Fact {
                id: FactId(Uuid::nil()),
                text: text(),
                chapter: None,
            })),
            Self::Part(_) => None,
        }
    }
}

/// The dialog, while something is added or changed.
#[component]
pub(super) fn WorldEditDialog(
    story: StoryId,
    world: Memo<World>,
    world_edit: WorldEdit,
) -> AnyView {
    show(move || {
        world_edit
            .0
            .get()
            .map(|target| dialog(story, world, world_edit, target))
    })
}

fn dialog(
    story: StoryId,
    world: Memo<World>,
    world_edit: WorldEdit,
    target: EditTarget,
) -> AnyView {
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() {
            world_edit.0.set(None);
        }
    });
    let part = RwSignal::new(target.new_part().map(|part| (part, None)));
    let loading = SubmitAction::new();
    if let EditTarget::Part(id) = target {
        loading.run(async move {
            let (found, version) = get_part(story, id).await?;
            part.set(Some((found, Some(version))));
            Ok(())
        });
    }
    let pending = loading.pending();
    view! {
        <Dialog open title=world.with_untracked(|world| target.title(world))>
            {show(move || {
                pending.get().then(|| view! { <p class="muted" role="status">"Loading…"</p> })
            })}
            <ErrorMessage error=loading.error()/>
            {show(move || part.get().map(|(part, version)| form(story, world, open, target, part, version)))}
        </Dialog>
    }
    .into_any()
}

/// The part that is added or changed, and what its buttons do. Copies share everything.
#[derive(Clone, Copy)]
struct PartForm {
    story: StoryId,
    world: Memo<World>,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    id: PartId,
    /// Its name in a sentence.
    name: StoredValue<String>,
    /// The version that is changed; none where it is new.
    version: Option<i64>,
    draft: LocalDraft,
    read: StoredValue<ReadPart>,
    saving: SubmitAction,
    deleting: SubmitAction,
    studio: Studio,
}

impl PartForm {
    /// Closes the dialog, and reads the world again.
    fn done(self) {
        self.studio.touch(self.story, Aspect::World);
        self.open.set(false);
    }

    /// Saves what is typed. A part that was deleted meanwhile can be saved as a new one.
    fn save(self, as_new: bool) {
        let Self { story, draft, .. } = self;
        let (part, sent) = (self.read.with_value(|read| read()), draft.fields());
        self.saving.run(async move {
            let part = part?;
            loop {
                let version = (self.version.is_some() && !as_new).then(|| draft.version());
                match put_part(story, part.clone(), version).await {
                    Err(error) if error.is_stale() => {
                        let (now, version) = get_part(story, self.id).await?;
                        if !draft.try_rebase(texts(self.world, &now), version) {
                            return Ok(());
                        }
                    }
                    answer => {
                        answer?;
                        draft.mark_saved(sent, draft.version());
                        self.done();
                        return Ok(());
                    }
                }
            }
        });
    }

    /// Moves the part to the trash.
    fn delete(self) {
        let Self { story, studio, .. } = self;
        if let Some(version) = self.version {
            let name = self.name.get_value();
            self.deleting.run(async move {
                let entry = delete_part(story, self.id, version).await?;
                self.done();
                let text = format!("“{name}” was moved to the trash.");
                studio.show_undoable(text, undo::deletion(studio, entry));
                Ok(())
            });
        }
    }

    /// Whether the part was deleted since the form was opened.
    fn is_gone(self) -> Memo<bool> {
        let error = self.saving.error();
        memo(move || {
            let not_found =
                |error: &Option<StudioError>| error.as_ref().is_some_and(StudioError::is_not_found);
            error.with(|error| self.version.is_some() && not_found(error))
        })
    }
}

fn form(
    story: StoryId,
    world: Memo<World>,
    open: RwSignal<bool>,
    target: EditTarget,
    part: WorldPart,
    version: Option<i64>,
) -> AnyView {
    let id = part.id();
    let name = StoredValue::new(named(&part, world));
    let what = match &part {
        WorldPart::Entity(entity) if !entity.name.is_empty() => format!("World: {}", entity.name),
        _ => format!("World: {}", target.title(&world.get_untracked())),
    };
    let about = DraftSubject {
        what,
        link: format!("/stories/{story}/world"),
        story: Some(story),
    };
    let PartFields {
        view: fields,
        labelled,
        read,
    } = fields(world, part);
    let draft_name = target.draft_name(story);
    let form = PartForm {
        story,
        world,
        open,
        id,
        name,
        version,
        draft: LocalDraft::new(&draft_name, about, version.unwrap_or_default(), labelled),
        read: StoredValue::new(read),
        saving: SubmitAction::new(),
        deleting: SubmitAction::new(),
        studio: Studio::get(),
    };
    let gone = form.is_gone();
    view! {
        <form class="stack" on:submit=|event| event.prevent_default()>
            <DraftStatus draft=form.draft/>
            {fields}
            <DraftConflict draft=form.draft on_keep=move || form.save(false)/>
            <ErrorMessage error=form.saving.error()/>
            {show(move || {
                gone.get()
                    .then(|| {
                        view! {
                            <div class="row">
                                <Button disabled=form.saving.pending() on_press=move || form.save(true)>
                                    "Save as a new entry"
                                </Button>
                            </div>
                        }
                    })
            })}
            <ErrorMessage error=form.deleting.error()/>
            <FormButtons form/>
        </form>
    }
    .into_any()
}

/// Save, cancel, and delete, which asks first.
#[component]
fn FormButtons(form: PartForm) -> AnyView {
    let confirming = RwSignal::new(false);
    let lost = match form.id {
        PartId::Entity(_) => {
            format!(
                "It moves to the trash with its relations. You can restore it for {DAYS_IN_TRASH} days."
            )
        }
        _ => format!("It moves to the trash. You can restore it for {DAYS_IN_TRASH} days."),
    };
    view! {
        <div class="row">
            <Button kind="primary" disabled=form.saving.pending() on_press=move || form.save(false)>
                "Save"
            </Button>
            <Button kind="quiet" on_press=move || form.open.set(false)>
                "Cancel"
            </Button>
            {show(move || {
                (form.version.is_some() && !confirming.get())
                    .then(|| {
                        view! {
                            <Button kind="quiet" on_press=move || confirming.set(true)>
                                "Delete…"
                            </Button>
                        }
                    })
            })}
        </div>
        {show(move || {
            confirming.get()
                .then(|| {
                    view! {
                        <div class="row">
                            <span role="alert">{lost.clone()}</span>
                            <Button
                                kind="danger"
                                disabled=form.deleting.pending()
                                on_press=move || form.delete()
                            >
                                "Move to trash"
                            </Button>
                        </div>
                    }
                })
        })}
    }
    .into_any()
}
