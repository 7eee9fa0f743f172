//! `esep guide`: the manual, made as every report is made: structure and sentences of `reports/guide`, over the study
//! that `esep new` writes, in memory. What the program can say of itself (commands, codes, files, sheets, kinds of
//! charts) it gives to the templates as data, so that no list of the manual can be out of date. No study owes it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::artifact::{BuildOutput, BuildSummary};
use super::build_context::BuildContext;
use super::job::Format;
use super::output::Staging;
use super::progress::Progress;
use super::request::Request;
use super::starter::{STARTER, starter};
use crate::check::Loaded;
use crate::diag::{ALL, Catalogue, Cell, Code, Diagnostic, Diagnostics, Location, UiLanguage, say};
use crate::source::{Assets, Folder, Origin, SourceText, from_toml, sha256};
use crate::study::passport::Photograph;
use crate::study::{self, FILES, Id, LocalizedText, Picture, Study, Thresholds};
use crate::{chart, workbook};

/// The deliverable, and the variable by which its templates see what the program says of itself.
pub const GUIDE: &str = "guide";

/// What is set about the manual beside its sentences: the look, commands, names, pictures, groups of codes.
const SETTINGS: &str = "reports/guide/guide.toml";

/// A name with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedText {
    /// A command's argument, an exit code, a variable.
    pub name: String,
    /// What it means.
    pub text: String,
}

/// A command as its help tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommandHelp {
    /// What is typed, without the program's name.
    pub name: String,
    /// What it does.
    pub about: String,
    /// The line of usage.
    pub usage: String,
    /// Arguments and options.
    pub arguments: Vec<NamedText>,
}

/// All that can be typed, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommandLine {
    /// The commands, in the order of the help.
    pub commands: Vec<CommandHelp>,
    /// Options of every command.
    pub options: Vec<NamedText>,
    /// Exit codes.
    pub exit_codes: Vec<NamedText>,
    /// Environment variables.
    pub variables: Vec<NamedText>,
}

/// Which manuals to make.
#[derive(Debug, Clone)]
pub struct GuideRequest {
    /// Output folder.
    pub out: PathBuf,
    /// Folder with the user's own templates.
    pub templates: Option<PathBuf>,
    /// Empty: all languages of the manual.
    pub languages: Vec<String>,
    /// Empty: PDF and DOCX.
    pub formats: Vec<Format>,
    /// Tells of the command line in a language.
    pub command_line: fn(UiLanguage) -> CommandLine,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GuideFile {
    theme: String,
    title: IndexMap<String, String>,
    commands: IndexMap<String, String>,
    names: IndexMap<String, String>,
    codes: Vec<CodeGroup>,
    pictures: Vec<GuidePicture>,
}

/// Codes that the manual tells of together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeGroup {
    id: String,
    /// The first and the last number, without the letter.
    from: u16,
    to: u16,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GuidePicture {
    id: Id,
    alt: IndexMap<String, String>,
}

/// The files of the embedded study, in the place of a folder's.
#[derive(Debug)]
struct Starter(BTreeMap<String, String>);

impl Origin for Starter {
    fn answers_for(&self, _: &str) -> bool {
        true
    }

    fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    fn paths(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    fn retell(&self, _: &mut Diagnostics) {}

    fn relocate(&self, _: &mut Diagnostics) {}

    fn file(&self) -> SourceText {
        SourceText { path: String::new(), text: String::new(), has_bom: false, binary: None }
    }
}

/// Makes the manual and writes it.
///
/// # Errors
/// Faults of templates, theme and words; or [`Code::OutputUnwritable`].
pub fn guide(request: &GuideRequest, progress: &dyn Progress) -> Result<BuildSummary, Diagnostics> {
    let staging = Staging::open(&request.out)?;
    let BuildOutput { artifacts, warnings } = guide_in_memory(request, progress)?;
    for artifact in &artifacts {
        staging.put(&artifact.info.name, &artifact.bytes)?;
    }
    staging.commit()?;
    let files = artifacts.into_iter().map(|artifact| artifact.info).collect();
    Ok(BuildSummary { folder: request.out.clone(), files, warnings, earlier_doubts: 0, missed: Vec::new() })
}

/// Makes the manual and keeps it in memory; of the request the output folder does not count.
///
/// # Errors
/// Faults of templates, theme and words.
pub fn guide_in_memory(request: &GuideRequest, progress: &dyn Progress) -> Result<BuildOutput, Diagnostics> {
    let assets = match &request.templates {
        Some(path) => Assets::with_overlay(path)?,
        None => Assets::embedded(),
    };
    let hint = say!("hint-compare-program");
    let settings: GuideFile = from_toml(SETTINGS, &assets.text(SETTINGS)?, Code::ReportSettings, hint)?;
    let told: BTreeMap<String, Value> = [UiLanguage::Kk, UiLanguage::Ru]
        .into_iter()
        .map(|language| (language.code().to_owned(), told(language, &settings, request.command_line)))
        .collect();
    let mut loaded = loaded(&assets)?;
    owes_guide(&mut loaded.study, &settings);
    pictures(&mut loaded.study, &assets, &settings)?;
    for (language, value) in &told {
        // What the program says of itself is an input like the study's words: its numbers need no datum.
        let path = format!("{GUIDE}.{language}.json");
        let text = SourceText { path: path.clone(), text: value.to_string(), has_bom: false, binary: None };
        loaded.texts.insert(path, text);
    }
    let request = Request {
        languages: request.languages.clone(),
        formats: match request.formats.as_slice() {
            [] => vec![Format::Pdf, Format::Docx],
            chosen => chosen.to_vec(),
        },
        theme: Some(settings.theme),
        ..Request::default()
    };
    let context = BuildContext::of_study(&request, GUIDE, assets, loaded)?;
    BuildContext { guide: told, ..context }.build(progress)
}

/// The study of `esep new`.
fn loaded(assets: &Assets) -> Result<Loaded, Diagnostics> {
    let files = starter(assets, STARTER)?.into_iter();
    let files = files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
    let folder = Folder::in_memory(Arc::new(Starter(files.collect())));
    let read = study::read(&folder, &Thresholds::load(assets)?);
    if read.findings.has_errors() {
        return Err(read.findings);
    }
    Ok(Loaded { study: read.study, warnings: Diagnostics::new(), texts: read.texts })
}

/// The manual is all that the study owes, as of the last of its days, and the study is called as the program is.
fn owes_guide(study: &mut Study, settings: &GuideFile) {
    let passport = &mut study.passport;
    let cutoff = passport.deliverables.iter().map(|deliverable| deliverable.cutoff).max();
    let owed = json!({"id": GUIDE, "cutoff": cutoff});
    passport.deliverables = serde_json::from_value(owed).into_iter().collect();
    passport.title = settings.title.clone().into();
    passport.mark = None;
}

/// The pictures of the manual in each language, as photographs of the study.
fn pictures(study: &mut Study, assets: &Assets, settings: &GuideFile) -> Result<(), Diagnostic> {
    let day = study.passport.deliverables.iter().map(|deliverable| deliverable.cutoff).max();
    for (picture, language) in settings
        .pictures
        .iter()
        .flat_map(|picture| picture.alt.keys().map(move |language| (picture, language)))
    {
        let file = format!("reports/guide/pictures/{}.{language}.png", picture.id);
        let bytes = assets.bytes(&file)?;
        let read = Picture::read(&bytes, sha256(&bytes)).map_err(|cause| {
            let message = say!("picture-unreadable", path = &file).because(cause);
            Diagnostic::new(Code::FileUnreadable, message).at(Location::file(&file))
        })?;
        let alt = LocalizedText::from(picture.alt.clone());
        let photograph = json!({
            "id": format!("{}-{language}", picture.id), "file": file, "date": day, "caption": alt, "alt": alt,
        });
        study.passport.photographs.extend(serde_json::from_value::<Photograph>(photograph));
        study.pictures.insert(file, read);
    }
    Ok(())
}

/// What the program says of itself in a language.
fn told(language: UiLanguage, settings: &GuideFile, command_line: fn(UiLanguage) -> CommandLine) -> Value {
    let sheets = workbook::sheets(language).into_iter();
    let sheets = sheets.map(|(name, holds)| json!({"name": name, "holds": plain(&holds)}));
    let groups = settings.codes.iter().map(|group| {
        let number = |code: &Code| code.as_str().get(1..).and_then(|number| number.parse::<u16>().ok());
        let own =
            ALL.iter().filter(|code| number(code).is_some_and(|n| (group.from..=group.to).contains(&n)));
        json!({"id": group.id, "codes": own.map(|code| told_code(*code, language)).collect::<Vec<_>>()})
    });
    json!({
        "version": concat!("esep ", env!("CARGO_PKG_VERSION")),
        "run": settings.commands,
        "name": settings.names,
        "line": (command_line)(language),
        "files": FILES.iter().map(|file| told_file(file, language)).collect::<Vec<_>>(),
        "sheets": sheets.collect::<Vec<_>>(),
        "charts": chart::kind::NAMES,
        "groups": groups.collect::<Vec<_>>(),
        "example": example(language),
    })
}

fn told_code(code: Code, language: UiLanguage) -> Value {
    let places = Thresholds::embedded().printed(language);
    let text = |attribute| {
        let found = Catalogue::of(language).text_with(code.as_str(), attribute, &places);
        plain(&found.unwrap_or_default())
    };
    json!({"code": code.as_str(), "what": text(None), "why": text(Some("why")), "fix": text(Some("fix"))})
}

fn told_file(file: &study::ContractFile, language: UiLanguage) -> Value {
    let schema = study::schema_text(file.name, language).unwrap_or_default();
    let schema: Value = serde_json::from_str(&schema).unwrap_or_default();
    let title = schema.get("title").or(schema.get("description"));
    let title = title.and_then(Value::as_str).unwrap_or_default();
    json!({"path": file.path, "holds": plain(title)})
}

/// A finding as `esep check` prints it, part by part.
fn example(language: UiLanguage) -> Value {
    let sheet = say!("sheet-codebook-breakdowns-groups").render(language);
    let place = Location::cell(workbook::WORKBOOK, Cell { at: 0, sheet, place: Some((3, 1)) });
    let finding = Diagnostic::new(Code::WorkbookCell, say!("workbook-date-for-text", shown = "2026-09-05"))
        .at(place)
        .hint(say!("hint-workbook-date-for-text"));
    let severity = finding.severity.message();
    let place = finding.location.as_ref().map(|place| place.render(language));
    let hint = finding.hint.as_ref().map(|hint| hint.render(language));
    json!({
        "severity": severity.render(language),
        "code": finding.code.as_str(),
        "message": finding.message.render(language),
        "place": place,
        "help": say!("help").render(language),
        "hint": hint,
    })
}

/// A text of the program without the marks of code, which a page shows by nothing.
fn plain(text: &str) -> String {
    text.replace('`', "")
}
