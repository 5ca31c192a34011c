//! Images of signatures and seals, pictures in texts.

use std::collections::BTreeMap;
use std::io::{self, Cursor};
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::{Beside, Input, Report};
use crate::diagnostic::{Finding, caught, megabytes};
use crate::limits::Limits;
use crate::shelf::ShelfError;
use crate::{kinds, msg};
use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat, ImageReader, ImageResult};

/// Images by the name that the layout reads them under.
pub type Images = BTreeMap<String, Arc<[u8]>>;

/// A picture that a text places.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureFile {
    /// The name of its image.
    pub image: String,
    /// How wide and how high it is by itself, in points.
    pub size_pt: (f64, f64),
    /// How many pixels it has.
    pub pixels: u64,
}

/// Pictures by the path that texts write.
pub type Pictures = BTreeMap<String, PictureFile>;

/// The name of an image of the `index`th signer.
pub fn image_name(index: usize, what: &str) -> String {
    format!("images/{index}-{what}")
}

/// Reads the images that a report names.
pub fn images(report: &Report, input: &Input, beside: &Beside<'_>, findings: &mut Vec<Finding>) -> Images {
    let mut images = Images::new();
    for (index, signer) in report.document.signers.iter().enumerate() {
        for (what, path) in [("signature", &signer.signature), ("seal", &signer.seal)] {
            let Some(path) = path else { continue };
            let place = input.place(&format!("/document/signers/{index}/{what}"));
            match read(path, beside, input.limits()) {
                Ok(bytes) => {
                    images.insert(image_name(index, what), bytes);
                }
                Err(finding) => findings.push(finding.at(place)),
            }
        }
    }
    images
}

/// Reads a picture that a text places. It has no name yet.
pub(crate) fn picture(path: &str, beside: &Beside<'_>, limits: &Limits) -> Result<(Arc<[u8]>, PictureFile), Finding> {
    let bytes = read(path, beside, limits)?;
    let (width, height) = size(&bytes).map_err(|_| not_an_image(&beside.name(path)))?;
    let pixels = u64::from(width) * u64::from(height);
    let dots = f64::from(density(&bytes).unwrap_or(USUAL_DENSITY));
    let points = |pixels: u32| f64::from(pixels) / dots * 72.0;
    Ok((bytes, PictureFile { image: String::new(), size_pt: (points(width), points(height)), pixels }))
}

/// Pixels an inch of a picture that says nothing of it, or nothing that can be: as screens have them.
const USUAL_DENSITY: u16 = 96;

/// Less and more than this is nothing that a camera or a scanner means.
const DENSITIES: RangeInclusive<u32> = 72..=2_400;

