//! A small picture of a cover, for lists of books.

use image::{
    DynamicImage, ImageDecoder as _, ImageReader, Limits, Rgb, RgbImage, codecs::jpeg::JpegEncoder,
};
use std::io::Cursor;

/// What a small picture fits into: a card's cover on a screen with two dots for each pixel.
const WIDTH: u32 = 360;
const HEIGHT: u32 = 540;

/// How good the picture is, of 100.
const QUALITY: u8 = 80;

/// The largest cover that is read, in pixels of a side and in bytes of memory: a file of 5 MB can claim to be much
/// larger.
const MAX_SIDE: u32 = 12_000;
const MAX_MEMORY: u64 = 256 * 1024 * 1024;

/// Why a cover has no small picture.
#[derive(Debug, thiserror::Error)]
#[error("the cover can't be read: {0}")]
pub struct ThumbnailError(#[from] image::ImageError);

/// A small picture of an image, as JPEG: whole, upright, on white.
///
/// # Errors
///
/// Where the image can't be read, or is too large to be.
pub fn thumbnail(image: &[u8]) -> Result<Vec<u8>, ThumbnailError> {
    let reader = ImageReader::new(Cursor::new(image)).with_guessed_format();
    let mut decoder = reader.map_err(image::ImageError::IoError)?.into_decoder()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    limits.check_dimensions(decoder.dimensions().0, decoder.dimensions().1)?;
    limits.reserve(decoder.total_bytes())?;
    decoder.set_limits(limits)?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    if picture.width() > WIDTH || picture.height() > HEIGHT {
        // Before it is turned: that copies it.
        let side = WIDTH.max(HEIGHT);
        picture = picture.thumbnail(side, side);
    }
    picture.apply_orientation(orientation);
    if picture.width() > WIDTH || picture.height() > HEIGHT {
        picture = picture.thumbnail(WIDTH, HEIGHT);
    }
    let mut bytes = Vec::new();
    on_white(&picture).write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?;
    Ok(bytes)
}

/// JPEG has no transparency.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0;
        let mixed = |part: u8| {
            let (part, alpha) = (u32::from(part), u32::from(alpha));
            u8::try_from((part * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        Rgb([mixed(red), mixed(green), mixed(blue)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgba, RgbaImage};

    fn png(width: u32, height: u32, alpha: u8) -> Vec<u8> {
        let picture = RgbaImage::from_fn(width, height, |x, y| {
            Rgba([x.to_le_bytes()[0], y.to_le_bytes()[0], 40, alpha])
        });
        let mut bytes = Cursor::new(Vec::new());
        picture
            .write_to(&mut bytes, ImageFormat::Png)
            .expect("a PNG");
        bytes.into_inner()
    }

    fn size(bytes: &[u8]) -> (u32, u32) {
        let read = image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).expect("a JPEG");
        (read.width(), read.height())
    }

    #[test]
    fn a_large_cover_becomes_a_small_picture_of_the_same_shape() {
        let large = png(1_600, 2_400, 255);
        let small = thumbnail(&large).expect("a picture");
        assert_eq!(size(&small), (360, 540));
        assert!(small.len() < 60_000, "{}", small.len());
        assert_eq!(
            size(&thumbnail(&png(3_000, 600, 255)).expect("a picture")),
            (360, 72)
        );
    }

    #[test]
    fn a_small_cover_keeps_its_size_and_what_is_clear_becomes_white() {
        let small = thumbnail(&png(40, 60, 0)).expect("a picture");
        let read = image::load_from_memory(&small).expect("a JPEG").to_rgb8();
        assert_eq!((read.width(), read.height()), (40, 60));
        assert!(
            read.pixels()
                .all(|pixel| pixel.0.iter().all(|part| *part > 250))
        );
    }

    #[test]
    fn what_is_no_image_or_claims_to_be_enormous_is_refused() {
        assert!(thumbnail(b"GIF89a nearly an image").is_err());
        assert!(thumbnail(b"").is_err());
        // The width in the header of a PNG file.
        let mut claims = png(4, 4, 255);
        claims[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        assert!(thumbnail(&claims).is_err());
    }
}
