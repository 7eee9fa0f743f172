//! Which documents a run makes: the chosen deliverables in the chosen languages and formats.

use jiff::civil::Date;

use super::job::{Format, Job};
use super::report_settings::{ReportSettings, report_settings};
use super::request::Request;
use crate::check::Loaded;
use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};
use crate::resolve::{DocumentKind, Presentation};
use crate::source::Assets;
use crate::study::outcome::EventKind;
use crate::study::passport::Deliverable;
use crate::study::{Id, Study};

/// Faults for deliverables that were asked for and that the study does not owe.
pub fn unknown_deliverables(wanted: &[String], study: &Study) -> Diagnostics {
    let owed: Vec<&str> = study.passport.deliverables.iter().map(|d| d.id.as_str()).collect();
    let unknown = wanted.iter().filter(|w| !owed.contains(&w.as_str()));
    unknown
        .map(|name| {
            Diagnostic::new(Code::Usage, say!("request-deliverable-unknown", name = name))
                .at(Location::pointer("study.json", "/deliverables"))
                .hint(say!("hint-request-deliverables", names = owed.join(", ")))
        })
        .collect()
}

/// The chosen languages × deliverables, in the study's order.
///
/// # Errors
/// [`Code::Usage`] for deliverables and languages that the study does not have.
pub fn jobs(request: &Request, loaded: &Loaded) -> Result<Vec<Job>, Diagnostics> {
    let passport = &loaded.study.passport;
    let mut faults = unknown_deliverables(&request.deliverables, &loaded.study);
    for wanted in request.languages.iter().filter(|w| !passport.languages.contains(w)) {
        faults.push(
            Diagnostic::new(Code::Usage, say!("request-language-unknown", name = wanted))
                .at(Location::pointer("study.json", "/languages"))
                .hint(say!("hint-request-languages", names = passport.languages.join(", "))),
        );
    }
    if faults.has_errors() {
        return Err(faults);
    }
    let chosen = |list: &[String], x: &str| list.is_empty() || list.iter().any(|w| w == x);
    let formats: Vec<Format> = Format::ALL
        .into_iter()
        .filter(|f| request.formats.is_empty() || request.formats.contains(f))
        .collect();
    let mut jobs = Vec::new();
    // Language by language: the long reports of two languages do not lie in memory side by side.
    for language in &passport.languages {
        for deliverable in &passport.deliverables {
            let asked = chosen(&request.deliverables, deliverable.id.as_str())
                && chosen(&request.languages, language);
            if asked && deliverable.speaks(language) {
                jobs.push(Job {
                    deliverable: deliverable.id.to_string(),
                    language: language.clone(),
                    cutoff: deliverable.cutoff,
                    presented_at: deliverable.presented_at.as_ref().map(ToString::to_string),
                    formats: formats.clone(),
                });
            }
        }
    }
    Ok(jobs)
}

/// The chosen deliverables that tell of results and are made as of a day before any: the cause, once, of all that would
/// be found missing in them. A fault where they are named; else they are left out, with a warning.
pub fn without_results(study: &Study, chosen: &[String], assets: &Assets) -> Diagnostics {
    let first = first_results(study);
    let early = study.passport.deliverables.iter().enumerate().filter(|(_, deliverable)| {
        let is_asked = chosen.is_empty() || chosen.iter().any(|c| c == deliverable.id.as_str());
        is_asked && is_early(study, deliverable, assets)
    });
    let fault = |(i, deliverable): (usize, &Deliverable)| {
        let (id, cutoff) = (&deliverable.id, deliverable.cutoff);
        let message = match first {
            Some(first) => say!("results-later", id = id, cutoff = cutoff, first = first),
            None => say!("results-none", id = id, cutoff = cutoff),
        };
        let (code, hint) = match chosen {
            [] => (Code::LeftOut, say!("hint-results-left-out")),
            _ => (Code::WithoutResults, say!("hint-results-none")),
        };
        Diagnostic::new(code, message)
            .at(Location::pointer("study.json", format!("/deliverables/{i}/cutoff")))
            .hint(hint)
    };
    early.map(fault).collect()
}

/// The chosen papers of the presentation that are made before it was announced or held: they are built, and say nothing
/// but that. (Where a deliverable names an event that is nowhere, that is the cause, and is told.)
pub fn empty_papers(study: &Study, chosen: &[String], assets: &Assets) -> Diagnostics {
    let is_known = |id: &Id| study.events.events.iter().any(|event| event.id == *id);
    if study.passport.deliverables.iter().filter_map(|d| d.presented_at.as_ref()).any(|id| !is_known(id)) {
        return Diagnostics::new();
    }
    let owed = study.passport.deliverables.iter().enumerate();
    let asked = owed.filter(|(_, own)| chosen.is_empty() || chosen.iter().any(|c| c == own.id.as_str()));
    let empty = asked.filter(|(_, deliverable)| {
        let needs =
            report_settings(assets, deliverable.id.as_str()).ok().and_then(|own| own.needs_presentation);
        needs.is_some_and(|needs| !is_so_far(study, needs, deliverable.cutoff))
    });
    let fault = |(i, deliverable): (usize, &Deliverable)| {
        let message = say!("presentation-none", id = deliverable.id, cutoff = deliverable.cutoff);
        Diagnostic::new(Code::EmptyDocument, message)
            .at(Location::pointer("study.json", format!("/deliverables/{i}/cutoff")))
            .hint(say!("hint-presentation-none"))
    };
    empty.map(fault).collect()
}

