//! A sheet understood as a table.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::header::{self, Header};
use super::numbers::is_number;
use super::roles::{self, Headings, Lines};
use super::{Form, Given, Sheet};
use crate::diagnostic::{Finding, Place, column_letters};
use crate::report::DecimalSign;
use crate::{kinds, msg};

/// What the reader is told of a sheet. All that is left out is found out.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    /// Names of columns that are looked for: they help to find the header.
    pub names: Vec<String>,
    /// How many rows the header has.
    pub header_rows: Option<usize>,
    /// What stands before decimals.
    pub decimal: Option<DecimalSign>,
    /// Names of columns by which rows are told apart that measure different things: these are not added to each other.
    pub apart: Vec<String>,
    /// Whether rows of words only are headings over the rows that follow.
    pub group_rows: Option<bool>,
    /// Who says all this, and is told how to say it.
    pub asked_by: AskedBy,
}

/// Where it is said how a file of rows is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AskedBy {
    /// A table of a report, in JSON.
    #[default]
    Report,
    /// A mapping, in TOML.
    Mapping,
}

impl Hints {
    /// How it is said what stands before decimals.
    pub(super) fn decimal_said(&self, sign: char) -> String {
        match self.asked_by {
            AskedBy::Report => format!("\"decimal\": \"{sign}\""),
            AskedBy::Mapping => format!("[rows] decimal = \"{sign}\""),
        }
    }
}

/// A sheet understood as a table.
#[derive(Debug, Clone)]
pub struct Table<'s> {
    /// The sheet.
    pub sheet: &'s Sheet,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its lines below the header, from top to bottom. Blank rows, titles and sources are none.
    pub lines: Vec<Line>,
    headings: Headings,
    header: Header,
    /// The sign before decimals that the columns of numbers prove together.
    pub(super) sign: Option<DecimalSign>,
    /// The columns that were judged, by their index.
    pub(super) judged: BTreeMap<usize, Judged>,
}

/// What was found out of a column of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Judged {
    /// What stands before its decimals.
    pub(super) sign: DecimalSign,
    /// Whether numbers that could be read in two ways are refused: the rest of the file and the kind of the column do not
    /// agree on them.
    pub(super) strict: bool,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its index in the sheet.
    pub index: usize,
    /// Its header from top to bottom; what merged cells say is said of each column below them, and nothing twice.
    pub path: Vec<String>,
    /// Where the lowest cell of its header stands.
    pub place: Place,
}

/// A line of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// There may be millions of them.
    row: u32,
    /// What it is.
    pub role: Role,
}

impl Line {
    pub(super) fn new(row: usize) -> Self {
        Self { row: u32::try_from(row).unwrap_or(u32::MAX), role: Role::Data }
    }

    /// Its row in the sheet.
    pub fn row(&self) -> usize {
        self.row as usize
    }
}

/// What a line of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A row of data.
    Data,
    /// The heading of a group; the figures that it may hold are those of its rows together.
    Group,
    /// The sum of other lines.
    Total,
}

impl<'s> Table<'s> {
    /// Understands a sheet. What stands above and below the table is told once, as are totals and rows of a wrong length;
    /// a sheet without anything in it is no table.
    pub fn read(sheet: &'s Sheet, hints: &Hints, findings: &mut Vec<Finding>) -> Option<Self> {
        let header = header::find(sheet, hints)?;
        let columns = header::columns(sheet, header);
        let Lines { mut lines, headings, below } = roles::read(sheet, header, &columns, hints, findings);
        tell_outside(sheet, header, &below, findings);
        if let Form::Csv { .. } = sheet.form {
            let whole = Whole::new(sheet, header, &lines);
            let mut short = Vec::new();
            lines.retain(|line| line.role != Role::Data || whole.has(line.row(), &mut short, findings));
            findings.extend(sheet.told(short_rows(), short));
        }
        findings.extend(tell_beside(sheet, &columns, &lines));
        let is_used = |column: &Column| {
            !column.path.is_empty() || lines.iter().any(|line| !sheet.is_blank(line.row(), column.index))
        };
        let columns = columns.into_iter().filter(is_used).collect();
        let table = Self { sheet, columns, lines, headings, header, sign: None, judged: BTreeMap::new() };
        findings.extend(table.unseen());
        findings.extend(table.part_of_list());
        Some(table)
    }

