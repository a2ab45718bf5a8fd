//! The style: `style/main.css` and what it imports, bundled into one file and minified.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

/// Bundles a style sheet with its imports and minifies it.
pub(crate) fn bundle(main: &Path) -> Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    // The errors borrow from the files, hence their text.
    let mut sheet = bundler
        .bundle(main)
        .map_err(|error| anyhow!("{error}"))
        .with_context(|| format!("cannot bundle {}", main.display()))?;
    let targets = targets();
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| anyhow!("cannot minify the style: {error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            ..PrinterOptions::default()
        })
        .map_err(|error| anyhow!("cannot print the style: {error}"))?;
    match undefined(&printed.code) {
        Some(name) => bail!("the style uses {name}, which it defines nowhere"),
        None => Ok(printed.code),
    }
}

/// A custom property that is used and defined nowhere: a browser passes over the whole declaration and says nothing.
fn undefined(css: &str) -> Option<&str> {
    let name_at = |at: usize| {
        let rest = &css[at..];
        let end = rest.find(|letter: char| !(letter.is_alphanumeric() || "-_".contains(letter)));
        &rest[..end.unwrap_or(rest.len())]
    };
    let uses = css.match_indices("var(--").map(|(at, _)| name_at(at + 4));
    let is_defined = |name: &&str| {
        let mut places = css.match_indices(name);
        places.any(|(at, _)| css[at + name.len()..].starts_with(':'))
    };
    uses.into_iter().find(|name| !is_defined(name))
}

/// Browsers of spring 2024 and later: they know nesting and `light-dark()` by themselves.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some((major << 16) | (minor << 8));
    Targets::from(Browsers {
        chrome: version(123, 0),
        edge: version(123, 0),
        firefox: version(120, 0),
        ios_saf: version(17, 5),
        safari: version(17, 5),
        ..Browsers::default()
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_custom_property_that_is_defined_nowhere_is_refused() -> Result<()> {
        let refused = bundled(":root{--space-4:1rem} p{margin:var(--space-5)}", "");
        let said = refused.map_err(|error| error.to_string());
        assert!(said.is_err_and(|said| said.contains("--space-5")));
        bundled(":root{--space-4:1rem} p{margin:var(--space-4)}", "")?;
        bundle(&crate::process::root().join("style/main.css"))?;
        Ok(())
    }

    fn bundled(main: &str, imported: &str) -> Result<String> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("main.css"), main)?;
        fs::write(folder.path().join("base.css"), imported)?;
        bundle(&folder.path().join("main.css"))
    }

    #[test]
    fn imports_come_first_and_in_their_layer() -> Result<()> {
        let css = bundled(
            "@import \"base.css\" layer(base);\n.late { margin: 0px }",
            ".early { color: #ff0000 }",
        )?;
        assert_eq!(css, "@layer base{.early{color:red}}.late{margin:0}");
        Ok(())
    }

    #[test]
    fn what_browsers_know_stays_native() -> Result<()> {
        let css = bundled(".a { color: light-dark(red, blue); & .b { inset: 0 } }", "")?;
        assert_eq!(css, ".a{color:light-dark(red,#00f);& .b{inset:0}}");
        Ok(())
    }

    #[test]
    fn a_missing_import_is_an_error() {
        assert!(bundled("@import \"nowhere.css\";", "").is_err());
    }
}
