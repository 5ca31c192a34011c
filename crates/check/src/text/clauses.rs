//! Sentences that are none, and what is done among what is to be done.

use std::ops::Range;
use std::sync::LazyLock;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists;
use baocao_vietnamese::words::is_word;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::{Passage, Sentence};

pub(super) const CLAUSES: Family =
    Family { name: Say { vi: "Câu", en: "Sentences" }, rules: &[&GROUND, &DONE, &CUT], check };

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

const CUT: Rule = Rule {
    id: Id::new("van-ban/cau-bo-do"),
    severity: Severity::Warning,
    title: Say {
        vi: "Không có câu bỏ dở, không sót con số", en: "No sentence breaks off, no number is left out"
    },
    why: Say {
        vi: "\"của\", \"và\", \"trong\", \"gồm\" ... không đứng cuối câu; \"đạt\", \"là\" không đứng liền trước đơn vị đo: phần sau hoặc con \
             số bị sót. Chỗ chấm lửng và \"bên trong\", \"tồn tại\" ... không bị xét.",
        en: "Words such as \"của\", \"và\", \"trong\" end no sentence, and no unit of measure stands right behind \"đạt\" or \"là\": what \
             follows, or the number, was left out. Ellipses and words such as \"bên trong\" are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã khắc phục tồn tại. Sơn cả bên trong. Đơn vị tính là triệu đồng."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Hệ thống vận hành liên tục trong. Kết quả đạt % kế hoạch."}}"#,
};

/// Words that no sentence ends with, each with those behind which it may.
static UNENDING: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let entry = |entry: &'static str| match entry.split_once(" (") {
        Some((word, behind)) => (word, behind.trim_end_matches(')').split(", ").collect()),
        None => (entry, Vec::new()),
    };
    lists::UNENDING.iter().map(|one| entry(one)).collect()
});

fn cut(subject: &Subject<'_>, passage: &Passage<'_>, told: &mut Told) {
    for Sentence { range, .. } in passage.sentences() {
        let sentence = passage.small(range);
        let body = sentence.trim_end_matches(['.', ';']);
        if body.len() == sentence.len() || sentence.len() - body.len() > 1 {
            continue;
        }
        // `..., mặt khác.`, `Do đó.`
        let connective = lists::CONNECTIVES.iter().find_map(|words| {
            let before = body.strip_suffix(words)?.trim_end();
            (before.is_empty() || before.ends_with([',', ';'])).then_some(body.len() - words.len())
        });
        if let Some(start) = connective {
            let finding = told.slip(
                &CUT,
                subject,
                passage,
                range.start + start..range.end,
                msg!("câu bỏ dở", "a sentence breaks off"),
            );
            finding.hint = Some(msg!("viết nốt câu", "finish the sentence"));
            continue;
        }
        let mut words = body.rsplit(' ');
        let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let Some((word, behind)) = UNENDING.iter().find(|(word, _)| *word == last) else { continue };
        // What is quoted or spoken of as a word has marks; an initial or a name a capital.
        let start = range.start + body.len() - word.len();
        // `triệt để.`
        if before.is_empty()
            || behind.contains(&before)
            || is_word(before, last)
            || !passage.text[start..].starts_with(char::is_lowercase)
        {
            continue;
        }
        let say = msg!("câu bỏ dở", "a sentence breaks off");
        let finding = told.slip(&CUT, subject, passage, start - before.len() - 1..range.end, say);
        finding.hint = Some(msg!("viết nốt câu", "finish the sentence"));
    }
    let text = passage.all_small();
    for (word, (at, _)) in
        lists::COUNTING.iter().flat_map(|word| text.match_indices(word).map(move |found| (word, found)))
    {
        let (before, rest) = (&text[..at], &text[at + word.len()..]);
        let unit = rest.trim_start_matches(' ');
        let Some(unit) = lists::MEASURED.iter().find(|one| unit.starts_with(*one)).filter(|_| unit.len() < rest.len())
        else {
            continue;
        };
        let end = at + word.len() + rest.find(unit).unwrap_or_default() + unit.len();
        let whole = !before.ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric);
        let named = lists::OF_MEASURES.iter().any(|one| passage.small(&passage.clause(at)).contains(one));
        if whole && !named {
            let say = msg!("thiếu con số trước đơn vị", "the number before the unit is missing");
            told.slip(&CUT, subject, passage, at..end, say);
        }
    }
}

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
        cut(subject, passage, told);
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
