//! Chart directives → chart data: which facts, in which order, in which tone; and the alt text.

use super::Resolver;
use super::axis::nice;
use super::notes::Caveats;
use crate::diag::{Code, Diagnostic, say};
use crate::document::Inlines;
use crate::document::chart::{
    Answer, Axis, Bar, Bars, Chart, Dot, Dots, Likert, LikertRow, Progress, Side, Tick, Tone, Value,
};
use crate::document::draft::Attributes;
use crate::facts::stats::Base;
use crate::facts::{Item, QuestionFacts, Tier};
use crate::study::Text;
use crate::study::passport::TermId;
use crate::study::results::{AnswerRole, QuestionKind};

/// A chart's data with the notes that belong under it.
pub struct Bound {
    pub chart: Chart,
    pub notes: Vec<Inlines>,
}

/// What `data=` may name.
const DATA: &str = "indices, risk, fieldwork, coverage, cases";

impl Resolver<'_> {
    pub(super) fn chart(&self, attributes: &Attributes) -> Result<Bound, Diagnostic> {
        if let Some(id) = attributes.get("question") {
            return self.question_chart(id, attributes);
        }
        let bound = match attributes.get("data") {
            Some("indices") => self.indices_chart()?,
            Some("risk") => self.risk_chart(limit(attributes)?)?,
            Some("fieldwork") => self.fieldwork_chart()?,
            Some("coverage") => self.coverage_chart()?,
            Some("cases") => self.cases_chart(),
            Some(other) => {
                let message = say!("chart-data-unknown", name = other);
                return Err(Diagnostic::new(Code::DirectiveAttribute, message)
                    .hint(say!("hint-chart-data-known", names = DATA)));
            }
            None => {
                return Err(Diagnostic::new(Code::DirectiveAttribute, say!("chart-data-unsaid"))
                    .hint(say!("hint-chart-data-write", names = DATA)));
            }
        };
        if is_empty(&bound.chart) {
            let what = attributes.get("data").unwrap_or_default();
            let message = say!("chart-without-data", name = what, date = self.s.facts.cutoff);
            return Err(Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-guard-directive")));
        }
        Ok(bound)
    }

    fn question_chart(&self, id: &str, attributes: &Attributes) -> Result<Bound, Diagnostic> {
        let question = self.question(id)?;
        match question.kind {
            QuestionKind::Scale => self.likert(question),
            QuestionKind::Single | QuestionKind::Multiple => self.bars(question, attributes),
        }
    }

    /// A question with results at the cut-off date.
    pub(super) fn question(&self, id: &str) -> Result<&QuestionFacts, Diagnostic> {
        self.s.facts.question(id).ok_or_else(|| {
            let asked = self.s.study.codebook.questions.iter().any(|q| q.id.as_str() == id);
            if asked {
                let message = say!("directive-question-without-results", id = id, date = self.s.facts.cutoff);
                Diagnostic::new(Code::ChartWithoutData, message).hint(say!("hint-directive-question-results"))
            } else {
                Diagnostic::new(Code::DanglingId, say!("directive-question-unknown", id = id))
                    .hint(say!("hint-directive-questions"))
            }
        })
    }

    fn likert(&self, question: &QuestionFacts) -> Result<Bound, Diagnostic> {
        let Some(first) = question.items.first() else {
            return Err(Diagnostic::new(Code::ChartWithoutData, say!("chart-question-without-items")));
        };
        let order = scale_order(first);
        let answers: Vec<Answer> = tones(first, &order)
            .into_iter()
            .map(|(i, tone, side)| Answer {
                label: first.answers[i].label.get(self.s.locale.language()).unwrap_or_default().to_owned(),
                tone,
                side,
            })
            .collect();
        let mut items: Vec<&Item> = question.items.iter().collect();
        items.sort_by(|a, b| net(b).total_cmp(&net(a)));
        let rows = items
            .iter()
            .map(|item| LikertRow {
                label: item.label.get(self.s.locale.language()).unwrap_or_default().to_owned(),
                values: item.base_class.is_shown().then(|| {
                    let codes = order.iter().map(|i| &first.answers[*i].code);
                    codes.map(|code| self.share_of(item, code)).collect()
                }),
            })
            .collect();
        Ok(Bound {
            chart: Chart::Likert(Likert { answers, rows }),
            notes: self.survey_notes(question, Caveats::of(question))?,
        })
    }

    fn share_of(&self, item: &Item, code: &str) -> Value {
        match item.answers.iter().find(|a| a.code == code).map(|a| a.estimate) {
            Some(Some(estimate)) => {
                Value { value: estimate.percent, printed: self.s.locale.share(estimate.percent) }
            }
            // Withheld: no length either, which could be measured.
            Some(None) => Value { value: 0.0, printed: "—".to_owned() },
            None => Value { value: 0.0, printed: self.s.locale.share(0.0) },
        }
    }

    fn bars(&self, question: &QuestionFacts, attributes: &Attributes) -> Result<Bound, Diagnostic> {
        let limit = limit(attributes)?;
        let mut caveats = Caveats { intervals: true, ..Caveats::of(question) };
        let mut bars: Vec<Bar> = question
            .ranking
            .iter()
            .take(limit)
            .enumerate()
            .map(|(i, r)| Bar {
                label: format!("{}{}", self.text(&r.label), caveats.sign(Base::of(r.n), r.low, r.high)),
                value: Some(Value {
                    value: r.percent,
                    printed: self.s.locale.percent(r.percent, self.s.locale.share_decimals()),
                }),
                interval: Some((r.low, r.high)),
                tone: match (r.apart, i) {
                    (true, _) => Tone::Grey,
                    (false, 0) if question.leader_is_clear => Tone::Accent,
                    _ => Tone::Calm,
                },
            })
            .collect();
        bars.extend(unshown(question).into_iter().map(|label| Bar {
            label: self.text(label).to_owned(),
            value: None,
            interval: None,
            tone: Tone::Grey,
        }));
        let max = bars.iter().filter_map(|b| b.interval).map(|i| i.1).fold(1.0, f64::max);
        Ok(Bound {
            chart: Chart::Bars(Bars { axis: nice(0.0, max, 5, self.s.locale, String::new()), bars }),
            notes: self.survey_notes(question, caveats)?,
        })
    }

    fn indices_chart(&self) -> Result<Bound, Diagnostic> {
        let locale = self.s.locale;
        let mut indices: Vec<_> = self.s.facts.indices.iter().collect();
        indices.sort_by(|a, b| b.value.total_cmp(&a.value));
        let middle = 50.0;
        let mut caveats = Caveats { intervals: true, ..Caveats::default() };
        let rows = indices
            .iter()
            .map(|i| Dot {
                label: format!("{}{}", self.text(&i.name), caveats.sign(Base::of(i.n), i.low, i.high)),
                value: Some(Value { value: i.value, printed: locale.number(i.value, 1) }),
                interval: Some((i.low, i.high)),
                tone: against(i.low, i.high, middle),
                aside: rank(locale, Some(i.rank)),
            })
            .collect();
        Ok(Bound {
            chart: Chart::Dots(Dots {
                axis: nice(0.0, 100.0, 5, locale, String::new()),
                reference: None,
                rows,
                aside_heading: locale.word("rank")?.to_owned(),
            }),
            notes: self.score_notes(caveats)?,
        })
    }

    fn risk_chart(&self, limit: usize) -> Result<Bound, Diagnostic> {
        let locale = self.s.locale;
        let risk = &self.s.facts.risk;
        let drawn = || risk.territories.iter().take(limit);
        let shown = || drawn().filter(|t| t.base_class.is_shown());
        let mut caveats = Caveats { intervals: true, ..Caveats::default() };
        let rows = drawn()
            .map(|t| {
                let is_shown = t.base_class.is_shown();
                Dot {
                    label: format!("{}{}", self.name(&t.name), caveats.sign(t.base_class, t.low, t.high)),
                    value: is_shown.then(|| Value { value: t.score, printed: locale.number(t.score, 1) }),
                    interval: is_shown.then_some((t.low, t.high)),
                    tone: tier_tone(t.tier),
                    aside: rank(locale, t.rank),
                }
            })
            .collect();
        let low = shown().map(|t| t.low).fold(100.0, f64::min);
        let high = shown().map(|t| t.high).fold(0.0, f64::max);
        let reference = match risk.city {
            Some(city) => {
                Some(Tick { at: city, label: locale.fill("city_value", &[("n", &locale.number(city, 1))])? })
            }
            None => None,
        };
        let notes = self.score_notes(caveats)?;
        Ok(Bound {
            chart: Chart::Dots(Dots {
                axis: nice(low.min(high), high.max(low), 5, locale, String::new()),
                reference,
                rows,
                aside_heading: locale.word("rank")?.to_owned(),
            }),
            notes,
        })
    }

    fn fieldwork_chart(&self) -> Result<Bound, Diagnostic> {
        let locale = self.s.locale;
        let fieldwork = &self.s.facts.fieldwork;
        let days: Vec<(jiff::civil::Date, f64, f64)> =
            fieldwork.days.iter().map(|d| (d.date, f64::from(d.total), f64::from(d.completed))).collect();
        self.progress(
            &days,
            Some(f64::from(fieldwork.planned)),
            locale.word("completed_total")?,
            locale.word("completed_daily")?,
        )
    }

    fn coverage_chart(&self) -> Result<Bound, Diagnostic> {
        let term = self.s.facts.terms.iter().find(|t| t.id == TermId::Coverage && t.applies);
        #[allow(clippy::cast_precision_loss)]
        let target = term.map(|t| t.threshold as f64);
        #[allow(clippy::cast_precision_loss)]
        let days: Vec<(jiff::civil::Date, f64, f64)> =
            self.s.facts.coverage.days.iter().map(|(d, total)| (*d, *total as f64, 0.0)).collect();
        self.progress(&days, target, self.s.locale.word("views_total")?, "")
    }

    fn progress(
        &self,
        days: &[(jiff::civil::Date, f64, f64)],
        target: Option<f64>,
        total: &str,
        daily: &str,
    ) -> Result<Bound, Diagnostic> {
        let locale = self.s.locale;
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

    fn cases_chart(&self) -> Bound {
        let locale = self.s.locale;
        let bars: Vec<Bar> = self
            .s
            .facts
            .cases
            .categories
            .iter()
            .filter(|c| c.count > 0)
            .map(|c| {
                #[allow(clippy::cast_precision_loss)]
                let value = c.count as f64;
                Bar {
                    label: self.text(&c.label).to_owned(),
                    value: Some(Value { value, printed: locale.number(value, 0) }),
                    interval: None,
                    tone: Tone::Calm,
                }
            })
            .collect();
        let max = bars.iter().filter_map(|b| b.value.as_ref()).map(|v| v.value).fold(1.0, f64::max);
        Bound {
            chart: Chart::Bars(Bars { axis: nice(0.0, max, 4, locale, String::new()), bars }),
            notes: Vec::new(),
        }
    }
}

/// Labels of what a question's bars cannot show: items with a small base, answers withheld.
fn unshown(question: &QuestionFacts) -> Vec<&Text> {
    let own = |item: &&Item| item.code.is_some() && question.kind == QuestionKind::Multiple;
    let withheld = |answers: &[crate::facts::Answer]| answers.iter().any(|a| a.estimate.is_none());
    let mut labels = Vec::new();
    for item in &question.items {
        if !item.base_class.is_shown() || own(&item) && withheld(&item.answers) {
            labels.push(&item.label);
        } else if !own(&item) {
            labels.extend(item.answers.iter().filter(|a| a.estimate.is_none()).map(|a| &a.label));
        }
    }
    labels
}

/// `limit=`: how many of the first are drawn; all where it is absent.
fn limit(attributes: &Attributes) -> Result<usize, Diagnostic> {
    match attributes.get("limit").map(str::parse::<usize>) {
        None => Ok(usize::MAX),
        Some(Ok(limit)) => Ok(limit),
        Some(Err(_)) => {
            Err(Diagnostic::new(Code::DirectiveAttribute, say!("limit-wrong")).hint(say!("hint-limit")))
        }
    }
}

fn is_empty(chart: &Chart) -> bool {
    match chart {
        Chart::Bars(c) => c.bars.is_empty(),
        Chart::Likert(c) => c.rows.is_empty(),
        Chart::Dots(c) => c.rows.is_empty(),
        Chart::Progress(c) => c.total.is_empty(),
    }
}

fn net(item: &Item) -> f64 {
    item.net.map_or(f64::NEG_INFINITY, |m| m.value)
}

/// Positions of the answers from the most negative to the most positive, then those apart.
/// Codebooks list a scale from either end; its first role tells which.
fn scale_order(item: &Item) -> Vec<usize> {
    let apart = |i: &usize| item.answers[*i].role.is_some_and(AnswerRole::is_apart);
    let (outside, mut scale): (Vec<usize>, Vec<usize>) = (0..item.answers.len()).partition(apart);
    if scale.first().is_some_and(|i| item.answers[*i].role == Some(AnswerRole::Positive)) {
        scale.reverse();
    }
    scale.into_iter().chain(outside).collect()
}

/// Tone and side of each answer: the outermost of a side is full, the inner ones soft.
fn tones(item: &Item, order: &[usize]) -> Vec<(usize, Tone, Side)> {
    let role = |i: usize| item.answers[i].role;
    let first_negative = order.iter().find(|i| role(**i) == Some(AnswerRole::Negative));
    let last_positive = order.iter().rfind(|i| role(**i) == Some(AnswerRole::Positive));
    order
        .iter()
        .map(|i| match role(*i) {
            Some(AnswerRole::Negative) if Some(i) == first_negative => (*i, Tone::Accent, Side::Negative),
            Some(AnswerRole::Negative) => (*i, Tone::AccentSoft, Side::Negative),
            Some(AnswerRole::Positive) if Some(i) == last_positive => (*i, Tone::Calm, Side::Positive),
            Some(AnswerRole::Positive) => (*i, Tone::CalmSoft, Side::Positive),
            Some(r) if r.is_apart() => (*i, Tone::Grey, Side::Apart),
            _ => (*i, Tone::Middle, Side::Middle),
        })
        .collect()
}

fn against(low: f64, high: f64, reference: f64) -> Tone {
    if high < reference {
        Tone::Accent
    } else if low > reference {
        Tone::Calm
    } else {
        Tone::Middle
    }
}

fn tier_tone(tier: Tier) -> Tone {
    match tier {
        Tier::High => Tone::Accent,
        Tier::Middle => Tone::Middle,
        Tier::Low => Tone::Calm,
        Tier::Unknown => Tone::Grey,
    }
}

/// A range of ranks as printed.
#[allow(clippy::cast_precision_loss)]
pub fn rank(locale: &crate::locale::Locale, range: Option<(usize, usize)>) -> String {
    match range {
        None => "—".to_owned(),
        Some((a, b)) if a == b => locale.number(a as f64, 0),
        Some((a, b)) => locale.range(a as f64, b as f64, 0),
    }
}
