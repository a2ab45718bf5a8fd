//! Which crate may link which, as one table: the arrows of the architecture.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::packages::dependencies;
use crate::sources::fail_with;

/// A crate of the workspace, and which others it may link, directly or through others.
const MAY_LINK: [(&str, &[&str]); 27] = [
    ("plain-text", &[]),
    ("domain", &["plain-text"]),
    ("exchange", &["domain", "plain-text"]),
    ("cli", &["domain", "exchange", "plain-text"]),
    ("book", &["domain", "exchange", "plain-text"]),
    ("files", &[]),
    ("rules", &["domain", "plain-text"]),
    ("text", &["domain", "plain-text"]),
    ("manuscript", &["domain", "exchange", "plain-text", "text"]),
    ("replace", &["domain", "plain-text", "text"]),
    ("writing", &["domain", "plain-text", "text"]),
    ("checks", &["domain", "plain-text", "text", "writing"]),
    ("reading", &["domain", "plain-text", "text", "writing"]),
    (
        "storyteller",
        &["checks", "domain", "plain-text", "text", "writing"],
    ),
    ("prompts", &["domain", "plain-text", "text", "writing"]),
    ("answers", &["domain", "plain-text", "text", "writing"]),
    (
        "llm-client",
        &[
            "answers",
            "domain",
            "files",
            "plain-text",
            "prompts",
            "text",
            "writing",
        ],
    ),
    (
        "store",
        &[
            "domain",
            "exchange",
            "plain-text",
            "reading",
            "rules",
            "text",
            "writing",
        ],
    ),
    (
        "sqlite-file",
        &[
            "domain",
            "exchange",
            "files",
            "plain-text",
            "reading",
            "rules",
            "store",
            "text",
            "writing",
        ],
    ),
    (
        "sqlite-rows",
        &[
            "domain",
            "exchange",
            "plain-text",
            "reading",
            "rules",
            "store",
            "text",
            "writing",
        ],
    ),
    (
        "sqlite-stories",
        &[
            "domain",
            "exchange",
            "plain-text",
            "reading",
            "rules",
            "sqlite-rows",
            "store",
            "text",
            "writing",
        ],
    ),
    (
        "store-sqlite",
        &[
            "domain",
            "exchange",
            "files",
            "plain-text",
            "reading",
            "rules",
            "sqlite-file",
            "sqlite-rows",
            "sqlite-stories",
            "store",
            "text",
            "writing",
        ],
    ),
    (
        "store-tests",
        &[
            "domain",
            "exchange",
            "plain-text",
            "reading",
            "rules",
            "store",
            "text",
            "writing",
        ],
    ),
    (
        "test-support",
        &[
            "checks",
            "domain",
            "plain-text",
            "storyteller",
            "text",
            "writing",
        ],
    ),
    (
        "model-session",
        &[
            "answers",
            "domain",
            "exchange",
            "files",
            "llm-client",
            "plain-text",
            "prompts",
            "reading",
            "rules",
            "store",
            "text",
            "writing",
        ],
    ),
    ("engine", ENGINE),
    // The pages talk to the engine; only `server` chooses a store and a built-in writer.
    ("app", WITH_ENGINE),
];

const ENGINE: &[&str] = &[
    "answers",
    "book",
    "checks",
    "domain",
    "exchange",
    "files",
    "llm-client",
    "manuscript",
    "model-session",
    "plain-text",
    "prompts",
    "reading",
    "replace",
    "rules",
    "store",
    "text",
    "writing",
];

const WITH_ENGINE: &[&str] = &[
    "answers",
    "book",
    "checks",
    "domain",
    "engine",
    "exchange",
    "files",
    "llm-client",
    "manuscript",
    "model-session",
    "plain-text",
    "prompts",
    "reading",
    "replace",
    "rules",
    "store",
    "text",
    "writing",
];

/// A library that is a decision, and which crates of the table may link it.
const LIBRARIES: [(&str, &[&str]); 5] = [
    (
        "sqlx",
        &[
            "sqlite-file",
            "sqlite-rows",
            "sqlite-stories",
            "store-sqlite",
        ],
    ),
    ("rustls", &["llm-client", "model-session", "engine", "app"]),
    (
        "reqwest",
        &["cli", "llm-client", "model-session", "engine", "app"],
    ),
    ("axum", &["app", "cli"]),
    ("leptos", &["app"]),
];

/// Fails with every arrow that the table does not have.
pub(crate) fn all() -> Result<()> {
    let mut wrong = Vec::new();
    for (name, may) in MAY_LINK {
        let package: &[&str] = match name {
            "app" => &["app", "--features", "app/ssr"],
            _ => &[name],
        };
        wrong.extend(beyond(name, may, &dependencies(package)?));
    }
    fail_with(wrong)
}

/// What a crate links that it may not.
fn beyond(name: &str, may: &[&str], linked: &BTreeSet<String>) -> Vec<String> {
    let of_workspace = MAY_LINK
        .iter()
        .map(|(member, _)| *member)
        .filter(|member| *member != name && !may.contains(member));
    let libraries = LIBRARIES
        .iter()
        .filter(|(_, allowed)| !allowed.contains(&name))
        .map(|(library, _)| *library);
    of_workspace
        .chain(libraries)
        .filter(|forbidden| linked.contains(*forbidden))
        .map(|forbidden| format!("{name} links {forbidden}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_that_is_not_in_the_table_is_named() {
        let linked = ["text", "domain", "store", "sqlx"].map(str::to_owned);
        let linked = linked.into_iter().collect();
        let wrong = beyond("text", &["domain"], &linked);
        assert_eq!(wrong, ["text links store", "text links sqlx"]);
        assert!(beyond("store-sqlite", &["domain", "store", "text"], &linked).is_empty());
    }

    #[test]
    fn the_table_has_no_circle() {
        for (name, may) in MAY_LINK {
            for other in may {
                let back = MAY_LINK.iter().find(|(member, _)| member == other);
                assert!(
                    back.is_some_and(|(_, links)| !links.contains(&name)),
                    "{name} and {other}"
                );
            }
        }
    }
}
