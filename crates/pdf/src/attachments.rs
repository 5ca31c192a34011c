//! The files inside of a file.

use std::collections::HashSet;

use crate::file::{Broken, Dict, Id, Object, View, What, decoded};

/// Files that may be inside.
const MOST: usize = 10_000;

/// Nodes of the tree of their names: readers balance it, and none comes near.
const MOST_NODES: usize = 10_000;

/// A file inside of a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Its name, as it stands there: it may be anything, `../x` too.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The files inside of a PDF, those that its catalogue names (ISO 32000-1, 7.11.4 and 7.7.4), in the order of the tree. What is
/// no specification of a file is passed over; one whose bytes cannot be unpacked breaks the file.
pub fn attachments(view: &View<'_, '_>) -> Result<Vec<Attached>, Broken> {
    let catalog = view.catalog()?;
    let names = catalog.dict().map(|catalog| view.entry(catalog, "Names"));
    let tree = names.and_then(|names| names.dict().and_then(|names| names.get("EmbeddedFiles").cloned()));
    let mut files = Vec::new();
    let mut seen = HashSet::<Id>::new();
    // What is still to be looked at, the next one last.
    let mut open: Vec<Object> = tree.into_iter().collect();
    for _ in 0..MOST_NODES {
        let Some(node) = open.pop() else { return Ok(files) };
        if node.reference().is_some_and(|id| !seen.insert(id)) {
            return Err(What::TooMuch.at(0));
        }
        let node = view.get(&node)?;
        let Some(node) = node.dict() else { continue };
        if let Some(kids) = view.entry(node, "Kids").array() {
            open.extend(kids.iter().rev().cloned());
        }
        // Names and values take turns.
        for pair in view.entry(node, "Names").array().unwrap_or_default().chunks_exact(2) {
            let specification = view.get(&pair[1])?;
            files.extend(specification.dict().map(|dict| file(view, dict)).transpose()?.flatten());
            if files.len() > MOST {
                return Err(What::TooMuch.at(0));
            }
        }
    }
    Err(What::TooMuch.at(0))
}

/// A file, of its specification.
fn file(view: &View<'_, '_>, specification: &Dict) -> Result<Option<Attached>, Broken> {
    let entry = |dict: &Dict, one: &str, other: &str| match &*view.entry(dict, one) {
        Object::Null => view.entry(dict, other),
        _ => view.entry(dict, one),
    };
    let embedded = view.entry(specification, "EF");
    let stream = embedded.dict().map(|embedded| entry(embedded, "F", "UF"));
    let Some(Object::Stream(stream)) = stream.as_deref() else { return Ok(None) };
    let bytes = view.unpacked(stream)?.ok_or(What::BadStream.at(stream.start))?;
    let name = entry(specification, "UF", "F").text().map(|name| decoded(&name.bytes)).unwrap_or_default();
    Ok(Some(Attached { name, bytes }))
}
