//! A few threads that take documents from one queue.
//!
//! Typst lays out the runs of pages of a document side by side, in rayon's pool, and waits there for the last of them. A
//! thread that waits takes up whatever lies in its pool: were the pool one for all documents, the rest of one would wait
//! until another is done that was taken up meanwhile, with the other cores idle. So each thread that takes documents has
//! a pool of its own, and there are never more documents in memory than there are cores.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rayon::ThreadPoolBuilder;

/// Most threads that one document is worked on by: it has few runs of pages.
const THREADS_OF_ONE: usize = 4;

/// Stack of a thread, of which only what is used takes memory: Typst calls to a depth of 80, and an expression of a theme
/// may have some hundred levels in each call.
const STACK: usize = 64 << 20;

/// Applies `work` to all items on that many threads, or on as many as there are cores; results in the items' order.
pub fn each<T: Sync, R: Send>(
    items: &[T],
    threads: Option<NonZero<usize>>,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(items.len()));
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let count = threads.map_or(cores, NonZero::get).min(items.len());
    let own = rayon::current_num_threads().min(THREADS_OF_ONE);
    let take_all = || {
        while let Some((index, item)) = take(&next, items) {
            let result = work(item);
            results.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((index, result));
        }
    };
    let in_own_pool = || match ThreadPoolBuilder::new().num_threads(own).stack_size(STACK).build() {
        Ok(pool) => pool.install(take_all),
        // A system that gives no more threads.
        Err(_) => take_all(),
    };
    thread::scope(|scope| {
        for _ in 0..count {
            if thread::Builder::new().stack_size(STACK).spawn_scoped(scope, in_own_pool).is_err() {
                take_all();
            }
        }
    });
    let mut results = results.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

fn take<'a, T>(next: &AtomicUsize, items: &'a [T]) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    items.get(index).map(|item| (index, item))
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_keep_the_order_of_the_items() {
        let items: Vec<u32> = (0..100).collect();
        assert_eq!(super::each(&items, None, |x| x * 2), items.iter().map(|x| x * 2).collect::<Vec<_>>());
        assert!(super::each(&[] as &[u32], None, |x| *x).is_empty());
    }
}
