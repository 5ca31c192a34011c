//! Runs of the typesetter: a document into a closed world, and what is made of it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use baocao_core::document::{Attachment, Document, Portion};
use baocao_core::provenance::RECORD;
use baocao_core::report::Images;
use serde::Serialize;
use typst::diag::{SourceResult, Warned};
use typst::foundations::Bytes;
use typst_layout::PagedDocument;

use super::breaks::{self, Breaks};
use super::holes;
use super::marks::{self, Partings, Path};
use super::notes::{self, Rooms};
use super::tails;
use super::world::{ClosedWorld, Ground};

/// Spans are cut at page breaks, notes moved with their marks, and pages broken where they must be, so many times: each can move
/// the breaks after it.
const MOST_ROUNDS: usize = 8;

/// What may make a document better that was laid out, and how many pages that must save.
type Way = (fn(&Document, &PagedDocument) -> Option<Document>, usize);
const WAYS: [Way; 5] =
    [(holes::fill, 0), (holes::let_lead_in_stay, 0), (tails::tighten, 1), (tails::untighten, 0), (tails::carry, 0)];

/// What a document is laid out with.
pub(super) struct Press<'a> {
    pub(super) portion: Portion,
    pub(super) attachments: &'a [Attachment],
    pub(super) images: &'a Images,
    pub(super) families: &'a [&'static str],
    pub(super) ground: &'a Arc<Ground>,
}

/// What became of a document.
pub(super) struct Laid {
    pub(super) world: ClosedWorld,
    pub(super) result: Warned<SourceResult<PagedDocument>>,
}

/// What the layout reads as `/data.json`.
#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    document: &'a Document,
    portion: Portion,
    fonts: &'a [&'static str],
    #[serde(flatten)]
    notes: &'a Rooms,
    breaks: &'a Breaks,
    kept_free: &'a [(Path, f64)],
    attachments: Vec<AttachmentData<'a>>,
}

#[derive(Serialize)]
struct AttachmentData<'a> {
    name: &'a str,
    path: String,
    mime_type: &'static str,
    description: &'static str,
}

impl Press<'_> {
    /// Lays a document out; once more with small tables parted where they leave large holes, and with tighter ones where a few rows
    /// would stand alone on a page that this saves. What is
    /// added to a copy has no part in that: the document stands in it as it was issued.
    pub(super) fn lay_out(&self, document: &Document) -> Option<Laid> {
        let Some(copy) = &document.copy else { return self.settle(document).map(|(_, laid)| laid) };
        let (document, _) = self.settle(&Document { copy: None, ..document.clone() })?;
        self.cut(&Document { copy: Some(copy.clone()), ..document })
    }

    /// A document with the tables that are tighter, and those that are parted, and its pages.
    fn settle(&self, document: &Document) -> Option<(Document, Laid)> {
        let mut best = self.lower_pictures(document)?;
        for (better, gains) in WAYS {
            let count = |laid: &Laid| laid.result.output.as_ref().ok().map(|pages| pages.pages().len());
            let other = best.1.result.output.as_ref().ok().and_then(|pages| better(&best.0, pages));
            let other = other.and_then(|document| self.cut(&document).map(|laid| (document, laid)));
            let gain = |laid: &Laid| count(laid).zip(count(&best.1)).is_some_and(|(now, before)| now + gains <= before);
            if let Some(other) = other.filter(|(_, laid)| gain(laid)) {
                best = other;
            }
        }
        Some(best)
    }

    /// A document with the pictures lower that stand in a hole then, and its pages.
    fn lower_pictures(&self, document: &Document) -> Option<(Document, Laid)> {
        let mut best = (document.clone(), self.cut(document)?);
        let mut tried = BTreeSet::new();
        for _ in 0..MOST_ROUNDS {
            let Ok(pages) = &best.1.result.output else { break };
            let Some((path, lower)) = holes::lower_picture(&best.0, pages, &tried) else { break };
            let laid = self.cut(&lower)?;
            if laid.result.output.as_ref().is_ok_and(|now| holes::stands_earlier(&path, pages, now)) {
                best = (lower, laid);
            }
            tried.insert(path);
        }
        Some(best)
    }

    /// Lays a document out, again where cells that cover rows have to be cut at page breaks, or notes stay with their marks.
    fn cut(&self, document: &Document) -> Option<Laid> {
        let mut parted = Cow::Borrowed(document);
        let margins = [document.style.margin_top_mm, document.style.margin_bottom_mm].map(|mm| mm / 25.4 * 72.0);
        let (mut partings, mut rooms, mut breaks) = (Partings::new(), Rooms::default(), Breaks::new());
        let mut kept_free: Vec<(Path, f64)> = Vec::new();
        for _ in 1..MOST_ROUNDS {
            let laid = self.run(&parted, &rooms, &breaks, &kept_free)?;
            // What was laid out before is kept by the typesetter: only what changed is laid out anew.
            let Ok(pages) = &laid.result.output else { return Some(laid) };
            let (cells, notes) = (marks::partings(document, pages, &partings), notes::rooms(pages, &rooms, margins[0]));
            if cells.is_none() && notes.is_none() {
                if let Some(more) = breaks::needed(&parted, pages, &breaks) {
                    breaks = more;
                } else {
                    let is_new = |(path, _): &(Path, f64)| kept_free.iter().all(|(known, _)| known != path);
                    let paragraphs = notes::to_part(pages, margins);
                    let mut paragraphs = paragraphs.into_iter().chain(breaks::closing_paragraph(document, pages));
                    let Some(more) = paragraphs.find(is_new) else { return Some(laid) };
                    kept_free.push(more);
                }
            }
            if let Some(cells) = cells {
                parted = Cow::Owned(marks::parted(document, &cells));
                partings = cells;
            }
            rooms = notes.unwrap_or(rooms);
        }
        self.run(&parted, &rooms, &breaks, &kept_free)
    }

    fn run(&self, document: &Document, notes: &Rooms, breaks: &Breaks, kept_free: &[(Path, f64)]) -> Option<Laid> {
        let data = Data {
            document,
            portion: self.portion,
            fonts: self.families,
            notes,
            breaks,
            kept_free,
            attachments: self.attachments.iter().enumerate().map(|(index, file)| attached(index, file)).collect(),
        };
        let data = serde_json::to_vec(&data).ok()?;
        let mut files = vec![("/data.json".to_owned(), Bytes::new(data))];
        for (index, attachment) in self.attachments.iter().enumerate() {
            files.push((attachment_path(index), Bytes::new(attachment.bytes.clone())));
        }
        files.extend(self.images.iter().map(|(name, bytes)| (format!("/{name}"), Bytes::new(bytes.clone()))));
        let world = ClosedWorld::new(self.ground, files)?;
        let result = typst::compile::<PagedDocument>(&world);
        Some(Laid { world, result })
    }
}

fn attached(index: usize, file: &Attachment) -> AttachmentData<'_> {
    AttachmentData {
        name: &file.name,
        path: attachment_path(index),
        mime_type: mime_type(&file.name),
        description: match file.name.as_str() {
            _ if index == 0 => "Dữ liệu gốc của báo cáo (JSON)",
            RECORD => "Nguồn gốc của văn bản: phiên bản, mẫu, phông chữ, dữ liệu",
            _ => "Dữ liệu gốc đi kèm báo cáo",
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
        Some("jpeg" | "jpg") => "image/jpeg",
        Some("md") => "text/markdown",
        Some("ndjson" | "jsonl") => "application/x-ndjson",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
