//! Which rows are the sums of others.

use std::cmp::Ordering::{Greater, Less};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use baocao_vietnamese::{number, one_line};
use rust_decimal::Decimal;

use super::roles::{Headings, Reading, is_ordinal};
use super::{AskedBy, Line, Role, words};
use crate::diagnostic::Finding;
use crate::{kinds, msg};

/// So many rows above and below a total may be those that it is the sum of.
const MOST_AROUND: usize = 2_000;

impl Reading<'_> {
    /// Finds the rows that are sums of others: by what they are called, and by their numbers.
    pub(super) fn totals(&self, lines: &mut [Line], headings: &mut Headings, findings: &mut Vec<Finding>) {
        let groups = self.subtotals(lines, headings);
        let mut inner = self.inner_totals(lines);
        let mut found: Vec<(usize, Vec<Wrong>)> = Vec::new();
        // Of each kind of row: what is measured differently is not added up.
        let mut sums: HashMap<String, [Sum; 2]> = HashMap::new();
        for at in 0..lines.len() {
            let row = lines[at].row();
            if let Some(wrong) = inner.remove(&at) {
                found.push((at, wrong));
                continue;
            }
            if lines[at].role != Role::Data {
                sums.values_mut().for_each(|[_, part]| *part = Sum::default());
                continue;
            }
            let values = self.values(row);
            let named = self.is_named_total(row);
            let has_rows = !sums.is_empty();
            let [whole, part] = sums.entry(self.measures(row)).or_default();
            let agrees = [&*part, &*whole].into_iter().find(|sum| sum.agrees(&values, named));
            let above = if at == 0 { self.sum_below(lines, &values, named) } else { None };
            if agrees.is_some() || above.is_some() {
                found.push((at, Vec::new()));
            } else if named && has_rows && whole.rows == 0 && self.ends(lines, at) {
                // A total of what no row measures.
                found.push((at, Vec::new()));
            } else if named && whole.rows > 0 && self.ends(lines, at) {
                let is_part = part.rows > 0 && part.rows < whole.rows;
                // What fits neither is the total of a table that has no others.
                let last = at + 1 == lines.len() && found.is_empty();
                let fits = part.fits(&values).cmp(&whole.fits(&values)).then(if last { Less } else { Greater });
                let sum = if is_part && fits == Greater { &*part } else { &*whole };
                found.push((at, sum.wrong(&values)));
            } else {
                whole.add(self, row, &values);
                part.add(self, row, &values);
                continue;
            }
            lines[at].role = Role::Total;
            *part = Sum::default();
        }
        self.tell(lines, &found, &groups, findings);
    }

    /// Rows that are the totals of those that have the same words before theirs: `Xã A; Cộng; 7` among the rows of `Xã A`,
    /// above, below or between them; and what is wrong with each, by its line.
    fn inner_totals(&self, lines: &mut [Line]) -> BTreeMap<usize, Vec<Wrong>> {
        let mut totals: BTreeMap<usize, Vec<Wrong>> = BTreeMap::new();
        // The rows that were last looked at: they are those of the next total too, as a rule.
        let mut last: Option<Block> = None;
        for at in 0..lines.len() {
            let row = lines[at].row();
            let Some((column, _)) = self.inner_total(row).filter(|_| lines[at].role == Role::Data) else { continue };
            let measures = self.measures(row);
            let is_known =
                |block: &Block| block.lines.contains(&at) && block.column == column && block.measures == measures;
            if !last.as_ref().is_some_and(is_known) {
                last = Some(self.block(lines, at, column, measures));
            }
            let Some(sum) = last.as_ref().map(|block| &block.sum).filter(|sum| sum.rows > 0) else { continue };
            totals.insert(at, sum.wrong(&self.values(row)));
        }
        totals.keys().for_each(|at| lines[*at].role = Role::Total);
        totals
    }

    /// The rows around a total that have the same words before its own, or nothing there, and their sum.
    fn block(&self, lines: &[Line], at: usize, column: usize, measures: String) -> Block {
        let before: Vec<(usize, String)> = self.words_before(lines[at].row(), column);
        let is_same = |line: &Line| {
            let row = line.row();
            line.role == Role::Data
                && !self.is_named_total(row)
                && before.iter().all(|(column, words)| {
                    let given = self.sheet.shown(row, *column);
                    given.is_blank() || given.words().is_some_and(|given| one_line(given) == *words)
                })
        };
        // Blanks go on with the words above them: above the total only below a row that says the same.
        let says = |line: &Line| before.iter().all(|(column, _)| !self.sheet.shown(line.row(), *column).is_blank());
        let above = lines[..at].iter().rev().take(MOST_AROUND).take_while(|line| is_same(line));
        let above = above.enumerate().filter(|(_, line)| says(line)).last().map_or(0, |(index, _)| index + 1);
        let begin = at - above;
        let end = at + 1 + lines[at + 1..].iter().take(MOST_AROUND).take_while(|line| is_same(line)).count();
        let mut sum = Sum::default();
        for line in &lines[begin..end] {
            let is_part = self.inner_total(line.row()).is_none() && self.measures(line.row()) == measures;
            if is_part {
                sum.add(self, line.row(), &self.values(line.row()));
            }
        }
        Block { lines: begin..end, column, measures, sum }
    }

    /// Whether a line is the last of its group or of the table.
    fn ends(&self, lines: &[Line], at: usize) -> bool {
        lines.get(at + 1).is_none_or(|next| {
            next.role != Role::Data
                || self.is_named_total(next.row())
                || self.measures(next.row()) != self.measures(lines[at].row())
        })
    }

    /// Headings that carry the sums of their rows: those with Roman numbers or letters, whose figures are the sums of the
    /// rows up to the next one.
    fn subtotals(&self, lines: &mut [Line], headings: &mut Headings) -> Vec<(usize, Vec<Wrong>)> {
        let groups = self.named_groups(lines, headings);
        let is_head = |line: &Line| {
            let first = self.sheet.first_filled(line.row());
            first.and_then(|first| self.sheet.words(line.row(), first)).is_some_and(|text| is_ordinal(&text))
        };
        let heads: Vec<usize> = (0..lines.len()).filter(|at| is_head(&lines[*at])).collect();
        for (index, head) in heads.iter().enumerate() {
            let end = heads.get(index + 1).copied().unwrap_or(lines.len());
            let (values, measures) = (self.values(lines[*head].row()), self.measures(lines[*head].row()));
            let mut sum = Sum::default();
            let parts = lines[head + 1..end].iter().filter(|line| self.measures(line.row()) == measures);
            let named = |line: &&Line| self.is_named_total(line.row());
            parts.take_while(|line| !named(line)).for_each(|line| sum.add(self, line.row(), &self.values(line.row())));
            if lines[*head].role == Role::Data && !values.is_empty() && sum.rows > 0 && sum.is(&values) {
                let row = lines[*head].row();
                headings.insert(row, self.label(row).unwrap_or_default());
                lines[*head].role = Role::Group;
            }
        }
        groups
    }

    /// Headings that are called groups and need not be numbered. Where the file is said to have headings, their figures need not
    /// be the sums of their rows: what is wrong with them, by its line. Else, in an export, all of them have to be.
    fn named_groups(&self, lines: &mut [Line], headings: &mut Headings) -> Vec<(usize, Vec<Wrong>)> {
        let is_said = self.hints.group_rows == Some(true);
        if !is_said && (self.hints.group_rows.is_some() || self.hints.asked_by != AskedBy::Mapping) {
            return Vec::new();
        }
        let is_group = |line: &Line| {
            let is_data = line.role == Role::Data && self.has_numbers(line.row());
            is_data && self.label(line.row()).is_some_and(|label| words::is_group(&label))
        };
        let groups: Vec<usize> = (0..lines.len()).filter(|at| is_group(&lines[*at])).collect();
        let (mut wrong, mut all_agree, mut is_by_chance) = (Vec::new(), true, true);
        let mut ends = groups.iter().skip(1).copied().chain([lines.len()]);
        for at in &groups {
            let (values, measures) = (self.values(lines[*at].row()), self.measures(lines[*at].row()));
            let mut sum = Sum::default();
            let parts = lines[at + 1..ends.next().unwrap_or(lines.len())].iter();
            let parts = parts.take_while(|line| line.role == Role::Data && !self.is_named_total(line.row()));
            let parts = parts.filter(|line| self.measures(line.row()) == measures);
            parts.for_each(|line| sum.add(self, line.row(), &self.values(line.row())));
            all_agree &= sum.agrees(&values, true);
            is_by_chance &= sum.rows < 2;
            wrong.extend(Some(sum.wrong(&values)).filter(|wrong| !wrong.is_empty()).map(|wrong| (*at, wrong)));
        }
        if !is_said && (!all_agree || is_by_chance) {
            return Vec::new();
        }
        for at in groups {
            let row = lines[at].row();
            headings.insert(row, self.label(row).unwrap_or_default());
            lines[at].role = Role::Group;
        }
        wrong
    }

    /// A first row that is the sum of all below it.
    fn sum_below(&self, lines: &[Line], values: &BTreeMap<usize, Decimal>, named: bool) -> Option<()> {
        let mut sum = Sum::default();
        let measures = lines.first().map(|line| self.measures(line.row()));
        let is_same = |line: &&Line| Some(self.measures(line.row())) == measures;
        let below = lines[1..].iter().filter(|line| line.role == Role::Data).filter(is_same);
        let is_named = |line: &&Line| !self.is_named_total(line.row());
        below.filter(is_named).for_each(|line| sum.add(self, line.row(), &self.values(line.row())));
        sum.agrees(values, named).then_some(())
    }

    fn values(&self, row: usize) -> BTreeMap<usize, Decimal> {
        self.numbers.iter().filter_map(|column| Some((*column, self.number(row, *column)?))).collect()
    }

    /// Tells of the totals of a table once, and of those that are not what their rows make; so it does of groups.
    fn tell(
        &self,
        lines: &[Line],
        found: &[(usize, Vec<Wrong>)],
        groups: &[(usize, Vec<Wrong>)],
        findings: &mut Vec<Finding>,
    ) {
        let shown = |at: usize| {
            let row = lines[at].row();
            let inner = self.inner_total(row).map(|(_, words)| words);
            self.total(row).or(inner).or_else(|| self.label(row)).unwrap_or_default()
        };
        if let Some(((first, _), others)) = found.split_first() {
            let finding = kinds::data_files::TOTAL_ROW
                .finding(msg!(
                    "dòng này là tổng của các dòng khác, không cộng thêm lần nữa",
                    "this row is the sum of others and is not added up again"
                ))
                .at(self.sheet.row_place(lines[*first].row()))
                .found(shown(*first))
                .hint(msg!(
                    "chương trình tự tính tổng; có thể bỏ dòng này khỏi tệp",
                    "totals are computed anew; the row may be left out of the file"
                ));
            let also = |finding: Finding, (at, _): &(usize, _)| {
                finding.also_at(|| self.sheet.row_place(lines[*at].row()), shown(*at))
            };
            findings.push(others.iter().fold(finding, also));
        }
        for (at, wrong) in found.iter().chain(groups) {
            let Some((first, others)) = wrong.split_first() else { continue };
            let place = |of: &Wrong| self.sheet.place(lines[*at].row(), of.column);
            let sum = number::format(first.sum);
            let finding = kinds::data_files::TOTAL_WRONG
                .finding(msg!(
                    "dòng tổng của tệp không bằng tổng các dòng",
                    "a total of the file is not the sum of its rows"
                ))
                .at(place(first))
                .found(number::format(first.given))
                .expected(msg!("{sum}", "{sum}"));
            findings.push(others.iter().fold(finding, |finding, of| {
                let found = format!("{} ≠ {}", number::format(of.given), number::format(of.sum));
                finding.also_at(|| place(of), found)
            }));
        }
    }
}

