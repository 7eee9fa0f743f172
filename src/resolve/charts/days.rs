//! Running totals by day: interviews, views.

use super::Bound;
use crate::diag::{Code, Diagnostic, say};
use crate::document::chart::{Axis, Chart, Progress, Tick, Value};
use crate::resolve::axis::nice;
use crate::resolve::sources::Sources;
use crate::study::passport::TermId;

impl Sources<'_> {
    pub(super) fn fieldwork_chart(&self) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let fieldwork = &self.facts.fieldwork;
        let days: Vec<(jiff::civil::Date, f64, f64)> =
            fieldwork.days.iter().map(|d| (d.date, f64::from(d.total), f64::from(d.completed))).collect();
        self.progress(
            &days,
            Some(f64::from(fieldwork.planned)),
            locale.word("completed_total")?,
            locale.word("completed_daily")?,
        )
    }

    pub(super) fn coverage_chart(&self) -> Result<Bound, Diagnostic> {
        let term = self.facts.terms.iter().find(|t| t.id == TermId::Coverage && t.applies);
        #[allow(clippy::cast_precision_loss)]
        let target = term.map(|t| t.threshold as f64);
        #[allow(clippy::cast_precision_loss)]
        let days: Vec<(jiff::civil::Date, f64, f64)> =
            self.facts.coverage.days.iter().map(|(d, total)| (*d, *total as f64, 0.0)).collect();
        self.progress(&days, target, self.locale.word("views_total")?, "")
    }

    fn progress(
        &self,
        days: &[(jiff::civil::Date, f64, f64)],
        target: Option<f64>,
        total: &str,
        daily: &str,
    ) -> Result<Bound, Diagnostic> {
        let locale = self.locale;
        let (Some(first), Some(last)) = (days.first(), days.last()) else {
            return Err(Diagnostic::new(Code::ChartWithoutData, say!("chart-without-days"))
                .hint(say!("hint-guard-directive")));
        };
        let offset = |date: jiff::civil::Date| f64::from((date - first.0).get_days());
        let span = offset(last.0).max(1.0);
        let step = (span / 6.0).ceil().max(1.0);
        let mut ticks = Vec::new();
        let mut at = 0.0;
        while at <= span {
            #[allow(clippy::cast_possible_truncation)]
            let date = first.0.saturating_add(jiff::Span::new().days(at as i64));
            ticks.push(Tick { at, label: locale.date(date, "axis")? });
            at += step;
        }
        let highest = days.iter().map(|d| d.1).fold(target.unwrap_or_default(), f64::max);
        let target = match target {
            Some(at) => {
                Some(Tick { at, label: locale.fill("target_value", &[("n", &locale.number(at, 0))])? })
            }
            None => None,
        };
        Ok(Bound {
            chart: Chart::Progress(Progress {
                days: Axis { min: 0.0, max: span, ticks, label: String::new() },
                axis: nice(0.0, highest, 5, locale, String::new()),
                target,
                total: days.iter().map(|d| (offset(d.0), d.1)).collect(),
                daily: days.iter().filter(|d| d.2 > 0.0).map(|d| (offset(d.0), d.2)).collect(),
                last: Value { value: last.1, printed: locale.number(last.1, 0) },
                total_label: total.to_owned(),
                daily_label: daily.to_owned(),
            }),
            notes: Vec::new(),
        })
    }
}
