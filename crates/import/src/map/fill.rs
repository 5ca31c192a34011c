//! The rows of a unit become its report.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, Lang, Place, Severity, has_errors};
use baocao_core::form::{Kind, Row};
use baocao_core::report::{FigureValue, Period, pointer_part};
use baocao_core::rows::measure::{Fit, fit, is_measured};
use baocao_core::rows::{Book, is_none};
use baocao_core::{kinds, msg};
use baocao_vietnamese::number;
use rust_decimal::Decimal;
use serde_json::Value;

use super::column::{self, Found, plain};
use super::fractions::Shares;
use super::groups::{At, Group, names};
use super::load::Loaded;
use super::plan::{Filled, Indicators, Times, field_pointer, wrong_unit};
use super::target::Target;
use super::unit::Unit;
use super::{Mapping, Named};
use crate::draft::{Draft, number as json_number, value_of, words};

/// With more decimals a percentage is a quotient that a spreadsheet computed with all its digits: it is taken with two.
const MOST_DECIMALS: u32 = 6;
const DECIMALS: u32 = 2;

/// The reports that exports become, one after the other. What is held of all of them is which rows are whose.
#[derive(Debug)]
pub struct Reports<'m, 's, 'b> {
    mapping: &'m Mapping<'s>,
    loaded: Vec<Loaded<'b, 's>>,
    /// The rows of those that are left, and what each is called.
    left: std::iter::Zip<std::vec::IntoIter<Group>, std::vec::IntoIter<String>>,
    /// What the words of rows with one figure each mean.
    known: BTreeMap<String, Named<'s>>,
    shares: Shares,
    /// Of the reports that have no figure.
    bare: Option<Finding>,
}

impl<'s> Mapping<'s> {
    /// The reports of all units in some exports. What concerns an export as a whole is told now, what concerns one report
    /// when that is made. Where something is an error, no report should be kept.
    pub fn reports<'m, 'b>(&'m self, books: &'b [Book], findings: &mut Vec<Finding>) -> Reports<'m, 's, 'b> {
        let loaded = self.load(books, findings);
        // Rows mean nothing where a column that is asked for is not there.
        let is_whole = loaded.iter().all(|of| of.is_whole);
        let groups = if is_whole { self.groups(&loaded, findings) } else { Vec::new() };
        if groups.is_empty() && !has_errors(findings) {
            let place = books.first().map(|book| Place::file(&book.source));
            let is_empty = books.iter().flat_map(|book| &book.sheets).all(|sheet| sheet.height() == 0);
            let has_rows = loaded.iter().any(|of| !of.table.lines.is_empty());
            let finding = kinds::imports::NO_UNITS.finding(match (is_empty, has_rows) {
                (true, _) => msg!("tệp trống, không có dòng nào", "the file is empty"),
                (false, false) => {
                    msg!("tệp chỉ có đầu bảng, không có dòng số liệu nào", "the file has a header and no rows below it")
                }
                _ => msg!("không dòng nào của tệp thành báo cáo", "no row of the file became a report"),
            });
            let hint = match has_rows {
                true => msg!(
                    "xem lại [period] value và [rows] sheet của cách chuyển",
                    "look at [period] value and [rows] sheet of the mapping"
                ),
                false => msg!("xuất lại tệp, hoặc nêu đúng tệp", "export the file again, or name the right one"),
            };
            findings.push(finding.at(place).hint(hint));
        }
        if !groups.is_empty() {
            self.tell_other_periods(&loaded, findings);
            self.tell_missing(&groups, findings);
        }
        let names = names(&groups);
        let left = groups.into_iter().zip(names);
        Reports { mapping: self, loaded, left, known: BTreeMap::new(), shares: Shares::default(), bare: None }
    }
}

