//! What the rules of honesty and privacy look for in texts: `templates/checks/patterns.toml`, for an
//! analyst to extend.

use std::collections::BTreeMap;

use regex::Regex;
use serde::Deserialize;

use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::locale::{LintFile, lints};
use crate::source::{Assets, from_toml, line_column};

const PATH: &str = "checks/patterns.toml";

/// The patterns, compiled.
#[derive(Debug)]
pub struct Patterns {
    /// Contact data and identity numbers: kind and pattern.
    pub personal_data: Vec<(String, Regex)>,
    /// Names of columns that hold personal data.
    pub personal_columns: Vec<Regex>,
    /// Forms that people's names take.
    pub personal_names: Vec<Regex>,
    /// Names that are no person's, streets above all.
    pub public_names: Vec<String>,
    /// What ends right before a name that is no person's.
    pub public_before: Vec<Regex>,
    /// What begins right after one.
    pub public_after: Vec<Regex>,
    /// A share in per cent.
    pub percents: Vec<Regex>,
    /// A claim of a margin of error.
    pub margins: Vec<Regex>,
    /// Words by which such a claim is put as an assumption.
    pub assumptions: Vec<Regex>,
    /// What tells the languages of the documents apart.
    pub languages: BTreeMap<String, LintFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    personal_data: Vec<Kind>,
    #[serde(default)]
    personal_columns: Vec<String>,
    personal_names: Vec<String>,
    public_names: Vec<String>,
    public_before: Vec<String>,
    public_after: Vec<String>,
    percents: Vec<String>,
    margins: Vec<String>,
    assumptions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    kind: String,
    pattern: String,
}

impl Patterns {
    /// # Errors
    /// A file that is not as the program's own is, or a pattern that is no regular expression.
    pub fn load(assets: &Assets) -> Result<Self, Diagnostics> {
        let text = assets.text(PATH)?;
        let file: File = from_toml(PATH, &text, Code::ReportSettings, say!("hint-patterns"))?;
        let mut faults = Diagnostics::new();
        let mut one = |pattern: &str| match Regex::new(pattern) {
            Ok(regex) => Some(regex),
            Err(error) => {
                let message = say!("pattern-broken", pattern = pattern, detail = error);
                let (line, _) = line_column(&text, text.find(pattern).unwrap_or_default());
                let fault = Diagnostic::new(Code::ReportSettings, message).at(Location::line(PATH, line));
                faults.push(fault.hint(say!("hint-patterns")));
                None
            }
        };
        let mut all = |patterns: &[String]| patterns.iter().filter_map(|p| one(p)).collect::<Vec<Regex>>();
        let patterns = Self {
            personal_columns: all(&file.personal_columns),
            personal_names: all(&file.personal_names),
            public_before: all(&file.public_before),
            public_after: all(&file.public_after),
            percents: all(&file.percents),
            margins: all(&file.margins),
            assumptions: all(&file.assumptions),
            personal_data: file
                .personal_data
                .into_iter()
                .filter_map(|k| Some((k.kind, one(&k.pattern)?)))
                .collect(),
            public_names: file.public_names,
            languages: lints(assets),
        };
        if faults.has_errors() { Err(faults) } else { Ok(patterns) }
    }
}
