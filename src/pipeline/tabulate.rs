//! `esep tabulate`: the answers of a study become its files of results; its indices and risk scores follow.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{output, scored};
use crate::answers::{Extent, Table};
use crate::check::Checker;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, Severity, say};
use crate::source::{Assets, Folder, Origin, outside_file};
use crate::study::results::{Codebook, Indices, Risk, Stage};
use crate::study::tabulation::{StagePlan, Tabulation};
use crate::study::{LoadOutcome, Study, Thresholds, locate, read};
use crate::tabulate::draft::{self, Draft};
use crate::tabulate::{Account, Input, Tabulated, estimates_csv, records_csv, tabulate as tabulated};
use crate::workbook;

/// Bytes of a file at most from which a codebook is drafted.
const MOST_DRAFTED: u64 = 2 << 30;

/// What is to be tabulated.
#[derive(Debug, Clone, Default)]
pub struct TabulateRequest {
    /// Folder of the study.
    pub study: PathBuf,
    /// Only this stage; all of the plan where none is given.
    pub stage: Option<Stage>,
    /// A table of all estimates, unrounded, is written here, too.
    pub estimates: Option<PathBuf>,
}

/// What was tabulated.
#[derive(Debug)]
pub struct TabulateSummary {
    /// Each stage.
    pub stages: Vec<StageSummary>,
    /// Doubts about the answers.
    pub warnings: Diagnostics,
}

/// A stage that was tabulated.
#[derive(Debug)]
pub struct StageSummary {
    /// The stage.
    pub stage: Stage,
    /// Cases, weights, bases.
    pub account: Account,
    /// Number of records.
    pub records: usize,
    /// Files written, relative to the study.
    pub files: Vec<String>,
}

/// What a codebook is to be drafted from.
#[derive(Debug, Clone)]
pub struct DraftRequest {
    /// SPSS file, XLSForm or CSV table.
    pub file: PathBuf,
    /// Folder for `codebook.json` and `tabulation.json`; neither may be there, but as `esep new` wrote it.
    pub folder: PathBuf,
    /// Languages of the study.
    pub languages: Vec<String>,
}

/// Tabulates the answers of a study and writes its results. Nothing is written where anything is wrong.
///
/// # Errors
/// Faults of the files that it goes by, of the answers, and of writing.
pub fn tabulate(request: &TabulateRequest) -> Result<TabulateSummary, Diagnostics> {
    let folder = workbook::open(&request.study)?;
    let assets = Assets::embedded();
    let loaded = read(&folder, &Thresholds::load(&assets)?);
    let (study, mut texts) = (sound(&folder, &loaded)?, Vec::new());
    let file = &study.tabulation.file;
    if file.is_empty() || !folder.has(file) {
        return Err(located(answers_missing(file).into(), &loaded));
    }
    let table = Table::read(
        file,
        folder.bytes(file)?,
        Extent { sheet: study.tabulation.sheet.as_deref(), most_rows: None },
    )?;
    let mut warnings: Diagnostics = Checker::shared(&assets)?.answers(&table).into_iter().collect();
    let mut scores = Scores::of(&loaded);
    let mut stages = Vec::new();
    let mut estimates = String::new();
    for stage in chosen(study, request.stage)? {
        let input = Input {
            table: &table,
            plan: &study.tabulation,
            codebook: &study.codebook,
            indices: &study.indices,
            risk: &study.risk,
            z: study.thresholds.z,
        };
        let made = tabulated(input, stage).map_err(|faults| located(faults, &loaded))?;
        let mut files = results(stage, &made);
        if let Some(origin) = folder.origin() {
            files = beside_workbook(origin, stage, files)?;
        }
        scores.put(stage.stage, &made);
        let names: Vec<String> =
            files.iter().map(|(name, _)| name.clone()).chain(scores.names(&made)).collect();
        texts.append(&mut files);
        estimates.push_str(&estimates_csv(&made.estimates));
        warnings.extend(located(made.warnings.clone(), &loaded));
        stages.push(StageSummary {
            stage: stage.stage,
            records: made.records.len(),
            account: made.account,
            files: names,
        });
    }
    let changed = scores.changed(&loaded);
    if let (Some(_), Some((file, _))) = (folder.origin(), changed.first()) {
        return Err(scores_in_workbook(file));
    }
    texts.extend(changed);
    output::write_files(
        workbook::folder(&request.study),
        texts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())),
    )?;
    if let Some(path) = &request.estimates {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = path.parent().map(PathBuf::from).unwrap_or_default();
        output::write_files(&folder, std::iter::once((name.as_str(), estimates.as_bytes())))?;
    }
    warnings.normalise();
    Ok(TabulateSummary { stages, warnings })
}

