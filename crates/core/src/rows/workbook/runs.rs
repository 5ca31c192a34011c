//! What the library does not tell of an XLSX: which parts of a text are raised or struck out, and which rows and columns are
//! hidden. Format: ECMA-376 part 1, 18.4.8 (si), 18.4.7 (rPr), 18.3.1.53 (is), 18.3.1.4 (c), 18.3.1.73 (row), 18.3.1.13 (col).

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Cursor};
use std::sync::Arc;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::Said;
use crate::diagnostic::Finding;
use crate::rows::parts::{Look, Parts};
use crate::rows::unseen::Unseen;

/// What is known of a sheet.
#[derive(Default)]
pub(super) struct Marks {
    /// What cells say whose texts have parts that look different, by their rows and columns.
    pub(super) said: HashMap<(u32, u32), Arc<Said>>,
    pub(super) unseen: Unseen,
}

/// The texts of a workbook that have parts which look different.
pub(super) struct Runs<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// The files of the zip, by their names in small letters.
    files: HashMap<String, usize>,
    /// The files of sheets, by the names of the sheets.
    sheets: HashMap<String, String>,
    /// Texts that cells share, by their numbers.
    shared: HashMap<usize, Arc<Said>>,
}

impl<'b> Runs<'b> {
    /// Looks through the texts that the cells of a workbook share, where any may have such parts.
    pub(super) fn new(bytes: &'b [u8], has_runs: bool) -> Result<Self, Finding> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(super::broken)?;
        let names = zip.file_names().enumerate();
        let files = names.filter_map(|(at, name)| Some((plain(&name.ok()?), at))).collect();
        let mut runs = Self { zip, files, sheets: HashMap::new(), shared: HashMap::new() };
        let book = runs.relations("_rels/.rels", "")?.into_iter().find(|of| of.kind == "officeDocument");
        let book = book.map_or_else(|| "xl/workbook.xml".to_owned(), |of| of.target);
        let (folder, name) = book.rsplit_once('/').unwrap_or(("", &book));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let relations = runs.relations(&format!("{folder}_rels/{name}.rels"), &folder)?;
        runs.sheets = runs.sheets_of(&book, &relations)?;
        if let Some(strings) = relations.iter().find(|of| has_runs && of.kind == "sharedStrings") {
            runs.shared = runs.shared_of(&strings.target)?;
        }
        Ok(runs)
    }

    /// Looks through a sheet.
    pub(super) fn of_sheet(&mut self, name: &str) -> Result<Marks, Finding> {
        let mut marks = Marks::default();
        let Some(path) = self.sheets.get(name).cloned() else { return Ok(marks) };
        let Some(mut reader) = reader(&mut self.zip, &self.files, &path)? else { return Ok(marks) };
        // Rows and cells that do not say where they are stand behind the one before.
        let (mut row, mut column, mut is_shared) = (0_u32, 0_u32, false);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(super::broken)? {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "row" => {
                    row = attribute(&tag, "r").and_then(|at| at.parse().ok()).unwrap_or(row.saturating_add(1));
                    column = 0;
                    if is_hidden(&tag) {
                        marks.unseen.rows(row.saturating_sub(1) as usize, 1);
                    }
                }
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "col" && is_hidden(&tag) => {
                    let number = |name| attribute(&tag, name).and_then(|at| at.parse::<u32>().ok());
                    let (Some(first), Some(last)) = (number("min"), number("max")) else { continue };
                    let count = last.saturating_sub(first).saturating_add(1);
                    marks.unseen.columns(first.saturating_sub(1) as usize, count as usize);
                }
                Event::Start(tag) if tag.local_name().as_ref() == "c" => {
                    (row, column) =
                        attribute(&tag, "r").and_then(|at| cell_at(&at)).unwrap_or((row, column.saturating_add(1)));
                    is_shared = attribute(&tag, "t").is_some_and(|kind| kind == "s");
                }
                Event::Empty(tag) if tag.local_name().as_ref() == "c" => {
                    (row, column) =
                        attribute(&tag, "r").and_then(|at| cell_at(&at)).unwrap_or((row, column.saturating_add(1)));
                }
                Event::Start(tag) if tag.local_name().as_ref() == "v" && is_shared => {
                    let number = text(&mut reader)?;
                    if let Some(said) = number.trim().parse().ok().and_then(|number: usize| self.shared.get(&number)) {
                        marks.said.insert((row.saturating_sub(1), column.saturating_sub(1)), Arc::clone(said));
                    }
                }
                Event::Start(tag) if tag.local_name().as_ref() == "is" => {
                    let said = said(&mut reader, "is")?;
                    marks
                        .said
                        .extend(said.map(|said| ((row.saturating_sub(1), column.saturating_sub(1)), Arc::new(said))));
                }
                Event::Eof => return Ok(marks),
                _ => {}
            }
        }
    }

    /// The files that a file of the workbook leads to.
    fn relations(&mut self, path: &str, folder: &str) -> Result<Vec<Relation>, Finding> {
        let mut found = Vec::new();
        let Some(mut reader) = reader(&mut self.zip, &self.files, path)? else { return Ok(found) };
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(super::broken)? {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                    let of = |name: &str| attribute(&tag, name).unwrap_or_default();
                    let (id, kind, target) = (of("Id"), of("Type"), of("Target"));
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    let target = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
                    found.push(Relation { id, kind, target });
                }
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }

    fn sheets_of(&mut self, book: &str, relations: &[Relation]) -> Result<HashMap<String, String>, Finding> {
        let mut sheets = HashMap::new();
        let Some(mut reader) = reader(&mut self.zip, &self.files, book)? else { return Ok(sheets) };
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(super::broken)? {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "sheet" => {
                    let id = attribute(&tag, "id");
                    let target = relations.iter().find(|of| Some(&of.id) == id.as_ref()).map(|of| of.target.clone());
                    sheets.extend(attribute(&tag, "name").zip(target));
                }
                Event::Eof => return Ok(sheets),
                _ => {}
            }
        }
    }

    fn shared_of(&mut self, path: &str) -> Result<HashMap<usize, Arc<Said>>, Finding> {
        let mut shared = HashMap::new();
        let Some(mut reader) = reader(&mut self.zip, &self.files, path)? else { return Ok(shared) };
        let (mut number, mut buffer) = (0, Vec::new());
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(super::broken)? {
                Event::Start(tag) if tag.local_name().as_ref() == "si" => {
                    shared.extend(said(&mut reader, "si")?.map(|said| (number, Arc::new(said))));
                    number += 1;
                }
                Event::Empty(tag) if tag.local_name().as_ref() == "si" => number += 1,
                Event::Eof => return Ok(shared),
                _ => {}
            }
        }
    }
}

