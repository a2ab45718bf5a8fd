//! `fablewright run`.

use crate::folder::DataFolder;
use crate::{
    commands::{OutputForm, RunAction, RunChoice},
    display,
    ending::Ending,
    error::CliError,
    output::{self, JsonText},
    table::{TextTable, printable},
    transport::{ApiRequest, Transport, closing, encoded},
    watch::{self, RunWatch},
};
use domain::{ChapterRef, Page, Run, RunKind, Status};
use serde_json::json;

pub(crate) async fn run(folder: &dyn DataFolder, action: RunAction) -> Result<(), CliError> {
    match action {
        RunAction::Start {
            story,
            kind,
            chapter,
            wait,
            text,
            form,
        } => {
            let request = request(&story, kind, chapter);
            match wait {
                true => start_and_watch(folder, request, text, form).await,
                false => start(folder, request, form).await,
            }
        }
        RunAction::List { form } => {
            let studio = Transport::reach(folder, false).await?;
            closing(studio, async |studio| list(studio, form).await).await
        }
        RunAction::Watch { run, text, form } => {
            let ends = Ending::listen()?;
            let studio = Transport::reach(folder, true).await?;
            let watch = RunWatch::new(studio, folder, &run, text);
            report(&watch.until_end(ends).await?, form)
        }
        RunAction::Cancel(choice) => ask(folder, choice, "cancel").await,
        RunAction::Pause(choice) => ask(folder, choice, "pause").await,
        RunAction::Resume(choice) => ask(folder, choice, "resume").await,
    }
}

fn request(story: &str, kind: Option<RunKind>, chapter: Option<ChapterRef>) -> ApiRequest {
    let usual = match chapter {
        Some(_) => RunKind::Chapter,
        None => RunKind::AllChapters,
    };
    let body = json!({ "kind": kind.unwrap_or(usual), "chapter": chapter });
    ApiRequest::post(format!("/stories/{}/runs", encoded(story)), Some(body))
}

async fn start(
    folder: &dyn DataFolder,
    request: ApiRequest,
    form: OutputForm,
) -> Result<(), CliError> {
    let studio = Transport::reach(folder, false).await?;
    let is_in_process = studio.is_in_process();
    let started = closing(studio, async |studio| JsonText::ask(studio, request).await).await?;
    let run: Run = started.read()?;
    if is_in_process {
        output::remark(&format!(
            "No studio runs on this data folder: the run waits until one is started. To execute it here: fablewright \
             run watch {}",
            run.id
        ));
    }
    match form.json {
        true => started.print(),
        false => output::print(&format!("{}\n", run.id)),
    }
}

async fn start_and_watch(
    folder: &dyn DataFolder,
    request: ApiRequest,
    text: bool,
    form: OutputForm,
) -> Result<(), CliError> {
    let ends = Ending::listen()?;
    let studio = Transport::reach(folder, true).await?;
    let begun = async {
        // First the number of the last event: nothing of the run is missed.
        let seq = watch::last_event(&studio).await?;
        let run: Run = JsonText::ask(&studio, request).await?.read()?;
        Ok((seq, run.id.to_string()))
    };
    match begun.await {
        Ok((seq, id)) => {
            output::remark(&format!("Run {id}"));
            let watch = RunWatch::new(studio, folder, &id, text).since(seq);
            report(&watch.until_end(ends).await?, form)
        }
        Err(error) => {
            studio.close().await;
            Err(error)
        }
    }
}

/// What became of a run that was watched.
fn report(run: &Run, form: OutputForm) -> Result<(), CliError> {
    if form.json {
        let json = serde_json::to_string(run).unwrap_or_default();
        output::print(&format!("{json}\n"))?;
    }
    match (run.status, &run.error) {
        (Status::Succeeded, _) => Ok(()),
        (Status::Failed, Some(reason)) => Err(CliError::Failed(format!(
            "{}: {}",
            run.describe(),
            printable(reason)
        ))),
        _ => Err(CliError::Failed(format!(
            "{}. To continue it: fablewright run resume {}",
            run.describe(),
            run.id
        ))),
    }
}

async fn list(studio: &Transport, form: OutputForm) -> Result<(), CliError> {
    let list = JsonText::list(studio, "/runs").await?;
    if form.json {
        return list.print();
    }
    let list: Page<Run> = list.read()?;
    let mut table = TextTable::new(["ID", "STATUS", "DONE", "WORDS", "RUN", "STORY"]);
    for run in list.items {
        table.row([
            run.id.to_string(),
            run.status.label().to_owned(),
            display::percent(run.progress.fraction),
            run.words().to_string(),
            run.title(),
            run.story_title,
        ]);
    }
    output::print(&table.text("There are no runs yet."))
}

async fn ask(folder: &dyn DataFolder, choice: RunChoice, wish: &str) -> Result<(), CliError> {
    let request = ApiRequest::post(format!("/runs/{}/{wish}", encoded(&choice.run)), None);
    let studio = Transport::reach(folder, false).await?;
    let answer = closing(studio, async |studio| JsonText::ask(studio, request).await).await?;
    if choice.form.json {
        return answer.print();
    }
    let run: Run = answer.read()?;
    output::print(&format!("{}\n", printable(&run.describe())))
}
