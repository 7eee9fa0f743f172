//! What was asked and answered: passport, toplines, codebook.

use super::build::Build;
use crate::diag::Diagnostic;
use crate::document::book::{Line, Sheet, SheetCell};
use crate::facts::{BlockFacts, Item, QuestionFacts, Status};
use crate::quantity::Percent;
use crate::study::passport::Edition;

/// Who studied what for whom, and how.
pub fn passport(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("passport")?;
    let (study, facts) = (build.sources.study, build.sources.facts);
    let (passport, sample) = (&study.passport, &study.sample);
    let of = |field: &str| format!("facts.sample.{field}");
    let points = |field: &str, value: Percent| build.number(of(field), value.0, 1);
    let edition = match facts.edition {
        Edition::Customer => "customer_edition",
        Edition::Public => "public_edition",
    };
    let edition = SheetCell::text(build.voice.words.get("passport", edition)?);
    let contract = passport.contract.as_ref();
    let facts_sample = &facts.sample;
    let rows: Vec<(&str, Option<SheetCell>)> = vec![
        ("study", Some(build.said(&passport.title))),
        ("note", passport.data_source.as_ref().map(|text| build.said(text))),
        ("customer", Some(build.named(&passport.customer.name))),
        ("grantee", Some(build.named(&passport.grantee.name))),
        ("grant", passport.grant.as_ref().map(|grant| build.said(&grant.priority))),
        ("contract", contract.map(|own| SheetCell::text(&own.number))),
        ("place", Some(build.named(&passport.place))),
        ("cutoff", Some(SheetCell::Date(facts.cutoff))),
        ("edition", Some(edition)),
        ("stage", facts.stage.map(|stage| build.of_list("stage", &stage)).transpose()?),
        ("collected_from", facts.collected.map(|(first, _)| SheetCell::Date(first))),
        ("collected_to", facts.collected.map(|(_, last)| SheetCell::Date(last))),
        ("population", Some(build.said(&sample.population))),
        ("sample", Some(build.of_list("sample-kind", &sample.kind)?)),
        ("procedure", Some(build.said(&sample.procedure))),
        ("mode", Some(build.said(&sample.mode))),
        ("weighting", sample.weighting.as_ref().map(|text| build.said(text))),
        ("n", facts_sample.n.map(|n| build.people(of("n"), n))),
        ("deff", facts_sample.deff.map(|deff| build.number(of("deff"), deff, 2))),
        ("margin", facts_sample.margin.map(|value| points("margin", value))),
        ("response_rate", facts_sample.response_rate.map(|value| points("response_rate", value))),
        (
            "participation_rate",
            facts_sample.participation_rate.map(|value| points("participation_rate", value)),
        ),
        ("source", Some(build.said(&passport.survey_source))),
    ];
    for (key, cell) in rows {
        if let Some(cell) = cell {
            let label = SheetCell::text(build.voice.words.get("passport", key)?);
            sheet.lines.push(Line::Row(vec![label, cell]));
        }
    }
    sheet.widest = 90;
    Ok(sheet)
}

/// Every question with its block.
fn questions<'b>(build: &'b Build<'_>) -> impl Iterator<Item = (&'b BlockFacts, &'b QuestionFacts)> {
    build
        .sources
        .facts
        .blocks
        .iter()
        .flat_map(|block| block.questions.iter().map(move |question| (block, question)))
}

/// The cell of an item's label; empty where the item is the question itself.
fn item_label(build: &Build<'_>, item: &Item) -> SheetCell {
    item.code.as_ref().map_or(SheetCell::Empty, |_| build.said(&item.label))
}

/// All answers, and the sums of scales.
pub fn toplines(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("toplines")?;
    if build.sources.facts.blocks.is_empty() {
        return Ok(sheet);
    }
    sheet.notes.push(build.voice.words.get("notes", "estimates")?.to_owned());
    sheet.lines.push(
        build.head(&["question", "item", "answer", "percent", "low", "high", "n_answer", "n", "deff"])?,
    );
    for (_, question) in questions(build) {
        for (place, item) in question.items.iter().enumerate() {
            let of = match &item.code {
                Some(code) => format!("questions.{}.items.{code}", question.id),
                None => format!("questions.{}.items[{place}]", question.id),
            };
            distribution(build, &mut sheet, question, (&of, item));
            sums(build, &mut sheet, question, (&of, item))?;
        }
    }
    (sheet.filtered, sheet.widest) = (true, 40);
    Ok(sheet)
}

