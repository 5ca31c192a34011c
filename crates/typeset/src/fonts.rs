//! Fonts: Liberation Serif, which is built in, and an office's own.

use std::collections::BTreeMap;
use std::path::Path;

use baocao_core::diagnostic::Finding;
use baocao_core::digest::sha256;
use baocao_core::document::Letters;
use baocao_core::limits::Limits;
use baocao_core::shelf::{Shelf, ShelfPath, refused};
use baocao_core::{kinds, msg};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontStyle};

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
        for entry in shelf.list(&root).map_err(|error| refused(shelf, &root, &error))? {
            let kind = Path::new(&entry.name).extension().and_then(|kind| kind.to_str()).map(str::to_lowercase);
            let Some(path) = root.join(&entry.name) else { continue };
            if matches!(kind.as_deref(), Some("ttf" | "otf" | "ttc" | "otc")) {
                let bytes = shelf.read(&path, limits.font_bytes).map_err(|error| refused(shelf, &path, &error))?;
                let before = self.fonts.len();
                let digest = sha256(&bytes);
                self.add(Font::iter(Bytes::new(bytes)), &digest);
                if self.fonts.len() == before {
                    let name = shelf.name(&path);
                    return Err(kinds::files::NO_FONT
                        .finding(msg!("{name} không phải tệp phông chữ", "{name} is not a font file"))
                        .hint(msg!(
                            "bỏ tệp này khỏi thư mục, hoặc chép lại phông",
                            "take it out of the folder, or copy the font again"
                        )));
                }
            }
        }
        Ok(self)
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

impl Letters for Fonts {
    fn has(&self, letter: char) -> bool {
        let families = self.families();
        families.iter().any(|family| {
            let mut styles = self.fonts.iter().filter(|font| font.info().family.as_str() == *family);
            styles.all(|font| font.info().coverage.contains(u32::from(letter)))
        })
    }
}
