//! Charts: the values of their bars, and what they say to those who cannot see them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Making;
use crate::diagnostic::{Finding, Place};
use crate::document::{Block, Chart, ChartBar};
use crate::form::Value;
use crate::msg;
use crate::report::{self, BarsFrom, FigureValue, pointer_part};
use crate::table::LineKind;
use crate::vietnamese::number;

/// A chart may have no more bars: it must stand on one page.
const MOST_BARS: usize = 30;

/// The label and the value of a bar.
type Bar = (String, Option<Decimal>);

/// The chart of an id.
pub(super) fn block(id: &str, place: &Place, making: &Making<'_>, findings: &mut Vec<Finding>) -> Option<Block> {
    let of_set = &making.speaker.set().form.charts;
    let Some(chart) = making.report.charts.get(id).or_else(|| of_set.get(id)) else {
        let known: Vec<&str> = making.report.charts.keys().chain(of_set.keys()).map(String::as_str).collect();
        findings.push(
            Finding::error("bieu-do/khong-biet", msg!("không có biểu đồ \"{id}\"", "there is no chart \"{id}\""))
                .at(place.clone())
                .one_of(id, &known),
        );
        return None;
    };
    let before = findings.len();
    let here = making.input.place(&format!("/charts/{}", pointer_part(id)));
    let mut bars = given(id, chart, making, findings);
    bars.extend(chart.from.as_ref().map(|from| of_table(from, &here, making, findings)).unwrap_or_default());
    if findings.len() > before {
        return None;
    }
    if bars.is_empty() || bars.len() > MOST_BARS {
        let count = bars.len();
        findings.push(
            Finding::error(
                "bieu-do/so-thanh",
                msg!(
                    "biểu đồ \"{id}\" không có thanh nào hoặc có quá nhiều thanh",
                    "the chart \"{id}\" has no bars, or too many"
                ),
            )
            .at(here)
            .found(count.to_string())
            .expected(msg!("1 đến {MOST_BARS} thanh", "1 to {MOST_BARS} bars")),
        );
        return None;
    }
    if let Some((label, _)) = bars.iter().find(|(_, value)| value.is_some_and(|value| value < Decimal::ZERO)) {
        findings.push(
            Finding::error(
                "bieu-do/so-am",
                msg!("biểu đồ không vẽ được số âm: {label}", "a chart cannot draw a number below zero: {label}"),
            )
            .at(here),
        );
        return None;
    }
    Some(Block::Chart(drawn(chart, &bars)))
}

fn drawn(chart: &report::Chart, bars: &[Bar]) -> Chart {
    let unit = chart.unit.as_deref().unwrap_or("");
    let largest = bars.iter().filter_map(|(_, value)| *value).max().unwrap_or_default();
    let full = match chart.full {
        Some(full) if full > 0.0 => full,
        _ if unit == "%" && largest <= Decimal::ONE_HUNDRED => 100.0,
        _ => largest.to_f64().filter(|largest| *largest > 0.0).unwrap_or(1.0),
    };
    let bars: Vec<ChartBar> = bars
        .iter()
        .map(|(label, value)| ChartBar {
            label: label.clone(),
            value: value.map(|value| shown(value, unit)).unwrap_or_default(),
            share: value.and_then(|value| value.to_f64()).map_or(0.0, |value| (value / full).clamp(0.0, 1.0)),
        })
        .collect();
    let said =
        |bar: &ChartBar| if bar.value.is_empty() { "không có số liệu".to_owned() } else { bar.value.clone() };
    let figures: Vec<String> = bars.iter().map(|bar| format!("{}: {}", bar.label, said(bar))).collect();
    Chart { title: chart.title.to_string(), alt: format!("{}. {}.", chart.title, figures.join("; ")), bars, end: false }
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
    let figures = making.speaker.figures();
    let mut bars = Vec::new();
    for (index, bar) in chart.bars.iter().enumerate() {
        let place = making.input.place(&format!("/charts/{}/bars/{index}/value", pointer_part(id)));
        let value = match &bar.value.figure {
            Some(name) => {
                if !figures.knows(name) {
                    findings.push(
                        Finding::error(
                            "so-lieu/ma-khong-biet",
                            msg!("không có chỉ tiêu \"{name}\"", "there is no indicator \"{name}\""),
                        )
                        .at(place)
                        .one_of(name, &figures.names()),
                    );
                }
                let of = if bar.value.earlier { making.earlier.map(|earlier| &earlier.figures) } else { Some(figures) };
                of.and_then(|figures| figures.get(name)).and_then(Value::as_number)
            }
            None => {
                let value = bar.value.value.number();
                if value.is_none() && bar.value.value != FigureValue::Absent {
                    findings.push(
                        Finding::error(
                            "so-lieu/khong-phai-so",
                            msg!("giá trị này không phải một số", "this value is not a number"),
                        )
                        .at(place),
                    );
                }
                value
            }
        };
        bars.push((bar.label.to_string(), value));
    }
    bars
}

/// A bar for each ordinary line of a table.
fn of_table(from: &BarsFrom, here: &Place, making: &Making<'_>, findings: &mut Vec<Finding>) -> Vec<Bar> {
    let Some(table) = making.table(&from.table, here, findings) else { return Vec::new() };
    let known: Vec<&str> = table.columns.iter().map(String::as_str).collect();
    let mut column = |name: &str| {
        let at = known.iter().position(|column| *column == name);
        if at.is_none() {
            findings.push(
                Finding::error(
                    "bang/cot-khong-biet",
                    msg!("bảng không có cột \"{name}\"", "the table has no column \"{name}\""),
                )
                .at(here.clone())
                .one_of(name, &known),
            );
        }
        at
    };
    let (Some(label), Some(value)) = (column(&from.label), column(&from.value)) else { return Vec::new() };
    let lines = table.grid.lines.iter().filter(|line| line.kind == LineKind::Ordinary);
    let text = |value: &Option<Value>| value.as_ref().map_or(String::new(), |value| value.text().replace('\n', " "));
    lines.map(|line| (text(&line.cells[label].value), line.cells[value].number())).collect()
}
