//! Drawn pixels as PNG (ISO/IEC 15948). A chart has few colours: with a palette a pixel is one byte, and there is a
//! third as much to pack.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::Pixmap;

/// A colour: red, green, blue.
type Colour = [u8; 3];

/// A picture without transparent places. Few lines and areas of one colour are packed as well without filters.
///
/// # Errors
/// Those of the encoder.
pub fn opaque(pixmap: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_depth(BitDepth::Eight);
    let colours = || pixmap.pixels().iter().map(|p| [p.red(), p.green(), p.blue()]);
    match indexed(colours()) {
        Some((palette, places)) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(palette.into_flattened());
            encoder.write_header()?.write_image_data(&places)?;
        }
        None => {
            encoder.set_color(ColorType::Rgb);
            encoder.write_header()?.write_image_data(&colours().flatten().collect::<Vec<u8>>())?;
        }
    }
    Ok(bytes)
}

/// The colours in the order in which they are met, and the place of each pixel's among them; nothing where they are more
/// than a palette has room for, 256 (ISO/IEC 15948, 11.2.2).
fn indexed(pixels: impl Iterator<Item = Colour>) -> Option<(Vec<Colour>, Vec<u8>)> {
    let (mut palette, mut known) = (Vec::new(), HashMap::new());
    let mut places = Vec::with_capacity(pixels.size_hint().0);
    // Most pixels have the colour of the one before.
    let mut last: Option<(Colour, u8)> = None;
    for colour in pixels {
        let place = match last {
            Some((own, place)) if own == colour => place,
            _ => match known.entry(colour) {
                Entry::Occupied(entry) => *entry.get(),
                Entry::Vacant(entry) => {
                    let place = u8::try_from(palette.len()).ok()?;
                    palette.push(colour);
                    *entry.insert(place)
                }
            },
        };
        last = Some((colour, place));
        places.push(place);
    }
    Some((palette, places))
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::PremultipliedColorU8;

    use super::*;

    /// A row of that many colours, and the row as it is decoded.
    fn there_and_back(count: u32) -> (Vec<Colour>, Vec<Colour>, ColorType) {
        let mut pixmap = Pixmap::new(count, 1).unwrap();
        for (at, pixel) in pixmap.pixels_mut().iter_mut().enumerate() {
            let [low, high] = u16::try_from(at).unwrap().to_le_bytes();
            *pixel = PremultipliedColorU8::from_rgba(low, high, 7, 255).unwrap();
        }
        let own = pixmap.pixels().iter().map(|p| [p.red(), p.green(), p.blue()]).collect();
        let bytes = opaque(&pixmap).unwrap();
        let read = Pixmap::decode_png(&bytes).unwrap();
        let read = read.pixels().iter().map(|p| [p.red(), p.green(), p.blue()]).collect();
        let decoder = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
        (own, read, decoder.info().color_type)
    }

    #[test]
    fn few_colours_have_a_palette_and_many_keep_their_own() {
        for (count, kind) in [
            (1, ColorType::Indexed),
            (256, ColorType::Indexed),
            (257, ColorType::Rgb),
            (1_000, ColorType::Rgb),
        ] {
            let (own, read, color_type) = there_and_back(count);
            assert_eq!(own, read, "{count}");
            assert_eq!(color_type, kind, "{count}");
        }
    }
}
