//! A workbook as offices bend it: its cells are read, moved about, and written anew.

use std::borrow::Cow;

use baocao_core::limits::Limits;
use baocao_core::rows::{Book, Given, Merged};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// A workbook whose cells can be moved.
pub(super) struct Bend {
    pub(super) sheets: Vec<Page>,
}

/// A sheet of it.
pub(super) struct Page {
    pub(super) name: String,
    pub(super) rows: Vec<Vec<Given>>,
    pub(super) merged: Vec<Merged>,
}

pub(super) fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

pub(super) fn number(number: i64) -> Given {
    Given::Number(number.into())
}

impl Bend {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let book = Book::read("a.xlsx", bytes, &Limits::default(), &mut Vec::new()).unwrap();
        let sheets = book.sheets.iter().map(|sheet| Page {
            name: sheet.name.clone(),
            rows: (0..sheet.height()).map(|row| sheet.row(row).map(Cow::into_owned).collect()).collect(),
            merged: sheet.merged.clone(),
        });
        Self { sheets: sheets.collect() }
    }

    pub(super) fn sheet(&mut self, name: &str) -> &mut Page {
        self.sheets.iter_mut().find(|sheet| sheet.name == name).unwrap()
    }

    /// The sheets of forms.
    pub(super) fn forms(&mut self) -> impl Iterator<Item = &mut Page> {
        self.sheets.iter_mut().filter(|sheet| sheet.name.starts_with("Biểu"))
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for page in &self.sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(&page.name).unwrap();
            for merged in &page.merged {
                let at = |index: usize| u32::try_from(index).unwrap();
                let (first, last) = (merged.columns.0.try_into().unwrap(), merged.columns.1.try_into().unwrap());
                sheet.merge_range(at(merged.rows.0), first, at(merged.rows.1), last, "", &Format::new()).unwrap();
            }
            for (row, cells) in (0..).zip(&page.rows) {
                for (column, given) in (0..).zip(cells) {
                    match given {
                        Given::Blank => continue,
                        Given::Text(text) => sheet.write_string(row, column, text).unwrap(),
                        // A formula that nobody computed.
                        Given::Json(formula) => sheet.write_formula(row, column, formula.as_str()).unwrap(),
                        Given::Number(number) => {
                            sheet.write_number(row, column, number.to_string().parse::<f64>().unwrap()).unwrap()
                        }
                        Given::Date(date) => {
                            let date = ExcelDateTime::parse_from_str(&date.format("%Y-%m-%d").to_string()).unwrap();
                            let format = Format::new().set_num_format("dd/mm/yyyy");
                            sheet.write_datetime_with_format(row, column, &date, &format).unwrap()
                        }
                        Given::Bool(value) => sheet.write_boolean(row, column, *value).unwrap(),
                        Given::Mistake(error) => {
                            let formula = rust_xlsxwriter::Formula::new("=Z99").set_result(error);
                            sheet.write_formula(row, column, formula).unwrap()
                        }
                    };
                }
            }
        }
        book.save_to_buffer().unwrap()
    }
}

impl Page {
    /// The row whose cell in a column holds a text.
    pub(super) fn row_of(&self, column: usize, wanted: &str) -> usize {
        self.rows
            .iter()
            .position(|row| row.get(column).and_then(Given::words) == Some(wanted))
            .unwrap_or_else(|| panic!("{}: no row with {wanted}", self.name))
    }

    pub(super) fn set(&mut self, row: usize, column: usize, given: Given) {
        let cells = &mut self.rows[row];
        cells.resize(cells.len().max(column + 1), Given::Blank);
        cells[column] = given;
    }

    pub(super) fn insert_row(&mut self, at: usize, cells: Vec<Given>) {
        self.rows.insert(at, cells);
        for merged in &mut self.merged {
            shift(&mut merged.rows, at, 1);
        }
    }

    pub(super) fn insert_column(&mut self, at: usize) {
        for row in self.rows.iter_mut().filter(|row| row.len() > at) {
            row.insert(at, Given::Blank);
        }
        for merged in &mut self.merged {
            shift(&mut merged.columns, at, 1);
        }
    }

    pub(super) fn remove_column(&mut self, at: usize) {
        for row in self.rows.iter_mut().filter(|row| row.len() > at) {
            row.remove(at);
        }
    }

    /// Takes a row out and puts it where another stood.
    pub(super) fn move_row(&mut self, from: usize, to: usize) {
        let row = self.rows.remove(from);
        self.rows.insert(to, row);
    }

    pub(super) fn merge(&mut self, rows: (usize, usize), columns: (usize, usize)) {
        self.merged.push(Merged { rows, columns });
    }

    /// Changes every cell of a column.
    pub(super) fn change(&mut self, column: usize, change: impl Fn(&Given) -> Given) {
        for cell in self.rows.iter_mut().filter_map(|row| row.get_mut(column)) {
            *cell = change(cell);
        }
    }
}

fn shift(range: &mut (usize, usize), at: usize, by: usize) {
    range.0 += if range.0 >= at { by } else { 0 };
    range.1 += if range.1 >= at { by } else { 0 };
}
