//! A zip before the library reads it: what it is, what it brings along, and that it holds no more than it may.

use std::io::{Cursor, Read};
use std::sync::Arc;

use zip::ZipArchive;

use super::unreadable;
use crate::diagnostic::{Finding, Place, Source, megabytes};
use crate::limits::Limits;
use crate::rows::bounds;
use crate::{kinds, msg};

/// What a zip is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Xlsb,
    Ods,
}

/// What was found in a zip.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) kind: Kind,
    /// Whether any sheet may hold a formula.
    pub(super) has_formulas: bool,
    /// Whether any text may have parts that are raised or struck out.
    pub(super) has_runs: bool,
    /// Whether any row or column of a sheet may be hidden.
    pub(super) has_hidden: bool,
    /// Whether formulas are to be computed when the workbook is opened: what is saved of them may be nothing but zeros.
    pub(super) is_uncomputed: bool,
    macros: Option<String>,
    /// The part that leads to other workbooks, and what it leads to.
    pub(super) links: Option<String>,
}

/// Looks through a zip. Everything in it is unpacked once, and thrown away: what a zip says of its sizes may be a lie.
pub(super) fn look(bytes: &[u8], limits: &Limits) -> Result<Found, Finding> {
    let damaged = |_| unreadable();
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let most = limits.unpacked_bytes;
    if zip.len() > Limits::ARCHIVE_FILES || zip.decompressed_size().is_some_and(|size| size > u128::from(most)) {
        return Err(bomb(most));
    }
    let (mut names, mut link) = (Vec::new(), None);
    let mut is_uncomputed = false;
    let (mut left, mut has_formulas, mut has_runs, mut has_hidden) = (most, false, false, false);
    for index in 0..zip.len() {
        let file = zip.by_index(index).map_err(super::broken)?;
        let name = String::from_utf8_lossy(file.name_raw()).replace('\\', "/");
        let is_sheet = name.contains("sheet");
        // Styles are those of whole cells.
        let is_text = name.ends_with(".xml") && !name.ends_with("styles.xml");
        let is_link = link.is_none() && name.contains("externalLinks/_rels/");
        let mut leads = Vec::new();
        let mut file = file.take(left.saturating_add(1));
        let mut buffer = [0; 1 << 14];
        // The end of what was read before may be the beginning of a word.
        let mut kept = 0;
        loop {
            let count = file.read(&mut buffer[kept..]).map_err(|_| unreadable())?;
            if count == 0 {
                break;
            }
            left = left.checked_sub(count as u64).ok_or_else(|| bomb(most))?;
            if is_link && leads.len() < buffer.len() {
                leads.extend_from_slice(&buffer[kept..kept + count]);
            }
            let read = &buffer[..kept + count];
            if kept == 0 && is_text && has(read, b"<!DOCTYPE") {
                return Err(unreadable());
            }
            // The library sets aside room for as many texts as there are said to be.
            if kept == 0 && name.ends_with("sharedStrings.xml") && texts(read) > limits.cells {
                let most = limits.cells;
                return Err(bounds::too_much(&msg!("không quá {most} ô", "at most {most} cells")));
            }
            is_uncomputed |= name.ends_with("workbook.xml") && has(read, TO_BE_COMPUTED);
            has_formulas |= is_sheet && !has_formulas && has(read, b"<f");
            has_runs |= is_text && !has_runs && (has(read, b"vertAlign") || has(read, b"strike"));
            has_hidden |= is_sheet && !has_hidden && HIDING.iter().any(|word| has(read, word));
            let end = read.len();
            kept = end.min(LONGEST_WORD - 1);
            buffer.copy_within(end - kept..end, 0);
        }
        if is_link {
            link = target(&String::from_utf8_lossy(&leads));
        }
        names.push(name);
    }
    let has_file = |end: &str| names.iter().find(|name| name.ends_with(end)).cloned();
    let links = names.iter().find(|name| name.contains("externalLinks/") && !name.contains("_rels/")).cloned();
    let links = links.map(|name| link.map(|link| format!("{name}: {link}")).unwrap_or(name));
    let kind = if has_file("workbook.bin").is_some() {
        Kind::Xlsb
    } else if has_file("mimetype").is_some() && has_file("content.xml").is_some() {
        Kind::Ods
    } else if has_file("[Content_Types].xml").is_some()
        && has_file("word/document.xml").is_none()
        && has_file("ppt/presentation.xml").is_none()
    {
        Kind::Xlsx
    } else {
        return Err(crate::rows::read::unknown());
    };
    Ok(Found { kind, is_uncomputed, has_formulas, has_runs, has_hidden, macros: has_file("vbaProject.bin"), links })
}

/// What rows and columns have that are hidden: the mark, or no height and no width.
const HIDING: [&[u8]; 3] = [b"hidden=", b" ht=\"0", b"width=\"0"];

/// What the relations of a part lead to.
fn target(relations: &str) -> Option<String> {
    relations.split("Target=\"").nth(1)?.split('"').next().map(str::to_owned)
}

/// How many texts the list of them says that it has, by its beginning.
fn texts(list: &[u8]) -> usize {
    let list = String::from_utf8_lossy(list);
    let said = list.split("uniqueCount=").nth(1).and_then(|rest| rest.get(1..)).unwrap_or_default();
    let digits = said.trim_start().split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    if digits.is_empty() { 0 } else { digits.parse().unwrap_or(usize::MAX) }
}

/// The longest word that is looked for.
const LONGEST_WORD: usize = TO_BE_COMPUTED.len();

/// What a workbook says whose formulas are to be computed when it is opened.
const TO_BE_COMPUTED: &[u8] = b"fullCalcOnLoad=\"1\"";

fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

impl Found {
    /// Tells what is in a workbook and is not looked at.
    pub(super) fn tell(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        if let Some(name) = &self.macros {
            findings.push(
                kinds::data_files::MACROS
                    .finding(msg!("bảng tính có macro, được bỏ qua", "the workbook has macros, which are passed over"))
                    .at(Place::file(source))
                    .found(name.as_str()),
            );
        }
        if let Some(name) = &self.links {
            findings.push(
                kinds::data_files::EXTERNAL_LINKS
                    .finding(msg!(
                        "bảng tính lấy số từ tệp khác; dùng giá trị đã lưu trong tệp này",
                        "the workbook takes figures from other files; the values saved in this one are used"
                    ))
                    .at(Place::file(source))
                    .found(name.as_str()),
            );
        }
    }
}

fn bomb(most: u64) -> Finding {
    let most = megabytes(most);
    bounds::too_much(&msg!("không quá {most} sau khi giải nén", "at most {most} once it is unpacked"))
}
