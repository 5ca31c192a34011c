//! Which columns of an export name the unit, the indicator, its value.

use std::collections::{HashMap, HashSet};

use super::Export;
use super::columns::{Column, MOST_ASKED};

/// What stands in the titles of columns that name the unit.
const TITLES_OF_UNITS: [&str; 10] =
    ["DON VI", "DONVI", "TEN XA", "DIA PHUONG", "DINH DANH", "DVHC", "ORGAN", "CO QUAN", "UNIT CODE", "UNITCODE"];

/// What stands in the titles of columns that name the unit of measure of a row.
const TITLES_OF_MEASURES: [&str; 5] = ["DON VI TINH", "DONVITINH", "DV TINH", "DVT", "UOM"];

/// What stands in the titles of columns that name the indicator of a row.
const TITLES_OF_INDICATORS: [&str; 11] = [
    "CHI TIEU",
    "CHITIEU",
    "CHI SO",
    "TIEU CHI",
    "THONG KE",
    "THONGKE",
    "INDICATOR",
    "MA CT",
    "MACT",
    "MA SO",
    "KY HIEU",
];

/// What stands in those of its code.
const TITLES_OF_CODES: [&str; 5] = ["MA CHI", "MACHI", "MA CT", "MA SO", "KY HIEU"];

/// The column that names the unit: by what stands in it, else by its title.
pub(super) fn unit_of(columns: &[Column]) -> Option<usize> {
    // A code is of one unit, and names may be of several.
    let likeness = |column: &Column| (column.has_codes(), column.has_units(), is_titled(column));
    let all = columns.iter().map(likeness).enumerate().filter(|(_, likeness)| *likeness != (false, false, false));
    all.max_by_key(|(at, likeness)| (*likeness, usize::MAX - at)).map(|(at, _)| at)
}

/// Whether a column says which unit a row is of.
pub(super) fn is_titled(column: &Column) -> bool {
    let title = column.title();
    let is_measure = TITLES_OF_MEASURES.iter().any(|part| title.contains(part));
    !is_measure && TITLES_OF_UNITS.iter().any(|part| title.contains(part))
}

/// The columns of rows with one figure each: what names it, its value, its unit of measure, its label beside a code.
pub(super) struct Rows {
    pub(super) names: usize,
    pub(super) value: usize,
    pub(super) measure: Option<usize>,
    pub(super) label: Option<usize>,
}

impl Export<'_, '_> {
    /// All columns but these, and those of the unit and of the period.
    pub(super) fn others(&self, than: &[Option<usize>]) -> Vec<usize> {
        let taken = |at: &usize| than.contains(&Some(*at)) || [self.unit, self.period].contains(&Some(*at));
        (0..self.columns.len()).filter(|at| !taken(at)).collect()
    }

    /// Rows with one figure each: a column names the indicator in most of them, by what the set calls it or by codes of
    /// another system. These are known by the title of their column, or by being said once of each unit.
    pub(super) fn rows_of_indicators(&self) -> Option<Rows> {
        let others = self.others(&[]);
        let is_known = |at: &usize| {
            let words: Vec<&str> = self.columns[*at].different().into_iter().take(MOST_ASKED).collect();
            let known = words.iter().filter(|word| word.len() > 2 && self.targets.get(word).is_some()).count();
            known > 1 && known * 2 > words.len()
        };
        let is_titled = |at: &usize| {
            let title = self.columns[*at].title();
            TITLES_OF_INDICATORS.iter().any(|part| title.contains(part))
        };
        let values: Vec<usize> = others.iter().copied().filter(|at| self.is_value(*at)).collect();
        let names = |at: &usize| !values.contains(at) && self.columns[*at].different().len() > 1;
        let words = |at: &usize| names(at) && !self.columns[*at].has_numbers();
        let candidates = || others.iter().copied().filter(words);
        let once = |at: &usize| self.is_said_once(*at);
        let known = || candidates().filter(is_known);
        // Codes may be numbers.
        let is_coded = |at: &usize| {
            let title = self.columns[*at].title();
            TITLES_OF_CODES.iter().any(|part| title.contains(part)) && values.iter().any(|value| value != at)
        };
        let titled = || {
            let candidates = others.iter().copied().filter(|at| words(at) || is_coded(at));
            candidates.filter(|at| is_titled(at) && !self.is_measure(*at))
        };
        let is_code = |at: &usize| self.columns[*at].values().all(|word| !word.contains(' '));
        let only = || candidates().filter(|at| values.len() == 1 && self.unit.is_some() && once(at));
        // Codes stay as they are; labels are cut short and spelt anew.
        let mut codes = known().filter(is_code).chain(titled().filter(is_code)).chain(only().filter(is_code));
        let labels = || known().chain(titled()).chain(only());
        let names = codes.find(once).or_else(|| labels().find(once)).or_else(|| labels().next())?;
        let is_named = |at: &&usize| {
            let title = self.columns[**at].title();
            title.contains("TRI") || title.contains("VALUE")
        };
        let values: Vec<usize> = values.into_iter().filter(|at| *at != names).collect();
        let value = *values.iter().find(is_named).or(values.last())?;
        let measure = self.others(&[Some(names), Some(value)]).into_iter().find(|at| self.is_measure(*at));
        let label = self.label_of(names, &[Some(value), measure]);
        Some(Rows { names, value, measure, label })
    }

    pub(super) fn is_value(&self, at: usize) -> bool {
        self.columns[at].is_numeric() && !self.columns[at].is_counted() && self.columns[at].period().is_none()
    }

    /// Whether a column says the unit of measure of its row.
    fn is_measure(&self, at: usize) -> bool {
        let title = self.columns[at].title();
        let is_unit = title.contains("UNIT") && !title.contains("CODE");
        is_unit || TITLES_OF_MEASURES.iter().any(|part| title.contains(part))
    }

    /// Whether units come again and again, each with other values of this column.
    fn is_said_once(&self, at: usize) -> bool {
        let of = |column: Option<usize>, row: usize| column.map_or("", |column| self.columns[column].all[row].as_str());
        let rows: Vec<usize> = (0..self.columns[at].all.len()).filter(|row| !of(Some(at), *row).is_empty()).collect();
        let pairs: HashSet<_> =
            rows.iter().map(|row| (of(self.unit, *row), of(self.period, *row), of(Some(at), *row))).collect();
        let again = self.unit.is_none_or(|unit| self.columns[unit].different().len() < rows.len());
        again && self.columns[at].different().len() < rows.len().max(2) && pairs.len() == rows.len()
    }

    /// The column that says in words what a column of codes means: each code has one text.
    fn label_of(&self, names: usize, but: &[Option<usize>]) -> Option<usize> {
        let others = self.others(but).into_iter().filter(|at| *at != names && !self.columns[*at].has_numbers());
        let is_of_code = |at: &usize| {
            let mut texts: HashMap<&str, &str> = HashMap::new();
            let pairs = self.columns[names].all.iter().zip(&self.columns[*at].all);
            let mut pairs = pairs.filter(|(_, text)| !text.is_empty());
            pairs.all(|(code, text)| *texts.entry(code.as_str()).or_insert(text.as_str()) == text.as_str())
        };
        let words = |at: &usize| self.columns[*at].different().iter().filter(|text| text.contains(' ')).count();
        others.filter(is_of_code).max_by_key(words).filter(|at| words(at) > 0)
    }
}
