//! The commands beside `serve`, as they are written on a command line.

use clap::{
    Args as ClapArgs, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser as _},
};
use clap_complete::Shell;
use domain::{ChapterRef, RunKind};
use exchange::export::{ChapterSelection, ExportFormat};
use std::path::{Path, PathBuf};

/// A command that asks a studio for something and ends.
#[derive(Debug, Subcommand)]
pub enum ClientCommand {
    /// List, show, make and export stories.
    Story(StoryCommands),
    /// Start, watch and control runs.
    Run(RunCommands),
    /// Make, list and restore backups of the database.
    Backup(BackupCommands),
    /// List models and test model servers.
    Model(ModelCommands),
    /// Print a script that completes commands in your shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page.
    Man,
    /// Print the licences of the program and of what is in it.
    Licences,
}

impl ClientCommand {
    /// The data folder that it names.
    pub fn data(&self) -> Option<&Path> {
        let target = match self {
            Self::Story(StoryCommands { target, .. })
            | Self::Run(RunCommands { target, .. })
            | Self::Backup(BackupCommands { target, .. })
            | Self::Model(ModelCommands { target, .. }) => target,
            Self::Completions { .. } | Self::Man | Self::Licences => return None,
        };
        target.data.as_deref()
    }
}

/// Which studio is asked.
#[derive(Debug, ClapArgs)]
pub struct Target {
    /// The studio's data folder. A studio that runs there is asked; where none runs, the command opens the folder
    /// itself. Default: the platform's data folder.
    #[arg(
        long,
        env = "FABLEWRIGHT_DATA",
        value_name = "FOLDER",
        global = true,
        help_heading = "Options of every command"
    )]
    pub data: Option<PathBuf>,
}

/// The form in which an answer is printed.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub struct OutputForm {
    /// Print the answer of the REST API as it is.
    #[arg(long)]
    pub json: bool,
}

/// `story …`
#[derive(Debug, ClapArgs)]
pub struct StoryCommands {
    /// What to do.
    #[command(subcommand)]
    pub action: StoryAction,
    /// Where.
    #[command(flatten)]
    pub target: Target,
}

/// What can be done with stories.
#[derive(Debug, Subcommand)]
pub enum StoryAction {
    /// List all stories, the newest change first.
    List {
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// Show a story and its chapters.
    Show {
        /// The story's id.
        id: String,
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// Make a story with empty chapters.
    New {
        /// What the story is about.
        #[arg(long)]
        premise: String,
        /// Its title. Default: made from the premise.
        #[arg(long)]
        title: Option<String>,
        /// How many chapters it has. Default: 5.
        #[arg(long, value_name = "NUMBER")]
        chapters: Option<u32>,
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// Import a manuscript: show its chapters, and with --yes make a story of them.
    Import {
        /// The manuscript (DOCX, EPUB, Markdown, text, HTML, zip), the files or the folder of its chapters, or a story
        /// that was exported as JSON.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The story's title. Default: as the file says.
        #[arg(long, requires = "yes")]
        title: Option<String>,
        /// The encoding of text files, like windows-1252. Default: found by itself.
        #[arg(long, value_name = "NAME")]
        encoding: Option<String>,
        /// Import it at once.
        #[arg(long)]
        yes: bool,
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// Find a passage in all stories, or in one.
    Search {
        /// What to look for.
        query: String,
        /// The id of the story to look in. Default: all stories.
        #[arg(long, value_name = "ID")]
        story: Option<String>,
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// Write a story's book to a file.
    Export {
        /// The story's id.
        id: String,
        /// The kind of file. Default: as it is set for the story.
        #[arg(long, value_parser = export_format())]
        format: Option<ExportFormat>,
        /// Which chapters, like 1-5,8 or 9-. Default: as it is set for the story.
        #[arg(long)]
        chapters: Option<ChapterSelection>,
        /// Where to write it; `-` is the standard output. Default: a new file in this folder, named after the story.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

/// `run …`
#[derive(Debug, ClapArgs)]
pub struct RunCommands {
    /// What to do.
    #[command(subcommand)]
    pub action: RunAction,
    /// Where.
    #[command(flatten)]
    pub target: Target,
}

/// What can be done with runs.
#[derive(Debug, Subcommand)]
pub enum RunAction {
    /// Start a run in the background.
    Start {
        /// The story's id.
        story: String,
        /// What to generate. Default: `chapter` with --chapter, else `all_chapters`.
        #[arg(long, value_parser = run_kind())]
        kind: Option<RunKind>,
        /// The chapter, by its number or id.
        #[arg(long)]
        chapter: Option<ChapterRef>,
        /// Watch the run until it has ended. Where no studio runs, this command executes it.
        #[arg(long)]
        wait: bool,
        /// With --wait: print the text while it is written.
        #[arg(long, requires = "wait", conflicts_with = "json")]
        text: bool,
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// List all runs, the newest first.
    List {
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// Watch a run until it has ended. Where no studio runs, this command executes what is queued meanwhile.
    Watch {
        /// The run's id.
        run: String,
        /// Print the text while it is written.
        #[arg(long, conflicts_with = "json")]
        text: bool,
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// Cancel a run. What is written so far is kept.
    Cancel(RunChoice),
    /// Pause a run.
    Pause(RunChoice),
    /// Continue a run that is paused, failed or was cancelled.
    Resume(RunChoice),
}

/// One run.
#[derive(Debug, ClapArgs)]
pub struct RunChoice {
    /// The run's id.
    pub run: String,
    /// How the run is printed.
    #[command(flatten)]
    pub form: OutputForm,
}

/// `backup …`
#[derive(Debug, ClapArgs)]
pub struct BackupCommands {
    /// What to do.
    #[command(subcommand)]
    pub action: BackupAction,
    /// Where.
    #[command(flatten)]
    pub target: Target,
}

/// What can be done with backups.
#[derive(Debug, Subcommand)]
pub enum BackupAction {
    /// Make a checked backup now.
    Make {
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// List all backups, the newest first.
    List {
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// Show the stories in a backup, compared with those in the library.
    Show {
        /// The backup's id.
        id: String,
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// Restore everything in a backup, or one story of it as a new story. What is in the library now is kept as a backup.
    Restore {
        /// The backup's id.
        id: String,
        /// Restore this story alone, by its id or its title. Nothing in the library is changed.
        #[arg(long, value_name = "ID|TITLE")]
        story: Option<String>,
        /// Restore everything without asking.
        #[arg(long)]
        yes: bool,
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
}

/// `model …`
#[derive(Debug, ClapArgs)]
pub struct ModelCommands {
    /// What to do.
    #[command(subcommand)]
    pub action: ModelAction,
    /// Where.
    #[command(flatten)]
    pub target: Target,
}

/// What can be done with models.
#[derive(Debug, Subcommand)]
pub enum ModelAction {
    /// List the models of every server.
    List {
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
    /// Have a server write a sentence, and measure it.
    Test {
        /// The server's name in the settings.
        server: String,
        /// How the answer is printed.
        #[command(flatten)]
        form: OutputForm,
    },
}

fn run_kind() -> impl clap::builder::TypedValueParser<Value = RunKind> {
    PossibleValuesParser::new(RunKind::ALL.map(RunKind::as_str))
        .try_map(|word| RunKind::parse(&word).ok_or("no kind of run"))
}

fn export_format() -> impl clap::builder::TypedValueParser<Value = ExportFormat> {
    let words = ExportFormat::ALL.iter().map(|format| format.as_str());
    PossibleValuesParser::new(words)
        .try_map(|word| ExportFormat::parse(&word).ok_or("no kind of file"))
}
