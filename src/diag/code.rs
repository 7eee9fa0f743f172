//! The codes of all diagnostics, in one list, so that each has one meaning for ever.

use std::fmt;

macro_rules! codes {
    ($($name:ident = $text:literal, $about:literal;)*) => {
        /// What kind of fault a diagnostic reports. The printed code never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $about] $name,)*
        }

        impl Code {
            /// The code as it is printed, e.g. `E101`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// One line that says what the code stands for.
            pub fn about(self) -> &'static str {
                match self { $(Code::$name => $about,)* }
            }
        }

        /// Every code, in order.
        pub const ALL: &[Code] = &[$(Code::$name,)*];
    };
}

codes! {
    FileMissing = "E101", "a file that the study or the templates need is not there";
    FileUnreadable = "E102", "a file is there but cannot be read";
    PathOutside = "E103", "a path leads out of the study folder";
    NotUtf8 = "E104", "a text file is not UTF-8";
    JsonSyntax = "E110", "a file is not well-formed JSON";
    UnknownField = "E111", "a field that the contract does not know";
    WrongValue = "E112", "a value of the wrong type, form or range";
    MissingField = "E113", "a field that the contract demands is absent";
    DuplicateKey = "E114", "the same key twice in one JSON object";
    DanglingId = "E120", "an id that nothing in the study has";
    DuplicateId = "E121", "the same id given to two things";
    MissingTranslation = "E122", "a text lacks one of the study's languages";
    ControlCharacter = "E123", "a control character inside a text";
    DateOrder = "E124", "two dates in an impossible order";
    ArithmeticFault = "E130", "figures that contradict each other";
    TemplateSyntax = "E201", "a template that the engine cannot parse";
    TemplateRender = "E202", "a template that fails while it is filled in";
    TemplateTooLong = "E203", "a template whose output grows beyond all measure";
    TypedDigit = "W204", "a digit typed by hand in a template's prose";
    ReportSettings = "E205", "a report's settings file is wrong";
    MarkupUnsupported = "E210", "markup that the document model has no block for";
    DirectiveUnknown = "E211", "a directive that does not exist";
    DirectiveAttribute = "E212", "a directive's attribute is missing, unknown or wrong";
    DirectiveUnclosed = "E213", "a directive without a name or without its end";
    CaptionMissing = "E214", "a figure or table without a caption";
    ReferenceUnknown = "E220", "a reference to a label that the document lacks";
    LabelTwice = "E221", "one label given to two blocks";
    ChartWithoutData = "E230", "a chart or table for which the study has no data";
    ChartDrawing = "E231", "a chart that cannot be drawn";
    GlyphMissing = "E240", "a character that no font of the theme has";
    ThemeFault = "E241", "the theme is incomplete or wrong";
    LocaleKey = "E250", "a locale file lacks a key or has a wrong value";
    TypstCompile = "E301", "Typst refused the resolved document";
    PdfExport = "E302", "the PDF does not meet PDF/A-3a and PDF/UA-1";
    DocxBuild = "E310", "the DOCX cannot be assembled";
    OutputUnwritable = "E401", "an output file or folder cannot be written";
    Usage = "E402", "the command line asks for something that does not exist";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn codes_are_unique_and_ascending_within_their_series() {
        let digits: Vec<&str> = ALL.iter().map(|c| &c.as_str()[1..]).collect();
        assert!(digits.windows(2).all(|w| w[0] < w[1]), "{digits:?}");
    }
}
