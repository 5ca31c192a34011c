//! What must hold between the columns of a row: a total is the sum of its parts.

use baocao_core::diagnostic::Finding;
use baocao_core::rows::Role;
use baocao_core::{kinds, msg};
use baocao_vietnamese::number::format;
use rust_decimal::Decimal;

use super::column::{Found, shown};
use super::load::Loaded;

/// Tells the rows in which a total is not the sum of its parts: one finding for each identity. Rows that lack a value are
/// not judged.
pub(super) fn check(of: &Loaded<'_, '_>, findings: &mut Vec<Finding>) {
    let table = &of.table;
    for (total, parts) in &of.plan.identities {
        let number = |found: &Found, line: usize| of.value(found, line).number();
        let names: Vec<String> = parts.iter().map(|part| shown(table, part.column)).collect();
        let (name, sum_of) = (shown(table, total.column), names.join(" + "));
        let mut finding: Option<Finding> = None;
        for (line, _) in table.lines.iter().enumerate().filter(|(_, row)| row.role == Role::Data) {
            let Some(given) = number(total, line) else { continue };
            let parts: Option<Vec<Decimal>> = parts.iter().map(|part| number(part, line)).collect();
            let Some(sum) = parts.map(|parts| parts.iter().sum::<Decimal>()).filter(|sum| *sum != given) else {
                continue;
            };
            let place = || of.place(total, line);
            let found = format!("{} ≠ {}", format(given), format(sum));
            finding = Some(match finding {
                Some(finding) => finding.also_at(place, found),
                None => kinds::imports::IDENTITY
                    .finding(msg!(
                        "\"{name}\" không bằng tổng các cột thành phần",
                        "\"{name}\" is not the sum of its columns"
                    ))
                    .at(place())
                    .found(found)
                    .expected(msg!("{name} = {sum_of}", "{name} = {sum_of}")),
            });
        }
        findings.extend(finding);
    }
}
