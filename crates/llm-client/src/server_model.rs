//! A model of a server, and what was learnt of it.

use super::{probe_result::ProbeResult, server::Server, unsupported_params::UnsupportedParams};
use writing::Abilities;

/// A model of a server.
#[derive(Clone, Debug)]
pub struct ServerModel {
    /// `server:model`, as authors know it.
    pub(crate) name: String,
    /// As its server knows it.
    pub(crate) id: String,
    pub(crate) server: Server,
}

impl Server {
    /// One of its models.
    pub fn model(&self, name: &str) -> ServerModel {
        ServerModel {
            name: format!("{}:{name}", self.0.settings.id),
            id: name.to_owned(),
            server: self.clone(),
        }
    }
}

impl ServerModel {
    pub(crate) fn abilities_of(
        &self,
        known: ProbeResult,
        unsupported: UnsupportedParams,
    ) -> Abilities {
        Abilities {
            continues_text: known.continues_text && !unsupported.prefill,
            context: Some(unsupported.fitting(known.context)),
            takes_schema: !unsupported.schema,
            is_sure: known.is_sure || self.server.settings().continues_text.is_some(),
        }
    }

    pub(crate) async fn unsupported(&self) -> UnsupportedParams {
        let all = self.server.0.unsupported.lock().await;
        let found = all.iter().find(|(name, _)| *name == self.id);
        found
            .map(|(_, unsupported)| *unsupported)
            .unwrap_or_default()
    }

    pub(crate) async fn update(&self, change: impl FnOnce(&mut UnsupportedParams)) {
        let mut all = self.server.0.unsupported.lock().await;
        match all.iter_mut().find(|(name, _)| *name == self.id) {
            Some((_, unsupported)) => change(unsupported),
            None => {
                let mut unsupported = UnsupportedParams::default();
                change(&mut unsupported);
                all.push((self.id.clone(), unsupported));
            }
        }
    }

    /// Takes over what a refusal said about the context: the next try fits.
    pub(crate) async fn learn_context(&self, used: u32, told: Option<u32>) {
        self.update(|unsupported| unsupported.learn_context(used, told))
            .await;
    }
}
