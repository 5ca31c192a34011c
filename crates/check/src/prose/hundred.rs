//! Percentages that divide one whole among them.

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::OTHER_WHOLES;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

pub(super) const HUNDRED: Family = Family {
    name: Say { vi: "Cơ cấu phần trăm trong lời văn", en: "Percentages of one whole in running text" },
    rules: &[&SUM],
    check,
};

const SUM: Rule = Rule {
    id: Id::new("loi-van/tong-phan-tram"),
    severity: Severity::Note,
    title: Say {
        vi: "Các tỷ lệ chia một tổng thể cộng lại bằng 100%", en: "Percentages of one whole add up to 100%"
    },
    why: Say {
        vi: "Từ ba tỷ lệ trở lên kể liền nhau sau dấu hai chấm, mỗi tỷ lệ một loại, cộng lại gần bằng nhưng không bằng 100% \
             (đã trừ sai số làm tròn); với mức xếp loại (xuất sắc, tốt, không hoàn thành) và mức hài lòng thì lệch hơn cũng \
             xét. Tỷ lệ của nhiều việc khác nhau không bị bắt.",
        en: "Three or more percentages named one after the other behind a colon that are nearly, but not quite, 100% \
             together, rounding allowed; of grades and of levels of content a larger gap is told too. Percentages of \
             different things are left alone.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Xếp loại công chức: 20,5% xuất sắc, 75,4% tốt, 4,1% hoàn thành."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Xếp loại công chức: 20,5% xuất sắc, 75,4% tốt, 5,1% hoàn thành."}}"#,
};

/// Names that together are all there is: grades, and levels of content.
const ALL: [[&str; 2]; 3] =
    [["xuất sắc", "không hoàn thành"], ["rất hài lòng", "không hài lòng"], ["rất hài lòng", "chưa hài lòng"]];

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        let passage = reading.passage;
        for at in 0..reading.tokens.len() {
            let Some((last, sum)) = wrong(reading, at) else { continue };
            let range = reading.tokens[at].range.start..reading.tokens[last].end;
            let sum = number::format(sum);
            told.finding(
                SUM.finding(msg!(
                    "các tỷ lệ cộng lại bằng {sum}%, có lẽ phải là 100%",
                    "the percentages add up to {sum}%; perhaps they should be 100%"
                ))
                .at(subject.place(passage, range))
                .found(format!("{sum}%"))
                .expected(msg!("100%", "100%")),
            );
        }
    }
}

/// The last of the percentages that begin behind a colon, and what they are together, where that is not 100.
fn wrong(reading: Reading<'_>, colon: usize) -> Option<(usize, Decimal)> {
    if reading.tokens[colon].kind != Kind::Colon {
        return None;
    }
    let (mut shares, mut last) = (Vec::new(), colon);
    let mut end = reading.text.len();
    for (at, token) in reading.tokens.iter().enumerate().skip(colon + 1) {
        match token.kind {
            Kind::Percent(value) if !token.hedge => {
                shares.push(Said::percent(value));
                last = at;
            }
            Kind::Comma | Kind::Semicolon => {}
            Kind::Stop | Kind::Line => {
                end = token.range.start;
                break;
            }
            _ => return None,
        }
    }
    let content = reading.text.get(reading.tokens[colon].range.start..end)?.to_lowercase();
    if shares.len() < 3 || OTHER_WHOLES.iter().any(|word| content.contains(word)) {
        return None;
    }
    let all = ALL.iter().any(|names| names.iter().all(|name| content.contains(name)));
    let claim = Claim::new(Said::counted(Decimal::ONE_HUNDRED), Law::Sum(shares));
    let sum = claim.right()?;
    let near = (sum - Decimal::ONE_HUNDRED).abs() <= Decimal::from(if all { 20 } else { 2 });
    (near && !claim.holds()).then_some((last, sum))
}
