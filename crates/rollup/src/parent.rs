//! The report above: its file, in which figures, sources and the appendix are put and all else stays as it was written.

use std::collections::BTreeSet;
use std::sync::Arc;

use baocao_core::diagnostic::{Finding, Place, has_errors};
use baocao_core::form::{self, Figures, Formula, Row, Value, Whole};
use baocao_core::limits::Limits;
use baocao_core::narrative::Script;
use baocao_core::report::{Beside, Figure, FigureValue, Input, Period, Report, ReportFile, missing_field};
use baocao_core::template::{TemplateSet, empty_report};
use baocao_core::{kinds, msg};
use baocao_vietnamese::number;
use serde_json::value::RawValue;
use serde_json::{Map, Value as Json, json};

use crate::child::{Child, Sets, errors, family, level, read};
use crate::json::{self, Fields};
use crate::totals::Total;

/// How the note on a total begins that lacks units.
const WITHOUT: &str = "Chưa gồm";

/// So many units are named in such a note.
const MOST_IN_NOTE: usize = 3;

/// How JSON writes that there is no value.
const NULL: &str = "null";

/// A figure of the report above that is not that of the units.
pub(crate) struct Differing {
    pub(crate) place: Place,
    /// What the report gives.
    pub(crate) given: String,
    /// What comes of the units.
    pub(crate) total: String,
}

/// The report above.
pub(crate) struct Parent {
    pub(crate) report: Report,
    pub(crate) input: Input,
    pub(crate) script: Arc<Script>,
    fields: Fields,
    figures: Fields,
}

impl Parent {
    /// Reads the report above.
    pub(crate) fn of(
        file: ReportFile<'_>,
        sets: &mut Sets<'_>,
        limits: &Limits,
        findings: &mut Vec<Finding>,
    ) -> Option<Self> {
        let name = file.name().to_owned();
        let (bytes, _) = Beside::new(file);
        let mut found = Vec::new();
        let read = read(&name, bytes, sets, limits, &mut found);
        let failed = has_errors(&found);
        findings.extend(errors(found));
        let (input, report, script, _) = read.filter(|_| !failed)?;
        Self::new(input, report, script)
    }

    /// Its period: what is rolled up is of one.
    pub(crate) fn period(&self, findings: &mut Vec<Finding>) -> Option<&Period> {
        if self.report.period.is_none() {
            findings.push(missing_field("period", self.input.place("")));
        }
        self.report.period.as_ref()
    }

    /// A report to begin with: the header that its set asks for, the period and the agency that those below name.
    pub(crate) fn blank(
        set: Option<&str>,
        children: &[Child],
        period: &Period,
        sets: &mut Sets<'_>,
        findings: &mut Vec<Finding>,
    ) -> Option<Self> {
        let name = match set {
            Some(set) => set.to_owned(),
            None => set_above(children, sets, findings)?,
        };
        let script = sets.get(&name, None, findings)?;
        let mut report = empty_report(script.set());
        report["period"] = serde_json::to_value(period).ok()?;
        // What all that say it say.
        let all = |of: &dyn Fn(&Child) -> Option<String>| {
            let mut said: BTreeSet<String> = children.iter().filter_map(of).collect();
            said.pop_first().filter(|_| said.is_empty())
        };
        let document = &mut report["document"];
        let organ = &mut document["organ"];
        if let Some(name) = all(&|child| child.organ().parent_name.as_ref().map(ToString::to_string)) {
            organ["organ_name"] = name.into();
        }
        if let Some(name) = all(&|child| child.organ().parent_short_name.as_ref().map(ToString::to_string)) {
            organ["short_name"] = name.into();
        }
        if let Some(subject) = all(&|child| Some(child.document.subject.to_string())) {
            document["subject"] = subject.into();
        }
        if let Some(fields) = report.as_object_mut().filter(|fields| fields["sections"] == Json::Object(Map::new())) {
            fields.shift_remove("sections");
        }
        let text = json::text(&report, 0);
        let mut found = Vec::new();
        let read = read(&name, text.into_bytes(), sets, &Limits::default(), &mut found);
        findings.extend(errors(found));
        let (input, report, script, _) = read?;
        Self::new(input, report, script)
    }

    fn new(input: Input, report: Report, script: Arc<Script>) -> Option<Self> {
        let fields = Fields::read(&input.source.text)?;
        let figures = fields.get("figures").and_then(Fields::read).unwrap_or_default();
        Some(Self { report, input, script, fields, figures })
    }

