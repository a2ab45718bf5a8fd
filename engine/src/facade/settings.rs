//! Settings, servers and their models.

use super::{
    Engine,
    aside::{Heard, Question},
};
use crate::{
    Error, Result,
    model::{LanguageModel as _, ModelError, Server, test},
    store::Aside,
};
use domain::{
    Actor, BUILTIN, ModelServer, ModelTest, ModelsOf, Preferences, Settings, SettingsChange,
};
use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};
use tokio::time::Instant;

const MAX_SERVERS: usize = 20;
const MAX_ID: usize = 40;
const MAX_URL: usize = 500;
const MAX_KEY: usize = 2_000;
const MAX_NAME: usize = 200;

impl Engine {
    /// The settings in force. Keys are never among them.
    pub async fn settings(&self, _actor: &Actor) -> Result<Settings> {
        let models = &self.shop.models;
        let (preferences, revision) = models.preferences();
        Ok(Settings {
            model: models.default_name(),
            model_is_fixed: models.is_fixed(),
            preferences,
            revision,
            workers: self.facts.workers,
            data: self.facts.data.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// Changes the settings, based on `revision`. They hold from the next call to a model on.
    pub async fn change_settings(
        &self,
        actor: &Actor,
        change: SettingsChange,
        revision: i64,
    ) -> Result<Settings> {
        let SettingsChange {
            mut preferences,
            keys,
        } = change;
        checked(&mut preferences, &keys)?;
        let models = &self.shop.models;
        let keys = self.keys_to_keep(&preferences, keys)?;
        models.check(&preferences)?;
        let (_, current) = models.preferences();
        if current != revision {
            return Err(Error::StaleVersion { current });
        }
        // Keys first: no address is used with a key that was not meant for it.
        models.secrets().keep(&keys)?;
        let saved = self
            .store()
            .save_preferences(&preferences, revision)
            .await?;
        models.apply(preferences, saved)?;
        // Runs that failed for want of a model can be tried again; new ones take the new model.
        self.shop.wake.notify_waiters();
        self.settings(actor).await
    }

    /// The keys to write: those given, and none any more for servers that are gone. A kept key never follows
    /// its server to another address by itself.
    fn keys_to_keep(
        &self,
        preferences: &Preferences,
        mut keys: BTreeMap<String, String>,
    ) -> Result<BTreeMap<String, String>> {
        let models = &self.shop.models;
        let secrets = models.secrets();
        for server in &preferences.servers {
            let id = &server.id;
            let moved = models
                .server(id)
                .is_some_and(|known| known.settings().url != server.url);
            if moved && secrets.is_given(id) {
                return Err(Error::Invalid(format!(
                    "The key of “{id}” comes from the environment and is meant for its present address: give the \
                     server at the new address another name."
                )));
            }
            if moved && !keys.contains_key(id) && secrets.key(id).is_some() {
                return Err(Error::Invalid(format!(
                    "The address of “{id}” was changed: give its key again, or an empty one to forget it."
                )));
            }
        }
        let (now, _) = models.preferences();
        for gone in now.servers {
            if preferences
                .servers
                .iter()
                .all(|server| server.id != gone.id)
            {
                keys.insert(gone.id, String::new());
            }
        }
        Ok(keys)
    }

    /// What every server has, and what is wrong with those that don't answer.
    pub async fn models(&self, _actor: &Actor) -> Vec<ModelsOf> {
        let asked = self
            .shop
            .models
            .servers()
            .into_iter()
            .map(|server| async move {
                let settings = server.settings();
                let (models, error) = match server.models().await {
                    Ok(models) => (models, None),
                    Err(error) => (Vec::new(), Some(error.to_string())),
                };
                ModelsOf {
                    server: settings.id.clone(),
                    models: models
                        .into_iter()
                        .map(|model| format!("{}:{model}", settings.id))
                        .collect(),
                    error,
                }
            });
        let own = ModelsOf {
            server: String::new(),
            models: vec![BUILTIN.to_owned()],
            error: None,
        };
        let mut all = vec![own];
        all.extend(futures::future::join_all(asked).await);
        all
    }

    /// Talks to a server before it is relied on: lists its models and has one of them write a sentence.
    /// The server may be one that is not saved yet; a key that is not given is the kept one.
    pub async fn test_server(
        &self,
        _actor: &Actor,
        server: ModelServer,
        key: Option<String>,
        model: Option<String>,
    ) -> Result<ModelTest> {
        check_server(&server)?;
        let models = &self.shop.models;
        let key = match key.filter(|key| !key.trim().is_empty()) {
            Some(key) => Some(key.trim().to_owned()),
            None => models.secrets().key(&server.id),
        };
        // A kept key goes to the address it is kept for, and nowhere else.
        let known = models.server(&server.id);
        let is_kept = key.is_some() && key == models.secrets().key(&server.id);
        if is_kept && known.is_none_or(|known| known.settings().url != server.url) {
            return Err(Error::Invalid(
                "The address is not the one this key is kept for: give the key again.".to_owned(),
            ));
        }
        let server = Server::new(server, key, models.limits()).map_err(Error::Invalid)?;
        let names = server.models().await.map_err(told)?;
        let Some(name) = model
            .filter(|model| !model.is_empty())
            .or_else(|| names.first().cloned())
        else {
            return Err(Error::Invalid(
                "The server answers, but has no models. Load or pull one first.".to_owned(),
            ));
        };
        let model = server.model(&name);
        let question = Question {
            of: Aside::Trial,
            model: Arc::new(model.clone()),
            price: server.settings().price,
            call: test::call(),
            until: Instant::now() + test::PATIENCE,
            enough: |heard: &Heard| test::is_enough(&heard.text, heard.tokens),
        };
        let heard = self.hear(question).await.map_err(|unheard| {
            Error::Invalid(unheard.told(format!(
                "The model did not write a sentence within {} s.",
                test::PATIENCE.as_secs()
            )))
        })?;
        let Some((first, last)) = heard.came else {
            return Err(Error::Invalid(
                "The model answered with nothing.".to_owned(),
            ));
        };
        let first_token_ms = (first - heard.asked).as_millis();
        Ok(ModelTest {
            models: names,
            model: name,
            sentence: heard.text.trim().to_owned(),
            trouble: None,
            tokens_per_second: test::rate(heard.tokens, last - first),
            first_token_ms: u64::try_from(first_token_ms).unwrap_or(u64::MAX),
            context: model.abilities().await.context,
            continues_text: model.abilities().await.continues_text,
        })
    }
}

fn told(error: ModelError) -> Error {
    Error::Invalid(error.to_string())
}

fn checked(preferences: &mut Preferences, keys: &BTreeMap<String, String>) -> Result<()> {
    let wrong = |text: String| Err(Error::Invalid(text));
    if preferences.servers.len() > MAX_SERVERS {
        return wrong(format!("At most {MAX_SERVERS} servers."));
    }
    let mut ids = HashSet::new();
    for server in &mut preferences.servers {
        server.key_set = false;
        server.url = server.url.trim().to_owned();
        check_server(server)?;
        if !ids.insert(server.id.clone()) {
            return wrong(format!(
                "Two servers are called “{}”: give one another name.",
                server.id
            ));
        }
    }
    if let Some(stranger) = keys.keys().find(|id| !ids.contains(*id)) {
        return wrong(format!(
            "A key was given for the server “{stranger}”, which is not in the list."
        ));
    }
    if keys
        .values()
        .any(|key| key.len() > MAX_KEY || key.chars().any(char::is_control))
    {
        return wrong(format!(
            "A key is one line of at most {MAX_KEY} characters."
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
            return wrong(format!("A model’s name has at most {MAX_NAME} characters."));
        }
    }
    if preferences.model.is_empty() {
        BUILTIN.clone_into(&mut preferences.model);
    }
    if !(0.0..=2.0).contains(&preferences.temperature) {
        return wrong("The temperature is a number from 0 to 2.".to_owned());
    }
    if !(100..=20_000).contains(&preferences.chapter_words) {
        return wrong("A chapter has 100 to 20,000 words.".to_owned());
    }
    if preferences.max_revisions > 5 {
        return wrong("A chapter is revised at most 5 times.".to_owned());
    }
    let limits = preferences.limits;
    for (what, limit) in [
        ("to connect", limits.connect),
        ("to the first token", limits.first_token),
        ("between tokens", limits.between_tokens),
        ("for a whole call", limits.whole_call),
    ] {
        if !(0.1..=86_400.0).contains(&limit) {
            return wrong(format!("The time limit {what} is 0.1 to 86400 seconds."));
        }
    }
    Ok(())
}

fn check_server(server: &ModelServer) -> Result<()> {
    let wrong = |text: &str| Err(Error::Invalid(text.to_owned()));
    let id = &server.id;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || id.len() > MAX_ID || !id.chars().all(plain) || id == BUILTIN {
        return wrong(
            "A server’s short name has 1 to 40 lower-case letters, digits and dashes, like local or open-router.",
        );
    }
    if server.url.len() > MAX_URL {
        return wrong("The server’s address is too long.");
    }
    if !(1..=64).contains(&server.at_once) {
        return wrong("A server takes 1 to 64 calls at once.");
    }
    if server
        .context
        .is_some_and(|context| !(512..=10_000_000).contains(&context))
    {
        return wrong("A context has 512 to 10,000,000 tokens.");
    }
    let sensible = |price: f64| (0.0..=1e6).contains(&price);
    if server
        .price
        .is_some_and(|price| !sensible(price.prompt) || !sensible(price.answer))
    {
        return wrong("A price for a million tokens is a number from 0 to 1,000,000.");
    }
    Ok(())
}
