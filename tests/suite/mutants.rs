//! Studies changed at random, checked in process: no panic, every finding with its place, and no number that the contract
//! proves changed in silence.
//!
//! `ESEP_MUTANTS=100000 cargo test --release --test suite mutants` takes so many; the same number makes the same mutants.
//!
//! What is proven: a share stands in the results beside its count, its interval beside both; a base beside the bases of
//! the other answers and groups; the answers of a question with one answer add up to its base; indices and risk scores
//! follow from records and components; interviews, results and events have their order and their contract. So what is off by
//! more than is printed must end in an error: a share or a bound by 0.1 points and more, a base or a count by a
//! twentieth and more, an index or a score by a point and more, a day by years. Every other accepted change is a value
//! that the contract allows, and as good as the one before: another day, a name, a text.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use esep::diag::{Code, Severity};
use esep::pipeline::{Request, inspect};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde_json::{Value, json};

use crate::support::{files_below, starter};

/// Mutants of a run that is not told how many.
const FEW: u64 = 40;

struct Chance(ChaCha8Rng);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.0.next_u64() % u64::try_from(most.max(1)).unwrap()).unwrap()
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// What a mutant must not be accepted with.
enum Change {
    /// Anything may come of it.
    Free,
    /// A number that the contract proves is wrong.
    Wrong(String),
    /// A day out of the contract's period, which may be meant: told at least.
    Doubtful(String),
}

#[test]
#[allow(clippy::print_stdout, reason = "a run of many tells what it saw")]
fn mutated_studies_end_in_findings_with_their_places() {
    let count = std::env::var("ESEP_MUTANTS").ok().and_then(|n| n.parse().ok()).unwrap_or(FEW);
    let study = starter();
    let files: Vec<(String, Vec<u8>)> = files_below(study.path())
        .into_iter()
        .filter_map(|(path, bytes)| Some((path.to_str()?.replace('\\', "/"), bytes)))
        .filter(|(path, _)| !path.starts_with("schemas/") && !path.ends_with(".md"))
        .collect();
    let (mut refused, mut wrong) = (0, 0);
    for seed in 0..count {
        let mut chance = Chance(ChaCha8Rng::seed_from_u64(seed));
        // One in four is a table, in which most numbers stand.
        let is_table = chance.below(4) == 0;
        let (path, bytes) = loop {
            let (path, bytes) = chance.of(&files).clone();
            if !is_table || path.ends_with(".csv") {
                break (path, bytes);
            }
        };
        let (mutant, change) = mutated(&path, &bytes, &mut chance);
        fs::write(study.path().join(&path), &mutant).unwrap();
        let findings = catch_unwind(AssertUnwindSafe(|| checked(study.path())));
        fs::write(study.path().join(&path), &bytes).unwrap();
        let told = || format!("mutant {seed} of {path}");
        let findings = findings.unwrap_or_else(|_| panic!("{}: panic", told()));
        let mut is_refused = false;
        let mut is_doubted = false;
        for (severity, code, place, sentence) in findings {
            is_doubted |= code == Code::DateOutsideContract && place.as_ref() == Some(&path);
            assert!(place.is_some_and(|file| !file.is_empty()), "{}: no place: {sentence}", told());
            is_refused |= severity == Severity::Error;
        }
        refused += u64::from(is_refused);
        match change {
            Change::Free => {}
            Change::Wrong(what) => {
                wrong += 1;
                assert!(is_refused, "{}: accepted {what}", told());
            }
            Change::Doubtful(what) => assert!(is_refused || is_doubted, "{}: silent about {what}", told()),
        }
    }
    println!("{count} mutants, {refused} refused, {wrong} with a wrong number");
    assert!(refused * 10 > count && wrong * 20 > count, "{refused} refused, {wrong} wrong of {count}");
    let sound = checked(study.path());
    assert!(sound.iter().all(|(severity, ..)| *severity != Severity::Error), "{sound:?}");
}

/// Severity, code, file and sentence of each finding.
fn checked(study: &Path) -> Vec<(Severity, Code, Option<String>, String)> {
    let request = Request { study: study.to_owned(), data_only: true, ..Request::default() };
    let findings = match inspect(&request) {
        Ok(inspection) => inspection.findings,
        Err(faults) => faults,
    };
    let told = findings
        .iter()
        .map(|d| (d.severity, d.code, d.location.as_ref().map(|p| p.file.clone()), d.to_string()));
    told.collect()
}

