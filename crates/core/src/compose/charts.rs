//! Charts: the values of their bars, and what they say to those who cannot see them.

use baocao_vietnamese::number;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Making;
use crate::diagnostic::{Finding, Place};
use crate::document::{Block, Chart, ChartBar};
use crate::form::trace::marked_as;
use crate::form::{Figures, Value};
use crate::report::{self, BarsFrom, FigureValue, TableCell, pointer_part};
use crate::table::{self, Line, LineKind};
use crate::{kinds, msg};

/// A bar, and where its value stands.
struct Bar {
    label: String,
    value: Option<Decimal>,
    /// The text that the figure has elsewhere: it may say where it came from.
    origin: String,
    place: Place,
}

/// The chart of an id, under a title of its own where it is given one.
pub(super) fn block(
    id: &str,
    title: Option<&str>,
    place: &Place,
    making: &Making<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Block> {
    let Some(chart) = making.chart(id) else {
        let of_set = &making.speaker.set().form.charts;
        let known: Vec<&str> = making.report.charts.keys().chain(of_set.keys()).map(String::as_str).collect();
        findings.push(
            kinds::charts::UNKNOWN
                .finding(msg!("không có biểu đồ \"{id}\"", "there is no chart \"{id}\""))
                .at(place.clone())
                .one_of(id, &known),
        );
        return None;
    };
    let before = findings.len();
    let here = making.input.place(&format!("/charts/{}", pointer_part(id)));
    let mut bars = given(id, chart, making, findings);
    if let Some(from) = &chart.from {
        // A table that could not be made was told of; one that has nothing to print gives no chart either.
        bars.extend(of_table(id, from, making, findings)?);
    }
    if findings.len() > before {
        return None;
    }
    if bars.is_empty() {
        findings.push(
            kinds::charts::BARS
                .finding(msg!("biểu đồ \"{id}\" không có thanh nào", "the chart \"{id}\" has no bars"))
                .at(here)
                .hint(msg!("thêm \"bars\" hoặc \"from\"", "add \"bars\" or \"from\"")),
        );
        return None;
    }
    let most = making.input.limits().bars;
    if bars.len() > most {
        findings.push(
            kinds::charts::BARS
                .finding(msg!("biểu đồ \"{id}\" có quá nhiều thanh", "the chart \"{id}\" has too many bars"))
                .at(here)
                .found(bars.len().to_string())
                .expected(msg!("không quá {most} thanh", "at most {most} bars")),
        );
        return None;
    }
    if let Some(bar) = bars.iter().find(|bar| bar.value.is_some_and(|value| value < Decimal::ZERO)) {
        let label = &bar.label;
        findings.push(
            kinds::charts::NEGATIVE
                .finding(msg!(
                    "biểu đồ không vẽ được số âm: {label}",
                    "a chart cannot draw a number below zero: {label}"
                ))
                .at(bar.place.clone())
                .found(bar.value.map(number::format).unwrap_or_default()),
        );
        return None;
    }
    Some(Block::Chart(drawn(chart, title.unwrap_or(&chart.title), &bars)))
}

fn drawn(chart: &report::Chart, title: &str, bars: &[Bar]) -> Chart {
    let unit = chart.unit.as_deref().unwrap_or("");
    let largest = bars.iter().filter_map(|bar| bar.value).max().unwrap_or_default();
    let full = match chart.full {
        Some(full) if full > 0.0 => full,
        _ if unit == "%" && largest <= Decimal::ONE_HUNDRED => 100.0,
        _ => largest.to_f64().filter(|largest| *largest > 0.0).unwrap_or(1.0),
    };
    let bars: Vec<ChartBar> = bars
        .iter()
        .map(|Bar { label, value, origin, .. }| ChartBar {
            label: label.clone(),
            value: value.map(|value| marked_as(origin, shown(value, unit))).unwrap_or_default(),
            share: value.and_then(|value| value.to_f64()).map_or(0.0, |value| (value / full).clamp(0.0, 1.0)),
        })
        .collect();
    let said =
        |bar: &ChartBar| if bar.value.is_empty() { "không có số liệu".to_owned() } else { bar.value.clone() };
    let figures: Vec<String> = bars.iter().map(|bar| format!("{}: {}", bar.label, said(bar))).collect();
    Chart { title: title.to_owned(), alt: format!("{title}. {}.", figures.join("; ")), bars, end: false, place: None }
}

fn shown(value: Decimal, unit: &str) -> String {
    let value = number::format(value);
    match unit {
        "" => value,
        "%" => format!("{value}%"),
        unit => format!("{value} {unit}"),
    }
}

/// The bars that the chart itself names.
fn given(id: &str, chart: &report::Chart, making: &Making<'_>, findings: &mut Vec<Finding>) -> Vec<Bar> {
    let mut bars = Vec::new();
    for (index, bar) in chart.bars.iter().enumerate() {
        let place = making.input.place(&format!("/charts/{}/bars/{index}/value", pointer_part(id)));
        let (value, origin) = match &bar.value.figure {
            Some(name) => {
                let value = figure(name, &bar.value, &place, making, findings);
                (value.and_then(Value::as_number), value.map_or("", Value::text).to_owned())
            }
            None => {
                findings.extend(not_a_number(&bar.value.value).map(|finding| finding.at(place.clone())));
                (bar.value.value.number(), String::new())
            }
        };
        bars.push(Bar { label: bar.label.to_string(), value, origin, place });
    }
    bars
}

/// The value of an indicator.
fn figure<'a>(
    name: &str,
    cell: &TableCell,
    place: &Place,
    making: &'a Making<'_>,
    findings: &mut Vec<Finding>,
) -> Option<&'a Value> {
    let figures: &Figures = making.speaker.figures();
    if !figures.knows(name) {
        findings.push(
            kinds::figures::UNKNOWN_INDICATOR
                .finding(msg!("không có chỉ tiêu \"{name}\"", "there is no indicator \"{name}\""))
                .at(place.clone())
                .one_of(name, &figures.names()),
        );
    }
    if cell.earlier {
        findings.extend(table::no_earlier(place, making.input));
    }
    let figures = if cell.earlier { making.earlier.map(|earlier| &earlier.figures) } else { Some(figures) };
    figures.and_then(|figures| figures.get(name))
}

