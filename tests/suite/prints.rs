//! x
use std::collections::BTreeMap;
use esep::document::{numbers_in};
use crate::support::{sample_context, sample_document};
#[test]
fn dump() {
    let mut m: BTreeMap<String, (u32,String)> = BTreeMap::new();
    for job in sample_context().jobs() {
        let d = sample_document(&job.deliverable, &job.language);
        for (_, t) in d.body.texts() { for n in numbers_in(t) {
            let e=m.entry(n.datum.clone()).or_default(); e.0+=1; e.1=n.text.clone();
        } }
    }
    for (k,v) in m { println!("D {k} {} {}", v.0, v.1); }
}
