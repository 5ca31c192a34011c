//! Organs of the Party, whose papers have rules of their own.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::Document;
use baocao_vietnamese::lexicon::lists;
use baocao_vietnamese::one_line;

use super::organ::plain;
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const PARTY: Family = Family {
    name: Say { vi: "Văn bản của cơ quan Đảng", en: "Papers of organs of the Party" },
    rules: &[&OWN_RULES],
    check,
};

const OWN_RULES: Rule = Rule {
    id: Id::new("the-thuc/van-ban-dang"),
    severity: Severity::Warning,
    title: Say {
        vi: "Văn bản của cơ quan Đảng không theo thể thức của Nghị định 30",
        en: "Papers of organs of the Party do not have the form of Nghị định 30",
    },
    why: Say {
        vi: "Chương trình trình bày theo Nghị định 30/2020/NĐ-CP. Văn bản của Đảng theo quy định riêng của Đảng: tiêu đề \
             ĐẢNG CỘNG SẢN VIỆT NAM, ký hiệu có gạch chéo (BC/HU), quyền hạn T/M. Chỉ nhắc một lần; các quy tắc về tên cơ \
             quan, ký hiệu, quyền hạn của Nghị định 30 không xét văn bản này.",
        en: "The program has the form of Nghị định 30/2020/NĐ-CP. Papers of the Party follow its own rules: its own \
             heading, symbols with a stroke (BC/HU), T/M before the authority. That is said once; the decree's rules of \
             names, symbols and rights to sign do not look at such a paper.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 2, khoản 2"),
    set: "cchc/huyen-2022",
    passes: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nHUYỆN THANH BÌNH"}}}"#,
    fails: r#"{"document": {"organ": {"organ_name": "BAN THƯỜNG VỤ\nHUYỆN ỦY THANH BÌNH"}, "code_notation": "BC/HU"}}"#,
};

/// What in a document says that an organ of the Party issues it, with the pointer to it.
fn sign(document: &Document) -> Option<(&'static str, String)> {
    let organ = one_line(&document.organ.organ_name);
    let parent = document.organ.parent_name.as_deref().map(one_line).unwrap_or_default();
    let notation = document.code_notation.as_str();
    if is_organ(&organ) {
        Some(("/document/organ/organ_name", organ))
    } else if is_organ(&parent) {
        Some(("/document/organ/parent_name", parent))
    } else if has_stroke(notation) {
        Some(("/document/code_notation", notation.to_owned()))
    } else {
        None
    }
}

/// Whether the document is one of the Party.
pub(super) fn is_of_party(document: &Document) -> bool {
    sign(document).is_some()
}

/// Whether a name is one of the Party's organs; whole words count.
fn is_organ(name: &str) -> bool {
    let name = format!(" {} ", plain(name).replace([',', '-', '(', ')'], " "));
    lists::PARTY.iter().any(|organ| name.contains(&format!(" {} ", plain(organ))))
}

/// `BC/HU`: the type, a stroke, the organ.
fn has_stroke(notation: &str) -> bool {
    let capitals = |part: &str| part.chars().count() >= 2 && part.chars().all(char::is_alphabetic);
    notation.split_once('/').is_some_and(|(kind, organ)| capitals(kind) && capitals(organ))
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let Some((pointer, found)) = sign(&subject.report.document) else { return };
    told.finding(
        OWN_RULES
            .finding(msg!(
                "đây là văn bản của cơ quan Đảng, có thể thức riêng",
                "this is a paper of an organ of the Party, which has a form of its own"
            ))
            .at(subject.input.place(pointer))
            .found(found)
            .hint(msg!(
                "văn bản của Đảng thì lập theo mẫu của Đảng; của chính quyền thì sửa tên cơ quan, ký hiệu",
                "use the Party's own forms for its papers; mend the agency or the symbol of a paper of the government"
            )),
    );
}
