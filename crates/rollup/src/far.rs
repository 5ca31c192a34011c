//! Values that are far from those of the other units, or from those of the earlier period.

use baocao_core::diagnostic::Finding;
use baocao_core::form::{Kind, Row, Value};
use baocao_core::markdown::plain_label;
use baocao_core::{kinds, msg};
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use crate::child::Child;
use crate::parent::Parent;

/// With fewer units nothing is far from the others.
const LEAST_UNITS: usize = 8;

/// So many times the width of the middle half a value may be away from it.
const FAR: i64 = 3;

/// A count must be so far from the median, a percentage so many points.
const LEAST_DISTANCE: i64 = 10;

/// A value that is so many times that of the earlier period, or the other way round.
const TIMES: i64 = 10;

/// A percentage that is so many points from that of the earlier period.
const POINTS: i64 = 50;

/// So many figures of a unit are named.
const MOST_NAMED: usize = 8;

/// Tells of values that are far from those of the other units: outside of the outer fences of Tukey.
pub(crate) fn tell_outliers(parent: &Parent, children: &[Child], names: &[String], findings: &mut Vec<Finding>) {
    for (id, row) in parent.set().form.indicators().filter(|(_, row)| row.kind.is_number()) {
        let value = |(unit, child): (usize, &Child)| {
            let theirs = child.set().form.indicator(id).filter(|theirs| theirs.kind == row.kind)?;
            let same = theirs.unit_text() == row.unit_text() || row.kind != Kind::Money;
            let value = child.figures.get(id).and_then(Value::as_number).filter(|_| same && !child.is_own)?;
            Some((unit, value))
        };
        let mut values: Vec<(usize, Decimal)> = children.iter().enumerate().filter_map(value).collect();
        values.sort_by_key(|(unit, value)| (*value, *unit));
        let Some(middle) = Middle::of(&values) else { continue };
        let label = plain_label(&row.label);
        let mut finding: Option<Finding> = None;
        for (unit, value) in values.iter().filter(|(_, value)| middle.is_far(*value, row)) {
            let (place, name) = (children[*unit].at(id), &names[*unit]);
            let found = format!("{name}: {}", number::format(*value));
            finding = Some(match finding {
                Some(finding) => finding.also(place, found),
                None => {
                    let [from, median, to] = [middle.first, middle.median, middle.third].map(number::format);
                    let count = values.len();
                    kinds::rollup::OUTLIER
                        .finding(msg!(
                            "\"{id}\" khác xa các đơn vị khác: {label}",
                            "\"{id}\" is far from the other units: {label}"
                        ))
                        .at(place)
                        .found(found)
                        .expected(msg!(
                            "một nửa của {count} đơn vị ghi từ {from} đến {to}, trung vị {median}",
                            "half of the {count} units are between {from} and {to}, the median is {median}"
                        ))
                }
            });
        }
        findings.extend(finding);
    }
}

/// The middle half of some values.
struct Middle {
    first: Decimal,
    median: Decimal,
    third: Decimal,
}

impl Middle {
    /// Of values in order; nothing of few, or where there is no spread to measure by. Quartiles are the medians of the
    /// halves, the middle value being in neither.
    fn of(values: &[(usize, Decimal)]) -> Option<Self> {
        if values.len() < LEAST_UNITS {
            return None;
        }
        let half = values.len() / 2;
        let (first, third) = (median(&values[..half])?, median(&values[values.len() - half..])?);
        let median = median(values)?;
        (first < third).then_some(Self { first, median, third })
    }

    fn is_far(&self, value: Decimal, row: &Row) -> bool {
        let Some(reach) = self.third.checked_sub(self.first).and_then(|width| width.checked_mul(FAR.into())) else {
            return false;
        };
        let away = [self.first.checked_sub(value), value.checked_sub(self.third)];
        let beyond = away.into_iter().flatten().any(|away| away > reach);
        let distance = value.checked_sub(self.median).map(|distance| distance.abs());
        let matters = row.kind == Kind::Money || distance.is_some_and(|distance| distance >= LEAST_DISTANCE.into());
        beyond && matters
    }
}

fn median(values: &[(usize, Decimal)]) -> Option<Decimal> {
    let middle = values.len() / 2;
    let (_, upper) = *values.get(middle)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let (_, lower) = *values.get(middle.checked_sub(1)?)?;
    lower.checked_add(upper)?.checked_div(Decimal::TWO).map(|median| median.normalize())
}

