//! Compression ahead of time: every text-like file of the site gets a brotli and a gzip form.

use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Below this many bytes the headers of a response outweigh what compression saves.
const WORTHWHILE: usize = 256;

/// Whether a file shrinks enough to be kept in compressed forms as well.
pub(crate) fn pays(path: &Path, length: usize) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let shrinks = matches!(
        extension,
        Some(
            "css" | "html" | "ico" | "js" | "json" | "svg" | "txt" | "wasm" | "webmanifest" | "xml"
        )
    );
    shrinks && length >= WORTHWHILE
}

/// As small as brotli gets.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)?;
    Ok(out)
}

/// As small as gzip gets.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = GzEncoder::new(Vec::new(), Compression::best());
    out.write_all(bytes)?;
    Ok(out.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_is_compressed_comes_back_the_same() -> Result<()> {
        let text = "once upon a time, ".repeat(50).into_bytes();

        let small = brotli(&text)?;
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &small[..], &mut back)?;
        assert!(small.len() < text.len() && back == text);

        let small = gzip(&text)?;
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(&small[..]).read_to_end(&mut back)?;
        assert!(small.len() < text.len() && back == text);
        Ok(())
    }

    #[test]
    fn pictures_and_tiny_files_stay_as_they_are() {
        assert!(pays(Path::new("pkg/a.wasm"), 4096));
        assert!(!pays(Path::new("a.css"), 40));
        assert!(!pays(Path::new("a.png"), 4096));
        assert!(!pays(Path::new("README"), 4096));
    }
}
