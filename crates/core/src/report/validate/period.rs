//! The period: its dates, its number, its name.

use chrono::NaiveDate;

use super::structure::missing_field;
use crate::diagnostic::Finding;
use crate::report::period::cut_off;
use crate::report::{Input, Period, PeriodKind};
use crate::{kinds, msg};

/// Adds what is wrong with a period.
pub(super) fn check(period: &Period, input: &Input, findings: &mut Vec<Finding>) {
    for (field, day) in [("from", period.from), ("to", period.to)] {
        if day.is_none() && (period.is_regular() || period.from.or(period.to).is_some()) {
            findings.push(missing_field(field, input.place("/period")));
        }
    }
    let (Some(from), Some(to)) = (period.from, period.to) else { return numbers(period, input, findings) };
    if from > to {
        findings.push(
            kinds::periods::BACKWARDS
                .finding(msg!("kỳ báo cáo kết thúc trước khi bắt đầu", "the period ends before it begins"))
                .at(input.place("/period/to"))
                .found(format!("{from} → {to}"))
                .expected(msg!("ngày `to` không sớm hơn ngày `from`", "`to` not earlier than `from`")),
        );
    }
    numbers(period, input, findings);
    if let Some((first, last)) = period.named()
        && from <= to
    {
        if to < first || from > last {
            let name = period.name();
            findings.push(
                kinds::periods::ELSEWHERE
                    .finding(msg!("ngày của kỳ báo cáo nằm ngoài {name}", "the dates of the period lie outside {name}"))
                    .at(input.place("/period/from"))
                    .found(format!("{from} → {to}"))
                    .expected(msg!("ngày trong khoảng {first} → {last}", "dates within {first} → {last}"))
                    .hint(msg!(
                        "sửa năm, số của kỳ hoặc hai ngày",
                        "mend the year, the number of the period or the dates"
                    )),
            );
        } else if let Some((begin, end)) = cut_off(first, last) {
            let before = findings.len();
            strays(period, "from", (from, first, begin), input, findings);
            strays(period, "to", (to, last, end), input, findings);
            if findings.len() == before && !is_formed(from) {
                has_other_length(period, (from, to), (first, last), (begin, end), input, findings);
            }
        }
    }
}

/// Tells of a number of the period that is missing, and of those that its kind does not have.
fn numbers(period: &Period, input: &Input, findings: &mut Vec<Finding>) {
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
}

/// Tells of a day that is further from the end of what the period is called than cut-off days are.
fn strays(
    period: &Period,
    field: &str,
    (day, end, cut_off): (NaiveDate, NaiveDate, NaiveDate),
    input: &Input,
    findings: &mut Vec<Finding>,
) {
    let (name, away) = (period.name(), (day - end).num_days().abs());
    if field == "from" && is_formed(day) {
        return;
    }
    if away > MOST_DAYS_AWAY || field == "to" && (day - end).num_days() > MOST_DAYS_LATE {
        findings.push(
            kinds::periods::STRAYS
                .finding(match field {
                    "from" => msg!(
                        "kỳ báo cáo không bắt đầu gần đầu {name}: lệch {away} ngày",
                        "the period does not begin near the beginning of {name}: it is {away} days away"
                    ),
                    _ => msg!(
                        "kỳ báo cáo không kết thúc gần cuối {name}: lệch {away} ngày",
                        "the period does not end near the end of {name}: it is {away} days away"
                    ),
                })
                .at(input.place(&format!("/period/{field}")))
                .found(day.to_string())
                .expected(match field {
                    "from" => msg!(
                        "{cut_off} như thường lệ, hoặc cách {end} không quá {MOST_DAYS_AWAY} ngày",
                        "{cut_off} as is usual, or at most {MOST_DAYS_AWAY} days from {end}"
                    ),
                    _ => msg!(
                        "{cut_off} như thường lệ, hoặc trước {end} không quá {MOST_DAYS_AWAY} ngày, sau không quá {MOST_DAYS_LATE} ngày",
                        "{cut_off} as is usual, or at most {MOST_DAYS_AWAY} days before {end} or {MOST_DAYS_LATE} after it"
                    ),
                }),
        );
    }
}

/// Whether a day is that on which the communes of today were formed: they have no figures of before.
fn is_formed(day: NaiveDate) -> bool {
    NaiveDate::from_ymd_opt(2025, 7, 1) == Some(day)
}

/// Tells of a period that is much longer or shorter than what it is called, where neither end is far away.
fn has_other_length(
    period: &Period,
    (from, to): (NaiveDate, NaiveDate),
    (first, last): (NaiveDate, NaiveDate),
    (begin, end): (NaiveDate, NaiveDate),
    input: &Input,
    findings: &mut Vec<Finding>,
) {
    let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days() + 1;
    let (name, long, named) = (period.name(), days(from, to), days(first, last));
    if (long - named).abs() > (named / 10).max(MOST_DAYS_OTHERWISE) {
        findings.push(
            kinds::periods::STRAYS
                .finding(msg!(
                    "kỳ báo cáo dài {long} ngày, {name} dài {named} ngày",
                    "the period has {long} days, {name} has {named}"
                ))
                .at(input.place("/period/from"))
                .found(format!("{from} → {to}"))
                .expected(msg!(
                    "{begin} → {end} như thường lệ, hoặc {first} → {last}",
                    "{begin} → {end} as is usual, or {first} → {last}"
                )),
        );
    }
}

/// How much longer or shorter than what it is called a period may be, where a tenth of it is not more: in the first quarter
/// of a year some count from the first of January to the cut-off day.
const MOST_DAYS_OTHERWISE: i64 = 20;

/// How far after the last day of what the period is called an office's figures may end.
const MOST_DAYS_LATE: i64 = 10;

/// How far an office's own cut-off days may be from the first and the last day of what the period is called.
const MOST_DAYS_AWAY: i64 = 31;

/// The numbers that a period brings and its kind does not have.
fn others(period: &Period) -> Vec<&'static str> {
    let given = [
        ("month", period.month, PeriodKind::Month),
        ("quarter", period.quarter, PeriodKind::Quarter),
        ("half", period.half, PeriodKind::Half),
    ];
    given.iter().filter(|(_, number, kind)| number.is_some() && *kind != period.kind).map(|(name, ..)| *name).collect()
}
