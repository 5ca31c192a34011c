//! Computed columns, computed rows, subtotals and totals; given values held against them.

use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::Setting;
use super::columns::Leaf;
use super::cover::refused;
use super::formula::{Columns, in_order};
use super::given::{Origin, Place, given_index};
use super::grid::{Cell, Grid, Line, LineKind};
use super::value::cell_of;
use crate::claim::Numbers;
use crate::diagnostic::Finding;
use crate::form::{Formula, Value};
use crate::report::{FreeTable, RowLook};
use crate::{kinds, msg};

/// A sum of more parts is not written out in findings.
const MOST_PARTS: usize = 12;

/// Computes what the rows leave out, compares what they give, and adds the totals.
pub(super) fn fill(
    table: &FreeTable,
    columns: &[Leaf],
    place: &Place<'_>,
    setting: &Setting<'_>,
    grid: &mut Grid,
    findings: &mut Vec<Finding>,
) {
    let mut filler = Filler::new(columns, place, setting, findings);
    let rows: Vec<Option<Columns>> = grid.lines.iter().map(|line| line.formula.clone()).collect();
    let order = in_order(rows.len(), |at| rows[at].as_ref().map(Columns::parts).unwrap_or_default());
    for at in order.unwrap_or_default() {
        if let Some(formula) = &rows[at] {
            filler.rows(at, formula, grid);
        }
        filler.columns(&mut grid.lines[at]);
    }
    filler.subtotals(grid);
    if let Some(total) = &table.total {
        let mut cells = vec![Cell::default(); columns.len()];
        for (name, given) in &total.cells {
            match columns.iter().position(|column| column.id == *name) {
                Some(at) => {
                    let here = || Origin::Total.cell(place, 0, name);
                    cells[at] = cell_of(given, &columns[at], setting, here, filler.findings);
                    filler.findings.extend(refused(&cells[at]).map(|finding| finding.at(here())));
                }
                None => {
                    let finding = place.unknown_column(name, columns, Origin::Total.key(place, name));
                    filler.findings.push(finding);
                }
            }
        }
        let mut line = Line {
            kind: LineKind::Total,
            label: Some(total.label.to_string()),
            code: None,
            look: RowLook::Bold,
            cells,
            id: None,
            formula: None,
            origin: Origin::Total,
        };
        let added: Vec<usize> = lines_of(grid, LineKind::Ordinary, 0, grid.lines.len());
        filler.add_up(&mut line, &added, grid, true);
        filler.columns(&mut line);
        let at = if total.first { 0 } else { grid.lines.len() };
        grid.lines.insert(at, line);
    }
    set_decimals(columns, place, grid, findings);
}

/// Prints the numbers of a column with as many decimals as it says. One that has more is printed as it is, and told.
fn set_decimals(columns: &[Leaf], place: &Place<'_>, grid: &mut Grid, findings: &mut Vec<Finding>) {
    for (at, column) in columns.iter().enumerate() {
        let Some(decimals) = column.decimals else { continue };
        for line in &mut grid.lines {
            let Some(Value::Number { value, text }) = &mut line.cells[at].value else { continue };
            if value.normalize().scale() <= decimals {
                *text = number::format_fixed(*value, decimals);
                continue;
            }
            findings.push(
                kinds::tables::TOO_FINE
                    .finding(msg!("số này có nhiều chữ số thập phân hơn cột", "more decimals than the column has"))
                    .at(line.origin.cell(place, given_index(columns, at), &column.id))
                    .found(number::format(*value))
                    .expected(msg!("không quá {decimals} chữ số thập phân", "at most {decimals} decimals")),
            );
        }
    }
}

/// Computes the columns of lines that are about to be sorted by them. What is wrong is told when the table is filled.
pub(super) fn columns(lines: &mut [Line], columns: &[Leaf], place: &Place<'_>, setting: &Setting<'_>) {
    let mut unheard = Vec::new();
    let mut filler = Filler::new(columns, place, setting, &mut unheard);
    for line in lines {
        filler.columns(line);
    }
}

fn lines_of(grid: &Grid, kind: LineKind, from: usize, to: usize) -> Vec<usize> {
    (from..to).filter(|at| grid.lines[*at].kind == kind).collect()
}

/// A formula over the columns of a line; nothing where a part is missing.
fn of_line(formula: &Columns, line: &Line) -> Option<Formula> {
    let number = |part: &usize| line.cells[*part].number();
    match formula {
        Columns::Sum(parts) => {
            parts.iter().map(number).collect::<Option<Vec<_>>>().and_then(|parts| Formula::sum(&parts))
        }
        Columns::Difference([whole, part]) => {
            number(whole).zip(number(part)).and_then(|(whole, part)| Formula::difference(whole, part))
        }
        Columns::Ratio([part, whole]) => {
            number(part).zip(number(whole)).and_then(|(part, whole)| Formula::ratio(part, whole))
        }
    }
}

struct Filler<'a, 'f> {
    columns: &'a [Leaf],
    /// The columns so that parts come before what is computed from them.
    order: Vec<usize>,
    place: &'a Place<'a>,
    setting: &'a Setting<'a>,
    findings: &'f mut Vec<Finding>,
}

