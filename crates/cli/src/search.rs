//! `fablewright story search`.

use crate::{
    commands::OutputForm,
    error::CliError,
    output::{self, JsonText},
    table::TextTable,
    transport::{Transport, encoded},
};
use domain::{Page, SearchHit};

pub(crate) async fn run(
    studio: &Transport,
    query: &str,
    story: Option<&str>,
    form: OutputForm,
) -> Result<(), CliError> {
    let query = encoded(query);
    let path = match story {
        Some(story) => format!("/stories/{}/search?q={query}", encoded(story)),
        None => format!("/search?q={query}"),
    };
    let found = JsonText::list(studio, &path).await?;
    if form.json {
        return found.print();
    }
    let found: Page<SearchHit> = found.read()?;
    let mut table = TextTable::new(["STORY", "WHERE", "MATCHES", "PASSAGE"]);
    for hit in found.items {
        let place = match (hit.chapter, hit.heading.as_str()) {
            (Some(number), "") => format!("chapter {number}"),
            (Some(number), heading) => format!("chapter {number}: {heading}"),
            (None, "") => hit.kind.as_str().to_owned(),
            (None, heading) => format!("{}: {heading}", hit.kind.as_str()),
        };
        let snippet = hit.snippet;
        table.row([
            hit.story_title,
            place,
            hit.matches.to_string(),
            format!("{}{}{}", snippet.before, snippet.found, snippet.after),
        ]);
    }
    output::print(&table.text("Nothing was found."))
}
