//! The rules that a study must satisfy beyond its types: one rule a file, one code a rule.
//!
//! A rule looks at the whole study ([`Context`]) and collects all that it finds. [`Checker`] reads a folder,
//! applies every rule and gives each finding its line and column; `esep check` prints the result,
//! `esep build` begins with it. What a code means, why it matters and what to do stand in
//! `templates/messages/codes.*.ftl`; `tests/rules` has a study that breaks each rule.

mod causes;
mod consequences;
mod context;
mod dangling;
mod drafts;
mod examples;
mod patterns;
mod repeats;
mod slipped_years;
mod texts;

// Structure.
mod contract_period;
mod dates;
mod duplicates;
mod ids;
mod mixed_script;
mod odd_signs;
mod references;
mod text_numbers;
mod thresholds;
mod translations;
// Arithmetic.
mod answer_counts;
mod breakdown_bases;
mod component_weights;
mod design_effects;
mod fieldwork_totals;
mod index_formulas;
mod interval_formulas;
mod number_ranges;
mod quota_totals;
mod risk_formulas;
mod scale_roles;
mod score_intervals;
mod share_intervals;
mod share_sums;
mod shared_labels;
mod short_names;
mod view_counts;
mod weighted_totals;
// Honesty.
mod claims;
mod finding_bases;
mod margin_claims;
mod orphans;
mod other_language;
mod preliminary_in_final;
mod qualitative_percents;
mod small_bases;
mod typed_figures;
// Privacy.
mod answer_columns;
mod personal_data;
mod personal_names;
mod small_cells;
// The grant's terms.
mod missed_terms;
mod waivers;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::answers::Table;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::source::{Assets, Digest, Folder, SourceText};
use crate::study::{self, LoadOutcome, Study, Thresholds};
use causes::{Coarse, Positions};
use context::{Context, Inventory};
use patterns::Patterns;

/// A rule: its code, and what finds all that breaks it.
struct Rule {
    code: Code,
    find: Find,
    /// Compares files with one another, and has nothing to say while one of them cannot be read.
    across: bool,
}

type Find = fn(&Context<'_>) -> Vec<Diagnostic>;

const fn rule(code: Code, find: Find) -> Rule {
    Rule { code, find, across: false }
}

const fn across(code: Code, find: Find) -> Rule {
    Rule { code, find, across: true }
}

const RULES: &[Rule] = &[
    across(Code::DanglingId, references::find),
    rule(Code::DuplicateId, ids::find),
    rule(Code::MissingTranslation, translations::find),
    rule(Code::DateOrder, dates::find),
    rule(Code::DuplicateRecord, duplicates::find),
    rule(Code::DateOutsideContract, contract_period::find),
    rule(Code::MixedScript, mixed_script::find),
    rule(Code::TextNumbersDiffer, text_numbers::find),
    rule(Code::ThresholdOrder, thresholds::find),
    rule(Code::NumberRange, number_ranges::find),
    rule(Code::ShareSum, share_sums::find),
    rule(Code::AnswerCount, answer_counts::find),
    rule(Code::ShareOutsideInterval, share_intervals::find),
    rule(Code::IntervalFormula, interval_formulas::find),
    rule(Code::BreakdownBase, breakdown_bases::find),
    rule(Code::WeightedTotal, weighted_totals::find),
    rule(Code::DesignEffect, design_effects::find),
    across(Code::QuotaTotal, quota_totals::find),
    across(Code::FieldworkTotal, fieldwork_totals::find),
    rule(Code::IndexFormula, index_formulas::find),
    rule(Code::RiskFormula, risk_formulas::find),
    rule(Code::ComponentWeights, component_weights::find),
    rule(Code::ViewCount, view_counts::find),
    rule(Code::ScoreOutsideInterval, score_intervals::find),
    rule(Code::ScaleRoles, scale_roles::find),
    rule(Code::LabelShared, shared_labels::find),
    rule(Code::ShortMissing, short_names::find),
    rule(Code::ExampleLeft, examples::find),
    across(Code::MarginClaim, margin_claims::find),
    rule(Code::SmallBase, small_bases::find),
    across(Code::FindingBase, finding_bases::find),
    rule(Code::QualitativePercent, qualitative_percents::find),
    rule(Code::TypedFigure, typed_figures::find),
    across(Code::PreliminaryInFinal, preliminary_in_final::find),
    rule(Code::Orphan, orphans::find),
    across(Code::ClaimUnproven, claims::find),
    rule(Code::OtherLanguage, other_language::find),
    rule(Code::TextBounds, odd_signs::bounds),
    rule(Code::PersonalData, personal_data::find),
    rule(Code::PersonalName, personal_names::find),
    rule(Code::SmallCell, small_cells::find),
    rule(Code::UnseenSign, odd_signs::unseen_signs),
    across(Code::TermMissed, missed_terms::find),
    across(Code::WaiverIdle, waivers::find),
    rule(Code::DraftUnconfirmed, drafts::find),
];

/// What is asked of a check.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Only these deliverables are due; empty: all that the study owes.
    pub deliverables: Vec<String>,
    /// The edition to make, where it is not the study's own.
    pub edition: Option<study::passport::Edition>,
}

