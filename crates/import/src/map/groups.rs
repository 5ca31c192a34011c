//! Which rows belong together: those of one unit and one period.

use std::collections::{BTreeMap, HashMap, HashSet};

use baocao_core::diagnostic::{Finding, Place, Severity};
use baocao_core::report::PeriodKind;
use baocao_core::rows::Role;
use baocao_core::{kinds, msg};

use super::column::plain;
use super::definition::Missing;
use super::load::Loaded;
use super::period::{self, Code};
use super::unit::{Unit, Units, unit_as_written, unit_of};
use super::{Mapping, wrong_period};
use crate::units::{Asked, Register};

/// A row of one of the tables. Nothing else is held of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    table: u32,
    line: u32,
}

impl At {
    fn new(table: usize, line: usize) -> Self {
        let short = |number| u32::try_from(number).unwrap_or(u32::MAX);
        Self { table: short(table), line: short(line) }
    }

    /// The table, and the line in it.
    pub(super) fn of<'l, 'b, 's>(self, loaded: &'l [Loaded<'b, 's>]) -> (&'l Loaded<'b, 's>, usize) {
        (&loaded[self.table as usize], self.line as usize)
    }
}

/// The rows of one report.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) unit: Unit,
    pub(super) period: Option<Code>,
    pub(super) rows: Vec<At>,
}

