//! How a chart is drawn: how long its bars are, how much room labels and values take, what it says in words.

use baocao_vietnamese::number;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Bar, Given, ticks};
use crate::document::shifted::said;
use crate::document::width::{self, Face};
use crate::document::{Chart, ChartBar, ChartValue, Drawn, Inline, Room, Runs, Tick};
use crate::report::{self, ChartLook};

/// What is printed where a value is missing.
const MISSING: &str = "không có số liệu";

/// Labels take at most this part of the width.
const WIDEST_LABELS: f64 = 0.42;

/// A chart and what stands around it take at most this part of a page.
const HIGHEST: f64 = 0.85;

/// Sizes that a chart may be set in, smaller than the document's, in points.
const SMALLER: [f64; 2] = [11.0, 10.0];

/// The distance of bars, in points, and of lines of text, in units of the size (`templates/layout/chart.typ`).
const GAP_PT: f64 = 6.0;
const LINE_EM: f64 = 1.15;

/// What stays free beside the labels of points, in points.
const AROUND_LABELS_PT: f64 = 4.0;

/// What stays free beside the values of points, in points.
const AROUND_VALUES_PT: f64 = 1.0;

/// The height of the field of a line, in points.
const LINE_FIELD_PT: f64 = 150.0;

/// The chart as the page draws it; nothing where it is higher than a page.
pub(super) fn drawn(chart: &report::Chart, (title, runs): (&str, Runs), bars: &[Bar], room: &Room) -> Option<Chart> {
    let unit = chart.unit.as_deref().unwrap_or("");
    let numbers = || bars.iter().flat_map(|bar| &bar.values).filter_map(|given| given.value);
    let (lowest, highest) = (numbers().min().unwrap_or_default(), numbers().max().unwrap_or_default());
    let full = match chart.full {
        Some(full) if full > 0.0 => Decimal::try_from(full).ok(),
        _ if unit == "%" && lowest >= Decimal::ZERO && highest <= Decimal::ONE_HUNDRED => Some(Decimal::ONE_HUNDRED),
        _ => None,
    };
    let scale = match chart.look {
        ChartLook::Bars => Scale::new(lowest.min(Decimal::ZERO), highest.max(full.unwrap_or(highest))),
        ChartLook::Line => {
            let (low, high) = ticks::ends(lowest, highest, full);
            Scale::new(low, high)
        }
    };
    let ticks = match chart.look {
        ChartLook::Bars => Vec::new(),
        ChartLook::Line => ticks::between(scale.low, scale.high)
            .into_iter()
            .map(|value| Tick { text: number::format(value), at: scale.at(value) })
            .collect(),
    };
    let value_em = Widths::of(numbers());
    let sizes = std::iter::once(room.size_pt).chain(SMALLER.into_iter().filter(|smaller| *smaller < room.size_pt));
    let label_em = |size: f64| match chart.look {
        ChartLook::Bars => label_em(bars, room.width_pt / size),
        // The room at the left is that of the values beside the line.
        ChartLook::Line => ticks.iter().map(|tick| width::of(&tick.text)).fold(0.0, f64::max),
    };
    // What one point has, in units of the size.
    #[expect(clippy::cast_precision_loss, reason = "a few points")]
    let each = |size: f64| ((room.width_pt - GAP_PT) / size - label_em(size)) / bars.len().max(1) as f64;
    let every = |size: f64| match chart.look {
        ChartLook::Bars => 1,
        ChartLook::Line => label_every(bars, each(size), AROUND_LABELS_PT / size),
    };
    let values_every = |size: f64| match chart.look {
        ChartLook::Bars => 1,
        ChartLook::Line => every_fits(bars.len(), each(size), AROUND_VALUES_PT / size, value_em.widest),
    };
    let fitting: Vec<f64> = sizes
        .filter(|size| height(chart, title, bars, label_em(*size), room, *size) <= room.height_pt * HIGHEST)
        .collect();
    let size_pt = *fitting.iter().find(|size| every(**size) == 1 && values_every(**size) == 1).or(fitting.last())?;
    let (label_every, label_em, each) = (every(size_pt), label_em(size_pt), each(size_pt));
    #[expect(clippy::cast_precision_loss, reason = "a small number")]
    let label_room = each * label_every as f64 - AROUND_LABELS_PT / size_pt;
    let is_labelled = |at: usize| at % label_every == (label_every - 1) / 2;
    Some(Chart {
        alt: said(&alt(chart, title, unit, bars)).into_owned(),
        title: runs,
        unit: chart.unit.as_ref().map(|unit| Inline::text(&format!("Đơn vị tính: {unit}")).into()),
        look: if chart.look == ChartLook::Line { Drawn::Line } else { Drawn::Bars },
        series: chart.series.iter().map(|name| Inline::text(name).into()).collect(),
        bars: bars
            .iter()
            .enumerate()
            .map(|(at, bar)| ChartBar {
                label: match chart.look {
                    ChartLook::Bars => Inline::text(&bar.label).into(),
                    ChartLook::Line if is_labelled(at) => point_label(&bar.label, label_room).into(),
                    ChartLook::Line => Runs::default(),
                },
                values: bar.values.iter().map(|given| value(given, &scale, value_em)).collect(),
            })
            .collect(),
        label_every,
        value_every: match values_every(size_pt) {
            // Values stand where labels do.
            several if several > 1 => several.max(label_every),
            one => one,
        },
        size_pt,
        label_em,
        value_em: value_em.before + value_em.after,
        zero: scale.at(Decimal::ZERO.max(scale.low)),
        framed: full.is_some() && lowest >= Decimal::ZERO,
        ticks,
        end: false,
        tight: false,
        loose: false,
        place: None,
    })
}