impl<'a, 'f> Filler<'a, 'f> {
    fn new(
        columns: &'a [Leaf],
        place: &'a Place<'a>,
        setting: &'a Setting<'a>,
        findings: &'f mut Vec<Finding>,
    ) -> Self {
        let parts = |at: usize| columns[at].formula.as_ref().map(Columns::parts).unwrap_or_default();
        let order = in_order(columns.len(), parts).unwrap_or_default();
        Self { columns, order, place, setting, findings }
    }

    /// Computes or compares the computed columns of a line.
    fn columns(&mut self, line: &mut Line) {
        let columns = self.columns;
        for index in 0..self.order.len() {
            let at = self.order[index];
            if let Some(formula) = &columns[at].formula {
                self.settle(line, at, of_line(formula, line));
            }
        }
        // What a column must also be is known when all of its parts are.
        for (at, column) in columns.iter().enumerate() {
            for identity in &column.also {
                if line.cells[at].number().is_some() {
                    self.settle(line, at, of_line(identity, line));
                }
            }
        }
    }

    /// Puts a computed value where none is given, or compares.
    fn settle(&mut self, line: &mut Line, at: usize, formula: Option<Formula>) {
        let Some(formula) = formula else { return };
        match &line.cells[at].value {
            None => {
                let decimals = self.columns[at].decimals.unwrap_or(self.setting.decimals);
                line.cells[at].value = Some(formula.value(decimals, self.setting.zero));
            }
            Some(Value::Number { value, text }) => {
                let numbers = || line.cells.iter().filter_map(Cell::number).collect::<Numbers>();
                if let Some(finding) = formula.compare(*value, text, numbers) {
                    let here = line.origin.cell(self.place, given_index(self.columns, at), &self.columns[at].id);
                    self.findings.push(finding.at(here));
                }
            }
            Some(Value::Absent | Value::Word(_)) => {}
        }
    }

    /// Computes a line from others, column by column.
    fn rows(&mut self, at: usize, formula: &Columns, grid: &mut Grid) {
        let mut line = grid.lines[at].clone();
        match formula {
            Columns::Sum(parts) => self.add_up(&mut line, parts, grid, false),
            Columns::Difference([whole, part]) => self.pairs(&mut line, [*whole, *part], grid, Formula::difference),
            Columns::Ratio([part, whole]) => self.pairs(&mut line, [*part, *whole], grid, Formula::ratio),
        }
        grid.lines[at] = line;
    }

    fn pairs(
        &mut self,
        line: &mut Line,
        [a, b]: [usize; 2],
        grid: &Grid,
        formula: fn(Decimal, Decimal) -> Option<Formula>,
    ) {
        for at in 0..self.columns.len() {
            if self.columns[at].kind.adds_up() && self.columns[at].formula.is_none() {
                let numbers = grid.lines[a].cells[at].number().zip(grid.lines[b].cells[at].number());
                self.settle(line, at, numbers.and_then(|(a, b)| formula(a, b)));
            }
        }
    }

    /// Adds lines up in the columns that can be added; blank cells add nothing, a column without a number stays blank.
    fn add_up(&mut self, line: &mut Line, parts: &[usize], grid: &Grid, is_total: bool) {
        for at in 0..self.columns.len() {
            let column = &self.columns[at];
            // A ratio of sums is not the sum of ratios; other computed columns follow from the sums.
            if !column.kind.adds_up() || column.formula.is_some() {
                continue;
            }
            let numbers: Vec<Decimal> = parts.iter().filter_map(|part| grid.lines[*part].cells[at].number()).collect();
            let Some(formula) = Formula::sum(&numbers).filter(|_| !numbers.is_empty()) else { continue };
            let Some(sum) = formula.exact() else { continue };
            match &line.cells[at].value {
                None => line.cells[at].value = Some(Value::number(sum)),
                Some(Value::Number { value, text }) if !formula.holds(*value) => {
                    let (right, title) = (number::format(sum), &column.title);
                    let count = numbers.len();
                    let expected = if count <= MOST_PARTS {
                        let parts = formula.text();
                        msg!("{right} = {parts}", "{right} = {parts}")
                    } else {
                        msg!("{right}, tổng của {count} dòng", "{right}, the sum of {count} rows")
                    };
                    let message = if is_total {
                        msg!(
                            "tổng cột \"{title}\" không khớp với các dòng",
                            "the total of the column \"{title}\" does not agree with its rows"
                        )
                    } else {
                        msg!(
                            "dòng cộng không khớp ở cột \"{title}\"",
                            "the sum of rows does not agree in the column \"{title}\""
                        )
                    };
                    let here = line.origin.cell(self.place, given_index(self.columns, at), &column.id);
                    self.findings
                        .push(kinds::tables::COLUMN_SUM.finding(message).at(here).found(text).expected(expected));
                }
                Some(_) => {}
            }
        }
    }

    /// The sums in the headings of groups that came from a file.
    fn subtotals(&mut self, grid: &mut Grid) {
        let heads: Vec<usize> = (0..grid.lines.len()).filter(|at| grid.lines[*at].kind == LineKind::Subtotal).collect();
        for (index, head) in heads.iter().enumerate() {
            let end = heads.get(index + 1).copied().unwrap_or(grid.lines.len());
            let mut line = grid.lines[*head].clone();
            self.add_up(&mut line, &lines_of(grid, LineKind::Ordinary, head + 1, end), grid, false);
            self.columns(&mut line);
            grid.lines[*head] = line;
        }
    }
}
