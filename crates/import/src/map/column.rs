//! The column that a mapping means: by its name, its path in the header, its letter or a JSON pointer.

use baocao_core::diagnostic::{Finding, Place, column_letters, nearest};
use baocao_core::report::pointer_name;
use baocao_core::rows::{Given, Json, Table, unsorted};
use baocao_core::{kinds, msg};
use baocao_vietnamese::{encoding, one_line, small};

/// A column of a table, and where in a JSON value of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Its index in the table.
    pub(super) column: usize,
    /// The JSON pointer below the value of the column; empty for the value itself.
    pub(super) below: String,
}

/// The column that is meant; or what is wrong, at the place where the mapping names it.
pub(super) fn find(written: &str, table: &Table<'_>, place: impl FnOnce() -> Place) -> Result<Found, Finding> {
    let (first, below) = match written.strip_prefix('/') {
        Some(pointer) => match pointer.split_once('/') {
            Some((first, below)) => (pointer_name(first).into_owned(), format!("/{below}")),
            None => (pointer_name(pointer).into_owned(), String::new()),
        },
        None => (written.to_owned(), String::new()),
    };
    match by_path(&first, table).as_slice() {
        [column] => return Ok(Found { column: *column, below }),
        [] => {}
        several => {
            let letters = |at: &usize| column_letters(table.columns[*at].index + 1);
            let names = several.iter().map(|at| format!("{} ({})", shown(table, *at), letters(at)));
            let (list, letter) =
                (names.collect::<Vec<_>>().join("; "), several.first().map_or_else(String::new, letters));
            return Err(kinds::imports::SEVERAL_COLUMNS
                .finding(msg!("tệp có nhiều cột \"{written}\"", "the file has several columns \"{written}\""))
                .at(place())
                .found(list)
                .hint(msg!(
                    "ghi cả tên cột mẹ: \"Tên cột mẹ / {written}\", hoặc chữ cái của cột: \"{letter}\"",
                    "name the column above it too: \"Column above / {written}\", or use the letter of the column: \"{letter}\""
                )));
        }
    }
    if let Some(column) = by_letter(written, table) {
        return Ok(Found { column, below: String::new() });
    }
    Err(unknown(written, table).at(place()))
}

/// Columns whose path ends in what is written, whole paths before others.
fn by_path(written: &str, table: &Table<'_>) -> Vec<usize> {
    let wanted: Vec<String> = written.split(" / ").map(|part| plain(unsorted(part))).collect();
    let paths: Vec<Vec<String>> =
        table.columns.iter().map(|column| column.path.iter().map(|part| plain(part)).collect()).collect();
    let all = |fits: &dyn Fn(&[String]) -> bool| -> Vec<usize> {
        paths.iter().enumerate().filter(|(_, path)| fits(path)).map(|(at, _)| at).collect()
    };
    let whole = all(&|path| path == wanted.as_slice());
    if !whole.is_empty() {
        return whole;
    }
    let ends = all(&|path| path.ends_with(&wanted));
    if !ends.is_empty() {
        return ends;
    }
    // Levels between may be left out: `Đã giải quyết / Quá hạn`.
    all(&|path| {
        let mut parts = path.iter();
        path.last() == wanted.last() && wanted.iter().all(|want| parts.any(|part| part == want))
    })
}

/// `D`, where the file has sheets or rows that are counted.
fn by_letter(written: &str, table: &Table<'_>) -> Option<usize> {
    let letters = written.strip_prefix("cột ").unwrap_or(written);
    table.columns.iter().position(|column| column_letters(column.index + 1) == letters)
}

fn unknown(written: &str, table: &Table<'_>) -> Finding {
    let names: Vec<String> = (0..table.columns.len()).map(|at| shown(table, at)).collect();
    let last = plain(written.rsplit(" / ").next().unwrap_or(written));
    let ends: Vec<String> =
        table.columns.iter().map(|column| plain(column.path.last().map_or("", |name| name))).collect();
    let near = nearest(written, names.iter().map(String::as_str)).or_else(|| {
        let near = nearest(&last, ends.iter().map(String::as_str))?;
        let at = ends.iter().position(|end| end == near)?;
        names.get(at).map(String::as_str)
    });
    match near {
        Some(near) => kinds::imports::UNKNOWN_COLUMN
            .finding(msg!("tệp không có cột \"{written}\"", "the file has no column \"{written}\""))
            .found(names.join("; "))
            .meant(written, near),
        // Of many the header or the sheet may be another: all of them are told as one.
        None => {
            const MOST: usize = 40;
            let mut list = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join("; ");
            if names.len() > MOST {
                list.push_str("; …");
            }
            let message = msg!("tệp không có cột này", "the file has no such column");
            let finding = kinds::imports::UNKNOWN_COLUMN.finding(message).found(written);
            finding.expected(msg!("một trong: {list}", "one of: {list}")).hint(msg!(
                "ghi tên cột, đường dẫn trong đầu bảng hoặc chữ cái của cột",
                "give its name, its path in the header or its letter"
            ))
        }
    }
}

/// The name of a column: its path in the header.
pub(super) fn shown(table: &Table<'_>, column: usize) -> String {
    let column = &table.columns[column];
    if column.path.is_empty() { column_letters(column.index + 1) } else { column.path.join(" / ") }
}

/// What the JSON of a cell holds; nothing where it holds none.
pub(super) fn json(given: &Given) -> Option<Json> {
    let Given::Json(text) = given else { return None };
    Json::read(text)
}

/// What stands in a JSON value.
pub(super) fn below(value: Option<&Json>, pointer: &str) -> Given {
    value.and_then(|value| value.pointer(pointer)).map_or(Given::Blank, |value| value.given.clone())
}

/// Names are compared without regard to case, spaces and how letters are encoded.
pub(super) fn plain(text: &str) -> String {
    small(&one_line(&encoding::nfc(text)))
}
