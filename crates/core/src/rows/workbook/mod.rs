//! Workbooks, read by `calamine`: every call stands behind a bound, and a panic of the library is a finding.

mod archive;
mod compound;
mod ods;
mod runs;
mod values;
mod xlsb;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{
    Data, DataRef, Dimensions, Ods, Range, Reader, SheetType, SheetVisible, Style, Xls, Xlsb, Xlsx, XlsxFormulaMetadata,
};

use self::archive::Kind;
use self::runs::Runs;
use self::values::{Format, given};
pub(super) use self::values::{UNSEEN_SIZE, of_fraction};
use super::numbers::is_number;
use super::parts::gone as gone_parts;
use super::unseen::Unseen;
use super::{Book, Form, Given, Merged, Sheet, bounds};
use crate::diagnostic::{Finding, Place, Source, caught};
use crate::limits::Limits;
use crate::{kinds, msg};

/// What a zip and what the older kind of workbook begin with.
const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether a file may be a workbook.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// Reads a workbook.
pub(super) fn read(name: &str, bytes: &[u8], limits: &Limits, findings: &mut Vec<Finding>) -> Option<Book> {
    let source = Source::new(name, "");
    let mut opened =
        Opened { source: &source, limits, count: bounds::Count::new(limits), findings, sheets: Vec::new() };
    let read = if bytes.starts_with(ZIP) {
        archive::look(bytes, limits).and_then(|archive| {
            archive.tell(&source, opened.findings);
            guarded(|| match archive.kind {
                Kind::Xlsx => opened.xlsx(bytes, &archive),
                Kind::Xlsb => opened.xlsb(bytes),
                Kind::Ods => opened.ods(bytes),
            })
        })
    } else {
        compound::look(bytes, limits).and_then(|unseen| guarded(|| opened.xls(bytes, unseen)))
    };
    let sheets = opened.sheets;
    match read {
        Ok(()) => Some(Book { source, sheets }),
        Err(finding) => {
            let at = finding.place.clone().unwrap_or_else(|| Place::file(&source));
            findings.push(finding.at(at));
            None
        }
    }
}

/// Runs what calls the library. Where that panics, the file is one that it cannot read.
fn guarded(call: impl FnOnce() -> Result<(), Finding>) -> Result<(), Finding> {
    caught(call).unwrap_or_else(|_| Err(unreadable()))
}

/// Whether the name of a file says that it is a workbook in an archive: one that does not begin as an archive does was
/// damaged. What is called `.xls` may be a page or a text.
pub(super) fn is_called_so(name: &str) -> bool {
    let kind = name.rsplit_once('.').map(|(_, kind)| kind.to_lowercase());
    kind.is_some_and(|kind| ["xlsx", "xlsm", "xlsb", "ods"].contains(&kind.as_str()))
}

pub(super) fn unreadable() -> Finding {
    kinds::data_files::UNREADABLE.finding(msg!("không đọc được bảng tính", "the workbook cannot be read")).hint(msg!(
        "mở tệp bằng phần mềm bảng tính rồi lưu lại thành .xlsx",
        "open it in a spreadsheet program and save it again as .xlsx"
    ))
}

/// A file that cannot be read. What the library says of it is for programmers.
fn broken(error: impl Debug) -> Finding {
    if format!("{error:?}").contains("Password") { protected() } else { unreadable() }
}

fn protected() -> Finding {
    kinds::data_files::PROTECTED
        .finding(msg!("bảng tính có mật khẩu", "the workbook is protected by a password"))
        .hint(msg!("bỏ mật khẩu rồi lưu lại", "take the password out and save it again"))
}

/// A sheet of a workbook before it is read.
struct Known {
    /// Among all sheets, those that are charts too.
    index: usize,
    name: String,
    hidden: bool,
}

fn known(sheets: &[calamine::Sheet]) -> Vec<Known> {
    let sheets = sheets.iter().enumerate().filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet);
    let known = |(index, sheet): (usize, &calamine::Sheet)| {
        let hidden = sheet.visible != SheetVisible::Visible;
        Known { index, name: sheet.name.clone(), hidden }
    };
    sheets.map(known).collect()
}

struct Opened<'a> {
    source: &'a Arc<Source>,
    limits: &'a Limits,
    count: bounds::Count,
    findings: &'a mut Vec<Finding>,
    sheets: Vec<Sheet>,
}

