//! A share is rounded once, from its exact value: every print of one datum is the same in all documents and languages
//! of a study, and is the rounding of its records.
//!
//! What is held against the records is computed here from the records alone, by the way that the datum's id names; it
//! shares no code with `facts`. Studies are simulated anew with other seeds, so that shares fall on other decimals.

use std::collections::BTreeMap;
use std::path::Path;

use esep::document::{Document, numbers_in};
use esep::pipeline::{BuildContext, Request};
use esep::quantity::{Number, Rounded, Unit};
use esep::source::Folder;
use esep::study::outcome::Measure;
use esep::study::results::{AnswerRole, Question, QuestionKind, Record, Results, Stage};
use esep::study::{Study, Thresholds, read};

use crate::simulate_taraz;
use crate::support::{copy_of_sample, folder_with, is_all, starter};

/// Seeds of the surveys, and with how many decimals their shares are printed. The first alone, but with `ESEP_ALL`:
/// with a decimal the starter prints its shares.
const SURVEYS: &[(u64, u8)] = &[(41, 0), (7, 1), (20_261_128, 1)];

#[derive(Debug, Default)]
struct Tally {
    prints: usize,
    data: usize,
    against_records: usize,
    charted: usize,
}

#[test]
fn every_print_of_a_datum_is_the_one_rounding_of_its_records() {
    for (seed, decimals) in SURVEYS.iter().take(if is_all() { SURVEYS.len() } else { 1 }) {
        let study = copy_of_sample();
        simulate_taraz::run(study.path(), Some(*seed), None).unwrap();
        let tally = compared(study.path(), *decimals);
        assert!(tally.prints > 7_000 && tally.against_records > 3_000, "{tally:?}");
        assert!(tally.charted > 1_000, "{tally:?}");
    }
}

#[test]
fn the_new_study_prints_its_records() {
    let tally = compared(starter().path(), 1);
    assert!(tally.against_records > 500, "{tally:?}");
}

/// A study of one's own, named in `ESEP_STUDY`, held against its records in the same way.
#[test]
#[ignore = "takes a study folder that is not part of the project: ESEP_STUDY=… cargo test -- --ignored"]
#[allow(clippy::print_stdout, reason = "what was counted is what is asked for")]
fn a_study_of_one_s_own_prints_its_records() {
    let Some(study) = std::env::var_os("ESEP_STUDY") else { panic!("name the study in ESEP_STUDY") };
    let tally = compared(Path::new(&study), 1);
    println!("{tally:?}");
    assert!(tally.against_records > 0, "{tally:?}");
}

/// Builds all documents of a study and holds every printed number against its fellows and its records.
fn compared(folder: &Path, decimals: u8) -> Tally {
    let study = read(&Folder::open(folder).unwrap(), &Thresholds::embedded()).study;
    let style = include_str!("../../templates/theme/style.toml");
    let style = style.replace("decimals = 1", &format!("decimals = {decimals}"));
    let templates = folder_with("theme/style.toml", &style);
    let request = Request {
        study: folder.to_owned(),
        templates: Some(templates.path().to_owned()),
        ..Request::default()
    };
    let context = BuildContext::open(&request).unwrap_or_else(|f| panic!("{f:?}"));
    let mut known: BTreeMap<(String, String, u8), (Vec<Rounded>, String)> = BTreeMap::new();
    let mut tally = Tally::default();
    for job in context.documents() {
        let document = context.resolved(job).unwrap_or_else(|f| panic!("{}: {f:?}", job.name())).0;
        let results = study.results.iter().rfind(|r| r.date <= job.cutoff).map(AsRef::as_ref);
        let texts = document.body.texts();
        for number in texts.iter().flat_map(|(_, text)| numbers_in(text)) {
            tally.prints += 1;
            is_its_rounding(number);
            let seen = (number.rounded().collect::<Vec<_>>(), job.name());
            let key = (since(number, results, job.cutoff.to_string()), number.datum.clone(), number.decimals);
            if number.datum.starts_with("questions.") || number.datum.starts_with("facts.") {
                let first = known.entry(key).or_insert_with(|| seen.clone());
                assert_eq!(first.0, seen.0, "{} in {} and in {}", number.datum, first.1, seen.1);
            }
            let Some(exact) = results.and_then(|r| from_records(&study, r, &number.datum)) else { continue };
            let exact: Vec<Rounded> = exact.iter().map(|v| Rounded::new(*v, number.decimals)).collect();
            assert_eq!(seen.0, exact, "{} in {} is not its record", number.datum, seen.1);
            tally.against_records += 1;
        }
        tally.charted += charted(&document, results);
    }
    tally.data = known.len();
    tally
}

