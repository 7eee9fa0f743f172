//! The closing table: file, pages, numbers proven, size, time.

use std::fmt::Write;

use esep::diag::{UiLanguage, say};
use esep::pipeline::BuildSummary;

/// One line a file, under a head; then where they are, how many of them were there already, and, where nothing had
/// changed, how many doubts there were.
pub fn table(summary: &BuildSummary, language: UiLanguage) -> String {
    let heads = [
        say!("table-file"),
        say!("table-pages"),
        say!("table-numbers"),
        say!("table-size"),
        say!("table-time"),
    ];
    let [file, pages, numbers, size, time] = heads.map(|head| head.render(language));
    let mut out = String::new();
    let names = summary.files.iter().map(|f| f.name.chars().count());
    let width = names.chain([file.chars().count()]).max().unwrap_or_default();
    let (wide_pages, wide_size) = (pages.chars().count().max(5), size.chars().count().max(9));
    let wide_numbers = numbers.chars().count();
    let kept = say!("table-kept").render(language);
    // Writing to a String cannot fail.
    let _ = writeln!(
        out,
        "{file:<width$}  {pages:>wide_pages$}  {numbers:>wide_numbers$}  {size:>wide_size$}  {time:>8}"
    );
    for info in &summary.files {
        let size = format!("{} KB", info.size.div_ceil(1024));
        let name = &info.name;
        let time = match info.is_kept {
            true => kept.clone(),
            false => format!("{} ms", info.elapsed.as_millis()),
        };
        let pages = if info.pages > 0 { info.pages.to_string() } else { "–".to_owned() };
        let numbers = info.numbers.proven;
        let _ = writeln!(
            out,
            "{name:<width$}  {pages:>wide_pages$}  {numbers:>wide_numbers$}  {size:>wide_size$}  {time:>8}"
        );
    }
    let closing = say!("files-written", folder = summary.folder.display(); n = summary.files.len());
    out.push_str(&closing.render(language));
    let kept = summary.files.iter().filter(|info| info.is_kept).count();
    if kept > 0 {
        out.push('\n');
        out.push_str(&say!("files-kept"; n = kept).render(language));
    }
    if summary.earlier_doubts > 0 {
        out.push('\n');
        out.push_str(&say!("doubts-earlier"; n = summary.earlier_doubts).render(language));
    }
    out
}
