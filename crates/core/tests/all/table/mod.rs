//! Tables as a whole, from a report to the rows that are printed.

mod cells;
mod files;
mod page;

use std::collections::BTreeMap;

use baocao_core::diagnostic::Finding;
use baocao_core::document::{Room, Row, plain_text};
use baocao_core::form::{self, Figures, FormFile, ZeroDenominator};
use baocao_core::limits::Limits;
use baocao_core::report::{Beside, FreeTable, Input, Report, ReportFile, SideFiles};
use baocao_core::shelf::{ShelfPath, Uploads};
use baocao_core::table::{Filled, Setting, tables};
use serde_json::{Value as Json, json};

/// What a table is made with.
struct With<'a> {
    /// The content of `rows.csv`.
    file: &'a str,
    zero: ZeroDenominator,
    /// The width of an upright page.
    width_pt: f64,
}

impl Default for With<'_> {
    fn default() -> Self {
        Self { file: "", zero: ZeroDenominator::Blank, width_pt: 440.0 }
    }
}

/// The room of an upright page of a width and of a lying one.
fn rooms(width_pt: f64) -> [Room; 2] {
    [Room { width_pt, height_pt: 690.0, size_pt: 12.0 }, Room { width_pt: 690.0, height_pt: 440.0, size_pt: 12.0 }]
}

/// Makes one table.
fn made_with(table: &Json, with: &With) -> (Option<Filled>, Vec<Finding>) {
    let report = json!({ "tables": { "t": table } });
    let mut findings = Vec::new();
    let input = Input::parse("report.json", report.to_string().into_bytes(), &Limits::default(), &mut findings);
    let input = input.expect("it is JSON");
    let mut uploads = Uploads::default();
    uploads.insert("rows.csv", with.file.as_bytes()).expect("a good name");
    let (_, beside) = Beside::new(ReportFile::new("report.json", "").beside(&uploads, ShelfPath::root()));
    let wanted = [("rows.csv".to_owned(), input.place(""))];
    let files = SideFiles::read(wanted, &beside, &Limits::default(), &mut findings);
    let definitions: BTreeMap<String, FreeTable> =
        [("t".to_owned(), serde_json::from_str(&table.to_string()).expect("it is a table"))].into();
    let setting = Setting {
        input: &input,
        files: &files,
        figures: &figures(),
        previous: None,
        decimals: 2,
        zero: with.zero,
        rooms: rooms(with.width_pt),
    };
    let mut made = tables(&definitions, &setting, &mut findings);
    (made.remove("t"), findings)
}

/// One indicator with a value.
fn figures() -> Figures {
    let row = json!({ "id": "a.b", "label": "A", "kind": "count", "unit": "Hồ sơ" });
    let form = json!({ "source": "", "appendices": [], "forms": [{ "id": "f", "title": "F", "rows": [row] }] });
    let form: FormFile = serde_json::from_value(form).expect("a form");
    let bytes = baocao_testing::bytes(baocao_testing::BASE);
    let mut report: Json = serde_json::from_slice(&bytes).expect("the base is JSON");
    report["figures"] = json!({ "a.b": 40 });
    let text = report.to_string();
    let report: Report = serde_json::from_str(&text).expect("a report");
    let input = Input::parse("", text.into_bytes(), &Limits::default(), &mut Vec::new()).expect("it is JSON");
    form::figures(&form, &report, &input, &mut Vec::new())
}

/// Makes a table with nothing to tell of it.
fn made(table: &Json) -> Filled {
    made_of(table, "")
}

/// The same, whose rows stand in a file.
fn made_of(table: &Json, file: &str) -> Filled {
    let (made, findings) = made_with(table, &With { file, ..With::default() });
    assert!(findings.is_empty(), "{findings:?}");
    made.expect("no finding, no failure")
}

/// Rows as text: cells between strokes, spans behind them as columns x rows.
fn shown(rows: &[Row]) -> Vec<String> {
    let row = |row: &Row| {
        let cells = row.cells.iter().map(|cell| match (cell.colspan, cell.rowspan) {
            (1, 1) => plain_text(&cell.text),
            (columns, rows) => format!("{} {columns}x{rows}", plain_text(&cell.text)),
        });
        cells.collect::<Vec<_>>().join("|")
    };
    rows.iter().map(row).collect()
}