/// What a datum's value depends on beside its id: the stage of the results, else the day.
fn since(number: &Number, results: Option<&Results>, cutoff: String) -> String {
    let of_stage = ["questions.q", "facts.indices", "facts.risk", "facts.findings"];
    match results {
        Some(results) if of_stage.iter().any(|root| number.datum.starts_with(root)) => {
            format!("{:?}", results.stage)
        }
        _ => cutoff,
    }
}

/// The digits of the text are those of the value, rounded once.
#[track_caller]
fn is_its_rounding(number: &Number) {
    let printed: String = number.text.chars().filter(char::is_ascii_digit).collect();
    let rounded: String = number.rounded().map(Rounded::digits).collect();
    assert!(printed == rounded || number.text.contains('—'), "{number:?}");
}

/// How many shares the charts of a document show; each is, exactly, that of a record or of records added up.
fn charted(document: &Document, results: Option<&Results>) -> usize {
    let Some(results) = results else { return 0 };
    let sums = sums(results);
    // The sample beside the population is of counts, not of records.
    let of_records = document.figures().into_iter().filter(|figure| figure.label != "fig-sample");
    let charts = of_records.filter_map(|figure| figure.chart.as_ref());
    let cells = charts.flat_map(|chart| chart.readout().rows).flat_map(|row| row.cells);
    let mut shown = 0;
    for number in cells.filter_map(|cell| cell.value) {
        is_its_rounding(&number);
        if number.unit == Unit::UnsignedPercent && number.datum.is_empty() {
            let at = sums.partition_point(|sum| *sum < number.value - 1e-7);
            // An answer that nobody gave has no record.
            let is_none = number.value == 0.0;
            assert!(is_none || sums.get(at).is_some_and(|sum| *sum <= number.value + 1e-7), "{number:?}");
            shown += 1;
        }
    }
    shown
}

/// Every share of the records, and every sum of neighbouring answers, in per cent, ascending.
fn sums(results: &Results) -> Vec<f64> {
    let mut found: Vec<f64> = results.records.iter().map(|r| r.share * 100.0).collect();
    let is_of = |a: &Record, b: &Record| a.question == b.question && a.item == b.item && a.by == b.by;
    for (i, first) in results.records.iter().enumerate() {
        let rest = results.records.iter().skip(i + 1).filter(|r| is_of(first, r)).take(3);
        found.extend(rest.scan(first.share, |sum, r| {
            *sum += r.share;
            Some(*sum * 100.0)
        }));
    }
    found.sort_by(f64::total_cmp);
    found
}

/// The value of a datum, or both ends of its interval, from the records; nothing for data of another kind.
fn from_records(study: &Study, results: &Results, datum: &str) -> Option<Vec<f64>> {
    let steps: Vec<&str> = datum.split('.').collect();
    match steps.as_slice() {
        ["questions", id, rest @ ..] => {
            let question = study.codebook.questions.iter().find(|q| q.id.as_str() == *id)?;
            of_question(question, results, rest)
        }
        ["facts", "indices", id, rest @ ..] => of_index(study, results.stage, id, rest),
        ["facts", "risk", "territories", id, field] => {
            let scores = &study.risk.scores;
            let own = scores.iter().find(|s| {
                s.stage == results.stage && s.territory.as_ref().is_some_and(|t| t.as_str() == *id)
            })?;
            field_of(field, own.score, own.ci, own.n)
        }
        ["facts", "findings", id, "figure", "value"] => of_finding(study, results, id),
        _ => None,
    }
}

