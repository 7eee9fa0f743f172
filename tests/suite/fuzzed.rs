//! What reads strangers' files, held to the seeds of the fuzzer: small inputs that lead far, and every one that failed.
//!
//! `.ci/fuzz MINUTES` looks for more.

use std::fs;

use crate::readers::READERS;
use crate::support::root;

#[test]
fn every_seed_ends_in_a_result_or_in_findings() {
    let seeds = root().join("tests/fuzz/seeds");
    for reader in READERS {
        let inputs: Vec<_> =
            fs::read_dir(seeds.join(reader.name)).unwrap().map(|e| e.unwrap().path()).collect();
        assert!(!inputs.is_empty() && reader.share > 0, "{} has no seeds or no time", reader.name);
        for input in inputs {
            let bytes = fs::read(&input).unwrap();
            assert!(bytes.len() <= 4096, "{} is small", input.display());
            let read = std::panic::catch_unwind(|| (reader.read)(&bytes));
            assert!(read.is_ok(), "{}", input.display());
        }
    }
    let known: Vec<&str> = READERS.iter().map(|reader| reader.name).collect();
    for folder in fs::read_dir(&seeds).unwrap() {
        let name = folder.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(&name.as_str()), "no reader takes the seeds of {name}");
    }
}
