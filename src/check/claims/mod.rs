//! Words that claim something ("most", "every third", "more often than", "rose") are proven by the figure that their
//! text rests on: a finding's measure, the evidence of a recommendation or of a verdict on a hypothesis.
//!
//! Which words claim what stands in the locale files ([`crate::locale::Asserted`]). Texts of `text/` are templates,
//! where a condition has to ask for the fact: those are read by the templates' own lint.

mod proof;

use jiff::civil::Date;

use super::context::Context;
use crate::diag::{Code, Diagnostic, Location, Message, say};
use crate::facts::Facts;
use crate::locale::{Asserted, AssertionKind};
use crate::study::outcome::{Measure, Recommendations};
use crate::study::passport::{Edition, Passport};
use crate::study::{Id, LocalizedText};
use proof::{Figure, Proofs};

/// What a text rests on.
#[derive(Clone, Copy)]
enum Ground<'a> {
    /// The measure of a finding, beside its evidence.
    Measure(&'a Id, &'a [Id]),
    /// What its evidence names.
    Evidence(&'a [Id]),
    /// Nothing in the data.
    Nothing,
}

/// A text of the study, with what it rests on.
struct Grounded<'a> {
    file: &'static str,
    pointer: String,
    text: &'a LocalizedText,
    ground: Ground<'a>,
}

pub fn find(context: &Context<'_>) -> Vec<Diagnostic> {
    let texts = texts(context);
    let found: Vec<(&Grounded<'_>, &str, Asserted)> = texts.iter().flat_map(|t| claims(context, t)).collect();
    if found.is_empty() {
        return Vec::new();
    }
    // A claim is held against what everyone may see of the data: suppression hides cells, it disproves nothing.
    let mut study = context.study.clone();
    study.passport.edition = Edition::Customer;
    let study = study.as_of(day(context));
    let facts = Facts::new(&study);
    let proofs = Proofs::new(&study, &facts);
    let told = found.into_iter().filter_map(|(text, language, claim)| {
        let message = refuted(context, &proofs, text.ground, &claim)?;
        let hint = match claim.claim {
            _ if matches!(text.ground, Ground::Nothing) => say!("hint-claim-without-figure"),
            AssertionKind::Majority | AssertionKind::Minority | AssertionKind::Fraction => {
                say!("hint-claim-share")
            }
            AssertionKind::Difference
            | AssertionKind::Highest
            | AssertionKind::Lowest
            | AssertionKind::More
            | AssertionKind::Less => {
                say!("hint-claim-order")
            }
            AssertionKind::Rose | AssertionKind::Fell | AssertionKind::Same => say!("hint-claim-change"),
        };
        let place = Location::pointer(text.file, format!("{}/{language}", text.pointer));
        Some(Diagnostic::new(Code::ClaimUnproven, message).at(place).hint(hint))
    });
    told.collect()
}

/// The last day as of which a document that is asked for sees the study.
fn day(context: &Context<'_>) -> Date {
    let due = context.due.iter().map(|(_, deliverable)| deliverable.cutoff).max();
    due.unwrap_or(Date::MAX)
}

fn texts<'a>(context: &Context<'a>) -> Vec<Grounded<'a>> {
    let study = context.study;
    let book = &study.recommendations;
    let findings = book.findings.iter().enumerate().map(|(i, f)| Grounded {
        file: Recommendations::FILE,
        pointer: format!("/findings/{i}/statement"),
        text: &f.statement,
        ground: match f.measure {
            Some(_) => Ground::Measure(&f.id, &f.evidence),
            None => Ground::Evidence(&f.evidence),
        },
    });
    let actions = book.recommendations.iter().enumerate().map(|(i, r)| Grounded {
        file: Recommendations::FILE,
        pointer: format!("/recommendations/{i}/action"),
        text: &r.action,
        ground: Ground::Evidence(&r.evidence),
    });
    let hypotheses = study.passport.hypotheses.iter().enumerate();
    let verdicts = hypotheses.filter_map(|(i, h)| {
        let verdict = h.verdict.as_ref()?;
        Some(Grounded {
            file: Passport::FILE,
            pointer: format!("/hypotheses/{i}/verdict/why"),
            text: &verdict.why,
            ground: Ground::Evidence(&verdict.evidence),
        })
    });
    let photographs = study.passport.photographs.iter().enumerate().flat_map(|(i, photograph)| {
        [("caption", &photograph.caption), ("alt", &photograph.alt)].map(|(field, text)| Grounded {
            file: Passport::FILE,
            pointer: format!("/photographs/{i}/{field}"),
            text,
            ground: Ground::Nothing,
        })
    });
    findings.chain(actions).chain(verdicts).chain(photographs).collect()
}

