//! The typesetter of an office: what is the same for all its documents, and what is remembered between them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use baocao_core::diagnostic::Finding;
use baocao_core::document::{Attachment, Document, Portion};
use baocao_core::limits::Limits;
use baocao_core::report::Images;
use baocao_core::template::Templates;
use baocao_core::{kinds, msg};

use super::press::Press;
use super::world::Ground;
use super::{Fonts, Pages, pages, places};

/// The typesetters of the process. What they remember is kept in one place by the library that they are made of.
static LIVING: AtomicUsize = AtomicUsize::new(0);

/// Lays documents out with an office's layout and fonts. Layout files are parsed once; what repeats from document to
/// document is remembered for the next ones, and forgotten with the last typesetter of the process.
pub struct Typesetter {
    ground: Arc<Ground>,
    families: Vec<&'static str>,
    marks_places: bool,
    /// Whether the layout, which may be copied from an older version, knows parts of a document.
    knows_portions: bool,
    /// Whether it knows copies.
    knows_copies: bool,
    most_pages: usize,
    at_work: AtomicUsize,
}

impl std::fmt::Debug for Typesetter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Typesetter").field("families", &self.families).finish_non_exhaustive()
    }
}

impl Typesetter {
    /// A typesetter with the layout files of some templates (`layout/*.typ`, `main.typ` first), fonts, and how
    /// many pages a document may have.
    pub fn new(templates: &Templates, fonts: &Fonts, limits: &Limits) -> Self {
        let mut layout: Vec<_> = templates.layout().map(|(name, source)| (format!("/{name}"), source)).collect();
        layout.sort_by_key(|(name, _)| name != "/main.typ");
        LIVING.fetch_add(1, Ordering::Relaxed);
        Self {
            ground: Arc::new(Ground::new(layout, fonts)),
            families: fonts.families(),
            knows_portions: knows(templates, "data.portion"),
            knows_copies: knows(templates, "data.copy"),
            marks_places: places::marks_places(templates),
            most_pages: limits.pages,
            at_work: AtomicUsize::new(0),
        }
    }

    /// Lays a document, or a part of it, out with files attached to it. What the layout says of it is added to the findings; nothing comes
    /// of a document that the layout refuses or that has too many pages.
    pub fn pages(
        &self,
        document: &Document,
        portion: Portion,
        attachments: &[Attachment],
        images: &Images,
        findings: &mut Vec<Finding>,
    ) -> Option<Pages> {
        if (!portion.is_whole() && !self.knows_portions) || (document.copy.is_some() && !self.knows_copies) {
            findings.push(old_layout());
            return None;
        }
        // What was laid out is remembered for as many documents after the last one that used it as are made at the same time:
        // what repeats from document to document is made once, and memory stays that of a few documents.
        comemo::evict(1 + self.at_work.fetch_add(1, Ordering::Relaxed));
        let _done = AtWork(&self.at_work);
        let press = Press { portion, attachments, images, families: &self.families, ground: &self.ground };
        pages::pages(press.lay_out(document)?, self.most_pages, findings)
    }

    /// The pages of the marks in a document, by their number; none where the layout, copied from an older version, does
    /// not know how to mark places.
    pub fn places(&self, document: &Document, images: &Images) -> BTreeMap<usize, usize> {
        let laid =
            self.marks_places.then(|| self.pages(document, Portion::Whole, &[], images, &mut Vec::new())).flatten();
        laid.map(|pages| places::places(&pages)).unwrap_or_default()
    }
}

/// Whether the first file of the layout speaks of something.
fn knows(templates: &Templates, word: &str) -> bool {
    templates.layout().any(|(name, source)| name == "main.typ" && source.text.contains(word))
}

fn old_layout() -> Finding {
    kinds::typesetting::OLD_LAYOUT
        .finding(msg!(
            "mẫu trang riêng chưa biết bản sao và phụ lục ở tệp riêng",
            "the own layout does not know copies and appendices in files of their own"
        ))
        .hint(msg!(
            "chép lại layout/main.typ từ mẫu có sẵn rồi sửa lại phần của mình",
            "copy layout/main.typ anew from the built-in one and put your changes back"
        ))
}

/// A document that is being made.
struct AtWork<'a>(&'a AtomicUsize);

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Drop for Typesetter {
    fn drop(&mut self) {
        if LIVING.fetch_sub(1, Ordering::Relaxed) == 1 {
            comemo::evict(0);
        }
    }
}
