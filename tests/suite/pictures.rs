//! Photographs and logos: turned upright, small, without what a camera wrote; broken ones are told.

use std::fs;

use esep::diag::Code;
use esep::document::Figure;
use esep::picture::Image;
use esep::pipeline::{Request, inspect};
use esep::source::Folder;
use esep::study::{Thresholds, read};

use crate::support::{copy_of_sample, edit, sample, sample_document};

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
