//! The typesetter's cache, for documents that are laid out once and need nothing remembered afterwards.
//!
//! What Typst remembers of its work, for the next round of the same document, is one cache for the whole program
//! (`comemo`): some hundred megabytes for a long report. It is evicted as a whole, so a document that ends must not evict
//! it while others are under way: those would begin anew.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Leases that are held.
static HELD: AtomicUsize = AtomicUsize::new(0);

/// Held while a document is laid out; with the last one the cache is evicted.
#[derive(Debug)]
pub struct CacheLease(());

impl CacheLease {
    /// Before a document is laid out.
    pub fn begin() -> Self {
        HELD.fetch_add(1, Ordering::SeqCst);
        Self(())
    }
}

impl Drop for CacheLease {
    fn drop(&mut self) {
        if HELD.fetch_sub(1, Ordering::SeqCst) == 1 {
            comemo::evict(0);
        }
    }
}
