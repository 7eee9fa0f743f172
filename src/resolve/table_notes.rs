//! The notes under figures and tables: source, base, weights, stage, limits. Built from data, so that
//! none is forgotten.

use super::rounding::parts_from_100;
use super::settings::DocumentKind;
use super::sources::Sources;
use crate::diag::Diagnostic;
use crate::document::{Inlines, NumberTable};
use crate::facts::stats::Base;
use crate::facts::{CrossLine, Crosstab, QuestionFacts};
use crate::study::results::{QuestionKind, Stage};

/// What a reader has to be told about the estimates of a figure or table.
#[derive(Debug, Clone, Copy, Default)]
pub struct Caveats {
    /// Shares are printed without their sign.
    pub unsigned: bool,
    /// Intervals are drawn as lines.
    pub intervals: bool,
    /// The key of the words for what colours mean, where they mean something.
    pub colours: Option<&'static str>,
    /// An estimate is not shown: the base is too small.
    pub hidden: bool,
    /// A cell of few respondents is suppressed.
    pub suppressed: bool,
    /// A label is starred: its base is small.
    pub starred: bool,
    /// A label carries a dagger: its interval is wide.
    pub wide: bool,
    /// Letters behind a share name the groups that it exceeds.
    pub letters: bool,
    /// Groups were compared, and none exceeds another.
    pub alike: bool,
    /// The text above the tables says what letters mean and how groups were compared.
    pub is_explained: bool,
    /// Some respondents stated no group.
    pub not_stated: bool,
    /// The shares of a complete distribution, each rounded once, do not add up to 100.
    pub rounded_sum: bool,
}

