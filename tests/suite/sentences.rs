//! The sentences of the deliverables: each is printed by some study, those of a study's own stand in the place of the
//! program's, and what is wrong with them is told where they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use esep::diag::Code;
use esep::pipeline::{BuildContext, Format, Request, Unit, inspect, words};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::english::translate_all;
use crate::support::office::docx_text;
use crate::support::spoken::{about_groups, by_territory, with_sides};
use crate::support::studies::{
    at_the_core, begun, calm, draft, moved, probability, public, under_way, unrated,
};
use crate::support::survey::{Question, of_a_group, of_questions, of_scales};
use crate::support::{
    build_one, copy_of_sample, edit, folder, present_nowhere, put, read_json, root, sample, starter,
};

/// Deliverables whose every sentence some study has to reach.
const SPOKEN: &[&str] =
    &["attendance", "final", "interim-1", "interim-2", "invitation", "minutes", "slides", "summary"];

/// Sentences that English files have for the day of an English report before results, or of the sample, which is not
/// translated: only the final report is made in English here.
const NOT_IN_ENGLISH: &[&str] = &[
    "annex-photographs.several",
    "front.abbreviated",
    "cases.listed",
    "experts.most.tied",
    "method.formulas-linearised",
    "method.population-figure",
    "method.population-note",
    "method.population-shown",
    "passport.margin",
    "passport.row.expected-precision",
    "passport.row.planned-fieldwork",
    "priorities.caption",
    "priorities.first",
    "priorities.note",
    "priorities.shown",
    "terms.none-met",
    "terms.proof.instruments",
    "terms.proof.presentation",
    "terms.proof.reports",
    "terms.proof.sociologist",
];

/// Sentences with their places, by the deliverable and language that they are of; shared ones by their file alone.
type Units = BTreeMap<String, BTreeSet<Unit>>;

/// Where a unit has to be reached: in its own deliverable, or, of what several share, in any.
fn place(job: &str, unit: &Unit) -> String {
    if unit.file.starts_with("reports/shared/") { unit.file.clone() } else { job.to_owned() }
}

/// The deliverables of a study that do not tell of results which it does not have yet.
fn possible(study: &Path) -> Vec<String> {
    let request = Request { study: study.to_owned(), data_only: true, ..Request::default() };
    let found = inspect(&request).unwrap_or_else(|faults| panic!("{faults:?}")).findings;
    let early = found.iter().filter(|d| d.code == Code::LeftOut);
    let early: Vec<String> = early.filter_map(|d| d.location.as_ref()?.pointer.clone()).collect();
    let owed = read_json(study, "study.json")["deliverables"].clone();
    let owed = owed.as_array().unwrap().iter().enumerate();
    let is_early = |at: usize| early.iter().any(|p| p.starts_with(&format!("/deliverables/{at}/")));
    owed.filter(|(at, _)| !is_early(*at)).map(|(_, d)| d["id"].as_str().unwrap().to_owned()).collect()
}

/// What can be printed and what a study prints, of every deliverable it owes.
fn account(study: &Path) -> (Units, Units) {
    let request = Request { study: study.to_owned(), deliverables: possible(study), ..Request::default() };
    let context = BuildContext::open(&request)
        .unwrap_or_else(|f| panic!("{:?}", f.iter().map(ToString::to_string).collect::<Vec<_>>()));
    let (mut all, mut said) = (Units::new(), Units::new());
    for job in context.jobs().iter().filter(|job| SPOKEN.contains(&job.deliverable.as_str())) {
        let found = context.account(job).unwrap_or_else(|f| panic!("{}: {f:#?}", job.name()));
        for (units, of) in [(found.units, &mut all), (found.said.into_iter().collect(), &mut said)] {
            for unit in units {
                of.entry(place(&job.name(), &unit)).or_default().insert(unit);
            }
        }
    }
    (all, said)
}

/// A copy of the sample without the grant, whose terms it would not meet.
fn without_grant() -> TempDir {
    let study = copy_of_sample();
    edit(study.path(), "study.json", |s| drop(s.as_object_mut().unwrap().remove("grant")));
    study
}

