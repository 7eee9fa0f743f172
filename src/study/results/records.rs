//! Lists of very many records.

use std::fmt;
use std::ops::{Index, IndexMut};
use std::slice;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::Record;

/// Records in their order, some thousands together: a list in one piece that grows takes up to three times their
/// memory, and most of the time of reading them goes into clearing it.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// Full but for the last.
    chunks: Vec<Vec<Record>>,
}

impl Records {
    /// How many records lie together.
    pub const CHUNK: usize = 4096;

    /// Of chunks, each of [`Self::CHUNK`] records but for the last, which has one at the least.
    pub(in crate::study) fn of_chunks(chunks: Vec<Vec<Record>>) -> Self {
        Self { chunks }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.chunks.last().map_or(0, |last| (self.chunks.len() - 1) * Self::CHUNK + last.len())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// The record at a place from 0.
    pub fn get(&self, at: usize) -> Option<&Record> {
        self.chunks.get(at / Self::CHUNK)?.get(at % Self::CHUNK)
    }

    /// The records in their order.
    pub fn iter(&self) -> Iter<'_> {
        self.chunks.iter().flatten()
    }

    /// Keeps those at some places.
    pub fn retain(&mut self, mut is_kept: impl FnMut(usize) -> bool) {
        let all = std::mem::take(&mut self.chunks).into_iter().flatten().enumerate();
        *self = all.filter(|(at, _)| is_kept(*at)).map(|(_, record)| record).collect();
    }

    fn push(&mut self, record: Record) {
        match self.chunks.last_mut() {
            Some(last) if last.len() < Self::CHUNK => last.push(record),
            // The first is of the size that it needs: most studies have few records.
            None => self.chunks.push(vec![record]),
            Some(_) => {
                let mut next = Vec::with_capacity(Self::CHUNK);
                next.push(record);
                self.chunks.push(next);
            }
        }
    }
}

/// Over records in their order.
pub type Iter<'r> = std::iter::Flatten<slice::Iter<'r, Vec<Record>>>;

impl<'r> IntoIterator for &'r Records {
    type Item = &'r Record;
    type IntoIter = Iter<'r>;

    fn into_iter(self) -> Iter<'r> {
        self.iter()
    }
}

impl FromIterator<Record> for Records {
    fn from_iter<I: IntoIterator<Item = Record>>(records: I) -> Self {
        let mut list = Self::default();
        records.into_iter().for_each(|record| list.push(record));
        list
    }
}

impl Index<usize> for Records {
    type Output = Record;

    fn index(&self, at: usize) -> &Record {
        &self.chunks[at / Self::CHUNK][at % Self::CHUNK]
    }
}

impl IndexMut<usize> for Records {
    fn index_mut(&mut self, at: usize) -> &mut Record {
        &mut self.chunks[at / Self::CHUNK][at % Self::CHUNK]
    }
}

impl PartialEq for Records {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other)
    }
}

impl Serialize for Records {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl<'de> Deserialize<'de> for Records {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;

        impl<'de> Visitor<'de> for List {
            type Value = Records;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sequence")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Records, A::Error> {
                let mut records = Records::default();
                while let Some(record) = list.next_element()? {
                    records.push(record);
                }
                Ok(records)
            }
        }

        deserializer.deserialize_seq(List)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Records;

    const CHUNK: usize = Records::CHUNK;

    fn records(count: usize) -> Records {
        let record = |n| json!({"question": "q", "option": "1", "n": n, "n_option": 0, "n_weighted": 0.0, "deff": 1.0, "share": 0.0, "ci": [0.0, 0.0]});
        serde_json::from_value((0..count).map(record).collect()).unwrap()
    }

    #[test]
    fn records_keep_their_order_over_chunks() {
        for count in [0, 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            let read = records(count);
            assert_eq!((read.len(), read.is_empty()), (count, count == 0));
            assert!(read.iter().map(|record| record.n).eq(0..u32::try_from(count).unwrap()), "{count}");
            assert!((0..count).all(|at| read[at].n as usize == at && read.get(at).is_some()), "{count}");
            assert!(read.get(count).is_none());
            assert_eq!(serde_json::from_str::<Records>(&json!(read).to_string()).unwrap(), read);
        }
    }

    #[test]
    fn what_is_left_out_leaves_no_gap() {
        let mut read = records(CHUNK + 3);
        read.retain(|at| at % 2 == 1);
        assert_eq!(read.len(), CHUNK / 2 + 1);
        assert_eq!((read[0].n, read[CHUNK / 2].n as usize), (1, CHUNK + 1));
        read[0].n = 7;
        assert_eq!(read.iter().next().map(|record| record.n), Some(7));
    }
}
