//! Whether a JPEG file is all there: decoders fill up what a broken transfer cut off with grey.

use crate::quantity::whole;

/// Whether the file ends with the mark of its end, behind its last scan (ITU-T T.81, B.1 and B.2), and is as long as a
/// picture of so many pixels can be: a block of 64 takes one bit at least, and colours may have half of each side.
pub fn is_whole(bytes: &[u8], pixels: u64) -> bool {
    const PIXELS_OF_A_BYTE: u64 = 64 * 8;
    if whole::wide(bytes.len()) < pixels / PIXELS_OF_A_BYTE {
        return false;
    }
    let mut at = 2;
    let mut in_scan = false;
    while let (Some(&byte), Some(&mark)) = (bytes.get(at), bytes.get(at + 1)) {
        if byte != 0xFF {
            if !in_scan {
                return false;
            }
            at += 1;
            continue;
        }
        match mark {
            // A byte of a scan that is no mark, a restart, a filling.
            0x00 | 0xD0..=0xD7 | 0x01 => at += 2,
            0xFF => at += 1,
            0xD9 => return true,
            _ => {
                let Some(&[high, low]) = bytes.get(at + 2..at + 4) else { return false };
                in_scan = mark == 0xDA;
                at += 2 + usize::from(u16::from_be_bytes([high, low]));
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_whole;
    use image::{ImageFormat, RgbImage};

    #[test]
    fn a_file_without_its_end_is_not_whole() {
        let mut bytes = std::io::Cursor::new(Vec::new());
        RgbImage::from_fn(64, 64, |x, y| image::Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 9]))
            .write_to(&mut bytes, ImageFormat::Jpeg)
            .unwrap();
        let bytes = bytes.into_inner();
        assert!(is_whole(&bytes, 64 * 64));
        assert!(!is_whole(&bytes, 19_000 * 19_000), "a head that lies");
        for cut in [bytes.len() / 2, bytes.len() - 2, 3, 0] {
            assert!(!is_whole(&bytes[..cut], 64 * 64), "{cut}");
        }
    }
}
