//! One of the readers (`ESEP_FUZZ`) under libFuzzer; without a choice their names and shares are printed.
#![no_main]

mod readers;

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use readers::{READERS, Reader};

static CHOSEN: OnceLock<&Reader> = OnceLock::new();

fn choose() {
    let name = std::env::var("ESEP_FUZZ").unwrap_or_default();
    let Some(chosen) = READERS.iter().find(|reader| reader.name == name) else {
        for reader in READERS {
            println!("{} {}", reader.name, reader.share);
        }
        std::process::exit(i32::from(!name.is_empty()));
    };
    CHOSEN.get_or_init(|| chosen);
}

fuzz_target!(init: choose(), |input| {
    if let Some(reader) = CHOSEN.get() {
        (reader.read)(input);
    }
});
