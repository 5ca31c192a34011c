//! Ratios, sums and differences: computed where the report leaves them out, compared where it gives them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Figures, FormFile, Row, Value, ZeroDenominator, read};
use crate::diagnostic::{Finding, nearest};
use crate::msg;
use crate::report::{Input, Report, pointer_part};
use crate::vietnamese::number;

/// Reads the figures of a report by the forms of its template and computes what it leaves out.
pub fn figures(form: &FormFile, report: &Report, input: &Input, findings: &mut Vec<Finding>) -> Figures {
    let rows: BTreeMap<&str, &Row> = form.indicators().collect();
    let mut figures = Figures::default();
    for (id, figure) in &report.figures {
        let pointer = pointer(id);
        let Some(row) = rows.get(id.as_str()) else {
            let template = &report.template;
            let finding = Finding::error(
                "so-lieu/ma-khong-biet",
                msg!("không có chỉ tiêu \"{id}\" trong mẫu {template}", "there is no indicator \"{id}\" in {template}"),
            )
            .at(input.key_place(&pointer));
            findings.push(match nearest(id, rows.keys().copied()) {
                Some(near) => {
                    if !report.figures.contains_key(near) {
                        figures.refused.insert(near.to_owned());
                    }
                    finding.hint(msg!("có phải \"{near}\"?", "did you mean \"{near}\"?"))
                }
                None => finding.hint(msg!(
                    "`baocao new {template}` viết ra mọi mã chỉ tiêu",
                    "`baocao new {template}` writes out the ids of all indicators"
                )),
            });
            continue;
        };
        let value = read::read(row, &figure.value, input.place(&pointer), findings);
        if value.is_none() {
            figures.refused.insert(id.clone());
        }
        figures.values.insert(id.clone(), value.unwrap_or(Value::Absent));
        if let Some(note) = &figure.note {
            figures.notes.insert(id.clone(), note.to_string());
        }
    }
    for id in in_order(&rows) {
        settle(id, rows[id], form, report, input, &mut figures, findings);
    }
    figures
}

/// Indicators so that parts come before what is computed from them. The form was checked for circles.
fn in_order<'a>(rows: &BTreeMap<&'a str, &'a Row>) -> Vec<&'a str> {
    fn visit<'a>(id: &'a str, rows: &BTreeMap<&'a str, &'a Row>, order: &mut Vec<&'a str>) {
        if order.contains(&id) {
            return;
        }
        for part in rows.get(id).map(|row| row.parts()).unwrap_or_default() {
            visit(part, rows, order);
        }
        order.push(id);
    }
    let mut order = Vec::with_capacity(rows.len());
    for id in rows.keys() {
        visit(id, rows, &mut order);
    }
    order
}

/// Computes or compares one indicator.
fn settle(
    id: &str,
    row: &Row,
    form: &FormFile,
    report: &Report,
    input: &Input,
    figures: &mut Figures,
    findings: &mut Vec<Finding>,
) {
    let formula = formula(row, figures);
    match (figures.get(id), formula) {
        (None, Some(Formula::Undefined { .. })) => {
            let value = match form.zero_denominator {
                ZeroDenominator::Blank => Value::Absent,
                ZeroDenominator::Dash => Value::Word("-".to_owned()),
                ZeroDenominator::Zero => Value::number(Decimal::ZERO),
            };
            figures.values.insert(id.to_owned(), value);
        }
        (None, Some(formula)) => {
            let value = match formula {
                Formula::Ratio { exact, .. } => number::round(exact, form.decimals),
                Formula::Exact { value, .. } => value,
                Formula::Undefined { .. } => return,
            };
            figures.values.insert(id.to_owned(), Value::number(value));
        }
        (None, None) if !row.parts().is_empty() => {
            // A part is absent or a word: there is nothing to compute, and the parts were told of.
            figures.values.insert(id.to_owned(), Value::Absent);
        }
        (None, None) if !row.optional && !report.figures.contains_key(id) && !figures.refused.contains(id) => {
            let label = crate::markdown::plain_label(&row.label);
            findings.push(
                Finding::warning(
                    "so-lieu/thieu",
                    msg!("thiếu số liệu \"{id}\": {label}", "the figure \"{id}\" is missing: {label}"),
                )
                .at(input.place("/figures"))
                .hint(msg!(
                    "thêm số liệu, hoặc null nếu biết chắc là không có",
                    "add the figure, or null where it is known to be absent"
                )),
            );
        }
        (Some(Value::Number { value, text }), Some(formula)) => {
            if let Some(finding) = compare(*value, text, &formula) {
                findings.push(finding.at(input.place(&pointer(id))));
            }
        }
        _ => {}
    }
}

