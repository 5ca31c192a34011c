//! `rollup.json`: how the figures of many reports become those of the report above.

use std::collections::BTreeMap;

use baocao_vietnamese::number;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Formula, Kind, Row};
use crate::diagnostic::Message;
use crate::msg;
use crate::report::{Part, Report, SourceFile, Text};

/// How the reports of a family are rolled up. It is shared by all levels and versions. What no rule names goes by the
/// kind of its indicator: counts and money are added up, percentages come from the numerators and denominators of the
/// units, codes and words are left to the report above.
///
/// Cách tổng hợp báo cáo của một họ, chung cho mọi cấp và phiên bản. Chỉ tiêu không có quy tắc riêng thì theo loại: số
/// đếm, số tiền cộng lại; tỷ lệ tính từ tử số và mẫu số của các đơn vị; mã và chữ để báo cáo cấp trên tự ghi.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Cách tổng hợp báo cáo / How reports are rolled up")]
pub struct RollUp {
    /// The JSON Schema.
    ///
    /// Lược đồ JSON, cho trình soạn thảo.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// After what the rules were written.
    ///
    /// Lập theo tài liệu nào. Để người đọc biết.
    pub source: String,
    /// The levels whose reports make up that of a level, by the level.
    ///
    /// Báo cáo của mỗi cấp do báo cáo của những cấp nào hợp thành.
    #[serde(default)]
    pub levels: BTreeMap<String, Vec<String>>,
    /// Rules; the first that names an indicator counts.
    ///
    /// Các quy tắc; quy tắc đầu tiên nêu chỉ tiêu được dùng.
    #[serde(default)]
    pub rules: Vec<RollUpRule>,
    /// The columns of the appendix with one row a unit.
    ///
    /// Các cột của phụ lục tổng hợp, mỗi đơn vị một dòng.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appendix: Vec<RollUpColumn>,
}

/// How the values of some indicators become one.
///
/// Cách gộp giá trị của một số chỉ tiêu.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RollUpRule {
    /// The indicators of the report above.
    ///
    /// Mã các chỉ tiêu của báo cáo cấp trên.
    pub indicators: Vec<String>,
    /// How.
    ///
    /// Cách gộp.
    pub how: How,
    /// The levels of the units that it is for; left out: all.
    ///
    /// Chỉ dùng khi đơn vị thuộc các cấp này; bỏ trống là mọi cấp.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// The indicator of the units that is looked at, where it is another.
    ///
    /// Chỉ tiêu của đơn vị, nếu khác chỉ tiêu của cấp trên.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The values that `count` and `share` count.
    ///
    /// Các giá trị mà `count` và `share` đếm.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<i64>,
    /// What `same` gives where the units differ; left out: nothing.
    ///
    /// Giá trị khi các đơn vị ghi khác nhau (`same`); bỏ trống thì để trống.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<i64>,
    /// Why they are not rolled up as their kind is.
    ///
    /// Vì sao không theo quy tắc chung của loại chỉ tiêu.
    pub why: String,
}

/// How the values of units become one.
///
/// Cách gộp giá trị của các đơn vị.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Added up.
    ///
    /// Cộng lại.
    Sum,
    /// The sum of the numerators by that of the denominators, in percent.
    ///
    /// Tổng tử số chia tổng mẫu số, tính bằng phần trăm.
    Parts,
    /// The greatest.
    ///
    /// Giá trị lớn nhất.
    Max,
    /// The least.
    ///
    /// Giá trị nhỏ nhất.
    Min,
    /// That of all units, where it is the same.
    ///
    /// Giá trị chung, nếu mọi đơn vị ghi như nhau.
    Same,
    /// How many units have one of the values.
    ///
    /// Số đơn vị có một trong các giá trị đã nêu.
    Count,
    /// The percentage of the units that have one of the values.
    ///
    /// Tỷ lệ phần trăm số đơn vị có một trong các giá trị đã nêu.
    Share,
    /// Not at all: the report above gives it itself.
    ///
    /// Không gộp: báo cáo cấp trên tự ghi.
    None,
}

/// A column of the appendix: an indicator, or a heading over others.
///
/// Một cột của phụ lục: một chỉ tiêu, hoặc đầu đề chung của các cột khác.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RollUpColumn {
    /// What its header says.
    ///
    /// Chữ ở đầu cột.
    #[schemars(length(min = 1))]
    pub title: Text,
    /// The indicator: one that is added up, or a ratio of two that have columns.
    ///
    /// Mã chỉ tiêu: loại cộng được, hoặc tỷ lệ của hai chỉ tiêu có cột.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// The columns under this heading.
    ///
    /// Các cột con.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<RollUpColumn>,
}

/// How an indicator is rolled up: by a rule of the family, or as its kind is.
#[derive(Debug, Clone, Copy)]
pub struct Rule<'a> {
    /// How.
    pub how: How,
    /// The rule that says so; nothing where the kind does.
    pub stated: Option<&'a RollUpRule>,
}

/// What the sources of a report say of a figure that was rolled up.
#[derive(Debug)]
pub struct Rolled<'a> {
    /// How.
    pub rule: Rule<'a>,
    /// Each unit with what it has of the figure.
    pub units: Vec<(&'a SourceFile, &'a Part)>,
    /// What comes of the parts.
    pub whole: Whole,
}

