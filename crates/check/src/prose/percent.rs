//! Percentages in running text against the numbers that they are said to be of.

use std::collections::HashMap;

use baocao_core::claim::{Claim, Law, Verdict};
use baocao_core::diagnostic::{Finding, Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::said::{Link, of_fraction};
use super::{link, nearby, partition, shares};
use crate::claims::{CUT, CUT_OFF, Medium, voice};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Unit;

pub(super) const PERCENTAGES: Family = Family {
    name: Say { vi: "Tỷ lệ trong lời văn", en: "Percentages in running text" },
    rules: &[&WRONG, &CUT, &DOUBT, &PART],
    check,
};

/// The rules of percentages that do not agree with their numbers.
pub(super) const TOLD: &[Id] = &[WRONG.id, CUT.id, DOUBT.id];

const WRONG: Rule = Rule {
    id: Id::new("loi-van/ti-le-sai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Tỷ lệ trong lời văn khớp với hai số đi kèm",
        en: "A percentage in running text agrees with the two numbers beside it",
    },
    why: Say {
        vi: "Đọc các dạng \"22/29 nhiệm vụ (đạt 75,9%)\", \"20 trên 26 nhiệm vụ, đạt 76,9%\", \"500 hồ sơ (trong đó 400 hồ \
             sơ trực tuyến, đạt 80%)\" và tính lại, làm tròn nửa lên ở đúng số chữ số thập phân đã ghi. Nếu tỷ lệ đã ghi \
             khớp với một mẫu số khác trong báo cáo thì mẫu số ấy được nêu tên. Mẫu số nêu sau tỷ lệ (\"92,06% số phiếu hợp lệ\") \
             được tìm ở trên; các tỷ lệ cộng đủ 100% phải cùng một mẫu số.",
        en: "Reads \"22/29 nhiệm vụ (đạt 75,9%)\" and the like and computes the percentage again, rounded half up at the \
             decimals that were written. Where it agrees with another denominator of the report, that one is named. \
             A whole that is named after the percentage is looked for before it; percentages that together are a hundred \
             are of one whole.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đã hoàn thành 20 trên 26 nhiệm vụ, đạt 76,9%; tiếp nhận 500 hồ sơ (trong đó có 400 hồ sơ trực tuyến, đạt tỷ lệ 80%)."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đã tiếp nhận 500 hồ sơ (trong đó có 400 hồ sơ trực tuyến, đạt tỷ lệ 83,33%)."}}"#,
};

const DOUBT: Rule = Rule {
    id: Id::new("loi-van/ti-le-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Tỷ lệ trong lời văn có lẽ không khớp với các số gần nó",
        en: "A percentage in running text perhaps does not agree with the numbers near it",
    },
    why: Say {
        vi: "Tỷ lệ đứng ngay sau hai số cùng đơn vị trong một câu (\"74 quyết định, đã thi hành 71 quyết định, đạt 95,95%\") \
             thường là số sau trên số trước. Khi không khớp, cũng không khớp với số nào khác trong báo cáo, thì đó là nghi \
             vấn: tỷ lệ có thể tính trên một số không nêu ra.",
        en: "A percentage right after two numbers of one unit in a sentence usually is the second of the first. Where it \
             is not, and agrees with no other number of the report, that is a doubt: it may be of a number not written.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Các tổ tiếp nhận 38 vụ việc, hòa giải thành 33 vụ việc, đạt 86,84%."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Các tổ tiếp nhận 38 vụ việc, hòa giải thành 33 vụ việc, đạt 68,84%."}}"#,
};

const PART: Rule = Rule {
    id: Id::new("loi-van/phan-lon-hon-tong"),
    severity: Severity::Warning,
    title: Say {
        vi: "Trong lời văn, bộ phận không lớn hơn tổng thể",
        en: "In running text a part is not larger than its whole",
    },
    why: Say {
        vi: "So tử số với mẫu số của dạng \"12/10 xã\", từng số sau \"trong đó\", \"gồm\" với số đứng trước, và số sau \"có\" với \
             số sau \"Trong\", \"Trong tổng số\" mở đầu câu, thứ hạng với số được xếp hạng. Việc vượt kế hoạch, vượt chỉ tiêu không bị bắt.",
        en: "Compares the numerator of \"12/10 xã\" with its denominator, each number after \"trong đó\", \"gồm\" with the one \
             before, and the number after \"có\" with the one after \"Trong\", \"Trong tổng số\" that begins the sentence, a rank with the number ranked. Plans \
             that were exceeded are left alone.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Đã giải quyết 26/29 hồ sơ, 21/21 thôn có tổ công nghệ số."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Đã giải quyết 29/26 hồ sơ."}}"#,
};

const SAID: Medium = Medium {
    wrong: voice(
        &WRONG,
        "tỷ lệ không khớp với hai số đi kèm",
        "the percentage does not agree with the two numbers beside it",
    ),
    doubt: voice(
        &DOUBT,
        "tỷ lệ này có lẽ không khớp với các số gần nó",
        "this percentage perhaps does not agree with the numbers near it",
    ),
    cut: Some(CUT_OFF),
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let unexplained = unexplained(subject);
    for reading in subject.readings() {
        let passage = reading.passage;
        for (at, token) in reading.tokens.iter().enumerate() {
            match token.kind {
                Kind::Percent(given) if !token.hedge => {
                    let shown = &passage.text[token.range.start..token.end];
                    let finding = match link::of(reading, at) {
                        Some(link) => judge(&link, given, shown, subject),
                        // What stands elsewhere too was computed there.
                        None => nearby::of(reading, at)
                            .filter(|_| unexplained.get(&given).is_none_or(|count| *count < 2))
                            .and_then(|link| judge(&link, given, shown, subject)),
                    };
                    if let Some(finding) = finding {
                        told.finding(finding.at(subject.place(passage, token.range.start..token.end)));
                    }
                }
                Kind::Percent(given) => {
                    let Some(link) = nearby::after_two(reading, at) else { continue };
                    let claim = link.claim(given);
                    if claim.law.exact().is_some_and(|exact| exact < given) {
                        let range = token.range.start..token.end;
                        let finding = SAID.doubt.of(&claim).found(&passage.text[range.clone()]);
                        told.finding(finding.at(subject.place(passage, range)));
                    }
                }
                Kind::Fraction(part, whole) if cannot_exceed(&token.unit) => {
                    let [part, whole] = [part, whole].map(|value| of_fraction(value, token));
                    let Some(finding) = larger(&Claim::new(part, Law::AtMost(whole))) else { continue };
                    let tail: String =
                        passage.text[token.range.end..].chars().take(40).collect::<String>().to_lowercase();
                    let plan = ["kế hoạch", "chỉ tiêu", "vượt", "dự toán", "%"].iter().any(|word| tail.contains(word));
                    if !plan {
                        told.finding(finding.at(subject.place(passage, token.range.clone())));
                    }
                }
                _ => {}
            }
        }
        let odd_ones = shares::odd_ones(reading).into_iter().chain(shares::of_no_whole(reading));
        for (at, link) in odd_ones.chain(partition::odd_ones(reading)) {
            let token = &reading.tokens[at];
            let (Kind::Percent(given), range) = (token.kind, token.range.start..token.end) else { continue };
            let place = subject.place(passage, range.clone());
            if let Some(finding) = judge(&link, given, &passage.text[range], subject) {
                told.unless(TOLD, vec![place.clone()], finding.at(place));
            }
        }
    }
}

/// How often each percentage stands in the report without numbers beside it that explain it.
fn unexplained(subject: &Subject<'_>) -> HashMap<Decimal, usize> {
    let mut counts = HashMap::new();
    for reading in subject.readings() {
        for (at, token) in reading.tokens.iter().enumerate() {
            if let Kind::Percent(given) = token.kind
                && link::of(reading, at).is_none()
            {
                *counts.entry(given).or_default() += 1;
            }
        }
    }
    counts
}

/// Whether of what is counted a part cannot be more than the whole; plans of money may be exceeded.
fn cannot_exceed(unit: &Unit) -> bool {
    unit.is_known() && unit.name != "đồng" || unit.name == "điểm"
}

/// That a part is larger than its whole, where it is.
pub(super) fn larger(claim: &Claim) -> Option<Finding> {
    let whole = claim.right().filter(|_| !claim.holds())?;
    let (part, whole) = (number::format(claim.given.written()), number::format(whole));
    let message =
        msg!("bộ phận ({part}) lớn hơn tổng thể ({whole})", "the part ({part}) is more than the whole ({whole})");
    Some(PART.finding(message).found(part).expected(claim.expected()))
}

fn judge(link: &Link, given: Decimal, shown: &str, subject: &Subject<'_>) -> Option<Finding> {
    let claim = link.claim(given);
    let verdict = claim.verdict();
    if verdict == Verdict::Undefined {
        let (part, whole) = (number::format(link.part.value), number::format(link.whole.value));
        return link.sure.then(|| {
            WRONG
                .finding(msg!("tỷ lệ có mẫu số bằng 0", "a percentage of nothing"))
                .found(format!("{part}/{whole} = {shown}"))
                .expected(msg!("không ghi tỷ lệ", "no percentage"))
        });
    }
    let finding = SAID.tell(&claim, link.sure)?.found(shown);
    if verdict == Verdict::Truncated {
        return Some(finding);
    }
    let others = claim.other_wholes(subject.counted());
    if !link.sure && !others.is_empty() {
        return None;
    }
    Some(match claim.of_other(&others) {
        Some(other) => finding.hint(other),
        None => finding,
    })
}
