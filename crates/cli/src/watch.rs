//! Watching a run until it has ended, through lost connections.

use crate::{
    ending::Ending,
    error::CliError,
    folder::DataFolder,
    output::{self, JsonText},
    sse::EventReader,
    transport::{self, ApiAnswer, ApiRequest, Transport},
    watch_text::PrintedText,
    watch_view::RunView,
};
use domain::{AppState, Draft, EventBody, EventFrame, Run, Status};
use futures::StreamExt as _;
use std::{ops::ControlFlow, time::Duration};

/// How long to wait before each try to reach a studio again.
const TRIES: [Duration; 8] = [
    Duration::from_millis(200),
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
    Duration::from_secs(8),
    Duration::from_secs(8),
];

/// A stream of a living studio has something to read more often than this, if only a sign of life.
const SILENCE: Duration = Duration::from_secs(45);

/// Somebody who watches a run.
pub(crate) struct RunWatch<'a> {
    studio: Transport,
    folder: &'a dyn DataFolder,
    id: &'a str,
    view: RunView,
    /// Where the text is printed.
    text: Option<PrintedText>,
    /// The number of the last event that is known; none before the run was looked at.
    last: Option<i64>,
}

/// The number of the studio's last event. Fails where nothing would ever execute a run.
pub(crate) async fn last_event(studio: &Transport) -> Result<i64, CliError> {
    let state = JsonText::ask(studio, ApiRequest::get("/state")).await?;
    let state: AppState = state.read()?;
    if studio.is_in_process() && state.queue.is_held {
        return Err(CliError::failed(
            "The queue is paused, so nothing runs. Start the studio and resume the queue there.",
        ));
    }
    Ok(state.seq)
}

impl<'a> RunWatch<'a> {
    pub(crate) fn new(
        studio: Transport,
        folder: &'a dyn DataFolder,
        id: &'a str,
        text: bool,
    ) -> Self {
        Self {
            studio,
            folder,
            id,
            view: RunView::new(text),
            text: text.then(PrintedText::default),
            last: None,
        }
    }

    /// From an event on that came before the run.
    pub(crate) fn since(mut self, seq: i64) -> Self {
        self.last = Some(seq);
        self
    }

    /// Watches until the run has ended; with Ctrl-C, SIGTERM or a closed terminal no longer. What runs in this process then goes back to the queue.
    /// `ends` listens since before the folder was opened.
    pub(crate) async fn until_end(mut self, mut ends: Ending) -> Result<Run, CliError> {
        let watched = tokio::select! {
            watched = self.follow() => watched,
            () = ends.caught() => Err(CliError::Detached(self.farewell())),
        };
        self.view.end();
        self.studio.close().await;
        if self.text.is_some_and(|text| !text.is_empty()) {
            output::print("\n")?;
        }
        watched
    }

    fn farewell(&self) -> String {
        let id = self.id;
        let goes_on = match self.studio.is_in_process() {
            true => format!(
                "The run waits in the queue. Continue with `fablewright run watch {id}` or in the studio."
            ),
            false => "The run goes on in the studio.".to_owned(),
        };
        format!("{goes_on} To cancel it: fablewright run cancel {id}")
    }

    async fn follow(&mut self) -> Result<Run, CliError> {
        if self.last.is_none() {
            self.last = Some(last_event(&self.studio).await?);
            if let ControlFlow::Break(run) = self.catch_up().await? {
                return Ok(run);
            }
        }
        if self.studio.is_in_process() {
            self.view.remark(
                "No studio runs on this data folder, so this command generates. A studio can start here when it has \
                 ended. Ctrl-C ends it; the run then waits in the queue.",
            );
        }
        let mut tries = 0;
        loop {
            let before = self.last;
            match self.stream().await {
                Ok(ControlFlow::Break(run)) => return Ok(run),
                // It broke off.
                Ok(ControlFlow::Continue(())) | Err(CliError::Unavailable(_)) => {}
                Err(error) => return Err(error),
            }
            if self.last > before {
                tries = 0;
            }
            self.reconnect(&mut tries).await?;
        }
    }

