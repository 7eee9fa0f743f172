//! Photographs and logos: picture files of the study folder, made ready for print.
//!
//! A file is decoded, turned as its EXIF orientation says, scaled down to what print can show, and encoded
//! anew. Nothing else of the file goes on: no place, no day, no camera, no thumbnail.

mod colours;
mod jpeg;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, imageops::FilterType};

/// Longest side of a printed picture in pixels: 17 cm at 240 dpi.
const LONGEST: u32 = 1600;
/// Longest side of a file that is still decoded, in pixels.
const MOST: u32 = 20_000;
/// Memory that decoding may take, in bytes.
const MEMORY: u64 = 1 << 30;
/// Quality of photographs, of 100.
const QUALITY: u8 = 86;

/// Pictures by their path in the study folder.
pub type Pictures = BTreeMap<String, Picture>;

/// A picture ready for print.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The file, made anew.
    pub bytes: Arc<[u8]>,
    /// Ending of the file's name, which is its format: `jpeg` or `png`.
    pub format: &'static str,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// SHA-256 of the file that it was made from.
    pub source: String,
}

impl Picture {
    /// Reads the bytes of a JPEG or PNG file and keeps its format; what is transparent in a PNG stays so.
    ///
    /// # Errors
    /// What is no such picture, is broken or too large; in the decoder's words.
    pub fn read(bytes: &[u8], source: String) -> Result<Self, ImageError> {
        let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
        let mut limits = Limits::default();
        limits.max_image_width = Some(MOST);
        limits.max_image_height = Some(MOST);
        limits.max_alloc = Some(MEMORY);
        reader.limits(limits);
        let is_png = reader.format() == Some(ImageFormat::Png);
        if !is_png && !jpeg::is_whole(bytes) {
            return Err(ImageError::IoError(std::io::ErrorKind::UnexpectedEof.into()));
        }
        let mut decoder = reader.into_decoder()?;
        let orientation = decoder.orientation()?;
        let profile = decoder.icc_profile().ok().flatten();
        let mut image = DynamicImage::from_decoder(decoder)?;
        if let Some(converted) = profile.and_then(|profile| colours::in_srgb(&image, &profile)) {
            image = converted;
        }
        image.apply_orientation(orientation);
        if image.width().max(image.height()) > LONGEST {
            image = image.resize(LONGEST, LONGEST, FilterType::Lanczos3);
        }
        let mut out = Vec::new();
        let format = if is_png {
            DynamicImage::from(image.to_rgba8()).write_to(&mut Cursor::new(&mut out), ImageFormat::Png)?;
            "png"
        } else {
            image.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY))?;
            "jpeg"
        };
        Ok(Self { bytes: out.into(), format, width: image.width(), height: image.height(), source })
    }
}
