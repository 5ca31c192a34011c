//! One run of the typesetter: a document, or a piece of a long one, and what is made of it.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;
use typst::diag::{SourceResult, Warned};
use typst::foundations::Bytes;
use typst_layout::PagedDocument;

use super::world::ClosedWorld;
use super::{Attachment, Fonts, marks};
use crate::diagnostic::Source;
use crate::document::Document;
use crate::report::Images;
use crate::template::Templates;

/// Spans are cut at page breaks so many times: each cut can move the breaks after it.
const MOST_ROUNDS: usize = 4;

/// What all pieces of a document are laid out with.
pub(super) struct Press<'a> {
    pub(super) attachments: &'a [Attachment],
    pub(super) images: &'a Images,
    pub(super) templates: &'a Templates,
    pub(super) fonts: &'a Fonts,
}

/// A piece of a document: the whole, or a part of a long one.
#[derive(Debug, Clone)]
pub(super) struct Piece<'a> {
    /// Its number, from 0.
    pub(super) number: usize,
    /// What it holds.
    pub(super) document: Cow<'a, Document>,
    /// The number of its first page, where it goes on with an appendix.
    pub(super) continued: Option<usize>,
}

/// What became of a piece.
pub(super) struct Laid {
    pub(super) world: ClosedWorld,
    pub(super) result: Warned<SourceResult<PagedDocument>>,
}

/// What the layout reads as `/data.json`.
#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    document: &'a Document,
    fonts: Vec<&'static str>,
    attachments: Vec<AttachmentData<'a>>,
    continued: Option<usize>,
}

#[derive(Serialize)]
struct AttachmentData<'a> {
    name: &'a str,
    path: String,
    mime_type: &'static str,
    description: &'static str,
}

impl Press<'_> {
    /// Lays a piece out, again where cells that cover rows have to be cut at page breaks.
    pub(super) fn lay_out(&self, mut piece: Piece<'_>) -> Option<Laid> {
        for _ in 1..MOST_ROUNDS {
            let laid = self.run(&piece)?;
            // What was laid out before is kept by the typesetter: only what changed is laid out anew.
            match laid.result.output.as_ref().ok().and_then(|pages| marks::cut(&piece.document, pages)) {
                Some(cut) => piece.document = Cow::Owned(cut),
                None => return Some(laid),
            }
        }
        self.run(&piece)
    }

    fn run(&self, piece: &Piece<'_>) -> Option<Laid> {
        // The first piece carries the attachments of the whole.
        let attachments = if piece.number == 0 { self.attachments } else { &[] };
        let data = Data {
            document: &piece.document,
            fonts: self.fonts.families(),
            attachments: attachments.iter().enumerate().map(|(index, file)| attached(index, file)).collect(),
            continued: piece.continued,
        };
        let data = serde_json::to_vec(&data).ok()?;
        let mut files = vec![("/data.json".to_owned(), Bytes::new(data))];
        for (index, attachment) in attachments.iter().enumerate() {
            files.push((attachment_path(index), Bytes::new(attachment.bytes.clone())));
        }
        files.extend(self.images.iter().map(|(name, bytes)| (format!("/{name}"), Bytes::new(bytes.clone()))));
        let world = ClosedWorld::new(&self.layout(piece.number), files, self.fonts)?;
        let result = typst::compile::<PagedDocument>(&world);
        Some(Laid { world, result })
    }

    /// The layout files, `main.typ` first. Each piece has them in a folder of its own: the typesetter tells elements of
    /// different pieces apart by the files that they come from.
    fn layout(&self, piece: usize) -> Vec<(String, Arc<Source>)> {
        let folder = if piece == 0 { String::new() } else { format!("/{piece}") };
        let files = self.templates.layout();
        let mut files: Vec<_> = files.map(|(name, source)| (format!("{folder}/{name}"), Arc::clone(source))).collect();
        files.sort_by_key(|(name, _)| !name.ends_with("/main.typ"));
        files
    }
}

fn attached(index: usize, file: &Attachment) -> AttachmentData<'_> {
    AttachmentData {
        name: &file.name,
        path: attachment_path(index),
        mime_type: mime_type(&file.name),
        description: if index == 0 {
            "Dữ liệu gốc của báo cáo (JSON)"
        } else {
            "Dữ liệu gốc của bảng"
        },
    }
}

/// The name under which the layout finds an attachment.
fn attachment_path(index: usize) -> String {
    format!("/attachments/{index}")
}

fn mime_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("csv") => "text/csv",
        Some("ndjson" | "jsonl") => "application/x-ndjson",
        _ => "application/json",
    }
}
