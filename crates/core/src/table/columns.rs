//! The columns of a table: the header tree flattened, and its mistakes.

use std::collections::BTreeMap;

use super::formula::{Columns, Named, in_order};
use super::given::Place;
use crate::diagnostic::Finding;
use crate::report::{ColumnAlign, ColumnKind, DecimalSign, FreeTable, TableColumn, Text};
use crate::{kinds, markdown, msg};

/// A column that has cells.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    /// Its id.
    pub(super) id: String,
    /// Its title without marks, for files of rows.
    pub(super) title: String,
    /// The titles of the headings over it, and its own.
    pub(super) path: Vec<String>,
    /// What it holds.
    pub(super) kind: ColumnKind,
    /// How it is computed: the formula over the indexes of other columns.
    pub(super) formula: Option<Columns>,
    /// What it is also compared with.
    pub(super) also: Vec<Columns>,
    /// How many decimals its numbers are printed with.
    pub(super) decimals: Option<u32>,
    /// How its cells lie.
    pub(super) align: Option<ColumnAlign>,
    /// Its width, where it is given.
    pub(super) width_mm: Option<f64>,
    /// Its name in a file of rows.
    pub(super) from: Option<Text>,
    /// What stands before decimals in a file of rows.
    pub(super) decimal: Option<DecimalSign>,
}

impl Leaf {
    /// Whether rows bring its cells.
    pub(super) fn is_given(&self) -> bool {
        self.kind != ColumnKind::Ordinal && self.formula.is_none()
    }

    /// Whether its numbers stand with their commas on one axis.
    pub(super) fn is_on_axis(&self) -> bool {
        self.align == Some(ColumnAlign::Decimal) || (self.align.is_none() && self.kind.is_number())
    }
}

/// Flattens the header tree. All mistakes in it are told; with one of them there are no columns.
pub(super) fn read(table: &FreeTable, place: &Place<'_>, findings: &mut Vec<Finding>) -> Option<Vec<Leaf>> {
    let before = findings.len();
    let id = place.id;
    if table.columns.is_empty() {
        findings.push(
            kinds::tables::NO_COLUMNS
                .finding(msg!("bảng \"{id}\" không có cột", "the table \"{id}\" has no columns"))
                .at(place.at(""))
                .hint(msg!(
                    "thêm \"columns\", hoặc dùng mã của một bảng trong bộ mẫu",
                    "add \"columns\", or use the id of a table of the template set"
                )),
        );
        return None;
    }
    let mut leaves = Vec::new();
    collect(&table.columns, 1, "/columns", place, &mut leaves, findings);
    let most = place.limits().columns;
    if leaves.len() > most {
        let count = leaves.len();
        findings.push(
            kinds::tables::TOO_MANY_COLUMNS
                .finding(msg!("bảng \"{id}\" có quá nhiều cột", "the table \"{id}\" has too many columns"))
                .at(place.at("/columns"))
                .found(count.to_string())
                .expected(msg!("không quá {most} cột", "at most {most} columns")),
        );
    }
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, (column, pointer)) in leaves.iter().enumerate() {
        if let Some(name) = column.id.as_deref()
            && names.insert(name, index).is_some()
        {
            findings.push(
                kinds::tables::COLUMN_TWICE
                    .finding(msg!("cột \"{name}\" có hai lần", "the column \"{name}\" is there twice"))
                    .at(place.at(&format!("{pointer}/id")))
                    .hint(msg!("đặt cho một trong hai cột mã khác", "give one of the two columns another id")),
            );
        }
    }
    let mut read = Vec::new();
    for (index, (column, pointer)) in leaves.iter().enumerate() {
        let own = Named { sum: &column.sum, difference: &column.difference, ratio: &column.ratio };
        own.tell_two(place.at(pointer), findings);
        tell_unknown(&own, pointer, &names, &leaves, place, findings);
        let mut also = Vec::new();
        for (index, identity) in column.also.iter().enumerate() {
            let named = Named { sum: &identity.sum, difference: &identity.difference, ratio: &identity.ratio };
            let below = format!("{pointer}/also/{index}");
            named.tell_two(place.at(&below), findings);
            tell_unknown(&named, &below, &names, &leaves, place, findings);
            also.extend(named.resolve(|name| names.get(name).copied()));
        }
        read.push(Leaf {
            id: column.id.clone().unwrap_or_else(|| format!("#{}", index + 1)),
            title: markdown::plain_label(&column.title),
            path: path(table, pointer),
            kind: column.kind,
            formula: own.resolve(|name| names.get(name).copied()),
            also,
            decimals: column.decimals,
            align: column.align,
            width_mm: column.width_mm,
            from: column.from.clone(),
            decimal: column.decimal,
        });
    }
    tell_circles(&read, &leaves, place, findings);
    (findings.len() == before).then_some(read)
}

