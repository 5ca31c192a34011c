//! Typesetting: the composed document becomes pages, PDF and PNG.

mod fonts;
mod marks;
mod pages;
mod pdf;
mod places;
mod png;
mod press;
mod world;

pub use fonts::Fonts;
pub use pages::{Attachment, Pages, pages};
pub use pdf::{Standards, pdf};
pub use places::{marks_places, places};
pub use png::png;

/// Forgets what the typesetter remembers between documents. Whoever makes many documents in one process calls this
/// after each; otherwise memory grows by some 20 MB a document.
pub fn forget() {
    comemo::evict(0);
}
