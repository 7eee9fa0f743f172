//! The time of day, as agendas print it.

use std::borrow::Cow;

use jiff::civil::Time;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A time of day, `HH:MM` from 00:00 to 23:59 (ISO 8601-1, 5.3.1, without seconds).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(pub Time);

impl TimeOfDay {
    const PATTERN: &'static str = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    fn parse(text: &str) -> Option<Self> {
        // Jiff takes one digit, too.
        let has_form = text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit() || b == b':');
        Time::strptime("%H:%M", text).ok().filter(|_| has_form).map(Self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` does not match {}", Self::PATTERN)))
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

impl JsonSchema for TimeOfDay {
    fn schema_name() -> Cow<'static, str> {
        "TimeOfDay".into()
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
    use super::TimeOfDay;

    #[test]
    fn hours_and_minutes_have_two_digits_and_their_bounds() {
        for good in ["00:00", "09:30", "23:59"] {
            let read = TimeOfDay::parse(good).map(|time| time.to_string());
            assert_eq!(read.as_deref(), Some(good));
        }
        for bad in ["9:30", "24:00", "12:60", "12.30", "12:30:00", "+1:00", "1:300", ""] {
            assert_eq!(TimeOfDay::parse(bad), None, "{bad}");
        }
    }
}
