//! A zip archive of files in a given order with a fixed date: only the content makes a difference (APPNOTE.TXT 6.3.10).

use std::cell::RefCell;
use std::io::Read;

use flate2::{Compress, Compression, Crc, FlushCompress, Status};
use zip::CompressionMethod;
use zip::read::ZipFile;

/// The versions that a reader needs for files that are kept as they are, and for deflated ones.
const STORED: u16 = 10;
const DEFLATED: u16 = 20;
/// Unix, and the last version that the archive's form is of.
const MADE_BY: u16 = 3 << 8 | DEFLATED;
/// The first of January 1980: the date of everything.
const DAY: u16 = 1 << 5 | 1;
/// A file that its owner writes and everybody reads.
const ATTRIBUTES: u32 = 0o100_644 << 16;
/// A path that is not of ASCII alone is UTF-8.
const UTF8: u16 = 1 << 11;

/// A file as it lies in an archive.
#[derive(Debug, Clone)]
pub struct Entry {
    path: String,
    is_deflated: bool,
    checksum: u32,
    size: usize,
    bytes: Vec<u8>,
}

impl Entry {
    /// Packs a file.
    ///
    /// # Errors
    /// A plain sentence where it cannot be packed.
    pub fn pack(path: &str, bytes: &[u8]) -> Result<Self, String> {
        let mut checksum = Crc::new();
        checksum.update(bytes);
        let (path, checksum) = (path.to_owned(), checksum.sum());
        Ok(Self { path, is_deflated: true, checksum, size: bytes.len(), bytes: deflated(bytes)? })
    }

    /// A file of another archive, which is read as it lies there.
    ///
    /// # Errors
    /// A plain sentence for what cannot be read, or is packed in another way.
    pub fn copied(file: &mut ZipFile<'_, impl Read>) -> Result<Self, String> {
        let (method, kept) = (file.compression(), [CompressionMethod::Stored, CompressionMethod::Deflated]);
        if !kept.contains(&method) {
            return Err(method.to_string());
        }
        let is_deflated = method == CompressionMethod::Deflated;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        let size = usize::try_from(file.size()).map_err(|error| error.to_string())?;
        Ok(Self { path: file.name().to_owned(), is_deflated, checksum: file.crc32(), size, bytes })
    }

    /// What both the file's own head and the directory say of it (4.3.7 and 4.3.12).
    fn head(&self) -> Result<Vec<u8>, String> {
        let mut head = Vec::new();
        let (version, method) = if self.is_deflated { (DEFLATED, 8) } else { (STORED, 0) };
        let flags = if self.path.is_ascii() { 0 } else { UTF8 };
        [version, flags, method, 0, DAY].iter().for_each(|field| head.extend(field.to_le_bytes()));
        head.extend(self.checksum.to_le_bytes());
        head.extend(long(self.bytes.len())?);
        head.extend(long(self.size)?);
        head.extend(short(self.path.len())?);
        head.extend([0, 0]);
        Ok(head)
    }
}

/// Room for what becomes of few bytes.
const LEAST: usize = 1 << 10;

thread_local! {
    /// The state of compression is larger than most files, so that one serves them all.
    static STATE: RefCell<Option<Compress>> = const { RefCell::new(None) };
}

fn deflated(bytes: &[u8]) -> Result<Vec<u8>, String> {
    STATE.with_borrow_mut(|state| {
        let state = state.get_or_insert_with(|| Compress::new(Compression::default(), false));
        state.reset();
        let mut out = Vec::with_capacity(bytes.len() / 4 + LEAST);
        loop {
            let done = usize::try_from(state.total_in()).map_err(|error| error.to_string())?;
            let rest = bytes.get(done..).unwrap_or_default();
            match state.compress_vec(rest, &mut out, FlushCompress::Finish) {
                Ok(Status::StreamEnd) => return Ok(out),
                Ok(Status::Ok | Status::BufError) => out.reserve(out.capacity()),
                Err(error) => return Err(error.to_string()),
            }
        }
    })
}

/// A number of two bytes.
fn short(number: usize) -> Result<[u8; 2], String> {
    u16::try_from(number).map(u16::to_le_bytes).map_err(|error| error.to_string())
}

/// A number of four bytes.
fn long(number: usize) -> Result<[u8; 4], String> {
    u32::try_from(number).map(u32::to_le_bytes).map_err(|error| error.to_string())
}

/// An archive while it is written.
#[derive(Debug, Default)]
pub struct Archive {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: usize,
}

impl Archive {
    /// Adds a file.
    ///
    /// # Errors
    /// What the archive's format cannot hold.
    pub fn add(&mut self, entry: &Entry) -> Result<(), String> {
        let (head, place) = (entry.head()?, long(self.bytes.len())?);
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&head);
        self.bytes.extend(entry.path.as_bytes());
        self.bytes.extend(&entry.bytes);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(MADE_BY.to_le_bytes());
        self.directory.extend(&head);
        // Neither a comment nor other disks, nor attributes of its own.
        self.directory.extend([0; 6]);
        self.directory.extend(ATTRIBUTES.to_le_bytes());
        self.directory.extend(place);
        self.directory.extend(entry.path.as_bytes());
        self.count += 1;
        Ok(())
    }

    /// The bytes of the archive.
    ///
    /// # Errors
    /// What the archive's format cannot hold.
    pub fn finish(self) -> Result<Vec<u8>, String> {
        let Self { mut bytes, directory, count } = self;
        let (place, length, count) = (long(bytes.len())?, long(directory.len())?, short(count)?);
        bytes.extend(directory);
        bytes.extend(b"PK\x05\x06");
        bytes.extend([0; 4]);
        bytes.extend(count);
        bytes.extend(count);
        bytes.extend(length);
        bytes.extend(place);
        bytes.extend([0; 2]);
        Ok(bytes)
    }
}

/// The bytes of the archive; files are pairs of path and content.
///
/// # Errors
/// What the archive's format cannot hold.
pub fn zip<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Result<Vec<u8>, String> {
    let mut archive = Archive::default();
    for (path, bytes) in files {
        archive.add(&Entry::pack(path, bytes)?)?;
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
    use std::io::{Cursor, Read};

    use zip::{System, ZipArchive};

    use super::{Archive, Entry, entries, of_one_system, zip};

    #[test]
    fn an_archive_is_read_by_others_and_packed_alike_whatever_came_before() {
        let noise: Vec<u8> =
            (0u32..200_000).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
        let text = "<w:p>Ақтөбе</w:p>".repeat(9_999);
        let files: [(&str, &[u8]); 5] = [
            ("a.xml", b""),
            ("b/ә.xml", text.as_bytes()),
            ("c.bin", &noise),
            ("d.png", &noise),
            ("e", b"<a/>"),
        ];
        let own = zip(files).unwrap_or_default();
        assert_eq!(own, zip(files).unwrap_or_default());
        let mut read = ZipArchive::new(Cursor::new(&own)).unwrap_or_else(|e| panic!("{e}"));
        let mut copy = Archive::default();
        for (at, (path, bytes)) in files.iter().enumerate() {
            let mut file = read.by_index(at).unwrap_or_else(|e| panic!("{e}"));
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!((file.name(), content.as_slice()), (*path, *bytes));
            assert_eq!(file.unix_mode(), Some(0o100_644));
            drop(file);
            let mut raw = read.by_index_raw(at).unwrap_or_else(|e| panic!("{e}"));
            let entry = Entry::copied(&mut raw).unwrap_or_else(|e| panic!("{e}"));
            copy.add(&entry).unwrap_or_else(|e| panic!("{e}"));
        }
        assert_eq!(copy.finish(), Ok(own));
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
