//! `esep check`: everything there is to say about a study, without building it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::answers::{Extent, Table};
use crate::check::{Checked, Checker, Loaded};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::facts::{Term, terms};
use crate::resolve::DocumentKind;
use crate::source::{Assets, Folder, SourceText};
use crate::study::{Study, locate};
use crate::workbook;

use super::build_context::{BuildContext, assets, scope};
use super::plan::{empty_papers, unknown_deliverables, without_results};
use super::report_settings::report_settings;
use super::request::Request;

/// Respondents whose answers are searched for personal data.
const LOOKED_AT: usize = 1000;

/// Bytes from which a file's text is let go before the documents are tried.
const LARGE_FILE: usize = 16 << 20;

/// What a check found.
#[derive(Debug)]
pub struct Inspection {
    /// Every fault, doubt and note.
    pub findings: Diagnostics,
    /// The grant's terms as of each deliverable; empty where there is no grant or no readable study.
    pub terms: Vec<DeliverableTerms>,
    texts: BTreeMap<String, SourceText>,
}

/// The grant's terms as of a deliverable's cut-off date.
#[derive(Debug, Clone, Serialize)]
pub struct DeliverableTerms {
    /// Id of the deliverable.
    pub deliverable: String,
    /// Its cut-off date.
    pub cutoff: Date,
    /// The terms in the order of the grant.
    pub terms: Vec<Term>,
    /// Participants that a focus group needs to count.
    #[serde(skip)]
    pub focus_group_size: u32,
}

impl Inspection {
    /// The line of a file at which a finding stands.
    pub fn line(&self, place: &Location) -> Option<&str> {
        let number = usize::try_from(place.line?).ok()?;
        self.texts.get(&place.file)?.text.lines().nth(number.checked_sub(1)?)
    }
}

/// Checks a study and, where it is sound, its documents up to the typesetter: templates filled in, charts
/// drawn, references and glyphs found, languages compared. Of the request formats and output do not count.
///
/// # Errors
/// Only where there is nothing to check: no folder, faulty patterns, an unknown deliverable.
pub fn inspect(request: &Request) -> Result<Inspection, Diagnostics> {
    let folder = workbook::open(&request.study)?;
    let assets = assets(request)?;
    let checker = Checker::shared(&assets)?;
    let Checked { study, mut findings, texts } = checker.run(&folder, &scope(request));
    let Some(study) = study else { return Ok(Inspection { findings, terms: Vec::new(), texts }) };
    let unknown = unknown_deliverables(&request.deliverables, &study);
    if unknown.has_errors() {
        return Err(unknown);
    }
    let relocate = |findings: &mut Diagnostics| {
        if let Some(origin) = folder.origin() {
            origin.relocate(findings);
        }
    };
    findings.extend(answers(&study, &folder, &checker));
    findings.extend(without_template(&study, &request.deliverables, &assets));
    // In which documents something is not known yet follows from the dates; they are told where they are wrong.
    if findings.iter().all(|finding| finding.code != Code::WrongYear) {
        findings.extend(without_results(&study, &request.deliverables, &assets));
        findings.extend(empty_papers(&study, &request.deliverables, &assets));
    }
    locate(&mut findings, &texts);
    let terms = states(&study, &request.deliverables, &assets);
    let mut texts = texts;
    if !findings.has_errors() && !request.data_only {
        // Beside what the documents need, a large table is much, and only a line of it may be shown again.
        let is_shown = |path: &str| {
            let mut places = findings.iter().filter_map(|finding| finding.location.as_ref());
            places.any(|place| place.file == path && place.line.is_some())
        };
        texts.retain(|path, text| text.text.len() < LARGE_FILE || is_shown(path));
        let loaded = Loaded { study, warnings: Diagnostics::new(), texts };
        let context =
            BuildContext::of_study(request, &folder.name(), assets, loaded).map_err(|mut faults| {
                relocate(&mut faults);
                faults
            })?;
        findings.extend(context.loaded.warnings.clone());
        findings.extend(context.document_findings());
        texts = context.loaded.texts;
    }
    relocate(&mut findings);
    findings.normalise();
    Ok(Inspection { findings, terms, texts })
}

/// Columns that look like personal data in the table of answers, where it lies in the folder; whether it can be
/// tabulated is for `esep tabulate` to say.
fn answers(study: &Study, folder: &Folder, checker: &Checker) -> Vec<Diagnostic> {
    let plan = &study.tabulation;
    let extent = Extent { sheet: plan.sheet.as_deref(), most_rows: Some(LOOKED_AT) };
    let bytes = folder.has(&plan.file).then(|| folder.bytes(&plan.file).ok()).flatten();
    let table = bytes.and_then(|bytes| Table::read(&plan.file, bytes, extent).ok());
    table.map(|table| checker.answers(&table)).unwrap_or_default()
}

/// Deliverables for which there is no template in one of the study's languages.
fn without_template(study: &Study, chosen: &[String], assets: &Assets) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (i, deliverable) in study.passport.deliverables.iter().enumerate() {
        let id = deliverable.id.as_str();
        let wanted = chosen.is_empty() || chosen.iter().any(|c| c == id);
        let is_base = report_settings(assets, id).is_ok_and(|own| own.kind == DocumentKind::Base);
        let ending = if is_base { "toml" } else { "md" };
        let missing = |language: &&String| !assets.has(&format!("reports/{id}/{language}.{ending}"));
        let spoken = study.passport.languages.iter().filter(|l| wanted && deliverable.speaks(l));
        for language in spoken.filter(missing) {
            let path = format!("reports/{id}/{language}.{ending}");
            let place = Location::pointer("study.json", format!("/deliverables/{i}/id"));
            let fault =
                Diagnostic::new(Code::FileMissing, say!("template-file-missing", path = path)).at(place);
            found.push(fault.hint(say!("hint-deliverable-template")));
        }
    }
    found
}

/// The terms as of the deliverables asked for; unless they are, papers and the base have no column of their own.
pub(super) fn states(study: &Study, chosen: &[String], assets: &Assets) -> Vec<DeliverableTerms> {
    if study.passport.grant.is_none() {
        return Vec::new();
    }
    let is_beside = |id: &str| {
        let kind = report_settings(assets, id).map(|own| own.kind);
        matches!(kind, Ok(DocumentKind::Paper | DocumentKind::Base))
    };
    let wanted = |id: &str| match chosen {
        [] => !is_beside(id),
        chosen => chosen.iter().any(|c| c == id),
    };
    let deliverables = study.passport.deliverables.iter().filter(|d| wanted(d.id.as_str()));
    deliverables
        .map(|d| DeliverableTerms {
            deliverable: d.id.to_string(),
            cutoff: d.cutoff,
            focus_group_size: study.thresholds.focus_group_size,
            terms: terms(&study.as_presented(d.cutoff, d.presented_at.as_ref().map(|id| id.as_str()))),
        })
        .collect()
}
