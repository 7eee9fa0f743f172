//! Labels beside the ends of lines: moved up and down until none stands on another.

/// Middles for blocks of `heights` between `top` and `bottom`, in the order of the `wanted` ones and as near
/// to them as can be (least squares, by pooling neighbours that would overlap). Where they need more room
/// than there is, they stand one below the other from the top.
pub fn spread(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let height = |i: usize| heights.get(i).copied().unwrap_or_default();
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    // Where each would stand if all were stacked from zero: what is left is a rising shift.
    let mut stacked = vec![0.0; wanted.len()];
    let mut total = 0.0;
    for i in &order {
        stacked[*i] = total + height(*i) / 2.0;
        total += height(*i);
    }
    let last = (bottom - total).max(top);
    let mut middles = stacked.clone();
    let shifts = rising(order.iter().map(|i| wanted[*i] - stacked[*i]));
    for (i, shift) in order.into_iter().zip(shifts) {
        middles[i] += shift.clamp(top, last);
    }
    middles
}

/// The rising numbers nearest to `numbers` (pool adjacent violators).
fn rising(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut pools: Vec<(f64, u32)> = Vec::new();
    for number in numbers {
        pools.push((number, 1));
        while let [.., (before, few), (after, many)] = pools[..]
            && before > after
        {
            let sum = before * f64::from(few) + after * f64::from(many);
            pools.truncate(pools.len() - 2);
            pools.push((sum / f64::from(few + many), few + many));
        }
    }
    pools.into_iter().flat_map(|(mean, many)| (0..many).map(move |_| mean)).collect()
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn labels_with_room_stay_where_they_are_wanted() {
        assert_eq!(spread(&[50.0, 10.0], &[10.0, 10.0], 0.0, 100.0), [50.0, 10.0]);
    }

    #[test]
    fn neighbours_give_way_in_both_directions() {
        assert_eq!(spread(&[50.0, 50.0], &[10.0, 10.0], 0.0, 100.0), [45.0, 55.0]);
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
