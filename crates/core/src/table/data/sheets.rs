//! The files that tables take their rows from, and the sheet of each that is meant.

use std::collections::BTreeMap;

use super::names::{column_of, plain};
use crate::diagnostic::Finding;
use crate::limits::Limits;
use crate::report::{RowFile, SideFiles};
use crate::rows::{Book, Hints, Sheet, Table};
use crate::table::columns::Leaf;
use crate::table::given::Place;
use crate::{kinds, msg};

/// The files of the tables of a report; each is read once.
#[derive(Debug, Default)]
pub(in crate::table) struct Books {
    read: BTreeMap<String, Option<Book>>,
}

impl Books {
    /// A file beside the report; nothing where it could not be read, which is told when it is read first.
    pub(super) fn get(
        &mut self,
        name: &str,
        files: &SideFiles,
        limits: &Limits,
        findings: &mut Vec<Finding>,
    ) -> Option<&Book> {
        if !self.read.contains_key(name) {
            let file = files.get(name)?;
            let book = Book::read(&file.name, &file.bytes, limits, findings);
            self.read.insert(name.to_owned(), book);
        }
        self.read.get(name)?.as_ref()
    }
}

/// The sheet that a table takes its rows from: the one that it names, or else the only one that has most of its columns.
pub(super) fn sheet<'b>(
    book: &'b Book,
    file: &RowFile,
    columns: &[Leaf],
    hints: &Hints,
    place: &Place<'_>,
    findings: &mut Vec<Finding>,
) -> Option<&'b Sheet> {
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    if let Some(wanted) = &file.sheet {
        let found = book.sheets.iter().find(|sheet| plain(&sheet.name) == plain(wanted));
        if found.is_none() {
            let finding = kinds::data_files::UNKNOWN_SHEET
                .finding(msg!("tệp không có trang tính \"{wanted}\"", "the file has no sheet \"{wanted}\""))
                .at(place.at("/data/sheet"));
            findings.push(finding.one_of(wanted, &names));
        }
        return found;
    }
    let count = |sheet: &Sheet| {
        let table = Table::read(sheet, hints, &mut Vec::new());
        table
            .map_or(0, |table| table.columns.iter().filter(|column| column_of(&column.path, columns).is_some()).count())
    };
    if book.sheets.len() < 2 {
        return book.sheets.first();
    }
    let counts: Vec<(usize, &Sheet)> = book.sheets.iter().map(|sheet| (count(sheet), sheet)).collect();
    let most = counts.iter().map(|(count, _)| *count).max()?;
    let best: Vec<&Sheet> = counts.iter().filter(|(count, _)| *count == most).map(|(_, sheet)| *sheet).collect();
    let shown: Vec<&Sheet> = best.iter().copied().filter(|sheet| !sheet.hidden).collect();
    match (best.as_slice(), shown.as_slice()) {
        ([sheet], _) | (_, [sheet]) => Some(sheet),
        // Where no sheet has any of the columns, the first one says what is missing.
        _ if most == 0 => book.sheets.iter().find(|sheet| sheet.height() > 0),
        _ => {
            let list = best.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join(", ");
            findings.push(
                kinds::data_files::WHICH_SHEET
                    .finding(msg!(
                        "nhiều trang tính của tệp có các cột này",
                        "several sheets of the file have these columns"
                    ))
                    .at(place.at("/data/file"))
                    .found(list)
                    .hint(msg!("thêm \"sheet\": \"tên trang\"", "add \"sheet\": \"name\"")),
            );
            None
        }
    }
}