fn mutated(path: &str, bytes: &[u8], chance: &mut Chance) -> (Vec<u8>, Change) {
    if chance.below(2) == 0 {
        let wrong = if path.ends_with(".csv") {
            wrong_number(bytes, chance)
        } else {
            wrong_value(path, bytes, chance)
        };
        if let Some(wrong) = wrong {
            return wrong;
        }
    }
    if chance.below(6) == 0 {
        return (broken_bytes(bytes, chance), Change::Free);
    }
    match serde_json::from_slice::<Value>(bytes) {
        Ok(mut value) => {
            for _ in 0..=chance.below(3) {
                let steps = chance.below(9);
                change(&mut value, steps, chance);
            }
            (serde_json::to_vec_pretty(&value).unwrap(), Change::Free)
        }
        Err(_) => (changed_cell(bytes, chance), Change::Free),
    }
}

/// A number of a record that others prove: a share or a bound off by a tenth of a point to twenty points, a base or the
/// count of one of several answers that exclude each other by a twentieth to a half.
fn wrong_number(bytes: &[u8], chance: &mut Chance) -> Option<(Vec<u8>, Change)> {
    let mut rows = cells(bytes);
    let column = *chance.of(&["share", "ci_low", "ci_high", "n", "n_option"]);
    let place = |name: &str| rows[0].iter().position(|own| own == name).unwrap();
    let (at, question, base) = (place(column), place("question"), place("n"));
    for _ in 0..1000 {
        let row = 1 + chance.below(rows.len() - 1);
        let number = |column: usize| rows[row][column].replace(',', ".").parse::<f64>().ok();
        let (Some(value), Some(n)) = (number(at), number(base)) else { continue };
        let off = if column.starts_with('n') {
            // Several answers of one person have counts that only their shares prove, weighted; small bases are rounded.
            if n < 100.0 || column == "n_option" && rows[row][question] == SEVERAL {
                continue;
            }
            let part = n * (0.05 + f64::from(u32::try_from(chance.below(45)).unwrap()) / 100.0);
            if value > n / 2.0 { value - part.ceil() } else { value + part.ceil() }.to_string()
        } else {
            let points = f64::from(u32::try_from(1 + chance.below(200)).unwrap()) / 1000.0;
            format!("{:.6}", if value > 0.5 { value - points } else { value + points })
        };
        let was = std::mem::replace(&mut rows[row][at], off.replace('.', ","));
        return Some((joined(&rows), Change::Wrong(format!("{column} {was} as {off} in line {}", row + 1))));
    }
    None
}

/// The question of the starter to which a person gives several answers.
const SEVERAL: &str = "q-problems";

/// An index or a score off by a point to twenty; a day in another decade.
fn wrong_value(path: &str, bytes: &[u8], chance: &mut Chance) -> Option<(Vec<u8>, Change)> {
    let mut value: Value = serde_json::from_slice(bytes).ok()?;
    let is_score = ["indices.json", "risk.json"].contains(&path);
    let keys: &[&str] = if is_score { &["value", "score"] } else { &["date"] };
    let is_known = is_score || ["events.json", "fieldwork.json", "results/final.json"].contains(&path);
    let mut places = Vec::new();
    pointers(&value, "", &mut |pointer, key| {
        if is_known && keys.contains(&key) {
            places.push(pointer.to_owned());
        }
    });
    let place = places.get(chance.below(places.len()))?;
    let here = value.pointer_mut(place)?;
    let was = here.clone();
    *here = match here.as_f64() {
        Some(number) => {
            let points = f64::from(u32::try_from(10 + chance.below(190)).unwrap()) / 10.0;
            json!(if number > 50.0 { number - points } else { number + points })
        }
        None => json!(format!("20{}{}", chance.of(&["16", "36"]), here.as_str()?.get(4..)?)),
    };
    let what = format!("{was} as {here} at {place}");
    let change = if is_score { Change::Wrong(what) } else { Change::Doubtful(what) };
    Some((serde_json::to_vec_pretty(&value).unwrap(), change))
}

