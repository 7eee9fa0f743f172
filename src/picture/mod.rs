//! Pictures: what charts are drawn to and photographs are read as, before anything knows where they stand.

mod qr;

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::quantity::Pt;
use crate::source::sha256;

pub use qr::qr_code;

/// A drawn chart or a photograph. Sizes in points (1/72 inch).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Picture {
    /// What it is made of; told as data by its format alone.
    #[serde(rename = "format", serialize_with = "format")]
    pub image: Image,
    /// Width on the page.
    pub width: Pt,
    /// Height on the page.
    pub height: Pt,
}

impl Picture {
    /// The drawing; a photograph has none.
    pub fn svg(&self) -> &str {
        match &self.image {
            Image::Vector(svg) => svg,
            Image::Raster(..) => "",
        }
    }
}

/// What a picture is made of.
#[derive(Clone, PartialEq)]
pub enum Image {
    /// SVG.
    Vector(Arc<str>),
    /// Bytes of a file, and the format's name as its ending.
    Raster(Arc<[u8]>, &'static str),
}

impl Image {
    /// Ending of the picture's file name.
    pub fn format(&self) -> &'static str {
        match self {
            Self::Vector(_) => "svg",
            Self::Raster(_, format) => format,
        }
    }

    /// The file's bytes.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Vector(svg) => svg.as_bytes(),
            Self::Raster(bytes, _) => bytes,
        }
    }
}

/// Format, size and digest: enough to tell two pictures apart.
impl fmt::Debug for Image {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} of {} bytes, {}", self.format(), self.bytes().len(), sha256(self.bytes()))
    }
}

fn format<S: serde::Serializer>(image: &Image, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(image.format())
}
