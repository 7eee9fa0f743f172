//! Whether the focus groups were of one mind on their themes: counts of groups only.

use serde::Serialize;

use crate::study::LocalizedText;

/// The groups on one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeKind {
    /// In every group that spoke of it, two at the least, opinion was shared.
    Common,
    /// One group alone spoke of it, and opinion in it was shared: that shows nothing that groups have in common.
    Alone,
    /// In every such group opinion was divided.
    Divided,
    /// Shared in some, divided in others.
    Mixed,
}

impl ThemeKind {
    /// Of how many groups agreed and how many were divided; a theme has one of either.
    pub fn of(agreed: usize, divided: usize) -> Self {
        match (agreed, divided) {
            (1, 0) => Self::Alone,
            (_, 0) => Self::Common,
            (0, _) => Self::Divided,
            _ => Self::Mixed,
        }
    }
}

/// All themes together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DiscussionsReading {
    /// The reading, by its `kind`.
    pub kind: DiscussionsKind,
    /// Themes on which opinion was shared in every group.
    pub common: Vec<LocalizedText>,
    /// Themes that were spoken of.
    pub themes: usize,
}

/// On how many themes the groups were of one mind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiscussionsKind {
    /// Nothing was said.
    None,
    /// On every theme.
    AllCommon,
    /// On some.
    SomeCommon,
    /// On none.
    NoneCommon,
}

impl DiscussionsReading {
    /// Reads the themes with what the groups made of each.
    pub fn new<'a>(themes: impl Iterator<Item = (&'a LocalizedText, ThemeKind)>) -> Self {
        let all: Vec<(&LocalizedText, ThemeKind)> = themes.collect();
        let is_common = |theme: &&(&LocalizedText, ThemeKind)| theme.1 == ThemeKind::Common;
        let common: Vec<LocalizedText> =
            all.iter().filter(is_common).map(|(label, _)| (*label).clone()).collect();
        let kind = match (all.len(), common.len()) {
            (0, _) => DiscussionsKind::None,
            (_, 0) => DiscussionsKind::NoneCommon,
            (all, common) if all == common => DiscussionsKind::AllCommon,
            _ => DiscussionsKind::SomeCommon,
        };
        Self { kind, common, themes: all.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::{DiscussionsKind, DiscussionsReading, ThemeKind};
    use crate::facts::reading::example::text;

    #[test]
    fn themes_are_common_divided_or_mixed() {
        let kinds = [ThemeKind::of(2, 0), ThemeKind::of(0, 2), ThemeKind::of(1, 1), ThemeKind::of(1, 0)];
        assert_eq!(kinds, [ThemeKind::Common, ThemeKind::Divided, ThemeKind::Mixed, ThemeKind::Alone]);
        let label = text("water");
        let read = |kinds: &[ThemeKind]| DiscussionsReading::new(kinds.iter().map(|k| (&label, *k))).kind;
        assert_eq!(read(&kinds), DiscussionsKind::SomeCommon);
        assert_eq!(read(&kinds[..1]), DiscussionsKind::AllCommon);
        assert_eq!(read(&kinds[1..]), DiscussionsKind::NoneCommon);
        assert_eq!(read(&[]), DiscussionsKind::None);
    }
}
