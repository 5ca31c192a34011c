//! KT.: deputies who sign in place of the head.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::signature::Signature;
use crate::official::authority::{Right, same_post};
use crate::official::signing::LAW;
use crate::{Rule, Say, Told};

pub(super) const NO_KT: Rule = Rule {
    id: Id::new("the-thuc/thieu-kt"),
    severity: Severity::Warning,
    title: Say { vi: "Cấp phó ký thay người đứng đầu thì ghi KT.", en: "A deputy signs KT. the head" },
    why: Say {
        vi: "Cấp phó, kể cả người được giao phụ trách, không ký bằng chức vụ của riêng mình: phía trên phải có \"KT.\" và \
             chức vụ của người đứng đầu.",
        en: "A deputy, even one in charge, does not sign in his own right: \"KT.\" and the head's post stand above.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "position": "PHÓ CHỦ TỊCH"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "PHÓ CHỦ TỊCH"}]}}"#,
};

pub(super) const WRONG_KT: Rule = Rule {
    id: Id::new("the-thuc/kt-sai-nguoi"),
    severity: Severity::Warning,
    title: Say {
        vi: "Chỉ cấp phó của một chức vụ mới ký KT. chức vụ ấy", en: "Only a deputy of a post signs KT. it"
    },
    why: Say {
        vi: "\"KT. CHỦ TỊCH\" đứng trên \"PHÓ CHỦ TỊCH\". Người đứng đầu đơn vị trực thuộc ký TL. hoặc TUQ. \
             \"ỦY VIÊN\" không bị xét.",
        en: "\"KT. CHỦ TỊCH\" stands above \"PHÓ CHỦ TỊCH\". Heads of units sign TL. or TUQ. Members of a body are not \
             looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 13, khoản 1 và khoản 2"),
    set: "cchc/so-2022",
    passes: r#"{"document": {"signers": [{"competence": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["KT. GIÁM ĐỐC"], "position": "CHÁNH VĂN PHÒNG"}]}}"#,
};

/// The post of the head, in the words that the post of the deputy has.
fn head_of(signature: &Signature<'_>) -> String {
    match signature.post.head() {
        Some("BO TRUONG") => "BỘ TRƯỞNG".to_owned(),
        head => {
            let count = head.map_or(0, |head| head.split(' ').count());
            let words: Vec<&str> = signature.post.text.split_whitespace().skip(1).take(count).collect();
            words.join(" ").trim_end_matches([',', ';']).to_owned()
        }
    }
}

/// Tells where a deputy does not sign in place of the head, or somebody else does.
pub(super) fn check(signature: &Signature<'_>, told: &mut Told) {
    let head = signature.post.head();
    match (signature.above.iter().rfind(|line| line.is(Right::InPlace)), head) {
        (None, Some(_)) if signature.post.right.is_none() => {
            let message = msg!("cấp phó ký mà không ghi \"KT.\"", "a deputy signs without \"KT.\"");
            let post = &signature.post.text;
            let own = head_of(signature);
            let finding =
                NO_KT.finding(message).at(signature.post.place(signature.subject)).found(&signature.post.text);
            let finding = finding.expected(msg!("KT. {own} / {post}", "KT. {own} / {post}"));
            told.finding(finding.hint(msg!(
                "thêm \"KT. {own}\" vào cuối \"competence\" của người ký này",
                "add \"KT. {own}\" at the end of this signer's \"competence\""
            )));
        }
        (Some(line), Some(head)) if !same_post(head, &line.post) => {
            let message =
                msg!("người ký không phải cấp phó của chức vụ này", "the signer is not a deputy of this post");
            let own = head_of(signature);
            signature.tell(&WRONG_KT, line, message, &format!("KT. {own}"), told);
        }
        (Some(line), None) if !signature.post.post.starts_with("UY VIEN") => {
            let message = msg!(
                "\"KT.\" đứng trên một chức vụ không phải cấp phó",
                "\"KT.\" stands above a post that is no deputy's"
            );
            let finding = WRONG_KT.finding(message).at(line.place(signature.subject));
            let found = format!("{} / {}", line.text, signature.post.text);
            told.finding(finding.found(found).hint(msg!(
                "cấp trưởng ký không ghi KT.; người đứng đầu đơn vị trực thuộc ký TL. hoặc TUQ.",
                "a head signs without KT.; heads of units sign TL. or TUQ."
            )));
        }
        _ => {}
    }
}
