//! The period: its dates, its number, its name.

use chrono::{Months, NaiveDate};

use crate::diagnostic::Finding;
use crate::report::{Input, Period, PeriodKind};
use crate::{kinds, msg};

/// Adds what is wrong with a period.
pub(super) fn check(period: &Period, input: &Input, findings: &mut Vec<Finding>) {
    if period.from > period.to {
        let (from, to) = (period.from, period.to);
        findings.push(
            kinds::periods::BACKWARDS
                .finding(msg!("kỳ báo cáo kết thúc trước khi bắt đầu", "the period ends before it begins"))
                .at(input.place("/period/to"))
                .found(format!("{from} → {to}"))
                .expected(msg!("ngày `to` không sớm hơn ngày `from`", "`to` not earlier than `from`")),
        );
    }
    if period.number() == 0 {
        let field = match period.kind {
            PeriodKind::Month => "month",
            PeriodKind::Half => "half",
            _ => "quarter",
        };
        findings.push(
            kinds::periods::NUMBER_MISSING
                .finding(msg!("kỳ báo cáo thiếu \"{field}\"", "the period lacks \"{field}\""))
                .at(input.place("/period"))
                .hint(msg!("thêm \"{field}\" vào \"period\"", "add \"{field}\" to \"period\"")),
        );
    }
    for field in others(period) {
        findings.push(
            kinds::periods::NUMBER_TOO_MANY
                .finding(msg!("kỳ báo cáo loại này không có \"{field}\"", "a period of this kind has no \"{field}\""))
                .at(input.key_place(&format!("/period/{field}")))
                .hint(msg!("bỏ \"{field}\", hoặc sửa \"kind\"", "take \"{field}\" out, or mend \"kind\"")),
        );
    }
    if let Some((first, last)) = named(period)
        && (period.to < first || period.from > last)
        && period.from <= period.to
    {
        let (name, from, to) = (period.name(), period.from, period.to);
        findings.push(
            kinds::periods::ELSEWHERE
                .finding(msg!("ngày của kỳ báo cáo nằm ngoài {name}", "the dates of the period lie outside {name}"))
                .at(input.place("/period/from"))
                .found(format!("{from} → {to}"))
                .expected(msg!("ngày trong khoảng {first} → {last}", "dates within {first} → {last}"))
                .hint(msg!("sửa năm, số của kỳ hoặc hai ngày", "mend the year, the number of the period or the dates")),
        );
    }
}

/// The numbers that a period brings and its kind does not have.
fn others(period: &Period) -> Vec<&'static str> {
    let given = [
        ("month", period.month, PeriodKind::Month),
        ("quarter", period.quarter, PeriodKind::Quarter),
        ("half", period.half, PeriodKind::Half),
    ];
    given.iter().filter(|(_, number, kind)| number.is_some() && *kind != period.kind).map(|(name, ..)| *name).collect()
}

/// The first and the last day of what a period is called; cut-off days differ from them by some weeks.
fn named(period: &Period) -> Option<(NaiveDate, NaiveDate)> {
    let number = period.number().checked_sub(1)?;
    let (first, months) = match period.kind {
        PeriodKind::Month => (number, 1),
        PeriodKind::Quarter => (number * 3, 3),
        PeriodKind::Half => (number * 6, 6),
        PeriodKind::NineMonths => (0, 9),
        PeriodKind::Year => (0, 12),
    };
    let first = NaiveDate::from_ymd_opt(period.year, first + 1, 1)?;
    Some((first, first.checked_add_months(Months::new(months))?.pred_opt()?))
}
