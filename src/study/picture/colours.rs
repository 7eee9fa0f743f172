//! Colours of a picture with a profile, as those of sRGB: files of reports carry none, so that they look the same
//! everywhere.

use image::{DynamicImage, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// The picture in sRGB; `None` where the profile is broken or of colours that the decoder has left already.
pub fn in_srgb(image: &DynamicImage, profile: &[u8]) -> Option<DynamicImage> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    let srgb = ColorProfile::new_srgb();
    let is_grey = !image.color().has_color();
    let wanted = if is_grey { DataColorSpace::Gray } else { DataColorSpace::Rgb };
    if profile.color_space != wanted || is_grey {
        return None;
    }
    let options = TransformOptions::default();
    let (width, height) = (image.width(), image.height());
    if image.color().has_alpha() {
        let transform = profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgba, options).ok()?;
        let own = image.to_rgba8();
        let mut new = vec![0; own.len()];
        transform.transform(&own, &mut new).ok()?;
        return RgbaImage::from_raw(width, height, new).map(DynamicImage::from);
    }
    let transform = profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options).ok()?;
    let own = image.to_rgb8();
    let mut new = vec![0; own.len()];
    transform.transform(&own, &mut new).ok()?;
    RgbImage::from_raw(width, height, new).map(DynamicImage::from)
}
