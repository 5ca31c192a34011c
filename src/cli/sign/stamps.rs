//! What is seen of a signature: drawn in the letters of documents, or an image.

use std::path::Path;

use baocao::sources::Sources;
use baocao::{Folder, Fonts};
use baocao_core::diagnostic::Finding;
use baocao_core::report::check_image;
use baocao_core::{kinds, msg};
use baocao_pdf::{Mark, Place};
use baocao_typeset::{Stamp, stamp};

use super::limits;
use crate::cli::args::PictureArgs;
use crate::cli::output;
use crate::cli::verify::{Wrong, wrong_day, wrong_number};

/// The width of an organ's seal, in points: 36 mm.
const SEAL: f64 = 36.0 * 72.0 / 25.4;

/// Digits of a number.
const MOST_DIGITS: usize = 11;

/// Draws pictures.
pub(super) struct Stamps {
    fonts: Fonts,
}

impl Stamps {
    pub(super) fn new(folder: Option<&Path>) -> Result<Self, Finding> {
        let fonts = Fonts::built_in();
        let fonts = match folder {
            Some(folder) => fonts.with_shelf(&Folder::new(folder), &limits())?,
            None => fonts,
        };
        Ok(Self { fonts })
    }

    /// What the arguments ask for, if anything.
    pub(super) fn of(&self, at: &Place, args: &PictureArgs) -> Result<Option<Vec<u8>>, Finding> {
        match (&args.image, &args.number, &args.day) {
            (Some(image), ..) => self.image(at, image).map(Some),
            (None, Some(number), _) if at.mark == Mark::Number => self.text(at, number).map(Some),
            (None, None, Some(day)) if at.mark == Mark::Day => self.text(at, day).map(Some),
            // Whoever sees nothing takes it for no seal.
            (None, None, None) if at.mark == Mark::Seal && at.rect[2] > at.rect[0] => Err(kinds::settings::WRONG_CALL
                .finding(msg!("dấu hiện trên trang phải có hình", "a seal that is seen needs its image"))
                .hint(msg!("thêm --image, hoặc --invisible", "add --image, or --invisible"))),
            (None, None, None) => Ok(None),
            _ => Err(kinds::settings::WRONG_CALL.finding(msg!(
                "--number dùng với --as number, --day dùng với --as day",
                "--number goes with --as number, --day with --as day"
            ))),
        }
    }

    /// A number or a day.
    pub(super) fn text(&self, at: &Place, text: &str) -> Result<Vec<u8>, Finding> {
        let is_day = at.mark == Mark::Day;
        if !(if is_day { is_day_of_month(text) } else { is_number(text) }) {
            return Err(kinds::settings::WRONG_CALL
                .finding(msg!(
                    "\"{text}\" không phải là số hoặc ngày của văn bản",
                    "\"{text}\" is no number or day of a document"
                ))
                .expected(if is_day {
                    msg!("ngày hai chữ số từ 01 đến 31, như 05", "a day of two digits from 01 to 31, such as 05")
                } else {
                    msg!(
                        "số nguyên dương bằng chữ số Ả Rập, như 123",
                        "a positive whole number in Arabic digits, such as 123"
                    )
                }));
        }
        // As the lines that they stand in (NĐ 30/2020/NĐ-CP, Annex I, II.3 and II.4).
        let (size, italic) = if is_day { (14.0, true) } else { (13.0, false) };
        // Numbers below ten have a zero before them.
        let zero = if matches!(text.as_bytes(), [b'1'..=b'9']) { "0" } else { "" };
        let text = &format!("{zero}{text}");
        // Digits are half as wide as their size.
        let (width, [room, _]) = (text.len() as f64 * size / 2.0, room(at));
        if at.rect[2] > at.rect[0] && width > room {
            return Err(kinds::signing::STAMP_UNFIT
                .finding(msg!("\"{text}\" không vừa khung", "\"{text}\" does not fit into its place"))
                .found(format!("{width} pt"))
                .expected(msg!("không quá {room} pt", "at most {room} pt")));
        }
        stamp(Stamp::Text { text, size, italic }, self::room(at), &self.fonts)
    }

    /// An image; the seal as wide as it is.
    pub(super) fn image(&self, at: &Place, path: &Path) -> Result<Vec<u8>, Finding> {
        let limits = limits();
        let most = usize::try_from(limits.image_bytes).unwrap_or(usize::MAX);
        let bytes = output::read(path, most)?;
        let name = path.display().to_string();
        if bytes.len() > most {
            return Err(kinds::images::FILE_TOO_LARGE
                .finding(msg!("tệp ảnh {name} quá lớn", "the image file {name} is too large")));
        }
        check_image(&name, &bytes, &limits)?;
        let wide = (at.mark == Mark::Seal).then_some(SEAL);
        stamp(Stamp::Image(&bytes, wide), room(at), &self.fonts)
    }
}

fn is_number(text: &str) -> bool {
    let is_short = matches!(text.as_bytes(), [b'0', b'1'..=b'9']);
    let is_plain =
        text.len() <= MOST_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    is_short || !text.is_empty() && is_plain
}

fn is_day_of_month(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) && matches!(text.parse::<u8>(), Ok(1..=31))
}

/// Holds a number and a day against the report inside of a file, if there is one: once they are signed nobody can mend them.
pub(super) fn check(name: &Path, pdf: &[u8], number: Option<&str>, day: Option<&str>) -> Result<(), Finding> {
    if number.is_none() && day.is_none() {
        return Ok(());
    }
    let Ok(sources) = Sources::read(&name.display().to_string(), pdf) else { return Ok(()) };
    let Some(document) = sources.document() else { return Ok(()) };
    let number = number.filter(|text| is_number(text)).and_then(|text| wrong_number(&document, text));
    let day = day.filter(|text| is_day_of_month(text)).and_then(|text| wrong_day(&document, text));
    match number.or(day) {
        None => Ok(()),
        Some(Wrong { text, found, expected }) => {
            Err(kinds::signing::OTHER_THAN_REPORT.finding(text).found(found).expected(expected))
        }
    }
}

/// Width and height of a place; where it is not seen, of any.
fn room(at: &Place) -> [f64; 2] {
    let [left, bottom, right, top] = at.rect;
    [(right - left).max(1.0), (top - bottom).max(1.0)]
}