/// Whether a presentation was held, or is announced where that is enough, by a day.
fn is_so_far(study: &Study, needs: Presentation, day: Date) -> bool {
    study.events.events.iter().filter(|event| event.kind == EventKind::Presentation).any(|event| {
        let is_announced = event.announced.is_some_and(|announced| announced <= day);
        event.date <= day || (needs == Presentation::Announced && is_announced)
    })
}

fn first_results(study: &Study) -> Option<Date> {
    study.results.iter().map(|results| results.date).min()
}

/// Whether a deliverable tells of results and is made before any.
fn is_early(study: &Study, deliverable: &Deliverable, assets: &Assets) -> bool {
    first_results(study).is_none_or(|first| deliverable.cutoff < first)
        && report_settings(assets, deliverable.id.as_str()).is_ok_and(|own| own.needs_results)
}

/// The jobs without those whose deliverable tells of results and is made before any.
pub fn with_results(mut jobs: Vec<Job>, study: &Study, assets: &Assets) -> Vec<Job> {
    let owed = &study.passport.deliverables;
    let is_left_out = |job: &Job| {
        let own = owed.iter().find(|deliverable| deliverable.id.as_str() == job.deliverable);
        own.is_some_and(|own| is_early(study, own, assets))
    };
    jobs.retain(|job| !is_left_out(job));
    jobs
}

/// The reports that the jobs name as their proof, each once, as far as the study owes them.
pub fn proofs(assets: &Assets, jobs: &[Job], loaded: &Loaded) -> Vec<Job> {
    let deliverables = &loaded.study.passport.deliverables;
    let proof = |job: &Job| {
        let id = report_settings(assets, &job.deliverable).ok()?.proven_by?;
        let owed = deliverables.iter().find(|d| d.id.as_str() == id && d.speaks(&job.language))?;
        Some(Job {
            deliverable: id,
            language: job.language.clone(),
            // What is counted anew each day (views, papers handed over) is proven as of the talk's day.
            cutoff: owed.cutoff.min(job.cutoff),
            presented_at: job.presented_at.clone(),
            formats: Vec::new(),
        })
    };
    let mut found: Vec<Job> = Vec::new();
    for job in jobs.iter().filter_map(proof) {
        if !found.contains(&job) {
            found.push(job);
        }
    }
    found
}

/// What the package of a base is made of beside the jobs: the base in the languages that were not asked for.
pub fn other_languages(assets: &Assets, jobs: &[Job], loaded: &Loaded) -> Vec<Job> {
    let passport = &loaded.study.passport;
    let mut found: Vec<Job> = Vec::new();
    for job in jobs {
        let is_base =
            report_settings(assets, &job.deliverable).is_ok_and(|own| own.kind == DocumentKind::Base);
        let owed = passport.deliverables.iter().find(|d| is_base && d.id.as_str() == job.deliverable);
        for language in passport.languages.iter().filter(|l| owed.is_some_and(|d| d.speaks(l))) {
            let other = Job { language: language.clone(), formats: Vec::new(), ..job.clone() };
            let is_known = |known: &Job| known.name() == other.name();
            if !jobs.iter().any(is_known) && !found.iter().any(is_known) {
                found.push(other);
            }
        }
    }
    found
}

/// The jobs without formats that their deliverable cannot have.
///
/// # Errors
/// [`Code::Usage`] where no format is left.
pub fn with_possible_formats(jobs: Vec<Job>, settings: &ReportSettings) -> Result<Vec<Job>, Diagnostic> {
    let mut packed: Vec<String> = Vec::new();
    let possible = jobs.into_iter().map(|mut job| {
        let kind = settings.of(&job.deliverable).map_or(DocumentKind::Report, |s| s.kind);
        // One package for all languages: the first document of the deliverable brings it.
        let is_first = !packed.contains(&job.deliverable);
        job.formats.retain(|format| format.is_of(kind) && (*format != Format::Zip || is_first));
        packed.push(job.deliverable.clone());
        job
    });
    let possible: Vec<Job> = possible.filter(|job| !job.formats.is_empty()).collect();
    if possible.is_empty() {
        return Err(Diagnostic::new(Code::Usage, say!("format-not-possible")));
    }
    Ok(possible)
}
