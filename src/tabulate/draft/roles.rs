//! Roles proposed for answers by the words of their labels: `templates/draft/roles.toml`.

use regex::Regex;
use serde::Deserialize;

use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::source::{Assets, from_toml};
use crate::study::results::AnswerRole;

const PATH: &str = "draft/roles.toml";
/// The most characters of a wording that names a breakdown.
const LONGEST: usize = 60;

/// The part of labels that must have a letter of a language.
const FIFTH: usize = 5;

fn regex(pattern: &str) -> Result<Regex, Diagnostic> {
    Regex::new(pattern).map_err(|error| {
        let message = say!("pattern-broken", pattern = pattern, detail = error);
        Diagnostic::new(Code::ReportSettings, message).at(Location::file(PATH))
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    weights: Vec<String>,
    missing: Vec<String>,
    breakdowns: Vec<String>,
    ages: Vec<String>,
    unticked: Vec<String>,
    soft: Vec<String>,
    language: Vec<Language>,
    role: Vec<Entry>,
}

/// A language with the letters that give it away.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    code: String,
    letters: String,
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
    /// What programs write into a cell without an answer.
    pub missing: Vec<String>,
    /// Patterns of names and wordings of breakdowns.
    breakdowns: Vec<Regex>,
    /// Patterns of names and wordings of ages in years.
    ages: Vec<Regex>,
    /// Patterns of labels of what was not ticked.
    unticked: Vec<Regex>,
    /// Patterns of labels that stand next to the middle of a scale.
    soft: Vec<Regex>,
    languages: Vec<Language>,
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
                roles.push((entry.role, regex(&pattern)?));
            }
        }
        let all =
            |patterns: Vec<String>| patterns.iter().map(|pattern| regex(pattern)).collect::<Result<_, _>>();
        let (breakdowns, ages, unticked) = (all(file.breakdowns)?, all(file.ages)?, all(file.unticked)?);
        let soft = all(file.soft)?;
        let (weights, missing, languages) = (file.weights, file.missing, file.language);
        Ok(Self { weights, missing, breakdowns, ages, unticked, soft, languages, patterns: roles })
    }

    /// Whether a column is most likely one that results are broken down by; long wordings are questions.
    pub fn is_breakdown<'l>(&self, mut words: impl Iterator<Item = &'l str>) -> bool {
        words.any(|word| word.chars().count() <= LONGEST && self.breakdowns.iter().any(|p| p.is_match(word)))
    }

    /// Whether a column holds ages in years by its name or wording.
    pub fn is_age<'l>(&self, mut words: impl Iterator<Item = &'l str>) -> bool {
        words.any(|word| self.ages.iter().any(|p| p.is_match(word)))
    }

    /// Whether a label says that something was not ticked.
    pub fn is_unticked(&self, label: &str) -> bool {
        self.unticked.iter().any(|pattern| pattern.is_match(label))
    }

    /// Whether a label stands next to the middle of its scale.
    pub fn is_soft(&self, label: &str) -> bool {
        self.soft.iter().any(|pattern| pattern.is_match(label))
    }

    /// The language of a study that labels are in, by their letters.
    pub fn language<'s>(&self, labels: &[&str], study: &[&'s str]) -> Option<&'s str> {
        let with = |letters: &str| {
            let has = |label: &&&str| label.to_lowercase().contains(|c| letters.contains(c));
            labels.iter().filter(has).count()
        };
        let fits = |language: &&Language| with(&language.letters) * FIFTH > labels.len();
        let own = self.languages.iter().filter(|l| study.contains(&l.code.as_str())).find(fits)?;
        study.iter().copied().find(|code| *code == own.code)
    }

    /// The role that the label of an answer suggests, in whichever language it is.
    pub fn of<'l>(&self, labels: impl Iterator<Item = &'l str>) -> Option<AnswerRole> {
        let labels: Vec<&str> = labels.collect();
        let fits = |(_, pattern): &&(AnswerRole, Regex)| labels.iter().any(|label| pattern.is_match(label));
        self.patterns.iter().find(fits).map(|(role, _)| *role)
    }
}
