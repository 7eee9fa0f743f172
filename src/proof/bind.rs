//! Binds what was read out of a finished file to what the document prints.
//!
//! Both are rows of numbers in nearly the same order: they are aligned by the longest common row, then what stands
//! elsewhere (footnotes, charts, notes) is taken by its value, each print once. What is left in the file repeats a
//! print (running heads, heads of tables over pages), has a reason on the list, or is a number without a datum.

use std::collections::{BTreeMap, VecDeque};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::allowed::{Allowed, reason};
use super::chart_prints::{ChartPrints, Order};
use super::claim::{Binding, ProvenNumber, ProvenPlace};
use super::expected::{Bound, Expected, Print};
use super::reading::{Place, Reading};
use super::token::Token;

/// A number that is bound to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unbound {
    /// Page or part.
    pub place: String,
    /// The number.
    pub token: Token,
}

/// The places of a file with everything bound.
///
/// # Errors
/// Every number without a datum and without a reason, or the text of every print that the file lacks.
pub fn bind(
    reading: &Reading,
    expected: &Expected,
    allowed: &Allowed,
) -> Result<Vec<ProvenPlace>, Vec<Unbound>> {
    let mut unbound = Vec::new();
    let mut bound = Binder::new(reading, expected);
    let mut places = Vec::new();
    let charts = charts_of(reading, expected);
    let mut at = 0;
    for place in &reading.places {
        let mut numbers = Vec::new();
        let found: Vec<Found> = match charts.get(&place.name) {
            Some(chart) => in_chart(chart, place),
            None => place
                .tokens
                .iter()
                .map(|token| {
                    at += 1;
                    bound.in_text(at - 1, token, place, allowed)
                })
                .collect(),
        };
        for (token, found) in place.tokens.iter().zip(found) {
            match found {
                Some((binding, label)) => numbers.push(ProvenNumber(token.text.clone(), binding, label)),
                None => unbound.push(Unbound { place: place.name.clone(), token: token.clone() }),
            }
        }
        places.push(ProvenPlace { name: place.name.clone(), numbers });
    }
    if unbound.is_empty() { Ok(places) } else { Err(unbound) }
}

/// The chart of each part that is one, or is the workbook of one.
fn charts_of<'e>(reading: &Reading, expected: &'e Expected) -> BTreeMap<String, &'e ChartPrints> {
    let mut of_stem: BTreeMap<String, &ChartPrints> = BTreeMap::new();
    let mut left: Vec<&ChartPrints> = expected.charts.iter().collect();
    for place in reading.places.iter().filter(|place| place.name.contains("/charts/")) {
        let keys: std::collections::BTreeSet<String> = place.tokens.iter().map(Token::key).collect();
        let is_shown = |chart: &&ChartPrints| {
            !chart.values.is_empty() && chart.values.iter().all(|key| keys.contains(key))
        };
        if let Some(at) = left.iter().position(is_shown) {
            of_stem.insert(stem(&place.name).to_owned(), left.remove(at));
        }
    }
    let with_chart = |place: &Place| {
        let chart = of_stem.get(stem(&place.name)).copied()?;
        is_chart(&place.name).then(|| (place.name.clone(), chart))
    };
    reading.places.iter().filter_map(with_chart).collect()
}

fn is_chart(name: &str) -> bool {
    name.contains("/charts/") || name.contains("/embeddings/")
}

/// `chart3` of `word/charts/chart3.xml` and of `word/embeddings/chart3.xlsx!xl/worksheets/sheet1.xml`.
fn stem(name: &str) -> &str {
    let file = name.split('!').next().unwrap_or_default();
    let file = file.rsplit('/').next().unwrap_or_default();
    file.split('.').next().unwrap_or_default()
}

/// What of the expected prints is left.
struct Binder<'e> {
    expected: &'e Expected,
    /// The print of each number of the text, where the rows agree.
    aligned: Vec<Option<usize>>,
    /// Prints that no number of the file has taken, by key.
    left: BTreeMap<String, VecDeque<usize>>,
    /// Every print by key.
    all: BTreeMap<String, Vec<usize>>,
}

type Found = Option<(Binding, Option<usize>)>;

