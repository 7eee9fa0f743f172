//! Numbers of figures, tables and formulas.

use std::fmt;

use serde::{Serialize, Serializer};

/// The number of a figure, table or formula: from 1 through the text, and from 1 in each annex, after the annex's
/// letter and a point: «4», «Г.4» (GOST 7.32-2017, 6.5.5, 6.6.4, 6.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunningNumber {
    /// The letter of the annex in which it stands.
    pub annex: Option<char>,
    /// From 1.
    pub count: u32,
}

impl RunningNumber {
    /// What stands before the count: the annex's letter and a point, or nothing.
    pub fn prefix(self) -> String {
        self.annex.map(|letter| format!("{letter}.")).unwrap_or_default()
    }
}

impl fmt::Display for RunningNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.prefix(), self.count)
    }
}

impl From<u32> for RunningNumber {
    /// Outside of annexes.
    fn from(count: u32) -> Self {
        Self { annex: None, count }
    }
}

impl Serialize for RunningNumber {
    /// As it is printed.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
