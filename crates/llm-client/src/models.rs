//! Which models there are, and which one does what.

use crate::Server;
use crate::{
    error::{Error, Result},
    secrets::Secrets,
};
use domain::{BUILTIN, ModelServer, Preferences, ServerKind, Stage, StepKind, TimeLimits};
use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};
use tokio::sync::{Mutex, MutexGuard};
use writing::{LanguageModel, Tuning};

/// A server that the command line names; it is not stored, and its key is nowhere but in memory.
#[derive(Clone)]
pub struct CommandLineServer {
    /// How it is talked to.
    pub settings: ModelServer,
    /// Its key.
    pub key: Option<String>,
}

/// All models, by name. Clones share them.
#[derive(Clone)]
pub struct Models(Arc<Inner>);

struct Inner {
    /// The writer that needs no server.
    own: Arc<dyn LanguageModel>,
    /// What the command line chose: it wins over the preferences.
    chosen: Option<String>,
    given: Option<CommandLineServer>,
    secrets: Secrets,
    now: RwLock<ActiveSettings>,
    changing: Mutex<()>,
}

/// What holds until the settings are changed.
struct ActiveSettings {
    preferences: Preferences,
    revision: i64,
    servers: HashMap<String, Server>,
}

impl Models {
    /// The models of these preferences.
    pub fn new(
        own: Arc<dyn LanguageModel>,
        chosen: Option<String>,
        given: Option<CommandLineServer>,
        secrets: Secrets,
        preferences: Preferences,
        revision: i64,
    ) -> Result<Self> {
        let servers = connect(&preferences, given.as_ref(), &secrets, &HashMap::new())?;
        let models = Self(Arc::new(Inner {
            own,
            chosen,
            given,
            secrets,
            now: RwLock::new(ActiveSettings {
                preferences,
                revision,
                servers,
            }),
            changing: Mutex::default(),
        }));
        if let Some(chosen) = &models.0.chosen {
            models.find(chosen)?;
        }
        Ok(models)
    }

