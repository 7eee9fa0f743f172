//! Files of results with very many records: split once, and the records read side by side.
//!
//! What is read so is what the file as a whole would be read to. Where anything is wrong with a record, or only may be,
//! nothing is read here, and the file goes the way of all others, which tells every fault with its place.

use std::fmt;

use rayon::prelude::*;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::explain;
use crate::diag::Diagnostic;
use crate::source::characters;
use crate::study::results::{Record, Records, Results};

/// Bytes from which a file is split.
const LONG: usize = 1 << 20;

/// The member of the file that holds the records.
const RECORDS: &str = "records";

/// The results in a text, and what its types do not see; nothing where it is short or not sound in each record.
pub fn read(path: &str, text: &str) -> Option<(Results, Vec<Diagnostic>)> {
    if text.len() < LONG {
        return None;
    }
    let Split { rest, records } = serde_json::from_str(text).ok()?;
    let records: Vec<Vec<Record>> = records.par_chunks(Records::CHUNK).map(chunk).collect::<Option<_>>()?;
    let mut results: Results = serde_json::from_str(&rest).ok()?;
    results.records = Records::of_chunks(records);
    Some((results, explain::beyond_types("results", path, &rest)))
}

fn chunk(records: &[&RawValue]) -> Option<Vec<Record>> {
    let mut chunk = Vec::with_capacity(records.len());
    for record in records {
        if !is_plain(record.get()) {
            return None;
        }
        chunk.push(serde_json::from_str(record.get()).ok()?);
    }
    Some(chunk)
}

/// Whether its strings stand in it as they are, and hold no character that no output can.
fn is_plain(json: &str) -> bool {
    let is_odd = |byte: &u8| *byte == b'\\' || *byte >= 0x7f;
    let odd = json.bytes().fold(false, |odd, byte| odd | is_odd(&byte));
    !odd || (!json.contains('\\') && characters::illegal("", "", json).is_none())
}

/// A file in two parts.
struct Split<'t> {
    /// The file without its records.
    rest: String,
    records: Vec<&'t RawValue>,
}

impl<'t> Deserialize<'t> for Split<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'t> Visitor<'t> for Members {
            type Value = Split<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Split<'t>, A::Error> {
                let mut records: Option<Vec<&RawValue>> = None;
                let mut rest = format!("{{\"{RECORDS}\":[]");
                let mut keys = vec![RECORDS];
                while let Some(key) = map.next_key::<&str>()? {
                    if key == RECORDS && records.is_none() {
                        records = Some(map.next_value()?);
                        continue;
                    }
                    if keys.contains(&key) {
                        return Err(A::Error::custom("a doubled key"));
                    }
                    keys.push(key);
                    let value: &RawValue = map.next_value()?;
                    rest.push_str(&format!(",\"{key}\":{}", value.get()));
                }
                rest.push('}');
                records.map(|records| Split { rest, records }).ok_or_else(|| A::Error::missing_field(RECORDS))
            }
        }

        deserializer.deserialize_map(Members)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{LONG, read};
    use crate::study::results::Results;

    /// A file with so many records that it is split; `odd` is a record in their midst.
    fn file(odd: &str) -> String {
        let record = |n: usize| {
            json!({"question": "q", "option": "нет", "by": {"sex": "m"}, "n": n, "n_option": 1, "n_weighted": 2.5, "deff": 1.25, "share": 0.125, "ci": [0.1, 0.2]}).to_string()
        };
        let mut records: Vec<String> = (0..LONG / 100).map(record).collect();
        records[LONG / 200] = odd.replace("RECORD", &record(7));
        let head = "\"stage\": \"final\", \"date\": \"2026-10-20\",\n \"collected\": {\"start\": \"2026-06-15\", \"end\": \"2026-09-12\"}";
        format!("{{{head}, \"records\": [{}], \"records_file\": null}}", records.join(",\n"))
    }

    #[test]
    fn a_split_file_is_read_as_the_whole_one() {
        let text = file("RECORD");
        let (split, faults) = read("results/final.json", &text).unwrap();
        assert_eq!(split, serde_json::from_str::<Results>(&text).unwrap());
        assert!(split.records.len() == LONG / 100 && faults.is_empty(), "{faults:?}");
    }

    #[test]
    fn what_may_be_wrong_is_left_to_the_way_of_all_files() {
        let record = |change: (&str, &str)| {
            let plain = file("RECORD");
            let begin = plain.find("{\"question\"").unwrap();
            let one = plain[begin..].split_once(",\n").unwrap().0;
            assert!(one.contains(change.0), "{one}");
            file(&one.replace(change.0, change.1))
        };
        let odd = [
            ("\"m\"", "\"\\u0001\""),
            ("нет", "\u{E000}"),
            ("нет", "\u{7f}"),
            ("\"sex\":\"m\"", "\"sex\":\"m\",\"sex\":\"f\""),
            ("0.125", "1e999"),
            ("\"deff\"", "\"def\""),
        ];
        for change in odd {
            assert!(read("", &record(change)).is_none(), "{change:?}");
        }
        let plain = file("RECORD");
        assert!(read("", &plain.replacen("\"stage\"", "\"date\": \"2026-10-20\", \"stage\"", 1)).is_none());
        assert!(read("", &plain[..plain.len() - 1]).is_none());
        assert!(read("", "{\"records\": []}").is_none(), "a short one");
    }
}
