//! Fonts: Liberation Serif, which is built in, and an office's own.

use std::path::Path;

use baocao_core::diagnostic::Finding;
use baocao_core::document::Letters;
use baocao_core::limits::Limits;
use baocao_core::shelf::{Shelf, ShelfPath, refused};
use baocao_core::{kinds, msg};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

/// The family that is built in; it has the metrics of Times New Roman.
const BUILT_IN: &str = "Liberation Serif";

/// The family that the decree names (NĐ 30/2020/NĐ-CP, Annex I, I.4); used where an office brings it.
const WANTED: &str = "Times New Roman";

static FILES: [&[u8]; 4] = [
    include_bytes!("../../../fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../../../fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../../../fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../../../fonts/LiberationSerif-BoldItalic.ttf"),
];

/// The fonts that documents are set in.
#[derive(Debug, Clone)]
pub struct Fonts {
    pub(super) fonts: Vec<Font>,
}

impl Default for Fonts {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Fonts {
    /// Liberation Serif in four styles.
    pub fn built_in() -> Self {
        Self { fonts: FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect() }
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
                self.fonts.extend(Font::iter(Bytes::new(bytes)));
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
