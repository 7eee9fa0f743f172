//! English texts for a study that has none.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

use super::edit;

/// Gives every text of a study's JSON files an English one.
pub fn translate_all(study: &Path) {
    let mut known = BTreeMap::new();
    for entry in fs::read_dir(study).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".json") {
            edit(study, &name, |v| translate(v, &mut known));
        }
    }
}

/// Gives every text an English one made of Latin letters and the figures of the Russian one, so that any
/// other letter comes from the program; equal texts have the same.
fn translate(value: &mut Value, known: &mut BTreeMap<String, usize>) {
    match value {
        Value::Object(object) if object.contains_key("kk") && object.contains_key("ru") => {
            let next = known.len() + 1;
            let number = *known.entry(format!("{}{}", object["kk"], object["ru"])).or_insert(next);
            let digits = object["ru"].to_string().replace(|c: char| !c.is_ascii_digit(), "");
            let text = Value::String(format!("Text {} {digits}", letters(number)).trim_end().to_owned());
            let english = match &object["ru"] {
                Value::Object(forms) => {
                    let forms = forms.keys().filter(|form| *form != "gender");
                    Value::Object(Map::from_iter(forms.map(|form| (form.clone(), text.clone()))))
                }
                _ => text,
            };
            object.insert("en".to_owned(), english);
        }
        Value::Object(object) => object.values_mut().for_each(|v| translate(v, known)),
        Value::Array(list) => list.iter_mut().for_each(|v| translate(v, known)),
        _ => {}
    }
}

fn letters(mut number: usize) -> String {
    let mut text = String::new();
    while number > 0 {
        text.push(char::from(b'a' + u8::try_from(number % 26).unwrap()));
        number /= 26;
    }
    text
}
