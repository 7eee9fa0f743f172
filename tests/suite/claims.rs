//! Words that claim something are tested in every kind of text and in each language: what a figure proves is said in
//! silence, what it does not prove is told where it stands.

use std::collections::BTreeSet;
use std::path::Path;

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{Request, inspect};
use serde_json::{Value, json};

use crate::support::survey::{Question, of_questions};
use crate::support::{edit, english, put, starter, studies};

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// What is claimed, with a sentence in Kazakh, Russian and English.
const CLAIMS: &[(&str, [&str; 3])] = &[
    ("majority", ["Тұрғындардың көпшілігі разы", "Большинство жителей довольны", "Most residents agree"]),
    (
        "minority",
        [
            "Тұрғындардың аз бөлігі разы",
            "Лишь небольшая часть жителей довольна",
            "A minority of residents agrees",
        ],
    ),
    ("third", ["Әрбір үшінші тұрғын разы", "Каждый третий житель доволен", "One in three residents agrees"]),
    (
        "highest",
        [
            "Бәрінен бұрын жол алаңдатады",
            "Больше всего беспокоят дороги",
            "Roads worry residents most of all",
        ],
    ),
    ("lowest", ["Бұл көрсеткіш ең төмен", "Этот показатель – самый низкий", "This is the lowest of them"]),
    (
        "more",
        ["Ерлерге қарағанда жиі айтады", "Говорят чаще, чем мужчины", "They say so more often than men"],
    ),
    (
        "less",
        ["Ерлерге қарағанда сирек айтады", "Говорят реже, чем мужчины", "They say so less often than men"],
    ),
    (
        "difference",
        [
            "Айырмашылық статистикалық маңызды",
            "Различие статистически значимо",
            "The difference is statistically significant",
        ],
    ),
    ("rose", ["Сенім өсті", "Доверие выросло", "Trust rose"]),
    ("fell", ["Сенім төмендеді", "Доверие снизилось", "Trust fell"]),
    ("same", ["Сенім өзгерген жоқ", "Доверие не изменилось", "Trust is unchanged"]),
];

/// Texts that rest on the finding `f-1`: file and pointer.
const GROUNDED: &[(&str, &str)] = &[
    ("recommendations.json", "/findings/0/statement"),
    ("recommendations.json", "/recommendations/0/action"),
    ("study.json", "/hypotheses/0/verdict/why"),
];

/// Texts that rest on nothing in the data.
const UNGROUNDED: &[(&str, &str)] =
    &[("study.json", "/photographs/0/caption"), ("study.json", "/photographs/0/alt")];

fn check(study: &Path, data_only: bool) -> Diagnostics {
    let request = Request { study: study.to_owned(), data_only, ..Request::default() };
    inspect(&request).map_or_else(|faults| faults, |found| found.findings)
}

fn in_languages(sentences: [&str; 3]) -> Value {
    LANGUAGES.iter().zip(sentences).map(|(code, text)| ((*code).to_owned(), json!(text))).collect()
}

/// A study whose first finding rests on the measure, with a recommendation, a verdict and a photograph that rest on it.
fn with_texts(study: &Path, measure: &Value) {
    let plain = in_languages(["Мәтін", "Текст", "Text"]);
    edit(study, "recommendations.json", |v| {
        v["findings"] = json!([{"id": "f-1", "statement": plain, "measure": measure, "evidence": ["f-1"]}]);
        v["findings"][0]["evidence"] = json!([]);
        v["recommendations"] = json!([{"id": "r-1", "action": plain, "body": "body-utilities",
            "term": plain, "priority": "high", "evidence": ["f-1"]}]);
    });
    edit(study, "study.json", |v| {
        v["languages"] = json!(LANGUAGES);
        let verdict =
            json!({"date": "2026-11-02", "outcome": "supported", "why": plain, "evidence": ["f-1"]});
        v["hypotheses"] = json!([{"text": plain, "verdict": verdict}]);
        v["photographs"] = json!([{"id": "photo-1", "date": "2026-11-12", "file": "pictures/1.jpg", "caption": plain, "alt": plain}]);
    });
    put(
        study,
        "pictures/1.jpg",
        std::fs::read(super::support::sample().join("pictures/presentation.jpg")).unwrap(),
    );
}

/// Where claims are told of: file and pointer of each.
fn told(study: &Path) -> BTreeSet<(String, String)> {
    let found = check(study, true);
    let places = found.iter().filter(|d| d.code == Code::ClaimUnproven).filter_map(|d| d.location.clone());
    places.map(|place| (place.file, place.pointer.unwrap_or_default())).collect()
}

/// Puts a sentence into every kind of text; what rests on the figure is told unless the figure proves it, what rests on
/// nothing always is.
fn holds(study: &Path, proven: &[&str]) {
    for (claim, sentences) in CLAIMS {
        let mut expected = BTreeSet::new();
        for (places, silent) in [(GROUNDED, proven.contains(claim)), (UNGROUNDED, false)] {
            for (file, pointer) in places {
                edit(study, file, |v| *v.pointer_mut(pointer).unwrap() = in_languages(*sentences));
                let own = LANGUAGES.iter().filter(|_| !silent);
                expected.extend(own.map(|code| ((*file).to_owned(), format!("{pointer}/{code}"))));
            }
        }
        assert_eq!(told(study), expected, "{claim}, where {proven:?} are proven");
    }
}

