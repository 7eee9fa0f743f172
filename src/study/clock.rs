//! The time of day, as agendas print it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A time of day, `HH:MM` from 00:00 to 23:59 (ISO 8601-1, 5.3.1, without seconds).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Clock(String);

impl Clock {
    const PATTERN: &'static str = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    fn is_valid(text: &str) -> bool {
        let Some((hours, minutes)) = text.split_once(':') else { return false };
        let below = |part: &str, bound: u8| {
            let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            digits && part.parse::<u8>().is_ok_and(|value| value < bound)
        };
        below(hours, 24) && below(minutes, 60)
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if Self::is_valid(&text) {
            Ok(Self(text))
        } else {
            Err(serde::de::Error::custom(format!("`{text}` does not match {}", Self::PATTERN)))
        }
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for Clock {
    fn schema_name() -> Cow<'static, str> {
        "Clock".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": Self::PATTERN,
            "description": "A time of day, HH:MM."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn hours_and_minutes_have_two_digits_and_their_bounds() {
        for good in ["00:00", "09:30", "23:59"] {
            assert!(Clock::is_valid(good), "{good}");
        }
        for bad in ["9:30", "24:00", "12:60", "12.30", "12:30:00", "+1:00", ""] {
            assert!(!Clock::is_valid(bad), "{bad}");
        }
    }
}
