//! The validator's findings in our own sentences, with what was meant.

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

use crate::diag::{Code, Diagnostic, Location, Message, say};
use crate::source::pointer_token;
use crate::study::nearest;

/// Where a value stands that was validated.
pub struct Context<'a> {
    pub schema: &'a Value,
    /// Name of the schema, as `esep schema` lists it.
    pub name: &'a str,
    /// Pointer of the validated value in its file.
    pub base: &'a str,
    pub path: &'a str,
}

impl Context<'_> {
    /// The diagnostics of one finding of the validator.
    #[allow(clippy::wildcard_enum_match_arm, reason = "most keywords have a sentence and no more")]
    pub fn diagnostics(&self, error: &ValidationError<'_>) -> Vec<Diagnostic> {
        let pointer = format!("{}{}", self.base, error.instance_path().as_str());
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let known = self.known_properties(error);
                unexpected.iter().map(|field| self.unknown_field(&pointer, field, &known)).collect()
            }
            ValidationErrorKind::Required { property } => {
                let field = property.as_str().unwrap_or_default();
                let message = say!("field-missing", field = field);
                vec![
                    self.at(Code::MissingField, message, pointer)
                        .hint(say!("hint-field-missing", name = self.name)),
                ]
            }
            ValidationErrorKind::AnyOf { context } => self.nearest_branch(context, error, pointer),
            ValidationErrorKind::OneOfNotValid { context } => {
                let options = self.constants(error);
                if options.is_empty() {
                    return self.nearest_branch(context, error, pointer);
                }
                vec![self.not_in_list(error, &options, pointer)]
            }
            ValidationErrorKind::Enum { options } => {
                let options = options.as_array().map(|o| o.iter().filter_map(string).collect::<Vec<_>>());
                vec![self.not_in_list(error, &options.unwrap_or_default(), pointer)]
            }
            kind => {
                let (message, mut hint) = sentence(kind, &found(error));
                let of_text = ["/$defs/Text/", "/$defs/Name/"];
                if of_text.iter().any(|at| error.schema_path().as_str().starts_with(at)) && hint.is_none() {
                    hint = Some(say!("hint-text-form"));
                }
                let fault = self.at(Code::WrongValue, message, pointer);
                vec![match hint {
                    Some(hint) => fault.hint(hint),
                    None => fault.hint(say!("hint-schema", name = self.name)),
                }]
            }
        }
    }

    fn at(&self, code: Code, message: Message, pointer: String) -> Diagnostic {
        Diagnostic::new(code, message).at(Location::pointer(self.path, pointer))
    }

    /// Of several schemas the one that the value was meant for: the one with the fewest faults of the value
    /// itself, where it is not of a wholly different type.
    fn nearest_branch(
        &self,
        branches: &[Vec<ValidationError<'static>>],
        error: &ValidationError<'_>,
        pointer: String,
    ) -> Vec<Diagnostic> {
        let own = error.instance_path().as_str();
        let wrong_shape = |branch: &&Vec<ValidationError<'static>>| {
            branch.iter().any(|e| {
                let whole = matches!(
                    e.kind(),
                    ValidationErrorKind::Type { .. } | ValidationErrorKind::Constant { .. }
                );
                whole && e.instance_path().as_str() == own
            })
        };
        let own_faults = |branch: &&Vec<ValidationError<'static>>| {
            branch.iter().filter(|e| e.instance_path().as_str() == own).count()
        };
        match branches.iter().filter(|b| !wrong_shape(b)).min_by_key(own_faults) {
            Some(branch) => branch.iter().flat_map(|inner| self.diagnostics(inner)).collect(),
            None => {
                let message = say!("wrong-shape", found = found(error));
                vec![self.at(Code::WrongValue, message, pointer).hint(say!("hint-schema", name = self.name))]
            }
        }
    }

    fn not_in_list(&self, error: &ValidationError<'_>, options: &[String], pointer: String) -> Diagnostic {
        let message = say!("not-in-list", found = found(error), options = options.join(", "));
        let fault = self.at(Code::WrongValue, message, pointer);
        match error.instance().as_str().and_then(|given| nearest(given, options)) {
            Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
            None => fault.hint(say!("hint-not-in-list")),
        }
    }

    /// The values of a `oneOf` whose branches are constants: a closed list with descriptions.
    fn constants(&self, error: &ValidationError<'_>) -> Vec<String> {
        let branches = self.schema.pointer(error.schema_path().as_str()).and_then(Value::as_array);
        branches
            .into_iter()
            .flatten()
            .flat_map(|branch| {
                let listed = branch.get("enum").and_then(Value::as_array).into_iter().flatten();
                branch.get("const").into_iter().chain(listed).filter_map(string).collect::<Vec<_>>()
            })
            .collect()
    }

    /// Property names beside the `additionalProperties` keyword that refused a field.
    fn known_properties(&self, error: &ValidationError<'_>) -> Vec<String> {
        let path = error.schema_path().as_str();
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        self.schema
            .pointer(&format!("{parent}/properties"))
            .and_then(Value::as_object)
            .map(|o| o.keys().cloned().collect())
            .unwrap_or_default()
    }

    fn unknown_field(&self, pointer: &str, field: &str, known: &[String]) -> Diagnostic {
        let pointer = format!("{pointer}/{}", pointer_token(field));
        let fault = self.at(Code::UnknownField, say!("field-unknown", field = field), pointer);
        match nearest(field, known) {
            Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
            None => fault.hint(say!("hint-known-fields", fields = known.join(", "))),
        }
    }
}

