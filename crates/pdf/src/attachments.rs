//! The files inside of a file.

use std::collections::BTreeSet;
use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream, String as Text};

use crate::{Bounds, Unread};

/// So many levels may a tree of names have; readers balance them, and none comes near.
const DEEPEST: usize = 32;

/// A file inside of a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Its name, as it stands there: it may be anything, `../x` too.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The files inside of a PDF, those that its catalogue names (ISO 32000-1, 7.11.4 and 7.7.4), in the order of the tree.
pub fn attachments(pdf: &Pdf, bounds: &Bounds) -> Result<Vec<Attached>, Unread> {
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).ok_or(Unread::Damaged)?;
    let tree = catalog.get::<Dict<'_>>("Names").and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles"));
    let mut specifications = Vec::new();
    if let Some(tree) = tree {
        collect(&tree, DEEPEST, &mut BTreeSet::new(), bounds, &mut specifications)?;
    }
    let mut left = bounds.bytes;
    let mut files = Vec::new();
    for specification in &specifications {
        let Some(stream) = specification.get::<Dict<'_>>("EF").and_then(|files| stream_of(&files)) else { continue };
        let bytes = content(&stream, left)?;
        left -= bytes.len() as u64;
        files.push(Attached { name: name(specification), bytes });
    }
    Ok(files)
}

/// The specifications of files in a tree of names.
fn collect<'a>(
    node: &Dict<'a>,
    levels: usize,
    seen: &mut BTreeSet<ObjectIdentifier>,
    bounds: &Bounds,
    into: &mut Vec<Dict<'a>>,
) -> Result<(), Unread> {
    if levels == 0 || node.obj_id().is_some_and(|id| !seen.insert(id)) {
        return Err(Unread::Damaged);
    }
    if let Some(names) = node.get::<Array<'_>>("Names") {
        // Names and values take turns.
        let mut names = names.flex_iter();
        while names.next::<Text<'_>>().is_some() {
            let Some(specification) = names.next::<Dict<'_>>() else { break };
            if into.len() == bounds.files {
                return Err(Unread::TooMany);
            }
            into.push(specification);
        }
    }
    let kids = node.get::<Array<'_>>("Kids");
    kids.iter()
        .flat_map(|kids| kids.iter::<Dict<'_>>())
        .try_for_each(|kid| collect(&kid, levels - 1, seen, bounds, into))
}

fn stream_of<'a>(files: &Dict<'a>) -> Option<Stream<'a>> {
    files.get("F").or_else(|| files.get("UF"))
}

fn name(specification: &Dict<'_>) -> String {
    let name = specification.get::<Text<'_>>("UF").or_else(|| specification.get("F"));
    name.map(|name| text(name.as_bytes())).unwrap_or_default()
}

/// The bytes of a file, unpacked to no more than so many.
fn content(stream: &Stream<'_>, most: u64) -> Result<Vec<u8>, Unread> {
    let raw = stream.raw_data();
    let filter = stream.dict().get::<Name<'_>>("Filter");
    let filter = filter.or_else(|| stream.dict().get::<Array<'_>>("Filter").and_then(|all| all.iter().next()));
    let mut bytes = Vec::new();
    match filter.as_ref().map(Name::as_str) {
        None => bytes.extend(raw.iter().take(usize::try_from(most.saturating_add(1)).unwrap_or(usize::MAX))),
        Some("FlateDecode") if !stream.dict().contains_key("DecodeParms") && stream.filters().len() == 1 => {
            let unpacked = ZlibDecoder::new(&*raw).take(most.saturating_add(1)).read_to_end(&mut bytes);
            unpacked.map_err(|_| Unread::Damaged)?;
        }
        Some(_) => return Err(Unread::Packed),
    }
    if bytes.len() as u64 > most { Err(Unread::TooLarge) } else { Ok(bytes) }
}

/// A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with its mark, or else letters of a byte each.
pub(crate) fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, units @ ..] => {
            let units: Vec<u16> = units.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, utf8 @ ..] => String::from_utf8_lossy(utf8).into_owned(),
        letters => letters.iter().map(|letter| char::from(*letter)).collect(),
    }
}
