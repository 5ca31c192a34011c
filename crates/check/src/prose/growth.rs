//! By how much a number rose or fell against another one beside it.

use baocao_core::claim::{Claim, Law, Said, Verdict};
use baocao_core::diagnostic::{Finding, Id, Message, Place, Severity};
use baocao_core::msg;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::compared::{Row, rises};
use super::held::{Held, Tables};
use super::{change, percent, points};
use crate::claims::{CUT_OFF, Medium, Voice, voice};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::{Kind, Token};

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
             bắt. Số ước tính, số khác đơn vị được bỏ qua; số tiền ghi theo nghìn, triệu, tỷ đồng lệch thì chỉ là nghi vấn.",
        en: "The rate or difference is computed again where both numbers stand beside it; a rise to less and a fall to more \
             are told too. Estimates and numbers of other units are passed over; of sums in thousands and millions it is a doubt.",
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

const SAID: Medium = Medium {
    wrong: voice(
        &RATE,
        "mức tăng, giảm không khớp với hai số được so sánh",
        "the rate does not agree with the two numbers compared",
    ),
    doubt: voice(
        &DOUBT,
        "mức tăng, giảm này có lẽ không khớp với các số gần nó",
        "this rise or fall perhaps does not agree with the numbers near it",
    ),
    cut: Some(CUT_OFF),
};

const DIRECTION: Voice = voice(
    &RATE,
    "chiều tăng, giảm ngược với hai số",
    "the two numbers rise where the words fall, or fall where they rise",
);

const IN_POINTS: Voice = voice(
    &DOUBT,
    "hiệu của hai tỷ lệ là điểm phần trăm, không phải phần trăm",
    "the difference of two percentages is one of points of percent",
);