/// The study with its acute cases resolved, all of them or the first.
fn solved(study: TempDir, all: bool) -> TempDir {
    edit(study.path(), "cases.json", |file| {
        let cases = file["cases"].as_array_mut().unwrap().iter_mut();
        let mut acute = cases.filter(|case| case["severity"] == "high");
        if all {
            acute.for_each(|case| case["state"] = json!("resolved"));
        } else {
            acute.next().unwrap()["state"] = json!("resolved");
        }
    });
    study
}

/// Gives a study English texts and has its final report in English, too.
fn speak_english(study: &Path) {
    translate_all(study);
    edit(study, "study.json", |v| {
        v["languages"] = json!(["kk", "ru", "en"]);
        for deliverable in v["deliverables"].as_array_mut().unwrap() {
            if deliverable["id"] != "final" {
                deliverable["languages"] = json!(["kk", "ru"]);
            }
        }
    });
}

/// Studies that between them reach every sentence: the sample and the starter, and copies of the sample with what
/// they do not have.
fn studies() -> Vec<TempDir> {
    let silent = without_grant();
    edit(silent.path(), "events.json", |events| {
        for event in events["events"].as_array_mut().unwrap() {
            for key in ["starts", "ends", "audience", "agenda", "chair", "secretary", "participants"] {
                drop(event.as_object_mut().unwrap().remove(key));
            }
            for key in ["discussion", "decisions"] {
                if event.get(key).is_some() {
                    event[key] = json!([]);
                }
            }
        }
    });
    let nameless = without_grant();
    edit(nameless.path(), "events.json", |events| {
        for event in events["events"].as_array_mut().unwrap() {
            drop(event.as_object_mut().unwrap().remove("audience"));
            for question in event.get_mut("discussion").and_then(Value::as_array_mut).into_iter().flatten() {
                drop(question.as_object_mut().unwrap().remove("asked_by"));
            }
        }
    });
    edit(nameless.path(), "recommendations.json", |file| {
        for finding in file["findings"].as_array_mut().unwrap() {
            drop(finding.as_object_mut().unwrap().remove("measure"));
        }
    });
    few_and_mild(nameless.path());
    first_finding(silent.path(), &["f-evening"]);
    let before = without_words(without_grant(), "items", "sides");
    edit(before.path(), "codebook.json", |file| {
        let questions = file["questions"].as_array_mut().unwrap().iter_mut();
        questions.for_each(|q| drop(q.as_object_mut().unwrap().remove("sides")));
    });
    first_finding(before.path(), &["f-dialogue", "f-evening", "f-roads"]);
    edit(before.path(), "events.json", |events| events["events"] = json!([]));
    present_nowhere(before.path());
    let mut all = Vec::new();
    let [choices, others, sides, more_sides, batteries, differences, scales] = asked();
    let groups = [&choices, &others, &differences, &scales];
    all.extend(groups.map(|questions| of_questions(questions)));
    all.extend(groups.map(|questions| without_words(of_questions(questions), "groups", "among")));
    all.extend([false, true].map(|items| with_sides(of_questions(&batteries), items)));
    all.push(of_questions(&batteries));
    all.extend([&scales, &differences].map(|questions| with_sides(of_questions(questions), true)));
    all.push(without_words(with_sides(of_questions(&scales), true), "groups", "among"));
    let placed = by_territory(of_questions(&differences));
    all.extend([without_words(by_territory(of_questions(&differences)), "groups", "among"), placed]);
    all.push(of_scales(&sides, &[3.0, 3.0]));
    all.push(of_scales(&more_sides, &[20.0, 20.0]));
    all.push(of_scales(&[Question::scale(SIDES, &[&[780, 300, 120]])], &[3.0]));
    all.push(of_a_group(Question::single(&[780, 420])));
    let (probability, calm) = (solved(probability(), true), solved(calm(), false));
    let calm = without_words(calm, "groups", "among");
    let core = without_words(at_the_core(true), "items", "sides");
    other_experts(core.path());
    edit(core.path(), "events.json", |events| {
        for event in events["events"].as_array_mut().unwrap() {
            event
                .get_mut("decisions")
                .and_then(Value::as_array_mut)
                .into_iter()
                .for_each(|all| all.truncate(1));
        }
    });
    all.extend([probability, public(), begun(), under_way(), moved(), calm, draft(), unrated()]);
    all.extend([core, at_the_core(false), starter(), long_names(about_groups())]);
    all.iter().for_each(|study| speak_english(study.path()));
    all.extend([silent, nameless, before, after_the_talk()]);
    all
}

