//! The bytes of an update: its objects, and where they stand, in the form that the file has it already.

use std::collections::BTreeMap;
use std::io::Write;

use baocao_core::diagnostic::{Finding, Message};
use baocao_core::{kinds, msg};
use baocao_pdf::file::{File, Id};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};
use ring::digest::{SHA256, digest};

use super::base::damaged;
use super::{Update, dictionary, text};
use crate::verify::changed_behind;

/// A file with its update.
pub(crate) struct Written {
    /// All bytes.
    pub(crate) bytes: Vec<u8>,
    /// Where the bodies of the objects that were given as bytes begin.
    pub(crate) plain: BTreeMap<ObjectId, usize>,
}

/// An object of the update.
struct Body {
    id: ObjectId,
    written: Vec<u8>,
    is_stream: bool,
}

/// Where an object stands.
enum Place {
    At(usize),
    /// The stream that holds it, and which of the objects in there it is.
    Within(u32, usize),
}

impl Update<'_> {
    /// The file with the update behind it.
    pub(crate) fn write(mut self) -> Result<Written, Finding> {
        self.base.check()?;
        let mut bytes = self.base.bytes().to_vec();
        if !bytes.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        let mut places = BTreeMap::new();
        let mut plain = BTreeMap::new();
        for (id, body) in std::mem::take(&mut self.plain) {
            places.insert(id, Place::At(bytes.len()));
            bytes.extend_from_slice(head(id).as_bytes());
            plain.insert(id, bytes.len());
            bytes.extend_from_slice(&body);
            bytes.extend_from_slice(b"\nendobj\n");
        }
        let packs = self.base.has_stream_table();
        let (small, whole): (Vec<_>, Vec<_>) =
            self.bodies()?.into_iter().partition(|one| packs && one.id.1 == 0 && !one.is_stream);
        for Body { id, written, .. } in whole {
            place(&mut bytes, &mut places, id, &written);
        }
        if !small.is_empty() {
            let holder = self.reserve();
            for (index, one) in small.iter().enumerate() {
                places.insert(one.id, Place::Within(holder.0, index));
            }
            place(&mut bytes, &mut places, holder, &body(&together(&small)?.into()));
        }
        if packs {
            self.put_stream_table(&mut bytes, places)?
        } else {
            self.put_table(&mut bytes, &places)
        }
        check(self.base.view.file, &bytes)?;
        Ok(Written { bytes, plain })
    }

    /// The objects of the update as they are written. Of those that are there already, all that is not changed stays as it
    /// is written.
    fn bodies(&mut self) -> Result<Vec<Body>, Finding> {
        let one = |(id, object): (ObjectId, Object)| {
            let written = match self.base.get(id) {
                None => body(&object),
                Some(before) => {
                    let mut out = Vec::new();
                    let read = self.base.view.written(Id { number: id.0, generation: id.1.into() });
                    let read = read.map_err(damaged)?.unwrap_or_default();
                    text::put_over(&mut out, &object, before, &read).map_err(damaged)?;
                    out
                }
            };
            Ok(Body { id, written, is_stream: matches!(object, Object::Stream(_)) })
        };
        std::mem::take(&mut self.objects).into_iter().map(one).collect()
    }

    /// The trailer of the update: what the one before says, and where that stands.
    fn trailer(&self, bytes: &[u8], size: u32) -> Dictionary {
        let before = self.base.trailer();
        let mut trailer = dictionary([
            ("Size", i64::from(size).into()),
            ("Prev", i64::try_from(self.base.table()).unwrap_or_default().into()),
        ]);
        for key in ["Root", "Info"] {
            if let Ok(value) = before.get(key.as_bytes()) {
                trailer.set(key, value.clone());
            }
        }
        // The first half names the document, the second its revision (ISO 32000-1, 14.4).
        if let Some(first) = before.get(b"ID").and_then(Object::as_array).ok().and_then(|id| id.first()) {
            let revision = digest(&SHA256, bytes).as_ref()[..16].to_vec();
            trailer.set("ID", vec![first.clone(), Object::String(revision, StringFormat::Hexadecimal)]);
        }
        trailer
    }

    fn put_table(&self, bytes: &mut Vec<u8>, places: &BTreeMap<ObjectId, Place>) {
        let mut trailer = Vec::new();
        text::put(&mut trailer, &self.trailer(bytes, self.next).into());
        let start = bytes.len();
        bytes.extend_from_slice(b"xref\n");
        for run in runs(places) {
            bytes.extend_from_slice(format!("{} {}\n", run[0].0.0, run.len()).as_bytes());
            for ((_, generation), place) in run {
                let Place::At(offset) = place else { continue };
                bytes.extend_from_slice(format!("{offset:010} {generation:05} n \n").as_bytes());
            }
        }
        bytes.extend_from_slice(b"trailer\n");
        bytes.extend_from_slice(&trailer);
        put_end(bytes, start);
    }

    fn put_stream_table(&mut self, bytes: &mut Vec<u8>, mut places: BTreeMap<ObjectId, Place>) -> Result<(), Finding> {
        let id = self.reserve();
        let start = bytes.len();
        places.insert(id, Place::At(start));
        let mut rows = Vec::new();
        let mut index = Vec::new();
        for run in runs(&places) {
            index.extend([Object::from(i64::from(run[0].0.0)), Object::from(run.len() as i64)]);
            for ((_, generation), place) in run {
                let (kind, value, last) = match place {
                    Place::At(offset) => (1_u8, *offset as u64, u32::from(*generation)),
                    Place::Within(holder, index) => (2, u64::from(*holder), *index as u32),
                };
                rows.push(kind);
                rows.extend_from_slice(&value.to_be_bytes()[3..]);
                rows.extend_from_slice(&last.to_be_bytes()[1..]);
            }
        }
        let mut entries = self.trailer(bytes, self.next);
        entries.set("Type", "XRef");
        entries.set("W", vec![1.into(), 5.into(), 3.into()]);
        entries.set("Index", index);
        let table = packed(entries, &rows)?;
        place(bytes, &mut places, id, &body(&table.into()));
        put_end(bytes, start);
        Ok(())
    }
}

