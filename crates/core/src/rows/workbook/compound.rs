//! The older kind of workbook before the library reads it: sheets are made as large as they say they are, so what they
//! say is looked at first. Format: [MS-CFB], [MS-XLS].

use super::{protected, unreadable};
use crate::diagnostic::Finding;
use crate::limits::Limits;
use crate::msg;
use crate::rows::bounds;
use crate::rows::unseen::Unseen;

/// Numbers of sectors that mean something else.
const END: u32 = 0xFFFF_FFFA;

/// Looks at the sizes of all sheets, and which of their rows and columns are hidden. A workbook that is encrypted is told as
/// such.
pub(super) fn look(bytes: &[u8], limits: &Limits) -> Result<Vec<Unseen>, Finding> {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let file = Compound::open(bytes).ok_or_else(unreadable)?;
    if file.stream(&wide("EncryptedPackage")).is_some() {
        return Err(protected());
    }
    let stream = ["Workbook", "Book", "WORKBOOK", "BOOK"].iter().find_map(|name| file.stream(&wide(name)));
    let stream = stream.ok_or_else(crate::rows::read::unknown)?;
    // A workbook whose records are encrypted says so at its beginning.
    if records(&stream, 0).any(|(kind, data)| kind == 0x002F && u16_at(data, 0) != 0) {
        return Err(protected());
    }
    let most = limits.cells as u64;
    if cells(&stream).is_none_or(|cells| cells > most) {
        return Err(bounds::too_much(&msg!("không quá {most} ô", "at most {most} cells")));
    }
    Ok(sheets(&stream).map(|from| unseen(&stream, from)).collect())
}

/// Where the sheets of a workbook begin, as the first part of its stream says.
fn sheets(stream: &[u8]) -> impl Iterator<Item = usize> {
    let sheets = records(stream, 0).filter(|(kind, data)| *kind == 0x0085 && data.len() >= 4);
    sheets.map(|(_, data)| u32_at(data, 0) as usize)
}

/// The rows and columns of a sheet that are hidden: the records Row (2.4.221) and ColInfo (2.4.53).
fn unseen(stream: &[u8], from: usize) -> Unseen {
    let mut unseen = Unseen::default();
    for (kind, data) in records(stream, from) {
        match kind {
            0x0208 if data.get(12).is_some_and(|bits| bits & 0x20 != 0) => unseen.rows(u16_at(data, 0).into(), 1),
            0x007D if u16_at(data, 8) & 1 != 0 => {
                let (first, last) = (u16_at(data, 0), u16_at(data, 2));
                unseen.columns(first.into(), usize::from(last.saturating_sub(first)) + 1);
            }
            _ => {}
        }
    }
    unseen
}

/// More cells no sheet of this kind has.
const MOST_OF_SHEET: u64 = 65_536 * 256;

/// How many cells the sheets of a workbook need, up to the last row and column of each; nothing where one says that it is
/// larger than any can be.
fn cells(stream: &[u8]) -> Option<u64> {
    let mut all = 0_u64;
    for from in sheets(stream) {
        let (mut rows, mut columns) = (0_u64, 0_u64);
        for (kind, data) in records(stream, from) {
            match kind {
                // What a sheet says of its size: the library sets so much aside.
                0x0200 => {
                    let (first, last, left, right) = if data.len() < 14 {
                        (u16_at(data, 0).into(), u16_at(data, 2).into(), u16_at(data, 4), u16_at(data, 6))
                    } else {
                        (u32_at(data, 0), u32_at(data, 4), u16_at(data, 8), u16_at(data, 10))
                    };
                    // A first column beyond all columns means none.
                    let left = if left > 0xFF || right < left { 0 } else { left };
                    let height = u64::from(last.max(1)).checked_sub(first.into())? + 1;
                    let width = u64::from(right - left) + 1;
                    if height * width > MOST_OF_SHEET {
                        return None;
                    }
                }
                // Cells: numbers, texts, results of formulas.
                0x0006 | 0x00BD | 0x00D6 | 0x00FD | 0x0203..=0x0205 | 0x027E if data.len() >= 4 => {
                    rows = rows.max(u64::from(u16_at(data, 0)) + 1);
                    columns = columns.max(u64::from(u16_at(data, 2)) + 1);
                }
                _ => {}
            }
        }
        all = all.saturating_add(rows * columns);
    }
    Some(all)
}

