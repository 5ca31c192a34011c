//! Rows of exports become reports: one for each unit and period.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, Place, Severity, has_errors};
use baocao_core::form::Kind;
use baocao_core::report::{ColumnKind, FigureValue, Period, pointer_part};
use baocao_core::rows::{Book, Given, Role, Table};
use baocao_core::{kinds, msg};
use baocao_vietnamese::number;
use rust_decimal::Decimal;
use serde_json::Value;

use super::column::{self, plain};
use super::definition::Missing;
use super::measure::{Fit, fit};
use super::period::{self, Code};
use super::plan::{Filled, Plan, wrong_unit};
use super::target::Target;
use super::unit::{Unit, Units, unit_as_written, unit_of};
use super::{Mapping, wrong_period};
use crate::draft::{Draft, number as json_number, value_of};
use crate::units::{Asked, Found, Register};

/// With more decimals a percentage is a quotient that a spreadsheet computed with all its digits: it is taken with two.
const MOST_DECIMALS: u32 = 6;
const DECIMALS: u32 = 2;

/// A table of an export, all its columns read.
#[derive(Debug)]
pub(super) struct Loaded<'b, 's> {
    pub(super) table: Table<'b>,
    pub(super) plan: Plan<'s>,
    /// The values of each column that is used, one a line.
    values: BTreeMap<usize, Vec<FigureValue>>,
    /// Whether all columns that are asked for are there.
    is_whole: bool,
}

/// A row of one of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct At {
    table: usize,
    line: usize,
}

/// The rows of one report.
#[derive(Debug)]
struct Group {
    unit: Unit,
    period: Option<Code>,
    rows: Vec<At>,
}

impl<'s> Mapping<'s> {
    /// Makes the reports of all units in some exports, one after the other, and hands each over. What is wrong is added to
    /// the findings; where something is an error, nothing should be kept.
    pub fn reports(&self, books: &[Book], findings: &mut Vec<Finding>, mut each: impl FnMut(Draft, &mut Vec<Finding>)) {
        let loaded = self.load(books, findings);
        // Rows mean nothing where a column that is asked for is not there.
        if loaded.iter().any(|of| !of.is_whole) {
            return;
        }
        let groups = self.groups(&loaded, findings);
        if groups.is_empty() && !has_errors(findings) {
            let place = books.first().map(|book| Place::file(&book.source));
            findings.push(
                kinds::imports::NO_UNITS
                    .finding(msg!("không dòng nào của tệp thành báo cáo", "no row of the file became a report"))
                    .at(place),
            );
        }
        if !groups.is_empty() {
            self.tell_missing(&groups, findings);
        }
        let mut known = BTreeMap::new();
        for (group, name) in groups.iter().zip(names(&groups)) {
            let draft = self.draft(group, name, &loaded, &mut known, findings);
            each(draft, findings);
        }
    }

