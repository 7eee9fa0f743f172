//! What tera says of a template, in the program's words and with its place.

use tera::ErrorKind;

use crate::diag::{Code, Diagnostic, Location, say};

/// A fault of reading or filling in a template; `main` is the file of one that names none.
pub fn diagnostic(error: &tera::Error, code: Code, main: &str) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return located(&error.kind().to_string(), code, main);
    };
    let line = u32::try_from(report.span().start_line).unwrap_or(1);
    // Tera counts columns from 0.
    let column = u32::try_from(report.span().start_col).unwrap_or(0) + 1;
    let place = Location { column: Some(column), ..Location::line(report.filename(), line) };
    let is_syntax = code == Code::TemplateSyntax;
    let hint = if is_syntax { say!("hint-template-syntax") } else { say!("hint-template-name") };
    Diagnostic::new(code, say!("template-error", detail = report.message())).at(place).hint(hint)
}

/// Some of tera's errors know their place only inside their text: a first line «error: …», then
/// « --> file:line:column».
fn located(text: &str, code: Code, main: &str) -> Diagnostic {
    let sentence = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    let arrow = text.lines().find_map(|l| l.trim_start().strip_prefix("--> "));
    let place = arrow.and_then(|at| {
        let (rest, column) = at.rsplit_once(':')?;
        let (file, line) = rest.rsplit_once(':')?;
        Some(Location { column: column.trim().parse().ok(), ..Location::line(file, line.parse().ok()?) })
    });
    Diagnostic::new(code, say!("template-error", detail = sentence))
        .at(place.unwrap_or_else(|| Location::file(main)))
        .hint(say!("hint-template-functions"))
}
