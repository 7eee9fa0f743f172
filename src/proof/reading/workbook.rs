//! What the parts of a workbook say of its sheets: their names, their strings, which of their numbers are days.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::diag::Diagnostic;
use crate::opc::Package;
use crate::opc::xml::Element;

/// The formats of days that a workbook has without declaring them (ISO/IEC 29500-1, 18.8.30).
const DAYS: std::ops::RangeInclusive<u32> = 14..=17;
/// Day 0 of a workbook; what lies before March 1900 is shown otherwise there, and no study does.
const FIRST: Date = date(1899, 12, 30);

/// What the sheets of a workbook share; empty of a package that is none.
#[derive(Debug, Default)]
pub struct Book {
    /// Strings that cells refer to by their place.
    pub strings: Vec<String>,
    /// Names of the sheets by their parts.
    pub sheets: BTreeMap<String, String>,
    /// The part with the strings.
    pub shared: Option<String>,
    /// Parts whose text shows in the sheets only, or nowhere: the workbook itself, strings, styles, links to others.
    pub beside: Vec<String>,
    /// Styles of cells that show a number as a day.
    days: BTreeSet<String>,
}

impl Book {
    /// Reads names and styles; the strings are another part.
    ///
    /// # Errors
    /// Parts that are broken or too large.
    pub fn read(package: &mut Package) -> Result<Self, Diagnostic> {
        let mut book = Self::default();
        let main = package.main().to_owned();
        let relations = package.relations(&main)?;
        let of = |kind: &str| relations.iter().find(|own| own.kind == kind).map(|own| own.target.clone());
        // No other main part leads to sheets, and that of a report is large.
        if !relations.iter().any(|own| own.kind.ends_with("sheet")) {
            return Ok(book);
        }
        let root = package.xml(&main)?.filter(|root| root.name == "workbook");
        let Some(root) = root else { return Ok(book) };
        let lists = root.elements().filter(|list| list.name == "sheets");
        for sheet in lists.flat_map(Element::elements) {
            let part = sheet.get("r:id").and_then(|id| relations.iter().find(|own| own.id == id));
            if let (Some(part), Some(name)) = (part, sheet.get("name")) {
                book.sheets.insert(part.target.clone(), name.to_owned());
            }
        }
        let styles = of("styles");
        if let Some(part) = &styles
            && let Some(styles) = package.xml(part)?
        {
            book.days = days(&styles);
        }
        book.shared = of("sharedStrings");
        let beside = [Some(main), styles, book.shared.clone(), of("calcChain"), of("metadata")];
        book.beside = beside.into_iter().flatten().collect();
        Ok(book)
    }

    /// A number as the date that a cell of the style shows, `12.03.2026`; none where it shows a number.
    pub fn day(&self, style: &str, number: f64) -> Option<String> {
        let days = crate::quantity::whole::nearest(number);
        let day = FIRST.checked_add(days.days()).ok().filter(|_| self.days.contains(style))?;
        Some(format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()))
    }
}

/// Places of the styles whose format has a day and a year.
fn days(styles: &Element) -> BTreeSet<String> {
    let of = |list: &str| {
        let list = list.to_owned();
        styles.elements().filter(move |own| own.name == list).flat_map(Element::elements)
    };
    let is_day = |format: &&Element| {
        format.get("formatCode").is_some_and(|code| code.contains('d') && code.contains("yy"))
    };
    let ids: BTreeSet<String> = of("numFmts")
        .filter(is_day)
        .filter_map(|format| format.get("numFmtId").map(str::to_owned))
        .chain(DAYS.map(|id| id.to_string()))
        .collect();
    let shows = |(_, style): &(usize, &Element)| style.get("numFmtId").is_some_and(|id| ids.contains(id));
    of("cellXfs").enumerate().filter(shows).map(|(place, _)| place.to_string()).collect()
}

/// Row and column of an address such as `D7`, from 0.
pub fn place(address: &str) -> Option<(u32, u32)> {
    let digits = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = address.split_at(digits);
    let mut column = 0_u32;
    for letter in letters.bytes().map(|letter| letter.to_ascii_uppercase()) {
        let own = u32::from(letter.checked_sub(b'A')?) + 1;
        column = column.checked_mul(26)?.checked_add(own).filter(|_| own <= 26)?;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// The words of a sheet's header or footer without its commands: `&L`, `&8`, `&"Arial,Bold"` (18.3.1.46).
pub fn head_text(codes: &str) -> String {
    let mut text = String::new();
    let mut letters = codes.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '&' {
            text.push(letter);
            continue;
        }
        match letters.next() {
            Some('&') => text.push('&'),
            Some('"') => while letters.next().is_some_and(|own| own != '"') {},
            Some(size) if size.is_ascii_digit() => while letters.next_if(char::is_ascii_digit).is_some() {},
            Some(_) | None => text.push('\n'),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{head_text, place};

    #[test]
    fn addresses_and_heads_are_read() {
        assert_eq!((place("A1"), place("D7"), place("AB12")), (Some((0, 0)), Some((6, 3)), Some((11, 27))));
        assert_eq!((place("7"), place("D"), place("D0")), (None, None, None));
        assert_eq!(
            head_text("&L&8База && 7&R&\"Arial,Bold\"&8&A  &P / &N").replace('\n', ""),
            "База & 7   / "
        );
    }
}
