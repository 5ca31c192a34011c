//! One way of writing numbers throughout a report.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::number;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;
use baocao_reading::numbers::{Kind, Token, Unit, is_named};

pub(super) const STYLE: Family = Family {
    name: Say { vi: "Cách viết số", en: "How numbers are written" },
    rules: &[&PERCENT, &THOUSANDS, &POINT],
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

/// Where something is written, by the passage and the bytes.
type Where<'a> = (&'a Passage<'a>, Range<usize>);

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut points = Vec::new();
    let (mut glued, mut spaced): (Vec<Where<'_>>, Vec<Where<'_>>) = (Vec::new(), Vec::new());
    let (mut dotted, mut bare): (usize, Vec<Where<'_>>) = (0, Vec::new());
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
        for token in reading.tokens.iter().filter(|token| token.kind.is_number()) {
            let written = &passage.text[token.range.clone()];
            match token.kind {
                Kind::Percent(_) => {
                    let signs = if passage.text[token.range.end..].starts_with('%') { &mut glued } else { &mut spaced };
                    signs.push((passage, token.range.start..token.end));
                }
                Kind::Count(_) if written.contains('.') => dotted += 1,
                Kind::Count(_)
                    if token.unit.is_known() && written.split(',').next().is_some_and(|whole| whole.len() > 3) =>
                {
                    bare.push((passage, token.range.clone()));
                }
                _ => {}
            }
        }
    }
    told.together(points);
    percent_signs(subject, &glued, &spaced, told);
    thousands(subject, dotted, &bare, told);
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

fn percent_signs(subject: &Subject<'_>, glued: &[Where<'_>], spaced: &[Where<'_>], told: &mut Told) {
    let (fewer, more) = if spaced.len() <= glued.len() { (spaced, glued) } else { (glued, spaced) };
    if more.is_empty() {
        return;
    }
    let (few, many) = (fewer.len(), more.len());
    let without = fewer.len() == spaced.len() && std::ptr::eq(fewer, spaced);
    let expected = if without {
        msg!("không có dấu cách trước %", "no space before %")
    } else {
        msg!("có dấu cách trước %", "a space before %")
    };
    told.together(fewer.iter().map(|(passage, range)| {
        PERCENT
            .finding(msg!(
                "dấu % viết hai kiểu: {many} chỗ một kiểu, {few} chỗ kiểu này",
                "the percent sign is written in two ways: {many} times in one, {few} times as here"
            ))
            .at(subject.place(passage, range.clone()))
            .found(&passage.text[range.clone()])
            .expected(expected.clone())
    }));
}

fn thousands(subject: &Subject<'_>, dotted: usize, bare: &[Where<'_>], told: &mut Told) {
    if dotted == 0 {
        return;
    }
    let count = bare.len();
    told.together(bare.iter().filter_map(|(passage, range)| {
        let written = &passage.text[range.clone()];
        let right = number::format(number::parse(written).ok()?.value);
        Some(
            THOUSANDS
                .finding(msg!(
                    "số thiếu dấu chấm hàng nghìn ({count} chỗ), các số khác đều có",
                    "{count} numbers lack the dot between thousands that others have"
                ))
                .at(subject.place(passage, range.clone()))
                .found(written)
                .expected(msg!("{right}", "{right}")),
        )
    }));
}