impl Reports<'_, '_, '_> {
    /// How many are left.
    pub fn left(&self) -> usize {
        self.left.len()
    }

    /// The next one: only the rows of its unit are read. After the last one what all of them say together is told.
    pub fn next(&mut self, findings: &mut Vec<Finding>) -> Option<Draft> {
        let Some((group, name)) = self.left.next() else {
            std::mem::take(&mut self.shares).tell(findings);
            findings.extend(self.bare.take());
            return None;
        };
        let Self { mapping, loaded, known, shares, .. } = self;
        let draft = mapping.draft(&group, name, loaded, (known, shares), findings);
        if mapping.is_bare(&draft) {
            let place = || draft.row.clone().unwrap_or_else(|| mapping.place("/set"));
            self.bare = Some(match self.bare.take() {
                Some(finding) => finding.also_at(place, &*group.unit.name),
                None => no_figures().at(place()).found(&*group.unit.name),
            });
        }
        Some(draft)
    }
}

impl<'s> Mapping<'s> {
    /// Where a value of a report came from, or what stands around it: a cell of the export, a line of the mapping, a value of
    /// the base; else the row of its unit.
    pub fn came_from(&self, draft: &Draft, pointer: &str) -> Option<Place> {
        // What the report itself lacks, all reports lack.
        if pointer.is_empty() {
            return self.base_place("").or_else(|| Some(self.place("/set")));
        }
        let mut at = pointer;
        loop {
            let cell = draft.origins.iter().find(|origin| origin.pointer == at).map(|origin| origin.place.clone());
            let line = || self.field_line(at);
            let base = || self.base_input.as_ref().filter(|base| base.has(at)).map(|base| base.place(at));
            let own = || match at {
                "/template" => Some(self.place("/set")),
                "/period" => self.period.map(|_| self.place("/period/value")),
                _ => self
                    .figures
                    .iter()
                    .find(|(target, _)| crate::draft::figure_pointer(target.id) == at)
                    .map(|(_, key)| super::bare(self.input.key_place(&format!("/figures/{}", pointer_part(key))))),
            };
            let place = cell.or_else(line).or_else(base).or_else(own);
            let above = at.rfind('/').filter(|_| place.is_none()).map(|end| &at[..end]);
            match above.filter(|above| !above.is_empty()) {
                Some(above) => at = above,
                None => return place.or_else(|| draft.row.clone()),
            }
        }
    }

    /// The line of the mapping that fills a field of the report.
    pub fn field_line(&self, pointer: &str) -> Option<Place> {
        let key = self.file.fields.keys().find(|key| field_pointer(key) == pointer)?;
        Some(super::bare(self.input.key_place(&format!("/fields/{}", pointer_part(key)))))
    }

    /// Whether a report has no figure and no row of a table, though its set has figures.
    fn is_bare(&self, draft: &Draft) -> bool {
        let has = |key: &str| draft.values.get(key).and_then(Value::as_object).is_some_and(|all| !all.is_empty());
        !self.targets.all().is_empty() && !has("figures") && !has("tables")
    }

