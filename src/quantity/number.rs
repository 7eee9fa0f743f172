//! A number as it stands in a document.

use serde::Serialize;

/// What a number is a number of, as far as its printed form depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A count, a score, an index value: the bare number.
    #[default]
    Plain,
    /// A value of 0–100 followed by the language's sign of per cent.
    Percent,
}

/// A printed number: what it is, and the text that was made of that.
///
/// `text` is made in one place, the number formats of `locale`; nothing reads it back. Two prints of one
/// datum agree where `datum`, `value` and `decimals` do.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Number {
    /// Id of the datum; empty where the number is none of the data's (a tick of an axis).
    pub datum: String,
    /// The exact value, in the unit; rounded only where the data themselves are.
    pub value: f64,
    pub unit: Unit,
    /// Decimal places of the text, 0–6, rounded half away from zero.
    pub decimals: u8,
    /// The value as the language prints it: `63,4 %`, `2 500`.
    pub text: String,
}
