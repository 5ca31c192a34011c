//! Q.: who signs as the acting head.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::signature::{Signature, written};
use crate::official::authority::Right;
use crate::official::signing::LAW;
use crate::{Rule, Say, Told};

pub(super) const ACTING: Rule = Rule {
    id: Id::new("the-thuc/quyen-cap-truong"),
    severity: Severity::Warning,
    title: Say {
        vi: "Q. chỉ đứng trước chức vụ của người đứng đầu", en: "Q. stands before the head's post only"
    },
    why: Say {
        vi: "Người được giao quyền cấp trưởng ký bằng chính chức vụ ấy: \"Q. GIÁM ĐỐC\", không kèm chức vụ cũ.",
        en: "An acting head signs by that post, \"Q. GIÁM ĐỐC\", without the former one.",
    },
    law: Some(LAW),
    set: "cchc/so-2022",
    passes: r#"{"document": {"signers": [{"competence": [], "position": "Q. GIÁM ĐỐC"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["Q. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC"}]}}"#,
};

/// Tells what is wrong with an acting head; whether anything is.
pub(super) fn check(signature: &Signature<'_>, told: &mut Told) -> bool {
    let Some(line) = signature.line(Right::Acting) else { return false };
    let message = if line.post.starts_with("PHO ") {
        msg!("không có quyền cấp phó: Q. chỉ dùng cho cấp trưởng", "there is no acting deputy: Q. is for heads")
    } else if signature.post.right.is_none() && signature.post.post != line.post {
        msg!("người ký \"Q.\" không ghi chức vụ khác", "who signs \"Q.\" names no other post")
    } else {
        return false;
    };
    let wanted = format!("Q. {}", line.text[written(line)..].trim().trim_start_matches("PHÓ "));
    signature.tell(&ACTING, line, message, &wanted, told);
    true
}
