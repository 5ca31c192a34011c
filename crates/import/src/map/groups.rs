//! Which rows belong together: those of one unit and one period.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, Place, Severity};
use baocao_core::msg;
use baocao_core::rows::Role;

use super::definition::Missing;
use super::load::Loaded;
use super::period::{self, Code};
use super::unit::{Unit, Units, unit_as_written, unit_of};
use super::{Mapping, wrong_period};
use crate::units::{Asked, Found, Register};

/// A row of one of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub(super) table: usize,
    pub(super) line: usize,
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
    pub(super) fn tell_missing(&self, groups: &[Group], findings: &mut Vec<Finding>) {
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
    pub(super) fn unit_place(&self, of: &Loaded<'_, '_>, line: usize) -> Place {
        match &of.plan.unit {
            Some(found) => of.place(found, line),
            None => of.table.sheet.row_place(of.table.lines[line].row),
        }
    }
}

/// What the reports are called: by their unit, of several periods by the period too; two units of one name by their code.
pub(super) fn names(groups: &[Group]) -> Vec<String> {
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
