//! Reports of many units become that of the level above; two reports are compared.
//!
//! [`roll_up`] reads the reports of the units (`child`), tells whose they are (`units`), brings their figures together
//! by the rules of their family (`totals`; the rules are data, see `rollup.json`) and puts them into the file of the
//! report above (`parent`), with what each unit has of them as sources and an appendix with one row a unit
//! (`appendix`). [`diff`] compares two reports.

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)
)]

mod appendix;
mod child;
pub mod diff;
mod far;
mod json;
mod parent;
mod told;
mod totals;
mod units;

use std::collections::BTreeSet;

use baocao_core::diagnostic::{Finding, Severity, has_errors};
use baocao_core::limits::Limits;
use baocao_core::report::{Period, ReportFile, Slot};
use baocao_core::rows::Book;
use baocao_core::template::Templates;
use baocao_core::{kinds, msg};
use chrono::NaiveDate;
use serde_json::Value as Json;

use child::{Child, Sets, family};
use parent::Parent;
use totals::Totals;
use units::{Units, same_period};

/// What shall be rolled up.
#[derive(Debug)]
pub struct Order<'a> {
    /// The reports of the units, each with the name by which the report above knows its file.
    pub units: Vec<(ReportFile<'a>, String)>,
    /// What the agency above has itself, a report of its own set, with the name of its file.
    pub own: Option<(ReportFile<'a>, String)>,
    /// The report above.
    pub above: Above<'a>,
    /// The list of the units that must report.
    pub list: Option<&'a Book>,
    /// Whether figures that the report above has are replaced.
    pub force: bool,
    /// Whether there shall be an appendix with one row a unit.
    pub appendix: bool,
}

/// The report above.
#[derive(Debug)]
pub enum Above<'a> {
    /// It is there.
    Report(ReportFile<'a>),
    /// It is not there yet; its set, where that is known.
    New(Option<&'a str>),
}

/// What came of it.
#[derive(Debug)]
pub struct RolledUp {
    /// The text of the report above.
    pub text: String,
    /// Its template set.
    pub set: String,
    /// How many units reported.
    pub units: usize,
    /// How many did not.
    pub missing: usize,
    /// How many figures are those of the units.
    pub figures: usize,
}

/// Rolls reports up. All that is wrong is added to the findings; where something is an error there is no report, and
/// only that is told.
pub fn roll_up(
    order: Order<'_>,
    templates: &Templates,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Option<RolledUp> {
    let rolled = rolled(order, templates, limits, findings);
    if rolled.is_none() {
        findings.retain(|finding| finding.severity != Severity::Note);
    }
    rolled
}

fn rolled(order: Order<'_>, templates: &Templates, limits: &Limits, findings: &mut Vec<Finding>) -> Option<RolledUp> {
    let mut sets = Sets::new(templates);
    let Order { units, own, above, list, force, appendix: with_appendix } = order;
    if units.is_empty() {
        findings.push(
            kinds::rollup::NO_REPORTS
                .finding(msg!("không có báo cáo nào để tổng hợp", "there are no reports to roll up")),
        );
        return None;
    }
    let (mut children, mut files) = read(units, &mut sets, limits, findings);
    if children.is_empty() {
        return None;
    }
    let known = match above {
        Above::Report(file) => Ok(Parent::of(file, &mut sets, limits, findings)?),
        Above::New(set) => Err(set),
    };
    let period = match &known {
        Ok(parent) => parent.period(findings)?.clone(),
        Err(_) => most_common(&children)?,
    };
    let place = known.as_ref().ok().map(|parent| parent.input.source.name.clone());
    tell_periods(&children, &period, place.as_deref(), findings);
    let mut parent = match known {
        Ok(parent) => parent,
        Err(set) => Parent::blank(set, &children, &period, &mut sets, findings)?,
    };
    tell_levels(&children, &parent, findings);
    let level = children.first().map(|child| child.level().to_owned()).unwrap_or_default();
    if let Some((file, name)) = own {
        let child = Child::read(file, &mut sets, limits, findings)?;
        tell_own(&child, &parent, &period, findings);
        files.push((child.sha256.clone(), name));
        children.push(Child { is_own: true, ..child });
    }
    for child in &children {
        child.tell_wrong_sums(findings);
    }
    let units = Units::of(children, &parent, list, findings)?;
    if has_errors(findings) {
        return None;
    }
    put(&mut parent, &units, &files, &level, (force, with_appendix), limits, findings)
}

/// Reads the reports of the units. Those with errors are told of together too.
fn read(
    files: Vec<(ReportFile<'_>, String)>,
    sets: &mut Sets<'_>,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> (Vec<Child>, Vec<(String, String)>) {
    let (mut children, mut names, mut failed) = (Vec::new(), Vec::new(), Vec::new());
    for (file, name) in files {
        let shown = file.name().to_owned();
        match Child::read(file, sets, limits, findings) {
            Some(child) => {
                names.push((child.sha256.clone(), name));
                children.push(child);
            }
            None => failed.push(shown),
        }
    }
    if !failed.is_empty() {
        let (count, list) = (failed.len(), failed.join(" "));
        findings.push(
            kinds::rollup::UNIT_ERRORS
                .finding(msg!("{count} báo cáo của đơn vị có lỗi", "{count} reports of units have errors"))
                .hint(msg!("xem và sửa: baocao check {list}", "see and mend: baocao check {list}")),
        );
    }
    (children, names)
}

/// The period of most units; of several the earliest.
fn most_common(children: &[Child]) -> Option<Period> {
    let count = |period: &Period| children.iter().filter(|child| same_period(&child.period, period)).count();
    let periods = children.iter().map(|child| &child.period);
    let mut periods: Vec<&Period> = periods.collect();
    periods.sort_by_key(|period| (period.from, period.to));
    let dates = |period: &Period| {
        children.iter().filter(|child| (child.period.from, child.period.to) == (period.from, period.to)).count()
    };
    periods.into_iter().rev().max_by_key(|period| (count(period), dates(period))).cloned()
}

fn tell_periods(children: &[Child], period: &Period, of: Option<&str>, findings: &mut Vec<Finding>) {
    let wanted = period.name();
    for child in children {
        let place = child.input.key_place("/period");
        if !same_period(&child.period, period) {
            let of = of.map(|name| format!(" ({name})")).unwrap_or_default();
            findings.push(
                kinds::rollup::OTHER_PERIOD
                    .finding(msg!("báo cáo của đơn vị thuộc kỳ khác", "the report of a unit is of another period"))
                    .at(place)
                    .found(child.period.name())
                    .expected(msg!("{wanted}{of}", "{wanted}{of}")),
            );
        } else if (child.period.from, child.period.to) != (period.from, period.to) {
            let day = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
            let shown = |period: &Period| format!("{} - {}", day(period.first_day()), day(period.last_day()));
            let wanted = shown(period);
            let finding = kinds::rollup::OTHER_DATES
                .finding(msg!("đơn vị chốt số liệu vào ngày khác", "the unit counts to another day"))
                .at(place)
                .found(shown(&child.period))
                .expected(msg!("{wanted}", "{wanted}"));
            match findings.iter_mut().find(|known| known.id == kinds::rollup::OTHER_DATES.id) {
                Some(known) => known.join(finding),
                None => findings.push(finding),
            }
        }
    }
}

/// Reports must be of one level, which the family says is below that of the report above, and of its family.
fn tell_levels(children: &[Child], parent: &Parent, findings: &mut Vec<Finding>) {
    let above = parent.set();
    let below = above.rollup.levels.get(parent.level());
    let Some(level) = most_common_level(children) else { return };
    let list = below.map(|levels| levels.join(", "));
    for child in children {
        let set = &child.set().name;
        let same_family = family(set) == family(&above.name);
        let fits =
            below.map_or(child.level() != parent.level(), |levels| levels.iter().any(|one| one == child.level()));
        let (name, wanted) = (&above.name, list.as_deref().unwrap_or(level));
        let finding = if !same_family {
            kinds::rollup::OTHER_LEVEL
                .finding(msg!("báo cáo của đơn vị thuộc họ khác", "the report of a unit is of another family"))
                .expected(msg!("họ của {name}", "the family of {name}"))
        } else if !fits {
            kinds::rollup::OTHER_LEVEL
                .finding(msg!(
                    "báo cáo này không thuộc cấp hợp thành {name}",
                    "this report is of no level that makes up {name}"
                ))
                .expected(msg!("cấp {wanted}", "level {wanted}"))
        } else if child.level() != level {
            kinds::rollup::OTHER_LEVEL
                .finding(msg!("các báo cáo thuộc hai cấp", "the reports are of two levels"))
                .expected(msg!("cấp {level}, như các báo cáo khác", "the level {level}, as the others"))
        } else {
            continue;
        };
        findings.push(finding.at(child.input.at(Slot::Template)).found(set.as_str()));
    }
}

fn most_common_level(children: &[Child]) -> Option<&str> {
    let levels: BTreeSet<&str> = children.iter().map(Child::level).collect();
    levels.into_iter().rev().max_by_key(|level| children.iter().filter(|child| child.level() == *level).count())
}

/// The agency's own part is of the set of the report above, and of its period.
fn tell_own(child: &Child, parent: &Parent, period: &Period, findings: &mut Vec<Finding>) {
    let (name, level, wanted) = (&parent.set().name, parent.level(), period.name());
    if family(&child.set().name) != family(name) || child.level() != level {
        findings.push(
            kinds::rollup::OTHER_LEVEL
                .finding(msg!(
                    "phần của chính cơ quan phải thuộc cấp của báo cáo tổng hợp",
                    "the agency's own part must be of the level of the report above"
                ))
                .at(child.input.at(Slot::Template))
                .found(child.set().name.as_str())
                .expected(msg!("{name}", "{name}")),
        );
    }
    if !same_period(&child.period, period) {
        findings.push(
            kinds::rollup::OTHER_PERIOD
                .finding(msg!("phần của chính cơ quan thuộc kỳ khác", "the agency's own part is of another period"))
                .at(child.input.key_place("/period"))
                .found(child.period.name())
                .expected(msg!("{wanted}", "{wanted}")),
        );
    }
}

/// Puts the figures of the units into the report above.
fn put(
    parent: &mut Parent,
    units: &Units,
    files: &[(String, String)],
    level: &str,
    (force, with_appendix): (bool, bool),
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Option<RolledUp> {
    let (children, names) = (&units.children, &units.names);
    // The totals borrow the rules of the set that the report above is changed by.
    let script = parent.script.clone();
    let totals = Totals::of(script.set(), children, level);
    told::too_large(&totals, findings);
    let mut differing = Vec::new();
    parent.forget(&totals.ids());
    for total in &totals.list {
        parent.put(total, names, force, &mut differing);
    }
    for (id, _) in &totals.without_parts {
        if script.set().form.indicator(id).is_some_and(|row| row.ratio.is_some()) {
            parent.leave_blank(id);
        }
    }
    told::tell(&totals, parent, children, names, findings);
    far::tell_outliers(parent, children, names, findings);
    far::tell_jumps(parent, children, names, findings);
    let sources: Vec<Json> = children
        .iter()
        .enumerate()
        .map(|(unit, child)| {
            let file = files.iter().find(|(sha256, _)| *sha256 == child.sha256).map_or("", |(_, name)| name);
            appendix::source(child, unit, &names[unit], file, &totals)
        })
        .collect();
    parent.set_sources(&sources);
    if with_appendix {
        appendix::put(parent, &totals, units);
    } else {
        appendix::take_out(parent);
    }
    let mut found = Vec::new();
    let (_, figures) = parent.again(limits, &mut found).or_else(|| {
        findings.append(&mut found);
        None
    })?;
    parent.settle(force, &figures, &mut differing);
    told::differing(differing, findings);
    (!has_errors(findings)).then(|| RolledUp {
        text: parent.text(),
        set: parent.set().name.clone(),
        units: children.iter().filter(|child| !child.is_own).count(),
        missing: units.missing.len(),
        figures: totals.list.len(),
    })
}
