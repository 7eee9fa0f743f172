//! What is wrong in the same way in many places of a file is said once, at the first of them, with the others' lines.

use indexmap::IndexMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};

/// Findings of a kind that are each told of.
const TOLD: usize = 5;
/// Other places that are named.
const NAMED: usize = 8;

/// Rules and readers whose findings mostly have one cause where there are many in a file; others fold their own.
const FOLDED: [Code; 18] = [
    Code::WrongValue,
    Code::MissingField,
    Code::UnknownField,
    Code::DuplicateId,
    Code::MissingTranslation,
    Code::DuplicateRecord,
    Code::DateOutsideContract,
    Code::ShareSum,
    Code::AnswerCount,
    Code::ShareOutsideInterval,
    Code::IntervalFormula,
    Code::WeightedTotal,
    Code::IndexFormula,
    Code::RiskFormula,
    Code::ViewCount,
    Code::LabelShared,
    Code::OtherLanguage,
    Code::DraftUnconfirmed,
];

/// Of these a cause is in one field, but for the form of days, which is a file's.
const OF_A_FIELD: [Code; 3] = [Code::WrongValue, Code::MissingField, Code::UnknownField];

/// What findings of one cause share: code, sentence, file, and the field or language.
type Kind = (Code, &'static str, String, String);

fn kind(finding: &Diagnostic, place: &Location) -> Kind {
    let of = if finding.code == Code::MissingTranslation {
        finding.message.text("language").unwrap_or_default().to_owned()
    } else if OF_A_FIELD.contains(&finding.code) && finding.message.id() != "not-a-date" {
        field(place)
    } else {
        String::new()
    };
    (finding.code, finding.message.id(), place.file.clone(), of)
}

/// The field that a place is in, in whichever element of its lists.
fn field(place: &Location) -> String {
    let pointer = place.pointer.as_deref().unwrap_or_default();
    let names = pointer.split('/').filter(|token| token.parse::<usize>().is_err());
    names.collect::<Vec<_>>().join("/")
}

/// The findings, in their order, with those of one kind in a file as one; they are located.
pub fn folded(found: Diagnostics) -> Diagnostics {
    let mut kinds: IndexMap<Kind, Vec<Location>> = IndexMap::new();
    for finding in found.iter().filter(|d| FOLDED.contains(&d.code)) {
        if let Some(place) = &finding.location {
            kinds.entry(kind(finding, place)).or_default().push(place.clone());
        }
    }
    let mut left = Vec::new();
    for finding in found {
        let places = finding.location.as_ref().and_then(|place| kinds.get(&kind(&finding, place)));
        match places.filter(|places| places.len() > TOLD) {
            Some(places) if places.first() == finding.location.as_ref() => {
                left.push(with_others(finding, places));
            }
            Some(_) => {}
            None => left.push(finding),
        }
    }
    left.into_iter().collect()
}

/// A finding with the places of the others of its kind.
fn with_others(finding: Diagnostic, places: &[Location]) -> Diagnostic {
    let short = |place: &Location| {
        let cell = place.cell.as_ref().and_then(|cell| cell.address());
        cell.or_else(|| place.line.map(|line| line.to_string()))
    };
    let named: Vec<String> = places.iter().skip(1).filter_map(short).take(NAMED).collect();
    let others = places.len() - 1;
    let more = if others > named.len() { ", …" } else { "" };
    let message = say!("and-other-places", places = format!("{}{more}", named.join(", ")); others = others)
        .with_message("message", finding.message.clone());
    Diagnostic { message, ..finding }
}

#[cfg(test)]
mod tests {
    use super::folded;
    use crate::diag::{Code, Diagnostic, Diagnostics, Location, say};

    fn lacking(language: &str, line: u32) -> Diagnostic {
        let message = say!("translation-missing", language = language);
        Diagnostic::new(Code::MissingTranslation, message).at(Location::line("codebook.json", line))
    }

    #[test]
    fn many_of_a_kind_are_one_and_few_stay() {
        let many: Diagnostics = (1..=20).map(|line| lacking("ru", line)).collect();
        let told = folded(many);
        assert_eq!(told.len(), 1);
        let text = told.iter().next().map(ToString::to_string).unwrap_or_default();
        assert!(text.contains("19 more places") && text.contains("2, 3, 4, 5, 6, 7, 8, 9, …"), "{text}");
        let few: Diagnostics = (1..=5).map(|line| lacking("ru", line)).collect();
        assert_eq!(folded(few).len(), 5);
        let two: Diagnostics =
            (1..=12).map(|line| lacking(if line % 2 == 0 { "ru" } else { "kk" }, line)).collect();
        assert_eq!(folded(two).len(), 2);
    }
}
