//! The study on a page: a server on this computer that shows the documents as they will print, follows every edit of the
//! study, answers for each number, and writes sentences that are changed on the page into the study's own files.
//!
//! A [`Server`] holds one `session`: the study as it was last sound, and what is wrong with it now. A `worker`
//! thread watches the files; when one changes it reads the study anew and lays out what the open pages show. Pages
//! hear of it through the `hub` and fetch what is new to them (`routes`, `views`). The `guard` refuses what does
//! not come from the page itself. The page is HTML, CSS and modules in `page/`, embedded in the program.

mod assets;
mod discovery;
mod findings;
mod guard;
mod hub;
mod reply;
mod routes;
mod server;
mod session;
mod start_page;
mod views;
mod worker;
mod writing;

pub use server::{Options, Server, Start, start};
