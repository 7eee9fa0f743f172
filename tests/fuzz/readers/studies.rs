//! Sound studies for a file of a stranger to stand in, made once.

use std::fs;
use std::path::Path;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use esep::diag::UiLanguage;
use esep::pipeline::{Format, Request, Silent, build_in_memory, new_minimal, new_study};
use tempfile::TempDir;

use super::files::put;

/// A report that has a bit of everything, and is short.
pub const REPORT: &str = include_str!("../bases/report.ru.md");

/// Where the text of the report stands in the study.
pub const OWN: &str = "text/final/own.ru.md";

/// A study and templates of one's own, for one user at a time.
pub struct Place {
    /// Folder of the study.
    pub study: TempDir,
    /// Folder of templates.
    pub templates: TempDir,
}

impl Place {
    fn new(make: fn(&Path, UiLanguage) -> Result<(), esep::diag::Diagnostics>) -> Self {
        let place = Self { study: tempfile::tempdir().unwrap(), templates: tempfile::tempdir().unwrap() };
        make(place.study.path(), UiLanguage::Ru).unwrap_or_else(|faults| panic!("{faults:#?}"));
        place
    }

    /// A request for one document of the study in one language.
    pub fn request(&self, deliverable: &str, format: Option<Format>) -> Request {
        Request {
            study: self.study.path().to_owned(),
            templates: Some(self.templates.path().to_owned()),
            deliverables: vec![deliverable.to_owned()],
            languages: vec!["ru".to_owned()],
            formats: format.into_iter().collect(),
            ..Request::default()
        }
    }

    /// A file that the study is built to.
    pub fn built(&self, deliverable: &str, format: Format) -> Vec<u8> {
        let made = build_in_memory(&self.request(deliverable, Some(format)), &Silent);
        made.unwrap_or_else(|faults| panic!("{faults:#?}")).artifacts.swap_remove(0).bytes
    }
}

type Shared = LazyLock<Mutex<Place>>;

fn taken(place: &'static Shared) -> MutexGuard<'static, Place> {
    place.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The smallest study.
pub fn minimal() -> MutexGuard<'static, Place> {
    static PLACE: Shared = LazyLock::new(|| Mutex::new(Place::new(new_minimal)));
    taken(&PLACE)
}

/// The study that has every file.
pub fn starter() -> MutexGuard<'static, Place> {
    static PLACE: Shared = LazyLock::new(|| Mutex::new(Place::new(new_study)));
    taken(&PLACE)
}

/// The smallest study with a report of one page, a deck of two slides and the statistical base.
pub fn short() -> MutexGuard<'static, Place> {
    static PLACE: Shared = LazyLock::new(|| {
        let place = Place::new(new_minimal);
        let (study, templates) = (place.study.path(), place.templates.path());
        put(templates, "reports/final/report.md", "# {% say table.n %} {id=sec-own}\n");
        put(templates, "reports/slides/report.md", "## {% say table.n %} {id=sec-own}\n");
        let passport = fs::read_to_string(study.join("study.json")).unwrap();
        let owed = ["slides", "base"].map(|id| format!("{{\"id\": \"{id}\", \"cutoff\": \"2026-11-20\"}},"));
        let owed = format!("\"deliverables\": [{}", owed.concat());
        put(study, "study.json", passport.replace("\"deliverables\": [", &owed));
        put(study, OWN, REPORT);
        put(study, "text/slides/own.ru.md", include_str!("../bases/slides.ru.md"));
        for deliverable in ["final", "slides"] {
            put(study, format!("text/{deliverable}/own.kk.md"), "Мәтін.\n");
        }
        Mutex::new(place)
    });
    taken(&PLACE)
}
