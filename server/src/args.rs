//! The command line.

use crate::address::Listen;
use clap::{
    Args as ClapArgs, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum,
    builder::Resettable,
    error::{ContextKind, ContextValue, ErrorKind},
};
use cli::ClientCommand;
use std::{
    env,
    ffi::{OsStr, OsString},
    path::PathBuf,
};

/// A studio in which authors write novels with a language model.
///
/// Everything is kept in one folder. Stop the studio with Ctrl-C; when you start it again, unfinished runs continue where
/// they stopped. Each option can also be set by its environment variable; the option wins.
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
    #[command(flatten)]
    Client(ClientCommand),
}

impl Cli {
    /// Reads a command line. A variable that is set to nothing is not set.
    pub fn read(
        words: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    ) -> Result<Self, clap::Error> {
        let command = without_empty(Self::command());
        Self::from_arg_matches(&command.try_get_matches_from(words)?)
    }

    /// The options of a studio, whether `serve` was written or not. With another command: what their variables say.
    pub fn args(self) -> Args {
        self.parts().0
    }

    /// The same, and the command that asks a studio, if one was written.
    pub fn parts(self) -> (Args, Option<ClientCommand>) {
        match self.command {
            Some(Command::Serve(args)) => (args, None),
            Some(Command::Client(command)) => (self.args, Some(command)),
            None => (self.args, None),
        }
    }
}

/// A command and all below it, in which a variable that is set to nothing is not set.
fn without_empty(command: clap::Command) -> clap::Command {
    let command = command.mut_args(|arg| {
        let is_empty = arg
            .get_env()
            .and_then(env::var_os)
            .is_some_and(|value| value.is_empty());
        if is_empty {
            arg.env(Resettable::Reset)
        } else {
            arg
        }
    });
    command.mut_subcommands(without_empty)
}

/// How the studio is started. An option wins over its variable; a variable that is empty is not set.
#[derive(Clone, Debug, ClapArgs)]
pub struct Args {
    /// Where to listen: an address and a port (127.0.0.1:3000, [::1]:3000, localhost:3000), or a port alone (3000,
    /// :3000) on 127.0.0.1. Port 0 takes any free one. Other addresses than this machine's own need
    /// --insecure-no-login.
    #[arg(
        long,
        env = "FABLEWRIGHT_ADDR",
        default_value = "127.0.0.1:3000",
        value_name = "ADDRESS"
    )]
    pub addr: Listen,
    /// Listen also where other machines can connect. There are no accounts: everybody who can connect can read,
    /// change and delete every story.
    #[arg(long, env = "FABLEWRIGHT_INSECURE_NO_LOGIN", value_parser = yes_or_no)]
    pub insecure_no_login: bool,
    /// A name under which browsers reach the studio through a proxy, like studio.example.org; may be given several
    /// times. Without it, only addresses and localhost are answered.
    #[arg(long, env = "FABLEWRIGHT_ALLOW_HOST", value_name = "NAME", value_delimiter = ',', value_parser = host_name)]
    pub allow_host: Vec<String>,
    /// Folder for the database, its backups and the keys of servers. Default: the platform's data folder.
    #[arg(long, env = "FABLEWRIGHT_DATA", value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// Start with an empty library in a data folder whose database is missing or empty. Without it, such a folder is
    /// refused, so that a lost database is noticed.
    #[arg(long)]
    pub create_database: bool,
    /// How many runs are executed at once; 0 serves pages and executes none.
    #[arg(long, env = "FABLEWRIGHT_WORKERS", default_value_t = 2, value_parser = workers)]
    pub workers: u16,
    /// What to do with unfinished runs at the start.
    #[arg(long, env = "FABLEWRIGHT_ON_START", value_enum, default_value_t = OnStart::GoOn)]
    pub on_start: OnStart,
    /// The default model, whatever the settings say: `builtin` (the demonstration that needs no model),
    /// `openai:NAME`, `ollama:NAME`, `anthropic:NAME`, `gemini:NAME`, or `SERVER:NAME` with a server from
    /// the settings.
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
    /// Continue by themselves.
    #[value(name = "continue", alias = "go-on")]
    GoOn,
    /// Wait: the queue is paused until you resume it.
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

fn host_name(text: &str) -> Result<String, String> {
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    match text.trim() {
        name if !name.is_empty() && name.chars().all(letters) => Ok(name.to_owned()),
        _ => Err("a name has no port and no scheme, like studio.example.org".to_owned()),
    }
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "1" => Ok(true),
        "false" | "no" | "off" | "0" => Ok(false),
        _ => Err("write true or false".to_owned()),
    }
}

fn workers(text: &str) -> Result<u16, String> {
    match text.trim().parse() {
        Ok(number @ 0..=64) => Ok(number),
        _ => Err("a whole number from 0 to 64 is allowed".to_owned()),
    }
}

fn rate(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(rate) if rate.is_finite() && (0.0..=1_000_000.0).contains(&rate) => Ok(rate),
        _ => Err("the rate must be a number of tokens per second from 0 to 1000000".to_owned()),
    }
}

/// What set the value of an option, by its name: the option itself, or its variable.
pub(crate) fn set_by(option: &str) -> String {
    let words: Vec<OsString> = env::args_os().collect();
    source(option, &words, |variable| env::var_os(variable))
}

fn source(option: &str, words: &[OsString], value: impl Fn(&OsStr) -> Option<OsString>) -> String {
    let flag = format!("--{option}");
    let is_written = words.iter().any(|word| {
        let rest = word.to_string_lossy();
        let rest = rest.strip_prefix(&flag);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
    });
    let command = Cli::command();
    let mut all = command.get_arguments();
    let variable = all
        .find(|arg| arg.get_long() == Some(option))
        .and_then(|arg| arg.get_env())
        .filter(|variable| value(variable).is_some_and(|value| !value.is_empty()));
    match variable {
        Some(variable) if !is_written => variable.to_string_lossy().into_owned(),
        _ => flag,
    }
}