    /// What a column is called, by its index in the sheet: its path in the header, else its letters.
    pub(super) fn name_of(&self, index: usize) -> String {
        let column = self.columns.iter().find(|column| column.index == index && !column.path.is_empty());
        column.map_or_else(|| column_letters(index + 1), |column| column.path.join(" / "))
    }

    /// The row in which the names of its columns end.
    pub fn header_row(&self) -> usize {
        self.header.bottom
    }

    /// The row in which they begin: what stands above is no part of the table.
    pub(super) fn header_top(&self) -> usize {
        if self.sheet.is_json() { 0 } else { self.header.top }
    }

    /// Where the header stands.
    pub fn header_place(&self) -> Place {
        // The keys of JSON stand in its objects.
        self.sheet.row_place(if self.sheet.is_json() { 1 } else { self.header.top })
    }

    /// The words of a heading; nothing for what is none.
    pub fn heading(&self, line: &Line) -> Option<&str> {
        self.headings.get(&line.row()).map(String::as_str)
    }

    /// What stands in a line below a column: of merged cells, words that were merged over several rows stand in each.
    pub fn given(&self, line: &Line, column: usize) -> Cow<'s, Given> {
        let own = self.sheet.cell(line.row(), column);
        let Some(merged) = self.sheet.merged_at(line.row(), column) else { return own };
        let shown = self.sheet.shown(line.row(), column);
        if own.is_blank() && merged.columns.0 == column && shown.words().is_some() { shown } else { own }
    }
}

/// Values to the right of all columns that have a name: perhaps a row was pushed aside.
fn tell_beside(sheet: &Sheet, columns: &[Column], lines: &[Line]) -> Option<Finding> {
    if sheet.form != Form::Cells {
        return None;
    }
    let named = columns.iter().rfind(|column| !column.path.is_empty())?.index;
    let data = lines.iter().filter(|line| line.role == Role::Data).map(Line::row);
    let cells = data.filter_map(|row| {
        let column = (named + 1..sheet.width_of(row)).find(|column| !sheet.is_blank(row, *column))?;
        // Merged cells that begin below a name are its own.
        let own = sheet.merged_at(row, column).is_some_and(|merged| merged.columns.0 <= named);
        (!own).then(|| (row, column, sheet.words(row, column).unwrap_or_default().into_owned()))
    });
    let finding = kinds::data_files::BESIDE.finding(msg!(
        "ô ở bên phải cột cuối có tên, không được lấy; có thể dòng bị lệch cột",
        "a cell to the right of the last column with a name, which is not taken; perhaps its row was pushed aside"
    ));
    sheet.told(finding.hint(msg!("xem lại các ô của dòng này", "look at the cells of this row")), cells)
}

/// What the rows of a CSV look like that have as many fields as the header.
struct Whole<'s> {
    sheet: &'s Sheet,
    wanted: usize,
    /// Whether the columns hold numbers, or none at all; nothing where some do.
    numeric: Vec<Option<bool>>,
}

impl<'s> Whole<'s> {
    fn new(sheet: &'s Sheet, header: Header, lines: &[Line]) -> Self {
        let wanted = (header.top..=header.bottom).map(|row| sheet.width_of(row)).max().unwrap_or(0);
        let data = || lines.iter().filter(|line| line.role == Role::Data).map(Line::row);
        let has_short = data().any(|row| sheet.width_of(row) < wanted);
        let numeric = |column: usize| {
            let rows = data().filter(|row| sheet.width_of(*row) == wanted);
            let mut filled = rows.filter_map(|row| sheet.words(row, column).map(|words| is_number(&words)));
            let first = filled.next()?;
            filled.all(|is_number| is_number == first).then_some(first)
        };
        let numeric = if has_short { (0..wanted).map(numeric).collect() } else { Vec::new() };
        Self { sheet, wanted, numeric }
    }

