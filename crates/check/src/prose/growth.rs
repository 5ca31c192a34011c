//! By how much a number rose or fell against another one beside it.

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::change::{self, InPercent};
use super::compared::{Row, agrees, rises};
use super::percent;
use super::points::{self, Difference};
use crate::once::told_of;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::Kind;

pub(super) const GROWTH: Family = Family {
    name: Say { vi: "Mức tăng, giảm trong lời văn", en: "Growth in running text" },
    rules: &[&RATE, &DOUBT],
    check,
};

const RATE: Rule = Rule {
    id: Id::new("loi-van/tang-giam-sai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Mức tăng, giảm khớp với hai số được so sánh",
        en: "A rate of growth agrees with the two numbers compared",
    },
    why: Say {
        vi: "Tính lại mức tăng, giảm khi cả hai số đứng cạnh nó: \"72 tin, tăng 28,57% so với quý trước (56 tin)\", \"tăng \
             12% (2.800 so với 2.500 hồ sơ)\", \"4.318 (cùng kỳ là 3.925, tăng 10,01%)\", \"giảm 5 thủ tục (từ 120 xuống 115)\", \"1.250 đơn, tăng 150 đơn (13,6%)\", \
             \"giảm 14 vụ so với cùng kỳ (52 vụ), tương đương giảm 26,9%\"; \"tăng\" đi với số nhỏ hơn, \"từ 25 xuống 28\" cũng bị \
             bắt. Số ước tính, số khác đơn vị được bỏ qua.",
        en: "The rate or difference is computed again where both numbers stand beside it; a rise to less and a fall to more \
             are told too. Estimates and numbers of other units are passed over.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đã đăng 72 tin, tăng 28,57% so với quý trước (56 tin); họp 12 cuộc, giảm 20% (12 so với 15 cuộc)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đã đăng 72 tin, tăng 38,57% so với quý trước (56 tin)."}}"#,
};

const DOUBT: Rule = Rule {
    id: Id::new("loi-van/tang-giam-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Mức tăng, giảm có lẽ không khớp với các số gần nó",
        en: "A rise or fall perhaps does not agree with the numbers near it",
    },
    why: Say {
        vi: "Không hai số nào gần đó cho đúng mức tăng, giảm, chênh lệch đã ghi, nhưng có hai số (điểm, hoặc cùng đơn vị) cho mức \
             chỉ khác một chữ số hoặc hai chữ số đổi chỗ. Mức ấy có thể tính từ số không nêu ra, nên đây là nghi vấn. Hiệu \
             của hai tỷ lệ ghi là phần trăm (\"đạt 82,6%, tăng 2,4% so với năm 2021 (80,2%)\") cũng được nhắc: đó là điểm phần trăm.",
        en: "No two numbers near it give the rise, fall or difference written, and two of points or of one unit give one that \
             differs from it in one digit or in two that changed places. It may be of a number not written; this finding is a doubt. \
             A difference of two percentages that is called percent is told too: it is one of points of percent.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Chỉ số đạt 88,75/100 điểm (năm 2022: 84,2 điểm); điểm số tăng 4,55 điểm."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Chỉ số đạt 88,75/100 điểm (năm 2022: 84,2 điểm); điểm số tăng 4,45 điểm."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        let passage = reading.passage;
        let row = Row { reading };
        for (at, token) in reading.tokens.iter().enumerate() {
            let range = || token.range.start..row.end(at);
            if let Some(expected) = direction(&row, at) {
                told.finding(
                    RATE.finding(msg!(
                        "chiều tăng, giảm ngược với hai số",
                        "the two numbers rise where the words fall, or fall where they rise"
                    ))
                    .at(subject.place(passage, range()))
                    .found(&passage.text[range()])
                    .expected(expected),
                );
                continue;
            }
            let computed = right(&row, at)
                .or_else(|| of_change(&row, at, subject, told))
                .or_else(|| points::of_percent(&row, at).filter(|_| !spoilt(&row, at, subject, told)).map(difference))
                .or_else(|| points::of_ranks(&row, at).map(difference));
            if let Some(points) = points::called_percent(&row, at).filter(|_| computed.is_none()) {
                let points = number::format(points);
                told.finding(
                    DOUBT
                        .finding(msg!(
                            "hiệu của hai tỷ lệ là điểm phần trăm, không phải phần trăm",
                            "the difference of two percentages is one of points of percent"
                        ))
                        .at(subject.place(passage, range()))
                        .found(&passage.text[range()])
                        .expected(msg!("{points} điểm phần trăm", "{points} điểm phần trăm")),
                );
                continue;
            }
            let Some(right) = computed else {
                let rate = || change::slip(&row, at).map(in_percent);
                if let Some(expected) = points::slip(&row, at).map(difference).or_else(rate) {
                    told.finding(
                        DOUBT
                            .finding(msg!(
                                "mức tăng, giảm này có lẽ không khớp với các số gần nó",
                                "this rise or fall perhaps does not agree with the numbers near it"
                            ))
                            .at(subject.place(passage, range()))
                            .found(&passage.text[range()])
                            .expected(expected),
                    );
                }
                continue;
            };
            told.finding(
                RATE.finding(msg!(
                    "mức tăng, giảm không khớp với hai số được so sánh",
                    "the rate does not agree with the two numbers compared"
                ))
                .at(subject.place(passage, range()))
                .found(&passage.text[range()])
                .expected(right),
            );
        }
    }
}

