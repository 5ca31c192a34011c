//! The unit of measure that an export names: in the header of a column (`Kế hoạch được giao (đồng)`, `Tỷ lệ (%)`), or in a
//! line around the table (`ĐVT: triệu đồng`).

use baocao_vietnamese::{one_line, small};
use rust_decimal::Decimal;

use super::measure::{Fit, before_division, fit, is_bare_multiple, is_measured, is_money, is_multiple, may_be_money};
use super::shown::Shown;
use super::words::{UnitLine, is_sure_unit_line, plain, unit_line};
use super::{Around, Line, Role, Table};
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
    /// A line above or below the table, of all columns that can have it.
    Title,
    /// The format of the numbers of the column: what is shown beside them.
    Format,
}

impl Table<'_> {
    /// The units of measure that a column may have, by its place among the columns of the table: that of its header, where
    /// the lowest cell that names one counts, and that which the format of its numbers shows; else those of the lines above the
    /// table. Where formats say another than the header, or each another, all of them, those of formats first. `below` is the JSON
    /// pointer of a part of its values, or empty.
    pub fn units_of(&self, column: usize, below: &str) -> Vec<Said> {
        let said = self.units_around(column, below);
        let Some(of) = self.columns.get(column).filter(|_| below.is_empty()) else { return said };
        let mut shown: Vec<Said> = Vec::new();
        let header = said.first().filter(|said| said.by != SaidBy::Title).map(|said| said.unit.as_str());
        for line in self.lines.iter().filter(|line| line.role == Role::Data) {
            let Some(beside) = self.sheet.beside.at(line.row(), of.index) else { continue };
            let around = header.or(said.first().map(|said| said.unit.as_str()));
            let Some(unit) = unit_of_cell(beside, around) else { continue };
            if shown.iter().all(|known| known.unit != unit) {
                let place = self.sheet.place(line.row(), of.index);
                shown.push(Said { unit, by: SaidBy::Format, place });
            }
        }
        let is_divided = || {
            let lines = self.lines.iter().filter(|line| line.role == Role::Data);
            lines.filter_map(|line| self.sheet.beside.at(line.row(), of.index)).any(|beside| beside.thousands > 0)
        };
        match (shown.as_slice(), header) {
            ([], _) => said,
            ([one], Some(header)) if fit(&one.unit, header) == Fit::Times(Decimal::ONE) => said,
            // The header speaks of what is shown.
            ([_], Some(_)) if !is_divided() => shown.into_iter().chain(said).collect(),
            // A line above the table speaks of other columns too.
            ([one], None) if !is_divided() => {
                let other = said.iter().find(|said| match fit(&one.unit, &said.unit) {
                    Fit::Times(times) => times != Decimal::ONE,
                    _ => false,
                });
                let is_same = said.iter().any(|said| fit(&one.unit, &said.unit) == Fit::Times(Decimal::ONE));
                let other = other.filter(|_| !is_same).cloned();
                shown.into_iter().chain(other).collect()
            }
            _ => shown,
        }
    }

    /// The unit of measure of a single value: what its format says, where `around` is the unit that its row or column names.
    pub fn unit_shown(&self, line: &Line, column: usize, around: Option<&str>) -> Option<String> {
        let of = self.columns.get(column)?;
        unit_of_cell(self.sheet.beside.at(line.row(), of.index)?, around).filter(|unit| unit != CURRENCY)
    }

    /// What stands around the values of a column: its header, else the lines above the table.
    pub fn units_around(&self, column: usize, below: &str) -> Vec<Said> {
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
        let said = self.units_of(column, below);
        if contradicts(&said) || said.iter().any(|said| said.unit == CURRENCY) {
            return None;
        }
        let mut fitting = said
            .into_iter()
            .filter(|said| said.by != SaidBy::Title || matches!(fit(&said.unit, wanted), Fit::Times(_)));
        fitting.next()
    }

    /// The units of measure of the lines above and below the table: a line may name several.
    fn titles(&self) -> Vec<Said> {
        let said = |(unit, place)| Said { unit, by: SaidBy::Title, place };
        self.title_lines()
            .into_iter()
            .flat_map(|(line, place)| units_of(&line).into_iter().map(move |unit| said((unit, place.clone()))))
            .collect()
    }

    /// What the header of a column says that looks like a unit of money and is none that is known; nothing where it names one
    /// that is.
    pub fn strange_heading(&self, column: usize) -> Option<Said> {
        let of = self.columns.get(column)?;
        let path: Vec<&str> = of.path.iter().map(String::as_str).collect();
        if of_path(&path).is_some() {
            return None;
        }
        let unit = path.iter().rev().find_map(|part| strange_of_part(part))?;
        Some(Said { unit, by: SaidBy::Column, place: of.place.clone() })
    }

    /// A line around the table that says a unit of measure which is not understood, where none is that is.
    pub fn strange_title(&self) -> Option<Said> {
        if !self.titles().is_empty() {
            return None;
        }
        let sure = self.words_around().into_iter().filter(|around| is_sure_unit_line(&around.words));
        let mut lines = sure.filter_map(|of| Some((self.unit_of_line(of.cell, &of.words)?, of.place)));
        lines.next().map(|(unit, place)| Said { unit, by: SaidBy::Title, place })
    }

    /// What lines around the table say of the unit of measure, and where.
    fn title_lines(&self) -> Vec<(String, Place)> {
        // The name of the sheet may say it too.
        let place = self.sheet.place(self.header_top(), 0);
        let name = Around { cell: None, key: None, words: self.sheet.name.clone(), place };
        let lines = self.words_around().into_iter().chain([name]);
        lines.filter_map(|of| Some((self.unit_of_line(of.cell, &of.words)?, of.place))).collect()
    }

    /// What stands above the table, cell by cell, around it on its page, and beside its list.
    pub fn words_above(&self) -> Vec<Around> {
        let top = self.header_top();
        let is_above = |around: &Around| around.cell.is_none_or(|(row, _)| row < top);
        self.words_around().into_iter().filter(is_above).collect()
    }

    /// The words above the table, below it, and those of the page that it stands in: with their cell, where they have one.
    pub(super) fn words_around(&self) -> Vec<Around> {
        let end = self.lines.last().map_or(self.sheet.height(), |line| line.row() + 1);
        let rows = (0..self.header_top()).chain(end..self.sheet.height().min(end + MOST_BELOW));
        let cells = rows.flat_map(|row| (0..self.sheet.width_of(row)).map(move |column| (row, column)));
        let cells = cells.filter_map(|(row, column)| {
            let words = self.sheet.words(row, column)?.into_owned();
            Some(Around { cell: Some((row, column)), key: None, words, place: self.sheet.place(row, column) })
        });
        cells.chain(self.sheet.around.iter().cloned()).collect()
    }

    /// The unit of measure that a line says; that of a label alone stands in the next cell.
    fn unit_of_line(&self, at: Option<(usize, usize)>, words: &str) -> Option<String> {
        match unit_line(words) {
            Some(UnitLine::Says(unit)) => Some(unit),
            Some(UnitLine::Label) => {
                let (row, column) = at?;
                let mut right = column + 1..self.sheet.width_of(row);
                right.find_map(|column| self.sheet.words(row, column)).map(|words| words.trim().to_lowercase())
            }
            // `(Nghìn đồng)`, `VỐN ĐẦU TƯ (tỷ đồng)`, `VỐN ĐẦU TƯ, tỷ đồng`
            None => {
                let unit = words.trim().trim_matches(['(', ')', '[', ']']).trim();
                if unit.chars().count() > 2 && is_measured(unit) {
                    return Some(unit.to_lowercase());
                }
                let behind = words.rsplit_once([',', ';', '-', '–', '/']).map(|(_, behind)| behind);
                let mut pieces = in_brackets(words).chain(behind).map(str::trim);
                pieces.find(|piece| piece.chars().count() > 1 && is_money(piece)).map(str::to_lowercase)
            }
        }
    }
}