fn of_question(question: &Question, results: &Results, rest: &[&str]) -> Option<Vec<f64>> {
    let of_item = |step: &str| -> Vec<&Record> {
        let mut codes: Vec<Option<&str>> = question.items.iter().map(|i| Some(i.code.as_str())).collect();
        codes.retain(|code| records(results, question, *code, None).next().is_some());
        let place = step.strip_prefix("items[").and_then(|s| s.strip_suffix(']')?.parse::<usize>().ok());
        let code = place.and_then(|place| codes.get(place).copied()).flatten();
        records(results, question, code, None).collect()
    };
    // What is read of a question without items is read of its only distribution.
    let own: Vec<&str>;
    let rest = match rest {
        ["reading", last @ ..] if question.items.is_empty() => {
            own = std::iter::once("items[0]").chain(last.iter().copied()).collect();
            own.as_slice()
        }
        ["reading", ..] => return None,
        _ => rest,
    };
    match rest {
        ["items", code, "answers", answer, field] => {
            let own: Vec<&Record> = records(results, question, Some(code), None).collect();
            answer_of(&own, answer, field)
        }
        [item, "answers", answer, field] => answer_of(&of_item(item), answer, field),
        [item, "positive", "value"] => Some(vec![side(question, &of_item(item), AnswerRole::Positive)]),
        [item, "negative", "value"] => Some(vec![side(question, &of_item(item), AnswerRole::Negative)]),
        [item, "net", "value"] => {
            let own = of_item(item);
            let of = |role| side(question, &own, role);
            Some(vec![of(AnswerRole::Positive) - of(AnswerRole::Negative)])
        }
        ["breakdowns", by, "groups", group, "percent"] => {
            let item = question.items.first().map(|i| i.code.as_str());
            let own: Vec<&Record> = records(results, question, item, Some((by, group))).collect();
            let first = question.options.first()?.code.as_str();
            match question.kind {
                QuestionKind::Scale => Some(vec![side(question, &own, AnswerRole::Positive)]),
                _ => answer_of(&own, first, "percent"),
            }
        }
        _ => None,
    }
}

fn records<'r>(
    results: &'r Results,
    question: &Question,
    item: Option<&str>,
    by: Option<(&str, &str)>,
) -> impl Iterator<Item = &'r Record> {
    results.records.iter().filter(move |r| {
        let of_group = match (&r.by, by) {
            (None, None) => true,
            (Some(groups), Some((by, group))) => {
                groups.len() == 1 && groups.get(by).is_some_and(|g| g == group)
            }
            _ => false,
        };
        r.question == question.id.as_str() && r.item.as_deref() == item && of_group
    })
}

fn side(question: &Question, own: &[&Record], role: AnswerRole) -> f64 {
    let is_of = |r: &&&Record| question.options.iter().any(|o| o.code == r.option && o.role == Some(role));
    own.iter().filter(is_of).map(|r| r.share * 100.0).sum()
}

fn answer_of(own: &[&Record], answer: &str, field: &str) -> Option<Vec<f64>> {
    let record = own.iter().find(|r| r.option == answer)?;
    match field {
        "n_option" => Some(vec![f64::from(record.n_option)]),
        _ => {
            let percent = (record.ci.0 * 100.0, record.ci.1 * 100.0);
            field_of(field, record.share * 100.0, percent, record.n)
        }
    }
}

fn of_index(study: &Study, stage: Stage, id: &str, rest: &[&str]) -> Option<Vec<f64>> {
    let index = study.indices.indices.iter().find(|i| i.id.as_str() == id)?;
    let of_stage = || index.values.iter().filter(|v| v.stage == stage);
    if let [field] = rest {
        let total = of_stage().find(|v| v.by.is_none())?;
        return field_of(field, total.value, total.ci, total.n);
    }
    let [step, "value"] = rest else { return None };
    let place: usize = step.strip_prefix("territories[")?.strip_suffix(']')?.parse().ok()?;
    let of_territory = |t: &str| {
        of_stage().find(|v| {
            v.by.as_ref().is_some_and(|by| by.len() == 1 && by.get("territory").is_some_and(|id| id == t))
        })
    };
    let territories = &study.territories.territories;
    territories.iter().filter_map(|t| of_territory(t.id.as_str())).nth(place).map(|v| vec![v.value])
}

fn of_finding(study: &Study, results: &Results, id: &str) -> Option<Vec<f64>> {
    let finding = study.recommendations.findings.iter().find(|f| f.id.as_str() == id)?;
    match finding.measure.as_ref()? {
        Measure::Share { question, item, options, by } => {
            let is_own = |r: &&Record| r.is_of(question.as_str(), item.as_deref(), by.as_ref());
            let own = results.records.iter().filter(is_own).filter(|r| r.is_one_of(options));
            Some(vec![own.map(|r| r.share * 100.0).sum()])
        }
        Measure::Index(index) => of_index(study, results.stage, index.as_str(), &["value"]),
        Measure::Risk(_) => None,
    }
}

fn field_of(field: &str, value: f64, (low, high): (f64, f64), n: u32) -> Option<Vec<f64>> {
    match field {
        "percent" | "value" | "score" => Some(vec![value]),
        "low-high" => Some(vec![low, high]),
        "n" => Some(vec![f64::from(n)]),
        _ => None,
    }
}
