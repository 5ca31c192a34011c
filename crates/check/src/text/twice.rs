//! Long sentences that stand twice, word for word.

use std::collections::HashMap;
use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use foldhash::fast::RandomState;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;

pub(super) const TWICE: Family =
    Family { name: Say { vi: "Câu lặp lại", en: "Sentences that stand twice" }, rules: &[&SENTENCE], check };

const SENTENCE: Rule = Rule {
    id: Id::new("van-ban/lap-cau"),
    severity: Severity::Note,
    title: Say { vi: "Không chép lại nguyên một câu dài", en: "No long sentence stands twice" },
    why: Say {
        vi: "Một câu từ 100 chữ cái trở lên đứng hai lần, giống hệt từng chữ: thường là chép nhầm đoạn. Phụ lục không bị xét.",
        en: "A sentence of 100 letters or more that stands twice word for word is mostly pasted by mistake. Appendices are \
             not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Không có kiến nghị. Không có kiến nghị."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Các thôn đã phối hợp với đoàn thể vận động người dân nộp hồ sơ trực tuyến, thanh toán không dùng tiền mặt.\n\n- Các thôn đã phối hợp với đoàn thể vận động người dân nộp hồ sơ trực tuyến, thanh toán không dùng tiền mặt."}}"#,
};

/// Shorter sentences are formulas.
const LONG: usize = 100;

fn check(subject: &Subject<'_>, told: &mut Told) {
    // Where sentences stand; their places are looked up for those that come again.
    let mut known: HashMap<&str, (usize, Range<usize>), RandomState> = HashMap::default();
    let prose: Vec<&Passage<'_>> = subject.body().collect();
    for (number, passage) in prose.iter().enumerate() {
        for sentence in passage.sentences() {
            let start = sentence.range.start;
            let words = passage.text[sentence.range.clone()].trim_end_matches([' ', '.', ';']);
            if words.len() < LONG || words.chars().count() < LONG {
                continue;
            }
            let range = start..start + words.len();
            match known.get(words) {
                None => drop(known.insert(words, (number, range))),
                Some((first, at)) => {
                    let above = subject.place(prose[*first], at.clone());
                    let say = msg!("câu này đã có ở trên", "this sentence stands above too");
                    let finding = told.slip(&SENTENCE, subject, passage, range, say);
                    finding.hint = above
                        .line_column()
                        .map(|(line, _)| msg!("chỗ trên ở dòng {line}", "the place above is at line {line}"));
                }
            }
        }
    }
}