impl Opened<'_> {
    fn xlsx(&mut self, bytes: &[u8], archive: &archive::Found) -> Result<(), Finding> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
        let is_marked = archive.has_runs || archive.has_hidden;
        let mut runs = if is_marked { Some(Runs::new(bytes, archive.has_runs)?) } else { None };
        for known in self.known(book.sheets_metadata())? {
            let mut sheet = self.sheet(&known);
            let merged = book.merge_cells_by_sheet_name(&known.name).map_err(broken)?;
            sheet.merged = merged.iter().filter_map(area).collect();
            let mut cells = match book.worksheet_cells_reader(&known.name) {
                Ok(cells) => cells,
                Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
                Err(error) => return Err(broken(error)),
            };
            let marks = runs.as_mut().map(|runs| runs.of_sheet(&known.name)).transpose()?.unwrap_or_default();
            let mut parts = marks.said;
            sheet.unseen = marks.unseen;
            let mut gone = Vec::new();
            let looks: Vec<Look> = cells.styles().iter().map(Look::new).collect();
            let plain = Look::default();
            while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(broken)? {
                let look = looks.get(style).unwrap_or(&plain);
                let at = cell.get_position();
                let said = parts.remove(&at);
                let value = cell.get_value().clone().into();
                let given = seen(value, look, said.as_deref(), at, &mut gone);
                if let Some(beside) = look.format.beside(&given) {
                    sheet.beside.note((at.0 as usize, at.1 as usize), beside);
                }
                self.put(&mut sheet, at, given)?;
            }
            drop(cells);
            self.findings.extend(sheet.told(gone_parts(), gone));
            if archive.has_formulas {
                let mut cells = book.worksheet_cells_reader(&known.name).map_err(broken)?;
                let (mut missing, mut linked, mut zeros) = (Vec::new(), Vec::new(), BTreeSet::new());
                while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(broken)? {
                    if archive.links.is_some() && cell.formula.as_ref().is_some_and(is_linked) {
                        linked.push(cell.pos);
                    }
                    let is_zero = matches!(cell.value, DataRef::Int(0))
                        || matches!(cell.value, DataRef::Float(value) if value == 0.0);
                    if archive.is_uncomputed && cell.formula.is_some() && is_zero {
                        zeros.insert((cell.pos.0 as usize, cell.pos.1 as usize));
                    }
                    if cell.formula.is_some() && cell.value == DataRef::Empty {
                        missing.push(cell.pos);
                    }
                }
                self.tell_missing(&mut sheet, &missing);
                // They are told where a figure is one.
                sheet.uncomputed.append(&mut zeros);
                self.tell_linked(&sheet, &linked);
            }
            self.sheets.push(sheet);
        }
        Ok(())
    }

    fn xlsb(&mut self, bytes: &[u8]) -> Result<(), Finding> {
        let mut book: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(broken)?;
        let mut marks = xlsb::marks(bytes)?;
        for known in self.known(book.sheets_metadata())? {
            let mut sheet = self.sheet(&known);
            let mut cells = book.worksheet_cells_reader(&known.name).map_err(broken)?;
            while let Some(cell) = cells.next_cell().map_err(broken)? {
                self.put(&mut sheet, cell.get_position(), given(cell.get_value().clone().into(), &Format::default()))?;
            }
            drop(cells);
            let marks = marks.remove(&known.name).unwrap_or_default();
            for (at, mistake) in marks.mistakes {
                self.put(&mut sheet, at, Given::Mistake(mistake.to_owned()))?;
            }
            (sheet.merged, sheet.unseen) = (marks.merged, marks.unseen);
            self.sheets.push(sheet);
        }
        Ok(())
    }

    fn xls(&mut self, bytes: &[u8], mut unseen: Vec<Unseen>) -> Result<(), Finding> {
        let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(broken)?;
        for known in self.known(book.sheets_metadata())? {
            let cells = book.worksheet_range(&known.name).map_err(broken)?;
            let formulas = book.worksheet_formula(&known.name).map_err(broken)?;
            let mut sheet = self.range(&known, &cells, &ods::Marks::default())?;
            let merged = book.merge_cells_by_sheet_name(&known.name).map_err(broken)?;
            sheet.merged = merged.iter().filter_map(area).collect();
            sheet.unseen = unseen.get_mut(known.index).map(std::mem::take).unwrap_or_default();
            self.tell_missing(&mut sheet, &without_value(&cells, &formulas));
            self.sheets.push(sheet);
        }
        Ok(())
    }

    fn ods(&mut self, bytes: &[u8]) -> Result<(), Finding> {
        let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(broken)?;
        let mut marks = ods::marks(bytes)?;
        for known in self.known(book.sheets_metadata())? {
            let cells = book.worksheet_range(&known.name).map_err(broken)?;
            let marks = marks.remove(&known.name).unwrap_or_default();
            let mut sheet = self.range(&known, &cells, &marks)?;
            (sheet.merged, sheet.unseen) = (marks.merged, marks.unseen);
            self.tell_missing(&mut sheet, &marks.formulas);
            self.sheets.push(sheet);
        }
        Ok(())
    }

    fn known(&self, sheets: &[calamine::Sheet]) -> Result<Vec<Known>, Finding> {
        let (known, most) = (known(sheets), self.limits.sheets);
        if known.len() > most {
            return Err(bounds::too_much(&msg!("không quá {most} trang tính", "at most {most} sheets")));
        }
        Ok(known)
    }

    fn sheet(&self, known: &Known) -> Sheet {
        Sheet { hidden: known.hidden, ..Sheet::new(self.source, known.name.clone(), Form::Cells) }
    }

    fn range(&mut self, known: &Known, cells: &Range<Data>, marks: &ods::Marks) -> Result<Sheet, Finding> {
        let (mut sheet, mut gone) = (self.sheet(known), Vec::new());
        let (row, column) = cells.start().unwrap_or_default();
        for (below, right, value) in cells.used_cells() {
            let at = (row.saturating_add(to_u32(below)), column.saturating_add(to_u32(right)));
            let marked = marks.marked(at);
            let (said, look) =
                (marked.and_then(|of| of.said.as_ref()), marked.map(ods::Marked::look).unwrap_or_default());
            let given = seen(value.clone(), &look, said, at, &mut gone);
            if let (Given::Number(_), Some(beside)) = (&given, marked.and_then(|of| of.beside.clone())) {
                sheet.beside.note((at.0 as usize, at.1 as usize), beside);
            }
            self.put(&mut sheet, at, given)?;
        }
        self.findings.extend(sheet.told(gone_parts(), gone));
        Ok(sheet)
    }

    fn put(&mut self, sheet: &mut Sheet, (row, column): (u32, u32), given: Given) -> Result<(), Finding> {
        if given == Given::Blank {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        let there = sheet.width_of(row);
        let told = |finding: Finding| finding.at(Place::cell(self.source, sheet.name.as_str(), row + 1, column + 1));
        self.count.add(row + 1, (column + 1).saturating_sub(there)).map_err(told)?;
        if let Given::Text(text) = &given {
            self.count.add_text(text.len()).map_err(told)?;
        }
        sheet.cells.put(row, column, given);
        Ok(())
    }

    /// Adds the cells that take their values from other files to what is told of these.
    fn tell_linked(&mut self, sheet: &Sheet, cells: &[(u32, u32)]) {
        let is_link = |told: &Finding| told.id == kinds::data_files::EXTERNAL_LINKS.id;
        let Some(at) = self.findings.iter().rposition(is_link).filter(|_| !cells.is_empty()) else { return };
        let told = self.findings.remove(at);
        let told = cells.iter().fold(told, |told, (row, column)| {
            let (row, column) = (*row as usize, *column as usize);
            let place = || Place::cell(self.source, sheet.name.as_str(), row + 1, column + 1);
            told.also_at(place, words(&sheet.cell(row, column)).unwrap_or_default())
        });
        self.findings.insert(at, told);
    }

    /// Formulas whose values are not in the file: no program computed them before it was saved.
    fn tell_missing(&mut self, sheet: &mut Sheet, cells: &[(u32, u32)]) {
        sheet.uncomputed = cells.iter().map(|(row, column)| (*row as usize, *column as usize)).collect();
        let place = |(row, column): &(u32, u32)| {
            Place::cell(self.source, sheet.name.as_str(), *row as usize + 1, *column as usize + 1)
        };
        if let Some((first, others)) = cells.split_first() {
            let finding = uncomputed().at(place(first));
            self.findings.push(others.iter().fold(finding, |finding, cell| finding.also(place(cell), "")));
        }
    }
}

