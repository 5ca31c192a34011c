//! The pictures of signatures, each a page of its own as large as its place: a text in the letters of the document, or an
//! image.

use std::sync::Arc;

use baocao_core::diagnostic::{Finding, Source};
use baocao_core::{kinds, msg};
use serde::Serialize;
use typst::foundations::Bytes;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use super::Fonts;
use super::world::{ClosedWorld, Ground};

/// What is drawn.
#[derive(Debug, Clone, Copy)]
pub enum Stamp<'a> {
    /// A number or a day, of the size of the line that it stands in (13 pt), in the middle of its place.
    Text(&'a str),
    /// An image (PNG or JPEG), in the middle of its place: as wide as is said, in points, or as its place allows.
    Image(&'a [u8], Option<f64>),
}

const LAYOUT: &str = r#"
#let data = json("/data.json")
#set page(width: data.width * 1pt, height: data.height * 1pt, margin: 0pt, fill: none)
#set text(font: data.fonts, size: 13pt, top-edge: "cap-height", bottom-edge: "baseline")
#place(center + horizon, if data.text != none {
  data.text
} else {
  let width = calc.min(data.width, if data.wide == none { data.width } else { data.wide })
  image("/image", width: width * 1pt, height: data.height * 1pt, fit: "contain")
})
"#;

#[derive(Serialize)]
struct Data<'a> {
    width: f64,
    height: f64,
    text: Option<&'a str>,
    wide: Option<f64>,
    fonts: &'a [&'static str],
}

/// Draws a picture on a page of a width and height in points, as PDF without tags; what is drawn on is not painted.
pub fn stamp(stamp: Stamp<'_>, [width, height]: [f64; 2], fonts: &Fonts) -> Result<Vec<u8>, Finding> {
    let failed = |found: String| {
        kinds::signing::STAMP_UNFIT
            .finding(msg!("không vẽ được hình của chữ ký", "the picture of the signature cannot be drawn"))
            .found(found)
    };
    let (text, image, wide) = match stamp {
        Stamp::Text(text) => (Some(text), None, None),
        Stamp::Image(image, wide) => (None, Some(image), wide),
    };
    let families = fonts.families();
    let data = Data { width, height, text, wide, fonts: &families };
    let data = serde_json::to_vec(&data).map_err(|error| failed(error.to_string()))?;
    let mut files = vec![("/data.json".to_owned(), Bytes::new(data))];
    files.extend(image.map(|image| ("/image".to_owned(), Bytes::new(image.to_vec()))));
    let layout: Arc<Source> = Source::new("stamp.typ", LAYOUT);
    let ground = Arc::new(Ground::new([("/stamp.typ".to_owned(), &layout)], fonts));
    let world = ClosedWorld::new(&ground, files).ok_or_else(|| failed(String::new()))?;
    let told = |errors: typst::ecow::EcoVec<typst::diag::SourceDiagnostic>| {
        failed(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
    };
    let document = typst::compile::<PagedDocument>(&world).output.map_err(told)?;
    let options = PdfOptions { tagged: false, ..PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(told)
}
