//! Complex fields with their cached results (ISO/IEC 29500-1, 17.16.18).
//!
//! Every field carries the text that the PDF prints, so that a reader who updates nothing sees the
//! right numbers and Word asks nothing when it opens the file.

use docx_rs::{FieldCharType, InstrText, ParagraphChild, Run};

/// A run as a paragraph's child.
pub fn run(run: Run) -> ParagraphChild {
    ParagraphChild::Run(Box::new(run))
}

/// The runs before a field's result. `code` is ASCII and the writer's own.
pub fn begin(code: &str, style: &impl Fn(Run) -> Run) -> Vec<ParagraphChild> {
    let instruction = InstrText::Unsupported(format!(" {code} "));
    vec![
        run(style(Run::new()).add_field_char(FieldCharType::Begin, false)),
        run(style(Run::new()).add_instr_text(instruction)),
        run(style(Run::new()).add_field_char(FieldCharType::Separate, false)),
    ]
}

/// The run after a field's result.
pub fn end(style: &impl Fn(Run) -> Run) -> ParagraphChild {
    run(style(Run::new()).add_field_char(FieldCharType::End, false))
}

/// A whole field: its code, and the result that is shown until a program updates it.
pub fn field(code: &str, cached: &str, style: impl Fn(Run) -> Run) -> Vec<ParagraphChild> {
    let mut out = begin(code, &style);
    if !cached.is_empty() {
        out.push(run(style(Run::new()).add_text(cached)));
    }
    out.push(end(&style));
    out
}
