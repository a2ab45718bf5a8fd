//! Shows what a file is read as: `cargo run --release -p manuscript --example outline -- FILE…`. Several files are read
//! as the chapter files of a folder.

use exchange::import::Manuscript;
use manuscript::{ReadError, ReadOptions, read, read_files};
use std::io::Write as _;
use std::time::Instant;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for path in env::args().skip(1) {
        let bytes = fs::read(&path)?;
        files.push((path, bytes));
    }
    let options = ReadOptions::default();
    let start = Instant::now();
    let result = match &files[..] {
        [(name, bytes)] => read(name, bytes, &options),
        _ => read_files(&files, &options),
    };
    show(result, start.elapsed().as_secs_f32())
}

fn show(result: Result<Manuscript, ReadError>, seconds: f32) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let manuscript = match result {
        Ok(manuscript) => manuscript,
        Err(error) => return writeln!(out, "{error}"),
    };
    let words: usize = manuscript
        .chapters
        .iter()
        .map(|chapter| chapter.text.split_whitespace().count())
        .sum();
    writeln!(
        out,
        "“{}” by “{}”, {:?}, {:?} (sure: {}), {words} words in {seconds:.2} s",
        manuscript.title,
        manuscript.author,
        manuscript.language,
        manuscript.encoding,
        manuscript.encoding_is_sure
    )?;
    for chapter in &manuscript.chapters {
        let words = chapter.text.split_whitespace().count();
        let start: String = chapter.text.chars().take(60).collect();
        writeln!(out, "  {:40} {words:6}  {start:?}", chapter.title)?;
    }
    for loss in manuscript.losses.iter().take(40) {
        let text: String = loss.text.chars().take(60).collect();
        writeln!(out, "  - {:?} {:?} {text:?}", loss.kind, loss.place)?;
    }
    if !manuscript.front_matter.is_empty() {
        writeln!(out, "  front matter: {:?}", manuscript.front_matter)?;
    }
    Ok(())
}