/// How wide and high a picture is when it is turned as its file says, in pixels.
fn size(bytes: &[u8]) -> ImageResult<(u32, u32)> {
    let mut decoder = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let is_turned = matches!(
        decoder.orientation()?,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    Ok(if is_turned { (height, width) } else { (width, height) })
}

/// The pixels an inch that a file says: the chunk `pHYs` of a PNG, the `JFIF` head of a JPEG.
fn density(bytes: &[u8]) -> Option<u16> {
    let number = |bytes: &[u8]| bytes.iter().fold(0, |all, byte| all << 8 | u32::from(*byte));
    let inch = if let Some(jpeg) = bytes.strip_prefix(&[0xFF, 0xD8, 0xFF, 0xE0]) {
        let head = jpeg.get(2..).filter(|head| head.starts_with(b"JFIF\0"))?;
        let dots = number(head.get(8..10)?);
        match head.get(7)? {
            1 => dots,
            2 => (f64::from(dots) * 2.54).round() as u32,
            _ => return None,
        }
    } else {
        let mut rest = bytes.get(8..)?;
        loop {
            let (length, kind) = (number(rest.get(..4)?) as usize, rest.get(4..8)?);
            if kind == b"pHYs" && rest.get(16) == Some(&1) {
                break (f64::from(number(rest.get(8..12)?)) * 0.0254).round() as u32;
            }
            if matches!(kind, b"pHYs" | b"IDAT") {
                return None;
            }
            rest = rest.get(length.checked_add(12)?..)?;
        }
    };
    DENSITIES.contains(&inch).then(|| u16::try_from(inch).ok()).flatten()
}

fn read(path: &str, beside: &Beside<'_>, limits: &Limits) -> Result<Arc<[u8]>, Finding> {
    let name = &beside.name(path);
    let unreadable = |error: ShelfError| match error {
        ShelfError::Outside => beside.outside(path),
        ShelfError::TooLarge(size) => {
            let limit = megabytes(limits.image_bytes);
            kinds::images::FILE_TOO_LARGE
                .finding(msg!("tệp ảnh {name} quá lớn", "the image file {name} is too large"))
                .found(megabytes(size))
                .expected(msg!("không quá {limit}", "at most {limit}"))
        }
        other => {
            let reason = other.reason();
            let (vi, en) = (reason.vi, reason.en);
            kinds::images::UNREADABLE
                .finding(msg!("không đọc được tệp ảnh {name}: {vi}", "the image file {name} cannot be read: {en}"))
                .hint(msg!("đường dẫn tính từ thư mục chứa báo cáo", "the path begins in the folder of the report"))
        }
    };
    let bytes = beside.read(path, limits.image_bytes).map_err(unreadable)?;
    check_image(name, &bytes, limits)?;
    Ok(bytes)
}

/// Refuses what is no whole PNG or JPEG, or has too many pixels.
pub fn check_image(name: &str, bytes: &[u8], limits: &Limits) -> Result<(), Finding> {
    let unreadable = |_: io::Error| not_an_image(name);
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(unreadable)?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(not_an_image(name));
    }
    // What decodes images may break on some that are damaged.
    let size = caught(|| reader.into_dimensions().ok()).ok().flatten();
    let (width, height) = size.ok_or_else(|| not_an_image(name))?;
    let side = limits.image_side;
    if width > side || height > side {
        return Err(kinds::images::TOO_MANY_PIXELS
            .finding(msg!("ảnh {name} có quá nhiều điểm ảnh", "the image {name} has too many pixels"))
            .found(format!("{width} x {height}"))
            .expected(msg!("mỗi chiều không quá {side} điểm ảnh", "at most {side} pixels a side")));
    }
    let mut whole = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(unreadable)?;
    whole.limits(image::Limits::default());
    if !matches!(caught(|| whole.decode()), Ok(Ok(_))) {
        return Err(kinds::images::DAMAGED
            .finding(msg!("tệp ảnh {name} bị hỏng hoặc dở dang", "the image file {name} is damaged or incomplete"))
            .hint(msg!("chép hoặc quét lại ảnh này", "copy or scan the image again")));
    }
    if components(bytes) == Some(4) {
        return Err(kinds::images::CMYK
            .finding(msg!(
                "ảnh {name} dùng hệ màu in CMYK",
                "the image {name} is in CMYK, the colours of a printing press"
            ))
            .expected(msg!("RGB hoặc thang xám", "RGB or grey"))
            .hint(msg!("mở ảnh và lưu lại ở RGB, hoặc thành PNG", "open it and save it in RGB, or as PNG")));
    }
    Ok(())
}

/// How many parts the colours of a JPEG have, by the head of its frame (ITU-T T.81, B.2.2); none of other files.
fn components(jpeg: &[u8]) -> Option<u8> {
    let mut rest = jpeg.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let (marker, behind) = match rest {
            [0xFF, 0xFF, ..] => {
                rest = rest.get(1..)?;
                continue;
            }
            [0xFF, marker, behind @ ..] => (*marker, behind),
            _ => return None,
        };
        // Frames of all kinds, but for tables and what only looks like one.
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return behind.get(7).copied();
        }
        let length = usize::from(*behind.first()?) << 8 | usize::from(*behind.get(1)?);
        rest = behind.get(length..)?;
    }
}

fn not_an_image(name: &str) -> Finding {
    kinds::images::NOT_AN_IMAGE
        .finding(msg!("{name} không phải ảnh PNG hoặc JPEG", "{name} is not a PNG or JPEG image"))
        .hint(msg!(
            "mở ảnh và lưu thành PNG hoặc JPEG; chữ ký, con dấu là PNG nền trong suốt",
            "open it and save it as PNG or JPEG; signatures and seals as PNG with transparency"
        ))
}
