//! Formulas of spreadsheet programs that compute what the program does: blank where a part is blank.

use baocao_core::form::{FormFile, ZeroDenominator};
use rust_xlsxwriter::Formula;

use super::super::ABSENT;

/// A percentage, rounded, and over zero what the set says.
pub(super) fn ratio(part: &str, whole: &str, form: &FormFile) -> Formula {
    let zero = match form.zero_denominator {
        ZeroDenominator::Blank => "\"\"".to_owned(),
        ZeroDenominator::Dash => format!("\"{ABSENT}\""),
        ZeroDenominator::Zero => "0".to_owned(),
    };
    let decimals = form.decimals;
    Formula::new(format!("=IF(COUNT({part},{whole})<2,\"\",IF({whole}=0,{zero},ROUND({part}/{whole}*100,{decimals})))"))
}

/// A sum; nothing of no parts.
pub(super) fn sum(cells: &[String]) -> Option<Formula> {
    let (count, list, sum) = (cells.len(), cells.join(","), cells.join("+"));
    (count > 0).then(|| Formula::new(format!("=IF(COUNT({list})<{count},\"\",{sum})")))
}

/// A difference.
pub(super) fn difference(whole: &str, part: &str) -> Formula {
    Formula::new(format!("=IF(COUNT({whole},{part})<2,\"\",{whole}-{part})"))
}

/// What another cell holds.
pub(super) fn same(cell: &str) -> Formula {
    Formula::new(format!("=IF({cell}=\"\",\"\",{cell})"))
}