    /// The tables of the sheets that are meant.
    pub(super) fn load<'b>(&self, books: &'b [Book], findings: &mut Vec<Finding>) -> Vec<Loaded<'b, 's>> {
        let hints = self.hints();
        let mut loaded = Vec::new();
        for book in books {
            for sheet in self.sheets(book, findings) {
                let Some(mut table) = Table::read(sheet, &hints, findings) else { continue };
                let before = findings.len();
                let plan = Plan::new(self, &table, findings);
                let is_whole = !has_errors(&findings[before..]);
                let (kinds, used) = (plan.kinds(), plan.used());
                let index = |column: usize| table.columns[column].index;
                let numbers: Vec<_> = kinds.iter().map(|(column, kind)| (index(*column), *kind)).collect();
                let columns: Vec<_> = used.iter().map(|column| (*column, index(*column))).collect();
                table.judge(&numbers, &hints, findings);
                let values = columns.into_iter().map(|(column, index)| {
                    let kind = kinds.get(&column).copied().unwrap_or(ColumnKind::Text);
                    (column, table.values(index, kind, &hints, findings))
                });
                let values = values.collect();
                // A column that was not found is one of those that are not used.
                if is_whole {
                    self.tell_spare(&table, &used, findings);
                }
                super::identities::check(&plan, &table, &values, findings);
                loaded.push(Loaded { table, plan, values, is_whole });
            }
        }
        loaded
    }

    /// Columns that nothing asks for: once a table.
    fn tell_spare(&self, table: &Table<'_>, used: &[usize], findings: &mut Vec<Finding>) {
        let ignored: Vec<String> = self.file.ignore.iter().map(|name| plain(name)).collect();
        let spare = (0..table.columns.len()).filter(|at| !used.contains(at)).filter(|at| {
            let column = &table.columns[*at];
            let name = column.path.last().map_or("", |name| name);
            !name.is_empty() && !ignored.contains(&plain(name)) && !ignored.contains(&plain(&column::shown(table, *at)))
        });
        let mut spare = spare.map(|at| (column::shown(table, at), table.columns[at].place.clone()));
        let Some((name, place)) = spare.next() else { return };
        let finding = kinds::imports::SPARE_COLUMN
            .finding(msg!("cách chuyển không dùng những cột này", "the mapping does not use these columns"))
            .at(place)
            .found(name)
            .hint(msg!(
                "nếu không cần, ghi tên cột vào \"ignore\" của cách chuyển",
                "if they are not needed, name them in \"ignore\" of the mapping"
            ));
        findings.push(spare.fold(finding, |finding, (name, place)| finding.also(place, name)));
    }

    /// The rows of each unit and period, in the order in which they come first.
    fn groups(&self, loaded: &[Loaded<'_, '_>], findings: &mut Vec<Finding>) -> Vec<Group> {
        let wanted = self.period;
        let mut groups: Vec<Group> = Vec::new();
        let mut index: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
        let mut search = Search::new(&self.units);
        for (at, of) in loaded.iter().enumerate() {
            for (line, row) in of.table.lines.iter().enumerate() {
                if row.role != Role::Data {
                    continue;
                }
                let period = match &of.plan.period {
                    None => wanted,
                    Some(found) => {
                        let text = of.text(found, line);
                        let code = period::read(&text);
                        if code.is_none() {
                            search.periods.entry(text).or_default().push(of.place(found, line));
                            continue;
                        }
                        if wanted.is_some() && code != wanted {
                            continue;
                        }
                        code
                    }
                };
                let written = self.unit_written(of, line);
                let Some(unit) = search.unit(&written, || self.unit_place(of, line)) else { continue };
                let key = (unit.key().to_owned(), period.map(|code| code.written()));
                let group = *index.entry(key).or_insert_with(|| {
                    groups.push(Group { unit, period, rows: Vec::new() });
                    groups.len() - 1
                });
                groups[group].rows.push(At { table: at, line });
            }
        }
        search.tell(findings);
        groups
    }

    /// Units that are expected and that bring no row.
    fn tell_missing(&self, groups: &[Group], findings: &mut Vec<Finding>) {
        let Some((expected, place)) = self.units.expected(self.file, self.input) else { return };
        let present: Vec<&str> = groups.iter().filter_map(|group| group.unit.code.as_deref()).collect();
        let missing = Register::missing(expected, &present);
        let finding = Asked::new(self.units.register()).missing(&missing, place);
        findings.extend(finding.map(|mut finding| {
            if self.file.unit.missing == Missing::Error {
                finding.severity = Severity::Error;
            }
            finding.hint(msg!(
                "đơn vị không phải báo cáo thì bỏ khỏi danh sách, hoặc đặt missing = \"warning\"",
                "take units that do not report out of the list, or say missing = \"warning\""
            ))
        }));
    }

    /// What a row calls its unit.
    fn unit_written(&self, of: &Loaded<'_, '_>, line: usize) -> String {
        match &of.plan.unit {
            Some(found) => of.text(found, line),
            None if self.file.unit.sheet => of.table.sheet.name.clone(),
            None => self.file.unit.name.clone().unwrap_or_default(),
        }
    }

    /// Where a row names its unit.
    fn unit_place(&self, of: &Loaded<'_, '_>, line: usize) -> Place {
        match &of.plan.unit {
            Some(found) => of.place(found, line),
            None => of.table.sheet.row_place(of.table.lines[line].row),
        }
    }

    /// The report of one unit.
    fn draft(
        &self,
        group: &Group,
        name: String,
        loaded: &[Loaded<'_, '_>],
        known: &mut BTreeMap<String, Option<Target<'s>>>,
        findings: &mut Vec<Finding>,
    ) -> Draft {
        let mut draft = Draft { name, ..Draft::default() };
        draft.set("/template", self.file.set.clone().into());
        draft.values.extend(self.base.clone());
        self.set_period(group, &mut draft, findings);
        for (pointer, filled) in loaded.first().into_iter().flat_map(|of| &of.plan.fields) {
            if let Some(value) = self.constant(filled, &group.unit) {
                draft.set(pointer, value);
            }
        }
        for (target, filled) in loaded.first().into_iter().flat_map(|of| &of.plan.figures) {
            if let Some(value) = self.constant(filled, &group.unit) {
                draft.set(&crate::draft::figure_pointer(target.id), value);
            }
        }
        let mut set: BTreeMap<String, Place> = BTreeMap::new();
        let unit_place = |at: &At| self.unit_place(&loaded[at.table], at.line);
        for at in &group.rows {
            let of = &loaded[at.table];
            for (pointer, filled) in &of.plan.fields {
                let Filled::Column(found, _) = filled else { continue };
                let value = of.value(found, at.line);
                if once(pointer, || unit_place(at), &mut set, group, findings) && value != FigureValue::Absent {
                    let label = column::shown(&of.table, found.column);
                    draft.set(pointer, value_of(&value));
                    draft.came_from(pointer.as_str(), of.place(found, at.line), label);
                }
            }
            for (target, filled) in &of.plan.figures {
                let Filled::Column(found, factor) = filled else { continue };
                if once(target.id, || unit_place(at), &mut set, group, findings) {
                    let (label, place) = (column::shown(&of.table, found.column), of.place(found, at.line));
                    figure(&mut draft, target, &of.value(found, at.line), *factor, place, label, findings);
                }
            }
            self.indicator(of, at.line, group, known, &mut set, &mut draft, findings);
            table_rows(of, at.line, &mut draft);
        }
        draft
    }

    /// The figure of a row that has one.
    #[expect(clippy::too_many_arguments, reason = "all that one row of a unit meets")]
    fn indicator(
        &self,
        of: &Loaded<'_, '_>,
        line: usize,
        group: &Group,
        known: &mut BTreeMap<String, Option<Target<'s>>>,
        set: &mut BTreeMap<String, Place>,
        draft: &mut Draft,
        findings: &mut Vec<Finding>,
    ) {
        let Some(columns) = &of.plan.indicators else { return };
        let name = of.text(&columns.name, line);
        let target = *known.entry(name.clone()).or_insert_with(|| match self.names.get(&plain(&name)) {
            Some(known) => *known,
            None => {
                let place = || of.place(&columns.name, line);
                self.targets.find(&name).map_err(|finding| findings.push(finding.at(place()))).ok()
            }
        });
        let Some(target) = target else { return };
        let mut factor = Decimal::ONE;
        if let Some(unit) = &columns.unit {
            let written = of.text(unit, line);
            match fit(&written, &target.row.unit_text()) {
                Fit::Times(times) => factor = times,
                Fit::OtherWords => {}
                Fit::Never if written.is_empty() => {}
                Fit::Never => {
                    findings.push(wrong_unit(&written, &target).at(of.place(unit, line)));
                    return;
                }
            }
        }
        let place = of.place(&columns.value, line);
        if once(target.id, || place.clone(), set, group, findings) {
            figure(draft, &target, &of.value(&columns.value, line), factor, place, name, findings);
        }
    }

    /// The field `period`: that of the base where it is the same period, so that its cut-off dates stay.
    fn set_period(&self, group: &Group, draft: &mut Draft, findings: &mut Vec<Finding>) {
        let Some(wanted) = group.period.and_then(|code| code.report()) else { return };
        let names = ["kind", "year", "month", "quarter", "half"];
        match draft.values.get("period") {
            None => draft.set("/period", wanted),
            Some(base) if names.iter().all(|name| base.get(name) == wanted.get(name)) => {}
            Some(base) => {
                let name = |period: &Value| {
                    let period = serde_json::from_value::<Period>(period.clone());
                    period.map_or_else(|_| String::new(), |period| period.name())
                };
                let expected = name(&wanted);
                let finding = kinds::imports::OTHER_PERIOD
                    .finding(msg!(
                        "kỳ của tệp xuất khác kỳ ghi trong phần chung",
                        "the period of the export is not that of the base"
                    ))
                    .at(self.base_place("/period"))
                    .found(name(base))
                    .expected(msg!("{expected}", "{expected}"));
                if !findings.contains(&finding) {
                    findings.push(finding);
                }
            }
        }
    }

    /// What fills a value without a column.
    fn constant(&self, filled: &Filled, unit: &Unit) -> Option<Value> {
        match filled {
            Filled::Column(..) => None,
            Filled::Value(value) => Some(value.clone()),
            Filled::Text(text) => self.speaker.say(text, unit).map(Value::from),
            Filled::Register(column) => self.units.given(unit, column).map(|value| value_of(&value)),
        }
    }
}

