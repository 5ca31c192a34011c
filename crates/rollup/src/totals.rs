//! The figures of all units together.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::form::{Code, How, Kind, Row, Rule, Value, Whole};
use baocao_core::report::Part;
use baocao_core::rows::measure::{Fit, fit};
use baocao_core::template::TemplateSet;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use crate::child::{Child, level};

/// A figure of the report above, and what each unit has of it.
pub(crate) struct Total<'a> {
    pub(crate) id: &'a str,
    pub(crate) row: &'a Row,
    pub(crate) rule: Rule<'a>,
    pub(crate) whole: Whole,
    /// What each unit has of it, by the index of the unit.
    pub(crate) parts: BTreeMap<usize, Part>,
    /// The units whose part is not known.
    pub(crate) lacking: Vec<usize>,
}

/// All figures that come of the units, and what must be told of the others.
#[derive(Default)]
pub(crate) struct Totals<'a> {
    pub(crate) list: Vec<Total<'a>>,
    /// Indicators that no unit has anything of, or that are not rolled up.
    pub(crate) own: Vec<&'a str>,
    /// Ratios without parts, and the units that give them so.
    pub(crate) without_parts: Vec<(&'a str, Vec<usize>)>,
    /// Indicators that units left out.
    pub(crate) left_out: BTreeMap<usize, Vec<&'a str>>,
    /// Indicators that the form of a unit does not have, and others' do.
    pub(crate) not_in_form: BTreeMap<usize, Vec<&'a str>>,
    /// Indicators whose values at a unit are of another kind.
    pub(crate) other_kind: BTreeMap<&'a str, Vec<usize>>,
}

/// What a unit gives.
enum Given {
    Part(Part),
    /// It should have been given.
    LeftOut,
    /// Nobody asked for it.
    NotAsked,
    /// The form does not have it.
    NotInForm,
    /// A ratio without its parts.
    WithoutParts,
    /// A unit of measure or a list of codes that is not the other's.
    OtherKind,
}

impl<'a> Totals<'a> {
    /// Brings the figures of the units together by the rules of the family.
    pub(crate) fn of(set: &'a TemplateSet, children: &[Child], units_level: &str) -> Self {
        let mut totals = Self::default();
        let own_level = level(set);
        let asked = |row: &&Row| row.level.as_deref().is_none_or(|level| level == own_level);
        for (id, row) in set.form.indicators().filter(|(_, row)| row.parts().is_empty() && asked(row)) {
            let rule = set.rollup.rule(id, row, units_level);
            totals.add(id, row, rule, children, set.form.decimals);
        }
        let ratios = set.form.indicators().filter_map(|(id, row)| Some((id, row.ratio.as_ref()?)));
        for (id, [part, whole]) in ratios {
            totals.look_at_ratio(id, part, whole, children);
        }
        totals
    }

    fn add(&mut self, id: &'a str, row: &'a Row, rule: Rule<'a>, children: &[Child], decimals: u32) {
        let (mut parts, mut lacking, mut without) = (BTreeMap::new(), Vec::new(), Vec::new());
        let (mut left_out, mut not_in_form) = (Vec::new(), Vec::new());
        for (unit, child) in children.iter().enumerate() {
            match given(child, id, row, &rule) {
                Given::Part(part) => drop(parts.insert(unit, part)),
                Given::LeftOut => left_out.push(unit),
                Given::NotInForm => not_in_form.push(unit),
                Given::WithoutParts => without.push(unit),
                Given::OtherKind => self.other_kind.entry(id).or_default().push(unit),
                Given::NotAsked => {}
            }
        }
        if !without.is_empty() {
            self.without_parts.push((id, without));
            return;
        }
        for unit in &left_out {
            self.left_out.entry(*unit).or_default().push(id);
        }
        let numbers = parts.values().any(|part| *part != Part::Absent);
        let all: Vec<Part> = parts.values().cloned().collect();
        let whole = rule.whole(&all, decimals);
        // A value that units do not share is for the report above to say.
        let undecided = whole == Whole::Absent && numbers && rule.how == How::Same;
        if parts.is_empty() || undecided {
            self.own.push(id);
            return;
        }
        for unit in &not_in_form {
            self.not_in_form.entry(*unit).or_default().push(id);
        }
        lacking.extend(left_out.into_iter().chain(not_in_form));
        lacking.extend(self.other_kind.get(id).into_iter().flatten());
        lacking.sort_unstable();
        self.list.push(Total { id, row, rule, whole, parts, lacking });
    }

