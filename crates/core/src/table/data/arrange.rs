//! Sorting the rows of a file, and headings over their groups.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::diagnostic::Finding;
use crate::form::Value;
use crate::report::{ColumnKind, RowFile, RowLook};
use crate::rows::first_day;
use crate::table::columns::Leaf;
use crate::table::given::{Origin, Place};
use crate::table::grid::{Cell, Line, LineKind};
use crate::table::{Setting, compute};

/// A column to sort by.
struct Key {
    column: usize,
    down: bool,
    /// Whether it holds dates.
    dates: bool,
}

/// Sorts the lines and puts headings over their groups.
pub(super) fn arrange(
    file: &RowFile,
    columns: &[Leaf],
    place: &Place<'_>,
    setting: &Setting<'_>,
    lines: &mut Vec<Line>,
    findings: &mut Vec<Finding>,
) {
    let mut find = |name: &str, below: &str| {
        let at = columns.iter().position(|column| column.id == name);
        if at.is_none() {
            findings.push(place.unknown_column(name, columns, place.at(below)));
        }
        at
    };
    let mut keys = Vec::new();
    for (index, name) in file.sort.iter().enumerate() {
        let (name, down) = name.strip_prefix('-').map_or((name.as_str(), false), |name| (name, true));
        if let Some(column) = find(name, &format!("/data/sort/{index}")) {
            keys.push(Key { column, down, dates: columns[column].kind == ColumnKind::Date });
        }
    }
    let group = file.group_by.as_deref().and_then(|name| find(name, "/data/group_by"));
    if !keys.is_empty() {
        sort(lines, &keys, columns, place, setting);
    }
    if let Some(group) = group {
        *lines = grouped(std::mem::take(lines), group, file.subtotals);
    }
}

/// Sorts the rows below each heading, and before each total, by themselves.
fn sort(lines: &mut Vec<Line>, keys: &[Key], columns: &[Leaf], place: &Place<'_>, setting: &Setting<'_>) {
    let mut part = Vec::new();
    for line in std::mem::take(lines) {
        if line.kind == LineKind::Ordinary {
            part.push(line);
            continue;
        }
        sort_part(&mut part, keys, columns, place, setting);
        lines.append(&mut part);
        lines.push(line);
    }
    sort_part(&mut part, keys, columns, place, setting);
    lines.append(&mut part);
}

fn sort_part(lines: &mut Vec<Line>, keys: &[Key], columns: &[Leaf], place: &Place<'_>, setting: &Setting<'_>) {
    // Computed columns are filled in only after the rows are in order: they are sorted by what will stand there.
    let mut filled = Cow::Borrowed(lines.as_slice());
    if keys.iter().any(|key| columns[key.column].formula.is_some()) {
        compute::columns(filled.to_mut(), columns, place, setting);
    }
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (&filled[*a].cells, &filled[*b].cells);
        let by = |key: &Key| compare(&a[key.column], &b[key.column], key);
        keys.iter().map(by).find(|order| *order != Ordering::Equal).unwrap_or(Ordering::Equal)
    });
    let mut old: Vec<Option<Line>> = std::mem::take(lines).into_iter().map(Some).collect();
    lines.extend(order.into_iter().filter_map(|at| old[at].take()));
}

/// Numbers by their value, then words by the Vietnamese alphabet without regard to case; blank cells are always last.
fn compare(a: &Cell, b: &Cell, key: &Key) -> Ordering {
    let order = match (&a.value, &b.value) {
        (Some(Value::Number { value: a, .. }), Some(Value::Number { value: b, .. })) => a.cmp(b),
        (Some(Value::Word(a)), Some(Value::Word(b))) if key.dates => match (first_day(a), first_day(b)) {
            (Some(a), Some(b)) => a.cmp(&b),
            // Words in a column of dates come after them, whatever the direction.
            (a, b) => return b.is_some().cmp(&a.is_some()),
        },
        (Some(Value::Word(a)), Some(Value::Word(b))) => baocao_vietnamese::collate::compare(a, b),
        (a, b) => return rank(a).cmp(&rank(b)),
    };
    if key.down { order.reverse() } else { order }
}

fn rank(value: &Option<Value>) -> u8 {
    match value {
        Some(Value::Number { .. }) => 0,
        Some(Value::Word(_)) => 1,
        Some(Value::Absent) | None => 2,
    }
}

/// A heading before the lines of each value of a column, in the order in which the values come first.
fn grouped(lines: Vec<Line>, column: usize, subtotals: bool) -> Vec<Line> {
    let mut groups: Vec<(String, Vec<Line>)> = Vec::new();
    let mut index: BTreeMap<String, usize> = BTreeMap::new();
    for mut line in lines {
        let name = line.cells[column].value.take().map_or(String::new(), |value| value.text().to_owned());
        let at = *index.entry(name.clone()).or_insert_with(|| {
            groups.push((name, Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(line);
    }
    let mut all = Vec::new();
    for (number, (name, lines)) in groups.into_iter().enumerate() {
        let origin = lines.first().map_or(Origin::Computed, |line| line.origin.clone());
        let count = lines.first().map_or(0, |line| line.cells.len());
        all.push(Line {
            kind: if subtotals { LineKind::Subtotal } else { LineKind::Group },
            label: Some(name),
            code: Some(baocao_vietnamese::enumeration::roman(number + 1)),
            look: RowLook::Bold,
            cells: vec![Cell::default(); count],
            id: None,
            formula: None,
            origin,
        });
        all.extend(lines);
    }
    all
}
