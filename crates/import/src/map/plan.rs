//! A mapping held against one table: every column that it names was found in it.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::diagnostic::{Finding, Lang, Message, Place, Severity};
use baocao_core::form::Kind;
use baocao_core::report::{ColumnKind, FreeTable};
use baocao_core::rows::measure::{Fit, fit, is_bare_multiple};
use baocao_core::rows::{CURRENCY, DecimalSign, Said, SaidBy, Table, contradicts, units_printed};
use baocao_core::{kinds, msg};
use rust_decimal::Decimal;
use serde_json::Value;

use super::Mapping;
use super::column::{self, Found};
use super::definition::FromPart;
use super::leaves as pointers;
use super::target::Target;
use crate::workbook::leaves;

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
    pub(super) tables: Vec<(String, Vec<Cell>)>,
    /// Totals and their parts.
    pub(super) identities: Vec<(Found, Vec<Found>)>,
    /// What stands before decimals in columns of which the mapping says it.
    pub(super) decimals: BTreeMap<usize, DecimalSign>,
}

/// What fills a value.
#[derive(Debug, Clone)]
pub(super) enum Filled {
    /// A column, whose numbers are multiplied.
    Column(Found, Times),
    /// A column of the register of units.
    Register(String),
    /// A text about the unit.
    Text(String),
    /// This value.
    Value(Value),
}

/// What numbers are multiplied by, and whether the mapping says so itself: then somebody has thought about it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    pub(super) by: Decimal,
    pub(super) is_said: bool,
}

/// Where rows with one figure each have it.
#[derive(Debug)]
pub(super) struct Indicators {
    pub(super) name: Found,
    pub(super) value: Found,
    pub(super) unit: Option<Found>,
    /// The units of measure of rows that leave theirs blank, as the mapping says.
    pub(super) blank: Vec<String>,
    /// Those that the header of the values names, or a line above the table.
    pub(super) headings: Vec<String>,
}

/// A column of a table of the report.
#[derive(Debug)]
pub(super) struct Cell {
    /// Its id.
    pub(super) column: String,
    pub(super) filled: Filled,
    pub(super) kind: ColumnKind,
}

