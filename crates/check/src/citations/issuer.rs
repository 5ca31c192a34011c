//! Documents and the organs that can issue them: what the symbol says, what the text says.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_reading::documents::Citation;
use baocao_vietnamese::lexicon::bodies::fields;
use baocao_vietnamese::lexicon::documents::of_symbol;
use baocao_vietnamese::lexicon::lists::{CENTRAL_PARTY, ISSUERS_OF_LETTERS, WORKS};
use baocao_vietnamese::small;

use crate::{Family, Rule, Say, Subject, Told};

pub(super) const ISSUER: Family = Family {
    name: Say { vi: "Cơ quan ban hành văn bản được dẫn", en: "Who issued cited documents" },
    rules: &[&OTHER],
    check,
};

const OTHER: Rule = Rule {
    id: Id::new("vien-dan/co-quan-trai-ky-hieu"),
    severity: Severity::Warning,
    title: Say {
        vi: "Cơ quan ban hành khớp với ký hiệu văn bản",
        en: "The issuer of a document is the one in its symbol",
    },
    why: Say {
        vi: "Nghị định (NĐ-CP) là của Chính phủ, quyết định có TTg là của Thủ tướng Chính phủ, luật (QH) là của Quốc hội, \
             văn bản có HĐND, UBND là của Hội đồng nhân dân, Ủy ban nhân dân; thông tư là của bộ có tên trong ký hiệu. Chỉ xét \
             cơ quan viết ngay sau \"của\" mà không thể là cơ quan ban hành.",
        en: "A decree (NĐ-CP) is the Government's, a decision with TTg is the Prime Minister's, a law (QH) is the National \
             Assembly's, documents with HĐND, UBND are those of councils and committees; a circular is of the ministry in its \
             symbol. Only an organ right behind \"của\" that cannot have issued the document is told.",
    },
    law: Some("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15, Điều 4"),
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, Thông tư số 05/2023/TT-BNV ngày 03/5/2023 của Bộ trưởng Bộ Nội vụ, Nghị quyết số 12/NQ-HĐND ngày 20/7/2022 của HĐND xã."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Thủ tướng Chính phủ."}}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for (index, citation) in &subject.cited().documents {
        let (Some(passage), Some(issuer)) = (subject.passages().get(*index), &citation.issuer) else { continue };
        // An issuer before the document is who passed it on as well.
        let behind = passage.text[citation.range.end..].trim_start_matches([' ', ',', ')']);
        let body = issuer.body.replace("uỷ", "ủy");
        let before = passage.small(&(passage.clause(citation.range.start).start..citation.range.start));
        // `kết quả thực hiện Nghị định ... của UBND xã`: the results are the commune's. The Government has none here.
        let of_work = !body.ends_with("chính phủ")
            && !body.ends_with("quốc hội")
            && WORKS.iter().any(|word| before.replace("làm việc", "").contains(word));
        let Some(right) = right(citation, &body).filter(|_| behind.starts_with("của") && !of_work) else { continue };
        // The head may stand before the body: `của Bộ trưởng Bộ Y tế`.
        let head =
            if behind.starts_with("của Bộ trưởng ") && !body.starts_with("bộ trưởng") { 2 } else { 0 };
        let words = behind.split(' ').take(1 + head + body.split(' ').count().max(2));
        let said = words.collect::<Vec<_>>().join(" ");
        let said = said.split([',', ';', '.', '(']).next().unwrap_or_default().trim_end_matches(" và");
        let range = citation.range.start..passage.text.len() - behind.len() + said.len();
        let symbol = &passage.text[citation.symbol.number.start..citation.symbol.range.end];
        told.finding(
            OTHER
                .finding(msg!("\"{symbol}\" không phải văn bản {said}", "\"{symbol}\" is no document \"{said}\""))
                .at(subject.place(passage, range.clone()))
                .found(&passage.text[range])
                .expected(msg!("{right}", "{right}"))
                .hint(msg!("xem lại cơ quan ban hành hoặc ký hiệu", "look at the issuer or the symbol")),
        );
    }
}

/// Who issued a document, in the words of a reader, where its symbol says so and it cannot be an organ.
fn right(citation: &Citation, body: &str) -> Option<String> {
    let groups = &citation.symbol.groups;
    let kind = of_symbol(&groups[0]);
    let letters = match (kind, groups.as_slice()) {
        (Some(_), [_, letters]) => letters.as_str(),
        // `PL-UBTVQH11`: the term of the National Assembly ends it.
        (None, [_, letters]) if letters.ends_with(|digit: char| digit.is_ascii_digit()) => letters.as_str(),
        (None, [letters] | [letters, _]) => letters.as_str(),
        _ => return None,
    };
    let own = letters.trim_end_matches(|digit: char| digit.is_ascii_digit());
    // `57-NQ/TW`: of the Politburo, the Secretariat or the Central Committee.
    if own == "TW" {
        return is_high(body).then(|| "của Bộ Chính trị, Ban Bí thư hoặc Ban Chấp hành Trung ương Đảng".to_owned());
    }
    if let Some((_, organ)) = issuers().find(|(letters, _)| *letters == own) {
        let of_party = CENTRAL_PARTY.iter().any(|organ| body.starts_with(organ));
        let is_other = is_high(body) || of_party || department(body).is_some();
        return (small(organ) != body && is_other).then(|| format!("của {organ}"));
    }
    // `TT-BTC` of Bộ Nội vụ, `26/SXD-QL` of Sở Tài chính: the letter of the field is another one.
    let (level, field) = letters.split_at(letters.chars().next()?.len_utf8());
    let first = field.chars().next()?;
    match department(body) {
        Some((name, initial)) if name == level && initial != first => Some(format!("cơ quan có ký hiệu {letters}")),
        // `STC-HCSN` of Bộ Tài chính: the field is the same.
        Some((name, initial)) if initial == first && matches!((level, name), ("S", "B") | ("B", "S")) => {
            Some(format!("cơ quan có ký hiệu {letters}"))
        }
        None if is_high(body) && kind.is_some_and(|kind| kind.name == "thông tư") => {
            Some(format!("bộ có ký hiệu {letters}"))
        }
        _ => None,
    }
}

/// The letters that one organ bears, and that organ.
fn issuers() -> impl Iterator<Item = (&'static str, &'static str)> {
    ISSUERS_OF_LETTERS.iter().filter_map(|line| line.split_once(" = "))
}

/// Whether an organ is one of those whose letters are known.
fn is_high(body: &str) -> bool {
    issuers().any(|(_, organ)| small(organ) == body)
}

/// The first letters of a ministry or a department, `B` and `N` of `bộ nội vụ`; nothing of any other organ.
fn department(body: &str) -> Option<(&'static str, char)> {
    let body = body.strip_prefix("bộ trưởng ").unwrap_or(body);
    let ministry = body.strip_prefix("bộ ").map(|field| ("B", field));
    let (level, field) = ministry.or_else(|| body.strip_prefix("sở ").map(|field| ("S", field)))?;
    let is_known =
        fields().iter().map(|known| small(known)).any(|known| known.starts_with(field) || field.starts_with(&known));
    let initial = field.chars().next()?.to_uppercase().next()?;
    is_known.then_some((level, initial))
}