/// Every value of a tree with its pointer and key.
fn pointers(value: &Value, pointer: &str, see: &mut dyn FnMut(&str, &str)) {
    see(pointer, pointer.rsplit('/').next().unwrap_or_default());
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| pointers(v, &format!("{pointer}/{i}"), see));
        }
        Value::Object(fields) => fields.iter().for_each(|(k, v)| pointers(v, &format!("{pointer}/{k}"), see)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn changed_cell(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut rows = cells(bytes);
    let row = chance.below(rows.len());
    let column = chance.below(rows[row].len());
    match chance.below(5) {
        0 => drop(rows.remove(row)),
        1 => {
            let copy = rows[row].clone();
            rows.insert(row, copy);
        }
        2 => drop(rows[row].remove(column)),
        _ => rows[row][column] = (*chance.of(TEXTS)).to_owned(),
    }
    joined(&rows)
}

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

fn joined(rows: &[Vec<String>]) -> Vec<u8> {
    rows.iter().map(|row| row.join(";") + "\n").collect::<String>().into_bytes()
}

/// Texts that have been trouble somewhere.
const TEXTS: &[&str] = &[
    "",
    " ",
    "0",
    "-1",
    "1e308",
    "NaN",
    "99999999999999999999",
    "0,5",
    "60,3%",
    "con",
    "..",
    "../x",
    "/etc/passwd",
    "\u{202E}abc",
    "\u{200D}\u{200D}",
    "а\u{301}\u{301}\u{301}",
    "{{ 7 * 7 }}",
    "| a | b |",
    "# a",
    "<b>x</b>",
    "[a](b)",
    "\u{0}",
    "\u{FEFF}",
    "\"",
    "2026-02-30",
    "0000-00-00",
    "9999-12-31",
    "q-problems",
    "t-alysbel",
    "\u{E000}",
    "😀",
];

fn broken_bytes(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let at = chance.below(out.len().max(1));
    match chance.below(5) {
        0 => out.truncate(at),
        1 => out[at] = u8::try_from(chance.below(256)).unwrap(),
        2 => out.splice(at..at, chance.of(TEXTS).bytes()).for_each(drop),
        3 => out.splice(at..at, "[".repeat(300).bytes()).for_each(drop),
        _ => out = String::from_utf8_lossy(bytes).replace('\n', "\r").into_bytes(),
    }
    out
}

/// Changes a value so many steps down a JSON tree, or what stands around it.
fn change(here: &mut Value, steps: usize, chance: &mut Chance) {
    if steps > 0 {
        match here {
            Value::Array(list) if !list.is_empty() => {
                let at = chance.below(list.len());
                return change(&mut list[at], steps - 1, chance);
            }
            Value::Object(object) if !object.is_empty() => {
                let at = chance.below(object.len());
                return change(object.values_mut().nth(at).unwrap(), steps - 1, chance);
            }
            _ => {}
        }
    }
    let kind = chance.below(8);
    match (kind, here) {
        (0, Value::Object(object)) if !object.is_empty() => {
            let key = object.keys().nth(chance.below(object.len())).unwrap().clone();
            drop(object.shift_remove(&key));
        }
        (0, Value::Array(list)) if !list.is_empty() => drop(list.remove(chance.below(list.len()))),
        (1, Value::Array(list)) if !list.is_empty() => {
            let copy = chance.of(list).clone();
            list.push(copy);
        }
        (2, Value::Object(object)) => drop(object.insert((*chance.of(TEXTS)).to_owned(), json!(1))),
        (3, Value::Array(list)) => list.reverse(),
        (4, here @ Value::Number(_)) => {
            let value = here.as_f64().unwrap_or_default();
            let others = [json!(value + 1.0), json!(-value), json!(value * 1e9), json!(value / 3.0)];
            *here = chance.of(&others).clone();
        }
        (5, here) => *here = json!(chance.of(TEXTS).repeat(1 + chance.below(3) * 500)),
        (6, here) => {
            let others = [json!(null), json!([]), json!({}), json!(true), json!([[[[]]]])];
            *here = chance.of(&others).clone();
        }
        (_, here) => *here = json!(*chance.of(TEXTS)),
    }
}
