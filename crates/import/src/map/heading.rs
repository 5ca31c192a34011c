//! The unit of measure that a header names: `Kế hoạch được giao (đồng)`, `Tỷ lệ (%)`, `ĐVT: triệu đồng`.

use super::column::Found;
use super::measure::{is_measured, is_multiple};
use baocao_core::rows::Table;

/// A unit of measure in the header of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// It as it is written.
    pub(super) unit: String,
    /// Whether the lowest cell says it, of this column alone; a heading above speaks of several columns.
    pub(super) is_own: bool,
}

/// The unit of measure of a column: what the lowest cell of its header says counts before the headings above it.
pub(super) fn of_column(table: &Table<'_>, found: &Found) -> Option<Said> {
    let path = table.columns.get(found.column)?.path.iter().map(String::as_str);
    let below = found.below.split('/').filter(|part| !part.is_empty());
    of_path(&path.chain(below).collect::<Vec<_>>())
}

fn of_path(path: &[&str]) -> Option<Said> {
    let said = path.iter().rev().enumerate().find_map(|(level, part)| Some((level, of_part(part)?)));
    said.map(|(level, unit)| Said { unit, is_own: level == 0 })
}

/// The first unit of measure in brackets, behind a comma, colon or dash, or that is all of it. Single letters number
/// columns, and words for things that are counted are no units of measure.
fn of_part(part: &str) -> Option<String> {
    let opened = part.split(['(', '[']).skip(1).filter_map(|inside| inside.split([')', ']']).next());
    let brackets = opened.flat_map(|inside| std::iter::once(inside).chain(inside.split([',', ';', ':'])));
    let behind = part.rsplit_once([',', ';', ':', '-', '–']).map(|(_, behind)| behind);
    let mut pieces = brackets.chain(behind).map(str::trim);
    let is_letter = |piece: &str| piece.len() == 1 && piece.chars().all(|letter| letter.is_ascii_alphabetic());
    let found = pieces.find(|piece| !is_letter(piece) && (is_measured(piece) || is_multiple(piece)));
    if let Some(unit) = found.or_else(|| Some(part.trim()).filter(|part| !is_letter(part) && is_measured(part))) {
        return Some(baocao_vietnamese::one_line(unit));
    }
    // `Tỷ lệ %`, but not `Trên 90%`.
    let words = part.trim().strip_suffix('%')?.trim_end();
    (!words.ends_with(|last: char| last.is_ascii_digit())).then(|| "%".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_measure_stand_in_any_part_of_a_header() {
        for (path, unit, is_own) in [
            (&["Kế hoạch được giao (đồng)"][..], "đồng", true),
            (&["Vốn (nghìn đồng)", "Kế hoạch"], "nghìn đồng", false),
            (&["Vốn (nghìn đồng)", "Tỷ lệ (%)"], "%", true),
            (&["Vốn", "ĐVT: triệu đồng"], "triệu đồng", true),
            (&["Kế hoạch vốn\n(Đơn vị: Tỷ đồng)"], "Đơn vị: Tỷ đồng", true),
            (&["Diện tích [ha]"], "ha", true),
            (&["Dân số, nghìn người"], "nghìn người", true),
            (&["Kế hoạch", "Triệu đồng"], "Triệu đồng", true),
            (&["Tỷ lệ giải ngân %"], "%", true),
            (&["Kế hoạch (lũy kế, triệu đồng)"], "triệu đồng", true),
        ] {
            assert_eq!(of_path(path), Some(Said { unit: unit.to_owned(), is_own }), "{path:?}");
        }
    }

    #[test]
    fn other_words_are_no_units_of_measure() {
        for part in [
            "Kế hoạch (1)",
            "(a)",
            "(m)",
            "Số (kỳ trước)",
            "Đã giao (lũy kế)",
            "Hồ sơ (hồ sơ)",
            "Tỷ lệ giải ngân",
            "Số (tỷ trọng)",
            "Số đạt trên 90%",
            "",
        ] {
            assert_eq!(of_part(part), None, "{part}");
        }
    }
}
