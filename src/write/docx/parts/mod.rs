//! Parts of the package beside the body, and what is put into them.

pub mod cover;
pub mod font_table;
pub mod footnotes;
pub mod imported;
pub mod settings;
