//! The formula directive.

use super::resolver::{Directive, Resolver};
use crate::diag::{Code, Diagnostic, say};
use crate::document::math::Formula;

/// A displayed formula with the next number.
pub fn formula(resolver: &mut Resolver<'_>, directive: &Directive<'_>) -> Option<Formula> {
    resolver.known(directive, &["id", "of"]);
    let label = resolver.required(directive, "id")?.to_owned();
    let of = resolver.required(directive, "of")?;
    let sources = resolver.sources;
    let Some(named) = sources.formulas.get(of) else {
        let names: Vec<&str> = sources.formulas.keys().map(String::as_str).collect();
        let fault = Diagnostic::new(Code::DirectiveAttribute, say!("formula-unknown", name = of));
        resolver.fault(directive.line, fault.hint(say!("hint-formulas", names = names.join(", "))));
        return None;
    };
    let language = sources.locale.language();
    let Some(alt) = named.words.get(language) else {
        let message = say!("formula-without-words", name = of, language = language);
        let fault = Diagnostic::new(Code::DirectiveAttribute, message);
        resolver.fault(directive.line, fault.hint(say!("hint-formula")));
        return None;
    };
    let number = resolver.numbering.formula();
    resolver.label(directive.line, &label, &number.to_string());
    Some(Formula { label, number, math: named.math.clone(), alt: alt.clone() })
}