    pub(crate) fn set(&self) -> &TemplateSet {
        self.script.set()
    }

    pub(crate) fn level(&self) -> &str {
        level(self.set())
    }

    /// Puts a total where the report has no figure, or one that an earlier roll-up wrote. Another figure stays, and is
    /// told: with `force` it is replaced.
    pub(crate) fn put(&mut self, total: &Total<'_>, names: &[String], force: bool, differing: &mut Vec<Differing>) {
        let value = match total.whole {
            Whole::Number(value) => Some(value),
            Whole::Absent | Whole::TooLarge => None,
        };
        let known = self.report.figures.get(total.id);
        let same = known.map(|figure| &figure.value).is_some_and(|known| match value {
            Some(value) => known.number() == Some(value),
            None => is_absent(known),
        });
        if let Some(figure) = known.filter(|_| !(same || force || self.wrote(total.id, total.row))) {
            let (place, given) = (self.input.figure_place(total.id), value_text(&figure.value));
            differing.push(Differing { place, given, total: value.map_or(NULL.to_owned(), number::format) });
            return;
        }
        let note = note(known, total, names);
        let noted = known.and_then(|figure| Some((figure.note.as_ref()?.to_string(), figure.note_rows)));
        if same && note == noted {
            return;
        }
        let value = value.map_or(Json::Null, baocao_import::number);
        let json = match note {
            None => value,
            Some((note, 1)) => json!({ "value": value, "note": note }),
            Some((note, rows)) => json!({ "value": value, "note": note, "note_rows": rows }),
        };
        self.figures.set(total.id, json::text(&json, 2));
    }

    /// Whether an earlier roll-up wrote a figure: it is what comes of the parts that the sources name.
    fn wrote(&self, id: &str, row: &Row) -> bool {
        let set = self.set();
        let Some(rolled) = set.rollup.rolled(&self.report, id, row, set.form.decimals) else { return false };
        let known = self.report.figures.get(id).map(|figure| &figure.value);
        match rolled.whole {
            Whole::Number(value) => known.and_then(FigureValue::number) == Some(value),
            Whole::Absent => known.is_some_and(is_absent),
            Whole::TooLarge => false,
        }
    }

    /// Takes out what an earlier roll-up wrote and this one has no value for, and blanks of ratios, which are looked
    /// at anew.
    pub(crate) fn forget(&mut self, totals: &BTreeSet<&str>) {
        let (set, is_rolled) = (Arc::clone(&self.script), self.report.units().next().is_some());
        for (id, row) in set.set().form.indicators() {
            let known = self.report.figures.get(id).map(|figure| &figure.value);
            let blank = row.ratio.is_some() && is_rolled && known.is_some_and(is_absent);
            if blank || (!totals.contains(id) && self.wrote(id, row)) {
                self.figures.remove(id);
                self.report.figures.remove(id);
            }
        }
    }

    /// Leaves a ratio blank whose parts are not those of the same units, unless somebody gave it.
    pub(crate) fn leave_blank(&mut self, id: &str) {
        if self.figures.get(id).is_none() {
            self.figures.set(id, NULL.to_owned());
        }
    }

    /// Takes out given values of computed indicators that do not agree any more; without `force` they are told.
    pub(crate) fn settle(&mut self, force: bool, figures: &Figures, differing: &mut Vec<Differing>) {
        let set = Arc::clone(&self.script);
        for (id, row) in set.set().form.indicators() {
            let Some(Value::Number { value, text }) = figures.get(id) else { continue };
            if !self.report.figures.contains_key(id) {
                continue;
            }
            let Some(formula) = Formula::of(row, figures).filter(|formula| !formula.holds(*value)) else { continue };
            if force {
                self.figures.remove(id);
            } else {
                let form = &set.set().form;
                let right = formula.value(form.decimals, form.zero_denominator);
                let (place, given) = (self.input.figure_place(id), text.clone());
                differing.push(Differing { place, given, total: right.text().to_owned() });
            }
        }
    }

