//! Columns of percentages that hold fractions: 0,97 is read as 0,97 %, and 97 % may be meant.

use baocao_core::diagnostic::Finding;
use baocao_core::form::Kind;
use baocao_core::rows::{Given, Role};
use baocao_core::{kinds, msg};
use baocao_vietnamese::number::format;
use rust_decimal::Decimal;

use super::column::shown;
use super::load::Loaded;
use super::plan::Filled;

/// Fewer values prove nothing.
const FEWEST: usize = 3;

/// Tells the columns of percentages of which no value is above 1 and some are not whole: one finding for each.
pub(super) fn check(of: &Loaded<'_, '_>, findings: &mut Vec<Finding>) {
    let table = &of.table;
    for (target, filled) in &of.plan.figures {
        let Filled::Column(found, factor) = filled else { continue };
        if target.row.kind != Kind::Percent || *factor != Decimal::ONE {
            continue;
        }
        let data = || table.lines.iter().enumerate().filter(|(_, line)| line.role == Role::Data);
        let values = || data().filter_map(|(line, _)| Some((line, of.value(found, line).number()?)));
        // `0,5%` says itself what it is.
        let is_signed = |line: usize| {
            let cell = table.sheet.cell(table.lines[line].row(), table.columns[found.column].index);
            matches!(&*cell, Given::Text(text) if text.trim_end().ends_with('%'))
        };
        let are_small = values().all(|(line, value)| value.abs() <= Decimal::ONE && !is_signed(line));
        if !are_small || values().take(FEWEST).count() < FEWEST {
            continue;
        }
        let mut fractions = values().filter(|(_, value)| !value.is_integer());
        let Some((line, value)) = fractions.next() else { continue };
        let (name, read) = (shown(table, found.column), format(value));
        let meant = format(value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value).normalize());
        let finding = kinds::imports::FRACTIONS
            .finding(msg!(
                "mọi tỷ lệ của cột \"{name}\" đều không quá 1: {read} được đọc là {read} %",
                "no percentage of the column \"{name}\" is above 1: {read} is read as {read} %"
            ))
            .at(of.place(found, line))
            .found(read)
            .hint(msg!(
                "nếu ý là {meant} %, ghi vào cách chuyển: factor = 100",
                "if {meant} % is meant, say in the mapping: factor = 100"
            ));
        findings.push(
            fractions.fold(finding, |finding, (line, value)| finding.also_at(|| of.place(found, line), format(value))),
        );
    }
}