    /// The report of one unit.
    fn draft(
        &self,
        group: &Group,
        name: String,
        loaded: &[Loaded<'_, '_>],
        (known, shares): (&mut BTreeMap<String, Named<'s>>, &mut Shares),
        findings: &mut Vec<Finding>,
    ) -> Draft {
        let first = group.rows.first().map(|at| at.of(loaded));
        let row = first.map(|(of, line)| self.unit_place(of, line));
        let mut draft = Draft { name, row, ..Draft::default() };
        draft.set("/template", self.file.set.clone().into());
        draft.values.extend(self.base.clone());
        self.set_period(group, loaded, &mut draft, findings);
        for (pointer, filled) in loaded.first().into_iter().flat_map(|of| &of.plan.fields) {
            if let Some(value) = self.constant(filled, &group.unit) {
                draft.set(pointer, value);
                self.say_register_cell(pointer, filled, &group.unit, &mut draft);
            }
        }
        for (target, filled) in loaded.first().into_iter().flat_map(|of| &of.plan.figures) {
            if let Some(value) = self.constant(filled, &group.unit) {
                let pointer = crate::draft::figure_pointer(target.id);
                draft.set(&pointer, value);
                self.say_register_cell(&pointer, filled, &group.unit, &mut draft);
            }
        }
        let of_register = draft.origins.len();
        let (mut set, mut filled_fields) = (BTreeMap::new(), BTreeMap::new());
        let unit_place = |at: At| {
            let (of, line) = at.of(loaded);
            self.unit_place(of, line)
        };
        for at in &group.rows {
            let (of, line) = at.of(loaded);
            for (pointer, filled) in &of.plan.fields {
                let Filled::Column(found, _) = filled else { continue };
                let value = value_of(&of.value(found, line));
                // Rows with one figure each say their unit's fields again and again.
                if value.is_null() || filled_fields.get(pointer) == Some(&value) {
                    continue;
                }
                if once(pointer, *at, unit_place, &mut set, group, findings) {
                    draft.set(pointer, value.clone());
                    draft.came_from(pointer.as_str(), of.place(found, line), column::shown(&of.table, found.column));
                    filled_fields.insert(pointer, value);
                }
            }
            for (target, filled) in &of.plan.figures {
                let Filled::Column(found, times) = filled else { continue };
                if once(target.id, *at, unit_place, &mut set, group, findings) {
                    let name = column::shown(&of.table, found.column);
                    let cell = Cell { of, found, line, name, is_column: true };
                    cell.fill(&mut draft, target, *times, shares, findings);
                }
            }
            self.indicator(*at, loaded, group, (known, shares), &mut set, &mut draft, findings);
            self.table_rows(of, line, &group.unit, &mut draft);
        }
        // The exports are named first among the sources.
        draft.origins.rotate_left(of_register);
        draft
    }

    /// The figure of a row that has one.
    #[expect(clippy::too_many_arguments, reason = "all that one row of a unit meets")]
    fn indicator(
        &self,
        at: At,
        loaded: &[Loaded<'_, '_>],
        group: &Group,
        (known, shares): (&mut BTreeMap<String, Named<'s>>, &mut Shares),
        set: &mut BTreeMap<String, At>,
        draft: &mut Draft,
        findings: &mut Vec<Finding>,
    ) {
        let (of, line) = at.of(loaded);
        let Some(columns) = &of.plan.indicators else { return };
        let name = of.text(&columns.name, line);
        let meant = *known.entry(name.clone()).or_insert_with(|| match self.names.get(&plain(&name)) {
            Some(known) => *known,
            None => {
                let place = || of.place(&columns.name, line);
                let found =
                    self.targets.find(&name).map_err(|finding| self.tell_strange(finding, &name, place, findings));
                found.ok().map(|target| (target, None))
            }
        });
        let Some((target, said)) = meant else { return };
        let Some(factor) = row_factor(of, columns, line, &target, findings) else { return };
        let by = said.and_then(|said| factor.checked_mul(said)).unwrap_or(factor);
        let times = Times { by, is_said: said.is_some() };
        let value_place = |at: At| {
            let (of, line) = at.of(loaded);
            of.place(&columns.value, line)
        };
        if once(target.id, at, value_place, set, group, findings) {
            let cell = Cell { of, found: &columns.value, line, name, is_column: false };
            cell.fill(draft, &target, times, shares, findings);
        }
    }

    /// Tells of a word of a row that names no indicator; those that are like none are told together.
    fn tell_strange(&self, finding: Finding, name: &str, place: impl FnOnce() -> Place, findings: &mut Vec<Finding>) {
        if finding.id != kinds::imports::UNKNOWN_INDICATOR.id {
            return findings.push(finding.at(place()));
        }
        let message =
            msg!("dòng của tệp ghi chỉ tiêu không có trong bộ mẫu", "rows name indicators that the set does not have");
        let is_same = |known: &Finding| known.id == finding.id && known.message == message;
        let found = self.targets.strange(name);
        let finding = match findings.iter().position(is_same).map(|at| findings.remove(at)) {
            Some(known) => known.also_at(place, found),
            None => kinds::imports::UNKNOWN_INDICATOR.finding(message).at(place()).found(found).hint(msg!(
                "ghi nghĩa của chúng vào [indicators.names] của cách chuyển; \"ignore\" nếu không cần",
                "say what they mean in [indicators.names] of the mapping; \"ignore\" if they are not needed"
            )),
        };
        findings.push(finding);
    }

    /// The field `period`: that of the base where it is the same period, so that its cut-off dates stay.
    fn set_period(&self, group: &Group, loaded: &[Loaded<'_, '_>], draft: &mut Draft, findings: &mut Vec<Finding>) {
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
                let (found, expected) = (name(&wanted), name(base));
                let place = || self.period_place(group, loaded);
                let known = findings.iter().position(|known| known.id == kinds::imports::OTHER_PERIOD.id);
                let finding = match known.map(|at| findings.remove(at)) {
                    // A period that the mapping says is that of all units.
                    Some(finding) if finding.place == place() => finding,
                    Some(finding) => finding.also_at(|| place().unwrap_or_else(|| self.place("/period")), found),
                    None => {
                        let base = self.base_place("/period").map(|place| place.shown(Lang::Vi)).unwrap_or_default();
                        kinds::imports::OTHER_PERIOD
                            .finding(msg!(
                                "kỳ của tệp xuất khác kỳ ghi trong phần chung",
                                "the period of the export is not that of the base"
                            ))
                            .at(place())
                            .found(found)
                            .expected(msg!("{expected} ({base})", "{expected} ({base})"))
                    }
                };
                findings.push(finding);
            }
        }
    }

