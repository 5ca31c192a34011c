//! The file that is changed, as it is.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, Message};
use baocao_core::{kinds, msg};
use baocao_pdf::file::{self, Broken, File, Id, MOST_BYTES, View, What, pages};
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};

use crate::verify::{broken, said_of};

/// Bytes of one stream once it is unpacked.
pub(crate) const MOST_UNPACKED: usize = 64 << 20;

/// References that lead to one another.
pub(super) const MOST_REFERENCES: usize = 16;

/// Numbers of objects (ISO 32000-1, Annex C).
const MOST_OBJECTS: u32 = 8_388_607;

/// A PDF file as it was read.
pub(crate) struct Base<'a> {
    pub(super) view: View<'a, 'a>,
    trailer: Dictionary,
    /// Its objects, each read when it is asked for.
    objects: BTreeMap<ObjectId, OnceCell<Option<Object>>>,
    pages: Vec<Option<ObjectId>>,
}

/// A file to be written on, of which nothing is read yet: what is asked of it one after the other is read once.
pub fn opened(bytes: &[u8]) -> Result<File<'_>, Finding> {
    if !bytes.starts_with(b"%PDF-") {
        return Err(kinds::signing::NO_PDF.finding(msg!("tệp không phải PDF", "the file is no PDF")));
    }
    if bytes.len() > MOST_BYTES {
        let most = MOST_BYTES >> 20;
        return Err(
            kinds::signing::TOO_LARGE.finding(msg!("tệp PDF lớn hơn {most} MB", "the PDF is larger than {most} MB"))
        );
    }
    File::new(bytes).map_err(damaged)
}

impl<'a> Base<'a> {
    /// Reads a file that can be written on: as it is described by itself, and not encrypted.
    pub(crate) fn read(file: &'a File<'a>) -> Result<Self, Finding> {
        let view = file.view(file.bytes.len()).map_err(damaged)?;
        if view.trailer.get("Encrypt").is_some() {
            return Err(encrypted());
        }
        let pages = pages(&view).map_err(damaged)?.into_iter().map(|page| page.id.map(number)).collect();
        let objects = view.ids().into_iter().map(|id| (number(id), OnceCell::new())).collect();
        let trailer = entries(&view, &view.trailer);
        let base = Self { view, trailer, objects, pages };
        if base.size() >= MOST_OBJECTS || base.catalog().is_none() {
            return Err(damaged(What::BadTable.at(base.table())));
        }
        Ok(base)
    }

    /// Refuses a file of which not all can be read: nobody could say later what was signed.
    pub(super) fn check(&self) -> Result<(), Finding> {
        broken(&self.view).map_or(Ok(()), |broken| Err(damaged(broken)))
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> &'a [u8] {
        self.view.file.bytes
    }

    /// The number behind the largest one.
    pub(crate) fn size(&self) -> u32 {
        let told = self.trailer.get(b"Size").and_then(Object::as_i64).unwrap_or_default();
        let told = u32::try_from(told).unwrap_or_default();
        let largest = self.objects.last_key_value().map_or(0, |((number, _), _)| *number);
        told.max(largest.saturating_add(1))
    }

    /// The trailer of the newest revision.
    pub(crate) fn trailer(&self) -> &Dictionary {
        &self.trailer
    }

    /// Where the newest table of places begins.
    pub(crate) fn table(&self) -> usize {
        self.view.tables.first().copied().unwrap_or_default()
    }

    /// Whether the newest table of places is a stream.
    pub(crate) fn has_stream_table(&self) -> bool {
        !self.bytes().get(self.table()..).is_some_and(|table| table.trim_ascii_start().starts_with(b"xref"))
    }

    /// An object, by its number.
    pub(crate) fn get(&self, id: ObjectId) -> Option<&Object> {
        let read = || {
            let read = self.view.object(Id { number: id.0, generation: id.1.into() }).ok()?;
            object(&self.view, &read)
        };
        self.objects.get(&id)?.get_or_init(read).as_ref()
    }

    /// The number of the catalogue.
    pub(crate) fn root(&self) -> Option<ObjectId> {
        self.trailer.get(b"Root").and_then(Object::as_reference).ok()
    }

    /// The catalogue.
    pub(crate) fn catalog(&self) -> Option<&Dictionary> {
        self.get(self.root()?)?.as_dict().ok()
    }

    /// A page, by its number from 1.
    pub(crate) fn page(&self, number: usize) -> Option<ObjectId> {
        self.pages.get(number.checked_sub(1)?).copied().flatten()
    }

    /// All pages, in order; none for one that is no object of its own.
    pub(crate) fn page_ids(&self) -> impl Iterator<Item = Option<ObjectId>> + '_ {
        self.pages.iter().copied()
    }

    /// How many pages there are.
    pub(crate) fn pages(&self) -> usize {
        self.pages.len()
    }
}

fn number(id: Id) -> ObjectId {
    (id.number, u16::try_from(id.generation).unwrap_or(u16::MAX))
}

/// An object as it is written again; none if its data cannot be read.
fn object(view: &View<'_, '_>, read: &file::Object) -> Option<Object> {
    Some(match read {
        file::Object::Null => Object::Null,
        file::Object::Bool(value) => Object::Boolean(*value),
        file::Object::Int(value) => Object::Integer(*value),
        // What is not changed is written as it stands in the file.
        file::Object::Real(value) => Object::Real(*value as f32),
        file::Object::String(text) => Object::String(text.bytes.clone(), StringFormat::Literal),
        file::Object::Name(name) => Object::Name(name.clone()),
        file::Object::Array(items) => {
            Object::Array(items.iter().map(|item| object(view, item)).collect::<Option<_>>()?)
        }
        file::Object::Dict(dict) => Object::Dictionary(entries(view, dict)),
        file::Object::Ref(id) => Object::Reference(number(*id)),
        file::Object::Stream(stream) => {
            let data = view.file.bytes.get(view.data(stream).ok()?)?;
            Object::Stream(Stream::new(entries(view, &stream.dict), data.to_vec()))
        }
    })
}

fn entries(view: &View<'_, '_>, dict: &file::Dict) -> Dictionary {
    let mut entries = Dictionary::new();
    for (key, value) in &dict.0 {
        // Of a key that stands there twice the first one counts, as everywhere here.
        if !entries.has(key)
            && let Some(value) = object(view, value)
        {
            entries.set(key.clone(), value);
        }
    }
    entries
}

fn encrypted() -> Finding {
    kinds::signing::ENCRYPTED
        .finding(msg!("tệp PDF được mã hóa", "the PDF is encrypted"))
        .hint(msg!("bỏ mật khẩu của tệp rồi ký", "take the password off, then sign"))
}

/// Of a file that cannot be read by the letter.
pub(super) fn damaged(broken: Broken) -> Finding {
    if broken.what == What::Encrypted {
        return encrypted();
    }
    let Message { vi, en } = said_of(broken);
    kinds::signing::DAMAGED
        .finding(msg!("tệp PDF hỏng, không ghi tiếp được: {vi}", "the PDF is damaged and cannot be written on: {en}"))
}
