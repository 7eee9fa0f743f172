//! The records of results, found by question, item and group.

use hashbrown::HashMap;

use crate::study::results::{AnswerRole, Question, Record};

/// Question, item, and the group of one breakdown; no group is the whole sample.
type Key<'a> = (&'a str, Option<&'a str>, Option<(&'a str, &'a str)>);

/// Records by question, item and group; those of several breakdowns at once are left out.
pub type Index<'a> = HashMap<Key<'a>, Vec<&'a Record>>;

/// Makes the index.
pub fn indexed<'a>(records: impl Iterator<Item = &'a Record>) -> Index<'a> {
    let mut index: Index<'_> = HashMap::new();
    for record in records {
        let by = match &record.by {
            None => None,
            Some(by) => match by.only() {
                Some(group) => Some(group),
                None => continue,
            },
        };
        let key = (record.question.as_str(), record.item.as_deref(), by);
        index.entry(key).or_default().push(record);
    }
    index
}

/// Sum of the shares (0–1) of the answers with a role, and how many respondents gave them.
pub fn sum(q: &Question, records: &[&Record], role: AnswerRole) -> (f64, u32) {
    let of_role = q.options.iter().filter(|o| o.role == Some(role));
    let cells = of_role.filter_map(|o| records.iter().find(|r| r.option == o.code));
    cells.fold((0.0, 0), |(share, count), r| (share + r.share, count + r.n_option))
}

/// The largest base of some records and the design effect beside it.
pub fn base(records: &[&Record]) -> Option<(u32, f64)> {
    records.iter().map(|r| (r.n, r.deff)).max_by_key(|(n, _)| *n)
}
