//! What a file of rows is, by its content, and the way to its cells.

use super::{Book, Form, csv, encoding, html, json, markup, spreadsheetml, workbook};
use crate::diagnostic::{Finding, Place, Source, megabytes};
use crate::limits::Limits;
use crate::{kinds, msg};

/// What files begin with that hold no rows.
const OTHERS: [(&[u8], &str); 6] = [
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"7z\xBC\xAF", "7z"),
    (b"Rar!", "RAR"),
];

impl Book {
    /// Reads a file of rows. `name` is how the user knows it. Where it cannot be read there is none, and findings say why:
    /// what it is, what is wrong with it, or that it holds more than it may.
    pub fn read(name: &str, bytes: &[u8], limits: &Limits, findings: &mut Vec<Finding>) -> Option<Self> {
        if bytes.len() > limits.report_bytes {
            let most = megabytes(limits.report_bytes as u64);
            findings.push(
                kinds::input::FILE_TOO_LARGE
                    .finding(msg!("{name}: tệp quá lớn", "{name}: the file is too large"))
                    .found(megabytes(bytes.len() as u64))
                    .expected(msg!("không quá {most}", "at most {most}")),
            );
            return None;
        }
        let mut book = if workbook::is_workbook(bytes) {
            workbook::read(name, bytes, limits, findings)?
        } else {
            text(name, bytes, limits, findings)?
        };
        for sheet in &mut book.sheets {
            sheet.settle(limits.cells);
        }
        encoding::convert(&mut book, findings);
        markup::read(&mut book, findings);
        Some(book)
    }
}

/// A file that is a text.
fn text(name: &str, bytes: &[u8], limits: &Limits, findings: &mut Vec<Finding>) -> Option<Book> {
    let other = OTHERS.iter().find(|(start, _)| bytes.starts_with(start));
    let text = encoding::text(bytes, html::said_encoding(bytes));
    let Some(text) = text.filter(|text| other.is_none() && !text.contains('\0')) else {
        let file = Place::file(&Source::new(name, ""));
        findings.push(match other {
            Some((_, kind)) => unknown().found(*kind).at(file),
            None => not_text(bytes).at(file),
        });
        return None;
    };
    let source = Source::new(name, text);
    let sheets = match json::form(&source.text) {
        Some(Form::List) => vec![json::list(&source, limits, findings)?],
        Some(_) => vec![json::lines(&source, limits, findings)?],
        None if spreadsheetml::is_book(&source.text) => spreadsheetml::read(&source, limits, findings)?,
        None if html::is_page(&source.text) => html::read(&source, limits, findings)?,
        None if source.text.trim_start().starts_with("<?xml") || source.text.starts_with("MIME-Version:") => {
            findings.push(unknown().at(Place::file(&source)));
            return None;
        }
        None => vec![csv::read(&source, limits, findings)?],
    };
    Some(Book { source, sheets })
}

/// A file that is none of those with rows.
pub(super) fn unknown() -> Finding {
    kinds::data_files::UNKNOWN_KIND
        .finding(msg!(
            "tệp không phải CSV, JSON, bảng tính hay bảng HTML",
            "the file is no CSV, JSON, workbook or HTML table"
        ))
        .expected(msg!(
            "CSV, NDJSON, JSON, XLSX, XLSM, XLSB, XLS, ODS, hoặc HTML có bảng",
            "CSV, NDJSON, JSON, XLSX, XLSM, XLSB, XLS, ODS, or HTML with a table"
        ))
        .hint(msg!(
            "mở tệp bằng phần mềm bảng tính rồi lưu thành .xlsx hoặc CSV UTF-8",
            "open it in a spreadsheet program and save it as .xlsx or CSV UTF-8"
        ))
}

/// Bytes that are a text in no encoding that is known.
fn not_text(bytes: &[u8]) -> Finding {
    let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), |text| text.find('\0').unwrap_or(0));
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    let byte = bytes.get(at).copied().unwrap_or_default();
    kinds::input::NOT_UTF8
        .finding(msg!("dòng {line}: không rõ tệp ở bảng mã nào", "line {line}: the encoding of the file is not known"))
        .found(format!("0x{byte:02X} (byte {at})"))
        .hint(msg!("lưu lại tệp bằng bảng mã Unicode UTF-8", "save the file again as Unicode UTF-8"))
}
