//! The sheets of a workbook, planned from the JSON Schemas of the contract: a card for what a file holds once, a
//! table for each of its lists, and a table of its own, joined by keys, for each list inside a thing.

use serde_json::{Map, Value};

use crate::diag::UiLanguage;
use crate::study::{ContractFile, FILES, schema_text};

/// All sheets, parents before their children.
#[derive(Debug)]
pub struct Plan {
    /// The tables in the order of the contract.
    pub tables: Vec<Table>,
    /// The closed lists: type and values with their descriptions.
    pub choices: Vec<Choices>,
    /// The files' schemas, in the order of the contract.
    pub schemas: Vec<Value>,
}

/// A closed list of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// Name of the type.
    pub type_name: String,
    /// Values with their descriptions.
    pub values: Vec<(String, String)>,
}

/// One sheet.
#[derive(Debug)]
pub struct Table {
    /// Technical name: the file's and the fields on the way to the list, `codebook-questions-options`.
    pub name: String,
    /// The file, as a place in the contract.
    pub file: usize,
    /// The table of the things inside which the list stands.
    pub parent: Option<usize>,
    /// Fields from the parent's thing, or from the file's root, to the list; none for what stands at the root.
    pub path: Vec<String>,
    /// What a row is.
    pub shape: Shape,
    /// What other sheets name a row by.
    pub key: Key,
    /// The fields of a thing, lists with sheets of their own left out.
    pub fields: Vec<Field>,
    /// What the sheet holds.
    pub note: String,
    /// Whether its file, or the thing in which it stands, is not whole without it.
    pub required: bool,
}

impl Table {
    /// Whether a path leads to what other sheets name a row by.
    pub fn is_key(&self, path: &[String]) -> bool {
        matches!(&self.key, Key::Field(field) if path == std::slice::from_ref(field))
    }
}

/// What a row of a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A field of the file, beside its value.
    Card,
    /// One of several files of a kind.
    Files,
    /// A thing of a list.
    Things,
    /// A text of a list of texts.
    Values,
}

/// What a row is named by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// Nothing refers to it.
    None,
    /// The value of a field.
    Field(String),
    /// Its number inside its parent, from 1.
    Number,
    /// The file's name without folder and ending.
    File,
}

/// A field of a thing.
#[derive(Debug, Clone)]
pub struct Field {
    /// Fields from the thing to the value.
    pub path: Vec<String>,
    /// Types with their fields, from which the head is made.
    pub labels: Vec<(String, String)>,
    /// What it holds.
    pub kind: Kind,
    /// Description, in the language of the plan.
    pub note: String,
    /// Whether it may not be left out.
    pub required: bool,
    /// The table whose keys it holds.
    pub refers: Option<String>,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A text in each language.
    Text,
    /// A name in each language, with case forms.
    Name,
    /// One value.
    One(Scalar),
    /// Several values in one cell.
    Many(Scalar),
    /// A value for each of some keys, a column each.
    Map(Scalar),
}

/// A single value.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// An id, a code or plain words.
    Text,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A number; `most` is its upper bound.
    Number {
        /// Whether it has no decimals.
        whole: bool,
        /// The upper bound, where there is one.
        most: Option<f64>,
    },
    /// Yes or no.
    Flag,
    /// A value of a closed list, by its type.
    Choice(String),
}

/// The one file that stays beside a workbook: how a table of answers is tabulated is nothing of the study's results,
/// and is read by `esep tabulate` alone.
pub const BESIDE: &str = "tabulation.json";

impl Plan {
    /// The plan of the whole contract, with descriptions in a language of the user interface.
    pub fn new(language: UiLanguage) -> Self {
        let mut plan = Self { tables: Vec::new(), choices: Vec::new(), schemas: Vec::new() };
        for (at, file) in FILES.iter().enumerate() {
            let text = schema_text(file.name, language).unwrap_or_default();
            let schema: Value = serde_json::from_str(&text).unwrap_or_default();
            if file.path != BESIDE {
                plan.file(at, file, &schema);
            }
            plan.schemas.push(schema);
        }
        plan
    }

    /// The closed list of a type.
    pub fn choices(&self, type_name: &str) -> Option<&Choices> {
        self.choices.iter().find(|c| c.type_name == type_name)
    }

    /// The place of a table by its technical name.
    pub fn table(&self, name: &str) -> Option<usize> {
        self.tables.iter().position(|t| t.name == name)
    }

