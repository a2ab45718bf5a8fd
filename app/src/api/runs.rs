//! Runs: start one, wish something of one, look at them.

use super::ApiResult;
use domain::{AppState, Draft, NewRun, Queue, Run, RunId, RunPatch, StoryId};
use leptos::{prelude::*, server_fn::codec::Json};
use serde::{Deserialize, Serialize};

/// What a person can wish of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RunCommand {
    /// Stop for good; the text written so far is kept.
    Cancel,
    /// Stand still.
    Pause,
    /// Stand still once the chapter under way is finished.
    PauseAfterChapter,
    /// Do not stand still after the chapter.
    ContinueAfterChapter,
    /// Go on from where it stands.
    Resume,
    /// Try again after a failure.
    Retry,
}

/// Runs that ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EndedRuns {
    /// The last one first.
    pub runs: Vec<Run>,
    /// Whether there are others.
    pub more: bool,
}

/// What every open page mirrors.
#[server(prefix = "/api/studio", endpoint = "state", input = Json)]
pub async fn get_state() -> ApiResult<AppState> {
    use super::server::{api_result, engine};
    api_result(engine().state().await)
}

/// Starts a run. The same `key` answers the same run.
#[server(prefix = "/api/studio", endpoint = "start_run", input = Json)]
pub async fn start_run(story: StoryId, new: NewRun, key: String) -> ApiResult<Run> {
    use super::server::{api_result, engine};
    api_result(engine().start(story, new, Some(key)).await)
}

/// Asks a run to stop, stand still, go on or try again.
#[server(prefix = "/api/studio", endpoint = "control_run", input = Json)]
pub async fn control_run(run: RunId, command: RunCommand) -> ApiResult<Run> {
    use super::server::{api_result, engine_for};
    let engine = engine_for(run);
    api_result(match command {
        RunCommand::Cancel => engine.request_cancel(run).await,
        RunCommand::Pause => engine.request_pause(run).await,
        RunCommand::PauseAfterChapter => engine.pause_after_chapter(run, true).await,
        RunCommand::ContinueAfterChapter => engine.pause_after_chapter(run, false).await,
        RunCommand::Resume => engine.resume(run).await,
        RunCommand::Retry => engine.retry(run).await,
    })
}

/// Changes a run that waits, is paused, or stopped and can go on: its place, its feedback, its model, its budget.
#[server(prefix = "/api/studio", endpoint = "change_run", input = Json)]
pub async fn change_run(run: RunId, patch: RunPatch, version: i64) -> ApiResult<Run> {
    use super::server::{api_result, engine_for};
    api_result(engine_for(run).update_run(run, patch, version).await)
}

/// A run as it is now.
#[server(prefix = "/api/studio", endpoint = "run", input = Json)]
pub async fn get_run(run: RunId) -> ApiResult<Run> {
    use super::server::{api_result, engine_for};
    api_result(engine_for(run).run(run).await)
}

/// Pauses the queue, or lets it go on.
#[server(prefix = "/api/studio", endpoint = "set_queue_paused", input = Json)]
pub async fn set_queue_paused(paused: bool) -> ApiResult<Queue> {
    use super::server::{api_result, engine};
    let engine = engine();
    api_result(if paused {
        engine.pause_queue().await
    } else {
        engine.resume_queue().await
    })
}

/// Cancels all runs that wait or, where a story is named, all open ones of it. Answers how many.
#[server(prefix = "/api/studio", endpoint = "cancel_many", input = Json)]
pub async fn cancel_many(story: Option<StoryId>) -> ApiResult<u32> {
    use super::server::{api_result, engine};
    use engine::CancelScope;

    let scope = story.map_or(CancelScope::Waiting, CancelScope::Story);
    let cancelled = api_result(engine().cancel_many(scope).await)?;
    Ok(cancelled.len() as u32)
}

/// So many of the runs that ended lately.
#[server(prefix = "/api/studio", endpoint = "ended_runs", input = Json)]
pub async fn list_ended_runs(most: u32) -> ApiResult<EndedRuns> {
    use super::server::{api_result, engine};
    use engine::RunFilter;

    let filter = RunFilter {
        ended: true,
        ..RunFilter::default()
    };
    let most = most.min(1_000);
    // One more than shown tells whether there are more.
    let mut runs = api_result(engine().runs(filter, most + 1, None).await)?.items;
    let more = runs.len() > most as usize;
    runs.truncate(most as usize);
    Ok(EndedRuns { runs, more })
}

/// What is written so far of the run's step under way.
#[server(prefix = "/api/studio", endpoint = "draft", input = Json)]
pub async fn get_draft(run: RunId) -> ApiResult<Option<Draft>> {
    use super::server::{api_result, engine_for};
    api_result(engine_for(run).draft(run).await)
}
