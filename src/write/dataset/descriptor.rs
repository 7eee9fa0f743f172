//! `datapackage.json`.

use serde_json::{Map, Value as Json, json};

use crate::document::dataset::{DataTable, Dataset, Field, FieldKind, Texts};
use crate::source::sha256;

/// The descriptor's text; `files` are the tables' paths and bytes.
pub fn descriptor(dataset: &Dataset, files: &[(String, Vec<u8>)]) -> String {
    let titles = Titles { first: dataset.languages.first().map_or("", String::as_str) };
    let resources: Vec<Json> = dataset
        .tables
        .iter()
        .zip(files)
        .map(|(table, (path, bytes))| resource(&titles, table, path, bytes))
        .collect();
    let mut package = Map::new();
    package.insert("profile".to_owned(), json!("tabular-data-package"));
    package.insert("name".to_owned(), json!(dataset.name));
    titles.put(&mut package, "title", &dataset.title);
    titles.put(&mut package, "description", &dataset.description);
    package.insert("languages".to_owned(), json!(dataset.languages));
    package.insert("created".to_owned(), json!(format!("{}T00:00:00Z", dataset.date)));
    package.insert("contributors".to_owned(), json!([{"title": dataset.author, "role": "author"}]));
    package.insert("keywords".to_owned(), json!(dataset.keywords.values().collect::<Vec<_>>()));
    package.insert("resources".to_owned(), Json::Array(resources));
    // What lies beside the tables is no resource of the profile, and is told of in a property of our own.
    let beside: Vec<Json> = dataset
        .files
        .iter()
        .map(|(path, text)| {
            json!({"path": path, "bytes": text.len(), "hash": format!("sha256:{}", sha256(text.as_bytes()))})
        })
        .collect();
    package.insert("documents".to_owned(), Json::Array(beside));
    let mut text = serde_json::to_string_pretty(&Json::Object(package)).unwrap_or_default();
    text.push('\n');
    text
}

/// How texts in languages are written.
struct Titles<'a> {
    first: &'a str,
}

impl Titles<'_> {
    /// A text in the first language, and in all of them under the same name in the plural.
    fn put(&self, object: &mut Map<String, Json>, name: &str, texts: &Texts) {
        if let Some(text) = texts.get(self.first).or_else(|| texts.values().next()) {
            object.insert(name.to_owned(), json!(text));
            object.insert(format!("{name}s"), json!(texts));
        }
    }
}

fn resource(titles: &Titles<'_>, table: &DataTable, path: &str, bytes: &[u8]) -> Json {
    let mut own = Map::new();
    own.insert("profile".to_owned(), json!("tabular-data-resource"));
    own.insert("name".to_owned(), json!(table.name));
    own.insert("path".to_owned(), json!(path));
    titles.put(&mut own, "title", &table.title);
    own.insert("format".to_owned(), json!("csv"));
    own.insert("mediatype".to_owned(), json!("text/csv"));
    own.insert("encoding".to_owned(), json!("utf-8"));
    own.insert("bytes".to_owned(), json!(bytes.len()));
    own.insert("hash".to_owned(), json!(format!("sha256:{}", sha256(bytes))));
    own.insert(
        "dialect".to_owned(),
        json!({"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true}),
    );
    own.insert("schema".to_owned(), schema(titles, table));
    Json::Object(own)
}

fn schema(titles: &Titles<'_>, table: &DataTable) -> Json {
    let references: Vec<Json> = table
        .references
        .iter()
        .map(|reference| {
            json!({
                "fields": reference.fields,
                "reference": {"resource": reference.table, "fields": reference.keys},
            })
        })
        .collect();
    let mut own = Map::new();
    own.insert("fields".to_owned(), table.fields.iter().map(|own| field(titles, own)).collect());
    own.insert("missingValues".to_owned(), json!([""]));
    own.insert("primaryKey".to_owned(), json!(table.key));
    if !references.is_empty() {
        own.insert("foreignKeys".to_owned(), json!(references));
    }
    Json::Object(own)
}

fn field(titles: &Titles<'_>, own: &Field) -> Json {
    let mut found = Map::new();
    found.insert("name".to_owned(), json!(own.name));
    titles.put(&mut found, "title", &own.title);
    let kind = match own.kind {
        FieldKind::Text | FieldKind::Address => "string",
        FieldKind::Whole => "integer",
        FieldKind::Number => "number",
        FieldKind::Date => "date",
    };
    found.insert("type".to_owned(), json!(kind));
    if own.kind == FieldKind::Address {
        found.insert("format".to_owned(), json!("uri"));
    }
    let mut constraints = Map::new();
    if own.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    if let Some((least, most)) = own.range {
        constraints.insert("minimum".to_owned(), json!(least));
        if most < i32::MAX {
            constraints.insert("maximum".to_owned(), json!(most));
        }
    }
    if !own.choices.is_empty() {
        constraints.insert("enum".to_owned(), json!(own.choices));
    }
    if !constraints.is_empty() {
        found.insert("constraints".to_owned(), Json::Object(constraints));
    }
    Json::Object(found)
}