impl<'e> Binder<'e> {
    fn new(reading: &Reading, expected: &'e Expected) -> Self {
        let charts = charts_of(reading, expected);
        let in_text = reading.places.iter().filter(|place| !charts.contains_key(&place.name));
        let read: Vec<String> = in_text
            .flat_map(|place| &place.tokens)
            .map(|token| if token.is_artifact { String::new() } else { token.key() })
            .collect();
        let prints: Vec<String> = expected.flow.iter().map(|print| print.token.key()).collect();
        let mut aligned = vec![None; read.len()];
        let mut taken = vec![false; prints.len()];
        for operation in capture_diff_slices(Algorithm::Myers, &prints, &read) {
            if let DiffOp::Equal { old_index, new_index, len } = operation {
                for step in 0..len {
                    aligned[new_index + step] = Some(old_index + step);
                    taken[old_index + step] = true;
                }
            }
        }
        let mut left: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        let mut all: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, key) in prints.into_iter().enumerate() {
            if !taken[at] {
                left.entry(key.clone()).or_default().push_back(at);
            }
            all.entry(key).or_default().push(at);
        }
        Self { expected, aligned, left, all }
    }

    fn in_text(&mut self, at: usize, token: &Token, place: &Place, allowed: &Allowed) -> Found {
        let key = token.key();
        let flow = &self.expected.flow;
        let fits = |at: &usize| {
            flow.get(*at)
                .and_then(|print| binding(print, allowed))
                .filter(|found| holds(found, token, allowed))
        };
        if let Some(found) = self.aligned.get(at).copied().flatten().as_ref().and_then(fits) {
            return Some(found);
        }
        if let Some(left) = self.left.get_mut(&key).filter(|_| !token.is_artifact)
            && let Some(place) = left.iter().position(|at| fits(at).is_some())
        {
            return left.remove(place).as_ref().and_then(fits);
        }
        if is_frame(token, place) {
            return Some((Binding::Reason(reason::FRAME.to_owned()), None));
        }
        if let Some(why) = allowed.pattern(token) {
            return Some((Binding::Reason(why.to_owned()), None));
        }
        self.all.get(&key).and_then(|prints| prints.iter().find_map(fits))
    }
}

/// The numbers of a chart that Office draws, or of its workbook.
fn in_chart(chart: &ChartPrints, place: &Place) -> Vec<Found> {
    let order = if place.name.contains("/charts/") { Order::Columns } else { Order::Rows };
    let data = chart.in_part(&place.tokens, order).into_iter();
    let binding = |datum: Option<usize>| {
        datum.map(Binding::Datum).unwrap_or_else(|| Binding::Reason(reason::CHART.to_owned()))
    };
    data.map(|datum| Some((binding(datum), chart.label))).collect()
}

/// What a print is bound to.
fn binding(print: &Print, allowed: &Allowed) -> Found {
    let binding = match &print.bound {
        Bound::Datum(datum) => Binding::Datum(*datum),
        other @ (Bound::Words | Bound::Numbering | Bound::Chart | Bound::Formula | Bound::Source) => {
            Binding::Reason(allowed.why(other, &print.token)?.to_owned())
        }
    };
    Some((binding, print.label))
}

/// Whether the reason of a binding holds for the number as it stands in the file.
fn holds((binding, _): &(Binding, Option<usize>), token: &Token, allowed: &Allowed) -> bool {
    match binding {
        Binding::Datum(_) => true,
        Binding::Reason(id) => allowed.of(id).is_some_and(|reason| reason.fits(token).unwrap_or(true)),
    }
}

/// What stands on every page or comes with the customer's file.
fn is_frame(token: &Token, place: &Place) -> bool {
    // What stands above and below the pages of a sheet is no cell of it.
    let is_beside = !place.sheet.is_empty() && token.cell.is_none();
    let parts = [
        "word/header",
        "word/footer",
        "word/reference-",
        "ppt/slideMasters/",
        "ppt/slideLayouts/",
        "ppt/notesMasters/",
    ];
    let number = place.name.strip_prefix("page ");
    (token.is_artifact && number == Some(token.text.as_str()))
        || is_beside
        || parts.iter().any(|part| place.name.starts_with(part))
}
