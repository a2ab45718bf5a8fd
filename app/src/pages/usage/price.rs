//! What a budget in money can't see: models without a price.

use crate::formatting;
use domain::{BUILTIN, Settings};

/// What to say to an author who limits what a run by this model may cost (empty: the one in Settings).
pub fn missing_price_notice(settings: &Settings, model: &str) -> Option<String> {
    let preferences = &settings.preferences;
    let of_run = match model {
        "" => settings.model.as_str(),
        named => named,
    };
    // The built-in model does every stage, whatever the settings say.
    if of_run == BUILTIN {
        return Some("The built-in demonstration is free, so a cost limit never applies.".into());
    }
    let stages = &preferences.stages;
    let mut used: Vec<&str> = [&stages.plan, &stages.draft, &stages.edit, &stages.check]
        .map(|stage| match stage.as_str() {
            // A model that the run names does every stage.
            other if !other.is_empty() && model.is_empty() => other,
            _ => of_run,
        })
        .to_vec();
    used.sort_unstable();
    used.dedup();
    let is_priced = |name: &str| {
        let server = name.split_once(':').map_or("", |(server, _)| server);
        let mut servers = preferences.servers.iter();
        let known = servers.find(|known| known.id == server);
        let price = known.and_then(|known| known.price);
        price.is_some_and(|price| price.prompt > 0.0 || price.answer > 0.0)
    };
    let (priced, without): (Vec<&str>, Vec<&str>) =
        used.into_iter().partition(|name| is_priced(name));
    if without.is_empty() {
        return None;
    }
    let names: Vec<String> = without.into_iter().map(formatting::model_name).collect();
    let names = names.join(" and ");
    Some(match priced.is_empty() {
        true => format!("No price is set for {names}, so a cost limit never applies."),
        false => {
            format!("No price is set for {names}, so its use does not count toward the cost limit.")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ModelServer, Preferences, Price, StageModels};

    fn settings(check: &str) -> Settings {
        let server = |id: &str, price| ModelServer {
            id: id.to_owned(),
            price,
            ..ModelServer::default()
        };
        let price = Price {
            prompt: 3.0,
            answer: 15.0,
        };
        Settings {
            model: "local:small".to_owned(),
            model_is_fixed: false,
            preferences: Preferences {
                servers: vec![server("local", None), server("far", Some(price))],
                stages: StageModels {
                    check: check.to_owned(),
                    ..StageModels::default()
                },
                ..Preferences::default()
            },
            revision: 1,
            workers: 2,
            data: String::new(),
            version: String::new(),
        }
    }

    #[test]
    fn a_model_without_a_price_never_uses_up_a_budget_in_money() {
        let described = |model: &str, check: &str| {
            missing_price_notice(&settings(check), model).unwrap_or_default()
        };
        assert_eq!(
            described("", ""),
            "No price is set for small, so a cost limit never applies."
        );
        assert_eq!(described("far:large", ""), "");
        assert_eq!(
            described("", "far:large"),
            "No price is set for small, so its use does not count toward the cost limit."
        );
        assert_eq!(described("far:large", "local:small"), "");
        assert!(described("builtin", "far:large").starts_with("The built-in demonstration"));
    }
}
