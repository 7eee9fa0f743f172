//! What a mistyped word was meant to be.

/// The known word nearest to a mistyped one, where one is near enough to be meant. Ids that differ by
/// their numbers alone are two things, not a slip.
pub fn nearest<'a>(word: &str, known: &'a [String]) -> Option<&'a String> {
    let letters = |text: &str| text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    let own = letters(word);
    known
        .iter()
        .filter(|k| letters(k) != own)
        .map(|k| (strsim::normalized_damerau_levenshtein(word, k), k))
        .filter(|(similarity, _)| *similarity > 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, k)| k)
}
