//! A number a row, as narrow as the column allows.

use crate::quantity::whole;

/// Places of a column's values, one a row: a byte each while there are few distinct values.
#[derive(Debug, Clone)]
pub enum Codes {
    /// Up to 256 distinct values.
    Narrow(Vec<u8>),
    /// Up to 65,536.
    Wide(Vec<u16>),
    /// More.
    Whole(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Codes {
    /// Adds the place of a row's value, in wider numbers where it needs them.
    pub fn push(&mut self, place: u32) {
        match self {
            Self::Narrow(codes) => match u8::try_from(place) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    *self = Self::Wide(codes.iter().map(|code| u16::from(*code)).collect());
                    self.push(place);
                }
            },
            Self::Wide(codes) => match u16::try_from(place) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    *self = Self::Whole(codes.iter().map(|code| u32::from(*code)).collect());
                    self.push(place);
                }
            },
            Self::Whole(codes) => codes.push(place),
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Narrow(codes) => codes.len(),
            Self::Wide(codes) => codes.len(),
            Self::Whole(codes) => codes.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Each row's entry in `table`, which has one for each distinct value.
    pub fn through<T: Copy>(&self, table: &[T]) -> Vec<T> {
        let found = |place: usize| table.get(place).copied();
        match self {
            Self::Narrow(codes) => codes.iter().filter_map(|c| found(usize::from(*c))).collect(),
            Self::Wide(codes) => codes.iter().filter_map(|c| found(usize::from(*c))).collect(),
            Self::Whole(codes) => codes.iter().filter_map(|c| found(whole::count(*c))).collect(),
        }
    }

    /// The place of a row's value; 0 beyond the end.
    pub fn at(&self, row: usize) -> usize {
        match self {
            Self::Narrow(codes) => codes.get(row).map_or(0, |c| usize::from(*c)),
            Self::Wide(codes) => codes.get(row).map_or(0, |c| usize::from(*c)),
            Self::Whole(codes) => codes.get(row).map_or(0, |c| whole::count(*c)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Codes;

    #[test]
    fn codes_widen_without_losing_a_row() {
        let mut codes = Codes::default();
        (0..70_000).for_each(|place| codes.push(place));
        assert!(matches!(codes, Codes::Whole(_)));
        assert_eq!((codes.len(), codes.at(255), codes.at(256), codes.at(69_999)), (70_000, 255, 256, 69_999));
        let all: Vec<u32> = (0..70_000).collect();
        assert_eq!(codes.through(&all), all);
    }
}
