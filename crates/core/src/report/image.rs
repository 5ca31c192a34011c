//! Images of signatures and seals.

use std::collections::BTreeMap;
use std::io::{self, Cursor};
use std::path::Path;

use super::{Input, Report};
use crate::diagnostic::{Finding, megabytes, reason};
use crate::{kinds, msg};
use image::{ImageFormat, ImageReader, Limits};

/// An image may have no more pixels in a row or a column.
const LARGEST_SIDE: u32 = 4_000;

/// An image file may be no larger.
const LARGEST_FILE: u64 = 8 << 20;

/// Images by the name that the layout reads them under.
pub type Images = BTreeMap<String, Vec<u8>>;

/// The name of an image of the `index`th signer.
pub fn image_name(index: usize, what: &str) -> String {
    format!("images/{index}-{what}")
}

/// Reads the images that a report names, from paths relative to `folder`.
pub fn images(report: &Report, input: &Input, folder: &Path, findings: &mut Vec<Finding>) -> Images {
    let mut images = Images::new();
    for (index, signer) in report.document.signers.iter().enumerate() {
        for (what, path) in [("signature", &signer.signature), ("seal", &signer.seal)] {
            let Some(path) = path else { continue };
            let place = input.place(&format!("/document/signers/{index}/{what}"));
            match read(&folder.join(path)) {
                Ok(bytes) => {
                    images.insert(image_name(index, what), bytes);
                }
                Err(finding) => findings.push(finding.at(place)),
            }
        }
    }
    images
}

fn read(path: &Path) -> Result<Vec<u8>, Finding> {
    let name = path.display();
    let unreadable = |error: io::Error| {
        let reason = reason(&error);
        let (vi, en) = (reason.vi, reason.en);
        kinds::images::UNREADABLE
            .finding(msg!("không đọc được tệp ảnh {name}: {vi}", "the image file {name} cannot be read: {en}"))
            .hint(msg!("đường dẫn tính từ thư mục chứa báo cáo", "the path begins in the folder of the report"))
    };
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(unreadable(io::ErrorKind::IsADirectory.into()));
    }
    if metadata.len() > LARGEST_FILE {
        let limit = megabytes(LARGEST_FILE);
        return Err(kinds::images::FILE_TOO_LARGE
            .finding(msg!("tệp ảnh {name} quá lớn", "the image file {name} is too large"))
            .found(megabytes(metadata.len()))
            .expected(msg!("không quá {limit}", "at most {limit}")));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let reader = ImageReader::new(Cursor::new(&bytes)).with_guessed_format().map_err(unreadable)?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(not_an_image(path));
    }
    let (width, height) = reader.into_dimensions().map_err(|_| not_an_image(path))?;
    if width > LARGEST_SIDE || height > LARGEST_SIDE {
        return Err(kinds::images::TOO_MANY_PIXELS
            .finding(msg!("ảnh {name} có quá nhiều điểm ảnh", "the image {name} has too many pixels"))
            .found(format!("{width} x {height}"))
            .expected(msg!("mỗi chiều không quá {LARGEST_SIDE} điểm ảnh", "at most {LARGEST_SIDE} pixels a side")));
    }
    let mut whole = ImageReader::new(Cursor::new(&bytes)).with_guessed_format().map_err(unreadable)?;
    whole.limits(Limits::default());
    whole.decode().map_err(|_| {
        kinds::images::DAMAGED
            .finding(msg!("tệp ảnh {name} bị hỏng hoặc dở dang", "the image file {name} is damaged or incomplete"))
            .hint(msg!("chép hoặc quét lại ảnh này", "copy or scan the image again"))
    })?;
    Ok(bytes)
}

fn not_an_image(path: &Path) -> Finding {
    let name = path.display();
    kinds::images::NOT_AN_IMAGE
        .finding(msg!("{name} không phải ảnh PNG hoặc JPEG", "{name} is not a PNG or JPEG image"))
        .hint(msg!(
            "quét lại chữ ký, con dấu và lưu thành PNG nền trong suốt",
            "scan it again and save it as a PNG with transparency"
        ))
}