/// The values between the ends of a chart.
struct Scale {
    low: Decimal,
    high: Decimal,
}

impl Scale {
    fn new(low: Decimal, high: Decimal) -> Self {
        Self { low, high: if high > low { high } else { low.checked_add(Decimal::ONE).unwrap_or(low) } }
    }

    /// Where a value lies, 0 to 1.
    fn at(&self, value: Decimal) -> f64 {
        let part = |value: Decimal| value.checked_sub(self.low).and_then(|part| part.to_f64()).unwrap_or_default();
        let whole = part(self.high);
        if whole > 0.0 { (part(value) / whole).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// How wide values are before their comma, behind it, and in all, in units of the size.
#[derive(Debug, Clone, Copy)]
struct Widths {
    before: f64,
    after: f64,
    widest: f64,
}

impl Widths {
    /// The most of some values.
    fn of(values: impl Iterator<Item = Decimal>) -> Self {
        values.map(|value| Self::one(&number::format(value))).fold(Self::one(""), |most, one| Self {
            before: most.before.max(one.before),
            after: most.after.max(one.after),
            widest: most.widest.max(one.widest),
        })
    }

    fn one(text: &str) -> Self {
        let (whole, decimals) = text.split_once(',').unwrap_or((text, ""));
        let after = if decimals.is_empty() { 0.0 } else { width::POINT + width::of(decimals) };
        Self { before: width::of(whole), after, widest: width::of(text) }
    }
}

fn value(given: &Given, scale: &Scale, widths: Widths) -> ChartValue {
    let from = given.from.clone();
    let Some(value) = given.value else {
        return ChartValue { text: MISSING.to_owned(), at: None, pad: 0.0, from };
    };
    let text = number::format(value);
    let pad = widths.after - Widths::one(&text).after;
    ChartValue { text, at: Some(scale.at(value)), pad, from }
}

/// What labels take, in units of the size, where the text is so wide.
fn label_em(bars: &[Bar], text_em: f64) -> f64 {
    let longest = bars.iter().map(|bar| width::of(&bar.label)).fold(0.0, f64::max);
    // A hair more: widths are not exact to the last digit.
    (longest + 0.1).min(text_em * WIDEST_LABELS)
}

/// Of how many points beside each other one has its label, so that no word of them is wider than its room, nor a quarter or
/// month: `each` is what one point has, `around` what stays free of it, in units of the size.
fn label_every(bars: &[Bar], each: f64, around: f64) -> usize {
    let widest = |label: &str| Face::Regular.of_widest_word(label);
    let words = bars.iter().map(|bar| widest(&bar.label)).fold(0.0, f64::max);
    every_fits(bars.len(), each, around, words)
}

/// Of how many of `count` points beside each other one is told, so that what is so wide finds room: `each` is what one point
/// has, `around` what stays free of it.
fn every_fits(count: usize, each: f64, around: f64, wide: f64) -> usize {
    (1..count).find(|some| f64::from(u32::try_from(*some).unwrap_or(1)) * each - around >= wide).unwrap_or(1)
}

/// The label of a point; what holds together in it is broken only where it has less room, in units of the size.
fn point_label(label: &str, room: f64) -> Vec<Inline> {
    let parted = |words: &str| match width::of(words) > room {
        true => words.replace('\u{a0}', " "),
        false => words.to_owned(),
    };
    let loose = |run| match run {
        Inline::Keep(words) if width::of(&words) > room => Inline::Text(words),
        Inline::Text(text) => Inline::Text(text.split(' ').map(parted).collect::<Vec<_>>().join(" ")),
        run => run,
    };
    Inline::text(label).into_iter().map(loose).collect()
}

/// About how high the chart will be, in points.
fn height(chart: &report::Chart, title: &str, bars: &[Bar], label_em: f64, room: &Room, size: f64) -> f64 {
    let text_em = room.width_pt / size;
    let lines = |lines: usize| f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * LINE_EM * size;
    let label = |bar: &Bar, room: f64| Face::Regular.most_lines(&bar.label, room);
    let field = match chart.look {
        ChartLook::Bars => {
            bars.iter().map(|bar| lines(label(bar, label_em).max(bar.values.len())) + GAP_PT).sum::<f64>()
        }
        ChartLook::Line => {
            #[expect(clippy::cast_precision_loss, reason = "a few points")]
            let each = text_em / bars.len().max(1) as f64;
            LINE_FIELD_PT + lines(bars.iter().map(|bar| label(bar, each)).max().unwrap_or(1) + 2)
        }
    };
    let small = chart.unit.iter().chain(&chart.series).map(|text| width::most_lines(text, text_em * 0.9));
    let around = width::most_lines(title, text_em * 0.9) + small.sum::<usize>();
    field + lines(around + 2)
}

/// The chart in words: its title and all its figures.
fn alt(chart: &report::Chart, title: &str, unit: &str, bars: &[Bar]) -> String {
    let said = |given: &Given| match (given.value.map(number::format), unit) {
        (None, _) => MISSING.to_owned(),
        (Some(value), "") => value,
        (Some(value), "%") => format!("{value}%"),
        (Some(value), unit) => format!("{value} {unit}"),
    };
    let figures = bars.iter().map(|bar| {
        let values = bar.values.iter().enumerate().map(|(at, given)| match chart.series.get(at) {
            Some(name) => format!("{name} {}", said(given)),
            None => said(given),
        });
        format!("{}: {}", bar.label, values.collect::<Vec<_>>().join(", "))
    });
    format!("{title}. {}.", figures.collect::<Vec<_>>().join("; "))
}
