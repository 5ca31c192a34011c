//! TM.: who signs on behalf of a body.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::signature::Signature;
use crate::official::authority::Right;
use crate::official::organ::{Regime, plain};
use crate::{Rule, Say, Told};

pub(super) const NO_TM: Rule = Rule {
    id: Id::new("the-thuc/thieu-tm"),
    severity: Severity::Warning,
    title: Say {
        vi: "Báo cáo của UBND, HĐND được ký thay mặt (TM.) tập thể",
        en: "Reports of people's committees and councils are signed TM.",
    },
    why: Say {
        vi: "Cơ quan làm việc theo chế độ tập thể: người ký thay mặt tập thể lãnh đạo. Văn bản ký TL., TUQ., văn bản \
             không phải báo cáo và người đứng đầu cơ quan khác cùng ký không bị xét.",
        en: "Such a body decides as a body, and whoever signs does so on its behalf. What is signed TL. or TUQ., what is \
             no report, and heads of other agencies who sign too, are not looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 13, khoản 2"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": [], "position": "CHỦ TỊCH"}]}}"#,
};

pub(super) const WRONG_TM: Rule = Rule {
    id: Id::new("the-thuc/thua-tm"),
    severity: Severity::Warning,
    title: Say {
        vi: "TM. ghi đúng tập thể của cơ quan; cơ quan theo chế độ thủ trưởng không ghi TM.",
        en: "TM. names the body itself; agencies led by one head do not use it",
    },
    why: Say {
        vi: "Giám đốc sở, trưởng phòng, cục trưởng ký bằng chức vụ của mình; chánh văn phòng, trưởng phòng của UBND ký thừa lệnh (TL.). Chỉ xét các cơ quan mà tên gọi đã cho biết \
             chế độ làm việc: UBND, HĐND; sở, phòng, cục, chi cục, văn phòng, bộ, thanh tra.",
        en: "Directors of departments and the like sign by their post, heads of offices and divisions of a committee by order (TL.). Only agencies whose name tells how they decide \
             are looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 13, khoản 1 và khoản 2"),
    set: "cchc/so-2022",
    passes: r#"{"document": {"signers": [{"competence": [], "position": "GIÁM ĐỐC"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["TM. SỞ KẾ HOẠCH VÀ ĐẦU TƯ"], "position": "GIÁM ĐỐC"}]}}"#,
};

/// Posts below a committee, in capitals without marks: they are no members of it by their post.
const SUBORDINATES: [&str; 4] = ["CHANH VAN PHONG", "PHO CHANH VAN PHONG", "TRUONG PHONG", "PHO TRUONG PHONG"];

/// Tells where a body is not signed for, or wrongly.
pub(super) fn check(signature: &Signature<'_>, regime: Regime, told: &mut Told) {
    let organ = plain(&signature.subject.report.document.organ.organ_name);
    let report = plain(signature.subject.report.document.type_name()) == "BAO CAO";
    let lent = signature.line(Right::ByOrder).is_some() || signature.line(Right::Authorised).is_some();
    match (regime, signature.line(Right::Behalf)) {
        (Regime::Collective, None) if report && !lent && !signature.is_of_another() => {
            let first = signature.lines.first().unwrap_or(signature.post);
            let body = if organ.starts_with('U') { "ỦY BAN NHÂN DÂN" } else { "HỘI ĐỒNG NHÂN DÂN" };
            let message = msg!("không ghi ký thay mặt tập thể", "nobody is said to sign on behalf of the body");
            signature.tell(&NO_TM, first, message, &format!("TM. {body}"), told);
        }
        (Regime::Collective, Some(line))
            if !lent && SUBORDINATES.iter().any(|post| signature.post.post.starts_with(post)) =>
        {
            let message = msg!(
                "người đứng đầu đơn vị giúp việc ký thừa lệnh (TL.), không ký thay mặt tập thể",
                "the head of a unit below signs by order (TL.), not on behalf of the body"
            );
            signature.tell(&WRONG_TM, line, message, "TL. CHỦ TỊCH", told);
        }
        (Regime::Collective, Some(line)) => {
            let committee = |name: &str| name.contains("UY BAN") || name.contains("UBND");
            if committee(&line.post) != committee(&organ) {
                let message =
                    msg!("\"TM.\" nêu một tập thể khác cơ quan ban hành", "\"TM.\" names another body than the agency");
                let body = if committee(&organ) { "ỦY BAN NHÂN DÂN" } else { "HỘI ĐỒNG NHÂN DÂN" };
                signature.tell(&WRONG_TM, line, message, &format!("TM. {body}"), told);
            }
        }
        // Any other body that is called a committee or a council.
        (Regime::Unknown, Some(line))
            if ["UY BAN ", "HOI DONG "].iter().any(|body| organ.starts_with(body))
                && ["UY BAN NHAN DAN", "HOI DONG NHAN DAN"].contains(&line.post.as_str()) =>
        {
            let message =
                msg!("\"TM.\" nêu một tập thể khác cơ quan ban hành", "\"TM.\" names another body than the agency");
            let own = signature.subject.report.document.organ.organ_name.lines().next().unwrap_or_default();
            signature.tell(&WRONG_TM, line, message, &format!("TM. {own}"), told);
        }
        (Regime::Head, Some(line)) => {
            let message = msg!(
                "cơ quan làm việc theo chế độ thủ trưởng không ký \"TM.\"",
                "an agency led by one head does not sign \"TM.\""
            );
            let finding = WRONG_TM.finding(message).at(line.place(signature.subject)).found(&line.text);
            told.finding(finding.hint(msg!("bỏ dòng này", "take this line out")));
        }
        _ => {}
    }
}
