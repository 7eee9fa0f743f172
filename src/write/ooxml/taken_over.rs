//! What is said of a customer's own file that cannot be taken over as it is.

use crate::diag::{Code, Diagnostic, Location, say};
use crate::opc::Package;
use crate::opc::schema::LeftOut;

/// The fault of a part from which no valid part can be made; `element` is what lacks something.
pub fn not_whole(package: &Package, path: &str, element: &str) -> Diagnostic {
    let message = say!("reference-not-whole", part = path, element = element);
    Diagnostic::new(Code::ReferenceInvalid, message)
        .at(package.location(path))
        .hint(say!("hint-reference-not-whole"))
}

/// The doubts about a file whose parts were taken over without what is listed.
pub fn left_out(file: &str, parts: &[(String, LeftOut)]) -> Vec<Diagnostic> {
    let missed = parts.iter().filter(|(_, left_out)| !left_out.names().is_empty());
    let doubt = |(path, left_out): &(String, LeftOut)| {
        let message = say!("reference-left-out", part = path, names = left_out.names().join(", "));
        Diagnostic::new(Code::ReferenceLeftOut, message)
            .at(Location::pointer(file, path))
            .hint(say!("hint-reference-left-out"))
    };
    missed.map(doubt).collect()
}
