//! Files of rows: their cells, the tables that they are understood as, the values of columns.

mod files;
mod looks;
mod measure;
mod pages;
mod stored;
mod tables;
mod texts;
mod values;
mod workbooks;

use baocao_core::diagnostic::Finding;
use baocao_core::limits::Limits;
use baocao_core::rows::{Book, Given, Sheet};

/// What a file holds, and what is told of it.
fn read(file: impl AsRef<[u8]>) -> (Option<Book>, Vec<Finding>) {
    let mut findings = Vec::new();
    let book = Book::read("tep", file.as_ref(), &Limits::default(), &mut findings);
    (book, findings)
}

/// What a file holds that can be read.
fn book(file: impl AsRef<[u8]>) -> Book {
    let (book, findings) = read(file);
    book.unwrap_or_else(|| panic!("{findings:?}"))
}

/// The rows of a sheet, their cells between strokes; numbers behind a #.
fn shown(sheet: &Sheet) -> Vec<String> {
    let cell = |cell: &Given| match cell {
        Given::Text(text) => text.clone(),
        Given::Number(number) => format!("#{number}"),
        _ => String::new(),
    };
    let row = |row: usize| sheet.row(row).map(|given| cell(&given)).collect::<Vec<_>>().join("|");
    (0..sheet.height()).map(row).collect()
}
