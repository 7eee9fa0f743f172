//! What there is to say of a number that is printed.

use std::sync::Arc;

use serde::Serialize;

use super::LiveStudy;
use super::document::LiveDocument;
use super::numbers::PageNumber;
use super::prints::Prints;
use crate::diag::{Location, UiLanguage};
use crate::pipeline::{formula_in, reason_in};
use crate::proof::{Binding, ProvenDatum, Record};
use crate::template::NamedValue;

/// Characters of a data line that are shown on each side of the value.
const AROUND: usize = 70;

/// A number, answered for.
#[derive(Debug, Clone, Serialize)]
pub struct NumberAnswer {
    /// As it is printed.
    pub text: String,
    /// The datum; nothing where it needs none.
    pub datum: Option<ProvenDatum>,
    /// Ends of its interval, in its unit, where it has one.
    pub interval: Option<[f64; 2]>,
    /// How many answered, where that is known.
    pub base: Option<f64>,
    /// What it was computed by, in the language of the user.
    pub formula: Option<String>,
    /// What went into the formula, each with its value where the study knows it.
    pub inputs: Vec<(String, Option<f64>)>,
    /// The line of the record around its value: before, value, after.
    pub line: Option<[String; 3]>,
    /// Why it needs no datum, in the language of the user.
    pub reason: Option<String>,
    /// Heading, figure or table that it stands under.
    pub under: Option<String>,
    /// Everywhere that it is printed.
    pub places: Vec<OtherPlace>,
}

/// A place where a datum is printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherPlace {
    /// Name of the document, such as `final.kk`.
    pub document: String,
    /// Id that the datum has there.
    pub datum: String,
    /// Page from 0; unknown where the document is not laid out.
    pub page: Option<usize>,
    /// Position among the numbers of the page.
    pub index: Option<usize>,
    /// As it is printed there.
    pub text: String,
    /// Heading, figure or table.
    pub under: Option<String>,
}

impl LiveStudy {
    /// Answers for a number of a document, by its page and its position there; looks for it in `others` that are laid
    /// out, and in those of which no more than the prints are known.
    pub fn answer(
        &self,
        document: &LiveDocument,
        (page, index): (usize, usize),
        others: (&[&LiveDocument], &[Arc<Prints>]),
        language: UiLanguage,
    ) -> Option<NumberAnswer> {
        let numbers = self.numbers(document);
        let number = numbers.pages.get(page)?.get(index)?;
        let mut answer = NumberAnswer {
            text: number.text.clone(),
            datum: None,
            interval: None,
            base: None,
            formula: None,
            inputs: Vec::new(),
            line: None,
            reason: None,
            under: document.title(&number.label).filter(|title| !title.is_empty()),
            places: Vec::new(),
        };
        match &number.binding {
            Some(Binding::Datum(at)) => {
                let datum = numbers.data.get(*at)?.clone();
                self.tell(&mut answer, document, &datum, language);
                let (laid_out, prints) = others;
                let all = std::iter::once(document).chain(laid_out.iter().copied());
                answer.places = all.flat_map(|other| self.printed_in(other, &datum)).collect();
                answer.places.extend(prints.iter().flat_map(|prints| prints.of(&datum)));
                answer.datum = Some(datum);
            }
            Some(Binding::Reason(id)) => answer.reason = Some(reason_in(id, language)),
            None => {}
        }
        Some(answer)
    }

    /// Fills in what belongs to a datum.
    fn tell(
        &self,
        answer: &mut NumberAnswer,
        document: &LiveDocument,
        datum: &ProvenDatum,
        language: UiLanguage,
    ) {
        let context = &self.context;
        let day = context.cutoffs.of(&context.loaded.study, &document.job);
        let known = day.map(|day| day.known(&document.job.language)).unwrap_or_default();
        let values = known.named();
        let beside = |names: [&str; 2]| {
            let parent = datum.id.rsplit_once('.')?.0;
            names.iter().find_map(|name| value(values, &format!("{parent}.{name}")))
        };
        answer.interval = match (beside(["low", "interval.low"]), beside(["high", "interval.high"])) {
            (Some(low), Some(high)) => Some([low, high]),
            _ => None,
        };
        answer.base = base(values, &datum.id);
        let origin = &datum.origin;
        answer.formula = origin.formula.as_deref().map(|id| formula_in(id, language));
        let sources = &self.numbers(document).sources;
        let known = |id: &String| {
            let source = sources.iter().find(|source| source.id == *id).and_then(|source| source.value);
            source.or_else(|| value(values, id))
        };
        answer.inputs = origin.inputs.iter().map(|id| (id.clone(), known(id))).collect();
        answer.line = origin.record.as_ref().and_then(|record| self.around(record));
    }

    /// The line of a record, cut to what stands around its value.
    fn around(&self, record: &Record) -> Option<[String; 3]> {
        let place = Location::line(record.file.clone(), record.line);
        let letters: Vec<char> = self.line(&place)?.chars().collect();
        let from = usize::try_from(record.column).ok()?.saturating_sub(1).min(letters.len());
        let rest: String = letters.get(from..)?.iter().collect();
        let long = match rest.starts_with(&record.value) {
            true => record.value.chars().count(),
            false => rest.find([',', ';', '\t', ']', '}']).map_or(1, |at| rest[..at].chars().count()),
        };
        let until = (from + long).min(letters.len());
        let part = |begin: usize, end: usize| letters.get(begin..end).unwrap_or_default().iter().collect();
        let after = (until + AROUND).min(letters.len());
        Some([part(from.saturating_sub(AROUND), from), part(from, until), part(until, after)])
    }

    /// The places of a document where a datum is printed, under whichever id.
    fn printed_in(&self, document: &LiveDocument, datum: &ProvenDatum) -> Vec<OtherPlace> {
        let numbers = self.numbers(document);
        let is_same: Vec<bool> = numbers.data.iter().map(|other| is_same_datum(datum, other)).collect();
        let mut found = Vec::new();
        for (page, own) in numbers.pages.iter().enumerate() {
            for (index, PageNumber { text, binding, label, .. }) in own.iter().enumerate() {
                let Some(Binding::Datum(at)) = binding else { continue };
                if is_same.get(*at).copied().unwrap_or_default() {
                    let datum = numbers.data.get(*at).map(|datum| datum.id.clone()).unwrap_or_default();
                    let under = document.title(label).filter(|title| !title.is_empty());
                    let (document, text) = (document.job.name(), text.clone());
                    let (page, index) = (Some(page), Some(index));
                    found.push(OtherPlace { document, datum, page, index, text, under });
                }
            }
        }
        found
    }
}

fn value(values: &[NamedValue], id: &str) -> Option<f64> {
    values.iter().find(|named| named.id == id).map(|named| named.value)
}

/// The base that stands nearest: beside the value, or beside what it is part of.
fn base(values: &[NamedValue], id: &str) -> Option<f64> {
    let mut parent = id;
    while let Some((above, last)) = parent.rsplit_once('.') {
        parent = above;
        if let Some(found) = value(values, &format!("{parent}.n")).filter(|_| last != "n") {
            return Some(found);
        }
    }
    None
}

/// Whether two data are one value: of one id or one record, and as of another cut-off date not another value.
pub(super) fn is_same_datum(one: &ProvenDatum, other: &ProvenDatum) -> bool {
    let is_one_record = one.origin.record.is_some() && one.origin.record == other.origin.record;
    let is_one_value = one.value.total_cmp(&other.value).is_eq() && one.high == other.high;
    is_one_value && (one.id == other.id || is_one_record)
}