/// The study, where the files that the tabulation goes by are sound.
fn sound<'l>(folder: &Folder, loaded: &'l LoadOutcome) -> Result<&'l Study, Diagnostics> {
    if !folder.has(Tabulation::FILE) {
        let fault = Diagnostic::new(Code::FileMissing, say!("input-file-missing", path = Tabulation::FILE));
        let fault = fault.at(Location::file(Tabulation::FILE));
        return Err(fault.hint(say!("hint-no-tabulation")).into());
    }
    let read = [Tabulation::FILE, Codebook::FILE, Indices::FILE, Risk::FILE];
    let concerns = |d: &&Diagnostic| {
        d.severity == Severity::Error && d.location.as_ref().is_some_and(|p| read.contains(&p.file.as_str()))
    };
    let faults: Diagnostics = loaded.findings.iter().filter(concerns).cloned().collect();
    if faults.is_empty() { Ok(&loaded.study) } else { Err(located(faults, loaded)) }
}

fn located(mut findings: Diagnostics, loaded: &LoadOutcome) -> Diagnostics {
    locate(&mut findings, &loaded.texts);
    findings.normalise();
    findings
}

fn chosen(study: &Study, wanted: Option<Stage>) -> Result<Vec<&StagePlan>, Diagnostics> {
    let of_plan = study.tabulation.stages.iter();
    let stages: Vec<&StagePlan> = of_plan.filter(|s| wanted.is_none_or(|w| w == s.stage)).collect();
    if stages.is_empty() {
        let place = Location::pointer(Tabulation::FILE, "/stages");
        return Err(Diagnostic::new(Code::MissingField, say!("no-stage"))
            .at(place)
            .hint(say!("hint-no-stage"))
            .into());
    }
    Ok(stages)
}

/// Of the files of a stage the table of records, under the name that the study's workbook has for it. The table itself
/// may not be there yet.
fn beside_workbook(
    origin: &dyn Origin,
    stage: &StagePlan,
    files: Vec<(String, String)>,
) -> Result<Vec<(String, String)>, Diagnostics> {
    let name = stage.stage.as_str();
    let of_stage = |path: &&str| {
        let value = origin.text(path).and_then(|text| serde_json::from_str::<Value>(text).ok())?;
        (value.get("stage")?.as_str()? == name).then_some(value)
    };
    let own = origin.paths().into_iter().filter(|path| path.starts_with("results/"));
    let own = own.filter_map(|path| of_stage(&path)).next();
    let table = own.as_ref().and_then(|stage| stage.get("records_file")?.as_str());
    let Some(table) = table else {
        let message = match own {
            Some(_) => say!("workbook-without-table", stage = name),
            None => say!("workbook-without-stage", stage = name),
        };
        let fault = Diagnostic::new(Code::MissingField, message).at(Location::file(workbook::WORKBOOK));
        return Err(fault.hint(say!("hint-workbook-without-stage", stage = name)).into());
    };
    let records = files.into_iter().filter(|(name, _)| name.ends_with(".csv"));
    Ok(records.map(|(_, text)| (format!("results/{table}"), text)).collect())
}

/// Values of scores that stand in a workbook, which is its user's to write.
fn scores_in_workbook(file: &str) -> Diagnostics {
    let fault = Diagnostic::new(Code::Usage, say!("workbook-scores", file = file));
    fault.at(Location::file(workbook::WORKBOOK)).hint(say!("hint-workbook-scores")).into()
}

/// The file of results of a stage and the table of its records.
fn results(stage: &StagePlan, made: &Tabulated) -> Vec<(String, String)> {
    let name = stage.stage.as_str();
    let (date, start, end) = (stage.date, made.collected.start, made.collected.end);
    let effect = if made.account.strata.or(made.account.clusters).is_some() { "linearised" } else { "kish" };
    let head = format!(
        "{{\n  \"stage\": \"{name}\",\n  \"date\": \"{date}\",\n  \"design_effect\": \"{effect}\",\n  \"collected\": {{\"start\": \"{start}\", \
         \"end\": \"{end}\"}},\n  \"records_file\": \"{name}.csv\"\n}}\n"
    );
    vec![(format!("results/{name}.json"), head), (format!("results/{name}.csv"), records_csv(&made.records))]
}

