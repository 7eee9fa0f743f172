//! The files of the contract, each declared once, below in [`study_files!`].
//!
//! What goes file by file follows from the declaration: the [`Study`] itself, loading, the JSON Schemas and their
//! list, the texts that rules read, the ids that evidence names, the cut-off, the search for personal data, the
//! files of the folder that nothing reads, the schemas of a new study, the inputs of the fuzzing. A file that is
//! declared without its part in one of them does not compile; a file of which nothing more is said has all its
//! texts searched for personal data and all its ids known in the whole study.

use std::sync::Arc;

use jiff::civil::Date;
use schemars::{Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::authored::Authored;
use super::outcome::{Calendar, Coverage, Events, Recommendations};
use super::passport::Passport;
use super::picture::Pictures;
use super::qualitative::{Cases, Experts, FocusGroups};
use super::results::{Codebook, Indices, Results, Risk};
use super::survey::{Fieldwork, Instruments, Sample, Territories};
use super::tabulation::Tabulation;
use super::thresholds::Thresholds;
use super::words::Words;
use super::{Boundaries, Id};
use crate::source::SettingsLayer;

/// One kind of file of the contract.
#[derive(Debug, Clone, Copy)]
pub struct ContractFile {
    /// Name of its schema, as `esep schema` lists it.
    pub name: &'static str,
    /// Path in the study folder; `*` stands for any name.
    pub path: &'static str,
    /// Name of the Rust type that reads it: the key of its descriptions in the message catalogue.
    pub type_name: &'static str,
    /// Whether its texts are searched for personal data.
    pub privacy: Privacy,
    /// Lists whose ids only the file's own fields refer to: evidence cannot name them.
    pub local_ids: &'static [&'static str],
    /// Makes its JSON Schema.
    pub schema: fn(SchemaGenerator) -> Schema,
}

/// Whether the texts of a file are searched for telephone numbers, identity numbers and names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// They are: people said them, or they may tell of people.
    Searched,
    /// They are not, for the reason given.
    Exempt(&'static str),
    /// The file holds no texts in languages, for the reason given; rules that read words never see it.
    Wordless(&'static str),
}

/// What a file holds that is dated.
pub trait Dated {
    /// Leaves out what is dated after `day`. Implementations name every field of the file, so that a new one does
    /// not compile before it is decided on.
    fn cut_off(&mut self, day: Date);
}

/// What reads the declared files; the loader.
pub trait ReadFiles {
    /// A file without which there is no study; an empty one where it cannot be read.
    fn required<T: DeserializeOwned + Default + Send>(&mut self, name: &'static str, path: &'static str)
    -> T;

    /// A file that may be absent, which counts as an empty one.
    fn optional<T: DeserializeOwned + Default + Send>(&mut self, name: &'static str, path: &'static str)
    -> T;

    /// The files of results, in the order of their dates.
    fn results(&mut self) -> Vec<Arc<Results>>;
}

/// An id that evidence may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenId {
    /// The id.
    pub id: Id,
    /// The file in which it is given.
    pub file: &'static str,
    /// JSON Pointer of the place.
    pub pointer: String,
}

macro_rules! held {
    (Required $type:ty) => { $type };
    (Optional $type:ty) => { $type };
    (Many $type:ty) => { Vec<Arc<$type>> };
}

macro_rules! read {
    (Required $reader:ident, $name:literal, $path:literal) => {
        $reader.required($name, $path)
    };
    (Optional $reader:ident, $name:literal, $path:literal) => {
        $reader.optional($name, $path)
    };
    (Many $reader:ident, $name:literal, $path:literal) => {
        $reader.results()
    };
}

macro_rules! privacy {
    () => {
        Privacy::Searched
    };
    ([exempt $reason:literal]) => {
        Privacy::Exempt($reason)
    };
    ([wordless $reason:literal]) => {
        Privacy::Wordless($reason)
    };
}

macro_rules! written {
    (Many $out:ident, $files:expr) => {
        for file in &$files {
            serde_json::to_writer(&mut $out, file.as_ref())?;
        }
    };
    ($presence:ident $out:ident, $file:expr) => {
        serde_json::to_writer(&mut $out, &$file)?;
    };
}