    fn file(&mut self, at: usize, file: &ContractFile, schema: &Value) {
        let shape = if file.path.contains('*') { Shape::Files } else { Shape::Card };
        let key = if shape == Shape::Files { Key::File } else { Key::None };
        let mut walk = Walk { schema, fields: Vec::new(), lists: Vec::new(), choices: &mut self.choices };
        walk.object(schema, file.type_name, &Trail::default());
        let Walk { fields, lists, .. } = walk;
        let note = description(schema);
        let parent = (shape == Shape::Files).then_some(self.tables.len());
        if !fields.is_empty() {
            let (name, path) = (file.name.to_owned(), Vec::new());
            let required = fields.iter().any(|field| field.required);
            self.tables.push(Table {
                name,
                file: at,
                parent: None,
                path,
                shape,
                key,
                fields,
                note,
                required,
            });
        }
        for list in lists {
            self.list(at, file.name, parent, list, schema);
        }
    }

    fn list(&mut self, file: usize, inside: &str, parent: Option<usize>, list: List, schema: &Value) {
        let name = format!("{inside}-{}", list.path.join("-"));
        let mut walk = Walk { schema, fields: Vec::new(), lists: Vec::new(), choices: &mut self.choices };
        let (item, type_name) = resolve(schema, &list.items);
        let is_text = type_name == Some("Text");
        if is_text {
            walk.fields.push(Field {
                path: Vec::new(),
                labels: vec![(String::new(), "list-text".to_owned())],
                kind: Kind::Text,
                note: list.note.clone(),
                required: true,
                refers: None,
            });
        } else {
            walk.object(item, type_name.unwrap_or_default(), &Trail::default());
        }
        let Walk { fields, lists, .. } = walk;
        let own = ["id", "code"].into_iter().find(|k| fields.iter().any(|f| f.path == [*k]));
        let key = match own {
            Some(field) => Key::Field(field.to_owned()),
            None if lists.is_empty() => Key::None,
            None => Key::Number,
        };
        let at = self.tables.len();
        let shape = if is_text { Shape::Values } else { Shape::Things };
        let (path, note, required) = (list.path, list.note, list.required);
        self.tables.push(Table {
            name: name.clone(),
            file,
            parent,
            path,
            shape,
            key,
            fields,
            note,
            required,
        });
        for inner in lists {
            self.list(file, &name, Some(at), inner, schema);
        }
    }
}

impl Table {
    /// The tables inside whose things this one's rows stand, the outermost first.
    pub fn ancestors<'p>(&self, plan: &'p Plan) -> Vec<&'p Table> {
        let mut found = Vec::new();
        let mut next = self.parent;
        while let Some(table) = next.and_then(|at| plan.tables.get(at)) {
            found.insert(0, table);
            next = table.parent;
        }
        found
    }
}

/// A list that gets a sheet of its own.
struct List {
    path: Vec<String>,
    items: Value,
    note: String,
    required: bool,
}

/// The way from a thing to one of its fields.
#[derive(Default, Clone)]
struct Trail {
    path: Vec<String>,
    labels: Vec<(String, String)>,
    optional: bool,
}

impl Trail {
    fn to(&self, type_name: &str, field: &str, required: bool) -> Self {
        let mut next = self.clone();
        next.path.push(field.to_owned());
        next.labels.push((type_name.to_owned(), field.to_owned()));
        next.optional |= !required;
        next
    }
}

struct Walk<'s> {
    schema: &'s Value,
    fields: Vec<Field>,
    lists: Vec<List>,
    choices: &'s mut Vec<Choices>,
}

