//! Which of two numbers is more, by the words between them, and whether both are of one unit: `đạt 82%, cao hơn mục tiêu (85%)`.

use std::collections::HashMap;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::{HIGHER, LOWER, SURFACES};
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::{Kind, Reading};

pub(super) const HIGHER_LOWER: Family = Family {
    name: Say { vi: "Cao hơn, thấp hơn; đơn vị đo", en: "Higher and lower; units of measure" },
    rules: &[&WRONG, &UNITS],
    check,
};

const WRONG: Rule = Rule {
    id: Id::new("loi-van/cao-thap-sai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Chữ \"cao hơn\", \"thấp hơn\" khớp với hai số",
        en: "\"Cao hơn\" and \"thấp hơn\" agree with the two numbers",
    },
    why: Say {
        vi: "\"Đạt 82%, cao hơn mục tiêu đề ra (85%)\": 82 thấp hơn 85. Chỉ xét số ngay trước, số duy nhất trong ngoặc ngay sau, cùng đơn vị.",
        en: "\"Đạt 82%, cao hơn mục tiêu đề ra (85%)\": 82 is less than 85. The number right before and the only one in the parentheses right \
             behind, of one unit, are looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Tỷ lệ đạt 88%, cao hơn mục tiêu đề ra (85%)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Tỷ lệ đạt 82%, cao hơn mục tiêu đề ra (85%)."}}"#,
};

const UNITS: Rule = Rule {
    id: Id::new("loi-van/don-vi-lech"),
    severity: Severity::Note,
    title: Say {
        vi: "Hai số so sánh với nhau cùng đơn vị đo",
        en: "Numbers that are compared have one unit of measure",
    },
    why: Say {
        vi: "\"Từ 14.500 m³ xuống còn 12.325 m²\"; cùng một số khi thì 11,4 ha, khi thì 11,4 km²; số còn lại đúng là hiệu của hai số trước nhưng \
             ghi đơn vị khác: có lẽ một đơn vị gõ nhầm. Phát hiện này là nghi vấn.",
        en: "\"Từ 14.500 m³ xuống còn 12.325 m²\", one number here in ha, there in km², what is left in another unit than the two numbers of which it \
             is the difference: one unit is probably a slip. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Sản lượng giảm từ 14.500 m³/ngày xuống còn 12.325 m³/ngày; tăng từ 14.500 kg lên 15,2 tấn."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Sản lượng giảm từ 14.500 m³/ngày xuống còn 12.325 m²/ngày."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    // The units of measure of numbers with decimals, by how these and the words before them are written.
    let mut measured: HashMap<(&str, [&str; 2]), &str> = HashMap::new();
    for reading in subject.readings() {
        for at in 0..reading.tokens.len() {
            if let Some((words, right)) = wrong(reading, at) {
                told.finding(
                    WRONG
                        .finding(msg!("hai số không khớp với chữ này", "the two numbers do not agree with these words"))
                        .at(subject.place(reading.passage, words.clone()))
                        .found(&reading.passage.text[words])
                        .expected(right),
                );
            }
            let Some(unit) = unit(reading, at) else { continue };
            let other = led(reading, at).or_else(|| difference(reading, at)).filter(|other| *other != unit);
            let written = &reading.text[reading.tokens[at].range.clone()];
            let words = last_words(reading, at).filter(|_| written.contains(','));
            let first = words.map(|words| *measured.entry((written, words)).or_insert(unit));
            if let Some(other) = other.or(first.filter(|first| *first != unit)) {
                let token = &reading.tokens[at];
                let range = token.range.start..token.range.end + 1 + unit.len();
                told.finding(
                    UNITS
                        .finding(msg!(
                            "đơn vị khác với số được so sánh ({other})",
                            "the unit is not that of the number compared ({other})"
                        ))
                        .at(subject.place(reading.passage, range.clone()))
                        .found(&reading.passage.text[range])
                        .expected(msg!("{other}", "{other}")),
                );
            }
        }
    }
}

/// Where the words stand that two numbers contradict, and what they should be.
fn wrong(reading: Reading<'_>, at: usize) -> Option<(std::ops::Range<usize>, baocao_core::diagnostic::Message)> {
    let kind = |at: usize| reading.tokens.get(at).map(|token| token.kind);
    let (comma, open, inner) = (at + 1, at + 2, at + 3);
    let enclosed = kind(comma)? == Kind::Comma && kind(open)? == Kind::Open && kind(at + 4)? == Kind::Close;
    let (one, other) = match (kind(at)?, kind(inner)?) {
        (Kind::Percent(one), Kind::Percent(other)) => (one, other),
        (Kind::Count(one), Kind::Count(other)) if reading.tokens[at].unit.name == reading.tokens[inner].unit.name => {
            (one, other)
        }
        _ => return None,
    };
    let words = reading.between(comma, open);
    let said = words.trim_start();
    let begins = |list: &[&'static str]| {
        list.iter().copied().filter(|known| said.starts_with(known)).max_by_key(|known| known.len())
    };
    let (up, known) = match (begins(&HIGHER), begins(&LOWER)) {
        (Some(known), _) => (true, known),
        (_, Some(known)) => (false, known),
        _ => return None,
    };
    let plain = enclosed && !reading.tokens[at].hedge && !reading.tokens[inner].hedge && said.chars().count() < 60;
    // `vượt 3% so với (...)` and `cao hơn 5 điểm` name a difference, which is a number of its own.
    let contradicts = if up { one <= other } else { one >= other };
    let start = reading.tokens[comma].end + words.len() - said.len();
    let right = if up { "thấp hơn" } else { "cao hơn" };
    let [one, other] = [one, other].map(number::format);
    (plain && contradicts && one != other).then(|| {
        (start..start + known.len(), msg!("{right} ({one} so với {other})", "{right} ({one} against {other})"))
    })
}

/// The unit of measure behind a number, as it is written.
fn unit<'r>(reading: Reading<'r>, at: usize) -> Option<&'r str> {
    let token = &reading.tokens[at];
    if !matches!(token.kind, Kind::Count(_)) {
        return None;
    }
    let rest = reading.text.get(token.range.end..)?.strip_prefix(' ')?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '²' | '³')).unwrap_or(rest.len());
    SURFACES.iter().copied().find(|unit| *unit == &rest[..end]).and_then(|_| rest.get(..end))
}

