//! How the right to sign is written: abbreviations, their spaces, their order.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, InSigner, Slot};

use super::authority::{Line, Right, lines, lines_of};
use super::organ::{Regime, regime};
use super::party::is_of_party;
use crate::{Family, Repair, Rule, Say, Subject, Texts, Told};

pub(super) const SIGNING: Family = Family {
    name: Say { vi: "Cách ghi quyền hạn người ký", en: "How the right to sign is written" },
    rules: &[&GLUED, &MISSPELT, &ORDER],
    check,
};

pub(super) const REPAIR: Repair = Repair { rules: &[&GLUED], look: Some(glued) };

/// Where the decree says how the right to sign is written.
pub(super) const LAW: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7.b";

const GLUED: Rule = Rule {
    id: Id::new("the-thuc/quyen-han-dinh-lien"),
    severity: Severity::Warning,
    title: Say {
        vi: "Sau TM., KT., Q., TL., TUQ. có một dấu cách", en: "One space follows TM., KT., Q., TL., TUQ."
    },
    why: Say {
        vi: "Chữ viết tắt quyền hạn đứng trước tên tập thể hoặc chức vụ và cách ra một dấu cách, như các mẫu của nghị \
             định.",
        en: "The abbreviation stands before the body or the post with one space between, as in the decree's samples.",
    },
    law: Some(LAW),
    set: "cchc/so-2022",
    passes: r#"{"document": {"signers": [{"competence": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["KT.GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC"}]}}"#,
};

const MISSPELT: Rule = Rule {
    id: Id::new("the-thuc/quyen-han-sai-viet-tat"),
    severity: Severity::Warning,
    title: Say {
        vi: "Quyền hạn ghi đúng chữ viết tắt: TM., KT., Q., TL., TUQ.",
        en: "The right to sign is written TM., KT., Q., TL., TUQ.",
    },
    why: Say {
        vi: "T/M, K/T là cách ghi của văn bản Đảng; \"TM\" không có dấu chấm hay viết cả chữ \"Thay mặt\" đều không đúng \
             mẫu. Văn bản của cơ quan Đảng không bị xét.",
        en: "T/M and K/T belong to documents of the Party; \"TM\" without its full stop and whole words are not in the \
             decree. Documents of Party organs are not looked at.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["T/M ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH"}]}}"#,
};

const ORDER: Rule = Rule {
    id: Id::new("the-thuc/thu-tu-quyen-han"),
    severity: Severity::Warning,
    title: Say {
        vi: "TM. đứng trên cùng, KT. đứng ngay trên chức vụ cấp phó",
        en: "TM. stands first, KT. right above the deputy's post",
    },
    why: Say {
        vi: "Người ký thay mặt tập thể trước, rồi mới thay người đứng đầu.",
        en: "One signs for the body first, then in place of its head.",
    },
    law: Some(LAW),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "position": "PHÓ CHỦ TỊCH"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"], "position": "PHÓ CHỦ TỊCH"}]}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    if is_of_party(document) || regime(&document.organ) == Regime::Party {
        return;
    }
    glued(subject, told);
    for (index, signer) in document.signers.iter().enumerate() {
        let lines = lines(index, signer);
        for line in &lines {
            spelling(line, subject, told);
        }
        let behalf = lines.iter().position(|line| line.is(Right::Behalf));
        if let Some(line) = behalf.filter(|at| *at > 0).and_then(|at| lines.get(at)) {
            told.finding(
                ORDER
                    .finding(msg!("dòng \"TM.\" không đứng trên cùng", "the line \"TM.\" does not stand first"))
                    .at(line.place(subject))
                    .found(&line.text)
                    .hint(msg!("đưa dòng này lên đầu", "move this line to the top")),
            );
        }
    }
}

fn spelling(line: &Line, subject: &Subject<'_>, told: &mut Told) {
    let Some((right, written)) = &line.right else { return };
    let sign = right.sign();
    let wanted = format!("{sign} {}", line.text[written.len()..].trim_start());
    if written != sign {
        told.finding(
            MISSPELT
                .finding(msg!(
                    "quyền hạn người ký không ghi đúng chữ viết tắt",
                    "the right to sign is not written as the decree says"
                ))
                .at(line.place(subject))
                .found(&line.text)
                .expected(msg!("{wanted}", "{wanted}")),
        );
    }
}

fn glued(texts: &Texts<'_>, told: &mut Told) {
    for passage in texts.passages() {
        let Slot::Document(Field::Signer(index, part @ (InSigner::Competence(_) | InSigner::Position))) = passage.slot
        else {
            continue;
        };
        for line in lines_of(Field::Signer(index, part), &passage.text) {
            let Some((right, written)) = &line.right else { continue };
            let (sign, rest) = (right.sign(), &line.text[written.len()..]);
            if written != sign || rest.is_empty() || rest.starts_with(char::is_whitespace) {
                continue;
            }
            let (wanted, parted) = (format!("{sign} {rest}"), format!("{sign} "));
            let start = line.start;
            let finding = GLUED
                .finding(msg!("thiếu dấu cách sau \"{sign}\"", "a space is missing after \"{sign}\""))
                .at(texts.place(passage, start..start + line.text.len()))
                .found(&line.text)
                .expected(msg!("{wanted}", "{wanted}"));
            // `Q.1` may be a district.
            let post = rest.starts_with(char::is_alphabetic);
            let change = post.then_some((start..start + sign.len(), parted.as_str()));
            told.finding(finding.edits(texts.edits(passage, change.as_slice())));
        }
    }
}