/// Takes from a study what it says of the groups of its breakdowns (`among`), or of the items of its questions (`sides`).
fn without_words(study: TempDir, lists: &str, words: &str) -> TempDir {
    edit(study.path(), "codebook.json", |file| {
        for list in ["breakdowns", "questions"] {
            let all = file[list].as_array_mut().unwrap().iter_mut();
            let coded = all.filter_map(|one| one.get_mut(lists)?.as_array_mut()).flatten();
            coded.for_each(|one| drop(one.as_object_mut().unwrap().remove(words)));
        }
    });
    study
}

/// Has all experts name a problem that the residents do not put first, and one focus group alone meet.
fn other_experts(study: &Path) {
    edit(study, "experts.json", |file| {
        for expert in file["experts"].as_array_mut().unwrap() {
            expert["answers"]["xq-problems"] = json!("school");
        }
    });
    edit(study, "focus-groups.json", |file| {
        file["groups"][1]["statements"].as_array_mut().unwrap().retain(|s| s["theme"] != "harmony");
    });
}

/// Gives the indices names that leave no room for themselves in a title.
fn long_names(study: TempDir) -> TempDir {
    edit(study.path(), "indices.json", |file| {
        for index in file["indices"].as_array_mut().unwrap() {
            index["direction"] = json!("other");
            let name = index["name"]["ru"].as_str().unwrap().to_owned();
            let long = |kk: &str| format!("{name}, {kk}");
            index["name"] = json!({"kk": long("қызметтің барлық бағыты бойынша есептелген"), "ru": long("рассчитанный по всем направлениям работы")});
        }
    });
    study
}

/// Puts some findings before the others.
fn first_finding(study: &Path, ids: &[&str]) {
    edit(study, "recommendations.json", |file| {
        let findings = file["findings"].as_array_mut().unwrap();
        let place = |f: &Value| ids.iter().position(|id| f["id"] == *id).unwrap_or(ids.len());
        findings.sort_by_key(place);
    });
}

/// Leaves six problem cases, none of them acute, and no evidence of the others.
fn few_and_mild(study: &Path) {
    let mut left = Vec::new();
    edit(study, "cases.json", |file| {
        let cases = file["cases"].as_array_mut().unwrap();
        cases.truncate(6);
        for case in cases {
            left.push(case["id"].as_str().unwrap().to_owned());
            case["severity"] = json!("medium");
        }
    });
    let is_left =
        |id: &Value| id.as_str().is_none_or(|id| !id.starts_with("case-") || left.contains(&id.to_owned()));
    edit(study, "recommendations.json", |file| {
        for list in ["findings", "recommendations"] {
            for told in file[list].as_array_mut().unwrap() {
                told["evidence"].as_array_mut().unwrap().retain(is_left);
            }
        }
    });
    edit(study, "study.json", |file| {
        for hypothesis in file["hypotheses"].as_array_mut().unwrap() {
            if let Some(evidence) = hypothesis.pointer_mut("/verdict/evidence").and_then(Value::as_array_mut)
            {
                evidence.retain(is_left);
            }
        }
    });
}

