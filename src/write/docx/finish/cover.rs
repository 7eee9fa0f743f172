//! The picture behind the title page: anchored to the page in the first page's header, behind the text.
//!
//! It carries no meaning, and a header is not read aloud, so it has no text alternative.

use super::super::xml::{Element, Node};
use crate::theme::Page;
use crate::write::package::{Kind, Package, Relations};
use crate::write::xml;

const PNG: &str = "media/cover.png";
const SVG: &str = "media/cover.svg";
const EMU_PER_MM: f64 = 36_000.0;

/// Puts the picture into the header's first paragraph; `file` is the header's name.
pub fn add(
    root: &mut Element,
    (file, page): (&str, &Page),
    (png, svg): (&[u8], &str),
    package: &mut Package,
) -> Result<(), String> {
    let mut own = Relations::default();
    let (raster, vector) = (own.add(Kind::Image, PNG), own.add(Kind::Image, SVG));
    let run = xml::parse(&anchored(page, &raster, &vector))?;
    if let Some(paragraph) = root.find_mut("w:p") {
        paragraph.children.push(Node::Element(run));
    }
    package.bytes(&format!("word/{PNG}"), png.to_vec());
    package.text(&format!("word/{SVG}"), svg.to_owned());
    package.text(&format!("word/_rels/{file}.rels"), own.part());
    Ok(())
}

/// The run with the picture over the whole page (ISO/IEC 29500-1, 20.4.2.3).
fn anchored(page: &Page, raster: &str, vector: &str) -> String {
    let emu = |mm: f64| (mm * EMU_PER_MM).round();
    let (width, height) = (emu(page.width), emu(page.height));
    format!(
        concat!(
            "<w:r xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
             xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
             xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' \
             xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
             xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' \
             xmlns:adec='http://schemas.microsoft.com/office/drawing/2017/decorative' \
             xmlns:asvg='http://schemas.microsoft.com/office/drawing/2016/SVG/main'>",
            "<w:drawing><wp:anchor distT='0' distB='0' distL='0' distR='0' simplePos='0' relativeHeight='1' \
             behindDoc='1' locked='1' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>",
            "<wp:positionH relativeFrom='page'><wp:posOffset>0</wp:posOffset></wp:positionH>",
            "<wp:positionV relativeFrom='page'><wp:posOffset>0</wp:posOffset></wp:positionV>",
            "<wp:extent cx='{width}' cy='{height}'/><wp:effectExtent l='0' t='0' r='0' b='0'/><wp:wrapNone/>",
            "<wp:docPr id='1' name='cover' descr=''><a:extLst><a:ext \
             uri='{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}'><adec:decorative val='1'/></a:ext></a:extLst>\
             </wp:docPr><wp:cNvGraphicFramePr/>",
            "<a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/picture'>\
             <pic:pic><pic:nvPicPr><pic:cNvPr id='1' name='cover' descr=''/><pic:cNvPicPr/></pic:nvPicPr>",
            "<pic:blipFill><a:blip r:embed='{raster}'><a:extLst><a:ext \
             uri='{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}'><asvg:svgBlip r:embed='{vector}'/></a:ext>\
             </a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>",
            "<pic:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{width}' cy='{height}'/></a:xfrm>\
             <a:prstGeom prst='rect'><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>",
            "</wp:anchor></w:drawing></w:r>"
        ),
        width = width,
        height = height,
        raster = raster,
        vector = vector
    )
}
