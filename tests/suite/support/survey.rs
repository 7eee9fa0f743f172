//! Studies of a made-up survey, by how many respondents gave each answer: every reading of a question.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::studies::{empty, owing, without};
use super::{edit, starter};

/// Respondents of the made-up survey: halves by sex, thirds by age.
const ASKED: u32 = 1200;

/// A question of the made-up survey: how many of its respondents gave each answer.
pub struct Question {
    kind: &'static str,
    /// How many were asked.
    n: u32,
    /// Roles of the answers; an empty one is none.
    roles: Vec<&'static str>,
    /// Each item (one, without a name, of a question without items) with the respondents of each answer.
    items: Vec<Vec<u32>>,
    /// How many more men than half, and how many more young than a third, gave the first answer.
    apart: (u32, u32),
    /// Whether age parts the next item, or the answers after the first two, instead.
    elsewhere: bool,
    /// Whether the codebook says what its sides are called.
    said: bool,
}

impl Question {
    fn new(kind: &'static str, roles: &[&'static str], items: &[&[u32]]) -> Self {
        let items = items.iter().map(|counts| counts.to_vec()).collect();
        Self { kind, n: ASKED, roles: roles.to_vec(), items, apart: (0, 0), elsewhere: false, said: false }
    }

    /// One answer of several without sides, by how many gave each.
    pub fn single(counts: &[u32]) -> Self {
        Self::new("single", &vec![""; counts.len()], &[counts])
    }

    /// Several answers of several, by how many chose each.
    pub fn multiple(counts: &[u32]) -> Self {
        let items: Vec<[u32; 1]> = counts.iter().map(|count| [*count]).collect();
        let items: Vec<&[u32]> = items.iter().map(<[u32; 1]>::as_slice).collect();
        Self::new("multiple", &["selected"], &items)
    }

    /// A scale, by the roles of its answers and, of each item, how many gave each.
    pub fn scale(roles: &[&'static str], items: &[&[u32]]) -> Self {
        Self::new("scale", roles, items)
    }

    /// Asked of a part of the respondents: as many as answered.
    pub fn of_a_part(mut self) -> Self {
        self.n = self.items[0].iter().sum();
        self
    }

    /// Groups apart by sex and by age.
    pub fn apart(mut self, sex: u32, age: u32) -> Self {
        self.apart = (sex, age);
        self
    }

    /// Age parts another item or answer than sex does.
    pub fn elsewhere(mut self) -> Self {
        self.elsewhere = true;
        self
    }

    /// A scale whose sides have words of their own.
    pub fn said(mut self) -> Self {
        self.said = true;
        self
    }

    /// What a group that has more of the first answer has of this one: what the first has more, the second has less,
    /// so that the answers add up.
    fn sign(&self, item: usize, answer: usize, moved: bool) -> i32 {
        let (item, answer) = match (moved, self.items.len()) {
            (false, _) => (Some(item), Some(answer)),
            (true, 1) => (Some(item), answer.checked_sub(2)),
            (true, _) => (item.checked_sub(1), Some(answer)),
        };
        match (item, answer, self.kind) {
            (Some(0), Some(0), _) => 1,
            (Some(1), Some(0), "multiple") | (Some(0), Some(1), _) => -1,
            _ => 0,
        }
    }

    fn has_names(&self) -> bool {
        self.kind == "multiple" || self.items.len() > 1
    }

    /// The entry of the codebook.
    fn entry(&self, number: usize) -> Value {
        let options = self.roles.iter().enumerate().map(|(i, role)| {
            let mut option =
                json!({"code": (i + 1).to_string(), "label": {"kk": kk_answer(i), "ru": ru_answer(i)}});
            if !role.is_empty() {
                option["role"] = json!(role);
            }
            option
        });
        let mut entry = json!({
            "id": format!("q-{number}"), "type": self.kind, "block": format!("b-{number}"),
            "text": {"kk": format!("{} туралы не айтасыз?", kk_topic(number)), "ru": format!("Что Вы скажете о теме «{}»?", ru_topic(number))},
            "options": options.collect::<Vec<_>>(),
        });
        if number.is_multiple_of(2) {
            entry["short"] = json!({"kk": kk_topic(number), "ru": ru_topic(number)});
        }
        if self.n < ASKED && number.is_multiple_of(2) {
            entry["base"] = json!({"kk": "Соңғы жылы барғандар", "ru": "Посещавшие за последний год"});
        }
        if self.said {
            entry["sides"] = json!({
                "positive": {"kk": "жағдай жақсарды дейді", "ru": "улучшение отмечают"},
                "negative": {"kk": "жағдай нашарлады дейді", "ru": "ухудшение отмечают"},
            });
        }
        if self.has_names() {
            let items = (0..self.items.len()).map(
                |i| json!({"code": format!("i{}", i + 1), "label": {"kk": kk_item(i), "ru": ru_item(i)}}),
            );
            entry["items"] = items.collect();
        }
        entry
    }

    /// Its records: of all, by sex and by age.
    fn records(&self, number: usize) -> Vec<Value> {
        let mut records = Vec::new();
        for (i, counts) in self.items.iter().enumerate() {
            for (o, &count) in counts.iter().enumerate() {
                let mut record = |by: Value, n: u32, n_option: u32| {
                    let (low, high) = wilson(n_option, n);
                    let share = f64::from(n_option) / f64::from(n);
                    let mut record = json!({
                        "question": format!("q-{number}"), "option": (o + 1).to_string(), "by": by, "n": n,
                        "n_option": n_option, "n_weighted": n, "deff": 1.0, "share": share, "ci": [low, high],
                    });
                    if self.has_names() {
                        record["item"] = json!(format!("i{}", i + 1));
                    }
                    records.push(record);
                };
                record(Value::Null, self.n, count);
                let moved =
                    |by: u32, elsewhere: bool| self.sign(i, o, elsewhere) * i32::try_from(by).unwrap();
                let (by_sex, by_age) = (moved(self.apart.0, false), moved(self.apart.1, self.elsewhere));
                let part = |share: u32, moved: i32| share.checked_add_signed(moved).unwrap();
                let (half, third) = (count / 2, count / 3);
                record(json!({"sex": "m"}), self.n / 2, part(half, by_sex));
                record(json!({"sex": "f"}), self.n - self.n / 2, part(count - half, -by_sex));
                record(json!({"age": "18-34"}), self.n / 3, part(third, by_age));
                record(json!({"age": "35-54"}), self.n / 3, third);
                record(json!({"age": "55+"}), self.n - 2 * (self.n / 3), part(count - 2 * third, -by_age));
            }
        }
        records
    }
}

