//! The older kind of workbook before the library reads it: sheets are made as large as they say they are, so what they
//! say is looked at first. Format: [MS-CFB], [MS-XLS].

use super::{protected, unreadable};
use crate::diagnostic::Finding;
use crate::limits::Limits;
use crate::msg;
use crate::rows::bounds;

/// Numbers of sectors that mean something else.
const END: u32 = 0xFFFF_FFFA;

/// Looks at the sizes of all sheets. A workbook that is encrypted is told as such.
pub(super) fn look(bytes: &[u8], limits: &Limits) -> Result<(), Finding> {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let file = Compound::open(bytes).ok_or_else(unreadable)?;
    if file.stream(&wide("EncryptedPackage")).is_some() {
        return Err(protected());
    }
    let stream = ["Workbook", "Book", "WORKBOOK", "BOOK"].iter().find_map(|name| file.stream(&wide(name)));
    let stream = stream.ok_or_else(crate::rows::read::unknown)?;
    let most = limits.cells as u64;
    if cells(&stream).is_none_or(|cells| cells > most) {
        return Err(bounds::too_much(&msg!("không quá {most} ô", "at most {most} cells")));
    }
    Ok(())
}

/// More cells no sheet of this kind has.
const MOST_OF_SHEET: u64 = 65_536 * 256;

/// How many cells the sheets of a workbook need, up to the last row and column of each; nothing where one says that it is
/// larger than any can be.
fn cells(stream: &[u8]) -> Option<u64> {
    let (mut at, mut all) = (0, 0_u64);
    let mut area: Option<(u64, u64)> = None;
    while let Some(head) = stream.get(at..at + 4) {
        let (kind, length) = (u16_at(head, 0), usize::from(u16_at(head, 2)));
        let data = stream.get(at + 4..(at + 4 + length).min(stream.len())).unwrap_or_default();
        match kind {
            // The beginning of a sheet, and its end.
            0x0809 | 0x000A => all = all.saturating_add(area.take().map_or(0, |(rows, columns)| rows * columns)),
            // What a sheet says of its size: the library sets so much aside.
            0x0200 => {
                let (first, last, columns) = match data.len() {
                    14.. => (u32_at(data, 0), u32_at(data, 4), (u16_at(data, 8), u16_at(data, 10))),
                    10.. => (u16_at(data, 0).into(), u16_at(data, 2).into(), (u16_at(data, 4), u16_at(data, 6))),
                    _ => (0, 0, (0, 0)),
                };
                let columns = u64::from(columns.1).checked_sub(columns.0.into())? + 1;
                let rows = u64::from(last).checked_sub(first.into())? + 1;
                if rows * columns > MOST_OF_SHEET {
                    return None;
                }
            }
            // Cells: numbers, texts, results of formulas.
            0x0006 | 0x00BD | 0x00D6 | 0x00FD | 0x0203..=0x0205 | 0x027E if data.len() >= 4 => {
                let (row, column) = (u64::from(u16_at(data, 0)) + 1, u64::from(u16_at(data, 2)) + 1);
                let (rows, columns) = area.unwrap_or_default();
                area = Some((rows.max(row), columns.max(column)));
            }
            _ => {}
        }
        at += 4 + length;
    }
    Some(all.saturating_add(area.map_or(0, |(rows, columns)| rows * columns)))
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
