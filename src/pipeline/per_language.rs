//! What is made once for each language, for the first that asks for it, and let go after the last.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// One value a language.
pub(super) struct PerLanguage<T>(Mutex<BTreeMap<String, Arc<OnceLock<Arc<T>>>>>);

impl<T> PerLanguage<T> {
    /// The value of a language; who asks while it is being made waits for it.
    pub fn get(&self, language: &str, make: impl FnOnce() -> T) -> Arc<T> {
        let own = {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(all.entry(language.to_owned()).or_default())
        };
        Arc::clone(own.get_or_init(|| Arc::new(make())))
    }

    /// Lets the value of a language go; who asks later has it made anew.
    pub fn forget(&self, language: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(language);
    }
}

impl<T> Default for PerLanguage<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_value_made_once() {
        let all = PerLanguage::default();
        let first = all.get("kk", || "alma");
        assert!(Arc::ptr_eq(&first, &all.get("kk", || "almurt")));
        assert_eq!(*all.get("ru", || "yabloko"), "yabloko");
        all.forget("kk");
        assert_eq!((*all.get("kk", || "almurt"), *all.get("ru", || "jablko")), ("almurt", "yabloko"));
    }
}
