//! Pages as PNG, for previews.

use typst_layout::Page;
use typst_render::RenderOptions;

use super::Pages;

/// Points in an inch.
const POINTS: f64 = 72.0;

/// One PNG a page, at so many pixels an inch. A page that cannot be encoded is an error text.
pub fn png(pages: &Pages, ppi: f64) -> impl Iterator<Item = Result<Vec<u8>, String>> {
    let options = RenderOptions { pixel_per_pt: (ppi / POINTS).into(), render_bleed: false };
    let encode =
        move |page: &Page| typst_render::render(page, &options).encode_png().map_err(|error| error.to_string());
    pages.document.pages().iter().map(encode)
}