impl Loaded<'_, '_> {
    /// The place of a cell.
    pub(super) fn place(&self, found: &column::Found, line: usize) -> Place {
        self.table.sheet.place(self.table.lines[line].row, self.table.columns[found.column].index)
    }

    /// The value of a cell.
    fn value(&self, found: &column::Found, line: usize) -> FigureValue {
        if found.below.is_empty() {
            let values = self.values.get(&found.column);
            return values.and_then(|values| values.get(line)).cloned().unwrap_or(FigureValue::Absent);
        }
        let given = self.table.sheet.cell(self.table.lines[line].row, self.table.columns[found.column].index);
        match column::below(given, &found.below) {
            Given::Blank => FigureValue::Absent,
            Given::Number(value) => FigureValue::Number(value),
            Given::Text(text) | Given::Mistake(text) | Given::Json(text) => FigureValue::of_text(&text),
            Given::Date(date) => FigureValue::Word(date.date().to_string()),
            Given::Bool(value) => FigureValue::Word(value.to_string()),
        }
    }

    /// The value of a cell in words.
    fn text(&self, found: &column::Found, line: usize) -> String {
        match self.value(found, line) {
            FigureValue::Absent => String::new(),
            FigureValue::Number(value) => value.normalize().to_string(),
            FigureValue::Written { text, .. } | FigureValue::Ambiguous(text) | FigureValue::Word(text) => text,
        }
    }
}