/// The names in a formula that are not those of columns of numbers.
fn tell_unknown(
    named: &Named<'_>,
    pointer: &str,
    names: &BTreeMap<&str, usize>,
    leaves: &[(&TableColumn, String)],
    place: &Place<'_>,
    findings: &mut Vec<Finding>,
) {
    let known: Vec<&str> = names.keys().copied().collect();
    for (below, name) in named.names() {
        let here = place.at(&format!("{pointer}/{below}"));
        match names.get(name) {
            None => findings.push(
                kinds::tables::WRONG_FORMULA
                    .finding(msg!(
                        "công thức dùng cột không có: \"{name}\"",
                        "the formula names an unknown column: \"{name}\""
                    ))
                    .at(here)
                    .one_of(name, &known),
            ),
            Some(at) if !leaves[*at].0.kind.is_number() => findings.push(
                kinds::tables::WRONG_FORMULA
                    .finding(msg!(
                        "công thức dùng cột không phải cột số: \"{name}\"",
                        "the formula names a column that holds no numbers: \"{name}\""
                    ))
                    .at(here)
                    .hint(msg!(
                        "thêm \"kind\" cho cột \"{name}\": \"count\", \"money\", \"percent\" hoặc \"number\"",
                        "give the column \"{name}\" a \"kind\": \"count\", \"money\", \"percent\" or \"number\""
                    )),
            ),
            Some(_) => {}
        }
    }
}

/// The titles from the highest heading over a column down to its own, by its pointer.
fn path(table: &FreeTable, pointer: &str) -> Vec<String> {
    let mut columns = &table.columns;
    let mut path = Vec::new();
    for index in pointer.split('/').filter_map(|part| part.parse::<usize>().ok()) {
        let Some(column) = columns.get(index) else { break };
        path.push(markdown::plain_label(&column.title));
        columns = &column.columns;
    }
    path
}

/// The columns that have cells, with their pointers.
fn collect<'a>(
    columns: &'a [TableColumn],
    depth: usize,
    pointer: &str,
    place: &Place<'_>,
    leaves: &mut Vec<(&'a TableColumn, String)>,
    findings: &mut Vec<Finding>,
) {
    for (index, column) in columns.iter().enumerate() {
        let here = format!("{pointer}/{index}");
        let deepest = place.limits().header_levels;
        if depth > deepest {
            findings.push(
                kinds::tables::HEADER_TOO_DEEP
                    .finding(msg!("đầu bảng có quá nhiều tầng", "the header has too many levels"))
                    .at(place.at(&here))
                    .expected(msg!("không quá {deepest} tầng", "at most {deepest} levels")),
            );
            return;
        }
        let formula = column.sum.is_some() || column.difference.is_some() || column.ratio.is_some();
        let computed = formula || !column.also.is_empty() || column.decimals.is_some();
        if !column.columns.is_empty() {
            if column.id.is_some() || computed || column.kind != ColumnKind::Text {
                findings.push(
                    kinds::tables::HEADING_WITH_VALUE
                        .finding(msg!(
                            "đầu đề chung của nhiều cột không có mã, loại, công thức riêng",
                            "a heading over columns has no id, kind or formula of its own"
                        ))
                        .at(place.at(&here))
                        .hint(msg!(
                            "để \"id\", \"kind\", công thức cho các cột con",
                            "leave \"id\", \"kind\" and formulas to the columns under it"
                        )),
                );
            }
            collect(&column.columns, depth + 1, &format!("{here}/columns"), place, leaves, findings);
            continue;
        }
        if column.id.is_none() && column.kind != ColumnKind::Ordinal {
            let title = markdown::plain_label(&column.title);
            findings.push(
                kinds::tables::COLUMN_WITHOUT_ID
                    .finding(msg!("cột \"{title}\" không có mã", "the column \"{title}\" has no id"))
                    .at(place.at(&here))
                    .hint(msg!(
                        "thêm \"id\", hoặc \"columns\" nếu đây là đầu đề chung",
                        "add \"id\", or \"columns\" if it is a heading over columns"
                    )),
            );
        }
        if computed && !column.kind.is_number() {
            findings.push(
                kinds::tables::COMPUTED_NOT_NUMBER
                    .finding(msg!("cột có công thức phải là cột số", "a column with a formula must hold numbers"))
                    .at(place.at(&here))
                    .expected(msg!(
                        "\"kind\": \"count\", \"money\", \"percent\" hoặc \"number\"",
                        "\"kind\": \"count\", \"money\", \"percent\" or \"number\""
                    )),
            );
        }
        leaves.push((column, here));
    }
}

/// Formulas that lead back to themselves.
fn tell_circles(read: &[Leaf], leaves: &[(&TableColumn, String)], place: &Place<'_>, findings: &mut Vec<Finding>) {
    let order = in_order(read.len(), |index| read[index].formula.as_ref().map(Columns::parts).unwrap_or_default());
    if let Err(circle) = order {
        let names: Vec<&str> = circle.iter().map(|index| read[*index].id.as_str()).collect();
        findings.push(
            kinds::tables::CIRCLE
                .finding(msg!("công thức của các cột quay vòng", "the formulas of columns lead round in a circle"))
                .at(circle.first().map(|first| place.at(&leaves[*first].1)))
                .found(names.join(" → "))
                .hint(msg!("bỏ công thức của một trong các cột này", "take the formula from one of these columns")),
        );
    }
}

/// The ids of the columns that have one, for findings.
pub(super) fn ids(columns: &[Leaf]) -> Vec<&str> {
    columns.iter().map(|column| column.id.as_str()).filter(|id| !id.starts_with('#')).collect()
}
