//! The reporting period.

use baocao_vietnamese::date;
use baocao_vietnamese::enumeration::roman;
use chrono::{Datelike, Months, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of a period.
///
/// Loại kỳ báo cáo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// One month (tháng).
    ///
    /// Tháng.
    Month,
    /// A quarter (quý).
    ///
    /// Quý.
    Quarter,
    /// Six months (6 tháng).
    ///
    /// 6 tháng.
    Half,
    /// Nine months (9 tháng).
    ///
    /// 9 tháng.
    NineMonths,
    /// A year (năm).
    ///
    /// Năm.
    Year,
    /// No period that comes again: what an inspection, a campaign or a subject of its own covers.
    ///
    /// Không theo kỳ: chuyên đề, kiểm tra, đột xuất, sơ kết.
    Special,
}

/// The period that a report covers. Its cut-off dates differ from place to place, so they are data.
///
/// Kỳ báo cáo, gồm ngày chốt số liệu.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Month, quarter, half, nine months, year, or none of these.
    ///
    /// Tháng, quý, 6 tháng, 9 tháng, năm, hoặc không theo kỳ.
    pub kind: PeriodKind,
    /// The year of the report.
    ///
    /// Năm báo cáo.
    #[schemars(range(min = 1945, max = 2200))]
    pub year: i32,
    /// The month, for a monthly report.
    ///
    /// Tháng, với báo cáo tháng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 12))]
    pub month: Option<u32>,
    /// The quarter, for a quarterly report.
    ///
    /// Quý, với báo cáo quý.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 4))]
    pub quarter: Option<u32>,
    /// The half of the year, for a six-month report.
    ///
    /// Nửa năm, với báo cáo 6 tháng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 2))]
    pub half: Option<u32>,
    /// The first day that the figures cover; of kind `special` it may be left out.
    ///
    /// Ngày bắt đầu lấy số liệu; loại `special` có thể bỏ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day that the figures cover; of kind `special` it may be left out.
    ///
    /// Ngày chốt số liệu; loại `special` có thể bỏ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl Period {
    /// The period of a kind, of which the year has one (`number` 1) or several, with the usual days.
    /// Nothing where the year has no such period.
    pub fn of(kind: PeriodKind, year: i32, number: u32) -> Option<Self> {
        let day = NaiveDate::from_ymd_opt(year, 1, 1)?;
        let own = |wanted| (kind == wanted).then_some(number);
        let (month, quarter, half) = (own(PeriodKind::Month), own(PeriodKind::Quarter), own(PeriodKind::Half));
        let mut period = Self { kind, year, month, quarter, half, from: Some(day), to: Some(day) };
        let (first, last) = period.named().filter(|(_, last)| last.year() == year)?;
        let (from, to) = cut_off(first, last)?;
        (period.from, period.to) = (Some(from), Some(to));
        Some(period)
    }

    /// The first day that the figures cover: that of the year where none is given.
    pub fn first_day(&self) -> NaiveDate {
        self.from.or_else(|| NaiveDate::from_ymd_opt(self.year, 1, 1)).unwrap_or(NaiveDate::MIN)
    }

    /// The last day that the figures cover: that of the year where none is given.
    pub fn last_day(&self) -> NaiveDate {
        self.to.or_else(|| NaiveDate::from_ymd_opt(self.year, 12, 31)).unwrap_or(NaiveDate::MAX)
    }

    /// Whether the period comes again: it has a name that documents call it by, and one after it.
    pub fn is_regular(&self) -> bool {
        self.kind != PeriodKind::Special
    }

    /// The first and the last day of what the period is called; cut-off days differ from them by some weeks.
    pub fn named(&self) -> Option<(NaiveDate, NaiveDate)> {
        let number = self.number().checked_sub(1)?;
        let (first, months) = match self.kind {
            PeriodKind::Month => (number, 1),
            PeriodKind::Quarter => (number * 3, 3),
            PeriodKind::Half => (number * 6, 6),
            PeriodKind::NineMonths => (0, 9),
            PeriodKind::Year => (0, 12),
            PeriodKind::Special => return None,
        };
        let first = NaiveDate::from_ymd_opt(self.year, first + 1, 1)?;
        Some((first, first.checked_add_months(Months::new(months))?.pred_opt()?))
    }

    /// `quý III năm 2023`, `6 tháng đầu năm 2024`, `năm 2024`; a special one by its days, where it has them.
    pub fn name(&self) -> String {
        match self.kind {
            PeriodKind::Year => format!("năm {}", self.year),
            PeriodKind::Half | PeriodKind::Special => self.part(),
            _ => format!("{} năm {}", self.part(), self.year),
        }
    }

    /// `quý III/2023`, `tháng 9/2023`; otherwise as [`Period::name`].
    pub fn short_name(&self) -> String {
        match self.kind {
            PeriodKind::Month | PeriodKind::Quarter => format!("{}/{}", self.part(), self.year),
            _ => self.name(),
        }
    }

    /// `2026-Q3`, `2026-09`, `2026-H1`, `2026-9M`, `2026`: in names of files.
    pub fn code(&self) -> String {
        let (year, number) = (self.year, self.number());
        match self.kind {
            PeriodKind::Month => format!("{year}-{number:02}"),
            PeriodKind::Quarter => format!("{year}-Q{number}"),
            PeriodKind::Half => format!("{year}-H{number}"),
            PeriodKind::NineMonths => format!("{year}-9M"),
            PeriodKind::Year => year.to_string(),
            PeriodKind::Special => match (self.from, self.to) {
                (Some(from), Some(to)) => format!("{from}-{to}"),
                _ => year.to_string(),
            },
        }
    }

    /// The period after this one, of the same kind. After the first half comes the second; after nine months
    /// the fourth quarter.
    pub fn next_name(&self) -> String {
        let next = |kind, year, number: u32| {
            let (month, quarter, half) = (Some(number), Some(number), Some(number));
            Self { kind, year, month, quarter, half, from: self.from, to: self.to }.name()
        };
        match self.kind {
            PeriodKind::Month if self.number() == 12 => next(self.kind, self.year + 1, 1),
            PeriodKind::Quarter if self.number() == 4 => next(self.kind, self.year + 1, 1),
            PeriodKind::Half if self.number() == 2 => next(self.kind, self.year + 1, 1),
            PeriodKind::Month | PeriodKind::Quarter | PeriodKind::Half => next(self.kind, self.year, self.number() + 1),
            PeriodKind::NineMonths => next(PeriodKind::Quarter, self.year, 4),
            PeriodKind::Year => format!("năm {}", self.year + 1),
            PeriodKind::Special => "thời gian tới".to_owned(),
        }
    }

    /// The month, quarter or half that this kind of period needs; 0 where it is missing.
    pub fn number(&self) -> u32 {
        match self.kind {
            PeriodKind::Month => self.month.unwrap_or(0),
            PeriodKind::Quarter => self.quarter.unwrap_or(0),
            PeriodKind::Half => self.half.unwrap_or(0),
            PeriodKind::NineMonths | PeriodKind::Year | PeriodKind::Special => 1,
        }
    }

    fn part(&self) -> String {
        match self.kind {
            PeriodKind::Month => format!("tháng {}", self.number()),
            PeriodKind::Quarter => format!("quý {}", roman(self.number() as usize)),
            PeriodKind::Half if self.number() == 1 => format!("6 tháng đầu năm {}", self.year),
            PeriodKind::Half => format!("6 tháng cuối năm {}", self.year),
            PeriodKind::NineMonths => "9 tháng".to_owned(),
            PeriodKind::Year => "năm".to_owned(),
            PeriodKind::Special => match (self.from, self.to) {
                (Some(from), Some(to)) => format!("từ ngày {} đến ngày {}", date::short(from), date::short(to)),
                _ => format!("năm {}", self.year),
            },
        }
    }
}

/// The days from and to which figures are usually counted: the 15th of the month before the first day, the 14th of the month
/// of the last.
pub(super) fn cut_off(first: NaiveDate, last: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    Some((first.checked_sub_months(Months::new(1))?.with_day(15)?, last.with_day(14)?))
}