impl Caveats {
    /// What a question's whole distribution gives reason to, printed with so many decimals.
    pub fn of(question: &QuestionFacts, decimals: u8, tolerance: f64) -> Self {
        let answers = || question.items.iter().flat_map(|i| &i.answers);
        let is_single = question.kind != QuestionKind::Multiple;
        let shown = question.items.iter().filter(|i| is_single && i.base_class.is_shown());
        let mut distributions = shown.map(|i| i.answers.iter().filter_map(|a| a.estimate.map(|e| e.percent)));
        Self {
            hidden: question.items.iter().any(|i| !i.base_class.is_shown() && !i.suppressed),
            suppressed: question.items.iter().any(|i| i.suppressed)
                || answers().any(|a| a.estimate.is_none()),
            rounded_sum: distributions
                .any(|shares| parts_from_100(&shares.collect::<Vec<_>>(), decimals, tolerance)),
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

impl Caveats {
    /// Takes the comparison of groups in some lines of a crosstab into account.
    pub fn compare<'l>(
        &mut self,
        lines: impl IntoIterator<Item = &'l CrossLine<'l>>,
        crosstab: &Crosstab,
        sources: &Sources<'_>,
    ) {
        let thresholds = &sources.facts.thresholds;
        let mut compared = false;
        for line in lines {
            let shown = |place: &usize| line.cell(*place, thresholds).1.is_some();
            self.letters |=
                (0..crosstab.groups.len()).filter(shown).any(|g| line.row.exceeds.of(g).next().is_some());
            compared |= !line.row.residual;
        }
        self.not_stated |= crosstab.not_stated;
        self.alike = compared && crosstab.comparisons > 0 && !crosstab.suppressed && !self.letters;
    }
}

impl Sources<'_> {
    /// What a question's whole distribution gives reason to, as this document prints it.
    pub(super) fn caveats_of(&self, question: &QuestionFacts) -> Caveats {
        Caveats::of(question, self.locale.share_decimals(), self.study.thresholds.tolerances.share_sum)
    }

    /// Notes of a figure or table made from a survey question.
    ///
    /// # Errors
    /// `LocaleKey` where the locale file lacks a sentence.
    pub(super) fn survey_notes(
        &self,
        question: &QuestionFacts,
        caveats: Caveats,
    ) -> Result<Vec<Inlines>, Diagnostic> {
        let locale = self.locale;
        let mut numbers = NumberTable::default();
        let all = locale.word("all_respondents")?;
        let base = question.base.as_ref().and_then(|b| b.get(locale.language())).unwrap_or(all);
        let n = numbers.mark(locale.number_of(datum(question, "n"), f64::from(question.n), 0));
        let mut sentences = vec![self.survey_source()?, locale.fill("base", &[("base", base), ("n", &n)])?];
        if (question.deff - 1.0).abs() > 1e-6 {
            let deff = numbers.mark(locale.number_of(datum(question, "deff"), question.deff, 2));
            sentences.push(locale.fill("weighted", &[("deff", &deff)])?);
        }
        if question.kind == QuestionKind::Multiple {
            sentences.push(locale.word("multiple")?.to_owned());
        }
        self.with_caveats(sentences, caveats, &numbers)
    }

    /// Notes of a figure of scores (indices, risk).
    ///
    /// # Errors
    /// `LocaleKey` where the locale file lacks a sentence.
    pub(super) fn score_notes(&self, caveats: Caveats) -> Result<Vec<Inlines>, Diagnostic> {
        self.with_caveats(vec![self.survey_source()?], caveats, &NumberTable::default())
    }

    /// One paragraph of the sentences and what the caveats add; `numbers` are those behind their marks.
    fn with_caveats(
        &self,
        mut sentences: Vec<String>,
        caveats: Caveats,
        numbers: &NumberTable,
    ) -> Result<Vec<Inlines>, Diagnostic> {
        let locale = self.locale;
        if caveats.unsigned {
            sentences.push(locale.word("in_percent")?.to_owned());
        }
        if caveats.intervals {
            sentences.extend(self.interval_sentences()?);
        }
        if let Some(words) = caveats.colours {
            sentences.push(locale.word(words)?.to_owned());
        }
        // The foot of a slide has two lines: where cells are withheld, that is what it has to say.
        let is_short = self.settings.kind == DocumentKind::Deck && caveats.suppressed;
        let signs = [
            (caveats.hidden, "small_base"),
            (caveats.suppressed, "suppressed_cell"),
            (caveats.starred, "thin_base"),
            (caveats.wide, "wide_interval"),
            (caveats.rounded_sum && !is_short, "rounded_sum"),
            (caveats.not_stated && !is_short, "not_stated"),
        ];
        for (_, key) in signs.into_iter().filter(|(applies, _)| *applies) {
            sentences.push(locale.word(key)?.to_owned());
        }
        if caveats.is_explained {
            if caveats.alike {
                sentences.push(locale.word("group_alike_here")?.to_owned());
            }
        } else if caveats.letters || caveats.alike {
            sentences
                .push(locale.word(if caveats.letters { "group_letters" } else { "group_alike" })?.to_owned());
            if !self.facts.sample.probability {
                sentences.push(locale.word("group_guide")?.to_owned());
            }
        }
        sentences.extend(self.stage_sentence()?);
        Ok(vec![numbers.inlines(&locale.typography(&sentences.join(" ")))])
    }

    fn survey_source(&self) -> Result<String, Diagnostic> {
        let source = self.study.passport.survey_source.get(self.locale.language());
        // «2026 г.» already ends the sentence.
        let source = source.unwrap_or_default().trim_end_matches('.');
        self.locale.fill("source", &[("source", source)])
    }

    fn interval_sentences(&self) -> Result<Vec<String>, Diagnostic> {
        let mut sentences = vec![self.locale.word("interval_lines")?.to_owned()];
        if !self.facts.sample.probability {
            sentences.push(self.locale.word("interval_assumption")?.to_owned());
        }
        Ok(sentences)
    }

    fn stage_sentence(&self) -> Result<Option<String>, Diagnostic> {
        if self.facts.stage == Some(Stage::Preliminary) {
            return self.locale.word("preliminary").map(|w| Some(w.to_owned()));
        }
        Ok(None)
    }
}

fn datum(question: &QuestionFacts, field: &str) -> String {
    format!("questions.{}.{field}", question.id)
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
