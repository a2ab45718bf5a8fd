//! `fablewright completions` and `fablewright man`: made from the same description as the help.

use crate::{error::CliError, output};
use clap::Command;
use clap_complete::Shell;
use std::io;

const NAME: &str = "fablewright";

/// Prints the script that completes commands in a shell.
pub(crate) fn script(shell: Shell, mut whole: Command) -> Result<(), CliError> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut whole, NAME, &mut script);
    output::print_bytes(&script)
}

/// Prints the manual page.
pub(crate) fn manual(whole: Command) -> Result<(), CliError> {
    output::print_bytes(&manual_page(whole)?)
}

/// One page: the studio's own options, then each command with its options.
fn manual_page(mut command: Command) -> io::Result<Vec<u8>> {
    // Names each command with those that it belongs to, and gives it the options of all.
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for command in leaves(&command) {
        let name = command.get_bin_name().unwrap_or_default().to_owned();
        let man = clap_mangen::Man::new(command.clone());
        let mut part = Vec::new();
        man.render_synopsis_section(&mut part)?;
        man.render_description_section(&mut part)?;
        man.render_options_section(&mut part)?;
        let part = String::from_utf8_lossy(&part).replace(".SH ", ".SS ");
        page.extend(format!(".SH \"{}\"\n{part}", name.to_uppercase()).into_bytes());
    }
    Ok(page)
}

/// The commands that have none below them.
fn leaves(command: &Command) -> Vec<&Command> {
    let below = command
        .get_subcommands()
        .filter(|command| !matches!(command.get_name(), "help" | "serve"));
    below
        .flat_map(|command| match command.has_subcommands() {
            true => leaves(command),
            false => vec![command],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ClientCommand;
    use clap::Subcommand as _;

    #[test]
    fn every_command_is_in_the_manual() {
        let page = String::from_utf8(
            manual_page(ClientCommand::augment_subcommands(Command::new(NAME))).expect("a page"),
        )
        .expect("text");
        assert!(page.contains(".TH fablewright"), "{page}");
        for command in [
            "FABLEWRIGHT STORY LIST",
            "FABLEWRIGHT STORY EXPORT",
            "FABLEWRIGHT RUN WATCH",
            "FABLEWRIGHT BACKUP MAKE",
            "FABLEWRIGHT BACKUP RESTORE",
            "FABLEWRIGHT MODEL TEST",
            "FABLEWRIGHT COMPLETIONS",
        ] {
            assert!(page.contains(&format!(".SH \"{command}\"")), "{command}");
        }
        assert!(page.contains("\\-\\-premise"), "{page}");
    }
}