/// What a formula gives.
enum Formula {
    /// A percentage, not yet rounded, and how it came about.
    Ratio { exact: Decimal, text: String },
    /// A sum or a difference.
    Exact { value: Decimal, text: String },
    /// A ratio over zero.
    Undefined { text: String },
}

fn formula(row: &Row, figures: &Figures) -> Option<Formula> {
    let value = |id: &String| figures.get(id).and_then(Value::as_number);
    let shown = number::format;
    if let Some([part, whole]) = &row.ratio {
        let (part, whole) = (value(part)?, value(whole)?);
        let text = format!("{} / {}", shown(part), shown(whole));
        if whole.is_zero() {
            return Some(Formula::Undefined { text });
        }
        let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
        return Some(Formula::Ratio { exact, text });
    }
    if let Some(parts) = &row.sum {
        let parts = parts.iter().map(value).collect::<Option<Vec<_>>>()?;
        let text = parts.iter().map(|part| shown(*part)).collect::<Vec<_>>().join(" + ");
        let value = parts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)?;
        return Some(Formula::Exact { value, text });
    }
    let [whole, part] = row.difference.as_ref()?;
    let (whole, part) = (value(whole)?, value(part)?);
    Some(Formula::Exact { value: whole.checked_sub(part)?, text: format!("{} - {}", shown(whole), shown(part)) })
}

/// A value that a report brings, held against its formula.
fn compare(given: Decimal, shown: &str, formula: &Formula) -> Option<Finding> {
    match formula {
        Formula::Ratio { exact, text } => {
            let decimals = given.scale();
            let right = number::round(*exact, decimals);
            if right == given || number::round(*exact, given.normalize().scale()) == given {
                return None;
            }
            let right_text = number::format(number::round(*exact, decimals.max(1)));
            let cut = exact.trunc_with_scale(decimals) == given;
            let message = if cut {
                msg!("tỷ lệ bị cắt bớt, không làm tròn", "the ratio was cut off, not rounded")
            } else {
                msg!("tỷ lệ không khớp với tử số và mẫu số", "the ratio does not agree with its parts")
            };
            let id = if cut { "so-lieu/ti-le-cat-bot" } else { "so-lieu/ti-le-sai" };
            Some(
                Finding::warning(id, message)
                    .found(shown)
                    .expected(msg!("{right_text} = {text}", "{right_text} = {text}")),
            )
        }
        Formula::Undefined { text } => Some(
            Finding::warning("so-lieu/mau-so-khong", msg!("tỷ lệ có mẫu số bằng 0", "a ratio whose denominator is 0"))
                .found(format!("{text} = {shown}"))
                .expected(msg!("để trống", "blank")),
        ),
        Formula::Exact { value, .. } if *value == given => None,
        Formula::Exact { value, text } => {
            let right = number::format(*value);
            Some(
                Finding::warning(
                    "so-lieu/tong-sai",
                    msg!("tổng không khớp với các thành phần", "the total does not agree with its parts"),
                )
                .found(shown)
                .expected(msg!("{right} = {text}", "{right} = {text}")),
            )
        }
    }
}

/// The JSON pointer of a figure.
fn pointer(id: &str) -> String {
    format!("/figures/{}", pointer_part(id))
}
