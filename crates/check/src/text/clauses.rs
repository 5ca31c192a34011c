//! Sentences that are none, and what is done among what is to be done.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::Kind;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;

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
    let (mut ground, mut done) = (Kind::new(&GROUND), Kind::new(&DONE));
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
        let forward = section("phuong-huong") || directed(directions);
        let opening = section(&subject.set.outline.opening);
        for (start, line) in passage.lines() {
            if forward {
                sentences_done(subject, passage, start, line, &mut done);
            }
            if !opening && line.contains("Căn cứ") {
                grounds(subject, passage, start, line, &mut ground);
            }
        }
    }
    ground.tell(told);
    done.tell(told);
}

/// The sentences of a line with their places, each with the full stop that ends it.
fn sentences(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    line.split_inclusive(". ").map(move |sentence| {
        let here = at;
        at += sentence.len();
        let words = sentence.trim_start_matches(['-', '+', ' ']);
        (here + sentence.len() - words.len(), words)
    })
}

fn sentences_done(subject: &Subject<'_>, passage: &Passage<'_>, start: usize, line: &str, done: &mut Kind) {
    for (at, sentence) in sentences(line).filter(|(_, sentence)| sentence.starts_with("Đã ")) {
        let end = sentence.char_indices().filter(|(_, c)| *c == ' ').nth(2).map_or(sentence.len(), |(at, _)| at);
        let say = msg!("việc đã làm trong mục phương hướng", "what was done, among directions");
        let finding = done.add(subject, passage, start + at..start + at + end, say);
        finding.hint = Some(msg!("chuyển lên phần kết quả, hoặc viết lại", "move it to the results, or write it anew"));
    }
}

fn grounds(subject: &Subject<'_>, passage: &Passage<'_>, start: usize, line: &str, ground: &mut Kind) {
    let all: Vec<(usize, &str)> = sentences(line).collect();
    for pair in all.windows(2) {
        let [(at, sentence), (_, next)] = pair else { continue };
        let cites = sentence.contains(" số ") && sentence.contains('/');
        if sentence.starts_with("Căn cứ ")
            && cites
            && !sentence.contains([',', ';', ':'])
            && !next.starts_with("Căn cứ")
        {
            let end = start + at + sentence.trim_end().len();
            let from = passage.text[..end].rfind(' ').map_or(start + at, |space| space + 1);
            let say = msg!("câu chỉ có căn cứ, không có vế chính", "a ground without its main clause");
            let finding = ground.add(subject, passage, from..end, say);
            finding.hint = Some(msg!("thay dấu chấm bằng dấu phẩy rồi viết tiếp", "go on after a comma"));
        }
    }
}
