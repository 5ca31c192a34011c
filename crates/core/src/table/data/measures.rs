//! Units of measure of a file of rows, held against those that the table prints.

use rust_decimal::Decimal;

use crate::diagnostic::{Finding, Severity};
use crate::report::{ColumnKind, FreeTable};
use crate::rows::measure::{Fit, fit};
use crate::rows::{Said, SaidBy, Table, contradicts, units_printed};
use crate::table::columns::Leaf;
use crate::{kinds, msg};

/// Tells the columns of a file whose values are in another unit of measure than the table prints above them. Rows of a file
/// are printed as they stand, so nothing is converted. `found` has the columns of the file for each of the table.
pub(super) fn check(
    table: &Table<'_>,
    found: &[Vec<usize>],
    columns: &[Leaf],
    definition: &FreeTable,
    findings: &mut Vec<Finding>,
) {
    for (leaf, indexes) in columns.iter().zip(found).filter(|(leaf, _)| leaf.kind.is_number()) {
        let path: Vec<&str> = leaf.path.iter().map(String::as_str).collect();
        let wanted = units_printed(&path, leaf.kind, definition.unit.as_deref());
        for index in indexes {
            let at = table.columns.iter().position(|column| column.index == *index);
            let said = at.map(|at| table.units_of(at, "")).unwrap_or_default();
            findings.extend(differs(leaf, &said, &wanted));
        }
    }
}

fn differs(leaf: &Leaf, said: &[Said], wanted: &[(String, SaidBy)]) -> Option<Finding> {
    let title = &leaf.title;
    let pairs = || said.iter().flat_map(|said| wanted.iter().map(move |wanted| (said, wanted)));
    let fits = |said: &Said, wanted: &str| fit(&said.unit, wanted);
    let is_same = |fit: Fit| fit == Fit::OtherWords || fit == Fit::Times(Decimal::ONE);
    if !contradicts(said) && pairs().any(|(said, (wanted, _))| is_same(fits(said, wanted))) {
        return None;
    }
    let is_own = |by: SaidBy| matches!(by, SaidBy::Column | SaidBy::Format);
    // What is said of several columns may speak of the others.
    let other = pairs().find(|(said, (wanted, by))| match fits(said, wanted) {
        Fit::Times(times) => times != Decimal::ONE,
        Fit::OtherWords => false,
        Fit::Never => is_own(said.by) && is_own(*by),
    });
    if let Some((said, (wanted, _))) = other {
        return Some(
            kinds::data_files::OTHER_UNIT
                .finding(msg!(
                    "tệp ghi cột \"{title}\" theo một đơn vị tính khác với bảng",
                    "the file has the column \"{title}\" in another unit of measure than the table"
                ))
                .at(said.place.clone())
                .found(said.unit.as_str())
                .expected(msg!("{wanted}", "{wanted}"))
                .hint(msg!(
                    "đổi số trong tệp, hoặc ghi đơn vị tính của tệp vào tiêu đề cột hay \"unit\" của bảng",
                    "convert the values of the file, or write its unit into the title of the column or the \"unit\" of the table"
                )),
        );
    }
    let measured = match leaf.kind {
        ColumnKind::Money => said.first(),
        ColumnKind::Number => said.iter().find(|said| said.by != SaidBy::Title),
        _ => None,
    };
    let said = measured.filter(|_| wanted.is_empty())?;
    let unit = &said.unit;
    let mut finding = kinds::data_files::OTHER_UNIT
        .finding(msg!(
            "tệp ghi đơn vị tính của cột \"{title}\", bảng thì không",
            "the file says in which unit the column \"{title}\" is, and the table does not"
        ))
        .at(said.place.clone())
        .found(unit.as_str())
        .hint(msg!(
            "ghi vào tiêu đề cột, ví dụ \"{title} ({unit})\", hoặc vào \"unit\" của bảng",
            "write it into the title of the column, such as \"{title} ({unit})\", or into the \"unit\" of the table"
        ));
    finding.severity = Severity::Warning;
    Some(finding)
}