/// What a text claims in each language of the study.
fn claims<'c, 't>(
    context: &'c Context<'_>,
    grounded: &'t Grounded<'_>,
) -> Vec<(&'t Grounded<'t>, &'c str, Asserted)> {
    let languages = context.study.passport.languages.iter();
    let in_language = languages.filter_map(|language| {
        let (text, locale) = (grounded.text.get(language)?, context.locales.get(language)?);
        let all = locale.lint().asserted(text).into_iter();
        Some(all.map(|claim| (grounded, language.as_str(), claim)).collect::<Vec<_>>())
    });
    in_language.flatten().collect()
}

/// Why a claim does not hold; nothing where it does, or where there are no results yet to hold it against.
fn refuted(
    context: &Context<'_>,
    proofs: &Proofs<'_>,
    ground: Ground<'_>,
    claim: &Asserted,
) -> Option<Message> {
    let without = || say!("claim-without-figure", word = &claim.word);
    let figures: Vec<Figure> = match ground {
        Ground::Measure(finding, evidence) => proofs.of_finding(finding, evidence).into_iter().collect(),
        Ground::Evidence(evidence) if evidence.iter().any(|id| is_measured(context, id)) => {
            proofs.of_evidence(evidence)
        }
        Ground::Evidence(_) | Ground::Nothing => return Some(without()),
    };
    let first = figures.first()?;
    if figures.iter().any(|figure| figure.proves(claim.claim, claim.share)) {
        return None;
    }
    let (low, high) = first.printed();
    let word = &claim.word;
    Some(match claim.claim {
        AssertionKind::Majority => say!("claim-not-majority", word = word, low = low, high = high),
        AssertionKind::Minority => say!("claim-not-minority", word = word, low = low, high = high),
        AssertionKind::Fraction => say!("claim-not-fraction", word = word, low = low, high = high),
        AssertionKind::Highest | AssertionKind::Lowest => say!("claim-not-first", word = word),
        AssertionKind::Difference | AssertionKind::More | AssertionKind::Less => {
            say!("claim-not-apart", word = word)
        }
        AssertionKind::Rose | AssertionKind::Fell => say!("claim-not-changed", word = word),
        AssertionKind::Same => say!("claim-not-same", word = word),
    })
}

/// Whether an id names something that has a figure: a question of the survey, an index, a territory with a score, or
/// a finding that rests on one of them.
fn is_measured(context: &Context<'_>, id: &Id) -> bool {
    let study = context.study;
    let measured = |m: &Measure| match m {
        Measure::Share { .. } | Measure::Index(_) | Measure::Risk(_) => true,
    };
    study.codebook.questions.iter().any(|q| &q.id == id)
        || study.indices.indices.iter().any(|i| &i.id == id)
        || study.territories.territories.iter().any(|t| &t.id == id)
        || study.recommendations.findings.iter().any(|f| {
            let has_measure = f.measure.as_ref().is_some_and(measured);
            &f.id == id && (has_measure || f.evidence.iter().any(|e| e != id && is_question(context, e)))
        })
}

fn is_question(context: &Context<'_>, id: &Id) -> bool {
    context.question(id.as_str()).is_some()
}
