//! The command line.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::{net::SocketAddr, path::PathBuf};

/// A studio in which authors write novels with a language model.
///
/// Everything is kept in one folder; stop it with Ctrl-C, start it again, and what was being written
/// goes on where it stopped.
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
    /// Start the studio (the same as giving no command).
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

/// How the studio is started. A flag wins over its variable.
#[derive(Clone, Debug, ClapArgs)]
pub struct Args {
    /// Address to listen on; port 0 takes any free one.
    #[arg(long, env = "FABLEWRIGHT_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// Folder for the database; the platform's data folder where it is missing.
    #[arg(long, env = "FABLEWRIGHT_DATA", value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// Runs at once; 0 serves pages and executes nothing.
    #[arg(long, env = "FABLEWRIGHT_WORKERS", default_value_t = 2,
          value_parser = clap::value_parser!(u16).range(0..=64))]
    pub workers: u16,
    /// What becomes of unfinished work at the start.
    #[arg(long, env = "FABLEWRIGHT_ON_START", value_enum, default_value_t = OnStart::GoOn)]
    pub on_start: OnStart,
    /// What writes, whatever the settings say: `builtin` (the storyteller that needs no model),
    /// `openai:NAME`, `ollama:NAME`, `anthropic:NAME`, `gemini:NAME`, or `SERVER:NAME` with a server from
    /// the settings.
    #[arg(long, env = "FABLEWRIGHT_MODEL")]
    pub model: Option<String>,
    /// Base address of the server of `--model`, e.g. http://127.0.0.1:8080/v1. Its key comes from
    /// FABLEWRIGHT_MODEL_KEY.
    #[arg(long, env = "FABLEWRIGHT_MODEL_URL", value_name = "URL")]
    pub model_url: Option<String>,
    /// Tokens a second of the built-in writer; 0: as fast as it can.
    #[arg(long, env = "FABLEWRIGHT_BUILTIN_RATE", default_value_t = 60.0, value_parser = rate)]
    pub builtin_rate: f64,
    /// What to log: a level, or filters like `engine=debug,info`.
    #[arg(long, env = "RUST_LOG", default_value = "info")]
    pub log: String,
    /// How to log.
    #[arg(long, value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
}

/// What becomes of unfinished work at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OnStart {
    /// It goes on by itself.
    GoOn,
    /// It waits: the queue is paused until a person lets it go on.
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
