//! Which wording of a sentence comes next, and the fault of a key for which there is no sentence.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tera::{Kwargs, State, Tera, TeraResult};

use crate::diag::say;
use crate::template::functions::Filters;

/// How often each sentence has been said in a document: its wordings take turns, in every language alike.
#[derive(Debug, Default)]
pub struct Turns(Mutex<BTreeMap<String, usize>>);

impl Turns {
    /// Forgets what was said: a document begins.
    pub fn begin(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The wording whose turn it is, of so many.
    fn next(&self, sentence: &str, of: usize) -> usize {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let times = said.entry(sentence.to_owned()).or_default();
        let turn = times.checked_rem(of).unwrap_or_default();
        *times += 1;
        turn
    }
}

/// Registers what the generated templates call.
pub fn register(tera: &mut Tera, filters: &Arc<Filters>) -> Arc<Turns> {
    let turns = Arc::new(Turns::default());
    let own = Arc::clone(&turns);
    tera.register_function("wording", move |kwargs: Kwargs, _: &State| -> TeraResult<u64> {
        let of = usize::try_from(kwargs.must_get::<u64>("of")?).unwrap_or(1);
        Ok(u64::try_from(own.next(kwargs.must_get("sentence")?, of)).unwrap_or_default())
    });
    let own = Arc::clone(filters);
    tera.register_function("unsaid", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let (group, key): (&str, &str) = (kwargs.must_get("group")?, kwargs.must_get("key")?);
        let name = format!("{group}.{key}");
        Err(own
            .no_sentence(say!("sentence-key-missing", name = name), say!("hint-sentence-key", group = group)))
    });
    turns
}

#[cfg(test)]
mod tests {
    use super::Turns;

    #[test]
    fn wordings_take_turns() {
        let turns = Turns::default();
        let next = |name| turns.next(name, 2);
        assert_eq!([next("a"), next("b"), next("a"), next("a")], [0, 0, 1, 0]);
        turns.begin();
        assert_eq!(turns.next("a", 2), 0);
        assert_eq!(turns.next("none", 0), 0);
    }
}