/// A value that has no length.
fn not_a_number(value: &FigureValue) -> Option<Finding> {
    match value {
        FigureValue::Number(_) | FigureValue::Written { .. } | FigureValue::Absent => None,
        FigureValue::Word(text) => Some(
            kinds::figures::NO_NUMBER
                .error(msg!("giá trị này không phải một số", "this value is not a number"))
                .found(text.as_str())
                .expected(msg!("một số, hoặc null nếu không có số liệu", "a number, or null where there is none")),
        ),
        FigureValue::Ambiguous(text) => Some(
            kinds::figures::AMBIGUOUS
                .finding(msg!("số này có thể đọc theo nhiều cách", "this number can be read in more than one way"))
                .found(text.as_str())
                .expected(msg!(
                    "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân: \"7.725\", \"75,8\"",
                    "a dot between thousands, a comma before decimals: \"7.725\", \"75,8\""
                )),
        ),
    }
}

/// A bar for each ordinary line of a table; nothing where there is no table.
fn of_table(id: &str, from: &BarsFrom, making: &Making<'_>, findings: &mut Vec<Finding>) -> Option<Vec<Bar>> {
    let here = |field: &str| making.input.place(&format!("/charts/{}/from/{field}", pointer_part(id)));
    let table = making.table(&from.table, &here("table"), findings)?;
    let known: Vec<&str> = table.columns.iter().map(String::as_str).filter(|id| !id.starts_with('#')).collect();
    let mut column = |name: &str, field: &str| {
        let at = table.columns.iter().position(|column| *column == name);
        if at.is_none() {
            findings.push(
                kinds::tables::UNKNOWN_COLUMN
                    .finding(msg!("bảng không có cột \"{name}\"", "the table has no column \"{name}\""))
                    .at(here(field))
                    .one_of(name, &known),
            );
        }
        at
    };
    let (label, value) = (column(&from.label, "label"), column(&from.value, "value"));
    let (label, value) = (label?, value?);
    let lines = table.grid.lines.iter().filter(|line| line.kind == LineKind::Ordinary);
    let text = |value: &Option<Value>| value.as_ref().map_or(String::new(), |value| value.text().replace('\n', " "));
    let bar = |line: &Line| Bar {
        label: text(&line.cells[label].value),
        value: line.cells[value].number(),
        origin: text(&line.cells[value].value),
        place: here("value"),
    };
    Some(lines.map(bar).collect())
}
