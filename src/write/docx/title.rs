//! The title page. Its parts are set apart by spacing before them, reckoned from what they hold.

use docx_rs::{AlignmentType, FrameProperty, LineSpacing, LineSpacingType, Paragraph, Run};

use super::body::{Child, Writer};
use super::fields::run;
use crate::document::{Inlines, TitlePage, plain_text};
use crate::write::units::{twips, twips_mm};

/// Shares of the page's free height before approvals, kind, details and place.
const SHARES: [f64; 4] = [0.10, 0.32, 0.14, 0.41];
/// On a picture: width, as a share of the page between equal margins, and place from the top, as a share of the
/// page's height, of organisations, title, approvals and details.
const FRAMES: [(f64, f64); 4] = [(0.44, 0.12), (0.96, 0.40), (0.96, 0.70), (0.96, 0.87)];
/// The mean width of a letter, in em; on the wide side, so that the page never overflows.
const LETTER: f64 = 0.54;

impl<'a> Writer<'a> {
    pub fn title_page(&mut self, page: &'a TitlePage) {
        if self.theme.cover.is_some() {
            return self.framed_title(page);
        }
        let free = (self.sheet.page.text_height() - self.height(page)).max(0.0);
        let [approvals, kind, details, place] = SHARES.map(|share| share * free);
        self.logos(page, AlignmentType::Center);
        self.lines("Organisation", &page.organisation, 0.0);
        for (at, approval) in page.approvals.iter().enumerate() {
            self.lines("Approval", approval, if at == 0 { approvals } else { 12.0 });
        }
        let (above, below) = if page.kind.is_empty() { (0.0, kind) } else { (kind, 12.0) };
        self.line("DocumentKind", &page.kind, above);
        self.line("Title", &page.title, below);
        self.lines("TitleDetails", &page.details, details);
        self.line("BlockContext", &page.place, place);
        self.break_page();
    }

    /// On a picture every part has a frame at a fixed place; the line in the flow after them holds the frames.
    fn framed_title(&mut self, page: &'a TitlePage) {
        let [organisation, title, approvals, details] = FRAMES;
        self.frame(organisation, |w| w.lines("Organisation", &page.organisation, 0.0));
        self.frame(title, |w| {
            w.line("Title", &page.title, 0.0);
            w.line("DocumentKind", &page.kind, 12.0);
        });
        self.frame(approvals, |w| {
            for (at, approval) in page.approvals.iter().enumerate() {
                w.lines("Approval", approval, if at == 0 { 0.0 } else { 9.0 });
            }
        });
        self.frame(details, |w| {
            w.logos(page, AlignmentType::Left);
            w.lines("TitleDetails", &page.details, 0.0);
        });
        self.line("BlockContext", &page.place, 0.0);
        self.break_page();
    }

    /// Puts what `write` adds into one frame (ISO/IEC 29500-1, 17.3.1.11).
    fn frame(&mut self, (share, top): (f64, f64), write: impl FnOnce(&mut Self)) {
        let page = self.sheet.page;
        let width = twips_mm((page.width - 2.0 * page.left) * share).max(0).unsigned_abs();
        let frame = FrameProperty::new()
            .wrap("around")
            .v_anchor("page")
            .h_anchor("margin")
            .x(1)
            .y(twips_mm(page.height * top))
            .width(width);
        let start = self.out.len();
        write(self);
        for child in self.out.iter_mut().skip(start) {
            if let Child::Paragraph(paragraph) = child {
                paragraph.property.frame_property = Some(frame.clone());
            }
        }
    }

    /// The logos side by side.
    fn logos(&mut self, page: &'a TitlePage, align: AlignmentType) {
        let mut children = Vec::new();
        for logo in &page.logos {
            if !children.is_empty() {
                children.push(run(Run::new().add_text("    ")));
            }
            children.push(self.logo(logo));
        }
        let spacing = LineSpacing::new().after(120);
        self.push(Paragraph::new().style("BlockContext").align(align).line_spacing(spacing), children);
    }

    fn lines(&mut self, style: &str, lines: &'a [Inlines], before: f64) {
        for (at, line) in lines.iter().enumerate() {
            self.line(style, line, if at == 0 { before } else { 0.0 });
        }
    }

    fn line(&mut self, style: &str, text: &'a Inlines, before: f64) {
        let mut paragraph = Paragraph::new().style(style);
        if before > 0.0 {
            let spacing = LineSpacing::new().before(twips(before).max(0) as u32);
            paragraph = paragraph.line_spacing(spacing.line(240).line_rule(LineSpacingType::Auto));
        }
        self.text_paragraph(paragraph, text);
    }

    /// What the texts take, in points.
    fn height(&self, page: &TitlePage) -> f64 {
        let size = self.sheet.sizes.body;
        let width = self.sheet.page.text_width();
        let lines = |text: &Inlines, size: f64, width: f64| {
            let length = plain_text(text).chars().count() as f64;
            (length * size * LETTER / width).ceil().max(1.0) * size * 1.35 + 3.0
        };
        let logos = page.logos.iter().map(|logo| logo.picture.height + 6.0).fold(0.0, f64::max);
        let plain = page.organisation.iter().chain(&page.details);
        let plain: f64 = plain.map(|text| lines(text, size, width)).sum();
        let approvals: f64 =
            page.approvals.iter().flatten().map(|text| lines(text, size, width * 0.45)).sum();
        let large = lines(&page.title, size + 6.0, width) + lines(&page.kind, size + 2.0, width);
        logos
            + plain
            + approvals
            + large
            + lines(&page.place, size, width)
            + 12.0 * page.approvals.len() as f64
    }
}
