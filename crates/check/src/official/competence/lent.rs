//! TL. and TUQ.: who signs by order of the head, or authorised by the head.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::signature::{Signature, written};
use crate::official::authority::{Right, same_post};
use crate::{Rule, Say, Told};

pub(super) const BY_ORDER: Rule = Rule {
    id: Id::new("the-thuc/thua-lenh-uy-quyen"),
    severity: Severity::Warning,
    title: Say {
        vi: "Ký TL., TUQ. là người đứng đầu đơn vị cấp dưới; TUQ. không được ủy quyền lại",
        en: "Heads of units sign TL. and TUQ.; who signs TUQ. cannot pass it on",
    },
    why: Say {
        vi: "Cấp phó ký KT., không ký TL. hay TUQ. chính người đứng đầu của mình. Người được ký thừa lệnh được giao cấp \
             phó của mình ký thay (TL. ... / KT. ... / PHÓ ...); người được ủy quyền thì không.",
        en: "A deputy signs KT., not TL. or TUQ. of his own head. Who signs by order may let his deputy sign in his \
             place; who is authorised may not.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 13, khoản 3 và khoản 4"),
    set: "cchc/so-2022",
    passes: r#"{"document": {"signers": [{"competence": ["TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG"], "position": "PHÓ CHÁNH VĂN PHÒNG"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["TUQ. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC"}]}}"#,
};

/// Bodies, in capitals without marks.
const BODIES: [&str; 2] = ["UY BAN NHAN DAN", "HOI DONG NHAN DAN"];

/// Tells what is wrong with orders and authorisations; whether anything is.
pub(super) fn check(signature: &Signature<'_>, told: &mut Told) -> bool {
    if let (Some(_), Some(line)) = (signature.line(Right::Authorised), signature.line(Right::InPlace)) {
        let message = msg!("người ký thừa ủy quyền không được giao lại", "who is authorised to sign cannot pass it on");
        let finding = BY_ORDER.finding(message).at(line.place(signature.subject)).found(&line.text);
        told.finding(finding.hint(msg!(
            "để chính người được ủy quyền ký, hoặc cấp phó ký KT. người đứng đầu",
            "let the authorised person sign, or a deputy in place of the head"
        )));
        return true;
    }
    let Some(line) = signature.line(Right::ByOrder).or(signature.line(Right::Authorised)) else { return false };
    let sign = if line.is(Right::ByOrder) { "TL." } else { "TUQ." };
    // An order is a person's: `TL. ỦY BAN NHÂN DÂN` of its own chairman or his deputy.
    let post = signature.post.post.trim_start_matches("PHO ");
    if line.is(Right::ByOrder) && BODIES.contains(&line.post.as_str()) && post == "CHU TICH" {
        let message = msg!("tập thể không ra lệnh ký: ký thay mặt (TM.)", "a body is signed for on its behalf (TM.)");
        let body = line.text[written(line)..].trim();
        signature.tell(&BY_ORDER, line, message, &format!("TM. {body}"), told);
        return true;
    }
    let own = signature.post.head().is_some_and(|head| same_post(head, &line.post))
        && signature.line(Right::InPlace).is_none();
    if own || signature.post.post == line.post {
        let message = msg!(
            "người này không ký \"{sign}\" chính cấp trưởng của mình",
            "nobody signs \"{sign}\" of his own post's head"
        );
        let head = line.text[written(line)..].trim();
        signature.tell(&BY_ORDER, line, message, &format!("KT. {head}"), told);
        return true;
    }
    false
}
