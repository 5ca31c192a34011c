//! What stands in a cell: a value as its column wants it.

use baocao_vietnamese::number::MOST_DIGITS;
use baocao_vietnamese::{date, number};
use rust_decimal::Decimal;

use super::Setting;
use super::columns::Leaf;
use super::grid::Cell;
use crate::diagnostic::{Finding, Place};
use crate::document::Figure;
use crate::form::{Value, meant_thousands};
use crate::report::{ColumnKind, FigureValue, Input, TableCell};
use crate::rows;
use crate::{kinds, msg};

/// A cell of the report as its column wants it.
pub(super) fn cell_of(
    given: &TableCell,
    column: &Leaf,
    setting: &Setting<'_>,
    place: impl Fn() -> Place,
    findings: &mut Vec<Finding>,
) -> Cell {
    findings.extend(two_values(given).map(|finding| finding.at(place())));
    let value = match &given.figure {
        Some(id) => {
            let figure = figure(id, given.earlier, setting, &place, findings);
            if given.value == FigureValue::Absent {
                figure
            } else {
                findings.extend(differs(&given.value, Some(&figure), id).map(|finding| finding.at(place())));
                value_of(&given.value, given.words, column, &place, findings)
            }
        }
        None => value_of(&given.value, given.words, column, &place, findings),
    };
    Cell {
        value: Some(value),
        from: given.figure.as_deref().map(|id| Figure::of(id, given.earlier)),
        note: given.note.as_ref().map(ToString::to_string),
        rows: given.rows,
        columns: given.columns,
        covered: false,
    }
}

/// The value of an indicator.
fn figure(
    id: &str,
    earlier: bool,
    setting: &Setting<'_>,
    place: impl Fn() -> Place,
    findings: &mut Vec<Finding>,
) -> Value {
    if !setting.figures.knows(id) {
        findings.push(
            kinds::figures::UNKNOWN_INDICATOR
                .finding(msg!("không có chỉ tiêu \"{id}\"", "there is no indicator \"{id}\""))
                .at(place())
                .one_of(id, &setting.figures.names()),
        );
    }
    if earlier {
        findings.extend(no_earlier(&place(), setting.input));
    }
    let figures = if earlier { setting.previous } else { Some(setting.figures) };
    figures.and_then(|figures| figures.get(id)).cloned().unwrap_or(Value::Absent)
}

/// Words beside a value or an indicator: only one of them can be printed.
pub fn two_values(given: &TableCell) -> Option<Finding> {
    given.words_beside.then(|| {
        kinds::tables::TWO_VALUES.finding(msg!("ô này ghi cả chữ và số liệu", "the cell has words and a value")).hint(
            msg!("giữ \"text\", hoặc giữ \"value\" và \"figure\"", "keep \"text\", or keep \"value\" and \"figure\""),
        )
    })
}

/// A value that is not what the indicator beside it has.
pub fn differs(given: &FigureValue, figure: Option<&Value>, id: &str) -> Option<Finding> {
    let figure = figure?;
    let (found, expected) = match (given.number(), figure.as_number()) {
        (Some(given), Some(figure)) if given == figure => return None,
        (Some(given), _) => (number::format(given), figure.text()),
        (None, _) => match given {
            FigureValue::Word(text) if text.trim() != figure.text().trim() => (text.clone(), figure.text()),
            // What cannot be read is told as such.
            _ => return None,
        },
    };
    let expected = if expected.is_empty() {
        msg!("chỉ tiêu \"{id}\" không có số liệu", "the indicator \"{id}\" has no value")
    } else {
        msg!("{expected}, số liệu của chỉ tiêu \"{id}\"", "{expected}, the value of the indicator \"{id}\"")
    };
    Some(
        kinds::tables::NOT_THE_FIGURE
            .finding(msg!("số ở đây khác số trong biểu mẫu", "the value here is not that of the forms"))
            .found(found)
            .expected(expected),
    )
}

/// What is wrong where a cell asks for the earlier period: the report names none. Template sets may ask in vain.
pub fn no_earlier(place: &Place, input: &Input) -> Option<Finding> {
    let of_set = place.pointer().is_some_and(|pointer| !input.has(pointer));
    (!of_set && !input.has("/previous")).then(|| {
        kinds::periods::NO_EARLIER
            .finding(msg!(
                "chỗ này lấy số kỳ trước nhưng báo cáo không nêu kỳ trước",
                "the report names no earlier report"
            ))
            .at(place.clone())
            .hint(msg!("thêm \"previous\": {{ \"file\": \"...\" }}", "add \"previous\": {{ \"file\": \"...\" }}"))
    })
}