/// Sets a figure, where its value is one that the indicator can have.
fn figure(
    draft: &mut Draft,
    target: &Target<'_>,
    value: &FigureValue,
    factor: Decimal,
    place: Place,
    label: String,
    findings: &mut Vec<Finding>,
) {
    let id = target.id;
    let value = match (target.row.kind, value) {
        // A blank cell says nothing: whether the figure may be missing, the form says.
        (_, FigureValue::Absent) => return,
        (Kind::Text, value) => value_of(value),
        (Kind::Code, value) => code(target, value),
        (kind, value) => {
            let Some(given) = value.number() else {
                let text = value_of(value).as_str().unwrap_or_default().to_owned();
                findings.push(no_number(id, value).at(place.clone()).found(text));
                // Words go into the report as they stand: nothing is lost.
                draft.figure(id, value_of(value), place, label);
                return;
            };
            let value = given.checked_mul(factor).unwrap_or(given);
            if kind == Kind::Count && !value.is_integer() {
                findings.push(
                    kinds::figures::FRACTION
                        .finding(msg!("số đếm phải là số nguyên", "a count must be a whole number"))
                        .at(place)
                        .found(number::format(value))
                        .expected(msg!("số nguyên cho chỉ tiêu {id}", "a whole number for the indicator {id}")),
                );
                return;
            }
            let is_quotient = kind == Kind::Percent && value.scale() > MOST_DECIMALS;
            json_number(if is_quotient { number::round(value, DECIMALS) } else { value })
        }
    };
    draft.figure(id, value, place, label);
}

/// A code: the number itself, or the number of the words.
fn code(target: &Target<'_>, value: &FigureValue) -> Value {
    if let Some(number) = value.number() {
        return json_number(number);
    }
    let words = value_of(value);
    let wanted = words.as_str().map(plain);
    let known = target.row.codes.iter().find(|code| Some(plain(&code.label)) == wanted);
    known.map_or(words, |code| code.code.into())
}

fn no_number(id: &str, value: &FigureValue) -> Finding {
    let expected = msg!("một số cho chỉ tiêu {id}", "a number for the indicator {id}");
    match value {
        FigureValue::Ambiguous(_) => kinds::figures::AMBIGUOUS
            .finding(msg!("số này có thể đọc theo nhiều cách", "this number can be read in more than one way"))
            .expected(expected)
            .hint(msg!(
                "khai dấu thập phân trong cách chuyển: [rows] decimal = \",\" hoặc \".\"",
                "say in the mapping what stands before decimals: [rows] decimal = \",\" or \".\""
            )),
        _ => kinds::figures::NO_NUMBER
            .finding(msg!("giá trị này không phải một số", "this value is not a number"))
            .expected(expected),
    }
}

