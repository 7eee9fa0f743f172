//! The assumptions behind the invented survey, from `model.json`: how many live and are interviewed
//! where, what moves people's attitudes, how attitudes turn into answers.

use indexmap::IndexMap;
use serde::Deserialize;

use super::input::{QuestionKind, Study};
use super::people::Traits;

/// Attitude or option → number.
type Numbers = IndexMap<String, f64>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    pub seed: u64,
    pub fieldwork: Fieldwork,
    pub preliminary: StageDates,
    #[serde(rename = "final")]
    pub finals: StageDates,
    /// Territory id → interviews.
    pub territories: IndexMap<String, Allocation>,
    /// Share of women among adults.
    pub women: f64,
    /// Age shares of the adult population by territory kind, and of the planned interviews.
    pub age: IndexMap<String, Numbers>,
    pub planned_age: Numbers,
    /// Education shares of the population by territory kind, and of those who agree to talk.
    pub education: IndexMap<String, Numbers>,
    pub interviewed_education: IndexMap<String, Numbers>,
    /// Shares of households with one, two, … adults.
    pub adults: Vec<f64>,
    /// Weights beyond these bounds (mean 1) are cut.
    pub trim: (f64, f64),
    pub attitudes: IndexMap<String, Attitude>,
    pub questions: IndexMap<String, QuestionModel>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fieldwork {
    pub planned_start: String,
    pub planned_end: String,
    /// Working days before and after the summer pause.
    pub first_wave: Vec<String>,
    pub second_wave: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageDates {
    /// Day on which the tables were ready.
    pub date: String,
    /// Last day of the interviews tabulated.
    pub last_day: String,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(deny_unknown_fields)]
pub struct Allocation {
    pub planned: u32,
    pub completed: u32,
    /// Of those completed, how many before the summer pause.
    pub first_wave: u32,
}

/// Shifts for groups of people; what is not named counts 0.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Shifts {
    pub kind: Numbers,
    pub territory: Numbers,
    pub sex: Numbers,
    pub age: Numbers,
    pub education: Numbers,
}

impl Shifts {
    pub fn of(&self, traits: &Traits) -> f64 {
        let at = |numbers: &Numbers, key: &str| numbers.get(key).copied().unwrap_or(0.0);
        at(&self.kind, &traits.kind)
            + at(&self.territory, &traits.territory)
            + at(&self.sex, &traits.sex)
            + at(&self.age, &traits.age)
            + at(&self.education, &traits.education)
    }
}

#[derive(Deserialize)]
pub struct Attitude {
    /// How much of a person's general mood enters.
    pub mood: f64,
    #[serde(flatten)]
    pub shifts: Shifts,
}

/// How a question is answered.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionModel {
    #[serde(default)]
    pub asked: Option<Asked>,
    /// Chances of "hard to answer" and of a refusal, for each item.
    #[serde(default)]
    pub dont_know: f64,
    #[serde(default)]
    pub refused: f64,
    /// Item or tick → what moves it; "" for a question without items.
    pub items: IndexMap<String, ItemModel>,
}

/// Who is asked, where not everyone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Asked {
    #[serde(rename = "age")]
    Age(Vec<String>),
    /// Those who gave one of these answers to an earlier question without items.
    #[serde(rename = "answered")]
    Answered { question: String, options: Vec<String> },
}

#[derive(Deserialize)]
pub struct ItemModel {
    /// Where the average stands: high is favourable, or likely to be ticked.
    #[serde(default)]
    pub lean: f64,
    /// Attitude → how much of it enters.
    #[serde(default)]
    pub loads: Numbers,
    /// For an unordered single answer: option → weight in the draw.
    #[serde(default)]
    pub options: Numbers,
    #[serde(flatten)]
    pub shifts: Shifts,
}

pub fn load() -> Result<Model, String> {
    serde_json::from_str(include_str!("model.json")).map_err(|e| format!("model.json: {e}"))
}

impl Model {
    /// The model must know every territory and question of the study, and no other.
    pub fn check(&self, study: &Study) -> Result<(), String> {
        for territory in &study.territories {
            if !self.territories.contains_key(&territory.id) {
                return Err(format!("model.json: no interviews for territory `{}`", territory.id));
            }
        }
        for id in self.territories.keys() {
            study.territory(id).ok_or_else(|| format!("model.json: unknown territory `{id}`"))?;
        }
        for id in self.questions.keys() {
            study.question(id).ok_or_else(|| format!("model.json: unknown question `{id}`"))?;
        }
        for question in &study.questions {
            let Some(model) = self.questions.get(&question.id) else {
                return Err(format!("model.json: question `{}` is missing", question.id));
            };
            let wanted = match question.kind {
                QuestionKind::Multiple => question.ticks(),
                _ if question.items.is_empty() => vec![""],
                QuestionKind::Single | QuestionKind::Scale => question.ticks(),
            };
            if let Some(missing) = wanted.iter().find(|item| !model.items.contains_key(**item)) {
                return Err(format!("model.json: `{}` lacks item `{missing}`", question.id));
            }
            if model.items.len() != wanted.len() {
                return Err(format!("model.json: `{}` has items the codebook lacks", question.id));
            }
        }
        Ok(())
    }
}
