//! What reading a workbook of 10,000 rows and 20 columns costs, in a process of its own: `cargo bench -p baocao-import`.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use baocao_core::limits::Limits;
use baocao_core::report::ColumnKind;
use baocao_core::rows::{Book, Hints, Table};
use rust_xlsxwriter::Workbook;

const ROWS: u32 = 10_000;
const COLUMNS: u16 = 20;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--read") {
        return read(Path::new(&arguments[at + 1]));
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("bang.xlsx");
    write(&file);
    let this = std::env::current_exe().expect("this program");
    for _ in 0..3 {
        let status = Command::new(&this).arg("--read").arg(&file).status().expect("it runs");
        assert!(status.success());
    }
}

fn write(file: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for column in 0..COLUMNS {
        sheet.write(0, column, format!("Cột {column}")).expect("a cell");
    }
    for row in 1..=ROWS {
        sheet.write(row, 0, row).expect("a cell");
        sheet.write(row, 1, format!("Đơn vị số {row}")).expect("a cell");
        for column in 2..COLUMNS {
            sheet.write(row, column, f64::from(row * 7 % 1_000) + f64::from(column) / 4.0).expect("a cell");
        }
    }
    book.save(file).expect("a file");
}

fn read(file: &Path) {
    let bytes = std::fs::read(file).expect("the file");
    let mut findings = Vec::new();
    let start = Instant::now();
    let book = Book::read("bang.xlsx", &bytes, &Limits::default(), &mut findings).expect("a book");
    let read = start.elapsed();
    let hints = Hints::default();
    let mut table = Table::read(&book.sheets[0], &hints, &mut findings).expect("a table");
    let columns: Vec<usize> = table.columns.iter().map(|column| column.index).collect();
    let count: usize =
        columns.iter().map(|column| table.values(*column, ColumnKind::Number, &hints, &mut findings).len()).sum();
    println!("{count} values: read in {read:.2?}, understood in {:.2?}, {}", start.elapsed() - read, peak());
}

/// The most memory that the process has had, where the system tells.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "its memory is not known here".to_owned(), |peak| format!("{} at most", peak.trim()))
}
