//! A mapping held against one table: every column that it names was found in it.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::diagnostic::{Finding, Place, Severity};
use baocao_core::form::Kind;
use baocao_core::report::ColumnKind;
use baocao_core::rows::Table;
use baocao_core::{kinds, msg};
use rust_decimal::Decimal;
use serde_json::Value;

use super::Mapping;
use super::column::{self, Found};
use super::definition::FromPart;
use super::heading;
use super::leaves;
use super::measure::{Fit, fit};
use super::target::Target;

/// A mapping held against one table.
#[derive(Debug)]
pub(super) struct Plan<'s> {
    /// The column of the unit.
    pub(super) unit: Option<Found>,
    /// The column of the period.
    pub(super) period: Option<Found>,
    /// Figures of every row.
    pub(super) figures: Vec<(Target<'s>, Filled)>,
    /// Fields of every row: their JSON pointers.
    pub(super) fields: Vec<(String, Filled)>,
    /// Rows with one figure each.
    pub(super) indicators: Option<Indicators>,
    /// Tables: their ids, and for each column its id and what fills it.
    pub(super) tables: Vec<(String, Vec<(String, Found)>)>,
    /// Totals and their parts.
    pub(super) identities: Vec<(Found, Vec<Found>)>,
}

/// What fills a value.
#[derive(Debug, Clone)]
pub(super) enum Filled {
    /// A column, whose numbers are multiplied.
    Column(Found, Decimal),
    /// A column of the register of units.
    Register(String),
    /// A text about the unit.
    Text(String),
    /// This value.
    Value(Value),
}

/// Where rows with one figure each have it.
#[derive(Debug)]
pub(super) struct Indicators {
    pub(super) name: Found,
    pub(super) value: Found,
    pub(super) unit: Option<Found>,
    /// The unit of measure that the header of the values names.
    pub(super) heading: Option<String>,
}

impl<'s> Plan<'s> {
    /// Finds all columns of a mapping; what is not there is told at its place in the mapping.
    pub(super) fn new(mapping: &Mapping<'s>, table: &Table<'_>, findings: &mut Vec<Finding>) -> Self {
        let file = &mapping.file;
        let mut search = Search { mapping, table, findings };
        let unit = file.unit.column.as_ref().and_then(|name| search.column(name, "/unit/column"));
        let period = file.period.as_ref().and_then(|period| period.column.as_ref());
        let period = period.and_then(|name| search.column(name, "/period/column"));
        let figures = mapping.figures.iter();
        let figures = figures.filter_map(|(target, key)| {
            let from = file.figures.get(key)?.part();
            let pointer = format!("/figures/{}", baocao_core::report::pointer_part(key));
            let filled = search.filled(&from, &pointer, Some(*target))?;
            Some((*target, filled))
        });
        let figures = figures.collect();
        let fields = file.fields.iter().filter_map(|(key, from)| {
            let pointer = format!("/fields/{}", baocao_core::report::pointer_part(key));
            Some((field_pointer(key), search.filled(&from.part(), &pointer, None)?))
        });
        let fields = fields.collect();
        let indicators = file.indicators.as_ref().and_then(|of| {
            let name = search.column(&of.column, "/indicators/column");
            let value = search.column(&of.value, "/indicators/value");
            let unit = of.unit.as_ref().map(|unit| search.column(unit, "/indicators/unit"));
            let (name, value) = (name?, value?);
            let heading = heading::of_column(table, &value).map(|said| said.unit);
            Some(Indicators { name, value, unit: unit.flatten(), heading })
        });
        let tables = file.tables.iter().map(|(id, columns)| {
            let found = columns.iter().filter_map(|(column, from)| {
                let part = baocao_core::report::pointer_part;
                let found = search.column(from, &format!("/tables/{}/{}", part(id), part(column)))?;
                Some((column.clone(), found))
            });
            (id.clone(), found.collect())
        });
        let tables = tables.collect();
        let identities = file.identities.iter().enumerate().filter_map(|(index, identity)| {
            let total = search.column(&identity.total, &format!("/identities/{index}/total"));
            let parts = identity.parts.iter().enumerate();
            let parts: Vec<Option<Found>> =
                parts.map(|(at, part)| search.column(part, &format!("/identities/{index}/parts/{at}"))).collect();
            Some((total?, parts.into_iter().collect::<Option<Vec<Found>>>()?))
        });
        let identities = identities.collect();
        Self { unit, period, figures, fields, indicators, tables, identities }
    }