    fn read<R>(&self, read: impl FnOnce(&ActiveSettings) -> R) -> R {
        // Nothing panics while it is locked, so a poisoned lock still guards whole data.
        read(&self.0.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The preferences, with what is known of keys.
    pub fn preferences(&self) -> (Preferences, i64) {
        let (mut preferences, revision) = self.read(|now| (now.preferences.clone(), now.revision));
        for server in &mut preferences.servers {
            server.key_set = self.0.secrets.key(&server.id).is_some();
        }
        (preferences, revision)
    }

    /// Whether these preferences can be used; nothing changes.
    pub fn check(&self, preferences: &Preferences) -> Result<()> {
        let given = self.0.given.as_ref();
        let servers = connect(preferences, given, &self.0.secrets, &HashMap::new())?;
        let stages = &preferences.stages;
        let named = [
            &preferences.model,
            &stages.plan,
            &stages.draft,
            &stages.edit,
            &stages.check,
        ];
        for name in named.into_iter().filter(|name| !name.is_empty()) {
            self.find_in(&servers, name)?;
        }
        Ok(())
    }

    /// Uses these preferences from the next call on.
    pub fn apply(&self, preferences: Preferences, revision: i64) -> Result<()> {
        let given = self.0.given.as_ref();
        let before = self.read(|now| now.servers.clone());
        let servers = connect(&preferences, given, &self.0.secrets, &before)?;
        let mut now = self.0.now.write().unwrap_or_else(PoisonError::into_inner);
        *now = ActiveSettings {
            preferences,
            revision,
            servers,
        };
        Ok(())
    }

    /// Held by whoever changes preferences and keys: one at a time.
    pub async fn changing(&self) -> MutexGuard<'_, ()> {
        self.0.changing.lock().await
    }

    /// Where keys are.
    pub fn secrets(&self) -> &Secrets {
        &self.0.secrets
    }

    /// The model of a run that names none.
    pub fn default_name(&self) -> String {
        match &self.0.chosen {
            Some(chosen) => chosen.clone(),
            None => match self.read(|now| now.preferences.model.clone()) {
                name if name == BUILTIN => self.0.own.name().to_owned(),
                name => name,
            },
        }
    }

    /// Whether the command line chose it.
    pub fn is_fixed(&self) -> bool {
        self.0.chosen.is_some()
    }

    /// A model by name.
    pub fn find(&self, name: &str) -> Result<Arc<dyn LanguageModel>> {
        self.read(|now| self.find_in(&now.servers, name))
    }

    fn find_in(
        &self,
        servers: &HashMap<String, Server>,
        name: &str,
    ) -> Result<Arc<dyn LanguageModel>> {
        if name == BUILTIN || name == self.0.own.name() {
            return Ok(Arc::clone(&self.0.own));
        }
        let known = name
            .split_once(':')
            .filter(|(_, model)| !model.is_empty())
            .and_then(|(id, model)| Some((servers.get(id)?, model)));
        match known {
            Some((server, model)) => Ok(Arc::new(server.model(model))),
            None => Err(Error::Invalid(format!(
                "There is no model “{name}”. Use “{BUILTIN}”, or the name of a server in Settings, a colon \
                 and the name of its model, such as local:qwen3."
            ))),
        }
    }

    /// The model for a stage of a run that is written by `of_run`. One that a run `names` does all of it: whoever
    /// chooses it wants no other.
    pub fn for_stage(
        &self,
        of_run: &str,
        names: bool,
        kind: StepKind,
        stage: Stage,
    ) -> Result<Arc<dyn LanguageModel>> {
        // A test double and the built-in writer do everything by themselves.
        if names || of_run == self.0.own.name() {
            return self.find(of_run);
        }
        let set = self.read(|now| {
            let stages = &now.preferences.stages;
            match (kind, stage) {
                (StepKind::World | StepKind::Outline, _) | (_, Stage::Plan) => stages.plan.clone(),
                (_, Stage::Draft) => stages.draft.clone(),
                (_, Stage::Edit | Stage::Revise) => stages.edit.clone(),
                (_, Stage::Recall | Stage::Check | Stage::Commit) => stages.check.clone(),
            }
        });
        self.find(if set.is_empty() { of_run } else { &set })
    }

    /// What calls are tuned to.
    pub fn tuning(&self) -> Tuning {
        self.read(|now| Tuning {
            temperature: now.preferences.temperature as f32,
            chapter_words: now.preferences.chapter_words,
        })
    }

    /// What a model's tokens cost, where a price is set.
    pub fn price(&self, model: &str) -> Option<domain::Price> {
        let (id, _) = model.split_once(':')?;
        self.read(|now| {
            now.servers
                .get(id)
                .and_then(|server| server.settings().price)
        })
    }

    /// A server by its short name.
    pub fn server(&self, id: &str) -> Option<Server> {
        self.read(|now| now.servers.get(id).cloned())
    }

    /// The servers, by their short names in order.
    pub fn servers(&self) -> Vec<Server> {
        let mut servers: Vec<Server> = self.read(|now| now.servers.values().cloned().collect());
        servers.sort_by(|a, b| a.settings().id.cmp(&b.settings().id));
        servers
    }

    /// The limits in force.
    pub fn limits(&self) -> TimeLimits {
        self.read(|now| now.preferences.limits)
    }

    /// How often a chapter is revised at most.
    pub fn max_revisions(&self) -> u32 {
        self.read(|now| now.preferences.max_revisions)
    }
}

/// The servers of these preferences; those of `before` that are the same go on.
fn connect(
    preferences: &Preferences,
    given: Option<&CommandLineServer>,
    secrets: &Secrets,
    before: &HashMap<String, Server>,
) -> Result<HashMap<String, Server>> {
    let mut servers = HashMap::new();
    let stored = preferences
        .servers
        .iter()
        .map(|settings| (settings, secrets.key(&settings.id)));
    let given = given.map(|given| (&given.settings, given.key.clone()));
    for (settings, key) in stored.chain(given) {
        let (its, limits) = (settings.clone(), preferences.limits);
        let server = match before.get(&settings.id) {
            Some(known) => known.reconfigured(its, key, limits),
            None => Server::new(its, key, limits),
        };
        let server = server.map_err(Error::Invalid)?;
        servers.insert(settings.id.clone(), server);
    }
    Ok(servers)
}

impl CommandLineServer {
    /// The server in a name like `openai:qwen3`, where its first part is a kind of server.
    pub fn from_name(name: &str, url: Option<&str>, key: Option<String>) -> Option<Self> {
        let (kind, _) = name.split_once(':')?;
        let kind = ServerKind::parse(kind)?;
        Some(Self {
            settings: ModelServer {
                id: kind.as_str().to_owned(),
                kind,
                url: url.unwrap_or(kind.usual_url()).to_owned(),
                at_once: 1,
                ..ModelServer::default()
            },
            key,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::StageModels;
    use storyteller::BuiltIn;

    #[test]
    fn a_model_that_is_named_writes_every_stage_and_another_one_those_that_are_left_to_it() {
        let server = |id: &str| ModelServer {
            id: id.to_owned(),
            url: "http://127.0.0.1:9/v1".to_owned(),
            at_once: 1,
            ..ModelServer::default()
        };
        let preferences = Preferences {
            servers: vec![server("near"), server("far")],
            stages: StageModels {
                draft: "far:large".to_owned(),
                ..StageModels::default()
            },
            ..Preferences::default()
        };
        let own = Arc::new(BuiltIn::new(0.0));
        let models = Models::new(own, None, None, Secrets::default(), preferences, 1);
        let models = models.expect("two servers");
        let writes = |names, stage| {
            let model = models.for_stage("near:small", names, StepKind::Chapter, stage);
            model.expect("a model").name().to_owned()
        };
        assert_eq!(writes(false, Stage::Draft), "far:large");
        assert_eq!(writes(false, Stage::Plan), "near:small");
        assert_eq!(writes(true, Stage::Draft), "near:small");
    }
}
