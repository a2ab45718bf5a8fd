//! `fablewright backup`.

use crate::{
    commands::BackupAction,
    display,
    error::CliError,
    output::{self, JsonText},
    table::TextTable,
    transport::{ApiRequest, Transport},
};
use domain::{BackupFile, Page};

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
            let mut table = TextTable::new(["MADE (UTC)", "SIZE", "FILE"]);
            for backup in list.items {
                let size = display::size(backup.bytes);
                table.row([display::time(backup.at), size, backup.file]);
            }
            output::print(&table.text("There are no backups yet."))
        }
    }
}
