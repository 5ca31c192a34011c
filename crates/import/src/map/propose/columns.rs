//! The columns of an export, as much of them as a proposal needs.

use std::collections::HashSet;

use baocao_core::report::{ColumnKind, pointer_name, pointer_part};
use baocao_core::rows::{self, Given, Hints, Role, Table};
use baocao_vietnamese::{bare, one_line};

use super::quoted;
use crate::draft::words as said;
use crate::map::column::{self, shown};
use crate::map::leaves;
use crate::map::period::{self, Code};
use crate::units::{Register, is_named};

/// So many parts of the JSON of a column are proposed.
const MOST_PARTS: usize = 400;

/// Of so many different values of a column it is asked what they are.
pub(super) const MOST_ASKED: usize = 200;

/// A column of an export, or a part of what the JSON of one holds.
pub(super) struct Column {
    /// How a mapping names it.
    pub(super) name: String,
    /// What it is called, from the outside in.
    pub(super) path: Vec<String>,
    /// Its values in words, row by row; blank ones are empty.
    pub(super) all: Vec<String>,
    /// The column of the table, and the pointer below its values.
    pub(super) of: usize,
    pub(super) below: String,
}

/// All columns; one with objects of JSON as all that they hold.
pub(super) fn columns(table: &mut Table<'_>) -> Vec<Column> {
    let mut columns = Vec::new();
    for of in 0..table.columns.len() {
        let index = table.columns[of].index;
        let name = shown(table, of);
        let leaves = leaves::of_column(table, of);
        if !leaves.keys().any(|leaf| !leaf.is_empty()) {
            let read = table.values(index, ColumnKind::Text, &Hints::default(), &mut Vec::new());
            let data = |at: &usize| table.lines.get(*at).is_some_and(|line| line.role == Role::Data);
            let all = (0..read.len()).filter(data).map(|at| said(&read[at]).trim().to_owned()).collect();
            let path = table.columns[of].path.clone();
            columns.push(Column { name: one_line(&name), path, all, of, below: String::new() });
            continue;
        }
        let cells: Vec<_> = table.lines.iter().filter(|line| line.role == Role::Data).collect();
        let values: Vec<_> = cells.iter().map(|line| column::json(&table.sheet.cell(line.row(), index))).collect();
        for below in leaves.into_keys().take(MOST_PARTS) {
            let all =
                values.iter().map(|value| written(&column::below(value.as_ref(), &below)).trim().to_owned()).collect();
            let parts = below.split('/').skip(1).map(|part| pointer_name(part).into_owned());
            let path = std::iter::once(name.clone()).chain(parts).collect();
            columns.push(Column { name: format!("/{}{below}", pointer_part(&name)), path, all, of, below });
        }
    }
    columns
}

impl Column {
    pub(super) fn quoted(&self) -> String {
        quoted(&self.name)
    }

    /// Its title without marks, in capitals.
    pub(super) fn title(&self) -> String {
        bare(&self.path.join(" / ")).replace('_', " ")
    }

    /// Its values, without blank ones.
    pub(super) fn values(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(String::as_str).filter(|word| !word.is_empty())
    }

    /// Each value once, in the order in which they come first.
    pub(super) fn different(&self) -> Vec<&str> {
        let mut seen = HashSet::new();
        self.values().filter(|word| seen.insert(*word)).collect()
    }

    pub(super) fn has_blanks(&self) -> bool {
        self.all.iter().any(String::is_empty)
    }

    pub(super) fn has_numbers(&self) -> bool {
        self.values().any(is_number)
    }

    /// Whether all that stands in it is numbers, or says that there is none.
    pub(super) fn is_numeric(&self) -> bool {
        self.has_numbers() && self.values().all(|word| is_number(word) || rows::is_none(word) || rows::is_nothing(word))
    }

    /// Whether its values are 1, 2, 3 ..., perhaps from the beginning in each group.
    pub(super) fn is_counted(&self) -> bool {
        let numbers: Option<Vec<usize>> = self.values().map(|value| value.parse().ok()).collect();
        let follows = |numbers: &[usize]| numbers.windows(2).all(|pair| pair[1] == 1 || pair[1] == pair[0] + 1);
        numbers.is_some_and(|numbers| numbers.len() > 1 && numbers[0] == 1 && follows(&numbers))
    }

    /// Whether most of its values are units.
    pub(super) fn has_units(&self) -> bool {
        let different: Vec<&str> = self.different().into_iter().take(MOST_ASKED).collect();
        let known = different.iter().filter(|word| !is_number(word) && is_unit(word)).count();
        known * 2 > different.len()
    }

    /// Whether all its values are codes of communes: counts may be such numbers by chance, but then nothing else says so.
    pub(super) fn has_codes(&self) -> bool {
        const DIGITS: usize = 5;
        let is_code = |word: &&str| word.len() == DIGITS && Register::built_in().unit(word).is_some();
        let title = self.title();
        let different = self.different();
        let says_it = self.is_id()
            || ["MA", "CODE", "DVHC"].iter().any(|part| title.contains(part))
            || different.iter().any(|word| word.starts_with('0'));
        says_it && !different.is_empty() && self.period().is_none() && different.iter().take(MOST_ASKED).all(is_code)
    }

    /// Whether its title says that it is the code of something: `/Organ/Id`, `maDonVi`, `Mã đơn vị`.
    pub(super) fn is_id(&self) -> bool {
        const WORDS: [&str; 4] = ["ID", "MA", "CODE", "UUID"];
        let last = self.path.last().map_or("", String::as_str);
        let title = bare(last).replace(['_', '-', '.'], " ");
        title.split_whitespace().any(|word| WORDS.contains(&word)) || last.ends_with("Id") || last.ends_with("ID")
    }

    /// The period of its last value, where all are periods.
    pub(super) fn period(&self) -> Option<Code> {
        let different = self.different();
        // Years alone may be figures.
        if !different.iter().any(|word| word.len() > 4) {
            return None;
        }
        let codes: Vec<Code> = different.iter().map(|word| period::read(word)).collect::<Option<_>>()?;
        codes.last().copied()
    }
}

/// A value of JSON in words; objects and lists are none.
fn written(given: &Given) -> String {
    match given {
        Given::Text(text) => text.clone(),
        Given::Number(value) => value.normalize().to_string(),
        Given::Bool(value) => value.to_string(),
        _ => String::new(),
    }
}

fn is_unit(word: &str) -> bool {
    is_named(word) || Register::built_in().knows(word, None)
}

pub(super) fn is_number(word: &str) -> bool {
    rows::is_number(word) || word.parse::<f64>().is_ok()
}