/// Whether something is set for a unit for the first time; two rows that say the same thing are told, once a unit.
fn once(
    what: &str,
    place: impl Fn() -> Place,
    set: &mut BTreeMap<String, Place>,
    group: &Group,
    findings: &mut Vec<Finding>,
) -> bool {
    let Some(first) = set.get(what) else {
        set.insert(what.to_owned(), place());
        return true;
    };
    let name = &group.unit.name;
    let message = msg!("đơn vị \"{name}\" có hai dòng", "the unit \"{name}\" has two rows");
    if !findings.iter().any(|known| known.id == kinds::imports::UNIT_TWICE.id && known.message == message) {
        findings.push(
            kinds::imports::UNIT_TWICE.finding(message).at(first.clone()).also(place(), what).found(what).hint(msg!(
                "bỏ một dòng khỏi tệp, hoặc sửa tên đơn vị; các kỳ khác nhau thì khai \"period\"",
                "take one of the rows out, or mend the name; for several periods say \"period\""
            )),
        );
    }
    false
}

/// A row of each table that the mapping fills.
fn table_rows(of: &Loaded<'_, '_>, line: usize, draft: &mut Draft) {
    for (id, columns) in &of.plan.tables {
        let rows = format!("/tables/{}/rows", pointer_part(id));
        let count = draft.count(&rows);
        for (column, found) in columns {
            let at = format!("{rows}/{count}/cells/{}", pointer_part(column));
            draft.set(&at, value_of(&of.value(found, line)));
            draft.came_from(at, of.place(found, line), column::shown(&of.table, found.column));
        }
    }
}

/// What the reports are called: by their unit, of several periods by the period too; two units of one name by their code.
fn names(groups: &[Group]) -> Vec<String> {
    let several = groups.iter().any(|group| group.period != groups[0].period);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let name = |group: &Group| {
        let period = group.period.filter(|_| several).map(|period| format!("-{}", period.written()));
        let name = format!("{}{}", group.unit.file_name(), period.unwrap_or_default());
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        match (*count, &group.unit.code) {
            (1, _) => name,
            (_, Some(code)) => format!("{name}-{}", code.replace(|c: char| !c.is_ascii_alphanumeric(), "-")),
            (count, None) => format!("{name}-{count}"),
        }
    };
    groups.iter().map(name).collect()
}

/// The units and periods that rows name; what is the same of many rows is told once.
struct Search<'u> {
    units: &'u Units,
    asked: Asked<'u>,
    known: BTreeMap<String, Unit>,
    as_written: Vec<(String, Place)>,
    periods: BTreeMap<String, Vec<Place>>,
}

impl<'u> Search<'u> {
    fn new(units: &'u Units) -> Self {
        let asked = Asked::new(units.register());
        Self { units, asked, known: BTreeMap::new(), as_written: Vec::new(), periods: BTreeMap::new() }
    }

    /// The unit that a row names.
    fn unit(&mut self, written: &str, place: impl FnOnce() -> Place) -> Option<Unit> {
        if let Some(unit) = self.known.get(written) {
            return Some(unit.clone());
        }
        let (register, within) = (self.units.register(), self.units.within());
        let unit = match register.find(written, within) {
            Found::Unknown { .. } if !self.units.are_known() && !written.trim().is_empty() => {
                self.as_written.push((written.to_owned(), place()));
                unit_as_written(written)
            }
            _ => unit_of(self.asked.unit(written, within, place())?),
        };
        self.known.insert(written.to_owned(), unit.clone());
        Some(unit)
    }

    fn tell(self, findings: &mut Vec<Finding>) {
        for (written, places) in self.periods {
            let mut places = places.into_iter();
            let finding = wrong_period().at(places.next()).found(written.as_str());
            findings.push(places.fold(finding, |finding, place| finding.also(place, written.as_str())));
        }
        findings.extend(self.asked.findings());
        let mut as_written = self.as_written.into_iter();
        findings.extend(as_written.next().map(|first| super::unit::as_written(first, as_written.collect())));
    }
}