/// Whether a percentage in the sentence of a token is told of: what is computed from it is spoilt.
fn spoilt(row: &Row<'_>, at: usize, subject: &Subject<'_>, told: &Told) -> bool {
    let passage = row.reading.passage;
    let (start, end) = row.sentence(at);
    row.reading.tokens[start..end].iter().any(|token| {
        let place = subject.place(passage, token.range.start..token.end);
        matches!(token.kind, Kind::Percent(_)) && told_of(told, percent::TOLD, &place)
    })
}

fn difference(Difference { right, one, other }: Difference) -> Message {
    let [right, one, other] = [right, one, other].map(number::format);
    msg!("{right} ({one} so với {other})", "{right} ({one} against {other})")
}

/// What `tăng từ 25 người xuống 22 người`, `từ 22 người xuống 25 người`, `38 vụ ... so với cùng kỳ (52 vụ), tăng 14 vụ`
/// should say.
fn direction(row: &Row<'_>, at: usize) -> Option<Message> {
    let other =
        || rises(&row.reading.text[..row.reading.tokens[at].range.start]).map(|up| if up { "giảm" } else { "tăng" });
    if let Some([now, before]) = change::turned(row, at) {
        let (word, now, before) = (other()?, number::format(now), number::format(before));
        return Some(msg!("{word} ({now} so với {before})", "{word} ({now} against {before})"));
    }
    if matches!(row.kind(at), Some(Kind::Percent(_))) && change::contradicts(row, at) {
        let word = other()?;
        return Some(msg!("{word}", "{word}"));
    }
    let (first, up) = row.led_from(at)?;
    let (before, now) = (row.amount(first)?.value, row.amount(at)?.value);
    let verb = row.reading.before(first);
    let verb = rises(verb.trim_end().strip_suffix("từ")?);
    let wrong = if up { now < before } else { now > before };
    let words = if up { "lên" } else { "xuống" };
    if wrong {
        let (before, now) = (number::format(before), number::format(now));
        let words = if up { "xuống" } else { "lên" };
        return Some(msg!("từ {before} {words} {now}", "từ {before} {words} {now}"));
    }
    let verb = verb.filter(|rises| *rises != up)?;
    let right = if verb { "giảm" } else { "tăng" };
    Some(msg!("{right} ... {words}", "{right} ... {words}"))
}

/// What a rise or fall should be, where the two numbers compared say another.
fn right(row: &Row<'_>, at: usize) -> Option<Message> {
    let token = &row.reading.tokens[at];
    let said = rises(&row.reading.text[..token.range.start]);
    if matches!(token.kind, Kind::Percent(_)) && said.is_none() && !row.equals(at) || token.range.is_empty() {
        return None;
    }
    let (given, percent) = match token.kind {
        Kind::Percent(given) => (given, true),
        // `tăng 16 tin so với quý trước (56 tin)`; sums of money may be rounded.
        // Places rise to a smaller number.
        Kind::Count(_) if token.unit.name == "bậc" => return None,
        Kind::Count(given) if token.unit.factor == Decimal::ONE && given.fract().is_zero() => (given, false),
        Kind::Other => (row.amount(at)?.value, false),
        _ => return None,
    };
    if said.is_none() && !percent {
        return None;
    }
    let (now, before) = row.compared(at)?;
    let up = said.unwrap_or(now > before);
    let difference = if up { now - before } else { before - now };
    let exact = if percent { difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)? } else { difference };
    let fits = |exact: Decimal| if percent { agrees(exact, given) } else { exact == given };
    if fits(exact) {
        return None;
    }
    let (now, before) = (number::format(now), number::format(before));
    let sign = if percent { "%" } else { "" };
    if fits(-exact) && !exact.is_zero() {
        let (word, given) = (if up { "giảm" } else { "tăng" }, number::format(given));
        return Some(msg!(
            "{word} {given}{sign} ({now} so với {before})",
            "{word} {given}{sign} ({now} against {before})"
        ));
    }
    // A difference of the other sign may be of other numbers.
    if !percent && exact <= Decimal::ZERO {
        return None;
    }
    let exact = if percent { number::round(exact, given.scale().max(1)) } else { exact };
    let right = number::format(exact);
    Some(msg!("{right}{sign} ({now} so với {before})", "{right}{sign} ({now} against {before})"))
}

/// What a difference should be in percent, where the difference itself is not told of.
fn of_change(row: &Row<'_>, at: usize, subject: &Subject<'_>, told: &Told) -> Option<Message> {
    let wrong = change::in_percent(row, at)?;
    let passage = row.reading.passage;
    let change = row.reading.tokens[wrong.change].range.clone();
    (!told_of(told, &[RATE.id], &subject.place(passage, change))).then(|| in_percent(wrong))
}

fn in_percent(InPercent { right, now, before, .. }: InPercent) -> Message {
    let [right, now, before] = [right, now, before].map(number::format);
    msg!("{right}% ({now} so với {before})", "{right}% ({now} against {before})")
}
