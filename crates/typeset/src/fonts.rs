//! Fonts: Liberation Serif, which is built in, and an office's own.

use std::collections::BTreeMap;
use std::path::Path;

use baocao_core::diagnostic::{Finding, caught, megabytes};
use baocao_core::digest::sha256;
use baocao_core::document::Letters;
use baocao_core::limits::Limits;
use baocao_core::shelf::{Shelf, ShelfPath, refused};
use baocao_core::{kinds, msg};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontStyle, FontWeight};

/// The family that is built in; it has the metrics of Times New Roman.
const BUILT_IN: &str = "Liberation Serif";

/// The family that the decree names (NĐ 30/2020/NĐ-CP, Annex I, I.4); used where an office brings it.
const WANTED: &str = "Times New Roman";

/// The files that are built in, with their SHA-256: to hash them anew for every document would take longer than a page.
static FILES: [(&[u8], &str); 4] = [
    (
        include_bytes!("../../../fonts/LiberationSerif-Regular.ttf"),
        "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba",
    ),
    (
        include_bytes!("../../../fonts/LiberationSerif-Bold.ttf"),
        "446a4421f297698427170fd7db20e59169a4188baaaf940e9bea58af6341a723",
    ),
    (
        include_bytes!("../../../fonts/LiberationSerif-Italic.ttf"),
        "c1830c433ab41379f1139fac388989d37c9f08c81e1bd643efdcc7946db30753",
    ),
    (
        include_bytes!("../../../fonts/LiberationSerif-BoldItalic.ttf"),
        "36dd6965be8915f6d7efb259757f1f7546a7c6f72c53a20bbe4ae7092f2cd558",
    ),
];

/// A font (TrueType) with the letters of documents.
pub fn plain_letters() -> &'static [u8] {
    FILES[0].0
}

/// The fonts that documents are set in.
#[derive(Debug, Clone)]
pub struct Fonts {
    pub(super) fonts: Vec<Font>,
    /// The SHA-256 of each file, by the name of its font.
    digests: BTreeMap<String, String>,
}

impl Default for Fonts {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Fonts {
    /// Liberation Serif in four styles.
    pub fn built_in() -> Self {
        let mut built_in = Self { fonts: Vec::new(), digests: BTreeMap::new() };
        for (file, digest) in FILES {
            built_in.add(Font::iter(Bytes::new(file)), digest);
        }
        built_in
    }

    /// Adds the fonts (`.ttf`, `.otf`, `.ttc`) that lie right in a shelf. Times New Roman is used where it is among them.
    pub fn with_shelf(mut self, shelf: &dyn Shelf, limits: &Limits) -> Result<Self, Finding> {
        let root = ShelfPath::root();
        let most = limits.font_bytes.saturating_mul(MOST_FILES);
        let mut total = 0_u64;
        for entry in shelf.list(&root).map_err(|error| refused(shelf, &root, &error))? {
            let kind = Path::new(&entry.name).extension().and_then(|kind| kind.to_str()).map(str::to_lowercase);
            let Some(path) = root.join(&entry.name) else { continue };
            if matches!(kind.as_deref(), Some("ttf" | "otf" | "ttc" | "otc")) {
                let bytes = shelf.read(&path, limits.font_bytes).map_err(|error| refused(shelf, &path, &error))?;
                let name = shelf.name(&path);
                total += bytes.len() as u64;
                if total > most {
                    return Err(too_large(&name, most));
                }
                let digest = sha256(&bytes);
                let bytes = Bytes::new(bytes);
                // What reads fonts breaks on some that were damaged.
                let font = |index| caught(|| Font::new(bytes.clone(), index)).ok().flatten();
                let fonts: Vec<Font> = (0..collected(&bytes)).filter_map(font).collect();
                if fonts.is_empty() {
                    return Err(kinds::files::NO_FONT
                        .finding(msg!("{name} không phải tệp phông chữ", "{name} is not a font file"))
                        .hint(msg!(
                            "bỏ tệp này khỏi thư mục, hoặc chép lại phông",
                            "take it out of the folder, or copy the font again"
                        )));
                }
                // What may not be embedded cannot be used.
                let (free, restricted): (Vec<Font>, Vec<Font>) = fonts.into_iter().partition(may_be_embedded);
                if let Some(font) = restricted.iter().find(|font| is_of_documents(font)) {
                    let family = font.info().family.to_string();
                    return Err(kinds::files::FONT_NOT_EMBEDDED
                        .finding(msg!("{name} cấm nhúng phông \"{family}\"", "{name} forbids to embed \"{family}\""))
                        .hint(msg!("bỏ tệp này khỏi thư mục", "take it out of the folder")));
                }
                self.add(free.into_iter(), &digest);
            }
        }
        match self.lacking() {
            Some(finding) => Err(finding),
            None => Ok(self),
        }
    }