    /// All that is used of the table.
    fn found(&self) -> impl Iterator<Item = &Found> {
        let filled = self.figures.iter().map(|(_, filled)| filled).chain(self.fields.iter().map(|(_, filled)| filled));
        let filled = filled.filter_map(|filled| match filled {
            Filled::Column(found, _) => Some(found),
            _ => None,
        });
        let rows = self.indicators.iter().flat_map(|of| [Some(&of.name), Some(&of.value), of.unit.as_ref()]).flatten();
        let tables = self.tables.iter().flat_map(|(_, columns)| columns.iter().map(|(_, found)| found));
        let sums = self.identities.iter().flat_map(|(total, parts)| std::iter::once(total).chain(parts));
        filled.chain(self.unit.iter()).chain(&self.period).chain(rows).chain(tables).chain(sums)
    }

    /// The columns that are used.
    pub(super) fn used(&self) -> BTreeSet<usize> {
        self.found().map(|found| found.column).collect()
    }

    /// The pointers that are used below a column; nothing where its value itself is used.
    pub(super) fn below(&self, column: usize) -> Option<Vec<&str>> {
        let below = self.found().filter(|found| found.column == column).map(|found| found.below.as_str());
        below.map(|below| (!below.is_empty()).then_some(below)).collect()
    }

    /// The columns whose values are used; of the others what stands in their JSON is.
    pub(super) fn read(&self) -> BTreeSet<usize> {
        self.found().filter(|found| found.below.is_empty()).map(|found| found.column).collect()
    }

    /// As what each column is read: as numbers where numbers are wanted of it, else as words.
    pub(super) fn kinds(&self) -> BTreeMap<usize, ColumnKind> {
        let mut kinds = BTreeMap::new();
        for (target, filled) in &self.figures {
            if let Filled::Column(found, _) = filled {
                kinds.insert(found.column, column_kind(target.row.kind));
            }
        }
        if let Some(of) = &self.indicators {
            kinds.insert(of.value.column, ColumnKind::Number);
        }
        for found in self.identities.iter().flat_map(|(total, parts)| std::iter::once(total).chain(parts)) {
            kinds.entry(found.column).or_insert(ColumnKind::Number);
        }
        let read = self.read();
        kinds.retain(|column, _| read.contains(column));
        kinds
    }
}

/// As what the values of an indicator are read. Codes may be words, which are looked up.
pub(super) fn column_kind(kind: Kind) -> ColumnKind {
    match kind {
        Kind::Count => ColumnKind::Count,
        Kind::Money => ColumnKind::Money,
        Kind::Percent => ColumnKind::Percent,
        Kind::Code | Kind::Text | Kind::Group => ColumnKind::Text,
    }
}

/// `document.signers.0.full_name` as a JSON pointer; one that is a pointer stays.
pub(super) fn field_pointer(key: &str) -> String {
    if key.starts_with('/') { key.to_owned() } else { format!("/{}", key.replace('.', "/")) }
}

struct Search<'a, 's, 'f> {
    mapping: &'a Mapping<'s>,
    table: &'a Table<'a>,
    findings: &'f mut Vec<Finding>,
}

