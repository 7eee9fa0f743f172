//! What a deliverable is made of, beside its draft. Nothing of it changes while it is resolved.

use std::sync::Arc;

use super::bibliography::Descriptions;
use super::formulas::Formulas;
use super::settings::{DocumentKind, Settings};
use crate::chart::Faces;
use crate::diag::{Code, Diagnostic, say};
use crate::facts::{Facts, QuestionFacts};
use crate::locale::Locale;
use crate::study::{LocalizedText, Name, StudyAsOf};
use crate::template::LineMap;
use crate::theme::{PageStyle, Theme};

/// Data, language, appearance and settings of one deliverable in one language.
pub struct Sources<'a> {
    /// The study as it was loaded.
    pub study: &'a StudyAsOf,
    /// What follows from it at the cut-off date.
    pub facts: &'a Facts,
    /// The document's language in the deliverable's style.
    pub locale: &'a Arc<Locale>,
    /// Sizes, colours and pages.
    pub theme: &'a Theme,
    /// The faces with which texts are measured.
    pub faces: &'a Faces,
    /// Where each line of the draft comes from.
    pub lines: &'a LineMap,
    /// `report.toml` of the deliverable.
    pub settings: &'a Settings,
    /// The formulas that templates may name.
    pub formulas: &'a Formulas,
    /// The sources that templates may cite.
    pub bibliography: &'a Descriptions,
    /// Id of the deliverable.
    pub deliverable: &'a str,
}

impl<'a> Sources<'a> {
    /// Page and sizes of the deliverable's pages or slides.
    pub fn page_style(&self) -> &'a PageStyle {
        match self.settings.kind {
            DocumentKind::Report | DocumentKind::Paper | DocumentKind::Base => &self.theme.report,
            DocumentKind::Deck => &self.theme.slides,
        }
    }

    /// Whether headings, figures and tables have no numbers.
    pub fn is_paper(&self) -> bool {
        self.settings.kind == DocumentKind::Paper
    }

    /// A text of the study in the document's language; loading has checked that it is there.
    pub fn text<'t>(&self, text: &'t LocalizedText) -> &'t str {
        text.get(self.locale.language()).unwrap_or_default()
    }

    /// A name of the study in the document's language, as it stands by itself.
    pub fn name<'t>(&self, name: &'t Name) -> &'t str {
        name.nominative(self.locale.language()).unwrap_or_default()
    }

    /// A question with results at the cut-off date.
    ///
    /// # Errors
    /// [`Code::ChartWithoutData`] where it was asked and has no results yet, [`Code::DanglingId`] where the study
    /// has no such question.
    pub fn question(&self, id: &str) -> Result<&'a QuestionFacts, Diagnostic> {
        self.facts.question(id).ok_or_else(|| {
            let asked = self.study.codebook.questions.iter().any(|q| q.id.as_str() == id);
            if asked {
                let message = say!("directive-question-without-results", id = id, date = self.facts.cutoff);
                Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-directive-question-results"))
            } else {
                Diagnostic::new(Code::DanglingId, say!("directive-question-unknown", id = id))
                    .hint(say!("hint-directive-questions"))
            }
        })
    }
}
