//! Whether shares that are each rounded once add up to another figure than 100: a reader who adds them up is told so,
//! and no share is bent to make it come out.

use crate::quantity::Rounded;

/// Whether these shares (0–100) are a complete distribution whose printed values do not add up to 100. They are
/// complete where their exact sum lies within `tolerance` (0–1) of the whole.
pub fn parts_from_100(shares: &[f64], decimals: u8, tolerance: f64) -> bool {
    let is_complete = (shares.iter().sum::<f64>() - 100.0).abs() <= tolerance * 100.0;
    let printed: i64 = shares.iter().map(|share| Rounded::new(*share, decimals).units).sum();
    is_complete && printed != Rounded::new(100.0, decimals).units
}

#[cfg(test)]
mod tests {
    use super::parts_from_100;

    #[test]
    fn only_a_complete_distribution_that_prints_another_sum_is_told() {
        let thirds = [100.0 / 3.0; 3];
        assert!(parts_from_100(&thirds, 1, 0.005), "3 × 33.3 = 99.9");
        assert!(!parts_from_100(&[33.3, 33.3, 33.4], 1, 0.005));
        assert!(parts_from_100(&[33.4, 33.4, 33.2], 0, 0.005), "33 + 33 + 33");
        assert!(!parts_from_100(&[45.04, 30.04], 1, 0.005), "two answers of several");
    }
}