/// Whether the format of values says another unit of measure than their header, or each another.
pub fn contradicts(said: &[Said]) -> bool {
    said.len() > 1 && said.iter().any(|said| said.by == SaidBy::Format)
}

/// The unit of measure that a value has by what is shown beside it: `1,5 triệu` of `đồng` is in `triệu đồng`, and where it was
/// divided by a thousand to be shown it is in what that is a thousand of.
fn unit_of_cell(beside: &Shown, around: Option<&str>) -> Option<String> {
    let words = beside.words.trim().to_lowercase();
    let own = match words.as_str() {
        CURRENCY => Some(CURRENCY.to_owned()),
        words if is_bare_multiple(words) => match around.map(str::to_lowercase) {
            Some(around) if around.starts_with(words) => Some(around),
            Some(around) if is_measured(&around) => Some(format!("{words} {around}")),
            _ => Some(words.to_owned()),
        },
        words if is_measured(words) || is_multiple(words) => Some(words.to_owned()),
        _ => None,
    };
    match beside.thousands {
        0 => own,
        thousands => before_division(own.as_deref().or(around)?, thousands),
    }
}

/// The sign of the currency alone, as spreadsheets put it beside any amount, in whatever unit that is.
pub const CURRENCY: &str = "₫";

/// So many rows below a table are looked at.
const MOST_BELOW: usize = 20;

/// The units of measure that a line such as `Đơn vị tính: triệu đồng; %` names.
fn units_of_line(line: &str) -> Vec<String> {
    said_by(line).map(|said| units_of(&said)).unwrap_or_default()
}

