//! The unit of measure that an export names: in the header of a column (`Kế hoạch được giao (đồng)`, `Tỷ lệ (%)`), or in a
//! line above the table (`ĐVT: triệu đồng`).

use super::Table;
use super::measure::{Fit, fit, is_measured, is_multiple};
use super::words::unit_line;
use crate::diagnostic::Place;
use crate::report::ColumnKind;

/// A unit of measure that an export names.
#[derive(Debug, Clone)]
pub struct Said {
    /// It as it is written.
    pub unit: String,
    /// What says it.
    pub by: SaidBy,
    /// Where it stands.
    pub place: Place,
}

/// What says a unit of measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidBy {
    /// The lowest cell of the header of a column, of this column alone.
    Column,
    /// A heading over several columns.
    Heading,
    /// A line above the table, of all columns that can have it.
    Title,
}

impl Table<'_> {
    /// The units of measure that a column may have, by its place among the columns of the table: that of its header, where
    /// the lowest cell that names one counts; else those of the lines above the table. `below` is the JSON pointer of a part
    /// of its values, or empty.
    pub fn units_of(&self, column: usize, below: &str) -> Vec<Said> {
        let Some(of) = self.columns.get(column) else { return Vec::new() };
        let below = below.split('/').filter(|part| !part.is_empty());
        let path: Vec<&str> = of.path.iter().map(String::as_str).chain(below).collect();
        match of_path(&path) {
            Some((unit, by)) => vec![Said { unit, by, place: of.place.clone() }],
            None => self.titles(),
        }
    }

    /// The unit of measure of a column whose values are wanted in another: what its header says, whether it fits or not;
    /// of the lines above the table only what can become the one that is wanted, for they speak of other columns too.
    pub fn unit_of(&self, column: usize, below: &str, wanted: &str) -> Option<Said> {
        let said = self.units_of(column, below).into_iter();
        let mut fitting =
            said.filter(|said| said.by != SaidBy::Title || matches!(fit(&said.unit, wanted), Fit::Times(_)));
        fitting.next()
    }

    /// The units of measure of the lines above the table: a line may name several.
    fn titles(&self) -> Vec<Said> {
        let rows = 0..self.header_top();
        let cells = rows.flat_map(|row| (0..self.sheet.width_of(row)).map(move |column| (row, column)));
        let lines = cells.filter_map(|(row, column)| Some((row, column, unit_line(&self.sheet.words(row, column)?)?)));
        let units =
            lines.flat_map(|(row, column, line)| units_of(&line).into_iter().map(move |unit| (unit, row, column)));
        let said = |(unit, row, column)| Said { unit, by: SaidBy::Title, place: self.sheet.place(row, column) };
        units.map(said).collect()
    }
}

/// The units of measure that a line such as `Đơn vị tính: triệu đồng; %` names.
fn units_of_line(line: &str) -> Vec<String> {
    unit_line(line).map(|said| units_of(&said)).unwrap_or_default()
}

fn units_of(said: &str) -> Vec<String> {
    if is_measured(said) {
        return vec![said.to_owned()];
    }
    let parts = said.split([',', ';']).map(|part| part.trim().to_owned());
    parts.filter(|part| is_measured(part) || is_multiple(part)).collect()
}

/// The units of measure that a table of a report prints of a column with these names: its own, or those of the line above the
/// table.
pub fn units_printed(names: &[&str], kind: ColumnKind, line: Option<&str>) -> Vec<(String, SaidBy)> {
    if let Some(own) = of_path(names) {
        return vec![own];
    }
    if kind == ColumnKind::Percent {
        return vec![("%".to_owned(), SaidBy::Column)];
    }
    line.map(units_of_line).unwrap_or_default().into_iter().map(|unit| (unit, SaidBy::Title)).collect()
}

/// The unit of measure in the names of a column from top to bottom: what the lowest says counts before those above it.
pub fn of_path(path: &[&str]) -> Option<(String, SaidBy)> {
    let said = path.iter().rev().enumerate().find_map(|(level, part)| Some((level, of_part(part)?)));
    said.map(|(level, unit)| (unit, if level == 0 { SaidBy::Column } else { SaidBy::Heading }))
}

/// The first unit of measure in brackets, behind a comma, colon or dash, or that is all of it. Single letters number
/// columns, and words for things that are counted are no units of measure.
fn of_part(part: &str) -> Option<String> {
    let opened = part.split(['(', '[']).skip(1).filter_map(|inside| inside.split([')', ']']).next());
    let brackets = opened.flat_map(|inside| std::iter::once(inside).chain(inside.split([',', ';', ':'])));
    let behind = part.rsplit_once([',', ';', ':', '-', '–']).map(|(_, behind)| behind);
    let mut pieces = brackets.chain(behind).map(str::trim);
    let is_letter = |piece: &str| piece.len() == 1 && piece.chars().all(|letter| letter.is_ascii_alphabetic());
    let found = pieces.find(|piece| !is_letter(piece) && (is_measured(piece) || is_multiple(piece)));
    let line = || unit_line(part).filter(|unit| is_measured(unit) || is_multiple(unit));
    if let Some(unit) = found.or_else(|| Some(part.trim()).filter(|part| !is_letter(part) && is_measured(part))) {
        return Some(baocao_vietnamese::one_line(unit));
    }
    if let Some(unit) = line() {
        return Some(unit);
    }
    // `Tỷ lệ %`, but not `Trên 90%`.
    let words = part.trim().strip_suffix('%')?.trim_end();
    (!words.ends_with(|last: char| last.is_ascii_digit())).then(|| "%".to_owned())
}