/// The sample with a deck made after the talk, and a design effect found by linearisation.
fn after_the_talk() -> TempDir {
    let study = copy_of_sample();
    present_nowhere(study.path());
    edit(study.path(), "study.json", |s| {
        for deliverable in s["deliverables"].as_array_mut().unwrap() {
            if deliverable["id"] == "slides" {
                deliverable["cutoff"] = json!("2026-11-20");
            }
        }
    });
    edit(study.path(), "results/final.json", |r| r["design_effect"] = json!("linearised"));
    study
}

/// Answers of a scale of two sides.
const SIDES: &[&str] = &["positive", "negative", "dont-know"];

/// Questions that are read in every way, in studies of at most eight: so many have their slides.
fn asked() -> [Vec<Question>; 7] {
    let scale = |counts: [u32; 3]| Question::scale(SIDES, &[&counts]);
    let battery = |items: &[&[u32]]| Question::scale(SIDES, items);
    [
        vec![
            Question::single(&[540, 360, 180, 120]).apart(90, 60),
            Question::single(&[540, 330, 318, 12]).apart(30, 50),
            Question::single(&[540, 168, 162, 156, 150, 24]),
            Question::single(&[480, 168, 162, 156, 150, 84]),
            Question::single(&[360, 354, 300, 186]),
            Question::single(&[246, 240, 234, 228, 222, 30]),
            Question::single(&[246, 240, 234, 228, 222, 30]),
            Question::single(&[450, 444, 186, 120]),
        ],
        vec![
            Question::single(&[780, 420]),
            Question::single(&[390, 210]).of_a_part(),
            Question::single(&[390, 84, 78, 48]).of_a_part(),
            Question::single(&[780, 162, 156, 102]),
            Question::multiple(&[780]),
            Question::multiple(&[540, 360, 180, 120]).apart(90, 60),
            Question::multiple(&[540, 360, 180, 120]).apart(60, 90),
            Question::multiple(&[540, 534, 180, 120]).apart(60, 60),
        ],
        vec![
            scale([780, 300, 120]),
            scale([390, 150, 60]).of_a_part(),
            scale([390, 150, 60]).of_a_part(),
            scale([780, 300, 120]),
            scale([300, 780, 120]).said(),
            scale([150, 390, 60]).of_a_part(),
            scale([150, 390, 60]).of_a_part(),
            scale([300, 780, 120]),
        ],
        vec![
            scale([540, 360, 300]).said(),
            scale([540, 360, 300]),
            scale([360, 540, 300]),
            scale([360, 540, 300]),
            scale([510, 504, 186]).said(),
            scale([12, 6, 6]).of_a_part(),
            Question::scale(&["positive", "", ""], &[&[780, 240, 180]]),
            Question::scale(&["negative", "", ""], &[&[420, 600, 180]]),
        ],
        vec![
            battery(&[
                &[780, 360, 60],
                &[540, 600, 60],
                &[360, 780, 60],
                &[354, 786, 60],
                &[348, 792, 60],
                &[342, 798, 60],
            ]),
            battery(&[&[240, 780, 180], &[180, 780, 240], &[120, 780, 300]]),
            battery(&[&[600, 480, 120], &[594, 480, 126], &[588, 480, 132], &[582, 486, 132]]),
            battery(&[&[780, 300, 120], &[774, 306, 120], &[240, 360, 600]]),
            battery(&[&[780, 300, 120], &[540, 540, 120], &[300, 840, 60]]),
            battery(&[&[780, 300, 120], &[540, 600, 60], &[300, 840, 60]]),
            Question::scale(&["", "", ""], &[&[600, 300, 300], &[300, 300, 600]]),
            battery(&[&[420, 420, 360][..]; 5]),
        ],
        vec![
            battery(&[&[780, 300, 120], &[546, 540, 114], &[540, 546, 114]]).apart(60, 90),
            battery(&[&[780, 300, 120], &[360, 780, 60], &[240, 900, 60]]).apart(90, 60).elsewhere(),
            scale([780, 300, 120]).apart(90, 60),
            Question::single(&[540, 300, 96, 84, 72, 60, 48]),
            Question::single(&[480, 300, 240, 180]).apart(90, 50).elsewhere(),
        ],
        vec![
            battery(&[&[780, 300, 120], &[546, 540, 114], &[540, 546, 114]]).apart(60, 90),
            battery(&[&[780, 300, 120], &[546, 540, 114], &[540, 546, 114]]).apart(60, 90),
            scale([780, 300, 120]).apart(90, 60),
            scale([780, 300, 120]).apart(90, 60),
            scale([780, 300, 120]).apart(90, 60),
        ],
    ]
}

