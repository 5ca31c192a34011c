//! The sheets of a workbook that a mapping means.

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::rows::{Book, Sheet, Table, hidden_sheets};
use baocao_core::{kinds, msg};

use super::Mapping;
use super::column::plain;
use super::plan::Plan;

impl Mapping<'_> {
    /// The sheets that are meant: all, the one of a name, or the only one that has the columns of the mapping.
    pub(super) fn sheets<'b>(&self, book: &'b Book, findings: &mut Vec<Finding>) -> Vec<&'b Sheet> {
        let rows = &self.file.rows;
        let ignored: Vec<String> = rows.ignore_sheets.iter().map(|name| plain(name)).collect();
        let is_given = |sheet: &&Sheet| !sheet.hidden && sheet.height() > 0 && !ignored.contains(&plain(&sheet.name));
        let given: Vec<&Sheet> = book.sheets.iter().filter(is_given).collect();
        let is_named =
            |sheet: &&Sheet| self.file.rows.sheet.as_ref().is_some_and(|name| plain(name) == plain(&sheet.name));
        findings.extend(hidden_sheets(book.sheets.iter().filter(|sheet| !is_named(sheet))));
        match self.file.rows.sheet.as_deref() {
            Some("*") => given,
            None if self.file.unit.sheet || given.len() < 2 => given,
            None => match self.only(book, &given) {
                Ok(sheet) => vec![sheet],
                Err(finding) => {
                    findings.push(finding);
                    Vec::new()
                }
            },
            Some(name) => match sheet_of(book, name) {
                Ok(sheet) => vec![sheet],
                Err(finding) => {
                    findings.push(finding.at(self.place("/rows/sheet")));
                    Vec::new()
                }
            },
        }
    }

    /// The sheet that has all columns. Where none has, the one that lacks the fewest says which are missing.
    fn only<'b>(&self, book: &Book, sheets: &[&'b Sheet]) -> Result<&'b Sheet, Finding> {
        let missing: Vec<usize> = sheets.iter().map(|sheet| self.missing(sheet)).collect();
        let least = missing.iter().copied().min().unwrap_or(0);
        let best = || sheets.iter().zip(&missing).filter(|(_, count)| **count == least).map(|(sheet, _)| *sheet);
        if least == 0 && best().count() > 1 {
            let list = best().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join(", ");
            let first = best().next().map_or("", |sheet| &sheet.name);
            return Err(kinds::data_files::WHICH_SHEET
                .finding(msg!(
                    "nhiều trang tính của tệp có các cột này",
                    "several sheets of the file have these columns"
                ))
                .at(Place::file(&book.source))
                .found(list)
                .hint(msg!(
                    "ghi vào cách chuyển: [rows] sheet = \"{first}\", hoặc sheet = \"*\" để đọc mọi trang",
                    "say in the mapping: [rows] sheet = \"{first}\", or sheet = \"*\" for all of them"
                )));
        }
        best().next().ok_or_else(|| unknown(book, ""))
    }

    /// How many columns of the mapping a sheet lacks.
    fn missing(&self, sheet: &Sheet) -> usize {
        let mut findings = Vec::new();
        let Some(table) = Table::read(sheet, &self.hints(), &mut Vec::new()) else { return usize::MAX };
        Plan::new(self, &table, &mut findings);
        findings.iter().filter(|finding| finding.id == kinds::imports::UNKNOWN_COLUMN.id).count()
    }
}

/// The sheet of a name.
pub(super) fn sheet_of<'b>(book: &'b Book, name: &str) -> Result<&'b Sheet, Finding> {
    let found = book.sheets.iter().find(|sheet| plain(&sheet.name) == plain(name));
    found.ok_or_else(|| unknown(book, name))
}

fn unknown(book: &Book, name: &str) -> Finding {
    let names: Vec<&str> =
        book.sheets.iter().map(|sheet| sheet.name.as_str()).filter(|name| !name.is_empty()).collect();
    kinds::imports::UNKNOWN_SHEET
        .finding(msg!("tệp không có trang tính \"{name}\"", "the file has no sheet \"{name}\""))
        .one_of(name, &names)
}
