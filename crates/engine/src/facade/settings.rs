//! Settings, servers and their models.

use super::Engine;
use crate::{Error, Result};
use domain::{
    BUILTIN, ModelServer, NoticeLevel, Preferences, ServerModels, Settings, SettingsChange,
};
use llm_client::{check_address, secrets};
use std::collections::{BTreeMap, HashSet};

const MAX_SERVERS: usize = 20;
const MAX_ID: usize = 40;
const MAX_URL: usize = 500;
const MAX_KEY: usize = 2_000;
const MAX_NAME: usize = 200;

impl Engine {
    /// The settings in force. Keys are never among them.
    pub async fn settings(&self) -> Result<Settings> {
        let models = &self.ctx.models;
        let (preferences, revision) = models.preferences();
        Ok(Settings {
            model: models.default_name(),
            model_is_fixed: models.is_fixed(),
            preferences,
            revision,
            workers: self.inner.workers,
            data: self.inner.data.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// Changes the settings, based on `revision`. They hold from the next call to a model on.
    pub async fn change_settings(&self, change: SettingsChange, revision: i64) -> Result<Settings> {
        // In a task of its own: a caller that goes does not leave it half done. It is among the workers, so that
        // the store is not closed before.
        let engine = self.clone();
        let task = async move { engine.change(change, revision).await };
        self.workers.spawn(task).await.unwrap_or_else(|error| {
            tracing::error!(%error, "a change of the settings came to no end");
            let reason = "The studio could not save the settings. Look at its log, then try again.";
            Err(Error::Unusable(reason.to_owned()))
        })?;
        self.settings().await
    }

    /// Keys and preferences change together, or neither does.
    async fn change(&self, change: SettingsChange, revision: i64) -> Result<()> {
        let SettingsChange { preferences, keys } = change;
        let models = &self.ctx.models;
        let secrets = models.secrets();
        let _alone = models.changing().await;
        let (now, current) = models.preferences();
        let mut preferences = preferences.apply(now);
        checked(&mut preferences, &keys)?;
        let keys = self.keys_to_keep(&preferences, keys)?;
        models.check(&preferences).map_err(super::of_models)?;
        if current != revision {
            return Err(Error::StaleVersion { current });
        }
        let exposed: Vec<String> = preferences
            .servers
            .iter()
            .filter(|server| {
                keys.get(&server.id)
                    .is_some_and(|key| !key.trim().is_empty())
            })
            .filter(|server| secrets::is_sent_openly(&server.url))
            .map(|server| secrets::openly(&server.url))
            .collect();
        // New keys first, and those that stay behind an address: no address is used with a key that was not
        // meant for it. The others are deleted once nothing can fail any more.
        let moved = |id: &String| {
            let mut servers = preferences.servers.iter();
            servers.any(|server| &server.id == id && self.is_moved(server))
        };
        let (first, last): (BTreeMap<_, _>, BTreeMap<_, _>) = keys
            .into_iter()
            .partition(|(id, key)| !key.trim().is_empty() || moved(id));
        let before = secrets.keep(&first).map_err(super::of_models)?;
        let saved = self.store().save_preferences(&preferences, revision).await;
        let saved = saved.inspect_err(|_| {
            if let Err(error) = secrets.keep(&before) {
                tracing::error!(%error, "settings were not saved, and the keys before can't be put back");
            }
        })?;
        let deleted = secrets.keep(&last);
        models.apply(preferences, saved).map_err(super::of_models)?;
        // Runs that failed for want of a model can be tried again; new ones take the new model.
        self.ctx.wake.notify_waiters();
        let kept = deleted.err().map(|error| {
            format!(
                "The settings are saved, but a key could not be deleted from secrets.toml. {error}"
            )
        });
        for text in exposed.into_iter().chain(kept) {
            tracing::warn!("{text}");
            self.store().announce(NoticeLevel::Warn, &text).await?;
        }
        Ok(())
    }

    /// Whether a server is at another address from now on.
    fn is_moved(&self, server: &ModelServer) -> bool {
        let known = self.ctx.models.server(&server.id);
        known.is_some_and(|known| known.settings().url != server.url)
    }

    /// The keys to write: those given, and none any more for servers that are gone. A kept key follows its server
    /// to another name, and never to another address by itself.
    fn keys_to_keep(
        &self,
        preferences: &Preferences,
        mut keys: BTreeMap<String, String>,
    ) -> Result<BTreeMap<String, String>> {
        let models = &self.ctx.models;
        let secrets = models.secrets();
        for server in &preferences.servers {
            let id = &server.id;
            let moved = self.is_moved(server);
            if moved && secrets.is_given(id) {
                return Err(Error::Invalid(format!(
                    "The key of “{id}” comes from the environment and belongs to its current address. Give \
                     the server at the new address a different name."
                )));
            }
            if moved && !keys.contains_key(id) && secrets.key(id).is_some() {
                return Err(Error::Invalid(format!(
                    "The address of “{id}” changed. Enter its key again, or an empty one to delete it."
                )));
            }
        }
        let (now, _) = models.preferences();
        let is_in = |all: &[ModelServer], id: &str| all.iter().any(|server| server.id == id);
        let gone: Vec<&ModelServer> = now
            .servers
            .iter()
            .filter(|server| !is_in(&preferences.servers, &server.id))
            .collect();
        let come: Vec<&ModelServer> = preferences
            .servers
            .iter()
            .filter(|server| !is_in(&now.servers, &server.id))
            .collect();
        for server in &gone {
            // One that has another name now keeps its key: it goes to the same address as before.
            let is_there = |other: &&&ModelServer| other.url == server.url;
            let mut there = come.iter().filter(is_there);
            if let (Some(named), None) = (there.next(), there.next())
                && gone.iter().filter(is_there).count() == 1
                && !secrets.is_given(&server.id)
                && let Some(key) = secrets.key(&server.id)
            {
                keys.entry(named.id.clone()).or_insert(key);
            }
            keys.insert(server.id.clone(), String::new());
        }
        Ok(keys)
    }

    /// What every server has, and what is wrong with those that don't answer.
    pub async fn models(&self) -> Vec<ServerModels> {
        let asked = self
            .ctx
            .models
            .servers()
            .into_iter()
            .map(|server| async move {
                let settings = server.settings();
                let (models, error) = match server.models().await {
                    Ok(models) => (models, None),
                    Err(error) => (Vec::new(), Some(error.to_string())),
                };
                ServerModels {
                    server: settings.id.clone(),
                    models: models
                        .into_iter()
                        .map(|model| format!("{}:{model}", settings.id))
                        .collect(),
                    error,
                }
            });
        let own = ServerModels {
            server: String::new(),
            models: vec![BUILTIN.to_owned()],
            error: None,
        };
        let mut all = vec![own];
        all.extend(futures::future::join_all(asked).await);
        all
    }
}

fn checked(preferences: &mut Preferences, keys: &BTreeMap<String, String>) -> Result<()> {
    let wrong = |text: String| Err(Error::Invalid(text));
    if preferences.servers.len() > MAX_SERVERS {
        return wrong(format!("You can have at most {MAX_SERVERS} servers."));
    }
    let mut ids = HashSet::new();
    for server in &mut preferences.servers {
        server.key_set = false;
        server.url = server.url.trim().to_owned();
        check_server(server)?;
        if !ids.insert(server.id.clone()) {
            return wrong(format!(
                "Two servers are named “{}”. Rename one of them.",
                server.id
            ));
        }
    }
    if let Some(stranger) = keys.keys().find(|id| !ids.contains(*id)) {
        return wrong(format!(
            "A key was given for the server “{stranger}”, but there is no server with this name."
        ));
    }
    if keys
        .values()
        .any(|key| key.len() > MAX_KEY || key.chars().any(char::is_control))
    {
        return wrong(format!(
            "A key must be one line of at most {MAX_KEY} characters."
        ));
    }
    let stages = &preferences.stages;
    for name in [
        &preferences.model,
        &stages.plan,
        &stages.draft,
        &stages.edit,
        &stages.check,
    ] {
        if name.len() > MAX_NAME {
            return wrong(format!(
                "A model name can have at most {MAX_NAME} characters."
            ));
        }
    }
    if preferences.model.is_empty() {
        BUILTIN.clone_into(&mut preferences.model);
    }
    if !(0.0..=2.0).contains(&preferences.temperature) {
        return wrong("The temperature must be from 0 to 2.".to_owned());
    }
    if !(100..=20_000).contains(&preferences.chapter_words) {
        return wrong("The words per chapter must be from 100 to 20,000.".to_owned());
    }
    if preferences.max_revisions > 5 {
        return wrong("The maximum number of revisions must be from 0 to 5.".to_owned());
    }
    let limits = preferences.limits;
    for (what, limit) in [
        ("to connect", limits.connect),
        ("to the first word", limits.first_token),
        ("between words", limits.between_tokens),
        ("for a whole answer", limits.whole_call),
    ] {
        if !(0.1..=86_400.0).contains(&limit) {
            return wrong(format!(
                "The time limit {what} must be from 0.1 to 86,400 seconds."
            ));
        }
    }
    Ok(())
}

pub(super) fn check_server(server: &ModelServer) -> Result<()> {
    let wrong = |text: &str| Err(Error::Invalid(text.to_owned()));
    let id = &server.id;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || id.len() > MAX_ID || !id.chars().all(plain) || id == BUILTIN {
        return wrong(
            "A short name must have 1 to 40 lower-case letters, digits and dashes, such as local or \
             open-router.",
        );
    }
    if server.url.len() > MAX_URL {
        return wrong("The server’s address is too long.");
    }
    check_address(&server.url).map_err(Error::Invalid)?;
    if !(1..=64).contains(&server.at_once) {
        return wrong("The number of parallel calls must be from 1 to 64.");
    }
    if server
        .context
        .is_some_and(|context| !(512..=10_000_000).contains(&context))
    {
        return wrong("The context size must be from 512 to 10,000,000 tokens.");
    }
    let sensible = |price: f64| (0.0..=1e6).contains(&price);
    if server
        .price
        .is_some_and(|price| !sensible(price.prompt) || !sensible(price.answer))
    {
        return wrong("The price per million tokens must be from 0 to 1,000,000.");
    }
    Ok(())
}
