//! Documents that are laid out once, and of which nothing is remembered afterwards.
//!
//! What Typst remembers of its work, for the next round of the same document, is one store for the whole program: some
//! hundred megabytes for a long report. It is let go as a whole, so a document that ends must not let it go while others
//! are under way: those would begin anew.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many are under way.
static UNDER_WAY: AtomicUsize = AtomicUsize::new(0);

/// One such document under way; with the last one the store is let go.
#[derive(Debug)]
pub struct Passing(());

impl Passing {
    /// Before a document is laid out.
    pub fn begin() -> Self {
        UNDER_WAY.fetch_add(1, Ordering::SeqCst);
        Self(())
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        if UNDER_WAY.fetch_sub(1, Ordering::SeqCst) == 1 {
            comemo::evict(0);
        }
    }
}
