//! The style: `style/main.css` and what it imports, bundled into one file and minified.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
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
    Ok(printed.code)
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
