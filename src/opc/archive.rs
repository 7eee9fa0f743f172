//! A zip archive of files in a given order with a fixed date: only the content makes a difference.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// How every entry of an archive is kept: the same on every day and every system.
pub fn entry() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix)
}

/// The bytes of the archive; files are pairs of path and content.
///
/// # Errors
/// What the archive's format cannot hold.
pub fn zip<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(path, entry())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
