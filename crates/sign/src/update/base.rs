//! The file that is changed, as it is.

use baocao_core::diagnostic::{Finding, Message, caught};
use baocao_core::{kinds, msg};
use baocao_pdf::file::{Broken, File, MOST_BYTES, pages};
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use crate::verify::said_of;

/// Bytes of one stream once it is unpacked.
pub(crate) const MOST_UNPACKED: usize = 64 << 20;

/// References that lead to one another.
pub(super) const MOST_REFERENCES: usize = 16;

/// Numbers of objects (ISO 32000-1, Annex C).
const MOST_OBJECTS: u32 = 8_388_607;

/// A PDF file as it was read.
pub(crate) struct Base<'a> {
    pub(crate) file: &'a [u8],
    document: Document,
}

impl<'a> Base<'a> {
    /// Reads a file that can be written on: whole, as it is described by itself, and not encrypted.
    pub(crate) fn read(file: &'a [u8]) -> Result<Self, Finding> {
        if !file.starts_with(b"%PDF-") {
            return Err(kinds::signing::NO_PDF.finding(msg!("tệp không phải PDF", "the file is no PDF")));
        }
        if file.len() > MOST_BYTES {
            let most = MOST_BYTES >> 20;
            return Err(kinds::signing::TOO_LARGE
                .finding(msg!("tệp PDF lớn hơn {most} MB", "the PDF is larger than {most} MB")));
        }
        let options = LoadOptions { strict: true, ..LoadOptions::with_max_decompressed_size(MOST_UNPACKED) };
        let document = caught(|| Document::load_mem_with_options(file, options))?
            .map_err(|_| if names_encryption(file) { encrypted() } else { unread(file) })?;
        if document.trailer.has(b"Encrypt") || document.was_encrypted() {
            return Err(encrypted());
        }
        let base = Self { file, document };
        if base.size() >= MOST_OBJECTS {
            return Err(damaged("/Size"));
        }
        let is_catalog = base.catalog().is_some_and(|catalog| catalog.has(b"Pages"));
        if is_catalog { Ok(base) } else { Err(damaged("/Root")) }
    }

    /// The number behind the largest one.
    pub(crate) fn size(&self) -> u32 {
        let told = self.document.trailer.get(b"Size").and_then(Object::as_i64).unwrap_or_default();
        let told = u32::try_from(told).unwrap_or_default();
        told.max(self.document.max_id.saturating_add(1))
    }

    /// The trailer of the newest revision.
    pub(crate) fn trailer(&self) -> &Dictionary {
        &self.document.trailer
    }

    /// Where the newest table of places begins.
    pub(crate) fn table(&self) -> usize {
        self.document.xref_start
    }

    /// Whether the newest table of places is a stream.
    pub(crate) fn has_stream_table(&self) -> bool {
        !self.file.get(self.table()..).is_some_and(|table| table.trim_ascii_start().starts_with(b"xref"))
    }

    /// An object, by its number.
    pub(crate) fn get(&self, id: ObjectId) -> Option<&Object> {
        self.document.objects.get(&id)
    }

    /// The number of the catalogue.
    pub(crate) fn root(&self) -> Option<ObjectId> {
        self.document.trailer.get(b"Root").and_then(Object::as_reference).ok()
    }

    /// The catalogue.
    pub(crate) fn catalog(&self) -> Option<&Dictionary> {
        self.get(self.root()?)?.as_dict().ok()
    }

    /// A page, by its number from 1.
    pub(crate) fn page(&self, number: usize) -> Option<ObjectId> {
        self.document.page_iter().nth(number.checked_sub(1)?)
    }

    /// All pages, in order.
    pub(crate) fn page_ids(&self) -> impl Iterator<Item = ObjectId> + '_ {
        self.document.page_iter()
    }

    /// How many pages there are.
    pub(crate) fn pages(&self) -> usize {
        self.document.page_iter().count()
    }
}

/// Whether a file that could not be read says that it is encrypted.
fn names_encryption(file: &[u8]) -> bool {
    file.windows(9).any(|window| window == b"/Encrypt " || window == b"/Encrypt\n")
}

fn encrypted() -> Finding {
    kinds::signing::ENCRYPTED
        .finding(msg!("tệp PDF được mã hóa", "the PDF is encrypted"))
        .hint(msg!("bỏ mật khẩu của tệp rồi ký", "take the password off, then sign"))
}

/// What is wrong with a file that could not be read.
fn unread(file: &[u8]) -> Finding {
    let read = |file: &File<'_>| file.view(file.bytes.len()).and_then(|view| pages(&view).map(drop));
    match File::new(file).and_then(|file| read(&file)) {
        Err(broken) => broken_at(broken),
        Ok(()) => damaged("xref"),
    }
}

/// Of a file that cannot be read by the letter.
pub(super) fn broken_at(broken: Broken) -> Finding {
    let Message { vi, en } = said_of(broken);
    kinds::signing::DAMAGED
        .finding(msg!("tệp PDF hỏng, không ghi tiếp được: {vi}", "the PDF is damaged and cannot be written on: {en}"))
}

pub(super) fn damaged(found: &str) -> Finding {
    kinds::signing::DAMAGED
        .finding(msg!("tệp PDF hỏng, không ghi tiếp được", "the PDF is damaged and cannot be written on"))
        .found(found)
}