/// Rows that a total stands among, and their sum.
struct Block {
    lines: Range<usize>,
    /// The column in which the total is called one, and what its row measures.
    column: usize,
    measures: String,
    sum: Sum,
}

/// A total that is not what its rows make.
struct Wrong {
    column: usize,
    given: Decimal,
    sum: Decimal,
}

/// The sums of rows, column by column.
#[derive(Default)]
struct Sum {
    rows: usize,
    columns: BTreeMap<usize, Decimal>,
    /// Columns in which something stands that cannot be read: they are not judged.
    unread: BTreeSet<usize>,
}

impl Sum {
    fn add(&mut self, reading: &Reading<'_>, row: usize, values: &BTreeMap<usize, Decimal>) {
        self.rows += 1;
        self.unread.extend(reading.numbers.iter().filter(|column| reading.is_unread(row, **column)));
        for (column, value) in values {
            let sum = self.columns.entry(*column).or_default();
            *sum = sum.checked_add(*value).unwrap_or_default();
        }
    }

    /// The values of the columns that can be judged, each with its sum.
    fn judged(&self, values: &BTreeMap<usize, Decimal>) -> impl Iterator<Item = (usize, Decimal, Decimal)> {
        let judged = values.iter().filter(|(column, _)| !self.unread.contains(column));
        judged.map(|(column, value)| (*column, *value, self.columns.get(column).copied().unwrap_or_default()))
    }

    /// Whether all values are these sums.
    fn is(&self, values: &BTreeMap<usize, Decimal>) -> bool {
        self.judged(values).all(|(_, value, sum)| value == sum)
    }

    /// How many values are these sums.
    fn fits(&self, values: &BTreeMap<usize, Decimal>) -> usize {
        self.judged(values).filter(|(_, value, sum)| value == sum).count()
    }

    /// Whether values are these sums and not by chance: a row that is not called a total has to agree in several columns.
    fn agrees(&self, values: &BTreeMap<usize, Decimal>, named: bool) -> bool {
        // Small counts are the sums of others by chance.
        let large = self.judged(values).filter(|(_, value, _)| *value >= Decimal::TEN).count();
        let sure = match self.rows {
            0 => false,
            1 => named,
            2 => named || large >= 3,
            _ => named || large >= 2,
        };
        sure && self.judged(values).any(|(_, value, _)| !value.is_zero()) && self.is(values)
    }

    fn wrong(&self, values: &BTreeMap<usize, Decimal>) -> Vec<Wrong> {
        let wrong = self.judged(values).filter(|(_, value, sum)| value != sum);
        wrong.map(|(column, given, sum)| Wrong { column, given, sum }).collect()
    }
}
