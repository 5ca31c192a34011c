//! Documents whose type says who issues them: decrees the government, circulars a ministry.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_reading::Passage;
use baocao_reading::documents::{Citation, Issuer};

use crate::{Family, Rule, Say, Subject, Told};

pub(super) const ISSUER: Family = Family {
    name: Say { vi: "Cơ quan ban hành văn bản được dẫn", en: "Who issued cited documents" },
    rules: &[&OTHER_ISSUER],
    check,
};

const OTHER_ISSUER: Rule = Rule {
    id: Id::new("vien-dan/co-quan-khac-loai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Cơ quan ban hành khớp với loại, ký hiệu văn bản",
        en: "The issuer agrees with the type and the symbol",
    },
    why: Say {
        vi: "Nghị định là của Chính phủ, thông tư của bộ trưởng; ký hiệu QĐ-TTg là của Thủ tướng Chính phủ, NQ-CP của Chính phủ, \
             TT-BNV của Bộ Nội vụ. Chỉ xét cơ quan trung ương, UBND, HĐND ghi liền sau số hiệu hoặc ngày; \"kết quả thực hiện Nghị định \
             ... của Bộ\" không bị xét.",
        en: "Decrees are of the government, circulars of ministers; QĐ-TTg stands for the prime minister, NQ-CP for the \
             government, TT-BNV for the ministry of the interior. Only central organs, committees and councils right behind the number or the date are \
             looked at; what a ministry does about a decree is not.",
    },
    law: Some("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15, Điều 4"),
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ và Thông tư số 01/2023/TT-VPCP ngày 05/4/2023 của Văn phòng Chính phủ; kết quả thực hiện Nghị định số 20/2023/NĐ-CP của Bộ Nội vụ."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Bộ Nội vụ quy định về thủ tục."}}}"#,
};

const GOVERNMENT: &str = "chính phủ";
const PRIME_MINISTER: &str = "thủ tướng chính phủ";

fn check(subject: &Subject<'_>, told: &mut Told) {
    for (index, citation) in &subject.cited().documents {
        let Some(passage) = subject.passages().get(*index).filter(|_| !citation.dated_beside) else { continue };
        let Some((issuer, end)) = issuer(passage, citation) else { continue };
        let Some(right) = right(passage, citation, &issuer) else { continue };
        if issuer != PRIME_MINISTER && is_about_work(passage, citation) {
            continue;
        }
        let range = citation.range.start..end;
        told.finding(
            OTHER_ISSUER
                .finding(msg!(
                    "loại, ký hiệu văn bản này không phải của cơ quan được ghi",
                    "a document of this type and symbol is not of the organ that is named"
                ))
                .at(subject.place(passage, range.clone()))
                .found(&passage.text[range])
                .expected(msg!("{right}", "{right}")),
        );
    }
}

/// The organ right behind a citation, in small letters, and where it ends.
fn issuer(passage: &Passage<'_>, citation: &Citation) -> Option<(String, usize)> {
    let rest = passage.text[citation.range.end..].strip_prefix(" của ")?;
    let (issuer, length) = Issuer::at_start(rest)?;
    Some((issuer.body, passage.text.len() - rest.len() + length))
}

/// Whose a document is, where it is not of the central organ that is named.
fn right(passage: &Passage<'_>, citation: &Citation, issuer: &str) -> Option<String> {
    let groups: Vec<String> = citation.symbol.groups.iter().map(|group| group.to_uppercase()).collect();
    let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
    let written = citation.written_kind(&passage.text);
    let is = |kind: &str| written.as_deref() == Some(kind);
    let ministry = issuer.strip_prefix("bộ ").filter(|of| *of != "chính trị" && !of.starts_with("trưởng"));
    let committee = matches!(issuer, "ubnd" | "hđnd") && is_ground(passage, citation);
    let top = issuer == GOVERNMENT || issuer == PRIME_MINISTER || committee;
    let named = |organ: &str| if organ == GOVERNMENT { "Chính phủ" } else { "Thủ tướng Chính phủ" }.to_owned();
    let wanted = |right: &str| (issuer != right && (top || ministry.is_some())).then(|| named(right));
    match groups[..] {
        ["NĐ", "CP"] | ["NQ", "CP"] => wanted(GOVERNMENT),
        ["QĐ" | "CT" | "CĐ", "TTG"] => wanted(PRIME_MINISTER),
        ["TT", of] if of.starts_with('B') => match ministry {
            Some(ministry) if agree(of, ministry) => None,
            Some(_) => Some(format!("bộ có chữ viết tắt {of}")),
            None => top.then(|| format!("bộ có chữ viết tắt {of}")),
        },
        ["TT", of] if top => Some(format!("cơ quan có chữ viết tắt {of}")),
        _ if is("nghị định") => wanted(GOVERNMENT),
        _ if is("thông tư") => top.then(|| "bộ trưởng hoặc thủ trưởng cơ quan ngang bộ".to_owned()),
        _ => None,
    }
}

/// Whether the letters of a ministry in a symbol (`BGDĐT`) may be those of its name, of which the text read may end early or
/// late.
fn agree(letters: &str, name: &str) -> bool {
    let words = name.split(' ').filter(|word| *word != "và" && *word != "-");
    let initials: String = words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect();
    let letters: String = letters.chars().skip(1).flat_map(char::to_uppercase).collect();
    letters.starts_with(&initials) || initials.starts_with(&letters)
}

/// Whether what the organ did about the document is spoken of: `kết quả thực hiện Nghị định ... của Bộ`.
fn is_about_work(passage: &Passage<'_>, citation: &Citation) -> bool {
    let clause = passage.clause(citation.range.start).start..citation.range.start;
    let before = passage.small(&clause).trim_end();
    let works = ["thực hiện", "thi hành", "triển khai", "áp dụng", "tuân thủ", "hướng dẫn", "về"];
    let told = [
        "kết quả",
        "tình hình",
        "việc",
        "tổng kết",
        "sơ kết",
        "công tác",
        "quá trình",
        "kế hoạch",
        "báo cáo",
        "hướng dẫn",
    ];
    works.iter().any(|word| before.ends_with(word)) && told.iter().any(|word| before.contains(word))
}

/// Whether a document is said to be what something is done by, so that the organ behind it is its issuer.
fn is_ground(passage: &Passage<'_>, citation: &Citation) -> bool {
    let clause = passage.clause(citation.range.start).start..citation.range.start;
    let before = passage.small(&clause).trim_end();
    before.is_empty()
        || ["theo", "kèm theo", "căn cứ", "quy định tại", "ban hành"].iter().any(|word| before.ends_with(word))
}
