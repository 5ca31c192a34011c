//! The period: its dates, its number, its name.

use chrono::NaiveDate;

use crate::diagnostic::Finding;
use crate::report::period::cut_off;
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
    if let Some((first, last)) = period.named()
        && period.from <= period.to
    {
        if period.to < first || period.from > last {
            let (name, from, to) = (period.name(), period.from, period.to);
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
            strays(period, "from", (period.from, first, begin), input, findings);
            strays(period, "to", (period.to, last, end), input, findings);
        }
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
    if away > MOST_DAYS_AWAY {
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
                .expected(msg!(
                    "{cut_off} như thường lệ, hoặc cách {end} không quá {MOST_DAYS_AWAY} ngày",
                    "{cut_off} as is usual, or at most {MOST_DAYS_AWAY} days from {end}"
                )),
        );
    }
}

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