/// A value as its column wants it.
pub(super) fn value_of(
    given: &FigureValue,
    words: bool,
    column: &Leaf,
    place: impl Fn() -> Place,
    findings: &mut Vec<Finding>,
) -> Value {
    let written = match given {
        FigureValue::Absent => return Value::Absent,
        FigureValue::Number(value) => value.to_string(),
        FigureValue::Written { text, .. } | FigureValue::Ambiguous(text) | FigureValue::Word(text) => text.clone(),
    };
    let as_number = |value: Decimal| match given {
        FigureValue::Written { text, .. } => Value::Number { value, text: text.clone() },
        _ => Value::number(value),
    };
    match column.kind {
        ColumnKind::Text => Value::Word(written),
        // A word that is meant as such.
        _ if words => Value::Word(written),
        ColumnKind::Ordinal => Value::Word(written),
        ColumnKind::Date => match rows::day(&written).map(date::short).or_else(|| rows::month_or_year(&written)) {
            Some(text) => Value::Word(text),
            None => {
                findings.push(
                    kinds::tables::NOT_A_DATE
                        .finding(msg!("ô này không phải một ngày", "this is not a date"))
                        .at(place())
                        .found(written.as_str())
                        .expected(msg!(
                            "ngày/tháng/năm, ví dụ 08/9/2023 hoặc 2023-09-08; chỉ biết tháng, năm: 9/2023, 2023",
                            "08/9/2023 or 2023-09-08; where only month or year is known 9/2023, 2023"
                        )),
                );
                Value::Word(written)
            }
        },
        ColumnKind::Count | ColumnKind::Money | ColumnKind::Percent | ColumnKind::Number => match given.number() {
            Some(value) if column.kind == ColumnKind::Count && !value.is_integer() => {
                let title = &column.title;
                let finding = kinds::figures::FRACTION
                    .finding(msg!("số đếm phải là số nguyên", "a count must be a whole number"))
                    .at(place())
                    .found(written.as_str())
                    .expected(msg!("số nguyên ở cột \"{title}\"", "a whole number in the column \"{title}\""));
                findings.push(finding.hint(meant_thousands(value, &written).unwrap_or(msg!(
                    "cột có phần thập phân thì dùng \"kind\": \"number\"",
                    "a column with decimals is of \"kind\": \"number\""
                ))));
                Value::Absent
            }
            Some(value) => as_number(value),
            None if matches!(given, FigureValue::Ambiguous(_)) => {
                let digits = written.bytes().filter(u8::is_ascii_digit).count();
                findings.push(if digits > MOST_DIGITS as usize {
                    kinds::input::NUMBER_TOO_LARGE
                        .finding(msg!("số này quá lớn hoặc quá dài", "this number is too large or too long"))
                        .at(place())
                        .found(written)
                        .expected(msg!("không quá {MOST_DIGITS} chữ số", "at most {MOST_DIGITS} digits"))
                } else {
                    kinds::figures::AMBIGUOUS
                        .finding(msg!(
                            "số này có thể đọc theo nhiều cách",
                            "this number can be read in more than one way"
                        ))
                        .at(place())
                        .found(written)
                        .expected(msg!(
                            "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân: \"7.725\", \"75,8\"",
                            "a dot between thousands, a comma before decimals: \"7.725\", \"75,8\""
                        ))
                });
                Value::Absent
            }
            None => {
                let title = &column.title;
                findings.push(
                    kinds::figures::NO_NUMBER
                        .finding(msg!("giá trị này không phải một số", "this value is not a number"))
                        .at(place())
                        .found(written.as_str())
                        .expected(msg!("một số ở cột \"{title}\"", "a number in the column \"{title}\""))
                        .hint(msg!(
                            "nếu cố ý ghi chữ: {{ \"text\": \"...\" }}",
                            "if the words are meant: {{ \"text\": \"...\" }}"
                        )),
                );
                Value::Word(written)
            }
        },
    }
}
