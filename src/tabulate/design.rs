//! The people of a stage with their weights, strata and primary sampling units.

use super::{Input, conditions, no_column};
use crate::answers::Column;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::quantity::whole;
use crate::study::tabulation::{StagePlan, Tabulation};

/// The people of a stage. All lists but `cluster_strata` have one entry a person.
#[derive(Debug, Clone)]
pub struct Design {
    /// Rows of the table, from 0.
    pub rows: Vec<usize>,
    /// Weights, above 0.
    pub weights: Vec<f64>,
    /// Stratum of each person, from 0.
    pub stratum: Vec<u32>,
    /// Primary sampling unit of each person, numbered through all strata; empty where none are named, and everyone
    /// is one.
    pub cluster: Vec<u32>,
    /// Stratum of each primary sampling unit.
    pub cluster_strata: Vec<u32>,
    /// Number of strata; 1 where none are named.
    pub strata: usize,
    /// Number of primary sampling units.
    pub clusters: usize,
    /// Primary sampling units of each stratum.
    pub sizes: Vec<usize>,
    /// Whether strata or clusters are named: then variances are linearised.
    pub is_complex: bool,
    /// Respondents who do not belong to the stage.
    pub other_stage: usize,
    /// Respondents without a weight.
    pub unweighted: usize,
}

impl Design {
    /// # Errors
    /// Columns that are not there, weights that are no numbers, people without stratum or unit, a stratum of one unit,
    /// nobody left.
    pub fn new(input: Input<'_>, stage: &StagePlan) -> Result<Self, Diagnostics> {
        let mut findings = Diagnostics::new();
        let at = input.plan.stages.iter().position(|s| s == stage).unwrap_or_default();
        let pointer = format!("/stages/{at}/cases");
        let belongs = conditions::met(input, &stage.cases, &pointer, &mut findings);
        let candidates: Vec<usize> = (0..input.table.rows).filter(|row| belongs[*row]).collect();
        let other_stage = input.table.rows - candidates.len();
        let named = stage.weight.as_ref().map(|name| (name, format!("/stages/{at}/weight")));
        let named = named.or(input.plan.weight.as_ref().map(|name| (name, "/weight".to_owned())));
        let mut weights = vec![1.0; candidates.len()];
        if let Some((name, pointer)) = named {
            match input.table.column(name) {
                Some(column) => weights = weights_of(input, column, &candidates, &pointer, &mut findings),
                None => findings.push(no_column(input, name, &pointer)),
            }
        }
        let kept: Vec<(usize, f64)> = candidates.into_iter().zip(weights).collect();
        let all = kept.len();
        let (rows, weights): (Vec<usize>, Vec<f64>) = kept.into_iter().filter(|(_, w)| *w > 0.0).unzip();
        if rows.is_empty() && !findings.has_errors() {
            let place = Location::pointer(Tabulation::FILE, format!("/stages/{at}"));
            findings.push(Diagnostic::new(Code::SurveyDesign, say!("answers-nobody")).at(place));
        }
        let mut design = Self {
            weights,
            stratum: Vec::new(),
            cluster: Vec::new(),
            cluster_strata: Vec::new(),
            strata: 1,
            clusters: rows.len(),
            sizes: Vec::new(),
            is_complex: input.plan.strata.is_some() || input.plan.clusters.is_some(),
            other_stage,
            unweighted: all - rows.len(),
            rows,
        };
        design.units(input, &mut findings);
        if findings.has_errors() { Err(findings) } else { Ok(design) }
    }

