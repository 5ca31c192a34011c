//! The pictures that the texts of a report place.

use crate::diagnostic::Finding;
use crate::markdown;
use crate::report::{Beside, Images, InAppendix, InOutline, Input, Pictures, Slot, picture};
use crate::{kinds, msg};

/// So many pictures a report has at most, and so many pixels in all.
const MOST: usize = 100;
const MOST_PIXELS: u64 = 100_000_000;

/// Reads the pictures that texts of a report place: their bytes go to the images, and how large they are is given by the paths
/// that the texts write. Texts of files are among those of the input.
pub fn pictures(input: &Input, beside: &Beside<'_>, images: &mut Images, findings: &mut Vec<Finding>) -> Pictures {
    let mut pictures = Pictures::new();
    let (mut count, mut pixels) = (0, 0);
    for (pointer, text) in input.strings() {
        if !text.contains("![") || !Slot::parse(pointer).is_some_and(|slot| is_text(&slot)) {
            continue;
        }
        for one in markdown::pictures(text).into_iter().filter(|one| one.is_alone) {
            let place = || input.place_in(pointer, one.image.clone());
            count += 1;
            if count > MOST {
                findings.push(
                    kinds::images::TOO_MANY
                        .finding(msg!("báo cáo có quá nhiều ảnh", "the report has too many pictures"))
                        .at(place())
                        .expected(msg!("không quá {MOST} ảnh", "at most {MOST} pictures")),
                );
                return pictures;
            }
            if pictures.contains_key(&one.path) {
                continue;
            }
            match picture(&one.path, beside, input.limits()) {
                Ok((bytes, mut read)) => {
                    pixels += read.pixels;
                    if pixels > MOST_PIXELS {
                        let most = MOST_PIXELS / 1_000_000;
                        findings.push(
                            kinds::images::TOO_MANY
                                .finding(msg!(
                                    "các ảnh của báo cáo cộng lại có quá nhiều điểm ảnh",
                                    "the pictures of the report have too many pixels in all"
                                ))
                                .at(place())
                                .expected(msg!("không quá {most} triệu điểm ảnh", "at most {most} million pixels")),
                        );
                        return pictures;
                    }
                    read.image = format!("images/{}", pictures.len());
                    images.insert(read.image.clone(), bytes);
                    pictures.insert(one.path.clone(), read);
                }
                Err(finding) => findings.push(finding.at(place())),
            }
        }
    }
    pictures
}

/// Whether Markdown stands in a slot that may place something.
fn is_text(slot: &Slot<'_>) -> bool {
    matches!(
        slot,
        Slot::Section { .. }
            | Slot::Outline { part: InOutline::Text, .. }
            | Slot::Appendix { part: InAppendix::Text | InAppendix::PartText(_), .. }
    )
}