/// Refuses an update that would break a signature which is there: that of another program may sign what nobody here knows to
/// leave as it is.
fn check(before: &File<'_>, after: &[u8]) -> Result<(), Finding> {
    let word = b"/ByteRange";
    if !before.bytes.windows(word.len()).any(|window| window == word) {
        return Ok(());
    }
    match changed_behind(before, after).map_err(damaged)? {
        None => Ok(()),
        Some(Message { vi, en }) => Err(kinds::signing::NOT_WRITTEN.finding(msg!(
            "không ghi thêm được mà vẫn giữ các chữ ký đã có: {vi}",
            "nothing can be written behind the signatures so that they hold: {en}"
        ))),
    }
}

/// A stream with its content compressed.
pub(crate) fn packed(mut entries: Dictionary, content: &[u8]) -> Result<Stream, Finding> {
    let failed = |error: std::io::Error| {
        kinds::signing::NOT_WRITTEN
            .finding(msg!("không nén được dữ liệu", "data cannot be compressed"))
            .found(error.to_string())
    };
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).map_err(failed)?;
    let content = encoder.finish().map_err(failed)?;
    entries.set("Filter", "FlateDecode");
    Ok(Stream::new(entries, content))
}

/// Objects in one stream: pairs of number and offset, then the objects (ISO 32000-1, 7.5.7).
fn together(objects: &[Body]) -> Result<Stream, Finding> {
    let (mut index, mut bodies) = (String::new(), Vec::new());
    for Body { id: (number, _), written, .. } in objects {
        index.push_str(&format!("{number} {} ", bodies.len()));
        bodies.extend_from_slice(written);
        bodies.push(b'\n');
    }
    let entries = dictionary([
        ("Type", "ObjStm".into()),
        ("N", (objects.len() as i64).into()),
        ("First", (index.len() as i64).into()),
    ]);
    packed(entries, &[index.as_bytes(), &bodies].concat())
}

fn head((number, generation): ObjectId) -> String {
    format!("{number} {generation} obj\n")
}

/// An object as it is written.
fn body(object: &Object) -> Vec<u8> {
    let mut out = Vec::new();
    text::put(&mut out, object);
    out
}

fn place(bytes: &mut Vec<u8>, places: &mut BTreeMap<ObjectId, Place>, id: ObjectId, written: &[u8]) {
    places.insert(id, Place::At(bytes.len()));
    bytes.extend_from_slice(head(id).as_bytes());
    bytes.extend_from_slice(written);
    bytes.extend_from_slice(b"\nendobj\n");
}

/// Objects whose numbers follow one another.
fn runs(places: &BTreeMap<ObjectId, Place>) -> Vec<Vec<(&ObjectId, &Place)>> {
    let mut runs: Vec<Vec<(&ObjectId, &Place)>> = Vec::new();
    for entry in places {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|(id, _)| id.0.checked_add(1) == Some(entry.0.0)) => run.push(entry),
            _ => runs.push(vec![entry]),
        }
    }
    runs
}

fn put_end(bytes: &mut Vec<u8>, start: usize) {
    bytes.extend_from_slice(format!("\nstartxref\n{start}\n%%EOF\n").as_bytes());
}