fn said_by(line: &str) -> Option<String> {
    match unit_line(line)? {
        UnitLine::Says(unit) => Some(unit),
        UnitLine::Label => None,
    }
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

/// The first unit of measure in brackets, behind a comma, colon, dash or stroke, or that is all of it or its last words. Single
/// letters number columns, and words for things that are counted are no units of measure.
fn of_part(part: &str) -> Option<String> {
    let brackets = in_brackets(part);
    let behind = part.rsplit_once([',', ';', ':', '-', '–']).map(|(_, behind)| behind);
    let mut pieces = brackets.chain(behind).map(str::trim);
    let is_letter = |piece: &str| piece.len() == 1 && piece.chars().all(|letter| letter.is_ascii_alphabetic());
    let found = pieces.find(|piece| !is_letter(piece) && (is_measured(piece) || is_multiple(piece)));
    let line = || said_by(part).filter(|unit| is_measured(unit) || is_multiple(unit));
    if let Some(unit) = found.or_else(|| Some(part.trim()).filter(|part| !is_letter(part) && is_measured(part))) {
        return Some(one_line(unit));
    }
    // `Kế hoạch nghìn đồng/xã`
    let rate = || part.split_once('/').and_then(|(before, _)| last_words(before));
    let said = line().or_else(|| behind_stroke(part)).or_else(|| last_words(part)).or_else(rate);
    if let Some(unit) = said.or_else(|| last_words(&spelt(part)).filter(|unit| small(unit) != BARE_MONEY)) {
        return Some(unit);
    }
    // `Kế hoạch (nghìn)`: thousands of what is not said.
    if let Some(multiple) = whole_brackets(part).find(|inside| is_bare_multiple(inside)) {
        return Some(multiple.to_owned());
    }
    // `Tỷ lệ %`, but not `Trên 90%`.
    let words = part.trim().strip_suffix('%')?.trim_end();
    (!words.ends_with(|last: char| last.is_ascii_digit())).then(|| "%".to_owned())
}

/// `đồng` without its marks, which may be another word: `hoạt động`.
const BARE_MONEY: &str = "dong";

/// A name of a program in words: `KE_HOACH_NGHIN_DONG`, `keHoachNghinDong`.
fn spelt(name: &str) -> String {
    let mut words = String::with_capacity(name.len());
    let mut before = ' ';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            words.push(' ');
        }
        words.push(if c == '_' { ' ' } else { c });
        before = c;
    }
    words
}

/// What stands in brackets, whole and part by part.
fn in_brackets(part: &str) -> impl Iterator<Item = &str> {
    whole_brackets(part).flat_map(|inside| std::iter::once(inside).chain(inside.split([',', ';', ':'])))
}

fn whole_brackets(part: &str) -> impl Iterator<Item = &str> {
    let opened = part.split(['(', '[', '{', '（']).skip(1);
    opened.filter_map(|inside| inside.split([')', ']', '}', '）']).next()).map(str::trim)
}

/// The unit of money between or behind strokes: `Kế hoạch / tỷ đồng`, `Kế hoạch /tỷ đồng/`. Of other quantities a stroke says
/// that they are rates: `người/km²`.
fn behind_stroke(part: &str) -> Option<String> {
    let mut pieces = part.split(['/', '|']).skip(1).map(str::trim).filter(|piece| !piece.is_empty());
    pieces.find(|piece| is_money(piece)).map(one_line)
}

/// The unit of money that a name ends in, without any sign before it: `Kế hoạch tỷ đồng`, `Kế hoạch VND`.
fn last_words(part: &str) -> Option<String> {
    const MOST: usize = 4;
    let text = one_line(part);
    let words: Vec<&str> = text.split(' ').collect();
    let begins = words.len().saturating_sub(MOST).max(1)..words.len();
    let mut ends = begins.map(|begin| (begin, words[begin..].join(" ")));
    let (begin, unit) = ends.find(|(_, unit)| is_money(unit))?;
    let is_compound = plain(&unit) == "đồng" && is_compound(words[begin - 1]);
    (!is_compound && unit.chars().count() > 1).then_some(unit)
}

/// Whether `đồng` behind a word is a part of another: `hợp đồng`, `hội đồng`.
pub(super) fn is_compound(before: &str) -> bool {
    const WITH: [&str; 16] = [
        "hợp", "hội", "cộng", "tương", "nhi", "mục", "cánh", "đại", "hiệp", "bất", "lao", "đông", "trống", "đất",
        "ruộng", "đồng",
    ];
    WITH.contains(&plain(before).as_str())
}

/// What a part of a header says in brackets or behind `ĐVT` that looks like a unit of money and is none that is known.
fn strange_of_part(part: &str) -> Option<String> {
    if let Some(said) = said_by(part).filter(|said| is_sure_unit_line(part) && !is_measured(said)) {
        return Some(said);
    }
    let named = || last_words(&spelt(part)).filter(|unit| small(unit) == BARE_MONEY);
    whole_brackets(part).find(|inside| may_be_money(inside)).map(one_line).or_else(named)
}
