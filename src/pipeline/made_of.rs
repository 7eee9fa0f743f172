//! What a file is made of, as digests: the same digest, the same bytes, so that nothing is set, drawn and proven again
//! that would come out as it was.
//!
//! Three are taken, each from what the one before leaves open. The *study's* part of a deliverable: its files as of the
//! deliverable's day, with the texts and words of its own language; a proof names it. What a *file* is made of: the
//! resolved document, where each of its data comes from, theme, fonts, options, program. And the *run*: every byte that
//! could be read for it, which needs no study to be understood and tells within moments that nothing has changed.

use std::fmt::Debug;

use super::build_context::BuildContext;
use super::cutoffs::StudyFacts;
use super::job::{Format, Job};
use super::manifest::PROGRAM;
use super::proving::Evidence;
use super::resolved::ResolvedDocument;
use crate::source::Digest;
use crate::study::words::{ALL_DELIVERABLES, locale_words};

impl BuildContext {
    /// SHA-256 of what the study gives to a document: its files as of the day, and the texts, words and settings that
    /// are for this deliverable and language.
    pub(super) fn study_digest(&self, job: &Job) -> String {
        let Some(day) = self.cutoffs.of(&self.loaded.study, job) else { return String::new() };
        let mut digest = day.digest.get_or_init(|| files_digest(day)).clone();
        let study = &day.study;
        let is_own = |deliverable: &str, language: &str| {
            (deliverable == job.deliverable || deliverable == ALL_DELIVERABLES) && language == job.language
        };
        for text in study.authored.iter().filter(|text| is_own(&text.deliverable, &text.language)) {
            digest.part(&text.path, text.text.as_bytes());
        }
        for words in study.words.iter().filter(|words| is_own(&words.deliverable, &words.language)) {
            digest.part(&words.path, words.text.as_bytes());
        }
        let languages = &study.passport.languages;
        let is_foreign =
            |path: &str| languages.iter().any(|other| *other != job.language && path == locale_words(other));
        for layer in study.settings.iter().filter(|layer| !is_foreign(&layer.path)) {
            digest.part(&layer.path, layer.text.as_bytes());
        }
        digest.finish()
    }

    /// What the files of a document are made of, but for their formats.
    pub(super) fn document_digest(
        &self,
        job: &Job,
        resolved: &ResolvedDocument,
        evidence: &Evidence<'_>,
    ) -> Digest {
        let mut digest = self.surroundings.clone();
        digest.value("job", &(&job.deliverable, &job.language, job.cutoff, &job.presented_at));
        digest.value("theme", self.theme_of(job));
        digest.value("document", &resolved.document);
        digest.value("places", &resolved.slides);
        digest.value("data", &(&evidence.data, &evidence.sources));
        digest.value("reasons", &evidence.reasons);
        digest.part("study", evidence.study.as_bytes());
        digest
    }

    /// What the files of a base are made of: its models.
    pub(super) fn base_digest(&self, job: &Job, models: &dyn Debug) -> Digest {
        let mut digest = self.surroundings.clone();
        digest.value("job", &(&job.deliverable, &job.language, job.cutoff));
        digest.value("models", models);
        digest
    }

    /// What all files of a run have in common beside the study: program, theme files, fonts, customer's files, options.
    pub(super) fn surroundings(&self) -> Digest {
        let mut digest = Digest::default();
        digest.part("program", PROGRAM.as_bytes());
        digest.part("study", self.loaded.study.passport.id.as_str().as_bytes());
        digest.value("edition", &self.loaded.study.passport.edition);
        digest.value("theme", &self.theme.theme);
        digest.value("theme files", &self.theme.theme_files);
        for font in &self.theme.fonts {
            // The program's own are part of its digest.
            let bytes = if self.assets.is_own_font(font.name) { &[] } else { font.data };
            digest.part(font.name, bytes);
        }
        digest.value("references", &self.references.inputs);
        let request = &self.request;
        let options =
            [request.soft_hyphens, request.embed_fonts, request.picture_charts, request.plain_numbers];
        digest.value("options", &(options, request.narrow_slides));
        digest
    }
}

/// What one file is made of.
pub fn of_file(document: &Digest, format: Format) -> String {
    let mut digest = document.clone();
    digest.part("format", format.extension().as_bytes());
    digest.finish()
}

/// The contract's files as of a day, with what they refer to.
fn files_digest(day: &StudyFacts) -> Digest {
    let mut digest = Digest::default();
    let study = &day.study;
    // Taking in bytes cannot fail.
    let _ = study.write_files(&mut digest);
    digest.value("upcoming", &study.upcoming());
    digest.value("cutoff", &study.cutoff());
    digest.value("boundaries", &study.boundaries);
    for (path, picture) in &study.pictures {
        digest.part(path, picture.source.as_bytes());
    }
    digest
}
