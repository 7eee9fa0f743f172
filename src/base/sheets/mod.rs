//! The sheets of the workbook, in the order of the reports.

mod build;
mod groups;
mod register;
mod scores;
mod survey;
mod voices;

use super::{Sources, Voice};
use crate::diag::Diagnostic;
use crate::document::Meta;
use crate::document::book::{Book, Line, Sheet, SheetCell};
use crate::study::survey::SampleKind;
use build::Build;

/// The workbook in a language.
pub fn book(sources: &Sources<'_>, voice: &Voice<'_>) -> Result<Book, Diagnostic> {
    let build = Build { sources, voice };
    let mut sheets = vec![reading(&build)?, survey::passport(&build)?, survey::toplines(&build)?];
    sheets.extend(groups::sheets(&build)?);
    sheets.extend(scores::sheets(&build)?);
    sheets.extend(voices::sheets(&build)?);
    sheets.extend(register::sheets(&build)?);
    sheets.push(survey::codebook(&build)?);
    sheets.retain(|sheet| !sheet.lines.is_empty());
    let contents = contents(&build, &sheets)?;
    sheets.insert(0, contents);
    Ok(Book { meta: meta(&build)?, sheets })
}

fn meta(build: &Build<'_>) -> Result<Meta, Diagnostic> {
    let (locale, passport) = (build.voice.locale, &build.sources.study.passport);
    let title = build.text(&passport.title);
    let kind = build.voice.words.get("package", "title")?.to_owned();
    let cutoff = build.sources.facts.cutoff;
    Ok(Meta {
        language: locale.language().to_owned(),
        language_region: locale.region().to_owned(),
        title: format!("{kind}. {title}"),
        subject: title,
        author: build.name(&passport.grantee.name),
        keywords: vec![kind.clone(), build.name(&passport.place)],
        date: (cutoff.year(), cutoff.month(), cutoff.day()),
        study: passport.id.to_string(),
        deliverable: build.sources.deliverable.to_owned(),
        decimal_mark: locale.decimal_mark().to_string(),
        mark: passport.mark.as_ref().map(|mark| build.text(mark)),
        running_head: kind,
        ..Meta::default()
    })
}

/// The list of sheets, each with a link to it.
fn contents(build: &Build<'_>, sheets: &[Sheet]) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("contents")?;
    let passport = &build.sources.study.passport;
    sheet.title = build.voice.words.get("package", "title")?.to_owned();
    sheet.notes = vec![build.text(&passport.title)];
    sheet.notes.extend(passport.mark.as_ref().map(|mark| build.text(mark)));
    sheet.lines.push(build.head(&["sheet", "holds", "rows"])?);
    for (place, listed) in sheets.iter().enumerate() {
        let rows = listed.lines.iter().filter(|line| matches!(line, Line::Row(_))).count();
        sheet.lines.push(Line::Row(vec![
            SheetCell::Sheet(place + 1),
            SheetCell::text(&listed.about),
            SheetCell::Ordinal(rows),
        ]));
    }
    Ok(sheet)
}

/// How the base is read: what the signs mean, what is not shown.
fn reading(build: &Build<'_>) -> Result<Sheet, Diagnostic> {
    let mut sheet = build.sheet("reading")?;
    let is_quota = build.sources.study.sample.kind == SampleKind::Quota;
    let is_public = build.sources.facts.edition == crate::study::passport::Edition::Public;
    let topics = ["numbers", "intervals", "quota", "marks", "hidden", "starred", "withheld", "package"];
    for topic in topics {
        if (topic == "quota" && !is_quota) || (topic == "withheld" && !is_public) {
            continue;
        }
        let heading = build.voice.words.get("reading", topic)?;
        let text = build.voice.words.get("reading", &format!("{topic}_text"))?;
        sheet.lines.push(Line::Row(vec![SheetCell::text(heading), SheetCell::text(text)]));
    }
    sheet.widest = 90;
    Ok(sheet)
}
