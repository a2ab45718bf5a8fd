//! Pages beside the one that answers calls, and who asked for them.

use serde_json::Value;

/// Another page that is there: its path, the status, and what it says.
pub(super) type StubPage = (&'static str, &'static str, Value);

/// A request for anything but an answer.
#[derive(Clone, Debug)]
pub struct Visit {
    pub path: String,
    pub headers: Vec<(String, String)>,
}

impl Visit {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}
