//! Findings for people: the gravest first, with the line of the file, many of a kind cut short.

use std::collections::HashMap;

use anstyle::AnsiColor;

use esep::diag::{Code, Diagnostic, Diagnostics, Location, Severity, UiLanguage, say};

/// Findings of one code in one file beyond this many are only counted; `--format json` lists them all.
const OF_A_KIND: usize = 20;
/// Characters of a line that are shown.
const SHOWN: usize = 96;

/// All findings as text; `line` gives the line of a file where it is known.
pub fn list<'d>(
    findings: impl Iterator<Item = &'d Diagnostic>,
    language: UiLanguage,
    line: impl Fn(&Location) -> Option<String>,
) -> String {
    let mut sorted: Vec<&Diagnostic> = findings.collect();
    sorted.sort_by_key(|d| std::cmp::Reverse(d.severity));
    let mut of_kind: HashMap<(Code, &str), usize> = HashMap::new();
    for finding in &sorted {
        *of_kind.entry(kind(finding)).or_default() += 1;
    }
    let mut text = String::new();
    let mut shown: HashMap<(Code, &str), usize> = HashMap::new();
    for finding in sorted {
        let key = kind(finding);
        let count = shown.entry(key).or_default();
        *count += 1;
        if *count > OF_A_KIND {
            continue;
        }
        text.push_str(&one(finding, language, &line));
        text.push('\n');
        let more = of_kind.get(&key).copied().unwrap_or_default().saturating_sub(OF_A_KIND);
        if more > 0 && *count == OF_A_KIND {
            text.push_str(&say!("more-of-the-kind", code = key.0, file = key.1; n = more).render(language));
            text.push_str("\n\n");
        }
    }
    text
}

fn kind(finding: &Diagnostic) -> (Code, &str) {
    (finding.code, finding.location.as_ref().map_or("", |p| p.file.as_str()))
}

/// The finding as [`Diagnostic::render`] gives it, in colours, with the line of the file below its place.
fn one(finding: &Diagnostic, language: UiLanguage, line: &impl Fn(&Location) -> Option<String>) -> String {
    let colour = match finding.severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    let (grave, quiet) = (colour.on_default().bold(), AnsiColor::Blue.on_default());
    let mut text = String::new();
    for (number, row) in finding.render(language).lines().enumerate() {
        match row {
            first if number == 0 => {
                let (kind, rest) = first.split_once(": ").unwrap_or((first, ""));
                text.push_str(&format!("{grave}{kind}{grave:#}: {rest}\n"));
            }
            place if place.starts_with("  -->") => {
                text.push_str(&format!("{quiet}{place}{quiet:#}\n"));
                let source = finding.location.as_ref().and_then(|p| Some((p, line(p)?)));
                let excerpt = source.map(|(place, source)| excerpt(&source, place.column));
                text.push_str(&excerpt.unwrap_or_default());
            }
            row => text.push_str(&format!("{row}\n")),
        }
    }
    text
}

/// The line with a caret below the column; of a long line only what is around the column.
fn excerpt(line: &str, column: Option<u32>) -> String {
    let column = column.and_then(|c| usize::try_from(c).ok()).unwrap_or(1).saturating_sub(1);
    let characters: Vec<char> = line.chars().map(|c| if c == '\t' { ' ' } else { c }).collect();
    let indent = characters.iter().take_while(|c| **c == ' ').count().min(column);
    let begin = if column.saturating_sub(indent) > SHOWN / 2 { column - SHOWN / 2 } else { indent };
    let end = (begin + SHOWN).min(characters.len());
    let shown: String = characters.get(begin..end).unwrap_or_default().iter().collect();
    let (before, after) =
        (if begin > indent { "…" } else { "" }, if end < characters.len() { "…" } else { "" });
    let caret = " ".repeat(column - begin + before.chars().count());
    format!("   | {before}{shown}{after}\n   | {caret}^\n")
}

/// "2 errors, 1 warning, no notes".
pub fn counted(findings: &Diagnostics, language: UiLanguage) -> String {
    let count = |severity| findings.iter().filter(|d| d.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    say!("counted"; errors = errors, warnings = warnings, notes = notes).render(language)
}

#[cfg(test)]
mod tests {
    use super::{excerpt, list};
    use esep::diag::{Code, Diagnostic, Location, UiLanguage, say};

    #[test]
    fn a_long_line_is_shown_around_the_column() {
        assert_eq!(excerpt("    \"a\": 1", Some(5)), "   | \"a\": 1\n   | ^\n");
        let long = format!("{}X{}", "a".repeat(300), "b".repeat(300));
        let shown = excerpt(&long, Some(301));
        let (line, caret) = shown.split_once('\n').unwrap_or_default();
        assert_eq!(line.chars().position(|c| c == 'X'), caret.trim_end().chars().position(|c| c == '^'));
        assert!(line.chars().count() < 110, "{line}");
    }

    #[test]
    fn many_of_a_kind_are_counted() {
        let findings: Vec<Diagnostic> = (0..25)
            .map(|row| {
                let place = Location::line("results/final.json", row);
                Diagnostic::new(Code::ShareSum, say!("share-sum", what = row, sum = 1)).at(place)
            })
            .collect();
        let text = list(findings.iter(), UiLanguage::En, |_| None);
        assert_eq!(text.matches("error[E131]").count(), 20);
        assert!(text.contains("5 more of E131 in results/final.json"), "{text}");
    }
}
