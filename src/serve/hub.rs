//! What happens, told to every open page as it happens (server-sent events).

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use serde_json::Value;

/// Most pages that are told of events at the same time.
pub const MOST: usize = 32;
/// Events that wait for a page that does not read them; it is let go beyond.
const WAITING: usize = 256;

/// The open pages.
#[derive(Debug, Default)]
pub struct Hub(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    next: u64,
    pages: Vec<Page>,
}

#[derive(Debug)]
struct Page {
    id: u64,
    shown: Vec<String>,
    sender: SyncSender<String>,
}

impl Hub {
    /// A page that shows documents of these names begins to listen; `None` where too many do.
    pub fn join(&self, shown: Vec<String>) -> Option<(u64, Receiver<String>)> {
        let mut state = self.state();
        if state.pages.len() >= MOST {
            return None;
        }
        let (sender, receiver) = sync_channel(WAITING);
        state.next += 1;
        let id = state.next;
        state.pages.push(Page { id, shown, sender });
        Some((id, receiver))
    }

    /// A page is gone.
    pub fn leave(&self, id: u64) {
        self.state().pages.retain(|page| page.id != id);
    }

    /// Names of the documents that are shown anywhere, those of the latest page first.
    pub fn shown(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in self.state().pages.iter().rev().flat_map(|page| &page.shown) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// Tells an event to all pages.
    pub fn tell(&self, event: &str, data: &Value) {
        let text = format!("event: {event}\ndata: {data}\n\n");
        let is_read = |page: &Page| !matches!(page.sender.try_send(text.clone()), Err(TrySendError::Full(_)));
        self.state().pages.retain(is_read);
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{Hub, MOST};
    use serde_json::json;

    #[test]
    fn pages_hear_what_is_told_and_one_that_does_not_read_is_let_go() {
        let hub = Hub::default();
        let (first, heard) = hub.join(vec!["final.kk".to_owned(), "final.ru".to_owned()]).unwrap();
        let (_, _unread) = hub.join(vec!["slides.kk".to_owned(), "final.kk".to_owned()]).unwrap();
        assert_eq!(hub.shown(), ["slides.kk", "final.kk", "final.ru"]);
        for at in 0..300 {
            hub.tell("study", &json!({"at": at}));
            assert_eq!(heard.recv().unwrap(), format!("event: study\ndata: {{\"at\":{at}}}\n\n"));
        }
        assert_eq!(hub.shown(), ["final.kk", "final.ru"]);
        hub.leave(first);
        assert!(hub.shown().is_empty());
        let all: Vec<_> = (0..MOST).map(|_| hub.join(Vec::new()).unwrap()).collect();
        assert!(hub.join(Vec::new()).is_none());
        drop(all);
    }
}