    /// A field of the report as it was written.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name)
    }

    /// Sets a field of the report.
    pub(crate) fn set_field(&mut self, name: &str, value: &Json) {
        self.fields.set(name, json::text(value, 1));
    }

    /// Sets the tables: those of the report, with one more or one less.
    pub(crate) fn set_table(&mut self, id: &str, table: Option<&Json>) {
        let mut tables = self.fields.get("tables").and_then(Fields::read).unwrap_or_default();
        match table {
            Some(table) => tables.set(id, json::text(table, 2)),
            None => tables.remove(id),
        }
        match tables.text(1).as_str() {
            "{}" => self.fields.remove("tables"),
            text => self.fields.set("tables", text.to_owned()),
        }
    }

    /// Names the reports of the units as sources, after those that are none.
    pub(crate) fn set_sources(&mut self, units: &[Json]) {
        let known: Vec<Box<RawValue>> =
            self.fields.get("sources").and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
        let is_unit = |raw: &RawValue| Fields::read(raw.get()).is_some_and(|fields| fields.get("unit").is_some());
        let kept = known.iter().filter(|raw| !is_unit(raw)).map(|raw| raw.get().to_owned());
        let all: Vec<String> = kept.chain(units.iter().map(|unit| json::text(unit, 2))).collect();
        if all.is_empty() {
            self.fields.remove("sources");
        } else {
            self.fields.set("sources", format!("[\n    {}\n  ]", all.join(",\n    ")));
        }
    }

    /// The text of the file.
    pub(crate) fn text(&self) -> String {
        let mut fields = Fields::read(&self.fields.text(0)).unwrap_or_default();
        fields.set("figures", self.figures.text(1));
        format!("{}\n", fields.text(0))
    }

    /// The report as it is now, read again.
    pub(crate) fn again(&self, limits: &Limits, findings: &mut Vec<Finding>) -> Option<(Report, Figures)> {
        let input = Input::parse(&self.input.source.name, self.text().into_bytes(), limits, findings)?;
        let report = baocao_core::report::read(&input, findings)?;
        let figures = form::figures(&self.set().form, &report, &input, &mut Vec::new());
        Some((report, figures))
    }
}

fn is_absent(value: &FigureValue) -> bool {
    *value == FigureValue::Absent
}

fn value_text(value: &FigureValue) -> String {
    match value {
        FigureValue::Absent => NULL.to_owned(),
        FigureValue::Number(value) => number::format(*value),
        FigureValue::Written { text, .. } | FigureValue::Ambiguous(text) | FigureValue::Word(text) => text.clone(),
    }
}

/// The note on a total and how many rows it covers: that of a person, or which units it lacks.
fn note(known: Option<&Figure>, total: &Total<'_>, names: &[String]) -> Option<(String, usize)> {
    let own = known.and_then(|figure| Some((figure.note.as_ref()?.to_string(), figure.note_rows)));
    own.filter(|(note, _)| !note.starts_with(WITHOUT)).or_else(|| Some((without(&total.lacking, names)?, 1)))
}

/// What the note says of a total that lacks units.
fn without(lacking: &[usize], names: &[String]) -> Option<String> {
    let named: Vec<&str> = lacking.iter().filter_map(|unit| names.get(*unit)).map(String::as_str).collect();
    match named.len() {
        0 => None,
        count if count <= MOST_IN_NOTE => Some(format!("{WITHOUT}: {}", named.join("; "))),
        count => Some(format!("{WITHOUT} {count} đơn vị")),
    }
}

/// The set of the level above those of the units: the nearest that has the version of the newest of them.
fn set_above(children: &[Child], sets: &Sets<'_>, findings: &mut Vec<Finding>) -> Option<String> {
    let names = sets.templates().names();
    let child = children.iter().max_by_key(|child| version(&child.set().name))?;
    let (family, wanted) = (family(&child.set().name), version(&child.set().name));
    let levels = &child.set().rollup.levels;
    let mut above: Vec<&str> = levels
        .iter()
        .filter(|(_, units)| units.iter().any(|unit| unit == child.level()))
        .map(|(level, _)| level.as_str())
        .collect();
    // The nearest level has none of the others below it.
    let all = above.clone();
    above.sort_by_key(|level| all.iter().filter(|other| levels[*level].iter().any(|unit| unit == *other)).count());
    let found =
        above.iter().map(|level| format!("{family}/{level}-{wanted}")).find(|name| names.contains(&name.as_str()));
    if found.is_none() {
        let list = names.join(", ");
        findings.push(
            kinds::rollup::NO_SET
                .finding(msg!(
                    "không rõ báo cáo tổng hợp thuộc bộ mẫu nào",
                    "it is not known which set the report above is of"
                ))
                .expected(msg!("--set, một trong: {list}", "--set, one of: {list}")),
        );
    }
    found
}

/// The version of a set: what follows the last hyphen of its name.
fn version(set: &str) -> &str {
    set.rsplit_once('-').map_or("", |(_, version)| version)
}
