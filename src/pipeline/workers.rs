//! A few threads that take documents from one queue.
//!
//! Typst waits inside rayon's pool. Were documents tasks of that pool too, a waiting one would begin
//! the next, and all of them would lie in memory at once; with threads of their own there are never
//! more than there are cores.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Applies `work` to all items on that many threads, or on as many as there are cores; results in the items' order.
pub fn each<T: Sync, R: Send>(
    items: &[T],
    threads: Option<NonZero<usize>>,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(items.len()));
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let count = threads.map_or_else(cores, NonZero::get).min(items.len());
    thread::scope(|scope| {
        for _ in 0..count {
            scope.spawn(|| {
                while let Some((index, item)) = take(&next, items) {
                    let result = work(item);
                    results.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((index, result));
                }
            });
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
