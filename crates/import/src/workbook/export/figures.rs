//! What the cell of an indicator holds: a number, a word, or a formula with its result.

use std::collections::BTreeMap;

use baocao_core::form::{Figures, FormFile, Formula as Computed, Kind, Row, Value};
use baocao_core::report::FigureValue;
use rust_decimal::Decimal;
use rust_xlsxwriter::Formula;

use super::super::ABSENT;
use super::validation::coded;
use super::{Filled, formulas};

/// The content of a cell.
pub(super) enum Content {
    Blank,
    Number(f64),
    Words(String),
    Formula(Formula),
}

/// Where the values of indicators stand: the name of the sheet, the address in it.
pub(super) type Addresses<'a> = BTreeMap<&'a str, (String, String)>;

/// What the cell of an indicator on a sheet holds.
pub(super) fn content(
    id: &str,
    row: &Row,
    sheet: &str,
    form: &FormFile,
    addresses: &Addresses<'_>,
    filled: Option<&Filled<'_>>,
) -> Content {
    let given = filled.and_then(|filled| filled.given(id)).map(|figure| &figure.value);
    let computed = filled.and_then(|filled| computed(row, form, filled.figures));
    let formula = formula(row, sheet, form, addresses);
    match (given, formula) {
        // A value that the formula gives as well is not written over it.
        (Some(given), Some(formula)) if gives(computed.as_ref(), given) => {
            Content::Formula(formula.set_result(result(computed.as_ref())))
        }
        (Some(given), _) => of_report(given, row),
        (None, Some(formula)) => Content::Formula(formula.set_result(result(computed.as_ref()))),
        (None, None) => Content::Blank,
    }
}

/// What the formula of a row gives with the figures of a report.
fn computed(row: &Row, form: &FormFile, figures: &Figures) -> Option<Value> {
    match &row.same_as {
        Some(other) => figures.get(other).cloned(),
        None => Some(Computed::of(row, figures)?.value(form.decimals, form.zero_denominator)),
    }
}

fn gives(computed: Option<&Value>, given: &FigureValue) -> bool {
    let number = given.number();
    number.is_some() && computed.and_then(Value::as_number) == number
}

/// The result that stands beside a formula until the spreadsheet program computes it.
fn result(value: Option<&Value>) -> String {
    match value {
        Some(Value::Number { value, .. }) => value.normalize().to_string(),
        Some(Value::Word(word)) => word.clone(),
        Some(Value::Absent) | None => String::new(),
    }
}

fn of_report(given: &FigureValue, row: &Row) -> Content {
    match given {
        FigureValue::Absent => Content::Words(ABSENT.to_owned()),
        FigureValue::Number(value) => number(*value, row),
        // Zeros in front are a part of what is printed.
        FigureValue::Written { text, value, percent: false }
            if !text.trim_start().starts_with('0') || value.is_zero() || text.contains(',') =>
        {
            number(*value, row)
        }
        FigureValue::Written { text, .. } | FigureValue::Ambiguous(text) | FigureValue::Word(text) => {
            Content::Words(text.clone())
        }
    }
}

fn number(value: Decimal, row: &Row) -> Content {
    if row.kind == Kind::Code
        && let Some(code) = row.code_of(value)
    {
        return Content::Words(coded(code.code, &code.label));
    }
    // Workbooks hold binary numbers: one that they would not hold exactly is written as words.
    let text = value.normalize().to_string();
    match text.parse::<f64>() {
        Ok(number) if number.to_string() == text => Content::Number(number),
        _ => Content::Words(baocao_vietnamese::number::format(value)),
    }
}

/// The formula of a row, blank where a part is blank; nothing where it has none.
fn formula(row: &Row, sheet: &str, form: &FormFile, addresses: &Addresses<'_>) -> Option<Formula> {
    let cell = |id: &String| -> Option<String> {
        let (on, address) = addresses.get(id.as_str())?;
        Some(if on == sheet { address.clone() } else { format!("'{}'!{address}", on.replace('\'', "''")) })
    };
    if let Some([part, whole]) = &row.ratio {
        return Some(formulas::ratio(&cell(part)?, &cell(whole)?, form));
    }
    if let Some(parts) = &row.sum {
        return formulas::sum(&parts.iter().map(cell).collect::<Option<Vec<_>>>()?);
    }
    if let Some([whole, part]) = &row.difference {
        return Some(formulas::difference(&cell(whole)?, &cell(part)?));
    }
    let other = cell(row.same_as.as_ref()?)?;
    // Two rows that name each other would go round in a circle.
    let back = form.indicator(row.same_as.as_deref()?)?.same_as.is_some();
    (!back).then(|| formulas::same(&other))
}