/// The records of a part of a stream up to its end: what each is, and its data.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = from;
    std::iter::from_fn(move || {
        let head = stream.get(at..at.checked_add(4)?)?;
        let (kind, start) = (u16_at(head, 0), at + 4);
        at = start + usize::from(u16_at(head, 2));
        Some((kind, stream.get(start..at.min(stream.len()))?))
    })
    .take_while(|(kind, _)| *kind != 0x000A)
}

/// A compound file: streams by name, each a chain of sectors.
struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    directory: Vec<u8>,
}

impl<'a> Compound<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let header = bytes.get(..512)?;
        let sector = 1_usize.checked_shl(u16_at(header, 30).into()).filter(|size| (128..=4096).contains(size))?;
        let mut file = Self { bytes, sector, table: Vec::new(), directory: Vec::new() };
        // The sectors of the table are listed in the header, and then in sectors of their own.
        let mut listed: Vec<u32> = header[76..].chunks_exact(4).map(|entry| u32_at(entry, 0)).collect();
        let mut next = u32_at(header, 68);
        let most = bytes.len() / sector + 1;
        for _ in 0..most {
            let Some(list) = file.at(next).filter(|_| next < END) else { break };
            let entries: Vec<u32> = list.chunks_exact(4).map(|entry| u32_at(entry, 0)).collect();
            let (after, entries) = entries.split_last()?;
            listed.extend(entries);
            next = *after;
        }
        for at in listed.into_iter().filter(|at| *at < END).take(most) {
            let part =
                file.at(at).unwrap_or_default().chunks_exact(4).map(|entry| u32_at(entry, 0)).collect::<Vec<_>>();
            file.table.extend(part);
        }
        file.directory = file.chain(u32_at(header, 48));
        Some(file)
    }

    fn at(&self, sector: u32) -> Option<&'a [u8]> {
        let start = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..(start + self.sector).min(self.bytes.len()))
    }

    /// The sectors of a chain, as far as it leads; one that leads in a circle ends with the file's length.
    fn chain(&self, first: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let mut next = first;
        while let Some(part) = self.at(next).filter(|part| next < END && !part.is_empty()) {
            out.extend_from_slice(part);
            if out.len() > self.bytes.len() {
                break;
            }
            next = self.table.get(next as usize).copied().unwrap_or(END);
        }
        out
    }

    /// The bytes of the stream of this name. Short streams lie in the stream of the root.
    fn stream(&self, name: &[u8]) -> Option<Vec<u8>> {
        const SHORT: usize = 4096;
        let mut entries = self.directory.chunks_exact(128);
        let root = entries.clone().next()?;
        let entry = entries.find(|entry| entry.starts_with(name) && entry[name.len()..name.len() + 2] == [0, 0])?;
        let (first, size) = (u32_at(entry, 116), u32_at(entry, 120) as usize);
        if size >= SHORT {
            let mut bytes = self.chain(first);
            bytes.truncate(size);
            return Some(bytes);
        }
        let header = self.bytes.get(..512)?;
        let (short, small) = (self.chain(u32_at(root, 116)), self.chain(u32_at(header, 60)));
        let (mut next, mut out) = (first as usize, Vec::new());
        while let Some(part) = short.get(next.checked_mul(64)?..).filter(|part| !part.is_empty() && out.len() < size) {
            out.extend_from_slice(&part[..part.len().min(64)]);
            next = small
                .get(next.checked_mul(4)?..)
                .filter(|rest| rest.len() >= 4)
                .map_or(usize::MAX / 64, |rest| u32_at(rest, 0) as usize);
        }
        out.truncate(size);
        Some(out)
    }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).and_then(|part| part.try_into().ok()).map_or(0, u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|part| part.try_into().ok()).map_or(0, u32::from_le_bytes)
}
