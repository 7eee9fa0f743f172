//! Photographs and logos: picture files of the study folder, made ready for print.
//!
//! A file is decoded, turned as its EXIF orientation says, scaled down to what print can show, and encoded
//! anew. Nothing else of the file goes on: no place, no day, no camera, no thumbnail.

mod colours;
mod jpeg;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use crate::diag::{Message, of_io, of_library};
use crate::say;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, imageops::FilterType};

/// Longest side of a printed picture in pixels: 17 cm at 240 dpi.
const LONGEST: u32 = 1600;
/// Longest side of a file that is still decoded, in pixels.
const MOST: u32 = 20_000;
/// Pixels of a file that is still decoded, in millions: a camera of today has a hundred. A file of a few hundred bytes
/// may claim as many as it likes.
const MOST_MILLIONS: u64 = 120;
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
    /// Why it is no such picture, is broken or too large.
    pub fn read(bytes: &[u8], source: String) -> Result<Self, Message> {
        match image::guess_format(bytes) {
            Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) => {
                let size = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions();
                let (width, height) = size.map_err(|error| cause(&error))?;
                fits(width, height)?;
                if format == ImageFormat::Jpeg && !jpeg::is_whole(bytes, u64::from(width) * u64::from(height))
                {
                    return Err(say!("cause-damaged"));
                }
                Self::made_anew(bytes, format, source).map_err(|error| cause(&error))
            }
            _ => Err(say!("cause-picture-kind")),
        }
    }

    fn made_anew(bytes: &[u8], format: ImageFormat, source: String) -> Result<Self, ImageError> {
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
        let mut limits = Limits::default();
        limits.max_image_width = Some(MOST);
        limits.max_image_height = Some(MOST);
        limits.max_alloc = Some(MEMORY);
        reader.limits(limits);
        let is_png = format == ImageFormat::Png;
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

/// Refuses what is larger than print needs and memory has room for.
fn fits(width: u32, height: u32) -> Result<(), Message> {
    let pixels = u64::from(width) * u64::from(height);
    match width.max(height) > MOST || pixels > MOST_MILLIONS * 1_000_000 {
        true => Err(say!(
            "cause-picture-large",
            width = width,
            height = height,
            most = MOST,
            millions = MOST_MILLIONS
        )),
        false => Ok(()),
    }
}

/// What the decoder says, in the program's own words where they are known.
fn cause(error: &ImageError) -> Message {
    match error {
        ImageError::IoError(error) => of_io(error),
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::Limits(_)
        | ImageError::Unsupported(_) => of_library(error),
    }
}