impl Mapping<'_> {
    /// The rows of each unit and period, in the order in which they come first.
    pub(super) fn groups(&self, loaded: &[Loaded<'_, '_>], findings: &mut Vec<Finding>) -> Vec<Group> {
        let wanted = self.period;
        let mut groups: Vec<Group> = Vec::new();
        let mut index: HashMap<(usize, Option<Code>), usize> = HashMap::new();
        let mut search = Search::new(&self.units);
        let ignored: Vec<String> = self.file.rows.ignore.iter().map(|name| plain(name)).collect();
        for (at, of) in loaded.iter().enumerate() {
            for (line, row) in of.table.lines.iter().enumerate() {
                if row.role != Role::Data {
                    continue;
                }
                let written = self.unit_written(of, line);
                if !ignored.is_empty() && ignored.contains(&plain(&written)) {
                    continue;
                }
                let period = match &of.plan.period {
                    None => wanted,
                    Some(found) => {
                        let text = of.text(found, line);
                        let code = period::read(&text);
                        if code.is_none() {
                            search.strange_period(text, || of.place(found, line));
                            continue;
                        }
                        search.month_or_quarter(&text, code, || of.place(found, line));
                        if wanted.is_some() && code != wanted {
                            continue;
                        }
                        code
                    }
                };
                let Some(unit) = search.unit(&written, || self.unit_place(of, line)) else { continue };
                let group = *index.entry((unit, period)).or_insert_with(|| {
                    groups.push(Group { unit: search.units[unit].clone(), period, rows: Vec::new() });
                    groups.len() - 1
                });
                groups[group].rows.push(At::new(at, line));
            }
        }
        // Where the period is said, rows of others are left out, or told.
        if wanted.or_else(|| self.base_period()).is_some() {
            search.months = None;
        }
        search.tell(findings);
        groups
    }

    /// Units that are expected and that bring no row.
    pub(super) fn tell_missing(&self, groups: &[Group], findings: &mut Vec<Finding>) {
        let Some((expected, place)) = self.units.expected(self.file, self.input) else { return };
        let present: Vec<&str> = groups.iter().map(|group| group.unit.key()).collect();
        let missing = Register::missing(expected, &present);
        let finding = Asked::new(self.units.register()).missing(&missing, place);
        findings.extend(finding.map(|mut finding| {
            // Each at its row of the office's own list.
            let mut rows = missing.iter().filter_map(|unit| Some((self.units.row_place(unit)?, &unit.name)));
            if let Some((place, name)) = rows.next() {
                finding =
                    rows.fold(finding.at(place).found(&**name), |finding, (place, name)| finding.also(place, &**name));
            }
            if self.file.unit.missing == Missing::Error {
                finding.severity = Severity::Error;
            }
            let less = if self.file.unit.missing == Missing::Error { "warning" } else { "ignore" };
            finding.hint(msg!(
                "đơn vị không phải báo cáo thì bỏ khỏi danh sách, hoặc đặt missing = \"{less}\"",
                "take units that do not report out of the list, or say missing = \"{less}\""
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
    pub(super) fn unit_place(&self, of: &Loaded<'_, '_>, line: usize) -> Place {
        match &of.plan.unit {
            Some(found) => of.place(found, line),
            None => of.table.sheet.row_place(of.table.lines[line].row()),
        }
    }
}

/// What the reports are called: by their unit, of several periods by the period too; units of one name by their code.
pub(super) fn names(groups: &[Group]) -> Vec<String> {
    let several = groups.iter().any(|group| group.period != groups[0].period);
    let mut taken: HashSet<String> = HashSet::new();
    let mut name = |group: &Group| {
        let period = group.period.filter(|_| several).map(|period| format!("-{}", period.written()));
        let name = format!("{}{}", group.unit.file_name(), period.unwrap_or_default());
        let code = group.unit.code.as_deref().map(|code| code.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
        let coded = code.map(|code| format!("{name}-{code}"));
        let counted = (2_usize..).map(|count| format!("{name}-{count}"));
        let mut names = std::iter::once(name.clone()).chain(coded).chain(counted);
        names.find(|name| taken.insert(name.clone())).unwrap_or(name)
    };
    groups.iter().map(&mut name).collect()
}

/// The units and periods that rows name; what is the same of many rows is told once.
struct Search<'u> {
    register: &'u Units,
    asked: Asked<'u>,
    /// The units that were found, each once, and which of them is meant by what is written.
    units: Vec<Unit>,
    known: HashMap<String, usize>,
    by_key: HashMap<String, usize>,
    as_written: Option<Finding>,
    /// Other organs of a commune than its committee.
    of_others: Option<Finding>,
    /// Names with the mark of a note behind them.
    marked: Option<Finding>,
    periods: BTreeMap<String, Finding>,
    /// `3/2026`, which may mean a quarter, until a month says that they are months.
    months: Option<Finding>,
    has_months: bool,
}

impl<'u> Search<'u> {
    fn new(units: &'u Units) -> Self {
        Self {
            register: units,
            asked: Asked::new(units.register()),
            units: Vec::new(),
            known: HashMap::new(),
            by_key: HashMap::new(),
            as_written: None,
            of_others: None,
            marked: None,
            periods: BTreeMap::new(),
            months: None,
            has_months: false,
        }
    }

    /// The unit that a row names.
    fn unit(&mut self, written: &str, place: impl FnOnce() -> Place) -> Option<usize> {
        if let Some(unit) = self.known.get(written) {
            return Some(*unit);
        }
        let (register, within) = (self.register.register(), self.register.within());
        let (whole, place) = (written, place());
        let written = unmarked(written, |name| register.knows(name, within)).unwrap_or(written);
        if written != whole {
            self.marked = Some(match self.marked.take() {
                Some(finding) => finding.also(place.clone(), whole),
                None => kinds::units::MARKED
                    .finding(msg!(
                        "tên đơn vị có dấu chú thích ở sau, được bỏ qua",
                        "the mark of a note stands behind the name of a unit, and is passed over"
                    ))
                    .at(place.clone())
                    .found(whole),
            });
        }
        let is_told = self.register.are_known() || written.trim().is_empty() || register.knows(written, within);
        let unit = if is_told {
            let unit = unit_of(self.asked.unit(written, within, place.clone())?);
            if is_other_organ(written, &unit.name) {
                self.of_others = Some(match self.of_others.take() {
                    Some(finding) => finding.also_at(|| place, written),
                    None => other_organ().at(place).found(written),
                });
            }
            unit
        } else {
            self.as_written = Some(super::unit::as_written(self.as_written.take(), written, || place));
            unit_as_written(written)
        };
        let at = *self.by_key.entry(unit.key().to_owned()).or_insert(self.units.len());
        if at == self.units.len() {
            self.units.push(unit);
        }
        self.known.insert(whole.to_owned(), at);
        Some(at)
    }

    fn strange_period(&mut self, written: String, place: impl FnOnce() -> Place) {
        let finding = match self.periods.remove(&written) {
            Some(finding) => finding.also_at(place, written.as_str()),
            None => wrong_period().at(place()).found(written.as_str()),
        };
        self.periods.insert(written, finding);
    }

    /// Notes a number with a year that is read as a month and that may be a quarter.
    fn month_or_quarter(&mut self, written: &str, code: Option<Code>, place: impl FnOnce() -> Place) {
        let Some(Code { kind: PeriodKind::Month, number, .. }) = code else { return };
        let is_open = written.trim().split_once(['/', '-', '.']).is_some_and(|(first, _)| first == number.to_string());
        self.has_months |= number > 4 || !is_open;
        if self.has_months {
            self.months = None;
        } else if self.months.is_none() {
            self.months = Some(
                kinds::imports::WRONG_PERIOD
                    .warning(msg!(
                        "số này được đọc là tháng; cũng có thể là quý",
                        "this is read as a month, and may be a quarter"
                    ))
                    .at(place())
                    .found(written.trim())
                    .hint(msg!(
                        "nếu là quý thì ghi [period] value = \"20261\" (quý I/2026) và bỏ column, hoặc sửa cột kỳ trong tệp xuất",
                        "if it is a quarter, say [period] value = \"20261\" (quý I/2026) in place of column, or mend the column in the \
                         export"
                    )),
            );
        }
    }

    fn tell(self, findings: &mut Vec<Finding>) {
        findings.extend(self.periods.into_values());
        findings.extend(self.months);
        findings.extend(self.asked.findings().map(|finding| match finding.id {
            id if id == kinds::units::SEVERAL.id => finding.hint(msg!(
                "nêu tỉnh trong cách chuyển: [unit] within = \"tên tỉnh\"; hoặc dùng cột mã đơn vị",
                "name the province in the mapping: [unit] within = \"province\"; or use a column of codes"
            )),
            id if id == kinds::units::UNKNOWN.id && finding.hint.is_none() => finding.hint(msg!(
                "dòng không phải đơn vị thì ghi vào cách chuyển: [rows] ignore = [\"...\"]; tên nhóm đơn vị: [rows] group_rows = true",
                "a row that is no unit is named in the mapping: [rows] ignore = [\"...\"]; headings of groups: [rows] group_rows = true"
            )),
            _ => finding,
        }));
        findings.extend(self.as_written);
        findings.extend(self.of_others);
        findings.extend(self.marked);
    }
}

/// A name without the mark of a note behind it, `Xã An Bình (1)`, `Xã An Bình¹`, `Xã An Bình *`, where it is known without;
/// of names that nobody knows only what can be nothing else is a mark. Nothing for a name that is known as it is.
fn unmarked(written: &str, is_known: impl Fn(&str) -> bool) -> Option<&str> {
    const SIGNS: [char; 4] = ['*', '†', '‡', '#'];
    let is_raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let is_short = |mark: &str| !mark.is_empty() && mark.chars().count() <= MOST_OF_MARK;
    let ends_in_mark = |c: char| SIGNS.contains(&c) || is_raised(c) || matches!(c, ')' | ']') || c.is_ascii_digit();
    // Registers pass over signs behind a name.
    let end = written.trim_end().trim_end_matches([')', ']']);
    let is_sign = end.ends_with(|c| SIGNS.contains(&c) || is_raised(c));
    if !written.trim_end().ends_with(ends_in_mark) || !is_sign && is_known(written) {
        return None;
    }
    let mut name = written.trim_end();
    let mut is_sure = false;
    loop {
        let before = name;
        let without = name.trim_end_matches(|c| SIGNS.contains(&c) || is_raised(c));
        is_sure |= without.len() < name.len();
        name = without.trim_end();
        for (open, close) in [('(', ')'), ('[', ']')] {
            let inside = name.strip_suffix(close).and_then(|rest| rest.rsplit_once(open));
            if let Some((rest, mark)) = inside
                && is_short(mark)
                && mark
                    .chars()
                    .all(|c| c.is_ascii_digit() || SIGNS.contains(&c) || c.is_ascii_lowercase() || is_raised(c))
            {
                is_sure |= mark.chars().all(|c| SIGNS.contains(&c) || is_raised(c));
                name = rest.trim_end();
            }
        }
        if is_known(name) {
            return Some(name);
        }
        if name == before {
            break;
        }
    }
    // A digit that is glued to a name: `Xã An Bình1`.
    let glued = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if glued.len() < name.len() && glued.ends_with(char::is_alphabetic) && is_known(glued) {
        return Some(glued);
    }
    Some(name).filter(|name| is_sure && !name.is_empty())
}

/// Marks of notes are no longer.
const MOST_OF_MARK: usize = 3;

/// Whether words name an organ of a unit that is not its people's committee, and the unit itself is no such organ.
fn is_other_organ(written: &str, unit: &str) -> bool {
    const OTHERS: [&str; 4] = ["hđnd", "hội đồng nhân dân", "đảng ủy", "văn phòng"];
    const COMMITTEE: [&str; 2] = ["ubnd", "ủy ban nhân dân"];
    let (written, unit) = (plain(written), plain(unit));
    let begins = OTHERS.iter().any(|word| written.starts_with(word) && !unit.starts_with(word));
    begins && !COMMITTEE.iter().any(|word| written.contains(word))
}

fn other_organ() -> Finding {
    kinds::imports::UNIT_AS_WRITTEN
        .finding(msg!(
            "dòng ghi cơ quan khác của đơn vị (HĐND, Đảng ủy, Văn phòng), được lấy là của đơn vị",
            "a row names another organ of the unit (its council, its Party committee, its office) and is taken as the unit's"
        ))
        .hint(msg!(
            "nếu không phải số liệu của UBND, ghi dòng ấy vào [rows] ignore của cách chuyển",
            "if these are not the figures of the people's committee, name the row in [rows] ignore of the mapping"
        ))
}
