//! What the library does not tell of an XLSB: which cells are merged, which rows and columns are hidden, and which formulas
//! have an error for a value. Format: [MS-XLSB], the records BrtMergeCell, BrtRowHdr, BrtColInfo, BrtFmlaError and
//! BrtBundleSh (2.4). Formulas without a value are not to be found in it: a record of a formula always holds one.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use html5gum::{IoReader, Token, Tokenizer};
use zip::ZipArchive;

use crate::diagnostic::Finding;
use crate::rows::Merged;
use crate::rows::unseen::Unseen;

const ROW: u16 = 0x0000;
const FORMULA_ERROR: u16 = 0x000B;
const SHEET: u16 = 0x009C;
const MERGED: u16 = 0x00B0;
const COLUMNS: u16 = 0x003C;

/// What is known of a sheet.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) merged: Vec<Merged>,
    pub(super) unseen: Unseen,
    /// Formulas whose value is an error.
    pub(super) mistakes: Vec<((u32, u32), &'static str)>,
}

/// Looks through the sheets of a file, by their names.
pub(super) fn marks(bytes: &[u8]) -> Result<HashMap<String, Marks>, Finding> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(super::broken)?;
    let Some(targets) = part(&mut zip, "xl/_rels/workbook.bin.rels").map(|rels| targets(&rels)) else {
        return Ok(HashMap::new());
    };
    let book = part(&mut zip, "xl/workbook.bin").unwrap_or_default();
    let sheets = Records(&book).filter(|(id, _)| *id == SHEET).filter_map(|(_, data)| {
        // Its state and its number stand before its relation and its name.
        let (relation, rest) = text(data.get(8..)?)?;
        Some((relation, text(rest)?.0))
    });
    let mut all = HashMap::new();
    for (relation, name) in sheets {
        let sheet = targets.get(&relation).and_then(|target| part(&mut zip, target));
        all.insert(name, sheet.map(|sheet| of_sheet(&sheet)).unwrap_or_default());
    }
    Ok(all)
}

/// A file inside of the zip, whose size was looked at before.
fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    zip.by_name(name).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Where the relations of the workbook lead.
fn targets(rels: &[u8]) -> HashMap<String, String> {
    let mut targets = HashMap::new();
    for token in Tokenizer::new(IoReader::new(rels)).flatten() {
        let Token::StartTag(tag) = token else { continue };
        let of = |name: &str| String::from_utf8(tag.attributes.get(name.as_bytes())?.to_vec()).ok();
        if let (Some(id), Some(target)) = (of("id"), of("target")) {
            let target = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, target);
        }
    }
    targets
}

fn of_sheet(bytes: &[u8]) -> Marks {
    let (mut marks, mut row) = (Marks::default(), 0);
    for (id, data) in Records(bytes) {
        let number = |at: usize| data.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes);
        match id {
            ROW => {
                row = number(0).unwrap_or(row);
                // Behind the number, the style and the height of the row stand its bits.
                if data.get(11).is_some_and(|bits| bits & 0x10 != 0) {
                    marks.unseen.rows(row as usize, 1);
                }
            }
            COLUMNS => {
                let (Some(first), Some(last), Some(bits)) = (number(0), number(4), data.get(16)) else { continue };
                if bits & 1 != 0 && first <= last {
                    marks.unseen.columns(first as usize, (last - first) as usize + 1);
                }
            }
            MERGED => {
                let [Some(top), Some(bottom), Some(left), Some(right)] = [0, 4, 8, 12].map(number) else { continue };
                if top <= bottom && left <= right && (top, left) != (bottom, right) {
                    let rows = (top as usize, bottom as usize);
                    marks.merged.push(Merged { rows, columns: (left as usize, right as usize) });
                }
            }
            FORMULA_ERROR => {
                let (Some(column), Some(code)) = (number(0), data.get(8)) else { continue };
                marks.mistakes.push(((row, column), mistake(*code)));
            }
            _ => {}
        }
    }
    marks
}

/// Errors by their codes: [MS-XLSB] 2.5.97.2.
fn mistake(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

/// A text with its length before it, and what stands behind it.
fn text(data: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = data.split_first_chunk::<4>()?;
    let bytes = usize::try_from(u32::from_le_bytes(*length)).ok()?.checked_mul(2)?;
    let (text, rest) = rest.split_at_checked(bytes)?;
    let units: Vec<u16> =
        text.chunks_exact(2).filter_map(|pair| Some(u16::from_le_bytes(pair.try_into().ok()?))).collect();
    Some((String::from_utf16_lossy(&units), rest))
}

/// The records of a part: their kinds and what they hold. A number in them goes on as long as its bytes have their highest
/// bit: two bytes of a kind, four of a length.
struct Records<'b>(&'b [u8]);

impl<'b> Iterator for Records<'b> {
    type Item = (u16, &'b [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (first, mut rest) = self.0.split_first()?;
        let mut id = u16::from(*first & 0x7F);
        if first & 0x80 != 0 {
            let (second, behind) = rest.split_first()?;
            id |= u16::from(*second & 0x7F) << 7;
            rest = behind;
        }
        let mut length = 0;
        for shift in [0, 7, 14, 21] {
            let (byte, behind) = rest.split_first()?;
            rest = behind;
            length |= usize::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let (data, behind) = rest.split_at_checked(length)?;
        self.0 = behind;
        Some((id, data))
    }
}