/// Rules, and the places where they make a finding needless.
type Spoilt = (&'static [Id], Vec<Place>);

fn check(subject: &Subject<'_>, told: &mut Told) {
    let tables = Tables::of(subject);
    for reading in subject.readings() {
        let (row, held) = (Row { reading }, tables.in_text(&reading.passage.slot));
        for at in 0..reading.tokens.len() {
            let Some((finding, (stronger, places))) = finding(&row, at, held, subject) else { continue };
            let range = reading.tokens[at].range.start..row.end(at);
            let place = subject.place(reading.passage, range.clone());
            let cut = finding.id == CUT_OFF.id();
            told.unless(stronger, places, finding.at(place.clone()).found(&reading.passage.text[range]));
            if cut {
                told.unless_told(percent::TOLD, vec![place]);
            }
        }
    }
}

/// What is told of a rise or fall: its direction, then its size by the numbers that it is said to be of, then by those that
/// it may be of. With it the rules that say more, where they tell of what it is computed from.
fn finding(row: &Row<'_>, at: usize, held: Option<&Held>, subject: &Subject<'_>) -> Option<(Finding, Spoilt)> {
    let alone = |finding| (finding, Spoilt::default());
    if let Some(expected) = direction(row, at) {
        return Some(alone(DIRECTION.finding().expected(expected)));
    }
    let place = |token: &Token| subject.place(row.reading.passage, token.range.start..token.end);
    let of_change = || {
        let (change, claim) = change::in_percent(row, at)?;
        Some((claim, (&[RATE.id][..], vec![place(&row.reading.tokens[change])])))
    };
    let points = || {
        let claim = points::of_percent(row, at)?;
        let (start, end) = row.sentence(at);
        let sentence = row.reading.tokens[start..end].iter();
        let percents = sentence.filter(|token| matches!(token.kind, Kind::Percent(_)));
        Some((claim, (percent::TOLD, percents.map(place).collect())))
    };
    // What is right but for its direction is no matter of rounding.
    let sure = |claim: &Claim| {
        let written_out = claim.law.numbers().iter().all(|said| said.unit == Decimal::ONE);
        SAID.tell(claim, written_out || claim.verdict() == Verdict::Opposite)
    };
    let computed = right(row, at)
        .map(|claim| (claim, Spoilt::default()))
        .or_else(of_change)
        .or_else(points)
        .or_else(|| Some((points::of_ranks(row, at)?, Spoilt::default())))
        .and_then(|(claim, spoilt)| Some((sure(&claim)?, spoilt)));
    let in_points = || {
        let points = number::format(points::called_percent(row, at)?);
        Some(IN_POINTS.finding().expected(msg!("{points} điểm phần trăm", "{points} điểm phần trăm")))
    };
    let slip = || {
        let slip = points::slip_of_points(row, at).or_else(|| change::slip_of_two(row, at));
        let slip = slip.or_else(|| change::of_one(row, at)).or_else(|| change::of_two_prices(row, at));
        slip.or_else(|| change::of_a_row(row, at, held?)).or_else(|| points::of_total(row, at, held?))
    };
    computed.or_else(|| in_points().or_else(|| slip().map(|claim| SAID.doubt.of(&claim))).map(alone))
}

/// What `tăng từ 25 người xuống 22 người`, `từ 22 người xuống 25 người`, `38 vụ ... so với cùng kỳ (52 vụ), tăng 14 vụ`
/// should say.
fn direction(row: &Row<'_>, at: usize) -> Option<Message> {
    let other = || row.rises(at).map(|up| if up { "giảm" } else { "tăng" });
    if let Some([now, before]) = change::turned(row, at) {
        let (word, now, before) = (other()?, number::format(now), number::format(before));
        return Some(msg!("{word} ({now} so với {before})", "{word} ({now} against {before})"));
    }
    if let Some([now, before]) = points::turned(row, at) {
        let word = if now > before { "tăng" } else { "giảm" };
        let [now, before] = [now, before].map(number::format);
        return Some(msg!("{word} ({now}% so với {before}%)", "{word} ({now}% against {before}%)"));
    }
    if matches!(row.kind(at), Some(Kind::Percent(_))) && change::contradicts(row, at) {
        let word = other()?;
        return Some(msg!("{word}", "{word}"));
    }
    let (first, up) = row.led_from(at)?;
    let (before, now) = (row.amount(first)?.value(), row.amount(at)?.value());
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

/// A rise or fall against the two numbers compared, where it is not that of them.
fn right(row: &Row<'_>, at: usize) -> Option<Claim> {
    let token = &row.reading.tokens[at];
    let said = row.rises(at);
    let given = match token.kind {
        Kind::Percent(given) if said.is_some() || row.equals(at) => Said::percent(given),
        // Places rise to a smaller number.
        Kind::Count(_) if token.unit.name == "bậc" => return None,
        // `tăng 16 tin so với quý trước (56 tin)`
        Kind::Count(_) | Kind::Other if said.is_some() => row.amount(at)?.said,
        _ => return None,
    };
    let [now, before] = row.compared(at)?;
    let percent = matches!(token.kind, Kind::Percent(_));
    let up = said.unwrap_or(now.value > before.value);
    let of = |now: Said| {
        let law = if percent { Law::Growth([now, before]) } else { Law::Change([now, before]) };
        Claim::new(if up { given } else { given.negative() }, law)
    };
    let claim = of(now);
    // `phục vụ 214.600 lượt, gồm tại chỗ 176.600, trực tuyến 38.000; tăng 7,3%`: it may be of the whole and not of the last part.
    let (start, _) = row.sentence(at);
    let mut others = (start..at).filter_map(|other| Some(row.amount(other)?.said));
    if claim.verdict() != Verdict::Holds && others.any(|other| of(other).verdict() == Verdict::Holds) {
        return None;
    }
    // A difference of the other sign may be of other numbers.
    let verdict = claim.verdict();
    let exact = claim.law.exact()?;
    let other_way = !percent && (exact.is_zero() || exact.is_sign_positive() != up);
    (verdict != Verdict::Holds && (verdict == Verdict::Opposite || !other_way)).then_some(claim)
}
