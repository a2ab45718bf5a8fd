//! `fablewright story`.

use crate::{
    commands::{OutputForm, StoryAction},
    display,
    error::CliError,
    import::{self, ImportRequest},
    output::{self, JsonText},
    search,
    table::{TextTable, printable},
    transport::{ApiRequest, Transport, encoded},
};
use axum::http::{HeaderMap, header::CONTENT_DISPOSITION};
use domain::{Chapter, Page, Story};
use exchange::export::{ChapterSelection, ExportFormat};
use serde_json::json;
use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

pub(crate) async fn run(studio: &Transport, action: StoryAction) -> Result<(), CliError> {
    match action {
        StoryAction::List { form } => list(studio, form).await,
        StoryAction::Show { id, form } => show(studio, &id, form).await,
        StoryAction::New {
            premise,
            title,
            chapters,
            form,
        } => {
            let mut brief = json!({ "premise": premise });
            if let Some(chapters) = chapters {
                brief["chapters"] = chapters.into();
            }
            let body = json!({ "title": title.unwrap_or_default(), "brief": brief });
            let made = JsonText::ask(studio, ApiRequest::post("/stories", Some(body))).await?;
            if form.json {
                return made.print();
            }
            let story: Story = made.read()?;
            output::print(&format!("{}\n", story.id))
        }
        StoryAction::Import {
            files,
            title,
            encoding,
            yes,
            form,
        } => {
            let request = ImportRequest {
                files,
                title,
                encoding,
                yes,
                form,
            };
            import::run(studio, request).await
        }
        StoryAction::Search { query, story, form } => {
            search::run(studio, &query, story.as_deref(), form).await
        }
        StoryAction::Export {
            id,
            format,
            chapters,
            output,
        } => export(studio, &id, format, chapters, output).await,
    }
}

async fn list(studio: &Transport, form: OutputForm) -> Result<(), CliError> {
    let list = JsonText::list(studio, "/stories").await?;
    if form.json {
        return list.print();
    }
    let list: Page<Story> = list.read()?;
    let mut table = TextTable::new(["ID", "WRITTEN", "WORDS", "CHANGED (UTC)", "TITLE"]);
    for story in list.items {
        table.row([
            story.id.to_string(),
            format!("{} of {}", story.chapters_written, story.chapters),
            story.words.to_string(),
            display::time(story.updated_at),
            story.title,
        ]);
    }
    output::print(&table.text("There are no stories yet."))
}

async fn show(studio: &Transport, id: &str, form: OutputForm) -> Result<(), CliError> {
    let path = format!("/stories/{}", encoded(id));
    let story = JsonText::ask(studio, ApiRequest::get(&path)).await?;
    if form.json {
        return story.print();
    }
    let story: Story = story.read()?;
    let chapters = JsonText::list(studio, &format!("{path}/chapters")).await?;
    let chapters: Page<Chapter> = chapters.read()?;
    let mut table = TextTable::new(["CHAPTER", "STATE", "WORDS", "TITLE"]);
    for chapter in chapters.items {
        table.row([
            chapter.number.to_string(),
            chapter.state.label().to_owned(),
            chapter.words.to_string(),
            chapter.title,
        ]);
    }
    output::print(&format!(
        "{}\n{}\n{} of {} written, {}, changed {} UTC\n\n{}",
        printable(&story.title),
        printable(&story.brief.premise),
        story.chapters_written,
        display::count(story.chapters.into(), "chapter"),
        display::count(story.words, "word"),
        display::time(story.updated_at),
        table.text("It has no chapters.")
    ))
}

async fn export(
    studio: &Transport,
    id: &str,
    format: Option<ExportFormat>,
    chapters: Option<ChapterSelection>,
    output: Option<PathBuf>,
) -> Result<(), CliError> {
    let mut query = Vec::new();
    if let Some(format) = format {
        query.push(format!("format={}", encoded(format.as_str())));
    }
    if let Some(chapters) = chapters {
        query.push(format!("chapters={}", encoded(&chapters.to_string())));
    }
    let path = format!("/stories/{}/export?{}", encoded(id), query.join("&"));
    let answer = studio.send(ApiRequest::get(path)).await?;
    let name = file_name(&answer.headers);
    let book = answer.bytes().await?;
    match output {
        Some(path) if path.as_os_str() == "-" => output::print_bytes(&book),
        Some(path) => {
            replace_file(&path, &book).map_err(|error| unwritten(&path, &error))?;
            output::print(&format!("{}\n", path.display()))
        }
        None => {
            let path = Path::new(&name);
            write_new(path, &book).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => CliError::Failed(format!(
                    "{name} is already there. Name the file with --output to replace it."
                )),
                _ => unwritten(path, &error),
            })?;
            output::print(&format!("{name}\n"))
        }
    }
}

/// Writes beside the file first: a full disk leaves the one that is there.
fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        // A pipe or a device.
        return fs::write(path, bytes);
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    fs::write(&beside, bytes)
        .and_then(|()| fs::rename(&beside, path))
        .inspect_err(|_| drop(fs::remove_file(&beside)))
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create_new(path)?.write_all(bytes)
}

fn unwritten(path: &Path, error: &io::Error) -> CliError {
    CliError::Failed(format!("{} can't be written: {error}.", path.display()))
}

/// The name that the studio gives a file, without any folder.
fn file_name(headers: &HeaderMap) -> String {
    let header = headers.get(CONTENT_DISPOSITION);
    let header = header.and_then(|value| value.to_str().ok()).unwrap_or("");
    let full = header
        .split_once("filename*=UTF-8''")
        .and_then(|(_, name)| decoded(name.split(';').next().unwrap_or_default().trim()));
    let name: String = full
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '/' | '\\'))
        .collect();
    match name.trim_start_matches('.') {
        "" => "book".to_owned(),
        name => name.to_owned(),
    }
}

/// A text without its percent signs.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
                bytes.push((high * 16 + low) as u8);
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_file_is_named_as_the_studio_says_and_stays_in_its_folder() {
        let named = |header: &str| {
            let value = HeaderValue::from_str(header).expect("a header");
            file_name(&HeaderMap::from_iter([(CONTENT_DISPOSITION, value)]))
        };
        for (header, name) in [
            (
                "attachment; filename=\"Ca ira.epub\"; filename*=UTF-8''%C3%87a%20ira.epub",
                "Ça ira.epub",
            ),
            (
                "attachment; filename*=UTF-8''%2E%2E%2Fetc%2Fpasswd",
                "etcpasswd",
            ),
            ("attachment; filename*=UTF-8''%F", "book"),
            ("attachment; filename=\"a.epub\"", "book"),
            ("", "book"),
        ] {
            assert_eq!(named(header), name, "{header}");
        }
    }
}
