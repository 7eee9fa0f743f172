//! The group that a figure is of.

use std::borrow::Cow;
use std::fmt;

use ecow::{EcoString, EcoVec};
use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Breakdown id → group code, hardly ever more than one. Large studies have hundreds of thousands of them, so that the
/// only one lies where it is, and short texts with it.
#[derive(Debug, Clone)]
pub struct GroupCodes(Pairs);

#[derive(Debug, Clone)]
enum Pairs {
    One(Pair),
    Any(EcoVec<Pair>),
}

/// A breakdown and its group.
type Pair = (EcoString, EcoString);

impl GroupCodes {
    /// A group of one breakdown.
    pub fn of(breakdown: &str, group: &str) -> Self {
        Self(Pairs::One((breakdown.into(), group.into())))
    }

    /// Breakdowns with their groups, in the order of the file.
    pub fn iter(&self) -> <&Self as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// How many breakdowns there are.
    pub fn len(&self) -> usize {
        self.pairs().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.pairs().is_empty()
    }

    /// The only breakdown with its group.
    pub fn only(&self) -> Option<(&str, &str)> {
        self.iter().next().filter(|_| self.len() == 1)
    }

    /// The group of a breakdown.
    pub fn get(&self, breakdown: &str) -> Option<&str> {
        self.iter().find(|(own, _)| *own == breakdown).map(|(_, group)| group)
    }

    /// The codes of the groups.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(_, group)| group)
    }

    /// Puts a breakdown's group in, in the place of what it had.
    pub fn insert(&mut self, breakdown: &str, group: &str) {
        let own = |(own, _): &&mut Pair| own == breakdown;
        let pairs = match &mut self.0 {
            Pairs::One(pair) => std::slice::from_mut(pair),
            Pairs::Any(pairs) => pairs.make_mut(),
        };
        if let Some((_, own)) = pairs.iter_mut().find(own) {
            *own = group.into();
            return;
        }
        let pair = (breakdown.into(), group.into());
        match &mut self.0 {
            Pairs::Any(pairs) if !pairs.is_empty() => pairs.push(pair),
            Pairs::Any(_) => self.0 = Pairs::One(pair),
            Pairs::One(first) => self.0 = Pairs::Any(EcoVec::from([first.clone(), pair])),
        }
    }

    fn pairs(&self) -> &[Pair] {
        match &self.0 {
            Pairs::One(pair) => std::slice::from_ref(pair),
            Pairs::Any(pairs) => pairs,
        }
    }

    /// The same groups, one breakdown under another id.
    pub fn renamed(&self, breakdown: &str, id: &str) -> Self {
        self.iter().map(|(own, group)| (if own == breakdown { id } else { own }, group)).collect()
    }
}

impl Default for GroupCodes {
    fn default() -> Self {
        Self(Pairs::Any(EcoVec::new()))
    }
}

impl<'g> IntoIterator for &'g GroupCodes {
    type Item = (&'g str, &'g str);
    type IntoIter = std::iter::Map<std::slice::Iter<'g, Pair>, fn(&'g Pair) -> Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.pairs().iter().map(|(breakdown, group)| (breakdown.as_str(), group.as_str()))
    }
}

impl PartialEq for GroupCodes {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(breakdown, group)| other.get(breakdown) == Some(group))
    }
}

impl<'g> FromIterator<(&'g str, &'g str)> for GroupCodes {
    fn from_iter<I: IntoIterator<Item = (&'g str, &'g str)>>(pairs: I) -> Self {
        let mut groups = Self::default();
        pairs.into_iter().for_each(|(breakdown, group)| groups.insert(breakdown, group));
        groups
    }
}

impl Serialize for GroupCodes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        self.iter().try_for_each(|(breakdown, group)| map.serialize_entry(breakdown, group))?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for GroupCodes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = GroupCodes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<GroupCodes, A::Error> {
                let mut groups = GroupCodes::default();
                while let Some((breakdown, group)) = map.next_entry::<EcoString, EcoString>()? {
                    if groups.get(&breakdown).is_some() {
                        return Err(A::Error::custom(format_args!("duplicate field `{breakdown}`")));
                    }
                    groups.insert(&breakdown, &group);
                }
                Ok(groups)
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

impl JsonSchema for GroupCodes {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "GroupCodes".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        IndexMap::<String, String>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::GroupCodes;

    #[test]
    fn groups_are_as_they_are_put_in_each_breakdown_once() {
        let mut groups = GroupCodes::default();
        assert!(groups.is_empty() && groups.only().is_none());
        groups.insert("sex", "m");
        groups.insert("sex", "f");
        assert_eq!((groups.only(), &groups), (Some(("sex", "f")), &GroupCodes::of("sex", "f")));
        groups.insert("age", "18-29");
        groups.insert("sex", "m");
        assert_eq!(groups.iter().collect::<Vec<_>>(), [("sex", "m"), ("age", "18-29")]);
        assert_eq!((groups.only(), groups.get("age"), groups.get("type")), (None, Some("18-29"), None));
        assert_eq!(groups, [("age", "18-29"), ("sex", "m")].into_iter().collect());
        assert_eq!(groups.renamed("age", "years").get("years"), Some("18-29"));
    }
}
