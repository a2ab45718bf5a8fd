//! Addresses that may hold a key: no draft shows one, so here is noticed that somebody else changed it.

use super::server_draft::may_hold_key;
use domain::ModelServer;
use leptos::prelude::*;

/// The servers of the studio as the form saw them.
#[derive(Clone, Copy)]
pub(super) struct SeenServers {
    /// As they were last read, and the revision of the settings then.
    latest: StoredValue<(Vec<ModelServer>, i64)>,
    /// What the form is based on.
    base: StoredValue<Vec<ModelServer>>,
}

impl SeenServers {
    /// These, of settings with this revision.
    pub fn new(servers: &[ModelServer], revision: i64) -> Self {
        Self {
            latest: StoredValue::new((servers.to_vec(), revision)),
            base: StoredValue::new(servers.to_vec()),
        }
    }

    /// As they were last read.
    pub fn latest(self) -> Vec<ModelServer> {
        let latest = self.latest.try_with_value(|(servers, _)| servers.clone());
        latest.unwrap_or_default()
    }

    /// They are these now.
    pub fn are(self, servers: Vec<ModelServer>, revision: i64) {
        self.latest.set_value((servers, revision));
    }

    /// Somebody else changed the settings that the form is based on, and the servers are these now. Answers those
    /// with another address than before, which no draft shows; `own` are the addresses in the form.
    pub fn moved(
        self,
        based_on: i64,
        servers: &[ModelServer],
        revision: i64,
        own: impl Fn(&str) -> Option<String>,
    ) -> Vec<String> {
        let latest = self.latest.try_get_value();
        // What the author decided about the last time is what the form goes on from.
        if let Some((known, _)) = latest.filter(|(_, revision)| *revision == based_on) {
            self.base.set_value(known);
        }
        let base = self.base.try_get_value().unwrap_or_default();
        let is_news = |now: &&ModelServer| {
            let before = base.iter().find(|before| before.id == now.id);
            let before = before.map(|before| before.url.as_str());
            before != Some(now.url.as_str()) && own(&now.id).as_deref() != Some(now.url.as_str())
        };
        let hidden = servers.iter().filter(|server| may_hold_key(&server.url));
        let moved = hidden.filter(is_news).map(|server| server.id.clone());
        let moved = moved.collect();
        self.are(servers.to_vec(), revision);
        moved
    }
}