#[test]
fn every_sentence_is_printed_by_some_study() {
    let studies = studies();
    let folders: Vec<PathBuf> =
        studies.iter().map(|s| s.path().to_owned()).chain(std::iter::once(sample())).collect();
    let next = AtomicUsize::new(0);
    let (mut all, mut said) = (Units::new(), Units::new());
    let work = || {
        let of = |i: usize| folders.get(i).map(|folder| account(folder));
        std::iter::from_fn(|| of(next.fetch_add(1, Ordering::Relaxed))).collect::<Vec<_>>()
    };
    std::thread::scope(|scope| {
        let workers = [scope.spawn(work), scope.spawn(work)];
        for (can, does) in workers.into_iter().flat_map(|worker| worker.join().unwrap()) {
            for (units, into) in [(can, &mut all), (does, &mut said)] {
                units.into_iter().for_each(|(name, units)| into.entry(name).or_default().extend(units));
            }
        }
    });
    assert_eq!(all.len(), 2 * SPOKEN.len() + 1 + 3, "{:?}", all.keys());
    let mut missed = Vec::new();
    for (name, units) in &all {
        let left = units.difference(&said[name]);
        let left = left.filter(|unit| {
            !(name.ends_with(".en") || name.ends_with("/en.md"))
                || !NOT_IN_ENGLISH.contains(&unit.sentence.as_str())
        });
        missed.extend(left.map(|unit| format!("{name}: {unit:?}")));
    }
    assert!(missed.is_empty(), "no study prints these:\n{}", missed.join("\n"));
}

#[test]
fn shared_sentences_are_said_by_some_structure() {
    let reports = root().join("templates/reports");
    let mut structure = String::new();
    for entry in fs::read_dir(&reports).unwrap() {
        let files = fs::read_dir(entry.unwrap().path()).unwrap().map(|e| e.unwrap().path());
        for file in files.filter(|f| f.extension().is_some_and(|e| e == "md")) {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            if !["kk", "ru", "en"].contains(&name.as_str()) {
                structure.push_str(&fs::read_to_string(file).unwrap());
            }
        }
    }
    let words: BTreeSet<&str> =
        structure.split(|c: char| !c.is_alphanumeric() && !"._-".contains(c)).collect();
    for language in ["kk", "ru", "en"] {
        let text = fs::read_to_string(reports.join(format!("shared/{language}.md"))).unwrap_or_default();
        for name in text.lines().filter_map(|line| line.strip_prefix("## ")) {
            let group = name.rsplit_once('.').map(|(group, _)| group).unwrap_or_default();
            let is_said = words.contains(name) || structure.contains(&format!("{group}["));
            assert!(is_said, "{language}: no structure says {name}");
        }
    }
}

#[test]
fn a_study_says_a_sentence_in_its_own_words() {
    let study = copy_of_sample();
    fs::create_dir(study.path().join("words")).unwrap();
    let own = "## summary.groups\nО группе сказано по ответам самой группы.\n";
    fs::write(study.path().join("words/summary.ru.md"), own).unwrap();
    let out = folder();
    build_one(study.path(), out.path(), "summary", "ru", Format::Docx).unwrap_or_else(|f| panic!("{f:#?}"));
    let text = docx_text(&fs::read(out.path().join("summary.ru.docx")).unwrap()).replace('\u{A0}', " ");
    assert!(text.contains("О группе сказано по ответам самой группы."));
    assert!(!text.contains("Доля в выводе о группе"));
    let request = Request { study: study.path().to_owned(), ..Request::default() };
    let entries = words(&request, "summary", "ru").unwrap_or_else(|f| panic!("{f:?}"));
    let changed: Vec<_> = entries.iter().filter(|entry| entry.is_changed).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].places, 1);
    let program = changed[0].replaced.as_ref().unwrap();
    assert!(program.wordings[0].text.starts_with("Доля в выводе о группе"));
    assert!(entries.iter().any(|e| e.sentence.name == "counted.residents" && e.data == ["facts.sample.n"]));
}

