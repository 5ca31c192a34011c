//! Charts: the values of their bars (`mod.rs`), and how they are drawn (`draw`).

mod draw;
mod ticks;

use std::sync::Arc;

use rust_decimal::Decimal;

use super::Making;
use crate::diagnostic::{Finding, Place, has_errors};
use crate::document::{Block, Figure, Runs, Style, Woven, plain_text};
use crate::form::{Figures, Value};
use crate::report::{self, BarsFrom, ChartLook, ChartOrder, FigureValue, Orientation, TableCell, pointer_part};
use crate::table::{self, Line, LineKind};
use crate::{kinds, msg};

/// A bar, or a point of each line.
struct Bar {
    label: String,
    values: Vec<Given>,
}

/// A value, and where it stands.
struct Given {
    value: Option<Decimal>,
    /// The figure that it is, where it is one.
    from: Option<Arc<Figure>>,
}

/// The chart of an id, under a title of its own where it is given one, for pages that lie as `orientation` says.
pub(super) fn block(
    id: &str,
    title: Option<&Runs>,
    orientation: Orientation,
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
    let here = |below: &str| making.input.place(&format!("/charts/{}{below}", pointer_part(id)));
    tell_unequal(chart, here, findings);
    let mut bars = given(id, chart, making, findings);
    if let Some(from) = &chart.from {
        // A table that could not be made was told of; one that has nothing to print gives no chart either.
        let Some(of_table) = of_table(id, from, making, findings) else {
            if making.is_left_out(None, Some(id)) {
                let table = &from.table;
                findings.push(
                    kinds::data_files::LEFT_OUT
                        .finding(msg!(
                            "bỏ biểu đồ \"{id}\": bảng \"{table}\" không có dòng nào",
                            "the chart \"{id}\" is left out: the table \"{table}\" has no rows"
                        ))
                        .at(here("/from/table")),
                );
            }
            return None;
        };
        bars.extend(of_table);
    }
    if has_errors(&findings[before..]) {
        return None;
    }
    if bars.is_empty() {
        findings.push(
            kinds::charts::BARS
                .finding(msg!("biểu đồ \"{id}\" không có thanh nào", "the chart \"{id}\" has no bars"))
                .at(here(""))
                .hint(msg!("thêm \"bars\" hoặc \"from\"", "add \"bars\" or \"from\"")),
        );
        return None;
    }
    let most = making.input.limits().bars;
    if bars.len() > most {
        findings.push(
            kinds::charts::BARS
                .finding(msg!("biểu đồ \"{id}\" có quá nhiều thanh", "the chart \"{id}\" has too many bars"))
                .at(here(""))
                .found(bars.len().to_string())
                .expected(msg!("không quá {most} thanh", "at most {most} bars")),
        );
        return None;
    }
    if let Some(order) = chart.order {
        sort(&mut bars, order);
    }
    if chart.look == ChartLook::Line
        && let Some(finding) = no_line(chart, bars.len())
    {
        findings.push(finding.at(here("/look")));
        return None;
    }
    let room = Style::of(making.report.style.as_ref()).room(orientation);
    let title = match title {
        Some(title) => (plain_text(title), title.clone()),
        None => (chart.title.to_string(), Runs::text(&Woven::at(&chart.title, Some(&here("/title"))))),
    };
    let drawn = draw::drawn(chart, (&title.0, title.1), &bars, &room);
    if drawn.is_none() {
        findings.push(
            kinds::charts::BARS
                .finding(msg!("biểu đồ \"{id}\" cao hơn một trang", "the chart \"{id}\" is higher than a page"))
                .at(here(""))
                .hint(msg!(
                    "bớt thanh, rút ngắn nhãn, hoặc tách thành hai biểu đồ",
                    "take bars out, shorten the labels, or make it two charts"
                )),
        );
    }
    drawn.map(Block::Chart)
}

