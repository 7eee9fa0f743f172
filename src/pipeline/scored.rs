//! New figures in `indices.json` and `risk.json`: the lists of values are replaced in the text, all that people wrote
//! around them stays as it is.

use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::study::json_line;
use crate::study::results::{IndexValue, RiskScore, Stage};

/// The text of `indices.json` with the values of a stage in the place of its earlier ones; an index for which there are
/// none keeps its own. Nothing where the text is not as it was read.
pub fn indices(text: &str, stage: Stage, values: &[Vec<IndexValue>]) -> Option<String> {
    let lists: Vec<&RawValue> = serde_json::from_str(member(text, "indices")?.get()).ok()?;
    let mut text_out = text.to_owned();
    // From the end, so that earlier places stay where they are.
    for (index, values) in lists.iter().zip(values).rev().filter(|(_, values)| !values.is_empty()) {
        let raw = member(index.get(), "values")?;
        let earlier: Vec<IndexValue> = serde_json::from_str(raw.get()).ok()?;
        let others = earlier.into_iter().filter(|v| v.stage != stage);
        let mut all: Vec<IndexValue> = others.chain(values.iter().cloned()).collect();
        all.sort_by_key(|value| value.stage);
        text_out = replaced(text, &text_out, raw, &all)?;
    }
    Some(text_out)
}

/// The same of the scores of `risk.json`.
pub fn risk(text: &str, stage: Stage, scores: &[RiskScore]) -> Option<String> {
    if scores.is_empty() {
        return Some(text.to_owned());
    }
    let raw = member(text, "scores")?;
    let earlier: Vec<RiskScore> = serde_json::from_str(raw.get()).ok()?;
    let mut all: Vec<RiskScore> =
        earlier.into_iter().filter(|s| s.stage != stage).chain(scores.iter().cloned()).collect();
    all.sort_by_key(|score| score.stage);
    replaced(text, text, raw, &all)
}

/// A member of a JSON object, as it stands in the text.
fn member<'t>(text: &'t str, name: &str) -> Option<&'t RawValue> {
    let members: std::collections::HashMap<String, &RawValue> = serde_json::from_str(text).ok()?;
    members.get(name).copied()
}

/// `so_far`, which is `text` up to the value's end, with the list in the value's place, an entry a line.
fn replaced<T: Serialize>(text: &str, so_far: &str, raw: &RawValue, list: &[T]) -> Option<String> {
    let begin = raw.get().as_ptr().addr() - text.as_ptr().addr();
    let end = begin + raw.get().len();
    let line = text[..begin].rfind('\n').map_or(0, |at| at + 1);
    let indent: String = text[line..begin].chars().take_while(|c| *c == ' ' || *c == '\t').collect();
    let entries: Option<Vec<String>> =
        list.iter().map(|entry| entry_line(entry).map(|line| format!("{indent}  {line}"))).collect();
    let written = format!("[\n{}\n{indent}]", entries?.join(",\n"));
    Some(format!("{}{written}{}", &so_far[..begin], &so_far[end..]))
}

/// An entry as JSON on one line, with a space after commas and colons, without the fields that hold nothing.
pub fn entry_line(entry: &impl Serialize) -> Option<String> {
    let mut value = serde_json::to_value(entry).ok()?;
    if let Value::Object(fields) = &mut value {
        fields.retain(|_, field| !field.is_null());
    }
    json_line(&value).ok()
}

#[cfg(test)]
mod tests {
    use super::risk;
    use crate::study::results::{RiskScore, Stage};

    #[test]
    fn only_the_scores_of_the_stage_are_replaced() {
        let text = concat!(
            "{\n  \"formula\": {\"ru\": \"как есть:  так\"},\n  \"scores\": [\n",
            "    {\"stage\": \"preliminary\", \"n\": 1, \"score\": 1.0, \"ci\": [0.0, 2.0]}\n  ]\n}\n"
        );
        let score = RiskScore {
            stage: Stage::Final,
            territory: None,
            n: 2,
            score: 3.5,
            ci: (3.0, 4.0),
            components: indexmap::IndexMap::new(),
        };
        let written = risk(text, Stage::Final, &[score]).unwrap_or_default();
        let kept = "    {\"stage\": \"preliminary\", \"n\": 1, \"score\": 1.0, \"ci\": [0.0, 2.0], \"components\": {}},\n";
        assert!(written.starts_with("{\n  \"formula\": {\"ru\": \"как есть:  так\"},\n"), "{written}");
        assert!(written.contains(kept), "{written}");
        assert!(written.ends_with("\"ci\": [3.0, 4.0], \"components\": {}}\n  ]\n}\n"), "{written}");
    }
}
