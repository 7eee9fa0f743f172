//! The templates of a deliverable that is written out in each language as a whole: `reports/<deliverable>/
//! <language>.md` with the parts in `parts/<language>/`.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Loaded, PROGRAM, binding, line_map, lint, tags};
use crate::diag::{Diagnostics, Severity};
use crate::locale::Locale;
use crate::source::Assets;

/// Loads the templates with their parts and those of the program's own that they extend.
pub fn load(assets: &Assets, report: &str, locale: &Arc<Locale>) -> Result<Loaded, Diagnostics> {
    let language = locale.language();
    let main = format!("reports/{report}/{language}.md");
    let folder = format!("parts/{language}");
    let mut files = vec![main];
    files.extend(assets.files(&folder, "md").into_iter().map(|f| format!("{folder}/{f}")));
    let extended = extended(assets, &files);
    files.extend(extended);
    let mut loaded = Loaded::default();
    let mut faults = Diagnostics::new();
    for (index, path) in files.iter().enumerate() {
        let program = || assets.embedded_text(path.strip_prefix(PROGRAM)?);
        match program().map_or_else(|| assets.text(path), |text| Ok(Cow::Borrowed(text))) {
            Ok(text) => {
                for found in lint::findings(path, &text, locale) {
                    match found.severity {
                        Severity::Error => faults.push(found),
                        Severity::Note | Severity::Warning => loaded.warnings.push(found),
                    }
                }
                let (bound, inserted) = binding::bind(&text);
                loaded.templates.push((path.clone(), line_map::mark(&bound, index)));
                loaded.insertions.insert(path.clone(), inserted);
            }
            Err(fault) => faults.push(fault),
        }
    }
    loaded.files = files;
    if faults.has_errors() { Err(faults) } else { Ok(loaded) }
}

/// The program's own templates that others extend.
fn extended(assets: &Assets, files: &[String]) -> Vec<String> {
    let parents = files.iter().filter_map(|path| Some(tags::parent(&assets.text(path).ok()?)?.to_owned()));
    let mut found: Vec<String> = parents
        .filter(|parent| parent.strip_prefix(PROGRAM).is_some_and(|p| assets.embedded_text(p).is_some()))
        .collect();
    found.sort();
    found.dedup();
    found
}
