//! The first or the last of several estimates, clear or tied.

use serde::Serialize;

use super::NAMED_MOST;

/// An estimate with its confidence interval that can be held against others.
pub trait Estimated {
    /// Lower and upper bound, in the unit of the estimate.
    fn interval(&self) -> (f64, f64);

    /// The estimate.
    fn exact(&self) -> f64;
}

/// Some things by name, the others by number: a sentence names at most [`NAMED_MOST`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Listing<T> {
    /// Those that a sentence names, in their order.
    pub named: Vec<T>,
    /// How many more there are.
    pub further: usize,
    /// How many there are in all.
    pub count: usize,
}

impl<T> Default for Listing<T> {
    fn default() -> Self {
        Self { named: Vec::new(), further: 0, count: 0 }
    }
}

impl<T> FromIterator<T> for Listing<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        let mut named: Vec<T> = all.into_iter().collect();
        let count = named.len();
        named.truncate(NAMED_MOST);
        Self { further: count - named.len(), named, count }
    }
}

/// The highest (or lowest) of several estimates.
///
/// Clear where its interval overlaps none of the others', tied where it does: intervals that touch at an end
/// overlap. The same rule as that of `stats::rank_ranges` (Goldstein & Spiegelhalter 1996) for a range of the
/// first place alone. An overlap is no proof of equality: tied estimates are those whose order is not established.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Extreme<T> {
    /// One stands alone.
    Clear {
        /// The one.
        only: T,
    },
    /// Several whose order is not established.
    Tied {
        /// They, the most extreme estimate first.
        among: Listing<T>,
    },
}

impl<T: Estimated + Clone> Extreme<T> {
    /// The highest of some estimates; `None` of none. A single one is clear.
    pub fn highest(all: &[T]) -> Option<Self> {
        Self::of(
            all,
            |a, b| b.exact().total_cmp(&a.exact()),
            |first, other| other.interval().1 >= first.interval().0,
        )
    }

    /// The lowest of some estimates; `None` of none. A single one is clear.
    pub fn lowest(all: &[T]) -> Option<Self> {
        Self::of(
            all,
            |a, b| a.exact().total_cmp(&b.exact()),
            |first, other| other.interval().0 <= first.interval().1,
        )
    }

    fn of(
        all: &[T],
        order: impl Fn(&T, &T) -> std::cmp::Ordering,
        reaches: impl Fn(&T, &T) -> bool,
    ) -> Option<Self> {
        let mut sorted: Vec<T> = all.to_vec();
        sorted.sort_by(order);
        let first = sorted.first()?.clone();
        let level: Vec<T> = sorted.into_iter().filter(|other| reaches(&first, other)).collect();
        Some(match level.as_slice() {
            [] | [_] => Self::Clear { only: first },
            _ => Self::Tied { among: level.into_iter().collect() },
        })
    }
}

impl<T> Extreme<T> {
    /// The one that stands alone.
    pub fn clear(&self) -> Option<&T> {
        match self {
            Self::Clear { only } => Some(only),
            Self::Tied { .. } => None,
        }
    }
}

/// How far one estimate lies above another, in the unit of the estimates (percentage points, points).
pub fn gap<T: Estimated>(upper: &T, lower: &T) -> f64 {
    upper.exact() - lower.exact()
}

#[cfg(test)]
mod tests {
    use super::{Estimated, Extreme, Listing, gap};

    #[derive(Debug, Clone, PartialEq)]
    struct At(f64, f64, f64);

    impl Estimated for At {
        fn interval(&self) -> (f64, f64) {
            (self.0, self.2)
        }

        fn exact(&self) -> f64 {
            self.1
        }
    }

    #[test]
    fn intervals_that_touch_are_tied() {
        let all = [At(10.0, 20.0, 30.0), At(30.0, 40.0, 50.0), At(0.0, 1.0, 2.0)];
        let Some(Extreme::Tied { among }) = Extreme::highest(&all) else {
            panic!("touching ends are an overlap")
        };
        assert_eq!((among.count, among.named[0].clone()), (2, At(30.0, 40.0, 50.0)));
        assert_eq!(Extreme::lowest(&all), Some(Extreme::Clear { only: At(0.0, 1.0, 2.0) }));
    }

    #[test]
    fn a_hair_apart_is_clear() {
        let all = [At(10.0, 20.0, 29.9), At(30.0, 40.0, 50.0)];
        assert_eq!(Extreme::highest(&all).and_then(|e| e.clear().cloned()), Some(At(30.0, 40.0, 50.0)));
    }

    #[test]
    fn one_is_clear_and_none_is_nothing() {
        assert!(Extreme::highest(&[At(0.0, 0.0, 0.0)]).is_some_and(|e| e.clear().is_some()));
        assert_eq!(Extreme::<At>::lowest(&[]), None);
    }

    #[test]
    fn all_equal_are_all_tied() {
        let all = vec![At(1.0, 2.0, 3.0); 5];
        let Some(Extreme::Tied { among }) = Extreme::lowest(&all) else { panic!("equal") };
        assert_eq!((among.named.len(), among.further, among.count), (3, 2, 5));
    }

    #[test]
    fn a_gap_is_that_of_the_exact_values() {
        // Rounded first, 58.84 and 45.35 would be 58.8 − 45.4 = 13.4; exact they are 13.49, printed as 13.5.
        assert!((gap(&At(0.0, 58.84, 0.0), &At(0.0, 45.35, 0.0)) - 13.49).abs() < 1e-9);
    }

    #[test]
    fn a_listing_names_three() {
        let listing: Listing<u8> = (1..=4).collect();
        assert_eq!((listing.named, listing.further, listing.count), (vec![1, 2, 3], 1, 4));
    }
}
