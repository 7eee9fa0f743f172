//! `esep schema`: the JSON Schema of a file, or all of them as one page to read.

use std::process::ExitCode;

use serde_json::{Map, Value};

use super::{print, usage};
use esep::diag::{Catalogue, Code, Diagnostic, UiLanguage, say};
use esep::study;

#[derive(Debug, clap::Args)]
pub struct SchemaArgs {
    name: Option<String>,
    #[arg(long)]
    markdown: bool,
}

pub fn run(arguments: &SchemaArgs, language: UiLanguage) -> ExitCode {
    let wanted = arguments.name.as_deref();
    if let Some(name) = wanted.filter(|name| study::contract_file(name).is_none()) {
        let fault = Diagnostic::new(Code::Usage, say!("schema-unknown", name = name));
        return usage(&fault.hint(say!("hint-schema-unknown")), language);
    }
    match (wanted, arguments.markdown) {
        (None, false) => {
            print(
                &study::FILES
                    .iter()
                    .map(|file| format!("{:<16} {}\n", file.name, file.path))
                    .collect::<String>(),
            );
        }
        (Some(name), false) => {
            print(&format!("{}\n", study::schema_text(name, language).unwrap_or_default()));
        }
        (_, true) => print(&reference(wanted, language)),
    }
    ExitCode::SUCCESS
}

/// The files' fields as Markdown tables, one section a file.
fn reference(wanted: Option<&str>, language: UiLanguage) -> String {
    let page = Page { language };
    let mut text = format!("# {}\n", page.word("reference-title"));
    for study::ContractFile { name, path, .. } in
        study::FILES.iter().filter(|file| wanted.is_none_or(|w| w == file.name))
    {
        let schema = study::schema_text(name, language).and_then(|t| serde_json::from_str(&t).ok());
        let Some(Value::Object(schema)) = schema else { continue };
        text.push_str(&format!("\n## {} — `{path}`\n", page.text(&schema, "title")));
        page.table(&schema, &mut text);
        let definitions = schema.get("$defs").and_then(Value::as_object).into_iter().flatten();
        for (type_name, definition) in definitions {
            let Some(definition) = definition.as_object() else { continue };
            if definition.contains_key("properties") {
                text.push_str(&format!("\n### {type_name}\n"));
                page.table(definition, &mut text);
            } else if definition.contains_key("oneOf") {
                text.push_str(&format!("\n### {type_name}\n\n{}\n\n", page.text(definition, "description")));
                for branch in definition.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
                    text.push_str(&page.branch(branch));
                }
            }
        }
    }
    text
}

struct Page {
    language: UiLanguage,
}

impl Page {
    fn word(&self, id: &str) -> String {
        Catalogue::of(self.language).text(id, None).unwrap_or_default()
    }

    fn text(&self, object: &Map<String, Value>, key: &str) -> String {
        object.get(key).and_then(Value::as_str).unwrap_or_default().replace('|', "\\|")
    }

    fn table(&self, object: &Map<String, Value>, text: &mut String) {
        let description = self.text(object, "description");
        if !description.is_empty() {
            text.push_str(&format!("\n{description}\n"));
        }
        text.push_str(&format!(
            "\n| {} | {} | {} | {} |\n|---|---|---|---|\n",
            self.word("reference-field"),
            self.word("reference-form"),
            self.word("reference-required"),
            self.word("reference-holds")
        ));
        let required = object.get("required").and_then(Value::as_array);
        let properties = object.get("properties").and_then(Value::as_object).into_iter().flatten();
        for (field, property) in properties {
            let is_required = required.is_some_and(|r| r.iter().any(|f| f == field));
            let needed = self.word(if is_required { "reference-yes" } else { "reference-no" });
            let holds = property.as_object().map(|p| self.text(p, "description")).unwrap_or_default();
            text.push_str(&format!("| `{field}` | {} | {needed} | {holds} |\n", form(property)));
        }
    }

    fn branch(&self, branch: &Value) -> String {
        let fields = branch.get("properties").and_then(Value::as_object).into_iter().flatten();
        let names: Vec<String> = fields.map(|(field, _)| format!("`{field}`")).collect();
        let name = branch.get("const").and_then(Value::as_str).map(|c| format!("`{c}`"));
        let description = branch.as_object().map(|b| self.text(b, "description")).unwrap_or_default();
        format!("- {} – {description}\n", name.unwrap_or_else(|| names.join(", ")))
    }
}

/// The form of a field in short: `text`, `[Question]`, `0 ≤ number ≤ 1`.
fn form(property: &Value) -> String {
    if let Some(reference) = property.get("$ref").and_then(Value::as_str) {
        return reference.rsplit('/').next().unwrap_or_default().to_owned();
    }
    if let Some(branches) = property.get("anyOf").and_then(Value::as_array) {
        let is_null = |b: &&Value| b.get("type").and_then(Value::as_str) == Some("null");
        return branches.iter().filter(|b| !is_null(b)).map(form).collect::<Vec<_>>().join(" / ");
    }
    let name = match property.get("type") {
        Some(Value::Array(types)) => {
            types.iter().filter_map(Value::as_str).find(|t| *t != "null").unwrap_or_default()
        }
        Some(Value::String(name)) => name,
        _ => "",
    };
    let bound = |key: &str| property.get(key).map(ToString::to_string);
    match name {
        "array" => {
            if let Some(pair) = property.get("prefixItems").and_then(Value::as_array) {
                return format!("[{}]", pair.iter().map(form).collect::<Vec<_>>().join(", "));
            }
            format!("[{}]", property.get("items").map(form).unwrap_or_default())
        }
        "object" => {
            let inner = property.get("additionalProperties").map(form).unwrap_or_default();
            format!("{{id: {inner}}}")
        }
        "string" => property.get("format").and_then(Value::as_str).unwrap_or("string").to_owned(),
        name => match (bound("minimum"), bound("maximum")) {
            (Some(low), Some(high)) => format!("{low} ≤ {name} ≤ {high}"),
            (Some(low), None) => format!("{name} ≥ {low}"),
            _ => name.to_owned(),
        },
    }
}