    /// Finds strata and primary sampling units.
    fn units(&mut self, input: Input<'_>, findings: &mut Diagnostics) {
        let strata = input.plan.strata.as_deref().map(|name| self.named(input, name, "/strata", findings));
        let names = strata.as_ref().map_or(Vec::new(), |(_, names)| names.clone());
        (self.stratum, self.strata) =
            strata.map_or((vec![0; self.rows.len()], 1), |(places, names)| (places, names.len().max(1)));
        self.sizes = vec![0; self.strata];
        if let Some(name) = input.plan.clusters.as_deref() {
            let (own, names) = self.named(input, name, "/clusters", findings);
            // Units are nested in their strata: the same number in two strata is two units.
            let mut found = indexmap::IndexMap::new();
            self.cluster = own
                .iter()
                .zip(&self.stratum)
                .map(|(unit, stratum)| {
                    let next = found.len();
                    whole::count_u32(*found.entry((*stratum, *unit)).or_insert(next))
                })
                .collect();
            drop(names);
            self.cluster_strata = found.keys().map(|(stratum, _)| *stratum).collect();
            self.clusters = found.len();
            self.cluster_strata.iter().for_each(|stratum| self.sizes[whole::count(*stratum)] += 1);
        } else {
            self.stratum.iter().for_each(|stratum| self.sizes[whole::count(*stratum)] += 1);
        }
        if self.is_complex
            && let Some(alone) = self.sizes.iter().position(|size| *size == 1)
        {
            let name = names.get(alone).map_or("1", String::as_str);
            let place = Location::pointer(Tabulation::FILE, "/strata");
            let fault = Diagnostic::new(Code::SurveyDesign, say!("stratum-of-one", stratum = name)).at(place);
            findings.push(fault.hint(say!("hint-stratum-of-one")));
        }
    }

    /// The value of a column of each person as a number, and the values.
    fn named(
        &self,
        input: Input<'_>,
        name: &str,
        pointer: &str,
        findings: &mut Diagnostics,
    ) -> (Vec<u32>, Vec<String>) {
        let Some(column) = input.table.column(name) else {
            findings.push(no_column(input, name, pointer));
            return (vec![0; self.rows.len()], vec![String::new()]);
        };
        let mut found = indexmap::IndexMap::new();
        let mut places = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let value = column.values.get(column.codes.at(*row)).map_or("", String::as_str);
            if value.is_empty() || input.plan.missing.iter().any(|missing| missing == value) {
                let row = input.table.file_row(*row);
                let message = say!("answers-no-unit", column = name, row = row);
                let place = Location::pointer(Tabulation::FILE, pointer);
                let fault = Diagnostic::new(Code::SurveyDesign, message).at(place);
                findings.push(fault.hint(say!("hint-answers-no-unit")));
                break;
            }
            let next = whole::count_u32(found.len());
            places.push(*found.entry(value).or_insert(next));
        }
        places.resize(self.rows.len(), 0);
        (places, found.keys().map(|name| (*name).to_owned()).collect())
    }
}

/// The weights of the candidates; 0 where the cell is empty or missing.
fn weights_of(
    input: Input<'_>,
    column: &Column,
    candidates: &[usize],
    pointer: &str,
    findings: &mut Diagnostics,
) -> Vec<f64> {
    let is_missing = |value: &str| value.is_empty() || input.plan.missing.iter().any(|m| m == value);
    let numbers: Vec<Option<f64>> = column
        .values
        .iter()
        .map(|value| {
            if is_missing(value) {
                return Some(0.0);
            }
            value.replace(',', ".").parse::<f64>().ok().filter(|w| w.is_finite() && *w >= 0.0)
        })
        .collect();
    let number = |row: &usize| numbers.get(column.codes.at(*row)).copied().flatten();
    let faulty: Vec<&usize> = candidates.iter().filter(|row| number(row).is_none()).collect();
    if let Some(first) = faulty.first() {
        let value = column.values.get(column.codes.at(**first)).map_or("", String::as_str);
        let row = input.table.file_row(**first);
        let message =
            say!("answers-weight", column = column.name, value = value, row = row; count = faulty.len());
        let place = Location::pointer(Tabulation::FILE, pointer);
        findings
            .push(Diagnostic::new(Code::SurveyDesign, message).at(place).hint(say!("hint-answers-weight")));
    }
    candidates.iter().map(|row| number(row).unwrap_or_default()).collect()
}