/// Where a file of the workbook leads.
struct Relation {
    id: String,
    /// The last part of its type.
    kind: String,
    target: String,
}

/// Programs differ in the case of names, and some write them with the separators of Windows.
fn plain(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// Reads a file inside of the zip, whose size was looked at before.
fn reader<'z>(
    zip: &'z mut ZipArchive<Cursor<&[u8]>>,
    files: &HashMap<String, usize>,
    path: &str,
) -> Result<Option<Reader<impl BufRead + 'z>>, Finding> {
    let Some(at) = files.get(&plain(path)) else { return Ok(None) };
    let file = zip.by_index(*at).map_err(super::broken)?;
    let mut reader = Reader::from_reader(BufReader::new(file));
    reader.config_mut().check_end_names = false;
    Ok(Some(reader))
}

/// What a text says up to the end of its tag, where parts of it look different.
fn said<R: BufRead>(reader: &mut Reader<R>, end: &str) -> Result<Option<Said>, Finding> {
    let (mut parts, mut look, mut buffer) = (Parts::default(), Look::Plain, Vec::new());
    // How a foreign script is spoken is no part of the text.
    let (mut is_spoken, mut is_marked) = (false, false);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(super::broken)? {
            Event::Start(tag) if tag.local_name().as_ref() == "t" => {
                let text = text(reader)?;
                if !is_spoken {
                    parts.add(look, &text);
                }
            }
            Event::Start(tag) if tag.local_name().as_ref() == "rPh" => is_spoken = true,
            Event::Start(tag) if tag.local_name().as_ref() == "r" => look = Look::Plain,
            Event::Start(tag) | Event::Empty(tag) => {
                look = look_of(&tag, look);
                is_marked |= look != Look::Plain;
            }
            Event::End(tag) if tag.local_name().as_ref() == "rPh" => is_spoken = false,
            Event::End(tag) if tag.local_name().as_ref() == end => break,
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(is_marked.then(|| parts.said()))
}

/// How the text of a run looks that has this property too.
fn look_of(tag: &BytesStart<'_>, before: Look) -> Look {
    let value = attribute(tag, "val");
    match (tag.local_name().as_ref(), value.as_deref()) {
        ("strike" | "dstrike", None | Some("1" | "true" | "on")) => Look::Gone,
        ("vertAlign", Some("superscript")) if before != Look::Gone => Look::Raised,
        ("vertAlign", Some("subscript")) if before != Look::Gone => Look::Lowered,
        _ => before,
    }
}

/// The words up to the next end of a tag.
fn text<R: BufRead>(reader: &mut Reader<R>) -> Result<String, Finding> {
    let (mut text, mut buffer) = (String::new(), Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(super::broken)? {
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::CData(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(name) => match resolve_predefined_entity(name.as_ref()) {
                Some(character) => text.push_str(character),
                None => text.extend(name.resolve_char_ref().map_err(super::broken)?),
            },
            Event::End(_) | Event::Eof => return Ok(text),
            _ => {}
        }
    }
}

/// Whether a row or columns are hidden, or have no height or width; rows that are filtered out are too.
fn is_hidden(tag: &BytesStart<'_>) -> bool {
    let is_zero = |name| attribute(tag, name).and_then(|value| value.parse::<f64>().ok()) == Some(0.0);
    attribute(tag, "hidden").is_some_and(|value| value == "1" || value == "true") || is_zero("ht") || is_zero("width")
}

/// An attribute by its name, whatever namespace it has.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.attributes().with_checks(false).flatten().find(|of| of.key.local_name().as_ref() == name)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// `B12` as its row and its column, from 1.
fn cell_at(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase().checked_sub(b'A').filter(|letter| *letter < 26)?;
        column.checked_mul(26)?.checked_add(u32::from(letter) + 1)
    })?;
    Some((row.parse().ok()?, column))
}
