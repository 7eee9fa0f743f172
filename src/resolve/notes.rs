//! The notes under figures and tables: source, base, weights, stage, limits. Built from data, so that
//! none is forgotten.

use super::Resolver;
use crate::diag::Diagnostic;
use crate::document::{Inline, Inlines};
use crate::facts::QuestionFacts;
use crate::study::results::{QuestionKind, Stage};

impl Resolver<'_> {
    /// Notes of a figure or table made from a survey question.
    pub(super) fn survey_notes(
        &self,
        question: &QuestionFacts,
        intervals: bool,
        hidden: bool,
    ) -> Result<Vec<Inlines>, Diagnostic> {
        let locale = self.s.locale;
        let all = locale.word("all_respondents")?;
        let base = question.base.as_ref().and_then(|b| b.get(locale.language())).unwrap_or(all);
        let mut sentences = vec![
            self.source()?,
            locale.fill("base", &[("base", base), ("n", &locale.number(f64::from(question.n), 0))])?,
        ];
        if (question.deff - 1.0).abs() > 1e-6 {
            sentences.push(locale.fill("weighted", &[("deff", &locale.number(question.deff, 2))])?);
        }
        if question.kind == QuestionKind::Multiple {
            sentences.push(locale.word("multiple")?.to_owned());
        }
        if hidden {
            sentences.push(locale.word("small_base")?.to_owned());
        }
        if intervals {
            sentences.extend(self.interval_sentences()?);
        }
        sentences.extend(self.stage_sentence()?);
        Ok(vec![vec![Inline::Text(locale.typography(&sentences.join(" ")))]])
    }

    /// Notes of a figure of scores with intervals (indices, risk).
    pub(super) fn score_notes(&self, hidden: bool) -> Result<Vec<Inlines>, Diagnostic> {
        let mut sentences = vec![self.source()?];
        sentences.extend(self.interval_sentences()?);
        if hidden {
            sentences.push(self.s.locale.word("small_base")?.to_owned());
        }
        sentences.extend(self.stage_sentence()?);
        Ok(vec![vec![Inline::Text(self.s.locale.typography(&sentences.join(" ")))]])
    }

    fn source(&self) -> Result<String, Diagnostic> {
        let source = self.s.study.passport.survey_source.get(self.s.locale.language());
        // «2026 г.» already ends the sentence.
        let source = source.unwrap_or_default().trim_end_matches('.');
        self.s.locale.fill("source", &[("source", source)])
    }

    fn interval_sentences(&self) -> Result<Vec<String>, Diagnostic> {
        let mut sentences = vec![self.s.locale.word("interval_95")?.to_owned()];
        if !self.s.facts.sample.probability {
            sentences.push(self.s.locale.word("interval_assumption")?.to_owned());
        }
        Ok(sentences)
    }

    fn stage_sentence(&self) -> Result<Option<String>, Diagnostic> {
        if self.s.facts.stage == Some(Stage::Preliminary) {
            return self.s.locale.word("preliminary").map(|w| Some(w.to_owned()));
        }
        Ok(None)
    }
}
