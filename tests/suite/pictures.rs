//! Photographs and logos: turned upright, small, without what a camera wrote; broken ones are told.

use std::fs;

use esep::diag::{Code, UiLanguage};
use esep::document::Figure;
use esep::picture::Image;
use esep::pipeline::{Request, inspect};
use esep::source::Folder;
use esep::study::{Thresholds, read};

use crate::support::{copy_of_sample, edit, put, root, sample, sample_document, starter};

#[test]
fn a_photograph_is_upright_and_tells_nothing_of_where_it_was_taken() {
    let has_metadata = |bytes: &[u8]| bytes.windows(4).any(|w| w == b"Exif");
    let file = fs::read(sample().join("pictures/interview.jpg")).unwrap();
    assert!(has_metadata(&file), "the sample's file has metadata to lose");
    let readings = read(&Folder::open(&sample()).unwrap(), &Thresholds::embedded());
    let picture = &readings.study.pictures["pictures/interview.jpg"];
    assert!(picture.height > picture.width, "the camera was turned");
    assert!(!has_metadata(&picture.bytes));
    assert!(picture.width.max(picture.height) <= 1600);
}

#[test]
fn photographs_stand_in_the_annex_from_their_day_on() {
    let raster = |f: &&Figure| matches!(f.drawings[0].picture.image, Image::Raster(..));
    let photographs = |deliverable: &str| -> Vec<&str> {
        let figures = sample_document(deliverable, "kk").figures();
        figures.into_iter().filter(raster).map(|f| f.label.as_str()).collect()
    };
    assert_eq!(photographs("final"), ["fig-ph-interview", "fig-ph-focus-group", "fig-ph-presentation"]);
    assert_eq!(photographs("interim-1"), [""; 0]);
}

#[test]
fn broken_missing_and_stray_pictures_are_told() {
    let study = copy_of_sample();
    fs::write(study.path().join("pictures/focus-group.jpg"), b"no picture").unwrap();
    fs::write(study.path().join("pictures/left-over.png"), b"").unwrap();
    edit(study.path(), "study.json", |s| s["customer"]["logo"] = "../logo.png".into());
    let request = Request { study: study.path().to_owned(), data_only: true, ..Request::default() };
    let found = inspect(&request).map_or_else(|faults| faults, |found| found.findings);
    let told: Vec<(Code, String)> = found
        .iter()
        .filter(|d| d.code != Code::SmallBase)
        .map(|d| (d.code, d.location.clone().map(|p| p.pointer.unwrap_or(p.file)).unwrap_or_default()))
        .collect();
    let expected = [
        (Code::FileMissing, "/customer/logo".to_owned()),
        (Code::FileUnreadable, "/photographs/1/file".to_owned()),
        (Code::FileUnknown, "pictures/left-over.png".to_owned()),
    ];
    for one in expected {
        assert!(told.contains(&one), "{one:?} in {told:?}");
    }
}

/// A file of the fuzzer's, which are small.
fn base(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/fuzz/bases").join(name)).unwrap()
}

/// What is said of a picture that the starter has as a logo.
fn told_of(name: &str, bytes: &[u8]) -> Vec<String> {
    let study = starter();
    let path = format!("pictures/{name}");
    put(study.path(), &path, bytes);
    edit(study.path(), "study.json", |s| s["customer"]["logo"] = path.as_str().into());
    let request = Request { study: study.path().to_owned(), data_only: true, ..Request::default() };
    let found = inspect(&request).map_or_else(|faults| faults, |found| found.findings);
    let of_picture = found.iter().filter(|d| d.code == Code::FileUnreadable);
    of_picture.map(|d| d.message.render(UiLanguage::En)).collect()
}

/// A PNG that says that it has another size, with the checksum that its head then has.
fn png_of_size(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = base("logo.png");
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    bytes
}

/// The same of a JPEG.
fn jpeg_of_size(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = base("photo.jpg");
    let frame = bytes.windows(2).position(|w| w == [0xFF, 0xC0]).unwrap();
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

#[test]
fn a_picture_that_lies_about_its_size_is_refused_with_the_bound() {
    let large = "; 20000 are the most for each side, and 120 million in all";
    for (name, bytes, why) in [
        ("a.png", png_of_size(60_000, 60_000), format!("60000 × 60000 pixels{large}")),
        ("a.jpg", jpeg_of_size(60_000, 60_000), format!("60000 × 60000 pixels{large}")),
        ("a.png", png_of_size(15_000, 15_000), format!("15000 × 15000 pixels{large}")),
        ("a.png", png_of_size(10_000, 10_000), "the picture is damaged".to_owned()),
        ("a.jpg", jpeg_of_size(10_000, 10_000), "damaged or cut short".to_owned()),
        ("a.png", png_of_size(0, 10), "the picture is damaged".to_owned()),
    ] {
        let told = told_of(name, &bytes);
        assert!(told.len() == 1 && told[0].contains(&why), "{name}, {why}: {told:?}");
    }
}

#[test]
fn a_picture_of_another_kind_or_cut_short_is_refused_for_that() {
    for name in ["logo.png", "photo.jpg"] {
        let whole = base(name);
        let told = told_of(name, &whole[..whole.len() / 2]);
        assert!(told.len() == 1 && told[0].contains("damaged"), "{name}: {told:?}");
    }
    for (name, bytes) in [
        ("a.png", &b"GIF89a\x01\0\x01\0\0\0\0;"[..]),
        ("a.jpg", b"RIFF\x1a\0\0\0WEBPVP8L"),
        ("a.jpg", b"BM\x1a\0\0\0\0\0"),
        ("a.png", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ] {
        let told = told_of(name, bytes);
        assert!(told.len() == 1 && told[0].contains("neither JPEG nor PNG"), "{name}: {told:?}");
    }
}

#[test]
fn pictures_in_four_colours_of_sixteen_bits_animated_or_with_an_odd_profile_are_printed() {
    for name in ["cmyk.jpg", "deep.png", "animated.png", "lab.jpg", "photo.jpg", "logo.png"] {
        let ending = if name.ends_with("png") { "a.png" } else { "a.jpg" };
        assert_eq!(told_of(ending, &base(name)), [""; 0], "{name}");
    }
}
