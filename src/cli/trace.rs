//! `esep trace`: where a printed number comes from.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{failed, print};
use esep::diag::{Message, UiLanguage, say};
use esep::pipeline::{TracedNumber, formula_in, reason_in, trace_file};
use esep::proof::{Printed, ProvenDatum, Traced};
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
        let place = format!("{}:{}:{}", record.file, record.line, record.column);
        lines.push(say!("trace-record", place = place, value = record.value));
    }
    if let Some(formula) = &datum.origin.formula {
        lines.push(say!("trace-formula", formula = formula_in(formula, language)));
    }
    if !datum.origin.inputs.is_empty() {
        lines.push(say!("trace-inputs", inputs = datum.origin.inputs.join(", ")));
    }
    lines
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
                json!({"datum": datum, "printed": places(printed), "elsewhere": others})
            }
            Traced::Reason(id, printed) => {
                json!({"reason": id, "words": reason_in(id, language), "printed": places(printed)})
            }
        }
    });
    json!({"number": number, "candidates": candidates.collect::<Vec<_>>()})
}