    /// Where the period of some rows is said: in the first of them, or by the mapping.
    fn period_place(&self, group: &Group, loaded: &[Loaded<'_, '_>]) -> Option<Place> {
        let (of, line) = group.rows.first()?.of(loaded);
        Some(match &of.plan.period {
            Some(found) => of.place(found, line),
            None => self.place("/period/value"),
        })
    }

    /// A row of each table that the mapping fills.
    fn table_rows(&self, of: &Loaded<'_, '_>, line: usize, unit: &Unit, draft: &mut Draft) {
        for (id, cells) in &of.plan.tables {
            let rows = format!("/tables/{}/rows", pointer_part(id));
            let count = draft.count(&rows);
            for cell in cells {
                let at = format!("{rows}/{count}/cells/{}", pointer_part(&cell.column));
                let Filled::Column(found, Times { by, .. }) = &cell.filled else {
                    if let Some(value) = self.constant(&cell.filled, unit) {
                        draft.set(&at, value);
                        self.say_register_cell(&at, &cell.filled, unit, draft);
                    }
                    continue;
                };
                let value = of.value(found, line);
                let multiplied = value.number().filter(|_| *by != Decimal::ONE).and_then(|of| of.checked_mul(*by));
                draft.set(&at, multiplied.map_or_else(|| value_of(&value), json_number));
                draft.came_from(at, of.place(found, line), column::shown(&of.table, found.column));
            }
        }
    }