/// The answers of an item, whose id is `of`.
fn distribution(build: &Build<'_>, sheet: &mut Sheet, question: &QuestionFacts, (of, item): (&str, &Item)) {
    for answer in &item.answers {
        let status = Status::of(item.base_class, item.suppressed || answer.estimate.is_none());
        let shown = answer.estimate.filter(|_| status.is_shown());
        let datum = |field: &str| format!("{of}.answers.{}.{field}", answer.code);
        let share = |field: &str, value: fn(&crate::facts::Estimate) -> f64| {
            shown.as_ref().map_or(SheetCell::Withheld, |e| build.share(datum(field), value(e), String::new()))
        };
        sheet.lines.push(Line::Row(vec![
            build.said(&question.short),
            item_label(build, item),
            build.said(&answer.label),
            share("percent", |e| e.percent),
            share("low", |e| e.low),
            share("high", |e| e.high),
            shown.map_or(SheetCell::Withheld, |e| build.people(datum("n_option"), e.n_option)),
            build.people(format!("{of}.n"), item.n),
            build.number(format!("{of}.deff"), item.deff, 2),
        ]));
    }
}

fn sums(
    build: &Build<'_>,
    sheet: &mut Sheet,
    question: &QuestionFacts,
    (of, item): (&str, &Item),
) -> Result<(), Diagnostic> {
    let status = Status::of(item.base_class, item.suppressed);
    let measures = [("positive", item.positive), ("negative", item.negative), ("net", item.net)];
    for (key, estimate) in measures.into_iter().filter_map(|(key, of)| Some((key, of?))) {
        let share = |field: &str, value: f64| match status.is_shown() {
            true => build.share(format!("{of}.{key}.{field}"), value, String::new()),
            false => SheetCell::Withheld,
        };
        sheet.lines.push(Line::Row(vec![
            build.said(&question.short),
            item_label(build, item),
            SheetCell::text(build.voice.words.get("measures", key)?),
            share("value", estimate.value),
            share("low", estimate.low),
            share("high", estimate.high),
            SheetCell::Empty,
            build.people(format!("{of}.n"), item.n),
            build.number(format!("{of}.deff"), item.deff, 2),
        ]));
    }
    Ok(())
}

/// The codes of the data with their words.
pub fn codebook(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("codebook")?;
    for (block, question) in questions(build) {
        if sheet.lines.is_empty() {
            let columns = ["block", "question_code", "question", "kind", "measure", "code", "label", "role"];
            sheet.lines.push(build.head(&columns)?);
        }
        let own =
            |measure: &str, code: &str, label: SheetCell, role: SheetCell| -> Result<Line, Diagnostic> {
                Ok(Line::Row(vec![
                    build.said(&block.title),
                    SheetCell::text(&question.id),
                    build.said(&question.text),
                    build.of_words("kinds", &question.kind)?,
                    SheetCell::text(build.voice.words.get("columns", measure)?),
                    SheetCell::text(code),
                    label,
                    role,
                ]))
            };
        for item in &question.items {
            if let Some(code) = &item.code {
                sheet.lines.push(own("item", code, build.said(&item.label), SheetCell::Empty)?);
            }
        }
        for answer in question.items.first().into_iter().flat_map(|item| &item.answers) {
            let role = answer.role.as_ref().map(|role| build.of_words("roles", role)).transpose()?;
            let role = role.unwrap_or(SheetCell::Empty);
            sheet.lines.push(own("answer", &answer.code, build.said(&answer.label), role)?);
        }
    }
    (sheet.filtered, sheet.widest) = (true, 40);
    Ok(sheet)
}