/// What is wrong with a command line or a variable, in one line: where it was set, and what is allowed there.
pub fn error_message(error: &clap::Error, words: &[OsString]) -> String {
    error_message_with(error, words, |variable| env::var_os(variable))
}

fn error_message_with(
    error: &clap::Error,
    words: &[OsString],
    value: impl Fn(&OsStr) -> Option<OsString>,
) -> String {
    let text = error.to_string();
    let line = text.lines().next().unwrap_or("error: wrong arguments");
    let command = Cli::command();
    if error.kind() == ErrorKind::InvalidUtf8 {
        let mut variables = command.get_arguments().filter_map(|arg| arg.get_env());
        let garbled = variables.find(|name| value(name).is_some_and(|it| it.to_str().is_none()));
        return match garbled {
            Some(name) => format!("error: {} is not valid UTF-8", name.to_string_lossy()),
            None => line.to_owned(),
        };
    }
    let named = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(named)) => named,
        // Each is on a line of its own.
        Some(ContextValue::Strings(missing)) => return format!("{line} {}", missing.join(" ")),
        _ => return line.to_owned(),
    };
    let option = named.trim_start_matches("--").split([' ', '=']).next();
    let source = source(option.unwrap_or_default(), words, value);
    let line = match source.starts_with("--") {
        true => line.to_owned(),
        false => line.replace(&format!("'{named}'"), &source),
    };
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(all)) if !all.is_empty() => {
            format!("{line}: {} is allowed", all.join(" or "))
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Args {
        let words = std::iter::once("fablewright").chain(words.iter().copied());
        Cli::read(words).expect("a command line").args()
    }

    #[test]
    fn both_ways_to_start_take_the_same() {
        for serve in [&["serve"][..], &[]] {
            let words = [
                serve,
                &[
                    "--addr",
                    ":0",
                    "--allow-host",
                    "a.example",
                    "--allow-host",
                    "b.example",
                ],
            ]
            .concat();
            let args = read(&words);
            assert_eq!(args.addr.to_string(), "127.0.0.1:0");
            assert_eq!(args.allow_host, ["a.example", "b.example"]);
            assert!(!args.insecure_no_login && !args.create_database);
        }
    }

    #[test]
    fn what_is_refused_is_told_with_its_variable_and_what_is_allowed() {
        let said = |words: &[&str], variable: &'static str| {
            let words = ["fablewright"].iter().chain(words).map(OsString::from);
            let words: Vec<OsString> = words.collect();
            let error = Cli::read(&words).expect_err("it is refused");
            error_message_with(&error, &words, |name| {
                (name == variable).then(|| OsString::from("x"))
            })
        };
        for (words, variable, expected) in [
            (
                ["--workers", "x"],
                "",
                "error: invalid value 'x' for '--workers <WORKERS>': a whole number from 0 to 64 is allowed",
            ),
            (
                ["--on-start=x", "--insecure-no-login"],
                "FABLEWRIGHT_ON_START",
                "error: invalid value 'x' for '--on-start <ON_START>': continue or wait is allowed",
            ),
        ] {
            assert_eq!(said(&words, variable), expected);
        }
        // As if the variable had the value.
        let error = Cli::read(["fablewright", "--on-start", "x"]).expect_err("it is refused");
        let value = |name: &OsStr| (name == "FABLEWRIGHT_ON_START").then(|| OsString::from("x"));
        assert_eq!(
            error_message_with(&error, &[], value),
            "error: invalid value 'x' for FABLEWRIGHT_ON_START: continue or wait is allowed"
        );
        assert_eq!(source("addr", &[], |_| None), "--addr");
    }

    #[test]
    fn a_command_names_its_folder_wherever_it_is_written() {
        for words in [
            ["fablewright", "story", "--data", "/a", "list"],
            ["fablewright", "story", "list", "--data", "/a"],
        ] {
            let (_, command) = Cli::read(words).expect("a command line").parts();
            let command = command.expect("a command");
            assert_eq!(command.data(), Some(std::path::Path::new("/a")));
        }
        let words = ["fablewright", "serve", "--data", "/a"];
        let (args, command) = Cli::read(words).expect("a command line").parts();
        assert!(command.is_none());
        assert_eq!(args.data, Some("/a".into()));
    }

    #[test]
    fn what_is_missing_is_named_in_one_line() {
        let words = ["fablewright", "story", "new"].map(OsString::from);
        let error = Cli::read(&words).expect_err("the premise is missing");
        assert_eq!(
            error_message_with(&error, &words, |_| None),
            "error: the following required arguments were not provided: --premise <PREMISE>"
        );
    }

    #[test]
    fn yes_is_said_in_several_ways() {
        assert_eq!(yes_or_no("1"), Ok(true));
        assert_eq!(yes_or_no("False"), Ok(false));
        assert!(yes_or_no("maybe").is_err());
        assert!(read(&["--insecure-no-login"]).insecure_no_login);
    }

    #[test]
    fn a_name_is_a_name() {
        for wrong in ["https://a.example", "a.example:443", ""] {
            let words = ["fablewright", "--allow-host", wrong];
            assert!(Cli::read(words).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_help_explains_every_option() {
        let mut command = Cli::command();
        let help = command.render_long_help().to_string();
        for arg in Cli::command().get_arguments() {
            let name = arg.get_long().unwrap_or_default();
            assert!(help.contains(&format!("--{name}")), "{name}");
            assert!(arg.get_help().is_some(), "{name} is not explained");
        }
    }
}