impl Walk<'_> {
    /// The properties of an object, and of the forms that it may have.
    fn object(&mut self, object: &Value, type_name: &str, trail: &Trail) {
        let empty = Map::new();
        let properties = object.get("properties").and_then(Value::as_object).unwrap_or(&empty);
        let required = object.get("required").and_then(Value::as_array);
        for (field, property) in properties.iter().filter(|(field, _)| *field != "$schema") {
            let is_required = required.is_some_and(|r| r.iter().any(|f| f == field));
            self.property(property, &trail.to(type_name, field, is_required));
        }
        for form in object.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
            let optional = Trail { optional: true, ..trail.clone() };
            self.object(form, type_name, &optional);
        }
    }

    fn property(&mut self, property: &Value, trail: &Trail) {
        let (schema, type_name) = resolve(self.schema, property);
        if let Some(pair) = schema.get("prefixItems").and_then(Value::as_array) {
            let bound = self.bound();
            for (at, item) in pair.iter().enumerate() {
                let (_, field) = trail.labels.last().cloned().unwrap_or_default();
                let mut next = trail.to("", &at.to_string(), true);
                next.labels.pop();
                if let Some(last) = next.labels.last_mut() {
                    last.1 = format!("{field}-{at}");
                }
                self.field(item, property, &next, Kind::One);
                if let Some(Field { kind: Kind::One(Scalar::Number { most, .. }), .. }) =
                    self.fields.last_mut()
                {
                    *most = most.or(bound);
                }
            }
            return;
        }
        if let Some(items) = schema.get("items") {
            let (item, name) = resolve(self.schema, items);
            if name == Some("Text") || item.get("properties").is_some() {
                let path = trail.path.clone();
                let (note, required) = (description(property), !trail.optional);
                self.lists.push(List { path, items: items.clone(), note, required });
                return;
            }
            return self.field(items, property, trail, Kind::Many);
        }
        let is_closed = self.closed(schema, type_name).is_some();
        let is_nested = schema.get("properties").is_some() || schema.get("oneOf").is_some() && !is_closed;
        if is_nested {
            let own = type_name.or(trail.path.last().map(String::as_str)).unwrap_or_default().to_owned();
            let schema = schema.clone();
            return self.object(&schema, &own, trail);
        }
        match schema.get("additionalProperties").filter(|a| a.is_object()) {
            Some(values) if !matches!(type_name, Some("Text" | "Name")) => {
                self.field(values, property, trail, Kind::Map);
            }
            _ => self.field(property, property, trail, Kind::One),
        }
    }

    /// The upper bound of the number before: an interval has the unit of what it is the interval of.
    fn bound(&self) -> Option<f64> {
        self.fields.iter().rev().find_map(|field| match &field.kind {
            Kind::One(Scalar::Number { most, whole: false }) => *most,
            Kind::One(_) | Kind::Many(_) | Kind::Map(_) | Kind::Text | Kind::Name => None,
        })
    }

    fn field(&mut self, value: &Value, property: &Value, trail: &Trail, kind: fn(Scalar) -> Kind) {
        let kind = match resolve(self.schema, value).1 {
            Some("Text") => Kind::Text,
            Some("Name") => Kind::Name,
            _ => kind(self.scalar(value)),
        };
        let refers = property.get("x-refers").and_then(Value::as_str).map(str::to_owned);
        let (path, labels) = (trail.path.clone(), trail.labels.clone());
        let (note, required) = (description(property), !trail.optional);
        self.fields.push(Field { path, labels, kind, note, required, refers });
    }

    fn scalar(&mut self, value: &Value) -> Scalar {
        let (schema, type_name) = resolve(self.schema, value);
        if let Some(choices) = self.closed(schema, type_name) {
            let name = choices.type_name.clone();
            if self.choices.iter().all(|c| c.type_name != name) {
                self.choices.push(choices);
            }
            return Scalar::Choice(name);
        }
        let names = match schema.get("type") {
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(name)) => vec![name.as_str()],
            _ => Vec::new(),
        };
        let is = |name: &str| names.contains(&name);
        let most = schema.get("maximum").and_then(Value::as_f64);
        if is("boolean") {
            Scalar::Flag
        } else if is("integer") || is("number") {
            Scalar::Number { whole: is("integer"), most }
        } else if schema.get("format").and_then(Value::as_str) == Some("date") {
            Scalar::Date
        } else if type_name == Some("TimeOfDay") {
            Scalar::Time
        } else {
            Scalar::Text
        }
    }

    /// The values of a closed list.
    fn closed(&self, schema: &Value, type_name: Option<&str>) -> Option<Choices> {
        let branches = schema.get("oneOf").and_then(Value::as_array)?;
        let values: Option<Vec<(String, String)>> = branches
            .iter()
            .map(|b| Some((b.get("const").and_then(Value::as_str)?.to_owned(), description(b))))
            .collect();
        Some(Choices { type_name: type_name?.to_owned(), values: values? })
    }
}

/// What a schema refers to, "null" left aside, with the name of its type.
pub fn resolve<'s>(root: &'s Value, schema: &'s Value) -> (&'s Value, Option<&'s str>) {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix("#/$defs/")) {
        let definition = root.pointer(&format!("/$defs/{name}")).unwrap_or(schema);
        return (definition, Some(name));
    }
    let is_null = |b: &&Value| b.get("type").and_then(Value::as_str) == Some("null");
    match schema.get("anyOf").and_then(Value::as_array) {
        Some(branches) if branches.iter().any(|b| is_null(&b)) => {
            branches.iter().find(|b| !is_null(b)).map_or((schema, None), |b| resolve(root, b))
        }
        _ => (schema, None),
    }
}

fn description(schema: &Value) -> String {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned()
}
