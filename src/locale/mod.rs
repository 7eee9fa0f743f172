//! A language as data: numbers, dates, plurals, Kazakh endings, captions and fixed words.
//!
//! Everything a language says differently stands in `templates/locale/<language>.toml`; CLDR (through
//! ICU4X) gives grouping, decimal marks and plural categories. The code here only combines the two.
//!
//! A language has two names, which are often the same: that of its file (`locale/kk.toml`), by which a study and its
//! templates name it, and the BCP 47 tag in the file's `language`, by which ICU, Typst and Office know it.

mod assertions;
mod dates;
mod declension;
mod endings;
mod file;
mod foreign;
mod forms;
mod harmony;
mod hyphenation;
mod icu;
mod language;
mod load;
mod numbers;
mod ordinals;
mod pattern;
mod places;
mod respondents;
mod style;
mod syllables;
mod typography;

pub use assertions::{Asserted, AssertionKind};
pub use file::LintFile;
pub use language::Locale;
pub use load::lints;
pub use ordinals::roman;
pub use pattern::fill;
pub use style::{STYLE, Style};
