//! The fields of an export, as texts that a local draft keeps.

use crate::{
    api::{ApiResult, StudioError},
    components::{TextArea, TextField, select::Select, show},
    live::draft_storage::FieldValues,
};
use domain::BookDetails;
use exchange::export::{
    BookSettings, BookSettingsChange, DocumentLayout, ExportFormat, ExportOptions, TrimSize,
    UnfinishedChapters,
};
use leptos::prelude::*;

const YES: &str = "yes";
const NO: &str = "no";

/// One signal for each field.
#[derive(Clone, Copy)]
pub(super) struct ExportFields {
    format: RwSignal<String>,
    chapters: RwSignal<String>,
    unfinished: RwSignal<String>,
    layout: RwSignal<String>,
    trim_size: RwSignal<String>,
    title_page: RwSignal<String>,
    smart_typography: RwSignal<String>,
    scene_break: RwSignal<String>,
    author: RwSignal<String>,
    contact: RwSignal<String>,
    dedication: RwSignal<String>,
    copyright: RwSignal<String>,
    front_matter: RwSignal<String>,
    back_matter: RwSignal<String>,
}

fn word(value: bool) -> &'static str {
    if value { YES } else { NO }
}

impl ExportFields {
    pub(super) fn of(book: &BookSettings) -> Self {
        let text = |value: &str| RwSignal::new(value.to_owned());
        let (options, details) = (&book.options, &book.details);
        Self {
            format: text(options.format.as_str()),
            chapters: RwSignal::new(options.chapters.to_string()),
            unfinished: text(options.unfinished.as_str()),
            layout: text(options.layout.as_str()),
            trim_size: text(options.trim_size.as_str()),
            title_page: text(word(options.title_page)),
            smart_typography: text(word(options.smart_typography)),
            scene_break: text(&options.scene_break),
            author: text(&details.author),
            contact: text(&details.contact),
            dedication: text(&details.dedication),
            copyright: text(&details.copyright),
            front_matter: text(&details.front_matter),
            back_matter: text(&details.back_matter),
        }
    }

    pub(super) fn labelled(self) -> Vec<(&'static str, RwSignal<String>)> {
        vec![
            ("Format", self.format),
            ("Chapters", self.chapters),
            ("Unfinished chapters", self.unfinished),
            ("Layout", self.layout),
            ("Page size", self.trim_size),
            ("Title page", self.title_page),
            ("Quotes and dashes", self.smart_typography),
            ("Mark between scenes", self.scene_break),
            ("Author", self.author),
            ("Contact", self.contact),
            ("Dedication", self.dedication),
            ("Copyright notice", self.copyright),
            ("Front matter", self.front_matter),
            ("Back matter", self.back_matter),
        ]
    }

    /// The texts of the fields for a book as it is now.
    pub(super) fn values(book: &BookSettings) -> FieldValues {
        let labelled = Self::of(book).labelled();
        let value =
            |(name, field): (&str, RwSignal<String>)| (name.to_owned(), field.get_untracked());
        labelled.into_iter().map(value).collect()
    }

    /// What is to be saved; or what can't be.
    pub(super) fn change(self) -> ApiResult<BookSettingsChange> {
        let text = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let chapters = text(self.chapters).parse();
        let chapters = chapters.map_err(|error: exchange::export::SelectionError| {
            StudioError::new("invalid", &error.to_string())
        })?;
        Ok(BookSettingsChange {
            details: BookDetails {
                author: text(self.author),
                contact: text(self.contact),
                dedication: text(self.dedication),
                copyright: text(self.copyright),
                front_matter: text(self.front_matter),
                back_matter: text(self.back_matter),
            },
            options: ExportOptions {
                format: ExportFormat::parse(&text(self.format)).unwrap_or_default(),
                chapters,
                title_page: text(self.title_page) == YES,
                scene_break: text(self.scene_break),
                smart_typography: text(self.smart_typography) == YES,
                unfinished: UnfinishedChapters::parse(&text(self.unfinished)).unwrap_or_default(),
                layout: DocumentLayout::parse(&text(self.layout)).unwrap_or_default(),
                trim_size: TrimSize::parse(&text(self.trim_size)).unwrap_or_default(),
            },
        })
    }

    /// The fields of the file.
    pub(super) fn file_view(self) -> AnyView {
        let format = move || ExportFormat::parse(&self.format.get()).unwrap_or_default();
        view! {
            <Select
                label="Format"
                value=self.format
                options=ExportFormat::choices()
            />
            {show(move || match format() {
                ExportFormat::Docx => {
                    view! {
                        <Select
                            label="Layout"
                            value=self.layout
                            options=DocumentLayout::choices()
                        />
                    }
                        .into_any()
                }
                ExportFormat::Pdf => {
                    view! {
                        <Select
                            label="Page size"
                            value=self.trim_size
                            options=TrimSize::choices()
                        />
                    }
                        .into_any()
                }
                _ => ().into_any(),
            })}
            <TextField
                label="Chapters"
                hint="Leave it empty for the whole book, or write 1-5,8."
                value=self.chapters
            />
            <Select
                label="Unfinished chapters"
                value=self.unfinished
                options=UnfinishedChapters::choices()
            />
            <Select
                label="Title page"
                value=self.title_page
                options=vec![(YES, "With a title page"), (NO, "Without a title page")]
            />
            <Select
                label="Quotes and dashes"
                value=self.smart_typography
                options=vec![
                    (NO, "As they are typed"),
                    (YES, "As the language of the story prints them"),
                ]
            />
            <TextField
                label="Mark between scenes"
                hint="Leave it empty for a blank line."
                value=self.scene_break
            />
        }
        .into_any()
    }

    /// The fields of the book itself.
    pub(super) fn details_view(self) -> AnyView {
        view! {
            <TextField label="Author" value=self.author/>
            <TextArea label="Dedication" value=self.dedication rows=2/>
            <TextArea label="Copyright notice" value=self.copyright rows=2/>
            <TextArea
                label="Front matter"
                hint="What comes before the first chapter, such as an epigraph."
                value=self.front_matter
            />
            <TextArea
                label="Back matter"
                hint="What comes after the last chapter, such as thanks."
                value=self.back_matter
            />
            <TextArea
                label="Contact"
                hint="Your name and address, for the first page of a manuscript."
                value=self.contact
            />
        }
        .into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_the_same_after_the_form() {
        let _owner = Owner::new_root(None);
        let book = BookSettings {
            options: ExportOptions {
                format: ExportFormat::Pdf,
                chapters: (2..=4).into(),
                title_page: false,
                smart_typography: true,
                trim_size: TrimSize::A5,
                ..ExportOptions::default()
            },
            details: BookDetails {
                author: "M. Kell".to_owned(),
                ..BookDetails::default()
            },
            ..BookSettings::default()
        };
        let fields = ExportFields::of(&book);
        let change = fields.change();
        assert_eq!(change.as_ref().map(|it| &it.options), Ok(&book.options));
        assert_eq!(change.as_ref().map(|it| &it.details), Ok(&book.details));
        fields.chapters.set("5-1".to_owned());
        let said = fields.change().map_err(|error| error.message);
        assert!(said.is_err_and(|said| said.contains("runs backwards")));
        assert_eq!(fields.chapters.get_untracked(), "5-1");
    }
}
