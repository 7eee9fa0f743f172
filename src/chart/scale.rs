//! The linear scale from values to points, and how long it may be beside printed numbers.

/// Maps values to points along one direction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    from: f64,
    origin: f64,
    /// Points per unit; negative where the direction is turned round (upwards).
    per_unit: f64,
}

impl Scale {
    /// `from..to` (values) onto `start..end` (points). A domain without length maps to `start`.
    pub fn new(from: f64, to: f64, start: f64, end: f64) -> Self {
        let per_unit = if to > from { (end - start) / (to - from) } else { 0.0 };
        Self { from, origin: start, per_unit }
    }

    /// Points that a unit takes.
    pub fn per_unit(&self) -> f64 {
        self.per_unit
    }

    /// The point of a value.
    pub fn at(&self, value: f64) -> f64 {
        self.origin + (value - self.from) * self.per_unit
    }
}

/// How far one row extents left and right of zero, in values and, beyond them, in points of text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extent {
    pub left: f64,
    pub left_text: f64,
    pub right: f64,
    pub right_text: f64,
}

/// The scale with which all rows and their texts fit between `start` and `end`, as long as possible, a unit
/// no longer than `limit` points.
pub fn fit(extents: &[Extent], start: f64, end: f64, limit: Option<f64>) -> Scale {
    let width = end - start;
    let longest = extents.iter().map(|e| e.left.max(e.right)).fold(0.0, f64::max);
    let sides = |per_unit: f64| {
        extents.iter().fold((0.0_f64, 0.0_f64), |(left, right), e| {
            let left = left.max(e.left * per_unit + e.left_text);
            (left, right.max(e.right * per_unit + e.right_text))
        })
    };
    let room = if longest > 0.0 { width / longest } else { 0.0 };
    let (mut low, mut high) = (0.0, limit.map_or(room, |limit| room.min(limit)));
    for _ in 0..40 {
        let middle = (low + high) / 2.0;
        let (left, right) = sides(middle);
        if left + right <= width { low = middle } else { high = middle }
    }
    Scale { from: 0.0, origin: start + sides(low).0, per_unit: low }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_linear_and_survives_a_domain_without_length() {
        let scale = Scale::new(0.0, 50.0, 10.0, 110.0);
        assert_eq!(scale.at(25.0), 60.0);
        assert_eq!(Scale::new(3.0, 3.0, 7.0, 9.0).at(3.0), 7.0);
    }

    #[test]
    fn the_longest_bar_leaves_room_for_its_number() {
        let rows = [
            Extent { right: 100.0, right_text: 30.0, ..Extent::default() },
            Extent { left: 50.0, left_text: 20.0, ..Extent::default() },
        ];
        let scale = fit(&rows, 0.0, 200.0, None);
        assert!((scale.at(100.0) - 170.0).abs() < 0.01);
        assert!((scale.at(-50.0) - 20.0).abs() < 0.01);
    }

    #[test]
    fn all_zero_is_drawn_at_the_start() {
        let scale = fit(&[Extent { right_text: 30.0, ..Extent::default() }], 5.0, 200.0, None);
        assert_eq!(scale.at(0.0), 5.0);
    }
}
