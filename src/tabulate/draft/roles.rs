//! Roles proposed for answers by the words of their labels: `templates/draft/roles.toml`.

use regex::Regex;
use serde::Deserialize;

use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::source::{Assets, from_toml};
use crate::study::results::AnswerRole;

const PATH: &str = "draft/roles.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    weights: Vec<String>,
    role: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    role: AnswerRole,
    patterns: Vec<String>,
}

/// What a draft goes by.
#[derive(Debug)]
pub struct Roles {
    /// Names of columns of weights, in small letters.
    pub weights: Vec<String>,
    /// The patterns in their order.
    patterns: Vec<(AnswerRole, Regex)>,
}

impl Roles {
    pub fn load(assets: &Assets) -> Result<Self, Diagnostics> {
        let text = assets.text(PATH)?;
        let file: File = from_toml(PATH, &text, Code::ReportSettings, say!("hint-patterns"))?;
        let mut roles = Vec::new();
        for entry in file.role {
            for pattern in entry.patterns {
                let regex = Regex::new(&pattern).map_err(|error| {
                    let message = say!("pattern-broken", pattern = pattern, detail = error);
                    Diagnostic::new(Code::ReportSettings, message).at(Location::file(PATH))
                })?;
                roles.push((entry.role, regex));
            }
        }
        Ok(Self { weights: file.weights, patterns: roles })
    }

    /// The role that the label of an answer suggests, in whichever language it is.
    pub fn of<'l>(&self, labels: impl Iterator<Item = &'l str>) -> Option<AnswerRole> {
        let labels: Vec<&str> = labels.collect();
        let fits = |(_, pattern): &&(AnswerRole, Regex)| labels.iter().any(|label| pattern.is_match(label));
        self.patterns.iter().find(fits).map(|(role, _)| *role)
    }
}
