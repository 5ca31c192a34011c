//! What is seen of a signature: drawn in the letters of documents, or an image.

use std::path::Path;

use baocao::{Folder, Fonts};
use baocao_core::diagnostic::Finding;
use baocao_core::report::check_image;
use baocao_core::{kinds, msg};
use baocao_pdf::{Mark, Place};
use baocao_typeset::{Stamp, stamp};

use super::limits;
use crate::cli::args::PictureArgs;
use crate::cli::output;

/// The width of an organ's seal, in points: 36 mm.
const SEAL: f64 = 36.0 * 72.0 / 25.4;

/// Letters of a number or a day.
const MOST_LETTERS: usize = 20;

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
            (None, None, None) => Ok(None),
            _ => Err(kinds::settings::WRONG_CALL.finding(msg!(
                "--number dùng với --as number, --day dùng với --as day",
                "--number goes with --as number, --day with --as day"
            ))),
        }
    }

    /// A number or a day.
    pub(super) fn text(&self, at: &Place, text: &str) -> Result<Vec<u8>, Finding> {
        let fits = match at.mark {
            Mark::Day => text.len() == 2 && matches!(text.parse::<u8>(), Ok(1..=31)),
            _ => !text.trim().is_empty() && text.chars().count() <= MOST_LETTERS && !text.chars().any(char::is_control),
        };
        if fits {
            // As the lines that they stand in (NĐ 30/2020/NĐ-CP, Annex I, II.3 and II.4).
            let (size, italic) = if at.mark == Mark::Day { (14.0, true) } else { (13.0, false) };
            // Numbers below ten have a zero before them.
            let zero = if matches!(text.as_bytes(), [b'1'..=b'9']) { "0" } else { "" };
            let text = &format!("{zero}{text}");
            return stamp(Stamp::Text { text, size, italic }, room(at), &self.fonts);
        }
        Err(kinds::settings::WRONG_CALL
            .finding(msg!("số hoặc ngày \"{text}\" không in được", "\"{text}\" is no number or day"))
            .expected(msg!(
                "số như 123, ngày hai chữ số như 05",
                "a number such as 123, a day of two digits such as 05"
            )))
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

/// Width and height of a place; where it is not seen, of any.
fn room(at: &Place) -> [f64; 2] {
    let [left, bottom, right, top] = at.rect;
    [(right - left).max(1.0), (top - bottom).max(1.0)]
}
