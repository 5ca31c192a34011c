//! Who may sign by which right.

use super::authority::{Line, Right, lines, same_post};
use super::organ::{Regime, plain, regime};
use super::signing::LAW;
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::msg;

pub(super) const COMPETENCE: Family = Family {
    name: Say { vi: "Thẩm quyền người ký", en: "The right to sign" },
    rules: &[&NO_KT, &WRONG_KT, &NO_TM, &WRONG_TM, &BY_ORDER, &ACTING],
    check,
};

const NO_KT: Rule = Rule {
    id: "the-thuc/thieu-kt",
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

const WRONG_KT: Rule = Rule {
    id: "the-thuc/kt-sai-nguoi",
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

const NO_TM: Rule = Rule {
    id: "the-thuc/thieu-tm",
    severity: Severity::Warning,
    title: Say {
        vi: "Báo cáo của UBND, HĐND được ký thay mặt (TM.) tập thể",
        en: "Reports of people's committees and councils are signed TM.",
    },
    why: Say {
        vi: "Cơ quan làm việc theo chế độ tập thể: người ký thay mặt tập thể lãnh đạo. Văn bản ký TL., TUQ. và văn bản \
             không phải báo cáo không bị xét.",
        en: "Such a body decides as a body, and whoever signs does so on its behalf. What is signed TL. or TUQ., and what \
             is no report, is not looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 13, khoản 2"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": [], "position": "CHỦ TỊCH"}]}}"#,
};

const WRONG_TM: Rule = Rule {
    id: "the-thuc/thua-tm",
    severity: Severity::Warning,
    title: Say {
        vi: "TM. ghi đúng tập thể của cơ quan; cơ quan theo chế độ thủ trưởng không ghi TM.",
        en: "TM. names the body itself; agencies led by one head do not use it",
    },
    why: Say {
        vi: "Giám đốc sở, trưởng phòng, cục trưởng ký bằng chức vụ của mình. Chỉ xét các cơ quan mà tên gọi đã cho biết \
             chế độ làm việc: UBND, HĐND; sở, phòng, cục, chi cục, văn phòng, bộ, thanh tra.",
        en: "Directors of departments and the like sign by their post. Only agencies whose name tells how they decide \
             are looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 13, khoản 1 và khoản 2"),
    set: "cchc/so-2022",
    passes: r#"{"document": {"signers": [{"competence": [], "position": "GIÁM ĐỐC"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["TM. SỞ KẾ HOẠCH VÀ ĐẦU TƯ"], "position": "GIÁM ĐỐC"}]}}"#,
};

const BY_ORDER: Rule = Rule {
    id: "the-thuc/thua-lenh-uy-quyen",
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

const ACTING: Rule = Rule {
    id: "the-thuc/quyen-cap-truong",
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

fn check(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let regime = regime(&document.organ);
    if regime == Regime::Party {
        return;
    }
    for (index, signer) in document.signers.iter().enumerate() {
        let lines = lines(index, signer);
        let Some((post, above)) = lines.split_last() else { continue };
        let signing = Signing { subject, lines: &lines, above, post };
        signing.behalf(regime, told);
        if !signing.acting(told) && !signing.by_order(told) {
            signing.in_place(told);
        }
    }
}

/// The lines above one signature.
struct Signing<'a> {
    subject: &'a Subject<'a>,
    lines: &'a [Line],
    above: &'a [Line],
    post: &'a Line,
}

impl Signing<'_> {
    fn line(&self, right: Right) -> Option<&Line> {
        self.lines.iter().find(|line| line.is(right))
    }

    fn tell(&self, rule: &Rule, line: &Line, message: crate::diagnostic::Message, wanted: &str, told: &mut Told) {
        told.finding(
            rule.finding(message).at(line.place(self.subject)).found(&line.text).expected(msg!("{wanted}", "{wanted}")),
        );
    }

    fn behalf(&self, regime: Regime, told: &mut Told) {
        let organ = plain(&self.subject.report.document.organ.organ_name);
        let report = plain(&self.subject.report.document.type_name) == "BAO CAO";
        let lent = self.line(Right::ByOrder).is_some() || self.line(Right::Authorised).is_some();
        match (regime, self.line(Right::Behalf)) {
            (Regime::Collective, None) if report && !lent => {
                let first = self.lines.first().unwrap_or(self.post);
                let body = if organ.starts_with('U') { "ỦY BAN NHÂN DÂN" } else { "HỘI ĐỒNG NHÂN DÂN" };
                let message = msg!("không ghi ký thay mặt tập thể", "nobody is said to sign on behalf of the body");
                self.tell(&NO_TM, first, message, &format!("TM. {body}"), told);
            }
            (Regime::Collective, Some(line)) => {
                let committee = |name: &str| name.contains("UY BAN") || name.contains("UBND");
                if committee(&line.post) != committee(&organ) {
                    let message = msg!(
                        "\"TM.\" nêu một tập thể khác cơ quan ban hành",
                        "\"TM.\" names another body than the agency"
                    );
                    let body = if committee(&organ) { "ỦY BAN NHÂN DÂN" } else { "HỘI ĐỒNG NHÂN DÂN" };
                    self.tell(&WRONG_TM, line, message, &format!("TM. {body}"), told);
                }
            }
            (Regime::Head, Some(line)) => {
                let message = msg!(
                    "cơ quan làm việc theo chế độ thủ trưởng không ký \"TM.\"",
                    "an agency led by one head does not sign \"TM.\""
                );
                let finding = WRONG_TM.finding(message).at(line.place(self.subject)).found(&line.text);
                told.finding(finding.hint(msg!("bỏ dòng này", "take this line out")));
            }
            _ => {}
        }
    }

    /// Tells what is wrong with an acting head; whether anything is.
    fn acting(&self, told: &mut Told) -> bool {
        let Some(line) = self.line(Right::Acting) else { return false };
        let message = if line.post.starts_with("PHO ") {
            msg!("không có quyền cấp phó: Q. chỉ dùng cho cấp trưởng", "there is no acting deputy: Q. is for heads")
        } else if self.post.right.is_none() && self.post.post != line.post {
            msg!("người ký \"Q.\" không ghi chức vụ khác", "who signs \"Q.\" names no other post")
        } else {
            return false;
        };
        let wanted = format!("Q. {}", line.text[written(line)..].trim().trim_start_matches("PHÓ "));
        self.tell(&ACTING, line, message, &wanted, told);
        true
    }

    /// Tells what is wrong with orders and authorisations; whether anything is.
    fn by_order(&self, told: &mut Told) -> bool {
        if let (Some(_), Some(line)) = (self.line(Right::Authorised), self.line(Right::InPlace)) {
            let message =
                msg!("người ký thừa ủy quyền không được giao lại", "who is authorised to sign cannot pass it on");
            let finding = BY_ORDER.finding(message).at(line.place(self.subject)).found(&line.text);
            told.finding(finding.hint(msg!(
                "để chính người được ủy quyền ký, hoặc cấp phó ký KT. người đứng đầu",
                "let the authorised person sign, or a deputy in place of the head"
            )));
            return true;
        }
        let Some(line) = self.line(Right::ByOrder).or(self.line(Right::Authorised)) else { return false };
        let sign = if line.is(Right::ByOrder) { "TL." } else { "TUQ." };
        let own =
            self.post.head().is_some_and(|head| same_post(head, &line.post)) && self.line(Right::InPlace).is_none();
        if own || self.post.post == line.post {
            let message = msg!(
                "người này không ký \"{sign}\" chính cấp trưởng của mình",
                "nobody signs \"{sign}\" of his own post's head"
            );
            let head = line.text[written(line)..].trim();
            self.tell(&BY_ORDER, line, message, &format!("KT. {head}"), told);
            return true;
        }
        false
    }

    fn in_place(&self, told: &mut Told) {
        let head = self.post.head();
        match (self.above.iter().rfind(|line| line.is(Right::InPlace)), head) {
            (None, Some(_)) if self.post.right.is_none() => {
                let message = msg!("cấp phó ký mà không ghi \"KT.\"", "a deputy signs without \"KT.\"");
                let post = &self.post.text;
                let own = post.trim_start_matches(|c: char| !c.is_whitespace()).trim();
                let own = if head == Some("BO TRUONG") { "BỘ TRƯỞNG" } else { own };
                let own = own.trim_end_matches(" PHỤ TRÁCH").trim_end_matches(" THƯỜNG TRỰC");
                let finding = NO_KT.finding(message).at(self.post.place(self.subject)).found(&self.post.text);
                let finding = finding.expected(msg!("KT. {own} / {post}", "KT. {own} / {post}"));
                told.finding(finding.hint(msg!(
                    "thêm \"KT. {own}\" vào cuối \"competence\" của người ký này",
                    "add \"KT. {own}\" at the end of this signer's \"competence\""
                )));
            }
            (Some(line), Some(head)) if !same_post(head, &line.post) => {
                let message =
                    msg!("người ký không phải cấp phó của chức vụ này", "the signer is not a deputy of this post");
                self.tell(&WRONG_KT, line, message, &self.post.text, told);
            }
            (Some(line), None) if !self.post.post.starts_with("UY VIEN") => {
                let message = msg!(
                    "\"KT.\" đứng trên một chức vụ không phải cấp phó",
                    "\"KT.\" stands above a post that is no deputy's"
                );
                let finding = WRONG_KT.finding(message).at(line.place(self.subject));
                let found = format!("{} / {}", line.text, self.post.text);
                told.finding(finding.found(found).hint(msg!(
                    "cấp trưởng ký không ghi KT.; người đứng đầu đơn vị trực thuộc ký TL. hoặc TUQ.",
                    "a head signs without KT.; heads of units sign TL. or TUQ."
                )));
            }
            _ => {}
        }
    }
}

/// How long the right is written.
fn written(line: &Line) -> usize {
    line.right.as_ref().map_or(0, |(_, written)| written.len())
}