    /// Finds the studio again, wherever it listens now.
    async fn reconnect(&mut self, tries: &mut usize) -> Result<(), CliError> {
        if self.studio.is_in_process() {
            return Err(CliError::failed("The live stream of this run broke off."));
        }
        let data = self.folder.path()?;
        while let Some(&wait) = TRIES.get(*tries) {
            if *tries == 1 {
                self.view
                    .remark("The connection to the studio is lost; trying again.");
            }
            *tries += 1;
            tokio::time::sleep(wait).await;
            if let Some(found) = transport::find(&data).await? {
                self.studio = found;
                return Ok(());
            }
        }
        Err(CliError::failed(format!(
            "The studio no longer answers. The run goes on when it is started again; then watch it with \
             `fablewright run watch {}`.",
            self.id
        )))
    }

    fn path(&self, rest: &str) -> String {
        format!("/runs/{}{rest}", transport::encoded(self.id))
    }

    /// Shows the run and its draft as they are now.
    async fn catch_up(&mut self) -> Result<ControlFlow<Run>, CliError> {
        let request = ApiRequest::get(self.path(""));
        let run: Run = JsonText::ask(&self.studio, request).await?.read()?;
        if let Some(text) = &mut self.text
            && run.status.is_open()
        {
            let request = ApiRequest::get(format!("/runs/{}/draft", transport::encoded(self.id)));
            // Not every step has one.
            if let Ok(draft) = JsonText::ask(&self.studio, request).await {
                let draft: Draft = draft.read()?;
                output::print(&text.catch_up(&draft))?;
            }
        }
        self.see(run)
    }

    /// Reads the live stream until it ends or the run has.
    async fn stream(&mut self) -> Result<ControlFlow<Run>, CliError> {
        let request =
            ApiRequest::get(self.path("/events")).after_event(self.last.unwrap_or_default());
        let ApiAnswer { mut body, .. } = self.studio.send(request).await?;
        let mut frames = EventReader::default();
        while let Ok(Some(Ok(bytes))) = tokio::time::timeout(SILENCE, body.next()).await {
            for frame in frames.read(&bytes) {
                if let ControlFlow::Break(run) = self.take(&frame).await? {
                    return Ok(ControlFlow::Break(run));
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    async fn take(&mut self, frame: &EventFrame) -> Result<ControlFlow<Run>, CliError> {
        self.last = Some(frame.seq);
        // What this version does not know is passed over.
        let Ok(Some(event)) = frame.decode() else {
            return Ok(ControlFlow::Continue(()));
        };
        match event.body {
            EventBody::Run(run) => return self.see(*run),
            EventBody::Text {
                chapter,
                offset,
                text,
                ..
            } => {
                if let Some(printed) = &mut self.text {
                    output::print(&printed.add(chapter, offset, &text))?;
                }
            }
            EventBody::Rewind {
                chapter, offset, ..
            } => {
                let printed = self.text.as_mut();
                let dropped = printed.map_or(0, |printed| printed.rewind(chapter, offset));
                if dropped > 0 {
                    self.view.remark(&format!(
                        "\n[The last {dropped} bytes of this text were dropped and are written again.]"
                    ));
                }
            }
            EventBody::Notice { text, .. } => self.view.remark(&crate::table::printable(&text)),
            EventBody::Reset(_) => return self.catch_up().await,
            EventBody::Chapter { .. }
            | EventBody::Story { .. }
            | EventBody::World { .. }
            | EventBody::Queue(_) => {}
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Shows the run; breaks where it goes no further.
    fn see(&mut self, run: Run) -> Result<ControlFlow<Run>, CliError> {
        self.view.show(&run);
        // In this process, nobody else could continue it.
        let stands_still = run.status == Status::Paused && self.studio.is_in_process();
        if stands_still {
            return Err(CliError::failed(format!(
                "The run is paused. Continue it with `fablewright run resume {0}`, then `fablewright run watch {0}`.",
                self.id
            )));
        }
        Ok(match run.status.is_ended() {
            true => ControlFlow::Break(run),
            false => ControlFlow::Continue(()),
        })
    }
}