/// Tells of values that are far from those of the earlier report that the unit's own names.
pub(crate) fn tell_jumps(parent: &Parent, children: &[Child], names: &[String], findings: &mut Vec<Finding>) {
    for (child, name) in children.iter().zip(names) {
        let Some((period, earlier)) = &child.earlier else { continue };
        let jumped = |(id, row): (&str, &Row)| {
            let theirs = child.set().form.indicator(id).filter(|theirs| theirs.kind == row.kind)?;
            let now = child.figures.get(id).and_then(Value::as_number)?;
            let then = earlier.get(id).and_then(Value::as_number)?;
            let shown = || format!("{id}: {} -> {}", number::format(then), number::format(now));
            jumps(then, now, theirs.kind).then(|| (id.to_owned(), shown()))
        };
        let all: Vec<(String, String)> = parent.set().form.indicators().filter_map(jumped).collect();
        let Some((first, _)) = all.first() else { continue };
        let more = if all.len() > MOST_NAMED { "; …" } else { "" };
        let list = all.iter().take(MOST_NAMED).map(|(_, shown)| shown.as_str()).collect::<Vec<_>>().join("; ");
        let message = msg!(
            "số liệu của {name} khác xa {period}: {list}{more}",
            "figures of {name} are far from those of {period}: {list}{more}"
        );
        findings.push(kinds::rollup::JUMP.finding(message).at(child.at(first)));
    }
}

fn jumps(then: Decimal, now: Decimal, kind: Kind) -> bool {
    let Some(distance) = now.checked_sub(then).map(|distance| distance.abs()) else { return true };
    match kind {
        Kind::Percent => distance >= POINTS.into(),
        Kind::Count | Kind::Money => {
            let times =
                |small: Decimal, great: Decimal| small.checked_mul(TIMES.into()).is_some_and(|least| great >= least);
            // From nothing to something is no factor.
            then > Decimal::ZERO && distance >= LEAST_DISTANCE.into() && (times(then, now) || times(now, then))
        }
        Kind::Group | Kind::Code | Kind::Text => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn far(values: &[i64], kind: &str) -> Vec<i64> {
        let row: Row = serde_json::from_str(&format!(r#"{{"id": "a", "label": "A", "kind": "{kind}"}}"#)).unwrap();
        let mut sorted: Vec<(usize, Decimal)> = values.iter().map(|value| (0, Decimal::from(*value))).collect();
        sorted.sort();
        let Some(middle) = Middle::of(&sorted) else { return Vec::new() };
        values.iter().copied().filter(|value| middle.is_far((*value).into(), &row)).collect()
    }

    #[test]
    fn what_is_far_from_the_middle_half() {
        let usual = [120, 90, 100, 110, 95, 130, 105, 115];
        assert!(far(&usual, "count").is_empty());
        assert_eq!(far(&[&usual[..], &[1200]].concat(), "count"), [1200]);
        // Few units, no spread, a small distance.
        assert!(far(&[1, 1, 1, 1, 1, 1, 900], "count").is_empty());
        assert!(far(&[1, 1, 1, 1, 1, 1, 1, 1, 900], "count").is_empty());
        assert!(far(&[1, 2, 1, 2, 1, 2, 1, 2, 9], "count").is_empty());
        assert_eq!(far(&[1, 2, 1, 2, 1, 2, 1, 2, 9], "money"), [9]);
        assert_eq!(far(&[98, 99, 97, 98, 99, 97, 98, 99, 40], "percent"), [40]);
    }

    #[test]
    fn what_is_far_from_the_earlier_period() {
        let jumps = |then: i64, now: i64, kind| super::jumps(then.into(), now.into(), kind);
        assert!(jumps(20, 200, Kind::Count) && jumps(200, 20, Kind::Count) && jumps(200, 0, Kind::Money));
        assert!(!jumps(20, 199, Kind::Count) && !jumps(0, 500, Kind::Count) && !jumps(1, 10, Kind::Count));
        assert!(jumps(40, 90, Kind::Percent) && !jumps(50, 99, Kind::Percent) && !jumps(0, 2, Kind::Code));
        assert!(jumps_of_extremes());
    }

    fn jumps_of_extremes() -> bool {
        super::jumps(Decimal::MIN, Decimal::MAX, Kind::Money)
    }
}