    /// Says in which cell of the office's own list a value stands.
    fn say_register_cell(&self, pointer: &str, filled: &Filled, unit: &Unit, draft: &mut Draft) {
        if let Filled::Register(column) = filled
            && let Some(place) = self.units.cell_place(unit, column)
        {
            draft.came_from(pointer, place, column.as_str());
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

/// What the value of a row with one figure is multiplied by: its own unit of measure counts, else that of the header. A
/// figure that is measured needs one where the mapping says that rows have it.
fn row_factor(
    of: &Loaded<'_, '_>,
    columns: &Indicators,
    line: usize,
    target: &Target<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Decimal> {
    let wanted = target.row.unit_text();
    let written = columns.unit.as_ref().map(|unit| (unit, of.text(unit, line)));
    let row = &of.table.lines[line];
    if let Some((unit, written)) = written.as_ref().filter(|(_, written)| !written.is_empty()) {
        let shown =
            of.table.unit_shown(row, columns.value.column, Some(written)).filter(|_| columns.value.below.is_empty());
        if let Some(shown) =
            shown.filter(|shown| matches!(fit(shown, written), Fit::Times(times) if times != Decimal::ONE))
        {
            other_format(&shown, written)
                .at(of.place(&columns.value, line))
                .also(of.place(unit, line), &**written)
                .add_to(findings);
            return None;
        }
        return match fit(written, &wanted) {
            Fit::Times(times) => Some(times),
            Fit::OtherWords => Some(Decimal::ONE),
            Fit::Never => {
                let id = target.id;
                let what = msg!("chỉ tiêu {id}", "the figure {id}");
                wrong_unit(written, &what, &wanted).at(of.place(unit, line)).add_to(findings);
                None
            }
        };
    }
    let times = |unit: &String| match fit(unit, &wanted) {
        Fit::Times(times) => Some(times),
        _ => None,
    };
    let around = columns.headings.first().map(String::as_str);
    let shown = of.table.unit_shown(row, columns.value.column, around).filter(|_| columns.value.below.is_empty());
    if let Some(times) = shown.as_ref().and_then(times) {
        return Some(times);
    }
    // What is counted needs no unit of measure.
    let blank = columns.blank.iter().filter(|_| written.is_some() && is_measured(&wanted));
    if let Some(times) = blank.chain(&columns.headings).find_map(times) {
        return Some(times);
    }
    // Zero is zero in any unit.
    let has_value = || of.value(&columns.value, line).number().is_some_and(|value| !value.is_zero());
    let Some((unit, _)) = written.filter(|_| is_measured(&wanted) && has_value()) else { return Some(Decimal::ONE) };
    let found = format!("{} ({wanted})", target.id);
    let known = findings.iter().position(|known| known.id == kinds::imports::BLANK_UNIT.id);
    let finding = match known.map(|at| findings.remove(at)) {
        Some(finding) => finding.also_at(|| of.place(unit, line), found),
        None => kinds::imports::BLANK_UNIT
            .finding(msg!("dòng không ghi đơn vị tính", "a row names no unit of measure"))
            .at(of.place(unit, line))
            .found(found)
            .expected(msg!("{wanted}, hoặc đơn vị đổi được sang {wanted}", "{wanted}, or one that can become {wanted}"))
            .hint(msg!(
                "ghi đơn vị tính của dòng vào tệp xuất; nếu mọi dòng để trống cùng một đơn vị: unit = {{ column = ..., blank = \
                 \"{wanted}\" }}",
                "write the unit of the row in the export; if all that are blank mean one: unit = {{ column = ..., blank = \
                 \"{wanted}\" }}"
            )),
    };
    findings.push(finding);
    None
}

/// A number whose format shows another unit of measure than its row names.
fn other_format(shown: &str, written: &str) -> Finding {
    kinds::imports::HEADING_UNIT
        .finding(msg!(
            "định dạng số của ô cho thấy một đơn vị tính khác với đơn vị tính của dòng",
            "the format of the number shows another unit of measure than its row names"
        ))
        .found(shown)
        .expected(msg!("{written}", "{written}"))
        .hint(msg!(
            "bỏ chữ và dấu phẩy chia nghìn khỏi định dạng số, ghi số theo đơn vị tính của dòng",
            "take words and dividing commas out of the format, and write the number in the unit of its row"
        ))
}

/// The cell of a figure.
struct Cell<'c, 'b, 's> {
    of: &'c Loaded<'b, 's>,
    found: &'c Found,
    line: usize,
    /// What the export calls the figure, and whether that is a column: rows with one figure each name it themselves.
    name: String,
    is_column: bool,
}

impl Cell<'_, '_, '_> {
    fn place(&self) -> Place {
        self.of.place(self.found, self.line)
    }

    /// Sets a figure, where the value of the cell is one that the indicator can have.
    fn fill(
        self,
        draft: &mut Draft,
        target: &Target<'_>,
        times: Times,
        shares: &mut Shares,
        findings: &mut Vec<Finding>,
    ) {
        let (id, kind, place) = (target.id, target.row.kind, self.place());
        let value = self.of.value(self.found, self.line);
        let signed = self.of.signed(self.found, self.line);
        if let (Kind::Count | Kind::Money, Some(text)) = (kind, &signed) {
            return percentage(id, target.row, text).at(place).add_to(findings);
        }
        if let (Kind::Percent, Some(value)) = (kind, value.number()) {
            let is_share = is_share(&target.row.label);
            shares.note((id, &self.name, self.is_column), is_share, value, times, signed.is_some(), || place.clone());
        }
        let value = match (kind, &value) {
            // A blank cell says nothing: whether the figure may be missing, the form says.
            (_, FigureValue::Absent) => return,
            // A dash says that there is none.
            (kind, FigureValue::Word(word)) if kind != Kind::Text && is_none(word) => Value::Null,
            (Kind::Text, value) => value_of(value),
            (Kind::Code, value) => match code(target, value) {
                Ok(code) => code,
                Err(finding) => return finding.at(place).add_to(findings),
            },
            (kind, value) => {
                let Some(given) = value.number() else {
                    let text = value_of(value).as_str().unwrap_or_default().to_owned();
                    return no_number(id, value).at(place).found(text).add_to(findings);
                };
                let value = given.checked_mul(times.by).unwrap_or(given);
                if kind == Kind::Count && !value.is_integer() {
                    return kinds::figures::FRACTION
                        .finding(msg!("số đếm phải là số nguyên", "a count must be a whole number"))
                        .at(place)
                        .found(number::format(value))
                        .expected(msg!("số nguyên cho chỉ tiêu {id}", "a whole number for the indicator {id}"))
                        .add_to(findings);
                }
                if matches!(kind, Kind::Count | Kind::Money) && value.is_sign_negative() && !value.is_zero() {
                    return negative(id, value).at(place).add_to(findings);
                }
                let is_quotient = kind == Kind::Percent && value.scale() > MOST_DECIMALS;
                json_number(if is_quotient { number::round(value, DECIMALS) } else { value })
            }
        };
        draft.figure(id, value, place, self.name);
    }
}

/// Whether an indicator in per cent is a share of a whole by its label: it is a rate, and none of growth or of comparison.
fn is_share(label: &str) -> bool {
    const BEGIN: [&str; 3] = ["tỷ lệ", "tỉ lệ", "tỷ trọng"];
    const OTHERS: [&str; 6] = ["tăng", "giảm", "so với", "vượt", "tốc độ", "chênh"];
    let label = plain(label);
    BEGIN.iter().any(|word| label.contains(word)) && !OTHERS.iter().any(|word| label.contains(word))
}

/// A code of the list of its indicator: by its number, or the number of the words.
fn code(target: &Target<'_>, value: &FigureValue) -> Result<Value, Finding> {
    if let Some(number) = value.number().filter(|number| target.row.code_of(*number).is_some()) {
        return Ok(json_number(number));
    }
    let text = words(value);
    let wanted = plain(&text);
    let known = target.row.codes.iter().find(|code| plain(&code.label) == wanted);
    known.map(|code| code.code.into()).ok_or_else(|| wrong_code(target.id, target.row).found(text))
}

/// A cell without a code of its indicator.
pub(crate) fn wrong_code(id: &str, row: &Row) -> Finding {
    let list = row.codes.iter().map(|code| format!("{} = {}", code.code, code.label));
    let list = list.collect::<Vec<_>>().join("; ");
    kinds::imports::WRONG_CODE
        .finding(msg!("ô không ghi mã nào của chỉ tiêu {id}", "the cell has no code of the indicator {id}"))
        .expected(msg!("{list}", "{list}"))
}

/// Reports without a figure.
fn no_figures() -> Finding {
    kinds::imports::NO_FIGURES
        .finding(msg!("báo cáo của đơn vị này không có số liệu nào", "the report of this unit has no figure at all"))
        .hint(msg!(
            "xem lại [figures], [indicators] của cách chuyển và các ô của đơn vị trong tệp xuất",
            "look at [figures] and [indicators] of the mapping, and at the cells of the unit in the export"
        ))
}

pub(crate) fn no_number(id: &str, value: &FigureValue) -> Finding {
    let expected = msg!("một số cho chỉ tiêu {id}", "a number for the indicator {id}");
    match value {
        FigureValue::Ambiguous(_) => kinds::figures::AMBIGUOUS
            .finding(msg!("số này có thể đọc theo nhiều cách", "this number can be read in more than one way"))
            .expected(expected)
            .hint(msg!(
                "khai dấu thập phân trong cách chuyển: [rows] decimal = \",\" hoặc \".\"",
                "say in the mapping what stands before decimals: [rows] decimal = \",\" or \".\""
            )),
        _ => kinds::imports::NOT_A_NUMBER
            .finding(msg!("ô số liệu không phải một số", "the cell of a figure is not a number"))
            .expected(expected)
            .hint(msg!(
                "ghi số vào ô; để trống nếu chưa có, ghi - nếu biết là không có",
                "write a number; leave the cell blank if there is none yet, write - if it is known that there is none"
            )),
    }
}

/// A count or an amount below zero.
pub(crate) fn negative(id: &str, value: Decimal) -> Finding {
    let mut finding = kinds::figures::NEGATIVE
        .finding(msg!("số đếm, số tiền không thể âm", "a count or an amount cannot be negative"))
        .found(number::format(value))
        .expected(msg!("một số từ 0 trở lên cho chỉ tiêu {id}", "a number from 0 on for the indicator {id}"))
        .hint(msg!(
            "sửa ô trong tệp; dấu ngoặc của kế toán, (12), cũng là số âm",
            "mend the cell in the file; brackets of accountants, (12), are a minus too"
        ));
    finding.severity = Severity::Error;
    finding
}

/// A percentage where the indicator is none.
pub(crate) fn percentage(id: &str, row: &Row, text: &str) -> Finding {
    let unit = row.unit_text();
    kinds::imports::PERCENTAGE
        .finding(msg!("ô là tỷ lệ %, chỉ tiêu thì không", "the cell is a percentage, its indicator is none"))
        .found(text)
        .expected(msg!("một số cho chỉ tiêu {id} ({unit})", "a number for the indicator {id} ({unit})"))
        .hint(msg!(
            "ghi số thật vào ô và bỏ dấu % hoặc định dạng % của ô; nếu cả cột là tỷ lệ thì cột bị nối nhầm chỉ tiêu",
            "write the number itself and take the sign % or the format % off the cell; where all of the column are \
             percentages, it is mapped to the wrong indicator"
        ))
}

/// Whether something is set for a unit for the first time; two rows that say the same thing are told, once a unit.
fn once(
    what: &str,
    at: At,
    place: impl Fn(At) -> Place,
    set: &mut BTreeMap<String, At>,
    group: &Group,
    findings: &mut Vec<Finding>,
) -> bool {
    let Some(first) = set.get(what) else {
        set.insert(what.to_owned(), at);
        return true;
    };
    let name = &group.unit.name;
    let message = msg!("đơn vị \"{name}\" có hai dòng", "the unit \"{name}\" has two rows");
    if !findings.iter().any(|known| known.id == kinds::imports::UNIT_TWICE.id && known.message == message) {
        findings.push(
            kinds::imports::UNIT_TWICE.finding(message).at(place(*first)).also(place(at), what).found(what).hint(msg!(
                "bỏ một dòng khỏi tệp, hoặc sửa tên đơn vị; các kỳ khác nhau thì khai [period] column",
                "take one of the rows out, or mend the name; for several periods say [period] column"
            )),
        );
    }
    false
}