/// Wilson's interval of a share on the 95 % level.
fn wilson(count: u32, n: u32) -> (f64, f64) {
    let (z, n, p) = (1.959_963_984_540_054_f64, f64::from(n), f64::from(count) / f64::from(n));
    let middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

fn kk_topic(number: usize) -> &'static str {
    ["Жолдар", "Жарық", "Көлік", "Мектеп", "Емхана", "Саябақ", "Нарық", "Аулалар"][number % 8]
}

fn ru_topic(number: usize) -> &'static str {
    ["Дороги", "Освещение", "Транспорт", "Школа", "Поликлиника", "Парк", "Рынок", "Дворы"][number % 8]
}

fn kk_answer(i: usize) -> &'static str {
    ["Жақсы", "Нашар", "Әртүрлі", "Кейде", "Сирек", "Ешқашан", "Басқаша"][i % 7]
}

fn ru_answer(i: usize) -> &'static str {
    ["Хорошо", "Плохо", "По-разному", "Иногда", "Редко", "Никогда", "Иначе"][i % 7]
}

/// A name that is too long for the heading of a slide beside the question's.
const LONG_KK: &str =
    "Ескі орталық пен оның айналасындағы, қала батысқа қарай кеңейгенге дейін салынған орамдар";
const LONG_RU: &str =
    "Старый центр и кварталы вокруг него, построенные до последнего расширения города на запад";