    /// A ratio that the form computes: its parts must be those of the same units.
    fn look_at_ratio(&mut self, id: &'a str, part: &str, whole: &str, children: &[Child]) {
        let (part, whole) = (self.get(part), self.get(whole));
        if part.is_none() && whole.is_none() {
            return;
        }
        let number = |total: Option<&Total<'_>>, unit: usize| {
            total.and_then(|total| total.parts.get(&unit)).and_then(Part::number).is_some()
        };
        let without = |(unit, child): (usize, &Child)| {
            let bare = || child.figures.get(id).and_then(Value::as_number).is_some();
            let wrong = match (part.is_some(), whole.is_some()) {
                // One of the parts is for the report above to say.
                (false, _) | (_, false) => false,
                _ => match (number(part, unit), number(whole, unit)) {
                    (true, true) => false,
                    (false, false) => bare(),
                    _ => true,
                },
            };
            wrong.then_some(unit)
        };
        let without: Vec<usize> = children.iter().enumerate().filter_map(without).collect();
        if !without.is_empty() {
            self.without_parts.push((id, without));
        }
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Total<'a>> {
        self.list.iter().find(|total| total.id == id)
    }

    /// The indicators that have a total.
    pub(crate) fn ids(&self) -> BTreeSet<&str> {
        self.list.iter().map(|total| total.id).collect()
    }
}

/// What a unit gives for an indicator of the report above.
fn given(child: &Child, id: &str, row: &Row, rule: &Rule<'_>) -> Given {
    let counts_units = matches!(rule.how, How::Count | How::Share);
    if rule.how == How::None || (child.is_own && counts_units) {
        return Given::NotAsked;
    }
    let of = if child.is_own { id } else { rule.of(id) };
    let form = &child.set().form;
    let Some(theirs) = form.indicator(of) else {
        return if child.is_own { Given::NotAsked } else { Given::NotInForm };
    };
    let of_other_level = theirs.level.as_deref().is_some_and(|of| of != level(child.set()));
    // The agency above gives what it has itself, and need not give more.
    let is_asked = !theirs.optional && !of_other_level && !child.is_own;
    let missing = || if is_asked { Given::LeftOut } else { Given::NotAsked };
    if rule.how == How::Parts {
        return fraction(child, of, theirs, missing);
    }
    match child.figures.get(of) {
        None => missing(),
        Some(Value::Absent) => Given::Part(Part::Absent),
        // `-` over zero.
        Some(Value::Word(_)) if theirs.ratio.is_some() => Given::Part(Part::Absent),
        Some(Value::Word(_)) => Given::LeftOut,
        Some(Value::Number { value, .. }) if counts_units => Given::Part(Part::Number(*value)),
        Some(Value::Number { value, .. }) => match converted(*value, theirs, row) {
            Some(value) => Given::Part(Part::Number(value)),
            None => Given::OtherKind,
        },
    }
}

/// Numerator and denominator of a ratio, where the form of the unit has them.
fn fraction(child: &Child, id: &str, row: &Row, missing: impl Fn() -> Given) -> Given {
    let value = |id: &str| child.figures.get(id);
    let number = |id: &String| value(id).and_then(Value::as_number);
    let bare = value(id).is_some_and(|value| value.as_number().is_some());
    let Some([part, whole]) = &row.ratio else {
        return match value(id) {
            _ if bare => Given::WithoutParts,
            None => missing(),
            Some(_) => Given::Part(Part::Absent),
        };
    };
    match (number(part), number(whole)) {
        (Some(part), Some(whole)) => Given::Part(Part::Fraction(part, whole)),
        (None, None) if !bare => match (value(part), value(whole)) {
            (Some(_), Some(_)) => Given::Part(Part::Absent),
            _ => missing(),
        },
        _ => Given::WithoutParts,
    }
}

/// A value in the unit of measure of the report above; nothing where it means something else there.
fn converted(value: Decimal, from: &Row, to: &Row) -> Option<Decimal> {
    match (from.kind, to.kind) {
        (Kind::Code, Kind::Code) => same_codes(&from.codes, &to.codes).then_some(value),
        (Kind::Count | Kind::Money, Kind::Count | Kind::Money) => match fit(&from.unit_text(), &to.unit_text()) {
            Fit::Times(factor) => value.checked_mul(factor).filter(|value| number::has_room(*value)),
            Fit::OtherWords => Some(value),
            Fit::Never => None,
        },
        (from, to) => (from == to).then_some(value),
    }
}

fn same_codes(a: &[Code], b: &[Code]) -> bool {
    let known = |codes: &[Code]| -> BTreeMap<i64, String> {
        codes.iter().map(|code| (code.code, baocao_vietnamese::small(&code.label))).collect()
    };
    known(a) == known(b)
}
