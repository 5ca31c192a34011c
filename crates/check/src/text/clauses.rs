//! Sentences that are none, and what is done among what is to be done.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::{Passage, Sentence};

pub(super) const CLAUSES: Family =
    Family { name: Say { vi: "Câu", en: "Sentences" }, rules: &[&GROUND, &DONE], check };

const GROUND: Rule = Rule {
    id: Id::new("van-ban/cau-cut"),
    severity: Severity::Note,
    title: Say { vi: "Câu \"Căn cứ ...\" có vế chính", en: "A ground has its main clause" },
    why: Say {
        vi: "\"Căn cứ Quyết định ... năm 2023. UBND xã ...\": sau căn cứ là dấu phẩy và việc được làm, không phải dấu chấm. Chỉ xét \
             câu dẫn văn bản, không có dấu phẩy nào, có câu khác nối ngay sau trên cùng dòng.",
        en: "A comma and what was done follow the ground, no full stop. Only sentences that cite a document, have no comma and \
             are followed by another on their line are looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2023 của UBND huyện, UBND xã đã tuyên truyền. Kết quả tốt."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2023 của UBND huyện về tuyên truyền. UBND xã đã tổ chức 05 buổi."}}"#,
};

const DONE: Rule = Rule {
    id: Id::new("van-ban/viec-da-lam"),
    severity: Severity::Note,
    title: Say {
        vi: "Phương hướng, nhiệm vụ nói việc sẽ làm", en: "Directions speak of what will be done"
    },
    why: Say {
        vi: "Câu bắt đầu bằng \"Đã ...\" trong mục phương hướng, nhiệm vụ có lẽ chép từ phần kết quả.",
        en: "A sentence that begins with \"Đã ...\" under directions was probably copied from the results.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"phuong-huong": "- Tiếp tục rà soát thủ tục hành chính."}}"#,
    fails: r#"{"sections": {"phuong-huong": "- Tiếp tục rà soát thủ tục hành chính. Đã trình huyện phê duyệt phương án."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    // The part of the report's own outline that gives directions.
    let mut directions: Option<&[usize]> = None;
    for passage in subject.passages() {
        let slot = &passage.slot;
        let directed =
            |part: Option<&[usize]>| part.zip(slot.outline_path()).is_some_and(|(part, path)| path.starts_with(part));
        if passage.kind == baocao_reading::TextKind::Heading {
            let title = passage.all_small();
            if !directed(directions) {
                directions = slot.outline_path().filter(|_| title.contains("phương hướng"));
            }
        }
        if passage.kind != baocao_reading::TextKind::Prose || !slot.is_in_body() {
            continue;
        }
        let section = |begin: &str| slot.section_id().is_some_and(|id| id.starts_with(begin));
        let forward = slot.section_id().is_some_and(|id| subject.set.outline.is_ahead(id)) || directed(directions);
        let opening = section(&subject.set.outline.opening);
        if forward {
            sentences_done(subject, passage, told);
        }
        if !opening {
            grounds(subject, passage, told);
        }
    }
}

fn sentences_done(subject: &Subject<'_>, passage: &Passage<'_>, told: &mut Told) {
    for Range { start, end } in passage.sentences().iter().map(|sentence| sentence.range.clone()) {
        let sentence = &passage.text[start..end];
        if !sentence.starts_with("Đã ") {
            continue;
        }
        let end = sentence.char_indices().filter(|(_, c)| *c == ' ').nth(2).map_or(sentence.len(), |(at, _)| at);
        let say = msg!("việc đã làm trong mục phương hướng", "what was done, among directions");
        let finding = told.slip(&DONE, subject, passage, start..start + end, say);
        finding.hint = Some(msg!("chuyển lên phần kết quả, hoặc viết lại", "move it to the results, or write it anew"));
    }
}

fn grounds(subject: &Subject<'_>, passage: &Passage<'_>, told: &mut Told) {
    for pair in passage.sentences().windows(2) {
        let [Sentence { range, .. }, next] = pair else { continue };
        let sentence = &passage.text[range.clone()];
        let cites = sentence.contains(" số ") && sentence.contains('/');
        if sentence.starts_with("Căn cứ ")
            && cites
            && !sentence.contains([',', ';', ':'])
            && !next.opens
            && !passage.text[next.range.clone()].starts_with("Căn cứ")
        {
            let from = range.start + sentence.rfind(' ').map_or(0, |space| space + 1);
            let say = msg!("câu chỉ có căn cứ, không có vế chính", "a ground without its main clause");
            let finding = told.slip(&GROUND, subject, passage, from..range.end, say);
            finding.hint = Some(msg!("thay dấu chấm bằng dấu phẩy rồi viết tiếp", "go on after a comma"));
        }
    }
}
