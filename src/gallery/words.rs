//! The words of the gallery in one language.

use indexmap::IndexMap;
use serde::Deserialize;

use crate::diag::{Code, Diagnostics, say};
use crate::source::{Assets, from_toml};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub title: String,
    pub note: String,
    pub axis: String,
    pub rank: String,
    /// `{n}` stands for the value.
    pub reference: String,
    pub target: String,
    pub total: String,
    pub daily: String,
    pub base: String,
    pub from: String,
    pub to: String,
    /// `{n}` stands for the panel's number.
    pub panel: String,
    /// Short labels.
    pub names: Vec<String>,
    /// A label of more than a hundred letters.
    pub long: String,
    /// Seven answers from the most negative, then two outside of the scale.
    pub answers: [String; 9],
    pub groups: [String; 4],
    pub tiers: [String; 3],
    pub days: [String; 5],
    pub kinds: IndexMap<String, String>,
    pub cases: IndexMap<String, String>,
}

impl Words {
    pub fn load(assets: &Assets, language: &str) -> Result<Self, Diagnostics> {
        let path = format!("gallery/{language}.toml");
        let text = assets.text(&path)?;
        Ok(from_toml(&path, &text, Code::LocaleKey, say!("hint-compare-program"))?)
    }

    /// The label of a row: the names in turn, numbered where there are more rows than names.
    pub fn name(&self, row: usize) -> String {
        let name = self.names.get(row % self.names.len().max(1)).cloned().unwrap_or_default();
        let round = row / self.names.len().max(1);
        if round == 0 { name } else { format!("{name} ({})", round + 1) }
    }
}
