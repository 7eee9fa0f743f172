//! `esep trace`: where a printed number comes from.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{failed, print};
use esep::diag::{Message, UiLanguage, say};
use esep::pipeline::{TracedNumber, formula_in, reason_in, trace_file};
use esep::proof::{Origin, Printed, ProvenDatum, ProvenSource, Record, Traced};
use serde_json::{Value, json};

#[derive(Debug, clap::Args)]
pub struct TraceArgs {
    file: PathBuf,
    number: String,
    #[arg(long)]
    page: Option<u32>,
    #[arg(long, value_name = "FILE")]
    also: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = super::TextFormat::Human)]
    format: super::TextFormat,
}

/// Ends with 1 where the file is not proven or does not print the number.
pub fn run(arguments: &TraceArgs, language: UiLanguage) -> ExitCode {
    let traced = match trace_file(&arguments.file, &arguments.number, arguments.page, &arguments.also) {
        Ok(traced) => traced,
        Err(faults) => {
            return failed(&faults, language);
        }
    };
    print(&match arguments.format {
        super::TextFormat::Human => told(&arguments.number, &traced, language),
        super::TextFormat::Json => format!("{:#}\n", object(&arguments.number, &traced, language)),
    });
    ExitCode::SUCCESS
}

/// How deep data that are made of data are told.
const DEEPEST: usize = 7;

fn told(number: &str, traced: &TracedNumber, language: UiLanguage) -> String {
    let mut lines = Vec::new();
    if traced.found.len() > 1 {
        lines.push(say!("trace-several", number = number, n = traced.found.len()).render(language));
    }
    for (found, elsewhere) in traced.found.iter().zip(&traced.elsewhere) {
        let printed = match found {
            Traced::Datum(datum, printed) => {
                lines.push(say!("trace-datum", number = number, id = datum.id).render(language));
                lines.extend(
                    origin(datum, language).iter().map(|message| format!("  {}", message.render(language))),
                );
                inputs(&datum.origin, &traced.sources, 1, language, &mut lines);
                printed
            }
            Traced::Reason(id, printed) => {
                let reason = reason_in(id, language);
                lines.push(say!("trace-reason", number = number, reason = reason).render(language));
                printed
            }
        };
        lines.push(format!("  {}", say!("trace-printed").render(language)));
        lines.extend(printed.iter().map(|printed| format!("    {}", place(printed, language))));
        for (file, printed) in elsewhere {
            lines.extend(printed.iter().map(|printed| format!("    {file}: {}", place(printed, language))));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn origin(datum: &ProvenDatum, language: UiLanguage) -> Vec<Message> {
    let high = datum.high.map(|high| format!("–{high}")).unwrap_or_default();
    let mut lines = vec![
        say!("trace-value", value = format!("{}{high}", datum.value)),
        say!("trace-decimals", decimals = datum.decimals),
    ];
    if let Some(record) = &datum.origin.record {
        lines.push(say!("trace-record", place = at(record), value = record.value));
    }
    if let Some(formula) = &datum.origin.formula {
        lines.push(say!("trace-formula", formula = formula_in(formula, language)));
    }
    lines
}

/// File, line and column; in a workbook sheet and cell.
fn at(record: &Record) -> String {
    match &record.cell {
        Some(cell) => format!("{}, {cell}", record.file),
        None => format!("{}:{}:{}", record.file, record.line, record.column),
    }
}

/// What a datum was made of, each with its value and its place, and what that was made of in turn.
fn inputs(
    origin: &Origin,
    sources: &[ProvenSource],
    depth: usize,
    language: UiLanguage,
    lines: &mut Vec<String>,
) {
    if origin.inputs.is_empty() || depth > DEEPEST {
        return;
    }
    let indent = "  ".repeat(depth);
    lines.push(format!("{indent}{}", say!("trace-inputs").render(language)));
    for id in &origin.inputs {
        let Some(source) = sources.iter().find(|source| source.id == *id) else {
            lines.push(format!("{indent}  {id}"));
            continue;
        };
        let value = source.value.map(|value| format!(" = {value}")).unwrap_or_default();
        let place = source.origin.record.as_ref().map(|record| format!("  {}", at(record)));
        lines.push(format!("{indent}  {id}{value}{}", place.unwrap_or_default()));
        if let Some(formula) = &source.origin.formula {
            let formula = say!("trace-formula", formula = formula_in(formula, language)).render(language);
            lines.push(format!("{indent}    {formula}"));
        }
        inputs(&source.origin, sources, depth + 2, language, lines);
    }
}

/// Everything that went into a datum, however far back.
fn made_of<'s>(datum: &ProvenDatum, sources: &'s [ProvenSource]) -> Vec<&'s ProvenSource> {
    let mut found: Vec<&ProvenSource> = Vec::new();
    let mut wanted: Vec<&str> = datum.origin.inputs.iter().map(String::as_str).collect();
    while let Some(id) = wanted.pop() {
        let Some(source) = sources.iter().find(|source| source.id == id) else { continue };
        if !found.iter().any(|known| known.id == id) {
            wanted.extend(source.origin.inputs.iter().map(String::as_str));
            found.push(source);
        }
    }
    found
}

/// Page or part of a package, the number as it stands there, and the figure or table.
fn place(printed: &Printed, language: UiLanguage) -> String {
    let page =
        printed.place.strip_prefix("page ").map(|page| say!("trace-page", page = page).render(language));
    let place = page.unwrap_or_else(|| printed.place.clone());
    match printed.label.as_str() {
        "" => format!("{place} «{}»", printed.text),
        label => format!("{place} «{}» ({label})", printed.text),
    }
}

fn object(number: &str, traced: &TracedNumber, language: UiLanguage) -> Value {
    let places = |printed: &[Printed]| -> Vec<Value> {
        let one = |p: &Printed| json!({"place": p.place, "label": p.label, "text": p.text});
        printed.iter().map(one).collect()
    };
    let candidates = traced.found.iter().zip(&traced.elsewhere).map(|(found, elsewhere)| {
        let others: Vec<Value> = elsewhere
            .iter()
            .map(|(file, printed)| json!({"file": file, "printed": places(printed)}))
            .collect();
        match found {
            Traced::Datum(datum, printed) => {
                let sources = made_of(datum, &traced.sources);
                json!({"datum": datum, "sources": sources, "printed": places(printed), "elsewhere": others})
            }
            Traced::Reason(id, printed) => {
                json!({"reason": id, "words": reason_in(id, language), "printed": places(printed)})
            }
        }
    });
    json!({"number": number, "candidates": candidates.collect::<Vec<_>>()})
}
