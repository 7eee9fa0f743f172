//! What the data say: the decisions that sentences rest on, typed, without a word of any language.
//!
//! A reading stands beside the facts that it is read from (`question.reading`, `index.reading`, …) or, where it
//! goes across them, in [`Overview`]. It names its kind by a kebab-case tag `kind`, and has exactly the values that
//! a sentence of that kind may print. Templates choose a sentence by the tag; they compare nothing. No reading
//! computes a statistic of its own: intervals, tests, rankings, crosstabs and tiers are those of the facts.
//!
//! Rules that hold for all of them:
//! - An estimate leads, or comes last, where its confidence interval overlaps no other's ([`Extreme`]); intervals that
//!   touch overlap. Tied means that the order is not established, not that the values are equal.
//! - A majority is a share above one half with its whole interval.
//! - Groups differ as the crosstab's marks say ([`significance`](super::significance)); "none proven" is told only where
//!   something was tested, and is no proof of agreement.
//! - Values are exact, and so are the differences made of them; each is rounded once, where it is printed.
//! - What may not be shown (small base, suppressed cell) is not read either: it is left out and counted as such.
//!
//! What each replaces in the templates (names of `question.md` stand for all languages):
//!
//! | reading | decisions in templates |
//! |---|---|
//! | [`QuestionReading`] | `question.md`: all sets and branches above the chart (`pos neg mid hard ranked aside likert many near far below next tied level rest`, `q.n < facts.sample.n`); `final`: summary without findings (`ranked[1].high >= ranked[0].low`); `slides`: `own near lead`, headings of `extra`, `leader_is_clear` |
//! | [`GroupsReading`] | `question.md` below the chart (`differing shown tested small_group`); `final`: annex of crosstabs (`crossed`, first question, first item); `slides`: `differs` |
//! | [`IndexReading`], [`IndicesReading`] | `final`, `interim-2`, `slides`: `sorted lowest highest`, `rank[0] == rank[1]`, `unlike earlier moved`, `solid low high`; conclusion |
//! | [`RiskReading`], [`Feeds`] | `final`, `interim-2`, `slides`: `risky special named_kinds up same open down blank hot outer ranked`, sums of `tiers`; conclusion |
//! | [`FindingReading`] | `final`: `proof by_index by_place with_proof`, `rose fell within apart`, triangulation; `slides`: message notes (`experts.experts if x.id in f.evidence` …) |
//! | [`Overview`] | `final`: summary, conclusion (first finding, counts); `slides`: groups, `urgent later ordered`, terms (`met`); `summary`: `urgent later ordered` |
//! | [`CasesReading`] | `slides`: `cat tied`; `final`: `filled`, sentences by severity and state |
//! | [`ExpertReading`], [`ExpertsReading`], [`ThemeKind`], [`DiscussionsReading`] | `slides`: `agree most tops pair found common`; `final`: themes |

mod aside;
mod battery;
mod begin;
mod cases;
mod change;
mod choice;
mod claims;
mod count;
mod discussions;
mod evidence;
#[cfg(test)]
pub(in crate::facts) mod example;
mod experts;
mod extreme;
mod feeds;
mod finding;
mod groups;
mod index;
mod measured;
mod movement;
mod overview;
mod pairs;
mod question;
mod scale;
mod standing;
mod terms;
mod territories;

pub use aside::Aside;
pub use battery::{Battery, NetItem, Outweighed, Worst};
pub use begin::{Begin, BeginKind, RecommendationReading};
pub use cases::{AcuteKind, CasesReading, SeverityRow, StateCounts};
pub use change::StageChange;
pub use choice::{Choice, Second};
pub use claims::{Claim, allowing};
pub use count::{MostFrequent, Tally};
pub use discussions::{DiscussionsKind, DiscussionsReading, ThemeKind};
pub use evidence::{Known, Sources, SourcesKind};
pub use experts::{ExpertReading, ExpertReadingKind, ExpertsKind, ExpertsReading, Residents};
pub use extreme::{Estimated, Extreme, Listing};
pub use feeds::{Contribution, Feeds, FeedsFrom};
pub use finding::{FindingReading, GroupPlace, GroupPlaceKind, Proof};
pub use groups::{
    BreakdownKind, BreakdownReading, Difference, Extent, GroupValue, GroupsReading, GroupsVerdict,
    MeasureKind, MeasureRef, RowReading,
};
pub use index::{Changes, ChangesKind, IndexReading, IndexStanding, IndicesReading, SpanKind, TerritorySpan};
pub use measured::{Measured, MeasuredKind};
pub use movement::{Movement, MovementKind};
pub use overview::{Division, Overview, OverviewKind, Side, Unity};
pub use question::{Asked, QuestionReading, Verdict};
pub use scale::{Balance, OneSided, Scale, ScaleKind};
pub use standing::Standing;
pub use terms::{TermsKind, TermsReading};
pub use territories::{Gathering, KindReading, RiskKind, RiskReading, RiskSpan, TerritoryRef, Tiers};

pub(super) use finding::change as finding_change;
pub(super) use movement::movements;

/// How many things a sentence names at most before it says "and others".
pub const NAMED_MOST: usize = 3;

/// The breakdown whose groups are the territories; the report tells of them in a section of their own.
const OF_TERRITORIES: &str = "territory";