impl<'s> Plan<'s> {
    /// Finds all columns of a mapping; what is not there is told at its place in the mapping.
    pub(super) fn new(mapping: &Mapping<'s>, table: &Table<'_>, findings: &mut Vec<Finding>) -> Self {
        let file = &mapping.file;
        let mut search = Search { mapping, table, findings, decimals: BTreeMap::new() };
        let unit = file.unit.column.as_ref().and_then(|name| search.column(name, "/unit/column"));
        let period = file.period.as_ref().and_then(|period| period.column.as_ref());
        let period = period.and_then(|name| search.column(name, "/period/column"));
        let figures = mapping.figures.iter();
        let figures = figures.filter_map(|(target, key)| {
            let from = file.figures.get(key)?.part();
            let pointer = format!("/figures/{}", baocao_core::report::pointer_part(key));
            let filled = search.filled(&from, &pointer, Some(&Wanted::figure(target)))?;
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
            let unit = of.unit.as_ref().and_then(|unit| search.column(unit.column(), "/indicators/unit"));
            let blank = of.unit.as_ref().map(|unit| unit.blank().to_vec()).unwrap_or_default();
            let (name, value) = (name?, value?);
            let headings = table.units_around(value.column, &value.below).into_iter().map(|said| said.unit).collect();
            Some(Indicators { name, value, unit, blank, headings })
        });
        let tables = file.tables.iter().map(|(id, columns)| {
            let found = columns.iter().filter_map(|(column, from)| {
                let part = baocao_core::report::pointer_part;
                let wanted = Wanted::cell(mapping, id, column);
                let pointer = format!("/tables/{}/{}", part(id), part(column));
                let filled = search.filled(&from.part(), &pointer, Some(&wanted))?;
                Some(Cell { column: column.clone(), filled, kind: wanted.kind })
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
        let decimals = search.decimals;
        Self { unit, period, figures, fields, indicators, tables, identities, decimals }
    }

    /// All that is used of the table.
    fn found(&self) -> impl Iterator<Item = &Found> {
        let cells = self.tables.iter().flat_map(|(_, cells)| cells).map(|cell| &cell.filled);
        let filled = self.figures.iter().map(|(_, filled)| filled).chain(self.fields.iter().map(|(_, filled)| filled));
        let filled = filled.chain(cells);
        let filled = filled.filter_map(|filled| match filled {
            Filled::Column(found, _) => Some(found),
            _ => None,
        });
        let rows = self.indicators.iter().flat_map(|of| [Some(&of.name), Some(&of.value), of.unit.as_ref()]).flatten();
        let sums = self.identities.iter().flat_map(|(total, parts)| std::iter::once(total).chain(parts));
        filled.chain(self.unit.iter()).chain(&self.period).chain(rows).chain(sums)
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
        for cell in self.tables.iter().flat_map(|(_, cells)| cells).filter(|cell| cell.kind.is_number()) {
            if let Filled::Column(found, _) = &cell.filled {
                kinds.entry(found.column).or_insert(cell.kind);
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

/// What a column is wanted for.
struct Wanted {
    /// It, in words.
    what: Message,
    /// The units of measure that it may have; none where nothing says it.
    units: Vec<(String, SaidBy)>,
    kind: ColumnKind,
}

impl Wanted {
    fn figure(target: &Target<'_>) -> Self {
        let (id, unit) = (target.id, target.row.unit_text());
        let units = if unit.is_empty() { Vec::new() } else { vec![(unit, SaidBy::Column)] };
        Self { what: msg!("chỉ tiêu {id}", "the figure {id}"), units, kind: column_kind(target.row.kind) }
    }

    /// A column of a table: as the base describes it, else the set; one that neither has takes words.
    fn cell(mapping: &Mapping<'_>, table: &str, column: &str) -> Self {
        let what = msg!("cột {column} của bảng {table}", "the column {column} of the table {table}");
        let own = mapping.base.get("tables").and_then(|tables| tables.get(table));
        let own = own.and_then(|own| serde_json::from_value::<FreeTable>(own.clone()).ok());
        let set = mapping.set.form.tables.get(table);
        let described = own.as_ref().filter(|own| !own.columns.is_empty()).or(set);
        let leaves = described.map(|of| leaves(&of.columns)).unwrap_or_default();
        let Some((path, leaf)) = leaves.into_iter().find(|(_, leaf)| leaf.id.as_deref() == Some(column)) else {
            return Self { what, units: Vec::new(), kind: ColumnKind::Text };
        };
        let line = own.as_ref().and_then(|own| own.unit.as_deref()).or(set.and_then(|set| set.unit.as_deref()));
        Self { what, units: units_printed(&path, leaf.kind, line), kind: leaf.kind }
    }

    /// Its units in words.
    fn names(&self) -> String {
        self.units.iter().map(|(unit, _)| unit.as_str()).collect::<Vec<_>>().join(", ")
    }
}

struct Search<'a, 's, 'f> {
    mapping: &'a Mapping<'s>,
    table: &'a Table<'a>,
    findings: &'f mut Vec<Finding>,
    decimals: BTreeMap<usize, DecimalSign>,
}

impl Search<'_, '_, '_> {
    fn place(&self, pointer: &str) -> Place {
        self.mapping.place(pointer)
    }

    /// The column of a name, which stands at a place of the mapping or as `column` below it.
    fn column(&mut self, name: &str, pointer: &str) -> Option<Found> {
        let below = format!("{pointer}/column");
        let pointer = if self.mapping.input.has(&below) { below.as_str() } else { pointer };
        let found = column::find(name, self.table, || self.mapping.place(pointer)).and_then(|found| {
            let unknown = || pointers::unknown(name, self.table, found.column).at(self.mapping.place(pointer));
            if pointers::has(self.table, &found) { Ok(found) } else { Err(unknown()) }
        });
        found.map_err(|finding| self.findings.push(finding)).ok()
    }

    fn filled(&mut self, from: &FromPart, pointer: &str, wanted: Option<&Wanted>) -> Option<Filled> {
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
        let found = self.column(name, pointer)?;
        self.decimals.extend(from.decimal.map(|sign| (found.column, sign)));
        let factor = self.factor(from, pointer, wanted)?;
        if let Some(wanted) = wanted {
            self.heading(from, &found, factor, wanted);
        }
        Some(Filled::Column(found, Times { by: factor, is_said: from.factor.is_some() }))
    }

    /// Holds the unit of measure that the header names, or a line above the table, against what the mapping makes of the
    /// column. A factor without a unit is what somebody has thought about: only one that contradicts them is told.
    fn heading(&mut self, from: &FromPart, found: &Found, factor: Decimal, wanted: &Wanted) {
        let is_said = from.unit.is_some();
        if !wanted.kind.is_number() {
            return;
        }
        let is_thought = from.factor.is_some() && !is_said;
        let said = self.table.units_of(found.column, &found.below);
        if contradicts(&said) {
            let mut finding = other_format(&said, from);
            if is_said || is_thought || said.iter().any(|said| said.unit == CURRENCY) {
                finding.severity = Severity::Warning;
            }
            return self.findings.push(finding);
        }
        if !is_said
            && !is_thought
            && let Some(said) = said.iter().find(|said| is_bare_multiple(&said.unit))
        {
            return self.findings.push(multiple(said, from, wanted));
        }
        let is_open = !is_said && !is_thought && matches!(wanted.kind, ColumnKind::Money | ColumnKind::Number);
        if is_open && let Some(said) = self.table.strange_heading(found.column) {
            return self.findings.push(strange_unit(&said));
        }
        if said.is_empty() && !is_said && !is_thought && wanted.kind == ColumnKind::Money {
            let known = |id| self.findings.iter().any(|known| known.id == id);
            let strange = self.table.strange_title().filter(|_| !known(kinds::imports::STRANGE_UNIT.id));
            self.findings.extend(strange.map(|said| strange_unit(&said)));
            return;
        }
        let pairs = || said.iter().flat_map(|said| wanted.units.iter().map(move |wanted| (said, wanted)));
        let is_minded = |fit: Fit| fit == Fit::OtherWords || fit == Fit::Times(factor);
        if pairs().any(|(said, (unit, _))| is_minded(fit(&said.unit, unit))) {
            return;
        }
        if wanted.units.is_empty() {
            let said =
                said.first().filter(|_| !is_thought && matches!(wanted.kind, ColumnKind::Money | ColumnKind::Number));
            self.findings.extend(said.map(|said| unsaid(said, wanted)));
            return;
        }
        // A line above the table, or above that of the report, speaks of other columns too.
        let other = pairs().map(|(said, (unit, by))| (said, unit, *by, fit(&said.unit, unit)));
        let mut other = other
            .filter(|(said, _, by, fits)| *fits != Fit::Never || (said.by != SaidBy::Title && *by == SaidBy::Column));
        let Some((said, target, _, fits)) = other.find(|(.., fits)| !(is_thought && *fits == Fit::Never)) else {
            return;
        };
        let unit = said.unit.as_str();
        let name = from.column.as_deref().unwrap_or_default();
        let expected = from.unit.as_deref().unwrap_or(target);
        let (vi, en) = (wanted.what.text(Lang::Vi), wanted.what.text(Lang::En));
        let mut finding = kinds::imports::HEADING_UNIT
            .finding(match said.by {
                SaidBy::Title => msg!(
                    "đơn vị tính ghi trên bảng không phải đơn vị tính của {vi}",
                    "the unit of measure above the table is not the one that {en} is taken in"
                ),
                SaidBy::Format => msg!(
                    "đơn vị tính theo định dạng số của ô không phải đơn vị tính của {vi}",
                    "the unit of measure by the format of the numbers is not the one that {en} is taken in"
                ),
                _ => msg!(
                    "đơn vị tính ở đầu bảng không phải đơn vị tính của {vi}",
                    "the unit of measure in the header is not the one that {en} is taken in"
                ),
            })
            .at(said.place.clone())
            .found(unit)
            .expected(msg!("{expected}", "{expected}"));
        finding = match fits {
            Fit::Never => finding.hint(msg!(
                "cột có thể bị nối nhầm; nếu đầu bảng ghi sai: {{ column = \"{name}\", unit = \"{target}\" }}",
                "perhaps the wrong column is mapped; if the header is wrong: {{ column = \"{name}\", unit = \"{target}\" }}"
            )),
            _ => finding.hint(msg!(
                "ghi vào cách chuyển: {{ column = \"{name}\", unit = \"{unit}\" }}",
                "write in the mapping: {{ column = \"{name}\", unit = \"{unit}\" }}"
            )),
        };
        // What the mapping says counts; a heading over several columns may speak of the others.
        if is_said
            || is_thought
            || unit == CURRENCY
            || (fits == Fit::Never && !matches!(said.by, SaidBy::Column | SaidBy::Format))
        {
            finding.severity = Severity::Warning;
        }
        self.findings.push(finding);
    }

    /// What values of a column are multiplied by; nothing where that cannot be.
    fn factor(&mut self, from: &FromPart, pointer: &str, wanted: Option<&Wanted>) -> Option<Decimal> {
        let given = from.times().unwrap_or(Decimal::ONE);
        if given <= Decimal::ZERO {
            self.findings.push(
                kinds::imports::WRONG_FACTOR
                    .finding(msg!("hệ số phải lớn hơn 0", "a factor is larger than 0"))
                    .at(self.place(&format!("{pointer}/factor")))
                    .found(baocao_vietnamese::number::format(given))
                    .expected(msg!("một số lớn hơn 0", "a number above 0"))
                    .hint(msg!(
                        "giá trị chung cho mọi đơn vị, như 0, thì ghi {{ value = 0 }}",
                        "one value for all units, such as 0, is written {{ value = 0 }}"
                    )),
            );
            return None;
        }
        let (Some(unit), Some(wanted)) = (&from.unit, wanted) else { return Some(given) };
        let fits: Vec<(&str, Fit)> = wanted.units.iter().map(|(of, _)| (of.as_str(), fit(unit, of))).collect();
        let (vi, en) = (wanted.what.text(Lang::Vi), wanted.what.text(Lang::En));
        let best = fits.iter().find(|(_, fit)| matches!(fit, Fit::Times(_))).or(fits.first());
        match best.copied() {
            Some((_, Fit::Times(times))) if from.factor.is_none() || given == times => Some(times),
            Some((target, Fit::Times(times))) => {
                let factor = baocao_vietnamese::number::format(given);
                let times = baocao_vietnamese::number::format(times);
                self.findings.push(
                    kinds::imports::WRONG_FACTOR
                        .finding(msg!(
                            "hệ số không khớp với đơn vị tính của {vi}",
                            "the factor does not fit the units of {en}"
                        ))
                        .at(self.place(&format!("{pointer}/factor")))
                        .found(factor)
                        .expected(msg!(
                            "{times} ({unit} sang {target}), hoặc bỏ factor",
                            "{times} ({unit} to {target}), or no factor"
                        )),
                );
                None
            }
            Some((_, Fit::OtherWords)) => Some(given),
            Some((_, Fit::Never)) | None => {
                let finding = wrong_unit(unit, &wanted.what, &wanted.names());
                self.findings.push(finding.at(self.place(&format!("{pointer}/unit"))));
                None
            }
        }
    }
}

/// Formats of numbers that show another unit of measure than the header names, or each another.
fn other_format(said: &[Said], from: &FromPart) -> Finding {
    let name = from.column.as_deref().unwrap_or_default();
    let units: Vec<&str> = said.iter().map(|said| said.unit.as_str()).collect();
    let unit = units.first().copied().unwrap_or_default();
    let finding = kinds::imports::HEADING_UNIT
        .finding(msg!(
            "các ô và đầu bảng của một cột ghi đơn vị tính khác nhau",
            "cells and header of a column name different units of measure"
        ))
        .at(said.first().map(|said| said.place.clone()))
        .found(units.join(" ≠ "))
        .hint(msg!(
            "sửa định dạng số hoặc đầu bảng của tệp; hoặc nói rõ: {{ column = \"{name}\", unit = \"{unit}\" }}",
            "mend the format of the numbers or the header; or say it: {{ column = \"{name}\", unit = \"{unit}\" }}"
        ));
    said.iter().skip(1).fold(finding, |finding, said| finding.also(said.place.clone(), said.unit.as_str()))
}

/// A header that says thousands, and not of what.
fn multiple(said: &Said, from: &FromPart, wanted: &Wanted) -> Finding {
    let (unit, name) = (said.unit.as_str(), from.column.as_deref().unwrap_or_default());
    let (vi, en) = (wanted.what.text(Lang::Vi), wanted.what.text(Lang::En));
    let of = wanted.units.first().map_or("", |(unit, _)| if is_money(unit) { "đồng" } else { unit });
    let mut finding = kinds::imports::HEADING_UNIT
        .finding(msg!(
            "đầu bảng hay định dạng số ghi \"{unit}\" mà không rõ của gì; {vi} lấy số như tệp ghi",
            "the header or the format of numbers says \"{unit}\", and not of what; {en} takes the values as they stand"
        ))
        .at(said.place.clone())
        .found(unit)
        .hint(msg!(
            "ghi vào cách chuyển: {{ column = \"{name}\", unit = \"{unit} {of}\" }}, hoặc factor = 1 nếu số đã đúng",
            "write in the mapping: {{ column = \"{name}\", unit = \"{unit} {of}\" }}, or factor = 1 if they are right"
        ));
    finding.severity = Severity::Warning;
    finding
}

fn is_money(unit: &str) -> bool {
    matches!(fit(unit, "đồng"), Fit::Times(_))
}

/// A line around the table that looks like a unit of measure and is not understood.
fn strange_unit(said: &Said) -> Finding {
    kinds::imports::STRANGE_UNIT
        .finding(match said.by {
            SaidBy::Title => msg!(
                "dòng này giống đơn vị tính mà không hiểu được; số tiền lấy như tệp ghi",
                "this line looks like a unit of measure and is not understood; amounts are taken as they stand"
            ),
            _ => msg!(
                "đầu cột có phần giống đơn vị tính mà không hiểu được; số lấy như tệp ghi",
                "the header has what looks like a unit of measure and is not understood; values are taken as they stand"
            ),
        })
        .at(said.place.clone())
        .found(said.unit.as_str())
        .hint(msg!(
            "ghi đơn vị tính của các cột số tiền vào cách chuyển: {{ column = ..., unit = \"nghìn đồng\" }}; số đã đúng thì factor = 1",
            "write the unit of the columns of amounts in the mapping: {{ column = ..., unit = \"nghìn đồng\" }}; factor = 1 if they are right"
        ))
}

/// A column in a unit of measure that the table of the report prints nowhere.
fn unsaid(said: &Said, wanted: &Wanted) -> Finding {
    let (vi, en) = (wanted.what.text(Lang::Vi), wanted.what.text(Lang::En));
    let mut finding = kinds::imports::HEADING_UNIT
        .finding(msg!("tệp xuất ghi đơn vị tính, {vi} thì không", "the export names a unit of measure, {en} does not"))
        .at(said.place.clone())
        .found(said.unit.as_str())
        .hint(msg!(
            "ghi đơn vị tính vào tiêu đề cột hay \"unit\" của bảng; nếu đã xem và đúng: factor = 1",
            "write it into the title of the column or the \"unit\" of the table; if it is right as it is: factor = 1"
        ));
    finding.severity = Severity::Warning;
    finding
}

/// A unit of measure that a figure or a column of a table cannot have.
pub(super) fn wrong_unit(unit: &str, what: &Message, wanted: &str) -> Finding {
    let (vi, en) = (what.text(Lang::Vi), what.text(Lang::En));
    let finding = kinds::imports::WRONG_UNIT
        .finding(msg!("đơn vị tính không khớp với {vi}", "the unit of measure does not fit {en}"))
        .found(unit);
    match wanted {
        "" => finding.expected(msg!("{vi} không ghi đơn vị tính nào: bỏ unit", "{en} names no unit: leave it out")),
        _ => finding.expected(msg!(
            "{wanted}, hoặc đơn vị đổi được sang {wanted}",
            "{wanted}, or one that can become {wanted}"
        )),
    }
}
