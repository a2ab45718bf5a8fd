//! `fablewright story import`.

use crate::{
    commands::OutputForm,
    display,
    error::CliError,
    output::{self, JsonText},
    table::{TextTable, printable},
    transport::{ApiRequest, FormBody, Transport},
};
use domain::Story;
use exchange::import::{ImportPreview, MAX_UPLOAD};
use serde_json::json;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What is imported, and how.
pub(crate) struct ImportRequest {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) title: Option<String>,
    pub(crate) encoding: Option<String>,
    pub(crate) yes: bool,
    pub(crate) form: OutputForm,
}

/// A file, with its folder in its name where a folder was named.
type NamedFile = (String, PathBuf);

pub(crate) async fn run(studio: &Transport, request: ImportRequest) -> Result<(), CliError> {
    let mut files = Vec::new();
    for path in &request.files {
        let name = path.file_name().unwrap_or(path.as_os_str());
        gather(path, &name.to_string_lossy(), &mut files)?;
    }
    let form = body(&files, request.encoding.as_deref())?;
    let preview = JsonText::ask(studio, ApiRequest::form("/imports", form)).await?;
    let read: ImportPreview = preview.read()?;
    if !request.form.json {
        output::print(&shown(&read))?;
    }
    if !request.yes {
        if request.form.json {
            return preview.print();
        }
        let id = read.id;
        return output::print(&format!(
            "\nNothing is in the library yet. Add --yes to import it, or change its chapters in the studio at /import/{id}\n"
        ));
    }
    let path = format!("/imports/{}/accept", read.id);
    let title = json!({ "title": request.title });
    let made = JsonText::ask(studio, ApiRequest::post(path, Some(title))).await?;
    if request.form.json {
        return made.print();
    }
    let story: Story = made.read()?;
    output::print(&format!("\n{}\n", story.id))
}

/// A file, or all files of a folder.
fn gather(path: &Path, name: &str, files: &mut Vec<NamedFile>) -> Result<(), CliError> {
    let unread = |error: io::Error| unreadable(path, &error);
    if !fs::metadata(path).map_err(unread)?.is_dir() {
        files.push((name.to_owned(), path.to_owned()));
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        // A link could lead back to this folder.
        if entry.file_type().map_err(unread)?.is_symlink() {
            continue;
        }
        let below = format!("{name}/{}", entry.file_name().to_string_lossy());
        gather(&entry.path(), &below, files)?;
    }
    Ok(())
}

/// The files as a form.
fn body(files: &[NamedFile], encoding: Option<&str>) -> Result<FormBody, CliError> {
    let mut form = FormBody::new();
    if let Some(encoding) = encoding {
        form.add_value("encoding", encoding);
    }
    let mut size = 0;
    for (name, path) in files {
        let unread = |error: io::Error| unreadable(path, &error);
        size += fs::metadata(path).map_err(unread)?.len();
        if size > MAX_UPLOAD {
            return Err(CliError::Failed(format!(
                "These files are larger than {} MB. Remove their pictures, or import the manuscript in parts.",
                MAX_UPLOAD >> 20
            )));
        }
        form.add_file("file", name, &fs::read(path).map_err(unread)?);
    }
    Ok(form)
}

fn unreadable(path: &Path, error: &io::Error) -> CliError {
    CliError::Failed(format!("{} can't be read: {error}.", path.display()))
}

/// The chapters as they would be imported, and what can't be taken over.
fn shown(preview: &ImportPreview) -> String {
    let mut table = TextTable::new(["CHAPTER", "WORDS", "TITLE", "BEGINS"]);
    for (number, chapter) in (1..).zip(&preview.chapters) {
        let begins: String = chapter.begins.chars().take(50).collect();
        table.row([
            number.to_string(),
            chapter.words.to_string(),
            chapter.title.clone(),
            begins,
        ]);
    }
    let mut text = format!("{}\n", printable(&preview.title));
    if let Some(encoding) = &preview.encoding {
        let doubt = match preview.encoding_is_sure {
            true => "",
            false => " (a guess: name another one with --encoding if letters look wrong)",
        };
        text.push_str(&format!("Read as {encoding}{doubt}\n"));
    }
    text.push_str(&format!("\n{}", table.text("It has no chapters.")));
    let mut kinds: Vec<(&str, &str, u64)> = Vec::new();
    for loss in &preview.dropped {
        let (one, several) = loss.kind.labels();
        match kinds.iter_mut().find(|(known, ..)| *known == one) {
            Some((.., count)) => *count += 1,
            None => kinds.push((one, several, 1)),
        }
    }
    if !kinds.is_empty() {
        let said = kinds.iter().map(|(one, several, count)| match count {
            1 => format!("1 {one}"),
            count => format!("{count} {several}"),
        });
        let said: Vec<_> = said.collect();
        text.push_str(&format!("\nNot taken over: {}\n", said.join(", ")));
    }
    if preview.dropped_not_listed > 0 {
        let more = display::count(preview.dropped_not_listed as u64, "other thing");
        text.push_str(&format!("and {more}\n"));
    }
    text
}
