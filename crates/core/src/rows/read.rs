//! What a file of rows is, by its content, and the way to its cells.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;

use super::stored::{NoText, Seekable, Shared, Text};
use super::{Book, Form, csv, encoding, html, json, markup, mime, spreadsheetml, workbook};
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

/// So many bytes at the beginning of a file tell what it is.
const HEAD: u64 = 1 << 18;

impl Book {
    /// Reads a file of rows. `name` is how the user knows it. Where it cannot be read there is none, and findings say why:
    /// what it is, what is wrong with it, or that it holds more than it may.
    pub fn read(name: &str, bytes: &[u8], limits: &Limits, findings: &mut Vec<Finding>) -> Option<Self> {
        if bytes.len() > limits.report_bytes {
            findings.push(too_large(name, bytes.len() as u64, limits.report_bytes as u64));
            return None;
        }
        let book = if workbook::is_workbook(bytes) {
            workbook::read(name, bytes, limits, findings)
        } else if mime::is_archive(bytes) {
            archive(name, bytes, limits, findings)
        } else {
            text(name, bytes, limits, findings)
        };
        book?.settled(limits, findings)
    }

    /// Reads a file of rows without holding it, where it is CSV or NDJSON in UTF-8: it is looked through once, and its rows
    /// are read again where they are asked for. Any other file is read whole.
    pub fn open(
        name: &str,
        file: Box<dyn Seekable>,
        limits: &Limits,
        findings: &mut Vec<Finding>,
    ) -> io::Result<Option<Self>> {
        let mut file = Shared::new(file);
        let length = file.seek(SeekFrom::End(0))?;
        if let Some(form) = look(&mut file, length)? {
            if length > limits.stream_bytes {
                findings.push(too_large(name, length, limits.stream_bytes));
                return Ok(None);
            }
            let before = findings.len();
            let limits = limits.of_streams();
            match stream(form, Text::new(&file)?, name, &limits, findings) {
                Ok(book) => return Ok(book.and_then(|book| book.settled(&limits, findings))),
                Err(NoText) => findings.truncate(before),
            }
        }
        file.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::new();
        file.take(limits.report_bytes as u64 + 1).read_to_end(&mut bytes)?;
        Ok(Self::read(name, &bytes, limits, findings))
    }

    /// Its cells as they are meant; nothing where one is longer than a text of a report may be.
    fn settled(mut self, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Self> {
        for sheet in &mut self.sheets {
            let (bytes, row, column) = sheet.cells.longest;
            if bytes > limits.text_bytes {
                let most = megabytes(limits.text_bytes as u64);
                findings.push(
                    kinds::input::FILE_TOO_LARGE
                        .finding(msg!("một ô quá dài", "a cell is too long"))
                        .at(sheet.place(row, column))
                        .found(megabytes(bytes as u64))
                        .expected(msg!("không quá {most}", "at most {most}")),
                );
                return None;
            }
            sheet.settle(limits.cells);
        }
        encoding::convert(&mut self, findings);
        markup::read(&mut self, findings);
        Some(self)
    }
}

/// What rows a file has that is a text in UTF-8, as far as its beginning tells.
fn look(file: &mut Shared, length: u64) -> io::Result<Option<Form>> {
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    file.take(HEAD).read_to_end(&mut bytes)?;
    let is_whole = length <= HEAD;
    let end = match std::str::from_utf8(&bytes) {
        Ok(text) => text.len(),
        // A letter that is cut off.
        Err(error) if error.error_len().is_none() && !is_whole => error.valid_up_to(),
        Err(_) => return Ok(None),
    };
    bytes.truncate(end);
    if mime::is_archive(&bytes) {
        return Ok(None);
    }
    let text = String::from_utf8(bytes).unwrap_or_default();
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let begins = |sign: &str| text.trim_start().starts_with(sign);
    if text.contains('\0') || other(text.as_bytes()).is_some() || begins("<") {
        return Ok(None);
    }
    Ok(match json::form(&text) {
        Some(Form::Lines) => json::is_sure(&text).then_some(Form::Lines),
        None if is_whole || csv::is_sure(&text) => Some(Form::Csv { separator: csv::separator(&text) }),
        _ => None,
    })
}

/// A text of rows.
fn stream(
    form: Form,
    text: Text,
    name: &str,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Result<Option<Book>, NoText> {
    let sheet = match form {
        Form::Csv { separator } => csv::read(text, separator, name, limits, findings)?,
        _ => json::lines(text, name, limits, findings)?,
    };
    Ok(sheet.map(|sheet| Book { source: Arc::clone(&sheet.source), sheets: vec![sheet] }))
}

/// The tables of a web archive: those of a page that is a sheet of a workbook are called as that.
fn archive(name: &str, bytes: &[u8], limits: &Limits, findings: &mut Vec<Finding>) -> Option<Book> {
    let source = Source::new(name, "");
    let mut sheets = Vec::new();
    for page in mime::pages(bytes) {
        let mut found = html::read(&Source::new(name, page.text), limits, findings)?;
        let is_one = found.len() == 1;
        for sheet in &mut found {
            sheet.name = if is_one { page.name.clone() } else { format!("{} {}", page.name, sheet.name) };
        }
        sheets.append(&mut found);
    }
    if sheets.len() > limits.sheets || sheets.is_empty() {
        findings.push(unknown().found("MHTML").at(Place::file(&source)));
        return None;
    }
    Some(Book { source, sheets })
}

/// The kind of a file that holds no rows.
fn other(bytes: &[u8]) -> Option<&'static str> {
    OTHERS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// A file that is a text.
fn text(name: &str, bytes: &[u8], limits: &Limits, findings: &mut Vec<Finding>) -> Option<Book> {
    let kind = other(bytes);
    let text = encoding::text(bytes, html::said_encoding(bytes));
    let Some(text) = text.filter(|text| kind.is_none() && !text.contains('\0')) else {
        let file = Place::file(&Source::new(name, ""));
        findings.push(match kind {
            Some(kind) => unknown().found(kind).at(file),
            None if workbook::is_called_so(name) => workbook::unreadable().at(file),
            None => not_text(bytes).at(file),
        });
        return None;
    };
    let form = match json::form(&text) {
        None if spreadsheetml::is_book(&text) || html::is_page(&text) => Form::Cells,
        None if text.trim_start().starts_with("<?xml") || text.starts_with("MIME-Version:") => {
            findings.push(unknown().at(Place::file(&Source::new(name, text))));
            return None;
        }
        None => Form::Csv { separator: csv::separator(&text) },
        Some(form) => form,
    };
    if matches!(form, Form::Csv { .. } | Form::Lines) {
        // What was decoded is text.
        return stream(form, Text::held(text), name, limits, findings).unwrap_or_default();
    }
    let source = Source::new(name, text);
    let sheets = match form {
        Form::List => vec![json::list(&source, limits, findings)?],
        _ if spreadsheetml::is_book(&source.text) => spreadsheetml::read(&source, limits, findings)?,
        _ => html::read(&source, limits, findings)?,
    };
    Some(Book { source, sheets })
}

fn too_large(name: &str, bytes: u64, most: u64) -> Finding {
    let most = megabytes(most);
    kinds::input::FILE_TOO_LARGE
        .finding(msg!("{name}: tệp quá lớn", "{name}: the file is too large"))
        .found(megabytes(bytes))
        .expected(msg!("không quá {most}", "at most {most}"))
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