impl Search<'_, '_, '_> {
    fn place(&self, pointer: &str) -> Place {
        self.mapping.place(pointer)
    }

    fn column(&mut self, name: &str, pointer: &str) -> Option<Found> {
        let found = column::find(name, self.table, || self.mapping.place(pointer)).and_then(|found| {
            let unknown = || leaves::unknown(name, self.table, found.column).at(self.mapping.place(pointer));
            if leaves::has(self.table, &found) { Ok(found) } else { Err(unknown()) }
        });
        found.map_err(|finding| self.findings.push(finding)).ok()
    }

    fn filled(&mut self, from: &FromPart, pointer: &str, target: Option<Target<'_>>) -> Option<Filled> {
        if let Some(value) = &from.value {
            return Some(Filled::Value(value.clone()));
        }
        if let Some(text) = &from.text {
            return Some(Filled::Text(text.clone()));
        }
        if let Some(column) = &from.register {
            if self.mapping.units.has_column(column) {
                return Some(Filled::Register(column.clone()));
            }
            self.findings.push(
                kinds::imports::UNKNOWN_REGISTER_COLUMN
                    .finding(msg!(
                        "danh sách đơn vị không có cột \"{column}\"",
                        "the list of units has no column \"{column}\""
                    ))
                    .at(self.place(&format!("{pointer}/register")))
                    .found(self.mapping.units.columns()),
            );
            return None;
        }
        let name = from.column.as_ref()?;
        // A column is named right under the key, or by `column` below it.
        let below = format!("{pointer}/column");
        let at = if self.mapping.input.has(&below) { below } else { pointer.to_owned() };
        let found = self.column(name, &at)?;
        let factor = self.factor(from, pointer, target)?;
        if let Some(target) = target {
            self.heading(from, &found, factor, &target);
        }
        Some(Filled::Column(found, factor))
    }

    /// Holds the unit of measure that the header names against what the mapping makes of the column. A factor without a
    /// unit is what somebody has thought about.
    fn heading(&mut self, from: &FromPart, found: &Found, factor: Decimal, target: &Target<'_>) {
        let (wanted, is_number) = (target.row.unit_text(), column_kind(target.row.kind) != ColumnKind::Text);
        let is_said = from.unit.is_some();
        if !is_number || wanted.is_empty() || (from.factor.is_some() && !is_said) {
            return;
        }
        let Some(said) = heading::of_column(self.table, found) else { return };
        let fits = fit(&said.unit, &wanted);
        if fits == Fit::OtherWords || fits == Fit::Times(factor) {
            return;
        }
        let (id, unit) = (target.id, said.unit.as_str());
        let name = from.column.as_deref().unwrap_or_default();
        let expected = from.unit.as_deref().unwrap_or(&wanted);
        let mut finding = kinds::imports::HEADING_UNIT
            .finding(msg!(
                "đơn vị tính ở đầu bảng không phải đơn vị tính của chỉ tiêu {id}",
                "the unit of measure in the header is not the one that the figure {id} is taken in"
            ))
            .at(self.table.columns[found.column].place.clone())
            .found(unit)
            .expected(msg!("{expected}", "{expected}"));
        finding = match fits {
            Fit::Never => finding.hint(msg!(
                "cột có thể bị nối nhầm chỉ tiêu; nếu đầu bảng ghi sai: {{ column = \"{name}\", unit = \"{wanted}\" }}",
                "perhaps the column is mapped to the wrong indicator; if the header is wrong: {{ column = \"{name}\", unit = \
                 \"{wanted}\" }}"
            )),
            _ => finding.hint(msg!(
                "ghi vào cách chuyển: {{ column = \"{name}\", unit = \"{unit}\" }}",
                "write in the mapping: {{ column = \"{name}\", unit = \"{unit}\" }}"
            )),
        };
        // What the mapping says counts; a heading over several columns may speak of the others.
        if is_said || (fits == Fit::Never && !said.is_own) {
            finding.severity = Severity::Warning;
        }
        self.findings.push(finding);
    }

    /// What values of a column are multiplied by; nothing where that cannot be.
    fn factor(&mut self, from: &FromPart, pointer: &str, target: Option<Target<'_>>) -> Option<Decimal> {
        let given = from.times().unwrap_or(Decimal::ONE);
        let (Some(unit), Some(target)) = (&from.unit, target) else { return Some(given) };
        let wanted = target.row.unit_text();
        match fit(unit, &wanted) {
            Fit::Times(times) if from.factor.is_none() || given == times => Some(times),
            Fit::Times(times) => {
                let (factor, id) = (baocao_vietnamese::number::format(given), target.id);
                let times = baocao_vietnamese::number::format(times);
                self.findings.push(
                    kinds::imports::WRONG_FACTOR
                        .finding(msg!(
                            "hệ số không khớp với đơn vị tính của chỉ tiêu {id}",
                            "the factor does not fit the units of the indicator {id}"
                        ))
                        .at(self.place(&format!("{pointer}/factor")))
                        .found(factor)
                        .expected(msg!(
                            "{times} ({unit} sang {wanted}), hoặc bỏ factor",
                            "{times} ({unit} to {wanted}), or no factor"
                        )),
                );
                None
            }
            Fit::OtherWords => Some(given),
            Fit::Never => {
                self.findings.push(wrong_unit(unit, &target).at(self.place(&format!("{pointer}/unit"))));
                None
            }
        }
    }
}

/// A unit of measure that the indicator cannot have.
pub(super) fn wrong_unit(unit: &str, target: &Target<'_>) -> Finding {
    let (id, wanted) = (target.id, target.row.unit_text());
    kinds::imports::WRONG_UNIT
        .finding(msg!(
            "đơn vị tính không khớp với chỉ tiêu {id}",
            "the unit of measure does not fit the indicator {id}"
        ))
        .found(unit)
        .expected(msg!("{wanted}, hoặc đơn vị đổi được sang {wanted}", "{wanted}, or one that can become {wanted}"))
}
