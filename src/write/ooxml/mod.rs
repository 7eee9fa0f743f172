//! Office Open XML as far as every writer of it needs it (ISO/IEC 29500): what stands in a document and in a
//! deck alike.
//!
//! A writer puts its parts into a [`PackageBuilder`], counts their [`Relationships`], and takes the parts that
//! say the same in every file from [`properties`] and [`theme_part`]. Elements that both vocabularies borrow from
//! DrawingML are built in [`drawing`]; [`hex`] writes
//! colours. Lengths are those of [`crate::quantity`].

pub mod chart;
mod colour;
pub mod drawing;
pub mod namespace;
mod package;
pub mod properties;
mod relationships;
mod taken_over;
mod theme_part;

pub use colour::hex;
pub use package::{DECLARATION, PackageBuilder, PackageFormat, illegal_character};
pub use relationships::{RelationshipKind, Relationships, package_relationships};
pub use taken_over::{left_out, not_whole};
pub use theme_part::theme_part;
