//! Shares of a whole: 0–1 in records and formulas, 0–100 where people read them.

use serde::{Deserialize, Serialize};

/// A share of a whole, 0–1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Share(pub f64);

/// A share of a whole in per cent, 0–100; a difference of shares in percentage points, −100–100.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Percent(pub f64);

impl Share {
    /// The same share in per cent.
    pub fn percent(self) -> Percent {
        Percent(self.0 * 100.0)
    }
}

impl Percent {
    /// The same share of 1.
    pub fn share(self) -> Share {
        Share(self.0 / 100.0)
    }
}

impl From<Share> for Percent {
    fn from(share: Share) -> Self {
        share.percent()
    }
}

impl From<Percent> for Share {
    fn from(percent: Percent) -> Self {
        percent.share()
    }
}

#[cfg(test)]
mod tests {
    use super::{Percent, Share};

    #[test]
    fn a_hundred_per_cent_are_the_whole() {
        assert_eq!((Share(1.0).percent(), Percent(50.0).share()), (Percent(100.0), Share(0.5)));
    }
}