/// The unit of the number that leads to this one: `từ 14.500 m³ xuống còn`. Weights and what is a thousand times more may change.
fn led<'r>(reading: Reading<'r>, at: usize) -> Option<&'r str> {
    let before = at.checked_sub(1)?;
    let words = reading.between(before, at);
    let words = words.rsplit(|c: char| c.is_ascii_digit() || c == '/').next()?.trim();
    let leads = [
        "xuống",
        "xuống còn",
        "lên",
        "ngày xuống",
        "ngày xuống còn",
        "ngày lên",
        "ngày đêm xuống còn",
        "ngày đêm xuống",
        "ngày đêm lên",
        "năm lên",
        "năm xuống",
    ];
    let from =
        reading.before(before).trim_end().ends_with("từ") && leads.contains(&words.trim_start_matches(['²', '³', ' ']));
    let [one, other] = [unit(reading, before)?, unit(reading, at)?];
    (from && kind_of(one) != kind_of(other)).then_some(one)
}

/// What units measure: lengths, surfaces, spaces, weights.
fn kind_of(unit: &str) -> u8 {
    match unit {
        "m" | "km" => 1,
        "m²" | "m2" | "km²" | "km2" | "ha" => 2,
        "m³" | "m3" => 3,
        _ => 4,
    }
}

/// The unit of two numbers before this one in its paragraph of which it is the difference as written: `5.862 m² ... 4.310 m² ... còn 1.552 ha`.
fn difference<'r>(reading: Reading<'r>, at: usize) -> Option<&'r str> {
    let value = |at: usize| match reading.tokens[at].kind {
        Kind::Count(value) => Some(value),
        _ => None,
    };
    let own = value(at)? / reading.tokens[at].unit.factor.max(Decimal::ONE);
    let amounts: Vec<(usize, &str)> = reading.back(at).filter_map(|at| Some((at, unit(reading, at)?))).collect();
    let [(done, unit_done), (whole, unit_whole)] = amounts[..] else { return None };
    let words = reading.passage.small(&(reading.tokens[done].end..reading.tokens[at].range.start));
    let left = words.contains("còn");
    (left && unit_done == unit_whole && value(whole)? - value(done)? == own && own >= Decimal::TEN).then_some(unit_done)
}

/// The last two words before a number.
fn last_words<'r>(reading: Reading<'r>, at: usize) -> Option<[&'r str; 2]> {
    let mut words = reading.before(at).split_whitespace().rev();
    let last = words.next()?;
    Some([words.next()?, last])
}
