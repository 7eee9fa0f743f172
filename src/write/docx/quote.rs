//! Quotations with their attribution.

use docx_rs::{AlignmentType, Paragraph};

use super::block_writer::BlockWriter;
use crate::document::Quote;

/// Writes a quotation; its paragraphs stay together with the attribution.
pub fn quote<'a>(writer: &mut BlockWriter<'a>, quote: &'a Quote) {
    let is_attributed = !quote.attribution.is_empty();
    for (at, text) in quote.text.iter().enumerate() {
        let keep = is_attributed || at + 1 < quote.text.len();
        writer.push_text(Paragraph::new().style("Quote").keep_next(keep), text);
    }
    let attribution = Paragraph::new().style("QuoteAttribution").align(AlignmentType::Right);
    writer.push_text(attribution, &quote.attribution);
}
