//! What every rule sees: the study, its records as distributions, its texts, what is due.

use std::collections::BTreeMap;
use std::hash::BuildHasher;

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashMap, HashTable};
use serde_json::Value;

use super::Scope;
use super::causes::Positions;
use super::patterns::Patterns;
use crate::diag::Location;
use crate::locale::Locale;
use crate::study::passport::Deliverable;
use crate::study::results::{GroupCodes, Question, QuestionKind, Record, Results};
use crate::study::{FILES, GivenId, Privacy, Study, given_ids};

pub struct Context<'a> {
    pub study: &'a Study,
    pub patterns: &'a Patterns,
    /// The languages whose words are known, by the names of their files.
    pub locales: &'a BTreeMap<String, Locale>,
    /// One for each file of results.
    pub tables: Vec<Tabulation<'a>>,
    /// The study's files as JSON, those without words left out: path and value.
    pub files: Vec<(&'static str, Value)>,
    /// The ids that evidence may name.
    pub ids: Vec<GivenId>,
    /// The deliverables that are asked for, with their positions in the passport.
    pub due: Vec<(usize, &'a Deliverable)>,
    /// What the study's folder has of the contract's files.
    pub inventory: Inventory,
    questions: HashMap<&'a str, &'a Question>,
}

/// What a study's folder has of the contract's files.
#[derive(Debug, Clone, Default)]
pub struct Inventory {
    /// Files that are not there.
    pub absent: Vec<&'static str>,
    /// Files that still hold the example of `esep new`, beside a codebook that does not.
    pub examples: Vec<&'static str>,
}

impl<'a> Context<'a> {
    pub fn new(
        study: &'a Study,
        (patterns, locales): (&'a Patterns, &'a BTreeMap<String, Locale>),
        scope: &Scope,
        (inventory, positions): (&Inventory, &'a Positions),
    ) -> Self {
        let asked = |d: &Deliverable| {
            scope.deliverables.is_empty() || scope.deliverables.iter().any(|id| id == d.id.as_str())
        };
        let files = study.documents();
        Self {
            study,
            patterns,
            locales,
            ids: given_ids(&files),
            tables: study.results.iter().map(|results| Tabulation::new(results, positions)).collect(),
            files,
            inventory: inventory.clone(),
            due: study.passport.deliverables.iter().enumerate().filter(|(_, d)| asked(d)).collect(),
            questions: study.codebook.questions.iter().map(|q| (q.id.as_str(), q)).collect(),
        }
    }

    pub fn question(&self, id: &str) -> Option<&'a Question> {
        self.questions.get(id).copied()
    }

    /// The records of all files.
    pub fn records(&self) -> impl Iterator<Item = &'a Record> {
        self.tables.iter().flat_map(|table| &table.results.records)
    }

    /// Whether some respondents belong to no group of a breakdown, as the codebook declares.
    pub fn leaves_out(&self, breakdown: &str) -> bool {
        self.study.codebook.breakdowns.iter().any(|b| b.id.as_str() == breakdown && b.not_stated)
    }

    /// Whether the shares of a question's answers add up to one.
    pub fn is_single(&self, question: &str) -> bool {
        self.question(question).is_some_and(|q| q.kind != QuestionKind::Multiple)
    }

    /// The latest results of a stage.
    pub fn stage(&self, stage: crate::study::results::Stage) -> Option<&Tabulation<'a>> {
        self.tables.iter().rfind(|t| t.results.stage == stage)
    }
}

/// The files whose texts are searched for personal data.
pub fn searched() -> Vec<&'static str> {
    FILES.iter().filter(|file| file.privacy == Privacy::Searched).map(|file| file.path).collect()
}

/// Breakdown ids with group codes, sorted by id; empty for the total.
pub type By<'a> = Vec<(&'a str, &'a str)>;

/// Question, item and group of a distribution.
pub type Key<'a> = (&'a str, Option<&'a str>, By<'a>);

/// The records of one file, as distributions.
pub struct Tabulation<'a> {
    pub results: &'a Results,
    /// Path of the file in which the records stand.
    pub path: String,
    pub distributions: Vec<Distribution<'a>>,
    index: Index,
    /// Where the records stand in the file, where some of it are left out.
    positions: Option<&'a [usize]>,
}

/// All answers to one question item in one group.
pub struct Distribution<'a> {
    pub question: &'a str,
    pub item: Option<&'a str>,
    pub by: By<'a>,
    /// Positions of the records in their file, ascending; never empty.
    pub rows: Vec<usize>,
}

impl Distribution<'_> {
    fn key(&self) -> (&str, Option<&str>, &By<'_>) {
        (self.question, self.item, &self.by)
    }

    fn is_of(&self, (question, item, by): &Key<'_>) -> bool {
        self.key() == (*question, *item, by)
    }

    /// Whether a record is of it.
    fn holds(&self, record: &Record) -> bool {
        self.question == record.question
            && self.item == record.item.as_deref()
            && self.by.len() == record.by.as_ref().map_or(0, GroupCodes::len)
            && record.by.iter().flatten().all(|pair| self.by.contains(&pair))
    }
}

/// Places of distributions by their keys, which stand in the distributions alone.
#[derive(Default)]
struct Index {
    places: HashTable<usize>,
    hasher: DefaultHashBuilder,
}