/// The texts of the files of scores as they change.
struct Scores {
    indices: Option<String>,
    risk: Option<String>,
}

impl Scores {
    fn of(loaded: &LoadOutcome) -> Self {
        let text = |path: &str| loaded.texts.get(path).map(|text| text.text.clone());
        Self { indices: text(Indices::FILE), risk: text(Risk::FILE) }
    }

    fn put(&mut self, stage: Stage, made: &Tabulated) {
        let indices = self.indices.as_deref().and_then(|text| scored::indices(text, stage, &made.indices));
        self.indices = indices.or(self.indices.take());
        let risk = self.risk.as_deref().and_then(|text| scored::risk(text, stage, &made.scores));
        self.risk = risk.or(self.risk.take());
    }

    fn names(&self, made: &Tabulated) -> Vec<String> {
        let has_values = self.indices.is_some() && made.indices.iter().any(|values| !values.is_empty());
        let indices = has_values.then(|| Indices::FILE.to_owned());
        let risk = (self.risk.is_some() && !made.scores.is_empty()).then(|| Risk::FILE.to_owned());
        indices.into_iter().chain(risk).collect()
    }

    fn changed(self, loaded: &LoadOutcome) -> Vec<(String, String)> {
        let files = [(Indices::FILE, self.indices), (Risk::FILE, self.risk)];
        let value = |text: &str| serde_json::from_str::<Value>(text).ok();
        let differs = |path: &str, text: &String| {
            loaded.texts.get(path).is_none_or(|old| old.text != *text && value(&old.text) != value(text))
        };
        let new = files.into_iter().filter_map(|(path, text)| text.map(|text| (path, text)));
        new.filter(|(path, text)| differs(path, text)).map(|(path, text)| (path.to_owned(), text)).collect()
    }
}

/// The table of answers that is not named, or not where it is named.
fn answers_missing(file: &str) -> Diagnostic {
    let place = Location::pointer(Tabulation::FILE, "/file");
    if file.is_empty() {
        let fault = Diagnostic::new(Code::MissingField, say!("answers-not-named")).at(place);
        return fault.hint(say!("hint-answers-not-named"));
    }
    let fault = Diagnostic::new(Code::FileMissing, say!("input-file-missing", path = file)).at(place);
    fault.hint(say!("hint-answers-not-there", path = file))
}

/// Drafts a codebook and a plan of tabulation from what a file says of its columns, and writes both.
///
/// # Errors
/// A file that cannot be read, or a codebook that is there already.
pub fn draft_codebook(request: &DraftRequest) -> Result<Draft, Diagnostics> {
    let (name, bytes) = outside_file(&request.file, MOST_DRAFTED)?;
    let draft = draft::draft(&name, bytes, &request.languages)?;
    if request.folder.join(workbook::WORKBOOK).exists() {
        let fault =
            Diagnostic::new(Code::Usage, say!("draft-beside-workbook", workbook = workbook::WORKBOOK));
        let fault = fault.at(Location::file(request.folder.join(workbook::WORKBOOK).display().to_string()));
        return Err(fault.hint(say!("hint-draft-beside-workbook")).into());
    }
    for file in [Codebook::FILE, Tabulation::FILE] {
        let path = request.folder.join(file);
        if path.exists() && !is_example(&path, file) {
            let fault = Diagnostic::new(Code::Usage, say!("draft-in-the-way", path = path.display()));
            let fault = fault.at(Location::file(path.display().to_string()));
            return Err(fault.hint(say!("hint-draft-in-the-way")).into());
        }
    }
    let files =
        [(Codebook::FILE, draft.codebook.as_bytes()), (Tabulation::FILE, draft.tabulation.as_bytes())];
    output::write_files(&request.folder, files.into_iter())?;
    Ok(draft)
}

/// Whether a file is as `esep new` wrote it: an example, of which nothing is lost.
fn is_example(path: &Path, file: &str) -> bool {
    let assets = Assets::embedded();
    let examples = ["study", "minimal"].map(|folder| assets.text(&format!("{folder}/{file}")));
    let own = outside_file(path, MOST_DRAFTED);
    own.is_ok_and(|(_, own)| examples.iter().flatten().any(|example| example.as_bytes() == own))
}