/// Whether a formula takes a value from another workbook: `[1]Biểu!A1`, `'C:\[nguon.xlsx]Biểu'!A1`. Columns of tables stand
/// in brackets too, behind the name of the table.
fn is_linked(formula: &XlsxFormulaMetadata) -> bool {
    // Of formulas that are shared the first one is told.
    let (XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. }) = formula else {
        return false;
    };
    formula.split('[').skip(1).any(|rest| {
        let inside = rest.split(']').next().unwrap_or_default();
        let is_file = inside.to_ascii_lowercase().contains(".xls") || inside.bytes().all(|byte| byte.is_ascii_digit());
        is_file && !inside.is_empty() && rest.contains('!')
    })
}

/// Tells of formulas without a value.
pub(super) fn uncomputed() -> Finding {
    kinds::data_files::NO_CACHED_VALUE
        .finding(msg!("công thức không có giá trị trong tệp", "a formula without its value in the file"))
        .hint(msg!(
            "mở tệp bằng phần mềm bảng tính, để nó tính, rồi lưu lại",
            "open it in a spreadsheet program, let it compute, and save it again"
        ))
}

/// What a text says, and what is struck out of it.
type Said = (String, Option<String>);

/// How the cells of a style look.
#[derive(Debug, Clone, Default)]
struct Look {
    format: Format,
    is_struck: bool,
    /// Whether nobody sees a number in them.
    is_unseen: bool,
}

