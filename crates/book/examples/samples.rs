//! Writes books in every format to a folder, for validators: `cargo run -p book --example samples -- FOLDER`.

#[path = "../tests/suite/books.rs"]
mod books;

use book::{DocumentLayout, ExportError, ExportFormat, ExportOptions, export};
use std::error::Error;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    for (name, book) in books::all() {
        write(folder, name, &book)?;
    }
    // Long enough to measure.
    write(folder, "long", &books::novel(100_000))
}

fn write(folder: &Path, name: &str, book: &book::Book) -> Result<(), Box<dyn Error>> {
    for format in ExportFormat::ALL {
        for layout in DocumentLayout::ALL {
            let options = ExportOptions {
                format: *format,
                layout: *layout,
                smart_typography: true,
                ..ExportOptions::default()
            };
            let is_document = *format == ExportFormat::Docx;
            let name = match is_document {
                true => format!("{name}-{}", layout.as_str()),
                false if *layout != DocumentLayout::default() => continue,
                false => name.to_owned(),
            };
            let start = Instant::now();
            let file = match export(book, &options) {
                Err(ExportError::PdfLeftOut) => continue,
                file => file?,
            };
            eprintln!(
                "{name}.{}: {} bytes in {:?}",
                format.extension(),
                file.bytes.len(),
                start.elapsed()
            );
            for warning in file.warnings {
                eprintln!("  {warning}");
            }
            let name = match format {
                ExportFormat::MarkdownZip => format!("{name}-md"),
                _ => name,
            };
            std::fs::write(
                folder.join(format!("{name}.{}", format.extension())),
                file.bytes,
            )?;
        }
    }
    Ok(())
}