/// Each bar has a value for each of the series.
fn tell_unequal(chart: &report::Chart, here: impl Fn(&str) -> Place, findings: &mut Vec<Finding>) {
    let wanted = chart.series.len().max(1);
    let bars = chart.bars.iter().enumerate().map(|(at, bar)| (format!("/bars/{at}"), bar.cells().count()));
    let from = chart.from.iter().map(|from| ("/from".to_owned(), from.columns().count()));
    for (below, count) in bars.chain(from).filter(|(_, count)| *count != wanted) {
        findings.push(
            kinds::charts::SERIES
                .finding(msg!(
                    "mỗi thanh của biểu đồ này có {wanted} giá trị",
                    "each bar of this chart has {wanted} values"
                ))
                .at(here(&below))
                .found(count.to_string())
                .hint(msg!(
                    "một giá trị: \"value\"; nhiều giá trị: \"values\", theo thứ tự của \"series\"",
                    "one value: \"value\"; several: \"values\", in the order of \"series\""
                )),
        );
    }
}

/// What keeps a chart from being a line.
fn no_line(chart: &report::Chart, points: usize) -> Option<Finding> {
    let kind = kinds::charts::LINE;
    if points < 2 {
        return Some(kind.finding(msg!("đường qua các kỳ cần ít nhất hai điểm", "a line needs two points at least")));
    }
    if chart.series.len() > 2 {
        return Some(kind.finding(msg!("không vẽ quá hai đường trong một hình", "a chart has two lines at most")));
    }
    let words = msg!("các điểm của đường đi theo thứ tự thời gian", "the points of a line stand in the order of time");
    chart.order.map(|_| kind.finding(words).hint(msg!("bỏ \"order\"", "take \"order\" out")))
}

/// Sorts bars by their last value; those without one come last.
fn sort(bars: &mut [Bar], order: ChartOrder) {
    let value = |bar: &Bar| bar.values.last().and_then(|value| value.value);
    bars.sort_by(|a, b| match (value(a), value(b)) {
        (Some(a), Some(b)) if order == ChartOrder::Ascending => a.cmp(&b),
        (Some(a), Some(b)) => b.cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}

/// The bars that the chart itself names.
fn given(id: &str, chart: &report::Chart, making: &Making<'_>, findings: &mut Vec<Finding>) -> Vec<Bar> {
    let mut bars = Vec::new();
    for (index, bar) in chart.bars.iter().enumerate() {
        let mut values = Vec::new();
        for (field, cell) in bar.cells() {
            let place = making.input.place(&format!("/charts/{}/bars/{index}/{field}", pointer_part(id)));
            findings.extend(table::two_values(cell).map(|finding| finding.at(place.clone())));
            let figure = cell.figure.as_ref().map(|name| (name, figure(name, cell, &place, making, findings)));
            findings.extend(not_a_number(&cell.value).map(|finding| finding.at(place.clone())));
            let from = cell.figure.as_deref().map(|name| Figure::of(name, cell.earlier));
            let value = match figure {
                Some((_, value)) if cell.value == FigureValue::Absent => value.and_then(Value::as_number),
                Some((name, value)) => {
                    findings.extend(table::differs(&cell.value, value, name).map(|finding| finding.at(place)));
                    cell.value.number()
                }
                None => cell.value.number(),
            };
            values.push(Given { value, from });
        }
        bars.push(Bar { label: bar.label.to_string(), values });
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
    if table.is_empty {
        return None;
    }
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
    let label = column(&from.label, "label");
    let values: Vec<Option<usize>> = from.columns().map(|(field, name)| column(name, &field)).collect();
    let (label, values) = (label?, values.into_iter().collect::<Option<Vec<usize>>>()?);
    let lines = table.grid.lines.iter().filter(|line| line.kind == LineKind::Ordinary);
    for ((field, name), at) in from.columns().zip(&values) {
        let said = |line: &Line| line.cells[*at].value.clone().filter(|value| value.as_number().is_none());
        let words = lines.clone().find_map(|line| said(line).filter(|value| *value != Value::Absent));
        findings.extend(words.map(|words| {
            kinds::figures::NO_NUMBER
                .error(msg!("cột \"{name}\" của biểu đồ có chữ", "the column \"{name}\" of the chart has words"))
                .at(here(&field))
                .found(words.text())
                .expected(msg!("một cột số", "a column of numbers"))
        }));
    }
    let text = |value: &Option<Value>| value.as_ref().map_or(String::new(), |value| value.text().replace('\n', " "));
    let given = |line: &Line, at: usize| Given { value: line.cells[at].number(), from: line.cells[at].from.clone() };
    let bar = |line: &Line| Bar {
        label: text(&line.cells[label].value),
        values: values.iter().map(|at| given(line, *at)).collect(),
    };
    Some(lines.map(bar).collect())
}