impl Look {
    fn new(style: &Style) -> Self {
        let (is_struck, is_unseen) = (values::is_struck(style), values::is_unseen(style));
        Self { format: Format::new(style), is_struck, is_unseen }
    }

    /// Whether what a cell holds is not seen. Words that are not are mostly headings on a ground that a table has.
    fn hides(&self, given: &Given) -> bool {
        let is_number = match given {
            Given::Number(_) => true,
            Given::Text(text) => is_number(text.trim()),
            _ => false,
        };
        self.is_struck || self.is_unseen && is_number || self.format.hides(given)
    }
}

/// What the reader of a cell sees: of a text with parts that look different what it says. What is struck out of it, and a
/// number that is not seen, is noted.
fn seen(
    value: Data,
    look: &Look,
    said: Option<&Said>,
    (row, column): (u32, u32),
    gone: &mut Vec<(usize, usize, String)>,
) -> Given {
    let (value, out) = match (value, said) {
        (Data::String(_), Some((said, out))) => (Data::String(said.clone()), out.clone()),
        (value, _) => (value, None),
    };
    let given = given(value, &look.format);
    let (given, out) = if look.hides(&given) { (Given::Blank, words(&given)) } else { (given, out) };
    gone.extend(out.map(|out| (row as usize, column as usize, out)));
    given
}

/// A cell in words.
fn words(given: &Given) -> Option<String> {
    match given {
        Given::Blank => None,
        Given::Text(text) | Given::Mistake(text) | Given::Json(text) => Some(text.clone()),
        Given::Number(number) => Some(number.to_string()),
        Given::Date(date) => Some(date.date().to_string()),
        Given::Bool(value) => Some(value.to_string()),
    }
}

fn to_u32(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Cells that have a formula and no value. Programs that do not compute save an empty text; it is a value only of formulas that
/// name one themselves: `IF(A2="","",A2)`.
fn without_value(cells: &Range<Data>, formulas: &Range<String>) -> Vec<(u32, u32)> {
    let (row, column) = formulas.start().unwrap_or_default();
    let formulas = formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty());
    let places = formulas.map(|(below, right, formula)| {
        let at = (row.saturating_add(to_u32(below)), column.saturating_add(to_u32(right)));
        (at, formula.contains('"'))
    });
    let is_missing = |(at, has_text): &((u32, u32), bool)| match cells.get_value(*at) {
        None | Some(Data::Empty) => true,
        Some(Data::String(text)) => text.is_empty() && !has_text,
        Some(_) => false,
    };
    places.filter(is_missing).map(|(at, _)| at).collect()
}

/// Merged cells, where they are more than one.
fn area(area: &Dimensions) -> Option<Merged> {
    let ordered = area.start.0 <= area.end.0 && area.start.1 <= area.end.1 && area.start != area.end;
    ordered.then_some(Merged {
        rows: (area.start.0 as usize, area.end.0 as usize),
        columns: (area.start.1 as usize, area.end.1 as usize),
    })
}

#[cfg(test)]
mod tests {
    use calamine::Cell;

    use super::*;

    #[test]
    fn an_empty_text_is_the_value_of_a_formula_that_names_one() {
        let text = |text: &str| Data::String(text.to_owned());
        let cells = [
            (text(""), "C2+112", true),
            (text(""), "SUM(B2:B4)", true),
            (text(""), "IF(A2=\"\",\"\",A2)", false),
            (text("a"), "A2", false),
            (Data::Float(0.0), "A2-A2", false),
            (Data::Empty, "A2", true),
        ];
        let at = |row: usize| (to_u32(row) + 1, 3);
        let values = cells.iter().enumerate().map(|(row, (value, ..))| Cell::new(at(row), value.clone()));
        let formulas = cells.iter().enumerate().map(|(row, (_, formula, _))| Cell::new(at(row), (*formula).to_owned()));
        let missing = without_value(&Range::from_sparse(values.collect()), &Range::from_sparse(formulas.collect()));
        let wanted = cells.iter().enumerate().filter(|(_, (_, _, is_missing))| *is_missing);
        assert_eq!(missing, wanted.map(|(row, _)| at(row)).collect::<Vec<_>>());
    }
}
