//! Labels beside the ends of lines: moved up and down until none stands on another.

/// Middles for blocks of `heights`, near the `wanted` ones, between `top` and `bottom`, in the given order.
/// Where they need more room than there is, they stand one below the other from the top.
pub fn spread(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let height = |i: usize| heights.get(i).copied().unwrap_or_default();
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut middles = vec![0.0; wanted.len()];
    let mut free = top;
    for i in &order {
        middles[*i] = wanted[*i].max(free + height(*i) / 2.0);
        free = middles[*i] + height(*i) / 2.0;
    }
    // What has been pushed out at the bottom pushes back.
    let mut limit = bottom;
    for i in order.iter().rev() {
        middles[*i] = f64::min(middles[*i], limit - height(*i) / 2.0);
        limit = middles[*i] - height(*i) / 2.0;
    }
    let mut free = top;
    for i in &order {
        middles[*i] = f64::max(middles[*i], free + height(*i) / 2.0);
        free = middles[*i] + height(*i) / 2.0;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn labels_with_room_stay_where_they_are_wanted() {
        assert_eq!(spread(&[50.0, 10.0], &[10.0, 10.0], 0.0, 100.0), [50.0, 10.0]);
    }

    #[test]
    fn equal_wishes_become_a_column_inside_the_bounds() {
        for at in [0.0, 50.0, 100.0] {
            let middles = spread(&[at; 5], &[10.0; 5], 0.0, 100.0);
            assert!(middles.iter().all(|m| (5.0..=95.0).contains(m)), "{middles:?}");
            assert!(middles.windows(2).all(|pair| pair[1] - pair[0] >= 10.0), "{middles:?}");
        }
    }

    #[test]
    fn too_many_stand_one_below_the_other() {
        let middles = spread(&[5.0; 4], &[10.0; 4], 0.0, 20.0);
        assert_eq!(middles, [5.0, 15.0, 25.0, 35.0]);
    }
}