/// What comes of the parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whole {
    /// No unit has any, or they have nothing in common.
    Absent,
    /// A number, or a code.
    Number(Decimal),
    /// More than can be computed with.
    TooLarge,
}

impl RollUp {
    /// The rule of an indicator of the report above, whose units are of a level.
    pub fn rule(&self, id: &str, row: &Row, level: &str) -> Rule<'_> {
        let fits = |rule: &&RollUpRule| {
            let of_level = rule.from.is_empty() || rule.from.iter().any(|from| from == level);
            of_level && rule.indicators.iter().any(|known| known == id)
        };
        let stated = self.rules.iter().find(fits);
        Rule { how: stated.map_or(row.kind.rolled_up(), |rule| rule.how), stated }
    }

    /// What units have of a figure of a report; nothing where it was not rolled up. Percentages have so many decimals.
    pub fn rolled<'a>(&'a self, report: &'a Report, id: &str, row: &Row, decimals: u32) -> Option<Rolled<'a>> {
        let units = report.units().filter_map(|source| Some((source, source.figures.get(id)?)));
        let units: Vec<(&SourceFile, &Part)> = units.collect();
        let parts: Vec<Part> = units.iter().map(|(_, part)| (*part).clone()).collect();
        let rule = self.rule(id, row, report.units_level());
        let whole = rule.whole(&parts, decimals);
        (!units.is_empty()).then_some(Rolled { rule, units, whole })
    }
}

impl Kind {
    /// How indicators of this kind are rolled up where no rule says otherwise.
    pub fn rolled_up(self) -> How {
        match self {
            Self::Count | Self::Money => How::Sum,
            Self::Percent => How::Parts,
            Self::Code | Self::Text | Self::Group => How::None,
        }
    }
}

impl Rule<'_> {
    /// The indicator of the units that is looked at.
    pub fn of<'a>(&'a self, id: &'a str) -> &'a str {
        self.stated.and_then(|rule| rule.of.as_deref()).unwrap_or(id)
    }

    /// The parts as one value; percentages have so many decimals.
    pub fn whole(&self, parts: &[Part], decimals: u32) -> Whole {
        let numbers = parts.iter().filter_map(Part::number);
        let counted = |value: &Decimal| {
            self.stated.is_some_and(|rule| rule.values.iter().any(|known| Decimal::from(*known) == *value))
        };
        let whole = match self.how {
            How::None => return Whole::Absent,
            How::Sum => sum(numbers),
            How::Parts => return ratio(parts, decimals),
            How::Max => Some(numbers.max()),
            How::Min => Some(numbers.min()),
            How::Same => Some(self.same(numbers)),
            How::Count => Some(Some(Decimal::from(numbers.filter(counted).count()))),
            How::Share => {
                let (all, count) = (numbers.clone().count(), numbers.filter(counted).count());
                return percentage(Decimal::from(count), Decimal::from(all), decimals);
            }
        };
        match whole {
            Some(Some(number)) if number::has_room(number) => Whole::Number(number),
            Some(None) => Whole::Absent,
            Some(Some(_)) | None => Whole::TooLarge,
        }
    }

    fn same(&self, mut numbers: impl Iterator<Item = Decimal>) -> Option<Decimal> {
        let first = numbers.next()?;
        if numbers.all(|number| number == first) {
            return Some(first);
        }
        self.stated.and_then(|rule| rule.otherwise).map(Decimal::from)
    }

    /// How, in words.
    pub fn words(&self) -> Message {
        self.how.words()
    }
}

impl How {
    /// How, in words.
    pub fn words(self) -> Message {
        match self {
            Self::Sum => msg!("cộng lại", "added up"),
            Self::Parts => msg!("tổng tử số / tổng mẫu số x 100", "sum of numerators / sum of denominators x 100"),
            Self::Max => msg!("lấy số lớn nhất", "the greatest"),
            Self::Min => msg!("lấy số nhỏ nhất", "the least"),
            Self::Same => msg!("lấy giá trị chung", "the value that all have"),
            Self::Count => msg!("đếm số đơn vị", "units counted"),
            Self::Share => msg!("tỷ lệ số đơn vị", "share of units"),
            Self::None => msg!("không tổng hợp", "not rolled up"),
        }
    }
}

/// Nothing inside where there is no number, nothing at all where the sum is too large.
fn sum(mut numbers: impl Iterator<Item = Decimal>) -> Option<Option<Decimal>> {
    let Some(first) = numbers.next() else { return Some(None) };
    numbers.try_fold(first, |sum, number| sum.checked_add(number)).map(Some)
}

fn ratio(parts: &[Part], decimals: u32) -> Whole {
    let fractions = || {
        parts.iter().filter_map(|part| match part {
            Part::Fraction(part, whole) => Some((*part, *whole)),
            Part::Absent | Part::Number(_) => None,
        })
    };
    match (sum(fractions().map(|(part, _)| part)), sum(fractions().map(|(_, whole)| whole))) {
        (Some(Some(part)), Some(Some(whole))) => percentage(part, whole, decimals),
        (Some(None), _) => Whole::Absent,
        _ => Whole::TooLarge,
    }
}

fn percentage(part: Decimal, whole: Decimal, decimals: u32) -> Whole {
    match Formula::ratio(part, whole).map(|formula| formula.exact()) {
        Some(Some(exact)) => Whole::Number(number::round(exact, decimals).normalize()),
        Some(None) => Whole::Absent,
        None => Whole::TooLarge,
    }
}