#[test]
fn a_new_shared_sentence_is_for_the_deliverable_that_says_it() {
    let (study, templates) = (starter(), folder());
    let structure = fs::read_to_string(root().join("templates/reports/summary/report.md")).unwrap();
    put(templates.path(), "reports/summary/report.md", format!("{structure}\n{{% say shared.new %}}\n"));
    put(templates.path(), "reports/shared/kk.md", "## shared.new\nЖаңа сөйлем.\n");
    put(templates.path(), "reports/shared/ru.md", "## shared.new\nНовое предложение.\n");
    let request = |deliverable: &str| Request {
        templates: Some(templates.path().to_owned()),
        ..crate::support::request(study.path(), deliverable, "ru")
    };
    let text = |deliverable: &str| crate::support::document(&request(deliverable)).text();
    assert!(text("summary").contains("Новое предложение."));
    assert!(!text("final").contains("Новое предложение."));
    fs::remove_file(templates.path().join("reports/summary/report.md")).unwrap();
    let context = BuildContext::open(&request("final")).unwrap();
    let faults = context.resolved(&context.jobs()[0]).map(|_| ()).unwrap_err();
    assert!(faults.iter().all(|d| d.code == Code::SentenceUnknown), "{faults:#?}");
}

#[test]
fn words_of_no_deliverable_and_personal_data_in_them_are_told() {
    let study = starter();
    let own = "## counted.experts\nСарапшы, тел. +7 701 123 45 67\n";
    put(study.path(), "words/shared.kk.md", own);
    put(study.path(), "words/sumary.ru.md", "## summary.groups\nО группе.\n");
    let found = BuildContext::open(&Request { study: study.path().to_owned(), ..Request::default() });
    let told: Vec<_> = found.map(|_| ()).unwrap_err().iter().map(ToString::to_string).collect();
    for place in ["words/shared.kk.md:2", "words/sumary.ru.md"] {
        assert!(told.iter().any(|t| t.contains(place)), "{place}: {told:#?}");
    }
}

#[test]
fn faults_of_own_words_have_their_lines() {
    let study = copy_of_sample();
    fs::create_dir(study.path().join("words")).unwrap();
    let own = "## summary.group\nО группе.\n\n## summary.rest\nОстальное – {{ study.titel }}.\n";
    fs::write(study.path().join("words/summary.ru.md"), own).unwrap();
    let out = folder();
    let faults = build_one(study.path(), out.path(), "summary", "ru", Format::Docx).map(|_| ()).unwrap_err();
    let told: Vec<_> = faults.iter().map(|d| (d.code, d.location.as_ref().unwrap().to_string())).collect();
    let place = |line: u32| format!("words/summary.ru.md:{line}");
    assert_eq!(told, [(Code::SentenceUnknown, place(1)), (Code::SentenceData, place(5))]);
    assert!(faults.iter().any(|d| d.to_string().contains("summary.groups")), "the nearest name is told");
    let own = "## summary.contacts\nАдреса – в отчёте [](#sec-gone):\n";
    fs::write(study.path().join("words/summary.ru.md"), own).unwrap();
    fs::write(
        study.path().join("words/summary.kk.md"),
        own.replace("Адреса – в отчёте", "Мекенжайлар – есепте"),
    )
    .unwrap();
    let faults = build_one(study.path(), out.path(), "summary", "ru", Format::Docx).map(|_| ()).unwrap_err();
    let told: Vec<_> = faults.iter().map(|d| (d.code, d.location.as_ref().unwrap().to_string())).collect();
    assert_eq!(told, [(Code::ReferenceUnknown, place(2))]);
}
