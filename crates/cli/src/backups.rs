//! `fablewright backup`.

use crate::{
    commands::{BackupAction, OutputForm},
    display,
    error::CliError,
    output::{self, JsonText},
    table::{TextTable, printable},
    transport::{ApiRequest, Transport, encoded},
};
use domain::{
    BackupContents, BackupFile, BackupRestored, BackupSelection, BackupStory, Page, StoryId,
};
use serde_json::json;
use std::{
    fmt::Write as _,
    io::{self, BufRead as _, IsTerminal as _, Write as _},
};

pub(crate) async fn run(studio: &Transport, action: BackupAction) -> Result<(), CliError> {
    match action {
        BackupAction::Make { form } => {
            let made = JsonText::ask(studio, ApiRequest::post("/backups", None)).await?;
            if form.json {
                return made.print();
            }
            let made: BackupFile = made.read()?;
            output::print(&format!("{}\n", made.file))
        }
        BackupAction::List { form } => {
            let list = JsonText::list(studio, "/backups").await?;
            if form.json {
                return list.print();
            }
            let list: Page<BackupFile> = list.read()?;
            let mut table = TextTable::new(["ID", "MADE (UTC)", "SIZE", "WHY", "CHECK"]);
            for backup in list.items {
                let check = if backup.verified { "whole" } else { "damaged" };
                table.row([
                    backup.id,
                    display::time(backup.at),
                    display::size(backup.bytes),
                    backup.reason.label().to_owned(),
                    check.to_owned(),
                ]);
            }
            output::print(&table.text("There are no backups yet."))
        }
        BackupAction::Show { id, form } => {
            let contents = JsonText::ask(studio, ApiRequest::get(path(&id, ""))).await?;
            if form.json {
                return contents.print();
            }
            let BackupContents {
                stories,
                new_stories,
                ..
            } = contents.read()?;
            let mut table =
                TextTable::new(["ID", "CHANGED (UTC)", "CHAPTERS", "WORDS", "NOW", "TITLE"]);
            for story in stories.into_iter().chain(new_stories) {
                table.row([
                    story.id.to_string(),
                    display::time(story.updated_at),
                    story.chapters.to_string(),
                    story.words.to_string(),
                    story.now.label().to_owned(),
                    story.title,
                ]);
            }
            output::print(&table.text("There are no stories, neither in the backup nor now."))
        }
        BackupAction::Restore {
            id,
            story,
            yes,
            form,
        } => {
            let story = match story {
                Some(named) => Some(find(studio, &id, &named).await?),
                None => {
                    confirm(&id, yes)?;
                    None
                }
            };
            restore(studio, &id, BackupSelection { story }, form).await
        }
    }
}

fn path(id: &str, rest: &str) -> String {
    format!("/backups/{}{rest}", encoded(id))
}

async fn restore(
    studio: &Transport,
    id: &str,
    selection: BackupSelection,
    form: OutputForm,
) -> Result<(), CliError> {
    let request = ApiRequest::post(path(id, "/restore"), Some(json!(selection)));
    let restored = JsonText::ask(studio, request).await?;
    if form.json {
        return restored.print();
    }
    let BackupRestored {
        stories,
        story,
        kept,
        paused_runs,
    } = restored.read()?;
    if let Some(story) = story {
        return output::print(&format!("{}\n", story.id));
    }
    let stories = match stories {
        1 => "1 story".to_owned(),
        many => format!("{many} stories"),
    };
    let mut said = format!("Restored {stories}.");
    if let Some(kept) = kept {
        let _ = write!(said, " What was there before is backup {}.", kept.id);
    }
    if paused_runs > 0 {
        let runs = display::count(paused_runs, "unfinished run");
        let _ = write!(said, " Paused: {runs}.");
    }
    output::print(&format!("{said}\n"))
}

/// The story of a backup that is named by its id or its title.
async fn find(studio: &Transport, backup: &str, named: &str) -> Result<StoryId, CliError> {
    if let Ok(id) = named.parse() {
        return Ok(id);
    }
    let contents = JsonText::ask(studio, ApiRequest::get(path(backup, ""))).await?;
    let contents: BackupContents = contents.read()?;
    let titled = contents.stories.iter();
    let titled: Vec<&BackupStory> = titled.filter(|story| story.title == named).collect();
    match titled.as_slice() {
        [story] => Ok(story.id),
        [] => Err(CliError::Failed(format!(
            "This backup has no story “{}”. `fablewright backup show {backup}` lists what it has.",
            printable(named)
        ))),
        several => {
            let ids = several.iter().map(|story| story.id.to_string());
            Err(CliError::Failed(format!(
                "{} stories of this backup are called “{}”. Name one by its id: {}",
                several.len(),
                printable(named),
                ids.collect::<Vec<_>>().join(", ")
            )))
        }
    }
}

/// Asks before everything is replaced. A script has to say that it means it.
fn confirm(id: &str, yes: bool) -> Result<(), CliError> {
    if yes {
        return Ok(());
    }
    if !io::stdin().is_terminal() {
        return Err(CliError::failed(
            "This replaces everything in the library (what is there now is kept as a backup). Add --yes to do it.",
        ));
    }
    let mut asked = io::stderr().lock();
    write!(
        asked,
        "Replace everything in the library with backup {id}? What is there now is kept as a backup. [y/N] "
    )?;
    asked.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    match answer.trim().to_ascii_lowercase().as_str() {
        "y" | "yes" => Ok(()),
        _ => Err(CliError::failed("Nothing was changed.")),
    }
}
