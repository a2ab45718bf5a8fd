//! `fablewright model`.

use crate::{
    commands::ModelAction,
    error::CliError,
    output::{self, JsonText},
    table::{TextTable, printable},
    transport::{ApiRequest, Transport},
};
use domain::{ModelTest, Page, ServerModels, Settings};
use serde_json::json;

pub(crate) async fn run(studio: &Transport, action: ModelAction) -> Result<(), CliError> {
    match action {
        ModelAction::List { form } => {
            let list = JsonText::list(studio, "/models").await?;
            if form.json {
                return list.print();
            }
            let list: Page<ServerModels> = list.read()?;
            let mut table = TextTable::new(["SERVER", "MODEL"]);
            for ServerModels {
                server,
                models,
                error,
            } in list.items
            {
                let server = match server.as_str() {
                    "" => "(built in)".to_owned(),
                    _ => server,
                };
                for model in models {
                    table.row([server.clone(), model]);
                }
                if let Some(error) = error {
                    table.row([server, format!("({error})")]);
                }
            }
            output::print(
                &table.text("There are no model servers. Add one in the studio's settings."),
            )
        }
        ModelAction::Test { server, form } => {
            let tested = test(studio, &server).await?;
            if form.json {
                return tested.print();
            }
            let test: ModelTest = tested.read()?;
            output::print(&described(&test))?;
            match test.trouble {
                Some(trouble) => Err(CliError::Failed(trouble)),
                None => Ok(()),
            }
        }
    }
}

/// Tries the server that has this name in the settings.
async fn test(studio: &Transport, name: &str) -> Result<JsonText, CliError> {
    let settings = JsonText::ask(studio, ApiRequest::get("/settings")).await?;
    let servers = settings.read::<Settings>()?.preferences.servers;
    let Some(server) = servers.iter().find(|server| server.id == name) else {
        let names: Vec<&str> = servers.iter().map(|server| server.id.as_str()).collect();
        return Err(CliError::Failed(match names.as_slice() {
            [] => "There are no model servers. Add one in the studio's settings.".to_owned(),
            _ => format!(
                "The settings have no server “{name}”. They have {}.",
                names.join(", ")
            ),
        }));
    };
    let body = json!({ "server": server });
    JsonText::ask(studio, ApiRequest::post("/models/test", Some(body))).await
}

fn described(test: &ModelTest) -> String {
    let mut lines = vec![format!("Models: {}", test.models.join(", "))];
    if test.trouble.is_none() {
        lines.push(format!("{} wrote: {}", test.model, test.sentence));
        lines.push(format!("First token after {} ms", test.first_token_ms));
    }
    if let Some(rate) = test.tokens_per_second {
        lines.push(format!("{rate:.1} tokens per second"));
    }
    if let Some(context) = test.context {
        lines.push(format!("Context of {context} tokens"));
    }
    let lines = lines.iter().map(|line| format!("{}\n", printable(line)));
    lines.collect()
}