macro_rules! document {
    ($documents:ident, $path:literal, $file:expr, [wordless $reason:literal]) => {};
    ($documents:ident, $path:literal, $file:expr $(, [exempt $reason:literal])?) => {
        $documents.extend(serde_json::to_value($file).ok().map(|value| ($path, value)));
    };
}

/// `field: Presence<Type> = "schema" at "path", [exempt|wordless "reason"], local ["list", …];`
macro_rules! study_files {
    ($(
        $(#[$doc:meta])*
        $field:ident: $presence:ident<$type:ident> = $name:literal at $path:literal
            $(, [$($privacy:tt)+])? $(, local [$($local:literal),+])?;
    )*) => {
        /// A whole study, all dates and stages of it.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Study {
            $($(#[$doc])* pub $field: held!($presence $type),)*
            /// Boundaries by territory; empty where the study gives none.
            pub boundaries: Boundaries,
            /// Photographs and logos by their files.
            pub pictures: Pictures,
            /// Texts that the authors wrote by hand.
            pub authored: Vec<Authored>,
            /// Sentences that the study says otherwise than the program.
            pub words: Vec<Words>,
            /// Keys of locale and theme that the study sets otherwise than the program.
            pub settings: Vec<SettingsLayer>,
            /// What decides whether a figure is shown, ranked, marked or suppressed: the program's, with the
            /// study's own in their place.
            pub thresholds: Thresholds,
        }

        $(impl $type {
            /// Path in the study folder; `*` stands for any name.
            pub const FILE: &'static str = $path;
        })*

        /// Every file of the contract.
        pub const FILES: &[ContractFile] = &[$(ContractFile {
            name: $name,
            path: $path,
            type_name: stringify!($type),
            privacy: privacy!($([$($privacy)+])?),
            local_ids: &[$($($local),+)?],
            schema: |generator| generator.into_root_schema_for::<$type>(),
        },)*];

        impl Study {
            /// The study of the declared files alone, without what they refer to.
            pub(super) fn read_files(reader: &mut impl ReadFiles) -> Self {
                Self {
                    $($field: read!($presence reader, $name, $path),)*
                    boundaries: Boundaries::default(),
                    pictures: Pictures::default(),
                    authored: Vec::new(),
                    words: Vec::new(),
                    settings: Vec::new(),
                    thresholds: Thresholds::default(),
                }
            }

            /// The files as JSON: path and value. Files without words are left out.
            pub fn documents(&self) -> Vec<(&'static str, Value)> {
                let mut documents = Vec::new();
                $(document!(documents, $path, &self.$field $(, [$($privacy)+])?);)*
                documents
            }

            /// Writes all files as JSON, one a line, with their paths before them.
            ///
            /// # Errors
            /// Where `out` takes no more.
            pub fn write_files(&self, mut out: impl std::io::Write) -> std::io::Result<()> {
                $(
                    writeln!(out)?;
                    write!(out, $path)?;
                    written!($presence out, self.$field);
                )*
                Ok(())
            }

            /// Leaves out what is dated after `day`.
            pub(super) fn cut_off(&mut self, day: Date) {
                $(self.$field.cut_off(day);)*
            }
        }
    };
}

study_files! {
    /// Who studies what for whom, under which contract, by when.
    passport: Required<Passport> = "study" at "study.json",
        [exempt "names the team, those who sign and where to reach them, as the reports print it"],
        local ["deliverables", "photographs"];
    /// What was asked: topics, breakdowns, questions with their answers.
    codebook: Required<Codebook> = "codebook" at "codebook.json",
        [exempt "holds the wording of the questionnaire, which nobody has answered yet"],
        local ["blocks", "breakdowns"];
    /// Design and quality of the mass survey.
    sample: Required<Sample> = "sample" at "sample.json",
        [exempt "describes the design of the survey"];
    /// Results by file, in the order of their dates.
    results: Many<Results> = "results" at "results/*.json",
        [wordless "records hold codes and numbers"];
    /// Parts of the surveyed place.
    territories: Optional<Territories> = "territories" at "territories.json",
        [exempt "holds names of places"];
    /// Questionnaires and guides.
    instruments: Optional<Instruments> = "instruments" at "instruments.json",
        [exempt "holds the wording of the guides, which nobody has answered yet"];
    /// Interviews by day and territory.
    fieldwork: Optional<Fieldwork> = "fieldwork" at "fieldwork.json",
        [exempt "holds counts of interviews"];
    /// Effectiveness indices.
    indices: Optional<Indices> = "indices" at "indices.json",
        [exempt "describes how indices are computed"];
    /// Protest risk of the territories.
    risk: Optional<Risk> = "risk" at "risk.json",
        [exempt "describes how scores are computed"],
        local ["components"];
    /// The expert survey.
    experts: Optional<Experts> = "experts" at "experts.json";
    /// The focus groups.
    focus_groups: Optional<FocusGroups> = "focus-groups" at "focus-groups.json";
    /// The register of problem cases.
    cases: Optional<Cases> = "cases" at "cases.json";
    /// Findings and recommendations.
    recommendations: Optional<Recommendations> = "recommendations" at "recommendations.json",
        [exempt "holds the analysts' own sentences about the results"];
    /// Publications about the study.
    coverage: Optional<Coverage> = "coverage" at "coverage.json",
        [exempt "quotes headings that are published already"];
    /// Meetings, trainings, the presentation.
    events: Optional<Events> = "events" at "events.json";
    /// The calendar plan.
    calendar: Optional<Calendar> = "calendar" at "calendar.json",
        [exempt "holds the steps of the work plan"];
    /// How the answers become records.
    tabulation: Optional<Tabulation> = "tabulation" at "tabulation.json",
        [wordless "names columns and codes of the table of answers"];
}

/// The declaration of a file by the name of its schema.
pub fn contract_file(name: &str) -> Option<&'static ContractFile> {
    FILES.iter().find(|file| file.name == name)
}

/// The ids in the lists of the study's files ([`Study::documents`]), but for those that are local to their file.
pub fn given_ids(documents: &[(&'static str, Value)]) -> Vec<GivenId> {
    let mut found = Vec::new();
    for (path, document) in documents {
        let local = FILES.iter().find(|file| file.path == *path).map_or(&[][..], |file| file.local_ids);
        let lists = document.as_object().into_iter().flatten();
        for (list, things) in lists.filter(|(list, _)| !local.contains(&list.as_str())) {
            for (at, thing) in things.as_array().into_iter().flatten().enumerate() {
                if let Some(id) = thing.get("id").and_then(Value::as_str) {
                    let pointer = format!("/{list}/{at}/id");
                    found.push(GivenId { id: Id(id.to_owned()), file: path, pointer });
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{FILES, Privacy};
    use crate::study::schema;

    #[test]
    fn local_ids_are_ids_of_lists_that_the_file_has() {
        for file in FILES {
            let schema = schema(file.name).map(serde_json::Value::from).unwrap_or_default();
            for list in file.local_ids {
                let items = schema.pointer(&format!("/properties/{list}/items/$ref"));
                let of = items.and_then(serde_json::Value::as_str).and_then(|r| r.strip_prefix('#'));
                let thing = schema.pointer(of.unwrap_or("none")).unwrap_or(&serde_json::Value::Null);
                assert!(thing.pointer("/properties/id").is_some(), "{} has no ids in {list}", file.path);
            }
        }
    }

    #[test]
    fn what_is_not_searched_for_personal_data_has_its_reason() {
        let reason = |privacy| match privacy {
            Privacy::Searched => None,
            Privacy::Exempt(reason) | Privacy::Wordless(reason) => Some(reason),
        };
        assert!(FILES.iter().filter_map(|file| reason(file.privacy)).all(|reason| reason.len() > 10));
        for path in ["experts.json", "focus-groups.json", "cases.json", "events.json"] {
            assert!(FILES.iter().any(|f| f.path == path && f.privacy == Privacy::Searched), "{path}");
        }
    }
}