/// What a check found: the study, where every file could be read, and everything there is to say.
#[derive(Debug)]
pub struct Checked {
    /// The study; nothing where a file could not be read.
    pub study: Option<Study>,
    /// What the reader and the rules found, located.
    pub findings: Diagnostics,
    /// The text of every file read, by path.
    pub texts: BTreeMap<String, SourceText>,
}

/// A sound study, as a build begins with it.
#[derive(Debug)]
pub struct Loaded {
    /// The study.
    pub study: Study,
    /// Warnings and notes only.
    pub warnings: Diagnostics,
    /// The text of every file read, by path.
    pub texts: BTreeMap<String, SourceText>,
}

impl Loaded {
    /// SHA-256 of the study's files: the same where nothing has changed.
    pub fn digest(&self) -> String {
        let mut digest = Digest::default();
        for (path, text) in &self.texts {
            digest.part(path, &text.bytes());
        }
        for (path, picture) in &self.study.pictures {
            digest.part(path, picture.source.as_bytes());
        }
        digest.finish()
    }
}

/// Where in the templates tree what the rules go by stands.
const READ: &[&str] = &["checks", "locale", "thresholds.toml"];

/// The rules with the patterns that some of them look for, and the thresholds where the study sets none.
pub struct Checker {
    patterns: Patterns,
    thresholds: Thresholds,
    locales: BTreeMap<String, Locale>,
    /// The texts of the example of `esep new`, by path.
    examples: BTreeMap<&'static str, &'static str>,
}

impl Checker {
    /// What the rules go by; read once for all studies that lay nothing over the program's own.
    ///
    /// # Errors
    /// Where the file of patterns or that of thresholds is faulty.
    pub fn shared(assets: &Assets) -> Result<Arc<Self>, Diagnostics> {
        static OWN: OnceLock<Arc<Checker>> = OnceLock::new();
        let lays_over = |own: &Folder| READ.iter().any(|path| own.has(path));
        if assets.overlay().is_some_and(lays_over) {
            return Self::new(assets).map(Arc::new);
        }
        if let Some(own) = OWN.get() {
            return Ok(Arc::clone(own));
        }
        let read = Arc::new(Self::new(&Assets::embedded())?);
        Ok(Arc::clone(OWN.get_or_init(|| read)))
    }

    fn new(assets: &Assets) -> Result<Self, Diagnostics> {
        // A faulty locale file is told where documents are made of it.
        let locales = assets.files("locale", "toml").into_iter().filter_map(|file| {
            let language = file.strip_suffix(".toml")?.to_owned();
            Some((language.clone(), Locale::load(assets, &language).ok()?))
        });
        let locales = locales.collect();
        Ok(Self {
            patterns: Patterns::load(assets)?,
            thresholds: Thresholds::load(assets)?,
            locales,
            examples: examples::texts(assets),
        })
    }

