//! One way of writing numbers throughout a report.

use baocao_core::diagnostic::{Finding, Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::number;

use crate::mechanism::{Several, Ways};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::{Kind, Token, Unit, is_named};

pub(super) const STYLE: Family = Family {
    name: Say { vi: "Cách viết số", en: "How numbers are written" },
    rules: &[&PERCENT, &THOUSANDS, &POINT, &GROUPS],
    check,
};

const PERCENT: Rule = Rule {
    id: Id::new("loi-van/kieu-phan-tram"),
    severity: Severity::Note,
    title: Say {
        vi: "Dấu % viết một kiểu trong cả báo cáo", en: "The percent sign is written in one way throughout"
    },
    why: Say {
        vi: "\"75,8%\" hay \"75,8 %\" đều được, nhưng không lẫn lộn. Chỉ báo một lần, ở các chỗ của kiểu ít dùng hơn.",
        en: "With or without a space before it, but not both. Told once, at the places of the rarer way.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đạt 75,8%, năm nay 80%."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đạt 75,8%, năm nay 80 %, quý sau 90%."}}"#,
};

const THOUSANDS: Rule = Rule {
    id: Id::new("loi-van/thieu-dau-cham"),
    severity: Severity::Note,
    title: Say {
        vi: "Số từ 1.000 trở lên có dấu chấm ngăn cách hàng nghìn",
        en: "Numbers from 1.000 up have a dot between thousands",
    },
    why: Say {
        vi: "Chỉ báo khi chính báo cáo viết các số khác có dấu chấm (\"7.725 hồ sơ\" bên \"1000 tài liệu\"); báo một lần.",
        en: "Told once, and only where the report itself writes other numbers with a dot.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Cấp phát 1.000 tài liệu cho 2.500 lượt người."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Cấp phát 1000 tài liệu cho 2.500 lượt người."}}"#,
};

const POINT: Rule = Rule {
    id: Id::new("loi-van/dau-cham-thap-phan"),
    severity: Severity::Note,
    title: Say { vi: "Phần thập phân viết sau dấu phẩy", en: "Decimals stand behind a comma" },
    why: Say {
        vi: "\"92.37/100 điểm\", \"5.4 tỷ đồng\": dấu chấm ngăn cách hàng nghìn, phần thập phân viết sau dấu phẩy. Chỉ xét số có \
             một hoặc hai chữ số sau dấu chấm và có đơn vị đi sau; số của mục, phiên bản không bị bắt.",
        en: "A dot stands between thousands, a comma before decimals. Only numbers with one or two digits behind the dot and \
             a unit behind them are told; numbers of headings and versions are left alone.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Chỉ số đạt 92,37/100 điểm; chi 5,4 tỷ đồng; công nghiệp 4.0."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Chỉ số đạt 92.37/100 điểm."}}"#,
};

const GROUPS: Rule = Rule {
    id: Id::new("loi-van/nhom-chu-so"),
    severity: Severity::Warning,
    title: Say {
        vi: "Giữa các dấu chấm hàng nghìn có đúng ba chữ số",
        en: "Three digits stand between the dots of thousands",
    },
    why: Say {
        vi: "\"2.415.6000.000 đồng\": nhóm chữ số thừa hay thiếu. Chỉ xét số có đơn vị đi sau và từ hai dấu chấm trở lên, không xét ngày \
             tháng, số văn bản, số của mục.",
        en: "A group with a digit too many or too few. Only numbers with a unit behind them and two dots or more; no dates, numbers of \
             documents or of headings.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đã chi 2.415.600.000 đồng."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đã chi 2.415.6000.000 đồng."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut points = Vec::new();
    // Whether a space stands before the sign, whether a dot is missing between thousands.
    let (mut signs, mut thousands): (Ways<'_, bool>, Ways<'_, bool>) = Default::default();
    for reading in subject.readings() {
        let passage = reading.passage;
        for token in reading.tokens.iter().filter(|token| has_point(token, &passage.text)) {
            let (found, right) =
                (&passage.text[token.range.clone()], passage.text[token.range.clone()].replace('.', ","));
            points.push(
                POINT
                    .finding(msg!("phần thập phân viết sau dấu chấm", "decimals stand behind a dot"))
                    .at(subject.place(passage, token.range.clone()))
                    .found(found)
                    .expected(msg!("{right}", "{right}")),
            );
        }
        for token in reading.tokens.iter().filter(|token| is_broken(token, &passage.text)) {
            let found = digits_and_dots(&passage.text[token.range.start..]);
            told.finding(
                GROUPS
                    .finding(msg!("nhóm chữ số không đủ hoặc thừa chữ số", "a group of digits has not three of them"))
                    .at(subject.place(passage, token.range.start..token.range.start + found.len()))
                    .found(found),
            );
        }
        for token in reading.tokens.iter().filter(|token| token.kind.is_number()) {
            let written = &passage.text[token.range.clone()];
            match token.kind {
                Kind::Percent(_) => {
                    let spaced = !passage.text[token.range.end..].starts_with('%');
                    signs.add(spaced, passage, token.range.start..token.end);
                }
                Kind::Count(_) if written.contains('.') => thousands.add(false, passage, token.range.clone()),
                Kind::Count(_)
                    if token.unit.is_known()
                        && written.split(',').next().is_some_and(|whole| whole.len() > 3)
                        && number::parse(written).is_ok() =>
                {
                    thousands.add(true, passage, token.range.clone());
                }
                _ => {}
            }
        }
    }
    told.together(points);
    if let Some(signs) = signs.several() {
        told.together(percent_signs(&signs, subject));
    }
    if let Some(thousands) = thousands.beside(false) {
        told.together(without_dots(&thousands, subject));
    }
}

/// Whether a token is a number with a unit whose decimals stand behind a dot: `92.37/100 điểm`.
fn has_point(token: &Token, text: &str) -> bool {
    let written = &text[token.range.clone()];
    let Some((whole, rest)) = written.split_once('.').filter(|_| token.kind == Kind::Other) else { return false };
    let (decimals, of) = rest.split_once('/').unwrap_or((rest, "0"));
    let digits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let unit = Unit::read(&text[token.range.end..]);
    let counted = unit.is_known() || unit.name == "điểm";
    digits(whole, 3) && digits(decimals, 2) && digits(of, 4) && counted && !is_named(&text[..token.range.start])
}

/// Whether a token is a number with a unit one of whose groups has not three digits.
fn is_broken(token: &Token, text: &str) -> bool {
    let number = token.kind == Kind::Other || token.kind.is_number();
    let begins = !text[..token.range.start].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '-'));
    if !number || !begins || token.range.is_empty() {
        return false;
    }
    let written = digits_and_dots(&text[token.range.start..]);
    if written.matches('.').count() < 2 {
        return false;
    }
    let groups: Vec<&str> = written.split('.').collect();
    let digits = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let (first, rest) = (groups[0].len(), &groups[1..]);
    let broken = rest.iter().filter(|group| group.len() != 3).count();
    let long = rest.iter().any(|group| group.len() > 3) || rest.iter().filter(|group| group.len() == 3).count() > 1;
    digits && first < 4 && broken == 1 && long && Unit::read(&text[token.range.start + written.len()..]).is_known()
}

/// The digits and dots that a text begins with.
fn digits_and_dots(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    text[..end].trim_end_matches('.')
}

fn percent_signs(signs: &Several<'_, bool>, subject: &Subject<'_>) -> Vec<Finding> {
    let (many, few) = (signs.usual.1.len(), signs.count());
    let say = |spaced: &bool, _: &str| {
        PERCENT
            .finding(msg!(
                "dấu % viết hai kiểu: {many} chỗ một kiểu, {few} chỗ kiểu này",
                "the percent sign is written in two ways: {many} times in one, {few} times as here"
            ))
            .expected(if *spaced {
                msg!("không có dấu cách trước %", "no space before %")
            } else {
                msg!("có dấu cách trước %", "a space before %")
            })
    };
    signs.findings(subject, say, |_, _| None)
}

fn without_dots(thousands: &Several<'_, bool>, subject: &Subject<'_>) -> Vec<Finding> {
    let count = thousands.count();
    let say = |_: &bool, written: &str| {
        let right = number::parse(written).map(|number| number::format(number.value)).unwrap_or_default();
        THOUSANDS
            .finding(msg!(
                "số thiếu dấu chấm hàng nghìn ({count} chỗ), các số khác đều có",
                "{count} numbers lack the dot between thousands that others have"
            ))
            .expected(msg!("{right}", "{right}"))
    };
    thousands.findings(subject, say, |_, _| None)
}