fn kk_item(i: usize) -> &'static str {
    [LONG_KK, "Батыс", "Шығыс", "Солтүстік", "Оңтүстік", "Өзен жағасы"][i % 6]
}

fn ru_item(i: usize) -> &'static str {
    [LONG_RU, "Запад", "Восток", "Север", "Юг", "Берег реки"][i % 6]
}

/// A study of nothing but a survey with these questions, one a block, that its second report knows already: no
/// findings, weights, indices, risk scores, grant, and no other source.
pub fn of_questions(questions: &[Question]) -> TempDir {
    let study = starter();
    let path = study.path();
    edit(path, "codebook.json", |book| {
        let blocks = (1..=questions.len())
            .map(|n| json!({"id": format!("b-{n}"), "title": {"kk": kk_topic(n), "ru": ru_topic(n)}}));
        book["blocks"] = blocks.collect();
        book["questions"] = questions.iter().enumerate().map(|(i, q)| q.entry(i + 1)).collect();
    });
    let records: Vec<Value> = questions.iter().enumerate().flat_map(|(i, q)| q.records(i + 1)).collect();
    fs::remove_file(path.join("results/final.csv")).unwrap();
    fs::remove_file(path.join("results/preliminary.json")).unwrap();
    edit(path, "results/final.json", |results| {
        results.as_object_mut().unwrap().remove("records_file");
        results["date"] = json!("2026-09-20");
        results["records"] = json!(records);
    });
    let lists = [
        ("indices.json", "indices"),
        ("risk.json", "scores"),
        ("risk.json", "components"),
        ("recommendations.json", "findings"),
        ("recommendations.json", "recommendations"),
        ("study.json", "hypotheses"),
        ("study.json", "contacts"),
        ("fieldwork.json", "days"),
        ("events.json", "events"),
        ("cases.json", "cases"),
        ("experts.json", "experts"),
        ("focus-groups.json", "groups"),
        ("coverage.json", "publications"),
        ("sample.json", "quotas"),
        ("territories.json", "territories"),
    ];
    for (file, list) in lists {
        empty(&study, file, list);
    }
    super::present_nowhere(study.path());
    for (file, key) in [
        ("risk.json", "formula"),
        ("study.json", "grant"),
        ("sample.json", "weighting"),
        ("sample.json", "outcomes"),
        ("sample.json", "population_size"),
    ] {
        without(&study, file, key);
    }
    owing(&study, &["interim-2", "final", "slides", "summary"]);
    study
}

/// The same with an index of the answers to its first question, by as many methods as there are half widths of their
/// intervals.
pub fn of_scales(questions: &[Question], halves: &[f64]) -> TempDir {
    let study = of_questions(questions);
    let [positive, negative] =
        [0, 1].map(|i| 100.0 * f64::from(questions[0].items[0][i]) / f64::from(questions[0].n));
    let methods = [("top-box", positive), ("net-balance", positive - negative)];
    let indices = methods.iter().zip(halves).map(|((method, value), half)| {
        json!({
            "id": format!("ix-{method}"), "direction": "other", "method": method,
            "name": {"kk": format!("{} индексі", kk_topic(1)), "ru": format!("Индекс «{}»", ru_topic(1))},
            "formula": {"kk": "Жауаптардың үлесі", "ru": "Доля ответов"},
            "components": [{"question": "q-1", "weight": 1.0}],
            "values": [{"stage": "final", "n": questions[0].n, "value": value, "ci": [value - half, value + half]}],
        })
    });
    edit(study.path(), "indices.json", |v| v["indices"] = indices.collect());
    study
}

/// A survey whose groups do not differ, with a finding about one of them.
pub fn of_a_group(question: Question) -> TempDir {
    let study = of_questions(&[question]);
    edit(study.path(), "recommendations.json", |v| {
        v["findings"] = json!([{
            "id": "f-men", "statement": {"kk": "Ерлердің пікірі", "ru": "Мнение мужчин"},
            "measure": {"share": {"question": "q-1", "options": ["1"], "by": {"sex": "m"}}}, "evidence": ["q-1"],
        }]);
    });
    study
}
