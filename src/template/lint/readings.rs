//! The kinds of reading that a condition asks for: `q.reading.kind == "majority"`,
//! `facts.overview.kind in ["unites-only", "neither"]`.

/// The kinds under one of which the text of a condition holds; none where it asks for no kind, or leaves other ways
/// in by `or` or `not`.
pub fn kinds(condition: &str) -> Vec<&str> {
    let is_open = [" or ", " not ", "!="].iter().any(|way| condition.contains(way));
    let asked = condition.find(".kind == ").map(|at| &condition[at + ".kind == ".len()..]);
    let listed = condition.find(".kind in [").map(|at| &condition[at + ".kind in [".len()..]);
    let text = match (is_open, asked, listed) {
        (false, Some(rest), None) => rest.get(..end(rest)).unwrap_or_default(),
        (false, None, Some(rest)) => rest.split(']').next().unwrap_or_default(),
        _ => return Vec::new(),
    };
    text.split('"').skip(1).step_by(2).collect()
}

/// Where the first quoted text ends.
fn end(text: &str) -> usize {
    text.match_indices('"').nth(1).map_or(0, |(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::kinds;

    #[test]
    fn a_condition_names_one_kind_or_several() {
        assert_eq!(kinds("if q.reading.kind == \"majority\""), ["majority"]);
        assert_eq!(kinds("elif q.reading.kind == \"divided\" and q.id == \"q-x\""), ["divided"]);
        assert_eq!(kinds("if i.change.kind in [\"rose\", \"fell\"]"), ["rose", "fell"]);
    }

    #[test]
    fn what_leaves_another_way_in_names_none() {
        assert!(kinds("if q.reading.kind == \"majority\" or q.n > 5").is_empty());
        assert!(kinds("if q.reading.kind != \"majority\"").is_empty());
        assert!(kinds("if not q.reading.kind == \"majority\"").is_empty());
        assert!(kinds("if q.kind").is_empty());
    }
}
