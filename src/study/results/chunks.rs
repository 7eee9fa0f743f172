//! Lists of very many records.

use std::fmt;
use std::mem;

use serde::de::{Deserializer, SeqAccess, Visitor};

use super::Record;

/// How many are read at a time.
const CHUNK: usize = 4096;

/// Reads records chunk by chunk and puts them together once their number is known: a list that grows takes up to three
/// times their memory.
pub fn in_chunks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Record>, D::Error> {
    struct Chunks;

    impl<'de> Visitor<'de> for Chunks {
        type Value = Vec<Record>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a sequence")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Record>, A::Error> {
            let (mut full, mut last) = (Vec::new(), Vec::new());
            while let Some(record) = list.next_element()? {
                if last.len() == CHUNK {
                    full.push(mem::replace(&mut last, Vec::with_capacity(CHUNK)));
                }
                last.push(record);
            }
            let mut all = Vec::with_capacity(full.len() * CHUNK + last.len());
            full.into_iter().for_each(|chunk| all.extend(chunk));
            all.append(&mut last);
            Ok(all)
        }
    }

    deserializer.deserialize_seq(Chunks)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::CHUNK;
    use crate::study::results::Results;

    #[test]
    fn records_keep_their_order_over_chunks() {
        for count in [0, 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            let record = |n| json!({"question": "q", "option": "1", "n": n, "n_option": 0, "n_weighted": 0.0, "deff": 1.0, "share": 0.0, "ci": [0.0, 0.0]});
            let records: Vec<_> = (0..count).map(record).collect();
            let file = json!({"stage": "final", "date": "2026-10-20", "collected": {"start": "2026-06-15", "end": "2026-09-12"}, "records": records});
            let read: Results = serde_json::from_value(file).unwrap();
            assert!(
                read.records.iter().map(|record| record.n).eq(0..u32::try_from(count).unwrap()),
                "{count}"
            );
            assert_eq!(read.records.len(), count);
        }
    }
}
