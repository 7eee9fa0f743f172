//! Drawn charts and photographs.

use std::sync::Arc;

use serde::Serialize;

/// A picture with what it shows, in the document's language: kind, message and values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Drawing {
    /// The picture.
    pub picture: Picture,
    /// What it shows, for readers who do not see it.
    pub alt: String,
    /// The values once more where `alt` is long, for the document's accessible structure only.
    pub data: Option<DataTable>,
}

/// A table of printed values. The first column names the rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataTable {
    /// Names of the columns.
    pub head: Vec<String>,
    /// Cells of each row, one a column.
    pub rows: Vec<Vec<String>>,
}

/// A drawn chart or a photograph. Sizes in points (1/72 inch).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Picture {
    /// What the picture is made of.
    #[serde(rename = "format", serialize_with = "format")]
    pub image: Image,
    /// Width on the page, in points.
    pub width: f64,
    /// Height on the page, in points.
    pub height: f64,
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
#[derive(Debug, Clone, PartialEq)]
pub enum Image {
    /// An SVG.
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

fn format<S: serde::Serializer>(image: &Image, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(image.format())
}