    /// Reads a study folder and applies every rule.
    pub fn run(&self, folder: &Folder, scope: &Scope) -> Checked {
        let LoadOutcome { mut study, complete, mut findings, texts } = study::read(folder, &self.thresholds);
        if let Some(edition) = scope.edition {
            study.passport.edition = edition;
        }
        // What else a newer contract seems to break follows from it.
        if !findings.iter().any(|finding| finding.code == Code::StudyNewer) {
            let inventory = examples::inventory(folder, &self.examples, &texts);
            findings.extend(self.found(&mut study, scope, complete, &inventory));
            findings = slipped_years::explained(consequences::silenced(&findings, &inventory));
        }
        study::locate(&mut findings, &texts);
        let mut texts = texts;
        if let Some(origin) = folder.origin() {
            origin.retell(&mut findings);
            texts.retain(|path, _| !origin.answers_for(path));
            let file = origin.file();
            texts.insert(file.path.clone(), file);
        }
        findings.normalise();
        let findings = repeats::folded(findings);
        Checked { study: complete.then_some(study), findings, texts }
    }

    /// What causes and rules find; causes are mended first, so that the rules see what was meant.
    fn found(
        &self,
        study: &mut Study,
        scope: &Scope,
        complete: bool,
        inventory: &Inventory,
    ) -> Vec<Diagnostic> {
        let (shared, nothing) = ((&self.patterns, &self.locales), Positions::new());
        let context = Context::new(study, shared, scope, (inventory, &nothing));
        let causes = causes::find(&context);
        let mut positions = Positions::new();
        let (mut found, coarse) = if causes.mend() {
            drop(context);
            positions = causes.apply(study);
            looked_at(&Context::new(study, shared, scope, (inventory, &positions)), complete)
        } else {
            let seen = looked_at(&context, complete);
            drop(context);
            seen
        };
        if let Some(coarse) = coarse {
            let own = std::mem::replace(&mut study.thresholds.tolerances, coarse.tolerances);
            let again = rules(&Context::new(study, shared, scope, (inventory, &positions)), complete);
            study.thresholds.tolerances = own;
            if let Some(told) = coarse.explains(&found, &again) {
                found = told;
                found.extend(again);
            }
        }
        found.extend(causes.found);
        found
    }

    /// Columns of a table of answers that look like personal data.
    pub fn answers(&self, table: &Table) -> Vec<Diagnostic> {
        answer_columns::find(&self.patterns, table)
    }

    /// Reads and checks a study folder for a build.
    ///
    /// # Errors
    /// All findings, where one of them is an error.
    pub fn load(&self, folder: &Folder, scope: &Scope) -> Result<Loaded, Diagnostics> {
        let Checked { study, findings, texts } = self.run(folder, scope);
        match study {
            Some(study) if !findings.has_errors() => Ok(Loaded { study, warnings: findings, texts }),
            _ => Err(findings),
        }
    }
}

/// What the rules find, and the columns of few decimals that may be its cause.
fn looked_at(context: &Context<'_>, complete: bool) -> (Vec<Diagnostic>, Option<Coarse>) {
    let found = rules(context, complete);
    let coarse = if causes::may_explain(&found) { causes::coarse(context) } else { None };
    (found, coarse)
}

fn rules(context: &Context<'_>, complete: bool) -> Vec<Diagnostic> {
    let rules = RULES.par_iter().filter(|rule| complete || !rule.across);
    let found: Vec<Vec<Diagnostic>> = rules.map(|rule| apply(rule, context)).collect();
    found.into_iter().flatten().collect()
}

fn apply(rule: &Rule, context: &Context<'_>) -> Vec<Diagnostic> {
    let found = (rule.find)(context);
    debug_assert!(found.iter().all(|d| d.code == rule.code), "{} finds only its own code", rule.code);
    found
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::diag::{ALL, Code};

    /// Codes of the series E120–N171 that reading a file or looking for causes and consequences finds, not a rule.
    const ON_READING: &[Code] = &[
        Code::ControlCharacter,
        Code::ColumnUnit,
        Code::WrongYear,
        Code::AnswersFile,
        Code::AnswersColumn,
        Code::AnswersCode,
        Code::SurveyDesign,
        Code::AnswersUnplaced,
        Code::AnswersPersonal,
    ];

    #[test]
    fn every_code_of_the_study_has_its_rule() {
        let of_rules =
            |code: &&Code| (120..200).contains(&code.as_str()[1..].parse::<u32>().unwrap_or_default());
        let missing: Vec<&Code> = ALL
            .iter()
            .filter(of_rules)
            .filter(|code| !ON_READING.contains(code) && RULES.iter().all(|r| r.code != **code))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert!(RULES.is_sorted_by_key(|r| &r.code.as_str()[1..]), "rules stand in the order of their codes");
    }
}