#[test]
fn texts_of_the_data_claim_what_their_share_proves() {
    // 58.3, 8.3 and 33.3 per cent of 1,200.
    for (option, proven) in [
        ("1", &["majority", "highest", "more", "difference"][..]),
        ("2", &["minority", "lowest", "less", "difference"]),
        ("3", &["minority", "third", "more", "less", "difference"]),
    ] {
        let study = of_questions(&[Question::single(&[700, 100, 400])]);
        with_texts(study.path(), &json!({"share": {"question": "q-1", "options": [option]}}));
        holds(study.path(), proven);
    }
}

#[test]
fn texts_of_the_data_claim_what_their_index_proves() {
    // Of the indices of this study one rose and the next fell since the earlier stage.
    for (place, direction) in [(0, "rose"), (1, "fell")] {
        let study = studies::moved();
        let index = crate::support::read_json(study.path(), "indices.json")["indices"][place]["id"].clone();
        with_texts(study.path(), &json!({"index": index}));
        for (claim, is_proven) in [
            ("rose", direction == "rose"),
            ("fell", direction == "fell"),
            ("same", false),
            ("majority", false),
        ] {
            let (_, sentences) = CLAIMS.iter().find(|(own, _)| *own == claim).unwrap();
            for (file, pointer) in GROUNDED {
                edit(study.path(), file, |v| *v.pointer_mut(pointer).unwrap() = in_languages(*sentences));
            }
            let expected = if is_proven { 0 } else { GROUNDED.len() * LANGUAGES.len() };
            assert_eq!(told(study.path()).len(), expected, "{claim} of {index}, which {direction}");
        }
    }
}

/// A condition that asks for the fact behind each claim; that nothing changed is shown by none.
const CONDITIONS: &[(&str, &str)] = &[
    ("majority", "facts.blocks[0].questions[0].ranking[0].majority"),
    ("minority", "facts.blocks[0].questions[0].ranking[0].high < 50"),
    ("third", "facts.blocks[0].questions[0].ranking[0].low < 33"),
    ("highest", "facts.blocks[0].questions[0].leader_is_clear"),
    ("lowest", "facts.indices[0].rank[0] == 9"),
    ("more", "facts.blocks[0].questions[0].leader_is_clear"),
    ("less", "facts.blocks[0].questions[0].leader_is_clear"),
    ("difference", "facts.blocks[0].questions[0].leader_is_clear"),
    ("rose", "facts.indices[0].reading.change.kind == \"rose\""),
    ("fell", "facts.indices[0].reading.change.kind == \"fell\""),
];

/// Every kind of line of a text of one's own, with the sentence in it: heading or message of a slide, paragraph, list,
/// quotation, caption of a chart.
fn lines(sentence: &str, number: usize) -> Vec<String> {
    vec![
        format!("## {sentence} {{id=sec-own-{number}}}"),
        String::new(),
        format!("{sentence}."),
        String::new(),
        format!("- {sentence};"),
        String::new(),
        format!("> {sentence}."),
        String::new(),
        format!(":::chart id=fig-own-{number} data=indices"),
        sentence.to_owned(),
        ":::".to_owned(),
        String::new(),
    ]
}

#[test]
fn own_texts_and_slides_claim_under_a_condition_only() {
    let study = starter();
    english::translate_all(study.path());
    edit(study.path(), "study.json", |v| {
        v["languages"] = json!(LANGUAGES);
        for deliverable in v["deliverables"].as_array_mut().unwrap() {
            if deliverable["id"] != "final" {
                deliverable["languages"] = json!(["kk", "ru"]);
            }
        }
    });
    let mut expected = BTreeSet::new();
    for (deliverable, languages) in [("final", &LANGUAGES[..]), ("slides", &LANGUAGES[..2])] {
        for (at, language) in languages.iter().enumerate() {
            let file = format!(
                "text/{deliverable}/{}.after.{language}.md",
                if deliverable == "final" { "risk" } else { "closing" }
            );
            let mut text: Vec<String> = Vec::new();
            for (number, (claim, sentences)) in CLAIMS.iter().enumerate() {
                for line in lines(sentences[at], number) {
                    text.push(line.clone());
                    if line.contains(sentences[at]) {
                        expected.insert((file.clone(), u32::try_from(text.len()).unwrap()));
                    }
                }
                if let Some((_, condition)) = CONDITIONS.iter().find(|(own, _)| own == claim) {
                    text.push(format!("{{% if {condition} %}}{}.{{% endif %}}", sentences[at]));
                }
            }
            put(study.path(), &file, text.join("\n"));
        }
    }
    let found = check(study.path(), false);
    let told = found.iter().filter(|d| d.code == Code::UnfoundedClaim).filter_map(|d| d.location.clone());
    let told: BTreeSet<(String, u32)> = told.map(|p| (p.file, p.line.unwrap_or_default())).collect();
    let lacking: Vec<_> = expected.difference(&told).take(5).collect();
    let more: Vec<_> = told.difference(&expected).take(5).collect();
    let others: Vec<String> =
        found.iter().filter(|d| d.code != Code::UnfoundedClaim).map(ToString::to_string).collect();
    assert!(
        lacking.is_empty() && more.is_empty(),
        "{lacking:?} {more:?} {:#?}",
        others.iter().take(5).collect::<Vec<_>>()
    );
}
