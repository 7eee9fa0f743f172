//! What the study's hand-written files say: questions, groups, territories.

use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

pub struct Study {
    pub questions: Vec<Question>,
    pub breakdowns: Vec<Breakdown>,
    pub territories: Vec<Territory>,
}

#[derive(Deserialize)]
struct Codebook {
    breakdowns: Vec<Breakdown>,
    questions: Vec<Question>,
}

#[derive(Deserialize)]
pub struct Breakdown {
    pub id: String,
    pub groups: Vec<Coded>,
}

#[derive(Deserialize)]
pub struct Coded {
    pub code: String,
}

#[derive(Deserialize)]
pub struct Question {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: QuestionKind,
    pub options: Vec<AnswerOption>,
    #[serde(default)]
    pub items: Vec<Coded>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    Single,
    Multiple,
    Scale,
}

#[derive(Deserialize)]
pub struct AnswerOption {
    pub code: String,
    #[serde(default)]
    pub role: Option<String>,
}

impl AnswerOption {
    /// "Hard to answer" and refusals stand outside the scale.
    pub fn is_nonsubstantive(&self) -> bool {
        matches!(self.role.as_deref(), Some("dont-know" | "refused"))
    }
}

impl Question {
    /// What a multiple-answer question lets people tick: its items, or its options where it has none.
    pub fn ticks(&self) -> Vec<&str> {
        if self.items.is_empty() {
            self.options.iter().map(|o| o.code.as_str()).collect()
        } else {
            self.items.iter().map(|i| i.code.as_str()).collect()
        }
    }
}

#[derive(Deserialize)]
struct Territories {
    territories: Vec<Territory>,
}

#[derive(Deserialize)]
pub struct Territory {
    pub id: String,
    pub kind: String,
    pub population: f64,
}

impl Study {
    pub fn question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|q| q.id == id)
    }

    pub fn territory(&self, id: &str) -> Option<&Territory> {
        self.territories.iter().find(|t| t.id == id)
    }

    /// Codes of a breakdown's groups.
    pub fn groups(&self, breakdown: &str) -> Vec<&str> {
        let found = self.breakdowns.iter().find(|b| b.id == breakdown);
        found.map(|b| b.groups.iter().map(|g| g.code.as_str()).collect()).unwrap_or_default()
    }
}

pub fn load(folder: &Path) -> Result<Study, String> {
    let codebook: Codebook = read(&folder.join("codebook.json"))?;
    let territories: Territories = read(&folder.join("territories.json"))?;
    Ok(Study {
        questions: codebook.questions,
        breakdowns: codebook.breakdowns,
        territories: territories.territories,
    })
}

pub fn read<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}
