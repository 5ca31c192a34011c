//! Charts: bars and lines, with all that the page needs to draw them.

use std::sync::Arc;

use serde::Serialize;

use super::{Figure, Runs};

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// What it shows.
    pub title: Runs,
    /// What it says to those who cannot see it: its title and all its figures.
    pub alt: String,
    /// The line of units above it.
    pub unit: Option<Runs>,
    /// How it is drawn.
    pub look: Drawn,
    /// What the values of each bar are; empty where each has one.
    pub series: Vec<Runs>,
    /// Its bars, or the points of its line.
    pub bars: Vec<ChartBar>,
    /// Of so many points beside each other one has its label: those of many periods would not find room.
    pub label_every: usize,
    /// Of so many points beside each other one has its value, the same as has the label where both are as many.
    pub value_every: usize,
    /// The size of its text in points.
    pub size_pt: f64,
    /// The width of the labels, in units of the size.
    pub label_em: f64,
    /// The width of the values, in units of the size.
    pub value_em: f64,
    /// Where 0 lies between the ends, 0 to 1.
    pub zero: f64,
    /// Whether what is missing to a full bar is drawn.
    pub framed: bool,
    /// Heights at which values are told beside a line.
    pub ticks: Vec<Tick>,
    /// Whether the sign `./.` stands under it, because nothing follows.
    pub end: bool,
    /// Whether its bars stand closer: that lets it begin on the page before.
    pub tight: bool,
    /// Whether what introduces it stays behind where it goes on to the next page.
    pub loose: bool,
    /// The number by which its page shall be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
}

/// The distance of labels from the field at their right, and what stays free beside the label of a point, in points.
const GAP_PT: f64 = 6.0;
const AROUND_LABELS_PT: f64 = 4.0;

impl Chart {
    /// The room for the label of a point where the text is so wide, in units of the size.
    pub(crate) fn point_label_em(&self, width_pt: f64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a few points")]
        let part = self.label_every as f64 / self.bars.len().max(1) as f64;
        ((width_pt - GAP_PT) / self.size_pt - self.label_em) * part - AROUND_LABELS_PT / self.size_pt
    }
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawn {
    /// Horizontal bars.
    Bars,
    /// A line from left to right.
    Line,
}

/// One bar, or bars beside each other; one point of each line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartBar {
    /// Its label.
    pub label: Runs,
    /// Its values, in the order of the series.
    pub values: Vec<ChartValue>,
}

/// A value of a chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartValue {
    /// As it is printed; where there is none, that is said.
    pub text: String,
    /// Where it lies between the ends, 0 to 1; nothing where there is no value.
    pub at: Option<f64>,
    /// Room left free after the text, in units of the size: it brings commas onto one axis.
    pub pad: f64,
    /// The figure that it is, where it is one.
    #[serde(skip)]
    pub from: Option<Arc<Figure>>,
}

/// A value beside a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tick {
    /// The value.
    pub text: String,
    /// Its height, 0 to 1.
    pub at: f64,
}
