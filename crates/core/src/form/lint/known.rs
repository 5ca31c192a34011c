//! One id means one thing in all sets.

use super::place::{At, Places, indicators};
use crate::diagnostic::{Finding, Message};
use crate::form::{FormFile, Kind, Row};
use crate::{kinds, msg};

pub(super) fn advise(file: &FormFile, known: &[(&str, &FormFile)], places: &Places<'_>, findings: &mut Vec<Finding>) {
    for (id, at) in indicators(file) {
        let other = known.iter().find_map(|(set, other)| {
            let difference = difference(&at, other.indicator(id)?)?;
            Some((set, difference))
        });
        let Some((set, Difference { field, here, there })) = other else { continue };
        findings.push(
            kinds::forms::OTHER_DEFINITION
                .finding(msg!(
                    "\"{id}\" ở đây được định nghĩa khác trong bộ mẫu {set}",
                    "\"{id}\" is defined in another way in the set {set}"
                ))
                .at(places.at(&at.pointer(field)))
                .found(here)
                .expected(there)
                .hint(msg!(
                    "sửa cho giống, hoặc đặt mã khác nếu là chỉ tiêu khác",
                    "make them agree, or choose another id for another indicator"
                )),
        );
    }
}

/// How two definitions of an id part.
struct Difference {
    field: &'static str,
    here: String,
    there: Message,
}

fn difference(at: &At<'_>, other: &Row) -> Option<Difference> {
    let row = at.row;
    if row.kind != other.kind {
        // A heading may or may not carry a figure.
        if row.kind == Kind::Group || other.kind == Kind::Group {
            return None;
        }
        let there = name(other.kind);
        return Some(Difference { field: "kind", here: name(row.kind), there: Message::new(there.clone(), there) });
    }
    if row.kind == Kind::Code && numbers(row) != numbers(other) {
        let there = other.codes_words();
        return Some(Difference { field: "codes", here: row.codes_words(), there: Message::new(there.clone(), there) });
    }
    if row.kind == Kind::Money && row.unit != other.unit {
        let there = other.unit_words();
        return Some(Difference { field: "unit", here: row.unit_words(), there: Message::new(there.clone(), there) });
    }
    let (field, formula) = formula(row)?;
    let (other_field, other_formula) = self::formula(other)?;
    // A total has other parts at another level.
    if field == other_field && (field == "sum" || formula == other_formula) {
        return None;
    }
    let here = row.formula_words()?.vi;
    Some(Difference { field, here, there: other.formula_words()? })
}

/// The field and the parts of a formula.
fn formula(row: &Row) -> Option<(&'static str, Vec<&str>)> {
    let field = match (&row.ratio, &row.sum, &row.difference) {
        (Some(_), ..) => "ratio",
        (None, Some(_), _) => "sum",
        (None, None, Some(_)) => "difference",
        (None, None, None) => return None,
    };
    Some((field, row.parts()))
}

/// The codes and what they mean.
fn numbers(row: &Row) -> Vec<(i64, &str)> {
    let mut codes: Vec<_> = row.codes.iter().map(|code| (code.code, code.label.as_str())).collect();
    codes.sort_unstable();
    codes
}

/// A kind as it is written in the file.
fn name(kind: Kind) -> String {
    let json = serde_json::to_value(kind).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}