/// The sentence for a keyword, and the next step where it is a special one.
#[allow(clippy::wildcard_enum_match_arm, reason = "keywords without a sentence of their own share one")]
fn sentence(kind: &ValidationErrorKind, found: &str) -> (Message, Option<Message>) {
    use ValidationErrorKind as K;
    match kind {
        K::Type { kind } => (say!("wrong-type", expected = expected(kind), found = found), None),
        K::Format { format } if format == "date" => {
            (say!("not-a-date", found = found), Some(say!("hint-date")))
        }
        K::Pattern { pattern } if pattern == "\\S" => (say!("text-empty"), Some(say!("hint-text-empty"))),
        K::Pattern { pattern } if pattern.starts_with("^http") => {
            (say!("not-an-address", found = found), Some(say!("hint-not-an-address")))
        }
        K::Pattern { pattern } => {
            (say!("wrong-form", pattern = pattern, found = found), Some(say!("hint-wrong-form")))
        }
        K::PropertyNames { error } => {
            (say!("wrong-key", found = self::found(error)), Some(say!("hint-wrong-key")))
        }
        K::Minimum { limit } | K::ExclusiveMinimum { limit } => {
            (say!("too-small", limit = limit, found = found), None)
        }
        K::Maximum { limit } | K::ExclusiveMaximum { limit } => {
            (say!("too-large", limit = limit, found = found), None)
        }
        K::MinLength { .. } => (say!("text-empty"), Some(say!("hint-text-empty"))),
        K::MinItems { limit } => {
            (say!("list-too-short"; limit = usize::try_from(*limit).unwrap_or(usize::MAX)), None)
        }
        K::MaxItems { limit } => {
            (say!("list-too-long"; limit = usize::try_from(*limit).unwrap_or(usize::MAX)), None)
        }
        K::MinProperties { .. } => (say!("object-empty"), Some(say!("hint-text-empty"))),
        other => (say!("wrong-value", keyword = other.keyword(), found = found), None),
    }
}

/// The types that a value may have, "null" left out: absent is said by leaving the field out.
fn expected(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Single(one) => one.to_string(),
        TypeKind::Multiple(set) => {
            let names: Vec<String> = set.iter().map(|t| t.to_string()).filter(|t| t != "null").collect();
            names.join(" / ")
        }
    }
}

fn string(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// The refused value as it stands in the file, shortened.
fn found(error: &ValidationError<'_>) -> String {
    let text = match error.instance().as_ref() {
        Value::Object(_) => "{…}".to_owned(),
        Value::Array(_) => "[…]".to_owned(),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => other.to_string(),
    };
    if text.chars().count() <= 60 {
        return text;
    }
    text.chars().take(57).chain("…".chars()).collect()
}