    /// Whether a row is one of them; more fields are fine where they are blank, and fewer where those that it has are what their
    /// columns hold: then blank ones at its end were not written. A line feed in a cell makes two rows of one, and the second
    /// begins in the middle.
    fn has(&self, row: usize, short: &mut Vec<(usize, usize, String)>, findings: &mut Vec<Finding>) -> bool {
        let Self { sheet, wanted, numeric } = self;
        let (wanted, count) = (*wanted, sheet.width_of(row));
        if count == wanted || (count > wanted && (wanted..count).all(|column| sheet.is_blank(row, column))) {
            return true;
        }
        let fits = |column: usize| {
            let is_number = sheet.words(row, column).map(|words| is_number(&words));
            let known = numeric.get(column).copied().flatten();
            is_number.zip(known).is_none_or(|(is_number, known)| is_number == known)
        };
        if count < wanted && (0..count).all(fits) {
            short.push((row, count.saturating_sub(1), format!("{count} < {wanted}")));
            return true;
        }
        let finding = kinds::tables::RAGGED_ROW.finding(msg!(
            "dòng có {count} ô, dòng đầu của tệp có {wanted}",
            "the row has {count} cells, the first line has {wanted}"
        ));
        let hint = if count > wanted {
            msg!("đặt giá trị có dấu ngăn cột vào trong ngoặc kép", "put values that hold the separator into quotes")
        } else {
            msg!(
                "ô có xuống dòng thì đặt trong ngoặc kép; ô trống ở giữa cũng phải có dấu ngăn cột",
                "put a cell with several lines into quotes; blank cells in the middle need their separator too"
            )
        };
        findings.push(finding.at(sheet.row_place(row)).hint(hint));
        false
    }
}

/// Rows that end before the header does.
fn short_rows() -> Finding {
    kinds::data_files::SHORT_ROWS
        .finding(msg!(
            "dòng có ít ô hơn đầu bảng: các ô cuối được coi là trống",
            "a row has fewer cells than the header: those at its end are taken as blank"
        ))
        .hint(msg!(
            "nếu thiếu ô ở giữa, các số đã lệch cột: sửa dòng ấy",
            "where a cell in the middle is missing, values stand in wrong columns: mend the row"
        ))
}

/// Tells what stands above and below a table, once.
fn tell_outside(sheet: &Sheet, header: Header, below: &[usize], findings: &mut Vec<Finding>) {
    let above = (0..header.top).filter(|row| !sheet.is_blank_row(*row));
    let rows: Vec<usize> = above.chain(below.iter().copied()).collect();
    let words = |row: usize| (0..sheet.width_of(row)).find_map(|column| sheet.words(row, column)).unwrap_or_default();
    let Some((first, others)) = rows.split_first() else { return };
    let row = header.top + 1;
    let finding = kinds::data_files::OUTSIDE
        .finding(msg!(
            "dòng này nằm ngoài bảng; tên các cột ở hàng {row}",
            "this line is no part of the table, whose names stand in row {row}"
        ))
        .at(sheet.row_place(*first))
        .found(words(*first))
        .hint(if *first < header.top {
            msg!(
                "tiêu đề, đơn vị tính ở trên bảng thì để nguyên; nếu là số liệu, chuyển xuống dưới hàng {row}",
                "titles and units above a table may stay; what is data belongs below row {row}"
            )
        } else {
            msg!(
                "nguồn, người lập ở dưới bảng thì để nguyên; nếu là số liệu, ghi liền dưới dòng cuối và đủ các ô",
                "sources and names below a table may stay; what is data belongs right below the last row, with all its cells"
            )
        });
    let also = |finding: Finding, row: &usize| finding.also_at(|| sheet.row_place(*row), words(*row));
    findings.push(others.iter().fold(finding, also));
}
