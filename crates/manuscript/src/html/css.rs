//! The little of a style sheet that changes how prose reads: italics, bold, hidden.

use crate::emphasis::Style;
use std::collections::HashMap;

/// The most bytes of style sheets that are looked at.
const MOST: usize = 1 << 20;

/// What a declaration says; `None` is nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CssDeclarations {
    italic: Option<bool>,
    bold: Option<bool>,
    /// Whether it is not shown.
    pub hidden: bool,
}

impl CssDeclarations {
    /// Reads `font-style: italic; font-weight: bold`.
    pub(crate) fn of(declarations: &str) -> Self {
        let mut declared = Self::default();
        for declaration in declarations.split(';') {
            let Some((name, value)) = declaration.split_once(':') else {
                continue;
            };
            let value = value.trim().to_ascii_lowercase();
            let value = value.trim_end_matches("!important").trim_end();
            match name.trim().to_ascii_lowercase().as_str() {
                "font-style" => declared.italic = Some(matches!(value, "italic" | "oblique")),
                "font-weight" => {
                    let heavy = value.parse::<u32>().is_ok_and(|weight| weight >= 600);
                    declared.bold = Some(heavy || matches!(value, "bold" | "bolder"));
                }
                "display" => declared.hidden = value == "none",
                _ => {}
            }
        }
        declared
    }

    /// This, and what another says over it.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self {
            italic: if other.italic.is_some() {
                other.italic
            } else {
                self.italic
            },
            bold: if other.bold.is_some() {
                other.bold
            } else {
                self.bold
            },
            hidden: self.hidden || other.hidden,
        }
    }

    /// The style of text within an element, which is in this style around it.
    pub(crate) fn within(self, around: Style) -> Style {
        Style {
            italic: self.italic.unwrap_or(around.italic),
            bold: self.bold.unwrap_or(around.bold),
        }
    }
}

/// What classes mean.
#[derive(Debug, Default)]
pub(crate) struct StyleSheet {
    classes: HashMap<String, CssDeclarations>,
    size: usize,
}

impl StyleSheet {
    /// Reads more rules. Only those for one class count: `.emphasis`, `span.emphasis`.
    pub(crate) fn add(&mut self, css: &str) {
        self.size += css.len();
        if self.size > MOST {
            return;
        }
        let mut rest = css;
        while let Some(open) = rest.find('{') {
            let selectors = &rest[..open];
            let body = &rest[open + 1..];
            // A block that holds rules: `@media screen { … }`.
            if selectors.contains('@')
                && !selectors.contains("font-face")
                && !selectors.contains("page")
            {
                rest = body;
                continue;
            }
            let end = body.find('}').unwrap_or(body.len());
            let declared = CssDeclarations::of(&body[..end]);
            if declared != CssDeclarations::default() {
                self.add_rule(selectors, declared);
            }
            rest = body.get(end + 1..).unwrap_or_default();
        }
    }

    fn add_rule(&mut self, selectors: &str, declared: CssDeclarations) {
        // Comments and the end of a block before.
        let from = selectors.rfind("*/").map_or(0, |at| at + 2);
        for selector in selectors[from..]
            .trim_start_matches(['}', ' ', '\n'])
            .split(',')
        {
            let selector = selector.trim();
            let is_plain = !selector.contains([' ', '>', '+', '~', ':', '[', '#']);
            if let (true, Some((_, class))) = (is_plain, selector.split_once('.'))
                && !class.contains('.')
            {
                self.classes.insert(class.to_owned(), declared);
            }
        }
    }

    /// What the classes of an element say.
    pub(crate) fn declared(&self, classes: &str) -> CssDeclarations {
        let mut all = CssDeclarations::default();
        if self.classes.is_empty() {
            return all;
        }
        for declared in classes
            .split_whitespace()
            .filter_map(|class| self.classes.get(class))
        {
            all = all.and(*declared);
        }
        all
    }
}
