//! Between floats and integers: the casts of the program, each saturating, none of them silent about it.

/// The nearest integer, halves away from zero; what lies outside of an `i64` becomes its end, what is no
/// number becomes 0.
#[allow(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is asked for")]
pub fn nearest(value: f64) -> i64 {
    value.round() as i64
}

/// The nearest integer of 0 or more, halves away from zero; saturating.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is what is asked for"
)]
pub fn nearest_unsigned(value: f64) -> u32 {
    value.round() as u32
}

/// The nearest integer of 0 or more as an index or a count; saturating.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is what is asked for"
)]
pub fn nearest_count(value: f64) -> usize {
    value.round() as usize
}

/// The nearest 32-bit float; infinite where there is none.
#[allow(clippy::cast_possible_truncation, reason = "a loss of digits is what is asked for")]
pub fn single(value: f64) -> f32 {
    value as f32
}

/// A count as a float: exact up to 2⁵³.
#[allow(clippy::cast_precision_loss, reason = "counts of things in memory lie below 2^53")]
pub fn float(count: usize) -> f64 {
    count as f64
}

/// A count of the data as a count in memory; saturating.
pub fn count(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// A count in memory as one of the data; saturating.
pub fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// A count as an unsigned 32-bit integer; saturating.
pub fn count_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{nearest, nearest_count, nearest_unsigned};

    #[test]
    fn what_lies_outside_becomes_the_end() {
        assert_eq!((nearest(-2.5), nearest(f64::NAN), nearest(1e300)), (-3, 0, i64::MAX));
        assert_eq!((nearest_unsigned(-1.0), nearest_unsigned(1e300)), (0, u32::MAX));
        assert_eq!(nearest_count(2.5), 3);
    }
}
