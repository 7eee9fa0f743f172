//! The codes of all diagnostics, in one list, so that each has one meaning for ever. The letter is the
//! severity: E error, W warning, N note. What a code means to a user, why it is a fault and what to do
//! stand in `templates/messages/codes.*.ftl`.

use std::fmt;

use super::Severity;

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

            /// The severity of its findings: the letter of the code.
            pub fn severity(self) -> Severity {
                match self.as_str().as_bytes().first() {
                    Some(b'E') => Severity::Error,
                    Some(b'W') => Severity::Warning,
                    _ => Severity::Note,
                }
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
    FileUnknown = "W105", "a file in the study or templates folder that nothing reads";
    WorkbookOddity = "N106", "something of a workbook that is read, though not in plain sight";
    WorkbookStray = "W107", "a sheet, row or column of a workbook that nothing reads";
    StudyOlder = "N108", "a study of an older version of the contract";
    JsonSyntax = "E110", "a file is not well-formed JSON";
    UnknownField = "E111", "a field that the contract does not know";
    WrongValue = "E112", "a value of the wrong type, form or range";
    MissingField = "E113", "a field that the contract demands is absent";
    DuplicateKey = "E114", "the same key twice in one JSON object";
    CsvTable = "E115", "a CSV table of records that cannot be read as such";
    BoundaryFile = "E116", "a file of boundaries that cannot be read as such";
    WorkbookForm = "E117", "a workbook without a sheet or column that it needs, or with one of them twice";
    WorkbookCell = "E118", "a cell of a workbook from which no value can be read";
    StudyNewer = "E119", "a study of a newer version of the contract";
    DanglingId = "E120", "an id that nothing in the study has";
    DuplicateId = "E121", "the same id given to two things";
    MissingTranslation = "E122", "a text lacks one of the study's languages";
    ControlCharacter = "E123", "a control character inside a text";
    DateOrder = "E124", "two dates in an impossible order";
    DuplicateRecord = "E125", "two records or answers for the same thing";
    DateOutsideContract = "W126", "a date outside of the contract's period";
    MixedScript = "W127", "Latin and Cyrillic letters in one word";
    TextNumbersDiffer = "E128", "a text with other figures in another language";
    ThresholdOrder = "E129", "thresholds of a study in an impossible order";
    NumberRange = "E130", "a figure that cannot be, such as a share above one";
    ShareSum = "E131", "the shares of a single-answer question do not add up to one";
    AnswerCount = "E132", "answers and respondents do not agree";
    ShareOutsideInterval = "E133", "a share outside of its own interval";
    IntervalFormula = "E134", "an interval that does not follow from share, base and design effect";
    BreakdownBase = "E135", "bases differ inside a distribution, or do not add up to the total's";
    WeightedTotal = "E136", "weighted bases or shares of groups and total contradict each other";
    DesignEffect = "E137", "a design effect below one without an explanation";
    QuotaTotal = "E138", "quotas, sample and fieldwork do not agree";
    FieldworkTotal = "E139", "fieldwork by day and the tabulated interviews do not agree";
    IndexFormula = "E140", "an index value that does not follow from its components";
    RiskFormula = "E141", "a risk score that does not follow from its components";
    ComponentWeights = "E142", "component weights that do not add up to one";
    ViewCount = "E143", "views that cannot be a running total";
    ScoreOutsideInterval = "E144", "a score outside of its own interval";
    ColumnUnit = "E145", "a column of the records in another unit, or of too few decimals";
    ScaleRoles = "W146", "a scale whose answers have no roles, or some of them none";
    LabelShared = "W147", "two answers of a question that are worded alike";
    ShortMissing = "W148", "a long question without a short name";
    ExampleLeft = "W149", "a file that still holds the example of `esep new`";
    MarginClaim = "W150", "a margin of error claimed for a sample that does not allow it";
    SmallBase = "N151", "bases too small to be shown or ranked";
    FindingBase = "W152", "a finding that rests on a small base";
    QualitativePercent = "W153", "percentages of experts or focus groups";
    TypedFigure = "W154", "a figure typed into a finding's or recommendation's words";
    PreliminaryInFinal = "E155", "a final report made from preliminary results";
    Orphan = "W156", "a finding without a recommendation, or a recommendation without a finding";
    ClaimUnproven = "W157", "words that claim more than the figure of their text proves";
    OtherLanguage = "W158", "a sentence in another language than its field";
    TextBounds = "E159", "a text longer than a page can be set with, or with more marks on a letter than there are";
    PersonalData = "E160", "a telephone number, IIN or e-mail address in a text";
    PersonalName = "W161", "what looks like a person's name in a quote, case or comment";
    SmallCell = "N162", "cells of few respondents, suppressed in the public edition";
    UnseenSign = "W163", "a sign that is not seen and changes the order or the search of letters";
    WrongYear = "E164", "a column of dates in another year than the contract's, which breaks other rules";
    TermMissed = "E170", "a term of the grant missed without a waiver";
    WaiverIdle = "W171", "a waiver that nothing needs";
    AnswersFile = "E180", "a table of answers that cannot be read as such";
    AnswersColumn = "E181", "a column that the table of answers does not have";
    AnswersCode = "E182", "a value in the answers that nothing declares";
    SurveyDesign = "E183", "weights, strata or clusters from which nothing can be estimated";
    AnswersUnplaced = "W184", "answers of people who were not asked, or people without a group";
    DraftUnconfirmed = "W185", "a proposal of a draft that nobody has confirmed";
    AnswersPersonal = "W186", "a column of the answers that looks like personal data";
    TemplateSyntax = "E201", "a template that the engine cannot parse";
    TemplateRender = "E202", "a template that fails while it is filled in";
    TemplateTooLong = "E203", "a template whose output grows beyond all measure";
    TypedDigit = "W204", "a digit typed by hand in a template's prose";
    ReportSettings = "E205", "a report's settings file is wrong";
    TemplateMixedScript = "E206", "Latin and Cyrillic letters in one word of a template";
    TemplateLeftover = "W207", "a word of another language in a template";
    TemplateMarks = "W208", "wrong spaces, quotation marks or dashes in a template";
    UnfoundedClaim = "W209", "a claim in a template that no fact stands behind";
    MarkupUnsupported = "E210", "markup that the document model has no block for";
    DirectiveUnknown = "E211", "a directive that does not exist";
    DirectiveAttribute = "E212", "a directive's attribute is missing, unknown or wrong";
    DirectiveUnclosed = "E213", "a directive without a name or without its end";
    CaptionMissing = "E214", "a figure or table without a caption";
    MarkupBounds = "E215", "markup beyond the bounds of what is set";
    TextUnplaced = "W219", "a text of the authors for a section that the document does not have";
    ReferenceUnknown = "E220", "a reference to a label that the document lacks";
    LabelTwice = "E221", "one label given to two blocks";
    LanguagesDiffer = "E222", "the languages of a deliverable declare different things";
    SlideNumber = "E223", "a number on a slide or in a paper that the final report lacks";
    NeverReferredTo = "W224", "a figure, table or annex that the text never refers to";
    ChartWithoutData = "E230", "a chart or table for which the study has no data";
    ChartDrawing = "E231", "a chart that cannot be drawn";
    TableTooWide = "E232", "a table that is wider than a landscape page";
    SlideOverflow = "E233", "a slide that holds more than it has room for";
    PagesExceeded = "E234", "a document of more pages than it may have";
    ReferenceFace = "W235", "a reference deck whose face is not at hand to measure with";
    WithoutResults = "E236", "a document of results that is made before there are any";
    LeftOut = "W237", "a document of results that is left out, because there are none yet";
    EmptyDocument = "W238", "a paper of the presentation that has nothing to tell yet";
    GlyphMissing = "E240", "a character that no font of the theme has";
    ThemeFault = "E241", "the theme is incomplete or wrong";
    LocaleKey = "E250", "a locale file lacks a key or has a wrong value";
    HyphenationMissing = "W251", "a language whose words the program cannot break";
    SentenceFile = "E260", "a file of sentences that cannot be read as such";
    SentenceTag = "E261", "a sentence that holds more than words, values and one condition";
    SentenceTooLong = "E262", "a sentence of too many characters";
    SentenceMissing = "E263", "a sentence that a language lacks";
    SentenceUnknown = "E264", "a sentence that the structure never says";
    SentenceData = "E265", "wordings or languages of a sentence that print different data";
    StructureWords = "E266", "a word of a language in the structure";
    StructureTag = "E267", "a tag that a structure cannot have, or one of its own that is wrong";
    TypstCompile = "E301", "Typst refused the resolved document";
    PdfExport = "E302", "the PDF does not meet PDF/A-3a and PDF/UA-1";
    OffPage = "E303", "something laid out that lies off its page";
    DocxBuild = "E310", "the DOCX cannot be assembled";
    PptxBuild = "E311", "the PPTX cannot be assembled";
    WorkbookBuild = "E312", "the statistical base cannot be assembled";
    OutputUnwritable = "E401", "an output file or folder cannot be written";
    Usage = "E402", "the command line asks for something that does not exist";
    PackageUnreadable = "E410", "a file that is not the Office file it should be";
    PackageHostile = "E411", "an Office file with something inside that has no place there";
    ReviewForeign = "E412", "a returned file that was not made from this study";
    NumberChanged = "E413", "a number that differs from the study in a returned file";
    NumberUnbound = "W414", "a number that has lost its content control in a returned file";
    StateDiffers = "W415", "a returned file that was made from another state of the study";
    ReviewComment = "N416", "a comment in a returned file";
    TrackedChange = "N417", "a tracked change in a returned file";
    TextChanged = "N418", "a text that was changed without a trace in a returned file";
    NumberUnproven = "E419", "a number of a returned file that nothing proves";
    ReferenceInvalid = "E420", "a reference document from which no valid file can be made";
    ReferenceLeftOut = "W421", "something of a reference document that is not taken over";
    ReviewRead = "N422", "how much of a returned file was read";
    ProofMissing = "E430", "a file that carries no proof of its numbers";
    ProofBroken = "E431", "a proof that cannot be read, or contradicts itself";
    ProofUnreadable = "E432", "a file whose numbers cannot be read";
    ProofBound = "E433", "a file beyond the bounds of what is read";
    ProofNumberDiffers = "E434", "a number of a finished file that is not the one that was proven";
    ProofNumberUnbound = "E435", "a number of a finished file that no datum stands behind";
    ProofAttach = "E436", "a proof that cannot be put into its file";
    ProofOtherState = "E437", "a file that was made from another state of the study";
    TraceNothing = "E438", "a number that the file does not print";
    WordsChangedMeanwhile = "E440", "a file of sentences that was changed since the page read it";
    ServeAddress = "E441", "an address on which the page of a study cannot be shown";
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
