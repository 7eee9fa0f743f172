//! The notes under figures and tables: source, base, weights, stage, limits. Built from data, so that
//! none is forgotten.

use super::Resolver;
use crate::diag::Diagnostic;
use crate::document::{Inline, Inlines, datum};
use crate::facts::QuestionFacts;
use crate::facts::stats::Base;
use crate::study::results::{QuestionKind, Stage};

/// What a reader has to be told about the estimates of a figure or table.
#[derive(Debug, Clone, Copy, Default)]
pub struct Caveats {
    /// Shares are printed without their sign.
    pub unsigned: bool,
    /// Intervals are drawn as lines.
    pub intervals: bool,
    /// An estimate is not shown: the base is too small.
    pub hidden: bool,
    /// A cell of few respondents is suppressed.
    pub suppressed: bool,
    /// A label is starred: its base is small.
    pub starred: bool,
    /// A label carries a dagger: its interval is wide.
    pub wide: bool,
}

impl Caveats {
    /// What a question's whole distribution gives reason to.
    pub fn of(question: &QuestionFacts) -> Self {
        let answers = || question.items.iter().flat_map(|i| &i.answers);
        Self {
            hidden: question.items.iter().any(|i| !i.base_class.is_shown() && !i.suppressed),
            suppressed: question.items.iter().any(|i| i.suppressed)
                || answers().any(|a| a.estimate.is_none()),
            ..Self::default()
        }
    }

    /// Takes an estimate into account; returns the signs for its label.
    pub fn sign(&mut self, base: Base, wide: bool) -> String {
        if !base.is_shown() {
            self.hidden = true;
            return String::new();
        }
        let starred = !base.is_ranked();
        self.starred |= starred;
        self.wide |= wide;
        format!("{}{}", if starred { "*" } else { "" }, if wide { "†" } else { "" })
    }
}

impl Resolver<'_> {
    /// Notes of a figure or table made from a survey question.
    pub(super) fn survey_notes(
        &self,
        question: &QuestionFacts,
        caveats: Caveats,
    ) -> Result<Vec<Inlines>, Diagnostic> {
        let locale = self.s.locale;
        let all = locale.word("all_respondents")?;
        let base = question.base.as_ref().and_then(|b| b.get(locale.language())).unwrap_or(all);
        let of = |field: &str, printed: String| {
            datum::marked(&format!("questions.{}.{field}", question.id), &printed)
        };
        let mut sentences = vec![
            self.source()?,
            locale
                .fill("base", &[("base", base), ("n", &of("n", locale.number(f64::from(question.n), 0)))])?,
        ];
        if (question.deff - 1.0).abs() > 1e-6 {
            sentences
                .push(locale.fill("weighted", &[("deff", &of("deff", locale.number(question.deff, 2)))])?);
        }
        if question.kind == QuestionKind::Multiple {
            sentences.push(locale.word("multiple")?.to_owned());
        }
        self.finished(sentences, caveats)
    }

    /// Notes of a figure of scores (indices, risk).
    pub(super) fn score_notes(&self, caveats: Caveats) -> Result<Vec<Inlines>, Diagnostic> {
        self.finished(vec![self.source()?], caveats)
    }

    /// One paragraph of the sentences and what the caveats add.
    fn finished(&self, mut sentences: Vec<String>, caveats: Caveats) -> Result<Vec<Inlines>, Diagnostic> {
        let locale = self.s.locale;
        if caveats.unsigned {
            sentences.push(locale.word("in_percent")?.to_owned());
        }
        if caveats.intervals {
            sentences.extend(self.interval_sentences()?);
        }
        let signs = [
            (caveats.hidden, "small_base"),
            (caveats.suppressed, "suppressed_cell"),
            (caveats.starred, "thin_base"),
            (caveats.wide, "wide_interval"),
        ];
        for (_, key) in signs.into_iter().filter(|(applies, _)| *applies) {
            sentences.push(locale.word(key)?.to_owned());
        }
        sentences.extend(self.stage_sentence()?);
        Ok(vec![datum::bound(vec![Inline::Text(locale.typography(&sentences.join(" ")))])])
    }

    fn source(&self) -> Result<String, Diagnostic> {
        let source = self.s.study.passport.survey_source.get(self.s.locale.language());
        // «2026 г.» already ends the sentence.
        let source = source.unwrap_or_default().trim_end_matches('.');
        self.s.locale.fill("source", &[("source", source)])
    }

    fn interval_sentences(&self) -> Result<Vec<String>, Diagnostic> {
        let mut sentences = vec![self.s.locale.word("interval_lines")?.to_owned()];
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

#[cfg(test)]
mod tests {
    use super::{Base, Caveats};

    #[test]
    fn labels_carry_the_signs_that_the_note_explains() {
        let mut caveats = Caveats::default();
        assert_eq!(caveats.sign(Base::Plain, false), "");
        assert!(!caveats.starred && !caveats.wide && !caveats.hidden);
        assert_eq!(caveats.sign(Base::Starred, true), "*†");
        assert_eq!(caveats.sign(Base::Hidden, true), "");
        assert!(caveats.starred && caveats.wide && caveats.hidden);
    }
}
