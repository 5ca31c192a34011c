//! What reports count, from `data/units.txt` and the types of documents.

use std::sync::LazyLock;

use super::{documents, lines, part};

/// What a unit is one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// People.
    People,
    /// Organs and territories of the state.
    State,
    /// Documents.
    Documents,
    /// Anything else.
    Things,
}

/// A way of writing a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// As it is written, in small letters.
    pub written: &'static str,
    /// Its name, one for all ways of writing it.
    pub name: &'static str,
    /// What it is one of.
    pub of: Of,
}

const FILE: &str = include_str!("../../data/units.txt");

static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    let counted = documents::types().filter(|kind| kind.is_counted);
    let mut units: Vec<Unit> =
        counted.map(|kind| Unit { written: kind.name, name: kind.name, of: Of::Documents }).collect();
    let parts = FILE.split("\n## ").skip(1);
    for (heading, list) in parts.filter_map(|part| part.split_once('\n')) {
        let of = match heading {
            "people" => Of::People,
            "units of state" => Of::State,
            "documents" => Of::Documents,
            "things" => Of::Things,
            _ => continue,
        };
        for line in lines(list) {
            let (name, others) = line.split_once(": ").unwrap_or((line, ""));
            let written = others.split("; ").chain([name]).filter(|written| !written.is_empty());
            units.extend(written.map(|written| Unit { written, name, of }));
        }
    }
    units.sort_by_key(|unit| std::cmp::Reverse(unit.written.len()));
    units
});

/// All ways of writing units, the longer before the shorter.
pub fn units() -> impl Iterator<Item = &'static Unit> {
    UNITS.iter()
}

/// A word for sums of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// As it is written, in small letters, without `đồng`.
    pub written: &'static str,
    /// How many đồng it is.
    pub factor: u64,
    /// Whether it stands for money without `đồng`, unless it says what is counted: `18 tỷ 250 triệu`, but `2 triệu lượt`.
    pub stands_alone: bool,
}

/// The words for sums of money, the larger before the smaller.
pub fn sums() -> impl Iterator<Item = &'static Sum> {
    static SUMS: LazyLock<Vec<Sum>> = LazyLock::new(|| {
        let of = |line: &'static str| {
            let (factor, written) = line.split_once(": ")?;
            let number = factor.trim_matches(['(', ')']);
            let (factor, stands_alone) = (number.parse().ok()?, number == factor);
            Some(written.split("; ").map(move |written| Sum { written, factor, stands_alone }))
        };
        lines(part(FILE, "sums of money")).filter_map(of).flatten().collect()
    });
    SUMS.iter()
}

/// The measure that a unit is a multiple of, and how many of it one is: a thousand kg for `tấn`. The measure itself is one of it.
pub fn measure(unit: &str) -> Option<(&'static str, u64)> {
    type Measure = (&'static str, Vec<(&'static str, u64)>);
    static MEASURES: LazyLock<Vec<Measure>> = LazyLock::new(|| {
        let of = |line: &'static str| {
            let (base, others) = line.split_once(": ")?;
            let others = others.split("; ").filter_map(|other| {
                let (factor, unit) = other.split_once(' ')?;
                Some((unit, factor.parse().ok()?))
            });
            Some((base, others.chain([(base, 1)]).collect()))
        };
        lines(part(FILE, "measures")).filter_map(of).collect()
    });
    MEASURES
        .iter()
        .find_map(|(base, units)| units.iter().find(|(name, _)| *name == unit).map(|(_, factor)| (*base, *factor)))
}