impl Index {
    /// The place of a key among the distributions.
    fn find(&self, all: &[Distribution<'_>], key: &Key<'_>) -> Option<usize> {
        self.places.find(self.hasher.hash_one(key), |at| all[*at].is_of(key)).copied()
    }

    /// The place of a key; where it has none, that behind the last is kept for it.
    fn enter(&mut self, all: &[Distribution<'_>], key: &Key<'_>) -> Option<usize> {
        let (hasher, hash) = (&self.hasher, self.hasher.hash_one(key));
        let again = |at: &usize| hasher.hash_one(all[*at].key());
        match self.places.entry(hash, |at| all[*at].is_of(key), again) {
            Entry::Occupied(found) => Some(*found.get()),
            Entry::Vacant(free) => {
                free.insert(all.len());
                None
            }
        }
    }
}

impl<'a> Tabulation<'a> {
    fn new(results: &'a Results, positions: &'a Positions) -> Self {
        let mut distributions: Vec<Distribution<'a>> = Vec::new();
        let mut index = Index::default();
        for (row, record) in results.records.iter().enumerate() {
            // Records of a distribution mostly stand together.
            if let Some(last) = distributions.last_mut()
                && last.holds(record)
            {
                last.rows.push(row);
                continue;
            }
            let key = key(record);
            match index.enter(&distributions, &key) {
                Some(at) => distributions[at].rows.push(row),
                None => {
                    let (question, item, by) = key;
                    distributions.push(Distribution { question, item, by, rows: vec![row] });
                }
            }
        }
        let path = results.records_path();
        let positions = positions.get(&path).map(Vec::as_slice);
        Self { results, path, distributions, index, positions }
    }

    pub fn record(&self, row: usize) -> &'a Record {
        &self.results.records[row]
    }

    /// The records of a distribution.
    pub fn records<'s>(
        &'s self,
        distribution: &'s Distribution<'a>,
    ) -> impl Iterator<Item = &'a Record> + 's {
        distribution.rows.iter().map(|row| self.record(*row))
    }

    /// The first record of a distribution.
    pub fn first(&self, distribution: &Distribution<'a>) -> &'a Record {
        self.record(distribution.rows[0])
    }

    pub fn find(&self, question: &str, item: Option<&str>, by: By<'_>) -> Option<&Distribution<'a>> {
        self.place_of(&(question, item, by)).map(|at| &self.distributions[at])
    }

    fn place_of(&self, key: &Key<'_>) -> Option<usize> {
        self.index.find(&self.distributions, key)
    }

    /// Each breakdown of each question item: the total and its groups, where both are there.
    pub fn breakdowns(&self) -> Vec<BrokenDown<'_, 'a>> {
        let mut found: HashMap<(usize, &str), usize> = HashMap::new();
        let mut list: Vec<BrokenDown<'_, 'a>> = Vec::new();
        // Groups of a breakdown mostly stand together.
        let mut last: Option<(_, usize)> = None;
        for distribution in &self.distributions {
            let [(breakdown, _)] = distribution.by.as_slice() else { continue };
            let own = (distribution.question, distribution.item, *breakdown);
            if let Some((before, at)) = last
                && before == own
            {
                list[at].groups.push(distribution);
                continue;
            }
            let total = self.place_of(&(distribution.question, distribution.item, By::new()));
            let Some(total) = total else { continue };
            let at = *found.entry((total, breakdown)).or_insert_with(|| {
                let total = &self.distributions[total];
                list.push(BrokenDown { breakdown, total, groups: Vec::new() });
                list.len() - 1
            });
            list[at].groups.push(distribution);
            last = Some((own, at));
        }
        list
    }

    /// Interviews tabulated: the largest base of the totals.
    pub fn interviews(&self) -> Option<u32> {
        self.largest_base(&[])
    }

    /// The largest base in a group.
    pub fn largest_base(&self, by: &[(&str, &str)]) -> Option<u32> {
        let of_group = self.distributions.iter().filter(|d| d.by == by);
        of_group.map(|d| self.first(d).n).max()
    }

    /// Pointer of a field of a record.
    pub fn pointer(&self, row: usize, field: &str) -> Location {
        Location {
            pointer: Some(format!("{}/{field}", self.place(row))),
            ..Location::file(self.path.clone())
        }
    }

    /// Pointer of a record.
    pub fn place(&self, row: usize) -> String {
        let position = self.positions.and_then(|positions| positions.get(row)).copied();
        format!("/records/{}", position.unwrap_or(row))
    }
}

/// A question item's total with the groups of one breakdown.
pub struct BrokenDown<'t, 'a> {
    pub breakdown: &'a str,
    pub total: &'t Distribution<'a>,
    pub groups: Vec<&'t Distribution<'a>>,
}

fn key(record: &Record) -> Key<'_> {
    let mut by = By::new();
    if let Some(groups) = &record.by {
        by.extend(groups);
        by.sort_unstable();
    }
    (&record.question, record.item.as_deref(), by)
}

/// How a distribution is called in a message: question, item, group.
pub fn called(distribution: &Distribution<'_>) -> String {
    let item = distribution.item.map(|item| format!("/{item}")).unwrap_or_default();
    let by: Vec<String> = distribution.by.iter().map(|(id, code)| format!("{id}={code}")).collect();
    let by = if by.is_empty() { String::new() } else { format!(" [{}]", by.join(", ")) };
    format!("{}{item}{by}", distribution.question)
}
