//! Trying a server before it is relied on.

use super::{
    Engine,
    one_shot::{OneShotAnswer, OneShotRequest},
    settings::check_server,
};
use crate::{Error, Result, trial as test};
use domain::{ModelServer, ModelTest};
use llm_client::{Server, ServerModel};
use std::sync::Arc;
use store::OneShotPurpose;
use writing::{LanguageModel as _, ModelError};

impl Engine {
    /// Talks to a server: lists its models and has one of them write a sentence. The server may be one that is not
    /// saved yet; a key that is not given is the kept one. Where the list came and the sentence did not, the list is
    /// told with what went wrong.
    pub async fn test_server(
        &self,
        mut server: ModelServer,
        key: Option<String>,
        model: Option<String>,
    ) -> Result<ModelTest> {
        server.url = server.url.trim().to_owned();
        check_server(&server)?;
        let key = self.key_for(&server, key)?;
        let id = server.id.clone();
        let limits = self.ctx.models.limits();
        let server = Server::new(server, key, limits).map_err(Error::Invalid)?;
        let wanted = model
            .map(|model| model.trim().to_owned())
            .filter(|model| !model.is_empty())
            .or_else(|| self.chosen_of(&id));
        let names = match (server.models().await, &wanted) {
            (Ok(names), _) => Some(names),
            // Not every server has a list. A model that is known by name can be tried all the same.
            (Err(ModelError::Lasting(_)), Some(_)) => None,
            (Err(error), _) => return Err(Error::Invalid(error.to_string())),
        };
        let listed = names.clone().unwrap_or_default();
        let Some(name) = wanted.or_else(|| test::choice(&listed).cloned()) else {
            return Err(Error::Invalid(
                "The server responds, but it has no models. Load or pull a model first.".to_owned(),
            ));
        };
        let tried = self.try_model(server.model(&name), &server).await;
        match (tried, names) {
            (Ok(test), _) => Ok(ModelTest {
                models: listed,
                model: name,
                ..test
            }),
            (Err(trouble), Some(models)) => Ok(ModelTest {
                models,
                model: name,
                trouble: Some(trouble),
                ..nothing()
            }),
            (Err(trouble), None) => Err(Error::Invalid(trouble)),
        }
    }

    /// The key to try a server with. A kept key goes to the address it is kept for, and nowhere else; one that was
    /// typed may go anywhere.
    fn key_for(&self, server: &ModelServer, key: Option<String>) -> Result<Option<String>> {
        let typed = key.map(|key| key.trim().to_owned());
        if let Some(typed) = typed.filter(|key| !key.is_empty()) {
            return Ok(Some(typed));
        }
        let models = &self.ctx.models;
        let kept = models.secrets().key(&server.id);
        let known = models.server(&server.id);
        if kept.is_some() && known.is_none_or(|known| known.settings().url != server.url) {
            return Err(Error::Invalid(
                "The stored key belongs to a different address. Enter the key again.".to_owned(),
            ));
        }
        Ok(kept)
    }

    /// The model of a server that is set to do something.
    fn chosen_of(&self, server: &str) -> Option<String> {
        let (preferences, _) = self.ctx.models.preferences();
        let stages = &preferences.stages;
        [
            &preferences.model,
            &stages.draft,
            &stages.plan,
            &stages.edit,
            &stages.check,
        ]
        .iter()
        .filter_map(|name| name.split_once(':'))
        .find(|(id, model)| *id == server && !model.is_empty())
        .map(|(_, model)| model.to_owned())
    }

    /// Has a model write a sentence; else says what went wrong.
    async fn try_model(&self, model: ServerModel, server: &Server) -> Result<ModelTest, String> {
        let request = OneShotRequest {
            of: OneShotPurpose::Trial,
            model: Arc::new(model.clone()),
            price: server.settings().price,
            call: test::call(),
            limit: test::TIMEOUT,
            enough: |received: &OneShotAnswer| {
                test::is_enough(&received.text, received.tokens, received.thought)
            },
        };
        let received = self.ask_once(request).await.map_err(|error| {
            error.into_message(format!(
                "The model did not write a sentence within {} s. A large model may still be loading. Try \
                 again later.",
                test::TIMEOUT.as_secs()
            ))
        })?;
        let sentence = received.text.trim().to_owned();
        let (first, last) = match received.came {
            Some(came) if !sentence.is_empty() => came,
            Some(_) if received.thought > 0 => {
                return Err(format!(
                    "This model thinks before it writes: {} tokens of thinking and no sentence yet. You can \
                     use it, but each answer takes longer.",
                    received.thought
                ));
            }
            _ => {
                return Err(
                    "The model sent an empty answer. Try another model on this server.".to_owned(),
                );
            }
        };
        let abilities = model.abilities().await;
        let first_token_ms = (first - received.asked).as_millis();
        Ok(ModelTest {
            sentence,
            tokens_per_second: test::rate(received.tokens, last - first),
            first_token_ms: u64::try_from(first_token_ms).unwrap_or(u64::MAX),
            context: abilities.context,
            continues_text: abilities.continues_text,
            ..nothing()
        })
    }
}

fn nothing() -> ModelTest {
    ModelTest {
        models: Vec::new(),
        model: String::new(),
        sentence: String::new(),
        tokens_per_second: None,
        first_token_ms: 0,
        context: None,
        continues_text: false,
        trouble: None,
    }
}
