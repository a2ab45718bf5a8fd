//! Writes books in every format to a folder, for validators: `cargo run -p book --example samples -- FOLDER`.

#[path = "../tests/suite/books.rs"]
mod books;

use book::{Book, ExportError, export};
use exchange::export::{DocumentLayout, ExportFormat, ExportOptions, TrimSize};
use std::error::Error;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let mut all = books::all();
    // Long enough to measure.
    all.push(("long", books::novel(100_000)));
    for (name, book) in all {
        for (kind, options) in choices() {
            write(folder, &format!("{name}{kind}"), &book, &options)?;
        }
    }
    Ok(())
}

/// Every kind of file, with what is added to its name.
fn choices() -> Vec<(String, ExportOptions)> {
    let with = |format: ExportFormat| ExportOptions {
        format,
        smart_typography: true,
        ..ExportOptions::default()
    };
    let mut choices = Vec::new();
    for format in ExportFormat::ALL {
        match format {
            ExportFormat::Docx => {
                choices.extend(DocumentLayout::ALL.iter().map(|layout| {
                    let options = ExportOptions {
                        layout: *layout,
                        ..with(*format)
                    };
                    (format!("-{}", layout.as_str()), options)
                }));
            }
            ExportFormat::Pdf => choices.extend(TrimSize::ALL.iter().map(|trim_size| {
                let options = ExportOptions {
                    trim_size: *trim_size,
                    ..with(*format)
                };
                (format!("-{}", trim_size.as_str()), options)
            })),
            format => choices.push((String::new(), with(*format))),
        }
    }
    choices
}

fn write(
    folder: &Path,
    name: &str,
    book: &Book,
    options: &ExportOptions,
) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let file = match export(book, options) {
        Err(ExportError::PdfLeftOut) => return Ok(()),
        file => file?,
    };
    let name = format!("{name}.{}", options.format.extension());
    eprintln!(
        "{name}: {} bytes in {:?}",
        file.bytes.len(),
        start.elapsed()
    );
    for warning in file.warnings {
        eprintln!("  {warning}");
    }
    std::fs::write(folder.join(name), file.bytes)?;
    Ok(())
}
