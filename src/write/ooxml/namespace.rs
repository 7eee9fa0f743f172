//! Names of the XML namespaces that more than one part declares (ISO/IEC 29500-1, annex A, and \[MS-DOCX\],
//! \[MS-ODRAWXML\] for those of later versions).

/// `a`: DrawingML.
pub const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// `c`: charts.
pub const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
/// `pic`: pictures of a document.
pub const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// `r`: references to relationships.
pub const RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// `w`: WordprocessingML.
pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// `wp`: where a drawing stands in a document.
pub const WORD_DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
/// `m`: Office mathematics.
pub const MATH: &str = "http://schemas.openxmlformats.org/officeDocument/2006/math";
/// `mc`: markup compatibility.
pub const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
/// `w15`: WordprocessingML of 2012.
pub const WORD_2012: &str = "http://schemas.microsoft.com/office/word/2012/wordml";
/// `asvg`: vector pictures.
pub const SVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
/// `adec`: pictures that carry no meaning.
pub const DECORATIVE: &str = "http://schemas.microsoft.com/office/drawing/2017/decorative";
