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
    /// A text, in the middle of its place: the middle of its digits, so that it stands on the line of a place around one.
    Text {
        /// What it says.
        text: &'a str,
        /// The size of its letters in points.
        size: f64,
        /// Whether they are slanted.
        italic: bool,
    },
    /// An image (PNG or JPEG), in the middle of its place: as wide as is said, in points, or as its place allows.
    Image(&'a [u8], Option<f64>),
}

const LAYOUT: &str = r#"
#let data = json("/data.json")
#set page(width: data.width * 1pt, height: data.height * 1pt, margin: 0pt, fill: none)
#set text(font: data.fonts, size: data.size * 1pt, style: data.style, top-edge: "cap-height", bottom-edge: "baseline")
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
    size: f64,
    style: &'static str,
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
    let families = fonts.families();
    let (size, style) = (13.0, "normal");
    let empty = Data { width, height, text: None, size, style, wide: None, fonts: &families };
    let (data, image) = match stamp {
        Stamp::Text { text, size, italic } => {
            let style = if italic { "italic" } else { "normal" };
            (Data { text: Some(text), size, style, ..empty }, None)
        }
        Stamp::Image(image, wide) => (Data { wide, ..empty }, Some(image)),
    };
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
