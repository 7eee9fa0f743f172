//! A zip archive of files in a given order with a fixed date: only the content makes a difference.

use std::io::{Cursor, Read, Write};

use zip::read::ZipFile;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// How every entry of an archive is kept: the same on every day and every system.
fn entry() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix)
}

/// An archive while it is written.
pub struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Archive {
    fn default() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Archive {
    /// Packs a file.
    ///
    /// # Errors
    /// What the archive's format cannot hold.
    pub fn pack(&mut self, path: &str, bytes: &[u8]) -> ZipResult<()> {
        self.0.start_file(path, entry())?;
        Ok(self.0.write_all(bytes)?)
    }

    /// Takes over a file of another archive as it lies there.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn copy(&mut self, file: ZipFile<'_, impl Read>) -> ZipResult<()> {
        self.0.raw_copy_file(file)
    }

    /// The bytes of the archive.
    ///
    /// # Errors
    /// What the archive's format cannot hold.
    pub fn finish(self) -> ZipResult<Vec<u8>> {
        Ok(of_one_system(self.0.finish()?.into_inner()))
    }
}

/// The bytes of the archive; files are pairs of path and content.
///
/// # Errors
/// What the archive's format cannot hold.
pub fn zip<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> ZipResult<Vec<u8>> {
    let mut archive = Archive::default();
    for (path, bytes) in files {
        archive.pack(path, bytes)?;
    }
    archive.finish()
}

/// An archive that another library wrote, with the same mark of its system on every one: that of Unix, in the upper byte
/// of "version made by" of each entry of its directory (APPNOTE.TXT 6.3.10, 4.3.12 and 4.4.2). What is no such archive
/// stays as it is.
pub fn of_one_system(mut archive: Vec<u8>) -> Vec<u8> {
    const UNIX: u8 = 3;
    for at in entries(&archive).unwrap_or_default() {
        if let Some(system) = archive.get_mut(at + 5) {
            *system = UNIX;
        }
    }
    archive
}

/// Where the entries of an archive's directory begin; its end record has no comment.
fn entries(archive: &[u8]) -> Option<Vec<usize>> {
    let number = |at: usize| Some(usize::from(u16::from_le_bytes(archive.get(at..at + 2)?.try_into().ok()?)));
    let end = archive.len().checked_sub(22)?;
    if !archive.get(end..)?.starts_with(b"PK\x05\x06") {
        return None;
    }
    let start = u32::from_le_bytes(archive.get(end + 16..end + 20)?.try_into().ok()?);
    let mut at = usize::try_from(start).ok()?;
    let mut found = Vec::new();
    for _ in 0..number(end + 10)? {
        if !archive.get(at..)?.starts_with(b"PK\x01\x02") {
            return None;
        }
        found.push(at);
        at += 46 + number(at + 28)? + number(at + 30)? + number(at + 32)?;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use zip::{System, ZipArchive};

    use super::{Archive, entries, of_one_system, zip};

    #[test]
    fn what_is_taken_over_lies_as_it_lay() {
        let text = "<w:p>Ақтөбе</w:p>".repeat(999);
        let own = zip([("a.xml", b"".as_slice()), ("b/ә.xml", text.as_bytes())]).unwrap_or_default();
        let mut read = ZipArchive::new(Cursor::new(&own)).unwrap_or_else(|e| panic!("{e}"));
        let mut copy = Archive::default();
        for at in 0..read.len() {
            let file = read.by_index_raw(at).unwrap_or_else(|e| panic!("{e}"));
            copy.copy(file).unwrap_or_else(|e| panic!("{e}"));
        }
        assert_eq!((read.len(), copy.finish().unwrap_or_default()), (2, own));
    }

    #[test]
    fn an_archive_of_another_system_has_the_bytes_of_ours() {
        let own = zip([("a.xml", b"<a/>".as_slice()), ("b/c.xml", b"<c/>")]).unwrap_or_default();
        let mut other = own.clone();
        let places = entries(&own).unwrap_or_default();
        assert_eq!(places.len(), 2);
        places.iter().for_each(|at| other[at + 5] = System::Dos as u8);
        assert_ne!(other, own);
        assert_eq!(of_one_system(other), own);
        assert_eq!(of_one_system(b"PK".to_vec()), b"PK");
        let cut = own[..own.len() - 1].to_vec();
        assert_eq!(of_one_system(cut.clone()), cut);
    }
}