    /// What the family that the decree names lacks, where it is there: letters of two families would be mixed.
    fn lacking(&self) -> Option<Finding> {
        let own: Vec<&Font> = self.fonts.iter().filter(|font| font.info().family.as_str() == WANTED).collect();
        if own.is_empty() {
            return None;
        }
        let styles = [
            (false, false, "đứng", "regular"),
            (true, false, "đậm", "bold"),
            (false, true, "nghiêng", "italic"),
            (true, true, "đậm nghiêng", "bold italic"),
        ];
        for (bold, slanted, vi, en) in styles {
            let is_style = |font: &&&Font| {
                let variant = font.info().variant;
                (variant.weight >= FontWeight::SEMIBOLD, variant.style != FontStyle::Normal) == (bold, slanted)
            };
            let Some(font) = own.iter().find(is_style) else {
                return Some(
                    kinds::files::FONT_INCOMPLETE
                        .finding(msg!("phông {WANTED} thiếu kiểu {vi}", "the font {WANTED} lacks its {en} style")),
                );
            };
            if let Some(letter) = letters().find(|letter| !font.info().coverage.contains(u32::from(*letter))) {
                let code = format!("U+{:04X}", u32::from(letter));
                return Some(kinds::files::FONT_INCOMPLETE.finding(msg!(
                    "phông {WANTED}, kiểu {vi}, thiếu chữ \"{letter}\" ({code})",
                    "the font {WANTED}, {en}, lacks the letter \"{letter}\" ({code})"
                )));
            }
        }
        None
    }

    fn add(&mut self, fonts: impl Iterator<Item = Font>, digest: &str) {
        for font in fonts {
            let info = font.info();
            let slanted = if info.variant.style == FontStyle::Normal { "" } else { " italic" };
            let name = format!("{} {}{slanted}", info.family, info.variant.weight.to_number());
            self.digests.insert(name, digest.to_owned());
            self.fonts.push(font);
        }
    }

    /// The SHA-256 of the file of each font that documents are set in, by the font's name and style.
    pub fn digests(&self) -> BTreeMap<String, String> {
        let families = self.families();
        let used = |name: &str| families.iter().any(|family| name.starts_with(family));
        self.digests.iter().filter(|(name, _)| used(name)).map(|(name, hash)| (name.clone(), hash.clone())).collect()
    }

    /// The families that documents are set in, the preferred first.
    pub fn families(&self) -> Vec<&'static str> {
        let has = |family: &str| self.fonts.iter().any(|font| font.info().family.as_str() == family);
        [WANTED, BUILT_IN].into_iter().filter(|family| has(family)).collect()
    }

    /// The bytes of their files.
    #[doc(hidden)]
    pub fn files(&self) -> impl Iterator<Item = &[u8]> {
        self.fonts.iter().map(|font| font.data().as_slice())
    }

    pub(super) fn book(&self) -> FontBook {
        FontBook::from_fonts(&self.fonts)
    }
}

/// The letters that every document may have.
fn letters() -> impl Iterator<Item = char> {
    let marked = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư“”–";
    (' '..='~').chain(marked.chars()).chain('\u{1ea0}'..='\u{1ef9}')
}

/// How many fonts a file holds: what it claims, as far as there is room for that in it.
fn collected(bytes: &[u8]) -> u32 {
    match bytes.first_chunk::<12>() {
        Some([b't', b't', b'c', b'f', _, _, _, _, claimed @ ..]) => {
            let room = u32::try_from((bytes.len() - 12) / 4).unwrap_or(u32::MAX);
            u32::from_be_bytes(*claimed).min(room).min(MOST_COLLECTED)
        }
        _ => 1,
    }
}

/// Whether documents are set in a font.
fn is_of_documents(font: &Font) -> bool {
    [WANTED, BUILT_IN].contains(&font.info().family.as_str())
}

/// Whether a font may be part of a document: what its table `OS/2` says (`fsType`: 2 is "restricted licence", and bit 9 allows
/// pictures of letters alone). A font that says nothing may.
fn may_be_embedded(font: &Font) -> bool {
    let data = font.data().as_slice();
    let number = |at: usize| {
        data.get(at..at + 4)
            .and_then(|bytes| bytes.first_chunk())
            .map_or(0, |bytes| u32::from_be_bytes(*bytes) as usize)
    };
    let start = if data.starts_with(b"ttcf") { number(12 + 4 * font.index() as usize) } else { 0 };
    let records = (0..number(start + 4) >> 16).map(|record| start + 12 + 16 * record);
    let table = records.take(MOST_TABLES).find(|at| data.get(*at..at + 4) == Some(b"OS/2")).map(|at| number(at + 8));
    let says = table.map_or(0, |at| number(at + 8) >> 16);
    says & 0xf != 2 && says & 0x200 == 0
}

/// No font has more tables.
const MOST_TABLES: usize = 1_000;

/// More fonts of one file are not read.
const MOST_COLLECTED: u32 = 256;

/// The files of a folder are together no larger than so many of the largest that is allowed.
const MOST_FILES: u64 = 2;

fn too_large(name: &str, most: u64) -> Finding {
    let limit = megabytes(most);
    kinds::files::FONTS_TOO_LARGE
        .finding(msg!("{name}: các tệp phông chữ cộng lại quá lớn", "{name}: the font files together are too large"))
        .expected(msg!("không quá {limit}", "at most {limit}"))
        .hint(msg!("chỉ để lại các phông mà văn bản dùng", "keep only fonts that documents use"))
}

impl Letters for Fonts {
    fn has(&self, letter: char) -> bool {
        let families = self.families();
        families.iter().any(|family| {
            let mut styles = self.fonts.iter().filter(|font| font.info().family.as_str() == *family);
            styles.all(|font| font.info().coverage.contains(u32::from(letter)))
        })
    }
}
