//! The public edition: what is marked `restricted` is taken out of the study before anything is printed.
//! Cells of few respondents are suppressed where facts are computed.

use super::passport::Edition;
use super::{LocalizedText, Study};

/// In the public edition, puts `word` ("not shown …", in each language) in the place of restricted cases'
/// texts and takes restricted photographs, quotes and judgements out; counts stay as they are.
pub fn redact(study: &mut Study, word: &LocalizedText) {
    if study.passport.edition != Edition::Public {
        return;
    }
    for case in study.cases.cases.iter_mut().filter(|c| c.restricted) {
        case.title = word.clone();
        case.description = word.clone();
        case.evidence = word.clone();
    }
    let photographs = &study.passport.photographs;
    let is_shown = |path: &str| photographs.iter().any(|own| own.file == path && !own.restricted);
    let withheld = photographs.iter().filter(|own| own.restricted && !is_shown(&own.file));
    for path in withheld.map(|photograph| photograph.file.clone()).collect::<Vec<_>>() {
        study.pictures.remove(&path);
    }
    study.passport.photographs.retain(|photograph| !photograph.restricted);
    let groups = study.focus_groups.groups.iter_mut();
    for statement in groups.flat_map(|g| &mut g.statements) {
        statement.quote = statement.quote.take().filter(|q| !q.restricted);
    }
    for expert in study.experts.experts.iter_mut().filter(|e| e.restricted) {
        expert.judgement = None;
    }
}
