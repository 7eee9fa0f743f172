//! All reading of files: the study folder, templates, theme and fonts. No other room opens a file.
//!
//! A [`Folder`] answers only for files inside itself; [`Assets`] are the templates, theme and locale
//! files, embedded in the program, with a user's own folder laid over them. [`Spans`] turn a JSON
//! Pointer into a line and a column when a fault has to be shown.

pub mod address;
mod assets;
pub mod characters;
mod digest;
mod folder;
mod kept;
mod leftovers;
mod letters;
mod merged;
pub mod odd_signs;
mod origin;
mod programme;
mod real_path;
mod script;
mod settings;
mod spans;
mod text_lines;
mod tree;

pub use assets::{Assets, FontFile};
pub use digest::{Digest, sha256};
pub use folder::{Folder, SourceText, outside_file};
pub use kept::Kept;
pub use merged::{Keys, SettingsKind, SettingsLayer, merged};
pub use origin::Origin;
pub use programme::{PROGRAMME, Programme};
pub use real_path::real_path;
pub use script::{Script, has_script, is_letter, latin_letters, mixes_scripts};
pub use settings::from_toml;
pub use spans::{JsonItem, Spans, line_column, pointer_token, walk_json};
pub use text_lines::LineCounter;
pub use tree::{file_digest, tree_digests};
