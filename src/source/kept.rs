//! What was made of the same input before, within one process: a page that is served reads its study after each edit,
//! the studies of a programme share templates and logos, and so do the tests.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Values by the digests of what they were made of; of more than `most` the oldest go.
pub struct Kept<T> {
    most: usize,
    values: Mutex<Vec<(String, Arc<T>)>>,
}

impl<T> Kept<T> {
    /// Room for so many values.
    pub const fn new(most: usize) -> Self {
        Self { most, values: Mutex::new(Vec::new()) }
    }

    /// The value of a digest, or what `make` gives, which is kept.
    ///
    /// # Errors
    /// Those of `make`; they are not kept.
    pub fn get<E>(&self, digest: &str, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let same = self.values().iter().find(|(own, _)| own == digest).map(|(_, value)| Arc::clone(value));
        if let Some(same) = same {
            return Ok(same);
        }
        // Who asks for the same meanwhile makes it, too, and does not wait.
        let value = Arc::new(make()?);
        let mut values = self.values();
        if values.len() == self.most {
            values.remove(0);
        }
        values.push((digest.to_owned(), Arc::clone(&value)));
        Ok(value)
    }

    fn values(&self) -> MutexGuard<'_, Vec<(String, Arc<T>)>> {
        self.values.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Kept;

    #[test]
    fn the_same_is_made_once_and_the_oldest_goes() {
        let kept = Kept::new(2);
        let of = |digest: &str, value: u8| kept.get(digest, || Ok::<u8, ()>(value)).unwrap();
        let first = of("a", 1);
        assert!(Arc::ptr_eq(&first, &of("a", 2)));
        assert_eq!((*of("b", 3), *of("c", 4)), (3, 4));
        assert_eq!((*of("a", 5), *of("c", 6)), (5, 4), "a went for c");
        assert_eq!(kept.get("d", || Err::<u8, _>("a fault")), Err("a fault"));
        assert_eq!(*of("d", 7), 7, "a fault is not kept");
    }
}
