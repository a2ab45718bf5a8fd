//! The command line.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::{net::SocketAddr, path::PathBuf};

/// A studio in which authors write novels with a language model.
///
/// Stories, settings and keys are stored in one folder. Stop the studio with Ctrl-C; when you start it again,
/// it continues unfinished work where it stopped.
#[derive(Debug, Parser)]
#[command(name = "fablewright", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    args: Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the studio (the default command).
    Serve(Args),
}

impl Cli {
    /// The options, whether `serve` was written or not.
    pub fn args(self) -> Args {
        match self.command {
            Some(Command::Serve(args)) => args,
            None => self.args,
        }
    }
}

/// How the studio is started. A flag overrides its environment variable.
#[derive(Clone, Debug, ClapArgs)]
pub struct Args {
    /// Address to listen on. Port 0 chooses any free port.
    #[arg(long, env = "FABLEWRIGHT_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// Folder for the database, keys and backups [default: the platform's data folder].
    #[arg(long, env = "FABLEWRIGHT_DATA", value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// How many runs are executed in parallel. With 0 the studio serves pages but generates nothing.
    #[arg(long, env = "FABLEWRIGHT_WORKERS", default_value_t = 2,
          value_parser = clap::value_parser!(u16).range(0..=64))]
    pub workers: u16,
    /// What to do with unfinished work at startup.
    #[arg(long, env = "FABLEWRIGHT_ON_START", value_enum, default_value_t = OnStart::GoOn)]
    pub on_start: OnStart,
    /// Default model; overrides the settings. One of: `builtin` (the built-in demonstration, which needs no
    /// language model), `openai:NAME`, `ollama:NAME`, `anthropic:NAME`, `gemini:NAME`, or `SERVER:NAME` with a
    /// server from the settings.
    #[arg(long, env = "FABLEWRIGHT_MODEL")]
    pub model: Option<String>,
    /// Base URL of the server of `--model`, e.g. http://127.0.0.1:8080/v1. Set its key in the environment variable
    /// FABLEWRIGHT_MODEL_KEY.
    #[arg(long, env = "FABLEWRIGHT_MODEL_URL", value_name = "URL")]
    pub model_url: Option<String>,
    /// Speed of the built-in demonstration in tokens per second; 0 means no limit.
    #[arg(long, env = "FABLEWRIGHT_BUILTIN_RATE", default_value_t = 60.0, value_parser = rate)]
    pub builtin_rate: f64,
    /// What to log: a level, or filters such as `engine=debug,info`.
    #[arg(long, env = "RUST_LOG", default_value = "info")]
    pub log: String,
    /// Format of log lines.
    #[arg(long, value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
}

/// What to do with unfinished work at startup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OnStart {
    /// Continue by itself.
    #[value(name = "continue", alias = "go-on")]
    GoOn,
    /// Pause the queue until someone resumes it.
    Wait,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

fn rate(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(rate) if rate.is_finite() && (0.0..=1_000_000.0).contains(&rate) => Ok(rate),
        _ => Err("the rate must be a number of tokens per second from 0 to 1000000".to_owned()),
    }
}
